"""A change between two descriptions: one row of the comparison."""

from collections.abc import Iterable
from typing import Literal

from jekyll_openapi.records import dataclass

Level = Literal["breaking", "warning", "compatible", "note"]
Side = Literal["request", "response", "both", "neither"]
LEVELS: tuple[Level, ...] = ("breaking", "warning", "compatible", "note")
"""The worst first."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change, by what it does to a caller of the API."""

    kind: str
    level: Level
    """The verdict that counts: `wire`, or the worse of `wire` and `client` where the descriptions have a client."""
    wire: Level
    """What the change does to any caller, whatever it is written with."""
    client: Level
    """What it does to code that uses the generated client and its names."""
    side: Side
    """What callers send, what they get, or both; `neither` for an operation or the description as a whole, and for a
    schema that no operation uses."""
    path: str
    """JSON pointer into the new description; into the old one for what is gone."""
    location: str
    """The docs line that states it, `path:line`, of the same description; empty where no page does."""
    names: tuple[str, ...]
    """What Python code says for it."""
    operations: tuple[str, ...]
    """The operations that it touches: `POST /order/placeOCO`."""
    message: str
    reason: str
    """Why it has this level."""
    old: str = ""
    new: str = ""


def worst(levels: Iterable[Level]) -> Level:
    """The first of `LEVELS` that is among the levels."""
    return min(levels, key=LEVELS.index)


def bump(changes: tuple[Change, ...]) -> Literal["major", "minor", "patch"] | None:
    """The part of the version that the changes raise; None where there are none."""
    levels = {change.level for change in changes}
    if "breaking" in levels:
        return "major"
    if levels & {"warning", "compatible"}:
        return "minor"
    return "patch" if levels else None
