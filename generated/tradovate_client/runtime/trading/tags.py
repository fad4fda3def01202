"""The tags by which requests are found again: made up where a trade has none, and never used twice.

A tag that is made here is 32 hexadecimal digits in the form of a UUID of version 7: the time in milliseconds, then what
is random, and at its end how many orders the request makes and which of them this is. So a program that has been
started again knows by the tag alone when it was made, and what else has to be there.
"""

from __future__ import annotations

import re
import secrets
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from ..clock import Clock
from ..description import Operation
from ..mutex import Mutex
from ..schemas import Schema, resolve
from .facts import Trade, TradingDescription

MADE = re.compile(r"([0-9a-f]{12})7[0-9a-f]{3}[89ab][0-9a-f]{13}([1-9a-f])([0-9a-f])")
MOST = 100_000
"""How many used tags are remembered, the newest ones."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a tag that was made here says."""

    at: datetime
    orders: int
    """How many orders the request makes."""
    number: int
    """Which of them this is, the first is 0."""


def read_tag(tag: str) -> Made | None:
    """What the tag says, None where it was not made here."""
    found = MADE.fullmatch(tag)
    if not found or int(found[3], 16) >= int(found[2], 16):
        return None
    try:
        at = datetime.fromtimestamp(int(found[1], 16) / 1000, UTC)
    except (OverflowError, ValueError):
        return None
    return Made(at, int(found[2], 16), int(found[3], 16))


def new_tag(now: datetime, orders: int = 1) -> str:
    """A tag that no other process makes, for the first of so many orders."""
    at = int(now.timestamp() * 1000) & (2**48 - 1)
    made = secrets.randbits(64)
    variant = "89ab"[made >> 62]
    digits = f"{made & (2**62 - 1):016x}"
    return f"{at:012x}7{digits[:3]}{variant}{digits[3:16]}{min(orders, 15):x}0"


def sibling(tag: str, number: int) -> str:
    """The tag of another order of the same request."""
    return f"{tag[:-1]}{number:x}"


def put_tags(operation: Operation, content: Any, description: TradingDescription, now: datetime) -> tuple[str, ...]:
    """Give a trade and each order inside it a tag where they take one and have none; the tags that were made."""
    facts, name = description.facts, description.facts.tag
    if not name or operation.kind != "trade" or not isinstance(content, dict):
        return ()
    properties = _properties(operation.body, description)
    trade = facts.trades.get(operation.id)
    legs = [leg for leg in (trade.legs if trade else ()) if isinstance(content.get(leg), dict)]
    first, made = new_tag(now, len(legs) + 1), []
    # An empty tag names nothing, so it counts as none.
    if name in properties and not content.get(name):
        content[name] = first
        made.append(first)
    for number, leg in enumerate(legs, start=1):
        takes = name in _properties(properties.get(leg), description)
        if takes and not content[leg].get(name):
            content[leg] = {**content[leg], name: sibling(first, number)}
            made.append(sibling(first, number))
    return tuple(made)


def tags_of(content: object, name: str, trade: Trade | None) -> Iterator[tuple[str, str]]:
    """Where each tag of a request stands, and the tag."""
    if not name or not isinstance(content, Mapping):
        return
    for place, part in (("", content), *((leg, content.get(leg)) for leg in (trade.legs if trade else ()))):
        if isinstance(part, Mapping) and isinstance(part.get(name), str) and part[name]:
            yield (f"{place}.{name}" if place else name), part[name]


def _properties(schema: Schema | None, description: TradingDescription) -> Mapping[str, Schema]:
    """The properties of an object, behind references too."""
    found = resolve(schema or {}, description.schemas).get("properties", {})
    return found if isinstance(found, Mapping) else {}


class UsedTags:
    """The tags that this client has seen in use, each with the kind of command and when."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._seen: OrderedDict[tuple[str, str], datetime] = OrderedDict()
        self._lock = Mutex()

    def find(self, tag: str, command: str) -> datetime | None:
        """When it was used, None where nobody knows of it."""
        return self._seen.get((tag, command))

    def add(self, tag: str, command: str, at: datetime | None = None) -> bool:
        """Remember a tag; false where it was in use already."""
        with self._lock:
            if (tag, command) in self._seen:
                return False
            self._seen[tag, command] = at or self._clock.now()
            while len(self._seen) > MOST:
                self._seen.popitem(last=False)
            return True

    def forget(self, tag: str, command: str) -> None:
        """The request was not handled, so its tag is free."""
        with self._lock:
            self._seen.pop((tag, command), None)
