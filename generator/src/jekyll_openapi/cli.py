"""`jekyll-openapi`: arguments in, exit code out. Data goes to standard output, everything else to standard error."""

import argparse
import atexit
import gc
import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from jekyll_openapi.arguments import make_parser
from jekyll_openapi.terminal import give_up, tell


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Whatever the locale says: what goes into a file has to be the same bytes everywhere.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _flushed(_run(arguments))
    except BrokenPipeError:
        give_up(sys.stdout)
        return 0
    except KeyboardInterrupt:
        tell("jekyll-openapi: stopped")
        return 130


def _run(arguments: Sequence[str] | None) -> int:
    parser = make_parser()
    try:
        options = parser.parse_args(arguments)
        if options.command is None:
            parser.exit(2, parser.format_help())
    except SystemExit as end:
        raise SystemExit(_flushed(end.code if isinstance(end.code, int) else 0)) from None
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise SystemExit(_unwritable(problem)) from None
    with _no_collection(is_all=arguments is None):
        if not hasattr(options, "cache"):
            return _command(options)
        try:
            return _command_or_its_cache(options)
        except BrokenPipeError:
            raise
        except OSError as problem:
            return _unwritable(problem)


def _command_or_its_cache(options: argparse.Namespace) -> int:
    if not options.cache or getattr(options, "watch", False):
        return _command(options)
    from jekyll_openapi.disk_cache import runs

    return runs.run(options, lambda: _command(options))


def _command(options: argparse.Namespace) -> int:
    from jekyll_openapi import commands

    return commands.run(options)


def _flushed(code: int) -> int:
    """The exit code, when all that was printed has gone out; another where it cannot, which is said once."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as problem:
        return _unwritable(problem, is_said=code == 2)
    return code


def _unwritable(problem: OSError, *, is_said: bool = False) -> int:
    """Says that standard output cannot take what is printed; returns the exit code."""
    give_up(sys.stdout)
    if not is_said:
        tell(f"jekyll-openapi: error: standard output: {problem.strerror}")
    return 2


@contextmanager
def _no_collection(*, is_all: bool) -> Iterator[None]:
    """Holds off the search for cycles, which takes 6 to 30 % of a run and frees next to nothing in it.

    `build --watch`, the one command that runs for long, searches after each build. Python searches once more when it
    ends, which takes 2 to 4 % and frees what the system takes back anyway: a frozen object is not looked at. Nor does
    the program search before it ends, if the command `is_all` that this process does: 4 % more.
    """
    atexit.register(gc.freeze)
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled and not is_all:
            gc.enable()


def _open_what_is_closed() -> None:
    """Has no file that is opened later get the number of a closed stream, into which messages would go then.

    Writing to standard output fails, as it does where it is closed; what standard error should show goes nowhere.
    """
    for number, how in ((0, os.O_WRONLY), (1, os.O_RDONLY), (2, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.dup2(os.open(os.devnull, how), number)
    sys.stdout = sys.stdout or os.fdopen(1, "w", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(2, "w", closefd=False)


if __name__ == "__main__":
    sys.exit(main())
