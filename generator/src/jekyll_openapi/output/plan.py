"""A journal of replacements: if a run is killed halfway, the next run finishes them."""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from jekyll_openapi.output.ownership import contents
from jekyll_openapi.output.staging import alone, is_beside, plans, sweep
from jekyll_openapi.output.swaps import swap
from jekyll_openapi.records import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """Two names to swap. Afterwards the first stands for what was at the place before."""

    made: Path
    place: Path
    new: str
    """What `made` stands for before, and `place` afterwards, as `identity` tells; empty for nothing."""
    old: str

    @staticmethod
    def of(made: Path, place: Path) -> "Step":
        """The step as things stand."""
        return Step(made, place, identity(made), identity(place))

    @property
    def is_done(self) -> bool:
        """Whether the names have been swapped."""
        return identity(self.place) == self.new

    @property
    def is_waiting(self) -> bool:
        """Whether the names can be swapped without losing what somebody has put there since."""
        # Where a system swaps in several steps, there is nothing at the place between two of them.
        return identity(self.made) == self.new and identity(self.place) in (self.old, "")


def identity(path: Path) -> str:
    """Identifies a file or folder even under another name; empty if it does not exist."""
    if not os.path.lexists(path):
        return ""
    if not path.is_dir() or path.is_symlink():
        return repr(_of(path))
    told = [path.lstat().st_ino, *((name, _of(path / name)) for name in sorted(contents(path)))]
    return sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()


def _of(path: Path) -> tuple[int, int, int]:
    status = path.lstat()
    return status.st_ino, status.st_size, status.st_mtime_ns


def carry_out(steps: Iterable[Step]) -> None:
    """Swaps what is not swapped yet; swaps all back where one cannot be."""
    steps = tuple(steps)
    try:
        for step in steps:
            if not step.is_done:
                swap(step.made, step.place)
    except BaseException:
        for step in reversed(steps):
            if step.is_done:
                swap(step.made, step.place)
        raise


def write_plan(file: BinaryIO, steps: Iterable[Step]) -> None:
    """Writes the steps into the file, and flushes it to disk."""
    rows = [[os.fspath(step.made), os.fspath(step.place), step.new, step.old] for step in steps]
    file.write(json.dumps(rows).encode())
    file.flush()
    os.fsync(file.fileno())


def finish(places: Iterable[Path]) -> tuple[Path, ...]:
    """Finish replacements of killed runs at these places that nobody has touched since, and clean up."""
    ours = tuple(dict.fromkeys(Path(os.path.realpath(place)) for place in places))
    done = tuple(one for place in ours for plan in plans(place) for one in _finished(plan, ours))
    for place in ours:
        sweep(place)
    return done


def _finished(plan: Path, ours: tuple[Path, ...]) -> Iterator[Path]:
    steps = _read(plan)
    # What cannot be finished stays as it is: the next build makes all of it anew.
    with suppress(OSError), alone(step.place.parent for step in steps):
        left = [step for step in steps if not step.is_done]
        # A plan may come from somebody else, in an archive say: it moves nothing but what we make, to where we write.
        is_sound = all(step.place in ours and is_beside(step.made, step.place) for step in steps)
        if left and is_sound and all(step.is_waiting for step in left):
            carry_out(left)
            yield from (step.place for step in left)


def _read(plan: Path) -> tuple[Step, ...]:
    """The steps of a plan; none where it is not whole: then nothing has been swapped yet."""
    try:
        rows = json.loads(plan.read_bytes())
        return tuple(Step(Path(made), Path(place), str(new), str(old)) for made, place, new, old in rows)
    except (ValueError, TypeError, OSError, RecursionError):
        return ()
