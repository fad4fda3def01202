"""What a spec must not hold, since openapi-python-client would say nothing and write something wrong."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from jekyll_openapi.client.naming import pascal, snake
from jekyll_openapi.runtime.description import METHODS
from jekyll_openapi.runtime.schemas import PREFIX, Schema, children

VARIABLES = frozenset({"body", "client", "cookies", "headers", "kwargs", "params", "response", "self"})
"""What a generated function calls its own; a parameter of that name would take its place."""

PLAIN_NAME = re.compile(r"[A-Za-z0-9._-]{1,100}")

Problem = tuple[str, str]
"""The construct and what to write instead."""


def find_constructs(spec: Mapping[str, Any]) -> list[str]:
    """Every such construct, one line each."""
    components = spec.get("components", {}).get("schemas", {})
    found = [*_root(spec), *_equal_names("schemas", components, pascal), *_equal_names("schemas", components, snake)]
    found += _equal_names("operations", [str(one.get("operationId")) for _, one in operations(spec)], snake)
    found += (f"{name!r} is no name of up to 100 letters, digits, `.`, `_` and `-`" for name in _odd_names(spec))
    for name, schema in components.items():
        found += [f"{place}: {text}" for place, text in _inside(schema, f"schema {name}", is_named=True)]
        found += _named(name, schema)
    for where, operation in operations(spec):
        found += [f"{place}: {text}" for place, text in _operation(operation, where)]
    return found


def _odd_names(spec: Mapping[str, Any]) -> Iterator[str]:
    """Names that become names of files and are not fit for it."""
    schemas = spec.get("components", {}).get("schemas", {})
    names = (*schemas, *(str(one.get("operationId")) for _, one in operations(spec)))
    return (name for name in names if not PLAIN_NAME.fullmatch(name))


def operations(spec: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every operation and how it is called in a message."""
    for path, item in spec.get("paths", {}).items():
        for method in METHODS:
            if method in item:
                yield f"{method.upper()} {path}", item[method]


def _root(spec: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the spec as a whole."""
    version = str(spec.get("openapi", ""))
    if not version.startswith("3.1."):
        yield f"openapi is {version}, not 3.1.x"
    if not spec.get("paths"):
        yield "there are no paths"
    if "security" in spec:
        yield "security at the root is not read: state it on each operation"


def _equal_names(kind: str, names: Iterable[str], change: Callable[[str], str]) -> Iterator[str]:
    """Names of which one would overwrite the other."""
    same: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        same[change(name)].append(name)
    for python, group in same.items():
        if len(group) > 1:
            yield f"{kind} {', '.join(group)}: all are {python} in Python"


def _named(name: str, schema: Schema) -> Iterator[str]:
    """What is wrong with a component as such."""
    enum = schema.get("enum")
    if enum is not None and (not enum or not all(isinstance(one, str) for one in enum) or len(set(enum)) < len(enum)):
        yield f"schema {name}: an enumeration has values, all strings, each once"


def _operation(operation: Mapping[str, Any], where: str) -> Iterator[Problem]:
    """What is wrong with an operation."""
    if "security" not in operation:
        yield where, "has no security of its own"
    if not operation.get("responses"):
        yield where, "has no responses"
    for parameter in operation.get("parameters", ()):
        yield from _parameter(parameter, f"{where}, parameter {parameter.get('name')}")
    for holder in (operation.get("requestBody", {}), *operation.get("responses", {}).values()):
        for kind, media in holder.get("content", {}).items():
            if kind != "application/json":
                yield where, f"has content of type {kind}, and only JSON is read"
            yield from _inside(media.get("schema", {}), where)


def _parameter(parameter: Mapping[str, Any], place: str) -> Iterator[Problem]:
    """What is wrong with a parameter."""
    if parameter.get("in") not in ("path", "query"):
        yield place, "is neither in the path nor in the query"
    if snake(str(parameter.get("name"))) in VARIABLES:
        yield place, "has the name of a variable in the generated function"
    yield from _inside(parameter.get("schema", {}), place)


def _inside(schema: Schema, place: str, is_named: bool = False) -> Iterator[Problem]:
    """What is wrong with a schema and the schemas in it."""
    yield from ((place, text) for text in _wrong(schema, is_named))
    for key in ("if", "then", "else"):
        if key in schema:
            return
    for key, inner in (*schema.get("properties", {}).items(), ("items", schema.get("items"))):
        if inner is not None and not isinstance(inner, dict):
            yield f"{place}.{key}", "is a boolean schema"
    for name, inner in schema.get("properties", {}).items():
        if isinstance(inner, dict):
            yield from _inside(inner, f"{place}.{name}")
    for inner in children({key: value for key, value in schema.items() if key != "properties"}):
        yield from _inside(inner, place, is_named=is_named)


def _wrong(schema: Schema, is_named: bool) -> Iterator[str]:
    """The constructs of one schema."""
    if "$ref" in schema and len(schema) > 1:
        yield "has keywords beside $ref, which are dropped: put the reference into allOf"
    if "$ref" in schema and not str(schema["$ref"]).startswith(PREFIX):
        yield "refers to something that is no component schema"
    if "properties" in schema and any("required" in one for key in ("anyOf", "oneOf") for one in schema.get(key, ())):
        yield "has properties beside anyOf or oneOf: put those inside allOf"
    if "properties" in schema and any("$ref" in one for one in schema.get("allOf", ())):
        yield "has properties beside an allOf with a reference: make them a member of allOf"
    if any("const" in one for one in schema.get("oneOf", ())):
        yield "is oneOf of consts: write an enum"
    if None in schema.get("enum", ()):
        yield "has null in an enum: write anyOf with type null"
    if not is_named and ("enum" in schema or "properties" in schema):
        yield "is an object or an enumeration without a name: make it a component"
    for key in ("default", "additionalProperties", "patternProperties"):
        if key in schema:
            yield f"has {key}, which the client does not keep to"
