"""Prepares component schemas for validation. They mean what the description says, formats included."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

Schema = dict[str, Any]

PREFIX = "#/components/schemas/"
RANGES: dict[str, tuple[float, float]] = {
    "int32": (-(2**31), 2**31 - 1),
    "int64": (-(2**63), 2**63 - 1),
    "double": (-1.7976931348623157e308, 1.7976931348623157e308),
}
ONE = ("items", "additionalProperties", "if", "then", "else", "not", "contains", "propertyNames", "unevaluatedItems")
MANY = ("allOf", "anyOf", "oneOf", "prefixItems")
NAMED = ("properties", "patternProperties", "dependentSchemas", "$defs")


def children(schema: Schema) -> Iterator[Schema]:
    """The subschemas directly inside a schema."""
    for key in ONE:
        if isinstance(schema.get(key), dict):
            yield schema[key]
    for key in MANY:
        yield from (one for one in schema.get(key, ()) if isinstance(one, dict))
    for key in NAMED:
        yield from (one for one in schema.get(key, {}).values() if isinstance(one, dict))


def walk(schema: Schema) -> Iterator[Schema]:
    """A schema and all its subschemas, references not followed."""
    yield schema
    for child in children(schema):
        yield from walk(child)


def names_below(schema: Schema, components: Mapping[str, Schema]) -> set[str]:
    """Components that the schema refers to, directly or indirectly."""
    found: set[str] = set()
    open_ends = [schema]
    while open_ends:
        for part in walk(open_ends.pop()):
            name = part.get("$ref", "").removeprefix(PREFIX)
            if name in components and name not in found:
                found.add(name)
                open_ends.append(components[name])
    return found


def resolve(schema: Schema, components: Mapping[str, Schema]) -> Schema:
    """The schema behind a `$ref`, also if it is the only member of an `allOf`; else the schema itself."""
    seen: set[str] = set()
    while name := reference(schema):
        if name in seen or name not in components:
            return {}
        seen.add(name)
        schema = components[name]
    return schema


def reference(schema: Schema) -> str:
    """Name of the component that the schema is an alias for; empty if it is none."""
    if "$ref" not in schema:
        parts = schema.get("allOf", ())
        if len(parts) != 1 or schema.get("properties"):
            return ""
        schema = parts[0]
    return str(schema.get("$ref", "")).removeprefix(PREFIX)


def document(schema: Schema, components: Mapping[str, Schema], change: Callable[[Schema], None]) -> Schema:
    """A self-contained schema with the components it needs. `change` edits a copy of each subschema."""
    needed = {name: _changed(components[name], change) for name in sorted(names_below(schema, components))}
    return {**_changed(schema, change), "components": {"schemas": needed}}


def strict(schema: Schema) -> None:
    """For requests: enforce number formats and properties required in practice; do not require read-only ones."""
    _add_range(schema)
    _release(schema, "readOnly")
    wanted = [name for name, one in schema.get("properties", {}).items() if one.get("x-required-in-practice") is True]
    if wanted:
        schema["required"] = list(dict.fromkeys([*schema.get("required", ()), *wanted]))


def closed(schema: Schema) -> None:
    """For answers: enforce number formats, reject unknown properties; do not require write-only ones."""
    _add_range(schema)
    _release(schema, "writeOnly")
    if schema.get("type") == "object" and "properties" in schema:
        schema.setdefault("additionalProperties", False)


def _release(schema: Schema, mark: str) -> None:
    """Remove properties with the mark (`readOnly`, `writeOnly`) from `required`."""
    properties = schema.get("properties", {})
    if "required" in schema and properties:
        free = {name for name, one in properties.items() if isinstance(one, dict) and one.get(mark) is True}
        schema["required"] = [name for name in schema["required"] if name not in free]


def _add_range(schema: Schema) -> None:
    """Turn the format of a number into bounds."""
    form = schema.get("format")
    if isinstance(form, str) and form in RANGES and schema.get("type") in ("integer", "number"):
        low, high = RANGES[form]
        schema["minimum"] = max(low, schema.get("minimum", low))
        schema["maximum"] = min(high, schema.get("maximum", high))


def _changed(schema: Schema, change: Callable[[Schema], None]) -> Schema:
    """A copy of the schema with `change` applied to every subschema."""
    made = dict(schema)
    for key in ONE:
        if isinstance(made.get(key), dict):
            made[key] = _changed(made[key], change)
    for key in MANY:
        if key in made:
            made[key] = [_changed(one, change) if isinstance(one, dict) else one for one in made[key]]
    for key in NAMED:
        if key in made:
            inner = made[key].items()
            made[key] = {name: _changed(one, change) if isinstance(one, dict) else one for name, one in inner}
    change(made)
    return made
