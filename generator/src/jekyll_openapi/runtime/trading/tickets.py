"""Tickets of time penalties. Each is sent only with the request that received it."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..clock import Clock
from ..description import JSON_TYPE
from ..effects import Call
from ..lockout import LockOut
from ..mutex import Mutex
from ..secrets import Hidden
from ..wire import json_text

MOST = 1000
"""Tickets that are kept, newest first."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket and when it can be used."""

    value: Hidden[object]
    wait: LockOut
    call: Hidden[Call]
    """The request that received it."""


class Tickets:
    """Tickets by request."""

    def __init__(self, name: str, clock: Clock) -> None:
        self.name = name
        self._clock = clock
        self._kept: OrderedDict[bytes, Ticket] = OrderedDict()
        self._lock = Mutex()

    def keep(self, call: Call, value: object, seconds: float) -> None:
        """Store the ticket of a request that was put off."""
        wait = LockOut(self._clock)
        wait.start(seconds, "the service put this request off")
        self._put(call, Ticket(Hidden(value), wait, Hidden(call)))

    def give_back(self, call: Call, ticket: Ticket | None) -> None:
        """Keep the ticket of a request that was not sent."""
        if ticket is not None:
            self._put(call, ticket)

    def check(self, call: Call) -> None:
        """Raise while the request must wait."""
        # Nearly always there is none, and an identity costs more than a look.
        if self._kept and (found := self._kept.get(_identity(call))):
            found.wait.check(call.operation.id, call.tag)

    def take(self, call: Call) -> tuple[Call, Ticket | None]:
        """The call as it was when it received its ticket, with the ticket in the body; unchanged if it has none."""
        if not self._kept:
            return call, None
        with self._lock:
            found = self._kept.pop(_identity(call), None)
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

    def _put(self, call: Call, ticket: Ticket) -> None:
        with self._lock:
            self._kept[_identity(call)] = ticket
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)


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
