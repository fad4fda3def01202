"""Removes constraints from a normal form that have no effect beside the others."""

import math
from collections.abc import Callable, Iterable
from typing import Any

from jekyll_openapi.diff.cursor import Cursor
from jekyll_openapi.diff.shape import NEVER, Fact, Shape, Typed, divides, is_number, text_of_value, validity

ShapeOf = Callable[[tuple[Cursor, ...]], Shape]


def simplify(made: Shape, shape_of: ShapeOf) -> None:
    """Removes constraints without effect."""
    for kind, typed in list(made.types.items()):
        _simplify_limits(typed, kind)
    _simplify_nots(made, shape_of)
    for kind, typed in list(made.types.items()):
        if typed.values is not None:
            told = validity(typed.values, typed)
            # What may fit counts as listed, under the patterns that nobody could try.
            typed.values = {text: one for text, one in typed.values.items() if told[text] is not False}
            if not typed.values:
                del made.types[kind]
                continue
            left = {"pattern": typed.sets["pattern"]} if None in told.values() else {}
            # Both booleans are any boolean.
            made.types[kind] = (
                Typed() if kind == "boolean" and len(typed.values) == 2 else Typed(typed.values, sets=left)
            )
        elif _is_never(typed, kind):
            del made.types[kind]


def _simplify_nots(made: Shape, shape_of: ShapeOf) -> None:
    """Removes enumerated values that `not` excludes, and each `not` that concerns none of the types."""
    kept = []
    for cursor in made.nots:
        inner = shape_of((cursor,))
        if inner.only_values:
            for kind, typed in made.types.items():
                banned = (inner.types[kind].values or {}) if kind in inner.types else {}
                if typed.values is not None:
                    typed.values = {text: one for text, one in typed.values.items() if text not in banned}
            is_met = any(kind in inner.types and one.values is None for kind, one in made.types.items())
        else:
            is_met = not inner.is_simple or bool(inner.types.keys() & made.types.keys())
        kept += [cursor] if is_met else []
    made.nots = kept


def _simplify_limits(typed: Typed, kind: str) -> None:
    _simplify_steps(typed)
    if kind == "number" and typed.is_integer:
        typed.lower, typed.upper = _whole(typed.lower, math.ceil, 1), _whole(typed.upper, math.floor, -1)
    _require_dependents(typed)
    least = len(typed.required) if kind == "object" else 0
    if kind in ("string", "array", "object") and typed.lower and typed.lower.value <= least:
        typed.lower = None
    if kind == "number" and typed.values is None and not _is_never(typed, kind) and (only := _only_value(typed)):
        typed.values = {text_of_value(only.value): (only.value, only.cursor)}
    if kind == "number":
        typed.sets.pop("format", None)
    if kind == "string" and typed.values is None and typed.upper and typed.upper.value == 0:
        typed.values = {text_of_value(""): ("", typed.upper.cursor)}
    if kind == "array":
        _simplify_array(typed)
    _drop(typed, "format", _HIDING)
    _drop(typed, "pattern", FITS_ALL)
    typed.dependent = {pair: cursor for pair, cursor in typed.dependent.items() if pair[1] not in typed.required}


def _require_dependents(typed: Typed) -> None:
    """Requires what is required with a property that always is."""
    waiting = list(typed.required)
    while waiting and typed.dependent:
        name = waiting.pop()
        for (one, other), cursor in typed.dependent.items():
            if one == name and other not in typed.required:
                typed.required[other] = cursor
                waiting.append(other)


def _simplify_array(typed: Typed) -> None:
    """Removes what the number of items makes pointless."""
    if typed.upper and typed.upper.value <= 1:
        typed.is_unique = None
    is_ended = any(one.value == NEVER for one in typed.schemas.get("items", ()))
    if is_ended and typed.upper and typed.upper.value >= len(typed.prefix):
        typed.upper = None


def _only_value(typed: Typed) -> Fact | None:
    """The limit, if minimum and maximum are equal and allow just one value."""
    return typed.lower if typed.lower and typed.upper and typed.lower.value == typed.upper.value else None


_HIDING = {"password", "commonmark", "html"}
"""Formats that only say how a text is displayed."""
FITS_ALL = frozenset({"", ".*", "^", "$", "^.*"})
"""Patterns that every text fits."""


def _drop(typed: Typed, keyword: str, idle: Iterable[str]) -> None:
    stated = typed.sets.get(keyword)
    if stated:
        for one in idle:
            stated.pop(one, None)
        if not stated:
            del typed.sets[keyword]


def _simplify_steps(typed: Typed) -> None:
    """Removes steps that follow from other steps or from the value being an integer."""
    multiples = typed.sets.get("multipleOf", {})
    typed.is_integer |= any(_divides(1, one) for one in multiples)
    for one in list(multiples):
        others = [other for other in multiples if other != one] + ([1] if typed.is_integer else [])
        if any(_divides(one, other) for other in others):
            del multiples[one]
    if not multiples:
        typed.sets.pop("multipleOf", None)


def _divides(step: Any, other: Any) -> bool:
    """Whether each multiple of the other is a multiple of the step."""
    return is_number(step) and is_number(other) and step > 0 and divides(step, other)


def _whole(fact: Fact | None, rounded: Any, step: int) -> Fact | None:
    """The limit rounded to the nearest integer that can be reached."""
    if fact is None:
        return None
    value = rounded(fact.value)
    if fact.is_exclusive and value == fact.value:
        value += step
    return Fact(value, fact.cursor, fact.keyword)


def _is_never(typed: Typed, kind: str) -> bool:
    lower, upper = typed.lower, typed.upper
    if lower and upper and lower.value >= upper.value:
        return bool(lower.value > upper.value or lower.is_exclusive or upper.is_exclusive)
    if kind != "object":
        return False
    wanted = (cursor for name in typed.required for cursor in typed.properties.get(name, ()))
    return bool(upper and upper.value < len(typed.required)) or any(one.value == NEVER for one in wanted)
