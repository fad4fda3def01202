"""Tables of properties: a row becomes a property, its remark conditions."""

from dataclasses import dataclass

from jekyll_openapi.api.conditions import read_conditions
from jekyll_openapi.api.context import Context
from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.model import Condition, Object, Primitive, Property, stated
from jekyll_openapi.api.remarks import with_remark
from jekyll_openapi.api.sections import describe_spans
from jekyll_openapi.api.types import TypeCell, UnreadableTypeError, read_type_cell
from jekyll_openapi.pages.document import Cell, Code, Link, Row, Span, Table, Text, plain
from jekyll_openapi.rules import (
    CONFLICTING_LABELS,
    DUPLICATE_PROPERTY,
    MISSING_COLUMN,
    UNKNOWN_COLUMN,
    UNKNOWN_LABEL,
    UNREAD_TEXT,
    UNREADABLE_TYPE,
)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which cell of a row says what; None where the table has no such column."""

    property: int
    labels: int | None
    type: int | None
    remarks: int | None


def is_property_table(table: Table, dialect: Dialect) -> bool:
    """Whether one of the columns names properties."""
    return _index(table, dialect.property_columns) is not None


def read_object(tables: tuple[Table, ...], context: Context) -> Object:
    """The properties of the tables in page order, the first of each name."""
    rows = [(row, columns) for table in tables for columns in [_columns(table, context)] for row in table.rows]
    read: dict[str, tuple[Property, tuple[Span, ...]]] = {}
    for row, columns in rows:
        one = _property(row, columns, context)
        if one and one.name in read:
            context.found(DUPLICATE_PROPERTY, f"`{one.name}` stands in this table already", one.provenance.location)
        elif one:
            read[one.name] = one, _cell(row, columns.remarks).spans
    names = frozenset(read)
    properties = tuple(with_remark(one, remark, names, context.report) for one, remark in read.values())
    conditions: list[Condition] = []
    for one, (_, remark) in zip(properties, read.values(), strict=True):
        conditions += read_conditions(one, remark, properties, context.report)
    return Object(properties, tuple(conditions))


def _index(table: Table, names: tuple[str, ...]) -> int | None:
    titles = [plain(cell.spans).casefold().strip("`* ") for cell in table.header.cells]
    return next((index for index, title in enumerate(titles) if title in names), None)


def _columns(table: Table, context: Context) -> _Columns:
    dialect = context.dialect
    known = (dialect.property_columns, dialect.label_columns, dialect.type_columns, dialect.remark_columns)
    found = [_index(table, names) for names in known]
    for index, cell in enumerate(table.header.cells):
        if index not in found:
            context.found(UNKNOWN_COLUMN, f"a column is titled `{plain(cell.spans)}`", cell.location)
    for position, names in ((found[1], dialect.label_columns), (found[2], dialect.type_columns)):
        if position is None:
            hint = f"title a column `{names[0].capitalize()}`"
            context.found(MISSING_COLUMN, f"no column is titled `{names[0].capitalize()}`", table.header.location, hint)
    return _Columns(found[0] or 0, *found[1:])


def _cell(row: Row, index: int | None) -> Cell:
    return row.cells[index] if index is not None and index < len(row.cells) else Cell((), row.location)


def _property(row: Row, columns: _Columns, context: Context) -> Property | None:
    name_cell = _cell(row, columns.property)
    name = _name(name_cell)
    if not name or name in context.dialect.nothing:
        if not name and any(cell.spans for cell in row.cells):
            context.found(UNREAD_TEXT, "a row names no property", row.location, "fill the first cell")
        return None
    remark = _cell(row, columns.remarks).spans
    required, in_practice = (False, False) if columns.labels is None else _labels(_cell(row, columns.labels), context)
    type_ = TypeCell(Primitive("any")) if columns.type is None else _type(name, _cell(row, columns.type), context)
    mentions = (context.mentioned(span) for span in remark if isinstance(span, Link))
    return Property(
        name,
        type_.schema,
        stated(name_cell.location),
        required or type_.required is True,
        in_practice,
        describe_spans(remark, context.site.base_url),
        mentions=tuple(dict.fromkeys(name for name in mentions if name)),
    )


def _name(cell: Cell) -> str:
    code = next((span.text for span in cell.spans if isinstance(span, Code)), None)
    return code.strip() if code is not None else plain(cell.spans).strip(" *")


def _type(name: str, cell: Cell, context: Context) -> TypeCell:
    try:
        return read_type_cell(cell.spans, context.dialect, context.references)
    except UnreadableTypeError as problem:
        message = f"the type of `{name}` cannot be read: {problem}"
        context.found(UNREADABLE_TYPE, message, cell.location, "see `jekyll-openapi rule unreadable-type`")
        return TypeCell(Primitive("any"))


def _labels(cell: Cell, context: Context) -> tuple[bool, bool]:
    """Whether required, and whether required in practice."""
    dialect = context.dialect
    kinds = {_label(span, context) for span in cell.spans if span.text.strip(" ,")}
    if not kinds:
        context.found(
            UNKNOWN_LABEL, "no tag says whether it is required", cell.location, f"`{dialect.optional_labels[0]}`"
        )
    if {"required", "optional"} <= kinds:
        context.found(CONFLICTING_LABELS, "the tags say required and optional", cell.location, "leave one of them")
    return "required" in kinds, "practice" in kinds and "required" not in kinds


def _label(span: Span, context: Context) -> str:
    dialect, text = context.dialect, span.text.strip(" ,").casefold()
    if text in dialect.required_labels:
        in_practice = isinstance(span, Code) and dialect.practice_class in (span.classes or ())
        return "practice" if in_practice else "required"
    if text in dialect.optional_labels:
        return "optional"
    if text not in dialect.filler_labels:
        kind = "tag" if not isinstance(span, Text) else "text"
        hint = f"use `{dialect.required_labels[0]}` or `{dialect.optional_labels[0]}`"
        context.found(UNKNOWN_LABEL, f"the {kind} `{span.text.strip()}` is none that is known", span.location, hint)
    return "filler"
