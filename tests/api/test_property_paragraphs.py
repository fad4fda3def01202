"""Paragraphs that name a property and say type and need, with the paragraphs below them."""

from pathlib import Path

import pytest

from tests.api.small import body, make, operation, shape

PAGE = "---\ntitle: /a/b\nop: true\n---\n## `POST /a/b`\nDoes.\n\n### Parameters\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "**amount** `integer` <span>Required</span>",
        "**amount** `integer`, required",
        "**amount** *integer* (required)",
        "**`amount`** integer, required",
        "`amount` integer, required",
        "`amount` (required, integer)",
        "**amount** (integer, required)",
    ],
)
def test_a_paragraph_that_names_a_property(line: str, tmp_path: Path) -> None:
    page = f"{PAGE}{line}\n\nHow much, in cents.\n\n**note** `string`\n\nOne.\n\nAnd more.\n\n### Notes\n\nText.\n"
    found = body(make(tmp_path, page), "POST /a/b")
    assert shape(found) == {"amount!": "integer", "note": "string"}
    assert found["properties"]["amount"]["description"] == "How much, in cents."
    assert found["properties"]["note"]["description"] == "One. And more."


@pytest.mark.parametrize("line", ["**Note** that this is slow.", "`a` is required where `b` is set.", "**amount**"])
def test_other_paragraphs_are_text(line: str, tmp_path: Path) -> None:
    made = make(tmp_path, f"{PAGE}{line}\n\nMore.\n")
    assert operation(made, "POST /a/b")["x-unknown"] == "request"


def test_a_single_paragraph_without_a_text_below_it_names_a_property(tmp_path: Path) -> None:
    found = body(make(tmp_path, f"{PAGE}**amount** integer, required\n"), "POST /a/b")
    assert shape(found) == {"amount!": "integer"}


def test_a_heading_above_such_a_paragraph_stays(tmp_path: Path) -> None:
    page = f"{PAGE}**amount** integer, required\n\n### Response\n\n**paid** integer, required\n"
    made = make(tmp_path, page)
    assert shape(body(made, "POST /a/b")) == {"amount!": "integer"}
    assert "paid" in str(operation(made, "POST /a/b")["responses"])


def test_a_word_above_them_says_the_need_of_all(tmp_path: Path) -> None:
    found = body(make(tmp_path, f"{PAGE}Required:\n\n**amount** integer\n\n**note** string\n"), "POST /a/b")
    assert shape(found) == {"amount!": "integer", "note!": "string"}
