"""Follows `$ref`: what an object refers to, and what can be reached from it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from jekyll_openapi.openapi.json import HOLDERS

REF = "$ref"
DEFAULT_MAPPING = "defaultMapping"
"""Where the value of a discriminator leads that its mapping does not know (OpenAPI 3.2)."""
ANCHORS = ("$anchor", "$dynamicAnchor")
SCHEMAS = "#/components/schemas/"

_Name = TypeVar("_Name")


def schema_ref(name: str) -> dict[str, Any]:
    """A reference to a component schema."""
    return {REF: f"{SCHEMAS}{name}"}


def referred(content: Any) -> str | None:
    """The target of the object's `$ref`; None if it is no reference."""
    target = content.get(REF) if isinstance(content, dict) else None
    return target if isinstance(target, str) else None


def schema_name(content: Any) -> str:
    """The component schema that the object refers to; empty if it refers to none."""
    target = referred(content) or ""
    return target.removeprefix(SCHEMAS) if target.startswith(SCHEMAS) else ""


def is_component(place: str) -> bool:
    """Whether the pointer leads to a component schema as a whole."""
    return place.startswith(SCHEMAS) and "/" not in place.removeprefix(SCHEMAS)


def references(content: Any) -> Iterator[str]:
    """The target of every `$ref` in the content, at any depth."""
    waiting = [content]
    while waiting:
        found = waiting.pop()
        if isinstance(found, dict):
            if isinstance(target := found.get(REF), str):
                yield target
            waiting += [one for one in reversed(found.values()) if isinstance(one, HOLDERS)]
        elif isinstance(found, list):
            waiting += [one for one in reversed(found) if isinstance(one, HOLDERS)]


def schema_names(content: Any) -> Iterator[str]:
    """The component schemas that the content refers to, at any depth."""
    return (one.removeprefix(SCHEMAS) for one in references(content) if one.startswith(SCHEMAS))


def reached(starts: Iterable[_Name], refers: Callable[[_Name], Iterable[_Name]]) -> set[_Name]:
    """The starting names, and everything that can be reached from them."""
    found: set[_Name] = set()
    waiting = list(starts)
    while waiting:
        if (one := waiting.pop()) not in found:
            found.add(one)
            waiting += refers(one)
    return found
