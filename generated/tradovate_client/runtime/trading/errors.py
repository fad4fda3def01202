"""Exceptions of the client: whether the request was sent and carried out.

    ServiceError
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
        human = "a human must solve a captcha, then " if self.captcha else ""
        return f"not carried out: {human}call again after {self.wait:g} s"
