"""Splits a text into Liquid marks (text, outputs `{{...}}`, tags `{%...%}`), and reports what Liquid does not know."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal

from jekyll_openapi.diagnostics import Diagnostic, Report, Rule
from jekyll_openapi.nearest import nearest
from jekyll_openapi.pages.placed_text import PlacedText
from jekyll_openapi.pages.site_context import SiteContext
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass
from jekyll_openapi.rules import UNKNOWN_LIQUID

Variables = Mapping[str, object]

OPENING = regex(r"\{\{|\{%")
_END_RAW = regex(r"\{%-?[ \t\n]*endraw[ \t\n]*-?%\}")
_COMMENT = regex(r"\{%-?[ \t\n]*(end)?comment\b[^%]*%\}")
_MESSAGE = 120
_MOST_HINTS = 100
"""Most unknown names on one page for which a similar known name is searched, since each search is slow."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of literal text, an output `{{...}}` or a tag `{%...%}`."""

    kind: Literal["text", "output", "tag"]
    start: int
    end: int
    body: str = ""
    """The trimmed text between the braces."""

    @property
    def name(self) -> str:
        """The first word of a tag."""
        return self.body.split(None, 1)[0] if self.body else ""


class Complaints:
    """Reports unknown variables and tags, with their location and the most similar known name."""

    def __init__(self, placed: PlacedText, variables: Variables, report: Report) -> None:
        self._placed = placed
        self._variables = variables
        self._hints: dict[str, str] = {}
        self._report = report
        self.inside: Mark | None = None
        """The tag whose include file is being rendered; findings about that file are located at the tag."""

    @cached_property
    def _names(self) -> list[str]:
        return [f"{root}.{name}" for root, inner in self._variables.items() for name in _keys(inner)]

    def variable(self, name: str, mark: Mark) -> None:
        """Reports an undefined variable."""
        if name not in self._hints:
            near = nearest(name, self._names, alike=0.8) if len(self._hints) < _MOST_HINTS else []
            self._hints[name] = f"did you mean `{near[0]}`?" if near else ""
        self.other(f"the variable `{name}` is not known", mark, self._hints[name])

    def other(self, message: str, mark: Mark, hint: str = "", rule: Rule = UNKNOWN_LIQUID) -> None:
        """Reports anything else that renders as nothing."""
        if self.inside:
            mark = self.inside
        message = message if len(message) <= _MESSAGE else f"{message[:_MESSAGE]}..."
        self._report(Diagnostic(rule, message, self._placed.location(mark.start, mark.end), hint))


def _keys(value: object) -> list[str]:
    return [str(key) for key in value] if isinstance(value, Mapping) else []


class Scanner:
    """Splits a text into marks, with white space control applied, raw blocks as text, and comments removed."""

    def __init__(self, text: str, complaints: Complaints) -> None:
        self.text = text
        self.complaints = complaints
        self.done = 0
        self.unclosed: set[str] = set()

    def marks(self) -> Iterator[Mark]:
        """The marks in order."""
        position = 0
        while opening := OPENING.search(self.text, position):
            mark = self._mark(opening)
            position = mark.end if mark else opening.end()
            if mark is None:
                continue
            yield from self._text_before(mark)
            self.done = mark.end
            self._strip_behind(mark)
            yield from self._read(mark)
            position = max(position, self.done)
        if self.done < len(self.text):
            yield Mark("text", self.done, len(self.text))

    def _mark(self, opening: re.Match[str]) -> Mark | None:
        """The output or tag that begins here; None, and a finding, if it has no end."""
        kind: Literal["output", "tag"] = "output" if opening.group() == "{{" else "tag"
        closing = -1 if kind in self.unclosed else self.text.find("}}" if kind == "output" else "%}", opening.end())
        if closing < 0:
            self._complain_unclosed(kind, opening.start(), opening.end())
            return None
        body = self.text[opening.end() : closing].removeprefix("-").removesuffix("-").strip()
        return Mark(kind, opening.start(), closing + 2, body)

    def _text_before(self, mark: Mark) -> Iterator[Mark]:
        end = mark.start
        if self.text.startswith("-", mark.start + 2):
            end = self.done + len(self.text[self.done : end].rstrip())
        if end > self.done:
            yield Mark("text", self.done, end)

    def _strip_behind(self, mark: Mark) -> None:
        if self.text[mark.end - 3] == "-":
            while self.done < len(self.text) and self.text[self.done].isspace():
                self.done += 1

    def _read(self, mark: Mark) -> Iterator[Mark]:
        """What the tag stands for: itself, raw text, or nothing for a comment."""
        if mark.kind == "output":
            yield mark
        elif mark.name == "raw":
            yield from self._read_raw(mark)
        elif mark.name == "comment":
            self._skip_comment(mark)
        elif not mark.name.startswith("#"):
            yield mark

    def _read_raw(self, mark: Mark) -> Iterator[Mark]:
        closing = None if "raw block" in self.unclosed else _END_RAW.search(self.text, mark.end)
        if closing:
            yield Mark("text", self.done, closing.start())
            self.done = closing.end()
        else:
            self._complain_unclosed("raw block", mark.start, mark.end)

    def _skip_comment(self, mark: Mark) -> None:
        depth = 1
        for found in _COMMENT.finditer(self.text, mark.end) if "comment block" not in self.unclosed else ():
            depth += -1 if found[1] else 1
            if depth == 0:
                self.done = found.end()
                return
        self._complain_unclosed("comment block", mark.start, mark.end)

    def _complain_unclosed(self, what: str, start: int, end: int) -> None:
        """Reports an unclosed mark once for each kind: if the first has no end, no later one has."""
        if what not in self.unclosed:
            self.unclosed.add(what)
            self.complaints.other(f"the {what} is not closed", Mark("tag", start, end), f"close the {what}")


def link_text(mark: Mark, path: str, around: SiteContext, complaints: Complaints) -> str:
    """The URL that `{% link %}` or `{% post_url %}` renders to; empty, and a finding, if there is no such page."""
    found = around.link(path) if mark.name == "link" else around.post(path)
    if found is None:
        complaints.other(f"`{{% {mark.body} %}}` leads to no page", mark, "Jekyll stops here; correct the path")
    return found or ""


def complain_missing(mark: Mark, complaints: Complaints) -> None:
    """Reports an include file that does not exist."""
    complaints.other(
        f"`{{% {mark.body} %}}`: there is no such file",
        mark,
        "add the file to the includes, or state here what it shows",
    )
