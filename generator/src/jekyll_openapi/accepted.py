"""The list of accepted findings: known defects of the pages, so that only new findings count.

A finding is identified by rule, message and page, and a page by its permalink, or else its title. Moving a page or
adding a row above makes no finding new.
"""

import posixpath
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from jekyll_openapi.diagnostics import Diagnostic
from jekyll_openapi.openapi.reading import read_text
from jekyll_openapi.pages.document import Page, Site
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass
from jekyll_openapi.report import concise_line
from jekyll_openapi.terminal import clean
from jekyll_openapi.unusable import UnusableError

_LONGEST = 20_000
"""Most characters of a line in the list."""
_LINE = regex(r"(?P<file>.+?):\d+:\d+: (?:error|warning): (?P<message>.*) \[(?P<rule>[a-z-]+)\](?: on (?P<page>\S.*))?")
_PLACE = regex(r"[^\s`'\"(]+\.(?:md|markdown|html?)(?::\d+)*", needs=(".md", ".markdown", ".htm"), is_slow=True)
"""Matches a page and line in a message, which are ignored in comparisons, since both change when a page moves."""

_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The findings compared with the accepted list."""

    new: tuple[Diagnostic, ...]
    vanished: tuple[str, ...]
    """Lines of the list that no finding matches."""


def compare(diagnostics: Sequence[Diagnostic], accepted: str, site: Site) -> Comparison:
    """The new findings, and the accepted ones that vanished; `accepted` is the text of the list."""
    names = _names(site)
    lines = [(line, _line_key(line, names)) for line in accepted.splitlines()]
    known = Counter(key for _, key in lines if key)
    new = []
    for one in diagnostics:
        key = _key(one, names)
        if known[key] > 0:
            known[key] -= 1
        else:
            new.append(one)
    vanished = []
    for line, found in reversed(lines):
        if found and known[found] > 0:
            known[found] -= 1
            vanished.append(line)
    return Comparison(tuple(new), tuple(reversed(vanished)))


def accepted_text(diagnostics: Sequence[Diagnostic], site: Site) -> str:
    """The list that accepts exactly these findings."""
    names = _names(site)
    lines = ((concise_line(one, one.location.file), names.get(one.location.file, "")) for one in diagnostics)
    return "".join(f"{line} on {clean(name)}\n" if name else f"{line}\n" for line, name in lines)


def read_accepted(path: Path | None) -> str:
    """The text of the list; empty if there is none yet; raises OSError and ReadError.

    Raises UnusableError for a text in which no line is a finding: it is something of others, which would be lost.
    """
    text = read_text(path) if path and path.exists() else ""
    if text.strip() and not any(_LINE.fullmatch(line[:_LONGEST]) for line in text.splitlines()):
        raise UnusableError(f"{path} is no list of accepted findings; name another file in `findings`")
    return text


def page_name(page: Page) -> str:
    """The identity of a page wherever it is: its permalink, or else its title; empty if it has neither."""
    return page.url if page.text("permalink") else " ".join(page.text("title").split())


def _names(site: Site) -> dict[str, str]:
    return {page.path: name for page in site.pages if (name := page_name(page))}


def _key(one: Diagnostic, names: dict[str, str]) -> _Key:
    file = one.location.file
    return clean(names.get(file, posixpath.basename(file))), one.rule.name, _PLACE.sub("*", clean(one.message))


def _line_key(line: str, names: dict[str, str]) -> _Key | None:
    match = _LINE.fullmatch(line) if len(line) <= _LONGEST else None
    if not match:
        return None
    page = match["page"] or clean(names.get(match["file"], posixpath.basename(match["file"])))
    return page, match["rule"], _PLACE.sub("*", match["message"])
