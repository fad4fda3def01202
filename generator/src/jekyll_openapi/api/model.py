"""The data model of an API as pages describe it: operations, schemas, rules. Every fact carries its provenance."""

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
    """How a fact is known: stated on a page, inferred from other facts, or supplied by the base description."""

    kind: Literal["stated", "inferred", "supplied"]
    location: Location
    """Where the thing stands that the fact is about."""
    evidence: str = ""
    """For an inferred fact, what it was inferred from and where: "`accountId` at entities/order.md:24"."""


def stated(location: Location) -> Provenance:
    """The provenance of a fact that a table, a label or a link states."""
    return Provenance("stated", location)


# --- schemas ----------------------------------------------------------------------------------------------------------

TypeName = Literal["string", "number", "integer", "boolean", "object", "null", "any"]


@dataclass(frozen=True, slots=True)
class Primitive:
    """A JSON type with its format and limits as stated. `any` allows every value."""

    type: TypeName
    format: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    min_length: int | None = None
    max_length: int | None = None
    above: Decimal | None = None
    """Exclusive minimum."""
    below: Decimal | None = None
    """Exclusive maximum."""
    multiple_of: Decimal | None = None
    pattern: str = ""
    """A regular expression that some part of the string must match."""
    values: tuple[int | Decimal | bool, ...] = ()
    """The only values that a number or a boolean can have. Unlike an `Enumeration`, they get no schema name."""


NULL = Primitive("null")


@dataclass(frozen=True, slots=True)
class Enumeration:
    """The only values that a string can have, in page order."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Array:
    items: Schema
    min_items: int | None = None
    max_items: int | None = None


@dataclass(frozen=True, slots=True)
class Map:
    """An object with arbitrary keys, whose values share one schema."""

    values: Schema


@dataclass(frozen=True, slots=True)
class Union:
    """A value of any of the schemas. With `NULL` among them the value is nullable."""

    members: tuple[Schema, ...]


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a schema under `components`, by its final name."""

    name: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A JSON value that a cell or a remark names: a default or an example."""

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
    """Optional according to the API, but the page says to always send it."""
    description: str = ""
    inferred: tuple[Provenance, ...] = ()
    """The evidence for the parts of the schema that the row itself does not state."""
    mentions: tuple[str, ...] = ()
    """Names of the schemas that the remark links to."""
    is_required_known: bool = True
    """Whether the page says if it is required. If not, `required` is False."""
    deprecated: bool = False
    default: Sample | None = None
    """The value that the service uses if the property is left out."""
    example: Sample | None = None
    only_in: Literal["answers", "requests"] | None = None
    """The only side on which it is there; None where it is on both."""


Scalar = str | int | Decimal | bool


@dataclass(frozen=True, slots=True)
class Test:
    """A test that a property has one of the values. Without values, that it is present, or absent with `is_absent`."""

    property: str
    values: tuple[Scalar, ...] = ()
    is_absent: bool = False


Effect = Literal["required", "any", "absent", "values"]


@dataclass(frozen=True, slots=True)
class Condition:
    """A rule: if all tests hold, the effect applies to the properties."""

    tests: tuple[Test, ...]
    effect: Effect
    """`required`: all properties must be present. `any`: at least one of them. `absent`: none of them. `values`: if
    present, a property must have one of the values."""
    properties: tuple[str, ...]
    text: str
    """The sentence that states the rule, as plain text."""
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
    """The target of a link to no page. The schema is then a placeholder object about which nothing is known."""
    is_entity: bool = False
    """Whether its definition has an `id`. Shared operations exist for every entity."""
    deprecated: bool = False


JSON = "application/json"

Method = Literal["get", "post", "put", "patch", "delete", "head", "options"]

Place = Literal["path", "query", "header"]

# --- operations -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value sent in the path, the query or a header."""

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
    """A request or response body that the page shows."""

    name: str
    value: Value
    location: Location


@dataclass(frozen=True, slots=True)
class Status:
    """A status with which an operation answers, besides that of its response, or a class of them such as `4XX`."""

    code: str
    description: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Response:
    schema: Schema | None
    """None if no page describes the response body."""
    description: str
    """Empty if no page says anything in words."""
    provenance: Provenance
    examples: tuple[Example, ...] = ()
    is_empty: bool = False
    """Whether the page says that the response has no body."""
    status: int = 200
    others: tuple[Status, ...] = ()


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
    body: Ref | Array | None = None
    content_type: str = JSON
    content_source: Provenance | None = None
    """Where the page says in which form the body is sent; None if it does not, so that it is JSON."""
    is_request_known: bool = True
    """False if no page says what the operation takes; it then has no parameters and no body here."""
    response: Response | None = None
    secured: bool = True
    """Whether a token is needed. True also if no page says so."""
    security: Provenance | None = None
    """Where the page says whether a token is needed; inferred or None if it does not."""
    deprecated: bool = False
    examples: tuple[Example, ...] = ()
    inferred: tuple[Provenance, ...] = ()
    entity: str = ""
    """The entity that a shared operation was expanded for; empty for other operations."""


# --- sockets ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shown:
    """A request body or an event as a page shows it."""

    value: Value
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class SocketRequest:
    """A WebSocket request such as `md/subscribeQuote`."""

    endpoint: str
    provenance: Provenance
    description: str = ""
    body: Schema | None = None
    """None if no page shows a body."""
    answer: Schema | None = None
    """The schema of `d` in the response; None if no page shows it."""
    examples: tuple[Shown, ...] = ()
    inferred: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True)
class SocketEvent:
    """A WebSocket event such as `{"e": "props", "d": {...}}`."""

    name: str
    provenance: Provenance
    data: Schema
    """The schema of its `d`."""
    description: str = ""
    examples: tuple[Shown, ...] = ()
    inferred: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True)
class SocketAddress:
    """Where a socket is, as a page writes it."""

    url: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Sockets:
    """The WebSocket messages of the API: requests by endpoint, events by name, addresses in page order."""

    requests: tuple[SocketRequest, ...] = ()
    events: tuple[SocketEvent, ...] = ()
    addresses: tuple[SocketAddress, ...] = ()


# --- all of it --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tag:
    name: str
    description: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Api:
    """Everything that the pages state: operations sorted by path, schemas and tags by name."""

    operations: tuple[Operation, ...]
    schemas: tuple[NamedSchema, ...]
    tags: tuple[Tag, ...]
    sockets: Sockets = field(default_factory=Sockets)
    kept: Kept = field(default_factory=Kept)
    """The names given to operations and schemas, to be kept in the next release."""

    def schema(self, name: str) -> NamedSchema:
        """The schema with the name; raises KeyError if there is none."""
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
