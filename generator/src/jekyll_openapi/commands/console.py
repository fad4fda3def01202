"""What a person at a terminal sees: lines on standard error, and how far a long reading is."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from jekyll_openapi.report import clean, clean_painted
from jekyll_openapi.terminal import page_of

FINE, FINDINGS, UNUSABLE = 0, 1, 2
"""Nothing new is wrong; findings that are not in the accepted list; usage or unreadable input."""

_CLEAR = "\r\033[K"
"""Back to the start of the line, and nothing on it."""


QUIET: ContextVar[bool] = ContextVar("QUIET", default=False)
"""Whether only what cannot be done is said."""


class NothingReadError(Exception):
    """No page states an operation or a schema; says what was looked for."""


def say(*lines: str) -> None:
    """Lines on standard error, cleaned; none with `--quiet`."""
    if not QUIET.get():
        _print(*lines)


def _print(*lines: str) -> None:
    for line in lines:
        print(clean_painted(line), file=sys.stderr)


def show(*lines: str) -> None:
    """Lines on standard output, cleaned; what is data for programs is printed as it is."""
    for line in lines:
        print(clean(line))


def hanging(head: str, text: str) -> str:
    """The text behind its head; on a terminal in lines of its width, the further ones below the first."""
    width = page_of(sys.stdout).width
    if not width or len(head) + len(text) <= width:
        return f"{head}{text}"
    from textwrap import fill  # not needed where the output goes to a program

    room = len(head) if len(head) < width // 2 else 4
    return fill(text, max(width, 40), initial_indent=head, subsequent_indent=" " * room, break_on_hyphens=False)


def say_next(*commands: str) -> None:
    """A line with what can be done next, each a command and what it is for."""
    say(f"next: {', '.join(commands)}")


def counted(number: int, what: str) -> str:
    """`1 finding`, `2 findings`."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def fail(message: str, hint: str = "", code: int = UNUSABLE) -> int:
    """Says what cannot be done and what would help; the exit code for it."""
    _print(f"jekyll-openapi: error: {message}", *([f"  hint: {hint}"] if hint else []))
    return code


@contextmanager
def working(at: str) -> Iterator[None]:
    """Shows on a terminal what takes a while, as long as it takes."""
    is_shown = _is_watched()
    if is_shown:
        print(at, end="", file=sys.stderr, flush=True)
    try:
        yield
    finally:
        if is_shown:
            print(_CLEAR, end="", file=sys.stderr, flush=True)


def _is_watched() -> bool:
    """Whether a person sees what is passing: a terminal, and not `--quiet`."""
    return sys.stderr.isatty() and not QUIET.get()


class Progress:
    """Shows on a terminal how far the reading is and how long it has taken, once that is a second."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._shown = False

    def __enter__(self) -> "Progress":
        return self

    def show(self, done: int, total: int) -> None:
        """Notes that so many pages are read."""
        seconds = time.monotonic() - self._started
        if seconds > 1 and _is_watched():
            self._shown = True
            print(f"{_CLEAR}reading: {done} of {total} pages, {seconds:.0f} s", end="", file=sys.stderr, flush=True)

    def __exit__(self, *_: object) -> None:
        if self._shown:
            print(_CLEAR, end="", file=sys.stderr, flush=True)
