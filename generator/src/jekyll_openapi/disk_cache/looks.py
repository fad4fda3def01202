"""What a run can learn about a path, as a text that a later run compares with its own."""

import hashlib
import os
import stat
from collections.abc import Callable

Look = tuple[str, str]
"""What was asked, and of which path."""

_LARGEST = 256 * 1024 * 1024
"""Bytes of a file up to which its content is looked at."""


class UnknowableError(Exception):
    """What a look gives cannot be told without a side effect, such as taking something out of a pipe."""


def content(path: str) -> str:
    """The digest of a file."""
    status = os.stat(path)
    if stat.S_ISDIR(status.st_mode):
        return "folder"
    if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
        raise UnknowableError
    with open(path, "rb", buffering=0) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def names(path: str) -> str:
    """The digest of a listing: names and kinds, and where links lead."""
    with os.scandir(path) as entries:
        found = sorted((entry.name, _kind(entry)) for entry in entries)
    return hashlib.sha256(repr(found).encode()).hexdigest()


def _kind(entry: "os.DirEntry[str]") -> str:
    if not entry.is_symlink():
        return "folder" if entry.is_dir() else "file" if entry.is_file() else "other"
    # What a listing says of a link, it says of what the link leads to.
    return f"link to {os.readlink(entry.path)!r}, {seen(('status', entry.path))}"


def status(path: str) -> str:
    """Kind and rights of what the path leads to; the size of a file."""
    return _told(os.stat(path))


def own_status(path: str) -> str:
    """The same of the path itself, which can be a link."""
    return _told(os.lstat(path))


def _told(found: os.stat_result) -> str:
    # Times are left out, and of a folder its size: they change with what is in it, which only a listing shows. Numbers
    # tell whether two paths are the same place; of a file they change when it is saved, and it has mostly one name.
    is_folder = stat.S_ISDIR(found.st_mode)
    place = f" {found.st_dev} {found.st_ino}" if is_folder or found.st_nlink != 1 else ""
    size = "" if is_folder else f" {found.st_size}"
    return f"{found.st_mode:o} {found.st_uid}{size}{place}"


_KINDS: dict[str, Callable[[str], str]] = {
    "content": content,
    "names": names,
    "status": status,
    "own status": own_status,
    "target": os.readlink,
    "readable": lambda path: str(os.access(path, os.R_OK)),
    "writable": lambda path: str(os.access(path, os.W_OK)),
}


def seen(look: Look) -> str:
    """What the look gives now; raises UnknowableError, and KeyError for a look of no known kind."""
    kind, path = look
    ask = _KINDS[kind]
    try:
        return ask(path)
    except (OSError, ValueError) as problem:
        return f"error {getattr(problem, 'errno', None)}"
