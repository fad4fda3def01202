"""Reads the body of a page: Markdown as Jekyll's kramdown renders it, as document blocks.

    <script> window[TDV].defineTryit({ ... }) </script>

    ## `/order/placeOrder`
    | Property | Tags | Type | Remarks
    |:---------|:-----|:-----|:-------
    | `action` | `required`{: .label .label-red } | `"Buy"` `"Sell"` |

Quotes are unwrapped; tables, code and HTML inside a list come after it. Text that looks like a table but is none to
kramdown is reported, and its rows are still read if the page shows them as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from jekyll_openapi.diagnostics import Diagnostic, Report
from jekyll_openapi.pages.blocks import parse_blocks
from jekyll_openapi.pages.document import (
    Block,
    BulletList,
    Cell,
    Fence,
    Heading,
    Html,
    Item,
    Paragraph,
    Row,
    Span,
    Table,
    Text,
)
from jekyll_openapi.pages.html_block import html_spans, read_html_table, read_script
from jekyll_openapi.pages.inline import drop_block_attributes, read_spans, references, text_of
from jekyll_openapi.pages.inline_marks import STOPS
from jekyll_openapi.pages.items import item_cells, item_rows
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pages.placed_text import PlacedText
from jekyll_openapi.pages.row import begins_table, is_separator
from jekyll_openapi.pages.table import TableReader
from jekyll_openapi.pages.tree import Node
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field, replace
from jekyll_openapi.rules import LIMIT_EXCEEDED, MALFORMED_ATTRIBUTES, UNREAD_TEXT, UNRENDERED_TABLE


def read_blocks(
    body: PlacedText, report: Report, limits: Limits, *, parses_html: bool = False, is_open_html: bool = False
) -> tuple[Block, ...]:
    """The blocks of a page in page order.

    `parses_html` is kramdown's setting `parse_block_html`. `is_open_html` reads Markdown between any HTML tags, as
    other site generators do.
    """
    nodes, page = parse_blocks(body, limits.nesting, parses_html=parses_html, is_open_html=is_open_html)
    if page.deep:
        message = f"quotes, lists and elements deeper than {limits.nesting} are not read as such"
        report(Diagnostic(LIMIT_EXCEEDED, message, page.deep.location(0, 1), "write it flatter"))
    for opening in page.open_fences:
        message = "the code block has no closing fence, so Jekyll renders what follows as text"
        report(Diagnostic(UNRENDERED_TABLE, message, opening.location(), "close it with a line like the first"))
    # Of two footnotes with one name, kramdown takes the last.
    notes = {node.word: node for node in page.footnotes}
    reader = _Reader(report, limits, references(page.targets), notes)
    found = tuple(reader.read_with_notes(nodes))
    for node in page.footnotes:
        if node not in reader.told:
            message = f"no text refers to the footnote `{node.word}`, so Jekyll does not show it"
            where = node.solid.location()
            report(Diagnostic(UNREAD_TEXT, message, where, f"write `[^{node.word}]` where it belongs"))
    return found


@dataclass(slots=True)
class _Item:
    """A list item."""

    texts: list[Paragraph]
    row: Row | None
    """The item as a property row, if it begins with a name."""
    depth: int

    def add(self, text: Paragraph) -> None:
        """Adds another paragraph of the item, which becomes part of its row."""
        self.texts.append(text)
        if self.row:
            last = text.location
            where = self.row.location.until(last)
            self.row = replace(self.row, cells=(*self.row.cells, Cell(text.spans, last)), location=where)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Converts the syntax nodes of one page to document blocks."""

    report: Report
    limits: Limits
    targets: dict[str, str]
    notes: dict[str, Node]
    """Name -> footnote."""
    told: list[Node] = field(default_factory=list)
    """The footnotes to which a text refers, in the order of the texts."""

    def read_with_notes(self, nodes: list[Node]) -> Iterator[Block]:
        """The document blocks for the nodes of a page, with each footnote behind the text that first refers to it.

        Jekyll shows footnotes at the end of the page, where nobody could tell what they are about.
        """
        done = 0
        for node in (*nodes, None):
            # A table belongs to the text above it, and to the table of which it is the rest.
            while done < len(self.told) and (not node or node.kind in _BEGINS):
                yield from (block for child in self.told[done].children for block in self.read(child))
                done += 1
            if node and node.kind != "blank":
                yield from self.read(node)

    def read(self, node: Node) -> Iterable[Block]:
        """The document blocks for a node."""
        match node.kind:
            case "p":
                return self._paragraph(node)
            case "heading":
                placed = self._titled(node.solid)
                return [Heading(node.level, self._spans(placed), placed.location())]
            case "table":
                return self._tables(node.placed).read()
            case "list":
                return self._list(node)
            case "definitions":
                return self._definitions(node)
            case "code":
                return [self._code(node)]
            case "html table":
                return read_html_table(node.placed, self._spans, self.report, self.limits)
            case "script":
                return read_script(node.placed, self.report, self.limits)
            case "html" | "math":
                return self._html(node)
            case "footnote":
                return ()
        return [block for child in node.children for block in self.read(child)]

    def _titled(self, placed: PlacedText) -> PlacedText:
        """The heading without empty elements that links lead to, and without an attribute list, which Jekyll shows as
        part of it."""
        while anchor := _ANCHOR.match(placed.text):
            placed = placed.cut(anchor.end(), len(placed.text))
        if anchor := _LAST_ANCHOR.search(placed.text):
            placed = placed.cut(0, anchor.start())
        if not (found := _BEHIND_TITLE.search(placed.text)):
            return placed
        message = f"Jekyll shows `{found[1]}` as part of the heading"
        hint = "put it on a line of its own below the heading"
        self.report(Diagnostic(MALFORMED_ATTRIBUTES, message, placed.location(*found.span(1)), hint))
        return placed.cut(0, found.start())

    def _paragraph(self, node: Node) -> Iterable[Block]:
        start, end = node.source.bounds(node.start, node.end)
        text = node.source.text[start:end]
        if "|" in text:
            return self._with_pipes(node.placed)
        if not text or STOPS.search(text):
            return self._text(node.solid)
        # Without marks it is one text; a long page has 100,000 such, and they need no more steps.
        where = node.source.placed.location(start, end)
        return (Paragraph((text_of(text, where),), where),)

    def _with_pipes(self, placed: PlacedText) -> Iterator[Block]:
        """A paragraph, part of which looks like a table."""
        begin, end = _table_lines(placed.text)
        self._complain_lone(placed.cut(0, begin))
        yield from self._text(placed.cut(0, begin).trimmed())
        if end > begin:
            yield from self._tables(placed.cut(begin, end)).read(is_rendered=False)
            yield from self._text(placed.cut(end, len(placed.text)).trimmed())

    def _complain_lone(self, placed: PlacedText) -> None:
        """Reports lines that look like table rows but are text."""
        for line in _LONE_ROW.finditer(placed.text):
            message = "this looks like a row of a table, and is text to Jekyll"
            hint = "put it between its table's rows, or write the pipe as `\\|`"
            self.report(Diagnostic(UNRENDERED_TABLE, message, placed.location(*line.span()), hint))

    def _text(self, placed: PlacedText) -> Sequence[Paragraph]:
        """The paragraph of a text without surrounding white space; none if there is nothing in it to show."""
        if not (placed := drop_block_attributes(placed)).text:
            return ()
        return (Paragraph(self._spans(placed), placed.location()),)

    def _list(self, node: Node) -> Iterator[Block]:
        items: list[_Item] = []
        others: list[Block] = []
        self._gather(node, 0, items, others)
        where = node.solid
        entries = tuple(Item(tuple(item.texts), item.row, item.depth) for item in items)
        rows = item_rows(entries)
        table = Table(Row((), where.location()), rows, where.location(), "bullets") if rows else None
        yield BulletList(tuple(one for item in items for one in item.texts), where.location(), table, entries)
        yield from others

    def _gather(self, node: Node, depth: int, items: list[_Item], others: list[Block]) -> None:
        """Collects the paragraphs of a list and of its nested lists, and separately all other blocks in it."""
        for child in node.children:
            item: _Item | None = None
            for inner in child.children:
                if inner.kind == "list":
                    self._gather(inner, depth + 1, items, others)
                    continue
                for block in self.read(inner):
                    if not isinstance(block, Paragraph):
                        others.append(block)
                    elif item is None:
                        item = _Item([block], self._item_row(inner.solid, depth), depth)
                        items.append(item)
                    else:
                        item.add(block)

    def _item_row(self, placed: PlacedText, depth: int) -> Row | None:
        cells = item_cells(placed)
        return Row(tuple(map(self._cell, cells)), placed.location(), depth, self._noted(placed)) if cells else None

    def _definitions(self, node: Node) -> Iterator[Block]:
        """A table with a row for each term, followed by the blocks in it that are not paragraphs."""
        terms: list[Node] = []
        texts: list[Node] = []
        rows: list[Row] = []
        others: list[Block] = []
        for child in (*node.children, Node("term", node.source, 0, 0)):
            if child.kind == "text":
                texts.append(child)
                continue
            if texts:
                rows += self._definition_rows(terms, texts, others)
                terms, texts = [], []
            terms.append(child)
        where = node.solid
        yield Table(Row((), where.location()), tuple(rows), where.location(), "definitions")
        yield from others

    def _definition_rows(self, terms: list[Node], texts: list[Node], others: list[Block]) -> Iterator[Row]:
        blocks = [block for text in texts for child in text.children for block in self.read(child)]
        cells = [Cell(block.spans, block.location) for block in blocks if isinstance(block, Paragraph)]
        others += [block for block in blocks if not isinstance(block, Paragraph)]
        for term in terms:
            name = self._cell(drop_block_attributes(term.solid))
            last = cells[-1].location if cells else name.location
            where = name.location.until(last)
            yield Row((name, *cells), where)

    def _code(self, node: Node) -> Fence:
        placed, text = node.placed, node.placed.text
        if node.level:
            text = "\n".join(
                line[4:] if line.startswith("    ") else line.removeprefix("\t") for line in text.split("\n")
            )
        # A table in a Markdown example is meant to be shown as code.
        if node.word not in ("md", "markdown", "text") and (rows := _rows_like(text)):
            kind = "code that is indented by four" if node.level else "code"
            self._complain_unread(rows, kind, placed, "put it outside the code" if not node.level else "indent it less")
        indent = len(placed.text) - len(placed.text.lstrip("\n \t")) if node.level else 0
        where = placed.cut(indent, len(placed.text)).location()
        return Fence(node.word.lower(), text, where, bool(node.level))

    def _html(self, node: Node) -> Iterator[Block]:
        placed = node.solid
        if not placed.text:
            return
        if heading := _HEADING.fullmatch(placed.text):
            inside = placed.cut(*heading.span(2)).trimmed()
            yield Heading(int(heading[1]), tuple(html_spans(inside)), inside.location())
            return
        if rows := _rows_like(placed.text):
            hint = 'put `markdown="1"` into the opening tag, and blank lines around the table'
            self._complain_unread(rows, f"HTML, inside `{_first_tag(placed.text)}`", placed, hint)
        yield Html(placed.text, placed.location())

    # --- places -------------------------------------------------------------------------------------------------------

    def _cell(self, placed: PlacedText) -> Cell:
        return Cell(self._spans(placed), placed.location())

    def _tables(self, placed: PlacedText) -> TableReader:
        return TableReader(placed, self._spans, self.report, self.limits.columns, self._noted)

    def _spans(self, placed: PlacedText) -> tuple[Span, ...]:
        spans = read_spans(placed, self.targets, self.report)
        if not self.notes or "[^" not in placed.text:
            return spans
        shown = (replace(one, text=_NOTE.sub(self._note, one.text)) if isinstance(one, Text) else one for one in spans)
        return tuple(one for one in shown if one.text)

    def _noted(self, row: PlacedText) -> tuple[Span, ...]:
        """What the footnotes say to which a row refers, a line each."""
        marks = _NOTE.findall(row.text) if self.notes and "[^" in row.text else ()
        texts = [
            child.solid
            for mark in marks
            if mark in self.notes
            for child in self.notes[mark].children
            if child.kind == "p"
        ]
        return tuple(one for text in texts for one in (Text("\n", text.location()), *self._spans(text)))

    def _note(self, mark: re.Match[str]) -> str:
        """What stands for the mark of a footnote: nothing, if there is such a footnote."""
        note = self.notes.get(mark[1])
        if note and note not in self.told:
            self.told.append(note)
        return "" if note else mark[0]

    def _complain_unread(self, rows: tuple[int, int, int], kind: str, placed: PlacedText, hint: str) -> None:
        start, end, count = rows
        what = "1 row of it is" if count == 1 else f"{count} rows of it are"
        message = f"Jekyll renders this table as {kind}; {what} not read"
        self.report(Diagnostic(UNRENDERED_TABLE, message, placed.location(start, end), hint))


_QUOTED = 60
"""Most characters of a tag that a message quotes."""
_HEADING = regex(r"<h([1-6])\b[^>]*>(.*\S.*)</h\1\s*>", re.IGNORECASE | re.DOTALL, needs=("</h",))
_BEGINS = ("p", "heading", "quote", "rule", "html", "script")
"""Nodes that begin something new, before which footnotes can stand."""
_NOTE = regex(r"(?<!\\)\[\^(\w[\w-]*)\]")
_ANCHOR = regex(r"\s*<(a|span|i)\b[^<>]*>\s*</\1>\s*(?=\S)", re.I, needs=("</",))
_LAST_ANCHOR = regex(r"(?<=\S)\s*<(a|span|i)\b[^<>]*>\s*</\1>\s*\Z", re.I, needs=("</",))
_BEHIND_TITLE = regex(r"(?<=\S)\s+(\{:(?!:|/)[^{}\n]*\})\Z")
_LONE_ROW = regex(r"^[ \t]*\|.*\w.*", re.MULTILINE)
_LOST_ROWS = regex(r"^[ \t]*\|[ \t]*`[^`\n]+`[ \t]*\|.*\|.*(?:\n[ \t]*\|.*\|.*)*", re.MULTILINE)
_INDENTATION = regex(r"^(?:\t| {4})", re.MULTILINE)


def _first_tag(text: str) -> str:
    """The tag that the HTML begins with, shortened for messages."""
    return text[: text.find(">") + 1 or len(text)].partition("\n")[0][:_QUOTED]


def _table_lines(text: str) -> tuple[int, int]:
    """Start and end offset of the lines of a paragraph that look like a table; twice the length if there are none.

    A line that does not begin with a pipe continues the row above, if a line with a pipe follows below.
    """
    lines = text.rstrip("\n").split("\n")
    first = next((index for index, pair in enumerate(pairwise(lines)) if begins_table(*pair)), -1)
    if first < 0:
        return len(text), len(text)
    if is_separator(lines[first]) or not lines[first].lstrip().startswith("|"):
        # The titles go on in the line above the dashes.
        first = next((one for one in range(first - 1, -1, -1) if lines[one].lstrip().startswith("|")), first)
    last = max(index for index, line in enumerate(lines) if "|" in line)
    start = sum(len(line) + 1 for line in lines[:first])
    return start, min(len(text), start + sum(len(line) + 1 for line in lines[first : last + 1]))


def _rows_like(text: str) -> tuple[int, int, int] | None:
    """Start and end of the text that looks like a table with a row of dashes, or like rows that have left theirs, and
    its number of rows; None without any."""
    if "|" not in text:
        return None
    start = 0
    lines = text.split("\n")
    for index, (line, following) in enumerate(pairwise(lines)):
        if is_separator(following) and begins_table(line, following):
            rows = 0
            while index + 2 + rows < len(lines) and "|" in lines[index + 2 + rows]:
                rows += 1
            end = start + sum(len(one) + 1 for one in lines[index : index + 2 + rows]) - 1
            return (start, min(end, len(text)), rows) if rows else None
        start += len(line) + 1
    runs = tuple(_LOST_ROWS.finditer(text)) if "`" in text else ()
    return (runs[0].start(), runs[-1].end(), sum(run[0].count("\n") + 1 for run in runs)) if runs else None
