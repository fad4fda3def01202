"""Reduces a description to some operations and everything that these refer to (`--only`)."""

from collections.abc import Sequence

from jekyll_openapi.nearest import nearest
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.references import reached, schema_names
from jekyll_openapi.unusable import UnusableError


class UnknownOperationError(UnusableError):
    """No operation has the path; the message names similar paths."""


def keep_only(spec: Json, paths: Sequence[str]) -> Json:
    """The description with only these paths, and the schemas and tags that they use; raises UnknownOperationError."""
    kept = {path: spec["paths"][_known(path, spec)] for path in sorted(set(paths))}
    schemas = spec["components"]["schemas"]
    used = reached(schema_names(kept), lambda name: schema_names(schemas[name]))
    named = {tag for item in kept.values() for operation in item.values() for tag in operation["tags"]}
    components = spec["components"] | {"schemas": {name: schemas[name] for name in schemas if name in used}}
    tags = [tag for tag in spec["tags"] if tag["name"] in named]
    return spec | {"tags": tags, "paths": kept, "components": components}


def _known(path: str, spec: Json) -> str:
    if path in spec["paths"]:
        return path
    near = nearest(path, spec["paths"], most=3)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    raise UnknownOperationError(f"no operation has the path {path}{hint}")
