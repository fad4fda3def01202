"""Output on an 80-column terminal: colours, marks under the right columns, progress, next steps."""

import os
import re
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest

from jekyll_openapi.arguments import commands_of, make_parser
from jekyll_openapi.cli import main
from jekyll_openapi.commands.console import Progress
from jekyll_openapi.diagnostics import Diagnostic, Location
from jekyll_openapi.report import Sources, full
from jekyll_openapi.rules import UNREADABLE_TYPE
from jekyll_openapi.terminal import Page, cells

pty = pytest.importorskip("pty", reason="this system has no /dev/ptmx")
PAGE = """# Parcels

## `PUT /parcels/{id}`

### Request

| Field | Type | Remarks |
|-------|------|---------|
| `weight` | numbr | In kilograms. |
"""
COLUMNS = 80


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a faulty page, and a configuration."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "parcels.md").write_text(PAGE, "utf-8")
    (tmp_path / "jekyll-openapi.toml").write_text(
        '[tool.jekyll-openapi]\npages = "docs"\nspec = "openapi.yaml"\nfindings = "findings.txt"\n'
        '[tool.jekyll-openapi.dialect]\nfront_matter = "optional"\n',
        "utf-8",
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path / "docs"


def seen(*arguments: str, **variables: str) -> str:
    """What the command shows on a terminal, with escape sequences."""
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    command = [sys.executable, "-m", "jekyll_openapi.cli", *arguments]
    with subprocess.Popen(
        command, stdout=theirs, stderr=theirs, stdin=theirs, env=kept | {"TERM": "xterm"} | variables
    ) as run:
        os.close(theirs)
        parts = []
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # nobody holds the other end any more
                break
            if not part:
                break
            parts.append(part)
        os.close(ours)
        run.wait(timeout=600)
    return b"".join(parts).decode().replace("\r\n", "\n")


def test_severities_and_marks_have_colours_that_can_be_refused(docs: Path) -> None:
    shown = seen("lint", "--format", "full")
    assert "\033[33mwarning\033[0m: the type of `weight`" in shown
    assert "\033[32m^^^^^\033[0m" in shown
    assert "\033" not in seen("lint", "--format", "full", NO_COLOR="1")
    assert "\033[33mwarning" in seen("build")


def test_output_that_goes_elsewhere_has_none(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["lint", "--format", "full"])
    main(["build"])
    assert "\033" not in "".join(capsys.readouterr())


@pytest.mark.parametrize(
    "before", ["", "kg: ", "重量と単位は", "e\u0301te\u0301 ", "\tx ", "a\u202eb ", "長" * 90, "x" * 300, "👩\u200d🔧 "]
)
@pytest.mark.parametrize("width", [0, 40, 80])
def test_the_mark_stands_below_the_place(before: str, width: int, tmp_path: Path) -> None:
    text = f"{before}numbr{' and more' * 30}"
    (tmp_path / "a.md").write_text(text, "utf-8")
    place = Location("a.md", 1, len(before) + 1, 1, len(before) + 6)
    _, line, mark, *_ = full([Diagnostic(UNREADABLE_TYPE, "m", place)], Sources(tmp_path, ""), Page(width))
    start = mark.index("^")
    assert mark[start:] == "^^^^^"
    assert cells(line[: line.index("numbr")]) == start
    assert not width or cells(line) <= width


def test_a_mark_takes_the_cells_of_what_it_marks(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("| 数値 |", "utf-8")
    _, _, mark, *_ = full([Diagnostic(UNREADABLE_TYPE, "m", Location("a.md", 1, 3, 1, 5))], Sources(tmp_path, ""))
    assert mark.count("^") == sum(2 if unicodedata.east_asian_width(one) == "W" else 1 for one in "数値")


@pytest.mark.parametrize("command", ["", *commands_of(make_parser())])
def test_help_has_room(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(COLUMNS))
    parser = commands_of(make_parser())[command] if command else make_parser()
    # The line for the one shell that wants a file is to be copied whole.
    lines = [line for line in parser.format_help().splitlines() if "~/" not in line]
    assert max(map(len, lines)) <= COLUMNS


def test_the_help_shows_each_command_once_and_in_a_group(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main([])
    out, err = capsys.readouterr()
    assert out == ""
    assert sorted(re.findall(r"^  ([a-z]+)\b", err, re.M)) == sorted([*commands_of(make_parser()), *["jekyll"] * 3])
    assert [line for line in err.splitlines() if re.fullmatch(r"[a-z ]+:", line)] == [
        "get started:", "pages:", "outputs:", "changes:", "shell:", "options:", "examples:",
    ]  # fmt: skip


def test_rules_and_settings_are_wrapped_below_themselves() -> None:
    for command in ("rule", "setting"):
        lines = seen(command).splitlines()
        assert max(map(len, lines)) <= COLUMNS
        assert any(line.startswith(" " * 20) for line in lines)
    assert max(map(len, seen("rule", "unreadable-type").splitlines())) <= COLUMNS


def test_what_to_do_next_is_said_and_not_with_quiet(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def said(*arguments: str) -> list[str]:
        main(arguments)
        return capsys.readouterr().err.splitlines()

    shown = "next: `jekyll-openapi lint --format full` shows the findings with their lines"
    assert said("build")[-2:] == [shown, "next: `jekyll-openapi site -o reference.html`"]
    (docs / "parcels.md").write_text(PAGE.replace("weight", "mass"), "utf-8")
    assert said("build")[-1] == shown
    assert said("lint")[-1].startswith("next: `jekyll-openapi rule ")
    assert said("lint", "--quiet") == said("build", "--quiet") == said("lint", "--format", "json", "--quiet") == []
    assert said("lint", "--accept") == ["5 findings accepted in findings.txt"]
    said("build")
    assert said("check") == ["Already up to date"]
    Path("openapi.yaml").unlink()
    assert said("build")[-1] == "next: `jekyll-openapi site -o reference.html`"
    assert said("spec", "-o", "it.yaml") == ["wrote it.yaml: 1 operation, 1 schema"]


def test_no_pages_at_all_are_answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for command in ("lint", "spec"):
        assert main([command]) == 2


def test_progress_shows_pages_and_seconds(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    times = iter([0.0, 0.5, 2.2])
    monkeypatch.setattr(time, "monotonic", lambda: next(times))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with Progress() as progress:
        progress.show(1, 900)
        progress.show(41, 900)
    assert capsys.readouterr().err == "\r\033[Kreading: 41 of 900 pages, 2 s\r\033[K"
