"""Infers types that a row leaves open, such as `number`, from other tables. Every inference carries its evidence.

The entity that an operation is about (its subject) lends types with their limits. Its relatives, as `OrderVersion`
and `Fill` (with its `orderId`) are of `Order`, lend types without limits. A property of the same name in any other
table is unrelated.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.model import (
    Array,
    Enumeration,
    NamedSchema,
    Object,
    Parameter,
    Primitive,
    Property,
    Provenance,
    Ref,
    Schema,
)
from jekyll_openapi.api.notation import show
from jekyll_openapi.diagnostics import Diagnostic, Location, Report
from jekyll_openapi.records import dataclass, replace
from jekyll_openapi.rules import CONFLICTING_TYPES, INFERRED_TYPE, UNDECIDED_NUMBER

_TEXTS = ("string",)
_NUMBERS = ("number", "integer")
_SHORTEST_NAME = 3
"""Shorter names are a prefix of too many unrelated names."""


@dataclass(frozen=True, slots=True)
class _Statement:
    """A type that a table states for a property."""

    schema: Schema
    owner: str
    location: Location


class Inference:
    """The types that all tables state, used to decide the types that rows leave open."""

    def __init__(self, schemas: tuple[NamedSchema, ...], dialect: Dialect, report: Report) -> None:
        self._dialect = dialect
        self._report = report
        self._stated: dict[str, dict[str, _Statement]] = {}
        """Property -> table -> the type that the table states."""
        self._ids: dict[str, _Statement] = {}
        self._shapes: dict[frozenset[str], list[str]] = {}
        self._holders: dict[str, list[str]] = {}
        """Property in lower case -> the tables that have it."""
        self._families: dict[str, tuple[str, ...]] = {}
        for schema in schemas:
            if isinstance(schema.schema, Object) and not schema.unresolved:
                self._learn(schema, schema.schema)
        self._owners = sorted((one.name.casefold(), one.name) for one in schemas)

    def _learn(self, owner: NamedSchema, schema: Object) -> None:
        for one in schema.properties:
            statement = _Statement(one.schema, owner.name, one.provenance.location)
            if _is_exact(one.schema) and not one.inferred:
                self._stated.setdefault(one.name, {}).setdefault(owner.name, statement)
            if owner.is_entity and one.name == self._dialect.id_property and _is_exact(one.schema):
                self._ids[owner.name.casefold()] = statement
        names = frozenset(one.name for one in schema.properties)
        for name in names:
            self._holders.setdefault(name.casefold(), []).append(owner.name)
        # A shape with one property, or one guessed from a sample, matches too much.
        if len(names) > 1 and not any(one.inferred for one in schema.properties):
            self._shapes.setdefault(names, []).append(owner.name)

    def complete(
        self, schema: NamedSchema, samples: Mapping[str, Property], subject: NamedSchema | None = None
    ) -> NamedSchema:
        """The schema with open types decided as far as the evidence allows; undecided types are reported.

        `subject` is the entity of the operation that takes the schema.
        """
        if not isinstance(schema.schema, Object) or schema.unresolved:
            return schema
        about = schema if subject is None else subject
        return replace(schema, schema=self._object(_by_subject(schema.schema, subject), about.name, samples))

    def complete_parameter(self, parameter: Parameter, subject: NamedSchema | None = None) -> Parameter:
        """The parameter with its type decided in the same way as a property's."""
        one = Property(parameter.name, parameter.schema, parameter.provenance, inferred=parameter.inferred)
        done = self._property(_beside(one, subject), subject.name if subject else "", {})
        return replace(parameter, schema=done.schema, inferred=done.inferred)

    def _object(self, schema: Object, about: str, samples: Mapping[str, Property]) -> Object:
        return replace(schema, properties=tuple(self._property(one, about, samples) for one in schema.properties))

    def _property(self, one: Property, about: str, samples: Mapping[str, Property]) -> Property:
        if isinstance(one.schema, Object):
            return self._nested(one, about)
        open_type = one.schema.items if isinstance(one.schema, Array) else one.schema
        if _is_exact(open_type):
            self._list_inference(one)
            return one
        for schema, evidence in self._evidence(one, open_type, about, samples):
            decided = _with_limits(schema, open_type)
            decided = replace(one.schema, items=decided) if isinstance(one.schema, Array) else decided
            because = Provenance("inferred", one.provenance.location, evidence)
            done = replace(one, schema=decided, inferred=(because,))
            self._list_inference(done)
            return done
        if self._conflict(one, open_type, about):
            return one
        if isinstance(open_type, Primitive) and open_type.type == "number":
            message = f"`{one.name}` is a number, and nothing says whether it is an integer"
            hint = "state `int32`, `int64` or `double`"
            self._report(Diagnostic(UNDECIDED_NUMBER, message, one.provenance.location, hint))
        else:
            self._list_inference(one)
        return one

    def _list_inference(self, one: Property) -> None:
        if one.inferred:
            message = f"`{one.name}` is {_brief(one.schema)}: {one.inferred[0].evidence}"
            self._report(Diagnostic(INFERRED_TYPE, message, one.provenance.location))

    def _nested(self, one: Property, about: str) -> Property:
        """A nested sample object: a reference if exactly one schema has the same properties, or else the object
        itself."""
        assert isinstance(one.schema, Object)
        same = self._shapes.get(frozenset(each.name for each in one.schema.properties), [])
        if len(same) == 1:
            evidence = f"`{same[0]}` has the same properties"
            done = replace(
                one, schema=Ref(same[0]), inferred=(Provenance("inferred", one.provenance.location, evidence),)
            )
            self._list_inference(done)
            return done
        return replace(one, schema=self._object(one.schema, about, {}))

    # --- evidence, the strongest first ---

    def _evidence(
        self, one: Property, open_type: Schema, about: str, samples: Mapping[str, Property]
    ) -> Iterator[tuple[Schema, str]]:
        yield from self._of_family(one, open_type, about)
        # Ids and samples only tell numbers apart; a string of the same name can be anything.
        if isinstance(open_type, Primitive) and open_type.type in (*_NUMBERS, "any"):
            yield from self._entity_id(one)
            sample = samples.get(one.name)
            if sample and isinstance(sample.schema, Primitive) and sample.schema.format == "double":
                yield sample.schema, sample.inferred[0].evidence

    def _of_family(self, one: Property, open_type: Schema, about: str) -> Iterator[tuple[Schema, str]]:
        statements = self._statements(one, open_type, about)
        # Two tables that disagree are no evidence; `_conflict` reports them.
        if len(statements) == 1:
            schema, other = next(iter(statements.items()))
            yield schema, f"`{one.name}` of `{other.owner}` is {_brief(schema)} at {other.location}"

    def _statements(self, one: Property, open_type: Schema, about: str) -> dict[Schema, _Statement]:
        """The types that related tables state for a property of this name, each with the first table that states it."""
        found: dict[Schema, _Statement] = {}
        of_name = self._stated.get(one.name, {})
        for other in (of_name[owner] for owner in self._family(about) if owner in of_name):
            bare = _without_limits(other.schema)
            if _is_exact(bare) and _refines(bare, open_type):
                found.setdefault(bare, other)
        return found

    def _family(self, about: str) -> tuple[str, ...]:
        """The tables related to a schema: by a common prefix of their names, or by a property that holds its id."""
        if about not in self._families:
            folded = about.casefold()
            first = bisect_left(self._owners, (folded,))
            longer = takewhile(lambda one: folded and one[0].startswith(folded), self._owners[first:])
            parts = {folded[:end] for end in range(_SHORTEST_NAME, len(folded))}
            shorter = (name for part in sorted(parts) for name in self._named(part))
            holders = self._holders.get(folded + self._dialect.id_suffix.casefold(), ())
            family = dict.fromkeys((*shorter, *(name for _, name in longer), *sorted(holders)))
            self._families[about] = tuple(name for name in family if name != about)
        return self._families[about]

    def _named(self, folded: str) -> Iterator[str]:
        first = bisect_left(self._owners, (folded,))
        return (name for _, name in takewhile(lambda one: one[0] == folded, self._owners[first : first + 2]))

    def _conflict(self, one: Property, open_type: Schema, about: str) -> bool:
        """Whether related tables contradict each other; if so, this is reported.

        Strings are exempt: the row states its type, and only the limits of other tables differ.
        """
        statements = self._statements(one, open_type, about)
        if isinstance(open_type, Primitive) and open_type.type == "string":
            return False
        if len(statements) > 1:
            said = " and ".join(f"{_brief(schema)} at {other.location}" for schema, other in statements.items())
            message = f"`{one.name}` is {said}; neither type is used"
            self._report(Diagnostic(CONFLICTING_TYPES, message, one.provenance.location, "state its type in this row"))
        return len(statements) > 1

    def _entity_id(self, one: Property) -> Iterator[tuple[Schema, str]]:
        suffix = self._dialect.id_suffix
        name = one.name.removesuffix("s") if isinstance(one.schema, Array) else one.name
        if not name.endswith(suffix):
            return
        for entity in (name.removesuffix(suffix), *one.mentions):
            if found := self._ids.get(entity.casefold()):
                yield found.schema, f"it holds the id of `{found.owner}`, {show(found.schema)} at {found.location}"


def _brief(schema: Schema) -> str:
    """The type in a few words, for messages."""
    return f"one of {len(schema.values)} values" if isinstance(schema, Enumeration) else show(schema)


def _by_subject(schema: Object, subject: NamedSchema | None) -> Object:
    return replace(schema, properties=tuple(_beside(one, subject) for one in schema.properties))


def _beside(one: Property, subject: NamedSchema | None) -> Property:
    """The property with the type that its operation's subject states, if its own is open or comes from a sample."""
    known = subject.schema.properties if subject and isinstance(subject.schema, Object) else ()
    same = next((each for each in known if each.name == one.name and not each.inferred), None)
    if subject is None or same is None or isinstance(one.schema, Object) or same.schema == one.schema:
        return one
    is_open = isinstance(one.schema, Primitive) and not _is_exact(one.schema) and _refines(same.schema, one.schema)
    if not one.inferred and not is_open:
        return one
    evidence = f"`{one.name}` of `{subject.name}` is {_brief(same.schema)} at {same.provenance.location}"
    because = Provenance("inferred", one.provenance.location, evidence)
    return replace(one, schema=_with_limits(same.schema, one.schema), inferred=(because,))


_NO_LIMITS: dict[str, Any] = {
    **dict.fromkeys(("minimum", "maximum", "above", "below", "multiple_of", "min_length", "max_length")),
    "pattern": "",
    "values": (),
}


def _limits(schema: Schema) -> dict[str, Any]:
    """The limits that a type has, by name."""
    if not isinstance(schema, Primitive):
        return {}
    return {name: limit for name, none in _NO_LIMITS.items() if (limit := getattr(schema, name)) != none}


def _with_limits(decided: Schema, own: Schema) -> Schema:
    """The decided type, with the row's own limits in place of the inferred ones."""
    limits = _limits(own)
    if not limits or not isinstance(decided, Primitive):
        return decided
    return replace(decided, **{**_NO_LIMITS, **limits})


def _without_limits(schema: Schema) -> Schema:
    return replace(schema, **_NO_LIMITS) if isinstance(schema, Primitive) else schema


def _is_exact(schema: Schema) -> bool:
    """Whether the type leaves nothing to infer."""
    match schema:
        case Primitive(type="any"):
            return schema.format != ""
        case Primitive(type="number" | "integer"):
            return bool(schema.format or schema.values)
        case Primitive(type="string"):
            return bool(schema.format) or bool(_limits(schema))
        case Primitive(type="object"):
            return False
        case Array(items):
            return _is_exact(items)
        case _:
            return True


def _refines(exact: Schema, open_type: Schema) -> bool:
    """Whether every value of the exact type is also a value of the open type."""
    assert isinstance(open_type, Primitive)
    if open_type.type == "any":
        return True
    if open_type.type == "string":
        return isinstance(exact, Enumeration) or (isinstance(exact, Primitive) and exact.type in _TEXTS)
    if open_type.type == "object":
        return isinstance(exact, Ref)
    allowed = _NUMBERS if open_type.type == "number" else ("integer",)
    return isinstance(exact, Primitive) and exact.type in allowed
