"""Decides whether differences between two schemas allow fewer values or more."""

from collections.abc import Callable, Iterator

from jekyll_openapi.diff.cursor import Cursor, Found, Link

Cursors = tuple[Cursor, ...]
"""Schemas that must all fit."""
Seen = frozenset[tuple[str, ...]]
"""Pairs that are being compared further out; stops recursion."""
Compare = Callable[[Cursors, Cursors, Seen], Iterator[Found]]


def direction(found: Iterator[Found], old: Cursor, new: Cursor, compare_all: Compare, seen: Seen) -> tuple[bool, bool]:
    """(is narrower, is wider) for the differences, including those behind links."""
    is_narrower = is_wider = False
    waiting = list(found)
    followed: set[Link] = set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, Link):
            if one not in followed and len(followed) < _MOST_LINKS:
                followed.add(one)
                waiting += compare_all((old.spec.schema(one.old),), (new.spec.schema(one.new),), seen)
        else:
            is_narrower |= one.kind.request.level == "breaking"
            is_wider |= one.kind.response.level in ("breaking", "warning")
    return is_narrower, is_wider


_MOST_LINKS = 200
