"""Pages that say that an operation takes nothing, returns nothing, or only that it needs a token."""

from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.accounting.account import account
from jekyll_openapi.api.dialect import TRADOVATE
from jekyll_openapi.pipeline import Made
from tests.api.small import HEAD, make, operation, rules

PAGE = "---\ntitle: /a/b\nop: true\n---\n\n## `POST /a/b`\n"


def page(folder: Path, text: str) -> Made:
    made = make(folder, f"{PAGE}{text}\n")
    assert account(made.site, made.stated, made.findings, TRADOVATE).unexplained == ()
    return made


def emitted(made: Made) -> Any:
    return operation(made, "POST /a/b")


@pytest.mark.parametrize(
    "text",
    ["None.", "*none*", "Nothing", "No body.", "An empty body.", "Returns nothing.", "`204 No Content`", "No content."],
)
def test_a_response_section_says_that_nothing_comes_back(text: str, tmp_path: Path) -> None:
    made = page(tmp_path, f"Does it.\n\n### Response\n\n{text}")
    answer = emitted(made)["responses"]["204" if "204" in text else "200"]
    assert answer.pop("description") == ("An answer without a body." if "204" in text else text)
    assert answer == {"x-source": "page.md:11"}
    assert not any(one.rule.name == "missing-response" for one in made.findings)


@pytest.mark.parametrize("row", ["| `<none>` |", "| None | | |"])
def test_a_row_says_that_nothing_comes_back(row: str, tmp_path: Path) -> None:
    made = page(tmp_path, f"Does it.\n\n### Response\n\n{HEAD}{row}")
    assert set(emitted(made)["responses"]["200"]) == {"description", "x-source"}
    assert not any(one.rule.name == "missing-response" for one in made.findings)


def test_a_sentence_says_that_nothing_comes_back(tmp_path: Path) -> None:
    made = page(tmp_path, "Does it. This operation returns nothing.")
    assert "content" not in emitted(made)["responses"]["200"]


@pytest.mark.parametrize(
    "text", ["None of the fields is set.", "It returns nothing if it is late.", "Empty on Sundays."]
)
def test_other_words_do_not_say_that_nothing_comes_back(text: str, tmp_path: Path) -> None:
    made = page(tmp_path, f"Does it.\n\n### Response\n\n{text}")
    assert "content" in emitted(made)["responses"]["200"]


@pytest.mark.parametrize("row", ["| None | | |", "| *none* | `none`{: .label } | |", "| n/a | - | - | -", "| `none` |"])
def test_a_row_says_that_nothing_is_taken(row: str, tmp_path: Path) -> None:
    made = page(tmp_path, f"Does it.\n\n### Request\n\n{HEAD}{row}")
    assert not {"requestBody", "parameters", "x-unknown"} & set(emitted(made))
    assert rules(made) == set()


def test_a_row_with_a_type_is_a_property_of_that_name(tmp_path: Path) -> None:
    made = page(tmp_path, f"Does it.\n\n### Request\n\n{HEAD}| `none` | `none`{{: .label }} | boolean |")
    assert "requestBody" in emitted(made)


def test_a_request_that_is_none_is_not_part_of_the_description(tmp_path: Path) -> None:
    assert emitted(page(tmp_path, "Does it.\n\n### Request\n\nNone."))["description"] == "Does it."


@pytest.mark.parametrize(
    "text",
    [
        "Requires authorization.",
        "A token is required.",
        "**Needs a token.**",
        "Authentication: required",
        "Authentication required.",
    ],
)
def test_a_statement_of_security_is_no_summary(text: str, tmp_path: Path) -> None:
    made = page(tmp_path, f"{text}\n\nCloses the book.")
    assert emitted(made)["summary"] == "Closes the book"
    assert not any(one.rule.name == "unstated-security" for one in made.findings)


@pytest.mark.parametrize(
    "text", ["No token is needed.", "Public endpoint.", "Auth: none.", "Authentication: not required."]
)
def test_a_statement_that_it_is_open_is_no_summary(text: str, tmp_path: Path) -> None:
    made = page(tmp_path, f"{text} Closes the book.")
    assert (emitted(made)["summary"], emitted(made)["security"]) == ("Closes the book", [])


def test_a_sentence_that_says_more_than_security_is_a_summary(tmp_path: Path) -> None:
    made = page(tmp_path, "Requires a token and closes the book.")
    assert emitted(made)["summary"] == "Requires a token and closes the book"
