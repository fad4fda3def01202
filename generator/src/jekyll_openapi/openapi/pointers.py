"""JSON pointers in the form that OpenAPI uses: `#/paths/~1order~1item/get`."""

from functools import lru_cache
from typing import Any
from urllib.parse import unquote

Pointer = str


def pointer(*parts: str) -> Pointer:
    """The pointer with these parts."""
    return below("#", *parts)


def below(place: Pointer, *parts: str) -> Pointer:
    """The pointer extended by these parts."""
    if len(parts) == 1:  # nearly always, and twice as fast
        return f"{place}/{_escaped(parts[0])}"
    return "/".join((place, *map(_escaped, parts)))


@lru_cache(maxsize=4096)  # a description has a few hundred keys, each in thousands of places
def _escaped(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1").replace("%", "%25")


def parts(place: Pointer) -> tuple[str, ...]:
    """The unescaped parts of a pointer; raises ValueError if it is no pointer."""
    if place != "#" and not place.startswith("#/"):
        raise ValueError(f"{place} is not a pointer into the same document")
    if "%" not in place and "~" not in place:
        return tuple(place.split("/")[1:])
    return tuple(map(unescaped, place.split("/")[1:]))


def unescaped(part: str) -> str:
    """What a part of a pointer stands for."""
    return unquote(part).replace("~1", "/").replace("~0", "~") if "%" in part or "~" in part else part


def at(document: Any, place: Pointer) -> Any:
    """The value at the pointer; raises KeyError if there is none."""
    found = document
    for part in parts(place):
        found = child(found, part, place)
    return found


def child(content: Any, part: str, place: Pointer) -> Any:
    """The value under a key or an index, the end of the pointer; raises KeyError if there is none."""
    if isinstance(content, dict) and part in content:
        return content[part]
    if isinstance(content, list) and part.isascii() and part.isdecimal() and int(part) < len(content):
        return content[int(part)]
    raise KeyError(place)
