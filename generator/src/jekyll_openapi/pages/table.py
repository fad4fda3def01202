"""Reads pipe tables as kramdown does.

    | Property | Tags
    |:---------|:-----
    | `action` | `required`{: .label .label-red }

A table is surrounded by blank lines, and each of its lines has a pipe outside of code. Rows are as wide as the header.
"""

from collections.abc import Callable, Iterator

from jekyll_openapi.diagnostics import Diagnostic, Location, Report, Rule
from jekyll_openapi.pages import grammar
from jekyll_openapi.pages.document import Cell, Row, Span, Table
from jekyll_openapi.pages.placed_text import PlacedText
from jekyll_openapi.pages.row import code_spans, escaped_pipes, has_pipe, is_separator, split_row
from jekyll_openapi.records import dataclass
from jekyll_openapi.rules import LIMIT_EXCEEDED, MALFORMED_TABLE, UNRENDERED_TABLE

Line = tuple[int, int]
"""Start and end offset of a line in the table's text, without the line break."""
_LISTED = 5
"""Most superfluous cells that a finding quotes, ..."""
_QUOTED = 40
"""... and most characters of each."""


def table_end(text: str, position: int) -> int:
    """The offset after the table that begins at an offset; -1 if none begins there."""
    end, head, footer, bodies, rows = position, False, False, 0, 0
    while grammar.TABLE_LINE.match(text, end):
        if match := grammar.SEPARATOR.match(text, end):
            if rows and not head and not footer:
                head, rows = True, 0
            elif rows and not footer:
                bodies, rows = bodies + 1, 0
        elif match := grammar.FOOTER.match(text, end):
            bodies, rows = bodies + (rows > 0), 0
            footer = True
        else:
            rows += 1
            match = grammar.LINE.match(text, end)
        assert match
        end = match.end()
    bodies += rows > 0 and not footer
    return end if bodies and grammar.BOUNDARY.match(text, end) and _has_pipes(text[position : end - 1]) else -1


def _has_pipes(text: str) -> bool:
    """Whether each line of the text has a pipe outside of code."""
    if "`" not in text:
        return True
    has_pipe_on_line = False
    done = 0
    for start, end, _ in (*code_spans(text), (len(text), len(text), 0)):
        lines = text[done:start].split("\n")
        if len(lines) > 1 and not has_pipe_on_line and not grammar.HAS_PIPE.match(lines[0]):
            return False
        has_pipe_on_line = (len(lines) == 1 and has_pipe_on_line) or bool(grammar.HAS_PIPE.match(lines[-1]))
        breaks = text.count("\n", start, end)
        if breaks > 1 or (breaks and not has_pipe_on_line):
            return False
        has_pipe_on_line = has_pipe_on_line and not breaks
        done = end
    return has_pipe_on_line


@dataclass(frozen=True, slots=True)
class TableReader:
    """Reads the table in a text."""

    body: PlacedText
    read_spans: Callable[[PlacedText], tuple[Span, ...]]
    report: Report
    columns: int
    """Most columns."""
    read_notes: Callable[[PlacedText], tuple[Span, ...]] = lambda _: ()
    """What the footnotes say to which a row refers."""

    def read(self, *, is_rendered: bool = True) -> Iterator[Table]:
        """The table. If kramdown would not render these lines as a table, this is reported."""
        lines = list(self._lines())
        if not is_rendered:
            lines = self._whole_rows(lines)
        separators = [index for index, line in enumerate(lines) if is_separator(self._text(line))]
        between = set(separators)
        rows = [line for index, line in enumerate(lines) if index not in between and not self._is_footer(line)]
        if not is_rendered:
            self._complain_unrendered(lines, rows, separators)
        if is_rendered and self._text(lines[0]).startswith("|"):
            for line in (one for one in lines if not self._text(one).startswith("|")):
                self._complain("the row does not begin with a pipe, as the others do", line, "write a row in one line")
        for index in separators:
            # kramdown starts a new table body there, and renders no second header.
            if index > 1:
                self._complain("a row of dashes stands between rows", lines[index], "remove it")
        leading = self._text(lines[0]).startswith("|")
        if separators[:1] == [0]:
            yield from self._table(lines, [], rows, leading)
            return
        if not separators and is_rendered:
            self._complain("no row of dashes stands below the header", lines[0], "add `|:---|`, one for each column")
        yield from self._table(lines, rows[:1], rows[1:], leading, bool(separators))

    def _table(
        self, lines: list[Line], header: list[Line], rows: list[Line], leading: bool, is_headed: bool = False
    ) -> Iterator[Table]:
        # Without a row of dashes the first row is as wide as all others.
        measured = header if header and is_headed else [*header, *rows]
        width = max(len(split_row(self._text(line), leading=leading)) for line in measured) if measured else 0
        if width > self.columns:
            message = f"the table has {width} columns; {self.columns} are read"
            self.report(Diagnostic(LIMIT_EXCEEDED, message, self._location(lines), "split the table"))
            return
        head = self._row(header[0], width, leading) if header else Row((), self.body.cut(*lines[0]).location())
        body = tuple(self._row(line, width, leading) for line in rows)
        yield Table(head, body, self._location(lines), is_headed=is_headed or not header)

    def _row(self, line: Line, width: int, leading: bool) -> Row:
        text = self._text(line)
        cells = [self._cell(line[0] + start, line[0] + end) for start, end in split_row(text, leading=leading)]
        if len(cells) > width:
            left = ", ".join(f"`{' '.join(cell.text.split())[:_QUOTED]}`" for cell in cells[width : width + _LISTED])
            more = ", ..." if len(cells) > width + _LISTED else ""
            self._complain(f"the row has more cells than the header; left out: {left}{more}", line, "")
        end = self.body.cut(line[1], line[1])
        cells = [*cells[:width], *[end] * (width - len(cells))]
        whole = self.body.cut(*line)
        return Row(tuple(map(self._read_cell, cells)), whole.location(), notes=self.read_notes(whole))

    def _read_cell(self, cell: PlacedText) -> Cell:
        spans, where = self.read_spans(cell), cell.location()
        # One object for both takes less memory.
        return Cell(spans, spans[0].location if len(spans) == 1 and spans[0].location == where else where)

    def _cell(self, start: int, end: int) -> PlacedText:
        r"""The text of a cell, with `\\|` as a pipe."""
        cell = self.body.cut(start, end)
        parts, done = [], 0
        for found in escaped_pipes(cell.text):
            parts.append(cell.cut(done, found))
            done = found + 1
        return PlacedText.joined([*parts, cell.cut(done, len(cell.text))]) if parts else cell

    def _complain_unrendered(self, lines: list[Line], rows: list[Line], separators: list[int]) -> None:
        """Reports why kramdown does not render these lines as a table."""
        without = next((line for line in rows if not has_pipe(self._text(line))), None)
        count = len(rows) - bool(separators and separators[0])
        what = "its row is" if count == 1 else f"its {count} rows are"
        read = f"{what} read anyway" if count else "it has no row"
        message = f"kramdown renders this as a paragraph, not a table; {read}"
        hint = "put a blank line before the table and behind it"
        if without and without != lines[-1]:
            hint = "write each row in one line, with a pipe"
        self.report(Diagnostic(UNRENDERED_TABLE, message, self.body.cut(*lines[0]).location(), hint))

    def _whole_rows(self, lines: list[Line]) -> list[Line]:
        """The rows, joined with their continuation lines."""
        begins = self._text(lines[0]).startswith("|")
        rows: list[Line] = []
        broken: list[int] = []
        for line in lines:
            text = self._text(line)
            if text.startswith("|") or not rows or (not begins and "|" in text):
                rows.append(line)
            else:
                rows[-1] = rows[-1][0], line[1]
                broken += [len(rows) - 1] if broken[-1:] != [len(rows) - 1] else []
        for index in broken:
            self._complain("the row goes on in the next line", rows[index], "write it in one line")
        return rows

    def _lines(self) -> Iterator[Line]:
        """The lines without surrounding white space."""
        start = 0
        for text in self.body.text.rstrip("\n").split("\n"):
            bare = text.strip(" \t")
            begin = start + len(text) - len(text.lstrip(" \t"))
            yield begin, begin + len(bare)
            start += len(text) + 1

    def _location(self, lines: list[Line]) -> Location:
        return self.body.location(lines[0][0], lines[-1][1])

    def _is_footer(self, line: Line) -> bool:
        return bool(grammar.FOOTER.match(self._text(line) + "\n"))

    def _text(self, line: Line) -> str:
        return self.body.text[slice(*line)]

    def _complain(self, message: str, line: Line, hint: str, rule: Rule = MALFORMED_TABLE) -> None:
        self.report(Diagnostic(rule, message, self.body.cut(*line).location(), hint))
