"""Requests hold nothing that the description does not know: what it states for an object is all that is sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .schemas import PREFIX, Schema

CLOSERS = ("additionalProperties", "unevaluatedProperties", "patternProperties")
IN_PLACE = ("allOf", "anyOf", "oneOf")
CONDITIONAL = ("then", "else")
INSIDE_NAMED = ("properties", "patternProperties")
INSIDE_MANY = ("prefixItems",)
INSIDE_ONE = ("items", "additionalProperties")

Components = Mapping[str, Schema]


def sealed(whole: Schema) -> Schema:
    """The document, in which each object may have the properties that are stated for it, at every depth.

    Where the description says itself what else may stand in an object, that holds.
    """
    components = whole["components"]["schemas"]
    root = {key: one for key, one in whole.items() if key != "components"}
    seal = _Seal(components, frozenset(_partial([root], components)))
    inner = {name: seal.inside(one) for name, one in components.items()}
    return {**seal.of(root)} | {"components": {"schemas": inner}}


class _Seal:
    """Closes the objects of a document."""

    def __init__(self, components: Components, partial: frozenset[int]) -> None:
        self._components = components
        self._partial = partial
        """The schemas, by identity, that know only a part of the properties of their object."""

    def of(self, schema: Any) -> Any:
        """The schema of a value, sealed."""
        if not isinstance(schema, dict):
            return schema
        made = self.inside(schema)
        known = property_names(schema, self._components)
        if known and id(schema) not in self._partial:
            if more := [one for part in in_place(schema, self._components) for one in part.get("required", ())]:
                made["allOf"] = [*made.get("allOf", ()), {"properties": {name: {} for name in more}}]
            # Beside a reference, and not in what it leads to: another schema may add properties to that.
            made["unevaluatedProperties"] = False
        return made

    def inside(self, schema: Any) -> Any:
        """The schema, with the values in it sealed; conditions stay as they are."""
        if not isinstance(schema, dict):
            return schema
        made = dict(schema)
        for key in INSIDE_ONE:
            if key in made:
                made[key] = self.of(made[key])
        for key in INSIDE_MANY:
            if key in made:
                made[key] = [self.of(one) for one in made[key]]
        for key in INSIDE_NAMED:
            if key in made:
                made[key] = {name: self.of(one) for name, one in made[key].items()}
        for key in IN_PLACE:
            if key in made:
                made[key] = [self.inside(one) for one in made[key]]
        return made


Branch = Mapping[int, int]
"""Which member of each choice a schema belongs to; what belongs to different ones never holds at once."""
Said = tuple[Schema, Branch]


def _partial(schemas: Sequence[Schema], components: Components) -> Iterator[int]:
    """The schemas that know only a part of what others say of the same value, by identity.

    What two members of an `allOf` say of one property, they say of one object.
    """
    waiting: list[list[Said]] = [[(one, {}) for one in schemas]]
    seen: set[tuple[int, ...]] = set()
    while waiting:
        together = waiting.pop()
        key = tuple(sorted(id(one) for one, _ in together))
        if key in seen:
            continue
        seen.add(key)
        known = [_names(one, components) for one, _ in together] if len(together) > 1 else []
        for (one, branch), own in zip(together, known, strict=len(together) > 1):
            others = [names for (_, other), names in zip(together, known, strict=True) if _at_once(branch, other)]
            if own and any(names is None or not own >= names for names in others):
                yield id(one)
        waiting += _inside(together, components)


def _at_once(one: Branch, other: Branch) -> bool:
    return all(other.get(choice, member) == member for choice, member in one.items())


def _inside(together: Sequence[Said], components: Components) -> Iterator[list[Said]]:
    """What schemas that hold at once say of each value inside."""
    found: defaultdict[tuple[str, object], dict[object, Said]] = defaultdict(dict)

    def add(key: str, name: object, schema: Any, branch: Branch) -> None:
        if isinstance(schema, dict):
            found[key, name].setdefault(schema["$ref"] if set(schema) == {"$ref"} else id(schema), (schema, branch))

    for part, branch in _in_place(together, components):
        for key in INSIDE_ONE:
            add(key, "", part.get(key), branch)
        for key in INSIDE_MANY:
            for number, one in enumerate(part.get(key, ())):
                add(key, number, one, branch)
        for key in INSIDE_NAMED:
            for name, one in part.get(key, {}).items():
                add(key, name, one, branch)
    return (list(one.values()) for one in found.values())


def in_place(schema: Schema, components: Components) -> Iterator[Schema]:
    """The schema, and all that says something of the same value: behind references, in choices and in conditions."""
    return (part for part, _ in _in_place([(schema, {})], components))


def _in_place(schemas: Sequence[Said], components: Components) -> Iterator[Said]:
    open_ends, seen = list(schemas), set()
    while open_ends:
        part, branch = open_ends.pop()
        yield part, branch
        name = str(part.get("$ref", "")).removeprefix(PREFIX)
        if name and name not in seen:
            seen.add(name)
            open_ends.append((components.get(name, {}), branch))
        for key in IN_PLACE:
            members = [one for one in part.get(key, ()) if isinstance(one, dict)]
            chosen = (branch if key == "allOf" else {**branch, id(part[key]): at} for at in range(len(members)))
            open_ends += zip(members, chosen, strict=True)
        open_ends += [(part[key], branch) for key in CONDITIONAL if isinstance(part.get(key), dict)]


def _names(schema: Schema, components: Components) -> frozenset[str] | None:
    """The properties that an object of the schema may have; None where it may have any."""
    parts = list(in_place(schema, components))
    if any(part.get(key, False) is not False for part in parts for key in CLOSERS):
        return None
    return frozenset(name for part in parts for name in part.get("properties", ()))


def property_names(schema: Schema, components: Components) -> frozenset[str]:
    """The properties that an object of the schema may have; empty where it may have any, or is not an object."""
    return _names(schema, components) or frozenset()
