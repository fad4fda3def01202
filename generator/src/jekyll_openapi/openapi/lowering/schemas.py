"""Lowers schemas: objects, enumerations and unions become components, everything else stays in place."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.lowering.again import Unchanged
from jekyll_openapi.openapi.lowering.keywords import LIMITS, says_nothing
from jekyll_openapi.openapi.lowering.naming import member_word
from jekyll_openapi.openapi.lowering.problems import ImpossibleError
from jekyll_openapi.openapi.lowering.simple import Component, Simple
from jekyll_openapi.openapi.lowering.source import Source
from jekyll_openapi.openapi.lowering.views import Choice, Place, Places, View, Views, pointers
from jekyll_openapi.openapi.operations import is_binary
from jekyll_openapi.openapi.pointers import Pointer, below, parts
from jekyll_openapi.openapi.references import DEFAULT_MAPPING, REF, SCHEMAS, is_component, schema_ref

_MOST_INSIDE = 40
_MOST_CHOICES = 60
_ANY: Json = {}
_MOST_MEMBERS = 500
"""Most alternatives of a union; tools of Python nest one in the other and overflow their stacks with thousands."""
_MOST_PROPERTIES = 2000
"""Most properties of a model; the tools that write its class take a time that grows with their square."""
_PRIMITIVES = ("string", "number", "integer", "boolean")
_OF_USE = ("readOnly", "writeOnly")
"""Annotations of a component that also apply at each reference to it."""
_OF_CLASS = ("title", "examples")
"""Annotations of a component that are not repeated at a reference to it."""


class Schemas:
    """Lowers the schemas of a description. Components have numbers as names until all are known."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._views = Views(source)
        self.components: dict[str, Component] = {}
        self._ids: dict[tuple[Places, Pointer], str] = {}
        self._numbers = count()
        self._waiting: deque[tuple[str, Places, View]] = deque()
        self._inside: list[Places] = []
        self._known: dict[tuple[Places, Pointer], Simple] = {}

    def take_over(self, earlier: "Schemas", unchanged: Unchanged) -> None:
        """What was lowered earlier of parts that are as they were, the names of its components included."""
        self._views.take_over(earlier._views, unchanged)
        self._numbers = earlier._numbers
        self._ids = {key: name for key, name in earlier._ids.items() if unchanged.have(*pointers(key[0]), key[1])}
        self.components = {name: earlier.components[name] for name in self._ids.values()}
        self._known = {key: one for key, one in earlier._known.items() if unchanged.have(*pointers(key[0]), key[1])}

    def lowered(self, place: Pointer) -> Json:
        """The lowered schema at the place; raises ImpossibleError."""
        return self._told((Place(place),), place)

    def primitive(self, place: Pointer) -> Json:
        """Type and format of the schema at the place; empty unless it has exactly one primitive type."""
        view = self._views.view((Place(self._views.target(place)[0]),))
        kinds = [one for one in view.types or self._implied(view) if one in _PRIMITIVES]
        found: Json = {"type": kinds[0]} if len(kinds) == 1 else {}
        return found | ({"format": view.limits["format"]} if found and "format" in view.limits else {})

    def complete(self) -> None:
        """Lowers the components that were requested, and those that they refer to."""
        while self._waiting:
            name, places, view = self._waiting.popleft()
            try:
                self.components[name].content = self._object(places, view, self.components[name].place)
            except ImpossibleError as problem:
                self.components[name].problem = problem

    def _told(self, places: Places, at: Pointer) -> Json:
        """The lowered schema with its annotations."""
        simple = self._simple(places, at)
        target, beside = self._views.target(places[0].pointer) if len(places) == 1 else ("", {})
        nullable = beside.pop("nullable", False) is True or simple.nullable
        told = simple.told
        if REF in simple.schema and not told:
            said = self._views.view(places).annotations
            is_elsewhere = bool(target) and target != places[0].pointer
            told = {key: one for key, one in said.items() if key in _OF_USE or not (is_elsewhere or key in _OF_CLASS)}
        return Simple(simple.schema, nullable).written() | told | beside

    def _simple(self, places: Places, at: Pointer) -> Simple:
        """The lowered schema for the conjunction of the places; `at` is where it is, or would be if written out."""
        if len(places) == 1:
            only = places[0]._replace(pointer=self._views.target(places[0].pointer)[0])
            at = at if only.only else only.pointer
            places = (only,)
        known = self._known.get((places, at))
        if known is not None:
            return known
        if places in self._inside:
            self._source.note(at, "the schema contains itself without an object between; any value is accepted there")
            return Simple(_ANY)
        if len(self._inside) > _MOST_INSIDE:
            raise ImpossibleError(at, f"more than {_MOST_INSIDE} lists, mappings and choices stand in each other")
        self._inside.append(places)
        try:
            found = self._shaped(places, self._views.view(places), at)
        finally:
            self._inside.pop()
        self._known[places, at] = found
        return found

    def _shaped(self, places: Places, view: View, at: Pointer) -> Simple:
        if view.values is not None and (enumeration := self._enumeration(places, view, at)):
            return enumeration
        choices = self._choices(places, view) if view.values is None else []
        if len(choices) == 1:
            return self._chosen(places, view, choices[0], at)
        if choices:
            self._source.note(
                at, "several choices are combined here; their properties are read as additional properties"
            )
        types = view.types or self._implied(view)
        if len(types) > 1:
            members = [(places[0]._replace(only=one), below(at, "anyOf", one)) for one in sorted(types, key=_rank)]
            return self._union([((one, *places[1:]), there) for one, there in members], view, {}, at)
        return self._single(next(iter(types), ""), places, view, at)

    def _implied(self, view: View) -> frozenset[str]:
        """The type of a schema that states none."""
        if view.is_object:
            return frozenset({"object"})
        if view.is_array:
            return frozenset({"array"})
        if view.values is not None:
            kinds = frozenset(map(_type_of, view.values))
            return kinds if kinds <= {*_PRIMITIVES} else frozenset()
        return frozenset()

    def _single(self, kind: str, places: Places, view: View, at: Pointer) -> Simple:
        match kind:
            case "object":
                return self._object_or_map(places, view, at)
            case "array":
                items = self._told(view.items, below(at, "items")) if view.items else _ANY
                return self._plain({"type": "array", "items": items}, view)
            case "null":
                return Simple({"type": "null"}, told=view.annotations)
            case "":
                return Simple(_ANY, told=view.annotations)
            case _:
                return self._plain({"type": kind}, view)

    def _plain(self, schema: Json, view: View) -> Simple:
        """A schema that is no component, with the limits that its type can have."""
        limits = {key: view.limits[key] for key in LIMITS.get(schema["type"], ()) if key in view.limits}
        if "contentMediaType" in limits and "contentEncoding" not in limits and is_binary(limits["contentMediaType"]):
            limits.setdefault("format", "binary")
        return Simple(schema | limits, view.nullable, self._fit(view.annotations, schema["type"]))

    def _fit(self, told: Json, kind: str) -> Json:
        """The annotations, without a default of another type."""
        if "default" in told and not _is_of(told["default"], kind):
            return {key: one for key, one in told.items() if key != "default"}
        return told

    # --- objects ------------------------------------------------------------------------------------------------------

    def _object_or_map(self, places: Places, view: View, at: Pointer) -> Simple:
        if not (view.properties or view.required or view.extra is False) and (view.extra or not is_component(at)):
            extra = view.extra if isinstance(view.extra, tuple) else ()
            values = self._told(extra, below(at, "additionalProperties")) if extra else _ANY
            return self._plain({"type": "object", "additionalProperties": values}, view)
        if (count := len({*view.properties, *view.required})) > _MOST_PROPERTIES:
            self._source.note(at, f"{count} properties, more than {_MOST_PROPERTIES}; they are read as they come")
            return self._plain({"type": "object", "additionalProperties": _ANY}, view)
        name, is_new = self._component(places, at)
        if is_new:
            self._waiting.append((name, places, view))
        return Simple(schema_ref(name), view.nullable)

    def _object(self, places: Places, view: View, at: Pointer) -> Json:
        """The content of a component that is an object."""
        properties = dict(self._properties(view, at))
        properties |= {name: {} for name in view.required if name not in view.properties}
        content: Json = {"type": "object", "properties": properties}
        if required := [name for name in view.required if name in properties]:
            content["required"] = required
        if isinstance(view.extra, tuple):
            content["additionalProperties"] = self._told(view.extra, below(at, "additionalProperties"))
        elif view.extra is not None:
            content["additionalProperties"] = view.extra
        return content | {key: one for key, one in view.annotations.items() if key != "default"}

    def _properties(self, view: View, at: Pointer) -> Iterator[tuple[str, Json]]:
        for name, places in view.properties.items():
            if any(self._views.is_never(one.pointer) for one in places):
                continue
            own = places[0].pointer if len(places) == 1 else below(at, "properties", name)
            yield name, self._told(places, own)

    def _component(self, places: Places, at: Pointer) -> tuple[str, bool]:
        """The component for the conjunction of the places, and whether it is new."""
        is_new = (places, at) not in self._ids
        if is_new:
            name = self._ids[places, at] = f"?{next(self._numbers)}"
            self.components[name] = Component(at, len(places) == 1 and places[0].pointer == at and not places[0].only)
        return self._ids[places, at], is_new

    # --- enumerations -------------------------------------------------------------------------------------------------

    def _enumeration(self, places: Places, view: View, at: Pointer) -> Simple | None:
        """The enumeration; None unless all values are strings or all are integers."""
        values = view.values or ()
        types = view.types or frozenset(map(_type_of, values))
        kind = next(iter(types)) if len(types) == 1 else ""
        wanted = {"number": "integer"}.get(kind, kind)
        if wanted not in ("string", "integer") or any(_type_of(one) != wanted for one in values):
            if kind in ("string", "integer", "object", "array"):
                self._source.note(at, f"an enumeration of {kind} with other values is read without its values")
            return None
        name, is_new = self._component(places, at)
        if is_new:
            told = {key: one for key, one in view.annotations.items() if key != "default"}
            self.components[name].content = {"type": wanted, "enum": list(values)} | told
        return Simple(schema_ref(name), view.nullable)

    # --- choices ------------------------------------------------------------------------------------------------------

    def _choices(self, places: Places, view: View) -> list[Choice]:
        """The choices that affect the form of a value and do not lead back to a schema that is merged here."""
        merged = self._views.parts(places)
        return [
            one
            for one in view.choices
            if not self._is_rule(one, view)
            and merged.keys().isdisjoint(self._views.target(member)[0] for member in one.members)
        ]

    def _is_rule(self, choice: Choice, view: View) -> bool:
        """Whether a choice only says which properties belong together."""
        if len(choice.members) > _MOST_CHOICES and view.properties:
            self._source.note(choice.place, f"more than {_MOST_CHOICES} choices; what they add is read as it comes")
            return True
        return all(self._adds_nothing(member, view) for member in choice.members)

    def _adds_nothing(self, member: Pointer, view: View) -> bool:
        found = self._views.parts((Place(member),))
        for schema in found.values():
            names = schema.get("properties", {})
            rest = {key for key in schema if not says_nothing(key)}
            if rest - {"required", "properties", "type", "additionalProperties"} or (
                isinstance(names, dict) and names.keys() - view.properties.keys()
            ):
                return False
        has_shape = any({"properties", "required"} & schema.keys() for schema in found.values())
        is_plain = not any({"type", "properties"} & schema.keys() for schema in found.values())
        return (bool(view.properties) and has_shape) or is_plain

    def _chosen(self, places: Places, view: View, choice: Choice, at: Pointer) -> Simple:
        members = [one for one in choice.members if not self._views.is_never(one)]
        base = tuple(one._replace(bare=True) for one in places)
        is_alone = self._is_alone(base, members)
        wanted: list[tuple[Places, Pointer]] = []
        for member in members:
            wanted.append(((Place(member),), member) if is_alone else ((*base, Place(member)), self._under(at, member)))
        return self._union(wanted, view, choice.discriminator, at)

    def _under(self, at: Pointer, member: Pointer) -> Pointer:
        """The place that a member of a choice would have elsewhere."""
        return below(at, parts(member)[-2], member_word(self._source, member))

    def _is_alone(self, base: Places, members: Sequence[Pointer]) -> bool:
        """Whether nothing beside the choice adds to its members."""
        view = self._views.view(base)
        if view.values is not None or view.is_array or isinstance(view.extra, tuple):
            return False
        seen = [self._views.view((Place(one),)) for one in members]
        types = [one.types or self._implied(one) for one in seen]
        if view.types is not None and not all(one and one <= view.types for one in types):
            return False
        return all(view.properties.keys() <= one.properties.keys() for one in seen)

    def _union(self, members: Sequence[tuple[Places, Pointer]], view: View, discriminator: Json, at: Pointer) -> Simple:
        """A union of the members, or the only type that remains of them."""
        if values := self._constants(members):
            return self._shaped_values(values, view, at)
        if len(members) > _MOST_MEMBERS:
            self._source.note(at, f"{len(members)} alternatives, more than {_MOST_MEMBERS}; any value is taken")
            return Simple(_ANY, told=view.annotations)
        found = [(places, self._member(places, there)) for places, there in members]
        nullable = view.nullable or any(one.nullable or one.schema.get("type") == "null" for _, one in found)
        kept = _distinct([one.schema for _, one in found if one.schema.get("type") != "null"])
        # A union with "anything" is anything.
        if any(one == _ANY for one in kept):
            return Simple(_ANY, told=view.annotations)
        if len(kept) < 2:
            only = next((one for _, one in found if one.schema.get("type") != "null"), Simple({"type": "null"}))
            return Simple(only.schema, nullable and bool(kept), only.told | view.annotations)
        targets = {self._views.target(one[-1].pointer)[0]: simple.schema for one, simple in found}
        name, is_new = self._component((Place(at),), at)
        if is_new:
            told = {key: one for key, one in view.annotations.items() if key != "default"}
            self.components[name].content = {"anyOf": kept} | self._discriminated(discriminator, targets, at) | told
        return Simple(schema_ref(name), nullable)

    def _member(self, places: Places, at: Pointer) -> Simple:
        simple = self._simple(places, at)
        beside = self._views.target(places[-1].pointer)[1] if len(places) == 1 else {}
        return Simple(simple.schema, simple.nullable or beside.get("nullable") is True, simple.told)

    def _constants(self, members: Sequence[tuple[Places, Pointer]]) -> list[tuple[Any, ...]]:
        """The values of the members, if each member that is written out here consists of values only."""
        found = []
        for places, _ in members:
            target = self._views.target(places[-1].pointer)[0]
            view = self._views.view(places)
            if view.values is None and view.types == frozenset({"null"}):
                found.append(())
            elif view.values is None or target != places[-1].pointer or places[0].only:
                return []
            else:
                found.append(view.values)
        return found if any(found) else []

    def _shaped_values(self, values: list[tuple[Any, ...]], view: View, at: Pointer) -> Simple:
        """An enumeration in place of a choice between values."""
        joined = View(view.types, view.nullable or () in values, tuple(one for some in values for one in some))
        joined.annotations = view.annotations
        return self._enumeration((Place(at),), joined, at) or Simple(_ANY, told=view.annotations)

    def _discriminated(self, discriminator: Json, targets: dict[Pointer, Json], at: Pointer) -> Json:
        """The discriminator with a component for each of its values."""
        name = discriminator.get("propertyName")
        if not isinstance(name, str):
            return {}
        stated = discriminator.get("mapping")
        found: Json = {}
        for value, reference in stated.items() if isinstance(stated, dict) else ():
            if led := self._led(value, reference, targets, at):
                found[value] = led
        for target, schema in targets.items():
            if REF in schema and schema[REF] not in found.values() and target.startswith(SCHEMAS):
                found.setdefault(parts(target)[-1], schema[REF])
        made = {"propertyName": name, "mapping": found}
        if otherwise := discriminator.get(DEFAULT_MAPPING):
            made |= {DEFAULT_MAPPING: led} if (led := self._led(DEFAULT_MAPPING, otherwise, targets, at)) else {}
        return {"discriminator": made}

    def _led(self, value: str, reference: object, targets: dict[Pointer, Json], at: Pointer) -> str:
        """The reference to the member that a value of the discriminator leads to; empty if it leads to none."""
        try:
            target = self._views.target(self._source.target(at, _reference(str(reference))))[0]
        except ImpossibleError:
            target = ""
        if REF not in targets.get(target, {}):
            self._source.note(at, f"the discriminator's {value!r:.60} leads to no member of the choice")
        return str(targets.get(target, {}).get(REF, ""))


def _reference(name: str) -> str:
    """The reference in a discriminator's mapping, which can be just the name of a component."""
    return name if name.startswith("#") or "/" in name or name.endswith((".json", ".yaml")) else f"{SCHEMAS}{name}"


def _type_of(value: object) -> str:
    match value:
        case bool():
            return "boolean"
        case str():
            return "string"
        case int():
            return "integer"
        case dict():
            return "object"
        case list():
            return "array"
        case None:
            return "null"
        case _:
            return "number"


def _is_of(value: object, kind: str) -> bool:
    return _type_of(value) == kind or (kind == "number" and _type_of(value) == "integer")


def _rank(kind: str) -> int:
    return ("object", "array", *_PRIMITIVES, "null").index(kind)


def _distinct(schemas: Iterable[Json]) -> list[Json]:
    """The schemas without duplicates of one type and format."""
    kept: list[Json] = []
    for one in schemas:
        same = next((i for i, other in enumerate(kept) if _is_alike(one, other)), None)
        if same is None:
            kept.append(one)
        elif kept[same] != one:
            kept[same] = {key: value for key, value in one.items() if key in ("type", "format")}
    return kept


def _is_alike(one: Json, other: Json) -> bool:
    if one == other:
        return True
    is_plain = one.get("type") in _PRIMITIVES
    return is_plain and (one["type"], one.get("format")) == (other.get("type"), other.get("format"))
