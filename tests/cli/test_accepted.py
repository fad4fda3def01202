"""A finding is new unless its rule, message and page are in the accepted list, wherever it moved."""

import json
import shutil
from pathlib import Path

import pytest

from jekyll_openapi.cli import main
from tests.cli.test_commands import DONE, PAGE

BROKEN = DONE.replace("| boolean |", "| boolan |")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project with accepted findings."""
    (tmp_path / "pages" / "things").mkdir(parents=True)
    (tmp_path / "pages" / "set.md").write_text(PAGE, "utf-8")
    (tmp_path / "pages" / "things" / "done.md").write_text(BROKEN, "utf-8")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.jekyll-openapi]\npages = "pages"\nfindings = "findings.txt"\n', "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    assert main(["lint", "pages", "--accept"]) == 0
    return tmp_path


def test_a_moved_page_makes_nothing_new(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.move(here / "pages" / "things", here / "pages" / "records")
    shutil.move(here / "pages" / "records" / "done.md", here / "pages" / "records" / "01-done.md")
    assert main(["lint", "pages"]) == 0
    assert "records" not in "".join(capsys.readouterr())


def test_lines_above_make_nothing_new(here: Path) -> None:
    page = here / "pages" / "things" / "done.md"
    page.write_text(BROKEN.replace("### Definition", "Words.\n\nMore words.\n\n### Definition"), "utf-8")
    assert main(["lint", "pages"]) == 0


def test_another_page_with_the_same_defect_is_new(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = BROKEN.replace("Done", "Made").replace("index/done", "index/made")
    (here / "pages" / "made.md").write_text(other, "utf-8")
    assert main(["lint", "pages"]) == 1
    assert "made.md" in capsys.readouterr().out


def test_what_is_accepted_is_shown_on_demand(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "pages", "--format", "json"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["lint", "pages", "--format", "json", "--all"]) == 0
    assert all(json.loads(line)["accepted"] for line in capsys.readouterr().out.splitlines())
    main(["lint", "pages", "--format", "sarif", "--all"])
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert results
    assert all(one["suppressions"] and one["partialFingerprints"] for one in results)


def test_one_rule_or_one_page_is_accepted(here: Path) -> None:
    (here / "findings.txt").write_text("", "utf-8")
    assert main(["lint", "pages", "--accept", "unreadable-type"]) == 0
    rules = {line.split("[")[1].split("]")[0] for line in (here / "findings.txt").read_text("utf-8").splitlines()}
    assert rules == {"unreadable-type"}
    assert main(["lint", "pages", "--accept", "nothing.md"]) == 2


def test_rules_that_a_project_does_not_want(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "findings.txt").write_text("", "utf-8")
    main(["lint", "pages", "--format", "json"])
    rules = sorted({json.loads(line)["rule"] for line in capsys.readouterr().out.splitlines()})
    file = here / "pyproject.toml"
    text = file.read_text("utf-8")
    listed = ", ".join(f'{{rule = "{rule}", pages = ["*.md"], reason = "known"}}' for rule in rules)
    file.write_text(f"{text}ignore = [{listed}]\n", "utf-8")
    assert main(["lint", "pages"]) == 0
    file.write_text(f'{text}ignore = ["unreadable-typ"]\n', "utf-8")
    assert main(["lint", "pages"]) == 2
    assert "did you mean `unreadable-type`?" in capsys.readouterr().err
