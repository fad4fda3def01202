"""The spec as a client uses it: operations to find, schemas to check by, names to read by."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, cast

from .facts import ClientFacts, read_facts
from .schemas import Schema

Kind = Literal["read", "write", "trade", "auth"]
"""What calling an operation can do: nothing; change a record; move money; open or prolong a session."""

HARMFUL: tuple[Kind, ...] = ("trade", "write", "auth", "read")
METHODS = ("get", "post", "put", "patch", "delete")
JSON_TYPE = "application/json"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value in the path or the query of a request."""

    name: str
    place: Literal["path", "query"]
    schema: Schema
    required: bool
    exploded: bool
    """A list goes out as `a=1&a=2`, not as `a=1,2`."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that the service can be asked to do."""

    id: str
    method: str
    path: str
    kind: Kind = "trade"
    secured: bool = True
    parameters: tuple[Parameter, ...] = ()
    body: Schema | None = None
    answer: Schema | None = None
    """None where the spec says nothing about what comes back."""
    source: str = ""

    @property
    def is_read(self) -> bool:
        """Whether asking twice does no harm."""
        return self.kind == "read"


@dataclass(frozen=True)
class Description:
    """The whole spec."""

    facts: ClientFacts
    servers: Mapping[str, str]
    """Base URLs by environment."""
    operations: Mapping[str, Operation]
    schemas: Mapping[str, Schema]
    version: str = ""
    spec: Mapping[str, Any] = field(default_factory=dict, repr=False)
    paths: Mapping[str, tuple[Operation, ...]] = field(init=False, repr=False)
    """Operations by path in lower case, the one that can do most harm first."""

    def __post_init__(self) -> None:
        by_path: dict[str, tuple[Operation, ...]] = {}
        for one in sorted(self.operations.values(), key=lambda one: HARMFUL.index(one.kind)):
            by_path[one.path.casefold()] = (*by_path.get(one.path.casefold(), ()), one)
        object.__setattr__(self, "paths", by_path)

    def find(self, method: str, path: str) -> Operation:
        """The operation behind a path, also for another method or letter case; an unknown one counts as a trade."""
        known = self.paths.get(path.casefold()) or self._matching(path)
        unknown = Operation(f"{method.upper()} {path}", method.lower(), path)
        return next((one for one in known if one.method == method.lower()), known[0] if known else unknown)

    def _matching(self, path: str) -> tuple[Operation, ...]:
        """The operations whose path has variables and fits."""
        for pattern, operations in self.paths.items():
            if "{" in pattern:
                parts = ("[^/]+" if "{" in part else re.escape(part) for part in pattern.split("/"))
                if re.fullmatch("/".join(parts), path.casefold()):
                    return operations
        return ()


def read_description(text: str | bytes) -> Description:
    """The description that the JSON text of a spec gives."""
    spec = json.loads(text)
    shared = spec.get("components", {})
    operations = (
        _operation(path, method, item[method], shared)
        for path, item in spec.get("paths", {}).items()
        for method in METHODS
        if method in item
    )
    return Description(
        facts=read_facts(spec["x-client"]),
        servers={one["x-environment"]: one["url"] for one in spec.get("servers", ()) if "x-environment" in one},
        operations={one.id: one for one in operations},
        schemas=shared.get("schemas", {}),
        version=str(spec["info"]["version"]),
        spec=spec,
    )


def _operation(path: str, method: str, data: Mapping[str, Any], shared: Mapping[str, Any]) -> Operation:
    """One operation of the spec; without a class it counts as a trade."""
    answer = _named(data["responses"].get("200", {}), shared)
    return Operation(
        id=data["operationId"],
        method=method,
        path=path,
        kind=cast(Kind, data.get("x-operation-class", "trade")),
        secured=bool(data.get("security", True)),
        parameters=tuple(_parameter(_named(one, shared)) for one in data.get("parameters", ())),
        body=_content(_named(data.get("requestBody", {}), shared)),
        answer=_content(answer),
        source=data.get("x-source", ""),
    )


def _parameter(data: Mapping[str, Any]) -> Parameter:
    """One parameter of the spec."""
    return Parameter(
        name=data["name"],
        place=data["in"],
        schema=data["schema"],
        required=data.get("required", False),
        exploded=data.get("explode", True),
        source=data.get("x-source", ""),
    )


def _content(data: Mapping[str, Any]) -> Schema | None:
    """The schema of the JSON content, None where there is none."""
    media = data.get("content", {}).get(JSON_TYPE)
    return None if media is None else media.get("schema", {})


def _named(data: Mapping[str, Any], shared: Mapping[str, Any]) -> Mapping[str, Any]:
    """What stands here, or in the component that is referred to."""
    if "$ref" not in data:
        return data
    kind, name = data["$ref"].removeprefix("#/components/").split("/", 1)
    return cast(Mapping[str, Any], shared[kind][name])
