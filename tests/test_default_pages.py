"""The default pages state the facts of the documentation site, and none of its sentences.

Both are read here by splitting lines, so that no mistake of the generator's own readers can hide.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "spec" / "pages"
SITE = ROOT / os.environ.get("JEKYLL_OPENAPI_SITE", "../shared/site")
COPIED_TEXT = SITE.parent / "tools" / "copied_text.py"

pytestmark = pytest.mark.skipif(not SITE.is_dir(), reason=f"no documentation site at {SITE} (JEKYLL_OPENAPI_SITE)")

names = sorted(name for path in PAGES.rglob("*.md") if (SITE / (name := path.relative_to(PAGES).as_posix())).is_file())
"""The pages that the part of the site at hand has, too."""


def front_matter(text: str) -> list[str]:
    """The lines between the first two `---`."""
    lines = text.splitlines()
    return lines[1 : lines.index("---", 1)]


def tables(text: str) -> list[list[str]]:
    """The cells of every table row but for remarks, white space folded, rows in italics left out."""
    rows = [line.split("|")[1:4] for line in text.splitlines() if line.startswith("|") and not line.startswith("| *(")]
    return [[" ".join(cell.split()) for cell in row] for row in rows]


def outline(text: str) -> list[str]:
    """Headings, and the links that stand in a line of their own."""
    return [line.rstrip() for line in text.splitlines() if re.match(r"#+ |-? ?\[.*\)\s*$", line)]


def tryit(text: str) -> list[str]:
    """What stands between the parentheses of `defineTryit(...)`, white space left out."""
    return ["".join(call.split()) for call in re.findall(r"defineTryit\((\{.*?\})\);", text, re.DOTALL)]


def answer(text: str) -> list[str]:
    """The answer that a shared operation shows in comments, white space left out."""
    return ["".join(line.split()) for line in text.partition("//=>\n")[2].splitlines() if line.startswith("//")]


def test_there_are_pages() -> None:
    assert "operations/unique-ops/orders/placeOCO.md" in names


@pytest.mark.parametrize("name", names)
@pytest.mark.parametrize("facts", [front_matter, tables, tryit])
def test_a_page_states_the_facts_of_the_site(name: str, facts: Callable[[str], list[object]]) -> None:
    assert facts((PAGES / name).read_text("utf-8")) == facts((SITE / name).read_text("utf-8"))


@pytest.mark.parametrize("name", [name for name in names if not name.startswith("entity-system/")])
def test_a_page_has_the_outline_of_the_site(name: str) -> None:
    assert outline((PAGES / name).read_text("utf-8")) == outline((SITE / name).read_text("utf-8"))


@pytest.mark.parametrize("name", [name for name in names if "/shared-ops/" in name])
def test_a_shared_operation_shows_the_answer_of_the_site(name: str) -> None:
    shown = answer((PAGES / name).read_text("utf-8"))
    assert shown
    assert shown == answer((SITE / name).read_text("utf-8"))


def test_no_sentence_is_copied() -> None:
    if not COPIED_TEXT.is_file() or not (ROOT / ".git").exists():
        pytest.skip("needs copied_text.py beside the site, and a git checkout")
    found = subprocess.run([sys.executable, COPIED_TEXT, ROOT], capture_output=True, text=True, check=False)
    assert (found.stdout, found.stderr, found.returncode) == ("", "", 0)
