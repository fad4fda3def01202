"""Finds columns of a table by the titles that a dialect knows."""

import re
from collections.abc import Collection

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.pages.document import Cell, Code, Table, plain
from jekyll_openapi.patterns import regex

_TAG = regex(r"</?[a-z][^<>]*>", re.I)


def column_titles(table: Table) -> tuple[str, ...]:
    """The titles of the columns, without marks around them."""
    return tuple(map(column_title, table.header.cells))


def column_title(cell: Cell) -> str:
    """The title in a cell of the header."""
    # In a header such as "`actions[]` Attribute" the code span names the object, not the column.
    spans = cell.spans[1:] if len(cell.spans) > 1 and isinstance(cell.spans[0], Code) else cell.spans
    text = plain(spans)
    return (_TAG.sub("", text) if "<" in text else text).strip("`*_: ")


def first_of(titles: tuple[str, ...], names: tuple[str, ...], without: Collection[int | None] = ()) -> int | None:
    """The index of the first title that is one of the names, skipping those in `without`; None if there is none."""
    return next((index for index, title in enumerate(titles) if index not in without and matches(names, title)), None)


def index_of(table: Table, names: tuple[str, ...], without: Collection[int | None] = ()) -> int | None:
    """The index of the first column with one of the titles, skipping columns in `without`; None if there is none."""
    return first_of(column_titles(table), names, without)


def name_column(titles: tuple[str, ...], dialect: Dialect) -> int | None:
    """The index of the column that names properties; None if there is none.

    The first column can be titled in the plural: `Fields` further right lists several in a cell.
    """
    found = first_of(titles, dialect.property_columns)
    is_plural = found is None and bool(titles) and matches(dialect.property_columns, _singular(titles[0]))
    return 0 if is_plural else found


def _singular(title: str) -> str:
    folded = title.casefold()
    return folded[:-3] + "y" if folded.endswith("ies") else folded.removesuffix("s")
