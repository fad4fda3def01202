"""All that a run looks at is in its trace."""

import json
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
from jekyll_openapi.disk_cache.trace import Trace
from tests.disk_cache.projects import PAGE, Runner, stored
from tests.programs import Programs

WATCHED = """
import os, sys
opened = set()
def hear(event, given):
    if event in ("open", "os.listdir", "os.scandir") and isinstance(given[0], (str, bytes, os.PathLike)):
        opened.add(os.path.join(here, os.fsdecode(given[0])))
here = os.getcwd()
sys.addaudithook(hear)
from jekyll_openapi.cli import main
code = main(sys.argv[1:])
print(*sorted(one for one in opened if one.startswith(here + os.sep)), sep="\\n", file=open("../opened.txt", "w"))
sys.exit(code)
"""


def traced(project: Path) -> set[str]:
    """The paths in the only entry."""
    (entry,) = stored(project)
    return {path for _, path, _ in json.loads(entry.read_text("utf-8"))["looks"]}


@pytest.mark.parametrize(
    "words",
    [
        "check",
        "lint --format full --all",
        "build",
        "spec",
        "spec -o api.yaml",
        "site -o reference.html",
        "client spec/openapi.yaml -o client",
    ],
)
def test_every_open_and_listing_in_the_project_is_in_the_trace(project: Path, words: str) -> None:
    for more in (["--no-cache"], []):  # what writes is remembered when it has nothing to write
        subprocess.run([sys.executable, "-c", WATCHED, *words.split(), *more], check=False, capture_output=True)
    opened = set((project.parent / "opened.txt").read_text("utf-8").splitlines())
    # The working folder itself is one in which `-c` looks for modules.
    inside = {os.path.normpath(one) for one in opened if FOLDER not in one} - {str(project)}
    assert str(project / ("spec/openapi.yaml" if "client" in words else "docs/set.md")) in inside
    assert inside <= {os.path.normpath(one) for one in traced(project)}


def test_every_call_of_the_system_in_the_project_is_in_the_trace(project: Path, programs: Programs) -> None:
    # Where nobody may be watched by another program, or none is there to watch, the test before this one stands alone.
    if not shutil.which("strace") or programs.run("strace", "true", folder=project).returncode:
        return
    told = project.parent / "calls.txt"
    calls = "trace=openat,open,newfstatat,stat,lstat,statx,readlink,readlinkat,access,faccessat,faccessat2"
    command: list[str] = [
        "strace",
        "-f",
        "-s",
        "4096",
        "-e",
        calls,
        "-o",
        str(told),
        sys.executable,
        "-m",
        "jekyll_openapi.cli",
    ]
    programs.run(*command, "check", folder=project)
    paths = {line.split('"')[1] for line in told.read_text("utf-8", "replace").splitlines() if line.count('"') > 1}
    asked = {os.path.normpath(project / one) for one in paths if one}
    inside = {one for one in asked if one.startswith(f"{project}{os.sep}") and FOLDER not in one}
    known = {os.path.normpath(one) for one in traced(project)}
    # `-m` looks for modules in the working folder; what is an entry of a listing is asked about by its listing.
    unknown = {one for one in inside if one not in known and os.path.dirname(one) not in known}
    assert {one for one in unknown if not one.startswith(str(project / "jekyll_openapi"))} == set()
    assert str(project / "docs" / "set.md") in inside


UNHEARD: dict[str, Callable[[Path], object]] = {
    "a process": lambda _: subprocess.run([sys.executable, "--version"], check=True, capture_output=True),
    "a file written": lambda folder: (folder / "new").write_text("", "utf-8"),
    "a folder made": lambda folder: (folder / "made").mkdir(),
    "a descriptor written": lambda _: os.fdopen(os.dup(2), "wb").close(),
    "a file gone": lambda folder: (folder / "base.yaml").unlink(),
    "another working folder": os.chdir,
    "a path below a descriptor": lambda folder: os.stat("base.yaml", dir_fd=os.open(folder, os.O_RDONLY)),
    "a listing of a descriptor": lambda folder: os.listdir(os.open(folder, os.O_RDONLY)),
    "a right that is not asked for again": lambda folder: os.access(folder, os.X_OK),
}


@pytest.mark.parametrize("what", UNHEARD)
def test_what_cannot_be_asked_again_ends_the_trace(project: Path, what: str) -> None:
    trace = Trace()
    with trace.kept():
        assert trace.is_whole
        UNHEARD[what](project)
    assert not trace.is_whole


HEARD: dict[str, Callable[[Path], object]] = {
    "Path.exists": Path.exists,
    "Path.is_file": Path.is_file,
    "Path.read_text": Path.read_text,
    "Path.is_symlink": Path.is_symlink,
    "Path.samefile": lambda path: path.samefile(path),
    "os.path.getsize": os.path.getsize,
    "os.path.realpath": os.path.realpath,
    "os.access": lambda path: os.access(path, os.R_OK),
    "open": lambda path: open(path, "rb").close(),
    "os.open": lambda path: os.close(os.open(path, os.O_RDONLY)),
    "bytes": lambda path: os.path.isfile(os.fsencode(path)),
    "a listing": lambda path: list(os.scandir(path.parent)),
    "a pattern": lambda path: list(path.parent.glob("*.md")),
    "a walk": lambda path: list(os.walk(path.parent)),
}


@pytest.mark.parametrize("what", HEARD)
def test_whoever_looks_is_heard(project: Path, what: str) -> None:
    page = project / "docs" / "set.md"
    trace = Trace()
    with trace.kept():
        HEARD[what](page)
    assert {str(page), str(page.parent)} & {path for _, path in trace.looks}
    assert trace.is_still_so()
    page.unlink()
    assert not trace.is_still_so()


def test_what_changes_while_a_run_reads_it_is_not_remembered(
    project: Path, outcome: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, real = project / "docs" / "set.md", cli._command

    def late(options: Any) -> int:
        code = real(options)
        page.write_text(PAGE.replace("int64", "int32"), "utf-8")
        return code

    monkeypatch.setattr(cli, "_command", late)
    outcome("check")
    assert stored(project) == []


@pytest.mark.parametrize("words", [["check"], ["spec"]], ids=" ".join)
def test_that_modules_are_compiled_is_no_result(project: Path, tmp_path: Path, words: list[str]) -> None:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "jekyll_openapi.cli", *words]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    assert any((tmp_path / "compiled").rglob("pipeline.*.pyc"))
    assert len(stored(project)) == 1
