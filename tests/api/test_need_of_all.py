"""A sentence above a table, or its title, can make all rows required or optional."""

from pathlib import Path

import pytest

from tests.api.small import make, parameters

ROWS = "| Name | Type | Description |\n|--|--|--|\n| `x` | string | One. |\n"


def _need(folder: Path, title: str, text: str) -> str:
    made = make(folder, f"---\ntitle: /a/b\nop: true\n---\n## `GET /a/b`\nDoes.\n\n### {title}\n\n{text}\n\n{ROWS}")
    (found,) = made.spec["paths"]["/a/b"]["get"]["parameters"]
    return "unknown" if "x-unknown" in found else parameters(made, "GET /a/b")[0].removeprefix("query x") or "optional"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All query parameters are optional.", "optional"),
        ("All of these are required.", "!"),
        ("Each of them is mandatory.", "!"),
        ("The call takes the following; all are required.", "!"),
        ("All fields are required unless stated otherwise.", "!"),
        ("All parameters are optional, if not marked otherwise.", "optional"),
        ("**Required:**", "!"),
        ("Optional query parameters:", "optional"),
        # What is said of some, under a condition or with an exception is not said of all.
        ("Not all parameters are required.", "unknown"),
        ("Nearly all of them are optional.", "unknown"),
        ("All but `x` are required.", "optional"),
        ("All parameters are not required.", "unknown"),
        ("All are required for live accounts.", "unknown"),
        ("All parameters are optional, but at least one of them has to be given.", "unknown"),
        ("Required parameters are marked with a star.", "unknown"),
        ("Optional ones are in italics, the others are not.", "unknown"),
    ],
)
def test_a_sentence_about_all_rows(tmp_path: Path, text: str, expected: str) -> None:
    assert _need(tmp_path, "Query parameters", text) == expected


THREE = "| Name | Type |\n|--|--|\n| `x` | string |\n| `y` | string |\n| `z` | string |\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("`x` and `y` are required; `z` is optional.", "x! y! z"),
        ("Required: `x`, `y`.", "x! y! z?"), ("Optional parameters: `y` and `z`.", "x? y z"),
        ("Only `x` is required.", "x! y z"), ("The parameters `x`, `y`, and `z` are all required.", "x! y! z!"),
        ("All parameters are required except `z`.", "x! y! z"), ("All but `x` are optional.", "x! y z"),
        ("Everything, apart from `x` and `y`, is optional.", "x! y! z"),
        ("The call needs three. `x` is required and `y` is optional.", "x! y z?"),
        ("- `x` is required\n- `y` is mandatory", "x! y! z?"),
        # Under a condition, or of something else.
        ("`x` is required if `y` is set.", "x? y? z?"), ("`x` is required for live accounts.", "x? y? z?"),
        ("Whether `x` is required depends.", "x? y? z?"), ("The `x` header is required.", "x? y? z?"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("is_above", [True, False])
def test_a_sentence_about_named_rows(tmp_path: Path, text: str, expected: str, is_above: bool) -> None:
    beside = f"{text}\n\n{THREE}" if is_above else f"{THREE}\n{text}\n"
    made = make(tmp_path, f"---\ntitle: /a/b\n---\n## `GET /a/b`\nDoes.\n\n### Query parameters\n\n{beside}")
    found = made.spec["paths"]["/a/b"]["get"]["parameters"]
    marks = {one["name"]: "!" if one.get("required") else "?" if "x-unknown" in one else "" for one in found}
    assert " ".join(name + mark for name, mark in marks.items()) == expected


def test_a_sentence_against_a_row_is_a_contradiction(tmp_path: Path) -> None:
    rows = "| Name | Required | Type |\n|--|--|--|\n| `x` | no | string |\n"
    made = make(tmp_path, f"---\ntitle: /a/b\n---\n## `GET /a/b`\nDoes.\n\n### Query\n\n{rows}\n`x` is required.\n")
    assert parameters(made, "GET /a/b") == ["query x!"]
    assert "conflicting-labels" in {one.rule.name for one in made.findings}
