"""The `diff` command: inputs it accepts, exit codes, and one clear line for what cannot be compared."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from jekyll_openapi.cli import main
from jekyll_openapi.openapi.yaml import dump
from jekyll_openapi.spec.openapi30 import to_openapi30
from tests.diff.seeds import Json, base, read_seeds

SEEDS = {seed.name: seed for seed in read_seeds()}
PAGE = "operations/unique-ops/orders/placeOCO.md"


@pytest.fixture
def here(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with half of the default pages, a description of some of them, and one commit."""
    others = shutil.ignore_patterns("shared-ops", "entity-system", "wss-guide", "rest-guide", "accounting", "users")
    shutil.copytree(root / "spec" / "pages", tmp_path / "spec" / "pages", ignore=others)
    shutil.copy(root / "spec" / "base.yaml", tmp_path / "spec")
    settings = '[tool.jekyll-openapi]\npages = "spec/pages"\nbase = "spec/base.yaml"\n'
    (tmp_path / "pyproject.toml").write_text(settings, "utf-8")
    (tmp_path / "old.yaml").write_text(dump(base()), "utf-8")
    for name in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{name}_NAME", "Somebody")
        monkeypatch.setenv(f"{name}_EMAIL", "somebody@example.com")
    monkeypatch.chdir(tmp_path)
    for arguments in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message", "pages"], ["tag", "v1"]):
        subprocess.run(["git", *arguments], check=True, timeout=600)
    return tmp_path


def write(file: Path, spec: Json) -> str:
    """The name of the file, in which the description is now."""
    file.write_text(json.dumps(spec) if file.suffix == ".json" else dump(spec), "utf-8")
    return file.name


def mend(here: Path) -> None:
    """Takes a property off a page: out of its table and its script."""
    page = here / "spec" / "pages" / PAGE
    lines = page.read_text("utf-8").splitlines(keepends=True)
    page.write_text("".join(line for line in lines if "pegDifference" not in line), "utf-8")


def rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, str]]:
    """Kind and place of each change that the command prints."""
    assert main(["diff", *arguments, "--format", "json"]) == 0
    return [(row["kind"], row["path"]) for row in json.loads(capsys.readouterr().out)]


GONE = [("property-removed", "#/components/schemas/PlaceOCO/properties/pegDifference")]


def test_two_files_yaml_and_json(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = write(here / "new.json", SEEDS["a property goes from a request"].pair()[1])
    assert rows(capsys, "old.yaml", new) == [("property-removed", "#/components/schemas/PlaceOCO/properties/maxShow")]


def test_two_folders_of_pages(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(here / "spec" / "pages", here / "before")
    mend(here)
    assert rows(capsys, "before", "spec/pages") == GONE


def test_pages_of_a_revision(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mend(here)
    for revision in ("HEAD", "v1", "HEAD^{commit}"):
        assert rows(capsys, f"{revision}:spec/pages", "spec/pages") == GONE


def test_a_file_of_a_revision(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here / "old.yaml", SEEDS["a property goes from a request"].pair()[1])
    assert [kind for kind, _ in rows(capsys, "v1:old.yaml", "old.yaml")] == ["property-removed"]


def test_pages_beside_what_was_made_of_them(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where an example has decimals, which the pages have with their digits and a file has not."""
    page = here / "spec" / "pages" / PAGE
    page.write_text(page.read_text("utf-8").replace(" stopPrice: 0,", " stopPrice: 4200.10,"), "utf-8")
    assert main(["spec", "spec/pages", "-o", "made.yaml"]) in (0, 1)
    assert "stopPrice: 4200.10" in (here / "made.yaml").read_text("utf-8")
    assert rows(capsys, "made.yaml", "spec/pages") == []


def test_the_overlay_holds_for_both_sides(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    action = """
- target: $.components.schemas.PlaceOCO.properties.symbol
  description: A test.
  x-expected: {type: string}
  update: {maxLength: 64}
"""
    head = "overlay: 1.0.0\ninfo: {title: Test, version: 0.0.0}\nactions:"
    (here / "spec" / "overlay.yaml").write_text(head + action, "utf-8")
    with (here / "pyproject.toml").open("a", encoding="utf-8") as settings:
        settings.write('overlay = "spec/overlay.yaml"\n')
    mend(here)
    assert rows(capsys, "v1:spec/pages", "spec/pages") == GONE


def test_the_exit_code_is_1_only_where_it_is_asked_for(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    breaking = write(here / "breaking.yaml", SEEDS["a server goes"].pair()[1])
    harmless = write(here / "harmless.yaml", SEEDS["a tag comes"].pair()[1])
    assert main(["diff", "old.yaml", breaking]) == 0
    assert main(["diff", "old.yaml", breaking, "--fail-on", "breaking"]) == 1
    assert main(["diff", "old.yaml", harmless, "--fail-on", "breaking"]) == 0
    assert capsys.readouterr().err == ""


def test_two_descriptions_of_openapi_3_0(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = (to_openapi30(spec) for spec in SEEDS["a rule holds for one value more"].pair())
    kinds = [kind for kind, _ in rows(capsys, write(here / "a.json", old), write(here / "b.json", new))]
    # What the rule says in words has changed too, on the object and on the property.
    assert kinds == ["rule-tightened", "description-changed", "description-changed"]


# --- bad input --------------------------------------------------------------------------------------------------------

BOMB = "a: &a [x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join([f'*{old}'] * 8)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
BAD = {
    "nothing": ("", "does not begin with `openapi: 3`"),
    "text": ("# A page\n", "does not begin with `openapi: 3`"),
    "broken": ("openapi: 3.1.1\npaths: [\n", "broken:3:1: "),
    "broken.json": ("{", "broken.json:1:2: expecting property name"),
    "swagger": ("swagger: '2.0'\npaths: {}\n", "does not begin with `openapi: 3`"),
    "pathless": ("openapi: 3.1.1\n", "has no `paths`"),
    "shapeless": (
        "openapi: 3.1.1\npaths: {/a: {get: [1]}}\n",
        "shapeless:2:14: not an OpenAPI description: #/paths/~1a/get",
    ),
    "dangling": (
        "openapi: 3.1.1\npaths: {/a: {get: {requestBody: {$ref: '#/components/requestBodies/A'}}}}\n",
        "refers to `#/components/requestBodies/A`",
    ),
    "elsewhere": (
        "openapi: 3.1.1\npaths: {/a: {get: {requestBody: {$ref: 'https://example.com/a.yaml'}}}}\n",
        "refers to `https://example.com/a.yaml`",
    ),
    "bomb": (f"openapi: 3.1.1\npaths: {{}}\n{BOMB}", "bomb:8:20: aliases repeat more than 200000 values"),
    "loop": ("openapi: 3.1.1\npaths: {}\nx-loop: &loop [*loop]\n", "loop:3:16: the alias `*loop` refers to nothing"),
    "deep": ("openapi: 3.1.1\npaths: " + "[" * 2000 + "]" * 2000, "deep:2:107: nested deeper than 100 levels"),
    "tagged": ("openapi: 3.1.1\npaths: !!python/object:os.system {}\n", "tagged:2:8: the tag"),
}


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Iterator[list[str]]:
    """What was said; it has to be one line, with nothing on standard output."""
    said: list[str] = []
    yield said
    printed = capsys.readouterr()
    assert printed.out == ""
    [line] = printed.err.splitlines()
    assert line.startswith("jekyll-openapi: error: ")
    for words in said:
        assert words in line


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_description(name: str, tmp_path: Path, refused: list[str]) -> None:
    text, words = BAD[name]
    file = tmp_path / name
    file.write_text(text, "utf-8")
    refused.append(words)
    assert main(["diff", str(file), str(file)]) == 2


def test_a_binary(tmp_path: Path, refused: list[str]) -> None:
    (tmp_path / "spec").write_bytes(b"\x7fELF\xff\xfe\0")
    refused.append("spec:1:5: byte 0xff is not UTF-8")
    assert main(["diff", str(tmp_path / "spec"), str(tmp_path / "spec")]) == 2


def test_descriptions_of_two_versions_that_say_the_same(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = write(here / "new.yaml", to_openapi30(base()))
    assert main(["diff", "old.yaml", new, "--format", "json", "--fail-on", "warning"]) == 0
    assert {row["level"] for row in json.loads(capsys.readouterr().out)} == {"note"}


def test_what_the_exit_code_says(here: Path) -> None:
    new = write(here / "new.yaml", SEEDS["a value comes to answers"].pair()[1])
    codes = [main(["diff", "old.yaml", new, "--fail-on", level]) for level in ("breaking", "warning", "any")]
    assert codes == [0, 1, 1]
    assert main(["diff", "old.yaml", "old.yaml", "--fail-on", "any"]) == 0


def test_changes_of_a_level_and_worse_are_shown(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = write(here / "new.yaml", SEEDS["a property is worded anew"].pair()[1])
    assert main(["diff", "old.yaml", new, "--level", "warning"]) == 0
    assert capsys.readouterr().out == "0 breaking, 0 compatible, 0 notes\n"


def test_changes_that_somebody_lets_pass(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = write(here / "new.yaml", SEEDS["a property goes from a request"].pair()[1])
    entry = "- {rule: property-*, place: '#/components/schemas/PlaceOCO/*', reason: agreed"
    for ending, code in (("}", 0), (", expires: 2099-01-01}", 0), (", expires: 2020-01-01}", 1)):
        (here / "let.yaml").write_text(f"{entry}{ending}\n", "utf-8")
        assert main(["diff", "old.yaml", new, "--ignore", "let.yaml", "--fail-on", "breaking"]) == code
    assert "has ended on 2020-01-01" in capsys.readouterr().err
    (here / "let.yaml").write_text(f"{entry}}}\n", "utf-8")
    assert main(["diff", "old.yaml", "old.yaml", "--ignore", "let.yaml"]) == 0
    assert "covers no change" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- {rule: x}", "let.yaml:1:3: the entry has no `reason`"),
        ("- {rule: x, reason: y, plase: z}", "let.yaml:1:3: there is no key `plase`"),
        ("- {rule: x, reason: y, expires: soon}", "let.yaml:1:3: `expires` is a day like 2027-01-31, not 'soon'"),
        ("rule: x", "let.yaml:1:1: a list of entries"),
    ],
)
def test_a_list_that_cannot_be_used(here: Path, text: str, words: str, refused: list[str]) -> None:
    (here / "let.yaml").write_text(text, "utf-8")
    refused.append(words)
    assert main(["diff", "old.yaml", "old.yaml", "--ignore", "let.yaml"]) == 2


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ("absent.yaml", "absent.yaml: No such file"),
        ("v2:old.yaml", "no revision `v2`"),
        (":old.yaml", "no revision ``"),
        ("v1:absent.yaml", "revision `v1` has no `absent.yaml`"),
        ("--help:old.yaml", "no revision `--help`"),
        ("v1:pyproject.toml", "v1:pyproject.toml:"),
        ("empty", "no page could be read in empty"),
    ],
)
def test_what_is_not_there(named: str, words: str, here: Path, refused: list[str]) -> None:
    (here / "empty").mkdir()
    refused.append(words)
    assert main(["diff", "old.yaml", "--", named]) == 2


def test_a_broken_configuration_refuses_only_what_needs_it(
    here: Path, refused: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "pyproject.toml").write_text("[tool.jekyll-openapi]\npages = 3\n", "utf-8")
    write(here / "new.yaml", base())
    assert main(["diff", "old.yaml", "new.yaml"]) == 0
    assert capsys.readouterr().err == ""
    refused.append("`pages` must be a path")
    assert main(["diff", "old.yaml", "spec/pages"]) == 2


def test_a_configuration_that_is_named_and_broken_is_said(here: Path, refused: list[str]) -> None:
    (here / "broken.toml").write_text("[tool.jekyll-openapi]\npages = 3\n", "utf-8")
    refused.append("`pages` must be a path")
    assert main(["diff", "old.yaml", "old.yaml", "--config", "broken.toml"]) == 2


def test_a_revision_where_there_is_no_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", os.fspath(tmp_path.parent))
    refused.append("this is not a git repository")
    assert main(["diff", "HEAD:a", "HEAD:b"]) == 2


def test_a_revision_where_there_is_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: list[str]) -> None:
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    refused.append("git is not installed")
    assert main(["diff", "HEAD:a", "HEAD:b"]) == 2
