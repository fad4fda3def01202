"""Converts a schema to its normal form by resolving references, `allOf`, and alternatives of different types."""

from collections.abc import Container, Hashable
from functools import partial
from typing import Any

from jekyll_openapi.diff.cursor import DYNAMIC, Cursor, binds
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
    is_step,
    text_of_value,
)
from jekyll_openapi.diff.simplification import FITS_ALL, simplify
from jekyll_openapi.diff.unions import bound, can_unite, conjoin, united
from jekyll_openapi.diff.unread import malformed, unknown_types
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.references import REF
from jekyll_openapi.records import replace

_NAMES = {str: "string", bool: "boolean", type(None): "null", list: "array", dict: "object"}
_SETS = {"multipleOf": "number", "pattern": "string", "format": "string"}
_SCHEMAS = {"items": "array", "propertyNames": "object", "unevaluatedItems": "array"}
_OBJECT_WORDS = ("properties", "patternProperties", "additionalProperties")


def shape_of(cursors: tuple[Cursor, ...]) -> Shape:
    """The normal form of the conjunction of the schemas. It is cached and must not be modified."""
    if len(cursors) != 1:
        return _shape(cursors, frozenset())
    return _shape_of_one(cursors[0], frozenset())


def identity_of(cursor: Cursor) -> Hashable:
    """What a schema's normal form depends on, as long as the schema is kept."""
    naming = (cursor.naming.func, cursor.naming.args) if isinstance(cursor.naming, partial) else cursor.naming
    return cursor.pointer, id(cursor.value), cursor.known, cursor.component, naming


Trail = frozenset[str]
"""Pointers of the references being followed; a reference back to one of them adds nothing."""


def _shape_of_one(cursor: Cursor, trail: Trail) -> Shape:
    found: Shape = cursor.spec.shapes.get(identity_of(cursor), trail, cursor, lambda: _shape((cursor,), trail))
    return found


def _shape(cursors: tuple[Cursor, ...], trail: Trail) -> Shape:
    made = Shape(cursors, {kind: Typed() for kind in TYPES})
    for cursor in cursors:
        _add(made, cursor, trail)
    simplify(made, shape_of)
    _tell_properties(made)
    return made


def _tell_properties(made: Shape) -> None:
    """Records in nested schemas which properties are described around them."""
    typed = made.types.get("object")
    if not typed or not (made.alternatives or made.conditions or typed.dependents):
        return
    known = frozenset(typed.properties)
    made.alternatives = [
        Alternatives(one.keyword, one.cursor, tuple(replace(member, known=known) for member in one.members))
        for one in made.alternatives
    ]
    made.conditions = [replace(one, known=known) for one in made.conditions]
    for name, cursors in typed.dependents.items():
        typed.dependents[name] = tuple(replace(one, known=known) for one in cursors)


def reference_of(cursor: Cursor) -> tuple[str, bool]:
    """The component that the schema is an alias of (empty if none), and whether null is allowed as well."""
    for keyword in ("anyOf", "oneOf"):
        members = cursor.value.get(keyword, ())
        others = [index for index, one in enumerate(members) if one not in ({"type": "null"}, {"type": ["null"]})]
        if len(members) == 2 and len(others) == 1 and not any(binds(key) for key in cursor.value if key != keyword):
            inner, _ = reference_of(cursor.into(keyword, others[0]))
            return inner, True
    # In OpenAPI 3.0 nothing counts beside a reference.
    return cursor.reference, _is_nullable(cursor) and REF not in cursor.value


# --- reading ----------------------------------------------------------------------------------------------------------


def _add(made: Shape, cursor: Cursor, trail: Trail) -> None:
    """Adds the constraints of a schema."""
    value = cursor.value
    if REF in value or DYNAMIC in value:
        _add_reference(made, cursor, trail)
        if cursor.spec.is_30:
            return
    if _is_nullable(cursor) and "type" not in value and ("allOf" in value or "oneOf" in value):
        # Strictly this allows no null; everybody who writes it means that it does.
        inner = _shape((replace(cursor, value=_but(value, ("nullable",))),), trail)
        conjoin(made, _with_null(inner))
        return
    made.unread |= dict.fromkeys(malformed(cursor), cursor)
    _restrict_types(made, _stated_types(cursor))
    _restrict_values(made, cursor)
    for kind in list(made.types):
        _READERS[kind](made.types[kind], cursor)
    for index in range(len(value.get("allOf", ()))):
        _add(made, cursor.inside("allOf", index), trail)
    for keyword in ("anyOf", "oneOf"):
        if keyword in value:
            members = tuple(cursor.inside(keyword, index) for index in range(len(value[keyword])))
            _add_alternatives(made, Alternatives(keyword, cursor, members), trail)
    if "not" in value:
        _add_not(made, cursor, trail)
    if "if" in value and ("then" in value or "else" in value):
        _add_condition(made, cursor)
    # What is made of conditions for OpenAPI 3.0, which has none.
    for index in range(len(value.get("x-conditions", ()))):
        condition = cursor.inside("x-conditions", index)
        if "if" in condition.value:
            made.conditions.append(condition)
        else:
            made.unread[f"x-conditions: {canonical(condition)}"] = condition


def _with_null(shape: Shape) -> Shape:
    shape.types["null"] = Typed()
    return shape


def _add_reference(made: Shape, cursor: Cursor, trail: Trail) -> None:
    target = cursor.target
    if target is None:
        keyword = REF if REF in cursor.value else DYNAMIC
        made.unread[f"{keyword}: {cursor.value[keyword]}"] = cursor
    elif target.pointer in trail:
        cursor.spec.shapes.stop(target.pointer)
    elif target.pointer not in made.followed:
        # What holds once holds no more when it is said again.
        made.followed.add(target.pointer)
        _add(made, target, trail | {target.pointer})


def _add_condition(made: Shape, cursor: Cursor) -> None:
    """Adds a condition without the rest of its schema, split into its `then` and its `else`."""
    texts = {} if any(binds(key) for key in cursor.value if key not in _CONDITION) else _but(cursor.value, _CONDITION)
    for branch in _CONDITION[1:]:
        if branch in cursor.value:
            for part in _parts(cursor.value[branch]):
                _add_branch(made, replace(cursor, value=texts | {"if": cursor.value["if"], branch: part}))


def _add_branch(made: Shape, cursor: Cursor) -> None:
    match cursor.value:
        case {"if": {"required": [str(one)], **test}, "then": {"required": [*wanted], **more}}:
            if not (test or more) and "object" in made.types:
                _add_dependent(made.types["object"], cursor, one, wanted)
                return
    made.conditions.append(cursor)


def _parts(schema: Any) -> list[Any]:
    """The schema as two conjuncts: its required properties, and the rest."""
    if isinstance(schema, dict) and "required" in schema and any(binds(key) for key in schema if key != "required"):
        return [{"required": schema["required"]}, _but(schema, ("required",))]
    return [schema]


_CONDITION = ("if", "then", "else")


def _but(value: Json, keys: Container[str]) -> Json:
    return {key: one for key, one in value.items() if key not in keys}


def _add_not(made: Shape, cursor: Cursor, trail: Trail) -> None:
    banned = replace(cursor.into("not"), known=None)
    if banned.value.keys() == {"not"} and banned.value != NEVER:
        _add(made, banned.into("not"), trail)
        return
    inner = _shape_of_one(banned, trail)
    whole = {kind for kind, one in inner.types.items() if one.is_open} if inner.is_simple else set()
    for kind in whole:
        made.types.pop(kind, None)
    if inner.types.keys() - whole:
        made.nots.append(banned)


def _stated_types(cursor: Cursor) -> set[str] | None:
    """The types of a schema, where `integer` counts as a type; None if it states none, or one that nobody knows."""
    stated = cursor.value.get("type")
    if stated is None or unknown_types(stated):
        return None
    types = {stated} if isinstance(stated, str) else set(stated)
    return types | {"null"} if _is_nullable(cursor) else types


def _is_nullable(cursor: Cursor) -> bool:
    """Whether `nullable` of OpenAPI 3.0 allows null."""
    return cursor.spec.is_30 and cursor.value.get("nullable") is True


def _restrict_types(made: Shape, stated: set[str] | None) -> None:
    if stated is None:
        return
    for kind in list(made.types):
        if kind == "number" and "integer" in stated and "number" not in stated:
            made.types[kind].is_integer = True
        elif kind not in stated:
            del made.types[kind]


def _restrict_values(made: Shape, cursor: Cursor) -> None:
    """Adds the constraints of `enum` and `const`."""
    value = cursor.value
    for listed in ([value["const"]] if "const" in value else None, value.get("enum")):
        if listed is None:
            continue
        by_type: dict[str, dict[str, tuple[Any, Cursor]]] = {}
        for one in listed:
            by_type.setdefault(_NAMES.get(type(one), "number"), {})[text_of_value(one)] = (one, cursor)
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


def _read_nothing(typed: Typed, cursor: Cursor) -> None:
    """For null and booleans, which have no keywords of their own."""


def _read_number(typed: Typed, cursor: Cursor) -> None:
    for keyword in ("minimum", "maximum"):
        exclusive = f"exclusive{keyword.capitalize()}"
        limit, other = cursor.value.get(keyword), cursor.value.get(exclusive)
        if is_number(limit):
            is_exclusive = other is True and cursor.spec.is_30
            bound(typed, Fact(limit, cursor, exclusive if is_exclusive else keyword, is_exclusive))
        if is_number(other):
            bound(typed, Fact(other, cursor, exclusive, True))
    _read_sets(typed, cursor, "number")
    if "format" in cursor.value:
        typed.sets.setdefault("width", {}).setdefault(str(cursor.value["format"]), cursor)


def _read_string(typed: Typed, cursor: Cursor) -> None:
    _read_limits(typed, cursor, "minLength", "maxLength")
    _read_sets(typed, cursor, "string")
    if "contentEncoding" in cursor.value and "format" not in cursor.value:
        # OpenAPI 3.0 says `format: byte`.
        encoding = str(cursor.value["contentEncoding"]).casefold()
        typed.sets.setdefault("format", {})["byte" if encoding == "base64" else encoding] = cursor


def _read_array(typed: Typed, cursor: Cursor) -> None:
    value = cursor.value
    _read_limits(typed, cursor, "minItems", "maxItems")
    if value.get("uniqueItems") is True:
        typed.is_unique = typed.is_unique or cursor
    prefix = value.get("prefixItems", ())
    for index in range(len(prefix)):
        typed.prefix += [()] * (index + 1 - len(typed.prefix))
        typed.prefix[index] = (*typed.prefix[index], cursor.into("prefixItems", index))
    _read_schemas(typed, cursor, "array")
    if "contains" in value and (value.get("minContains", 1) or "maxContains" in value):
        typed.contains.append(cursor)


def _read_object(typed: Typed, cursor: Cursor) -> None:
    value = cursor.value
    _read_limits(typed, cursor, "minProperties", "maxProperties")
    for name in value.get("required", ()) if isinstance(value.get("required"), list) else ():
        typed.required.setdefault(str(name), cursor)
    if any(word in value for word in _OBJECT_WORDS):
        properties = {name: cursor.attribute(name) for name in value.get("properties", {})}
        patterns = {name: cursor.into("patternProperties", name) for name in value.get("patternProperties", {})}
        rest = cursor.into("additionalProperties") if "additionalProperties" in value else None
        if not properties and len(patterns) == 1 and FITS_ALL & patterns.keys():
            # No property is left for `additionalProperties`.
            _, rest = patterns.popitem()
        typed.parts.append(Part(cursor, properties, patterns, rest if rest and rest.value else None))
    if "unevaluatedProperties" in value and cursor.into("unevaluatedProperties").value:
        typed.closed = cursor.into("unevaluatedProperties")
    _read_schemas(typed, cursor, "object")
    for name, others in value.get("dependentRequired", {}).items():
        _add_dependent(typed, cursor, name, others)
    for name in value.get("dependentSchemas", {}):
        typed.dependents[name] = (*typed.dependents.get(name, ()), cursor.inside("dependentSchemas", name))


def _add_dependent(typed: Typed, cursor: Cursor, name: str, others: list[str]) -> None:
    for other in others:
        if other != name:
            typed.dependent.setdefault((name, other), cursor)


_READERS = {
    "null": _read_nothing,
    "boolean": _read_nothing,
    "number": _read_number,
    "string": _read_string,
    "array": _read_array,
    "object": _read_object,
}


def _read_limits(typed: Typed, cursor: Cursor, *keywords: str) -> None:
    for keyword in keywords:
        if is_number(cursor.value.get(keyword)):
            bound(typed, Fact(cursor.value[keyword], cursor, keyword))


def _read_sets(typed: Typed, cursor: Cursor, kind: str) -> None:
    for keyword, of in _SETS.items():
        if of == kind and keyword in cursor.value:
            one = cursor.value[keyword]
            if keyword == "multipleOf" and not is_step(one):
                continue
            typed.sets.setdefault(keyword, {}).setdefault(
                one if isinstance(one, str | int | float) else str(one), cursor
            )


def _read_schemas(typed: Typed, cursor: Cursor, kind: str) -> None:
    for keyword, of in _SCHEMAS.items():
        if of == kind and keyword in cursor.value and not isinstance(cursor.value[keyword], list):
            inner = cursor.into(keyword)
            if inner.value:
                typed.schemas[keyword] = (*typed.schemas.get(keyword, ()), inner)


def _leads_back(cursor: Cursor, trail: Trail) -> bool:
    target = cursor.target
    if target is None or target.pointer not in trail:
        return False
    cursor.spec.shapes.stop(target.pointer)
    return True


def _add_alternatives(made: Shape, group: Alternatives, trail: Trail) -> None:
    """Adds `anyOf` or `oneOf`, merged into the types if no type has two alternatives."""
    # What leads back to these alternatives lets nothing through that the others do not.
    members = tuple(one for one in group.members if not _leads_back(one, trail))
    if group.keyword == "anyOf":
        members = tuple({canonical(member): member for member in reversed(members)}.values())[::-1]
    shapes = [_shape_of_one(member, trail) for member in members]
    possible = [(member, one) for member, one in zip(members, shapes, strict=True) if one.types]
    if not possible:
        made.types.clear()
    elif len(possible) == 1:
        conjoin(made, possible[0][1])
    # An alternative that accepts everything makes the others pointless.
    elif group.keyword == "anyOf" and any(one.is_anything for _, one in possible):
        return
    elif can_unite([one for _, one in possible], group.keyword):
        conjoin(made, united(group.cursor, [one for _, one in possible], group.keyword))
    else:
        made.alternatives.append(Alternatives(group.keyword, group.cursor, tuple(member for member, _ in possible)))
