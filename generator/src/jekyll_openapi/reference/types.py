"""Writes types and limits of a schema in words."""

from collections.abc import Iterator
from typing import Any

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.references import REF, schema_name
from jekyll_openapi.reference import anchors
from jekyll_openapi.reference.views import Link
from jekyll_openapi.spec.words import compact

LIMITS = {
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "minimum": "at least {}",
    "maximum": "at most {}",
    "exclusiveMinimum": "more than {}",
    "exclusiveMaximum": "less than {}",
    "minItems": "at least {} items",
    "maxItems": "at most {} items",
    "multipleOf": "a multiple of {}",
    "pattern": "matching {}",
}
SAID = {*LIMITS, "type", "format", "enum", "const", "items", "properties", "required", REF, "title", "description"}
"""Keywords that the page shows in words."""
SAID |= {"x-source", "x-inferred-from", "x-required-in-practice", "x-unresolved"}
"""Keywords that the page has a place for."""


def type_of(schema: Any) -> tuple[Link, ...]:
    """The type in words, with references as links."""
    if not isinstance(schema, dict):
        return (Link(compact(schema), ""),)
    if reference := reference_of(schema):
        return (Link(reference, anchors.schema(reference)),)
    kind = schema.get("type")
    if kind == "array":
        return (Link("array of ", ""), *type_of(schema.get("items", {})))
    words = " or ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "anything")
    return (Link(f"{words} ({schema['format']})" if "format" in schema else words, ""),)


def reference_of(schema: Json) -> str:
    """The schema that this one refers to, directly or as its only `allOf` member; empty if there is none."""
    # OpenAPI 3.0 ignores keywords beside `$ref`: `allOf` with one member is a `$ref` with a description.
    members = schema.get("allOf")
    if REF not in schema and isinstance(members, list) and len(members) == 1 and isinstance(members[0], dict):
        schema = members[0]
    return schema_name(schema)


def limits_of(schema: Json) -> tuple[str, ...]:
    """The limits in words."""
    return tuple(words.format(schema[keyword]) for keyword, words in LIMITS.items() if keyword in schema)


def values_of(schema: Json, schemas: Json) -> tuple[str, ...]:
    """The enumerated values as JSON, also those of a referenced schema or of an array's items."""
    if schema.get("type") == "array" and isinstance(schema.get("items"), dict):
        schema = schema["items"]
    target = schemas.get(reference_of(schema), schema)
    if "const" in target:
        return (compact(target["const"]),)
    values = target.get("enum")
    return tuple(map(compact, values)) if isinstance(values, list) else ()


def rest_of(content: Json, said: set[str]) -> tuple[str, ...]:
    """Keywords that the page does not show otherwise, as JSON, so that nothing of the description is hidden."""
    return tuple(f"{keyword}: {compact(value)}" for keyword, value in content.items() if keyword not in said)


def references(content: Any) -> Iterator[str]:
    """The component schemas that a part of the description refers to."""
    match content:
        case dict():
            if target := reference_of(content):
                yield target
            for value in content.values():
                yield from references(value)
        case list():
            for value in content:
                yield from references(value)
