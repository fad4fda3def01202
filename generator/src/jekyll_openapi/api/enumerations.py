"""Enumerations become named schemas, one for each set of values, shared by all properties that have it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

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
from jekyll_openapi.api.names import Names, upper_first
from jekyll_openapi.diagnostics import Location


@dataclass(slots=True)
class _Use:
    """Where a set of values occurs."""

    values: tuple[str, ...]
    location: Location
    properties: Counter[str] = field(default_factory=Counter)
    owners: dict[str, str] = field(default_factory=dict)
    """Property -> the first schema that has it."""


def name_enumerations(
    schemas: tuple[NamedSchema, ...], operations: tuple[Operation, ...], names: Names
) -> tuple[tuple[NamedSchema, ...], tuple[Operation, ...]]:
    """The schemas and operations with references to enumerations, and these among the schemas."""
    uses = _uses(schemas, operations)
    shared = Counter(name for use in uses.values() for name in use.properties)
    given = {values: names.give(_wanted(use, shared), use.location) for values, use in uses.items()}
    named = tuple(NamedSchema(given[key], Enumeration(use.values), stated(use.location)) for key, use in uses.items())
    completed = tuple(replace(one, schema=_replaced(one.schema, given)) for one in schemas)
    return (*completed, *named), tuple(_replaced_operation(one, given) for one in operations)


def _wanted(use: _Use, shared: Counter[str]) -> tuple[str, ...]:
    """The property's name; with its owner's in front where properties of one name have several sets of values."""
    order = sorted(use.properties, key=lambda name: (shared[name] > 1, -use.properties[name], name))
    own = [upper_first(name) for name in order if shared[name] == 1]
    owned = [use.owners[name] + upper_first(name) for name in order]
    return (*own, *owned)


def _uses(schemas: tuple[NamedSchema, ...], operations: tuple[Operation, ...]) -> dict[frozenset[str], _Use]:
    uses: dict[frozenset[str], _Use] = {}
    for owner, name, values, location in _occurrences(schemas, operations):
        use = uses.setdefault(frozenset(values), _Use(values, location))
        use.properties[name] += 1
        use.owners.setdefault(name, owner)
    return uses


def _occurrences(
    schemas: tuple[NamedSchema, ...], operations: tuple[Operation, ...]
) -> Iterator[tuple[str, str, tuple[str, ...], Location]]:
    for schema in schemas:
        yield from _within(schema.schema, schema.name, schema.name, schema.provenance.location)
    for operation in operations:
        for one in operation.parameters:
            yield from _within(one.schema, upper_first(operation.operation_id), one.name, one.provenance.location)


def _within(
    schema: Schema, owner: str, name: str, location: Location
) -> Iterator[tuple[str, str, tuple[str, ...], Location]]:
    match schema:
        case Enumeration(values):
            yield owner, name, values, location
        case Object(properties):
            for one in properties:
                yield from _within(one.schema, owner, one.name, one.provenance.location)
        case _:
            for inner in children(schema):
                yield from _within(inner, owner, name, location)


def _replaced(schema: Schema, given: dict[frozenset[str], str]) -> Schema:
    match schema:
        case Enumeration(values):
            return Ref(given[frozenset(values)])
        case Array(items):
            return replace(schema, items=_replaced(items, given))
        case Map(values):
            return Map(_replaced(values, given))
        case Union(members):
            return Union(tuple(_replaced(one, given) for one in members))
        case Object(properties):
            return replace(schema, properties=tuple(_replaced_property(one, given) for one in properties))
        case _:
            return schema


def _replaced_property(one: Property, given: dict[frozenset[str], str]) -> Property:
    return replace(one, schema=_replaced(one.schema, given))


def _replaced_operation(operation: Operation, given: dict[frozenset[str], str]) -> Operation:
    def parameter(one: Parameter) -> Parameter:
        return replace(one, schema=_replaced(one.schema, given))

    return replace(operation, parameters=tuple(map(parameter, operation.parameters)))
