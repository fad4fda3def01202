"""Splits running text into code spans, links and text, and attaches kramdown's attribute lists.

    `none`{: .label } `required`{: .label .label-yellow } a *plain* [Account](/index/account){: .btn } word

becomes a code span with the class `label`, another one with two classes, text, a link, and text. An attribute list
belongs to the code span or link directly before it; a line that is nothing but an attribute list belongs to the block
and is dropped. Emphasis, escapes, images and autolinks stay text as written; a line break of the source is a
space, and `<br>` a text of its own.
"""

import re
import sys
from collections.abc import Mapping
from functools import lru_cache

from jekyll_openapi.diagnostics import Diagnostic, Location, Report
from jekyll_openapi.pages.document import BREAK, Code, Link, Span, Text
from jekyll_openapi.pages.inline_marks import STOPS, InlineMark, marks_of, normal_name
from jekyll_openapi.pages.placed_text import PlacedText
from jekyll_openapi.patterns import regex
from jekyll_openapi.rules import MALFORMED_ATTRIBUTES

_ATTRIBUTE = regex(r"""\s*(?:((?:[.#][\w-]+)+)|[\w-]+=(?:"[^"]*"|'[^']*'))(?=\s|$)""")
_BLOCK_ATTRIBUTES = regex(r"^[ \t]*\{:(?:\\\}|[^}\n])*\}[ \t]*(?:\n|\Z)|\n[ \t]*\{:(?:\\\}|[^}\n])*\}[ \t]*\Z", re.M)
_NEAR_MISS = regex(r"\{(?: *\.| +:)")
_INTERNED = 30
_INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x2060, 0xFEFF))
"""The soft hyphen, zero-width space, word joiner and byte-order mark. Joiners between letters change some scripts."""
_CLOSES_SPAN = "*_~)>"
"""Last characters of emphasis, images and autolinks, which stay text and can have an attribute list."""


def references(targets: dict[str, str]) -> dict[str, str]:
    """Normalized name -> target, for links such as `[text][name]`."""
    return {normal_name(name): target for name, target in targets.items()}


def read_spans(placed: PlacedText, targets: Mapping[str, str], report: Report) -> tuple[Span, ...]:
    """The spans of a cell, a heading or a paragraph. Reports malformed attribute lists."""
    # Most texts have no mark at all, and are done.
    if not STOPS.search(placed.text):
        return (text_of(placed.text, placed.location()),) if placed.text else ()
    spans: list[Span] = []
    done = 0
    for mark in marks_of(placed.text, targets):
        match mark.kind:
            case "attributes":
                done = _bind(mark, done, spans, placed, report)
            case "broken":
                _complain("the attribute list is not closed", placed, mark, report)
            case "gap":
                _add_text(spans, placed, done, mark.start)
                if placed.text[mark.start + 1] in "bB":
                    spans.append(Text(BREAK, placed.location(mark.start, mark.end)))
                done = mark.end
            case _:
                _add_text(spans, placed, done, mark.start)
                spans.append(_span(mark, placed, report))
                done = mark.end
    _add_text(spans, placed, done, len(placed.text))
    return tuple(spans)


def text_of(text: str, where: Location) -> Text:
    """A text without marks."""
    return Text(_short(_fold(text)), where)


def _span(mark: InlineMark, placed: PlacedText, report: Report) -> Span:
    if _NEAR_MISS.match(placed.text, mark.end):
        _complain("the attribute list does not begin with `{:`", placed, InlineMark("", mark.end, mark.end + 1), report)
    where = placed.location(mark.start, mark.end)
    if mark.kind == "code":
        return Code(_short(mark.text), where, mark.classes)
    return Link(_short(_fold(mark.text).strip()), mark.target, where)


def drop_block_attributes(placed: PlacedText) -> PlacedText:
    """The paragraph, trimmed, without lines that are attribute lists of the whole block."""
    if "{:" not in placed.text:
        return placed
    kept, done = [], 0
    for match in _BLOCK_ATTRIBUTES.finditer(placed.text):
        kept.append(placed.cut(done, match.start()))
        done = match.end()
    return PlacedText.joined([*kept, placed.cut(done, len(placed.text))]).trimmed()


def _bind(mark: InlineMark, done: int, spans: list[Span], placed: PlacedText, report: Report) -> int:
    """The offset where text continues: after an attribute list that could be attached, or at one that could not."""
    classes = _read_classes(mark.text)
    if classes is None:
        _complain(f"`{placed.text[mark.start : mark.end]}` is not an attribute list", placed, mark, report)
        return done
    if mark.start > done and placed.text[mark.start - 1] in _CLOSES_SPAN:
        _add_text(spans, placed, done, mark.start)
        return mark.end
    if mark.start > done or not spans:
        _complain("the attribute list belongs to nothing", placed, mark, report)
        return done
    last = spans[-1]
    if isinstance(last, Code):
        spans[-1] = Code(last.text, last.location, (last.classes or ()) + classes)
    return mark.end


@lru_cache(maxsize=256)  # the labels of all rows are a few
def _read_classes(text: str) -> tuple[str, ...] | None:
    """The class names in an attribute list; None if it is malformed."""
    classes: list[str] = []
    position = 0
    text = text.rstrip()
    while position < len(text):
        attribute = _ATTRIBUTE.match(text, position)
        if not attribute:
            return None
        classes += re.findall(r"\.([\w-]+)", attribute[1] or "")
        position = attribute.end()
    return tuple(classes)


def _complain(message: str, placed: PlacedText, mark: InlineMark, report: Report) -> None:
    hint = "write `{: .label .label-red }` directly behind the code span"
    report(Diagnostic(MALFORMED_ATTRIBUTES, message, placed.location(mark.start, mark.end), hint))


def _add_text(spans: list[Span], placed: PlacedText, start: int, end: int) -> None:
    if start < end:
        spans.append(text_of(placed.text[start:end], placed.location(start, end)))


def _fold(text: str) -> str:
    """The text on one line."""
    if "\n" not in text:
        return text
    first, *middle, last = text.split("\n")
    return " ".join([first.rstrip(), *(line.strip() for line in middle), last.lstrip()])


def _short(text: str) -> str:
    """The text without characters that nobody sees, which come in where a text is pasted.

    It is interned if short: type names and labels occur in every row, and this saves much of the memory.
    """
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    return sys.intern(text) if len(text) < _INTERNED else text
