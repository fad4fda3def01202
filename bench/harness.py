"""How a row of the table is measured: ours and another, in turn, as processes; medians; their ratio."""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

PYTHON = sys.executable
ROUNDS = 5
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Modules are compiled once, as they are for anyone who has installed them."""


class MissingPeerError(Exception):
    """Something to compare with is not installed."""


@dataclass(frozen=True, slots=True)
class Used:
    """What one run took."""

    cpu: float
    """Seconds of processor time, its children's too."""
    wall: float
    printed: str


@dataclass(frozen=True, slots=True)
class Command:
    """A process to run; its output is thrown away unless it is asked for."""

    arguments: tuple[str | Path, ...]
    folder: Path | None = None
    accepted: tuple[int, ...] = (0,)
    fresh: Path | None = None
    """A folder that the process makes, removed before it runs."""

    def run(self) -> Used:
        """Run it; an unexpected exit code ends the benchmark with what it said."""
        if self.fresh:
            shutil.rmtree(self.fresh, ignore_errors=True)
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        finished = subprocess.run(
            self.arguments,
            cwd=self.folder,
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        if finished.returncode not in self.accepted:
            sys.exit(f"{self.arguments} exited with {finished.returncode}:\n{finished.stderr}")
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return Used(cpu, wall, finished.stdout)

    def printed(self) -> float:
        """The number that the process printed: what it measured itself."""
        return float(self.run().printed)

    def megabytes(self) -> float:
        """The most memory that the process held at one time."""
        # What a child reports is never less than what its parent held, so this program itself imports little.
        process = subprocess.Popen(
            self.arguments,
            cwd=self.folder,
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in self.accepted:
            sys.exit(f"{self.arguments} exited with {process.returncode}")
        return usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)


def python(*arguments: str | Path) -> Command:
    """A command of this virtual environment's Python."""
    return Command((PYTHON, *arguments))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    value: float | None
    """None where it was not measured; the detail says why."""
    target: float | None
    """None where there is no goal."""
    unit: str
    detail: str = ""

    @property
    def cells(self) -> tuple[str, str, str, str, str]:
        """The row as it is shown."""
        measured = "-" if self.value is None else f"{self.value:.3g} {self.unit}".strip()
        target = "-" if self.target is None else f"{self.target:g} {self.unit}".strip()
        is_judged = self.value is not None and self.target is not None
        met = ("yes" if (self.value or 0) <= (self.target or 0) else "NO") if is_judged else "-"
        return self.name, measured, target, met, self.detail


def compare(
    name: str, ours: Command, other: Command, at_most: float | None, *, scale: float = 1.0, rounds: int = ROUNDS
) -> Row:
    """Processor time of ours, over `scale`, by that of the other: medians of runs in turn, the first not counted."""
    if rounds > 1:
        for command in (ours, other):
            command.run()
    pairs = [(ours.run(), other.run()) for _ in range(rounds)]
    mine, theirs = ([used.cpu for used in column] for column in zip(*pairs, strict=True))
    walls = [[used.wall for used in column] for column in zip(*pairs, strict=True)]
    cpu, other_cpu = statistics.median(mine), statistics.median(theirs)
    wall, other_wall = (statistics.median(column) for column in walls)
    detail = (
        f"{_time(cpu)} / {_time(other_cpu)}, at most {_time(max(mine))} / {_time(max(theirs))}; wall {_time(wall)} / "
    )
    detail += f"{_time(other_wall)}, {wall / scale / other_wall:.3g} x"
    return Row(name, cpu / scale / other_cpu, at_most, "x", detail)


def compare_printed(name: str, ours: Command, other: Command, at_most: float | None) -> Row:
    """What ours has measured inside its process by what the other has, medians of runs in turn."""
    pairs = [(ours.printed(), other.printed()) for _ in range(ROUNDS)]
    mine, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    return Row(name, mine / theirs, at_most, "x", f"{_time(mine)} / {_time(theirs)}")


def compare_in_turn(name: str, command: Command, at_most: float | None) -> Row:
    """What ours takes by what the other takes, both measured in turn in one process: medians of some processes."""
    pairs = [tuple(map(float, command.run().printed.split())) for _ in range(2 * ROUNDS)]
    mine, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(ours / other for ours, other in pairs)
    return Row(name, ratio, at_most, "x", f"{_time(mine)} / {_time(theirs)}")


def printed(name: str, command: Command, at_most: float | None, unit: str, scale: float = 1.0) -> Row:
    """The number that the process prints."""
    return Row(name, command.printed() * scale, at_most, unit)


def memory(name: str, command: Command, at_most: float) -> Row:
    """The most memory the command holds."""
    return Row(name, command.megabytes(), at_most, "MB")


def count(name: str, found: Sequence[str], detail: str = "") -> Row:
    """How many of something there are where none should be."""
    return Row(name, len(found), 0, "", ", ".join(found) or detail)


def or_missing(name: str, target: float | None, measure: Callable[[], Row]) -> Row:
    """The row; one that says what is missing where a peer is not installed."""
    try:
        return measure()
    except MissingPeerError as missing:
        return Row(name, None, target, "x", f"not measured: {missing} is not installed")


def _time(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("us", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


TITLES = ("", "measured", "target", "met", "detail: ours / the other")


def show(rows: Sequence[Row]) -> str:
    """The rows as a table."""
    table = [TITLES, *(row.cells for row in rows)]
    widths = [max(len(line[at]) for line in table) for at in range(4)]
    lines = (
        "  ".join([*(cell.ljust(width) for cell, width in zip(line, widths, strict=False)), line[4]]) for line in table
    )
    return "\n".join(line.rstrip() for line in lines)


def show_as_markdown(rows: Sequence[Row]) -> str:
    """The rows as a table of Markdown."""
    lines = [TITLES, ("---",) * 5, *(row.cells for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
