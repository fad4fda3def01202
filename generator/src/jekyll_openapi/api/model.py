"""The API as the pages describe it: operations, schemas, conditional requirements, each with how it is known."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from jekyll_openapi.api.names import Kept
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Value
from jekyll_openapi.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Provenance:
    """How a fact is known."""

    kind: Literal["stated", "inferred", "supplied"]
    location: Location
    """Where the thing that the fact is about stands."""
    evidence: str = ""
    """For an inferred fact: what it was inferred from, with the place (`accountId` at entities/order.md:24)."""


def stated(location: Location) -> Provenance:
    """A fact that a table, a tag or a link states."""
    return Provenance("stated", location)


# --- schemas ----------------------------------------------------------------------------------------------------------

TypeName = Literal["string", "number", "integer", "boolean", "object", "null", "any"]


@dataclass(frozen=True, slots=True)
class Primitive:
    """A JSON type with its format and limits as stated. `any` says nothing about the value."""

    type: TypeName
    format: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    min_length: int | None = None
    max_length: int | None = None
    above: Decimal | None = None
    """An exclusive minimum."""
    below: Decimal | None = None
    """An exclusive maximum."""
    multiple_of: Decimal | None = None
    pattern: str = ""
    """A regular expression that a string matches somewhere."""
    values: tuple[int | Decimal | bool, ...] = ()
    """Of a number or a boolean that has only these. They get no name of their own, as those of an enumeration do."""


NULL = Primitive("null")


@dataclass(frozen=True, slots=True)
class Enumeration:
    """String values in page order."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Array:
    items: Schema
    min_items: int | None = None
    max_items: int | None = None


@dataclass(frozen=True, slots=True)
class Map:
    """An object with any keys, whose values have one schema."""

    values: Schema


@dataclass(frozen=True, slots=True)
class Union:
    """A value of any of the schemas; with `NULL` among them it can be null."""

    members: tuple[Schema, ...]


@dataclass(frozen=True, slots=True)
class Ref:
    """A schema under `components`, by its final name."""

    name: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A JSON value that a cell or a remark names: a default, an example."""

    value: str | int | Decimal | bool | tuple[()] | None
    """`()` is the empty list."""
    location: Location


@dataclass(frozen=True, slots=True)
class Property:
    name: str
    schema: Schema
    provenance: Provenance
    required: bool = False
    required_in_practice: bool = False
    """Optional by the letter, required by the page's own word."""
    description: str = ""
    inferred: tuple[Provenance, ...] = ()
    """What about the schema is not stated in the row itself, and its evidence."""
    mentions: tuple[str, ...] = ()
    """The schemas that the remark links to."""
    is_required_known: bool = True
    """Whether the page says whether it is required; `required` is False where it does not."""
    deprecated: bool = False
    default: Sample | None = None
    """What the service assumes where the property is left out."""
    example: Sample | None = None


Scalar = str | int | Decimal | bool


@dataclass(frozen=True, slots=True)
class Test:
    """A property has one of the values; without values: it is there, or with `is_absent` it is not."""

    property: str
    values: tuple[Scalar, ...] = ()
    is_absent: bool = False


Effect = Literal["required", "any", "absent", "values"]


@dataclass(frozen=True, slots=True)
class Condition:
    """What holds for some properties where all tests hold."""

    tests: tuple[Test, ...]
    effect: Effect
    """`required`: all of the properties are there; `any`: at least one is; `absent`: none is; `values`: if it is there
    it has one of the values."""
    properties: tuple[str, ...]
    text: str
    """The remark that states it, as plain text."""
    provenance: Provenance
    values: tuple[Scalar, ...] = ()


@dataclass(frozen=True, slots=True)
class Object:
    properties: tuple[Property, ...]
    conditions: tuple[Condition, ...] = ()


Schema = Primitive | Enumeration | Array | Map | Union | Object | Ref


@dataclass(frozen=True, slots=True)
class NamedSchema:
    """An entry of `components/schemas`."""

    name: str
    schema: Schema
    provenance: Provenance
    title: str = ""
    description: str = ""
    unresolved: str = ""
    """The link target that no page answers to; the schema is then an object of which nothing is known."""
    is_entity: bool = False
    """Has a definition table with an `id`: the shared operations hold for it."""
    deprecated: bool = False


Method = Literal["get", "post", "put", "patch", "delete", "head", "options"]

Place = Literal["path", "query", "header"]

# --- operations -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Parameter:
    """What goes into the path, the query or a header."""

    name: str
    schema: Schema
    provenance: Provenance
    required: bool = False
    description: str = ""
    inferred: tuple[Provenance, ...] = ()
    is_required_known: bool = True
    deprecated: bool = False
    default: Sample | None = None
    example: Sample | None = None
    place: Place = "query"


@dataclass(frozen=True, slots=True)
class Example:
    """A request body or an answer as the page shows it."""

    name: str
    value: Value
    location: Location


@dataclass(frozen=True, slots=True)
class Response:
    schema: Schema | None
    """None where no page says what comes back."""
    description: str
    provenance: Provenance
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Operation:
    path: str
    method: Method
    operation_id: str
    tag: str
    summary: str
    description: str
    provenance: Provenance
    url: str = ""
    """The permalink of the page."""
    parameters: tuple[Parameter, ...] = ()
    body: Ref | None = None
    is_request_known: bool = True
    """False where no page says what the operation takes; then it has neither parameters nor a body here."""
    response: Response | None = None
    secured: bool = True
    """Whether a token is needed; True also where no page says so."""
    security: Provenance | None = None
    """Where the page says so; inferred, or None, where it does not."""
    deprecated: bool = False
    examples: tuple[Example, ...] = ()
    inferred: tuple[Provenance, ...] = ()
    entity: str = ""
    """The entity a shared operation was expanded for."""


# --- sockets ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shown:
    """A body or an event as a page shows it."""

    value: Value
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class SocketRequest:
    """A request such as `md/subscribeQuote`."""

    endpoint: str
    provenance: Provenance
    description: str = ""
    body: Schema | None = None
    """None where no page shows one."""
    answer: Schema | None = None
    """What stands in the `d` of the answer; None where no page shows it."""
    examples: tuple[Shown, ...] = ()
    inferred: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True)
class SocketEvent:
    """An event such as `{"e": "props", "d": {...}}`."""

    name: str
    provenance: Provenance
    data: Schema
    """What stands in its `d`."""
    description: str = ""
    examples: tuple[Shown, ...] = ()
    inferred: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True)
class Sockets:
    """Requests by endpoint, events by name."""

    requests: tuple[SocketRequest, ...] = ()
    events: tuple[SocketEvent, ...] = ()


# --- all of it --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tag:
    name: str
    description: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Api:
    """Operations by path, schemas by name, tags in page order."""

    operations: tuple[Operation, ...]
    schemas: tuple[NamedSchema, ...]
    tags: tuple[Tag, ...]
    sockets: Sockets = field(default_factory=Sockets)
    kept: Kept = field(default_factory=Kept)
    """The names that it gives, for the next description."""

    def schema(self, name: str) -> NamedSchema:
        """The schema under the name; KeyError where there is none."""
        for schema in self.schemas:
            if schema.name == name:
                return schema
        raise KeyError(name)


def children(schema: Schema) -> Iterator[Schema]:
    """The schemas directly inside a schema."""
    match schema:
        case Array(items):
            yield items
        case Map(values):
            yield values
        case Union(members):
            yield from members
        case Object(properties):
            yield from (one.schema for one in properties)
        case _:
            return
