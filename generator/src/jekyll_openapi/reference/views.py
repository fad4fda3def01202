"""The data that the reference page's template renders. Every text is either plain or safe HTML."""

from __future__ import annotations

from typing import Literal

from markupsafe import Markup

from jekyll_openapi.diagnostics import Location, Rule
from jekyll_openapi.records import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to an anchor of the page."""

    text: str
    anchor: str
    """Empty for plain text."""


@dataclass(frozen=True, slots=True)
class Correction:
    """An overlay action that was applied."""

    anchor: str
    number: int
    target: str
    reason: Markup
    source: Location | None
    touched: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """How a fact is known."""

    kind: Literal["stated", "inferred", "supplied"]
    source: Location | None = None
    evidence: tuple[Markup, ...] = ()
    mentioned: tuple[Location, ...] = ()
    """The lines that the evidence mentions."""
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A property or parameter."""

    anchor: str
    name: str
    finds: str
    """The text that the page's search matches."""
    type: tuple[Link, ...]
    need: Literal["required", "required in practice", "required at times", "not stated", "optional"]
    text: Markup
    known: Known
    limits: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    when: tuple[Markup, ...] = ()
    """The conditions under which it is required."""
    rest: tuple[str, ...] = ()
    """Keywords without words of their own, as JSON."""
    joined: bool = False
    """Whether a list is sent as one comma-separated value."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A conditional requirement of a schema."""

    anchor: str
    name: str
    rule: Markup
    remark: Markup
    """The sentence on the docs page."""
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
    """The request body of an operation."""

    type: tuple[Link, ...]
    schema: Schema | None
    """Shown here if no other operation uses it."""
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    anchor: str
    status: str
    text: Markup
    type: tuple[Link, ...]
    examples: tuple[Example, ...]
    known: Known | None
    """None if nothing is known about the response."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample call of an operation."""

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
    """Whether no page says what it takes."""
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
    """The anchor of the rule."""
    column: int
    message: Markup
    hint: Markup


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a docs page with its facts and findings."""

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
        """The number of findings."""
        return sum(len(line.findings) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Met:
    """A rule, and the number of findings under it."""

    anchor: str
    rule: Rule
    count: int


@dataclass(frozen=True, slots=True)
class About:
    """The API as a whole."""

    title: str
    version: str
    summary: Markup
    text: Markup
    servers: tuple[Server, ...]
    schemes: tuple[SecurityScheme, ...]
    pages: str
    """The number of docs pages; empty if unknown."""
    digest: str
    has_classes: bool
    """Whether operations have classes such as `trade`."""
    place: str
    """The place of an operation, as an example; empty if none has one."""
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A release in the changelog."""

    title: str
    text: Markup


@dataclass(frozen=True, slots=True)
class Message:
    """A WebSocket message."""

    anchor: str
    name: str
    is_sent: bool
    text: Markup
    payload: str
    """Its schema, as JSON."""
    example: str
    """An example as JSON; empty if there is none."""
    source: str
    """The place that states it; empty if unknown."""


@dataclass(frozen=True, slots=True)
class Channel:
    anchor: str
    title: str
    address: str
    messages: tuple[Message, ...]
    operations: int
    """Number of REST operations that can also be sent over the channel."""


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
