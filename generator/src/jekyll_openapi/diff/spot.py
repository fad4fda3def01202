"""A part of a description, with what a row has to say about its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import Any, Literal
from urllib.parse import unquote

from jekyll_openapi.diff.kinds import Kind
from jekyll_openapi.diff.names import PythonNames
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.operations import METHODS
from jekyll_openapi.openapi.pointers import Pointer, below, parts
from jekyll_openapi.openapi.references import REF, referred
from jekyll_openapi.records import dataclass, field, replace

SOURCE = "x-source"
PROVENANCE = frozenset({SOURCE, "x-inferred-from", "x-security-source", "x-always-present"})
"""Where and how a fact is known is not part of the fact."""
WEBHOOKS = "webhook "
"""Stands before the name of a webhook where others have a path."""
CALLBACKS = "callback "
"""Stands before the place of the path item of a callback where others have a path."""
Key = tuple[str, str]
"""Path and method of an operation."""
_REFERENCE = re.compile(r"#/components/(\w+)/([^/]+)")
Only = Literal["request", "response"] | None
"""The one side on which something counts: a `readOnly` property is never sent."""


DYNAMIC = "$dynamicRef"
ANCHORS = ("$anchor", "$dynamicAnchor")


Naming = Callable[[], tuple[str, ...]]
"""Gives the Python names for a part. All names of a description cost more than comparing it, and where nothing differs
nobody asks for one."""


def nameless() -> tuple[str, ...]:
    """What has no names."""
    return ()


@dataclass(frozen=True, eq=False)
class Spec:
    """A description, and the Python names for it."""

    content: Json
    names: PythonNames

    @classmethod
    def of(cls, content: Json, before: Spec | None = None) -> Spec:
        """The description with its names, those of the one before where what they name is still there."""
        return cls(content, PythonNames(content, before.names if before else None))

    @cached_property
    def is_30(self) -> bool:
        """Whether OpenAPI 3.0 says what the keywords mean."""
        return str(self.content.get("openapi", "")).startswith("3.0")

    @property
    def root(self) -> Spot:
        """All of it."""
        return Spot(self, self.content, "#")

    @property
    def schemas(self) -> Json:
        """The component schemas."""
        found: Json = self.content.get("components", {}).get("schemas", {})
        return found

    def schema(self, name: str) -> Spot:
        """A component schema."""
        spot = self.root.into("components", "schemas", name)
        return replace(spot, naming=partial(self.names.model, name), component=name)

    @cached_property
    def operations(self) -> dict[Key, Spot]:
        """Each operation under its path and method."""
        found: dict[Key, Spot] = {}
        for holder, prefix in (("paths", ""), ("webhooks", WEBHOOKS)):
            for path in self.content.get(holder, {}):
                item = self.root.into(holder, path).resolved()
                methods = (method for method in METHODS if method in item.value)
                found |= {(prefix + path, method): item.into(method) for method in methods}
        return {key: spot.named(partial(self._names, key)) for key, spot in found.items()}

    def _names(self, key: Key) -> tuple[str, ...]:
        """What Python code says for the operation; nobody calls a webhook."""
        return () if key[0].startswith(WEBHOOKS) else self.names.operation(*key)

    @cached_property
    def shapes(self) -> dict[Any, Any]:
        """The normal forms of schemas, kept for when they are asked for again."""
        return {}

    @cached_property
    def anchors(self) -> dict[str, Spot]:
        """The schemas with a name of their own: what `#name` leads to."""
        waiting, found = [self.root], dict[str, Spot]()
        while waiting:
            spot = waiting.pop()
            keys = spot.value if isinstance(spot.value, dict) else range(len(spot.value))
            for key in keys:
                one = spot.value[key]
                if isinstance(one, dict | list):
                    waiting.append(spot.into(key))
                elif key in ANCHORS and isinstance(one, str):
                    found.setdefault(one, spot)
        return found

    def item(self, path: str) -> Spot:
        """The path item, the webhook or the callback that a key of an operation names."""
        if path.startswith(CALLBACKS):
            return self.root.at(path.removeprefix(CALLBACKS)) or self.root
        holder = "webhooks" if path.startswith(WEBHOOKS) else "paths"
        return self.root.into(holder, path.removeprefix(WEBHOOKS)).resolved()


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A part of a description and where it is."""

    spec: Spec
    value: Any
    pointer: str
    location: str = ""
    """The nearest `x-source`."""
    naming: Naming = nameless
    component: str = ""
    """The name of the component schema that this is the whole of."""
    known: frozenset[str] | None = frozenset()
    """The properties that the schema around it describes: here they are limited, and not introduced; None for all."""

    @property
    def names(self) -> tuple[str, ...]:
        """What Python code says for it."""
        return self.naming()

    def into(self, *keys: str | int) -> Spot:
        """The part below; a boolean schema becomes one that says the same."""
        value, pointer, location = self.value, self.pointer, self.location
        for key in keys:
            value = value[key]
            pointer = below(pointer, str(key))
            location = str(value.get(SOURCE, location)) if isinstance(value, dict) else location
        if isinstance(value, bool):
            value = {} if value else {"not": {}}
        return Spot(self.spec, value, pointer, location, self.naming)

    def get(self, key: str, default: Any = None) -> Any:
        """The value under the key."""
        return self.value.get(key, default)

    def named(self, naming: Naming) -> Spot:
        """The same under other names."""
        return replace(self, naming=naming)

    def below(self, key: str) -> Spot:
        """The part under the key; where there is none, an empty one, which as a schema takes anything."""
        if key in self.value:
            return self.into(key)
        return replace(self, value={}, pointer=below(self.pointer, key), component="")

    def attribute(self, name: str) -> Spot:
        """A property of this object schema."""
        spot = self.into("properties", name)
        if not self.component:
            return spot
        return spot.named(partial(self.spec.names.attribute, self.component, name))

    def member(self, value: Any) -> tuple[str, ...]:
        """What Python code says for a value of this enumeration."""
        if not self.component:
            return self.names
        return self.spec.names.member(self.component, value)

    def inside(self, *keys: str | int) -> Spot:
        """A part below that speaks of the same values: a member of `allOf`, a condition."""
        return replace(self.into(*keys), component=self.component, known=self.known)

    @property
    def target(self) -> Spot | None:
        """What the `$ref` here leads to, one step; None where there is none, or it leads nowhere in this document."""
        reference = referred(self.value) or str(self.value.get(DYNAMIC, ""))
        if reference.startswith("#") and reference[1:] in self.spec.anchors:
            return self.spec.anchors[reference[1:]]
        if reference != "#" and not reference.startswith("#/"):
            return None
        if named := component_of(self.value):
            kind, name = named
            if name not in self.spec.content.get("components", {}).get(kind, {}):
                return None
            return self.spec.schema(name) if kind == "schemas" else self.spec.root.into("components", kind, name)
        return self.at(reference)

    def at(self, pointer: Pointer) -> Spot | None:
        """The part of the document at a JSON pointer."""
        spot = self.spec.root
        for key in parts(pointer):
            if isinstance(spot.value, dict) and key in spot.value:
                spot = spot.into(key)
            elif isinstance(spot.value, list) and key.isdecimal() and int(key) < len(spot.value):
                spot = spot.into(int(key))
            else:
                return None
        return spot if isinstance(spot.value, dict) else None

    @property
    def reference(self) -> str:
        """The component schema that this is another name for; empty where it is none."""
        target = _target(self.value, self.spec.is_30)
        return target[1] if target and target[0] == "schemas" and target[1] in self.spec.schemas else ""

    def resolved(self) -> Spot:
        """What is behind the reference, or the spot itself; what is shared has no names of its own but a schema's."""
        spot, seen = self, set[str]()
        while spot.pointer not in seen:
            seen.add(spot.pointer)
            target = _target(spot.value, spot.spec.is_30)
            lone = spot if target and REF in spot.value else spot.into("allOf", 0) if target else None
            found = lone.target if lone else None
            if found is None:
                break
            spot = found
        return spot


def _target(value: Json, is_30: bool) -> tuple[str, str] | None:
    """Kind and name of the component that a part stands for, also where the reference is alone in an `allOf`."""
    members = value.get("allOf", ())
    is_alone = len(members) == 1 and not any(binds(key) for key in value if key not in ("allOf", "nullable"))
    if REF in value and not is_30 and any(binds(key) for key in value if key != REF):
        return None
    return component_of(members[0] if REF not in value and is_alone and isinstance(members[0], dict) else value)


def component_of(value: Json) -> tuple[str, str] | None:
    """Kind and name of the component that a reference leads to."""
    matched = _REFERENCE.fullmatch(unquote(referred(value) or ""))
    return (matched[1], matched[2].replace("~1", "/").replace("~0", "~")) if matched else None


def binds(key: str) -> bool:
    """Whether a keyword of a schema says which values are valid; the others are texts, examples and marks."""
    return key not in NOTES and not key.startswith("x-")


_NOTES = """
title summary description default deprecated readOnly writeOnly externalDocs xml discriminator example examples
$comment $id $anchor $schema $vocabulary $defs definitions contentMediaType contentEncoding contentSchema
"""
NOTES = frozenset(_NOTES.split())
"""Keywords that bind no value."""


def bare(value: Any) -> Any:
    """The value without provenance, to be compared."""
    if isinstance(value, dict):
        return {key: bare(inner) for key, inner in value.items() if key not in PROVENANCE}
    return [bare(inner) for inner in value] if isinstance(value, list) else value


def references(value: Any) -> Iterator[tuple[str, str]]:
    """Kind and name of each component that a part refers to."""
    if isinstance(value, dict):
        if target := component_of(value):
            yield target
        for inner in value.values():
            yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


def reach(spec: Spec, value: Any) -> set[str]:
    """The names of the component schemas that a part refers to, directly or through other components."""
    components = spec.content.get("components", {})
    found: set[tuple[str, str]] = set()
    waiting = list(references(value))
    while waiting:
        target = waiting.pop()
        if target not in found and target[1] in components.get(target[0], {}):
            found.add(target)
            waiting += references(components[target[0]][target[1]])
    return {name for kind, name in found if kind == "schemas"}


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """What differs between two spots, before it is known who uses them; one is None where it is not there."""

    kind: Kind
    old: Spot | None
    new: Spot | None
    message: str
    before: str = ""
    after: str = ""
    only: Only = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class Link:
    """A component schema of the old description and the one of the new that stands in its place."""

    old: str
    new: str
    only: Only = None

    @property
    def bare(self) -> Link:
        """The pair, wherever it is met."""
        return self if self.only is None else Link(self.old, self.new)


Found = Difference | Link
