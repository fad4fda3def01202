"""Values of the site's data files that know where they stand, through Liquid's variables, loops and filters.

Text, integers and floats carry their places; a list has those of its items. Other values, such as `true`, have none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple


class Place(NamedTuple):
    """Where a value stands in a data file."""

    file: str
    """The path, as locations show it."""
    record: int
    """The line where the item of a list, or else the mapping, begins that the value belongs to."""
    line: int


Places = tuple[Place, ...]


class _Text(str):
    places: Places


class _Whole(int):
    places: Places


class _Float(float):
    places: Places


_KINDS: dict[type, type[_Text | _Whole | _Float]] = {str: _Text, int: _Whole, float: _Float}


def traced(value: Any, places: Places) -> Any:
    """The value with its places; as it is if it has some, or cannot have any."""
    kind = _KINDS.get(type(value))
    if kind is None or not places:
        return value
    made = kind(value)
    made.places = places
    return made


def places_of(value: object) -> Places:
    """The places of a value, and of the items of a list; empty if none is known."""
    if isinstance(value, _Text | _Whole | _Float):
        return value.places
    if isinstance(value, list | tuple):
        return tuple(dict.fromkeys(place for one in value for place in places_of(one)))
    return ()


def carried(made: object, sources: Iterable[object]) -> object:
    """What a filter made of the sources, with their places."""
    places = tuple(dict.fromkeys(place for one in sources for place in places_of(one)))
    if not places:
        return made
    return [traced(one, places) for one in made] if isinstance(made, list) else traced(made, places)


def joined(texts: Iterable[str]) -> Iterator[str]:
    """The whole text in as few parts as have one place each."""
    return (traced("".join(group), places) for places, group in groupby(texts, places_of))


def shown(places: Iterable[Place]) -> tuple[str, ...]:
    """The places as `file:line`: where several values of one record are meant, the line where the record begins."""
    lines: dict[tuple[str, int], set[int]] = {}
    for place in places:
        lines.setdefault((place.file, place.record), set()).add(place.line)
    return tuple(f"{file}:{record if len(used) > 1 else min(used)}" for (file, record), used in lines.items())
