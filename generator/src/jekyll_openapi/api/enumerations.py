"""Turns enumerations into named schemas: one for each set of values, shared by all properties that have it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from jekyll_openapi.api.model import (
    Array,
    Enumeration,
    Map,
    NamedSchema,
    Object,
    Operation,
    Parameter,
    Property,
    Ref,
    Schema,
    Union,
    children,
    stated,
)
from jekyll_openapi.api.names import Kept, Names, upper_first
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.records import dataclass, field, replace

_Values = frozenset[str]
_Given = Mapping[tuple[str, _Values], str]
"""(place such as `Parcel.speed`, values) -> name."""


@dataclass(frozen=True, slots=True)
class _Occurrence:
    """A property or parameter that has enumerated values."""

    owner: str
    name: str
    values: tuple[str, ...]
    location: Location

    @property
    def place(self) -> str:
        return f"{self.owner}.{self.name}"

    @property
    def key(self) -> _Values:
        return frozenset(self.values)


@dataclass(slots=True)
class _Use:
    """All places of one set of values that share a name."""

    values: tuple[str, ...]
    location: Location
    properties: Counter[str] = field(default_factory=Counter)
    owners: dict[str, str] = field(default_factory=dict)
    """Property -> the first schema that has it."""
    places: list[str] = field(default_factory=list)


def name_enumerations(
    schemas: tuple[NamedSchema, ...], operations: tuple[Operation, ...], names: Names, kept: Kept
) -> tuple[tuple[NamedSchema, ...], tuple[Operation, ...]]:
    """The schemas, extended by named enumerations, and the operations; both with references to those enumerations.

    A name kept from an earlier release stays with its places. If values at one of them changed, that place gets a new
    name.
    """
    uses = _uses(tuple(_occurrences(schemas, operations)), kept)
    names.free(kept.values.keys() - {name for _, name in uses})
    shared = Counter(name for use in uses.values() for name in use.properties)
    given: dict[tuple[str, _Values], str] = {}
    named = []
    for (values, released), use in sorted(uses.items(), key=lambda one: not one[0][1]):
        first, *others = (f"values {place}" for place in use.places)
        name = names.take(released, first) if released else names.give(_wanted(use, shared), use.location, first)
        for place in others:
            names.take(name, place)
        given |= {(place, values): name for place in use.places}
        named.append(NamedSchema(name, Enumeration(use.values), stated(use.location)))
    completed = tuple(replace(one, schema=_replaced(one.schema, one.name, one.name, given)) for one in schemas)
    return (*completed, *named), tuple(_replaced_operation(one, given) for one in operations)


def _wanted(use: _Use, shared: Counter[str]) -> tuple[str, ...]:
    """Preferred names: the property's, or the owner's and the property's if properties of that name have different
    values."""
    order = sorted(use.properties, key=lambda name: (shared[name] > 1, -use.properties[name], name))
    own = [upper_first(name) for name in order if shared[name] == 1]
    owned = [use.owners[name] + upper_first(name) for name in order]
    return (*own, *owned)


def _uses(occurrences: Sequence[_Occurrence], kept: Kept) -> dict[tuple[_Values, str], _Use]:
    """(values, name from an earlier release or empty) -> where they occur."""
    held: defaultdict[str, Counter[_Values]] = defaultdict(Counter)
    for one in occurrences:
        if name := kept.places.get(f"values {one.place}".casefold()):
            held[name][one.key] += 1
    holders = {name: _holder(found, kept.values.get(name, ())) for name, found in sorted(held.items())}
    uses: dict[tuple[_Values, str], _Use] = {}
    for one in occurrences:
        own = kept.places.get(f"values {one.place}".casefold(), "")
        if holders.get(own) != one.key:
            own = next((name for name, values in holders.items() if values == one.key), "")
        use = uses.setdefault((one.key, own), _Use(one.values, one.location))
        use.properties[one.name] += 1
        use.owners.setdefault(one.name, one.owner)
        use.places.append(one.place)
    return uses


def _holder(found: Counter[_Values], released: tuple[str, ...]) -> _Values:
    """The values that keep a name of an earlier release: the released ones, or else those at most of its places."""
    if frozenset(released) in found:
        return frozenset(released)
    return min(found, key=lambda values: (-found[values], sorted(values)))


def _occurrences(schemas: tuple[NamedSchema, ...], operations: tuple[Operation, ...]) -> Iterator[_Occurrence]:
    for schema in schemas:
        yield from _within(schema.schema, schema.name, schema.name, schema.provenance.location)
    for operation in operations:
        for one in operation.parameters:
            yield from _within(one.schema, _owner(operation), one.name, one.provenance.location)


def _owner(operation: Operation) -> str:
    return upper_first(operation.operation_id)


def _within(schema: Schema, owner: str, name: str, location: Location) -> Iterator[_Occurrence]:
    match schema:
        case Enumeration(values):
            yield _Occurrence(owner, name, values, location)
        case Object(properties):
            for one in properties:
                yield from _within(one.schema, owner, one.name, one.provenance.location)
        case _:
            for inner in children(schema):
                yield from _within(inner, owner, name, location)


def _replaced(schema: Schema, owner: str, name: str, given: _Given) -> Schema:
    match schema:
        case Enumeration(values):
            return Ref(given[f"{owner}.{name}", frozenset(values)])
        case Array(items):
            return replace(schema, items=_replaced(items, owner, name, given))
        case Map(values):
            return Map(_replaced(values, owner, name, given))
        case Union(members):
            return Union(tuple(_replaced(one, owner, name, given) for one in members))
        case Object(properties):
            return replace(schema, properties=tuple(_replaced_property(one, owner, given) for one in properties))
        case _:
            return schema


def _replaced_property(one: Property, owner: str, given: _Given) -> Property:
    return replace(one, schema=_replaced(one.schema, owner, one.name, given))


def _replaced_operation(operation: Operation, given: _Given) -> Operation:
    def parameter(one: Parameter) -> Parameter:
        return replace(one, schema=_replaced(one.schema, _owner(operation), one.name, given))

    return replace(operation, parameters=tuple(map(parameter, operation.parameters)))
