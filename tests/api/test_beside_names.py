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


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("**low** new in v2", "new in v2"),
        ("`low` beta", "beta"),
        ("`low` (beta)", "beta"),
        ("`low` at most 5", "at most 5"),
        ("**low** <br> since 2.1", "since 2.1"),
    ],
)
def test_so_are_words_that_nothing_sets_apart(cell: str, words: str, tmp_path: Path) -> None:
    types, _, findings = read(tmp_path, cell)
    assert list(types) == ["low"]
    assert f"`{words}` beside the name of `low` is neither a type nor a need" in findings


@pytest.mark.parametrize(
    "cell", ["`low` <sup>1</sup>", "`low`&nbsp;", "`low` &mdash;", "`low` (string)", "`low` *", "`low` ?"]
)
def test_a_mark_beside_a_name_is_no_word(cell: str, tmp_path: Path) -> None:
    assert not [one for one in read(tmp_path, cell)[2] if "neither" in one]


@pytest.mark.parametrize(
    ("item", "odd"),
    [
        ("`low` (optional, Zahl): how many", "Zahl"),
        ("**low** (optional, positive) - how many", "positive"),
        ("`low` (optional, integer): how many", ""),
        ("`low` (optional, in seconds): how many", ""),
        ("`low` (optional): how many", ""),
        ("`low` (optional, default 3): how many", ""),
    ],
)
def test_a_word_among_the_marks_of_an_item_is_told(item: str, odd: str, tmp_path: Path) -> None:
    text = f"---\ntitle: /box/make\nop: true\n---\n\n## `POST /box/make`\nDoes it.\n\n### Request\n\n- {item}\n"
    found = [one.message for one in make(tmp_path, text).findings if one.rule.name == "unreadable-type"]
    assert found == [f"`{odd}` beside the name of `low` is neither a type nor a need"] * bool(odd)


@pytest.mark.parametrize(
    "cell", ['`low` (`"a"` `"b"`)', '`low` (string enum, `"a"`, `"b"`)', '`low` (`"a"`, `"b"`, required)']
)
def test_values_stand_in_brackets_beside_the_name(cell: str, tmp_path: Path) -> None:
    table = f"| Attribute | Description |\n|---|---|\n| {cell} | x |\n"
    text = f"---\ntitle: /box/make\nop: true\n---\n\n### Request\n\n{table}"
    schemas = make(tmp_path, text).spec["components"]["schemas"]
    assert list(schemas["Make"]["properties"]) == ["low"]
    assert schemas["Low"]["enum"] == ["a", "b"]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("`low` (`high`)", ["low"]),
        ("`low`, `high` (new)", ["low", "high"]),
        ("`low` (or `high`) and `mid`", ["low", "mid"]),
    ],
)
def test_another_word_in_brackets_is_no_name(cell: str, names: list[str], tmp_path: Path) -> None:
    assert list(read(tmp_path, cell)[0]) == names
