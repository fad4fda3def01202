"""Entries of the cache folder: JSON, one file each, named by what was asked.

An entry counts only in the very folder in which this user wrote it. Somebody can hand over a project with a cache
folder in it, whose entries say that all is well; but nobody can know when its tag file will be made on this machine,
and that is a part of the name.
"""

import hashlib
import json
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Any

from jekyll_openapi.cache import FOLDER
from jekyll_openapi.disk_cache.looks import Look
from jekyll_openapi.records import dataclass

TAG = "CACHEDIR.TAG"
_TAG_TEXT = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by jekyll-openapi; it can be removed at any time.\n"
_IGNORE = "# Made by jekyll-openapi\n*\n"
_MOST = 20
"""Entries in a folder."""
_MOST_BYTES = 10 * 1024 * 1024
"""Bytes of all entries of a folder."""
_LARGEST = 4 * 1024 * 1024
"""Bytes of an entry."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run: what it looked at, what it said, and how it ended."""

    looks: dict[Look, str]
    said: list[tuple[int, str]]
    """Texts, each with the number of the stream it went to: 1 or 2."""
    code: int


def find(folder: Path, question: str) -> Run | None:
    """The run that was asked this; None if there is none, or what is there cannot be one."""
    path = _path(folder, question)
    try:
        return None if path is None else _run(json.loads(_read(path)))
    except (OSError, ValueError, TypeError, RecursionError):
        return None


def make_folder(folder: Path) -> None:
    """Makes the cache folder, if it is missing; raises OSError and OutputError."""
    from jekyll_openapi.output.together import write_texts  # for who writes: 10 ms

    place = folder / FOLDER
    place.mkdir(exist_ok=True)
    missing = {TAG: _TAG_TEXT, ".gitignore": _IGNORE}
    write_texts({place / name: said for name, said in missing.items() if not os.path.lexists(place / name)})


def keep(folder: Path, question: str, run: Run) -> None:
    """Stores a run, and removes the oldest that there is no room for; raises OSError and OutputError."""
    from jekyll_openapi.output.together import write_text

    looks = [[*look, given] for look, given in run.looks.items()]
    text = json.dumps({"looks": looks, "said": run.said, "code": run.code})
    path = _path(folder, question)
    if path is not None and len(text) <= _LARGEST:
        if os.path.lexists(path) and not stat.S_ISREG(os.lstat(path).st_mode):
            path.unlink()  # a link would be followed, and a pipe waited for
        write_text(path, text)
        _prune(path.parent)


def _path(folder: Path, question: str) -> Path | None:
    """Where the run is stored; None where there is no cache folder of this user."""
    place = folder / FOLDER
    try:
        own, tag = os.lstat(place), os.lstat(place / TAG)
    except OSError:
        return None
    user = os.geteuid() if hasattr(os, "geteuid") else own.st_uid
    if not (stat.S_ISDIR(own.st_mode) and stat.S_ISREG(tag.st_mode) and own.st_uid == tag.st_uid == user):
        return None
    made = f"{tag.st_dev} {tag.st_ino} {tag.st_ctime_ns} {question}"
    return place / f"{hashlib.sha256(made.encode('utf-8', 'surrogatepass')).hexdigest()}.json"


def _read(path: Path) -> bytes:
    """The bytes of an entry; raises ValueError for what is too large or no file."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with open(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise ValueError("no file")
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ValueError("too large")
    return data


def _run(data: Any) -> Run:
    """The run that an entry tells; raises ValueError and TypeError where it tells none."""
    looks = {(kind, path): given for kind, path, given in data["looks"]}
    said = [(number, text) for number, text in data["said"]]
    texts = [*(part for look in looks for part in look), *looks.values(), *(text for _, text in said)]
    is_run = all(type(one) is str for one in texts) and all(number in (1, 2) for number, _ in said)
    if not is_run or data["code"] not in (0, 1) or data.keys() != {"looks", "said", "code"} or not looks:
        raise ValueError("no run")
    return Run(looks, said, int(data["code"]))


def _prune(place: Path) -> None:
    """Removes the oldest entries, so that number and size stay within bounds."""
    found = []
    for path in place.glob("*.json"):
        with suppress(OSError):  # another run removes as well
            status = path.lstat()
            found.append((status.st_mtime_ns, status.st_size, path))
    left = _MOST_BYTES
    for number, (_, size, path) in enumerate(sorted(found, reverse=True)):
        left -= size
        if number >= _MOST or left < 0:
            with suppress(OSError):
                path.unlink()
