"""Types and needs in emphasis, and lists that nothing says the subject of."""

from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.accounting.account import account
from jekyll_openapi.api.dialect import TRADOVATE
from jekyll_openapi.pipeline import Made
from tests.api.small import make, rules


def made(folder: Path, text: str) -> Made:
    found = make(folder, f"---\ntitle: Tool\n---\n{text}\n")
    assert account(found.site, found.stated, found.findings, TRADOVATE).unexplained == ()
    return found


def properties(folder: Path, text: str) -> dict[str, tuple[Any, bool, str]]:
    schema = made(folder, text).spec["components"]["schemas"]["Tool"]
    required = schema.get("required", ())
    each = schema["properties"].items()
    return {name: (one.get("type"), name in required, one.get("description", "")) for name, one in each}


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("**weight** *number, required*", ("number", True, "")),
        ("**weight** *(number, required)*", ("number", True, "")),
        ("**weight** _number, required_ - in grams", ("number", True, "in grams")),
        ("__weight__ *number* The weight.", ("number", False, "The weight.")),
        ("**weight** \u2013 *number* \u2013 In grams.", ("number", False, "In grams.")),
        ("`weight` *number*, *required*: In grams.", ("number", True, "In grams.")),
        ("*weight* **number**, required", ("number", True, "")),
        ("**weight** Type: number, required. In grams.", ("number", True, "In grams.")),
    ],
)
def test_an_item_states_its_marks_in_emphasis(tmp_path: Path, item: str, expected: tuple[str, bool, str]) -> None:
    assert properties(tmp_path, f"### Definition\n\n* {item}") == {"weight": expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("boolean, optional.", ("boolean", False, "")),
        ("*boolean, required*", ("boolean", True, "")),
        ("Type: boolean, required.", ("boolean", True, "")),
        ("boolean, required. Whether it is out.", ("boolean", True, "Whether it is out.")),
    ],
)
def test_the_text_below_a_heading_states_marks(tmp_path: Path, text: str, expected: tuple[str, bool, str]) -> None:
    assert properties(tmp_path, f"## Definition\n\n### `out`\n\n{text}") == {"out": expected}


@pytest.mark.parametrize(
    "text",
    [
        "## Properties\n\n* `weight` (number): In grams.",
        "## Properties\n\n### `weight`\n\nnumber, required",
        "## Definition\n\n* Weight, a number",
    ],
)
def test_a_list_of_properties_that_is_not_read_is_found(tmp_path: Path, text: str) -> None:
    tool = "---\ntitle: Ware\n---\n### Definition\n\n* `id` (integer)\n"
    found = make(tmp_path, {"tool.md": f"---\ntitle: Tool\n---\n{text}\n", "ware.md": tool})
    assert "Tool" not in found.spec["components"]["schemas"]
    assert [str(one.location) for one in found.findings if one.rule.name == "unread-text"] == ["tool.md:4"]
    assert rules(found) == {"unread-text"}
