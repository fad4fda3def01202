"""Tries patterns of a description on its names and values, in bounded work whatever the pattern."""

import re
from functools import lru_cache
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_SHORT = 20
"""Characters of a text on which any pattern may be tried: what doubles with each of them ends in a moment."""
_MANY = 10
"""How often something can be repeated before it counts as without end."""
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)


def fits(pattern: str, text: str) -> bool:
    """Whether the pattern matches anywhere in the text; False for patterns that Python cannot compile, and for those
    that could take for ever."""
    found = _compiled(pattern)
    return found is not None and (len(text) <= _SHORT or not found[1]) and found[0].search(text) is not None


@lru_cache(maxsize=20_000)
def _compiled(pattern: str) -> tuple[re.Pattern[str], bool] | None:
    """The pattern, and whether its time can double with each character of a text."""
    try:
        return re.compile(pattern), _explodes(parser.parse(pattern))
    except (re.error, RecursionError, OverflowError):
        return None


def _explodes(items: Any) -> bool:
    """Whether a repetition holds what can match the same text in several ways: `(a+)+`, `(a|a?)*`."""
    for kind, given in items:
        if kind in _REPEATS and given[1] > _MANY and _is_ambiguous(_flat(given[2])):
            return True
        if any(_explodes(inner) for inner in _inner(kind, given)):
            return True
    return False


def _inner(kind: Any, given: Any) -> list[Any]:
    if kind in _REPEATS:
        return [given[2]]
    if kind is codes.SUBPATTERN:
        return [given[-1]]
    if kind is codes.BRANCH:
        return list(given[1])
    return [given[1]] if kind in (codes.ASSERT, codes.ASSERT_NOT) else []


def _flat(items: Any) -> list[tuple[Any, Any]]:
    """The items, with those of groups in their places."""
    found: list[tuple[Any, Any]] = []
    for kind, given in items:
        found += _flat(given[-1]) if kind is codes.SUBPATTERN else [(kind, given)]
    return found


def _is_ambiguous(items: list[tuple[Any, Any]]) -> bool:
    """Whether nothing in the items tells where one round of a repetition ends and the next begins."""
    branches = [one for kind, given in items if kind is codes.BRANCH for one in given[1]]
    if any(not one or one[0][0] is not codes.LITERAL for one in branches):
        return True
    return any(kind in _REPEATS and given[1] > _MANY for kind, given in items) and all(
        kind in _REPEATS for kind, _ in items
    )
