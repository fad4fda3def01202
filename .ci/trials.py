"""A plugin of pytest that tries mutants on tests that it has collected once: each in a fork, which takes milliseconds.

It runs all tests once and notes which lines each of them reaches. A mutant is tried on the tests that reach its
statement, the quickest first. What is changed are the functions that are there already; where that does not show, as
the code ran before the tests did, one more pytest is started, which imports the changed file.
"""

import contextlib
import functools
import gc
import importlib.machinery
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any, TypeVar

import pytest
from _pytest.runner import runtestprotocol
from mutating import PACKAGE, Mutant, mutants

WANTED, FRESH = "MUTANTS_TO_TRY", "MUTANT_TO_IMPORT"
"""Variables of the environment: the file that the names are read from, the name of the one to import."""
MOST_SECONDS = 15.0
"""Of tests for a mutant. Those that reach it and do not fit are left out, the slowest first."""
PART = 100
"""Of the tests, tried together in a fork with nothing broken."""
NOTICED, SURVIVES, SLOW, AFRESH, UNREACHED = range(5)
WORDS = ("noticed", "survives", "slow", "afresh", "unreached")
T = TypeVar("T")


def place_of(path: str) -> str:
    """The file as mutants name it; the runtime is copied into each client, whose functions are the same."""
    if "/runtime/" in path:
        return "runtime/" + path.rsplit("/runtime/", 1)[1]
    return os.path.relpath(path, PACKAGE) if path.startswith(str(PACKAGE)) else ""


def codes(code: CodeType, seen: dict[tuple[str, int], CodeType] | None = None) -> dict[tuple[str, int], CodeType]:
    """All functions of a module by their name and which of that name they are."""
    found: dict[tuple[str, int], CodeType] = {} if seen is None else seen
    for one in code.co_consts:
        if isinstance(one, CodeType):
            number = sum(name == one.co_qualname for name, _ in found)
            found[one.co_qualname, number] = one
            codes(one, found)
    return found


@dataclass
class Reached:
    """What one test reaches, and how long it takes."""

    item: pytest.Item
    seconds: float = 0.0
    """Of the processor."""
    passed: float = 0.0
    """Seconds that pass meanwhile."""
    lines: set[tuple[str, int]] = field(default_factory=set)


class Tracer:
    """Notes the lines that run of the files that are to be broken."""

    def __init__(self, files: frozenset[str]) -> None:
        self.early: set[tuple[str, int]] = set()
        self.now = self.early
        self._files = files
        self._places: dict[str, str] = {}

    def __call__(self, frame: FrameType, event: str, given: object) -> Any:
        path = frame.f_code.co_filename
        place = self._places.get(path)
        if place is None:
            place = place_of(path)
            place = self._places[path] = place if place in self._files else ""
        if not place:
            return None
        now, number = self.now, frame.f_lineno
        now.add((place, number))

        def line(frame: FrameType, event: str, given: object) -> Any:
            if event == "line":
                now.add((place, frame.f_lineno))
            return line

        return line


class Trials:
    def __init__(self, names: list[str], out: Path, end: float, slots: int) -> None:
        self._names, self._out, self._end, self._slots = names, out, end, slots
        files = frozenset(name.split(" ")[0] for name in names)
        self._mutants = {one.name: one for file in sorted(files) for one in mutants(PACKAGE / file)}
        self._tracer = Tracer(files)
        self._reached: list[Reached] = []
        self._all_measured = True
        sys.settrace(self._tracer)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Iterator[None]:
        """What a fixture of the whole session does is not done again in a fork."""
        before = self._tracer.now
        if fixturedef.scope == "session":
            self._tracer.now = self._tracer.early
        try:
            return (yield)
        finally:
            self._tracer.now = before

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed or not session.items:
            self._tell("broken", "the tests cannot be collected")
            return True
        self._measure(session.items)
        gc.collect()
        self._find_functions()
        gc.freeze()  # what a fork does not touch it does not copy
        self._leave_out_what_fails_in_a_fork()
        self._try_all()
        return True

    def _measure(self, items: list[pytest.Item]) -> None:
        """Runs each test once, for half of the time at most."""
        failed: list[str] = []
        until = (time.time() + self._end) / 2
        for number, item in enumerate(items):
            if time.time() > until:
                self._all_measured = False
                self._tell("left out", f"{len(items) - number} tests, as running each once takes too long")
                items[0].session._setupstate.teardown_exact(items[0])
                break
            self._measure_one(item, items[(number + 1) % len(items)], failed)
            if number % 200 == 0:
                self._tell("progress", f"{number} of {len(items)} tests run with nothing broken")
        if failed:
            self._tell("fails", f"{len(failed)} tests fail with nothing broken, first {failed[0]}")
        self._reached.sort(key=lambda one: one.seconds)
        self._by_line: dict[tuple[str, int], list[int]] = defaultdict(list)
        for number, one in enumerate(self._reached):
            for line in one.lines:
                self._by_line[line].append(number)

    def _measure_one(self, item: pytest.Item, after: pytest.Item, failed: list[str]) -> None:
        one = Reached(item)
        self._tracer.now = one.lines
        threading.settrace(self._tracer)
        sys.settrace(self._tracer)
        start, begin = time.process_time(), time.monotonic()
        reports = runtestprotocol(item, log=False, nextitem=after)
        one.seconds, one.passed = time.process_time() - start, time.monotonic() - begin
        sys.settrace(None)
        threading.settrace(None)  # type: ignore[arg-type]
        if all(report.passed for report in reports):
            self._reached.append(one)
        elif any(report.failed for report in reports):
            failed.append(item.nodeid)

    def _find_functions(self) -> None:
        self._functions: dict[str, list[FunctionType]] = defaultdict(list)
        self._caches: list[Any] = []
        for one in gc.get_objects():
            if type(one) is FunctionType and (place := place_of(one.__code__.co_filename)):
                self._functions[place].append(one)
            elif isinstance(one, functools._lru_cache_wrapper):
                wrapped = getattr(one, "__wrapped__", None)
                if isinstance(wrapped, FunctionType) and place_of(wrapped.__code__.co_filename):
                    self._caches.append(one)

    def _leave_out_what_fails_in_a_fork(self) -> None:
        """As do tests of a server that another test has started."""
        numbers = self._by_module(list(range(len(self._reached))))
        left, good = len(numbers), set[int]()

        def done(part: list[int], result: int) -> None:
            nonlocal left
            if result == SURVIVES:
                good.update(part)
            elif len(part) > 1:
                waiting.extendleft((part[: len(part) // 2], part[len(part) // 2 :]))
                return
            left -= len(part)
            self._tell("progress", f"{left} tests to run in a fork with nothing broken")

        waiting = deque(numbers[start : start + PART] for start in range(0, len(numbers), PART))
        self._in_forks(waiting, lambda part: self._fork(None, part), done)
        if left := len(numbers) - len(good):
            self._tell("left out", f"{left} tests, as they fail in a fork")
        for found in self._by_line.values():
            found[:] = [one for one in found if one in good]

    def _in_forks(self, waiting: deque[T], start: Callable[[T], int], done: Callable[[T, int], None]) -> None:
        """Starts what waits, as many as there are slots, until there is none or the time is up; 0 is no fork."""
        running: dict[int, T] = {}
        try:
            while running or (waiting and time.time() < self._end):
                while waiting and len(running) < self._slots and time.time() < self._end:
                    one = waiting.popleft()
                    if child := start(one):
                        running[child] = one
                if running:
                    child, status = os.wait()
                    if (ended := running.pop(child, None)) is not None:
                        kill(child)  # what its tests have started
                        done(ended, outcome(status))
        finally:
            for child in running:
                kill(child)

    def _by_module(self, numbers: list[int]) -> list[int]:
        """The tests of a module together, for its fixtures are made anew for each that comes after another's."""
        first: dict[object, int] = {}
        for one in numbers:
            first.setdefault(self._reached[one].item.path, one)
        return sorted(numbers, key=lambda one: first[self._reached[one].item.path])

    def _tests(self, mutant: Mutant) -> list[int]:
        found: set[int] = set()
        for line in range(mutant.first, mutant.last + 1):
            found.update(self._by_line.get((mutant.file, line), ()))
        if not mutant.in_function:  # it runs before the tests do
            found.update(*(tests for (file, _), tests in self._by_line.items() if file == mutant.file))
        taken, seconds = [], 0.0
        for one in sorted(found):
            seconds += self._reached[one].seconds
            if taken and seconds > MOST_SECONDS:
                break
            taken.append(one)
        return self._by_module(taken)

    def _try_all(self) -> None:
        def start(name: str) -> int:
            mutant = self._mutants[name]
            if tests := self._tests(mutant):
                return self._fork(mutant, tests)
            self._tell(WORDS[UNREACHED if self._all_measured else SLOW], name)
            return 0

        self._in_forks(deque(self._names), start, lambda name, result: self._tell(WORDS[result], name))

    def _fork(self, mutant: Mutant | None, tests: list[int]) -> int:
        child = os.fork()
        if child:
            with contextlib.suppress(OSError):  # it has done so itself
                os.setpgid(child, child)
            return child
        code = SLOW
        try:
            code = self._tried(mutant, tests)
        finally:
            os._exit(code)

    def _tried(self, mutant: Mutant | None, tests: list[int]) -> int:
        """In a fork: whether a test fails."""
        os.setpgid(0, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(int(15 + 8 * sum(self._reached[one].passed for one in tests)))
        nothing = os.open(os.devnull, os.O_RDWR)
        for number in range(3):
            os.dup2(nothing, number)
        with tempfile.TemporaryDirectory(prefix="mutant-") as folder:
            items = [self._reached[one].item for one in tests]
            items[0].config._tmp_path_factory._basetemp = Path(folder)  # type: ignore[attr-defined]
            if mutant and not self._breaks(mutant):
                return self._tried_afresh(mutant, items)
            for item, after in zip(items, [*items[1:], items[0]], strict=True):
                if any(report.failed for report in runtestprotocol(item, log=False, nextitem=after)):
                    return NOTICED
            if mutant and any((mutant.file, n) in self._tracer.early for n in range(mutant.first, mutant.last + 1)):
                return self._tried_afresh(mutant, items)
        return SURVIVES

    def _breaks(self, mutant: Mutant) -> bool:
        """Changes the functions that are there; whether that is all there is to change."""
        path = PACKAGE / mutant.file
        old = codes(compile(path.read_bytes(), str(path), "exec"))
        new = codes(compile(mutant.source, str(path), "exec"))
        if list(old) != list(new) or not mutant.in_function:
            return False
        named: dict[tuple[str, int], CodeType] = {}
        for key, code in old.items():
            named[code.co_qualname, code.co_firstlineno] = new[key]
        for one in self._functions[mutant.file]:
            code = named.get((one.__code__.co_qualname, one.__code__.co_firstlineno))
            if code is not None and code.co_freevars != one.__code__.co_freevars:
                return False
        for one in self._functions[mutant.file]:
            if code := named.get((one.__code__.co_qualname, one.__code__.co_firstlineno)):
                one.__code__ = code.replace(co_filename=one.__code__.co_filename)
        for cached in self._caches:
            cached.cache_clear()
        import_broken(mutant)
        return True

    def _tried_afresh(self, mutant: Mutant, items: list[pytest.Item]) -> int:
        """In another process, which imports the changed file."""
        signal.alarm(0)
        listed = Path(tempfile.mkdtemp(prefix="mutant-")) / "tests.txt"
        listed.write_text("\n".join(item.nodeid for item in items))
        command = (sys.executable, "-m", "pytest", "-p", "trials", "-x", "-q", "--no-header", "--tb=no", f"@{listed}")
        environment = {**os.environ, FRESH: mutant.name}
        environment.pop(WANTED, None)
        try:
            done = subprocess.run(command, env=environment, capture_output=True, timeout=120, check=False)
        except subprocess.TimeoutExpired:
            return SLOW
        # 1: a test fails, 2: a module cannot be imported; anything else says nothing about the mutant.
        return {0: SURVIVES, 1: NOTICED, 2: NOTICED}.get(done.returncode, SLOW)

    def _tell(self, word: str, what: str) -> None:
        with open(self._out, "a", encoding="utf-8") as file:
            file.write(f"{word}: {what}\n")


def import_broken(mutant: Mutant) -> None:
    """From now on who imports the file gets the mutant."""
    whole = (PACKAGE / mutant.file).read_bytes()
    old = importlib.machinery.SourceFileLoader.get_code

    def get_code(self: importlib.machinery.SourceFileLoader, name: str) -> CodeType | None:
        path = self.get_filename(name)
        if place_of(path) == mutant.file and Path(path).read_bytes() == whole:
            return compile(mutant.source, path, "exec")
        return old(self, name)

    importlib.machinery.SourceFileLoader.get_code = get_code  # type: ignore[method-assign]


def kill(child: int) -> None:
    """A fork and what it has started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)


def outcome(status: int) -> int:
    """What a fork says by its end; one that is killed by the alarm or ends otherwise is too slow."""
    code = os.waitstatus_to_exitcode(status)
    return code if code in (NOTICED, SURVIVES) else SLOW


def pytest_configure(config: pytest.Config) -> None:
    if name := os.environ.get(FRESH):
        (mutant,) = (one for one in mutants(PACKAGE / name.split(" ")[0]) if one.name == name)
        import_broken(mutant)
    elif wanted := os.environ.get(WANTED):
        end, out, slots, *names = Path(wanted).read_text("utf-8").split("\n")
        config.pluginmanager.register(Trials(names, Path(out), float(end), int(slots)), "mutants")
