"""Swaps names, and flushes folders to disk."""

import os
from contextlib import suppress
from pathlib import Path

from jekyll_openapi.output.staging import folder_beside

_EXCHANGE = 2
_HERE = -100


def swap(one: Path, other: Path) -> None:
    """Swaps what two names on one disk stand for; one of the two may stand for nothing."""
    if not os.path.lexists(other):
        os.rename(one, other)
    elif not os.path.lexists(one):
        os.rename(other, one)
    elif not _exchange(one, other):
        _swap_in_steps(one, other)


def _exchange(one: Path, other: Path) -> bool:
    """Swaps two names atomically; False if the system cannot."""
    import ctypes  # with what copies and removes folders 4 ms, of a run that leaves its outputs as they are

    exchange = getattr(ctypes.CDLL(None), "renameat2", None) if os.name == "posix" else None
    return exchange is not None and exchange(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0


def _swap_in_steps(one: Path, other: Path) -> None:
    """Swaps two names in steps: a file is always there under the second, a folder is not between two of the steps."""
    with folder_beside(other) as aside:
        spare = aside / "spare"
        if other.is_dir():
            os.rename(other, spare)
            try:
                os.rename(one, other)
            except BaseException:
                os.rename(spare, other)
                raise
        else:
            import shutil

            shutil.copy2(other, spare)
            os.replace(one, other)
        os.rename(spare, one)


def flush(path: Path) -> None:
    """Flushes a file, or the entries of a folder, to disk, so that a power cut leaves no empty file."""
    with suppress(OSError):  # some file systems have no such order for folders
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def flush_all(folder: Path) -> None:
    """Flushes the folder and its content to disk."""
    import ctypes

    system = ctypes.CDLL(None) if os.name == "posix" else None
    handle = os.open(folder, os.O_RDONLY)
    try:
        # All at once where the system can: one by one, 200 files take a second.
        if getattr(system, "syncfs", None) and system and system.syncfs(handle) == 0:
            return
    finally:
        os.close(handle)
    for path in folder.rglob("*"):
        flush(path)
    flush(folder)
