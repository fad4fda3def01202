"""A command says again what it said where nothing has changed, and only there."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi import cli
from jekyll_openapi.cache import FOLDER
from jekyll_openapi.disk_cache import question
from tests.disk_cache.projects import DONE, PAGE, WITHOUT_CLIENT, Runner, stored, write


def test_an_unchanged_check_is_said_again(project: Path, outcome: Runner, ran: list[str]) -> None:
    first = outcome("check")
    assert (first[0], ran) == (0, ["check"])
    assert [outcome("check") for _ in range(2)] == [first, first]
    assert ran == ["check"]
    assert outcome("check", "--no-cache") == first
    assert ran == ["check", "check"]


def test_findings_are_said_again_on_their_streams(project: Path, outcome: Runner, ran: list[str]) -> None:
    (project / "docs" / "deep" / "done.md").write_text(DONE.replace("boolaen", "strnig"), "utf-8")
    for words in (["lint"], ["lint", "docs", "--format", "json"], ["lint", "--statistics"]):
        first = outcome(*words)
        ran.clear()
        assert outcome(*words) == first
        assert ran == []
    assert outcome("lint")[0] == 1


def test_what_fails_runs_each_time(project: Path, outcome: Runner, ran: list[str]) -> None:
    assert outcome("check", "--config", "missing.toml") == outcome("check", "--config", "missing.toml")
    assert len(ran) == 2
    assert stored(project) == []


def test_a_file_that_is_saved_unchanged_or_put_back_counts_as_unchanged(
    project: Path, outcome: Runner, ran: list[str]
) -> None:
    page = project / "docs" / "set.md"
    first = outcome("check")
    os.utime(page, (1, 1))
    half = page.with_name("half")
    shutil.copyfile(page, half)
    half.replace(page)
    assert outcome("check") == first
    page.write_text(PAGE.replace("int64", "int32"), "utf-8")
    assert outcome("check") != first
    page.write_text(PAGE, "utf-8")
    assert outcome("check") == first
    assert len(ran) == 2


# --- what is not ------------------------------------------------------------------------------------------------------


NEW = {
    "docs/new.md": DONE.replace("Done", "New").replace("index/done", "index/new"),
    "docs/deep/deeper/new.md": DONE.replace("Done", "New").replace("index/done", "index/new"),
    "docs/_data/others.yml": "a: b\n",
    "docs/_includes/other.md": "Another.\n",
    "docs/jekyll-openapi.toml": "[tool.jekyll-openapi]\n",
    "spec/asyncapi.yaml": "asyncapi: 3.0.0\n",
    "spec/released/openapi.yaml": "openapi: 3.1.1\ninfo: {title: Things, version: 0.9.0}\npaths: {}\n",
    "docs/_posts/2026-01-01-new.md": DONE,
    "docs/.hidden/new.md": DONE,
    f"docs/_data/{FOLDER}/new.yml": "a: b\n",
    f"docs/_includes/{FOLDER}/new.md": "New.\n",
    "docs/pyproject.toml": "",
    ".git/HEAD": "ref: refs/heads/main\n",
}


def test_a_new_file_is_seen(project: Path, outcome: Runner) -> None:
    write(project, {"pyproject.toml": WITHOUT_CLIENT})
    outcome("check")
    for name, text in NEW.items():
        write(project, {name: text})
        assert outcome("check") == outcome("check", "--no-cache"), name


@pytest.mark.parametrize("nearer", ["pyproject.toml", "jekyll-openapi.toml"])
def test_a_nearer_configuration_is_seen(
    project: Path, outcome: Runner, monkeypatch: pytest.MonkeyPatch, nearer: str
) -> None:
    monkeypatch.chdir(project / "docs" / "deep")
    first = outcome("check")
    assert outcome("check") == first
    write(project, {f"docs/{nearer}": '[tool.jekyll-openapi]\npages = "deep"\n'})
    assert outcome("check") == outcome("check", "--no-cache") != first


def test_words_place_and_environment_are_part_of_the_question(
    project: Path, outcome: Runner, ran: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = outcome("lint", "--all")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert outcome("lint", "--all") != plain
    monkeypatch.delenv("FORCE_COLOR")
    monkeypatch.chdir(project / "docs")
    assert outcome("lint", "--all") != plain
    monkeypatch.chdir(project)
    monkeypatch.setattr(question, "program", lambda: "another version")
    assert outcome("lint", "--all") == plain
    assert len(ran) == 4


def test_no_other_variable_of_the_environment_is_read(
    project: Path, outcome: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: set[str] = set()

    class Watched(type(os.environ)):  # type: ignore[misc]
        def __getitem__(self, name: str) -> str:
            read.add(name)
            return str(super().__getitem__(name))

        def __iter__(self) -> Iterator[str]:
            read.add("all of them")
            return iter(super().__iter__())

    real, command = type(os.environ), cli._command

    def watched(options: Any) -> int:
        os.environ.__class__ = Watched
        try:
            return command(options)
        finally:
            os.environ.__class__ = real

    outcome("check", "--no-cache")  # what is imported reads its own
    monkeypatch.setattr(cli, "_command", watched)
    for words in (
        "check",
        "lint --format full",
        "lint --statistics",
        "build",
        "spec",
        "site -o reference.html",
        "client spec/openapi.yaml -o client",
    ):
        outcome(*words.split(), "--no-cache")
    assert read <= set(question.ENVIRONMENT)
    assert "NO_COLOR" in read
