"""Generates the tags (`cl_ord_id`) by which trades are found again, and keeps them from being used twice.

A generated tag has 32 hexadecimal digits in the form of a UUID version 7: milliseconds since 1970, random bits, and at
its end the number of orders in the request and the index of this one. So even after a restart the tag alone tells when
it was made, and which other orders to look for.
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
from ..mutex import mutex
from ..schemas import Schema, resolve
from .facts import Trade, TradingDescription

MADE = re.compile(r"([0-9a-f]{12})7[0-9a-f]{3}[89ab][0-9a-f]{13}([1-9a-f])([0-9a-f])")
MOST = 100_000
"""Used tags that are remembered, newest first."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a generated tag says."""

    at: datetime
    orders: int
    """Number of orders in the request."""
    number: int
    """Index of this order, from 0."""


def read_tag(tag: str) -> Made | None:
    """Parse a generated tag; None for any other."""
    found = MADE.fullmatch(tag)
    if not found or int(found[3], 16) >= int(found[2], 16):
        return None
    try:
        at = datetime.fromtimestamp(int(found[1], 16) / 1000, UTC)
    except (OverflowError, ValueError):
        return None
    return Made(at, int(found[2], 16), int(found[3], 16))


def new_tag(now: datetime, orders: int = 1) -> str:
    """A new tag for the first of `orders` orders."""
    at = int(now.timestamp() * 1000) & (2**48 - 1)
    made = secrets.randbits(64)
    variant = "89ab"[made >> 62]
    digits = f"{made & (2**62 - 1):016x}"
    return f"{at:012x}7{digits[:3]}{variant}{digits[3:16]}{min(orders, 15):x}0"


def sibling(tag: str, number: int) -> str:
    """The tag of another order of the same request."""
    return f"{tag[:-1]}{number:x}"


def put_tags(operation: Operation, content: Any, description: TradingDescription, now: datetime) -> tuple[str, ...]:
    """Add tags to a trade and its legs where none was given; returns the tags added."""
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
    """Yield the path of each tag in a request, and the tag."""
    if not name or not isinstance(content, Mapping):
        return
    for place, part in (("", content), *((leg, content.get(leg)) for leg in (trade.legs if trade else ()))):
        if isinstance(part, Mapping) and isinstance(part.get(name), str) and part[name]:
            yield (f"{place}.{name}" if place else name), part[name]


def _properties(schema: Schema | None, description: TradingDescription) -> Mapping[str, Schema]:
    """Properties of an object schema, references resolved."""
    found = resolve(schema or {}, description.schemas).get("properties", {})
    return found if isinstance(found, Mapping) else {}


class UsedTags:
    """Tags already used, each with the kind of command and the time."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._seen: OrderedDict[tuple[str, str], datetime] = OrderedDict()
        self._lock = mutex()

    def find(self, tag: str, command: str) -> datetime | None:
        """When the tag was used; None if it was not."""
        return self._seen.get((tag, command))

    def add(self, tag: str, command: str, at: datetime | None = None) -> bool:
        """Mark a tag as used; false if it already was."""
        with self._lock:
            if (tag, command) in self._seen:
                return False
            self._seen[tag, command] = at or self._clock.now()
            while len(self._seen) > MOST:
                self._seen.popitem(last=False)
            return True

    def forget(self, tag: str, command: str) -> None:
        """Free the tag of a request that was not carried out."""
        with self._lock:
            self._seen.pop((tag, command), None)
