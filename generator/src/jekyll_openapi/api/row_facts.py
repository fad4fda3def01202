"""Completes a type by a row's other columns: formats, values, minimum and maximum, patterns, null, units."""

import re
from collections.abc import Callable
from itertools import pairwise

from jekyll_openapi.api.columns import Columns, cell_of, is_nothing
from jekyll_openapi.api.context import Context
from jekyll_openapi.api.formats import UnfitPatternError, UnreadableTypeError, checked_pattern, united
from jekyll_openapi.api.limit_words import read_unit
from jekyll_openapi.api.limits import Limit, UnfitLimitError, read_limit
from jekyll_openapi.api.marks import place_word
from jekyll_openapi.api.model import NULL, Array, Primitive, Schema, Union
from jekyll_openapi.api.section_kinds import Kind
from jekyll_openapi.api.sections import describe_spans
from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.api.stated_values import UnfitValuesError, listed, values_of_cell
from jekyll_openapi.api.tokens import Token, tokens
from jekyll_openapi.api.type_limits import limited
from jekyll_openapi.api.types import TypeCell, read_type_cell
from jekyll_openapi.pages.document import Cell, Code, Row, Text, plain
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace
from jekyll_openapi.rules import CONFLICTING_LIMITS, UNKNOWN_LABEL, UNREADABLE_LIMIT, UNREADABLE_TYPE

_ANY = regex(r"(?:any|all|see .*|any value|free text|various)", re.I)


class _UnfitCellError(Exception):
    """A cell does not fit its column; the message says why."""


def with_columns(name: str, type_: TypeCell, type_cell: Cell, row: Row, columns: Columns, context: Context) -> TypeCell:
    """The type, completed by the row's other columns. Reports cells that cannot be read or contradict the type."""
    type_ = _formatted(name, type_, type_cell, cell_of(row, columns.format), context)
    schema = type_.schema
    steps: tuple[tuple[int | None, Callable[[Schema, Cell, Context], Schema]], ...] = (
        (columns.values, _with_values),
        (columns.least, lambda schema, cell, context: _with_end(schema, cell, context, is_most=False)),
        (columns.most, lambda schema, cell, context: _with_end(schema, cell, context, is_most=True)),
        (columns.pattern, _with_pattern),
        (columns.nullable, _with_null),
    )
    for index, step in steps:
        if index is None or is_nothing(cell := cell_of(row, index), context):
            continue
        try:
            schema = step(schema, cell, context)
        except (_UnfitCellError, UnfitLimitError, UnfitPatternError, UnfitValuesError) as problem:
            message = f"`{name}`: {problem}: {plain(cell.spans)!r}"
            # The type cell wins, and the difference is worth a finding of its own.
            is_conflict = isinstance(problem, UnfitValuesError) or "twice" in str(problem)
            rule = CONFLICTING_LIMITS if is_conflict else UNREADABLE_LIMIT
            context.found(rule, message, cell.location, "correct the cell, or the type")
    default = type_.default or _marked_default(cell_of(row, columns.values))
    return replace(type_, schema=schema, default=default)


def _marked_default(cell: Cell) -> Token | None:
    """The value that a cell marks as the default: `A` (default)."""
    for span, behind in pairwise(cell.spans):
        if isinstance(span, Code) and re.match(r"\s*\((?:the )?default\)", behind.text, re.I):
            return next(iter(tokens((span,))), None)
    return None


def unit_note(row: Row, columns: Columns, context: Context) -> str:
    """The sentence that a unit column adds to the description; empty if there is none."""
    cell = cell_of(row, columns.unit)
    return "" if is_nothing(cell, context) else f"Unit: {describe_spans(cell.spans, context.base_url)}."


def place_of(row: Row, columns: Columns, context: Context) -> Kind | None:
    """Where the row is sent according to its place column; None if the column is missing or says nothing usable."""
    cell = cell_of(row, columns.place)
    if columns.place is None or is_nothing(cell, context):
        return None
    said = plain(cell.spans).strip("`*. ").casefold()
    if found := place_word(said):
        return found
    message = f"`{said}` is no place that a parameter can have"
    context.found(UNKNOWN_LABEL, message, cell.location, "write `path`, `query`, `header` or `body`")
    return None


def _formatted(name: str, type_: TypeCell, type_cell: Cell, cell: Cell, context: Context) -> TypeCell:
    """The type with the contents of a format or limits column, read as if it followed the type."""
    if is_nothing(cell, context):
        return type_
    try:
        spans = (*type_cell.spans, Text(", ", cell.location), *cell.spans)
        return read_type_cell(spans, context.dialect, context.references)
    except UnreadableTypeError as problem:
        message = f"what a column adds to the type of `{name}` cannot be read: {problem}"
        context.found(UNREADABLE_TYPE, message, cell.location, "see `jekyll-openapi rule unreadable-type`")
    return type_


def _inner(schema: Schema) -> tuple[Schema, bool]:
    """The type without null, and whether null was part of it."""
    if isinstance(schema, Union) and NULL in schema.members and len(schema.members) == 2:
        return schema.members[0], True
    return schema, False


def _with_values(schema: Schema, cell: Cell, context: Context) -> Schema:
    if _ANY.fullmatch(plain(cell.spans).strip("`*. ")):
        return schema
    inner, is_nullable = _inner(schema)
    items = inner.items if isinstance(inner, Array) else inner
    found = values_of_cell(cell.spans, items)
    if found is None:
        return _with_range(schema, cell)
    values, has_null = found
    if items == Primitive("any") and all(isinstance(value, str) for value in values):
        items = Primitive("string")
    # A list of true and false adds nothing to a boolean.
    if items == Primitive("boolean"):
        return schema
    done = listed(items, values, cell.location)
    if done is None:
        raise _UnfitCellError("the values are none that its type can have")
    whole = replace(inner, items=done) if isinstance(inner, Array) else done
    return united([whole, NULL]) if has_null or is_nullable else whole


def _with_range(schema: Schema, cell: Cell) -> Schema:
    """The type with the range `1-100` that a values column can hold."""
    found = tokens(cell.spans)
    limit = read_limit(found)
    if limit is None or limit.length < len(found):
        raise _UnfitCellError("the values cannot be read: put each in a code span")
    inner, is_nullable = _inner(schema)
    if isinstance(inner, Primitive) and inner.type == "string" and not limit.limit.unit:
        raise _UnfitCellError("a range of a text does not say what it counts")
    done = limited(inner, limit.limit)
    return united([done, NULL]) if is_nullable else done


def _with_end(schema: Schema, cell: Cell, context: Context, *, is_most: bool) -> Schema:
    found = [token for token in tokens(cell.spans) if token.text not in ("$", "%")]
    number = found[0].number if found else None
    if number is None or len(found) > 2 or (len(found) == 2 and found[1].kind != "word"):
        raise _UnfitCellError("the limit is not a number")
    inner, is_nullable = _inner(schema)
    unit = read_unit(tuple(found[1:]))[0] or ("items" if isinstance(inner, Array) else "")
    done = limited(inner, Limit(high=number, unit=unit) if is_most else Limit(low=number, unit=unit))
    return united([done, NULL]) if is_nullable else done


def _with_pattern(schema: Schema, cell: Cell, context: Context) -> Schema:
    inner, is_nullable = _inner(schema)
    if not isinstance(inner, Primitive) or inner.type != "string":
        raise _UnfitCellError("a pattern is one of a text")
    done = replace(inner, pattern=checked_pattern(plain(cell.spans)))
    return united([done, NULL]) if is_nullable else done


def _with_null(schema: Schema, cell: Cell, context: Context) -> Schema:
    said = plain(cell.spans).strip("`*. ")
    if matches(context.dialect.required_words, said):
        return united([schema, NULL])
    if not matches(context.dialect.optional_words, said):
        raise _UnfitCellError("whether it can be null is said with neither yes nor no")
    if _inner(schema)[1]:
        raise _UnfitCellError("the type says that it can be null, and the column that it cannot")
    return schema
