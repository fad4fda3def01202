"""Where a file is really written to: symbolic links are followed; devices and pipes are streams."""

import errno
import os
import stat
import sys
from collections.abc import Iterable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

from jekyll_openapi.output import OutputError
from jekyll_openapi.output.staging import file_beside, named
from jekyll_openapi.patterns import regex
from jekyll_openapi.pipes import open_to_write
from jekyll_openapi.records import dataclass

_DESCRIPTORS = regex(r"/dev/fd|/proc/(\d+)(?:/task/\d+)?/fd", needs=("dev/fd", "proc/"))
_MOST_LINKS = 40


@dataclass(frozen=True, slots=True)
class Stream:
    """A target that cannot be replaced: an open descriptor, or the path of a device or pipe."""

    to: int | Path


def target(path: Path) -> Path | Stream:
    """The file or stream behind the path, links followed; raises OutputError for folders and disks, and OSError."""
    here = os.fspath(path)
    for _ in range(_MOST_LINKS):
        folder, name = os.path.split(here)
        folder = os.path.realpath(folder)
        # Not followed further: what /proc shows behind a descriptor is a file that the shell has opened for appending.
        if (match := _DESCRIPTORS.fullmatch(folder)) and name.isdecimal():
            if match[1] not in (None, str(os.getpid())):
                raise OutputError(f"{path} leads to a descriptor of another process")
            return Stream(int(name))
        here = os.path.join(folder, name)
        try:
            here = os.path.join(folder, os.readlink(here))
        except OSError:
            return _kind(path, Path(here))
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))


def _kind(path: Path, here: Path) -> Path | Stream:
    try:
        mode = here.stat().st_mode
    except FileNotFoundError:
        return here
    if stat.S_ISDIR(mode):
        raise OutputError(f"{path} is a folder; give the name of a file")
    if stat.S_ISBLK(mode):
        raise OutputError(f"{path} is a disk; give the name of a file")
    return here if stat.S_ISREG(mode) else Stream(here)


def stage(path: Path, data: Iterable[bytes], stack: ExitStack) -> Path:
    """A new file beside the path with the same permissions and owner, removed with the stack."""
    staged, file = stack.enter_context(file_beside(path))
    with named(path):
        file.writelines(data)
        file.flush()
        with suppress(FileNotFoundError):
            _take_rights(file.fileno(), path.stat())
        os.fsync(file.fileno())
    return staged


def fill(folder: Path, files: Mapping[str, bytes], old: Path | None) -> None:
    """Puts the files into a new folder and its folders; what the old folder has already gets a second name instead.

    For that the disk has nothing to do, neither now nor when the old folder goes.
    """
    root, before = os.fspath(folder), os.path.realpath(old) if old else ""
    # Behind a link to a folder somebody else may write to them later.
    inside = {name: os.path.join(before, name).rstrip(os.sep) for name in map(os.path.dirname, files)}
    ours = {name for name, path in inside.items() if before and os.path.realpath(path) == path}
    for name, data in files.items():
        new = os.path.join(root, name)
        if os.path.dirname(name) not in ours or not _has_second_name(os.path.join(before, name), new, data):
            with open(new, "wb") as file:  # a Path takes twice the time
                file.write(data)


def _has_second_name(old: str, new: str, data: bytes) -> bool:
    """Whether the new name stands for the old file now, which holds the data and has no other name."""
    try:
        there = os.lstat(old)
        if not stat.S_ISREG(there.st_mode) or there.st_size != len(data) or there.st_nlink > 1:
            return False
        with open(old, "rb") as file:
            if file.read() != data:
                return False
        os.link(old, new)
    except OSError:  # another disk, or one on which a file has one name
        return False
    return True


def _take_rights(handle: int, old: os.stat_result) -> None:
    new = os.fstat(handle)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        with suppress(OSError):
            os.fchown(handle, old.st_uid, old.st_gid)
    os.fchmod(handle, old.st_mode & 0o777)


def send(stream: Stream, data: bytes) -> None:
    """Writes to the stream, behind what has been printed so far; raises OSError."""
    sys.stdout.flush()
    shown = f"/dev/fd/{stream.to}" if isinstance(stream.to, int) else stream.to
    with (
        named(shown),
        os.fdopen(os.dup(stream.to), "wb") if isinstance(stream.to, int) else open_to_write(stream.to) as to,
    ):
        to.write(data)
