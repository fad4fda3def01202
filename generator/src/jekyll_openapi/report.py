"""Formats findings for output: one function for each format, from diagnostics to lines of text."""

import json
import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from jekyll_openapi.annotations import command, fingerprint, sarif_log, sarif_place
from jekyll_openapi.diagnostics import Diagnostic, Location
from jekyll_openapi.pages.folder import find_root, first_bytes
from jekyll_openapi.records import dataclass, replace
from jekyll_openapi.rules import (
    MISSING_BODY,
    MISSING_METHOD,
    MISSING_REQUEST,
    MISSING_RESPONSE,
    RULES,
    UNSTATED_SECURITY,
)
from jekyll_openapi.terminal import PLAIN, Page, cells, clean, clean_json

_LONGEST = 1000
"""Most characters of a message."""
_LARGEST = 1 << 26
"""Most bytes of a page that are looked at for its lines."""


class Sources:
    """The pages of the findings: their paths as the caller names them, and their lines."""

    def __init__(self, root: Path, shown: str, accepted: Iterable[Diagnostic] = ()) -> None:
        self._root = root
        self._accepted = frozenset(accepted)
        self._shown = shown.rstrip("/")
        self._lines: dict[str, list[str]] = {}

    @classmethod
    def of(cls, pages: str, accepted: Iterable[Diagnostic] = ()) -> "Sources":
        """The sources for pages as the caller names them, a folder or one page; `accepted` are known findings."""
        path = Path(pages)
        root, shown = (path, pages) if path.is_dir() else (path.parent, posixpath.dirname(pages))
        return cls(root, shown, accepted)

    def is_accepted(self, one: Diagnostic) -> bool:
        """Whether the finding is accepted."""
        return one in self._accepted

    def path(self, file: str) -> str:
        """The file's path relative to the caller."""
        return posixpath.normpath(f"{self._shown}/{file}" if self._shown else file)

    def line(self, location: Location) -> str:
        """The line at the location; empty if it cannot be read any more."""
        if location.file not in self._lines:
            try:
                data = first_bytes(self._root / location.file, find_root(self._root.resolve()), _LARGEST)
            except OSError:
                data = b""
            self._lines[location.file] = data.decode(errors="replace").split("\n")
        lines = self._lines[location.file]
        return lines[location.line - 1] if location.line <= len(lines) else ""


class Format(Protocol):
    """A way to show findings."""

    def __call__(self, diagnostics: Sequence[Diagnostic], sources: Sources, page: Page = PLAIN) -> Iterator[str]:
        """The lines."""


_FOLLOWS = (MISSING_METHOD, MISSING_REQUEST, MISSING_RESPONSE, UNSTATED_SECURITY)
"""Rules that are not reported beside `missing-body`, which implies them."""


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings sorted and without duplicates, long messages shortened, and implied findings left out."""
    short = (one if len(one.message) <= _LONGEST else replace(one, message=_cut(one.message)) for one in diagnostics)
    found = dict.fromkeys(short)
    bare = {(one.location.file, one.location.line) for one in found if one.rule is MISSING_BODY}
    kept = (one for one in found if one.rule not in _FOLLOWS or (one.location.file, one.location.line) not in bare)
    return tuple(sorted(kept, key=lambda one: (one.location.order, one.rule.name, one.message)))


def _cut(message: str) -> str:
    """Both ends of a message that quotes something very long."""
    half = _LONGEST // 2
    return f"{message[:half]} ... {message[-half:]}"


@dataclass(frozen=True, slots=True)
class Cause:
    """A finding, and further places with the same defect."""

    first: Diagnostic
    also: tuple[Location, ...] = ()


def by_cause(diagnostics: Iterable[Diagnostic]) -> tuple[Cause, ...]:
    """The findings with equal messages merged (case ignored), in order of their first place."""
    found: dict[tuple[str, str], list[Diagnostic]] = {}
    for one in diagnostics:
        found.setdefault((one.rule.name, one.message.casefold()), []).append(one)
    return tuple(Cause(first, tuple(one.location for one in others)) for first, *others in found.values())


def by_rule(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """Lines with the number of findings for each rule, and the number of places if larger."""
    places = Counter(one.rule.name for one in diagnostics)
    causes = Counter(one.first.rule.name for one in by_cause(diagnostics))
    for name, count in sorted(causes.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:5}  {name}" + (f" ({places[name]} places)" if places[name] > count else "")


def concise_line(one: Diagnostic, path: str, page: Page = PLAIN) -> str:
    """The finding as `path:line:column: severity: message [rule]`."""
    place = f"{clean(path)}:{one.location.line}:{one.location.column}"
    return f"{place}: {page.paint(one.rule.severity)}: {clean(one.message)} [{one.rule.name}]"


def concise(diagnostics: Sequence[Diagnostic], sources: Sources, page: Page = PLAIN) -> Iterator[str]:
    """One line for each finding."""
    for cause in by_cause(diagnostics):
        line = concise_line(cause.first, sources.path(cause.first.location.file), page)
        if cause.also:
            message, _, rule = line.rpartition(" [")
            line = f"{message} ({_also(cause.also, sources, _SHOWN)}) [{rule}"
        yield line


_SHOWN = 3
"""Most further places of a finding on its line."""


def _also(places: Sequence[Location], sources: Sources, most: int) -> str:
    """The further places in words: `also at docs/b.md:3, docs/c.md:7 and 4 more`."""
    listed = ", ".join(clean(f"{sources.path(one.file)}:{one.line}") for one in places[:most])
    return f"also at {listed}" + (f" and {len(places) - most} more" if len(places) > most else "")


def full(diagnostics: Sequence[Diagnostic], sources: Sources, page: Page = PLAIN) -> Iterator[str]:
    """For each finding: the line, the source line with a mark below it, the hint."""
    for cause in by_cause(diagnostics):
        one = cause.first
        yield from _headline(one, sources.path(one.location.file), page)
        yield from _marked(one.location, sources, page)
        if cause.also:
            yield f"   = {_also(cause.also, sources, len(cause.also))}"
        if one.hint:
            yield from _wrapped(f"   = hint: {clean(one.hint)}", page)
        yield ""


def _headline(one: Diagnostic, path: str, page: Page) -> Iterator[str]:
    """The finding in lines of the page's width, its severity in colour."""
    first, *more = _wrapped(concise_line(one, path), page)
    severity = f": {one.rule.severity}: "
    yield first.replace(severity, f": {page.paint(one.rule.severity)}: ", 1)
    yield from more


def _wrapped(line: str, page: Page) -> list[str]:
    """The line, or where it is too long for the page several, the further ones indented; no word is broken."""
    if not page.width or len(line) <= page.width:
        return [line]
    from textwrap import wrap  # where somebody looks at a terminal: 1 ms

    return wrap(line, page.width, subsequent_indent=" " * 5, break_long_words=False, break_on_hyphens=False)


def _marked(location: Location, sources: Sources, page: Page) -> Iterator[str]:
    """The line of the page, or what of it has room, and a mark below the place."""
    line = sources.line(location).replace("\t", " ")
    if not line.strip():
        return
    number = str(location.line)
    room = max(page.width - len(number) - len(" | ……"), 20) if page.width else _ROOM
    before = min(location.column - 1, len(line))
    end = max(location.end_column - 1 if location.end_line == location.line else 0, before + 1)
    fits = _taken(line, room) >= min(end, len(line))
    start = 0 if fits else before - _taken(line[:before][::-1], room // 2)
    stop = start + _taken(line[start:], room)
    cut = "…" if start else ""
    mark = "^" * max(1, _width(line[before : min(end, stop)]))
    yield f"{number} | {cut}{clean(line[start:stop])}{'…' if stop < len(line) else ''}"
    yield f"{' ' * len(number)} | {' ' * (len(cut) + _width(line[start:before]))}{page.paint(mark, '^')}"


_ROOM = 110
"""Columns of a page's line that are shown where the width of the output is not known."""


def _width(text: str) -> int:
    """The columns of a terminal that the text takes when it is shown."""
    return cells(clean(text))


def _taken(text: str, room: int) -> int:
    """How many characters of the text have room in so many columns."""
    # Only what can have room is looked at: a line may be a megabyte, with thousands of findings on it.
    head = text[:room]
    if head.isascii() and head.isprintable():
        return len(head)
    for count, character in enumerate(text):
        room -= _width(character)
        if room < 0:
            return count
    return len(text)


def json_lines(diagnostics: Sequence[Diagnostic], sources: Sources, page: Page = PLAIN) -> Iterator[str]:
    """One JSON object for each finding. `end_line` and `end_column` are null if unknown.

    `also` lists the further places of the finding.
    """
    for cause in by_cause(diagnostics):
        one, place = cause.first, cause.first.location
        record = {
            "file": sources.path(place.file),
            "line": place.line,
            "column": place.column,
            "end_line": place.end_line or None,
            "end_column": place.end_column or None,
            "severity": one.rule.severity,
            "rule": one.rule.name,
            "message": one.message,
            "hint": one.hint,
            "accepted": sources.is_accepted(one),
            "also": [
                {"file": sources.path(place.file), "line": place.line, "column": place.column} for place in cause.also
            ],
        }
        yield clean_json(json.dumps(record, ensure_ascii=False))


def github(diagnostics: Sequence[Diagnostic], sources: Sources, page: Page = PLAIN) -> Iterator[str]:
    """GitHub workflow commands, which show as annotations."""
    for one in diagnostics:
        place = one.location
        end = {"endLine": place.end_line, "endColumn": place.end_column} if place.end_line else {}
        text = clean(one.message + (f" ({one.hint})" if one.hint else ""))
        at = {"line": place.line, "col": place.column, **end}
        yield command(one.rule.severity, clean(one.rule.name), text, file=clean(sources.path(place.file)), **at)


def sarif(diagnostics: Sequence[Diagnostic], sources: Sources, page: Page = PLAIN) -> Iterator[str]:
    """A SARIF 2.1.0 log with one run."""
    used = sorted({one.rule.name for one in diagnostics})
    rules: list[dict[str, object]] = [
        {
            "id": name,
            "shortDescription": {"text": RULES[name].summary},
            "fullDescription": {"text": RULES[name].explanation},
            "defaultConfiguration": {"level": RULES[name].severity},
        }
        for name in used
    ]
    results = [_sarif_result(one, sources, used.index(one.first.rule.name)) for one in by_cause(diagnostics)]
    yield clean_json(sarif_log("jekyll-openapi", rules, results))


def _sarif_result(cause: Cause, sources: Sources, index: int) -> dict[str, object]:
    one = cause.first
    text = one.message + (f" Hint: {one.hint}" if one.hint else "")
    result: dict[str, object] = {
        "ruleId": one.rule.name,
        "ruleIndex": index,
        "level": one.rule.severity,
        "message": {"text": text},
        "locations": [_sarif_location(place, sources) for place in (one.location, *cause.also)],
        # Neither the path of the page nor the line: a page that moves makes nothing new.
        "partialFingerprints": fingerprint(one.rule.name, one.message.casefold()),
    }
    if sources.is_accepted(one):
        result["suppressions"] = [{"kind": "external", "status": "accepted"}]
    return result


def _sarif_location(place: Location, sources: Sources) -> dict[str, object]:
    end = {"endLine": place.end_line, "endColumn": place.end_column} if place.end_line else {}
    region = {"startLine": place.line, "startColumn": place.column, **end}
    return {"physicalLocation": sarif_place(sources.path(place.file), **region)}


FORMATS: dict[str, Format] = {
    "concise": concise,
    "full": full,
    "json": json_lines,
    "github": github,
    "sarif": sarif,
}
