"""A copy of the spec that openapi-python-client can bear.

It holds what is said about types: no enumeration values, no titles, no examples, no text that cannot be seen, and
property names that the generated code does not trip over.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jekyll_openapi.client.naming import snake
from jekyll_openapi.client.writer import visible
from jekyll_openapi.runtime.schemas import Schema

BROKEN_PROPERTIES = frozenset(
    [
        "additional_keys",
        "additional_properties",
        "body",
        "client",
        "cls",
        "d",
        "field_dict",
        "from_dict",
        "params",
        "to_dict",
        "to_multipart",
    ]
)
LONGEST_FOLDER = 50
SHOWN = ("description", "summary")
UNUSED = ("example", "examples")


def tame_spec(spec: Mapping[str, Any]) -> dict[str, Any]:
    """The spec without what openapi-python-client has no use for or cannot bear."""
    tame = {key: _tame(value) for key, value in spec.items() if key in ("openapi", "paths")}
    shared = {key: value for key, value in spec.get("components", {}).items() if key != "schemas"}
    schemas = {name: _tame_schema(schema) for name, schema in components(spec).items()}
    return {**tame, "info": {"title": "API", "version": "0"}, "components": {**_tame(shared), "schemas": schemas}}


def _tame(value: Any) -> Any:
    """A part of the spec that is no schema."""
    if isinstance(value, list):
        return [_tame(one) for one in value]
    if not isinstance(value, dict):
        return value
    kept = {key: one for key, one in value.items() if key not in ("example", "examples") and not key.startswith("x-")}
    return {key: _tame_part(key, one) for key, one in kept.items()}


def _tame_part(key: str, value: Any) -> Any:
    """One entry of such a part; a tag becomes the name of a folder."""
    if key in SHOWN and isinstance(value, str):
        return visible(value)
    if key == "tags":
        return [snake(str(one))[:LONGEST_FOLDER] for one in value]
    return _tame_schema(value) if key == "schema" else _tame(value)


def _tame_schema(schema: Schema) -> Schema:
    """A schema as openapi-python-client gets it: what it says about types, and nothing else."""
    made: Schema = {key: schema[key] for key in ("$ref", "type", "format") if key in schema}
    if "description" in schema:
        made["description"] = visible(schema["description"])
    if "enum" in schema:
        made["enum"] = [f"V{number}" for number in range(len(schema["enum"]))]
    if "items" in schema:
        made["items"] = _tame_schema(schema["items"])
    for key in ("allOf", "anyOf", "oneOf"):
        if parts := [_tame_schema(one) for one in schema.get(key, ()) if "if" not in one]:
            made[key] = parts
    if "properties" in schema:
        tame = tame_names(schema["properties"])
        made["properties"] = {tame[name]: _tame_schema(one) for name, one in schema["properties"].items()}
        made["required"] = [tame[name] for name in schema.get("required", ()) if name in tame]
    return made


def tame_names(properties: Mapping[str, Schema]) -> dict[str, str]:
    """Names that the generated code can bear, each different in snake_case, by the API's own."""
    tame: dict[str, str] = {}
    seen: set[str] = set()
    for number, name in enumerate(properties):
        python = snake(name)
        is_good = name.isascii() and name.isprintable() and python.strip("_") and python not in BROKEN_PROPERTIES
        made = name if is_good and python not in seen else f"property{number}"
        seen.add(snake(made))
        tame[name] = made
    return tame


def components(spec: Mapping[str, Any]) -> Mapping[str, Schema]:
    """The component schemas."""
    found: Mapping[str, Schema] = spec.get("components", {}).get("schemas", {})
    return found
