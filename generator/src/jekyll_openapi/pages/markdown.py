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

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from markdown_it.token import Token

from jekyll_openapi.diagnostics import Diagnostic, Report, Rule
from jekyll_openapi.pages.document import Block, BulletList, Cell, Fence, Heading, Paragraph, Row, Span, Table
from jekyll_openapi.pages.html_block import read_html
from jekyll_openapi.pages.inline import drop_block_attributes, read_spans
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pages.parser import lines_of, make_parser
from jekyll_openapi.pages.placed import PlacedText
from jekyll_openapi.pages.table import code_crosses_pipe, is_row, is_separator, split_row
from jekyll_openapi.rules import LIMIT_EXCEEDED, MALFORMED_TABLE

Line = tuple[int, int]
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

    def blocks(self) -> Iterator[tuple[int, Block]]:
        """Blocks with the number of lists around them; a list as an empty one, behind what stands in it."""
        tokens = make_parser(self.limits.nesting).parse(self.body.text, self.env)
        self._report_depth()
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
        return Heading(int(token.tag[1]), self._spans(placed), placed.location())

    def _paragraph(self, lines: list[Line]) -> Iterator[Block]:
        first = next((number for number in range(len(lines) - 1) if self._begins_table(lines, number)), len(lines))
        if first and (placed := drop_block_attributes(self._lines(lines[:first]))).text:
            yield Paragraph(self._spans(placed), placed.location())
        if first < len(lines):
            yield from self._lenient_table(lines[first:])

    def _begins_table(self, lines: list[Line], number: int) -> bool:
        line, following = (self.body.text[slice(*lines[at])] for at in (number, number + 1))
        return is_row(line) and (is_separator(following) or (line[0] == "|" and following[0] == "|"))

    def _fence(self, token: Token) -> Fence:
        content = self._content(token)
        words = token.info.split()
        return Fence(words[0].lower() if words else "", token.content, content.location())

    def _html(self, placed: PlacedText) -> Iterator[Block]:
        for part in read_html(placed, self.report, self.limits):
            if isinstance(part, PlacedText):
                yield from (block for _, block in _Reader(part, self.report, self.limits).blocks())
            else:
                yield part

    # --- tables -------------------------------------------------------------------------------------------------------

    def _gfm_table(self, index: int, tokens: list[Token]) -> Iterator[Table]:
        whole = lines_of(tokens[index])
        lines: list[Line] = []
        texts: list[list[str]] = []
        while (token := tokens[index]).type != "table_close":
            if token.type == "tr_open":
                lines += lines_of(token)
                texts.append([])
            elif token.type == "inline":
                texts[-1].append(token.content)
            index += 1
        yield from self._table(lines, texts, whole)

    def _lenient_table(self, lines: list[Line]) -> Iterator[Table]:
        separated = is_separator(self.body.text[slice(*lines[1])])
        problem = "the row below the header has another number of columns" if separated else "no row below the header"
        self._complain(MALFORMED_TABLE, problem, lines[1] if separated else lines[0], "write `|:---|` for each column")
        yield from self._table([lines[0], *lines[1 + separated :]], [], lines)

    def _table(self, lines: list[Line], expected: list[list[str]], whole: list[Line]) -> Iterator[Table]:
        width = len(split_row(self.body.text[slice(*lines[0])]))
        if width > self.limits.columns:
            message = f"the table has {width} columns; {self.limits.columns} are read"
            self._complain(LIMIT_EXCEEDED, message, lines[0], "split the table")
            return
        texts = expected or [[]] * len(lines)
        rows = [self._row(line, width, cells) for line, cells in zip(lines, texts, strict=True)]
        yield Table(rows[0], tuple(rows[1:]), self.body.location(whole[0][0], whole[-1][1]))

    def _row(self, line: Line, width: int, expected: list[str]) -> Row:
        cells = self._cells(line)
        if len(cells) > width:
            left = ", ".join(f"`{cell.text}`" for cell in cells[width:])
            self._complain(MALFORMED_TABLE, f"the row has more cells than the header; left out: {left}", line)
        if code_crosses_pipe(self.body.text[slice(*line)]):
            self._complain(MALFORMED_TABLE, "a pipe inside a code span ends the cell", line, r"write it as `\|`")
        end = self.body.cut(line[1], line[1])
        padded = [*cells[:width], *[end] * (width - len(cells))]
        if expected and [cell.text for cell in padded] != expected:
            self._complain(MALFORMED_TABLE, "where the cells of the row end is not certain", line)
            padded = [replace(self.body.cut(*line), text=text) for text in expected]
        return Row(tuple(Cell(self._spans(cell), cell.location()) for cell in padded), self.body.location(*line))

    def _cells(self, line: Line) -> list[PlacedText]:
        text = self.body.text[slice(*line)]
        return [self._cell(line[0] + start, line[0] + end) for start, end in split_row(text)]

    def _cell(self, start: int, end: int) -> PlacedText:
        cell = self.body.cut(start, end)
        if "\\|" not in cell.text:
            return cell
        parts, done = [], 0
        while (found := cell.text.find("\\|", done)) >= 0:
            parts.append(cell.cut(done, found))
            done = found + 1
        return PlacedText.joined([*parts, cell.cut(done, len(cell.text))])

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

    def _report_depth(self) -> None:
        if "deep" in self.env:
            at = self.env["deep"]
            self._complain(LIMIT_EXCEEDED, f"quotes and lists deeper than {self.limits.nesting} are text", (at, at + 1))

    def _complain(self, rule: Rule, message: str, line: Line, hint: str = "") -> None:
        self.report(Diagnostic(rule, message, self.body.location(*line), hint))
