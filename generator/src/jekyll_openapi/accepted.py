"""The list of accepted findings: what is known to be wrong with the pages, so that only what is new counts."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jekyll_openapi.diagnostics import Diagnostic
from jekyll_openapi.openapi.reading import read_text
from jekyll_openapi.report import clean, concise_line

_LONGEST = 20_000
"""Characters of a line; a longer one is none that was written."""
_LINE = re.compile(r"(?P<file>.+?):\d+:\d+: (?:error|warning): (?P<message>.*) \[(?P<rule>[a-z-]+)\]")

_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Findings against the accepted list; a finding that only moved within its page is the same."""

    new: tuple[Diagnostic, ...]
    vanished: tuple[str, ...]
    """Lines of the list that nothing answers to any more."""


def compare(diagnostics: Sequence[Diagnostic], accepted: str) -> Comparison:
    """What is new and what has gone, against the text of the accepted list."""
    known = Counter(key for line in accepted.splitlines() if (key := _line_key(line)))
    new = []
    for one in diagnostics:
        if known[_key(one)] > 0:
            known[_key(one)] -= 1
        else:
            new.append(one)
    vanished = []
    for line in reversed(accepted.splitlines()):
        key = _line_key(line)
        if key and known[key] > 0:
            known[key] -= 1
            vanished.append(line)
    return Comparison(tuple(new), tuple(reversed(vanished)))


def accepted_text(diagnostics: Sequence[Diagnostic]) -> str:
    """The list that accepts just these."""
    return "".join(f"{concise_line(one, one.location.file)}\n" for one in diagnostics)


def read_accepted(path: Path | None) -> str:
    """The text of the list; empty where there is none yet. Raises OSError, ReadError."""
    return read_text(path) if path and path.exists() else ""


def _key(one: Diagnostic) -> _Key:
    return clean(one.location.file), one.rule.name, clean(one.message)


def _line_key(line: str) -> _Key | None:
    match = _LINE.fullmatch(line) if len(line) <= _LONGEST else None
    return (match["file"], match["rule"], match["message"]) if match else None
