"""Reads and writes pipes without waiting for ever: reports a pipe whose other end nobody opens."""

import errno
import os
import stat
import time
from pathlib import Path
from typing import BinaryIO

PATIENCE = 3.0
"""Seconds in which the other end has to be opened; who has opened it may take his time."""
_BETWEEN = 0.02


def read_bytes(path: Path, most: int) -> bytes:
    """The bytes of a file or pipe, `most` at most; raises OSError."""
    if not _is_pipe(path):
        with path.open("rb") as file:
            return file.read(most)
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as file:
        first = _first_bytes(handle, path, most)
        os.set_blocking(handle, True)
        return first + file.read(most - len(first))


def open_to_write(path: Path) -> BinaryIO:
    """A device or a pipe, opened for writing; raises OSError."""
    if not _is_pipe(path):
        return path.open("wb")
    end = time.monotonic() + PATIENCE
    while True:
        try:
            handle = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as problem:
            if problem.errno != errno.ENXIO:
                raise
            if time.monotonic() > end:
                raise OSError(errno.ENXIO, "a pipe, and nobody reads from it", str(path)) from None
            time.sleep(_BETWEEN)
        else:
            os.set_blocking(handle, True)
            return os.fdopen(handle, "wb")


def _is_pipe(path: Path) -> bool:
    return stat.S_ISFIFO(os.stat(path).st_mode)


def _first_bytes(handle: int, path: Path, most: int) -> bytes:
    """Bytes available now; empty if a writer has not written yet. Raises OSError if there is no writer."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if found := os.read(handle, most):
                return found
        except BlockingIOError:
            return b""
        time.sleep(_BETWEEN)
    raise OSError(errno.ENXIO, "a pipe, and nobody writes to it", str(path))
