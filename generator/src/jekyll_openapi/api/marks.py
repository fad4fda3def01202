"""Reads the marks of a row: type, need, place and default, where they stand together in an item or beside a name.

(required, number): in grams          `(string: <required>)`          (*in query*): integer
required, number. In millimetres.     **low** *number*, beside the name in a cell
"""

import html
import re

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.defaults import UnfitValueError, read_sample, sample
from jekyll_openapi.api.deprecation import is_marked
from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.formats import UnreadableTypeError
from jekyll_openapi.api.model import Primitive, Sample, Schema
from jekyll_openapi.api.row_names import name_and_beside
from jekyll_openapi.api.section_kinds import Kind
from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.api.types import read_type_cell
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Cell, Code, Span, Text, plain
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, replace
from jekyll_openapi.rules import UNREADABLE_DEFAULT, UNREADABLE_TYPE

_PLACES: dict[str, Kind] = {
    "path": "path", "uri": "path", "route": "path", "query": "query", "querystring": "query", "query string": "query",
    "query-string": "query",
    "url": "query", "header": "header", "headers": "header", "body": "body", "form": "body", "formdata": "body",
    "form data": "body", "json": "body", "payload": "body", "json body": "body", "request body": "body",
    "cookie": "cookie", "cookies": "cookie",
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
_LABEL = regex(
    r"[,;(]\s*(?:(?:defaults?|max(?:imum)?|min(?:imum)?|enum|(?:allowed |possible )?values|format|length|range)"
    r"(?: (?:value|length))?)$",
    re.I,
)
"""Matches a word among marks that a colon joins to a value: `(int, default: 25)`."""
_EMPTY = regex(r"\(\s*\)[\s,;:.\u2013\u2014-]*")
_NEED_WHEN = regex(r"[\W]*(?:required|mandatory|optional)\s+(?:only )?(?:if|when|unless|for|except)\b", re.I)
_BREAKS = regex(r"<br\s*/?>|\n", re.I)
_TAG = regex(r"</?[a-z][^<>]*>", re.I, needs=("<",))
_WORDS = regex(r"[^\W\d_]{2}")
_COMMAS = regex(r"\s*,[\s,]*")
_ENDS = " \t,:\u2013\u2014-"
_NO_VALUE = ("", "nil", "null", "none", '""', "''", "[]", "{}", "<optional>", "optional")
ANY = Primitive("any")
"""The type of what states none."""


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
        report_odd(" ".join(text.split()), name, cell.location, context)
    return None


def report_odd(text: str, name: str, location: Location, context: Context) -> None:
    """Reports words among the marks of a property that say nothing that is known."""
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
        return replace(marks or Marks(ANY, None, first), required=False, rest=rest)
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
        return with_type(Marks(ANY, required, behind, place), context)
    if required is not None or place:
        typed, after = _up_to_brackets(typed)
        behind = (*after, *((Text(". ", behind[0].location),) if after and behind else ()), *behind)
    try:
        cell = read_type_cell(tuple(typed), context.dialect, context.references)
    except UnreadableTypeError:
        if not is_whole and (apart := _code_apart(spans, context)):
            return apart
        point = (Text(". ", behind[0].location),) if behind else ()
        is_said = required is not None or place
        return Marks(ANY, required, (*typed, *point, *behind), place) if is_said else None
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
            return with_type(replace(marks, rest=(left, *spans[1:]) if left.text else spans[1:]), context)
    inside, after = _in_parentheses(spans)
    if inside and (marks := read_marks(inside, context, is_whole=True)) and not marks.rest:
        return with_type(replace(marks, rest=after), context)
    return None


def _up_to_brackets(typed: list[Span]) -> tuple[list[Span], tuple[Span, ...]]:
    """The spans up to brackets from which all marks have been taken, and those behind: `string (), the name`."""
    for at, span in enumerate(typed):
        if isinstance(span, Text) and (found := _EMPTY.search(span.text)):
            before, behind = (
                replace(span, text=span.text[cut]) for cut in (slice(found.start()), slice(found.end(), None))
            )
            return [*typed[:at], before], ((behind,) if behind.text.strip() else ()) + tuple(typed[at + 1 :])
    return typed, ()


def _code_apart(spans: tuple[Span, ...], context: Context) -> Marks | None:
    """The type in the code that a text begins with, where the text goes on without a mark: `int` in cents."""
    match spans:
        case (Code(text, classes=None) as code, Text() as behind, *others) if text[:1] not in "\"'":
            try:
                typed = read_type_cell((code,), context.dialect, context.references)
            except UnreadableTypeError:
                return None
            rest = (replace(behind, text=behind.text.lstrip()), *others)
            said = read_marks(rest, context)
            if said is None or said.schema != ANY:
                return Marks(typed.schema, typed.required, rest)
            return replace(said, schema=typed.schema)
    return None


def with_type(marks: Marks, context: Context) -> Marks:
    """The marks with the type that the next sentence is: `Required. number, int32. How many.`, `(required): integer`"""
    typed = read_marks(marks.rest, context) if marks.rest and marks.schema == ANY else None
    if typed is None or typed.required is not None or typed.place or typed.schema == ANY:
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
        schema = ANY
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
        if isinstance(span, Text) and (end := _sentence_end(span.text)):
            first = Text(span.text[: end.start()], span.location)
            behind = Text(span.text[end.end() :], span.location)
            return (*spans[:index], first), ((behind, *spans[index + 1 :]) if behind.text else spans[index + 1 :])
    return spans, ()


def _sentence_end(text: str) -> re.Match[str] | None:
    ends = _SENTENCE_END.finditer(text)
    return next((end for end in ends if text[end.start()] != ":" or not _LABEL.search(text[: end.start()])), None)
