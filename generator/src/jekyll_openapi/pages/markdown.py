"""The body of a page: Markdown as kramdown and GFM have it, cut into blocks.

    <script> window[TDV].defineTryit({ ... }) </script>

    ## `/order/placeOrder`
    | Property | Tags | Type | Remarks
    |:---------|:-----|:-----|:-------
    | `action` | `required`{: .label .label-red } | `"Buy"` `"Sell"` |

Quotes are unwrapped; tables, fences and HTML inside a list come behind it. Tables that kramdown makes and GFM does not
are read as well, and reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from markdown_it.token import Token

from jekyll_openapi.diagnostics import Diagnostic, Location, Report
from jekyll_openapi.pages.document import Block, BulletList, Fence, Heading, Paragraph, Span, Table
from jekyll_openapi.pages.html_block import read_html
from jekyll_openapi.pages.inline import drop_block_attributes, read_spans
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pages.parser import lines_of, make_parser
from jekyll_openapi.pages.placed import PlacedText
from jekyll_openapi.pages.row import begins_table
from jekyll_openapi.pages.table import Line, TableReader
from jekyll_openapi.rules import LIMIT_EXCEEDED

_HEADING_ID = re.compile(r"\{#[\w:.-]+\}$")
_ID_LENGTH = 100
_SPAN_NESTING = 5
"""Brackets in brackets: time goes up with it, and no link needs it."""
_READ = {"heading_open", "paragraph_open", "table_open", "html_block", "fence", "code_block"}


def read_blocks(body: PlacedText, report: Report, limits: Limits) -> tuple[Block, ...]:
    """The blocks of a page, in page order."""
    return tuple(_in_order(_Reader(body, report, limits).blocks()))


def _in_order(blocks: Iterable[tuple[int, Block]]) -> Iterator[Block]:
    """The blocks, with the paragraphs of each outermost list gathered before what else stands in it."""
    items: list[Paragraph] = []
    others: list[Block] = []
    for depth, block in blocks:
        if isinstance(block, BulletList):
            yield BulletList(tuple(items), block.location)
            yield from others
            items, others = [], []
        elif depth == 0:
            yield block
        elif isinstance(block, Paragraph):
            items.append(block)
        else:
            others.append(block)


@dataclass
class _Reader:
    """Turns the tokens of one page into blocks."""

    body: PlacedText
    report: Report
    limits: Limits
    env: dict[str, Any] = field(default_factory=dict)
    """What markdown-it keeps of a page: the targets that are defined in it."""
    depth: int = 0

    def blocks(self) -> Iterator[tuple[int, Block]]:
        """Blocks with the number of lists around them; a list as an empty one, behind what stands in it."""
        tokens = make_parser(self.limits.nesting).parse(self.body.text, self.env)
        if "deep" in self.env:
            self._complain_depth("quotes and lists", self.body.location(self.env["deep"], self.env["deep"] + 1))
        lists: list[Token] = []
        for index, token in enumerate(tokens):
            if token.type in ("bullet_list_open", "ordered_list_open"):
                lists.append(token)
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                opening = lists.pop()
                if not lists:
                    yield 0, BulletList((), self._lines(lines_of(opening)).location())
            elif token.type in _READ:
                for block in self._read(token, index, tokens):
                    yield len(lists), block

    def _read(self, token: Token, index: int, tokens: list[Token]) -> Iterable[Block]:
        match token.type:
            case "heading_open":
                return [self._heading(token, tokens[index + 1])]
            case "paragraph_open":
                return self._paragraph(lines_of(token))
            case "table_open":
                return self._gfm_table(index, tokens)
            case "html_block":
                return self._html(self._content(token))
        return [self._fence(token)]

    def _heading(self, token: Token, inline: Token) -> Heading:
        (start, end), *others = lines_of(token)
        if token.markup[0] == "#":
            text = self.body.text[start:end].lstrip("#")
            start = end - len(text.lstrip())
            placed = self.body.cut(start, start + len(inline.content))
        else:
            placed = self._lines([(start, end), *others[:-1]])
        identified = _HEADING_ID.search(placed.text[-_ID_LENGTH:]) if placed.text.endswith("}") else None
        if identified:
            placed = placed.cut(0, len(placed.text) - len(identified.group())).trimmed()
        return Heading(int(token.tag[1]), self._spans(placed), placed.location())

    def _paragraph(self, lines: list[Line]) -> Iterator[Block]:
        texts = [self.body.text[slice(*line)] for line in lines]
        first = next((index for index, pair in enumerate(pairwise(texts)) if begins_table(*pair)), len(lines))
        if first and (placed := drop_block_attributes(self._lines(lines[:first]))).text:
            yield Paragraph(self._spans(placed), placed.location())
        if first < len(lines):
            yield from self._tables().read_lenient(lines[first:])

    def _gfm_table(self, index: int, tokens: list[Token]) -> Iterator[Table]:
        whole = lines_of(tokens[index])
        texts: list[list[str]] = []
        while (token := tokens[index]).type != "table_close":
            if token.type == "tr_open":
                texts.append([])
            elif token.type == "inline":
                texts[-1].append(token.content)
            index += 1
        yield from self._tables().read_gfm(whole, texts)

    def _tables(self) -> TableReader:
        return TableReader(self.body, self._spans, self.report, self.limits.columns)

    def _fence(self, token: Token) -> Fence:
        content = self._content(token)
        words = token.info.split()
        return Fence(words[0].lower() if words else "", token.content, content.location())

    def _html(self, placed: PlacedText) -> Iterator[Block]:
        for part in read_html(placed, self.report, self.limits):
            if not isinstance(part, PlacedText):
                yield part
            elif self.depth == self.limits.nesting:
                self._complain_depth("scripts behind scripts", part.location())
            else:
                inner = replace(self, body=part, env={}, depth=self.depth + 1)
                yield from (block for _, block in inner.blocks())

    # --- places -------------------------------------------------------------------------------------------------------

    def _spans(self, placed: PlacedText) -> tuple[Span, ...]:
        return read_spans(make_parser(_SPAN_NESTING), placed, self.env, self.report)

    def _lines(self, lines: list[Line]) -> PlacedText:
        """The lines as one text, trimmed."""
        if len(lines) == 1:
            return self.body.cut(*lines[0]).trimmed()
        return PlacedText.joined([self.body.cut(start, end + 1) for start, end in lines]).trimmed()

    def _content(self, token: Token) -> PlacedText:
        """The text of a block that is kept as it is."""
        lines = lines_of(token)
        inner = lines[1:] if token.type == "fence" else lines
        texts = token.content.removesuffix("\n").split("\n")
        cuts = [self.body.cut(max(0, end - len(text)), end + 1) for (_, end), text in zip(inner, texts, strict=False)]
        return PlacedText.joined(cuts or [self.body.cut(lines[-1][1], lines[-1][1])])

    def _complain_depth(self, what: str, where: Location) -> None:
        message = f"{what} deeper than {self.limits.nesting} are not read as such"
        self.report(Diagnostic(LIMIT_EXCEEDED, message, where, "write it flatter"))
