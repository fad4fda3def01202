"""Reports what no stage has read: broken links, unread tables and text, and rows that ended up in no schema."""

import re
from collections.abc import Iterator
from functools import partial

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.descriptions import is_lead
from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.links import check_links
from jekyll_openapi.api.model import Api, Method, Object, Schema, children
from jekyll_openapi.api.paths import shape
from jekyll_openapi.api.regions import is_row_heading
from jekyll_openapi.api.request_lines import stating
from jekyll_openapi.api.section_kinds import kind_of
from jekyll_openapi.api.sections import Section, below, shown_text, tables_of
from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.api.sockets import socket_schemas
from jekyll_openapi.api.statements import Statement, in_front_matter, requests_in
from jekyll_openapi.diagnostics import Diagnostic, Location
from jekyll_openapi.pages.document import Block, BulletList, Fence, Html, Link, Page, Paragraph, Span, Table, plain
from jekyll_openapi.patterns import regex
from jekyll_openapi.rules import (
    DUPLICATE_OPERATION,
    OF_WHAT_IS_EMITTED,
    REFERENCE_CASE,
    REFERENCE_MOVED,
    REFERENCE_TEXT,
    UNKNOWN_REFERENCE,
    UNREAD_TEXT,
)

_OF_LINKS = (REFERENCE_CASE, REFERENCE_MOVED, REFERENCE_TEXT, UNKNOWN_REFERENCE)
_WORD = regex(r"\w")
_NOTHING = regex(r"(?:none|nothing|n/a)\.?", re.I, needs=("none", "nothing", "n/a"))
"""What a writer puts below a heading that nothing belongs below."""
_HTML_ROWS = regex(r"<(?:dt|li)\b[^<>]*>\s*<(?:code|b|strong|var|tt)\b", re.I, needs=("<dt", "<li"))
"""Matches the beginning of an item that is titled with a name."""
_ATTRIBUTES = regex(r"\{:[^}]*\}|</?[a-zA-Z][^<>]*>")
_CODE = regex(r"[{}()\[\];=<>$]|://|//|\":")
"""Characters that lines of code have and sentences rarely do."""


def report_unread(context: Context) -> None:
    """Reports, page by page, links that lead nowhere and tables that were not read."""
    for page in context.site.pages:
        check_links(page, context.links, context.report)
        for part in context.sections(page):
            for table in part.tables:
                if table.location not in context.state.read_tables:
                    _report_table(table, part, context)
            for block in part.blocks:
                if isinstance(block, Html) and _HTML_ROWS.search(block.text) and kind_of(part, context.dialect):
                    message = f"the section `{part.title}` has rows in an HTML list, which are not read"
                    context.found(UNREAD_TEXT, message, block.location, "write ``- `name` (type, required): text``")


def _report_table(table: Table, part: Section, context: Context) -> None:
    why = context.state.superseded.get(table.location)
    if why is not None:
        if why:
            context.found(DUPLICATE_OPERATION, why, table.location, "merge the two, or correct the path of one")
        return
    columns = ", ".join(f"`{plain(cell.spans)}`" for cell in table.header.cells)
    place = f"in the section `{part.title}`" if part.title else "before the first heading"
    rows = "row" if len(table.rows) == 1 else "rows"
    message = f"a table of {len(table.rows)} {rows} {place} is not read (columns {columns})"
    context.found(
        UNREAD_TEXT,
        message,
        table.location,
        "tables are read below headings such as Definition, Request or Response; settings add others",
    )


def report_requests(api: Api, context: Context) -> None:
    """Reports requests such as `PATCH /a/{id}` that stand alone in code, a line, an item, a row, behind a label or in
    front matter, and are no operation of the description."""
    # Who names the sections of requests wants none elsewhere.
    if context.dialect.operation_sections:
        return
    known = {(method, shape(one.path)) for one in api.operations for method in (one.method, None)}
    ends = {(method, path.partition("/")[2].partition("/")[2]) for method, path in known}
    for page in context.site.pages:
        for one in context.once_a_build("requests", (page,), partial(_requests, page, context.dialect)):
            shapes = [shape(path) for path in one.paths]
            is_known = any(_is_known(one.method, path, known, ends) for path in shapes)
            if shapes and not is_known:
                request = f"{one.method.upper()} {one.written}" if one.method else one.written
                message = f"the request `{request}` is no operation of the description"
                context.found(UNREAD_TEXT, message, one.location, "put it alone into a heading or a bold line")


def _requests(page: Page, dialect: Dialect) -> tuple[Statement, ...]:
    """The requests that stand alone in the front matter and in the blocks of a page."""
    found = list(in_front_matter(page, dialect))
    for index, block in stating(page.blocks, dialect):
        around = (*page.blocks[index + 1 : index + 2], *page.blocks[max(index - 1, 0) : index])
        found += requests_in(block, around, dialect)
    return tuple(found)


def _is_known(
    method: Method | None, path: str, known: set[tuple[Method | None, str]], ends: set[tuple[Method | None, str]]
) -> bool:
    """Whether there is such an operation; a path such as `/{}/find` stands for those of several entities."""
    if (method, path) in known:
        return True
    return (not method or path.startswith("/{}/")) and not ends.isdisjoint(((method, path), (method, path[4:])))


def report_lists(pages: frozenset[str], context: Context) -> None:
    """Reports properties in lists, or in headings, below a title such as Definition or Properties, on pages that
    describe neither a schema nor an operation. Unread tables are reported on all pages."""
    for page in context.site.pages:
        parts = () if page.path in pages else context.sections(page)
        for index, part in enumerate(parts):
            kind = kind_of(part, context.dialect)
            if kind not in ("definition", "neutral"):
                continue
            inside = below(index, parts)
            lists = tuple(block for one in inside for block in one.blocks if isinstance(block, BulletList))
            if (lists if kind == "definition" else tables_of(lists)) or any(map(is_row_heading, inside[1:])):
                message = f"the section `{part.title}` lists properties, and nothing says of what; they are not read"
                context.found(UNREAD_TEXT, message, part.location, "title the page, or a heading above, with a name")
            elif kind == "definition" and (code := _code_of(inside)):
                message = f"the section `{part.title}` defines something in code, which is not read"
                context.found(UNREAD_TEXT, message, code.location, "list the properties in a table")
            elif kind == "definition" and not any(one.tables or _holds_pipes(one) for one in inside):
                message = f"the section `{part.title}` holds no rows that can be read, so it defines nothing"
                where = part.blocks[0].location if part.blocks else part.location
                context.found(UNREAD_TEXT, message, where, "list the properties in a table")


def _holds_pipes(part: Section) -> bool:
    """Whether HTML or code of the section holds rows with pipes, which are a finding of their own."""
    return any(isinstance(block, Html | Fence) and "|" in block.text for block in part.blocks)


def _code_of(parts: tuple[Section, ...]) -> Fence | None:
    """The first code in sections without any table. Rows in code are a finding of their own."""
    blocks = [block for one in parts for block in one.blocks]
    code = (block for block in blocks if isinstance(block, Fence) and not block.is_indented)
    first = next((block for block in code if not block.text.lstrip().startswith("|")), None)
    return None if tables_of(tuple(blocks)) else first


def report_text(pages: frozenset[str], found: list[Diagnostic], context: Context) -> None:
    """Reports text that no stage has dealt with, on pages that describe an operation or a schema."""
    said = {(one.location.file, one.location.line) for one in found if one.rule not in _OF_LINKS}
    for page in context.site.pages if pages else ():
        for part in context.sections(page) if page.path in pages else ():
            # A finding at the heading already covers the section's text.
            is_said = part.title != "" and (part.location.file, part.location.line) in said
            for run in () if is_said else _untold(part, context):
                first, last = run[0].location, run[-1].location
                where = first.until(last)
                place = f"in the section `{part.title}`" if part.title else "before the first heading"
                message = f"text {place} is not in the description"
                context.found(UNREAD_TEXT, message, where, "put it below the heading of what it is about")


def _untold(part: Section, context: Context) -> Iterator[list[Block]]:
    """The runs of adjacent blocks whose text would be lost."""
    run: list[Block] = []
    for block in part.blocks:
        if block.location not in context.state.told and _says_something(block, context):
            run.append(block)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _says_something(block: Block, context: Context) -> bool:
    match block:
        case Paragraph(spans):
            return _is_text(spans, context)
        case BulletList(items, _, rows):
            is_read = rows is not None and rows.location in context.state.read_tables
            return not is_read and any(_is_text(item.spans, context) for item in items)
        case Fence(text=text, is_indented=True):
            # Rows that are indented are a finding of their own.
            lines = [line for line in text.split("\n") if line.strip() and not line.lstrip().startswith("|")]
            return 2 * sum(bool(_CODE.search(line)) for line in lines) < len(lines)
        case Html(text):
            return bool(_WORD.search(shown_text(text)))
    return False


def _is_text(spans: tuple[Span, ...], context: Context) -> bool:
    """Whether there are words besides links, and more than a lead-in sentence."""
    text = plain(spans)
    if is_lead(text) or _NOTHING.fullmatch(text.strip("`*_ ")) or matches(context.dialect.silent_paragraphs, text):
        return False
    return any(not isinstance(one, Link) and _WORD.search(_ATTRIBUTES.sub("", one.text)) for one in spans)


def report_rows(api: Api, found: list[Diagnostic], context: Context) -> None:
    """Reports each row that was read but is neither in the API nor among the findings, because another row replaced
    it."""
    emitted = {(place.file, place.line) for place in _places(api)}
    said = {(one.location.file, one.location.line) for one in found if one.rule.name not in OF_WHAT_IS_EMITTED}
    for line, (name, location) in context.state.rows.items():
        if line not in emitted and line not in said:
            message = (
                f"`{name}` is in no schema: another row of that name is used, or its operation takes no such thing"
            )
            context.found(UNREAD_TEXT, message, location, "remove the row, or say for which operation it holds")


def _places(api: Api) -> Iterator[Location]:
    for operation in api.operations:
        for parameter in operation.parameters:
            yield parameter.provenance.location
            yield from _within(parameter.schema)
    for named in api.schemas:
        yield from _within(named.schema)
    for schema in socket_schemas(api.sockets):
        yield from _within(schema)


def _within(schema: Schema) -> Iterator[Location]:
    if isinstance(schema, Object):
        yield from (one.provenance.location for one in schema.properties)
    for inner in children(schema):
        yield from _within(inner)
