"""Reads property tables: each row becomes one or more properties with name, place, type and need."""

import re

from jekyll_openapi.api.column_titles import column_titles, index_of, name_column
from jekyll_openapi.api.columns import Columns, cell_of, columns_of, is_nothing, says_nothing, whole_rows
from jekyll_openapi.api.context import Context
from jekyll_openapi.api.defaults import UnfitValueError, read_sample, sample
from jekyll_openapi.api.deprecation import has_label, is_marked
from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.formats import UnreadableTypeError, united
from jekyll_openapi.api.labels import need_in_words, need_of_row
from jekyll_openapi.api.list_rows import list_row, named
from jekyll_openapi.api.marks import marks_beside
from jekyll_openapi.api.model import (
    NULL,
    Array,
    Enumeration,
    Method,
    Primitive,
    Property,
    Provenance,
    Sample,
    Schema,
    Union,
    stated,
)
from jekyll_openapi.api.nesting import ReadRow
from jekyll_openapi.api.paths import METHODS
from jekyll_openapi.api.row_facts import place_of, unit_note, with_columns
from jekyll_openapi.api.row_names import RowName, row_names
from jekyll_openapi.api.section_kinds import Kind
from jekyll_openapi.api.sections import describe_spans
from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.api.stated_values import values_of_cell
from jekyll_openapi.api.status_codes import lists_statuses
from jekyll_openapi.api.types import TypeCell, read_type_cell
from jekyll_openapi.pages.document import Cell, Code, Link, Row, Span, Table, Text, plain
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, replace
from jekyll_openapi.rules import (
    EXAMPLE_INVALID,
    LIMIT_EXCEEDED,
    UNREAD_TEXT,
    UNREADABLE_DEFAULT,
    UNREADABLE_LIMIT,
    UNREADABLE_TYPE,
)

_GROUP = regex(r"([*_]{1,3})\S.*\1|<(b|strong|i|em)>.*</\2>", re.DOTALL)
_OPEN = TypeCell(Primitive("any"))
_LIST = Array(Primitive("any"))
_SOME_OBJECT = regex(r"(?:an? )?(?!array|list)[A-Za-z][\w-]*(?: [\w-]+){0,2} (?:objects?|hash(?:es)?)", re.I)
_OF_UNKNOWN = regex(r"`?(?:array|list)(?:<`?[A-Za-z]\w*`?>)?`?|`?[A-Za-z]\w*\[\]`?", re.I)
_CHOICE = regex(r"[|/<\[]|\bor\b")
_SOME_ARRAY = regex(r"(?:an? )?(?:array|list)s? of [\w -]+", re.I)
_OWN_FORMAT = regex(r"\b(string|integer|int|number)\s*\\?<[A-Za-z][\w -]*\\?>", re.I)
"""Matches a type with a format that only its site knows: `string<SID>`."""
_DEPRECATED_TYPE = regex(
    r"""(?:[,;]|(?<!["'])(?<!["'][` ])(?<!["']` )\()\s*deprecated\b""", re.I, needs=("deprecated",)
)
"""Matches what is said of a type; in brackets behind a value it is said of that one."""
_BARE_ENUM = regex(r"enum|(?:string|str|text)?[ (<]*enum(?:eration)?[)>]*(?:[ <(]*(?:string|str)[)>]*)?", re.I)
_MEANING = regex(r"""["'`\d]\s*(?:=|:|\(|-|\u2013|means\b)\s*(?!null\b|default\b)[A-Za-z]""")
"""Matches a value with what it means: `"Day" (until the evening)`, `0 = off`."""
_ZONE = regex(r"\b(?:UTC|GMT)\b")
_NUMBER = regex(r"(?<![\w.-])\d")
_LISTED = regex(r"\(\s*[\w.-]+(?:\s*(?:[|/,]|\bor\b)\s*[\w.-]+)+\s*\)")
_NO_LIMIT = regex(r"\b(?:iso|rfc|e\.?g|ex|example|such as|like)\b|\d[-:/.]\d\d[-:/.]\d", re.I)
"""A number in a type cell that limits nothing: that of a standard, of a sample, or a date."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row, the methods that it is limited to (all if empty), and where it is sent (None if the row does not say)."""

    row: ReadRow
    methods: tuple[Method, ...] = ()
    place: Kind | None = None


def is_property_table(table: Table, dialect: Dialect, *, says_more: bool = False) -> bool:
    """Whether a column names properties. With `says_more`, another column must describe them, too."""
    if table.form in ("definitions", "bullets"):
        return not lists_statuses(table)
    name = name_column(column_titles(table), dialect)
    columns = (dialect.type_columns, dialect.required_columns, dialect.remark_columns, dialect.default_columns)
    others = (index_of(table, titles, {name}) for titles in (*columns, dialect.label_columns))
    if name is None or _is_turned(table, (*columns, dialect.label_columns)):
        return False
    return not says_more or any(one is not None for one in others)


def _is_turned(table: Table, columns: tuple[tuple[str, ...], ...]) -> bool:
    """Whether each property is a column: the rows are named as columns are, and the columns by code."""
    titles, rows = table.header.cells[1:], table.rows
    is_named = all(isinstance(span, Code) for cell in titles for span in cell.spans) and any(
        cell.spans for cell in titles
    )
    if not is_named:
        return False
    names = [plain(row.cells[0].spans).strip("`*: ") for row in rows if row.cells]
    return len(names) > 1 and all(any(matches(one, name) for one in columns) for name in names)


def read_rows(table: Table, context: Context) -> tuple[TableRow, ...]:
    """The rows of a table in page order. Reports tables and cells over the limits of the configuration."""
    columns = columns_of(table, context) if table.form in ("pipe", "html") else None
    found: list[TableRow] = []
    if len(table.rows) > context.limits.rows:
        message = f"the table has {len(table.rows)} rows; {context.limits.rows} are read"
        context.found(LIMIT_EXCEEDED, message, table.rows[context.limits.rows].location, "split the table")
    rows = whole_rows(table.rows[: context.limits.rows], columns)
    for row in (_bounded(one, context) for one in rows):
        read = _from_columns(row, columns, table, context) if columns else _from_list(row, context)
        for one in read:
            place = one.row.property.provenance.location
            context.add_row(one.row.name.written, place)
        found += read
    return tuple(found)


def _bounded(row: Row, context: Context) -> Row:
    """The row, with cells that are too long emptied and reported."""
    most = context.limits.cell
    long = [cell for cell in row.cells if sum(len(span.text) + 1 for span in cell.spans) > most]
    for cell in long:
        context.found(LIMIT_EXCEEDED, f"the cell has more than {most} characters; it is not read", cell.location)
    if not long:
        return row
    return replace(row, cells=tuple(Cell((), one.location) if one in long else one for one in row.cells))


def owner_in_header(table: Table) -> str:
    """The object that the header names in a code span, as in "`actions[]` Attribute"; empty if there is none."""
    cells = table.header.cells
    names = [span.text for span in cells[0].spans if isinstance(span, Code)] if cells else []
    return names[0] if names and len(cells[0].spans) > 1 else ""


def states_none(table: Table, context: Context) -> bool:
    """Whether the table has a single row, and that one says that there is no property."""
    return (
        len(table.rows) == 1
        and bool(table.rows[0].cells)
        and _says_nothing(table.rows[0], table.rows[0].cells[0], context)
    )


def _says_nothing(row: Row, name_cell: Cell, context: Context) -> bool:
    """Whether a row says that there is no property: `None`, and nothing in the other cells."""
    others = (cell for cell in row.cells if cell is not name_cell)
    return says_nothing(plain(name_cell.spans), context) and all(is_nothing(cell, context) for cell in others)


# --- columns ----------------------------------------------------------------------------------------------------------


def _from_columns(row: Row, columns: Columns, table: Table, context: Context) -> list[TableRow]:
    dialect = context.dialect
    name_cell = cell_of(row, columns.property)
    if len(table.rows) == 1 and _says_nothing(row, name_cell, context):
        return []
    names = row_names(name_cell, context.dialect)
    if not names:
        says_none = plain(name_cell.spans).strip("` ") in context.dialect.nothing
        behind = cell_of(row, (columns.property or 0) + 1).spans
        names_one = any(isinstance(span, Code) and span.classes is None for span in behind)
        if names_one if says_none else any(cell.spans for cell in row.cells):
            context.found(
                UNREAD_TEXT, "the row is not read, because it has no property name", row.location, "fill the first cell"
            )
        return []
    if _is_group(row, name_cell):
        message = f"`{plain(name_cell.spans).strip('*_ ')}` only titles the rows below it"
        context.found(UNREAD_TEXT, message, row.location, "put a heading above a table of its own")
        return []
    remark = cell_of(row, columns.remarks).spans
    type_cell = cell_of(row, columns.type)
    type_cell, told_under = _without_local_link(type_cell, context)
    type_, type_note = _OPEN, ""
    if _is_bare_array(type_cell, context) and _has_rows_inside(names[0], table, columns, context):
        type_ = TypeCell(_LIST)
    elif columns.type is not None:
        type_, type_note = _type(names[0].written, type_cell, remark, context)
    inferred: tuple[Provenance, ...] = ()
    beside = marks_beside(names[0].written, name_cell, context)
    if columns.type is None and beside:
        type_ = TypeCell(beside.schema)
    elif columns.type is None and (evidence := _evidence(row, columns, context)):
        type_, inferred = evidence
    type_ = with_columns(names[0].written, type_, type_cell, row, columns, context)
    marks = {name.required if beside is None or beside.required is None else beside.required for name in names}
    said = (type_.required, marks.pop() if len(marks) == 1 else None)
    required, in_practice, is_known, note = need_of_row(row, columns, remark, said, table, context)
    note = " ".join(filter(None, (note, type_note, unit_note(row, columns, context))))
    default_cell = cell_of(row, columns.default)
    default = _default(names[0].written, type_, type_cell, default_cell, context)
    # A default that does not fit the type still is worth telling readers.
    if default is None and not is_nothing(default_cell, context):
        note = f"{note} Default: {describe_spans(default_cell.spans, context.base_url)}.".strip()
    mentions = (context.mentioned(span) for span in remark if isinstance(span, Link))
    whole = Property(
        "", type_.schema, stated(name_cell.location), required, in_practice, inferred=inferred, description=
        " ".join(text for text in (note, describe_spans(remark, context.base_url)) if text),
        mentions=tuple(dict.fromkeys(name for name in mentions if name)), is_required_known=is_known, default=default,
        example=_example(names[0].written, type_.schema, cell_of(row, columns.example), context),
        deprecated=is_marked(name_cell.spans) or bool(_DEPRECATED_TYPE.search(plain(type_cell.spans)))
        or has_label((*name_cell.spans, *cell_of(row, columns.labels).spans), dialect.deprecated_labels),
    )  # fmt: skip
    methods = tuple(_methods(cell_of(row, columns.applies)))
    place = place_of(row, columns, context) or ("header" if columns.of_headers else None)
    remark = (*remark, *row.notes, *need_in_words(cell_of(row, columns.required), context))
    read = (replace(named(name, whole, remark, row, context), told_under=told_under) for name in names)
    return [TableRow(one, methods, place) for one in read]


def _is_group(row: Row, name: Cell) -> bool:
    """Whether a row only titles the rows below it: emphasised text alone, or one cell across all columns."""
    if len(row.cells) < 2 or not name.spans or any(isinstance(span, Code) for span in name.spans):
        return False
    # An HTML cell across all columns is copied into each of them.
    if all(cell == name for cell in row.cells):
        return True
    is_alone = all(cell is name or not cell.spans for cell in row.cells)
    return is_alone and bool(_GROUP.fullmatch(plain(name.spans)))


def _methods(cell: Cell) -> list[Method]:
    words = re.findall(r"[a-z]+", plain(cell.spans).casefold())
    return [method for method in METHODS if method in words]


def _from_list(row: Row, context: Context) -> list[TableRow]:
    rows, place = list_row(row, context)
    return [TableRow(one, place=place) for one in rows]


# --- cells ------------------------------------------------------------------------------------------------------------


def _without_local_link(cell: Cell, context: Context) -> tuple[Cell, str]:
    """The cell with "object" in place of a link to a table on the same page, and that table's heading."""
    under = [(span, context.told_under(span)) for span in cell.spans if isinstance(span, Link)]
    if len(under) != 1 or not under[0][1]:
        return cell, ""
    link, title = under[0]
    spans = tuple(Text("object", link.location) if span is link else span for span in cell.spans)
    return replace(cell, spans=spans), title


def _type(name: str, cell: Cell, remark: tuple[Span, ...], context: Context) -> tuple[TypeCell, str]:
    """The type in a cell, and a note for the description if only part of the cell could be read."""
    if plain(cell.spans).strip("`* ").casefold() in context.dialect.nothing:
        return _OPEN, ""
    text = plain(cell.spans).strip("`* ")
    if _BARE_ENUM.fullmatch(text) and (found := values_of_cell(remark, Primitive("string"))):
        return TypeCell(united([Enumeration(found[0]), *([NULL] if found[1] else [])])), ""
    try:
        read = read_type_cell(cell.spans, context.dialect, context.references)
        says_more = _ZONE.search(text) or (_MEANING.search(text) and _has_values(read.schema))
        return read, f"Type: {describe_spans(cell.spans, context.base_url)}." if says_more else ""
    except UnreadableTypeError as problem:
        if not _BARE_ENUM.fullmatch(text) and (rough := _roughly(cell, context)):
            _report_rest(name, cell, rough, context)
            return rough, f"Type: {describe_spans(cell.spans, context.base_url)}."
        known, words = _beginning(cell, context)
        message = f"the type of `{name}` cannot be read: {problem}" + (f"; it is taken for {words}" if words else "")
        context.found(UNREADABLE_TYPE, message, cell.location, "see `jekyll-openapi rule unreadable-type`")
        return known, f"Type: {describe_spans(cell.spans, context.base_url)}." if words else ""


def _has_values(schema: Schema) -> bool:
    inner = schema.members[0] if isinstance(schema, Union) else schema
    inner = inner.items if isinstance(inner, Array) else inner
    return isinstance(inner, Enumeration) or (isinstance(inner, Primitive) and bool(inner.values))


def _report_rest(name: str, cell: Cell, rough: TypeCell, context: Context) -> None:
    """Reports a number or a list of words in a type cell of which only the type is read: they are a limit, or values,
    most likely."""
    text = plain(cell.spans).strip("`* ")
    bare = rough.schema in (Primitive("string"), Primitive("number"), Primitive("integer"), _LIST)
    if bare and _NUMBER.search(text) and not _NO_LIMIT.search(text):
        message = f"`{name}`: the type is read without its number: {text!r}"
        context.found(UNREADABLE_LIMIT, message, cell.location, "write `<= 64 chars`, `[3..64] chars` or `[1..12]`")
    elif rough.schema == Primitive("string") and _LISTED.search(text):
        message = f"`{name}`: the type is read without its list: {text!r}"
        context.found(UNREADABLE_TYPE, message, cell.location, 'if these are values, write `"Buy"`, `"Sell"`')


def _is_bare_array(cell: Cell, context: Context) -> bool:
    """Whether a type cell says `array`, and not of what."""
    return matches(context.dialect.array_words, plain(cell.spans).strip("`* "))


def _has_rows_inside(name: RowName, table: Table, columns: Columns, context: Context) -> bool:
    """Whether other rows of the table say what a row's array holds, as `list[].x` does of `list`."""
    own = [part.name for part in name.parts]
    others = (one for row in table.rows for one in row_names(cell_of(row, columns.property), context.dialect))
    return any([part.name for part in one.parts[:-1]][: len(own)] == own for one in others)


def _roughly(cell: Cell, context: Context) -> TypeCell | None:
    """The part of a type cell that can be read; None if nothing can.

    Covers remarks in parentheses, types separated by commas, kinds of object, arrays of unknown things, and a word such
    as `auto` beside a type.
    """
    text = plain(cell.spans)
    if any(isinstance(span, Link) for span in cell.spans):
        return None
    bare = re.sub(r"\s*\**(?:\([^()]*\)|\[[A-Za-z -]+\])\**\s*$", "", text)
    variants = [
        bare,
        bare.replace("`", ""),
        text.replace(",", " or "),
        re.sub(r"\[(\w+)\]", r" of \1", text),
        _OWN_FORMAT.sub(r"\1", text),
        "object" if _SOME_OBJECT.fullmatch(text) else "",
    ]
    pieces, members = text.replace("`", "").split(","), re.split(r"\s+or\s+|\s*[/,]\s*", text)
    if len(members) == len(pieces):  # what stands behind a comma is no other type
        variants += [",".join(pieces[:end]) for end in range(len(pieces) - 1, 0, -1)]
    else:
        variants += [" or ".join(_known_or_string(one, cell, context) for one in members), pieces[0]]
    found = (_readable(variant, cell, context) for variant in variants if variant not in ("", text))
    return next((one for one in found if one), TypeCell(_LIST) if _SOME_ARRAY.fullmatch(text) else None)


def _beginning(cell: Cell, context: Context) -> tuple[TypeCell, str]:
    """The type that a cell begins with, of which the rest cannot be read, and that type in words; empty if it begins
    with none: `string HH:mm`, `Array<Leg>`."""
    text = plain(cell.spans)
    if _OF_UNKNOWN.fullmatch(text):
        return TypeCell(_LIST), "an array of anything"
    if _BARE_ENUM.fullmatch(text.strip("`* ")):
        return TypeCell(Primitive("string")), "`string`"
    words = text.casefold().split()
    rest = {word.strip("<>[]()`,").removesuffix("s") for word in words[1:]}
    if _CHOICE.search(text) or rest & {*context.dialect.type_words, *context.dialect.array_words}:
        return _OPEN, ""
    known = context.dialect.type_words.get(words[0].strip("`,")) if words else None
    return (TypeCell(known), f"`{words[0].strip('`,')}`") if known else (_OPEN, "")


def _known_or_string(word: str, cell: Cell, context: Context) -> str:
    """The word if it is a type, or else the type of the value that it looks like."""
    if re.fullmatch(r"`?-?\d+(?:\.\d+)?`?", word):
        return "number" if "." in word else "integer"
    if word.strip("`") in ("true", "false"):
        return "boolean"
    is_value = re.fullmatch(r"`?[\w.-]+`?", word) and not _readable(word, cell, context)
    return "string" if is_value else word


def _readable(text: str, cell: Cell, context: Context) -> TypeCell | None:
    try:
        return read_type_cell((Text(text, cell.location),), context.dialect, context.references)
    except UnreadableTypeError:
        return None


def _evidence(row: Row, columns: Columns, context: Context) -> tuple[TypeCell, tuple[Provenance, ...]] | None:
    """The type of the value in a default or example column, for tables without a type column."""
    for index in (columns.default, columns.example):
        cell = cell_of(row, index)
        if index is None or is_nothing(cell, context):
            continue
        text = plain(cell.spans).strip("`* ")
        schema = next((type_ for form, type_ in _SHOWN if form.fullmatch(text)), None)
        if schema:
            why = Provenance("inferred", cell.location, f"the value `{text}` at {cell.location}")
            return TypeCell(schema), (why,)
    return None


_SHOWN: tuple[tuple[re.Pattern[str], Schema], ...] = (
    (regex("true|false", re.I), Primitive("boolean")),
    (regex(r"-?\d{1,15}"), Primitive("integer")),
    (regex(r"-?\d+\.\d+"), Primitive("number")),
    (regex(r"\[.*\]", re.DOTALL), Array(Primitive("any"))),
    (regex(r"\{.*\}", re.DOTALL), Primitive("object")),
    (regex(r"\"[^\"]*\"|'[^']*'"), Primitive("string")),
)
"""What a value looks like -> its type."""


def _default(name: str, type_: TypeCell, type_cell: Cell, cell: Cell, context: Context) -> Sample | None:
    """The default in a default column or in the type cell."""
    said = not is_nothing(cell, context)
    try:
        if said:
            return read_sample(cell.spans, type_.schema, cell.location)
        if type_.default:
            return sample(type_.default, type_.schema, type_cell.location)
    except UnfitValueError as problem:
        where = cell.location if said else type_cell.location
        context.found(UNREADABLE_DEFAULT, f"`{name}`: {problem}", where, "write a value of its type")
    return None


def _example(name: str, schema: Schema, cell: Cell, context: Context) -> Sample | None:
    """The value in an example column."""
    if is_nothing(cell, context):
        return None
    try:
        return read_sample(cell.spans, schema, cell.location)
    except UnfitValueError as problem:
        context.found(EXAMPLE_INVALID, f"the example of `{name}`: {problem}", cell.location, "fix it, or the type")
    return None
