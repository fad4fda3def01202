"""A position in a description: the value there, its JSON pointer, the docs line that states it, and its Python
names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache, partial
from typing import Any, Literal
from urllib.parse import unquote

from jekyll_openapi.diff.kinds import Kind
from jekyll_openapi.diff.memory import Memory
from jekyll_openapi.diff.names import PythonNames
from jekyll_openapi.openapi.heirs import heirs_of
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.operations import METHODS
from jekyll_openapi.openapi.pointers import Pointer, below, parts
from jekyll_openapi.openapi.references import ANCHORS, REF, referred
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field, replace

SOURCE = "x-source"
PROVENANCE = frozenset({SOURCE, "x-source-data", "x-inferred-from", "x-security-source", "x-always-present"})
"""Extensions that say how a fact is known; they are not part of the fact."""
WEBHOOKS = "webhook "
"""Prefix for webhook names in places where operations have a path."""
CALLBACKS = "callback "
"""Prefix for pointers to callbacks in places where operations have a path."""
Key = tuple[str, str]
"""(path, method) of an operation."""
_REFERENCE = regex(r"#/components/(\w+)/([^/]+)")
Only = Literal["request", "response"] | None
"""The only side on which something applies: a `readOnly` property is never sent."""


DYNAMIC = "$dynamicRef"


Naming = Callable[[], tuple[str, ...]]
"""Computes the Python names of a part at first use. All names of a description cost more than its comparison, and
unchanged parts need none."""


def nameless() -> tuple[str, ...]:
    """For parts without names."""
    return ()


@dataclass(frozen=True, eq=False)
class Spec:
    """A description, with lookups and Python names."""

    content: Json
    names: PythonNames

    @classmethod
    def of(cls, content: Json, before: Spec | None = None, *, has_names: bool = True) -> Spec:
        """The description. Python names of `before` are kept where the named things still exist."""
        return cls(content, PythonNames(content, before.names if before else None, has_names=has_names))

    def alone(self) -> Spec:
        """The same description with the names that it has without another one before it."""
        return Spec(self.content, self.names.alone())

    @cached_property
    def is_30(self) -> bool:
        """Whether it is OpenAPI 3.0, where some keywords have another meaning."""
        return str(self.content.get("openapi", "")).startswith("3.0")

    @property
    def root(self) -> Cursor:
        """The whole description."""
        return Cursor(self, self.content, "#")

    @property
    def schemas(self) -> Json:
        """The component schemas."""
        found: Json = self.content.get("components", {}).get("schemas", {})
        return found

    def schema(self, name: str) -> Cursor:
        """The component schema with the name."""
        cursor = self.root.into("components", "schemas", name)
        return replace(cursor, naming=partial(self.names.model, name), component=name)

    @cached_property
    def heirs(self) -> dict[str, list[str]]:
        """Schema with a discriminator -> the schemas that build on it, which stand wherever it is referred to."""
        return heirs_of(self.schemas)

    def reached(self, target: tuple[str, str]) -> frozenset[tuple[str, str]]:
        """Kind and name of the component and of all that it leads to, each looked for once."""
        if (known := self._reached.get(target)) is not None:
            return known
        components = self.content.get("components", {})
        found: set[tuple[str, str]] = set()
        waiting = [target]
        while waiting:
            one = waiting.pop()
            if one not in found and one[1] in components.get(one[0], {}):
                found.add(one)
                waiting += references(components[one[0]][one[1]])
                waiting += (("schemas", heir) for heir in self.heirs.get(one[1], ()) if one[0] == "schemas")
        return self._reached.setdefault(target, frozenset(found))

    @cached_property
    def _reached(self) -> dict[tuple[str, str], frozenset[tuple[str, str]]]:
        return {}

    @cached_property
    def operations(self) -> dict[Key, Cursor]:
        """(path, method) -> operation, webhooks included."""
        found: dict[Key, Cursor] = {}
        for holder, prefix in (("paths", ""), ("webhooks", WEBHOOKS)):
            for path in self.content.get(holder, {}):
                item = self.root.into(holder, path).resolved()
                methods = (method for method in METHODS if method in item.value)
                found |= {(prefix + path, method): item.into(method) for method in methods}
        return {key: cursor.named(partial(self._names, key)) for key, cursor in found.items()}

    def _names(self, key: Key) -> tuple[str, ...]:
        """The Python name of the operation; webhooks are never called and have none."""
        return () if key[0].startswith(WEBHOOKS) else self.names.operation(*key)

    @cached_property
    def shapes(self) -> Memory[Any]:
        """The normal forms of schemas."""
        return Memory()

    @cached_property
    def comparisons(self) -> Memory[tuple[Found, ...]]:
        """What differs between this description's schemas and those of another."""
        return Memory()

    @cached_property
    def targets(self) -> dict[tuple[str | None, str], Cursor | None]:
        """`$ref` and `$dynamicRef` -> what they lead to in one step, as far as somebody has asked."""
        return {}

    @cached_property
    def shared(self) -> dict[tuple[int, str, str], tuple[Found, ...]]:
        """What differs between parts that many operations refer to, as far as somebody has asked."""
        return {}

    @cached_property
    def anchors(self) -> dict[str, Cursor]:
        """`$anchor` name -> schema."""
        waiting, found = [self.root], dict[str, Cursor]()
        while waiting:
            cursor = waiting.pop()
            keys = cursor.value if isinstance(cursor.value, dict) else range(len(cursor.value))
            for key in keys:
                one = cursor.value[key]
                if isinstance(one, dict | list):
                    waiting.append(cursor.into(key))
                elif key in ANCHORS and isinstance(one, str):
                    found.setdefault(one, cursor)
        return found

    def item(self, path: str) -> Cursor:
        """The path item, webhook or callback that an operation's key refers to."""
        if path.startswith(CALLBACKS):
            return self.root.at(path.removeprefix(CALLBACKS)) or self.root
        holder = "webhooks" if path.startswith(WEBHOOKS) else "paths"
        return self.root.into(holder, path.removeprefix(WEBHOOKS)).resolved()


@dataclass(frozen=True, slots=True, eq=False)
class Cursor:
    """A position in a description."""

    spec: Spec
    value: Any
    pointer: str
    location: str = ""
    """The nearest `x-source`."""
    naming: Naming = nameless
    component: str = ""
    """The name of the component schema that this is the root of; empty if it is none."""
    known: frozenset[str] | None = frozenset()
    """Properties described by a surrounding schema, which this schema only restricts; None for all properties."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its Python names."""
        return self.naming()

    def into(self, *keys: str | int) -> Cursor:
        """The position below, at keys that must exist. A boolean schema becomes an equivalent mapping."""
        value, pointer, location = self.value, self.pointer, self.location
        for key in keys:
            value = value[key]
            pointer = below(pointer, str(key))
            location = str(value.get(SOURCE, location)) if isinstance(value, dict) else location
        if isinstance(value, bool):
            value = {} if value else {"not": {}}
        return Cursor(self.spec, value, pointer, location, self.naming)

    def get(self, key: str, default: Any = None) -> Any:
        """The value under the key."""
        return self.value.get(key, default)

    def named(self, naming: Naming) -> Cursor:
        """The same position with other Python names."""
        return Cursor(self.spec, self.value, self.pointer, self.location, naming, self.component, self.known)

    def below(self, key: str) -> Cursor:
        """The position under the key. If there is none, an empty value, which as a schema allows everything."""
        if key in self.value:
            return self.into(key)
        return Cursor(self.spec, {}, below(self.pointer, key), self.location, self.naming, "", self.known)

    def attribute(self, name: str) -> Cursor:
        """A property of this object schema."""
        cursor = self.into("properties", name)
        if not self.component:
            return cursor
        return cursor.named(partial(self.spec.names.attribute, self.component, name))

    def member(self, value: Any) -> tuple[str, ...]:
        """The Python name for a value of this enumeration."""
        if not self.component:
            return self.names
        return self.spec.names.member(self.component, value)

    def inside(self, *keys: str | int) -> Cursor:
        """A position below that describes the same values: a member of `allOf`, a condition."""
        inner = self.into(*keys)
        return Cursor(self.spec, inner.value, inner.pointer, inner.location, inner.naming, self.component, self.known)

    @property
    def target(self) -> Cursor | None:
        """The target of the `$ref` here, one step; None if there is none in this document."""
        key = referred(self.value), str(self.value.get(DYNAMIC))
        targets = self.spec.targets
        if key not in targets:  # hundreds of operations refer to the same answer
            targets[key] = self._target()
        return targets[key]

    def _target(self) -> Cursor | None:
        reference = referred(self.value) or str(self.value.get(DYNAMIC, ""))
        if reference != "#" and not reference.startswith("#/"):
            return self.spec.anchors.get(reference[1:]) if reference.startswith("#") else None
        if named := component_of(self.value):
            kind, name = named
            if name not in self.spec.content.get("components", {}).get(kind, {}):
                return None
            return self.spec.schema(name) if kind == "schemas" else self.spec.root.into("components", kind, name)
        return self.at(reference)

    def at(self, pointer: Pointer) -> Cursor | None:
        """The position at a JSON pointer; None if there is none."""
        cursor = self.spec.root
        for key in parts(pointer):
            if isinstance(cursor.value, dict) and key in cursor.value:
                cursor = cursor.into(key)
            elif isinstance(cursor.value, list) and key.isdecimal() and int(key) < len(cursor.value):
                cursor = cursor.into(int(key))
            else:
                return None
        return cursor if isinstance(cursor.value, dict) else None

    @property
    def reference(self) -> str:
        """The component schema that this is an alias of; empty if it is none."""
        target = _target(self.value, self.spec.is_30)
        return target[1] if target and target[0] == "schemas" and target[1] in self.spec.schemas else ""

    def resolved(self) -> Cursor:
        """The position behind all references, which is this one if there are none.

        Shared parts lose their names, except for schemas.
        """
        cursor, seen = self, set[str]()
        while cursor.pointer not in seen:
            seen.add(cursor.pointer)
            target = _target(cursor.value, cursor.spec.is_30)
            lone = cursor if target and REF in cursor.value else cursor.into("allOf", 0) if target else None
            found = lone.target if lone else None
            if found is None:
                break
            cursor = found
        return cursor


def _target(value: Json, is_30: bool) -> tuple[str, str] | None:
    """Kind and name of the component that a part is an alias of, also if the reference is alone in `allOf`."""
    members = value.get("allOf", ())
    is_alone = len(members) == 1 and not any(binds(key) for key in value if key not in ("allOf", "nullable"))
    if REF in value and not is_30 and any(binds(key) for key in value if key != REF):
        return None
    return component_of(members[0] if REF not in value and is_alone and isinstance(members[0], dict) else value)


def component_of(value: Json) -> tuple[str, str] | None:
    """Kind and name of the component that a reference leads to; None if it leads elsewhere."""
    if (reference := referred(value)) is None:
        return None
    return _component(reference)


@lru_cache(maxsize=20_000)
def _component(reference: str) -> tuple[str, str] | None:
    matched = _REFERENCE.fullmatch(unquote(reference))
    return (matched[1], matched[2].replace("~1", "/").replace("~0", "~")) if matched else None


def binds(key: str) -> bool:
    """Whether a keyword restricts which values are valid, as opposed to texts, examples and marks."""
    return key not in NOTES and not key.startswith("x-")


_NOTES = """
title summary description default deprecated readOnly writeOnly externalDocs xml discriminator example examples
$comment $id $anchor $schema $vocabulary $defs definitions contentMediaType contentEncoding contentSchema
"""
NOTES = frozenset(_NOTES.split())
"""Keywords that restrict no values."""


def bare(value: Any) -> Any:
    """The value without provenance, for comparison."""
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
    """The component schemas that a part refers to, directly or through other components."""
    ways = (spec.reached(target) for target in set(references(value)))
    return {name for kind, name in set().union(*ways) if kind == "schemas"}


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """A difference between two positions, before its users are known. `old` or `new` is None if it exists on one
    side only."""

    kind: Kind
    old: Cursor | None
    new: Cursor | None
    message: str
    before: str = ""
    after: str = ""
    only: Only = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class Link:
    """A pair of component schemas, old and new, that is compared on its own."""

    old: str
    new: str
    only: Only = None
    has_heirs: bool = False
    """Whether the schemas that build on these count as well."""

    @property
    def bare(self) -> Link:
        """The pair, regardless of the side."""
        return self if self.only is None else Link(self.old, self.new, has_heirs=self.has_heirs)


Found = Difference | Link
