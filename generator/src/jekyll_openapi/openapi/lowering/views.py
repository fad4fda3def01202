"""Merges everything that a description says about a schema: references followed, `allOf` combined."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.lowering.again import Unchanged
from jekyll_openapi.openapi.lowering.keywords import LIMITS, annotations, says_nothing
from jekyll_openapi.openapi.lowering.problems import ImpossibleError
from jekyll_openapi.openapi.lowering.source import Source
from jekyll_openapi.openapi.pointers import Pointer, below
from jekyll_openapi.openapi.references import REF, referred
from jekyll_openapi.records import dataclass, field

_UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems")
_LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems")
_TYPES = frozenset({"string", "number", "integer", "boolean", "object", "array", "null"})
_LIMITS = tuple(dict.fromkeys(name for names in LIMITS.values() for name in names))
_LIMITING = frozenset(_LIMITS)
_OBJECT = frozenset({"properties", "patternProperties", "additionalProperties"})
_OF_OBJECTS = _OBJECT | {"required", "unevaluatedProperties"}
_MOST_STEPS = 50


class Place(NamedTuple):
    """A schema of the description, or a part of its meaning."""

    pointer: Pointer
    only: str = ""
    """The only type to consider, if the schema has several."""
    bare: bool = False
    """Whether to ignore its alternatives."""


Places = tuple[Place, ...]
"""Schemas that all apply at once."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A `oneOf` or `anyOf`."""

    members: tuple[Pointer, ...]
    discriminator: Json
    place: Pointer
    """The place of the schema that has the choice."""


@dataclass(slots=True)
class View:
    """Everything that is said about the values of a schema."""

    types: frozenset[str] | None = None
    """None if any type is allowed."""
    nullable: bool = False
    values: tuple[Any, ...] | None = None
    properties: dict[str, Places] = field(default_factory=dict)
    required: dict[str, None] = field(default_factory=dict)
    extra: Places | bool | None = None
    """The schemas or the boolean for further properties; None if nothing is said."""
    items: Places = ()
    choices: tuple[Choice, ...] = ()
    limits: Json = field(default_factory=dict)
    annotations: Json = field(default_factory=dict)
    is_object: bool = False
    is_array: bool = False


class Views:
    """Merges the schemas of a description."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._views: dict[Places, View] = {}
        self._targets: dict[Pointer, tuple[Pointer, Json]] = {}

    def take_over(self, earlier: "Views", unchanged: Unchanged) -> None:
        """What was found earlier in parts that are as they were."""
        self._views = {places: view for places, view in earlier._views.items() if unchanged.have(*pointers(places))}
        self._targets = {place: target for place, target in earlier._targets.items() if unchanged.have(place)}

    def target(self, place: Pointer) -> tuple[Pointer, Json]:
        """The schema that the one at the place is an alias of, and the annotations beside the reference."""
        way: dict[Pointer, Json] = {}
        end: tuple[Pointer, Json] | None = None
        while end is None and (end := self._targets.get(place)) is None:
            if place in way:
                raise ImpossibleError(place, "the schema is defined by itself")
            schema = self._schema(place)
            then = self._only_reference(place, schema)
            if then is None or self._is_written_out(place, then):
                end = self._targets[place] = place, {}
                break
            way[place] = annotations(schema)
            if schema.get("nullable") is True or _has_null(schema.get("type")):
                way[place]["nullable"] = True
            place = then
        for one, beside in reversed(way.items()):
            # Kept for each on the way: a long chain would be followed from each of its schemas again.
            end = self._targets[one] = end[0], end[1] | beside
        return end[0], dict(end[1])

    def _is_written_out(self, place: Pointer, member: Pointer) -> bool:
        """Whether the target is written inside the schema itself and refers to no other."""
        while member.startswith(f"{place}/allOf/"):
            place, then = member, self._only_reference(member, self._schema(member))
            if then is None:
                return True
            member = then
        return False

    def _only_reference(self, place: Pointer, schema: Json) -> Pointer | None:
        """The only schema that the schema is an alias of; None if it says more."""
        if REF not in schema and "allOf" not in schema:
            return None
        rest = {key for key in schema if not says_nothing(key)} - {REF, "allOf", "type", "nullable", "discriminator"}
        if self._source.is_older and REF in schema:
            rest = set()
        members = [] if self._source.is_older and REF in schema else self._members(place, schema)
        targets = [one for one in members if not self._is_trivial(one)]
        if (reference := referred(schema)) is not None:
            targets.append(self._source.target(place, reference))
        if rest or len(targets) != 1:
            return None
        return targets[0] if "type" not in schema or self._is_of_type(targets[0], schema["type"]) else None

    def _is_of_type(self, place: Pointer, stated: Any) -> bool:
        """Whether a type beside a reference adds nothing to the schema that is referred to."""
        wanted = set(_listed(stated)) - {"null"}
        types = self.view((Place(place),)).types
        return not wanted or (types is not None and types <= wanted)

    def _is_trivial(self, place: Pointer) -> bool:
        """Whether a member of `allOf` has no effect on the form of a value."""
        schema = self._source.node(place)
        return schema is True or (isinstance(schema, dict) and all(says_nothing(key) for key in schema))

    def _members(self, place: Pointer, schema: Json) -> list[Pointer]:
        members = schema.get("allOf")
        return [below(place, "allOf", str(one)) for one in range(len(members))] if isinstance(members, list) else []

    def _schema(self, place: Pointer) -> Json:
        """The schema at the place as a mapping."""
        match self._source.node(place):
            case dict() as schema:
                return schema
            case bool() as anything:
                return {} if anything else {"not": {}}
            case other:
                self._source.note(place, f"{other!r:.60} is not a schema; any value is accepted")
                return {}

    def is_never(self, place: Pointer) -> bool:
        """Whether the schema rejects every value."""
        schema = self._source.node(place)
        return schema is False or schema == {"not": {}}

    def parts(self, places: Places) -> dict[Pointer, Json]:
        """Place -> schema, for all schemas that apply: the places, what they refer to, and members of `allOf`."""
        found: dict[Pointer, Json] = {}
        for place in places:
            self._visit(place, (), found)
        return found

    def _visit(self, place: Place, above: tuple[Pointer, ...], found: dict[Pointer, Json]) -> None:
        if place.pointer in above:
            raise ImpossibleError(place.pointer, "the schema is defined by itself")
        if place.pointer in found and not place.only:
            return  # with all below it: where two ways lead to each schema, there are 2**n to the n-th
        if len(above) > _MOST_STEPS:
            raise ImpossibleError(place.pointer, f"more than {_MOST_STEPS} references lead into each other")
        schema = self._schema(place.pointer)
        if place.pointer not in found:
            found[place.pointer] = self._own(schema, place)
        if place.only:
            found[f"{place.pointer}?{place.only}"] = {"type": place.only}
        above = (*above, place.pointer)
        if (reference := referred(schema)) is not None:
            self._visit(Place(self._source.target(place.pointer, reference), "", place.bare), above, found)
            if self._source.is_older:
                return
        for member in self._members(place.pointer, schema):
            self._visit(Place(member, "", place.bare), above, found)

    def _own(self, schema: Json, place: Place) -> Json:
        """The keywords of the schema itself."""
        if self._source.is_older and REF in schema:
            return annotations(schema) | ({"nullable": True} if schema.get("nullable") is True else {})
        left = {REF, "allOf", *(("anyOf", "oneOf") if place.bare else ())}
        return {key: value for key, value in schema.items() if key not in left}

    def view(self, places: Places) -> View:
        """Everything that is said about values of all the schemas together."""
        if places not in self._views:
            self._views[places] = _Joining(self._source, self.parts(places)).view
        return self._views[places]


class _Joining:
    """Merges the keywords of several schemas."""

    def __init__(self, source: Source, parts: Mapping[Pointer, Json]) -> None:
        self._source = source
        self.view = View()
        self._parts = parts
        states_null, permits_null, nullable = False, True, False
        for place, schema in parts.items():
            null = self._null(schema)
            states_null, permits_null = states_null or null is True, permits_null and null is not False
            nullable = nullable or schema.get("nullable") is True
            self._join(place, schema)
        self.view.nullable = nullable or (states_null and permits_null)
        self._close()

    def _null(self, schema: Json) -> bool | None:
        """Whether a schema allows null; None if it says nothing about it."""
        said = []
        if "type" in schema:
            said.append(_has_null(schema["type"]))
        if "const" in schema or isinstance(schema.get("enum"), list):
            said.append(None in schema.get("enum", [schema.get("const")]))
        return all(said) if said else None

    def _join(self, place: Pointer, schema: Json) -> None:
        view = self.view
        self._join_types(place, schema)
        self._join_values(place, schema)
        self._join_limits(place, schema)
        self._join_object(place, schema)
        if "items" in schema or "prefixItems" in schema:
            view.is_array = True
            view.items = (*view.items, *self._items(place, schema))
        for keyword in ("oneOf", "anyOf"):
            if isinstance(schema.get(keyword), list) and schema[keyword]:
                members = tuple(below(place, keyword, str(one)) for one in range(len(schema[keyword])))
                found = schema.get("discriminator")
                view.choices = (*view.choices, Choice(members, found if isinstance(found, dict) else {}, place))
        for key, value in annotations(schema).items():
            view.annotations.setdefault(key, value)

    def _join_types(self, place: Pointer, schema: Json) -> None:
        if "type" not in schema:
            return
        stated = _listed(schema["type"])
        if unknown := [one for one in stated if not (isinstance(one, str) and one in _TYPES)]:
            self._source.note(place, f"the type {unknown[0]!r:.60} is not a type of JSON Schema; any value is accepted")
            return
        types = frozenset(stated) - {"null"}
        if not types and stated:
            types = frozenset({"null"})
        view = self.view
        both = types if view.types is None else _both(view.types, types)
        if types and not both:
            self._source.note(place, "contradictory types are required here; any value is accepted")
        view.types = both or None

    def _join_values(self, place: Pointer, schema: Json) -> None:
        values = schema.get("enum") if isinstance(schema.get("enum"), list) else None
        if "const" in schema:
            values = [schema["const"]]
        if values is None:
            return
        if not values:
            self._source.note(place, "the enumeration is empty; it is ignored")
            return
        view = self.view
        own = _distinct(values)
        kept = own if view.values is None else tuple(one for one in view.values if _among(one, own))
        if not kept:
            self._source.note(place, "combined enumerations have no value in common; both are ignored")
        view.values = kept or None

    def _join_limits(self, place: Pointer, schema: Json) -> None:
        for key in () if _LIMITING.isdisjoint(schema) else _LIMITS:
            if key in schema:
                self._join_limit(place, key, schema)

    def _join_limit(self, place: Pointer, key: str, schema: Json) -> None:
        value, limits = schema[key], self.view.limits
        if key in ("exclusiveMinimum", "exclusiveMaximum") and isinstance(value, bool):
            bound = schema.get("minimum" if key == "exclusiveMinimum" else "maximum")
            if not value or bound is None:
                return
            value = bound
        if key in ("minimum", "maximum") and schema.get(f"exclusive{key.capitalize()}") is True:
            return
        if not _is_fit(key, value):
            self._source.note(place, f"{key} is {value!r:.60}, which is malformed")
            return
        if key not in limits:
            limits[key] = value
        elif key in _UPPER:
            limits[key] = min(limits[key], value)
        elif key in _LOWER:
            limits[key] = max(limits[key], value)

    def _join_object(self, place: Pointer, schema: Json) -> None:
        if _OF_OBJECTS.isdisjoint(schema):
            return
        view = self.view
        view.is_object = view.is_object or not _OBJECT.isdisjoint(schema)
        properties = schema.get("properties")
        if isinstance(properties, dict):
            for name in properties:
                view.properties[name] = (*view.properties.get(name, ()), Place(below(place, "properties", name)))
        required = schema.get("required")
        if isinstance(required, list):
            view.required |= dict.fromkeys(one for one in required if isinstance(one, str))
            view.is_object = view.is_object or bool(required)
        elif required is not None:
            self._source.note(place, f"required is {required!r:.20}; it must be a list of names")
        patterns = schema.get("patternProperties")
        extra = schema.get("additionalProperties", schema.get("unevaluatedProperties"))
        if isinstance(patterns, dict) and patterns:
            named = tuple(Place(below(place, "patternProperties", one)) for one in patterns)
            self._join_extra(named if extra is False else ())
        elif isinstance(extra, dict) and extra and "additionalProperties" in schema:
            self._join_extra((Place(below(place, "additionalProperties")),))
        elif extra is False:
            # `additionalProperties: false` inside `allOf` only sees its own properties, which authors rarely mean.
            others = any(not _OBJECT.isdisjoint(one) for at, one in self._parts.items() if at != place)
            view.extra = view.extra if others and "additionalProperties" in schema else False
        elif extra is not None and view.extra is None:
            view.extra = True

    def _join_extra(self, places: Places) -> None:
        """Sets the schema for further properties; with several different schemas, anything is allowed."""
        view = self.view
        view.extra = places if view.extra in (None, True) and len(places) == 1 else True

    def _items(self, place: Pointer, schema: Json) -> Iterator[Place]:
        if isinstance(schema.get("items"), list) or (isinstance(schema.get("prefixItems"), list)):
            self._source.note(place, "items that differ by position are read as items of any kind")
            return
        if isinstance(schema.get("items"), dict):
            yield Place(below(place, "items"))

    def _close(self) -> None:
        """Draws the conclusions that need all parts."""
        view = self.view
        if view.values is not None:
            rest = tuple(one for one in view.values if one is not None)
            view.values = rest or None
            if not rest:
                view.types = frozenset({"null"})
        tuples = any(isinstance(one.get("prefixItems"), list) for one in self._parts.values())
        view.items = () if tuples else view.items
        if view.types is None:
            return
        if view.nullable and view.extra is False and not view.properties and not view.choices:
            view.types = frozenset({"null"})  # how OpenAPI 3.0 says null: an empty object that may be null
        view.is_object = view.is_object and "object" in view.types
        view.is_array = view.is_array and "array" in view.types


def pointers(places: Places) -> Iterator[Pointer]:
    """Where the schemas are."""
    return (one.pointer for one in places)


def _listed(types: Any) -> list[Any]:
    return list(types) if isinstance(types, list) else [types]


def _has_null(types: Any) -> bool:
    return "null" in _listed(types)


def _both(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """The types that both allow; an integer is a number."""
    both = one & other
    if ("integer" in one and "number" in other) or ("integer" in other and "number" in one):
        both |= {"integer"}
    return both


def _distinct(values: list[Any]) -> tuple[Any, ...]:
    kept: list[Any] = []
    seen: set[str] = set()
    for one in values:
        key = f"{type(one).__name__} {one!r}"
        if key not in seen:
            seen.add(key)
            kept.append(one)
    return tuple(kept)


def _among(value: Any, values: tuple[Any, ...]) -> bool:
    return any(type(one) is type(value) and one == value for one in values)


def _is_fit(key: str, value: Any) -> bool:
    """Whether the value of a limit has the right type."""
    if key in ("format", "pattern", "contentEncoding", "contentMediaType"):
        return isinstance(value, str)
    if key == "uniqueItems":
        return isinstance(value, bool)
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)
