"""Runs a command, or says again what it said when everything was as it is now."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from jekyll_openapi.cache import FOLDER
from jekyll_openapi.disk_cache.entries import Run, find, keep, make_folder
from jekyll_openapi.disk_cache.question import question
from jekyll_openapi.disk_cache.trace import Trace, are_so, code_folders

_KEPT = (0, 1)
"""Exit codes of runs that are remembered: success and findings. What could not be used is tried again."""


def run(options: argparse.Namespace, work: Callable[[], int]) -> int:
    """The exit code of the work, or of the same run before; raises OSError where standard output cannot take the text.

    What writes anything but text is not remembered. So a run that is said again would write nothing: all outputs are
    as it would make them, since they are among what a run looks at before it writes.
    """
    asked = ""
    for folder in _above(options.config):
        if os.path.lexists(folder / FOLDER):
            asked = asked or question(options)
            if (found := find(folder, asked)) and are_so(found.looks):
                return _say_again(found)
    project = _project(options)
    return work() if project is None else _remembered(project, asked or question(options), work)


def _above(named: Path | None) -> tuple[Path, ...]:
    """Folders in which the configuration may stand."""
    here = Path.cwd()
    return (Path(os.path.abspath(named)).parent,) if named else (here, *here.parents)


def _project(options: argparse.Namespace) -> Path | None:
    """The folder of the configuration; None where nothing is to be remembered."""
    from jekyll_openapi.config import find_config
    from jekyll_openapi.unusable import UnusableError

    try:
        config = find_config(Path.cwd(), options.config)
    except (UnusableError, OSError, UnicodeError):
        return None  # the command says why
    if config.file is None or not config.cache:
        return None
    named = [one for one in vars(options).values() if isinstance(one, (str, Path))]  # of these, some are paths
    told = (Path.cwd(), *named, *config.inputs.values(), *config.outputs.values())
    # What lies among installed code is not traced.
    code = [os.path.realpath(folder) + os.sep for folder in code_folders()]
    is_apart = not any(f"{os.path.realpath(one)}{os.sep}".startswith(inside) for one in told for inside in code)
    return config.file.parent if is_apart else None


def _remembered(folder: Path, asked: str, work: Callable[[], int]) -> int:
    """Runs the work and stores the run."""
    from jekyll_openapi.unusable import UnusableError

    try:
        # Before the trace begins: a listing of the folder around it is then the same in the next run.
        make_folder(folder)
    except (OSError, UnusableError):
        return work()  # a folder that cannot be written to has no cache
    trace, said = Trace(), list[tuple[int, str]]()
    with _heard(said, trace), trace.kept():
        code = work()
    if code in _KEPT and trace.is_still_so():
        with suppress(OSError, UnusableError):
            keep(folder, asked, Run(trace.looks, said, code))
    return code


class _Listened:
    """A stream whose texts are kept as well."""

    def __init__(self, stream: Any, number: int, said: list[tuple[int, str]], trace: Trace) -> None:
        self._stream, self._number, self._said, self._trace = stream, number, said, trace

    def write(self, text: str) -> int:
        """Writes the text and keeps it."""
        self._said.append((self._number, text))
        return int(self._stream.write(text))

    @property
    def buffer(self) -> Any:
        """The stream of bytes, which nobody listens to."""
        self._trace.is_whole = False
        return self._stream.buffer

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def _heard(said: list[tuple[int, str]], trace: Trace) -> Iterator[None]:
    """Keeps what the block prints."""
    streams = sys.stdout, sys.stderr
    listened: Any = [_Listened(one, number, said, trace) for number, one in enumerate(streams, 1)]
    sys.stdout, sys.stderr = listened
    try:
        yield
    finally:
        sys.stdout, sys.stderr = streams


def _say_again(found: Run) -> int:
    """Prints what the run said; returns its exit code."""
    from jekyll_openapi.terminal import tell

    for number, text in found.said:
        if number == 1:
            sys.stdout.write(text)
        else:
            sys.stdout.flush()
            tell(text, end="")
    sys.stdout.flush()
    return found.code
