"""Nested list items are read as titles, facts about a row, parameter values, or properties."""

from pathlib import Path

import pytest

from tests.api.small import body, make, operation, parameters, rules, shape

GET = "---\ntitle: /a/b\nop: true\n---\n## `GET /a/b`\nDoes.\n\n"
POST = GET.replace("GET", "POST")
NAMED = {"list_rows": "named"}


@pytest.mark.parametrize(
    "item",
    ["- **Arguments**", "- Parameters", "+ Parameters", "* *Request parameters:*"],
)
def test_an_item_with_a_known_title_is_a_heading(item: str, tmp_path: Path) -> None:
    page = f"{GET}- **Permissions:** read\n{item}\n    - `x` (required, integer)\n    - `y` (string)\n- Other: text\n"
    assert parameters(make(tmp_path, page, heading_lines=["item"]), "GET /a/b") == ["query x!", "query y"]


def test_code_in_such_an_item_stands_below_it(tmp_path: Path) -> None:
    page = GET + '+ Response 200 (application/json)\n\n        {"id": 1}\n'
    made = make(tmp_path, page, heading_lines=["item"])
    assert operation(made, "GET /a/b")["responses"]["200"]["content"]["application/json"]


@pytest.mark.parametrize("mark", ["**{}:** ", "{}: ", "**{}**: ", "*{}*: "])
def test_what_items_say_of_the_row_around_them(mark: str, tmp_path: Path) -> None:
    facts = f"    - {mark.format('Default')}`b`\n    - {mark.format('Valid Values')}`a` or `b`\n"
    made = make(tmp_path, f"{GET}### Parameters\n\n- `x` (string, optional)\n{facts}- `y` (integer, required)\n")
    first, second = operation(made, "GET /a/b")["parameters"]
    assert (first["name"], second["name"]) == ("x", "y")
    assert first["schema"]["default"] == "b"
    assert made.spec["components"]["schemas"]["X"]["enum"] == ["a", "b"]


def test_items_in_a_parameter_are_its_values(tmp_path: Path) -> None:
    items = "- `status`: By status.\n    - `open`: Open ones.\n    - `any`: All.\n- `limit`: How many.\n"
    made = make(tmp_path, f"{GET}### Parameters\n\n{items}", **NAMED)
    status, limit = operation(made, "GET /a/b")["parameters"]
    assert (status["name"], limit["name"]) == ("status", "limit")
    assert "`open`: Open ones." in status["description"]
    assert "unread-text" not in rules(made)


def test_items_in_an_object_are_its_properties(tmp_path: Path) -> None:
    items = "- `to` (object): Where.\n    - `town` (string)\n    - `street` (string)\n"
    assert shape(body(make(tmp_path, f"{POST}### Request\n\n{items}"), "POST /a/b")) == {
        "to": {"town": "string", "street": "string"}
    }


def test_properties_in_a_parameter_are_a_finding(tmp_path: Path) -> None:
    items = "- `to` (object): Where.\n    - `town` (string)\n    - `street` (string)\n"
    made = make(tmp_path, f"{GET}### Parameters\n\n{items}")
    assert parameters(made, "GET /a/b") == ["query to"]
    assert "unread-text" in rules(made)
