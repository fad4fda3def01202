"""Gives titles to the columns of tables without a header, by what stands in them.

| `lat` | required | Latitude. |          a pipe table without a row of dashes, an HTML table without `<th>`

|        |                    |            a header of empty cells
|--------|--------------------|
| `page` | Page of the list.  |
"""

import re
from collections.abc import Callable

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.pages.document import Cell, Code, Page, Row, Site, Table, Text, plain, telling
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace

_NAME = regex(r"[*_]{0,3}`?[A-Za-z_$@][\w$@.:\[\]-]*`?[*_]{0,3}[?*]?")
_WORD = regex(r"[a-z]\w*", re.I)
_LITERAL = regex(r"[\w ]+")


def with_titles(site: Site, dialect: Dialect) -> Site:
    """The site with a header for each table whose first column names things and whose columns have no titles."""
    return replace(site, pages=tuple(_with_titles(page, dialect) for page in site.pages))


def _with_titles(page: Page, dialect: Dialect) -> Page:
    return page.replacing(
        {
            at: (_titled(block, dialect),)
            for at, block in telling(page.blocks)
            # A table below another one may be the rest of it.
            if isinstance(block, Table) and not (at and isinstance(page.blocks[at - 1], Table))
        }
    )


def _titled(table: Table, dialect: Dialect) -> Table:
    if table.form not in ("pipe", "html") or not table.header.cells:
        return table
    is_empty = not any(cell.spans for cell in table.header.cells)
    rows = table.rows if is_empty else (table.header, *table.rows)
    is_data = is_empty or (not table.is_headed and _is_data(table.header, dialect))
    if not is_data or not rows or not all(_names_something(row) for row in rows):
        return table
    titles = _titles(rows, dialect)
    if len(titles) < 2:
        return table
    at = [cell.location for cell in table.header.cells]
    cells = tuple(Cell((Text(titles.get(index, ""), where),), where) for index, where in enumerate(at))
    return replace(table, header=replace(table.header, cells=cells), rows=rows, is_headed=True)


def _is_data(header: Row, dialect: Dialect) -> bool:
    """Whether the first row names something in code, and no column."""
    first = header.cells[0].spans
    return bool(first) and isinstance(first[0], Code) and not matches(dialect.property_columns, _text(header.cells[0]))


def _names_something(row: Row) -> bool:
    return bool(row.cells) and bool(_NAME.fullmatch(plain(row.cells[0].spans).strip()))


def _titles(rows: tuple[Row, ...], dialect: Dialect) -> dict[int, str]:
    """The title of each column that can be recognized: names first, prose last, needs and types by their words."""
    found = {0: _title(dialect.property_columns)}
    last = max(len(row.cells) for row in rows) - 1
    for index in range(1, last + 1):
        texts = [text for row in rows if index < len(row.cells) and (text := _text(row.cells[index]))]
        kinds: tuple[tuple[tuple[str, ...], Callable[[str, Dialect], bool]], ...] = (
            (dialect.required_columns, says_need),
            (dialect.type_columns, is_type),
        )
        patterns = next((one for one, fits in kinds if texts and all(fits(text, dialect) for text in texts)), None)
        if patterns is None and index == last:
            patterns = dialect.remark_columns
        if patterns and (title := _title(patterns)) and title not in found.values():
            found[index] = title
    return {index: title for index, title in found.items() if title}


def says_need(text: str, dialect: Dialect) -> bool:
    """Whether a cell says that a row is required or not."""
    return matches((*dialect.required_words, *dialect.optional_words), text)


def is_type(text: str, dialect: Dialect) -> bool:
    """Whether a cell begins with a type."""
    word = _WORD.match(text)
    return word is not None and word[0].casefold() in (*dialect.type_words, *dialect.array_words, *dialect.enum_words)


def _text(cell: Cell) -> str:
    return plain(cell.spans).strip("`*_{}. ")


def _title(patterns: tuple[str, ...]) -> str:
    """The first of the titles that is no regular expression; the first with its optional letters left out, if all
    are."""
    plain_ = (re.sub(r"\\|\([^()]*\)\??|.\?", "", one) for one in patterns)
    return next((one for one in (*patterns, *plain_) if _LITERAL.fullmatch(one) and matches(patterns, one)), "")
