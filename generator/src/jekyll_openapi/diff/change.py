"""A change between two descriptions: one row of the comparison."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["breaking", "compatible", "note"]
Side = Literal["request", "response", "both", "neither"]
LEVELS: tuple[Level, ...] = ("breaking", "compatible", "note")
"""The worst first."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change, by what it does to a caller of the API."""

    kind: str
    level: Level
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


def bump(changes: tuple[Change, ...]) -> Literal["major", "minor", "patch"] | None:
    """The part of the version that the changes raise; None where there are none."""
    levels = {change.level for change in changes}
    if "breaking" in levels:
        return "major"
    if "compatible" in levels:
        return "minor"
    return "patch" if levels else None
