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
from jekyll_openapi.records import dataclass, field, replace

TYPES = ("null", "boolean", "number", "string", "array", "object")
"""The types of JSON values; an integer is a number."""
_NAMES = {str: "string", bool: "boolean", type(None): "null", list: "array", dict: "object"}
_UPPER = {"maximum": "number", "maxLength": "string", "maxItems": "array", "maxProperties": "object"}
_LOWER = {"minimum": "number", "minLength": "string", "minItems": "array", "minProperties": "object"}
_SETS = {"multipleOf": "number", "pattern": "string", "format": "string"}
_SCHEMAS = {"items": "array", "propertyNames": "object", "unevaluatedItems": "array"}
OBJECT_WORDS = ("properties", "patternProperties", "additionalProperties")


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
        found += [spot for pattern, spot in self.patterns.items() if _fits(pattern, name)]
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


def shape_of(spots: tuple[Spot, ...]) -> Shape:
    """The normal form of what has to fit all of the schemas."""
    made = Shape(spots, {kind: Typed() for kind in TYPES})
    for spot in spots:
        _add(made, spot, frozenset())
    _tidy(made)
    return made


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


def reference_of(spot: Spot) -> tuple[str, bool]:
    """The component schema that this is another name for, and whether null is allowed beside it."""
    for keyword in ("anyOf", "oneOf"):
        members = spot.value.get(keyword, ())
        others = [index for index, one in enumerate(members) if one not in ({"type": "null"}, {"type": ["null"]})]
        if len(members) == 2 and len(others) == 1 and not any(binds(key) for key in spot.value if key != keyword):
            inner, _ = reference_of(spot.into(keyword, others[0]))
            return inner, True
    return spot.reference, _is_nullable(spot)


# --- reading ----------------------------------------------------------------------------------------------------------


def _add(made: Shape, spot: Spot, trail: frozenset[str]) -> None:
    """Lets a schema hold too."""
    value = spot.value
    if "$ref" in value:
        _add_reference(made, spot, trail)
        if spot.spec.is_30:
            return
    if _is_nullable(spot) and "type" not in value and ("allOf" in value or "oneOf" in value):
        # Strictly this allows no null; everybody who writes it means that it does.
        plain = {key: one for key, one in value.items() if key != "nullable"}
        inner = shape_of((replace(spot, value=plain),))
        _conjoin(made, _with_null(inner))
        return
    _restrict_types(made, _stated_types(spot))
    _restrict_values(made, spot)
    for kind in list(made.types):
        _READERS[kind](made.types[kind], spot)
    for index in range(len(value.get("allOf", ()))):
        _add(made, spot.inside("allOf", index), trail)
    for keyword in ("anyOf", "oneOf"):
        if keyword in value:
            members = tuple(spot.inside(keyword, index) for index in range(len(value[keyword])))
            _add_alternatives(made, Alternatives(keyword, spot, members))
    if "not" in value:
        _add_not(made, spot)
    if "if" in value and ("then" in value or "else" in value):
        made.conditions.append(spot)
    # What is made of conditions for OpenAPI 3.0, which has none.
    made.conditions += [spot.inside("x-conditions", index) for index in range(len(value.get("x-conditions", ())))]


def _with_null(shape: Shape) -> Shape:
    shape.types["null"] = Typed()
    return shape


def _add_reference(made: Shape, spot: Spot, trail: frozenset[str]) -> None:
    target = spot.target
    if target is None:
        made.unread[str(spot.value["$ref"])] = spot
    elif target.pointer not in trail:
        _add(made, target, trail | {target.pointer})


def _add_not(made: Shape, spot: Spot) -> None:
    inner = shape_of((spot.into("not"),))
    if inner.is_anything:
        made.types.clear()
    elif inner.is_simple and all(one.is_open for one in inner.types.values()):
        for kind in inner.types:
            made.types.pop(kind, None)
    elif inner.types:
        made.nots.append(spot.into("not"))


def _stated_types(spot: Spot) -> set[str] | None:
    """The types of a schema, `integer` among them; None where it states none."""
    stated = spot.value.get("type")
    if stated is None:
        return None
    types = {stated} if isinstance(stated, str) else set(stated)
    return types | {"null"} if _is_nullable(spot) else types


def _is_nullable(spot: Spot) -> bool:
    """Whether OpenAPI 3.0 lets null in."""
    return spot.spec.is_30 and spot.value.get("nullable") is True


def _restrict_types(made: Shape, stated: set[str] | None) -> None:
    if stated is None:
        return
    for kind in list(made.types):
        if kind == "number" and "integer" in stated and "number" not in stated:
            made.types[kind].is_integer = True
        elif kind not in stated:
            del made.types[kind]


def _restrict_values(made: Shape, spot: Spot) -> None:
    """Lets `enum` and `const` hold."""
    value = spot.value
    for listed in ([value["const"]] if "const" in value else None, value.get("enum")):
        if listed is None:
            continue
        by_type: dict[str, dict[str, tuple[Any, Spot]]] = {}
        for one in listed:
            by_type.setdefault(_NAMES.get(type(one), "number"), {})[text_of_value(one)] = (one, spot)
        for kind in list(made.types):
            typed = made.types[kind]
            allowed = by_type.get(kind, {})
            known = (
                allowed if typed.values is None else {key: one for key, one in typed.values.items() if key in allowed}
            )
            if not known:
                del made.types[kind]
            elif kind != "null":
                typed.values = known


def _read_nothing(typed: Typed, spot: Spot) -> None:
    """Null and the booleans have no keywords of their own."""


def _read_number(typed: Typed, spot: Spot) -> None:
    for keyword in ("minimum", "maximum"):
        exclusive = f"exclusive{keyword.capitalize()}"
        bound, other = spot.value.get(keyword), spot.value.get(exclusive)
        if _is_number(bound):
            _bound(typed, Fact(bound, spot, keyword, other is True and spot.spec.is_30))
        if _is_number(other):
            _bound(typed, Fact(other, spot, exclusive, True))
    _read_sets(typed, spot, "number")
    if "format" in spot.value:
        typed.sets.setdefault("width", {}).setdefault(str(spot.value["format"]), spot)


def _read_string(typed: Typed, spot: Spot) -> None:
    _read_limits(typed, spot, "minLength", "maxLength")
    _read_sets(typed, spot, "string")


def _read_array(typed: Typed, spot: Spot) -> None:
    value = spot.value
    _read_limits(typed, spot, "minItems", "maxItems")
    if value.get("uniqueItems") is True:
        typed.is_unique = typed.is_unique or spot
    prefix = value.get("prefixItems", ())
    for index in range(len(prefix)):
        typed.prefix += [()] * (index + 1 - len(typed.prefix))
        typed.prefix[index] = (*typed.prefix[index], spot.into("prefixItems", index))
    _read_schemas(typed, spot, "array")
    if "contains" in value:
        typed.contains.append(spot)


def _read_object(typed: Typed, spot: Spot) -> None:
    value = spot.value
    _read_limits(typed, spot, "minProperties", "maxProperties")
    for name in value.get("required", ()) if isinstance(value.get("required"), list) else ():
        typed.required.setdefault(str(name), spot)
    if any(word in value for word in OBJECT_WORDS):
        properties = {name: spot.attribute(name) for name in value.get("properties", {})}
        patterns = {name: spot.into("patternProperties", name) for name in value.get("patternProperties", {})}
        rest = spot.into("additionalProperties") if "additionalProperties" in value else None
        typed.parts.append(Part(spot, properties, patterns, rest if rest and rest.value else None))
    if "unevaluatedProperties" in value and spot.into("unevaluatedProperties").value:
        typed.closed = spot.into("unevaluatedProperties")
    _read_schemas(typed, spot, "object")
    for name, others in value.get("dependentRequired", {}).items():
        for other in others:
            typed.dependent.setdefault((name, other), spot)
    for name in value.get("dependentSchemas", {}):
        typed.dependents[name] = (*typed.dependents.get(name, ()), spot.into("dependentSchemas", name))


_READERS = {
    "null": _read_nothing,
    "boolean": _read_nothing,
    "number": _read_number,
    "string": _read_string,
    "array": _read_array,
    "object": _read_object,
}


def _read_limits(typed: Typed, spot: Spot, *keywords: str) -> None:
    for keyword in keywords:
        if _is_number(spot.value.get(keyword)):
            _bound(typed, Fact(spot.value[keyword], spot, keyword))


def _read_sets(typed: Typed, spot: Spot, kind: str) -> None:
    for keyword, of in _SETS.items():
        if of == kind and keyword in spot.value:
            one = spot.value[keyword]
            typed.sets.setdefault(keyword, {}).setdefault(one if isinstance(one, str | int | float) else str(one), spot)


def _read_schemas(typed: Typed, spot: Spot, kind: str) -> None:
    for keyword, of in _SCHEMAS.items():
        if of == kind and keyword in spot.value and not isinstance(spot.value[keyword], list):
            inner = spot.into(keyword)
            if inner.value:
                typed.schemas[keyword] = (*typed.schemas.get(keyword, ()), inner)


def _bound(typed: Typed, fact: Fact) -> None:
    """Lets a limit hold; the tighter one stays."""
    if "min" in fact.keyword.lower():
        key = (fact.value, fact.is_exclusive)
        if typed.lower is None or key > (typed.lower.value, typed.lower.is_exclusive):
            typed.lower = fact
    else:
        key = (fact.value, not fact.is_exclusive)
        if typed.upper is None or key < (typed.upper.value, not typed.upper.is_exclusive):
            typed.upper = fact


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool) and math.isfinite(value)


def _fits(pattern: str, name: str) -> bool:
    try:
        return re.search(pattern, name) is not None
    except re.error:
        return False


# --- alternatives -----------------------------------------------------------------------------------------------------


def _add_alternatives(made: Shape, group: Alternatives) -> None:
    """Lets `anyOf` or `oneOf` hold: worked into the types where no type has two alternatives."""
    members = group.members
    if group.keyword == "anyOf":
        members = tuple({canonical(member): member for member in reversed(members)}.values())[::-1]
    shapes = [shape_of((member,)) for member in members]
    possible = [(member, one) for member, one in zip(members, shapes, strict=True) if one.types]
    if not possible:
        made.types.clear()
    elif len(possible) == 1:
        _conjoin(made, possible[0][1])
    elif group.keyword == "anyOf" and any(one.is_anything for _, one in possible):
        return
    elif _can_unite([one for _, one in possible], group.keyword):
        _conjoin(made, _united(group.spot, [one for _, one in possible]))
    else:
        made.alternatives.append(Alternatives(group.keyword, group.spot, tuple(member for member, _ in possible)))


def _can_unite(shapes: list[Shape], keyword: str) -> bool:
    if not all(one.is_simple for one in shapes):
        return False
    for kind in TYPES:
        having = [one.types[kind] for one in shapes if kind in one.types]
        if len(having) < 2:
            continue
        if not all(one.values is not None for one in having):
            return kind == "null" and keyword == "anyOf" and _can_unite([_but_null(one) for one in shapes], keyword)
        listed = [text for one in having for text in one.values or ()]
        if keyword == "oneOf" and len(listed) != len(set(listed)):
            return False
    return True


def _but_null(shape: Shape) -> Shape:
    return Shape(shape.spots, {kind: one for kind, one in shape.types.items() if kind != "null"})


def _united(spot: Spot, shapes: list[Shape]) -> Shape:
    """One shape for all alternatives, of which no two share a type but by lists of values."""
    made = Shape((spot,), {})
    for kind in TYPES:
        having = [one.types[kind] for one in shapes if kind in one.types]
        if len(having) == 1 or (having and kind == "null"):
            made.types[kind] = having[0]
        elif having:
            made.types[kind] = Typed({text: one for typed in having for text, one in (typed.values or {}).items()})
    return made


def _conjoin(made: Shape, other: Shape) -> None:
    """Lets another shape hold too."""
    for kind in list(made.types):
        if kind in other.types:
            _conjoin_typed(made.types[kind], other.types[kind])
            if made.types[kind].values == {}:
                del made.types[kind]
        else:
            del made.types[kind]
    made.alternatives += other.alternatives
    made.nots += other.nots
    made.conditions += other.conditions
    made.unread |= other.unread


def _conjoin_typed(made: Typed, other: Typed) -> None:
    if other.values is not None:
        known = other.values
        made.values = known if made.values is None else {key: one for key, one in made.values.items() if key in known}
    made.is_integer |= other.is_integer
    for fact in (other.lower, other.upper):
        if fact:
            _bound(made, fact)
    for keyword, values in other.sets.items():
        made.sets[keyword] = {**made.sets.get(keyword, {}), **values}
    made.is_unique = made.is_unique or other.is_unique
    for keyword, spots in other.schemas.items():
        made.schemas[keyword] = (*made.schemas.get(keyword, ()), *spots)
    for index, spots in enumerate(other.prefix):
        made.prefix += [()] * (index + 1 - len(made.prefix))
        made.prefix[index] = (*made.prefix[index], *spots)
    made.contains = [*made.contains, *other.contains]
    made.parts = [*made.parts, *other.parts]
    made.required = {**other.required, **made.required}
    made.dependent = {**other.dependent, **made.dependent}
    for name, spots in other.dependents.items():
        made.dependents[name] = (*made.dependents.get(name, ()), *spots)
    made.closed = made.closed or other.closed


# --- what means nothing -----------------------------------------------------------------------------------------------


def _tidy(made: Shape) -> None:
    """Takes away what says nothing beside the rest."""
    for kind, typed in list(made.types.items()):
        _tidy_limits(typed, kind)
    _tidy_nots(made)
    for kind, typed in list(made.types.items()):
        if typed.values is not None:
            typed.values = {text: one for text, one in typed.values.items() if is_valid(one[0], typed)}
            if not typed.values:
                del made.types[kind]
                continue
            # Both booleans are any boolean.
            made.types[kind] = Typed() if kind == "boolean" and len(typed.values) == 2 else Typed(typed.values)
        elif _is_never(typed):
            del made.types[kind]


def _tidy_nots(made: Shape) -> None:
    """Takes away the listed values that may not be, and each `not` that speaks of none of the types."""
    kept = []
    for spot in made.nots:
        inner = shape_of((spot,))
        if inner.only_values:
            for kind, typed in made.types.items():
                banned = (inner.types[kind].values or {}) if kind in inner.types else {}
                if typed.values is not None:
                    typed.values = {text: one for text, one in typed.values.items() if text not in banned}
            is_met = any(kind in inner.types and one.values is None for kind, one in made.types.items())
        else:
            is_met = not inner.is_simple or bool(inner.types.keys() & made.types.keys())
        kept += [spot] if is_met else []
    made.nots = kept


def _tidy_limits(typed: Typed, kind: str) -> None:
    multiples = typed.sets.get("multipleOf", {})
    typed.is_integer |= any(Decimal(str(one)) % 1 == 0 for one in multiples if _is_number(one) and one > 0)
    if typed.is_integer and 1 in multiples:
        del multiples[1]
    if not multiples:
        typed.sets.pop("multipleOf", None)
    if kind == "number" and typed.is_integer:
        typed.lower, typed.upper = _whole(typed.lower, math.ceil, 1), _whole(typed.upper, math.floor, -1)
    if kind in ("string", "array", "object") and typed.lower and typed.lower.value <= 0:
        typed.lower = None
    if kind == "number":
        typed.sets.pop("format", None)


def _whole(fact: Fact | None, rounded: Any, step: int) -> Fact | None:
    """The limit of whole numbers, which can always be one that is reached."""
    if fact is None:
        return None
    value = rounded(fact.value)
    if fact.is_exclusive and value == fact.value:
        value += step
    return Fact(value, fact.spot, fact.keyword)


def _is_never(typed: Typed) -> bool:
    lower, upper = typed.lower, typed.upper
    if lower and upper:
        return bool(
            lower.value > upper.value or (lower.value == upper.value and (lower.is_exclusive or upper.is_exclusive))
        )
    return False


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
    return all(_fits(str(pattern), str(value)) for pattern in patterns)


def canonical(spot: Spot) -> str:
    """The schema as text without what binds nobody, equal for what is written alike but for order."""
    return json.dumps(_ordered(bare(spot.value)), sort_keys=True, default=str)


def _ordered(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        if named := component_of(value):
            return {"$ref": named}
        inner = key in ("properties", "patternProperties", "dependentSchemas", "dependentRequired")
        return {name: _ordered(one, name) for name, one in value.items() if inner or binds(name)}
    if isinstance(value, list):
        items = [_ordered(one) for one in value]
        if key in ("required", "enum", "anyOf", "oneOf", "allOf", "type"):
            return sorted(items, key=lambda one: json.dumps(one, sort_keys=True, default=str))
        return items
    return value
