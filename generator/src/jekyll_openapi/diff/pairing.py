"""Finds the operations of the new description that correspond to those of the old one, even under another path."""

from collections.abc import Iterator
from typing import Any

from jekyll_openapi.diff.content import json_schema
from jekyll_openapi.diff.cursor import Cursor, Key, Spec
from jekyll_openapi.diff.parameters import parameters_of
from jekyll_openapi.diff.renames import matches
from jekyll_openapi.diff.servers import address
from jekyll_openapi.openapi.operations import success
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass

_VARIABLE = regex(r"\{[^{}]*\}")
_DEPTH = 3
"""Levels of a schema that count as evidence."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """The operations of both descriptions, by path and method."""

    kept: dict[Key, Key]
    """Old key -> new key. A different path means that the operation was renamed or moved."""
    gone: tuple[Key, ...]
    came: tuple[Key, ...]


def pair_operations(old: Spec, new: Spec) -> Pairing:
    """The operations that both descriptions have, and those that only one has."""
    before, after = old.operations, new.operations
    kept = {key: key for key in before if key in after}
    # Strongest evidence first; each round only sees what is still unpaired.
    for evidence in (_variables, _address, _path, _content, _folded):
        gone = {key: evidence(key, cursor) for key, cursor in before.items() if key not in kept}
        taken = set(kept.values())
        came = {key: evidence(key, cursor) for key, cursor in after.items() if key not in taken}
        kept |= matches(gone, came)
    came_from = set(kept.values())
    return Pairing(kept, tuple(set(before) - set(kept)), tuple(set(after) - came_from))


def same_path(key: Key) -> Key:
    """The key without the names of path variables, which are never sent."""
    return _VARIABLE.sub("{}", key[0]), key[1]


def are_swapped(old: Key, new: Key) -> bool:
    """Whether a variable of the path has the name now that another one had: what a caller fills in goes elsewhere."""
    before, after = (_VARIABLE.findall(path) for path, _ in (old, new))
    return any(was != now and now in before for was, now in zip(before, after, strict=True))


def addresses(operation: Cursor, key: Key) -> list[str]:
    """The full URLs of an operation, wherever they are split into server and path."""
    holders = (operation, operation.spec.item(key[0]), operation.spec.root)
    servers = next((one.get("servers") for one in holders if one.get("servers")), [{"url": ""}])
    return [address(one) + same_path(key)[0] for one in servers]


def _variables(key: Key, _: Cursor) -> object:
    return same_path(key)


def _address(key: Key, cursor: Cursor) -> object:
    return key[1], tuple(addresses(cursor, key))


def _path(key: Key, _: Cursor) -> object:
    return key[0]


def _folded(key: Key, _: Cursor) -> object:
    return key[0].casefold(), key[1]


def _content(key: Key, cursor: Cursor) -> object:
    """The structure of request and response, without schema names; None if it says too little to match by."""
    body = json_schema(cursor.below("requestBody"))
    answer = json_schema(cursor.below("responses").below(success(cursor.value)))
    # Without properties or items, many operations would look the same, and a removed one would pass as renamed.
    if not any("properties" in part.resolved().value or "items" in part.value for part in (body, answer)):
        return None
    taken = ((name, _shape(one.below("schema"), 1)) for name, one in parameters_of(cursor, key).items())
    return key[1], tuple(sorted(taken, key=str)), _shape(body, _DEPTH), _shape(answer, _DEPTH)


def _shape(cursor: Cursor, depth: int) -> Any:
    """The structure of a schema down to the depth."""
    schema = cursor.resolved()
    properties = tuple(_properties(schema, depth)) if depth else ()
    items = _shape(schema.into("items"), depth - 1) if "items" in schema.value and depth else None
    return str(schema.get("type")), str(schema.get("format")), str(schema.get("enum")), properties, items


def _properties(schema: Cursor, depth: int) -> Iterator[Any]:
    for name in schema.get("properties", {}):
        yield name, _shape(schema.attribute(name), depth - 1)
