"""Tickets of time penalties. Each is sent only with the request that received it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..clock import Clock
from ..description import JSON_TYPE
from ..effects import Call
from ..lockout import LockOut
from ..mutex import mutex
from ..secrets import Hidden
from ..wire import json_text

MOST = 1000
"""Tickets that are kept, newest first."""


@dataclass(frozen=True, slots=True, eq=False)
class Ticket:
    """A ticket and when it can be used."""

    name: bytes
    """Identifies what the request asks for."""
    value: Hidden[object]
    wait: LockOut
    call: Hidden[Call]
    """The request that received it."""


class Tickets:
    """Tickets by request."""

    def __init__(self, name: str, clock: Clock) -> None:
        self.name = name
        self._clock = clock
        self._kept: list[Ticket] = []
        self._lock = mutex()

    def keep(self, call: Call, value: object, seconds: float) -> None:
        """Store the ticket of a request that was put off."""
        wait = LockOut(self._clock)
        wait.start(seconds, "the service put this request off")
        self.give_back(Ticket(_identity(call), Hidden(value), wait, Hidden(call)))

    def give_back(self, ticket: Ticket | None) -> None:
        """Keep the ticket of a request that was not sent."""
        if ticket is not None:
            with self._lock:
                self._kept = [*self._kept, ticket][-MOST:]

    def check(self, call: Call) -> None:
        """Raise while the request must wait."""
        # Nearly always there is none, and an identity costs more than a look.
        if self._kept:
            for one in self._fitting(call):
                one.wait.check(call.operation.id, call.tag)

    def take(self, call: Call) -> tuple[Call, Ticket | None]:
        """The call as it was when it received its ticket, with the ticket in the body; unchanged if it has none."""
        if not self._kept:
            return call, None
        with self._lock:
            found = next((one for one in self._fitting(call) if _is_free(one, call)), None)
            self._kept = [one for one in self._kept if one is not found]
        if found is None:
            return call, None
        drew = found.call.reveal()
        body = drew.body if isinstance(drew.body, dict) else {}
        drawn = replace(
            call,
            body=drew.body,
            tag=drew.tag,
            made=drew.made,
            content=json_text({**body, self.name: found.value.reveal()}).encode(),
            headers={**call.headers, "Content-Type": JSON_TYPE},
        )
        return drawn, found

    def _fitting(self, call: Call) -> list[Ticket]:
        """The tickets for what the call asks: the one that it received itself, else all."""
        name = _identity(call)
        fitting = [one for one in self._kept if one.name == name]
        return [one for one in fitting if one.call.reveal().trail is call.trail] or fitting


def _is_free(ticket: Ticket, call: Call) -> bool:
    """Whether the call may use the ticket: two that ask for the same must not go out under one tag."""
    trail = ticket.call.reveal().trail
    return trail is call.trail or not trail.is_under_way


def _identity(call: Call) -> bytes:
    """Equal for calls that ask for the same; generated tags do not count."""
    said = repr((call.operation.id, call.method, call.target, _canonical(call.body, frozenset(call.made))))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).digest()


def _canonical(value: Any, made: frozenset[str]) -> Any:
    """The value with sorted names, generated tags left out."""
    match value:
        case Mapping():
            kept = ((name, one) for name, one in value.items() if not (isinstance(one, str) and one in made))
            return tuple(sorted((name, _canonical(one, made)) for name, one in kept))
        case list():
            return tuple(_canonical(one, made) for one in value)
    return type(value).__name__, str(value)
