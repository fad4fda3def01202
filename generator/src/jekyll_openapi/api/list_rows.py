"""Reads list items as property rows: a name, marks such as type and need, and a text.

- `weight` (required, number): in grams
- `path` `(string: <required>)` - where it goes
- **limit** (*in query*): integer
- `query=<string>`: what to ask. Optional.
"""

import re

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.deprecation import is_marked
from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.labels import agreed, read_need
from jekyll_openapi.api.marks import ANY, Marks, marks_beside, place_word, read_marks, report_odd, with_type
from jekyll_openapi.api.model import Property, stated
from jekyll_openapi.api.nesting import ReadRow
from jekyll_openapi.api.row_names import RowName, row_names
from jekyll_openapi.api.section_kinds import Kind
from jekyll_openapi.api.sections import describe_spans
from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Code, Link, Row, Span, Text, plain
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace
from jekyll_openapi.rules import UNREADABLE_TYPE

_AFTER_LABEL = regex(r"^\s*(?:[-:\u2010-\u2015]\s+)?")
_LONE_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BREAK = Text("\n", Location(""))


def list_row(row: Row, context: Context) -> tuple[tuple[ReadRow, ...], Kind | None]:
    """The properties of a list row, and where they are sent if the row says so. Reports an unreadable type."""
    name_cell = row.cells[0]
    label, (name_spans, *told_spans) = labelled([cell.spans for cell in row.cells], context.dialect)
    name_cell = replace(name_cell, spans=name_spans or name_cell.spans)
    names = row_names(name_cell, context.dialect)
    texts = [spans for spans in told_spans if spans]
    marks, rest = _marks_of(texts, context)
    # In a list of definitions, marks can stand in the term.
    beside = marks_beside(names[0].written, name_cell, context) if names else None
    if beside and marks:
        schema = beside.schema if marks.schema == ANY else marks.schema
        marks = replace(marks, schema=schema, required=agreed((marks.required, beside.required), row.location, context))
    marks = marks or beside
    if marks is None and texts:
        message = f"the type of `{names[0].written if names else plain(name_cell.spans)}` cannot be read"
        context.found(UNREADABLE_TYPE, message, row.location, "write `name (type, required): text`")
    elif marks and marks.schema == ANY and len(rest) == len(texts) > 1:
        # `(optional, Zahl)`: what is set apart has a need, and a word that may be meant as the type.
        words = (word.strip() for word in plain(rest[0]).split(","))
        if odd := next(filter(_LONE_WORD.fullmatch, words), ""):
            report_odd(odd, plain(name_cell.spans).strip("`"), row.location, context)
    marks = marks or Marks(ANY, None, ())
    # Each text is a paragraph or an item of its own.
    remark = tuple(span for at, spans in enumerate(rest) for span in ((_BREAK,) if at else ()) + spans)
    required = agreed((label, marks.required, read_need(remark, context.dialect)), row.location, context)
    in_practice = any(_is_of_practice(span, context.dialect) for cell in row.cells for span in cell.spans)
    marks_in_text = re.split(r"[,;()]", plain(texts[0])) if texts else []
    mentions = (context.mentioned(span) for span in remark if isinstance(span, Link))
    told = describe_spans(remark, context.base_url)
    whole = Property(
        "", marks.schema, stated(name_cell.location), bool(required), in_practice and not required, told,
        mentions=tuple(dict.fromkeys(name for name in mentions if name)), is_required_known=required is not None,
        default=marks.default, deprecated=is_marked(name_cell.spans)
        or any(matches(context.dialect.deprecated_labels, word) for word in marks_in_text),
    )  # fmt: skip
    return tuple(named(name, whole, (*remark, *row.notes), row, context) for name in names), marks.place


def labelled(texts: list[tuple[Span, ...]], dialect: Dialect) -> tuple[bool | None, list[tuple[Span, ...]]]:
    """What a tag such as `` `required`{: .label } `` says; None if there is none; and the texts without it."""
    said: bool | None = None
    kept: list[tuple[Span, ...]] = []
    for spans in texts:
        marked = [one for one in spans if isinstance(one, Code) and one.classes]
        needs = [need for one in marked if (need := _label(one, dialect)) is not None]
        said = any(needs) if needs and said is None else said
        fillers = dialect.filler_labels
        labels = [one for one in marked if _label(one, dialect) is not None or one.text.strip().casefold() in fillers]
        left = tuple(one for one in spans if one not in labels)
        if labels and left and isinstance(left[0], Text):
            left = (replace(left[0], text=_AFTER_LABEL.sub("", left[0].text)), *left[1:])
        kept.append(tuple(one for one in left if one.text.strip()) if labels else spans)
    return said, kept


def _label(span: Code, dialect: Dialect) -> bool | None:
    folded = span.text.strip().casefold()
    if folded in dialect.required_labels:
        return not _is_of_practice(span, dialect)
    return False if folded in dialect.optional_labels else None


def _is_of_practice(span: Span, dialect: Dialect) -> bool:
    is_label = isinstance(span, Code) and dialect.practice_class in (span.classes or ())
    return is_label and span.text.strip().casefold() in dialect.required_labels


def _marks_of(texts: list[tuple[Span, ...]], context: Context) -> tuple[Marks | None, list[tuple[Span, ...]]]:
    """The marks in the first text, or in the second if the first only names a place; and the remaining texts."""
    if not texts:
        return None, []
    if place := place_word(plain(texts[0])):
        marks = read_marks(texts[1], context) if len(texts) > 1 else None
        if marks is None:
            return Marks(ANY, None, (), place), texts[1:]
        return replace(marks, place=place), [marks.rest, *texts[2:]] if marks.rest else texts[2:]
    marks = read_marks(texts[0], context, is_whole=True) if len(texts) > 1 else None
    if marks is None or marks.rest:
        marks = read_marks(texts[0], context)
    if marks is None:
        return None, texts
    rest = texts[1:]
    if rest and not marks.rest:
        marks, rest = with_type(replace(marks, rest=rest[0]), context), rest[1:]
    return marks, [marks.rest, *rest] if marks.rest else rest


def named(name: RowName, whole: Property, remark: tuple[Span, ...], row: Row, context: Context) -> ReadRow:
    """The row for one of its names: a row such as `from`, `until` describes several properties."""
    is_said = whole.is_required_known and not whole.required_in_practice
    required = agreed((whole.required if is_said else None, name.required), row.location, context)
    known = whole.is_required_known or required is not None
    one = replace(whole, name=name.parts[-1].name, required=bool(required), is_required_known=known)
    if row.location.data:
        where = whole.provenance.location.stated_by(row.location.data)
        one = replace(one, provenance=stated(where))
    return ReadRow(replace(name, depth=name.depth + row.depth), one, remark)
