"""Formats changes for output: one function for each format, from changes to lines of text."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Protocol

from jekyll_openapi.annotations import command, fingerprint, sarif_log, sarif_place
from jekyll_openapi.diff.change import LEVELS, Change, Level, worst
from jekyll_openapi.terminal import PLAIN, Page

_MOST_NAMES = 3
_MOST_BREAKING = 10
_MOST_WORDS = 400
"""Most words of a text that are compared word by word."""
_SIDES = {"request": "in requests", "response": "in answers", "both": "in requests and answers", "neither": ""}
_TITLES: dict[Level, str] = {
    "breaking": "Breaking",
    "warning": "Warnings",
    "compatible": "Compatible",
    "note": "Notes",
}
_TEXTS = {"description-changed", "example-changed", "info-changed", "annotation-changed"}
"""Kinds whose old and new texts are shown word by word."""


class Show(Protocol):
    """A format."""

    def __call__(self, changes: Sequence[Change], page: Page = PLAIN) -> Iterator[str]:
        """The lines."""


def summary(changes: Sequence[Change]) -> str:
    """The number of changes by level: `2 breaking, 1 warning, 3 compatible, 1 note`."""
    counts = {level: sum(change.level == level for change in changes) for level in LEVELS}
    warnings = f", {_plural(counts['warning'], 'warning')}" if counts["warning"] else ""
    return (
        f"{counts['breaking']} breaking{warnings}, {counts['compatible']} compatible, {_plural(counts['note'], 'note')}"
    )


def text(changes: Sequence[Change], page: Page = PLAIN) -> Iterator[str]:
    """The changes, grouped by the operation or schema that they are about, worst first."""
    groups: defaultdict[str, list[Change]] = defaultdict(list)
    for change in changes:
        groups[_about(change)].append(change)
    for about in sorted(groups, key=lambda one: (LEVELS.index(worst(row.level for row in groups[one])), one)):
        yield about
        for change in sorted(groups[about], key=lambda one: LEVELS.index(one.level)):
            yield from _row(change, page)
        yield ""
    yield summary(changes)


def brief(changes: Sequence[Change]) -> Iterator[str]:
    """The breaking changes, at most a few of them, and the number of all changes."""
    breaking = [change for change in changes if change.level == "breaking"]
    if breaking:
        yield "breaking:"
    for change in breaking[:_MOST_BREAKING]:
        said = f"{_where(change)}{change.message} ({change.reason}) [{change.kind}]"
        yield "  " + "  ".join(one for one in (change.location, _few(change.names) or change.path, said) if one)
    if len(breaking) > _MOST_BREAKING:
        yield f"  ... and {len(breaking) - _MOST_BREAKING} more"
    yield f"for callers: {summary(changes)}"


def _about(change: Change) -> str:
    """The operation that a change is about, or its schema if several operations use that."""
    if len(change.operations) == 1:
        return change.operations[0]
    component = re.match(r"#/components/\w+/([^/]+)", change.path)
    if component:
        more = len(change.operations) - 1
        used = f" ({change.operations[0]} and {_plural(more, 'more operation')})" if change.operations else ""
        return f"{component[1]}{used}"
    return _plural(len(change.operations), "operation") if change.operations else "The description as a whole"


def _row(change: Change, page: Page) -> Iterator[str]:
    level = f"{change.level:<10}"
    shown = page.paint(level)
    side = _SIDES[change.side]
    first, *rest = _wrapped(f"{change.message} [{change.kind}]", page)
    yield f"  {shown}  {first}"
    told = [*_words(change), f"{side}: {change.reason}" if side else change.reason]
    # Only say it where the client is stricter than the wire.
    if change.wire != change.client and change.level == change.client:
        told.append(f"on the wire: {change.wire}")
    told += [_few(change.names)] if change.names else []
    told.append("  ".join(one for one in (change.location, change.path) if one))
    for line in (*rest, *(part for one in told for part in _wrapped(one, page))):
        yield f"{'':14}{line}"


def _words(change: Change) -> Iterator[str]:
    """The difference between old and new text: `the [-old-] {+new+} words`."""
    if change.kind in _TEXTS and change.old and change.new:
        yield word_difference(change.old, change.new)


def word_difference(old: str, new: str) -> str:
    """The text with removed words as `[-gone-]` and added ones as `{+new+}`; long texts are shortened."""
    from difflib import SequenceMatcher  # where a text has changed

    before, after = old.split()[:_MOST_WORDS], new.split()[:_MOST_WORDS]
    parts: list[str] = []
    for verb, start, end, new_start, new_end in SequenceMatcher(None, before, after, False).get_opcodes():
        if verb == "equal":
            kept = before[start:end]
            parts += kept if len(kept) < 9 else [*kept[:4], "...", *kept[-4:]]
            continue
        parts += [f"[-{' '.join(before[start:end])}-]"] if end > start else []
        parts += [f"{{+{' '.join(after[new_start:new_end])}+}}"] if new_end > new_start else []
    return " ".join(parts)


def _wrapped(words: str, page: Page) -> list[str]:
    if not page.width:
        return [" ".join(words.split())]
    from textwrap import wrap  # not needed where the output goes to a program

    width = max(page.width - 14, 20)
    return wrap(words, width, break_on_hyphens=False, break_long_words=False) or [""]


def _where(change: Change) -> str:
    """Where callers meet the change; empty for operations, which name themselves."""
    if change.side == "neither":
        return ""
    shared = f" of {_plural(len(change.operations), 'operation')}" if len(change.operations) > 1 else ""
    return f"{_SIDES[change.side]}{shared}: "


def _few(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return ", ".join(names[:_MOST_NAMES]) + more


def _plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def markdown(changes: Sequence[Change], page: Page = PLAIN) -> Iterator[str]:
    """A Markdown list for a changelog, with a heading for each level."""
    for level in LEVELS:
        rows = [change for change in changes if change.level == level]
        if rows:
            yield f"### {_TITLES[level]}"
            yield ""
            yield from map(_item, rows)
            yield ""
    yield f"{summary(changes)}."


def _item(change: Change) -> str:
    names = ", ".join(map(_code, change.names[:_MOST_NAMES]))
    place = _code(change.path) + (f", {_code(change.location)}" if change.location else "")
    said = _plain(_where(change) + change.message)
    return f"- {names or _code(change.path)}: {said}; {_plain(change.reason)} ({place})"


def _code(words: str) -> str:
    return f"`{' '.join(words.replace('`', '').split())}`"


def _plain(words: str) -> str:
    """The words with Markdown and HTML escaped, except in code spans."""
    parts = " ".join(words.split()).split("`")
    escaped = [part if index % 2 else _escaped(part) for index, part in enumerate(parts)]
    return "`".join(escaped) if len(parts) % 2 else _escaped(" ".join(parts))


def _escaped(words: str) -> str:
    return "".join(f"\\{mark}" if mark in "\\*_[]<>&#|" else mark for mark in words)


def as_json(changes: Sequence[Change], page: Page = PLAIN) -> Iterator[str]:
    """A JSON list of objects with the fields of `Change`, one on each line."""
    from dataclasses import asdict  # takes as long as all else that `diff` loads

    yield "[" + ",\n ".join(json.dumps(asdict(change), ensure_ascii=False) for change in changes) + "]"


def github(changes: Sequence[Change], page: Page = PLAIN) -> Iterator[str]:
    """GitHub workflow commands, which GitHub shows as annotations at the docs line that states the change."""
    commands: dict[Level, str] = {"breaking": "error", "warning": "warning", "compatible": "notice", "note": "notice"}
    for change in changes:
        file, line = _docs_line(change)
        place: dict[str, str | int] = {"file": file, "line": line} if line else {}
        said = f"{_where(change)}{change.message}: {change.reason} ({change.path})"
        yield command(commands[change.level], change.kind, said, **place)


def _docs_line(change: Change) -> tuple[str, int]:
    """The page and line that state the changed fact; 0 if no page does."""
    file, _, line = change.location.rpartition(":")
    return (file, int(line)) if file and line.isdecimal() else ("", 0)


def sarif(changes: Sequence[Change], page: Page = PLAIN) -> Iterator[str]:
    """A SARIF 2.1.0 log with one run."""
    levels: dict[Level, str] = {"breaking": "error", "warning": "warning", "compatible": "note", "note": "none"}
    rules = sorted({change.kind for change in changes})
    results: list[dict[str, object]] = [
        {
            "ruleId": change.kind,
            "ruleIndex": rules.index(change.kind),
            "level": levels[change.level],
            "message": {"text": f"{_where(change)}{change.message}: {change.reason}"},
            "locations": [_sarif_place(change)],
            "partialFingerprints": fingerprint(change.kind, change.path, change.message),
        }
        for change in changes
    ]
    yield sarif_log("jekyll-openapi diff", ({"id": name, "name": name} for name in rules), results)


def _sarif_place(change: Change) -> dict[str, object]:
    place: dict[str, object] = {"logicalLocations": [{"fullyQualifiedName": change.path}]}
    file, line = _docs_line(change)
    return place | {"physicalLocation": sarif_place(file, startLine=line)} if line else place


SHOWS: dict[str, Show] = {
    "text": text,
    "markdown": markdown,
    "json": as_json,
    "github": github,
    "sarif": sarif,
}
