"""`check` and `lint` say again what they said where nothing has changed, and only there."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi import cli
from jekyll_openapi.cache import FOLDER
from jekyll_openapi.cli import main
from jekyll_openapi.disk_cache import entries, looks, question
from jekyll_openapi.disk_cache.trace import Trace

PAGE = """---
title: /a/set
permalink: /ops/a/set
---

## `/a/set`
{% include note.md %} {{ site.data.words.first }}

### Request

| Property | Tags | Type | Remarks
|:---------|:-----|:-----|:-------
| `accountId` | `required` | number, `int64` | Of the account.

### Response
`Done`
"""
DONE = """---
title: Done
permalink: /entity-system/index/done
---

## Done

### Definition

| Property | Tags | Type | Remarks
|:---------|:-----|:-----|:-------
| `ok` | `none` | boolaen |
"""
TEXTS = {
    "docs/_config.yml": "title: Things\ndefaults: [{scope: {path: ''}, values: {op: true}}]\n",
    "docs/_data/words.yml": "first: A word.\n",
    "docs/_includes/note.md": "A note.\n",
    "docs/set.md": PAGE,
    "docs/deep/done.md": DONE,
    "docs/image.png": "no page\n",
    "base.yaml": "info: {title: Things, version: 1.0.0}\nservers: [{url: 'https://example.org/v1'}]\n",
    "overlay.yaml": "overlay: 1.0.0\ninfo: {title: Corrections, version: 1.0.0}\n"
    "actions: [{target: $.info, description: A reason., x-expected: {title: Things}, update: {summary: Corrected}}]\n",
    "pyproject.toml": '[tool.jekyll-openapi]\npages = "docs"\nbase = "base.yaml"\noverlay = "overlay.yaml"\n'
    'spec = "spec/openapi.yaml"\nfindings = "findings.txt"\nclient = "client"\n',
}

Outcome = tuple[int, str, str]


def write(folder: Path, texts: dict[str, str]) -> Path:
    """Writes files, in folders of their own."""
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of all kinds of inputs and outputs, built."""
    folder = write(tmp_path_factory.mktemp("built"), TEXTS)
    (folder / "spec").mkdir()
    for words in (["lint", "--accept"], ["build"]):
        command = [sys.executable, "-m", "jekyll_openapi.cli", *words]
        subprocess.run(command, cwd=folder, check=words == ["build"], capture_output=True)
    return folder


@pytest.fixture
def project(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, which is the working folder."""
    folder = tmp_path / "project"
    shutil.copytree(built, folder, symlinks=True, ignore=shutil.ignore_patterns(FOLDER))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def outcome(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Exit code and texts of a command."""

    def run(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = main(arguments)
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands that really ran."""
    found: list[str] = []
    real = cli._command

    def command(options: Any) -> int:
        found.append(options.command)
        return real(options)

    monkeypatch.setattr(cli, "_command", command)
    return found


def stored(project: Path) -> list[Path]:
    """The entries of the cache folder."""
    return sorted((project / FOLDER).glob("*.json"))


# --- what is said again -----------------------------------------------------------------------------------------------


def test_an_unchanged_check_is_said_again(project: Path, outcome: Callable[..., Outcome], ran: list[str]) -> None:
    first = outcome("check")
    assert (first[0], ran) == (0, ["check"])
    assert [outcome("check") for _ in range(2)] == [first, first]
    assert ran == ["check"]
    assert outcome("check", "--no-cache") == first
    assert ran == ["check", "check"]


def test_findings_are_said_again_on_their_streams(
    project: Path, outcome: Callable[..., Outcome], ran: list[str]
) -> None:
    (project / "docs" / "deep" / "done.md").write_text(DONE.replace("boolaen", "strnig"), "utf-8")
    for words in (["lint"], ["lint", "docs", "--format", "json"], ["lint", "--statistics"]):
        first = outcome(*words)
        ran.clear()
        assert outcome(*words) == first
        assert ran == []
    assert outcome("lint")[0] == 1


@pytest.mark.parametrize("words", [["lint", "--accept"], ["check", "--config", "missing.toml"]])
def test_what_writes_or_fails_runs_each_time(
    project: Path, outcome: Callable[..., Outcome], ran: list[str], words: list[str]
) -> None:
    assert outcome(*words) == outcome(*words)
    assert len(ran) == 2
    assert stored(project) == []


def test_a_file_that_is_saved_unchanged_or_put_back_counts_as_unchanged(
    project: Path, outcome: Callable[..., Outcome], ran: list[str]
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


def changed(path: Path) -> None:
    """As many bytes, others, and no later than before."""
    status, data = path.stat(), path.read_bytes()
    path.write_bytes(data[:-2] + bytes([data[-2] ^ 1]) + data[-1:])
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def elsewhere(path: Path) -> None:
    """A link to a copy outside the project."""
    copy = path.parents[len(path.parts) - 2] / path.parent.parent / f"copy of {path.name}"
    shutil.move(path, copy)
    path.symlink_to(copy)


def beside(path: Path) -> None:
    """Another one beside it."""
    shutil.copyfile(path, path.with_name(f"another-{path.name}"))


def as_folder(path: Path) -> None:
    """A folder in its place."""
    path.unlink()
    path.mkdir()


def as_pipe(path: Path) -> None:
    """A pipe in its place, from which nothing comes."""
    path.unlink()
    os.mkfifo(path)


def twice(path: Path) -> None:
    """A second name of it, where another input is."""
    other = path.parent / "deep" / "done.md" if (path.parent / "deep").exists() else path.parent / "base.yaml"
    if other != path and other.exists():
        other.unlink()
        os.link(path, other)


def unreadable(path: Path) -> None:
    """Nobody may read it; the superuser may."""
    path.chmod(0)


CHANGES = (changed, Path.unlink, beside, elsewhere, as_folder, as_pipe, twice, unreadable)
WITHOUT_CLIENT = TEXTS["pyproject.toml"].replace('client = "client"\n', "")
FILES = (*TEXTS, "spec/openapi.yaml", "spec/openapi-3.0.yaml", "findings.txt")


def is_seen(
    project: Path, kept: Path, outcome: Callable[..., Outcome], name: str, change: Callable[[Path], None]
) -> None:
    """Checks that a change of a file is seen, and puts the file back."""
    assert (project / name).exists(), name
    change(project / name)
    assert outcome("check") == outcome("check", "--no-cache"), name
    shutil.rmtree(project)
    shutil.copytree(kept, project, symlinks=True)
    os.chdir(project)


@pytest.mark.parametrize("change", CHANGES, ids=lambda one: one.__name__)
def test_a_change_of_any_file_is_seen(
    project: Path, tmp_path: Path, outcome: Callable[..., Outcome], change: Callable[[Path], None]
) -> None:
    # To make a client takes a second each time.
    write(project, {"pyproject.toml": WITHOUT_CLIENT})
    first = outcome("check")
    shutil.copytree(project, tmp_path / "kept", symlinks=True)
    for name in FILES:
        # Who reads a configuration or a base waits a while for something to come out of a pipe.
        if change is not as_pipe or name.endswith(".md"):
            is_seen(project, tmp_path / "kept", outcome, name, change)
    assert outcome("check") == first


@pytest.mark.parametrize("name", ["client/README.md", "client/.made-from"])
def test_a_change_of_the_client_is_seen(
    project: Path, tmp_path: Path, outcome: Callable[..., Outcome], name: str
) -> None:
    outcome("check")
    shutil.copytree(project, tmp_path / "kept", symlinks=True)
    is_seen(project, tmp_path / "kept", outcome, name, changed)


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


def test_a_new_file_is_seen(project: Path, outcome: Callable[..., Outcome]) -> None:
    write(project, {"pyproject.toml": WITHOUT_CLIENT})
    outcome("check")
    for name, text in NEW.items():
        write(project, {name: text})
        assert outcome("check") == outcome("check", "--no-cache"), name


@pytest.mark.parametrize("nearer", ["pyproject.toml", "jekyll-openapi.toml"])
def test_a_nearer_configuration_is_seen(
    project: Path, outcome: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch, nearer: str
) -> None:
    monkeypatch.chdir(project / "docs" / "deep")
    first = outcome("check")
    assert outcome("check") == first
    write(project, {f"docs/{nearer}": '[tool.jekyll-openapi]\npages = "deep"\n'})
    assert outcome("check") == outcome("check", "--no-cache") != first


def test_words_place_and_environment_are_part_of_the_question(
    project: Path, outcome: Callable[..., Outcome], ran: list[str], monkeypatch: pytest.MonkeyPatch
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
    project: Path, outcome: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
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
    for words in (["check"], ["lint", "--format", "full"], ["lint", "--statistics"]):
        outcome(*words, "--no-cache")
    assert read <= set(question.ENVIRONMENT)
    assert "NO_COLOR" in read


# --- all that a run looks at is in its trace --------------------------------------------------------------------------

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


@pytest.mark.parametrize("words", [["check"], ["lint", "--format", "full", "--all"]], ids=" ".join)
def test_every_open_and_listing_in_the_project_is_in_the_trace(project: Path, words: list[str]) -> None:
    subprocess.run([sys.executable, "-c", WATCHED, *words], check=False, capture_output=True)
    opened = set((project.parent / "opened.txt").read_text("utf-8").splitlines())
    # The working folder itself is one in which `-c` looks for modules.
    inside = {os.path.normpath(one) for one in opened if FOLDER not in one} - {str(project)}
    assert str(project / "docs" / "set.md") in inside
    assert inside <= {os.path.normpath(one) for one in traced(project)}


def test_every_call_of_the_system_in_the_project_is_in_the_trace(project: Path) -> None:
    # Where nobody may be watched by another program, or none is there to watch, the test before this one stands alone.
    if not shutil.which("strace") or subprocess.run(["strace", "true"], check=False, capture_output=True).returncode:
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
    subprocess.run([*command, "check"], check=False, capture_output=True)
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
    project: Path, outcome: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    page, real = project / "docs" / "set.md", cli._command

    def late(options: Any) -> int:
        code = real(options)
        page.write_text(PAGE.replace("int64", "int32"), "utf-8")
        return code

    monkeypatch.setattr(cli, "_command", late)
    outcome("check")
    assert stored(project) == []


# --- the folder -------------------------------------------------------------------------------------------------------


def test_the_folder_is_ignored_by_git_and_by_backups(project: Path, outcome: Callable[..., Outcome]) -> None:
    outcome("check")
    assert (project / FOLDER / ".gitignore").read_text("utf-8").endswith("\n*\n")
    assert (project / FOLDER / "CACHEDIR.TAG").read_text("utf-8").startswith("Signature: 8a477f597d28d172789f0688")
    assert sorted(one.name for one in (project / FOLDER).iterdir() if one.suffix != ".json") == [
        ".gitignore",
        "CACHEDIR.TAG",
    ]


def test_without_a_configuration_nothing_is_written(
    project: Path, outcome: Callable[..., Outcome], ran: list[str]
) -> None:
    (project / "pyproject.toml").unlink()
    before = sorted(project.rglob("*"))
    assert outcome("lint", "docs") == outcome("lint", "docs")
    assert sorted(project.rglob("*")) == before
    assert len(ran) == 2


def test_the_configuration_can_turn_it_off(project: Path, outcome: Callable[..., Outcome], ran: list[str]) -> None:
    first = outcome("check")
    with (project / "pyproject.toml").open("a") as file:
        file.write("cache = false\n")
    assert [outcome("check"), outcome("check")] == [first, first]
    assert len(ran) == 3
    assert len(stored(project)) == 1
    write(project, {"pyproject.toml": '[tool.jekyll-openapi]\ncache = "no"\n'})
    assert "`cache` must be true or false, got 'no'" in outcome("check")[2]


def test_no_cache_neither_reads_nor_writes(project: Path, outcome: Callable[..., Outcome], ran: list[str]) -> None:
    outcome("check", "--no-cache")
    assert not (project / FOLDER).exists()
    outcome("check")
    outcome("check", "--no-cache")
    assert ran == ["check"] * 3


@pytest.mark.parametrize("what", ["a file", "a link"])
def test_something_else_in_its_place_is_left_alone(
    project: Path, tmp_path: Path, outcome: Callable[..., Outcome], ran: list[str], what: str
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
def test_a_damaged_entry_is_replaced(project: Path, outcome: Callable[..., Outcome], ran: list[str], how: str) -> None:
    first = outcome("check")
    (entry,) = stored(project)
    DAMAGED[how](entry)
    assert [outcome("check"), outcome("check")] == [first, first]
    assert len(ran) == 2
    assert entry.is_file()
    assert not entry.is_symlink()


def test_an_entry_that_came_with_the_project_counts_for_nothing(
    project: Path, tmp_path: Path, outcome: Callable[..., Outcome], ran: list[str]
) -> None:
    first = outcome("check")
    (entry,) = stored(project)
    rewritten(entry, lambda data: data.update(said=[[1, "all is well\n"]]))
    assert outcome("check")[1] == "all is well\n"
    shutil.move(project / FOLDER, tmp_path / "elsewhere")
    shutil.copytree(tmp_path / "elsewhere", project / FOLDER)
    assert outcome("check") == first


def test_number_and_size_of_entries_are_bounded(
    project: Path, outcome: Callable[..., Outcome], ran: list[str], monkeypatch: pytest.MonkeyPatch
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
    tmp_path: Path, outcome: Callable[..., Outcome], ran: list[str], monkeypatch: pytest.MonkeyPatch
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
