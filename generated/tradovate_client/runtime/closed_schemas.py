"""Closes request schemas: a property that the description does not state is an error, at every depth."""

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
    """A copy of the document in which no object may have undescribed properties.

    An explicit `additionalProperties` or `unevaluatedProperties` is kept.
    """
    components = whole["components"]["schemas"]
    root = {key: one for key, one in whole.items() if key != "components"}
    seal = _Seal(components, frozenset(_partial([root], components)))
    inner = {name: seal.inside(one) for name, one in components.items()}
    return {**seal.of(root)} | {"components": {"schemas": inner}}


class _Seal:
    """Closes the objects of one document."""

    def __init__(self, components: Components, partial: frozenset[int]) -> None:
        self._components = components
        self._partial = partial
        """Ids of schemas that state only some of their object's properties, so that closing them would reject the
        rest.
        """

    def of(self, schema: Any) -> Any:
        """The closed schema of a value."""
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
        """The schema with its nested values closed; conditions (`if`) stay open."""
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
"""For each `oneOf`/`anyOf` (by id), the number of the alternative. Schemas of different alternatives never apply
together.
"""
Said = tuple[Schema, Branch]


def _partial(schemas: Sequence[Schema], components: Components) -> Iterator[int]:
    """Ids of the schemas that state only some properties of a value that other schemas describe too.

    Two members of an `allOf` that state the same property describe the same object below it.
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
    """For each nested value, the schemas that apply to it together."""
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
    """The schema and all that apply to the same value: through references, alternatives and conditions."""
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
    """Properties that an object of the schema may have; None if it may have any."""
    parts = list(in_place(schema, components))
    if any(part.get(key, False) is not False for part in parts for key in CLOSERS):
        return None
    return frozenset(name for part in parts for name in part.get("properties", ()))


def property_names(schema: Schema, components: Components) -> frozenset[str]:
    """Properties that an object of the schema may have; empty if it may have any, or is no object."""
    return _names(schema, components) or frozenset()
