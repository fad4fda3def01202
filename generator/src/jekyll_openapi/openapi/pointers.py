"""JSON pointers as OpenAPI writes them: `#/paths/~1order~1item/get`."""

from typing import Any
from urllib.parse import unquote

Pointer = str


def pointer(*parts: str) -> Pointer:
    """The pointer to what stands under the parts."""
    return below("#", *parts)


def below(place: Pointer, *parts: str) -> Pointer:
    """The pointer to what stands under the parts in a place."""
    return "/".join((place, *map(_escaped, parts)))


def _escaped(part: str) -> str:
    if part.isalnum():
        return part
    return part.replace("~", "~0").replace("/", "~1").replace("%", "%25")


def parts(place: Pointer) -> tuple[str, ...]:
    """The parts of a pointer, each as it stands in the document; raises ValueError where it is none."""
    if place != "#" and not place.startswith("#/"):
        raise ValueError(f"{place} is not a pointer into the same document")
    return tuple(unquote(part).replace("~1", "/").replace("~0", "~") for part in place.split("/")[1:])


def at(document: Any, place: Pointer) -> Any:
    """What stands at the pointer; raises KeyError where nothing does."""
    found = document
    for part in parts(place):
        match found:
            case dict() if part in found:
                found = found[part]
            case list() if part.isascii() and part.isdecimal() and int(part) < len(found):
                found = found[int(part)]
            case _:
                raise KeyError(place)
    return found
