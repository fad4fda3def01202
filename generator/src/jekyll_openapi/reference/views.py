"""What the reference page shows, ready for the template: every text is plain or already safe HTML."""

from __future__ import annotations

from typing import Literal

from markupsafe import Markup

from jekyll_openapi.diagnostics import Location, Rule
from jekyll_openapi.records import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to a place of the page."""

    text: str
    anchor: str
    """Empty where it leads nowhere."""


@dataclass(frozen=True, slots=True)
class Correction:
    """An action of the overlay that was applied."""

    anchor: str
    number: int
    target: str
    reason: Markup
    source: Location | None
    touched: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """How a thing is known."""

    kind: Literal["stated", "inferred", "supplied"]
    source: Location | None = None
    evidence: tuple[Markup, ...] = ()
    mentioned: tuple[Location, ...] = ()
    """The lines that the evidence names."""
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A property or parameter."""

    anchor: str
    name: str
    finds: str
    """What a search for it compares with."""
    type: tuple[Link, ...]
    need: Literal["required", "required in practice", "required at times", "not stated", "optional"]
    text: Markup
    known: Known
    limits: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    when: tuple[Markup, ...] = ()
    """The conditions under which it is required."""
    rest: tuple[str, ...] = ()
    """Keywords that have no words here, as JSON."""
    joined: bool = False
    """A list that is sent as one value with commas."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A conditional requirement of a schema."""

    anchor: str
    name: str
    rule: Markup
    remark: Markup
    """The words of the page."""
    known: Known


@dataclass(frozen=True, slots=True)
class Schema:
    anchor: str
    name: str
    text: Markup
    type: tuple[Link, ...]
    known: Known
    rows: tuple[Row, ...]
    values: tuple[str, ...]
    conditions: tuple[Condition, ...]
    limits: tuple[str, ...]
    rest: tuple[str, ...]
    unresolved: str
    used_by: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Example:
    name: str
    summary: Markup
    json: str
    known: Known


@dataclass(frozen=True, slots=True)
class Body:
    """What an operation takes."""

    type: tuple[Link, ...]
    schema: Schema | None
    """Shown here where no other operation takes it."""
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    anchor: str
    status: str
    text: Markup
    type: tuple[Link, ...]
    examples: tuple[Example, ...]
    known: Known | None
    """None where nothing is known of it."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A call of an operation."""

    language: str
    code: str


@dataclass(frozen=True, slots=True)
class Operation:
    anchor: str
    method: str
    path: str
    name: str
    summary: Markup
    text: Markup
    tag: str
    kind: str
    """Its class: read, write, trade or auth."""
    security: str
    known: Known
    parameters: tuple[Row, ...]
    body: Body | None
    answers: tuple[Answer, ...]
    rest: tuple[str, ...]
    is_unknown: bool
    """No page says what it takes."""
    samples: tuple[Sample, ...]
    is_deprecated: bool


@dataclass(frozen=True, slots=True)
class Tag:
    anchor: str
    name: str
    text: Markup
    known: Known
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    rule: Rule
    anchor: str
    """Of the rule."""
    column: int
    message: Markup
    hint: Markup


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a docs page: what it states, and what is wrong with it."""

    anchor: str
    number: int
    facts: tuple[Link, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A docs page."""

    anchor: str
    file: str
    lines: tuple[Line, ...]

    @property
    def findings(self) -> int:
        """How many there are."""
        return sum(len(line.findings) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Met:
    """A rule that findings fall under."""

    anchor: str
    rule: Rule
    count: int


@dataclass(frozen=True, slots=True)
class About:
    """The spec as a whole."""

    title: str
    version: str
    summary: Markup
    text: Markup
    servers: tuple[Server, ...]
    schemes: tuple[SecurityScheme, ...]
    pages: str
    """How many docs pages it was read from; empty where that is not known."""
    digest: str
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A release, as the changelog tells it."""

    title: str
    text: Markup


@dataclass(frozen=True, slots=True)
class Message:
    """What goes over a socket, or is asked for over it."""

    anchor: str
    name: str
    is_sent: bool
    text: Markup
    payload: str
    """Its schema, as JSON."""
    example: str
    """As JSON; empty where there is none."""
    source: str
    """The place that states it; empty where none is known."""


@dataclass(frozen=True, slots=True)
class Channel:
    anchor: str
    title: str
    address: str
    messages: tuple[Message, ...]
    operations: int
    """How many operations of the description can be asked for over it."""


@dataclass(frozen=True, slots=True)
class Server:
    url: str
    text: Markup
    environment: str


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    name: str
    type: str
    text: Markup
