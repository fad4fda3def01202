"""`jekyll-openapi`: arguments in, exit code out. Data goes to standard output, everything else to standard error."""

import gc
import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from jekyll_openapi.arguments import make_parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Whatever the locale says: what goes into a file has to be the same bytes everywhere.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    parser = make_parser()
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.exit(2, parser.format_help())
    try:
        with _no_collection():
            from jekyll_openapi import commands

            return commands.run(options)
    except BrokenPipeError:
        _give_up(sys.stdout, sys.stderr)
        return 0
    except KeyboardInterrupt:
        print("jekyll-openapi: stopped", file=sys.stderr)
        return 130


@contextmanager
def _no_collection() -> Iterator[None]:
    """Holds off the search for cycles, which takes 6 to 30 % of a run and frees next to nothing in it.

    `build --watch`, the one command that runs for long, searches after each build.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _give_up(*streams: TextIO) -> None:
    """Has what is still to be written to the streams go nowhere, so that Python does not try again at its end."""
    for stream in streams:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    sys.exit(main())
