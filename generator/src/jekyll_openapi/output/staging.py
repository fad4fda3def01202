"""Temporary files and folders beside the outputs, locked while their process lives, so that leftovers can be removed.

`.openapi.yaml.h1a2b3c4d.0f9e8d7c` is the new `openapi.yaml` of host `h1a2b3c4d`. The name has no process
number, since containers that share a volume each count their own processes. One that ends in `.plan` says what is being
put in place together.
"""

import os
import re
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from jekyll_openapi.output import OutputError

try:
    import fcntl
except ImportError:  # Windows: what is left there goes when it is old
    fcntl = None  # type: ignore[assignment]

_OLD = 3600
"""Seconds after which a leftover of another host is removed, as locks may not be shared between hosts."""
_LONGEST_NAME = 200
_PATIENCE = 30
"""Seconds to wait for another process that puts outputs in place, which takes it a moment unless it is stopped."""
_BETWEEN = 0.02
PLAN = ".plan"


def _prefix(path: Path) -> str:
    name = path.name if len(os.fsencode(path.name)) < _LONGEST_NAME else sha256(os.fsencode(path.name)).hexdigest()
    return f".{name}."


@cache
def _host() -> str:
    """An identifier of this machine since its start, as seen from this container."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii")
    except OSError:
        boot = ""
    # What `platform` would say: to import it takes 3 ms.
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return f"h{sha256(f'{name} {boot}'.encode()).hexdigest()[:8]}"


@contextmanager
def named(path: Path | str) -> Iterator[None]:
    """Has a failure of the system name the output, and not what is made beside it."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise type(problem)(problem.errno, problem.strerror, str(path)) from problem


@contextmanager
def _at_least_named(path: Path) -> Iterator[None]:
    """Has a failure of the system that names no file, such as that of a full disk, name the output."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as problem:
        if problem.filename is not None or problem.errno is None:
            raise
        raise type(problem)(problem.errno, problem.strerror, str(path)) from problem


@contextmanager
def file_beside(path: Path, ending: str = "") -> Iterator[tuple[Path, BinaryIO]]:
    """A new, locked file beside the path, removed at the end with whatever has its name then."""
    while True:
        staged = path.with_name(f"{_prefix(path)}{_host()}.{os.urandom(4).hex()}{ending}")
        with named(path):
            # O_EXCL: never follow a file or link that somebody else put there.
            handle = os.open(staged, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        if _holds(handle):
            break
        os.close(handle)
    try:
        with _at_least_named(path), os.fdopen(handle, "wb") as file:
            yield staged, file
    finally:
        staged.unlink(missing_ok=True)


@contextmanager
def folder_beside(path: Path) -> Iterator[Path]:
    """A new, locked, empty folder beside the path, removed at the end with its content."""
    import shutil  # where a folder is written: 2 ms

    while True:
        staged = path.with_name(f"{_prefix(path)}{_host()}.{os.urandom(4).hex()}")
        with named(path):
            staged.mkdir(mode=0o700)
        handle = os.open(staged, os.O_RDONLY)
        if _holds(handle):
            break
        os.close(handle)
    try:
        with _at_least_named(path):
            yield staged
    finally:
        shutil.rmtree(staged, ignore_errors=True)
        os.close(handle)


def sweep(path: Path) -> None:
    """Removes leftovers of dead processes beside the path."""
    for left in _left(path, rf"({re.escape(PLAN)})?"):
        import shutil

        with suppress(OSError):
            shutil.rmtree(left) if left.is_dir() else left.unlink()


def plans(path: Path) -> Iterator[Path]:
    """The plans of dead processes of this host beside the path, each locked while it is looked at, then removed."""
    for left in _left(path, re.escape(PLAN), of_others=False):
        yield left
        left.unlink(missing_ok=True)


def is_beside(staged: Path, path: Path) -> bool:
    """Whether the name is one that is given to what is made for the path, or to something in a folder made for it."""
    above = staged if staged.parent == path.parent else staged.parent
    return above.parent == path.parent and bool(_names(path, "").fullmatch(above.name))


def _names(path: Path, ending: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(_prefix(path))}(h[0-9a-f]{{8}})\.[0-9a-f]{{8}}{ending}")


def _left(path: Path, ending: str, *, of_others: bool = True) -> Iterator[Path]:
    """Leftovers of dead processes beside the path, each locked while it is looked at."""
    path = Path(os.path.realpath(path))
    ours = _names(path, ending)
    with suppress(OSError):
        for entry in list(os.scandir(path.parent)):
            if (match := ours.fullmatch(entry.name)) and (of_others or match[1] == _host()):
                yield from _if_left(Path(entry.path), match[1] == _host())


def _if_left(staged: Path, of_this_host: bool) -> Iterator[Path]:
    try:
        # O_NONBLOCK: opening a named pipe would wait for a writer for ever.
        handle = os.open(staged, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return
    try:
        locked = _lock(handle, wait=False)
        is_old = time.time() - os.fstat(handle).st_mtime > _OLD
        if locked is not False and (is_old or (locked and of_this_host)):
            yield staged
    finally:
        os.close(handle)


@contextmanager
def alone(folders: Iterable[Path]) -> Iterator[None]:
    """Has the block run in one process at a time, of those that put something into the folders; raises OutputError."""
    with ExitStack() as stack:
        # In one order, so that no two processes wait for each other.
        for folder in sorted(set(folders)):
            with suppress(OSError):  # Windows opens no folders
                handle = os.open(folder, os.O_RDONLY)
                stack.callback(os.close, handle)
                _wait_for(handle, folder)
        yield


def _wait_for(handle: int, folder: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while _lock(handle, wait=False) is False:
        if time.monotonic() > end:
            raise OutputError(
                f"another run has been writing to {folder} for {_PATIENCE} s; try again when it has ended"
            )
        time.sleep(_BETWEEN)


def _holds(handle: int) -> bool:
    """Locks a new file; returns whether nobody removed it in the meantime."""
    _lock(handle, wait=True)
    # Between creation and lock, `sweep` of another process can take the file for a leftover and remove it.
    return os.fstat(handle).st_nlink > 0


def _lock(handle: int, *, wait: bool) -> bool | None:
    """Whether the lock was obtained; None if the file system has no locks."""
    if fcntl is None:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True
