"""Two pages of the real site joined into one file say the same as apart."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.pipeline import make_spec
from jekyll_openapi.spec.base import Base
from tests.api.small import answer, body, make, operations, rules, shape, table

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


CALL = """---
title: /tool/NAME
op: true
---
<script>
window[TDV].defineTryit({ endpoint: '/tool/NAME', method: 'POST', params: { NAMEId: 1 } });
</script>
"""


def script(page: str) -> str:
    return page.partition("op: true\n---\n")[2]


@pytest.mark.parametrize("name", ["move", "sell"])
def test_an_operation_that_only_a_script_states_stays_beside_another(name: str, tmp_path: Path) -> None:
    lend, other = (CALL.replace("NAME", one) for one in ("lend", name))
    apart, _ = spec(tmp_path / "apart", {"a.md": lend, "b.md": other})
    joined, _ = spec(tmp_path / "joined", {"a.md": lend + "\n" + script(other)})
    headed, _ = spec(tmp_path / "headed", {"a.md": lend + f"\n## `/tool/{name}`\n\n" + script(other)})
    assert joined == headed == apart
    assert list(apart) == ["/tool/lend", f"/tool/{name}"]


def test_a_call_that_may_be_that_of_another_operation_is_a_finding(tmp_path: Path) -> None:
    page = "---\ntitle: Tools\n---\n## `/tool/a`\n\n## `/tool/b`\n\n"
    made = make(tmp_path, page + script(CALL.replace("NAME", "c")) + script(CALL.replace("NAME", "d")))
    assert operations(made) == ["GET /tool/a", "GET /tool/b"]
    assert "unreadable-tryit" in rules(made)


def test_an_operation_below_a_definition_says_nothing_of_it(tmp_path: Path) -> None:
    definition = f"---\ntitle: Tool\n---\n## Tool\n\nA thing.\n\n### Definition\n{table('id! integer')}"
    made = make(tmp_path, f"{definition}\n## `/tool/lend`\n\nLends it.\n\n### Request\n{table('days! integer')}")
    assert made.spec["components"]["schemas"]["Tool"]["description"] == "A thing."
    assert shape(body(made, "POST /tool/lend")) == {"days!": "integer"}


def test_headings_can_all_be_a_level_deeper(tmp_path: Path) -> None:
    result = f"# Tool\n\nThe response of `/tool/lend`.\n\n## Definition\n{table('name! string')}"
    for level in range(4):
        folder = tmp_path / str(level)
        folder.mkdir()
        page = re.sub("^#", "#" * (level + 1), result, flags=re.MULTILINE)
        made = make(folder, {"a.md": CALL.replace("NAME", "lend"), "b.md": f"---\ntitle: Tool\n---\n{page}"})
        assert shape(answer(made, "POST /tool/lend")) == {"name!": "string"}, level
