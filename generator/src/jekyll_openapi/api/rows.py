"""Tables of properties: a row becomes a property, or several, with what it says of their place, type and need."""

import re

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.defaults import UnfitValueError, read_sample, sample
from jekyll_openapi.api.deprecation import has_label, is_marked
from jekyll_openapi.api.dialect import Dialect, matches
from jekyll_openapi.api.labels import read_labels, read_need
from jekyll_openapi.api.model import Array, Method, Primitive, Property, Sample, Schema, stated
from jekyll_openapi.api.nesting import ReadRow
from jekyll_openapi.api.paths import METHODS
from jekyll_openapi.api.row_names import RowName, row_names
from jekyll_openapi.api.sections import describe_spans
from jekyll_openapi.api.types import TypeCell, UnreadableTypeError, read_type_cell
from jekyll_openapi.pages.document import Cell, Code, Link, Row, Span, Table, Text, plain
from jekyll_openapi.records import dataclass, replace
from jekyll_openapi.rules import (
    EXAMPLE_INVALID,
    LIMIT_EXCEEDED,
    MISSING_COLUMN,
    UNKNOWN_COLUMN,
    UNKNOWN_LABEL,
    UNREAD_TEXT,
    UNREADABLE_DEFAULT,
    UNREADABLE_TYPE,
)

_OPEN = TypeCell(Primitive("any"))
_LIST = Array(Primitive("any"))
_SOME_OBJECT = re.compile(r"(?:an? )?[A-Za-z][\w-]*(?: [\w-]+){0,2} (?:objects?|hash(?:es)?)", re.I)
_SOME_ARRAY = re.compile(r"(?:an? )?(?:array|list)s? of [\w -]+", re.I)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which cell of a row says what; None where the table has no such column."""

    property: int
    labels: int | None = None
    required: int | None = None
    type: int | None = None
    default: int | None = None
    example: int | None = None
    format: int | None = None
    remarks: int | None = None
    applies: int | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with the methods for which it holds; none where it does not say."""

    row: ReadRow
    methods: tuple[Method, ...] = ()


def is_property_table(table: Table, dialect: Dialect) -> bool:
    """Whether one of the columns names properties."""
    return table.form in ("definitions", "bullets") or _index(table, dialect.property_columns) is not None


def read_rows(table: Table, context: Context) -> tuple[TableRow, ...]:
    """The rows of a table, in page order."""
    columns = _columns(table, context) if table.form in ("pipe", "html") else None
    found: list[TableRow] = []
    if len(table.rows) > context.limits.rows:
        message = f"the table has {len(table.rows)} rows; {context.limits.rows} are read"
        context.found(LIMIT_EXCEEDED, message, table.rows[context.limits.rows].location, "split the table")
    for row in (_bounded(one, context) for one in table.rows[: context.limits.rows]):
        read = _from_columns(row, columns, context) if columns else _from_list(row, context)
        for one in read:
            place = one.row.property.provenance.location
            context.rows.setdefault((place.file, place.line), (one.row.name.written, place))
        found += read
    return tuple(found)


def _bounded(row: Row, context: Context) -> Row:
    """The row without cells that are longer than is read."""
    most = context.limits.cell
    long = [cell for cell in row.cells if sum(len(span.text) + 1 for span in cell.spans) > most]
    for cell in long:
        context.found(LIMIT_EXCEEDED, f"the cell has more than {most} characters; it is not read", cell.location)
    if not long:
        return row
    return replace(row, cells=tuple(Cell((), one.location) if one in long else one for one in row.cells))


def owner_in_header(table: Table) -> str:
    """The object that the header names in a code span, as in `actions[]` Attribute."""
    cells = table.header.cells
    names = [span.text for span in cells[0].spans if isinstance(span, Code)] if cells else []
    return names[0] if names and len(cells[0].spans) > 1 else ""


# --- columns ----------------------------------------------------------------------------------------------------------


def _index(table: Table, names: tuple[str, ...], without: frozenset[int | None] = frozenset()) -> int | None:
    """The first column of one of the names, but those that say something else already."""
    titles = (_title(cell) for cell in table.header.cells)
    return next((index for index, title in enumerate(titles) if index not in without and matches(names, title)), None)


def _title(cell: Cell) -> str:
    spans = cell.spans[1:] if len(cell.spans) > 1 and isinstance(cell.spans[0], Code) else cell.spans
    return plain(spans).strip("`* ")


def _columns(table: Table, context: Context) -> _Columns:
    dialect = context.dialect
    known = {
        "property": dialect.property_columns, "labels": dialect.label_columns, "required": dialect.required_columns,
        "type": dialect.type_columns, "default": dialect.default_columns, "remarks": dialect.remark_columns,
        "applies": dialect.applies_columns, "example": dialect.example_columns, "format": dialect.format_columns,
    }  # fmt: skip
    found: dict[str, int | None] = {}
    for name, titles in known.items():
        found[name] = _index(table, titles, frozenset(found.values()))
    for index, cell in enumerate(table.header.cells):
        if index not in found.values():
            context.found(UNKNOWN_COLUMN, f"a column is titled `{plain(cell.spans)}`", cell.location)
    says_need = found["labels"] is not None or found["required"] is not None or not dialect.label_columns
    for is_there, what, names in (
        (says_need, "what is required", dialect.label_columns),
        (found["type"] is not None, "types", dialect.type_columns),
    ):
        if not is_there:
            hint = f"title a column `{names[0].capitalize()}`" if names and names[0].isalpha() else ""
            context.found(MISSING_COLUMN, f"no column says {what}", table.header.location, hint)
    return _Columns(found["property"] or 0, **{name: at for name, at in found.items() if name != "property"})


def _cell(row: Row, index: int | None) -> Cell:
    return row.cells[index] if index is not None and index < len(row.cells) else Cell((), row.location)


def _from_columns(row: Row, columns: _Columns, context: Context) -> list[TableRow]:
    dialect = context.dialect
    name_cell = _cell(row, columns.property)
    names = row_names(name_cell, context.dialect)
    if not names:
        is_nothing = plain(name_cell.spans).strip("` ") in context.dialect.nothing
        if not is_nothing and any(cell.spans for cell in row.cells):
            context.found(UNREAD_TEXT, "a row names no property", row.location, "fill the first cell")
        return []
    remark = _cell(row, columns.remarks).spans
    type_cell = _cell(row, columns.type)
    type_cell, told_under = _without_local_link(type_cell, context)
    type_, type_note = _type(names[0].written, type_cell, context) if columns.type is not None else (_OPEN, "")
    if columns.format is not None:
        type_ = _formatted(names[0].written, type_, type_cell, _cell(row, columns.format), context)
    required, in_practice, is_known, note = _need(row, columns, remark, type_.required, context)
    note = f"{note} {type_note}".strip()
    default_cell = _cell(row, columns.default)
    default = _default(names[0].written, type_, type_cell, default_cell, context)
    if default is None and not _is_nothing(default_cell, context):
        note = f"{note} Default: {describe_spans(default_cell.spans, context.site.base_url)}.".strip()
    mentions = (context.mentioned(span) for span in remark if isinstance(span, Link))
    whole = Property(
        "", type_.schema, stated(name_cell.location), required, in_practice,
        " ".join(text for text in (note, describe_spans(remark, context.site.base_url)) if text),
        mentions=tuple(dict.fromkeys(name for name in mentions if name)), is_required_known=is_known, default=default,
        example=_example(names[0].written, type_.schema, _cell(row, columns.example), context),
        deprecated=is_marked(name_cell.spans) or has_label(_cell(row, columns.labels).spans, dialect.deprecated_labels),
    )  # fmt: skip
    methods = tuple(_methods(_cell(row, columns.applies)))
    read = (replace(_named(name, whole, remark, row), told_under=told_under) for name in names)
    return [TableRow(one, methods) for one in read]


def _named(name: RowName, whole: Property, remark: tuple[Span, ...], row: Row) -> ReadRow:
    known = whole.is_required_known or name.required is not None
    required = whole.required or name.required is True
    named = replace(whole, name=name.parts[-1].name, required=required, is_required_known=known)
    return ReadRow(replace(name, depth=name.depth + row.depth), named, remark)


def _methods(cell: Cell) -> list[Method]:
    words = re.findall(r"[a-z]+", plain(cell.spans).casefold())
    return [method for method in METHODS if method in words]


# --- lists ------------------------------------------------------------------------------------------------------------


def _from_list(row: Row, context: Context) -> list[TableRow]:
    """A row of a list: its name, and behind it marks such as `(required, number)` or the first words of its text."""
    name_cell, *others = row.cells
    names = row_names(name_cell, context.dialect)
    texts = [cell.spans for cell in others if cell.spans]
    schema: Schema = Primitive("any")
    required, rest = None, texts
    if texts and (marks := read_marks(texts[0], context)):
        schema, required, left = marks
        rest = [left, *texts[1:]] if left else texts[1:]
    elif texts:
        message = f"the type of `{plain(name_cell.spans).strip('`')}` cannot be read"
        context.found(UNREADABLE_TYPE, message, row.location, "write `name (type, required): text`")
    remark = tuple(span for spans in rest for span in spans)
    required = read_need(remark, context.dialect) if required is None else required
    marks_in_text = re.split(r"[,;()]", plain(texts[0])) if texts else []
    mentions = (context.mentioned(span) for span in remark if isinstance(span, Link))
    whole = Property(
        "", schema, stated(name_cell.location), bool(required), False, describe_spans(remark, context.site.base_url),
        mentions=tuple(dict.fromkeys(name for name in mentions if name)), is_required_known=required is not None,
        deprecated=is_marked(name_cell.spans)
        or any(matches(context.dialect.deprecated_labels, word) for word in marks_in_text),
    )  # fmt: skip
    return [TableRow(_named(name, whole, remark, row)) for name in names]


def read_marks(spans: tuple[Span, ...], context: Context) -> tuple[Schema, bool | None, tuple[Span, ...]] | None:
    """Type, need and what is left of a text such as `required, number. In millimetres.`; None where it has no type."""
    first, behind = _first_sentence(spans)
    required: bool | None = None
    typed: list[Span] = []
    for span in first:
        kept: list[str] = []
        first_word = (
            re.match(r"\s*([\w-]+)[\s:]+(?=\S)", span.text) if span is first[0] and isinstance(span, Text) else None
        )
        if first_word and (said := _says_need(first_word[1], context.dialect)) is not None:
            required, span = said, replace(span, text=span.text[first_word.end() :])
        for word in re.split(r"([,;()])", span.text) if isinstance(span, Text) else ():
            said = _says_need(word.strip(), context.dialect)
            required = said if said is not None else required
            kept += [word] if said is None and not matches(context.dialect.deprecated_labels, word) else []
        typed.append(replace(span, text=re.sub(r"^\s*[,;]+", "", "".join(kept))) if isinstance(span, Text) else span)
    if required is not None and not plain(tuple(typed)).strip("(),; "):
        return Primitive("any"), required, behind
    try:
        cell = read_type_cell(tuple(typed), context.dialect, context.references)
    except UnreadableTypeError:
        point = (Text(". ", behind[0].location),) if behind else ()
        return (Primitive("any"), required, (*typed, *point, *behind)) if required is not None else None
    return cell.schema, cell.required if required is None else required, behind


def _says_need(word: str, dialect: Dialect) -> bool | None:
    if matches(dialect.required_labels, word):
        return True
    return False if word and matches((*dialect.optional_labels, "optional"), word) else None


def _first_sentence(spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    for index, span in enumerate(spans):
        if isinstance(span, Text) and (end := re.search(r"[.:](?:\s+|$)", span.text)):
            first = Text(span.text[: end.start()], span.location)
            behind = Text(span.text[end.end() :], span.location)
            return (*spans[:index], first), ((behind, *spans[index + 1 :]) if behind.text else spans[index + 1 :])
    return spans, ()


# --- cells ------------------------------------------------------------------------------------------------------------


def _is_nothing(cell: Cell, context: Context) -> bool:
    """Whether the cell is empty, or says that there is none."""
    return plain(cell.spans).strip("`*\"' ").casefold() in ("", "n/a", "-", "none", *context.dialect.nothing)


def _without_local_link(cell: Cell, context: Context) -> tuple[Cell, str]:
    """The cell with `object` for a link to a table further down the page, and that table's heading."""
    under = [(span, context.told_under(span)) for span in cell.spans if isinstance(span, Link)]
    if len(under) != 1 or not under[0][1]:
        return cell, ""
    link, title = under[0]
    spans = tuple(Text("object", link.location) if span is link else span for span in cell.spans)
    return replace(cell, spans=spans), title


def _type(name: str, cell: Cell, context: Context) -> tuple[TypeCell, str]:
    """The type, and what the description has to say of it."""
    if plain(cell.spans).strip("`* ").casefold() in context.dialect.nothing:
        return _OPEN, ""
    try:
        return read_type_cell(cell.spans, context.dialect, context.references), ""
    except UnreadableTypeError as problem:
        if rough := _roughly(cell, context):
            return rough, f"Type: {describe_spans(cell.spans, context.site.base_url)}."
        message = f"the type of `{name}` cannot be read: {problem}"
        context.found(UNREADABLE_TYPE, message, cell.location, "see `jekyll-openapi rule unreadable-type`")
        return _OPEN, ""


def _roughly(cell: Cell, context: Context) -> TypeCell | None:
    """What a cell says of the type with more than that in it: a remark in parentheses, types with commas between, what
    kind of object, an array of things that are no type, a word such as `auto` beside a type."""
    text = plain(cell.spans)
    if any(isinstance(span, Link) for span in cell.spans):
        return None
    variants = [
        re.sub(r"\s*\**\([^()]*\)\**\s*$", "", text),
        text.replace(",", " or "),
        re.sub(r"\[(\w+)\]", r" of \1", text),
        "object" if _SOME_OBJECT.fullmatch(text) else "",
    ]
    members = re.split(r"\s+or\s+|\s*[/,]\s*", text)
    if len(members) > 1:
        variants.append(" or ".join(_known_or_string(one, cell, context) for one in members))
    found = (_readable(variant, cell, context) for variant in variants if variant not in ("", text))
    return next((one for one in found if one), TypeCell(_LIST) if _SOME_ARRAY.fullmatch(text) else None)


def _known_or_string(word: str, cell: Cell, context: Context) -> str:
    """The type; for a single word that is none, and so is a value, the value's own."""
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


def _default(name: str, type_: TypeCell, type_cell: Cell, cell: Cell, context: Context) -> Sample | None:
    """What the service assumes, as the column of defaults or the type says it."""
    said = not _is_nothing(cell, context)
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
    """The value of a column of examples."""
    if _is_nothing(cell, context):
        return None
    try:
        return read_sample(cell.spans, schema, cell.location)
    except UnfitValueError as problem:
        context.found(EXAMPLE_INVALID, f"the example of `{name}`: {problem}", cell.location, "mend it, or the type")
    return None


def _formatted(name: str, type_: TypeCell, type_cell: Cell, cell: Cell, context: Context) -> TypeCell:
    """The type with what a column of formats or limits adds to it."""
    if _is_nothing(cell, context):
        return type_
    try:
        spans = (*type_cell.spans, Text(", ", cell.location), *cell.spans)
        return read_type_cell(spans, context.dialect, context.references)
    except UnreadableTypeError as problem:
        message = f"what a column adds to the type of `{name}` cannot be read: {problem}"
        context.found(UNREADABLE_TYPE, message, cell.location, "see `jekyll-openapi rule unreadable-type`")
    return type_


def _need(
    row: Row, columns: _Columns, remark: tuple[Span, ...], said: bool | None, context: Context
) -> tuple[bool, bool, bool, str]:
    """Whether required, whether in practice, whether the page says it, and what it says besides."""
    if columns.labels is not None:
        required, in_practice = read_labels(_cell(row, columns.labels), context)
        return required or said is True, in_practice, True, ""
    if columns.required is not None:
        cell = _cell(row, columns.required)
        text = re.sub(r"[*{}`]", "", plain(cell.spans)).strip().rstrip(".")
        if matches(context.dialect.required_words, text):
            return True, False, True, ""
        if matches(context.dialect.optional_words, text):
            return False, False, True, ""
        if not matches(context.dialect.conditional_words, text):
            message = f"`{text}` in the column of what is required says neither yes nor no"
            context.found(UNKNOWN_LABEL, message, cell.location, "write `yes` or `no`")
        return False, False, True, f"Required: {text}."
    in_remark = read_need(remark, context.dialect) if said is None else said
    return bool(in_remark), False, in_remark is not None, ""
