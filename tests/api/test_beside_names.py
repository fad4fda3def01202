"""The cell of a name can hold the type and the need too; they never become part of the name."""

from pathlib import Path
from typing import Any

import pytest

from tests.api.small import make


def read(folder: Path, cell: str, title: str = "Attribute") -> tuple[dict[str, Any], list[str], list[str]]:
    """Name -> type, the names of what is required, and the findings about types and columns."""
    table = f"| {title} | Description |\n|---|---|\n| {cell} | Alarm. |"
    text = f"---\ntitle: /box/make\nop: true\n---\n\n## `POST /box/make`\nDoes it.\n\n### Request\n\n{table}\n"
    made = make(folder, text)
    schema = made.spec["components"]["schemas"]["Make"]
    types = {name: one.get("type") for name, one in schema["properties"].items()}
    rules = ("unreadable-type", "missing-column")
    return types, schema.get("required", []), [one.message for one in made.findings if one.rule.name in rules]


@pytest.mark.parametrize(
    "cell",
    [
        "**low** *string*", "`low` *string*", "low *string*", "_low_ **string**", "`low` `string`", "**low** `string`",
        "`low` <br> string", "low<br/>*string*", "**low**<br>string", "low: string", "low (string)", "**low** (string)",
        "`low` <span>string</span>", "`low` string",
    ],
)  # fmt: skip
def test_a_type_stands_beside_the_name(cell: str, tmp_path: Path) -> None:
    types, required, findings = read(tmp_path, cell)
    assert (types, required) == ({"low": "string"}, [])
    assert not [one for one in findings if "types" in one or "neither" in one]


@pytest.mark.parametrize(
    "cell",
    [
        "**low** *string* <br> `required`", "`low`<br/>**required**<br>string", "`low` (string, required)",
        "**low** *string, required*", "`low` string required", "low *string* **required**",
    ],
)  # fmt: skip
def test_so_does_the_need(cell: str, tmp_path: Path) -> None:
    types, required, findings = read(tmp_path, cell)
    assert (types, required, findings) == ({"low": "string"}, ["low"], [])


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("`low`, `high`", ["low", "high"]),
        ("`low` or `high`", ["low", "high"]),
        ("**low**, **high**", ["low", "high"]),
        ("`low` `high`", ["low", "high"]),
        ("__low__", ["low"]),
        ("**low** <sup>1</sup>", ["low"]),
        ("**low** new in v2", ["low"]),
    ],
)
def test_names_stay_names(cell: str, names: list[str], tmp_path: Path) -> None:
    assert list(read(tmp_path, cell)[0]) == names


def test_what_is_set_apart_and_not_read_is_told(tmp_path: Path) -> None:
    types, _, findings = read(tmp_path, "**low** *Zahl*")
    assert types == {"low": None}
    assert "`Zahl` beside the name of `low` is neither a type nor a need" in findings
