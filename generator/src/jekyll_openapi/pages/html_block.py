"""Reads HTML blocks: the calls in a script, and the rows of a table.

<table>
<tr><th>Property</th><th>Type</th></tr>
<tr><td><code>weight</code></td><td>string</td></tr>
</table>
"""

import re
from collections.abc import Callable, Iterator
from html import unescape

from jekyll_openapi.diagnostics import Diagnostic, Report
from jekyll_openapi.pages.document import BREAK, Cell, Code, Html, Link, Row, Script, Span, Table, Text
from jekyll_openapi.pages.javascript import read_calls
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pages.placed_text import PlacedText
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field
from jekyll_openapi.rules import LIMIT_EXCEEDED, UNREAD_TEXT, UNREADABLE_TRYIT

_SCRIPT = regex(r"<script(?:\s[^>]*)?>", re.IGNORECASE)
_SCRIPT_END = regex(r"</script\s*>\s*\Z", re.IGNORECASE)
TOKEN = regex(
    r"""<!--.*?(?:-->|\Z)|<(/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*/?>""",
    re.DOTALL,
)
_PAIR = regex(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_BLOCKS = frozenset(
    (
        "br", "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "hr", "tr", "td", "th", "pre", "blockquote", "section",
        *(f"h{level}" for level in range(1, 7)),
    )
)  # fmt: skip
"""Tags between which browsers begin a new line."""
_SPREAD = 100
"""Most columns or rows that a cell can span."""


def read_script(placed: PlacedText, report: Report, limits: Limits) -> Iterator[Script]:
    """The calls in `<script> ... </script>`."""
    placed = placed.trimmed()
    opening = _SCRIPT.match(placed.text)
    start = opening.end() if opening else 0
    closing = _SCRIPT_END.search(placed.text, start)
    if not closing:
        report(Diagnostic(UNREADABLE_TRYIT, "the script is not closed", placed.location(), "add `</script>`"))
    source = placed.cut(start, closing.start() if closing else len(placed.text))
    yield Script(read_calls(source.text, source.location, report, limits), placed.location())


ReadSpans = Callable[[PlacedText], tuple[Span, ...]]


def read_html_table(
    placed: PlacedText, read_spans: ReadSpans, report: Report, limits: Limits
) -> Iterator[Table | Html]:
    """The rows of `<table> ... </table>`; the element as Html if it has no rows."""
    placed = placed.trimmed()
    reader = _TableReader(placed, read_spans, report)
    reader.read()
    rows = reader.rows
    if not rows:
        yield Html(placed.text, placed.location())
        return
    width = max(len(row.cells) for row in rows)
    if width > limits.columns:
        message = f"the table has {width} columns; {limits.columns} are read"
        report(Diagnostic(LIMIT_EXCEEDED, message, placed.location(), "split the table"))
        return
    header = rows.pop(0)
    wide = len(header.cells)
    is_headed = "<th" in placed.text.casefold()
    yield Table(header, tuple(_padded(row, wide) for row in rows), placed.location(), "html", is_headed)


def _padded(row: Row, width: int) -> Row:
    empty = Cell((), row.location)
    return Row((*row.cells[:width], *[empty] * (width - len(row.cells))), row.location)


@dataclass(slots=True)
class _TableReader:
    """Collects the rows of one table from its tags. Missing closing tags are implied, as in browsers."""

    placed: PlacedText
    read_spans: ReadSpans
    report: Report
    rows: list[Row] = field(default_factory=list)
    _cells: list[Cell] = field(default_factory=list)
    _start: int = -1
    """Offset where the open row begins, or -1."""
    _cell: tuple[int, str, int] | None = None
    """Of the open cell: offset of its text, attributes of its tag, and number of columns."""
    _below: dict[int, tuple[int, Cell]] = field(default_factory=dict)
    """Column -> number of further rows that a cell from above spans, and the cell."""
    _depth: int = 0

    def read(self) -> None:
        """Reads all rows."""
        position = 0
        for token in TOKEN.finditer(self.placed.text):
            name = (token[2] or "").lower()
            if name == "table":
                self._nest(token)
            elif self._depth == 1 and name in ("tr", "td", "th", "tbody", "thead", "tfoot"):
                self._take(token, name)
            position = token.end()
        self._end_row(position)

    def _nest(self, token: re.Match[str]) -> None:
        self._depth += -1 if token[1] else 1
        # The rows of a nested table would mix with those of the outer one.
        if self._depth == 2 and not token[1]:
            where = self.placed.location(*token.span())
            self.report(Diagnostic(UNREAD_TEXT, "a table inside a cell is read as text", where, "put it below"))
        if self._depth == 0:
            self._end_row(token.start())

    def _take(self, token: re.Match[str], name: str) -> None:
        if name not in ("td", "th"):
            self._end_row(token.start() if not token[1] else token.end(), token.start())
            if name == "tr" and not token[1]:
                self._start = token.start()
            return
        self._end_cell(token.start())
        if not token[1]:
            self._start = self._start if self._start >= 0 else token.start()
            self._cell = (token.end(), token[3], 1)

    def _end_cell(self, end: int) -> None:
        if self._cell is None:
            return
        start, attributes, _ = self._cell
        pairs = {name.lower(): a or b or c for name, a, b, c in _PAIR.findall(attributes)}
        placed = self.placed.cut(start, end).trimmed()
        # kramdown reads Markdown in a cell only if asked to.
        is_markdown = pairs.get("markdown", "0") in ("1", "span", "block")
        spans = self.read_spans(placed) if is_markdown else tuple(html_spans(placed))
        cell = Cell(spans, placed.location())
        self._fill_from_above()
        for _ in range(_number(pairs.get("colspan"))):
            if (down := _number(pairs.get("rowspan"))) > 1:
                self._below[len(self._cells)] = (down - 1, cell)
            self._cells.append(cell)
        self._cell = None

    def _fill_from_above(self) -> None:
        while (column := len(self._cells)) in self._below:
            left, cell = self._below.pop(column)
            if left > 1:
                self._below[column] = (left - 1, cell)
            self._cells.append(cell)

    def _end_row(self, end: int, inside: int = -1) -> None:
        self._end_cell(inside if inside >= 0 else end)
        if self._cells:
            self._fill_from_above()
            self.rows.append(Row(tuple(self._cells), self.placed.cut(max(0, self._start), end).trimmed().location()))
        self._cells, self._start = [], -1


def _number(text: str | None) -> int:
    return min(_SPREAD, max(1, int(text))) if text and text.isdecimal() and len(text) < 6 else 1


def html_spans(placed: PlacedText) -> Iterator[Span]:
    """The spans of HTML: code, links, words with a class, and text without tags and with entities decoded, with a
    break between two lines."""
    is_begun = False
    waiting: Span | None = None
    for span in _spans_and_breaks(placed):
        if span.text == BREAK:
            waiting = span if is_begun else None
            continue
        if waiting:
            yield waiting
        yield span
        is_begun, waiting = True, None


def _spans_and_breaks(placed: PlacedText) -> Iterator[Span]:
    text, done = placed.text, 0
    open_name, start, attributes, inside = "", 0, "", 0
    for token in TOKEN.finditer(text):
        name = (token[2] or "").lower()
        if open_name and not (token[1] and name == open_name):
            continue
        if open_name:
            inner = " ".join(unescape(TOKEN.sub(_blank, text[inside : token.start()])).split())
            yield _element(open_name, attributes, inner, placed.cut(start, token.end()))
            open_name = ""
        else:
            yield from _text(placed, done, token.start())
        done = token.end()
        if name in _BLOCKS:
            yield Text(BREAK, placed.location(*token.span()))
        # A class of a paragraph or an item says how it looks, that of a word says what it is.
        if not token[1] and (name in ("code", "a") or ("class" in token[3] and name not in _BLOCKS)):
            closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, done)
            if closing:
                open_name, start, attributes, inside = name, token.start(), token[3], token.end()
    yield from _text(placed, done, len(text))


def _blank(token: re.Match[str]) -> str:
    """What stands for a tag in one line of text."""
    return " " if (token[2] or "").lower() in _BLOCKS else ""


def _element(name: str, attributes: str, text: str, placed: PlacedText) -> Span:
    pairs = {key.lower(): a or b or c for key, a, b, c in _PAIR.findall(attributes)}
    if name == "a" and "href" in pairs:
        return Link(text, unescape(pairs["href"]), placed.location())
    classes = tuple(pairs["class"].split()) if "class" in pairs else None
    return Code(text, placed.location(), classes) if name == "code" or classes else Text(text, placed.location())


def _text(placed: PlacedText, start: int, end: int) -> Iterator[Text]:
    text = placed.text[start:end]
    if text.strip():
        lead, trail = (" " if text[index].isspace() else "" for index in (0, -1))
        yield Text(lead + " ".join(unescape(text).split()) + trail, placed.location(start, end))
