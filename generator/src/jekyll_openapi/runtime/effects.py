"""Sans-I/O: the logic yields effects, and the sync and async clients perform them."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

from .description import Operation
from .lockout import Scope

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Call:
    """A request that was checked and can be sent."""

    operation: Operation
    method: str
    target: str
    """Path and query, below the base URL."""
    body: Any = field(repr=False)
    """The body in the types of JSON."""
    content: bytes | None = field(repr=False)
    """The body as it goes out."""
    headers: Mapping[str, str] = field(repr=False)
    """All but the token."""
    tag: str | None
    deadline: float
    """When it has to be over, on the clock that only grows."""
    waits_until: float | None = None
    """Until when it may wait for leave to be sent or for a login.

    None stands for the deadline, and then only a login is waited for, or `Retry-After` by a read of a service without
    rules of its own.
    """
    made: tuple[str, ...] = ()
    """The tags in its body that the client made."""
    scope: Scope = "usual"
    """Which lock-outs keep it back."""


@dataclass(frozen=True, slots=True)
class Send:
    """Send the call once, with this token."""

    call: Call
    token: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Pause:
    """Wait."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Enter:
    """Wait for the session's lock, which the flow gives back itself."""

    deadline: float


class Lock(Protocol):
    """What keeps two requests for a token apart."""

    def release(self) -> None:
        """Let the next one in."""


@dataclass(frozen=True, slots=True)
class Received:
    """What came back, whole."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    sent_at: datetime
    elapsed: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Fault:
    """Nothing came back, or only a part."""

    reason: str = field(repr=False)
    was_sent: bool
    """False only where it is certain that nothing went out."""
    sent_at: datetime
    status: int | None = None
    body: bytes = field(default=b"", repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    was_stale: bool = False
    """It went out on a connection that had been used before and that ended without a word."""


Outcome = Received | Fault
Effect = Send | Pause | Enter
Flow = Generator[Effect, "Outcome | bool | None", T]


def send(call: Call, token: str | None) -> Flow[Outcome]:
    """What comes of sending once."""
    outcome = yield Send(call, token)
    assert isinstance(outcome, Received | Fault)
    return outcome
