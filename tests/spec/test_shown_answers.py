"""The answers that pages show are the examples of the description; one that does not fit its table is a finding."""

from pathlib import Path
from typing import Any

import pytest

from tests.api.small import make, rules

ROWS = "| Property | Tags | Type\n|---|---|---\n| `id` | `required` | integer\n| `name` | `none` | string\n"
TABLE = f"### Response\n\n{ROWS}"


def examples(folder: Path, text: str) -> Any:
    (item,) = make(folder, text).spec["paths"].values()
    (operation,) = item.values()
    return operation["responses"]["200"]["content"]["application/json"].get("examples")


def shown(title: str, *texts: str) -> str:
    return "".join(f"\n### {title}\n\n```json\n{text}\n```\n" for text in texts)


def test_an_answer_that_a_page_shows_is_an_example_and_none_is_made_up(tmp_path: Path) -> None:
    found = examples(tmp_path, f"## GET /desk\n\nThe desk.\n\n{TABLE}" + shown("Example response", '{"id": 7}'))
    assert found == {"example": {"value": {"id": 7}, "x-source": "page.md:15"}}


def test_several_answers_have_names_that_differ(tmp_path: Path) -> None:
    page = f"## POST /desk\n\nThe desk.\n\n{TABLE}" + shown("Example response", '{"id": 7}', '{"id": 8}', '{"id": 9}')
    assert {name: one["value"]["id"] for name, one in examples(tmp_path, page).items()} == {
        "example": 7,
        "example-2": 8,
        "example-3": 9,
    }


def test_an_answer_that_does_not_fit_its_table_is_a_finding_and_no_example(tmp_path: Path) -> None:
    page = f"## GET /desk\n\nThe desk.\n\n{TABLE}" + shown("Example response", '{"id": "seven"}')
    assert list(examples(tmp_path, page)) == ["made-up"]
    assert "example-invalid" in rules(make(tmp_path, page))


def test_an_answer_without_a_table_is_an_example_of_what_it_gives(tmp_path: Path) -> None:
    assert examples(tmp_path, "## GET /desk\n\nThe desk.\n" + shown("Example response", '[{"id": 7}]')) == {
        "example": {"value": [{"id": 7}], "x-source": "page.md:8"}
    }


@pytest.mark.parametrize(("method", "is_answer"), [("GET", True), ("DELETE", True), ("POST", False), ("PUT", False)])
def test_an_example_without_more_words_is_an_answer_where_nothing_else_can_be_shown(
    method: str, is_answer: bool, tmp_path: Path
) -> None:
    found = examples(tmp_path, f"## {method} /desk\n\nThe desk.\n\n{TABLE}" + shown("Example", '{"id": 7}'))
    assert list(found) == ["example" if is_answer else "made-up"]


@pytest.mark.parametrize("text", ["GET /desk HTTP/1.1", "curl https://a.example/desk", "id = 7", "[desk]"])
def test_what_is_no_json_below_example_is_no_answer(text: str, tmp_path: Path) -> None:
    page = f"## GET /desk\n\nThe desk.\n\n{TABLE}\n### Example\n\n```\n{text}\n```\n"
    assert list(examples(tmp_path, page)) == ["made-up"]
