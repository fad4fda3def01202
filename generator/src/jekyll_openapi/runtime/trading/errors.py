"""Exceptions of the client. Each says whether the request was sent and whether it may have been carried out.

    ServiceError
     ├─ RequestInvalid         nothing was sent: the request violates the description (`problems`)
     ├─ NotSent                nothing was sent: no connection, token or time; calling again is safe
     │   └─ HaltedByDoubt          an earlier trade is in doubt (`halt_on_doubt`)
     ├─ OutcomeUnknown         it was sent and may or may not have been carried out: look before trying again
     ├─ LockedOut              nothing was sent: the service must be left alone until `until`
     ├─ ResponseUnreadable     the answer cannot be read (`body`); `UnreadableOutcome` if the request changes something
     ├─ UnexpectedValue        a property was read that the answer lacks or that has another type
     └─ ApiError               the service refused (`status`, `headers`, `body`, `again`)
         ├─ AuthenticationError    token, password or permission (401, 403); `TokenRefused` if nothing was done
         ├─ Blocked                a proxy or firewall answered instead of the service
         ├─ NotFound               there is nothing at this path or under this id (404)
         ├─ RateLimited            too many requests (429): locked out until `until`
         ├─ Rejected               refused with a `reason` or a `text`
         ├─ TimePenalty            put off: call again after `wait` seconds; if `captcha`, a human must act first
         └─ Violations             refused with a list of `violations`

Each has `operation`, prints as one line, can be pickled, and contains no secrets. Those that an answer led to
have its `status`, `headers` and `body`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ..errors import ApiError, NotSent


@dataclass(kw_only=True, eq=False, repr=False)
class HaltedByDoubt(NotSent):
    """Nothing was sent: an earlier trade is in doubt, and the client was made with `halt_on_doubt`."""


@dataclass(kw_only=True, eq=False, repr=False)
class Rejected(ApiError):
    """The service refused the request; `reason` and `text` are its own."""

    reason: str | None = None
    text: str | None = None
    advice: str = ""

    def summary(self) -> str:
        """The reason, the text, and what to do."""
        said = ": ".join(part for part in (self.reason, self.text) if part) or "no reason given"
        return f"rejected, {said}" + (f". {self.advice}" if self.advice else "")


@dataclass(kw_only=True, eq=False, repr=False)
class Violations(ApiError):
    """The service refused the request and listed what is wrong."""

    violations: tuple[str, ...] = ()
    """Each violation as JSON text."""

    def summary(self) -> str:
        """The list."""
        return f"rejected, violations: {'; '.join(self.violations)}"


@dataclass(kw_only=True, eq=False, repr=False)
class TimePenalty(ApiError):
    """The request was put off. Make the same call again after `wait` seconds: it then carries the ticket."""

    was_looked_at: ClassVar[bool] = False
    wait: float
    """Seconds before the same call can be made again."""
    captcha: bool = False
    """A human has to solve a captcha; nothing is sent until the wait is over."""

    def summary(self) -> str:
        """How long to wait, and whether a human is needed."""
        human = ", and a human has to answer a captcha" if self.captcha else ""
        return f"not handled, call again after {self.wait:g} s{human}"
