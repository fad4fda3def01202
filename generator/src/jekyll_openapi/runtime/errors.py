"""What can go wrong with a call, and what it means for what was asked.

    ServiceError
     ├─ RequestInvalid         nothing was sent: the request breaks what the pages state (`problems`)
     ├─ NotSent                nothing was sent: no connection, no token; trying again is safe
     ├─ OutcomeUnknown         it was sent and nobody knows what became of it: look before trying again
     ├─ LockedOut              nothing was sent: the service has to be left alone until `until`
     ├─ ResponseUnreadable     an answer came and says nothing (`body`); `UnreadableOutcome` where it mattered
     ├─ UnexpectedValue        a property was read that the answer lacks or that is not of its type
     └─ ApiError               the service said no (`status`, `headers`, `body`, `again`)
         ├─ AuthenticationError    the token, the password or the permission; `TokenRefused` where nothing was done
         ├─ Blocked                a proxy or firewall answered in place of the service
         ├─ NotFound               there is nothing at this path or under this id
         └─ RateLimited            too many requests: locked out until `until`

Every one carries `operation`, prints as one line, can be pickled, and holds no secret. What an answer
led to has its `status`, `headers` and `body`.
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
"""Whether a refused request can be sent again: it is refused again; it can succeed later; it may have been done."""

LONGEST = 4000
"""How long an error is when it is printed."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a request or an answer."""

    field: str
    """The way to it: `other.stopPrice`; empty for the whole."""
    message: str
    rule: str
    """The keyword of the schema that it breaks, or the sentence of the page."""
    source: str
    """The page and line that state it; empty where none does."""
    target: str = ""
    """Where it stands in the spec, as a JSONPath; empty where that has no name."""
    name: str = ""
    """The way to it with the keyword of the method: `shelf_id`; empty where that is the same."""
    link: str = ""
    """Where the page can be opened; empty where nobody says where the pages are."""

    def __str__(self) -> str:
        """`name must not be empty, got '' (rooms.md:24)`."""
        place = self.link or self.source
        where = f" ({place})" if place else ""
        return one_line(f"{self.name or self.field or 'the body'} {self.message}{where}")


@dataclass(kw_only=True, eq=False, repr=False)
class ServiceError(OfError, Exception):
    """Whatever this client raises about a call."""

    operation: str = ""
    called: str = ""
    """The operation that was called, where the login on the way to it failed."""

    def summary(self) -> str:
        """What happened, without the operation's name."""
        return "the call failed"

    def __str__(self) -> str:
        return one_line(f"{self.operation or 'call'}{self._mark}: {self.summary()}", LONGEST)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __reduce__(self) -> tuple[object, ...]:
        return _restore, (type(self), vars(self).copy())


def _restore(kind: type[ServiceError], facts: Mapping[str, object]) -> ServiceError:
    """The error again, out of a pickle."""
    error = kind.__new__(kind)
    vars(error).update(facts)
    return error


@dataclass(kw_only=True, eq=False, repr=False)
class RequestInvalid(ServiceError):
    """Nothing was sent, since the request breaks the schema or a rule."""

    problems: tuple[Problem, ...]

    def summary(self) -> str:
        """Every problem."""
        return "not sent: " + "; ".join(str(problem) for problem in self.problems)


@dataclass(kw_only=True, eq=False, repr=False)
class NotSent(ServiceError):
    """Nothing was sent; the same call may be made again."""

    reason: str

    def summary(self) -> str:
        """Why."""
        return f"nothing was sent: {self.reason}"


@dataclass(kw_only=True, eq=False, repr=False)
class OutcomeUnknown(ServiceError):
    """The request went out, and whether it was carried out cannot be told."""

    reason: str
    sent_at: datetime
    request: PreparedRequest
    """What was sent, without the token and with secrets masked."""
    status: int | None = None
    """The status of the answer, where one came."""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    def summary(self) -> str:
        """Why, when, and what to do."""
        when = f"{self.sent_at:%Y-%m-%dT%H:%M:%S}Z"
        return f"sent at {when}, outcome unknown: {self.reason.rstrip('.')}. {self._look}"


@dataclass(kw_only=True, eq=False, repr=False)
class LockedOut(ServiceError):
    """Nothing was sent, since a request before this time would make things worse."""

    until: datetime
    reason: str

    def summary(self) -> str:
        """Until when, and why."""
        return f"nothing was sent: {self.reason}, wait until {self.until:%Y-%m-%dT%H:%M:%S}Z"


@dataclass(kw_only=True, eq=False, repr=False)
class ResponseUnreadable(ServiceError):
    """An answer to a question cannot be read; nothing was changed by asking."""

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
    """The answer to a request that changes something cannot be read, so that its outcome is unknown."""

    sent_at: datetime
    request: PreparedRequest

    def summary(self) -> str:
        """What came instead, and what to do."""
        return f"{ResponseUnreadable.summary(self)}. {self._look}"


@dataclass(kw_only=True, eq=False, repr=False)
class ApiError(ServiceError, OfAnswer):
    """The service refused."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    again: Again = "no"
    """`no`, `later`, or `look first` where something may have happened."""
    sent_at: datetime | None = None
    request: PreparedRequest | None = None
    """What was sent, without the token and with secrets masked."""
    label: ClassVar[str] = "refused"
    was_looked_at: ClassVar[bool] = True
    """Whether the service looked at the request before it refused."""

    @property
    def retryable(self) -> bool:
        """Whether the same call can succeed later, and nothing is live now."""
        return self.again == "later"

    @property
    def may_be_live(self) -> bool:
        """Whether something may be there in spite of the refusal."""
        return self.again == "look first"

    def summary(self) -> str:
        """The status and the start of the body."""
        text = one_line(self.body.decode("utf-8", "replace"))
        return f"{self.label} with status {self.status}: {text or 'no reason given'}"


@dataclass(kw_only=True, eq=False, repr=False)
class AuthenticationError(ApiError):
    """The token, the password or the permission was not accepted."""

    text: str = ""
    is_wrong_password: bool = False
    """The service said that the credentials are wrong; they are not sent again for a while."""
    label: ClassVar[str] = "not authenticated"

    def summary(self) -> str:
        """What the service said."""
        return f"{self.label}: {self.text}" if self.text else ApiError.summary(self)


@dataclass(kw_only=True, eq=False, repr=False)
class TokenRefused(AuthenticationError, NotSent):
    """The token was not accepted, so that nothing was done; the next call goes with another one, if there is one."""

    reason: str = "the token was not accepted"

    def summary(self) -> str:
        """What the service said, and what it means."""
        return f"{AuthenticationError.summary(self)}. Nothing was done"


@dataclass(kw_only=True, eq=False, repr=False)
class Blocked(ApiError):
    """A proxy or a firewall answered in place of the service, which did not see the request."""

    label: ClassVar[str] = "blocked on the way"


@dataclass(kw_only=True, eq=False, repr=False)
class NotFound(ApiError):
    """There is nothing at this path, or under this id."""

    label: ClassVar[str] = "not found"


@dataclass(kw_only=True, eq=False, repr=False)
class RateLimited(ApiError):
    """Too many requests; the client is silent until the lock-out is over."""

    until: datetime
    label: ClassVar[str] = "locked out"
    was_looked_at: ClassVar[bool] = False

    def summary(self) -> str:
        """Until when."""
        return f"{self.label} with status {self.status}, wait until {self.until:%Y-%m-%dT%H:%M:%S}Z"


@dataclass(kw_only=True, eq=False, repr=False)
class UnexpectedValue(ServiceError):
    """A property was read that the answer lacks, or that holds something else than the description says."""

    model: str
    name: str
    problem: str

    def __str__(self) -> str:
        return one_line(f"{self.model}.{self.name} {self.problem}" if self.name else f"{self.model} {self.problem}")
