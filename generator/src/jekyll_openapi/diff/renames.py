"""Recognizes renames by strong evidence: one name removed and one added, in the same position, with the same type."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import takewhile
from typing import TypeVar

from jekyll_openapi.diff.cursor import Cursor
from jekyll_openapi.diff.shape import Typed, canonical

Key = TypeVar("Key", bound=Hashable)


def renames(old: Sequence[str], new: Sequence[str], is_same: Callable[[str, str], bool]) -> dict[str, str]:
    """Old name -> new name, for names that changed alone between the same neighbours and stand for the same thing."""
    before, after = set(old), set(new)
    kept_old, kept_new = [name for name in old if name in after], [name for name in new if name in before]
    # Reordered names have no comparable neighbours.
    if kept_old != kept_new:
        return {}
    gone, came = _gaps(old, kept_old), _gaps(new, kept_new)
    pairs = ((gone[place], came[place]) for place in gone if len(gone[place]) == len(came.get(place, ())) == 1)
    return {was: now for [was], [now] in pairs if is_same(was, now)}


def property_renames(old: Typed, new: Typed) -> dict[str, str]:
    """Old property name -> new property name, by strong evidence."""
    before, after = old.properties, new.properties
    return renames(list(before), list(after), lambda one, other: _facts(before[one]) == _facts(after[other]))


def _facts(cursors: tuple[Cursor, ...]) -> list[str]:
    return [canonical(cursor) for cursor in cursors]


def _gaps(names: Sequence[str], kept: Sequence[str]) -> dict[str, list[str]]:
    """Kept name -> the names that follow it and were not kept."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    place, known = "", set(kept)
    for name in names:
        if name in known:
            place = name
        else:
            found[place].append(name)
    return found


def look_alike(old: str, new: str) -> bool:
    """Whether at least half of the shorter text is a common prefix or suffix."""
    old, new = old.casefold(), new.casefold()
    return 2 * max(_beginning(old, new), _beginning(old[::-1], new[::-1])) >= min(len(old), len(new)) > 0


def _beginning(old: str, new: str) -> int:
    """Length of the common prefix."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def matches(old: Mapping[Key, object], new: Mapping[Key, object]) -> dict[Key, Key]:
    """Old key -> new key, for keys whose evidence is not None and unique on both sides."""
    gone, came = _only(old), _only(new)
    return {gone[evidence]: came[evidence] for evidence in gone if evidence in came}


def _only(evidence: Mapping[Key, object]) -> dict[object, Key]:
    keys: defaultdict[object, list[Key]] = defaultdict(list)
    for key, one in evidence.items():
        keys[one].append(key)
    return {one: found[0] for one, found in keys.items() if len(found) == 1 and one is not None}


def mostly_same(old: Iterable[object], new: Iterable[object]) -> bool:
    """Whether at least half of the larger collection is in both; two empty ones are the same."""
    before, after = set(old), set(new)
    return 2 * len(before & after) >= max(len(before), len(after))
