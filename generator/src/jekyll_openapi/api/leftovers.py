"""What no stage has read: links that lead nowhere, tables that mean nothing here."""

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.links import check_links
from jekyll_openapi.api.sections import Section, sections
from jekyll_openapi.pages.document import Table, plain
from jekyll_openapi.rules import UNREAD_TEXT


def report_leftovers(context: Context) -> None:
    """Reports, page by page, the links that do not lead to a page as they stand and the tables that are not read."""
    for page in context.site.pages:
        check_links(page, context.links, context.report)
        for part in sections(page):
            for table in part.tables:
                if table.location not in context.read_tables:
                    _report_table(table, part, context)


def _report_table(table: Table, part: Section, context: Context) -> None:
    columns = ", ".join(f"`{plain(cell.spans)}`" for cell in table.header.cells)
    place = f"in the section `{part.title}`" if part.title else "before the first heading"
    message = f"a table of {len(table.rows)} rows {place} is not read (columns {columns})"
    context.found(UNREAD_TEXT, message, table.location, "tables are read in sections that define, request or answer")
