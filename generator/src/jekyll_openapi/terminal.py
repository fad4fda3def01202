"""Width and colours of the output, how many columns a text takes, and what of it must not reach a terminal raw."""

import os
import re
import sys
import unicodedata
from collections.abc import Callable
from typing import TextIO

from jekyll_openapi.patterns import regex
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


def tell(text: str, end: str = "\n") -> None:
    """Prints on standard error; where that is closed or full, the text goes nowhere and the work goes on."""
    try:
        print(text, end=end, file=sys.stderr, flush=True)
    except OSError:
        give_up(sys.stderr)


def give_up(*streams: TextIO) -> None:
    """Has what is still to be written to the streams go nowhere, so that Python does not try again at its end."""
    for stream in streams:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


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


# --- what may be shown ------------------------------------------------------------------------------------------------

_COMMAND = regex(r"^(\s*):(?=:)|#(?=#\[)")
"""Matches text that GitHub's runner would execute as a workflow command."""


class _Escapes(dict[int, str]):
    """A translation table that escapes characters which move the cursor, reverse text or are invisible."""

    def __init__(self, form: Callable[[int], str]) -> None:
        super().__init__({0x200C: "\u200c", 0x200D: "\u200d"})  # they join the parts of words and of emoji
        self._form = form

    def __missing__(self, code: int) -> str:
        hidden = unicodedata.category(chr(code)) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
        self[code] = self._form(code) if hidden else chr(code)
        return self[code]


def _escape(code: int) -> str:
    """The escape sequence in Python's notation."""
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _json_escape(code: int) -> str:
    """The escape sequence in JSON's notation; white space between values stays."""
    if code in (0x09, 0x0A, 0x0D):
        return chr(code)
    units = [code] if code < 0x10000 else [0xD7C0 + (code >> 10), 0xDC00 + (code & 0x3FF)]
    return "".join(f"\\u{unit:04x}" for unit in units)


_ESCAPES = _Escapes(_escape)
_ESCAPES_IN_LINES = _Escapes(lambda code: "\n" if code == 0x0A else _escape(code))
_JSON_ESCAPES = _Escapes(_json_escape)


def is_hiding(text: str) -> bool:
    """Whether a character of the text moves the cursor, reverses text or is invisible, other than a line break."""
    return not text.isprintable() and text.translate(_ESCAPES_IN_LINES) != text


def clean(text: str) -> str:
    """The line with invisible characters escaped, and safe from being executed by GitHub's runner."""
    shown = text.translate(_ESCAPES)
    if "::" not in shown and "##[" not in shown:
        return shown
    return _COMMAND.sub(lambda match: f"{match[1] or ''}\\x{ord(match[0][-1]):02x}", shown)


def clean_painted(line: str) -> str:
    """The line, clean, with our own colours; what the input brings of escapes is none of ours."""
    return "".join(part if index % 2 else clean(part) for index, part in enumerate(_PAINTED.split(line)))


# Only as a whole around a word that is painted: see `Page.paint`.
_PAINTED = regex(rf"(\x1b\[\d+m(?:(?:{'|'.join(map(re.escape, PAINTS))})+ *)\x1b\[0m)", needs=("\x1b",))


def clean_json(text: str) -> str:
    """The JSON with invisible characters escaped, without change of meaning."""
    return text.translate(_JSON_ESCAPES)


def clean_yaml(text: str) -> str:
    """The YAML with invisible characters escaped; those that stand between double quotes, it keeps its meaning."""
    return text.translate(_ESCAPES_IN_LINES)
