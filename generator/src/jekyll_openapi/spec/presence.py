"""Which properties every answer has: found by evidence and marked with it, since pages say what a request needs."""

from collections.abc import Iterator
from typing import Any

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.operations import JSON_MEDIA, operations
from jekyll_openapi.openapi.references import schema_name

MARK = "x-always-present"


def mark_presence(spec: Json) -> None:
    """Mark the id of what is asked for by its id, and the id of what a trade makes."""
    schemas = spec.get("components", {}).get("schemas", {})
    for name, wire, evidence in sorted({*_asked_for(spec), *_made(spec)}):
        if isinstance(found := schemas.get(name, {}).get("properties", {}).get(wire), dict):
            found.setdefault(MARK, evidence)


def _asked_for(spec: Json) -> Iterator[tuple[str, str, str]]:
    """Schema, property and evidence of each entity that is answered when its id is asked for."""
    for _, _, operation in operations(spec):
        asked = [one.get("name") for one in operation.get("parameters", ()) if one.get("required") is True]
        if asked == ["id"] and (name := _answer(operation)):
            yield name, "id", f"`{operation['operationId']}` gives the object by its `id`{_place(operation)}"


def _made(spec: Json) -> Iterator[tuple[str, str, str]]:
    """Schema, property and evidence of the first id that tells of a trade that it was done."""
    trades: dict[str, Any] = spec.get("x-client", {}).get("trades", {})
    for _, _, operation in operations(spec):
        if ids := trades.get(str(operation.get("operationId")), {}).get("ids"):
            evidence = f"an answer of `{operation['operationId']}` without it is not a success{_place(operation)}"
            yield _answer(operation), ids[0], evidence


def _place(operation: Json) -> str:
    return f" at {operation['x-source']}" if "x-source" in operation else ""


def _answer(operation: Json) -> str:
    """The component that the operation answers with."""
    content = operation.get("responses", {}).get("200", {}).get("content", {})
    return schema_name(content.get(JSON_MEDIA, {}).get("schema", {}))
