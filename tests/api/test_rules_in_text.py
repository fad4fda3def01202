"""Rules between rows that stand in the text beside their table are enforced like those in remarks."""

from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.pipeline import Made
from tests.api.small import HEAD, make, operation

ROWS = f"""{HEAD}| `kind` | `required`{{: .label }} | string enum, `"a"` `"b"` |
| `size` | `none`{{: .label }} | integer |
| `mail` | `none`{{: .label }} | string |
| `phone` | `none`{{: .label }} | string |
"""
EITHER = "Either `mail` or `phone` must be given."


def read(folder: Path, method: str = "POST", intro: str = "", above: str = "", below: str = "", more: str = "") -> Made:
    return make(
        folder,
        f"---\ntitle: /box/make\nop: true\n---\n\n## `{method} /box/make`\nDoes it. {intro}\n\n### Request\n\n"
        f"{above}\n\n{ROWS}\n{below}\n\n{more}",
    )


def rules(made: Made) -> list[Any]:
    ref = operation(made, "POST /box/make")["requestBody"]["content"]["application/json"]["schema"]["$ref"]
    schema = made.spec["components"]["schemas"][ref.rsplit("/", 1)[1]]
    return [one["title"] for one in schema.get("allOf", [])]


def unread(made: Made) -> list[tuple[int, str]]:
    return [(one.location.line, one.message) for one in made.findings if one.rule.name == "unreadable-rule"]


@pytest.mark.parametrize("place", ["intro", "above", "below"])
@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (EITHER, "phone is required when mail is left out"),
        ("If `kind` is `\"a\"`, `size` is required.", "size is required when kind is a"),
        ("`size` is required for `a` boxes.", "size is required when kind is a"),
        ("`mail` must not be sent together with `phone`.", "mail must be left out when phone is given"),
    ],
)  # fmt: skip
def test_a_sentence_is_a_rule_wherever_it_stands(place: str, text: str, rule: str, tmp_path: Path) -> None:
    made = read(tmp_path, **{place: text})
    assert rules(made) == [rule]
    assert unread(made) == []


@pytest.mark.parametrize("text", [f"- {EITHER}", f"> {EITHER}", f"**Note:** {EITHER}", f"Look. {EITHER} Bye."])
def test_a_rule_can_stand_in_an_item_a_quote_and_between_sentences(text: str, tmp_path: Path) -> None:
    assert rules(read(tmp_path, below=text)) == ["phone is required when mail is left out"]


def test_a_rule_names_its_own_line(tmp_path: Path) -> None:
    made = read(tmp_path, below=EITHER)
    schema = made.spec["components"]["schemas"]["Make"]
    line = (tmp_path / "page.md").read_text(encoding="utf-8").splitlines().index(EITHER) + 1
    assert schema["allOf"][0]["x-source"] == f"page.md:{line}"


def test_a_rule_that_cannot_be_read_is_found_at_its_line(tmp_path: Path) -> None:
    made = read(tmp_path, below="Any `mail` must go with a `phone` that is known.")
    line = (tmp_path / "page.md").read_text(encoding="utf-8").splitlines().index(ROWS.splitlines()[-1]) + 3
    assert [one for one, _ in unread(made)] == [line]


def test_a_rule_between_parameters_is_found(tmp_path: Path) -> None:
    made = read(tmp_path, method="GET", below=EITHER)
    assert ["no rules between parameters" in message for _, message in unread(made)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "`kind` and `size` are required.",
        "`mail` and `phone` are both looked up.",
        "Do not mix up `mail` and `phone`.",
        "`kind` must be `a` or `b`.",
        "The answer holds the `id`, which must be kept for `/box/get`.",
    ],
)
def test_what_is_no_rule_between_rows_is_none(text: str, tmp_path: Path) -> None:
    made = read(tmp_path, below=text)
    assert (rules(made), unread(made)) == ([], [])


def test_text_about_the_answer_rules_no_request(tmp_path: Path) -> None:
    made = read(tmp_path, more=f"### Response\n\n{EITHER}\n\n{HEAD}| `id` | `required`{{: .label }} | integer |\n")
    assert rules(made) == []
