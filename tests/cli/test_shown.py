"""Output is UTF-8 in every locale and contains nothing that a terminal or CI runner would obey."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from jekyll_openapi.cli import main
from jekyll_openapi.diagnostics import Diagnostic, Location
from jekyll_openapi.openapi.json import dump_json
from jekyll_openapi.openapi.yaml import dump
from jekyll_openapi.report import FORMATS, Sources
from jekyll_openapi.rules import UNREADABLE_TYPE
from jekyll_openapi.terminal import clean, clean_json
from tests.release.workplace import BASE, lay_out
from tests.sampling import part_of

HIDDEN = "\x1b]0;renamed\x07\x1b[31m\x9b1m\u202e\u2066\u200e\u061c\u2028\ufeff\x7f\U000e0041\r"
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u2028\u202e\u2066\ufeff\U000e0041]")
COMMANDS = ("::error::stop", "  ::set-output name=a::b", "\t::add-mask::x", "x ##[error]y", "##[group]z")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small repository with a page full of control sequences and runner commands."""
    lay_out(tmp_path)
    page = tmp_path / "spec" / "pages" / "done.md"
    text = page.read_text("utf-8").replace("| boolean |", f"| boo{HIDDEN.replace(chr(13), '')}lean |")
    page.write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", FORMATS)
def test_findings_show_nothing_that_cannot_be_seen(name: str) -> None:
    where = Location("::error x\x1b.md", 1, 1, 1, 5)
    found = Diagnostic(UNREADABLE_TYPE, f"the type {HIDDEN}", where, f"as {HIDDEN}\n::error::x")
    out = "\n".join(FORMATS[name]([found], Sources(Path(), "")))
    assert "renamed" in out
    assert not RAW.search(out)
    if name == "json":
        assert json.loads(out)["message"] == found.message
    elif name == "sarif":
        assert json.loads(out)["runs"][0]["results"][0]["message"]["text"].startswith(found.message)
    elif name == "github":
        assert len(obeyed(out)) == 1
    else:
        assert obeyed(out) == []


def test_a_difference_shows_what_cannot_be_seen_and_no_command(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build"])
    with (here / "spec" / "openapi.yaml").open("a", encoding="utf-8") as file:
        file.write(f"x-a: {HIDDEN}\n" + "".join(f"{one}\n" for one in COMMANDS))
    (here / "generated" / "README.md").write_text("".join(f"{one}\n" for one in COMMANDS), "utf-8")
    capsys.readouterr()
    assert main(["check"]) == 1
    out, err = capsys.readouterr()
    assert "renamed" in out
    assert not RAW.search(out + err)
    assert obeyed(out + err) == []


def test_changes_and_errors_show_neither(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = {**BASE, "paths": {}}
    new = {**BASE, "paths": {f"/{HIDDEN}::error::": {"get": {"summary": "\n".join(COMMANDS), "responses": {}}}}}
    for name, content in (("old.yaml", old), ("new.yaml", new)):
        (here / name).write_text(yaml.safe_dump(content), "utf-8")
    for form, commands in (("text", 0), ("markdown", 0), ("json", 0), ("sarif", 0), ("github", 1)):
        assert main(["diff", "old.yaml", "new.yaml", "--format", form]) == 0
        out = capsys.readouterr().out
        assert "renamed" in out
        assert not RAW.search(out)
        assert len(obeyed(out)) == commands
    assert main(["client", f"{HIDDEN}\n::error::nowhere.yaml", "-o", "x"]) == 2
    err = capsys.readouterr().err
    assert not RAW.search(err)
    assert len(err.splitlines()) == 1
    assert main(["rule", f"{HIDDEN}\n::error::"]) == 2
    err = capsys.readouterr().err
    assert not RAW.search(err)
    assert obeyed(err) == []


def obeyed(text: str) -> list[str]:
    """Lines that GitHub's runner would take for commands."""
    return [line for line in text.splitlines() if line.lstrip().startswith("::") or "##[" in line]


@pytest.mark.parametrize("line", [*COMMANDS, ":::x", "\u3000::x"])
def test_a_line_is_no_command_and_can_still_be_read(line: str) -> None:
    assert obeyed(clean(line)) == []
    assert obeyed(clean(clean(line))) == []
    written = dump({"a": line, "b": f"{'word ' * 22}{line}", "c": f"first\n{line}", line: 1})
    assert not any(one.lstrip().startswith("::") for one in written.splitlines())


@pytest.mark.parametrize("text", ["std::string", "a :: b", "x # [y]", "#[z]", "Grüße - €, 日本 👩\u200d🔧"])
def test_what_is_neither_stays_as_it_is(text: str) -> None:
    assert clean(text) == text
    assert clean_json(json.dumps(text, ensure_ascii=False)) == json.dumps(text, ensure_ascii=False)


def test_json_keeps_its_meaning() -> None:
    content = {HIDDEN: [HIDDEN, "\U0001f600"]}
    assert json.loads(clean_json(json.dumps(content, ensure_ascii=False, indent=1))) == content


@pytest.mark.parametrize("command", ["spec spec/pages", "lint spec/pages", "lint spec/pages --format sarif", "check"])
def test_what_is_printed_is_utf_8_in_any_locale(here: Path, command: str) -> None:
    page = here / "spec" / "pages" / "done.md"
    page.write_text(page.read_text("utf-8").replace("More.", "Grüße - €"), "utf-8")
    (here / "spec" / "openapi.yaml").write_text("Grüße\n", "utf-8")
    outputs = set()
    for locale in ({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}, {"LC_ALL": "C.UTF-8"}, {"PYTHONIOENCODING": "latin-1"}):
        done = subprocess.run(
            [sys.executable, "-m", "jekyll_openapi.cli", *command.split()],
            env={**os.environ, "PYTHONUTF8": "0", **locale},
            capture_output=True,
            check=False,
            timeout=600,
        )
        assert b"Traceback" not in done.stderr
        outputs.add((done.returncode, done.stdout, done.stderr))
    assert len(outputs) == 1
    assert next(iter(outputs))[1].decode("utf-8")


PROGRAM = shlex.join((sys.executable, "-m", "jekyll_openapi.cli"))


PRINTS = ["rule", "--help", "--version", "lint --help", "spec", "spec -o /dev/stdout"]


@pytest.mark.deep
@pytest.mark.parametrize(
    ("command", "where", "unbuffered"),
    [
        (command, where, unbuffered)
        for number, command in enumerate(PRINTS)
        for at, where in enumerate((">&-", ">/dev/full"))
        for unbuffered in part_of(("", "1"), number + at, 2)
    ],
)
def test_standard_output_that_takes_nothing_is_one_line_and_a_code(
    here: Path, command: str, where: str, unbuffered: str
) -> None:
    if where == ">/dev/full" and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    environment = os.environ | {"PYTHONUNBUFFERED": unbuffered}
    done = subprocess.run(
        f"{PROGRAM} {command} {where}", shell=True, cwd=here, env=environment, capture_output=True, timeout=600
    )
    wrong = [line for line in done.stderr.decode().splitlines() if line.startswith(("jekyll-openapi: error", "Exc"))]
    assert done.returncode == 2
    assert len(wrong) == 1
    assert re.search("(standard output|/dev/fd/1): (Bad file|No space)", wrong[0])


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_goes_ends_the_output_without_a_word(here: Path, unbuffered: str) -> None:
    """The other end of the pipe is closed before anything is written, or behind the first bytes."""
    environment = os.environ | {"PYTHONUNBUFFERED": unbuffered}
    for command, reader in (("rule", "true"), ("rule", "head -c 1"), ("--help", "true"), ("spec", "head -c 5000")):
        line = f"{{ {PROGRAM} {command}; echo $? >code; }} 2>said | {reader} >/dev/null; cat said code"
        done = subprocess.run(line, shell=True, cwd=here, env=environment, capture_output=True, timeout=600)
        told = [one for one in done.stdout.decode().splitlines() if one.startswith(("jekyll-openapi:", "Exc", "Trace"))]
        assert told == []
        assert (here / "code").read_text() in ("0\n", "1\n")


def test_closed_streams_change_no_exit_code_and_no_file(here: Path) -> None:
    commands = (("build", 1), ("lint spec/pages", 1), ("lint nowhere", 2), ("check", 1), ("nothing", 2), ("rule x", 2))
    for command, code in commands:
        for how in ("<&- 2>&-", "2>/dev/full"):
            if "full" in how and not Path("/dev/full").exists():
                continue
            done = subprocess.run(
                f"{PROGRAM} {command} {how}", shell=True, cwd=here, stdout=subprocess.PIPE, timeout=600
            )
            assert done.returncode == code, command
            assert b"jekyll-openapi" not in done.stdout


def test_messages_that_nobody_reads_hold_no_work_up(here: Path) -> None:
    line = f"{{ {PROGRAM} build; echo $? >code; }} 2>&1 >/dev/null | true; cat code"
    done = subprocess.run(line, shell=True, cwd=here, capture_output=True, timeout=600)
    assert done.stdout == b"1\n"
    assert (here / "spec" / "openapi.yaml").exists()


def test_the_description_hides_nothing_and_says_the_same(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that reverses what follows, in the path of a page, in its text, in the base."""
    text = (here / "spec" / "pages" / "done.md").read_text("utf-8")
    (here / "spec" / "pages" / "a\u202e\u2066b.md").write_text(
        text.replace("done", "other\u200f").replace("Done", "Other")
    )
    base = json.loads(json.dumps(BASE))
    base["info"] |= {"title": HIDDEN, "description": f"one\n{HIDDEN}\ntwo"}
    (here / "spec" / "base.yaml").write_text(json.dumps(base), "utf-8")
    main(["build"])
    capsys.readouterr()
    main(["spec", "--format", "json"])
    printed = capsys.readouterr().out
    written = (here / "spec" / "openapi.yaml").read_text("utf-8")
    for one in (printed, written, (here / "spec" / "openapi-3.0.yaml").read_text("utf-8")):
        assert not RAW.search(one)
    assert json.loads(printed) == yaml.safe_load(written)
    assert yaml.safe_load(written)["info"]["title"] == HIDDEN
    assert "a\u202e\u2066b.md" in json.dumps(json.loads(printed), ensure_ascii=False)


@pytest.mark.parametrize(
    "text", ["a\u202eb", "\u2066", "x\u200fy\nz\n", "\x7f", "\ufeff", "\U000e0041", "a\tb\nc", "\x85", "::\u202e"]
)
@pytest.mark.parametrize("around", ["{}", "word " * 40 + "{}", "{}\nmore", "more\n{}\n"])
def test_what_is_hidden_is_escaped_wherever_it_stands(text: str, around: str) -> None:
    content = {"a": [around.format(text)], around.format(text).replace("\n", "")[:60]: {"b": around.format(text)}}
    assert yaml.safe_load(dump(content)) == content
    assert json.loads(dump_json(content)) == content
    assert not RAW.search(dump(content).replace("\t", ""))
    assert not RAW.search(dump_json(content))


@pytest.mark.parametrize("text", ["a\u200db", "\u0645\u0631\u062d\u0628\u0627", "e\u0301", "\xa0", "\u3000"])
def test_a_joiner_a_mark_and_a_wide_space_stay_in_the_description(text: str) -> None:
    assert text in dump({"a": text})
    assert text in dump_json({"a": text})


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_full_findings_quote_nothing_that_is_no_page(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pipe would be waited for, a device read for ever, a file outside shown to whoever reads the log."""
    pages = here / "spec" / "pages"
    os.mkfifo(pages / "pipe.md")
    (here / "secret").write_text("password: hunter2")
    for name, to in (
        ("out.md", here / "secret"),
        ("zero.md", "/dev/zero"),
        ("loop.md", "loop.md"),
        ("gone.md", "gone"),
    ):
        (pages / name).symlink_to(to)
    assert main(["lint", "--format", "full"]) == 1
    out = capsys.readouterr().out
    assert "no regular file" in out
    assert "hunter2" not in out
