"""Finds the columns of a property table by their titles, and the cells in them."""

import re

from jekyll_openapi.api.column_titles import column_title, column_titles, first_of, name_column
from jekyll_openapi.api.context import Context
from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.row_names import name_and_beside
from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.pages.document import Cell, Row, Table, Text, plain
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, replace
from jekyll_openapi.rules import MISSING_COLUMN, UNKNOWN_COLUMN

_HEADER = regex(r"(?:http )?headers?(?: names?)?", re.I, needs=("header",))


@dataclass(frozen=True, slots=True)
class Columns:
    """The index of each known column; None when the table lacks it."""

    property: int
    labels: int | None = None
    required: int | None = None
    optional: int | None = None
    type: int | None = None
    default: int | None = None
    example: int | None = None
    format: int | None = None
    values: int | None = None
    least: int | None = None
    most: int | None = None
    pattern: int | None = None
    nullable: int | None = None
    unit: int | None = None
    place: int | None = None
    remarks: int | None = None
    applies: int | None = None
    of_headers: bool = False
    """Whether the title of the names says that the rows are headers."""


def columns_of(table: Table, context: Context) -> Columns:
    """The columns of a table. Reports unknown titles, and missing columns for type and need."""
    dialect = context.dialect
    known = {
        "property": dialect.property_columns, "place": dialect.place_columns,
        "labels": dialect.label_columns, "required": dialect.required_columns,
        "optional": dialect.optional_columns,
        "type": dialect.type_columns, "default": dialect.default_columns, "remarks": dialect.remark_columns,
        "applies": dialect.applies_columns, "example": dialect.example_columns, "format": dialect.format_columns,
        "values": dialect.value_columns, "least": dialect.least_columns, "most": dialect.most_columns,
        "pattern": dialect.pattern_columns, "nullable": dialect.nullable_columns, "unit": dialect.unit_columns,
    }  # fmt: skip
    titles = column_titles(table)
    of_headers = _of_headers(titles, dialect)
    if of_headers:
        known["example"] = (*dialect.example_columns, "value")
    found: dict[str, int | None] = {}
    for name, names in known.items():
        is_name = name == "property"
        found[name] = name_column(titles, dialect) if is_name else first_of(titles, names, found.values())
    for index, cell in enumerate(table.header.cells):
        if index not in found.values():
            context.found(UNKNOWN_COLUMN, _why_unknown(table, cell, known, found), cell.location)
    says_need = not dialect.label_columns or any(found[one] is not None for one in ("labels", "required", "optional"))
    says_type = found["type"] is not None
    if not says_need or not says_type:
        beside = [name_and_beside(cell_of(row, found["property"] or 0), dialect)[1] for row in table.rows]
        words = {word for spans in beside for word in re.findall(r"[a-z]+", plain(spans).casefold())}
        says_need = says_need or bool(words.intersection((*dialect.required_labels, *dialect.optional_labels)))
        says_type = says_type or any(beside)
    for is_there, what, names in (
        ()
        if of_headers
        else (
            (says_need, "required properties", dialect.label_columns),
            (says_type, "types", dialect.type_columns),
        )
    ):
        if not is_there:
            hint = f"add a column `{names[0].capitalize()}`" if names and names[0].isalpha() else ""
            context.found(MISSING_COLUMN, f"the table has no column for {what}", table.header.location, hint)
    others = {name: at for name, at in found.items() if name != "property"}
    return Columns(found["property"] or 0, **others, of_headers=of_headers)


def _of_headers(titles: tuple[str, ...], dialect: Dialect) -> bool:
    at = name_column(titles, dialect)
    return at is not None and bool(_HEADER.fullmatch(titles[at]))


def _why_unknown(table: Table, cell: Cell, known: dict[str, tuple[str, ...]], found: dict[str, int | None]) -> str:
    """That a title means nothing, or that an earlier column has taken its meaning: a table has one column of a kind."""
    title = plain(cell.spans)
    for name, titles in known.items():
        at = found[name]
        if at is not None and matches(titles, column_title(cell)):
            return f"the column `{title}` is not read: `{plain(table.header.cells[at].spans)}` means the same"
    return f"the column `{title}` is not known, so its cells are not read"


def cell_of(row: Row, index: int | None) -> Cell:
    """The row's cell in a column; an empty cell when the row is too short or there is no such column."""
    return row.cells[index] if index is not None and index < len(row.cells) else Cell((), row.location)


def whole_rows(rows: tuple[Row, ...], columns: Columns | None) -> tuple[Row, ...]:
    """The rows, those joined that one cell names: it spans them in an HTML table."""
    found: list[Row] = []
    for row in rows:
        name = cell_of(row, columns.property) if columns else None
        above = found[-1] if found and name and name.spans else None
        if above and columns and cell_of(above, columns.property) is name:
            pairs = zip(above.cells, row.cells, strict=True)
            found[-1] = replace(above, cells=tuple(_joined(one, other) for one, other in pairs))
        else:
            found.append(row)
    return tuple(found)


def _joined(one: Cell, other: Cell) -> Cell:
    if one is other or one.spans == other.spans or not other.spans:
        return one
    is_text = any(isinstance(span, Text) and " " in span.text.strip() for span in (*one.spans, *other.spans))
    between = (Text(" " if is_text else ", ", other.location),) if one.spans else ()
    return Cell((*one.spans, *between, *other.spans), one.location)


_NOTHING = regex(
    r"none|nothing|empty|n/a|-|"
    r"(?:(?:(?:this|the) (?:request|operation|endpoint|call|method) |it )?"
    r"(?:takes|has|needs|expects|requires|accepts) )?"
    r"no (?:request )?(?:body|parameters?|arguments?|properties|fields|input)(?: or (?:body|parameters?|arguments?))?"
    r"(?: (?:is|are) (?:needed|required|taken|expected))?",
    re.IGNORECASE,
    needs=("none", "nothing", "empty", "n/a", "-", "no "),
)


def says_nothing(text: str, context: Context) -> bool:
    """Whether the text says that an operation takes nothing."""
    said = text.strip("`*_. ")
    return said in context.dialect.nothing or bool(_NOTHING.fullmatch(said))


def is_nothing(cell: Cell, context: Context) -> bool:
    """Whether the cell is empty or holds a word for "none", such as `n/a`."""
    return not cell.spans or plain(cell.spans).strip("`*\"' ").casefold() in (
        "",
        "n/a",
        "-",
        "none",
        *context.dialect.nothing,
    )
