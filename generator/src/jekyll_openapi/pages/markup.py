"""Reads HTML pages as document blocks: headings, paragraphs, lists, tables, code and scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jekyll_openapi.diagnostics import Report
from jekyll_openapi.pages.document import Block, BulletList, Fence, Heading, Paragraph
from jekyll_openapi.pages.html_block import TOKEN, html_spans, read_html_table, read_script
from jekyll_openapi.pages.inline import read_spans
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pages.placed_text import PlacedText
from jekyll_openapi.patterns import regex

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 "
        "h2 h3 h4 h5 h6 head header hr html li main nav ol p pre section summary table ul",
    )
)
_HEADING = regex(r"h[1-6]")
_UNSEEN = ("style", "head", "template", "svg", "nav")


def read_markup(placed: PlacedText, report: Report, limits: Limits) -> tuple[Block, ...]:
    """The blocks of an HTML text, in order."""
    return tuple(_blocks(placed, report, limits))


def _blocks(placed: PlacedText, report: Report, limits: Limits) -> Iterator[Block]:
    text, done, position, open_name = placed.text, 0, 0, ""
    items: list[Paragraph] = []
    while token := TOKEN.search(text, position):
        position = token.end()
        name, is_end = (token[2] or "").lower(), bool(token[1])
        whole = name in ("script", "table", *_UNSEEN) and not is_end
        if name not in _BLOCKS and not whole:
            continue
        yield from _text(placed.cut(done, token.start()), open_name, items)
        if whole:
            position = _end(text, name, token.end())
            part = placed.cut(token.start(), position)
            if name == "script":
                yield from read_script(part, report, limits)
            elif name == "table":
                yield from read_html_table(part, lambda one: read_spans(one, {}, report), report, limits)
        elif is_end and name in ("ul", "ol") and items:
            yield BulletList(tuple(items), items[0].location)
            items.clear()
        open_name = "" if is_end or whole else name
        done = position
    yield from _text(placed.cut(done, len(text)), open_name, items)
    if items:
        yield BulletList(tuple(items), items[0].location)


def _text(placed: PlacedText, name: str, items: list[Paragraph]) -> Iterator[Block]:
    """The block for a stretch without nested blocks, according to the element around it."""
    placed = placed.trimmed()
    if name == "pre" and placed.text:
        yield Fence("", "".join(span.text for span in html_spans(placed)), placed.location())
        return
    spans = tuple(html_spans(placed)) if placed.text else ()
    if not spans:
        return
    if _HEADING.fullmatch(name):
        yield Heading(int(name[1]), spans, placed.location())
    elif name == "li":
        items.append(Paragraph(spans, placed.location()))
    else:
        yield Paragraph(spans, placed.location())


def _end(text: str, name: str, position: int) -> int:
    """The offset after an element, skipping nested elements with the same name."""
    depth = 1
    for match in re.compile(rf"<(/)?{name}\b[^>]*>", re.IGNORECASE).finditer(text, position):
        depth += -1 if match[1] else 1
        if depth == 0:
            return match.end()
    return len(text)
