"""The folder in which runs are remembered, and what is in it."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.cache import FOLDER
from jekyll_openapi.disk_cache import entries, looks
from tests.disk_cache.projects import DONE, PAGE, Runner, stored, write


def test_the_folder_is_ignored_by_git_and_by_backups(project: Path, outcome: Runner) -> None:
    outcome("check")
    assert (project / FOLDER / ".gitignore").read_text("utf-8").endswith("\n*\n")
    assert (project / FOLDER / "CACHEDIR.TAG").read_text("utf-8").startswith("Signature: 8a477f597d28d172789f0688")
    assert sorted(one.name for one in (project / FOLDER).iterdir() if one.suffix != ".json") == [
        ".gitignore",
        "CACHEDIR.TAG",
    ]


def test_without_a_configuration_nothing_is_written(project: Path, outcome: Runner, ran: list[str]) -> None:
    (project / "pyproject.toml").unlink()
    before = sorted(project.rglob("*"))
    assert outcome("lint", "docs") == outcome("lint", "docs")
    assert sorted(project.rglob("*")) == before
    assert len(ran) == 2


def test_the_configuration_can_turn_it_off(project: Path, outcome: Runner, ran: list[str]) -> None:
    first = outcome("check")
    with (project / "pyproject.toml").open("a") as file:
        file.write("cache = false\n")
    assert [outcome("check"), outcome("check")] == [first, first]
    assert len(ran) == 3
    assert len(stored(project)) == 1
    write(project, {"pyproject.toml": '[tool.jekyll-openapi]\ncache = "no"\n'})
    assert "`cache` must be true or false, got 'no'" in outcome("check")[2]


def test_no_cache_neither_reads_nor_writes(project: Path, outcome: Runner, ran: list[str]) -> None:
    outcome("check", "--no-cache")
    assert not (project / FOLDER).exists()
    outcome("check")
    outcome("check", "--no-cache")
    assert ran == ["check"] * 3


@pytest.mark.parametrize("what", ["a file", "a link"])
def test_something_else_in_its_place_is_left_alone(
    project: Path, tmp_path: Path, outcome: Runner, ran: list[str], what: str
) -> None:
    (tmp_path / "other").mkdir()
    place = project / FOLDER
    place.write_text("mine", "utf-8") if what == "a file" else place.symlink_to(tmp_path / "other")
    assert outcome("check") == outcome("check")
    assert len(ran) == 2
    assert list((tmp_path / "other").glob("*.json")) == []


def rewritten(entry: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Writes an entry of another content."""
    data = json.loads(entry.read_text("utf-8"))
    change(data)
    entry.write_text(json.dumps(data), "utf-8")


def pipe(entry: Path) -> None:
    """A pipe in the place of an entry."""
    entry.unlink()
    os.mkfifo(entry)


DAMAGED: dict[str, Callable[[Path], object]] = {
    "cut": lambda entry: entry.write_bytes(entry.read_bytes()[:-9]),
    "empty": lambda entry: entry.write_bytes(b""),
    "no text": lambda entry: entry.write_bytes(b"\xff\x00" * 9),
    "deep": lambda entry: entry.write_bytes(b"[" * 100_000),
    "large": lambda entry: entry.write_bytes(b" " * (entries._LARGEST + 1) + entry.read_bytes()),
    "a list": lambda entry: entry.write_text("[]", "utf-8"),
    "a link": lambda entry: (entry.rename(entry.with_name("other")), entry.symlink_to(entry.with_name("other"))),
    "a pipe": pipe,
    "looks at nothing": lambda entry: rewritten(entry, lambda data: data.update(looks=[])),
    "a look of no kind": lambda entry: rewritten(entry, lambda data: data["looks"].append(["x", "/", "y"])),
    "a look of two": lambda entry: rewritten(entry, lambda data: data["looks"].append(["names", "/"])),
    "a look at a number": lambda entry: rewritten(entry, lambda data: data["looks"].append(["names", 1, "x"])),
    "another code": lambda entry: rewritten(entry, lambda data: data.update(code=7)),
    "a third stream": lambda entry: rewritten(entry, lambda data: data["said"].append([3, "x"])),
    "a text that is none": lambda entry: rewritten(entry, lambda data: data["said"].append([1, None])),
    "more": lambda entry: rewritten(entry, lambda data: data.update(run="rm")),
}


@pytest.mark.parametrize("how", DAMAGED)
def test_a_damaged_entry_is_replaced(project: Path, outcome: Runner, ran: list[str], how: str) -> None:
    first = outcome("check")
    (entry,) = stored(project)
    DAMAGED[how](entry)
    assert [outcome("check"), outcome("check")] == [first, first]
    assert len(ran) == 2
    assert entry.is_file()
    assert not entry.is_symlink()


def test_an_entry_that_came_with_the_project_counts_for_nothing(
    project: Path, tmp_path: Path, outcome: Runner, ran: list[str]
) -> None:
    first = outcome("check")
    (entry,) = stored(project)
    rewritten(entry, lambda data: data.update(said=[[1, "all is well\n"]]))
    assert outcome("check")[1] == "all is well\n"
    shutil.move(project / FOLDER, tmp_path / "elsewhere")
    shutil.copytree(tmp_path / "elsewhere", project / FOLDER)
    assert outcome("check") == first


def test_number_and_size_of_entries_are_bounded(
    project: Path, outcome: Runner, ran: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entries, "_MOST", 3)
    for number in range(6):
        monkeypatch.setenv("COLUMNS", str(100 + number))
        outcome("check")
    assert len(stored(project)) == 3
    outcome("check")
    assert len(ran) == 6
    monkeypatch.setattr(entries, "_MOST_BYTES", 2 * stored(project)[0].stat().st_size)
    monkeypatch.setenv("COLUMNS", "200")
    outcome("check")
    assert 1 <= len(stored(project)) <= 2
    monkeypatch.setattr(entries, "_LARGEST", 10)
    monkeypatch.setenv("COLUMNS", "201")
    outcome("check")
    assert len(stored(project)) <= 2


def test_the_folder_is_no_page_of_a_site_that_is_the_project(
    tmp_path: Path, outcome: Runner, ran: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = f'include: ["{FOLDER}", ".*"]\n'
    config = '[tool.jekyll-openapi]\npages = "."\nspec = "_openapi.yaml"\nclient = "_client"\n'
    write(tmp_path, {"_config.yml": settings, "set.md": PAGE, "done.md": DONE, "jekyll-openapi.toml": config})
    monkeypatch.chdir(tmp_path)
    outcome("build")
    ran.clear()
    first = outcome("check")
    assert outcome("check") == first
    assert ran == ["check"]
    write(tmp_path, {f"{FOLDER}/page.md": DONE.replace("Done", "Other")})
    assert outcome("check", "--no-cache") == first
    assert outcome("build")[0] == 0 or "stranger" not in outcome("build")[2]
    assert (tmp_path / FOLDER / "page.md").exists()


def test_every_kind_of_look_tells_what_it_cannot_see(tmp_path: Path) -> None:
    for kind in looks._KINDS:
        missing = looks.seen((kind, str(tmp_path / "missing")))
        assert missing.startswith("error") or missing == "False"
        assert looks.seen((kind, "a\0b")).startswith("error")
