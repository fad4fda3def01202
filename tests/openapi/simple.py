"""What a lowered description may hold: the judge of the lowering, which shares no code with it."""

import re
from collections.abc import Iterator
from typing import Any

_TOLD = {"title", "description", "deprecated", "readOnly", "writeOnly", "default", "examples", "externalDocs"}
_LIMITS = {
    "string": {"format", "minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType"},
    "number": {"format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"},
    "integer": {"format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"},
    "boolean": set(),
    "null": set(),
    "array": {"items", "minItems", "maxItems", "uniqueItems"},
    "object": {"additionalProperties"},
}
_METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}


def faults(document: Any) -> list[str]:
    """Everything in the description that is not simple."""
    found = list(_schemas(document["components"]["schemas"]))
    known = set(document["components"]["schemas"])
    ids = []
    for path, item in document["paths"].items():
        if set(item) - _METHODS:
            found.append(f"{path} has {sorted(set(item) - _METHODS)}")
        for method, operation in item.items():
            ids.append(operation["operationId"])
            found += (f"{method} {path}: {one}" for one in _operation(path, operation))
    if len(set(ids)) < len(ids):
        found.append(f"operationIds stand twice: {ids}")
    found += (f"no schema is called {name}" for name in _references(document) if name not in known)
    return found


def _operation(path: str, operation: Any) -> Iterator[str]:
    if not isinstance(operation["security"], list) or not operation["responses"]:
        yield "security or responses are missing"
    keys = [(one["in"], one["name"]) for one in operation["parameters"]]
    if len(set(keys)) < len(keys):
        yield f"parameters stand twice: {keys}"
    whole, _, query = path.partition("#")[0].partition("?")
    wanted, behind = (set(re.findall(r"\{([^{}]+)\}", one)) for one in (whole, query))
    filled = {name for place, name in keys if place == "path"}
    if not wanted <= filled <= wanted | behind <= filled | {name for place, name in keys if place == "query"}:
        yield f"the path wants {wanted} and has {keys}"
    for one in operation["parameters"]:
        if "content" not in one and not {"style", "explode", "schema", "required"} <= set(one):
            yield f"parameter {one}"
        yield from _simple(one.get("schema", {}), one["name"])
    holders = [operation.get("requestBody"), *operation["responses"].values()]
    for holder in filter(None, holders):
        for media, content in holder.get("content", {}).items():
            yield from _simple(content["schema"], media)


def _schemas(schemas: Any) -> Iterator[str]:
    for name, schema in schemas.items():
        keys = {key for key in schema if key not in _TOLD and not key.startswith("x-")}
        if "enum" in schema:
            kind = {"string": str, "integer": int}.get(schema.get("type"), type(None))
            if keys != {"type", "enum"} or not schema["enum"] or not all(type(one) is kind for one in schema["enum"]):
                yield f"enumeration {name}: {schema}"
        elif "anyOf" in schema:
            if keys - {"anyOf", "discriminator"} or len(schema["anyOf"]) < 2:
                yield f"union {name}: {schema}"
            for one in schema["anyOf"]:
                yield from _simple(one, name)
        else:
            if schema.get("type") != "object" or keys - {"type", "properties", "required", "additionalProperties"}:
                yield f"object {name}: {schema}"
            if set(schema.get("required", ())) - set(schema["properties"]):
                yield f"object {name} wants what it does not have"
            for inner in [*schema["properties"].values(), schema.get("additionalProperties")]:
                yield from _simple(inner, name) if inner not in (None, True, False) else ()


def _simple(schema: Any, where: str) -> Iterator[str]:
    """What is wrong with a schema outside of the components."""
    keys = {key for key in schema if key not in _TOLD and not key.startswith("x-")}
    if keys == {"anyOf"}:
        if [one for one in schema["anyOf"] if one == {"type": "null"}] == schema["anyOf"][1:]:
            yield from _simple(schema["anyOf"][0], where)
            return
        yield f"{where}: {schema}"
    elif keys == {"$ref"} or not keys:
        return
    else:
        kind = schema.get("type")
        if isinstance(kind, list) and len(kind) == 2 and kind[1] == "null":
            kind = kind[0]
        if not isinstance(kind, str) or kind not in _LIMITS or keys - _LIMITS[kind] - {"type"}:
            yield f"{where}: {schema}"
        elif kind == "array":
            yield from _simple(schema["items"], where)
        elif kind == "object":
            yield from _simple(schema["additionalProperties"], where)


def _references(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        for key, value in content.items():
            if key == "$ref" and isinstance(value, str) and value.startswith("#/components/schemas/"):
                yield value.removeprefix("#/components/schemas/")
            elif key not in ("examples", "default"):
                yield from _references(value)
    elif isinstance(content, list):
        for one in content:
            yield from _references(one)
