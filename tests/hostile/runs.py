"""Commands run in a process of their own, in which each may use five seconds of a quiet machine and a gigabyte."""

import gc
import math
import os
import resource
import sys
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.pace import MOST, is_too_long

SECONDS = 5
GIGABYTE = 1 << 30


@dataclass(frozen=True, slots=True)
class Run:
    """How a run ended."""

    code: int
    """The exit code; the signal, negative, where one has ended it."""
    seconds: float
    """Of the processor."""
    said: str

    @property
    def complaint(self) -> str:
        """What the run did that no run may do; empty where it is fine."""
        if self.code < 0:
            return f"ended by signal {-self.code} after {self.seconds:.1f} s"
        if self.code not in (0, 1, 2):
            return f"ended with code {self.code}"
        if "Traceback" in self.said or "defect" in self.said:
            return "a traceback: " + " / ".join(self.said.splitlines()[-3:])
        if is_too_long(self.seconds, SECONDS):
            return f"took {self.seconds:.1f} s"
        if (
            self.code == 2
            and not self.said.startswith("jekyll-openapi: error: ")
            and "\njekyll-openapi: error: " not in self.said
        ):
            return "said nothing"
        return ""


def run(folder: Path, *arguments: str) -> Run:
    """Runs the program in the folder, as a fork of this process, which has imported it already."""
    return run_all(folder, [arguments])[0]


def run_all(folder: Path, commands: Sequence[Sequence[str]]) -> list[Run]:
    """Runs them one after the other in one fork, since a fork takes longer than most of them; one more for each that
    has ended the fork."""
    done: list[Run] = []
    while len(done) < len(commands):
        done += _in_a_fork(folder, commands[len(done) :])
    return done


def _in_a_fork(folder: Path, commands: Sequence[Sequence[str]]) -> list[Run]:
    """The commands that came to an end, the last maybe by a signal."""
    said = [folder.parent / f"said-{number}.txt" for number in range(len(commands))]
    ends = folder.parent / "ends.txt"
    ends.write_text("")
    child = os.fork()
    if not child:
        _run_in_child(folder, said, ends, commands)
    _, status, usage = os.wait4(child, 0)
    told = [line.split() for line in ends.read_text().splitlines()]
    found = [(int(code), float(seconds)) for code, seconds in told]
    if len(found) < len(commands):
        taken = sum(seconds for _, seconds in found)
        found.append((os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime - taken))
    return [
        Run(code, seconds, file.read_text("utf-8", errors="replace"))
        for (code, seconds), file in zip(found, said, strict=False)
    ]


def _run_in_child(folder: Path, said: Sequence[Path], ends: Path, commands: Sequence[Sequence[str]]) -> None:
    """Runs them and ends the process, whatever happens."""
    try:
        os.chdir(folder)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        for arguments, file in zip(commands, said, strict=True):
            start = time.process_time()
            code = _run_limited(file, arguments)
            with open(ends, "a") as out:
                out.write(f"{code} {time.process_time() - start}\n")
            gc.collect()
    finally:
        os._exit(70)


def _run_limited(said: Path, arguments: Sequence[str]) -> int:
    """The exit code of one command, with limits of its own; what it says goes into the file."""
    from jekyll_openapi.cli import main

    with open(said, "w") as out, open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(out.fileno(), 2)
        # What the test runner has put there keeps the text to itself.
        sys.stdout, sys.stderr = os.fdopen(1, "w", closefd=False), os.fdopen(2, "w", closefd=False)
        _limit(resource.RLIMIT_AS, _address_space() + GIGABYTE)
        _limit(resource.RLIMIT_CPU, math.ceil(time.process_time()) + math.ceil(SECONDS * MOST))
        try:
            return main(arguments)
        except SystemExit as stopped:
            return stopped.code if isinstance(stopped.code, int) else 2
        except BaseException:
            traceback.print_exc()
            return 70
        finally:
            sys.stderr.flush()
            sys.stdout.flush()


def _limit(what: int, most: int) -> None:
    """The limit from now on, which can be raised again."""
    resource.setrlimit(what, (most, resource.getrlimit(what)[1]))


def _address_space() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * resource.getpagesize()
