r"""Splits a row of a pipe table into cells as kramdown does.

    | Property | Tags | Type
    |:---------|:-----|:----
    | `action` | `required`{: .label } | `"Buy" | "Sell"`

A pipe ends a cell unless it is in a code span or after a backslash.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from jekyll_openapi.patterns import regex

_SEPARATOR = regex(r"[+|: \t]*-[+|: \t-]*")
BLANK = " \t\n\v\f\r\0"
"""The characters that Ruby's `strip` removes."""


def code_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, int]]:
    """Start, end and number of backticks of each code span between two offsets."""
    end = len(text) if end is None else end
    begin, missing = start, end + 1
    # Looking for ticks like this is ten times as fast as an expression that finds them.
    while (opening := text.find("`", start, end)) >= 0:
        start = opening + 1
        while start < end and text[start] == "`":
            start += 1
        ticks = start - opening
        is_alone = opening == begin or text[opening - 1].isspace()
        if ticks == 1 and is_alone and text[start : start + 1].isspace():
            continue
        closing = text.find("`" * ticks, start, end) if ticks < missing else -1
        if closing < 0:
            missing = min(missing, ticks)
            continue
        start = closing + ticks
        yield opening, start, ticks


def split_row(line: str, *, leading: bool = True) -> list[tuple[int, int]]:
    """Start and end of each cell in a row, trimmed. `leading` says whether the table's first line begins with a
    pipe."""
    line = line.rstrip(" \t")
    edges = [-1, *_pipes(line), len(line)]
    cells = [(left + 1, right) for left, right in pairwise(edges)]
    if leading and not line[slice(*cells[0])].strip(BLANK):
        cells.pop(0)
    if cells and not line[slice(*cells[-1])].strip(BLANK):
        cells.pop()
    return [_trim(line, *cell) for cell in cells]


def escaped_pipes(text: str) -> list[int]:
    """Offsets of backslashes that escape a pipe outside of code."""
    if "\\|" not in text:
        return []
    inside = [(start, end) for start, end in _protected(text)]
    return [
        match.start()
        for match in re.finditer(r"\\\|", text)
        if not any(start <= match.start() < end for start, end in inside)
    ]


def is_separator(line: str) -> bool:
    """Whether the line consists of dashes, colons and pipes, as the line below a header does."""
    return "|" in line and bool(_SEPARATOR.fullmatch(line.strip(BLANK)))


def has_pipe(line: str) -> bool:
    """Whether the line has a pipe that ends a cell."""
    return bool(_pipes(line))


def begins_table(line: str, following: str) -> bool:
    """Whether two lines look like the start of a table to a human reader."""
    if "|" not in line:
        return False
    return (is_separator(following) and has_pipe(line)) or (
        line.lstrip().startswith("|") and following.lstrip().startswith("|")
    )


def _pipes(line: str) -> list[int]:
    """Offsets of the pipes that end a cell."""
    found = []
    position = 0
    for start, end in (*_protected(line), (len(line), len(line))):
        while (pipe := line.find("|", position, start)) >= 0:
            if line[pipe - 1 : pipe] != "\\":
                found.append(pipe)
            position = pipe + 1
        position = end
    return found


def _protected(line: str) -> Iterator[tuple[int, int]]:
    """The stretches where a pipe is text: `<code>` elements, and code spans between them."""
    position = 0
    while (element := line.find("<code", position)) >= 0:
        tag = line.find(">", element)
        closing = line.find("</code>", tag) if tag >= 0 else -1
        if closing < 0:
            break
        yield from ((start, end) for start, end, _ in code_spans(line, position, element))
        position = closing + len("</code>")
        yield element, position
    yield from ((start, end) for start, end, _ in code_spans(line, position))


def _trim(line: str, start: int, end: int) -> tuple[int, int]:
    text = line[start:end].lstrip(BLANK)
    start = end - len(text)
    return start, start + len(text.rstrip(BLANK))
