"""What is asked of a run: its arguments and place, the program that answers, and what of the environment counts."""

import argparse
import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache

from jekyll_openapi.disk_cache.looks import seen
from jekyll_openapi.terminal import page_of

ENVIRONMENT = ("COLUMNS", "FORCE_COLOR", "HOME", "NO_COLOR", "TERM", "JEKYLL_OPENAPI_TRACEBACK")
"""All variables that a run reads; `tests/disk_cache/test_unchanged.py` proves that there are no others."""


def question(options: argparse.Namespace) -> str:
    """All that an answer depends on besides the files that it is read from."""
    words = sorted((name, repr(value)) for name, value in vars(options).items())
    streams = [(page_of(one), one.isatty()) for one in (sys.stdout, sys.stderr)]
    environment = [os.environ.get(name) for name in ENVIRONMENT]
    user = os.geteuid() if hasattr(os, "geteuid") else 0
    return repr((words, os.getcwd(), user, streams, environment, program()))


@cache
def program() -> str:
    """A digest of all code that can take part: this package, what is installed, and the interpreter."""
    told = [sys.version, sys.executable, repr(sys.flags), sys.getfilesystemencoding(), *sys.path]
    for folder in sys.path:
        told += _distributions(folder)
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    told += (f"{name} {seen(('content', name))}" for name in sorted(_files(package)))
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _distributions(folder: str) -> list[str]:
    """What is installed in a folder, each with its version, and when that was."""
    try:
        with os.scandir(folder or ".") as entries:
            found = [one for one in entries if one.name.endswith((".dist-info", ".egg-info", ".pth"))]
        return sorted(f"{one.name} {one.stat().st_mtime_ns}" for one in found)
    except OSError:
        return []


def _files(folder: str) -> Iterator[str]:
    """The paths of the package's files."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path) if entry.name != "__pycache__" else ()
            else:
                yield entry.path
