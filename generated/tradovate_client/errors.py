"""What can go wrong with a call, and what it means for what was asked.

    TradovateError
     ├─ RequestInvalid         nothing was sent: the request breaks what
         the pages state (`problems`)
     ├─ NotSent                nothing was sent: no connection, no
         token; trying again is safe
     │   └─ HaltedByDoubt          an earlier outcome has to be known
         first (`halt_on_doubt`)
     ├─ OutcomeUnknown         it was sent and nobody knows what became
         of it: look before trying again
     ├─ LockedOut              nothing was sent: the service has to be
         left alone until `until`
     ├─ ResponseUnreadable     an answer came and says nothing (`body`);
         `UnreadableOutcome` where it mattered
     ├─ UnexpectedValue        a property was read that the answer lacks
         or that is not of its type
     └─ ApiError               the service said no (`status`, `headers`,
         `body`, `again`)
         ├─ AuthenticationError    the token, the password or the
             permission; `TokenRefused` where nothing was done
         ├─ Blocked                a proxy or firewall answered in place
             of the service
         ├─ NotFound               there is nothing at this path or
             under this id
         ├─ RateLimited            too many requests: locked out until
             `until`
         ├─ Rejected               refused with a `reason` or a `text`
         ├─ TimePenalty            not handled: call again after `wait`
             seconds, or ask a human where `captcha`
         └─ Violations             refused with a list of `violations`

Every one carries `operation`, prints as one line, can be pickled, and
holds no secret. What an answer
led to has its `status`, `headers` and `body`.
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
