"""The objects of a description by their kinds, found by a list of parts that owes nothing to the code under test."""

from collections.abc import Iterator
from typing import Any

METHODS = ("get", "put", "post", "patch", "delete")
ONE: dict[str, dict[str, str]] = {
    "openapi": {"info": "info", "components": "components"},
    "info": {"license": "license"},
    "path item": dict.fromkeys(METHODS, "operation"),
    "operation": {"requestBody": "request body"},
    "parameter": {"schema": "schema"},
    "media type": {"schema": "schema"},
    "schema": {"items": "schema", "additionalProperties": "schema", "not": "schema"},
}
EACH: dict[str, dict[str, str]] = {
    "openapi": {"servers": "server", "tags": "tag"},
    "operation": {"parameters": "parameter"},
    "schema": {"allOf": "schema", "anyOf": "schema", "oneOf": "schema"},
}
NAMED: dict[str, dict[str, str]] = {
    "openapi": {"paths": "path item"},
    "components": {"schemas": "schema", "responses": "response", "securitySchemes": "security scheme"},
    "operation": {"responses": "response"},
    "request body": {"content": "media type"},
    "response": {"content": "media type"},
    "media type": {"examples": "example"},
    "schema": {"properties": "schema"},
}


def parts(kind: str, content: dict[str, Any]) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """The kind of each object directly in an object, and the way to it."""
    for keyword in content:
        if keyword in ONE.get(kind, {}):
            yield ONE[kind][keyword], (keyword,)
        elif keyword in EACH.get(kind, {}):
            yield from ((EACH[kind][keyword], (keyword, index)) for index in range(len(content[keyword])))
        elif keyword in NAMED.get(kind, {}):
            yield from ((NAMED[kind][keyword], (keyword, name)) for name in content[keyword])


def at(content: Any, way: tuple[str | int, ...]) -> Any:
    """What stands at the end of the way."""
    for step in way:
        content = content[step]
    return content


def objects(kind: str, content: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each object of the description with its kind."""
    if isinstance(content, dict):
        yield kind, content
        for part, way in parts(kind, content):
            yield from objects(part, at(content, way))
