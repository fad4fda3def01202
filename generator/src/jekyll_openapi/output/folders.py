"""Replaces folders as a whole."""

import ctypes
import os
import shutil
from pathlib import Path

from jekyll_openapi.output.files import flush
from jekyll_openapi.output.staging import folder_beside

_EXCHANGE = 2
_HERE = -100


def replace_folder(new: Path, old: Path) -> None:
    """Puts the folder `new` in place of `old`, on the same disk; `new` then holds the old content or is gone.

    Does not check whether `old` may be replaced; `Guard.require_folder` does.
    """
    if old.is_dir():
        # The new folder was created private, with mode 700.
        os.chmod(new, old.stat().st_mode & 0o7777)
    _flush_all(new)
    try:
        os.rename(new, old)  # where there is none, or an empty one
    except OSError:
        if not old.is_dir():
            raise
        if not _exchange(new, old):
            _rename_both(new, old)
    flush(old.parent)


def _flush_all(folder: Path) -> None:
    """Flushes the folder and its content to disk."""
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


def _exchange(one: Path, other: Path) -> bool:
    """Swaps two names atomically; False if the system cannot."""
    swap = getattr(ctypes.CDLL(None), "renameat2", None) if os.name == "posix" else None
    return swap is not None and swap(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0


def _rename_both(new: Path, old: Path) -> None:
    """Swaps two names in two steps, between which neither exists."""
    with folder_beside(old) as aside:
        os.rename(old, aside / "old")
        try:
            os.rename(new, old)
        except BaseException:
            os.rename(aside / "old", old)
            raise
        shutil.rmtree(aside / "old")
