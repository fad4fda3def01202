"""A schema in normal form: what a value of each JSON type has to be, however that is written.

References, `allOf`, alternatives of different types, `const`, `nullable` and limits that mean nothing are worked in, so
that two ways of writing one schema have one shape. What cannot be worked in (alternatives of one type, `not`,
conditions) stands beside the types as it is.
"""

from __future__ import annotations

import json
import math
import re
from decimal import Decimal
from typing import Any

from jekyll_openapi.diff.spot import Spot, bare, binds, component_of
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.references import REF
from jekyll_openapi.records import dataclass, field

TYPES = ("null", "boolean", "number", "string", "array", "object")
"""The types of JSON values; an integer is a number."""


NEVER: Json = {"not": {}}
"""A schema that nothing fits."""


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """A limit, and where it stands."""

    value: Any
    spot: Spot
    keyword: str
    is_exclusive: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """What one object schema says of properties."""

    spot: Spot
    properties: dict[str, Spot]
    patterns: dict[str, Spot]
    rest: Spot | None
    """`additionalProperties`; None where anything may stand there."""

    def view(self, name: str) -> tuple[Spot, ...]:
        """What the part says of the property with the name."""
        found = [self.properties[name]] if name in self.properties else []
        found += [spot for pattern, spot in self.patterns.items() if fits(pattern, name)]
        return tuple(found) if found else (self.rest,) if self.rest else ()


@dataclass(slots=True, eq=False)
class Typed:
    """What a value of one JSON type has to be."""

    values: dict[str, tuple[Any, Spot]] | None = None
    """The values themselves, by their text; None where they are not listed."""
    is_integer: bool = False
    lower: Fact | None = None
    upper: Fact | None = None
    sets: dict[str, dict[Any, Spot]] = field(default_factory=dict)
    """`multipleOf`, `pattern`, `format`: all of the values hold."""
    is_unique: Spot | None = None
    schemas: dict[str, tuple[Spot, ...]] = field(default_factory=dict)
    """`items`, `propertyNames`: all of the schemas hold."""
    prefix: list[tuple[Spot, ...]] = field(default_factory=list)
    contains: list[Spot] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    required: dict[str, Spot] = field(default_factory=dict)
    dependent: dict[tuple[str, str], Spot] = field(default_factory=dict)
    """Pairs of `dependentRequired`: with the first, the second has to be there."""
    dependents: dict[str, tuple[Spot, ...]] = field(default_factory=dict)
    closed: Spot | None = None
    """`unevaluatedProperties`."""
    _properties: tuple[tuple[int, ...], dict[str, tuple[Spot, ...]]] | None = None
    """What was asked for last, and of which parts: it is asked for with each property."""

    @property
    def is_open(self) -> bool:
        """Whether any value of the type is valid."""
        stated = (
            *(self.values is not None, self.is_integer, self.lower, self.upper, self.sets, self.is_unique, self.closed),
            *(self.schemas, self.prefix, self.contains, self.parts, self.required, self.dependent, self.dependents),
        )
        return not any(stated)

    @property
    def properties(self) -> dict[str, tuple[Spot, ...]]:
        """What each listed property has to be, by all parts together; nobody may change it."""
        key = tuple(map(id, self.parts))
        if self._properties is None or self._properties[0] != key:
            names = dict.fromkeys(name for part in self.parts for name in part.properties)
            found = {name: tuple(spot for part in self.parts for spot in part.view(name)) for name in names}
            self._properties = key, found
        return self._properties[1]

    @property
    def patterns(self) -> dict[str, tuple[Spot, ...]]:
        """What the properties have to be that fit a pattern."""
        names = dict.fromkeys(name for part in self.parts for name in part.patterns)
        return {name: tuple(part.patterns[name] for part in self.parts if name in part.patterns) for name in names}

    @property
    def rest(self) -> tuple[Spot, ...]:
        """What the properties have to be that are not listed."""
        found = tuple(part.rest for part in self.parts if part.rest and part.rest.value)
        return (*found, self.closed) if self.closed else found


@dataclass(slots=True, eq=False)
class Alternatives:
    """`anyOf` or `oneOf` that could not be worked in."""

    keyword: str
    spot: Spot
    members: tuple[Spot, ...]


@dataclass(slots=True, eq=False)
class Shape:
    """A schema in normal form."""

    spots: tuple[Spot, ...]
    """The schemas as they are written; a value has to fit all of them."""
    types: dict[str, Typed]
    alternatives: list[Alternatives] = field(default_factory=list)
    nots: list[Spot] = field(default_factory=list)
    conditions: list[Spot] = field(default_factory=list)
    """Schemas with `if`."""
    unread: dict[str, Spot] = field(default_factory=dict)
    """References that lead out of the document."""
    followed: set[str] = field(default_factory=set)
    """Where the references lead that are worked in."""

    @property
    def spot(self) -> Spot:
        """Where the schema stands."""
        return self.spots[0]

    @property
    def is_simple(self) -> bool:
        """Whether the types say all."""
        return not (self.alternatives or self.nots or self.conditions or self.unread)

    @property
    def is_anything(self) -> bool:
        """Whether every value is valid."""
        return self.is_simple and len(self.types) == len(TYPES) and all(one.is_open for one in self.types.values())

    @property
    def only_values(self) -> bool:
        """Whether it is a list of values."""
        return self.is_simple and all(one.values is not None or kind == "null" for kind, one in self.types.items())


def text_of_value(value: Any) -> str:
    """The value as text, equal for equal values: 1 is 1.0, and no text is a number."""
    if isinstance(value, float | int | Decimal) and not isinstance(value, bool):
        number = Decimal(str(value))
        return f"{int(number)}" if number == number.to_integral_value() else f"{number.normalize():f}"
    if isinstance(value, list):
        return f"[{','.join(map(text_of_value, value))}]"
    if isinstance(value, dict):
        return f"{{{','.join(f'{json.dumps(key)}:{text_of_value(value[key])}' for key in sorted(value))}}}"
    return json.dumps(value, ensure_ascii=False)


def is_valid(value: Any, typed: Typed) -> bool:
    """Whether a listed value keeps the other limits, as far as that is seen at a glance."""
    if isinstance(value, bool) or value is None:
        return True
    size: Any = len(value) if isinstance(value, str | list | dict) else value
    if not isinstance(value, str | list | dict):
        steps = [*typed.sets.get("multipleOf", ()), *([1] if typed.is_integer else [])]
        if any(Decimal(str(value)) % Decimal(str(step)) != 0 for step in steps if Decimal(str(step))):
            return False
    lower, upper = typed.lower, typed.upper
    if lower and (size < lower.value or (lower.is_exclusive and size == lower.value)):
        return False
    if upper and (size > upper.value or (upper.is_exclusive and size == upper.value)):
        return False
    if isinstance(value, dict):
        return all(name in value for name in typed.required)
    patterns = typed.sets.get("pattern", {}) if isinstance(value, str) else ()
    return all(fits(str(pattern), str(value)) for pattern in patterns)


def canonical(spot: Spot) -> str:
    """The schema as text without what binds nobody, equal for what is written alike but for order."""
    return json.dumps(_ordered(bare(spot.value)), sort_keys=True, default=str)


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


def fits(pattern: str, name: str) -> bool:
    """Whether a pattern is found in a text; what is no pattern of Python is found in none."""
    try:
        return re.search(pattern, name) is not None
    except re.error:
        return False


def is_number(value: Any) -> bool:
    """Whether the value is a number, and one that a limit can be."""
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool) and math.isfinite(value)
