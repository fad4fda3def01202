"""What a section of a page, or a table in it, is about, by its title or by the sentence above it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from jekyll_openapi.api.dialect import Dialect, matches
from jekyll_openapi.api.sections import Section, tables_of
from jekyll_openapi.pages.document import Block, BulletList, Paragraph, Table, plain

Kind = Literal[
    "statement", "request", "path", "query", "header", "body", "response", "response example", "definition", "note",
    "example", "silent",
]  # fmt: skip

REQUEST: tuple[Kind, ...] = ("request", "path", "query", "header", "body")


def kind_of(part: Section, dialect: Dialect) -> Kind | None:
    """What the section's title says it is about; None where the dialect does not know the title."""
    known: tuple[tuple[Kind, tuple[str, ...]], ...] = (
        ("statement", dialect.operation_sections),
        ("path", dialect.path_sections),
        ("query", dialect.query_sections),
        ("header", dialect.header_sections),
        ("body", dialect.body_sections),
        ("request", dialect.request_sections),
        ("response example", dialect.response_example_sections),
        ("response", dialect.response_sections),
        ("definition", dialect.definition_sections),
        ("note", dialect.note_sections),
        ("example", dialect.example_sections),
        ("silent", dialect.silent_sections),
    )
    if not part.title:
        return None
    return next((kind for kind, titles in known if part.is_one_of(titles)), None)


def is_known(part: Section, dialect: Dialect) -> bool:
    """Whether the dialect knows the section's title."""
    return kind_of(part, dialect) is not None


def is_request(part: Section, dialect: Dialect) -> bool:
    """Whether the section says what operations take."""
    return kind_of(part, dialect) in REQUEST


def is_statement(part: Section, dialect: Dialect) -> bool:
    """Whether the section is one that states operations."""
    return kind_of(part, dialect) == "statement"


@dataclass(frozen=True, slots=True)
class Placed:
    """A section with what it is about: by its own title, or by that of the section that it stands in."""

    part: Section
    kind: Kind | None
    trail: tuple[str, ...]
    """The titles between the one that says so and its own, its own last."""


def placed(parts: tuple[Section, ...], dialect: Dialect) -> Iterator[Placed]:
    """The sections, those below a known title being about the same."""
    around: list[tuple[int, Kind | None, tuple[str, ...]]] = []
    for part in parts:
        while around and around[-1][0] >= part.level:
            around.pop()
        trail: tuple[str, ...] = ()
        kind = kind_of(part, dialect)
        if kind is None and around and around[-1][1] not in (None, "statement"):
            kind, trail = around[-1][1], (*around[-1][2], part.title)
        around.append((part.level, kind, trail))
        yield Placed(part, kind, trail)


def lead_kind(blocks: tuple[Block, ...], index: int, dialect: Dialect) -> Kind | None:
    """What the sentence directly above a block says that it is."""
    above = blocks[index - 1] if index else None
    if isinstance(above, BulletList) and above.items:
        above = above.items[-1]
    if not isinstance(above, Paragraph):
        return None
    text = plain(above.spans)
    if matches(dialect.response_leads, text):
        return "response"
    if matches(dialect.request_leads, text):
        return "request"
    return "response example" if matches(dialect.response_example_sections, text.rstrip(":.")) else None


def table_kinds(parts: tuple[Section, ...], dialect: Dialect) -> Iterator[tuple[Placed, Table, Kind | None]]:
    """The tables of an operation's sections, each with what it is about; None where nothing says it."""
    for one in placed(parts, dialect):
        behind: Kind | None = "request" if dialect.free_tables == "request" else None
        for index, block in enumerate(one.part.blocks):
            lead = lead_kind(one.part.blocks, index, dialect)
            behind = lead or behind
            for table in tables_of((block,)):
                kind = lead or one.kind or behind
                if isinstance(block, Table) or kind in (*REQUEST, "response"):
                    yield one, table, kind
