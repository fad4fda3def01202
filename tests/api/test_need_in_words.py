"""Remarks such as "Required." or "(optional)" set whether a property is required."""

from pathlib import Path

import pytest

from jekyll_openapi.api.dialect import TRADOVATE
from jekyll_openapi.api.labels import read_need
from tests.api.markup import spans
from tests.api.small import make, rules


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        ("Required. The name.", True),
        ("The name. *Required*", True),
        ("(required) The name", True),
        ("(required, string) The name", True),
        ("[required] The name", True),
        ("The name [required]", True),
        ("The name **(required)**.", True),
        ("**Required.** The name", True),
        ("Required: the name", True),
        ("Required - the name", True),
        ("REQUIRED The name", True),
        ("<em>(required)</em> The name", True),
        ("[*optional*] The name", False),
        ("*Optional* The name", False),
        ("The name (optional)", False),
        ("Not required. The name", False),
        ("Mandatory, three letters", True),
        ("Free text, mandatory", True),
        ("Free text, required, up to 40 characters", True),
        ("The name. String, required.", True),
        ("Free text, optional", False),
        ("Free text, optional, up to 40 characters", False),
        # What is required of something else, or at times, is no need of the row.
        ("The name of a [required] thing", None),
        ("Required if `x` is set", None),
        ("Outside of the US, required.", None),
        ("In demo, required.", None),
        ("Required: only if `x` is set", None),
        ("Whether it is required", None),
        ("Optional things to send", None),
        ("Required, if `x` is set", None),
        ("Required, but only of companies", None),
        ("If `x` is set, required", None),
        ("For limit orders, mandatory", None),
        ("One of several, required or optional", None),
    ],
)
def test_the_need_in_a_remark(remark: str, expected: bool | None) -> None:
    assert read_need(spans(remark), TRADOVATE) is expected


PAGE = "---\ntitle: Tool\n---\n\n## Tool\n\n### Definition\n\n"
TAGGED = "| Property | Tags | Type | Remarks |\n|---|---|---|---|\n"
COLUMN = "| Property | Required | Type | Remarks |\n|---|---|---|---|\n"
YES, NO = "`required`{: .label .label-red }", "`none`{: .label }"


def need(folder: Path, text: str) -> tuple[bool, bool]:
    """(whether `a` is required, whether a finding says that its row contradicts itself)."""
    made = make(folder, PAGE + text)
    schema = made.spec["components"]["schemas"]["Tool"]
    assert "a" in schema["properties"]
    return "a" in schema.get("required", ()), "conflicting-labels" in rules(made)


@pytest.mark.parametrize(
    "text",
    [
        f"{TAGGED}| `a` | {YES} | string | (optional) One. |", f"{TAGGED}| `a` | {YES} | string | One (optional) |",
        f"{TAGGED}| `a` | {NO} | string | Required. One. |", f"{TAGGED}| `a` | {YES} | string, optional | One. |",
        f"{TAGGED}| `a` | {NO} | string, required | One. |", f"{TAGGED}| `a?` | {YES} | string | One. |",
        f"{TAGGED}| `a` (optional) | {YES} | string | One. |", f"{COLUMN}| `a` | yes | string | Optional. One. |",
        f"{COLUMN}| `a` | no | string | (required) One. |",
        f"- `a` {YES} (string, optional): One.\n- `b` {NO} (string)",
        "- `a` (string, required): One (optional)\n- `b` (string)", f"#### `a` {YES}\n\n(string, optional) One.",
    ],
)  # fmt: skip
def test_a_row_that_says_both_is_found_and_taken_for_required(text: str, tmp_path: Path) -> None:
    assert need(tmp_path, text) == (True, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{COLUMN}| `a` |  | string | Required. One. |", True),
        (f"{COLUMN}| `a`<br>*required* |  | string | One. |", True),
        (f"{TAGGED}| `a` | {YES} | string | Required. One. |", True),
        (f"{TAGGED}| `a` | {NO} | string | (optional) One. |", False),
        (f"{TAGGED}| `a` | `required`{{: .label .label-yellow }} | string | (optional) One. |", False),
        (f"{COLUMN}| `a` | if `b` is set | string | Optional. One. |", False),
        (f"{TAGGED}| `a` |  | string | Required. One. |", True),
    ],
)  # fmt: skip
def test_a_row_that_says_one_thing_is_no_contradiction(text: str, expected: bool, tmp_path: Path) -> None:
    assert need(tmp_path, text) == (expected, False)
