"""Finds where each line of the pages went: into the description, into a finding, or nowhere, for a known reason."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from sys import maxsize
from typing import Any

from jekyll_openapi.accounting.lines import KINDS, Line, page_lines, script_keys
from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.diagnostics import Diagnostic, Location
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.pages.document import Page, Site
from jekyll_openapi.records import dataclass
from jekyll_openapi.rules import BROKEN_FRONT_MATTER, DUPLICATE_OPERATION, DUPLICATE_SCHEMA, UNREADABLE_PATH

_PLACE = re.compile(r"(\S+?):(\d+)(?=\s|$|[,;.)`])")
_WORD = re.compile(r"\w+")
# No bracket opens inside what one has opened, or a line of brackets alone would take the square of its length.
_LINK_TEXT = re.compile(r'\[([^\[\]\n]*)\]\([^)\s]*(?:[ \t]+"[^"\n]*")?\)')
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^)]*\)|<a\b[^>]*>.*?</a>")
_MARKUP = re.compile(
    r'\{:[^{}\n]*\}|\{%.*?%\}|\]\([^)\s]*(?:[ \t]+"[^"\n]*")?\)|\]\[[^\[\]]*\]|'
    r"</?[a-zA-Z][\w-]*(?:\s[^<>\n]*)?/?>|&\w+;"
)
_WHOLE_PAGE = (DUPLICATE_OPERATION, DUPLICATE_SCHEMA, UNREADABLE_PATH)
"""Rules whose finding means that a whole page was left out."""
_LAYOUT = frozenset(
    ("layout", "parent", "grand_parent", "permalink", "nav_order", "has_children", "has_toc", "nav_exclude", "tags")
)
"""Front matter keys that only control the site's navigation and layout."""
_ABBREVIATION = re.compile(r"\*\[[^\]]+\]:")
_CALLOUT_KEY = re.compile(r"\b(?:title|message|text|content|html)['\"]?[ \t]*:")
_BULLET = re.compile(r"\A[ >]*(?:[-*+]|\d{1,4}[.)]|:)[ \t]+")
_TYPED = re.compile(r"\A(?:(?:required|optional|string|number|integer|boolean|object|array)\b[,.:]?[ \t]*)+")
"""Type and need words that can begin the text of a property."""
_TITLE = 3
"""Most words in a callout's title."""
_SENTENCE = 4
"""Fewest words that make a line with pipes text rather than a table row."""
_LEADS = 8
"""Most words in a line that only introduces the block below it."""
_CALL = frozenset(("name", "message", "dynamic", "exclude"))
"""Script keys that only control how a page shows a call."""


@dataclass(frozen=True, slots=True)
class Account:
    """Where each line went."""

    in_spec: tuple[Line, ...]
    in_findings: tuple[Line, ...]
    meaningless: tuple[tuple[Line, str], ...]
    """Lines without any fact, each with the reason."""
    unexplained: tuple[Line, ...]

    def table(self) -> Iterator[str]:
        """The counts as a table: a line for each kind of line, and below it the reasons for lines without a fact."""
        yield f"{'':18}{'total':>8}{'in spec':>10}{'in findings':>13}{'no fact':>10}{'unexplained':>13}"
        nothing = [line for line, _ in self.meaningless]
        columns = [Counter(line.kind for line in lines) for lines in (self.in_spec, self.in_findings, nothing)]
        columns.append(Counter(line.kind for line in self.unexplained))
        for kind in KINDS:
            spec, findings, empty, lost = (column[kind] for column in columns)
            yield f"{kind + 's':18}{spec + findings + empty + lost:8}{spec:10}{findings:13}{empty:10}{lost:13}"
        for reason, count in sorted(Counter(reason for _, reason in self.meaningless).items()):
            yield f"no fact: {count} lines: {reason}"


def account(site: Site, spec: Json, findings: Sequence[Diagnostic], dialect: Dialect) -> Account:
    """Looks up each line of each page in the description, then among the findings, then for a reason."""
    books = _Books(spec, findings, dialect)
    in_spec: list[Line] = []
    in_findings: list[Line] = []
    nothing: list[tuple[Line, str]] = []
    unexplained: list[Line] = []
    for page in site.pages:
        texts = books.texts_of(page)
        title: Line | None = None
        term = False
        for line in page_lines(page, (dialect.tryit_call, dialect.callout_call)):
            title = line if line.kind == "heading" else title
            if books.is_in_spec(line, texts) or (term and line.text.startswith(":")):
                # A definition stands where its term stands, with which it is one row.
                term = True
                in_spec.append(line)
                continue
            term = False
            if (
                books.is_found(line.location)
                or books.is_in_broken_script(line)
                or (title and books.is_found_with(title, line))
            ):
                in_findings.append(line)
            elif reason := books.reason(line, page):
                nothing.append((line, reason))
            else:
                unexplained.append(line)
    return Account(tuple(in_spec), tuple(in_findings), tuple(nothing), tuple(unexplained))


class _Books:
    """Index of everything that the description and the findings mention, by place and by word."""

    def __init__(self, spec: Json, findings: Sequence[Diagnostic], dialect: Dialect) -> None:
        self._dialect = dialect
        self._lines: dict[str, set[int]] = {}
        self._texts: dict[str, list[str]] = {}
        self._keys: set[str] = set()
        self._secured = {
            str(operation["x-source"]).rsplit(":", 1)[0]
            for item in spec.get("paths", {}).values()
            for operation in item.values()
            if isinstance(operation, dict) and "x-source" in operation and operation.get("security") != []
        }
        self._gather(spec, "")
        self._read = {
            file
            for part in ("paths", "components")
            for file, _ in _PLACE.findall(_joined(spec.get(part, {}), "x-source"))
        }
        self._broken = {one.location.file for one in findings if one.rule is BROKEN_FRONT_MATTER}
        self._left_out = {one.location.file for one in findings if one.rule in _WHOLE_PAGE}
        self._findings = _covered(one.location for one in findings)

    def _gather(self, content: Any, file: str) -> None:
        """Indexes every place, name and text; a text belongs to the page in its nearest `x-source`."""
        if isinstance(content, dict):
            source = content.get("x-source")
            file = str(source).rsplit(":", 1)[0] if isinstance(source, str) else file
            for key, value in content.items():
                self._keys.add(key)
                if key.startswith("x-"):
                    for name, line in _PLACE.findall(_joined(value)):
                        self._lines.setdefault(name, set()).add(int(line))
                self._gather(value, file)
        elif isinstance(content, list):
            for value in content:
                self._gather(value, file)
        elif isinstance(content, str):
            self._texts.setdefault(file, []).append(content)

    def texts_of(self, page: Page) -> str:
        """All words of the description that come from the page, between spaces."""
        return _shown_words("\n".join(self._texts.get(page.path, ())))

    def is_in_spec(self, line: Line, texts: str) -> bool:
        """Whether the description refers to the line or contains its text."""
        if line.location.line in self._lines.get(line.location.file, ()):
            return True
        match line.kind:
            case "HTML row" | "title row":
                return False
            case "row":
                # What only looks like a row stands in a description as text, all its words in one run.
                words = _shown_words(line.text)
                return (len(words.split()) >= _SENTENCE or not line.text.startswith("|")) and words in texts
            case "callout":
                shown = [_shown_words(text) for text in _CALLOUT_KEY.split(line.text)[1:]]
                if any(one.strip() for one in shown):
                    return all(one in texts for one in shown)
                return line.location.file in self._secured
            case "script key":
                names = [
                    name.strip().removeprefix(self._dialect.optional_key).strip() for name in script_keys(line.text)
                ]
                return bool(names) and all(name in self._keys or f" {name.lower()} " in texts for name in names)
            case "front matter key":
                value = _words(line.text.partition(":")[2])
                return value.strip() != "" and value in texts
            case _:
                words = _shown_words(_TYPED.sub("", _BULLET.sub("", line.text)))
                return words.strip() != "" and words in texts

    def is_found(self, place: Location) -> bool:
        """Whether a finding covers the line."""
        if place.file in self._left_out:
            return True
        runs = self._findings.get(place.file, [])
        at = bisect_right(runs, (place.line, maxsize)) - 1
        return at >= 0 and place.line <= runs[at][1]

    def is_in_broken_script(self, line: Line) -> bool:
        """Whether the line is in a script that could not be read to its end, according to a finding."""
        runs = self._findings.get(line.location.file, ())
        return any(
            first < last and line.location.line < last >= line.script_end for first, last in runs if line.script_end
        )

    def is_found_with(self, title: Line, line: Line) -> bool:
        """Whether a finding at the title above covers the line: its section could not be read."""
        return line.kind in ("paragraph", "list item") and "/" not in title.text and self.is_found(title.location)

    def reason(self, line: Line, page: Page) -> str:
        """Why the line states no fact; empty without a known reason."""
        is_read = page.path in self._read
        if page.path in self._broken and line.location.line <= _first_blank(page):
            return "front matter that a finding says is broken"
        if line.is_hidden:
            return "hidden in a comment"
        match line.kind:
            case "title row":
                return "titles of columns"
            case "heading":
                return "title of a section"
            case "code":
                return "code"
            case "callout":
                return self._reason_of_callout(line, is_read)
            case "paragraph" if _ABBREVIATION.match(line.text):
                return "what an abbreviation stands for"
            case "front matter key":
                return self._reason_of_key(line, is_read)
            case "script key":
                return self._reason_of_script(line) if is_read else "script of a page that describes no operation"
            case "row" | "HTML row" if line.kind == "HTML row" or line.text.startswith("|"):
                words = [word for cell in line.text.split("|") if (word := cell.strip(" `*<>"))]
                nothing = {word.strip("`<>") for word in self._dialect.nothing}
                return "says that there is nothing" if words[:1] == [] or words[0] in nothing else ""
        if any(not _WORD.search(_MARKUP.sub(" ", _LINK.sub(" ", text))) for text in (line.text, line.whole)):
            return "navigation"
        if line.kind == "list item" and _words(line.text).strip() in ("toc", "table of contents"):
            return "navigation"
        if line.kind == "paragraph" and line.whole.endswith(":") and len(line.whole.split()) <= _LEADS:
            return "leads to what follows"
        return "" if is_read else "prose of a guide"

    @staticmethod
    def _reason_of_callout(line: Line, is_read: bool) -> str:
        if not is_read:
            return "callout of a page that describes no operation"
        words = _WORD.findall(_shown_text(line))
        if "defaultAuth" in line.text or len(words) > _TITLE:
            return ""
        return "title of a callout"

    def _reason_of_key(self, line: Line, is_read: bool) -> str:
        name = line.text.partition(":")[0].strip()
        if name in _LAYOUT:
            return "layout"
        if name == self._dialect.operation_field and not is_read:
            return ""
        return "front matter of a page that is read" if is_read else "front matter of a guide"

    def _reason_of_script(self, line: Line) -> str:
        read = {
            self._dialect.tryit_path,
            self._dialect.tryit_method,
            self._dialect.tryit_body,
            self._dialect.tryit_query,
        }
        known = {*read, self._dialect.tryit_exclude, self._dialect.tryit_shared, *self._dialect.tryit_known, *_CALL}
        unknown = [name for name in self._script_names(line) if name not in known and name not in self._keys]
        return "how a call is shown" if not unknown else ""

    def _script_names(self, line: Line) -> list[str]:
        return [name.strip().removeprefix(self._dialect.optional_key).strip() for name in script_keys(line.text)]


def _first_blank(page: Page) -> int:
    """The number of the first empty line of a page; of the last line if there is none."""
    lines = page.rendered.split("\n")
    return next((number for number, text in enumerate(lines, 1) if not text.strip()), len(lines))


def _covered(findings: Iterable[Location]) -> dict[str, list[tuple[int, int]]]:
    """File -> ranges of lines that findings cover, sorted and merged."""
    found: dict[str, list[tuple[int, int]]] = {}
    for one in sorted(findings, key=lambda place: place.line):
        runs, last = found.setdefault(one.file, []), max(one.line, one.end_line)
        if runs and one.line <= runs[-1][1]:
            runs[-1] = runs[-1][0], max(runs[-1][1], last)
        else:
            runs.append((one.line, last))
    return found


def _joined(value: Any, key: str = "") -> str:
    """All strings in a value, one on each line; with `key`, only those under that key."""
    if isinstance(value, str):
        return "" if key else value
    if isinstance(value, dict):
        return "\n".join(_joined(one, "" if name == key else key) for name, one in value.items())
    return "\n".join(_joined(one, key) for one in value) if isinstance(value, list) else ""


def _shown_text(line: Line) -> str:
    """The visible text in a line of a callout."""
    return _MARKUP.sub(" ", line.text.partition(":")[2]).strip(" ,;(){}`'\"")


def _words(text: str) -> str:
    """The words of a text in lower case, with a space before and after each."""
    return f" {' '.join(_WORD.findall(text)).lower()} "


def _shown_words(text: str) -> str:
    """The words that a reader of the page sees: a link counts as its text, and `[Fill](/fill)s` as one word."""
    return _words(_MARKUP.sub(" ", _LINK_TEXT.sub(r"\1", text)))
