"""A build that is killed, or that the disk has no room for, leaves the old output or the new one."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2
import pytest

from jekyll_openapi.cli import main
from jekyll_openapi.client.stamp import tree_digest
from jekyll_openapi.commands.outputs import finish_interrupted
from jekyll_openapi.config import find_config
from tests.release.workplace import lay_out, write_pages
from tests.sampling import IS_DEEP, every

RENAMES = ("os.rename", "ctypes.dlsym")
"""What Python says of a rename, and of looking up the call that swaps two names."""
CHANGES = (*RENAMES, "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate")
STEP = 1 if IS_DEEP else 5
"""How many moments lie between two kills."""
STATES: tuple[dict[str, str], ...] = ({}, {"size": "amount", "sell": "Short", "state": "done"})
STALE = "The outputs are out of date: run `jekyll-openapi build`\n"
FILES = ("spec/openapi.yaml", "spec/openapi-3.0.yaml")
Kill = Callable[[str, int], bool]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiles each template of openapi-python-client once for all builds; most of a small build is that."""
    compiled: dict[object, Any] = {}
    compile_template = jinja2.Environment.compile

    def remember(self: Any, source: Any, *given: Any, **named: Any) -> Any:
        if (source, given) not in compiled:
            compiled[source, given] = compile_template(self, source, *given, **named)
        return compiled[source, given]

    monkeypatch.setattr(jinja2.Environment, "compile", remember)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small repository, built."""
    lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 0
    return tmp_path


def outputs(place: Path) -> dict[str, object]:
    """What stands there: the bytes of each file, the digest of the client."""
    return {name: (place / name).read_bytes() for name in FILES} | {"generated": tree_digest(place / "generated")}


def strangers(place: Path) -> list[str]:
    """What has been left beside the outputs."""
    return sorted(one.name for folder in (place, place / "spec") for one in folder.glob(".*.*.*"))


class Killer:
    """Kills this process and what it has started at the n-th moment of those that matter.

    These are before and behind each rename and at each ninth other change of the disk. Between two changes one moment
    is as good as another, so that no clock is needed, under which a busy machine would do something else each time.
    """

    def __init__(self, moment: int) -> None:
        self.left, self.others, self.was_rename = moment, 0, False

    def __call__(self, event: str, given: tuple[Any, ...]) -> None:
        if event not in CHANGES and not (event == "open" and given[2] & (os.O_WRONLY | os.O_RDWR)):
            return
        is_rename = event in RENAMES
        self.others += not is_rename
        self.left -= is_rename or self.was_rename or self.others % 9 == 0
        self.was_rename = is_rename
        if self.left == 0:
            os.killpg(0, signal.SIGKILL)


@pytest.fixture
def killed() -> Kill:
    """Runs a command in a process of its own, killed at the n-th moment; false where it has come to its end before."""

    def run(command: str, moment: int) -> bool:
        child = os.fork()
        if not child:
            os.setsid()
            sys.addaudithook(Killer(moment))
            os._exit(main([command]))
        _, status = os.waitpid(child, 0)
        return os.WIFSIGNALED(status)

    return run


@pytest.mark.deep
@pytest.mark.usefixtures("quick")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_killed_at_any_moment_each_output_is_the_old_or_the_new_one(
    place: Path, killed: Kill, capfd: pytest.CaptureFixture[str]
) -> None:
    known: list[dict[str, object]] = []
    for state in reversed(STATES):
        write_pages(place, **state)
        assert main(["build"]) == 0
        known.insert(0, outputs(place))
    for moment in range(1, 1000, STEP):
        wanted = 1 if outputs(place)["generated"] == known[0]["generated"] else 0
        write_pages(place, **STATES[wanted])
        is_done = not killed("build", moment)
        for name, content in outputs(place).items():
            assert content in (known[0][name], known[1][name]), f"{name} is neither old nor new at moment {moment}"
        finish_interrupted(find_config(place))
        assert outputs(place) in known, f"some are old and some new at moment {moment}"
        assert strangers(place) == []
        if is_done:
            break
    assert moment > 20
    assert outputs(place) == known[wanted]
    wanted = 1 - wanted
    write_pages(place, **STATES[wanted])
    assert killed("build", moment // 2)
    capfd.readouterr()
    assert (main(["check"]), capfd.readouterr().err) == (1, STALE)
    assert main(["build"]) == 0
    assert outputs(place) == known[wanted]
    assert strangers(place) == []


@pytest.mark.deep
@pytest.mark.usefixtures("quick")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_release_that_is_killed_leaves_the_last_one_or_the_next_and_can_be_done_again(
    released: Path, killed: Kill, change: Callable[..., None]
) -> None:
    change(**STATES[1])
    old = whole_tree(released)
    assert main(["release"]) == 0
    new = whole_tree(released)
    for moment in range(1, 1000, 3 * STEP):
        restore(released, old)
        is_done = not killed("release", moment)
        for name, content in whole_tree(released).items():
            assert content in (old[name], new[name]), f"{name} is neither old nor new at moment {moment}"
        finish_interrupted(find_config(released))
        assert whole_tree(released) in (old, new), f"some are old and some new at moment {moment}"
        if is_done:
            break
    assert moment > 20
    restore(released, old)
    assert main(["release"]) == 0
    assert whole_tree(released) == new
    assert strangers(released) == []


def whole_tree(place: Path) -> dict[str, object]:
    """All that a release writes: the bytes of each file, all files of each folder."""
    texts: dict[str, object] = {name: (place / name).read_bytes() for name in (*FILES, "spec/CHANGELOG.md")}
    return texts | {name: files(place / name) for name in ("generated", "dist", "spec/released")}


def files(folder: Path) -> dict[str, bytes]:
    found = (one for one in folder.rglob("*") if one.is_file() and "__pycache__" not in one.parts)
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in found}


def restore(place: Path, old: dict[str, Any]) -> None:
    """What git gives back, and `dist`, which it does not keep; what was left beside them stays."""
    for command in (["checkout", "-q", "."], ["clean", "-fdq", "generated", "spec/released"]):
        subprocess.run(["git", *command], cwd=place, check=True, timeout=600)
    for name in set(files(place / "dist")) - set(old["dist"]):
        (place / "dist" / name).unlink()
    for name, content in old["dist"].items():
        (place / "dist" / name).write_bytes(content)


class FullDisk:
    """Lets so many writes through and refuses the next ones."""

    def __init__(self, room: int) -> None:
        self.room = room

    def take(self) -> None:
        self.room -= 1
        if self.room < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> FullDisk:
    """A disk that can become full for whatever is written as text."""
    disk, write, fdopen = FullDisk(10**6), Path.write_text, os.fdopen

    def writes(path: Path, *given: Any, **named: Any) -> int:
        disk.take()
        return write(path, *given, **named)

    def opens(*given: Any, **named: Any) -> Any:
        file = fdopen(*given, **named)
        if "wb" in given:
            try:
                disk.take()
            except OSError:
                file.close()
                raise
        return file

    monkeypatch.setattr(Path, "write_text", writes)
    monkeypatch.setattr(os, "fdopen", opens)
    return disk


def writes_of_a_build(place: Path, full: FullDisk, state: dict[str, str]) -> int:
    """How many writes the build of a state takes."""
    write_pages(place, **state)
    before = full.room
    assert main(["build"]) == 0
    return before - full.room


@pytest.mark.deep
@pytest.mark.parametrize("left", every(2, [1, 2, 3, 4, 5, 10, 0.5, 0.9, 1.0]))
def test_a_full_disk_leaves_the_old_output(
    place: Path, full: FullDisk, left: float, capsys: pytest.CaptureFixture[str]
) -> None:
    """At the last writes, where the outputs take the place of the old, and at some before; 1.0 is the first of all.

    An output that cannot be written stays as it was; it holds no other one back, and none is half old and half new.
    """
    needed = writes_of_a_build(place, full, STATES[1])
    new = outputs(place)
    writes_of_a_build(place, full, STATES[0])
    old = outputs(place)
    write_pages(place, **STATES[1])
    full.room = needed - (int(left) if isinstance(left, int) else round(left * needed))
    capsys.readouterr()
    assert main(["build"]) == 1
    assert "No space left on device" in capsys.readouterr().err
    now = outputs(place)
    assert now != new
    assert all(now[name] in (old[name], new[name]) for name in now)
    assert strangers(place) == []
