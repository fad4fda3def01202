"""Folders, replaced whole; what killed processes have left, and what living ones make."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.output import plan, staging, swaps, together
from jekyll_openapi.output.staging import file_beside, folder_beside, sweep
from jekyll_openapi.output.swaps import flush, swap
from jekyll_openapi.output.together import Together


@pytest.fixture(params=[True, False], ids=["at once", "in two steps"])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two folders, each with a file of its name; the system can swap them, or cannot."""
    if not request.param:
        monkeypatch.setattr(swaps, "_exchange", lambda *_: False)
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(name)
    return tmp_path


def replace_folder(new: Path, old: Path) -> None:
    with Together() as together:
        together.folder(new, old)
        together.put()


def test_a_new_folder_takes_the_place_of_the_old_one_with_its_rights(place: Path) -> None:
    (place / "old").chmod(0o2750)
    replace_folder(place / "new", place / "old")
    assert os.listdir(place / "old") == ["new.txt"]
    assert (place / "old").stat().st_mode & 0o7777 == 0o2750
    assert [one for one in os.listdir(place) if one.startswith(".")] == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems cannot swap two names at once")
def test_the_two_are_swapped_at_once(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert swaps._exchange(place / "new", place / "old")
    assert (os.listdir(place / "old"), os.listdir(place / "new")) == (["new.txt"], ["old.txt"])


@pytest.mark.parametrize("at_once", [True, False])
def test_the_disk_has_all_of_the_folder_before_it_comes(
    place: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool
) -> None:
    done: list[str] = []

    class System:
        def __init__(self, *_: object, **__: object) -> None:
            pass

        if at_once:

            def syncfs(self, _: int) -> int:
                done.append("all")
                return 0

    def flushed(path: Path) -> None:
        done.append(path.name)
        flush(path)

    def swapped(new: Path, old: Path) -> None:
        done.append("swap")
        swap(new, old)

    monkeypatch.setattr("ctypes.CDLL", System)
    for module in (swaps, together):
        monkeypatch.setattr(module, "flush", flushed)
    monkeypatch.setattr(plan, "swap", swapped)
    replace_folder(place / "new", place / "none")
    assert done == [*(["all"] if at_once else ["new.txt", "new"]), "swap", place.name]


def test_a_new_folder_comes_where_there_is_none_or_an_empty_one(place: Path) -> None:
    (place / "empty").mkdir()
    replace_folder(place / "new", place / "empty")
    replace_folder(place / "old", place / "none")
    assert (os.listdir(place / "empty"), os.listdir(place / "none")) == (["new.txt"], ["old.txt"])


def test_the_old_folder_stays_where_the_new_one_cannot_come(place: Path) -> None:
    with pytest.raises(FileNotFoundError):
        replace_folder(place / "nowhere", place / "old")
    assert os.listdir(place / "old") == ["old.txt"]


MAKE = """
import os, sys, time
from pathlib import Path
from jekyll_openapi.output.staging import file_beside, folder_beside
path = Path(sys.argv[1])
with file_beside(path), folder_beside(path) as folder:
    (folder / "half").write_text("x")
    print("made", flush=True)
    time.sleep(60)
"""


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def test_what_a_living_process_makes_stays_and_what_a_killed_one_has_left_goes(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    other = subprocess.Popen([sys.executable, "-c", MAKE, str(path)], stdout=subprocess.PIPE)
    try:
        assert other.stdout
        assert other.stdout.readline() == b"made\n"
        begun = names(tmp_path)
        sweep(path)
        assert names(tmp_path) == begun
        assert len(begun) == 2
    finally:
        other.kill()
        other.communicate()
    sweep(path)
    assert names(tmp_path) == []


def test_what_another_host_has_begun_stays_until_it_is_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "spec.yaml"
    monkeypatch.setattr(staging, "_host", lambda: "h00000000")
    with file_beside(path) as (staged, _):
        os.link(staged, tmp_path / "kept")
    os.rename(tmp_path / "kept", staged)
    folder = tmp_path / ".spec.yaml.h00000000.0123abcd"
    folder.mkdir()
    monkeypatch.undo()
    sweep(path)
    assert names(tmp_path) == sorted([staged.name, folder.name])
    for one in (staged, folder):
        os.utime(one, (time.time() - 86_400,) * 2)
    sweep(path)
    assert names(tmp_path) == []


@pytest.mark.parametrize("make", [file_beside, folder_beside])
def test_what_another_process_sweeps_before_it_is_locked_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], Any]
) -> None:
    lock = staging._lock
    taken: list[Path] = []

    def late(handle: int, *, wait: bool) -> bool | None:
        if not taken:
            taken.extend(tmp_path.iterdir())
            taken[0].rmdir() if taken[0].is_dir() else taken[0].unlink()
        return lock(handle, wait=wait)

    monkeypatch.setattr(staging, "_lock", late)
    with make(tmp_path / "spec.yaml"):
        assert len(names(tmp_path)) == 1
        assert names(tmp_path) != [taken[0].name]
    assert names(tmp_path) == []


def test_what_is_old_and_locked_stays(tmp_path: Path) -> None:
    with folder_beside(tmp_path / "generated") as folder:
        os.utime(folder, (0, 0))
        sweep(tmp_path / "generated")
        assert folder.is_dir()
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    "name", [".spec.yaml", ".spec.yaml.4711.abcdefgh", ".spec.h12345678.12345678", ".spec.yaml.h12345678.12345678.bak"]
)
def test_a_name_that_is_none_of_ours_stays(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x")
    os.utime(tmp_path / name, (0, 0))
    sweep(tmp_path / "spec.yaml")
    assert names(tmp_path) == [name]


def test_a_link_with_a_name_of_ours_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / ".spec.yaml.h12345678.12345678").symlink_to("precious")
    sweep(tmp_path / "spec.yaml")
    assert (tmp_path / "precious").is_dir()


def test_a_name_as_long_as_names_can_be_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 127)
    with file_beside(path) as (staged, _):
        os.replace(staged, path)
    assert names(tmp_path) == [path.name]
