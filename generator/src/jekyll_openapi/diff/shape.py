"""The normal form of a schema: the constraints for each JSON type, however the schema is written.

References, `allOf`, alternatives of different types, `const`, `nullable` and limits without effect are resolved, so
that two spellings of one schema have the same shape. What cannot be resolved (alternatives of one type, `not`,
conditions) is kept beside the types.
"""

from __future__ import annotations

import json
import math
from decimal import Decimal
from typing import Any

from jekyll_openapi.diff.cursor import Cursor, bare, binds, component_of
from jekyll_openapi.diff.patterns import fits
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.references import REF
from jekyll_openapi.records import dataclass, field

TYPES = ("null", "boolean", "number", "string", "array", "object")
"""The JSON types; an integer is a number."""


MOST_TRIES = 250_000
"""Most pairs of a pattern and a text that are looked at in one schema, which takes a second."""
Listed = dict[str, tuple[Any, Cursor]]
"""Unique text of a value -> the value, and where it is listed."""
NEVER: Json = {"not": {}}
"""A schema that rejects every value."""


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """A limit, and where it is."""

    value: Any
    cursor: Cursor
    keyword: str
    is_exclusive: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """The properties that one object schema describes."""

    cursor: Cursor
    properties: dict[str, Cursor]
    patterns: dict[str, Cursor]
    rest: Cursor | None
    """`additionalProperties`; None if anything is allowed."""

    def view(self, name: str, *, untried: bool = True) -> tuple[Cursor, ...]:
        """The schemas of the property with the name, according to this part.

        `untried` says whether it counts as matching a pattern that cannot be tried.
        """
        found = [self.properties[name]] if name in self.properties else []
        for pattern, cursor in self.patterns.items():
            if (told := fits(pattern, name)) or (told is None and untried):
                found.append(cursor)
        return tuple(found) if found else (self.rest,) if self.rest else ()


@dataclass(slots=True, eq=False)
class Typed:
    """The constraints on values of one JSON type."""

    values: Listed | None = None
    """The values, if they are enumerated; None if not. Of the other constraints, only patterns are left then, which
    could not be tried on all of the values."""
    is_integer: bool = False
    lower: Fact | None = None
    upper: Fact | None = None
    sets: dict[str, dict[Any, Cursor]] = field(default_factory=dict)
    """`multipleOf`, `pattern` and `format`; all values in them apply."""
    is_unique: Cursor | None = None
    schemas: dict[str, tuple[Cursor, ...]] = field(default_factory=dict)
    """`items` and `propertyNames`; all schemas in them apply."""
    prefix: list[tuple[Cursor, ...]] = field(default_factory=list)
    contains: list[Cursor] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    required: dict[str, Cursor] = field(default_factory=dict)
    dependent: dict[tuple[str, str], Cursor] = field(default_factory=dict)
    """Pairs of `dependentRequired`: with the first property, the second is required."""
    dependents: dict[str, tuple[Cursor, ...]] = field(default_factory=dict)
    closed: Cursor | None = None
    """`unevaluatedProperties`."""
    _properties: tuple[int, dict[str, tuple[Cursor, ...]]] | None = None
    """The last result of `properties`, and from how many parts it was computed."""
    _others: tuple[int, list[Part]] | None = None
    """The parts that say something of properties that they do not list, likewise."""

    @property
    def is_open(self) -> bool:
        """Whether every value of the type is valid."""
        stated = (
            *(self.values is not None, self.is_integer, self.lower, self.upper, self.sets, self.is_unique, self.closed),
            *(self.schemas, self.prefix, self.contains, self.parts, self.required, self.dependent, self.dependents),
        )
        return not any(stated)

    @property
    def properties(self) -> dict[str, tuple[Cursor, ...]]:
        """Property -> the schemas that it must fit, from all parts. It is cached and must not be modified."""
        key = len(self.parts)  # to which some are only ever added
        if self._properties is None or self._properties[0] != key:
            found: dict[str, list[Cursor]] = {name: [] for part in self.parts for name in part.properties}
            is_crowded = self.is_crowded(self.listed)
            for part in self.parts:
                # Only patterns and the rest say something of properties that the part does not list.
                for name in found if (part.patterns or part.rest) and not is_crowded else part.properties:
                    found[name] += part.view(name)
            self._properties = key, {name: tuple(cursors) for name, cursors in found.items()}
        return self._properties[1]

    @property
    def listed(self) -> set[str]:
        """The names of the properties that the parts list."""
        return {name for part in self.parts for name in part.properties}

    def is_crowded(self, names: set[str]) -> bool:
        """Whether there are too many patterns to try each on each of the names."""
        return len(names) * sum(len(part.patterns) + bool(part.rest) for part in self.parts) > MOST_TRIES

    @property
    def patterns(self) -> dict[str, tuple[Cursor, ...]]:
        """Pattern -> the schemas that matching properties must fit."""
        found: dict[str, list[Cursor]] = {}
        for part in self.parts:
            for pattern, cursor in part.patterns.items():
                found.setdefault(pattern, []).append(cursor)
        return {pattern: tuple(cursors) for pattern, cursors in found.items()}

    @property
    def rest(self) -> tuple[Cursor, ...]:
        """The schemas that properties must fit that are not listed."""
        found = tuple(part.rest for part in self.parts if part.rest and part.rest.value)
        return (*found, self.closed) if self.closed else found

    def unlisted(self, name: str, *, untried: bool = True) -> tuple[Cursor, ...]:
        """The schemas that a property must fit that is not listed: those of the patterns that match its name, and
        the rest. `untried` says whether a pattern that cannot be tried counts as matching."""
        key = len(self.parts)
        if self._others is None or self._others[0] != key:
            # Of thousands of parts that only list properties, each would be asked about each name.
            self._others = key, [part for part in self.parts if part.patterns or part.rest]
        views = [(part, cursor) for part in self._others[1] for cursor in part.view(name, untried=untried)]
        found = tuple(cursor for _, cursor in views)
        is_matched = any(cursor is not part.rest for part, cursor in views)
        return (*found, self.closed) if self.closed and not is_matched else found


@dataclass(slots=True, eq=False)
class Alternatives:
    """An `anyOf` or `oneOf` that could not be merged into the types."""

    keyword: str
    cursor: Cursor
    members: tuple[Cursor, ...]


@dataclass(slots=True, eq=False)
class Shape:
    """A schema in normal form."""

    cursors: tuple[Cursor, ...]
    """The schemas as written; a value must fit all of them."""
    types: dict[str, Typed]
    alternatives: list[Alternatives] = field(default_factory=list)
    nots: list[Cursor] = field(default_factory=list)
    conditions: list[Cursor] = field(default_factory=list)
    """Schemas with `if`."""
    unread: dict[str, Cursor] = field(default_factory=dict)
    """Keyword and value of what cannot be read: references that lead out of the document, limits that are no
    numbers."""
    followed: set[str] = field(default_factory=set)
    """Pointers of the references that were resolved."""

    @property
    def cursor(self) -> Cursor:
        """The schema's place in the description."""
        return self.cursors[0]

    @property
    def is_simple(self) -> bool:
        """Whether the types say everything."""
        return not (self.alternatives or self.nots or self.conditions or self.unread)

    @property
    def is_anything(self) -> bool:
        """Whether every value is valid."""
        return self.is_simple and len(self.types) == len(TYPES) and all(one.is_open for one in self.types.values())

    @property
    def only_values(self) -> bool:
        """Whether the schema is just a list of values."""
        return self.is_simple and all(
            (one.values is not None and not one.sets) or kind == "null" for kind, one in self.types.items()
        )


def text_of_value(value: Any) -> str:
    """A text that is equal for equal values: 1 equals 1.0, and no string equals a number."""
    if isinstance(value, float | int | Decimal) and not isinstance(value, bool):
        number = Decimal(str(value))
        return f"{int(number)}" if number == number.to_integral_value() else f"{number.normalize():f}"
    if isinstance(value, list):
        return f"[{','.join(map(text_of_value, value))}]"
    if isinstance(value, dict):
        return f"{{{','.join(f'{json.dumps(key)}:{text_of_value(value[key])}' for key in sorted(value))}}}"
    return json.dumps(value, ensure_ascii=False)


def divides(step: Any, number: Any) -> bool:
    """Whether the number is a multiple of the step, which is not 0, in the digits that are stated."""
    from fractions import Fraction  # not needed by most comparisons

    # Neither float, where 0.3 % 0.1 is not 0, nor Decimal, which gives up where the quotient has 29 digits.
    return Fraction(str(number)) % Fraction(str(step)) == 0


def validity(values: Listed, typed: Typed) -> dict[str, bool | None]:
    """Text of each value -> whether it satisfies the limits, as far as a cheap check can tell; None if a pattern
    cannot be tried on it."""
    found: dict[str, bool | None] = {text: _is_valid(value, typed) for text, (value, _) in values.items()}
    patterns = tuple(map(str, typed.sets.get("pattern", ())))
    is_few = len(patterns) * len(values) <= MOST_TRIES
    for text, (value, _) in values.items():
        if patterns and found[text] and isinstance(value, str):
            told = {fits(pattern, value) for pattern in patterns} if is_few else {None}
            found[text] = False if False in told else None if None in told else True
    return found


def _is_valid(value: Any, typed: Typed) -> bool:
    """Whether the value satisfies the limits other than patterns."""
    if isinstance(value, bool) or value is None:
        return True
    size: Any = len(value) if isinstance(value, str | list | dict) else value
    if not isinstance(value, str | list | dict):
        steps = [*typed.sets.get("multipleOf", ()), *([1] if typed.is_integer else [])]
        if not all(divides(step, value) for step in steps):
            return False
    lower, upper = typed.lower, typed.upper
    if lower and (size < lower.value or (lower.is_exclusive and size == lower.value)):
        return False
    if upper and (size > upper.value or (upper.is_exclusive and size == upper.value)):
        return False
    return not isinstance(value, dict) or all(name in value for name in typed.required)


def canonical(cursor: Cursor) -> str:
    """The schema as text, without annotations: equal for schemas that only differ in order."""
    return json.dumps(_ordered(bare(cursor.value)), sort_keys=True, default=str)


def _ordered(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        if named := component_of(value):
            return {REF: named}
        inner = key in ("properties", "patternProperties", "dependentSchemas", "dependentRequired")
        return {name: _ordered(one, name) for name, one in value.items() if inner or binds(name)}
    if isinstance(value, list):
        items = [_ordered(one) for one in value]
        if key in ("required", "enum", "anyOf", "oneOf", "allOf", "type"):
            return sorted(items, key=lambda one: json.dumps(one, sort_keys=True, default=str))
        return items
    return value


def is_step(value: Any) -> bool:
    """Whether the value is a number that others can be multiples of."""
    return is_number(value) and bool(value > 0)


def is_number(value: Any) -> bool:
    """Whether the value is a finite number, as limits must be."""
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool) and math.isfinite(value)
