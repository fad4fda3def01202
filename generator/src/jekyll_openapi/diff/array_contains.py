"""Compares `contains`: how many items of an array must fit a schema."""

import math
from collections.abc import Iterator
from itertools import zip_longest

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.cursor import Cursor, Difference
from jekyll_openapi.diff.directions import Compare, Seen, direction
from jekyll_openapi.diff.notes import shown_value
from jekyll_openapi.diff.shape import Typed, canonical, is_number
from jekyll_openapi.records import replace

_KEYS = ("contains", "minContains", "maxContains")


def compare_contains(
    old: Typed, new: Typed, at: tuple[Cursor, Cursor], compare_all: Compare, seen: Seen
) -> Iterator[Difference]:
    """The changes in `contains`; demands that both sides have are compared by meaning."""
    before, after = ({_key(cursor): cursor for cursor in one.contains} for one in (old, new))
    same = [(cursor, after[key]) for key, cursor in before.items() if key in after]
    gone = [cursor for key, cursor in before.items() if key not in after]
    came = [cursor for key, cursor in after.items() if key not in before]
    for was, now in (*same, *zip_longest(gone, came)):
        told = _direction(was, now, compare_all, seen) if was and now else (bool(now), bool(was))
        kind = kinds.by_direction(*told)
        said = [_said(one) for one in (was, now)]
        if kind:
            message = f"some items have to fit {said[1]}" if now else "no item has to fit any more"
            yield Difference(kind, was or at[0], now or at[1], message, *said)


def _direction(was: Cursor, now: Cursor, compare_all: Compare, seen: Seen) -> tuple[bool, bool]:
    before, after = (replace(one.into("contains"), known=None) for one in (was, now))
    is_narrower, is_wider = direction(compare_all((before,), (after,), seen), before, after, compare_all, seen)
    (least, most), (new_least, new_most) = _counts(was), _counts(now)
    has_least, has_most = least > 0 or new_least > 0, most < math.inf or new_most < math.inf
    # Fewer items fit a narrower schema: that is bad for a least number of them, and good for a greatest.
    return (
        new_least > least or new_most < most or (is_narrower and has_least) or (is_wider and has_most),
        new_least < least or new_most > most or (is_wider and has_least) or (is_narrower and has_most),
    )


def _counts(cursor: Cursor) -> tuple[float, float]:
    least, most = cursor.get("minContains"), cursor.get("maxContains")
    return least if is_number(least) else 1, most if is_number(most) else math.inf


def _key(cursor: Cursor) -> tuple[object, ...]:
    return canonical(cursor.into("contains")), *_counts(cursor)


def _said(cursor: Cursor | None) -> str:
    return shown_value({key: cursor.value[key] for key in _KEYS if key in cursor.value}) if cursor else ""
