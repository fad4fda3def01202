"""How a row of the table is measured: ours and another, in turn, as processes; medians; their ratio."""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

PYTHON = sys.executable
ROUNDS = 7
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Modules are compiled once, as they are for anyone who has installed them."""


@dataclass(frozen=True, slots=True)
class Command:
    """A process to run; its output is thrown away unless it is asked for."""

    arguments: tuple[str | Path, ...]
    folder: Path | None = None
    accepted: tuple[int, ...] = (0,)
    fresh: Path | None = None
    """A folder that the process makes, removed before it runs."""

    def seconds(self) -> float:
        """How long the process took, start-up included."""
        if self.fresh:
            shutil.rmtree(self.fresh, ignore_errors=True)
        start = time.perf_counter()
        self.output()
        return time.perf_counter() - start

    def printed(self) -> float:
        """The number that the process printed: seconds that it measured itself."""
        return float(self.output())

    def output(self) -> str:
        """What the process printed; an unexpected exit code ends the benchmark with what it said."""
        finished = subprocess.run(
            self.arguments,
            cwd=self.folder,
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if finished.returncode not in self.accepted:
            sys.exit(f"{self.arguments} exited with {finished.returncode}:\n{finished.stderr}")
        return finished.stdout

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
    value: float
    target: float
    unit: str
    detail: str = ""

    @property
    def met(self) -> bool:
        """The value is not above the target."""
        return self.value <= self.target


Measure = Callable[[Command], float]


def compare(
    name: str,
    ours: Command,
    other: Command,
    at_most: float,
    *,
    by: Measure = Command.seconds,
    scale: float = 1.0,
    rounds: int = ROUNDS,
) -> Row:
    """The median of ours, over `scale`, by the median of the other; the two run in turn."""
    if rounds > 1:
        for command in (ours, other):
            by(command)
    pairs = [(by(ours), by(other)) for _ in range(rounds)]
    mine, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    return Row(name, mine / scale / theirs, at_most, "x", f"{_time(mine)} / {_time(theirs)}")


def memory(name: str, command: Command, at_most: float) -> Row:
    """The most memory the command holds."""
    return Row(name, command.megabytes(), at_most, "MB")


def count(name: str, found: Sequence[str], detail: str = "") -> Row:
    """How many of something there are where none should be."""
    return Row(name, len(found), 0, "", ", ".join(found) or detail)


def _time(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("us", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


def show(rows: Sequence[Row]) -> str:
    """The rows as a table."""
    width = max(len(row.name) for row in rows)
    lines = [f"{'':{width}}  {'measured':>10}  {'target':>10}  met  detail"]
    for row in rows:
        measured, target = f"{row.value:.3g} {row.unit}", f"{row.target:g} {row.unit}"
        lines.append(f"{row.name:{width}}  {measured:>10}  {target:>10}  {'yes' if row.met else 'NO ':3}  {row.detail}")
    return "\n".join(line.rstrip() for line in lines)
