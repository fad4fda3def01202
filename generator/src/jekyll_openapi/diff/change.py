"""A change between two descriptions: one row of the report."""

from collections.abc import Iterable
from typing import Literal

from jekyll_openapi.records import dataclass

Level = Literal["breaking", "warning", "compatible", "note"]
Side = Literal["request", "response", "both", "neither"]
LEVELS: tuple[Level, ...] = ("breaking", "warning", "compatible", "note")
"""Worst first."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change, by its effect on callers of the API."""

    kind: str
    level: Level
    """The level that counts: `wire`, or the worse of `wire` and `client` if the descriptions have a client."""
    wire: Level
    """The effect on any caller, whatever language it is written in."""
    client: Level
    """The effect on code that uses the generated client and its names."""
    side: Side
    """Whether callers send it, receive it, or both. `neither` for operations, the whole description, and unused
    schemas."""
    path: str
    """JSON pointer into the new description; into the old one if the thing was removed."""
    location: str
    """The docs line `path:line` that states it, in the same description; empty if no page does."""
    names: tuple[str, ...]
    """The Python names for it."""
    operations: tuple[str, ...]
    """The operations that it affects, such as `POST /order/placeOCO`."""
    message: str
    reason: str
    """Why it has this level."""
    old: str = ""
    new: str = ""


def worst(levels: Iterable[Level]) -> Level:
    """The worst of the levels."""
    return min(levels, key=LEVELS.index)


def bump(changes: tuple[Change, ...]) -> Literal["major", "minor", "patch"] | None:
    """The part of the version that the changes require to be raised; None without changes."""
    levels = {change.level for change in changes}
    if "breaking" in levels:
        return "major"
    if levels & {"warning", "compatible"}:
        return "minor"
    return "patch" if levels else None
