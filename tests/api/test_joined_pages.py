"""Two pages of the real site joined into one file say the same as apart."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

from jekyll_openapi.pipeline import make_spec
from jekyll_openapi.spec.base import Base

PLACES = ("x-source", "x-inferred-from", "x-pages", "tags")


def without_places(content: Any) -> Any:
    if isinstance(content, dict):
        return {key: without_places(value) for key, value in content.items() if key not in PLACES}
    return [without_places(one) for one in content] if isinstance(content, list) else content


def spec(folder: Path, pages: dict[str, str]) -> Any:
    folder.mkdir(parents=True)
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
    made = without_places(make_spec(folder, Base()).spec)
    return made["paths"], made["components"]["schemas"]


def assert_same_when_joined(pages: list[Path], tmp_path: Path) -> None:
    texts = [page.read_text(encoding="utf-8") for page in pages]
    bodies = [re.sub(r"\A---\n.*?\n---\n?", "", text, flags=re.DOTALL).strip() for text in texts]
    for number, (one, other) in enumerate(pairwise(range(len(pages)))):
        apart = spec(tmp_path / f"apart{number}", {"a.md": texts[one], "b.md": texts[other]})
        joined = "---\ntitle: Both\nparent: All\n---\n" + bodies[one] + "\n\n" + bodies[other] + "\n"
        assert spec(tmp_path / f"joined{number}", {"both.md": joined}) == apart, (pages[one].name, pages[other].name)


def test_operations(site: Path, tmp_path: Path) -> None:
    pages = [
        page for page in sorted((site / "operations").rglob("*.md")) if re.search(r"^## `/\w", page.read_text(), re.M)
    ]
    assert len(pages) > 3
    assert_same_when_joined([page for page in pages if "shared-ops" not in page.parts], tmp_path)


def test_definitions(site: Path, tmp_path: Path) -> None:
    pages = [page for page in sorted((site / "entities_pages").glob("*.md")) if "### Definition" in page.read_text()]
    assert len(pages) > 10
    assert_same_when_joined(pages[:12], tmp_path)
