"""What the README shows is so: the row, what becomes of it in the spec, and the refused order."""

import re
import textwrap
from pathlib import Path

import pytest

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
    shown_property, shown_rule = fences("yaml")
    assert textwrap.indent(shown_property, " " * 8) in spec
    assert textwrap.indent(shown_rule, " " * 6) in spec


def test_the_order_is_refused_in_the_words_that_the_readme_shows(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = fences("python")
    exec(compile(code, "README.md", "exec"), {})
    assert f"```python\n{code}```\n\n```\n{capsys.readouterr().out}```\n" in README
