"""Enumerations whose values are not of their type, which YAML makes of `no`, `1` and `2.0`, and tools of lists."""

from collections.abc import Callable
from typing import Any

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.pointers import Pointer

_TRUTH = {"true": True, "false": False}
_OWN: dict[str, type | tuple[type, ...]] = {"string": str, "integer": int, "number": (int, float), "boolean": bool}


def with_own_values(schema: Json, place: Pointer, note: Callable[[Pointer, str], None]) -> Json:
    """The schema with values of its type, where they can be read so; the schema itself where nothing is wrong."""
    kind, values = schema.get("type"), schema.get("enum")
    if not isinstance(kind, str) or not isinstance(values, list):
        return schema
    if kind == "array" and not any(isinstance(one, list | None) for one in values):
        items = schema.get("items", {})
        if isinstance(items, dict) and "enum" not in items and "$ref" not in items:
            note(place, "the enumeration of a list says what its items may be, and is read so")
            return {**{key: one for key, one in schema.items() if key != "enum"}, "items": {**items, "enum": values}}
    if kind not in _OWN or all(one is None or _is_of(one, kind) for one in values):
        return schema
    read = [one if one is None or _is_of(one, kind) else _read(one, kind) for one in values]
    if any(one is ... for one in read):
        return schema
    note(place, f"an enumeration of {kind} has values of another type; they are read as {kind}")
    return {**schema, "enum": read}


def _is_of(value: Any, kind: str) -> bool:
    return isinstance(value, _OWN[kind]) and (isinstance(value, bool) == (kind == "boolean"))


def _read(value: Any, kind: str) -> Any:
    """The value in the type; the ellipsis where it is none."""
    if kind == "string":
        return str(value).lower() if isinstance(value, bool) else str(value) if isinstance(value, int | float) else ...
    if not isinstance(value, str):
        return ...
    if kind == "boolean":
        return _TRUTH.get(value.lower(), ...)
    try:
        return int(value) if kind == "integer" else float(value)
    except ValueError:
        return ...
