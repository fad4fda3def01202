"""Where a file is really written to: symbolic links are followed; devices and pipes are streams."""

import errno
import os
import stat
import sys
from collections.abc import Iterable
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
