"""What openapi-python-client writes a module for, and the description that holds just some of it."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jekyll_openapi.client.tame import components

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_SCHEMAS = ("components", "schemas")
_Name = tuple[str, ...]
"""Where a part stands: `("components", "schemas", "Order")`, `("paths", "/order/item", "get")`."""


@dataclass(frozen=True, slots=True)
class Part:
    """A schema or an operation."""

    name: _Name
    operation_id: str
    """Empty for a schema."""
    needs: frozenset[_Name]
    """The components that it refers to, directly or through others."""
    made_from: Hashable
    """All that its module depends on."""


def parts_of(spec: Mapping[str, Any]) -> Iterator[Part]:
    """Every part of the description."""
    shared: dict[_Name, Any] = {
        ("components", kind, name): one for kind, names in spec["components"].items() for name, one in names.items()
    }
    texts = {name: json.dumps(one) for name, one in shared.items()}
    refers = {name: shared.keys() & _references(one) for name, one in shared.items()}

    def part(name: _Name, value: Any, operation_id: str = "") -> Part:
        needs = _reached(shared.keys() & _references(value), refers)
        made_from = name, json.dumps(value), frozenset((one, texts[one]) for one in needs)
        return Part(name, operation_id, needs, made_from)

    for name, schema in components(spec).items():
        yield part((*_SCHEMAS, name), schema)
    for path, item in spec["paths"].items():
        for method in item.keys() & _METHODS:
            alone = {**_beside_operations(item), method: item[method]}
            yield part(("paths", path, method), alone, item[method]["operationId"])


def only(spec: Mapping[str, Any], parts: Iterable[Part]) -> dict[str, Any]:
    """The description with these parts and what they refer to, in the order that it has."""
    wanted = {name for part in parts for name in (part.name, *part.needs)}
    items = {
        path: _beside_operations(item) | _chosen(("paths", path), item, wanted) for path, item in spec["paths"].items()
    }
    return {
        **spec,
        "paths": {path: item for path, item in items.items() if item.keys() & _METHODS},
        "components": {kind: _chosen(("components", kind), one, wanted) for kind, one in spec["components"].items()},
    }


def _reached(starts: Iterable[_Name], refers: Mapping[_Name, Iterable[_Name]]) -> frozenset[_Name]:
    """The names, and all that they lead to."""
    found: set[_Name] = set()
    waiting = list(starts)
    while waiting:
        if (one := waiting.pop()) not in found:
            found.add(one)
            waiting += refers[one]
    return frozenset(found)


def _references(value: Any) -> Iterator[_Name]:
    """What a part refers to itself."""
    if isinstance(value, dict):
        if isinstance(target := value.get("$ref"), str):
            yield tuple(target.removeprefix("#/").split("/"))
        for inner in value.values():
            yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)


def _chosen(place: _Name, content: Mapping[str, Any], wanted: set[_Name]) -> dict[str, Any]:
    return {name: one for name, one in content.items() if (*place, name) in wanted}


def _beside_operations(item: Mapping[str, Any]) -> dict[str, Any]:
    """What a path says for all its operations."""
    return {key: one for key, one in item.items() if key not in _METHODS}
