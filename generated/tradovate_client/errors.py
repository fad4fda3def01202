"""Exceptions of the client. Each says whether the request was sent and
whether it may have been carried out.

    TradovateError
     ├─ RequestInvalid         nothing was sent: the request violates
         the description (`problems`)
     ├─ NotSent                nothing was sent: no connection, token or
         time; calling again is safe
     │   └─ HaltedByDoubt          an earlier trade is in doubt
         (`halt_on_doubt`)
     ├─ OutcomeUnknown         it was sent and may or may not have been
         carried out: look before trying again
     ├─ LockedOut              nothing was sent: the service must be
         left alone until `until`
     ├─ ResponseUnreadable     the answer cannot be read (`body`);
         `UnreadableOutcome` if the request changes something
     ├─ UnexpectedValue        a property was read that the answer lacks
         or that has another type
     └─ ApiError               the service refused (`status`, `headers`,
         `body`, `again`)
         ├─ AuthenticationError    token, password or permission (401,
             403); `TokenRefused` if nothing was done
         ├─ Blocked                a proxy or firewall answered instead
             of the service
         ├─ NotFound               there is nothing at this path or
             under this id (404)
         ├─ RateLimited            too many requests (429): locked out
             until `until`
         ├─ Rejected               refused with a `reason` or a `text`
         ├─ TimePenalty            put off: call again after `wait`
             seconds; if `captcha`, a human must act first
         └─ Violations             refused with a list of `violations`

Each has `operation`, prints as one line, can be pickled, and contains
no secrets. Those that an answer led to
have its `status`, `headers` and `body`.
"""

from .runtime.errors import ApiError as ApiError
from .runtime.errors import AuthenticationError as AuthenticationError
from .runtime.errors import Blocked as Blocked
from .runtime.errors import LockedOut as LockedOut
from .runtime.errors import NotFound as NotFound
from .runtime.errors import NotSent as NotSent
from .runtime.errors import OutcomeUnknown as OutcomeUnknown
from .runtime.errors import Problem as Problem
from .runtime.errors import RateLimited as RateLimited
from .runtime.errors import RequestInvalid as RequestInvalid
from .runtime.errors import ResponseUnreadable as ResponseUnreadable
from .runtime.errors import ServiceError as TradovateError
from .runtime.errors import TokenRefused as TokenRefused
from .runtime.errors import UnexpectedValue as UnexpectedValue
from .runtime.errors import UnreadableOutcome as UnreadableOutcome
from .runtime.trading.errors import HaltedByDoubt as HaltedByDoubt
from .runtime.trading.errors import Rejected as Rejected
from .runtime.trading.errors import TimePenalty as TimePenalty
from .runtime.trading.errors import Violations as Violations

__all__ = [
    "ApiError",
    "AuthenticationError",
    "Blocked",
    "HaltedByDoubt",
    "LockedOut",
    "NotFound",
    "NotSent",
    "OutcomeUnknown",
    "Problem",
    "RateLimited",
    "Rejected",
    "RequestInvalid",
    "ResponseUnreadable",
    "TimePenalty",
    "TokenRefused",
    "TradovateError",
    "UnexpectedValue",
    "UnreadableOutcome",
    "Violations",
]
