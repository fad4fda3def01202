"""What the README shows is so: the row, what becomes of it in the spec, and the refused order."""

import re
import shutil
import textwrap
from pathlib import Path
from typing import Any

import pytest
import yaml

from jekyll_openapi.cli import main

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def fences(language: str) -> list[str]:
    """The texts of the code fences in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def test_the_row_stands_where_the_readme_says() -> None:
    found = re.search(r"A row of `(\S+)`, line (\d+):\n\n```\n(.*)\n", README)
    assert found
    path, line, row = found.groups()
    assert (ROOT / path).read_text("utf-8").splitlines()[int(line) - 1] == row


def test_the_spec_says_what_the_readme_shows() -> None:
    spec = (ROOT / "spec" / "openapi.yaml").read_text("utf-8")
    shown_property, shown_rule = fences("yaml")[:2]
    assert textwrap.indent(shown_property, " " * 8) in spec
    assert textwrap.indent(shown_rule, " " * 6) in spec


def test_the_order_is_refused_in_the_words_that_the_readme_shows(capsys: pytest.CaptureFixture[str]) -> None:
    code = fences("python")[0]
    exec(compile(code, "README.md", "exec"), {})
    assert f"```python\n{code}```\n\n```\n{capsys.readouterr().out}```\n" in README


def test_the_bots_test_runs_without_a_network() -> None:
    names: dict[str, Any] = {}
    exec(compile(fences("python")[1], "README.md", "exec"), names)
    assert names["accounts"]


def test_a_build_says_what_the_readme_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "spec", tmp_path / "spec")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    monkeypatch.chdir(tmp_path)
    page = tmp_path / "spec" / "pages" / "entities_pages" / "fill.md"
    changed = re.sub(
        "(`timestamp`.*)Date string", r"\1Dat string", page.read_text("utf-8").replace("`price`", "`cost`")
    )
    page.write_text(changed, "utf-8")
    assert main(["build"]) == 1
    said = re.sub(r"\d+\.\d s", "2.5 s", capsys.readouterr().err)
    assert f"```\n{said}```\n" in README


def test_the_lines_for_a_ci_name_commands_that_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    steps, hooks = (yaml.safe_load(text) for text in fences("yaml")[2:])
    runs = [step["run"] for step in steps if "run" in step]
    assert runs.pop(0) == "pip install ./generator"
    assert (ROOT / "generator" / "pyproject.toml").is_file()
    lines = runs + [hook["entry"] for repo in hooks for hook in repo["hooks"]]
    monkeypatch.chdir(ROOT)
    for line in lines:
        program, *arguments = line.split()
        assert program == "jekyll-openapi"
        assert main(arguments) == 0
