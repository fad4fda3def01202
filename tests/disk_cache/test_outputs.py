"""What writes files is remembered where it found nothing to write, together with all that it would have written."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi import cli
from jekyll_openapi.cache import FOLDER
from jekyll_openapi.disk_cache import entries
from jekyll_openapi.output.staging import _host
from tests.disk_cache.projects import Runner, outputs, stored, write

WRITING = (
    "build",
    "build --force",
    "spec -o api.yaml",
    "spec docs --only /a/set --openapi 3.0 -o api.json",
    "site -o public/reference.html",
    "client spec/openapi.yaml -o own --package own",
    "lint --accept",
)


@pytest.mark.parametrize("words", WRITING)
def test_what_found_nothing_to_write_is_said_again(project: Path, outcome: Runner, ran: list[str], words: str) -> None:
    (project / "spec" / "openapi.yaml").write_text("openapi: 3.1.1\ninfo: {title: A, version: 1.0.0}\npaths: {}\n")
    (project / "findings.txt").unlink()
    outcome(*words.split())
    assert stored(project) == [], "it has written"
    second = outcome(*words.split())
    assert ran == [words.split()[0]] * 2
    before = outputs(project)
    assert outcome(*words.split()) == second
    assert len(ran) == 2
    assert outcome(*words.split(), "--no-cache") == second
    assert outputs(project) == before


def test_a_description_goes_to_standard_output_again(project: Path, outcome: Runner, ran: list[str]) -> None:
    first = outcome("spec")
    assert first[1].startswith("openapi: 3.1")
    assert outcome("spec") == first == outcome("spec", "--no-cache")
    assert outcome("spec", "--format", "json")[1].startswith("{")
    assert len(ran) == 3


def test_a_description_that_is_too_long_is_not_remembered(
    project: Path, outcome: Runner, ran: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entries, "_LARGEST", 1000)
    assert outcome("spec") == outcome("spec")
    assert len(ran) == 2
    assert stored(project) == []


@pytest.mark.parametrize("where", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_what_goes_to_a_descriptor_arrives_each_time(project: Path, where: str) -> None:
    if not os.path.exists(where):
        return
    command = [sys.executable, "-m", "jekyll_openapi.cli", "spec", "-o", where]
    found = [subprocess.run(command, check=True, capture_output=True).stdout for _ in range(3)]
    assert found[0].startswith(b"openapi: 3.1")
    assert found[1:] == found[:1] * 2


@pytest.mark.parametrize("kind", ["device", "pipe"])
def test_what_goes_to_a_device_or_a_pipe_is_not_remembered(
    project: Path, tmp_path: Path, outcome: Runner, ran: list[str], kind: str
) -> None:
    place = Path(os.devnull)
    if kind == "pipe":
        place = tmp_path / "pipe"
        os.mkfifo(place)
        reader = os.open(place, os.O_RDWR)  # what is written finds room: it is less than a pipe holds
    found = [outcome("spec", "docs", "--only", "/a/set", "-o", str(place)) for _ in range(2)]
    if kind == "pipe":
        os.close(reader)
    assert found[0] == found[1]
    assert found[0][2].splitlines()[-1].startswith(f"wrote {place}: ")
    assert len(ran) == 2
    assert stored(project) == []


def test_an_output_behind_a_link_and_outside_of_the_project_is_looked_at(
    project: Path, tmp_path: Path, outcome: Runner, ran: list[str]
) -> None:
    (tmp_path / "outside").mkdir()
    (project / "link.yaml").symlink_to(tmp_path / "outside" / "api.yaml")
    for _ in range(3):
        said = outcome("spec", "-o", "link.yaml")[2]
    assert len(ran) == 2
    (tmp_path / "outside" / "api.yaml").unlink()
    assert outcome("spec", "-o", "link.yaml")[2] == said.replace("link.yaml is up to date", "wrote link.yaml")
    assert outcome("spec", "-o", "link.yaml")[2] == said
    (project / "link.yaml").unlink()
    (project / "link.yaml").symlink_to(tmp_path / "outside" / "other.yaml")
    outcome("spec", "-o", "link.yaml")
    assert (tmp_path / "outside" / "other.yaml").read_bytes() == (tmp_path / "outside" / "api.yaml").read_bytes()


def test_without_a_configuration_a_command_leaves_its_output_and_nothing_else(
    project: Path, tmp_path: Path, outcome: Runner, ran: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "foreign").mkdir()
    monkeypatch.chdir(tmp_path / "foreign")
    for _ in range(3):
        outcome("spec", str(project / "docs"), "-o", "api.yaml")
    assert [one.name for one in (tmp_path / "foreign").iterdir()] == ["api.yaml"]
    assert not (project / FOLDER).exists()
    assert len(ran) == 3


def settled(outcome: Runner, *words: str) -> None:
    """Runs the command until it is remembered."""
    for _ in range(2):
        outcome(*words)


def edited(path: Path) -> None:
    """Somebody has added a line."""
    path.write_text(path.read_text("utf-8") + "# by hand\n", "utf-8")


SPOILT: dict[str, Callable[[Path], object]] = {
    "edited": edited,
    "gone": Path.unlink,
    "other line ends": lambda path: path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n")),
    "emptied": lambda path: path.write_bytes(b""),
    "of an old run": lambda path: (path.write_text("openapi: 3.1.0\n"), os.utime(path, (1, 1))),
}


@pytest.mark.parametrize("how", SPOILT)
@pytest.mark.parametrize("words", ["spec -o api.yaml", "spec --format json -o api.yaml", "site -o api.yaml"])
def test_an_output_that_is_not_what_it_was_is_made_anew(project: Path, outcome: Runner, words: str, how: str) -> None:
    settled(outcome, *words.split())
    right = (project / "api.yaml").read_bytes()
    SPOILT[how](project / "api.yaml")
    assert outcome(*words.split())[2].splitlines()[-1].startswith("wrote api.yaml: ")
    assert (project / "api.yaml").read_bytes() == right


def test_an_output_that_is_equal_keeps_its_time_and_its_names(project: Path, outcome: Runner) -> None:
    place = project / "api.yaml"
    settled(outcome, "spec", "-o", "api.yaml")
    os.utime(place, (1, 1))
    os.link(place, project / "other.yaml")
    place.chmod(0o640)
    for more in ([], ["--no-cache"]):
        assert "api.yaml is up to date: " in outcome("spec", "-o", "api.yaml", *more)[2]
    status = place.stat()
    assert (status.st_mtime, status.st_nlink, status.st_mode & 0o777) == (1, 2, 0o640)


def test_what_is_left_of_a_killed_run_goes(project: Path, outcome: Runner, ran: list[str]) -> None:
    for words, place in (("build", project / "spec" / "openapi.yaml"), ("spec -o api.yaml", project / "api.yaml")):
        settled(outcome, *words.split())
        left = place.with_name(f".{place.name}.{_host()}.0f9e8d7c")
        shutil.copyfile(place, left)
        before = len(ran)
        outcome(*words.split())
        assert len(ran) == before + 1
        assert not left.exists()


def test_what_another_run_writes_meanwhile_is_seen(
    project: Path, outcome: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, place = cli._command, project / "spec" / "openapi.yaml"

    def late(options: Any) -> int:
        code = real(options)
        edited(place)
        return code

    with monkeypatch.context() as patched:
        patched.setattr(cli, "_command", late)
        outcome("build")
    assert stored(project) == []
    assert "wrote spec/openapi.yaml" in outcome("build")[2]


def test_two_builds_at_once_leave_what_one_leaves(project: Path, outcome: Runner) -> None:
    page = project / "docs" / "set.md"
    page.write_text(page.read_text("utf-8").replace("int64", "int32"), "utf-8")
    command = [sys.executable, "-m", "jekyll_openapi.cli", "build"]
    for run in [subprocess.Popen(command, stderr=subprocess.DEVNULL) for _ in range(3)]:
        assert run.wait() == 0
    said, before = outcome("build"), outputs(project)
    assert said == outcome("build") == outcome("build", "--no-cache")
    assert outputs(project) == before


@pytest.mark.parametrize("words", ["build --watch", "build --no-cache"])
def test_a_build_that_watches_is_not_remembered(
    project: Path, outcome: Runner, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    ran: list[str] = []
    monkeypatch.setattr(cli, "_command", lambda options: ran.append(options.command) or 0)
    for _ in range(2):
        outcome(*words.split())
    assert ran == ["build"] * 2
    assert not (project / FOLDER).exists()


def test_the_configuration_turns_it_off_for_all(project: Path, outcome: Runner, ran: list[str]) -> None:
    write(project, {"pyproject.toml": (project / "pyproject.toml").read_text("utf-8") + "cache = false\n"})
    for words in ("build", "spec", "spec -o api.yaml"):
        settled(outcome, *words.split())
    assert len(ran) == 6
    assert not (project / FOLDER).exists()


def test_a_client_of_other_names_is_made_anew(project: Path, outcome: Runner) -> None:
    words = ("client", "spec/openapi.yaml", "-o", "own", "--package")
    assert "wrote own" in outcome(*words, "one")[2]
    assert "own is up to date" in outcome(*words, "one")[2]
    assert "wrote own" in outcome(*words, "other")[2]
    assert (project / "own" / "other").is_dir()
    assert not (project / "own" / "one").exists()
