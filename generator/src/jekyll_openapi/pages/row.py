r"""A row of a pipe table, as offsets into its line.

    | Property | Tags | Type
    |:---------|:-----|:----
    | `action` | `required`{: .label } | `"Buy"` `"Sell"`

A pipe ends a cell unless a backslash stands before it; a code span does not protect it (as in GFM). The pipes at both
ends of a row are optional, and a row may be shorter than the header.
"""

import re
from itertools import pairwise

_PIPE = re.compile(r"(?<!\\)\|")
_SEPARATOR = re.compile(r"[+|: \t-]+")
_TICKS = re.compile(r"(?<!\\)`+")

BLANK = " \t\n\v\f\r\xa0\u1680\u202f\u205f\u3000\u2028\u2029" + "".join(map(chr, range(0x2000, 0x200B)))
"""What markdown-it trims."""


def split_row(line: str) -> list[tuple[int, int]]:
    """Start and end of each trimmed cell of a row."""
    start, end = _trim(line, 0, len(line))
    edges = [start - 1, *(match.start() for match in _PIPE.finditer(line, start, end)), end]
    cells = [(left + 1, right) for left, right in pairwise(edges)]
    if cells and cells[0][0] == cells[0][1]:
        cells.pop(0)
    if cells and cells[-1][0] == cells[-1][1]:
        cells.pop()
    return [_trim(line, *cell) for cell in cells]


def is_row(line: str) -> bool:
    """Whether the line holds a pipe that ends a cell."""
    return bool(_PIPE.search(line))


def is_separator(line: str) -> bool:
    """Whether the line can stand below a header: dashes, colons and pipes, in kramdown's lenient form."""
    return bool(_SEPARATOR.fullmatch(line.strip(BLANK))) and "-" in line and "|" in line


def begins_table(line: str, following: str) -> bool:
    """Whether two lines of a paragraph are a table to kramdown, though not to GFM."""
    return is_row(line) and (is_separator(following) or (line[0] == "|" and following[0] == "|"))


def code_crosses_pipe(line: str) -> bool:
    """Whether a code span holds a pipe that ends a cell: kramdown lets the span win, GFM the pipe."""
    if "``" not in line and all(cell.count("`") % 2 == 0 for cell in _PIPE.split(line)):
        return False
    runs = list(_TICKS.finditer(line))
    closers: list[int] = []
    latest: dict[int, int] = {}
    for index in range(len(runs) - 1, -1, -1):
        length = len(runs[index].group())
        closers.append(latest.get(length, 0))
        latest[length] = index
    closers.reverse()
    index = 0
    while index < len(runs):
        closer = closers[index]
        if closer and _PIPE.search(line, runs[index].end(), runs[closer].start()):
            return True
        index = (closer or index) + 1
    return False


def _trim(line: str, start: int, end: int) -> tuple[int, int]:
    text = line[start:end].lstrip(BLANK)
    start = end - len(text)
    return start, start + len(text.rstrip(BLANK))
