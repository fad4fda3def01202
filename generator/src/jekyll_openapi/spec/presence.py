"""Marks properties that every response has, with the evidence, since pages only say what requests need."""

from collections.abc import Iterator
from typing import Any

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.operations import JSON_MEDIA, operations, success
from jekyll_openapi.openapi.references import schema_name

MARK = "x-always-present"


def mark_presence(spec: Json) -> None:
    """Marks the id of entities that are requested by id, and the id that a trade operation returns."""
    schemas = spec.get("components", {}).get("schemas", {})
    for name, wire, evidence in sorted({*_asked_for(spec), *_made(spec)}):
        if isinstance(found := schemas.get(name, {}).get("properties", {}).get(wire), dict):
            found.setdefault(MARK, evidence)


def _asked_for(spec: Json) -> Iterator[tuple[str, str, str]]:
    """(schema, property, evidence) for each entity that is returned when its id is requested."""
    for _, _, operation in operations(spec):
        asked = [one.get("name") for one in operation.get("parameters", ()) if one.get("required") is True]
        if asked == ["id"] and (name := _answer(operation)):
            yield name, "id", f"`{operation['operationId']}` gives the object by its `id`{_place(operation)}"


def _made(spec: Json) -> Iterator[tuple[str, str, str]]:
    """(schema, property, evidence) for the id that shows that a trade was accepted."""
    trades: dict[str, Any] = spec.get("x-client", {}).get("trades", {})
    for _, _, operation in operations(spec):
        if ids := trades.get(str(operation.get("operationId")), {}).get("ids"):
            evidence = f"an answer of `{operation['operationId']}` without it is not a success{_place(operation)}"
            yield _answer(operation), ids[0], evidence


def _place(operation: Json) -> str:
    return f" at {operation['x-source']}" if "x-source" in operation else ""


def _answer(operation: Json) -> str:
    """The name of the component that the operation responds with; empty if there is none."""
    content = operation.get("responses", {}).get(success(operation), {}).get("content", {})
    return schema_name(content.get(JSON_MEDIA, {}).get("schema", {}))
