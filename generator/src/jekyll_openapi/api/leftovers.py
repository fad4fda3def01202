"""What no stage has read: links that lead nowhere, tables that mean nothing here, rows that are in no schema."""

from collections.abc import Iterator

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.links import check_links
from jekyll_openapi.api.model import Api, Object, Schema, children
from jekyll_openapi.api.sections import Section, sections
from jekyll_openapi.api.sockets import socket_schemas
from jekyll_openapi.diagnostics import Diagnostic, Location
from jekyll_openapi.pages.document import Table, plain
from jekyll_openapi.rules import DUPLICATE_OPERATION, UNREAD_TEXT


def report_leftovers(context: Context) -> None:
    """Reports, page by page, the links that do not lead to a page as they stand and the tables that are not read."""
    for page in context.site.pages:
        check_links(page, context.links, context.report)
        for part in sections(page):
            for table in part.tables:
                if table.location not in context.read_tables:
                    _report_table(table, part, context)


def _report_table(table: Table, part: Section, context: Context) -> None:
    why = context.superseded.get(table.location)
    if why is not None:
        if why:
            context.found(DUPLICATE_OPERATION, why, table.location, "merge the two, or mend the path of one")
        return
    columns = ", ".join(f"`{plain(cell.spans)}`" for cell in table.header.cells)
    place = f"in the section `{part.title}`" if part.title else "before the first heading"
    message = f"a table of {len(table.rows)} rows {place} is not read (columns {columns})"
    context.found(UNREAD_TEXT, message, table.location, "tables are read in sections that define, request or answer")


def report_rows(api: Api, found: list[Diagnostic], context: Context) -> None:
    """Reports each row that was read and is neither in the API nor among the findings: another one took its place."""
    emitted = {(place.file, place.line) for place in _places(api)}
    said = {(one.location.file, one.location.line) for one in found}
    for line, (name, location) in context.rows.items():
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
