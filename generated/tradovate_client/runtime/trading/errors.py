"""What can go wrong with a call, and what it means for what was asked.

    ServiceError
     ├─ RequestInvalid         nothing was sent: the request breaks what the pages state (`problems`)
     ├─ NotSent                nothing was sent: no connection, no token; trying again is safe
     │   └─ HaltedByDoubt          an earlier outcome has to be known first (`halt_on_doubt`)
     ├─ OutcomeUnknown         it was sent and nobody knows what became of it: look before trying again
     ├─ LockedOut              nothing was sent: the service has to be left alone until `until`
     ├─ ResponseUnreadable     an answer came and says nothing (`body`); `UnreadableOutcome` where it mattered
     ├─ UnexpectedValue        a property was read that the answer lacks or that is not of its type
     └─ ApiError               the service said no (`status`, `headers`, `body`, `again`)
         ├─ AuthenticationError    the token, the password or the permission; `TokenRefused` where nothing was done
         ├─ Blocked                a proxy or firewall answered in place of the service
         ├─ NotFound               there is nothing at this path or under this id
         ├─ RateLimited            too many requests: locked out until `until`
         ├─ Rejected               refused with a `reason` or a `text`
         ├─ TimePenalty            not handled: call again after `wait` seconds, or ask a human where `captcha`
         └─ Violations             refused with a list of `violations`

Every one carries `operation`, prints as one line, can be pickled, and holds no secret. What an answer
led to has its `status`, `headers` and `body`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ..errors import ApiError, NotSent


@dataclass(kw_only=True, eq=False, repr=False)
class HaltedByDoubt(NotSent):
    """Nothing was sent, since the outcome of an earlier request is not known and the client halts on that."""


@dataclass(kw_only=True, eq=False, repr=False)
class Rejected(ApiError):
    """The service answered that it did not do it."""

    reason: str | None = None
    text: str | None = None
    advice: str = ""

    def summary(self) -> str:
        """The reason, the text, and what can be done."""
        said = ": ".join(part for part in (self.reason, self.text) if part) or "no reason given"
        live = f". It names order {', '.join(map(str, self.order_ids))}: look for it" if self.order_ids else ""
        return f"rejected, {said}{live}" + (f". {self.advice}" if self.advice else "")


@dataclass(kw_only=True, eq=False, repr=False)
class Violations(ApiError):
    """The service listed what is wrong with the request."""

    violations: tuple[str, ...] = ()
    """Each as JSON."""

    def summary(self) -> str:
        """The list."""
        return f"rejected, violations: {'; '.join(self.violations)}"


@dataclass(kw_only=True, eq=False, repr=False)
class TimePenalty(ApiError):
    """The request was not handled; the same call, made again, carries what lets it through."""

    was_looked_at: ClassVar[bool] = False
    wait: float
    """Seconds before the call can be made again."""
    captcha: bool = False
    """A human has to act; the client is silent until the wait is over."""

    def summary(self) -> str:
        """How long, and whether a human is needed."""
        human = ", and a human has to answer a captcha" if self.captcha else ""
        return f"not handled, call again after {self.wait:g} s{human}"
