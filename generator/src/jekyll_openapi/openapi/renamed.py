"""Recognizes parts that a description keeps under their old names for one release, marked with the new name."""

from typing import Any

from jekyll_openapi.openapi.json import Json

MARK = "x-renamed-to"
"""On an operation or schema under its old name: the new name (`POST /order/placeOCO`, `PlaceOCO`), empty if unknown."""


def without_renamed(spec: Any) -> Any:
    """The description without parts under old names."""
    paths, components = spec.get("paths") or {}, spec.get("components") or {}
    schemas = components.get("schemas") if isinstance(components, dict) else None
    if not _has_marked(schemas) and not any(_has_marked(item) for item in paths.values()):
        return spec
    items = {path: _unmarked(item) if _has_marked(item) else item for path, item in paths.items()}
    left = {path: item for path, item in items.items() if item or not paths[path]}
    return {**spec, "paths": left, "components": {**components, "schemas": _unmarked(schemas or {})}}


def is_renamed(part: Any) -> bool:
    """Whether an operation or schema is kept under its old name."""
    return isinstance(part, dict) and MARK in part


def _has_marked(parts: Any) -> bool:
    return isinstance(parts, dict) and any(map(is_renamed, parts.values()))


def _unmarked(parts: Json) -> Json:
    return {key: part for key, part in parts.items() if not is_renamed(part)}
