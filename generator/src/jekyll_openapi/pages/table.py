"""Tables: rows that know their lines, with a word on what renderers disagree about.

    | Property | Tags
    |:---------|:-----
    | `action` | `required`{: .label .label-red }

GFM finds most of them. kramdown, which renders the pages, also makes a table where the row below the header has another
number of columns or is missing. Rows are padded to the header's width, and cut to it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from jekyll_openapi.diagnostics import Diagnostic, Report, Rule
from jekyll_openapi.pages.document import Cell, Row, Span, Table, Text
from jekyll_openapi.pages.inline import is_attribute_list
from jekyll_openapi.pages.placed import PlacedText
from jekyll_openapi.pages.row import code_crosses_pipe, is_row, is_separator, split_row
from jekyll_openapi.rules import LIMIT_EXCEEDED, MALFORMED_TABLE

Line = tuple[int, int]
"""Start and end of a line of the body, without what stands before a block: indentation, quote marks."""
_NEAR = 200
"""How far around a table text is looked for."""
_LISTED = 5
"""How many superfluous cells a finding quotes, ..."""
_QUOTED = 40
"""... and how much of each."""


@dataclass(frozen=True, slots=True)
class TableReader:
    """Makes tables of lines of one body."""

    body: PlacedText
    read_spans: Callable[[PlacedText], tuple[Span, ...]]
    report: Report
    columns: int
    """How many there may be."""

    def read_gfm(self, lines: list[Line], texts: list[list[str]]) -> Iterator[Table]:
        """A table that markdown-it found, with the cells that it read."""
        self._look_around(lines[0][0], lines[-1][1])
        yield from self._read([lines[0], *lines[2:]], texts)

    def read_lenient(self, lines: list[Line]) -> Iterator[Table]:
        """A table that only kramdown makes."""
        if is_separator(self._text(lines[1])):
            self._complain("the row below the header has another number of columns", lines[1], "one `---` for each")
            yield from self._read([lines[0], *lines[2:]])
        else:
            self._complain("no row of dashes stands below the header", lines[0], "add `|:---|`, one for each column")
            yield from self._read(lines)

    def _read(self, lines: list[Line], expected: list[list[str]] | None = None) -> Iterator[Table]:
        width = len(split_row(self._text(lines[0])))
        if width > self.columns:
            message = f"the table has {width} columns; {self.columns} are read"
            self._complain(message, lines[0], "split the table", LIMIT_EXCEEDED)
            return
        header, *rows = (
            self._row(line, width, expected[index] if expected else None)
            for index, line in enumerate(lines)
            if index == 0 or self._is_row(line)
        )
        yield Table(header, tuple(rows), self.body.location(lines[0][0], lines[-1][1]))

    def _look_around(self, start: int, end: int) -> None:
        """Say so where text stands against a table that is in no list or quote: kramdown then sees no table."""
        above, _, before = self.body.text[max(0, start - _NEAR) : start].rpartition("\n")
        below = self.body.text[end + 1 : end + _NEAR].partition("\n")[0]
        if not before and above.rpartition("\n")[2].strip():
            self._complain("the table stands directly below text", (start, start + 1), "put a blank line before it")
        if not before and below.strip():
            self._complain("text stands directly below the table", (end + 1, end + 2), "put a blank line behind it")

    def _is_row(self, line: Line) -> bool:
        text = self._text(line)
        if is_separator(text):
            self._complain("a row of dashes stands between rows", line, "remove it")
            return False
        if is_attribute_list(text):
            return False
        if not is_row(text):
            self._complain("the row has no pipe", line, "put a blank line behind the table, or begin the row with `|`")
        return True

    def _row(self, line: Line, width: int, expected: list[str] | None) -> Row:
        text = self._text(line)
        cells = [self._cell(line[0] + start, line[0] + end) for start, end in split_row(text)]
        if len(cells) > width:
            left = ", ".join(f"`{cell.text[:_QUOTED]}`" for cell in cells[width : width + _LISTED])
            more = ", ..." if len(cells) > width + _LISTED else ""
            self._complain(f"the row has more cells than the header; left out: {left}{more}", line, "")
        if code_crosses_pipe(text):
            self._complain("a pipe inside a code span ends the cell", line, r"write it as `\|`")
        end = self.body.cut(line[1], line[1])
        cells = [*cells[:width], *[end] * (width - len(cells))]
        if expected is not None and [cell.text for cell in cells] != expected:
            self._complain("it is not certain where the cells of the row end", line, "")
            cells = [replace(self.body.cut(*line), text=text) for text in expected]
        return Row(tuple(map(self._read_cell, cells)), self.body.location(*line))

    def _read_cell(self, cell: PlacedText) -> Cell:
        match spans := self.read_spans(cell):
            case (Text(location=whole),):
                return Cell(spans, whole)
        return Cell(spans, cell.location())

    def _cell(self, start: int, end: int) -> PlacedText:
        r"""The text of a cell, `\|` a pipe."""
        cell = self.body.cut(start, end)
        parts, done = [], 0
        while (found := cell.text.find("\\|", done)) >= 0:
            parts.append(cell.cut(done, found))
            done = found + 1
        return PlacedText.joined([*parts, cell.cut(done, len(cell.text))]) if parts else cell

    def _text(self, line: Line) -> str:
        return self.body.text[slice(*line)]

    def _complain(self, message: str, line: Line, hint: str, rule: Rule = MALFORMED_TABLE) -> None:
        self.report(Diagnostic(rule, message, self.body.location(*line), hint))
