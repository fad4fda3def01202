"""How changes are shown: one function a format, from changes to lines of text."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict

from jekyll_openapi.diff.change import LEVELS, Change, Level

_MOST_NAMES = 3
_MOST_BREAKING = 10
_SIDES = {"request": "in requests", "response": "in answers", "both": "in requests and answers", "neither": ""}
_TITLES: dict[Level, str] = {"breaking": "Breaking", "compatible": "Compatible", "note": "Notes"}

Show = Callable[[Sequence[Change]], Iterator[str]]


def summary(changes: Sequence[Change]) -> str:
    """`2 breaking, 3 compatible, 1 note`."""
    counts = {level: sum(change.level == level for change in changes) for level in LEVELS}
    return f"{counts['breaking']} breaking, {counts['compatible']} compatible, {_plural(counts['note'], 'note')}"


def text(changes: Sequence[Change]) -> Iterator[str]:
    """A line for each change: docs line, place in the description, Python names, what and why; the worst first."""
    for level in LEVELS:
        yield from _lines(level, [change for change in changes if change.level == level])
    yield summary(changes)


def brief(changes: Sequence[Change]) -> Iterator[str]:
    """The lines of what breaks callers, at most some, and how many changes there are."""
    breaking = [change for change in changes if change.level == "breaking"]
    yield from _lines("breaking", breaking[:_MOST_BREAKING])
    if len(breaking) > _MOST_BREAKING:
        yield f"  ... and {len(breaking) - _MOST_BREAKING} more"
    yield f"for callers: {summary(changes)}"


def _lines(level: Level, changes: Sequence[Change]) -> Iterator[str]:
    rows = [_cells(change) for change in changes]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    if rows:
        yield f"{level}:"
    for row in rows:
        yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _cells(change: Change) -> tuple[str, ...]:
    said = f"{_about(change)} ({change.reason}) [{change.kind}]"
    return change.location or "-", change.path, _few(change.names) or "-", said


def _about(change: Change) -> str:
    """What has changed, and where it is met; an operation names itself."""
    if change.side == "neither":
        return change.message
    shared = f" of {_plural(len(change.operations), 'operation')}" if len(change.operations) > 1 else ""
    return f"{_SIDES[change.side]}{shared}: {change.message}"


def _few(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return ", ".join(names[:_MOST_NAMES]) + more


def _plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def markdown(changes: Sequence[Change]) -> Iterator[str]:
    """A list for a changelog, under a heading for each level."""
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
    return f"- {names or _code(change.path)}: {_plain(_about(change))}; {_plain(change.reason)} ({place})"


def _code(words: str) -> str:
    return f"`{' '.join(words.replace('`', '').split())}`"


def _plain(words: str) -> str:
    """The words with what Markdown or HTML would take for its own escaped; code spans stay."""
    parts = " ".join(words.split()).split("`")
    escaped = [part if index % 2 else _escaped(part) for index, part in enumerate(parts)]
    return "`".join(escaped) if len(parts) % 2 else _escaped(" ".join(parts))


def _escaped(words: str) -> str:
    return "".join(f"\\{mark}" if mark in "\\*_[]<>&#|" else mark for mark in words)


def as_json(changes: Sequence[Change]) -> Iterator[str]:
    """A list of objects, one a line, with the fields of `Change` as keys."""
    yield "[" + ",\n ".join(json.dumps(asdict(change), ensure_ascii=False) for change in changes) + "]"


SHOWS: dict[str, Show] = {"text": text, "markdown": markdown, "json": as_json}
