"""Reads list items as property rows: a name, marks such as type and need, and a text.

- `weight` (required, number): in grams
- `path` `(string: <required>)` - where it goes
- **limit** (*in query*): integer
- `query=<string>`: what to ask. Optional.
"""

import html
import re

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.defaults import UnfitValueError, read_sample, sample
from jekyll_openapi.api.deprecation import is_marked
from jekyll_openapi.api.dialect import Dialect, matches
from jekyll_openapi.api.formats import UnreadableTypeError
from jekyll_openapi.api.labels import agreed, read_need
from jekyll_openapi.api.model import Primitive, Property, Sample, Schema, stated
from jekyll_openapi.api.nesting import ReadRow
from jekyll_openapi.api.row_names import RowName, name_and_beside, row_names
from jekyll_openapi.api.section_kinds import Kind
from jekyll_openapi.api.sections import describe_spans
from jekyll_openapi.api.types import read_type_cell
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Cell, Code, Link, Row, Span, Text, plain
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, replace
from jekyll_openapi.rules import UNREADABLE_DEFAULT, UNREADABLE_TYPE

_PLACES: dict[str, Kind] = {
    "path": "path", "uri": "path", "route": "path", "query": "query", "querystring": "query", "query string": "query",
    "query-string": "query",
    "url": "query", "header": "header", "headers": "header", "body": "body", "form": "body", "formdata": "body",
    "form data": "body", "json": "body", "payload": "body", "json body": "body", "request body": "body",
}  # fmt: skip
_IN = regex(r"(?:in (?:the )?)?(?P<place>[a-z -]+?)(?: parameter)?", re.I)
_MARKED = regex(r"\((?P<type>[^:]+?)(?::\s*(?P<value>.*?))?\)", re.DOTALL)
_SET_APART = regex(
    r"\s*(?:\((?P<round>[^()]{1,80})\)|\[(?P<square>[^\[\]]{1,80})\]|\{(?P<curly>[^{}]{1,80})\}|<(?P<angled>[^<>]{1,80})>"
    r"|(?P<mark>[*_]{1,2})(?=\S)(?P<bold>[^*_]{1,80})(?<=\S)(?P=mark)(?![,;]))(?:[\s:.]|[-\u2010-\u2015](?=\s))*"
)
"""Matches marks in brackets or emphasis, set apart from the text behind them."""
_OPENED = regex(r"\s*([*_]{1,2})(?=\()")
_EMPHASISED = regex(r"(?<![\w*])([*_]{1,2})(?=\S)([^*_\n]+)(?<=\S)\1(?![\w*])")
_TYPE_TITLE = regex(r"\s*[*_]{0,2}type[*_]{0,2}\s*:[*_]{0,2}\s*", re.I)
_SENTENCE_END = regex(r"[.:](?:\s+|$)|(?<!\d)\s[-\u2013\u2014]\s+(?!\d)")
_NEED_WHEN = regex(r"[\W]*(?:required|mandatory|optional)\s+(?:only )?(?:if|when|unless|for|except)\b", re.I)
_AFTER_LABEL = regex(r"^\s*(?:[-:\u2010-\u2015]\s+)?")
_BREAKS = regex(r"<br\s*/?>|\n", re.I)
_TAG = regex(r"</?[a-z][^<>]*>", re.I, needs=("<",))
_LONE_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WORDS = regex(r"[^\W\d_]{2}")
_COMMAS = regex(r"\s*,[\s,]*")
_ENDS = " \t,:\u2013\u2014-"
_NO_VALUE = ("", "nil", "null", "none", '""', "''", "[]", "{}", "<optional>", "optional")
_ANY = Primitive("any")
_BREAK = Text("\n", Location(""))


@dataclass(frozen=True, slots=True)
class Marks:
    """The type, need, place and default at the beginning of a row's text."""

    schema: Schema
    required: bool | None
    """None if the marks do not say."""
    rest: tuple[Span, ...]
    """The text after the marks."""
    place: Kind | None = None
    default: Sample | None = None


def place_word(text: str) -> Kind | None:
    """The parameter place that a word such as `query` or `in path` names; None for any other word."""
    found = _IN.fullmatch(text.strip("*_`() "))
    return _PLACES.get(found["place"].casefold()) if found else None


def list_row(row: Row, context: Context) -> tuple[tuple[ReadRow, ...], Kind | None]:
    """The properties of a list row, and where they are sent if the row says so. Reports an unreadable type."""
    name_cell = row.cells[0]
    label, (name_spans, *told_spans) = labelled([cell.spans for cell in row.cells], context.dialect)
    name_cell = replace(name_cell, spans=name_spans or name_cell.spans)
    names = row_names(name_cell, context.dialect)
    texts = [spans for spans in told_spans if spans]
    marks, rest = _marks_of(texts, context)
    if marks is None and texts:
        message = f"the type of `{plain(name_cell.spans).strip('`')}` cannot be read"
        context.found(UNREADABLE_TYPE, message, row.location, "write `name (type, required): text`")
    elif marks and marks.schema == _ANY and len(rest) == len(texts) > 1:
        # `(optional, Zahl)`: what is set apart has a need, and a word that may be meant as the type.
        words = (word.strip() for word in plain(rest[0]).split(","))
        if odd := next(filter(_LONE_WORD.fullmatch, words), ""):
            _report_odd(odd, plain(name_cell.spans).strip("`"), row.location, context)
    marks = marks or Marks(_ANY, None, ())
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
            return Marks(_ANY, None, (), place), texts[1:]
        return replace(marks, place=place), [marks.rest, *texts[2:]] if marks.rest else texts[2:]
    marks = read_marks(texts[0], context, is_whole=True) if len(texts) > 1 else None
    if marks is None or marks.rest:
        marks = read_marks(texts[0], context)
    if marks is None:
        return None, texts
    rest = texts[1:]
    if rest and not marks.rest:
        marks, rest = _with_type(replace(marks, rest=rest[0]), context), rest[1:]
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


def marks_beside(name: str, cell: Cell, context: Context) -> Marks | None:
    """The type and need that stand in the cell of a name, as in `**low** *number*`; None if nothing does that can be
    read. Reports text that is set apart like them, and says neither."""
    _, beside = name_and_beside(cell, context.dialect)
    if not beside or is_marked(cell.spans):
        return None
    spans = [_beside(one, context) for one in beside]
    # What is all text is read as one.
    if all(isinstance(one, Text) for one in spans):
        spans = [Text("".join(one.text for one in spans), cell.location)]
    spans = [replace(one, text=_COMMAS.sub(", ", one.text)) if isinstance(one, Text) else one for one in spans]
    spans = _bare(spans)
    text = plain(tuple(spans))
    marks = read_marks(tuple(spans), context, is_whole=True) if text else None
    if marks and not marks.rest:
        return marks
    if any(isinstance(one, Code) for one in beside) or _WORDS.search(html.unescape(text)):
        _report_odd(" ".join(text.split()), name, cell.location, context)
    return None


def _report_odd(text: str, name: str, location: Location, context: Context) -> None:
    message = f"`{text}` beside the name of `{name}` is neither a type nor a need"
    context.found(UNREADABLE_TYPE, message, location, "see `jekyll-openapi rule unreadable-type`")


def _beside(span: Span, context: Context) -> Span:
    """The span with commas in place of the emphasis and the line breaks that set marks apart."""
    if isinstance(span, Code) and _says_need(span.text.strip(), context.dialect) is not None:
        return Text(f", {span.text}, ", span.location)
    if not isinstance(span, Text):
        return span
    text = _TAG.sub("", _BREAKS.sub(", ", span.text))
    return replace(span, text=_EMPHASISED.sub(r", \2, ", text))


def read_marks(spans: tuple[Span, ...], context: Context, *, is_whole: bool = False) -> Marks | None:
    """The marks of a text such as `required, number. In millimetres.`; None if it begins with no type, need or place.

    With `is_whole`, the marks must make up the entire text instead of its first sentence.
    """
    match spans:
        case (Code() as code,) if marked := _MARKED.fullmatch(code.text.strip()):
            return _marked(marked, code, context)
    if spans and isinstance(spans[0], Text) and (titled := _TYPE_TITLE.match(spans[0].text)):
        spans = (replace(spans[0], text=spans[0].text[titled.end() :]), *spans[1:])
    spans = _without_emphasis_around(spans)
    if apart := _marks_set_apart(spans, context):
        return apart
    first, behind = (spans, ()) if is_whole else _first_sentence(spans)
    first = tuple(_without_emphasis(span) for span in first)
    first, condition = _without_condition(first)
    # "required if ..." makes the property optional; the condition is read as a rule later.
    if condition:
        marks = read_marks(first, context, is_whole=True) if first else None
        rest = (*condition, Text(". ", condition[0].location), *behind)
        return replace(marks or Marks(_ANY, None, first), required=False, rest=rest)
    required: bool | None = None
    place: Kind | None = None
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
            where = place_word(word)
            place = where or place
            kept += [word] if said is None and not where and not _is_deprecated(word, context) else []
        typed.append(
            replace(span, text=re.sub(r"^\s*[,;]+|[,;]\s*(?=[,;])", "", "".join(kept)))
            if isinstance(span, Text)
            else span
        )
    if (required is not None or place) and not plain(tuple(typed)).strip("(),; "):
        return _with_type(Marks(_ANY, required, behind, place), context)
    try:
        cell = read_type_cell(tuple(typed), context.dialect, context.references)
    except UnreadableTypeError:
        point = (Text(". ", behind[0].location),) if behind else ()
        is_said = required is not None or place
        return Marks(_ANY, required, (*typed, *point, *behind), place) if is_said else None
    try:
        default = sample(cell.default, cell.schema, first[0].location) if cell.default else None
    except UnfitValueError as problem:
        context.found(UNREADABLE_DEFAULT, f"{problem}", first[0].location, "write a value of its type")
        default = None
    return Marks(cell.schema, cell.required if required is None else required, behind, place, default)


def _marks_set_apart(spans: tuple[Span, ...], context: Context) -> Marks | None:
    """The marks in the brackets or the emphasis that a text begins with."""
    if spans and isinstance(spans[0], Text) and (opened := _SET_APART.match(spans[0].text)):
        inside = next(opened[one] for one in ("round", "square", "curly", "angled", "bold") if opened[one])
        inner = (replace(spans[0], text=inside),)
        if (marks := read_marks(inner, context, is_whole=True)) and not marks.rest:
            left = replace(spans[0], text=spans[0].text[opened.end() :])
            return _with_type(replace(marks, rest=(left, *spans[1:]) if left.text else spans[1:]), context)
    inside, after = _in_parentheses(spans)
    if inside and (marks := read_marks(inside, context, is_whole=True)) and not marks.rest:
        return _with_type(replace(marks, rest=after), context)
    return None


def _with_type(marks: Marks, context: Context) -> Marks:
    """The marks with the type that the next sentence is: `Required. number, int32. How many.`, `(required): integer`"""
    typed = read_marks(marks.rest, context) if marks.rest and marks.schema == _ANY else None
    if typed is None or typed.required is not None or typed.place or typed.schema == _ANY:
        return marks
    return replace(typed, required=marks.required, place=marks.place)


def _without_emphasis_around(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without the emphasis around parentheses at their beginning: `_(string, **required**)_`."""
    opened = _OPENED.match(spans[0].text) if spans and isinstance(spans[0], Text) else None
    end = f"){opened[1]}" if opened else ""
    at = next((at for at, one in enumerate(spans) if end and isinstance(one, Text) and end in one.text), None)
    if opened is None or at is None:
        return spans
    whole = [*spans]
    whole[at] = replace(whole[at], text=whole[at].text.replace(end, ")", 1))
    whole[0] = replace(whole[0], text=whole[0].text[opened.end() :])
    return tuple(whole)


def _in_parentheses(spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans in parentheses that begin a text, code between them too, and those behind; two empty ones if there are
    none."""
    if not spans or not isinstance(spans[0], Text) or not spans[0].text.lstrip().startswith("("):
        return (), ()
    depth = 0
    for at, span in enumerate(spans):
        for mark in re.finditer(r"[()]", span.text) if isinstance(span, Text) else ():
            depth += 1 if mark[0] == "(" else -1
            if depth == 0:
                inner, behind = span.text[: mark.start()], span.text[mark.end() :].lstrip(_ENDS + ".")
                inside = [*spans[:at], replace(span, text=inner)]
                after = ((replace(span, text=behind),) if behind else ()) + spans[at + 1 :]
                return tuple(_bare([replace(inside[0], text=inside[0].text.replace("(", "", 1)), *inside[1:]])), after
    return (), ()


def _without_emphasis(span: Span) -> Span:
    return replace(span, text=_EMPHASISED.sub(r"\2", span.text)) if isinstance(span, Text) else span


def _without_condition(spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The marks without the part that says when the property is required, and that part."""
    pieces: list[list[Span]] = [[]]
    for span in spans:
        texts = re.split(r"([,;])", span.text) if isinstance(span, Text) else []
        for text in texts:
            if text in (",", ";"):
                pieces.append([])
            elif text:
                pieces[-1].append(replace(span, text=text))
        if not isinstance(span, Text):
            pieces[-1].append(span)
    found = next((piece for piece in pieces if _NEED_WHEN.match(plain(tuple(piece)))), None)
    if not found:
        return spans, ()
    comma = Text(", ", found[0].location)
    others = [span for piece in pieces if piece is not found for span in (comma, *piece)]
    return tuple(_bare(others[1:])), tuple(_bare(found))


def _bare(spans: list[Span]) -> list[Span]:
    """The spans without the parentheses around all marks."""
    ends = [*spans]
    if ends and isinstance(ends[0], Text):
        ends[0] = replace(ends[0], text=ends[0].text.lstrip(_ENDS + "("))
    if ends and isinstance(ends[-1], Text):
        ends[-1] = replace(ends[-1], text=ends[-1].text.rstrip(_ENDS + ")"))
    return [span for span in ends if span.text]


def _marked(found: re.Match[str], code: Code, context: Context) -> Marks | None:
    """The type and default in `(string: <required>)`, `(int: 10)`, `(bool)`."""
    try:
        schema = read_type_cell((Text(found["type"], code.location),), context.dialect, context.references).schema
    except UnreadableTypeError:
        schema = _ANY
    value = (found["value"] or "").strip()
    if value.strip("<>").casefold() == "required":
        return Marks(schema, True, ())
    if value.casefold() in _NO_VALUE:
        return Marks(schema, False if found["value"] is not None else None, ())
    try:
        default = read_sample((Code(value.strip("\"'"), code.location),), schema, code.location)
    except UnfitValueError:
        return Marks(schema, False, (Text(f"Default: {value}.", code.location),))
    return Marks(schema, False, (), default=default)


def _is_deprecated(word: str, context: Context) -> bool:
    return matches(context.dialect.deprecated_labels, word)


def _says_need(word: str, dialect: Dialect) -> bool | None:
    if matches(dialect.required_labels, word):
        return True
    return False if word and matches((*dialect.optional_labels, "optional"), word) else None


def _first_sentence(spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    for index, span in enumerate(spans):
        if isinstance(span, Text) and (end := _SENTENCE_END.search(span.text)):
            first = Text(span.text[: end.start()], span.location)
            behind = Text(span.text[end.end() :], span.location)
            return (*spans[:index], first), ((behind, *spans[index + 1 :]) if behind.text else spans[index + 1 :])
    return spans, ()
