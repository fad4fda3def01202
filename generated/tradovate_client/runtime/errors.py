"""Exceptions of the client: whether the request was sent and carried out.

    ServiceError
     ├─ RequestInvalid         not sent: violates the description
     ├─ NotSent                not sent: no connection, token or time
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
         └─ RateLimited            429, wait until `until`

Each has `operation` and `method`, prints as one line, can be pickled
and contains no secrets. Those that an answer led to have its `status`,
`headers` and `body`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Literal

from .lines import one_line
from .marks import OfAnswer, OfError
from .requests import PreparedRequest

Again = Literal["no", "later", "look first"]
"""Whether to send a refused request again: `no` (it would be refused again), `later`, or `look first` (it may
have been carried out).
"""

LONGEST = 4000
"""Characters of a printed error at most."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One violation in a request or an answer."""

    field: str
    """Path of the value by the API's names, such as `other.stopPrice`; empty for the whole body."""
    message: str
    rule: str
    """The schema keyword it violates, or the sentence of the page that states the rule."""
    source: str
    """Page and line that state the rule, such as `rooms.md:24`; empty if no page does."""
    target: str = ""
    """JSONPath of the schema in the description; empty if it has none."""
    name: str = ""
    """Path with the method's keywords, such as `shelf_id`; empty if it equals `field`."""
    link: str = ""
    """URL of the page; empty if the pages are not online."""

    def __str__(self) -> str:
        """`name must not be empty, got '' (rooms.md:24)`."""
        place = self.link or self.source
        where = f" ({place})" if place else ""
        return one_line(f"{self.name or self.field or 'the body'} {self.message}{where}")


@dataclass(kw_only=True, eq=False, repr=False)
class ServiceError(OfError, Exception):
    """Base class of all errors about a call."""

    operation: str = ""
    """Id of the operation that failed: the one called, or the login that it needed."""
    method: str = ""
    """Its method in Python, such as `shelf.find`; empty if it has none."""
    called: str = ""
    """Operation that was called, if the error is about the login that it needed."""

    def summary(self) -> str:
        """What happened, without the operation's name."""
        return "the call failed"

    def __str__(self) -> str:
        return one_line(f"{self.method or self.operation or 'call'}{self._mark}: {self.summary()}", LONGEST)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __reduce__(self) -> tuple[object, ...]:
        return _restore, (type(self), vars(self).copy())


def _restore(kind: type[ServiceError], facts: Mapping[str, object]) -> ServiceError:
    """Rebuild an error when unpickling."""
    error = kind.__new__(kind)
    vars(error).update(facts)
    return error


@dataclass(kw_only=True, eq=False, repr=False)
class RequestInvalid(ServiceError):
    """The request violates the description; nothing was sent."""

    problems: tuple[Problem, ...]

    def summary(self) -> str:
        """All problems."""
        return "not sent: " + "; ".join(str(problem) for problem in self.problems)


@dataclass(kw_only=True, eq=False, repr=False)
class NotSent(ServiceError):
    """Nothing was sent, because there was no connection, token or time. Calling again is safe."""

    reason: str

    def summary(self) -> str:
        """Why nothing was sent."""
        return f"nothing was sent: {self.reason}"


@dataclass(kw_only=True, eq=False, repr=False)
class OutcomeUnknown(ServiceError):
    """The request was sent, but no usable answer came: it may or may not have been carried out."""

    reason: str
    sent_at: datetime
    request: PreparedRequest
    """What was sent, without the token, secrets masked."""
    status: int | None = None
    """Status of the answer; None if none came."""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    def summary(self) -> str:
        """Why the outcome is unknown, since when, and what to do."""
        when = f"{self.sent_at:%Y-%m-%dT%H:%M:%S}Z"
        return f"sent at {when}, outcome unknown: {self.reason.rstrip('.')}. {self._look}"


@dataclass(kw_only=True, eq=False, repr=False)
class LockedOut(ServiceError):
    """Nothing was sent, because the service must be left alone until `until`."""

    until: datetime
    reason: str

    def summary(self) -> str:
        """Until when, and why."""
        return f"nothing was sent: {self.reason}, wait until {self.until:%Y-%m-%dT%H:%M:%S}Z"


@dataclass(kw_only=True, eq=False, repr=False)
class ResponseUnreadable(ServiceError):
    """The answer to a read cannot be read; nothing was changed."""

    reason: str
    body: bytes = b""
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def summary(self) -> str:
        """What came instead."""
        status = f" (status {self.status})" if self.status else ""
        return f"the answer cannot be read{status}: {self.reason}"


@dataclass(kw_only=True, eq=False, repr=False)
class UnreadableOutcome(ResponseUnreadable, OutcomeUnknown, OfAnswer):
    """The answer to a request that changes something cannot be read: its outcome is unknown."""

    sent_at: datetime
    request: PreparedRequest

    def summary(self) -> str:
        """When it was sent, what came instead, and what to do."""
        when = f"{self.sent_at:%Y-%m-%dT%H:%M:%S}Z"
        said = ResponseUnreadable.summary(self).rstrip(".")
        return f"sent at {when}, outcome unknown: {said}{self._named}. {self._look}"


@dataclass(kw_only=True, eq=False, repr=False)
class ApiError(ServiceError, OfAnswer):
    """The service refused the request. Subclasses tell the known kinds."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    again: Again = "no"
    """`no`, `later`, or `look first` if it may have been carried out."""
    sent_at: datetime | None = None
    request: PreparedRequest | None = None
    """What was sent, without the token, secrets masked."""
    label: ClassVar[str] = "refused"
    was_looked_at: ClassVar[bool] = True
    """Whether the service itself looked at the request before the refusal."""

    @property
    def retryable(self) -> bool:
        """Whether the same call can succeed later, with nothing left behind by this one."""
        return self.again == "later"

    @property
    def may_be_live(self) -> bool:
        """Whether something may have been carried out in spite of the refusal."""
        return self.again == "look first"

    def __str__(self) -> str:
        text = ServiceError.__str__(self)
        return f"{text.rstrip('.')}{self._named}. {self._look}" if self.may_be_live else text

    def summary(self) -> str:
        """The status and the start of the body."""
        text = one_line(self.body.decode("utf-8", "replace"))
        return f"{self.label} with status {self.status}: {text or 'no reason given'}"


@dataclass(kw_only=True, eq=False, repr=False)
class AuthenticationError(ApiError):
    """The token, the password or the permission was not accepted (401, 403)."""

    text: str = ""
    is_wrong_password: bool = False
    """The service said that the credentials are wrong; they are not sent again for a while."""
    label: ClassVar[str] = "not authenticated"

    def summary(self) -> str:
        """What the service said."""
        return f"{self.label}: {self.text}" if self.text else ApiError.summary(self)


@dataclass(kw_only=True, eq=False, repr=False)
class TokenRefused(AuthenticationError, NotSent):
    """The token was refused before anything was done. The next call uses a new one, if it can get one."""

    reason: str = "the token was not accepted"

    def summary(self) -> str:
        """What the service said, and what follows from it."""
        return f"{AuthenticationError.summary(self)}. Nothing was done"


@dataclass(kw_only=True, eq=False, repr=False)
class Blocked(ApiError):
    """A proxy or firewall answered instead of the service, which did not see the request."""

    label: ClassVar[str] = "blocked on the way"


@dataclass(kw_only=True, eq=False, repr=False)
class NotFound(ApiError):
    """There is nothing at this path or under this id (404)."""

    label: ClassVar[str] = "not found"


@dataclass(kw_only=True, eq=False, repr=False)
class RateLimited(ApiError):
    """Too many requests (429). Nothing is sent until `until`."""

    until: datetime
    label: ClassVar[str] = "locked out"
    was_looked_at: ClassVar[bool] = False

    def summary(self) -> str:
        """Until when nothing is sent."""
        return f"{self.label} with status {self.status}, wait until {self.until:%Y-%m-%dT%H:%M:%S}Z"


@dataclass(kw_only=True, eq=False, repr=False)
class UnexpectedValue(ServiceError):
    """A property was read that the answer lacks or that has another type than described."""

    model: str
    name: str
    problem: str

    def __str__(self) -> str:
        return one_line(f"{self.model}.{self.name} {self.problem}" if self.name else f"{self.model} {self.problem}")
