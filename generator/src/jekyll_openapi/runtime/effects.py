"""Sans-I/O: the logic yields effects, and the sync and async clients perform them."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any, Protocol, TypeVar

from .description import Operation
from .lockout import Scope

T = TypeVar("T")


@dataclass(slots=True)
class Trail:
    """How far a call got, for whoever has to tell what an interruption (such as Ctrl-C) met.

    It is noted here and not on the exception, of which a program can raise the same object in two calls.
    """

    sent_at: datetime | None = None
    """When it was handed to the transport; None while the service can have done nothing with it."""
    value: Any = field(default=None, repr=False)
    """The JSON of its answer, once it was understood."""
    is_under_way: bool = False
    """Whether its caller still waits, so that it may be sent again."""
    sent: Call | None = field(default=None, repr=False)
    """The request that went out, where it is that of an earlier call, which had been put off."""
    has_keywords: bool = field(default=False, repr=False)
    """Whether the caller named the arguments as the method does, and not as the API does."""
    told: int = 0
    """The `id` of the interruption that was told what it met."""
    _key: str = field(default="", repr=False)

    @property
    def key(self) -> str:
        """Identifies its record, however often it is written down."""
        # Made for the first who asks: few calls are ever written down.
        self._key = self._key or token_hex(8)
        return self._key


@dataclass(frozen=True, slots=True)
class Call:
    """A checked request, ready to be sent."""

    operation: Operation
    method: str
    target: str
    """Path and query, below the base URL."""
    body: Any = field(repr=False)
    """The body as JSON types."""
    content: bytes | None = field(repr=False)
    """The body as bytes."""
    headers: Mapping[str, str] = field(repr=False)
    """All headers except credentials."""
    tag: str | None
    deadline: float
    """End of the call, on the monotonic clock."""
    waits_until: float | None = None
    """Until when (monotonic) the call may wait for a lock-out or a login to end.

    None: until the deadline, but only for a login, or for `Retry-After` if it is a read of a service without rules of
    its own.
    """
    made: tuple[str, ...] = ()
    """Tags in the body that the client generated."""
    trail: Trail = field(default_factory=Trail, repr=False, compare=False)
    scope: Scope = "usual"
    """Which lock-outs apply to it."""


@dataclass(frozen=True, slots=True)
class Send:
    """Effect: send the call once with this token."""

    call: Call
    token: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Pause:
    """Effect: wait."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Enter:
    """Effect: acquire the session lock. The flow releases it itself."""

    deadline: float


class Lock(Protocol):
    """The lock that keeps two callers from asking for a token at the same time."""

    def release(self) -> None:
        """Release the lock."""


@dataclass(frozen=True, slots=True)
class Received:
    """A complete answer."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    sent_at: datetime
    elapsed: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Fault:
    """No answer, or part of one."""

    reason: str = field(repr=False)
    was_sent: bool
    """False only if certainly nothing was sent."""
    sent_at: datetime
    status: int | None = None
    body: bytes = field(default=b"", repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    was_stale: bool = False
    """The request went out on a reused connection that then closed without an answer."""


Outcome = Received | Fault
Effect = Send | Pause | Enter
Flow = Generator[Effect, "Outcome | bool | None", T]


def send(call: Call, token: str | None) -> Flow[Outcome]:
    """Send a call once; returns what came of it."""
    outcome = yield Send(call, token)
    assert isinstance(outcome, Received | Fault)
    return outcome
