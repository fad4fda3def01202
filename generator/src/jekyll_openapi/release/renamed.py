"""Keeps renamed operations and schemas in the description under their old names, for one version.

Each is unchanged from the last release but `deprecated`, with the name that replaces it. Whether the service still
accepts the old one is unknown: the description only says that the pages no longer have it.
"""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from jekyll_openapi.diff.change import Change
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.operations import METHODS, operations
from jekyll_openapi.openapi.references import reached, schema_names
from jekyll_openapi.openapi.renamed import MARK
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field

_VARIABLE = regex(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Renamed:
    """The operations and schemas that a version keeps from the one before."""

    paths: Json = field(default_factory=dict)
    schemas: Json = field(default_factory=dict)

    def over(self, spec: Json) -> Json:
        """The description with these added, except where it has something of its own."""
        if not self.paths and not self.schemas:
            return spec
        shapes = {_shape(path): path for path in spec["paths"]}
        paths: Json = {path: dict(item) for path, item in spec["paths"].items()}
        taken = {str(one.get("operationId")) for _, _, one in operations(spec)}
        for path, item in self.paths.items():
            # Two paths that differ only in names of variables are the same path, which OpenAPI forbids.
            if shapes.get(_shape(path), path) == path:
                added = {method: _identified(one, taken) for method, one in item.items()}
                paths[path] = added | paths.get(path, {})
        schemas = self.schemas | spec["components"]["schemas"]
        components = spec["components"] | {"schemas": dict(sorted(schemas.items()))}
        return spec | {"paths": dict(sorted(paths.items())), "components": components}


def renamed(version: str, changes: Iterable[Change], old: Json, new: Json) -> Renamed:
    """What the version keeps of the old description: everything renamed, and schemas that only renamed parts use."""
    successors = {one.old: one.new for one in changes if one.kind in ("operation-renamed", "schema-renamed")}
    paths: dict[str, Json] = {}
    for path, method, operation in operations(old):
        if now := successors.get(f"{method.upper()} {path}"):
            # Its own tag may be gone as well.
            tags = {"tags": one["tags"]} if "tags" in (one := _operation(new, now)) else {}
            paths.setdefault(path, {})[method] = _deprecated(operation | tags, version, now)
    before, after = old["components"]["schemas"], new["components"]["schemas"]
    starts = [*(name for name in before if name in successors), *schema_names(paths)]
    names = reached(starts, lambda name: schema_names(before.get(name, {})))
    kept = sorted(name for name in names if name in before and name not in after)
    bodies = _bodies(paths, old, new, successors)
    schemas = {name: _deprecated(before[name], version, successors.get(name) or bodies.get(name, "")) for name in kept}
    return Renamed(paths, schemas)


def read_renamed(content: Any) -> Renamed | None:
    """What a release has stored; None if the content has another form."""
    match content:
        case {"paths": dict() as paths, "schemas": dict() as schemas}:
            items = [one for item in paths.values() if isinstance(item, dict) for one in item.items()]
            if all(method in METHODS and isinstance(one, dict) for method, one in items) and len(items) >= len(paths):
                return Renamed(paths, schemas)
    return None


def _bodies(paths: Json, old: Json, new: Json, successors: dict[str, str]) -> Json:
    """Schemas that the old operations use -> the corresponding ones of the new operations."""
    found: dict[str, str] = {}
    for path, method, operation in operations({"paths": paths}):
        now = _operation(new, successors[f"{method.upper()} {path}"])
        for part in ("requestBody", "responses"):
            was, is_now = (list(schema_names(one.get(part, {}))) for one in (operation, now))
            # Schemas are matched by position; with other numbers of them, any match would be a guess.
            if len(was) == len(is_now):
                found |= dict(zip(was, is_now, strict=True))
    return found


def _operation(spec: Json, shown: str) -> Json:
    """The operation shown as `POST /order/placeOCO`; empty if there is none."""
    method, _, path = shown.partition(" ")
    found: Json = spec["paths"].get(path, {}).get(method.lower(), {})
    return found


def _deprecated(part: Json, version: str, now: str) -> Json:
    """An operation or schema under its old name, with a note that says what to use."""
    advice = f"`{now}` seems to take its place." if now else "Only what is deprecated refers to it."
    said = f"Gone from the pages since {version}. {advice}"
    text = "\n\n".join(one for one in (said, str(part.get("description", ""))) if one)
    return {**part, "description": text, "deprecated": True, MARK: now}


def _identified(operation: Json, taken: set[str]) -> Json:
    """The operation with an operation id that is still free."""
    stated = str(operation.get("operationId", ""))
    wishes: Iterator[str] = (f"{stated}Deprecated{number or ''}" for number in count())
    name = stated if stated not in taken else next(one for one in wishes if one not in taken)
    taken.add(name)
    return {**operation, "operationId": name}


def _shape(path: str) -> str:
    return _VARIABLE.sub("{}", path)
