"""Converts a schema to its normal form by resolving references, `allOf`, and alternatives of different types."""

from collections.abc import Container
from functools import partial
from typing import Any

from jekyll_openapi.diff.shape import (
    NEVER,
    TYPES,
    Alternatives,
    Fact,
    Part,
    Shape,
    Typed,
    canonical,
    is_number,
    text_of_value,
)
from jekyll_openapi.diff.spot import DYNAMIC, Spot, binds
from jekyll_openapi.diff.tidying import tidy
from jekyll_openapi.diff.uniting import bound, can_unite, conjoin, united
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.references import REF
from jekyll_openapi.records import replace

_NAMES = {str: "string", bool: "boolean", type(None): "null", list: "array", dict: "object"}
_SETS = {"multipleOf": "number", "pattern": "string", "format": "string"}
_SCHEMAS = {"items": "array", "propertyNames": "object", "unevaluatedItems": "array"}
_OBJECT_WORDS = ("properties", "patternProperties", "additionalProperties")


def shape_of(spots: tuple[Spot, ...]) -> Shape:
    """The normal form of the conjunction of the schemas. It is cached and must not be modified."""
    if len(spots) != 1:
        return _shape(spots, frozenset())
    # Alternatives ask for it with each pair that they can make.
    spot, kept = spots[0], spots[0].spec.shapes
    naming = (spot.naming.func, spot.naming.args) if isinstance(spot.naming, partial) else spot.naming
    key = (spot.pointer, id(spot.value), spot.known, spot.component, naming)
    if key not in kept:
        kept[key] = _shape(spots, frozenset())
    found: Shape = kept[key]
    return found


Trail = frozenset[str]
"""Pointers of the references being followed; a reference back to one of them adds nothing."""


def _shape(spots: tuple[Spot, ...], trail: Trail) -> Shape:
    made = Shape(spots, {kind: Typed() for kind in TYPES})
    for spot in spots:
        _add(made, spot, trail)
    tidy(made, shape_of)
    _tell_properties(made)
    return made


def _tell_properties(made: Shape) -> None:
    """Records in nested schemas which properties are described around them."""
    typed = made.types.get("object")
    if not typed or not (made.alternatives or made.conditions or typed.dependents):
        return
    known = frozenset(typed.properties)
    made.alternatives = [
        Alternatives(one.keyword, one.spot, tuple(replace(member, known=known) for member in one.members))
        for one in made.alternatives
    ]
    made.conditions = [replace(one, known=known) for one in made.conditions]
    for name, spots in typed.dependents.items():
        typed.dependents[name] = tuple(replace(one, known=known) for one in spots)


def reference_of(spot: Spot) -> tuple[str, bool]:
    """The component that the schema is an alias of (empty if none), and whether null is allowed as well."""
    for keyword in ("anyOf", "oneOf"):
        members = spot.value.get(keyword, ())
        others = [index for index, one in enumerate(members) if one not in ({"type": "null"}, {"type": ["null"]})]
        if len(members) == 2 and len(others) == 1 and not any(binds(key) for key in spot.value if key != keyword):
            inner, _ = reference_of(spot.into(keyword, others[0]))
            return inner, True
    # In OpenAPI 3.0 nothing counts beside a reference.
    return spot.reference, _is_nullable(spot) and REF not in spot.value


# --- reading ----------------------------------------------------------------------------------------------------------


def _add(made: Shape, spot: Spot, trail: Trail) -> None:
    """Adds the constraints of a schema."""
    value = spot.value
    if REF in value or DYNAMIC in value:
        _add_reference(made, spot, trail)
        if spot.spec.is_30:
            return
    if _is_nullable(spot) and "type" not in value and ("allOf" in value or "oneOf" in value):
        # Strictly this allows no null; everybody who writes it means that it does.
        inner = _shape((replace(spot, value=_but(value, ("nullable",))),), trail)
        conjoin(made, _with_null(inner))
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
            _add_alternatives(made, Alternatives(keyword, spot, members), trail)
    if "not" in value:
        _add_not(made, spot, trail)
    if "if" in value and ("then" in value or "else" in value):
        _add_condition(made, spot)
    # What is made of conditions for OpenAPI 3.0, which has none.
    made.conditions += [spot.inside("x-conditions", index) for index in range(len(value.get("x-conditions", ())))]


def _with_null(shape: Shape) -> Shape:
    shape.types["null"] = Typed()
    return shape


def _add_reference(made: Shape, spot: Spot, trail: Trail) -> None:
    target = spot.target
    if target is None:
        made.unread[str(spot.value.get(REF, spot.value.get(DYNAMIC)))] = spot
    elif target.pointer not in trail | made.followed:
        # What holds once holds no more when it is said again.
        made.followed.add(target.pointer)
        _add(made, target, trail | {target.pointer})


def _add_condition(made: Shape, spot: Spot) -> None:
    """Adds a condition without the rest of its schema, split into its `then` and its `else`."""
    texts = {} if any(binds(key) for key in spot.value if key not in _CONDITION) else _but(spot.value, _CONDITION)
    for branch in _CONDITION[1:]:
        if branch in spot.value:
            for part in _parts(spot.value[branch]):
                _add_branch(made, replace(spot, value=texts | {"if": spot.value["if"], branch: part}))


def _add_branch(made: Shape, spot: Spot) -> None:
    match spot.value:
        case {"if": {"required": [str(one)], **test}, "then": {"required": [*wanted], **more}}:
            if not (test or more) and "object" in made.types:
                _add_dependent(made.types["object"], spot, one, wanted)
                return
    made.conditions.append(spot)


def _parts(schema: Any) -> list[Any]:
    """The schema as two conjuncts: its required properties, and the rest."""
    if isinstance(schema, dict) and "required" in schema and any(binds(key) for key in schema if key != "required"):
        return [{"required": schema["required"]}, _but(schema, ("required",))]
    return [schema]


_CONDITION = ("if", "then", "else")


def _but(value: Json, keys: Container[str]) -> Json:
    return {key: one for key, one in value.items() if key not in keys}


def _add_not(made: Shape, spot: Spot, trail: Trail) -> None:
    banned = replace(spot.into("not"), known=None)
    if banned.value.keys() == {"not"} and banned.value != NEVER:
        _add(made, banned.into("not"), trail)
        return
    inner = _shape((banned,), trail)
    whole = {kind for kind, one in inner.types.items() if one.is_open} if inner.is_simple else set()
    for kind in whole:
        made.types.pop(kind, None)
    if inner.types.keys() - whole:
        made.nots.append(banned)


def _stated_types(spot: Spot) -> set[str] | None:
    """The types of a schema, where `integer` counts as a type; None if it states none."""
    stated = spot.value.get("type")
    if stated is None:
        return None
    types = {stated} if isinstance(stated, str) else set(stated)
    return types | {"null"} if _is_nullable(spot) else types


def _is_nullable(spot: Spot) -> bool:
    """Whether `nullable` of OpenAPI 3.0 allows null."""
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
    """Adds the constraints of `enum` and `const`."""
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
    """For null and booleans, which have no keywords of their own."""


def _read_number(typed: Typed, spot: Spot) -> None:
    for keyword in ("minimum", "maximum"):
        exclusive = f"exclusive{keyword.capitalize()}"
        limit, other = spot.value.get(keyword), spot.value.get(exclusive)
        if is_number(limit):
            bound(typed, Fact(limit, spot, keyword, other is True and spot.spec.is_30))
        if is_number(other):
            bound(typed, Fact(other, spot, exclusive, True))
    _read_sets(typed, spot, "number")
    if "format" in spot.value:
        typed.sets.setdefault("width", {}).setdefault(str(spot.value["format"]), spot)


def _read_string(typed: Typed, spot: Spot) -> None:
    _read_limits(typed, spot, "minLength", "maxLength")
    _read_sets(typed, spot, "string")
    if "contentEncoding" in spot.value and "format" not in spot.value:
        # OpenAPI 3.0 says `format: byte`.
        encoding = str(spot.value["contentEncoding"]).casefold()
        typed.sets.setdefault("format", {})["byte" if encoding == "base64" else encoding] = spot


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
    if "contains" in value and (value.get("minContains", 1) or "maxContains" in value):
        typed.contains.append(spot)


def _read_object(typed: Typed, spot: Spot) -> None:
    value = spot.value
    _read_limits(typed, spot, "minProperties", "maxProperties")
    for name in value.get("required", ()) if isinstance(value.get("required"), list) else ():
        typed.required.setdefault(str(name), spot)
    if any(word in value for word in _OBJECT_WORDS):
        properties = {name: spot.attribute(name) for name in value.get("properties", {})}
        patterns = {name: spot.into("patternProperties", name) for name in value.get("patternProperties", {})}
        rest = spot.into("additionalProperties") if "additionalProperties" in value else None
        typed.parts.append(Part(spot, properties, patterns, rest if rest and rest.value else None))
    if "unevaluatedProperties" in value and spot.into("unevaluatedProperties").value:
        typed.closed = spot.into("unevaluatedProperties")
    _read_schemas(typed, spot, "object")
    for name, others in value.get("dependentRequired", {}).items():
        _add_dependent(typed, spot, name, others)
    for name in value.get("dependentSchemas", {}):
        typed.dependents[name] = (*typed.dependents.get(name, ()), spot.inside("dependentSchemas", name))


def _add_dependent(typed: Typed, spot: Spot, name: str, others: list[str]) -> None:
    for other in others:
        if other != name:
            typed.dependent.setdefault((name, other), spot)


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
        if is_number(spot.value.get(keyword)):
            bound(typed, Fact(spot.value[keyword], spot, keyword))


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


def _add_alternatives(made: Shape, group: Alternatives, trail: Trail) -> None:
    """Adds `anyOf` or `oneOf`, merged into the types if no type has two alternatives."""
    # What leads back to these alternatives lets nothing through that the others do not.
    members = tuple(one for one in group.members if one.target is None or one.target.pointer not in trail)
    if group.keyword == "anyOf":
        members = tuple({canonical(member): member for member in reversed(members)}.values())[::-1]
    shapes = [_shape((member,), trail) for member in members]
    possible = [(member, one) for member, one in zip(members, shapes, strict=True) if one.types]
    if not possible:
        made.types.clear()
    elif len(possible) == 1:
        conjoin(made, possible[0][1])
    elif group.keyword == "anyOf" and any(one.is_anything for _, one in possible):
        return
    elif can_unite([one for _, one in possible], group.keyword):
        conjoin(made, united(group.spot, [one for _, one in possible], group.keyword))
    else:
        made.alternatives.append(Alternatives(group.keyword, group.spot, tuple(member for member, _ in possible)))
