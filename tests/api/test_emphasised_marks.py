"""Types and needs in emphasis, and lists that nothing says the subject of."""

from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.accounting.account import account
from jekyll_openapi.api.dialect import TRADOVATE
from jekyll_openapi.pipeline import Made
from tests.api.small import body, make, operation, rules, shape


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


@pytest.mark.parametrize("mark", ["-", "1."])
def test_a_list_of_needs_below_an_operation_is_its_request(tmp_path: Path, mark: str) -> None:
    rows = f"{mark} `name` (string, required)\n{mark} `size` (integer): How big.\n"
    found = make(tmp_path, f"---\ntitle: Calls\n---\n## PUT /tools\n\nChanges it.\n\n{rows}")
    assert shape(body(found, "PUT /tools")) == {"name!": "string", "size": "integer"}
    assert operation(found, "PUT /tools")["description"] == "Changes it."
    other = make(tmp_path / "b", f"---\ntitle: Calls\n---\n## PUT /tools\n\n{rows.replace(', required', '')}")
    assert "`size` (integer): How big." in operation(other, "PUT /tools")["description"]


@pytest.mark.parametrize("cell", ["string (Buy\\|Sell)", "string (Buy, Sell)", "string (Buy or Sell)"])
def test_a_list_of_words_beside_a_type_is_found(tmp_path: Path, cell: str) -> None:
    text = f"### Definition\n\n| Property | Type |\n|---|---|\n| `a` | {cell} |\n| `b` | string (UTC) |\n"
    found = make(tmp_path, f"---\ntitle: Tool\n---\n{text}")
    assert [one.location.line for one in found.findings if one.rule.name == "unreadable-type"] == [8]
