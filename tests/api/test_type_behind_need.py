"""The type of a list item can stand behind its need: `` `a` (required): integer ``."""

from pathlib import Path

import pytest

from tests.api.small import body, make

PAGE = "---\ntitle: X\n---\n## `POST /a`\n\n### Request\n\n"


@pytest.mark.parametrize(
    ("item", "type_", "description"),
    [
        ("`a` (required): integer", "integer", None),
        ("`a` *(required)*: integer. How many.", "integer", "How many."),
        ("`a` _(required)_: integer - the size", "integer", "the size"),
        ("`a` *(required)* - integer", "integer", None),
        ("`a`: *(required)* integer", "integer", None),
        ("`a` **required** string", "string", None),
        ("**a** *(required)*: integer", "integer", None),
        ("`a` (required) Object: the thing", "object", "the thing"),
        # A word that only begins a sentence is no type.
        ("`a` (required): Date of the order", None, "Date of the order"),
        ("`a` (required): Number of things.", None, "Number of things."),
        ("`a` (required): the size, integer", None, "the size, integer"),
    ],
)
def test_the_type_behind_a_need(tmp_path: Path, item: str, type_: str | None, description: str | None) -> None:
    found = body(make(tmp_path, f"{PAGE}* {item}\n"), "POST /a")
    assert found["required"] == ["a"]
    assert found["properties"]["a"].get("type") == type_
    assert found["properties"]["a"].get("description") == description


def test_limits_and_values_behind_a_need(tmp_path: Path) -> None:
    text = f'{PAGE}* `a` *(required)*: string; one of "04", "6"\n* `b` (optional): number, at most 5\n'
    made = make(tmp_path, text)
    found = body(made, "POST /a")
    assert found["properties"]["b"] | {"x-source": ""} == {"type": "number", "maximum": 5, "x-source": ""}
    values = found["properties"]["a"]["allOf"][0]["$ref"].rsplit("/", 1)[-1]
    assert made.spec["components"]["schemas"][values]["enum"] == ["04", "6"]
