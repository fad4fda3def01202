"""Terminal output: messages and progress on standard error, data on standard output."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from jekyll_openapi.terminal import clean, clean_painted, page_of, tell

FINE, FINDINGS, UNUSABLE = 0, 1, 2
"""Exit codes: success; new findings; wrong usage or unreadable input."""

_CLEAR = "\r\033[K"
"""Moves to the start of the line and clears it."""


QUIET: ContextVar[bool] = ContextVar("QUIET", default=False)
"""Whether only errors are printed."""


class NothingReadError(Exception):
    """The pages state no operation and no schema; the message says what was looked for."""


def say(*lines: str) -> None:
    """Prints lines on standard error, with control characters made visible; prints nothing with `--quiet`."""
    if not QUIET.get():
        _print(*lines)


def _print(*lines: str) -> None:
    for line in lines:
        tell(clean_painted(line))


def put(*lines: str) -> None:
    """Prints lines on standard output as they are, at once; the OSError of a full or closed one names it."""
    try:
        for line in lines:
            print(line)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise OSError(problem.errno, problem.strerror, "standard output") from problem


def show(*lines: str) -> None:
    """Prints lines on standard output, with control characters made visible."""
    put(*map(clean, lines))


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


def wrote(output: str | Path, *, is_new: bool) -> str:
    """What has become of an output."""
    return f"wrote {output}" if is_new else f"{output} is up to date"


def counted(number: int, what: str) -> str:
    """A number and its noun: `1 finding`, `2 findings`."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def fail(message: str, hint: str = "", code: int = UNUSABLE) -> int:
    """Prints an error and a hint; returns the exit code."""
    _print(f"jekyll-openapi: error: {message}", *([f"  hint: {hint}"] if hint else []))
    return code


@contextmanager
def working(at: str) -> Iterator[None]:
    """Shows a message on a terminal while the block runs."""
    is_shown = _is_watched()
    if is_shown:
        tell(at, end="")
    try:
        yield
    finally:
        if is_shown:
            tell(_CLEAR, end="")


def _is_watched() -> bool:
    """Whether a person sees what is passing: a terminal, and not `--quiet`."""
    return sys.stderr.isatty() and not QUIET.get()


class Progress:
    """Shows on a terminal how many pages have been read, after the first second."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._shown = False

    def __enter__(self) -> "Progress":
        return self

    def show(self, done: int, total: int) -> None:
        """Updates the number of pages read."""
        seconds = time.monotonic() - self._started
        if seconds > 1 and _is_watched():
            self._shown = True
            tell(f"{_CLEAR}reading: {done} of {total} pages, {seconds:.0f} s", end="")

    def __exit__(self, *_: object) -> None:
        if self._shown:
            tell(_CLEAR, end="")
