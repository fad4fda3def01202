"""The marks of a list item stand in brackets or emphasis of any kind."""

from pathlib import Path

import pytest

from tests.api.small import make


@pytest.mark.parametrize(
    "item",
    [
        "`low` (string, required) - what",
        "`low` _(string, required)_ - what",
        "`low` _(string, **required**)_ - what",
        "`low` **(_string_, required)**: what",
        "`low` [string, required] - what",
        "`low` {string, required} what",
        "`low` <string, required> what",
        "`low` \u2014 *string*, **required** \u2014 what",
    ],
)
def test_type_and_need(item: str, tmp_path: Path) -> None:
    text = f"---\ntitle: /box/make\nop: true\n---\n\n## `POST /box/make`\nDoes it.\n\n### Request\n\n- {item}\n"
    made = make(tmp_path, f"{text}- `high` (string, optional): x\n")
    schema = made.spec["components"]["schemas"]["Make"]
    low = schema["properties"]["low"]
    assert (low["type"], schema["required"], low["description"]) == ("string", ["low"], "what")


@pytest.mark.parametrize(
    "item", ["`low` (string, one of: `a`, `b`) - what", "`low` _(string, optional, one of: `a`, `b`)_ - what"]
)
def test_values(item: str, tmp_path: Path) -> None:
    text = f"---\ntitle: /box/make\nop: true\n---\n\n## `POST /box/make`\nDoes it.\n\n### Request\n\n- {item}\n"
    made = make(tmp_path, f"{text}- `high` (string, optional): x\n")
    assert made.spec["components"]["schemas"]["Low"]["enum"] == ["a", "b"]


@pytest.mark.parametrize(
    ("row", "need"),
    [
        ("- `low` `required`{: .label .label-yellow } integer", "practice"),
        ("`low`\n: `required`{: .label .label-yellow } integer\n: What.\n", "practice"),
        ("- `low` `required`{: .label .label-red } integer", "required"),
        ("- `low` `none`{: .label } integer", "optional"),
        ("- `low` `label`{: .label } integer", "unknown"),
    ],
)
def test_tags_of_an_item_mean_what_they_mean_in_a_table(row: str, need: str, tmp_path: Path) -> None:
    text = f"---\ntitle: /box/make\nop: true\n---\n\n## `POST /box/make`\nDoes it.\n\n### Request\n\n{row}\n"
    schema = make(tmp_path, text).spec["components"]["schemas"]["Make"]
    low = schema["properties"]["low"]
    known = {"required": schema.get("required") == ["low"], "practice": "x-required-in-practice" in low}
    known |= {
        "unknown": low.get("x-unknown") == "required",
        "optional": not any(known.values()) and "x-unknown" not in low,
    }
    assert low["type"] == "integer"
    assert [one for one, holds in known.items() if holds] == [need]
