"""A command run in a process of its own that may use five seconds and a gigabyte."""

import os
import resource
import sys
import time
from dataclasses import dataclass
from pathlib import Path

SECONDS = 5
GIGABYTE = 1 << 30


@dataclass(frozen=True, slots=True)
class Run:
    """How a run ended."""

    code: int
    """The exit code; the signal, negative, where one has ended it."""
    seconds: float
    """Of the processor."""
    peak: int
    """Bytes of memory more than before."""
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
        if self.seconds > SECONDS:
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
    said = folder.parent / "said.txt"
    child = os.fork()
    if not child:
        _run_in_child(folder, said, arguments)
    _, status, usage = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    text = said.read_text("utf-8", errors="replace")
    return Run(code, usage.ru_utime + usage.ru_stime, usage.ru_maxrss << 10, text)


def _run_in_child(folder: Path, said: Path, arguments: tuple[str, ...]) -> None:
    """Runs it and ends the process, whatever happens."""
    code = 70
    try:
        os.chdir(folder)
        with open(said, "w") as out, open(os.devnull, "w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(out.fileno(), 2)
            # What the test runner has put there keeps the text to itself.
            sys.stdout, sys.stderr = os.fdopen(1, "w", closefd=False), os.fdopen(2, "w", closefd=False)
            used = _address_space()
            resource.setrlimit(resource.RLIMIT_AS, (used + GIGABYTE, used + GIGABYTE))
            cpu = int(time.process_time()) + SECONDS + 2
            resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            from jekyll_openapi.cli import main

            try:
                code = main(arguments)
            except SystemExit as stopped:
                code = stopped.code if isinstance(stopped.code, int) else 2
            except BaseException:
                import traceback

                traceback.print_exc()
            sys.stderr.flush()
            sys.stdout.flush()
    finally:
        os._exit(code)


def _address_space() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * resource.getpagesize()
