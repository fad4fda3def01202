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
        ("All but `x` are required.", "unknown"),
        ("All parameters are not required.", "unknown"),
        ("All are required for live accounts.", "unknown"),
        ("All parameters are optional, but at least one of them has to be given.", "unknown"),
        ("Required parameters are marked with a star.", "unknown"),
        ("Optional ones are in italics, the others are not.", "unknown"),
    ],
)
def test_a_sentence_about_all_rows(tmp_path: Path, text: str, expected: str) -> None:
    assert _need(tmp_path, "Query parameters", text) == expected
