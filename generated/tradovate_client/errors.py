"""Exceptions of the client: whether the request was sent and carried out.

    TradovateError
     ├─ RequestInvalid         not sent: violates the description
     ├─ NotSent                not sent: no connection, token or time
     │   └─ HaltedByDoubt          not sent: a trade is in doubt
     ├─ OutcomeUnknown         may have been carried out: look first
     ├─ LockedOut              not sent: wait until `until`
     ├─ ResponseUnreadable     the answer cannot be parsed
     │   └─ UnreadableOutcome      also an OutcomeUnknown
     ├─ UnexpectedValue        a property of another type was read
     └─ ApiError               the service refused: see `again`
         ├─ AuthenticationError    token, password, permission
         │   └─ TokenRefused           401, nothing was carried out
         ├─ Blocked                a firewall answered instead
         ├─ NotFound               404, no such path or id
         ├─ RateLimited            429, wait until `until`
         ├─ Rejected               see `reason` and `text`
         ├─ TimePenalty            call again after `wait` seconds
         └─ Violations             see `violations`

Each has `operation` and `method`, prints as one line, can be pickled
and contains no secrets. Those that an answer led to have its `status`,
`headers` and `body`.
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
