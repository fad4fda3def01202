"""A part of a description: some operations and what they reach."""

from collections.abc import Iterator, Sequence
from typing import Any

from jekyll_openapi.nearest import nearest
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.spec.schemas import REFERENCE


class UnknownOperationError(Exception):
    """No operation has the path; says which paths come near."""


def keep_only(spec: Json, paths: Sequence[str]) -> Json:
    """The description with the paths named, and the schemas and tags that these reach; raises UnknownOperationError."""
    kept = {path: spec["paths"][_known(path, spec)] for path in sorted(set(paths))}
    schemas = spec["components"]["schemas"]
    reached: set[str] = set()
    waiting = list(_references(kept))
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += _references(schemas[name])
    tags = {tag for item in kept.values() for operation in item.values() for tag in operation["tags"]}
    components = spec["components"] | {"schemas": {name: schemas[name] for name in schemas if name in reached}}
    used = [tag for tag in spec["tags"] if tag["name"] in tags]
    return spec | {"tags": used, "paths": kept, "components": components}


def _known(path: str, spec: Json) -> str:
    if path in spec["paths"]:
        return path
    near = nearest(path, spec["paths"], most=3)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    raise UnknownOperationError(f"no operation has the path {path}{hint}")


def _references(content: Any) -> Iterator[str]:
    """The names of the schemas that a part of the description refers to."""
    if isinstance(content, dict):
        target = content.get("$ref")
        if isinstance(target, str) and target.startswith(REFERENCE):
            yield target.removeprefix(REFERENCE)
        for value in content.values():
            yield from _references(value)
    elif isinstance(content, list):
        for value in content:
            yield from _references(value)
