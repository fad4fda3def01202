"""Compares paths by device and inode, so that links, mounts and letter case cannot deceive."""

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from jekyll_openapi.records import dataclass

Place = tuple[int, int, tuple[str, ...]]
"""Device and inode of the nearest existing ancestor, and the names below it that do not exist yet."""


MOUNTS = Path("/proc/self/mountinfo")
"""Where Linux lists what is mounted."""


def place(path: Path) -> Place:
    """The place that the path leads to."""
    return _of_real(os.path.realpath(path))


def _of_real(here: str) -> Place:
    """The place of a path that goes through no link."""
    missing: list[str] = []
    while True:
        try:
            status = os.stat(here)
        except OSError:
            above, name = os.path.split(here)
            if above == here:
                return 0, 0, tuple(missing)
            # Some file systems take `A` for `a`, and one way to write `é` for the other.
            missing.insert(0, unicodedata.normalize("NFC", name).casefold())
            here = above
        else:
            return status.st_dev, status.st_ino, tuple(missing)


def _places_above(path: Path) -> Iterator[Place]:
    """The places of the path and of all folders above it."""
    here = Path(os.path.realpath(path))
    return (_of_real(str(one)) for one in (here, *here.parents))


def mounts_in(folder: Path) -> tuple[str, ...]:
    """What is mounted on the folder or on something inside it. Looking at devices alone would miss a bind mount."""
    here = os.path.realpath(folder)
    try:
        lines = MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:  # not Linux
        return (here,) if os.path.ismount(here) else ()
    points = (re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), line.split(" ")[4]) for line in lines)
    return tuple(point for point in points if point == here or point.startswith(os.path.join(here, "")))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a path leads, asked of the system once for many comparisons."""

    place: Place
    above: frozenset[Place]
    """Its place, and those of all folders above it."""

    @classmethod
    def of(cls, path: Path) -> "Standing":
        """Where the path leads now."""
        found = tuple(_places_above(path))
        return cls(found[0], frozenset(found))

    def is_within(self, folder: "Standing") -> bool:
        """Whether it leads to the folder or to something inside it."""
        return folder.place in self.above


def is_same(one: Path, other: Path) -> bool:
    """Whether both paths lead to the same place."""
    return place(one) == place(other)


def is_within(path: Path, folder: Path) -> bool:
    """Whether the path leads to the folder or to something inside it."""
    return Standing.of(path).is_within(Standing.of(folder))
