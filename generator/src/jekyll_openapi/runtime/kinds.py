"""Maps schemas to Python types. Type annotations and value readers both use it, so they cannot disagree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from .schemas import PREFIX, Schema

ScalarName = Literal["string", "integer", "number", "boolean", "date-time", "date", "binary"]


@dataclass(frozen=True, slots=True)
class Anything:
    """Any JSON value."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string, number, integer, boolean or format."""

    name: ScalarName


@dataclass(frozen=True, slots=True)
class Named:
    """A component that is an object, an enumeration or a union."""

    name: str
    form: Literal["object", "enumeration", "union"]


@dataclass(frozen=True, slots=True)
class ArrayOf:
    """A list of one type."""

    items: Typed


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object with arbitrary keys."""

    values: Typed


@dataclass(frozen=True, slots=True)
class OneOf:
    """A union."""

    members: tuple[Typed, ...]


Kind: TypeAlias = Anything | Scalar | Named | ArrayOf | MapOf | OneOf


@dataclass(frozen=True, slots=True)
class Typed:
    """A type, and whether null is allowed."""

    kind: Kind
    nullable: bool
    schema: Schema
    """The schema it was read from, references resolved."""


Components = Mapping[str, Schema]
FORMATS: Mapping[tuple[str, str], ScalarName] = {
    ("string", "date-time"): "date-time",
    ("string", "date"): "date",
    ("string", "binary"): "binary",
}
SCALARS: Mapping[str, ScalarName] = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
}
DEEPEST = 32


def typed(schema: object, components: Components, depth: int = 0) -> Typed:
    """The type of a schema; `Anything` if nothing better fits."""
    if not isinstance(schema, dict) or depth > DEEPEST:
        return Typed(Anything(), True, {})
    if isinstance(reference := schema.get("$ref"), str):
        return _referred(reference, components, depth)
    if len(parts := schema.get("allOf", ())) == 1 and not schema.get("properties"):
        found = typed(parts[0], components, depth + 1)
        return found if found.nullable == _allows_null(schema) else Typed(found.kind, False, found.schema)
    if (choices := schema.get("anyOf") or schema.get("oneOf")) and "properties" not in schema:
        return _one_of(schema, [typed(one, components, depth + 1) for one in choices])
    return _plain(schema, components, depth)


def form_of(schema: Schema) -> Literal["object", "enumeration", "union"] | None:
    """What a component becomes in Python; None if it is only an alias for another type."""
    if "enum" in schema:
        return "enumeration"
    if "properties" in schema or (schema.get("type") == "object" and "additionalProperties" not in schema):
        return "object"
    if schema.get("type") == "object" and not isinstance(schema["additionalProperties"], dict):
        return "object"
    return "union" if schema.get("anyOf") or schema.get("oneOf") else None


def is_one_value(schema: Schema, components: Components) -> bool:
    """Whether values of the schema are scalar, so that a text can represent them."""
    kind = typed(schema, components).kind
    return isinstance(kind, Anything | Scalar) or (isinstance(kind, Named) and kind.form == "enumeration")


def is_always_there(schema: Schema, name: str, *, by_word: bool) -> bool:
    """Whether every answer with the object has the property.

    `by_word` believes `required`, as for a service that describes itself. In documentation pages, "required" is about
    requests; answers without such properties have been seen, so only evidence counts.
    """
    one = schema.get("properties", {}).get(name)
    if not isinstance(one, dict) or one.get("writeOnly") is True:
        return False
    return bool(one.get("x-always-present")) or (by_word and name in schema.get("required", ()))


def _referred(reference: str, components: Components, depth: int) -> Typed:
    name = reference.removeprefix(PREFIX)
    target = components.get(name)
    if target is None:
        return Typed(Anything(), True, {})
    form = form_of(target)
    return typed(target, components, depth + 1) if form is None else Typed(Named(name, form), _is_null(target), target)


def _one_of(schema: Schema, found: list[Typed]) -> Typed:
    """A union without duplicates and without null."""
    nullable = any(one.nullable for one in found)
    kinds: dict[Kind, Typed] = {}
    for one in found:
        if one.schema.get("type") != "null":
            kinds.setdefault(_key(one), one)
    members = tuple(kinds.values())
    if len(members) == 1:
        return Typed(members[0].kind, nullable, members[0].schema)
    if not members or any(isinstance(one.kind, Anything) for one in members):
        return Typed(Anything(), True, schema)
    return Typed(OneOf(members), nullable, schema)


def _key(one: Typed) -> Any:
    """Identifies a type for removing duplicates; the schemas inside do not count."""
    match one.kind:
        case ArrayOf(items):
            return "array", _key(items)
        case MapOf(values):
            return "map", _key(values)
        case OneOf(members):
            return tuple(map(_key, members))
    return one.kind


def _plain(schema: Schema, components: Components, depth: int) -> Typed:
    """The type of a schema with a `type` keyword."""
    stated = schema.get("type")
    names = stated if isinstance(stated, list) else [stated] if stated else []
    nullable = "null" in names or not names
    names = [one for one in names if one != "null"]
    if len(names) > 1:
        members = [typed({**schema, "type": one}, components, depth + 1) for one in names]
        return Typed(_one_of(schema, members).kind, nullable, schema)
    name = str(names[0]) if names else ""
    if name == "array":
        return Typed(ArrayOf(typed(schema.get("items", {}), components, depth + 1)), nullable, schema)
    if name == "object":
        values = schema.get("additionalProperties", {})
        return Typed(MapOf(typed(values, components, depth + 1)), nullable, schema)
    if name in SCALARS:
        scalar = FORMATS.get((name, str(schema.get("format"))), SCALARS[name])
        return Typed(Scalar(scalar), nullable, schema)
    return Typed(Anything(), True, schema)


def _allows_null(schema: Schema) -> bool:
    """Whether the keywords beside an `allOf` allow null."""
    stated = schema.get("type")
    return stated is None or stated == "null" or (isinstance(stated, list) and "null" in stated)


def _is_null(schema: Schema) -> bool:
    """Whether a component itself may be null."""
    stated = schema.get("type")
    if isinstance(stated, list) and "null" in stated:
        return True
    choices = schema.get("anyOf") or schema.get("oneOf") or ()
    return None in schema.get("enum", ()) or any(isinstance(one, dict) and one.get("type") == "null" for one in choices)
