"""Finds and classifies the lines of a page that can state a fact, from the text alone.

It deliberately uses none of the readers: a line counts as what it looks like to a person. A row has pipes, an item a
bullet, a script key a colon. Where Markdown renders it as something else, that difference is what is to be noticed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Page
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass

KINDS = (
    "front matter key", "heading", "row", "title row", "HTML row", "list item", "paragraph", "callout", "script key",
    "code",
)  # fmt: skip

_KEY = regex(r"([\w-]+)[ \t]*:(?:[ \t]|$)")
_FENCE = regex(r"[ \t>]*(?:[-*+][ \t]+)?(`{3,}|~{3,})[ \t]*[^\s]*[ \t]*$")
"""Where a fence begins: behind several words, kramdown sees none."""
_CLOSING = 3
"""How much further to the right than a fence's first line its last one may stand."""
_HEADING = regex(r"[ \t>]{0,3}(?:(?:[-*+]|\d{1,4}[.)])[ \t]+)?#{1,6}[ \t]+\S|.*<h[1-6][ >]", re.IGNORECASE)
_SCRIPT = regex(r"(?:[^<]++|<(?![a-z/])|</?(?!script(?![^\s>/]))[a-z][^<>]*>)*+<script(?![^\s>/])", re.IGNORECASE)
"""Where a script begins: in an open tag, as in `<s<script>`, none does."""
_LEVEL = regex(r"(#{1,6})[ \t]|<h([1-6])[ >]", re.IGNORECASE)
_CALLOUT = regex(r"""buildCallouts|\b(?:title|message|text|content|html)['"]?[ \t]*:""")
"""Matches the visible text of a callout; its other lines only control the display."""
_ROW = regex(r"[ \t>]*\|")
_ROW_IN_ITEM = regex(r"[ \t>]*(?:[-*+]|\d{1,4}[.)]|:)[ \t]+\|")
_WORD = regex(r"\w")
_INDENTED = regex(r"(?: {4}|\t)[ \t]*\S")
_CODED = regex(r"[{}()\[\];=<>$]|://|//|\":")
"""Characters that lines of code have and sentences rarely do."""
_IN_WORDS = regex(r"\|?(?:[ \t]*[*_]{1,2}\([^|]*\)[*_]{1,2}[ \t]*\|?)+")
"""Matches a row whose emphasised cells in parentheses explain the columns."""
_UNDERLINE = regex(r"(?:=+|-{2,})[ \t]*$")
_DASHES = regex(r"[ \t>|:+=-]*[-=]{1,}[ \t|:+=-]*$")
_ITEM = regex(r"[ \t>]*(?:[-*+]|\d{1,4}[.)]|:)[ \t]+\S")
_HTML_ROW = regex(r".*<(?:tr|td|th)[ >]", re.IGNORECASE)
_HTML_TITLE = regex(r"<th[ >]", re.IGNORECASE)
_HTML_CELL = regex(r"<td[ >]", re.IGNORECASE)
_SPANNING = regex(r"[^<]*(?:<tr\b[^>]*>\s*)?<t[dh]\b[^>]*\browspan=[\"']?(\d{1,3})", re.I)
_END_OF_ROW = regex(r"</?(?:tr|table|thead|tbody)\b[^<]*$|</tr\b", re.IGNORECASE)
_ROW_LINES = 60
"""Most lines of an HTML row that are looked at in each direction."""
_QUOTED = regex(r"""'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\\n]|\\.)*`|//.*""")
_HTML_ITEM = regex(r".*<(?:li|dt|dd)[ >]", re.IGNORECASE)
_TAGS = regex(r"</?[a-zA-Z][^<>]*>|<!--.*?-->")
_LONG_TAG = regex(
    r"</?(?!(?:script|style|tr|td|th|li|dt|dd)(?![\w-]))[a-zA-Z][^<>\n]*(?:\n(?![ \t]*\n)[^<>\n]*)+>", re.I
)
"""A tag of several lines: what stands in it is not shown."""
_BLOCK_ATTRIBUTES = regex(r"[ \t>]*\{:[^}]*\}[ \t]*$")
_TARGET = regex(r"[ \t]{0,3}\[[^\]]+\]:[ \t]*\S")
_SCRIPT_KEY = regex(r"""(?:^|[{,(])[ \t]*(?:'([^'\n]+)'|"([^"\n]+)"|([A-Za-z_$][\w$]*))[ \t]*:(?![:/])""")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that can state a fact."""

    kind: str
    text: str
    location: Location
    whole: str = ""
    """The paragraph, list item or HTML row that contains it."""
    is_hidden: bool = False
    """Whether it is in a comment."""
    level: int = 0
    """The level of a heading; 1 is the highest."""
    row: tuple[int, ...] = ()
    """The numbers of all lines of the HTML row that contains it."""


def page_lines(page: Page, calls: tuple[str, ...]) -> Iterator[Line]:
    """The lines of a page after Liquid, in order. Scripts without any of the `calls` count as code."""
    scanner = _Scanner(_LONG_TAG.sub(lambda tag: "\n" * tag[0].count("\n"), page.rendered).split("\n"), calls)
    found = list(scanner.kinds())
    wholes, rows = _wholes(found, scanner.lines), _html_rows(found, scanner.lines)
    for index, kind in found:
        number = page.line_numbers[index] if index < len(page.line_numbers) else 1
        text, row = scanner.lines[index].strip(), rows.get(index, ())
        yield Line(
            kind,
            text,
            Location(page.path, number),
            " ".join(scanner.lines[at].strip() for at in row) or wholes.get(index, text),
            index in scanner.hidden,
            scanner.level(index) if kind == "heading" else 0,
            tuple(page.line_numbers[at] for at in row if at < len(page.line_numbers)),
        )


def front_matter_end(page: Page) -> int:
    """The last line of the front matter; 1 where the page has none."""
    lines = page.rendered.split("\n")
    end = _end_of_front_matter(lines)
    return page.line_numbers[end] if end < len(page.line_numbers) else 1


def _end_of_front_matter(lines: list[str]) -> int:
    """The index of the line that ends the front matter; 0 where there is none."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    return next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)


def _wholes(found: list[tuple[int, str]], lines: list[str]) -> dict[int, str]:
    """Line index -> the text of its paragraph or list item."""
    runs: list[list[int]] = []
    for index, kind in found:
        # A link's target can hold what makes a line of text look like a row.
        is_text = kind == "paragraph" or (kind == "row" and not _ROW.match(lines[index]))
        if is_text and runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        elif is_text or kind == "list item":
            runs.append([index])
    return {index: " ".join(lines[one].strip() for one in run) for run in runs for index in run}


def _html_rows(found: list[tuple[int, str]], lines: list[str]) -> dict[int, list[int]]:
    """Line index -> the indexes of the lines of its HTML row, which begins at `<tr>`; without it, each is its own.

    Rows that the first cell of one spans are one row.
    """
    rows: dict[int, list[int]] = {}
    run: list[int] = []
    left = 0
    for index, kind in found:
        if kind not in ("HTML row", "title row"):
            continue
        first = run[-1] if run else index
        between = lines[first + 1 : index + 1]
        if any("<tr" in line.lower() for line in between) or not run:
            left = left - 1 if left and run and "</table" not in "".join(between).lower() else 0
            run = run if left else []
        if not run and (spanned := _SPANNING.match(lines[index])):
            left = int(spanned[1])
        run.append(index)
        rows[index] = run
    return rows


class _Scanner:
    """Classifies the lines of a page in a single pass."""

    def __init__(self, lines: list[str], calls: tuple[str, ...]) -> None:
        self.lines = lines
        self._calls = calls
        self._at = 0
        self._in_callout = False
        self._is_called = False
        """Whether a call stands above in the script: what looks like a key before it, a label, is none."""
        self._open = 0
        """How many brackets of the call are open."""
        self.hidden: set[int] = set()
        """Indexes of the lines in comments."""

    def kinds(self) -> Iterator[tuple[int, str]]:
        """(line index, kind) for each line that can state a fact."""
        if self.lines and self.lines[0].rstrip() == "---":
            yield from self._front_matter()
        while self._at < len(self.lines):
            line = self.lines[self._at]
            if fence := _FENCE.match(line):
                yield from self._code(fence[1])
            elif _SCRIPT.match(line):
                yield from self._until("</script", self._script_kinds if self._is_known() else self._code_kinds)
            elif re.search(r"<style\b", line, re.IGNORECASE):
                yield from self._until("</style", self._hidden_kinds)
            elif line.strip() == "{::comment}":
                begin = self._at
                yield from self._until("{:/", self._hidden_kinds)
                self.hidden.update(range(begin, self._at + 1))
            elif "<!--" in line and "-->" not in line and self._is_closed("-->"):
                begin = self._at
                yield from self._until("-->", self._hidden_kinds)
                self.hidden.update(range(begin, self._at + 1))
            elif self._is_code():
                yield from self._indented()
                continue
            elif kind := self._kind(line):
                yield self._at, kind
            self._at += 1

    def level(self, index: int) -> int:
        """The level of a heading."""
        if mark := _LEVEL.search(self.lines[index]):
            return len(mark[1] or "") or int(mark[2])
        return 1 if self._line(index + 1).startswith("=") else 2

    def _front_matter(self) -> Iterator[tuple[int, str]]:
        end = _end_of_front_matter(self.lines)
        for index in range(1, end):
            if _KEY.match(self.lines[index]):
                yield index, "front matter key"
        self._at = end + 1

    def _code(self, mark: str) -> Iterator[tuple[int, str]]:
        # As far to the right as a closing line may stand; further, it is code.
        most = len(self.lines[self._at]) - len(self.lines[self._at].lstrip()) + _CLOSING
        closing = re.compile(rf"(?:[ \t]{{0,{most}}}|[ \t]*>[ \t>]*){re.escape(mark)}{mark[0]}*[ \t]*$")
        ends = (i for i in range(self._at + 1, len(self.lines)) if closing.match(self.lines[i]))
        end = next(ends, -1)
        if end < 0:
            yield self._at, "paragraph"
            return
        for index in range(self._at + 1, end):
            if _ROW.match(self.lines[index]) and not _DASHES.match(self.lines[index]):
                is_among_rows = _ROW.match(self.lines[index - 1]) or _ROW.match(self.lines[index + 1])
                yield index, "row" if is_among_rows else "code"
            elif self.lines[index].strip():
                yield index, "code"
        self._at = end

    def _is_code(self) -> bool:
        """Whether an indented code block begins here, as a person would see it."""
        if not _INDENTED.match(self.lines[self._at]) or not self._begins_anew():
            return False
        run = self.lines[self._at : self._end_of_indented()]
        coded = [bool(_CODED.search(line)) for line in run if line.strip()]
        return 2 * sum(coded) >= len(coded) and not any(
            (_ROW.match(line) and _is_row(line)) or _ITEM.match(line) for line in run
        )

    def _begins_anew(self) -> bool:
        """Whether a blank line or a heading comes before the line."""
        before = self._line(self._at - 1)
        return not before.strip() or bool(_HEADING.match(before))

    def _end_of_indented(self) -> int:
        end = self._at
        while end < len(self.lines) and (_INDENTED.match(self._line(end)) or not self._is_behind_blank(end)):
            end += 1
        return end

    def _is_behind_blank(self, index: int) -> bool:
        """Whether a blank line comes before the line: kramdown continues indented code across other lines."""
        return bool(self._line(index).strip()) and not self._line(index - 1).strip()

    def _indented(self) -> Iterator[tuple[int, str]]:
        end = self._end_of_indented()
        yield from ((index, "code") for index in range(self._at, end) if self.lines[index].strip())
        self._at = end

    def _until(self, closing: str, kinds: Callable[[str], Iterator[str]]) -> Iterator[tuple[int, str]]:
        while self._at < len(self.lines):
            line = self.lines[self._at]
            yield from ((self._at, kind) for kind in kinds(line))
            if closing in line.lower():
                return
            self._at += 1

    def _is_known(self) -> bool:
        """Whether the script that begins here contains a call that states facts."""
        for line in self.lines[self._at :]:
            if any(call in line.casefold() for call in self._calls):
                self._is_called = False
                return True
            if "</script" in line.lower():
                break
        return False

    @staticmethod
    def _code_kinds(line: str) -> Iterator[str]:
        if _TAGS.sub("", line).strip():
            yield "code"

    def _script_kinds(self, line: str) -> Iterator[str]:
        if not self._is_called:
            calls = [at for call in self._calls if (at := line.casefold().find(call)) >= 0]
            self._is_called = bool(calls)
            # What looks like a key before the call, as `window: defineTryit(`, is a label.
            line, self._open = line[min(calls) :] if calls else line, 0
        bare = _QUOTED.sub("", line)
        self._open += sum(map(bare.count, "([{")) - sum(map(bare.count, ")]}"))
        self._in_callout = self._in_callout or "buildcallouts(" in line.casefold()
        if self._in_callout:
            if _CALLOUT.search(line):
                yield "callout"
            self._in_callout = not line.rstrip().endswith(");")
        elif line.lstrip().startswith("//"):
            yield "code"
        elif _SCRIPT_KEY.search(line.split("</script")[0]):
            yield "script key" if self._is_called else "code"
        # What stands behind the call's last bracket is no part of it.
        self._is_called = self._is_called and self._open > 0

    @staticmethod
    def _hidden_kinds(line: str) -> Iterator[str]:
        if _is_row(line):
            yield "row"

    def _is_closed(self, mark: str) -> bool:
        return any(mark in line for line in self.lines[self._at + 1 :])

    def _kind(self, line: str) -> str:
        """The kind of a line outside of code and scripts; empty if it cannot state a fact."""
        bare = _TAGS.sub("", line).strip(" \t>")
        if _HTML_ROW.match(line):
            return ("title row" if self._is_html_title() else "HTML row") if bare else ""
        if _HTML_ITEM.match(line):
            return "list item" if bare else ""
        if not bare or _DASHES.match(line) or _BLOCK_ATTRIBUTES.match(line) or _TARGET.match(line):
            return ""
        if _HEADING.match(line) or self._is_underlined(line):
            return "heading"
        if _is_row(line) and (_ROW_IN_ITEM.match(line) or not _ITEM.match(line)):
            return "title row" if self._is_title_row() else "row"
        if _ITEM.match(line):
            return "list item"
        return "paragraph"

    def _is_title_row(self) -> bool:
        """Whether a row is a table header: the first of its run, with a row of dashes further down."""
        if _IN_WORDS.fullmatch(self._line(self._at).strip()):
            return True
        if "|" in self._line(self._at + 1) and _DASHES.match(self._line(self._at + 1)):
            return True
        if _is_row(self._line(self._at - 1)):
            return False
        at = self._at + 1
        while "|" in self._line(at) and not _DASHES.match(self._line(at)):
            at += 1
        return "|" in self._line(at)

    def _is_html_title(self) -> bool:
        """Whether a row holds `<th>` and no `<td>`: beside a `<td>`, a `<th>` names the row."""
        begin = end = self._at
        first, last = max(0, begin - _ROW_LINES), min(len(self.lines) - 1, end + _ROW_LINES)
        while (
            begin > first and "<tr" not in self.lines[begin].lower() and not _END_OF_ROW.search(self.lines[begin - 1])
        ):
            begin -= 1
        while end < last and not _END_OF_ROW.search(self.lines[end]):
            end += 1
        row = " ".join(self.lines[begin : end + 1])
        return len(_HTML_TITLE.findall(row)) > 1 and not _HTML_CELL.search(row)

    def _line(self, index: int) -> str:
        return self.lines[index] if 0 <= index < len(self.lines) else ""

    def _is_underlined(self, line: str) -> bool:
        if self._at + 1 >= len(self.lines) or not _UNDERLINE.match(self.lines[self._at + 1]):
            return False
        before = self._line(self._at - 1) if self._at else ""
        return not before.strip() or bool(_UNDERLINE.match(before) or _ITEM.match(line))


def _is_row(line: str) -> bool:
    """Whether a line looks like a table row: it has words, and begins with a pipe or has at least two."""
    return (
        bool(_ROW.match(line) or line.count("|") > 1)
        and bool(_WORD.search(_TAGS.sub("", line)))
        and not _DASHES.match(line)
    )


def script_names(text: str, optional: str) -> list[str]:
    """The keys in a line of a script, without the mark `optional` that can stand before one."""
    keys = (a or b or c for a, b, c in _SCRIPT_KEY.findall(text))
    return [key.strip().removeprefix(optional).strip() for key in keys]
