"""Width and colours of the output, and how many columns of a terminal a text takes."""

import os
import unicodedata
from typing import TextIO

from jekyll_openapi.records import dataclass

PAINTS = {
    "error": "31",
    "breaking": "31",
    "warning": "33",
    "compatible": "32",
    "note": "2",
    "^": "32",
}
"""The colour of a severity, a level and a mark, as terminals number them."""
_WIDE = ("F", "W")
_NO_CELL = ("Mn", "Me", "Cf")


@dataclass(frozen=True, slots=True)
class Page:
    """The width and colour support of the output."""

    width: int = 0
    """Characters in a line; 0 for no wrapping."""
    is_coloured: bool = False

    def paint(self, text: str, as_what: str = "") -> str:
        """The text in the colour of its severity or level, or in the one of `as_what`."""
        return f"\033[{PAINTS[as_what or text.strip()]}m{text}\033[0m" if self.is_coloured else text


PLAIN = Page()


def page_of(stream: TextIO) -> Page:
    """Width and colour of a terminal; no wrapping and no colour where the stream is none.

    `NO_COLOR` and `FORCE_COLOR` decide on colour wherever the output goes; of both, `NO_COLOR` does.
    """
    is_terminal, wanted = stream.isatty(), bool(os.environ.get("FORCE_COLOR"))
    is_coloured = not os.environ.get("NO_COLOR") and (wanted or (is_terminal and os.environ.get("TERM") != "dumb"))
    return Page(_columns(stream) if is_terminal else 0, is_coloured)


def _columns(stream: TextIO) -> int:
    """The width that `COLUMNS` states, else the terminal; 80 where it does not say."""
    stated = os.environ.get("COLUMNS", "")
    if stated.isdecimal() and int(stated):
        return int(stated)
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def cells(text: str) -> int:
    """How many columns of a terminal the text takes: two for a wide character, none for an accent of its own."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(one) in _NO_CELL else 2 if unicodedata.east_asian_width(one) in _WIDE else 1
        for one in text
    )
