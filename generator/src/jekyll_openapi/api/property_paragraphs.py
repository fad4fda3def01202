"""Reads paragraphs that name a property, each with the paragraphs below it, as a table of definitions.

**amount** `integer` <span>Required</span>       name, and nothing but type and need

How much to take, in cents.                      what it is

**Required:**                                    the need of those that follow

`id=[integer]`                                   name and type
"""

import re

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.section_kinds import REQUEST, kind_of
from jekyll_openapi.api.sections import Section
from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.api.untitled import is_type, says_need
from jekyll_openapi.pages.document import (
    Block,
    Cell,
    Code,
    Heading,
    Page,
    Paragraph,
    Row,
    Site,
    Span,
    Table,
    Text,
    plain,
    telling,
)
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, replace

_STRONG = regex(r"(?P<mark>\*\*|__)`?(?P<name>[A-Za-z_$@][\w$@.\[\]-]*)`?(?P=mark)[ \t:\u2013\u2014-]*")
_ASSIGNED = regex(r"(?P<name>[A-Za-z_$][\w.$-]*)\s*=\s*[\[<{](?P<type>[^\[\]<>{}]+)[\]>}]")
_TAG = regex(r"</?[a-z][^<>]*>", re.I)
_EMPHASIS = regex(r"[*_]{1,3}(?=\W|$)|(?<!\w)[*_]{1,3}")


@dataclass(frozen=True, slots=True)
class _Named:
    """A paragraph that names a property."""

    name: Cell
    marks: Cell


def with_property_paragraphs(site: Site, dialect: Dialect) -> Site:
    """The site with tables in place of such paragraphs, in the sections of what operations take and return."""
    return replace(site, pages=tuple(_read(page, dialect) for page in site.pages))


def _read(page: Page, dialect: Dialect) -> Page:
    each = ((at, one) for at, one in telling(page.blocks) if isinstance(one, Paragraph))
    names = {at: named for at, one in each if (named := _named(one, dialect))}
    if not names:
        return page
    blocks: list[Block] = []
    rows: list[Row] = []
    is_known = False
    need: tuple[Span, ...] = ()
    for index, block in enumerate(page.blocks):
        if is_known and (named := names.get(index)):
            marks = named.marks
            if need:
                marks = replace(marks, spans=(*need, Text(", ", marks.location), *marks.spans))
            rows.append(Row((named.name, marks), block.location))
        elif is_known and index + 1 in names and (said := _need(block, dialect)):
            need = said
        elif rows and isinstance(block, Paragraph):
            last = rows[-1]
            where = last.location.until(block.location)
            rows[-1] = Row((*last.cells, Cell(block.spans, block.location)), where)
        else:
            if rows:
                blocks += _tables(rows)
                rows = []
            blocks.append(block)
        if isinstance(block, Heading):
            section = Section(plain(block.spans), block.level, block.spans, block.location, ())
            need = ()
            is_known = kind_of(section, dialect) in (*REQUEST, "response", "definition")
    blocks += _tables(rows)
    return replace(page, blocks=tuple(blocks))


def _tables(rows: list[Row]) -> list[Table]:
    if not rows:
        return []
    where = rows[0].location.until(rows[-1].location)
    return [Table(Row((), where), tuple(rows), where, "definitions")]


def _need(lead: Block, dialect: Dialect) -> tuple[Span, ...]:
    """The need that a paragraph states for those behind it, the first of which names a property."""
    if not isinstance(lead, Paragraph):
        return ()
    word = plain(lead.spans).strip("*_: ").lower()
    return (Text(word, lead.location),) if says_need(word, dialect) else ()


def _named(block: Paragraph, dialect: Dialect) -> _Named | None:
    first = block.first
    if isinstance(first, Text) and not first.text.startswith(("**", "__")):
        return None  # as most are
    first, *behind = block.spans
    if isinstance(first, Code) and not behind and (found := _ASSIGNED.fullmatch(first.text.strip())):
        name = Cell((replace(first, text=found["name"]),), first.location)
        return _Named(name, Cell((Text(found["type"], first.location),), first.location))
    if isinstance(first, Code) and behind:
        name, marks = Cell((first,), first.location), tuple(behind)
    elif isinstance(first, Text) and (found := _STRONG.match(first.text)):
        name = Cell((Code(found["name"], first.location),), first.location)
        marks = (replace(first, text=first.text[found.end() :]), *behind)
    elif isinstance(first, Text) and first.text in ("**", "__") and len(behind) > 1 and isinstance(behind[0], Code):
        name = Cell((behind[0],), behind[0].location)
        marks = (replace(behind[1], text=behind[1].text.removeprefix(first.text)), *behind[2:])
    else:
        return None
    clean = tuple(span for one in marks if (span := _unmarked(one)).text.strip())
    if not clean or not _are_marks(plain(clean), dialect):
        return None
    return _Named(name, Cell(clean, clean[0].location))


def _unmarked(span: Span) -> Span:
    return span if isinstance(span, Code) else replace(span, text=_EMPHASIS.sub("", _TAG.sub(" ", span.text)))


def _are_marks(text: str, dialect: Dialect) -> bool:
    """Whether a text is nothing but a type and a need."""
    pieces = [piece.strip(" .") for piece in re.split(r"[,;()|`]|\s[-\u2013\u2014]\s", text)]
    return all(_is_mark(piece, dialect) for piece in pieces if piece) and any(pieces)


def _is_mark(piece: str, dialect: Dialect) -> bool:
    words = piece.split()
    needs = (*dialect.required_remarks, *dialect.optional_remarks)
    return says_need(piece, dialect) or matches(needs, piece) or (len(words) <= 4 and is_type(piece, dialect))
