"""Pages that combine what writers do: each is read right, or a finding names the line."""

from pathlib import Path
from typing import Any

import pytest

from tests.api.small import answer, body, make, operation, parameters, rules, shape, table

TOOL = "---\ntitle: Tool\npermalink: /tool\n---\n\n## Tool\n\n### Definition\n"


def tool(folder: Path, text: str) -> Any:
    return make(folder, TOOL + text).spec["components"]["schemas"]["Tool"]


@pytest.mark.parametrize(
    "cell", ["**id**", "*id*", "*id:*", "__id__:", "**id:**", "_id_", "`id`:", '"id"', "`id`{: #id }", "id"]
)
def test_a_name_in_any_emphasis(tmp_path: Path, cell: str) -> None:
    found = tool(tmp_path, f"\n| Property | Tags | Type |\n|---|---|---|\n| {cell} | none | int |\n")
    assert shape(found) == {"id": "integer"}


def test_a_star_behind_a_dot_stands_for_any_key(tmp_path: Path) -> None:
    text = (
        "\n| Property | Tags | Type |\n|---|---|---|\n| `meta.*` | none | string |\n| `legs[].qty` | required | int |\n"
    )
    assert shape(tool(tmp_path, text)) == {"meta": {"*": "string"}, "legs": [{"qty!": "integer"}]}


@pytest.mark.parametrize("number", ["3.1.1 ", "3. ", "1.2) ", "2.1. "])
def test_sections_can_have_numbers(tmp_path: Path, number: str) -> None:
    text = f"## {number}`POST /a/b`\nDoes.\n\n### {number}Request\n{table('id! int')}\n### {number}Response body\n"
    made = make(tmp_path, f"---\ntitle: Calls\n---\n{text}{table('ok! boolean')}")
    assert shape(body(made, "POST /a/b")) == {"id!": "integer"}
    assert shape(answer(made, "POST /a/b")) == {"ok!": "boolean"}


@pytest.mark.parametrize(
    ("text", "is_null"),
    [
        ("A [Tool](/tool), or `null` if there is none.", True),
        ("A [Tool](/tool) or null.", True),
        ("A [Tool](/tool).", False),
    ],
)
def test_an_answer_can_be_null(tmp_path: Path, text: str, is_null: bool) -> None:
    call = f"---\ntitle: Calls\n---\n## `GET /a/b`\nDoes.\n\nNo parameters.\n\n### Response\n{text}\n"
    made = make(tmp_path, {"a.md": call, "tool.md": TOOL + table("id! int")})
    found = operation(made, "GET /a/b")["responses"]["200"]["content"]["application/json"]["schema"]
    assert ({"type": "null"} in found.get("anyOf", [])) is is_null


@pytest.mark.parametrize("tail", ["without its `id`", "except for the `id`", "(only the `name`)", "minus `id`"])
def test_a_part_of_an_entity_is_not_the_entity(tmp_path: Path, tail: str) -> None:
    call = f"---\ntitle: Calls\n---\n## `POST /a/b`\nDoes.\n\n### Request\nA [Tool](/tool) {tail}.\n"
    made = make(tmp_path, {"a.md": call, "tool.md": TOOL + table("id! int")})
    assert operation(made, "POST /a/b")["x-unknown"] == "request"
    assert "missing-request" in rules(made)


@pytest.mark.parametrize(
    "text",
    ["No parameters.", "It takes no parameters.", "This operation has no arguments.", "Sees all. Needs no input."],
)
def test_a_sentence_says_that_nothing_is_taken(tmp_path: Path, text: str) -> None:
    made = make(tmp_path, f"---\ntitle: Calls\n---\n## `GET /a/b`\nSees.\n\n{text}\n")
    assert "x-unknown" not in operation(made, "GET /a/b")
    assert parameters(made, "GET /a/b") == []


@pytest.mark.parametrize("code", ['```json\n{"type": "object"}\n```', "```ts\ninterface Tool {\n  id: number;\n}\n```"])
def test_a_definition_in_code_is_found(tmp_path: Path, code: str) -> None:
    made = make(tmp_path, f"{TOOL}\n{code}\n")
    assert [str(one.location) for one in made.findings if one.rule.name == "unread-text"] == ["page.md:11"]


@pytest.mark.parametrize(
    "text", ["", "An id.", "<dl><dt>id</dt><dd>number</dd></dl>", "<div><p>id</p></div>", "![all of it](tool.png)"]
)
def test_a_definition_without_rows_is_found(tmp_path: Path, text: str) -> None:
    made = make(tmp_path, f"{TOOL}\n{text}\n")
    told = [one.message for one in made.findings if one.rule.name == "unread-text"]
    assert told == ["the section `Definition` holds no rows that can be read, so it defines nothing"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("Request (market)", "Request (limit)"), ("Request body", "Request"), ("Request", "Request - limit")],
)
def test_what_one_of_several_requests_needs_is_no_need_of_all(tmp_path: Path, first: str, second: str) -> None:
    text = f"### {first}\n{table('id! int', 'lots! int')}\n### {second}\n{table('id! int', 'price! double')}"
    made = make(tmp_path, f"---\ntitle: Calls\n---\n## `POST /a/b`\nDoes.\n\n{text}")
    assert shape(body(made, "POST /a/b")) == {"id!": "integer", "lots": "integer", "price": "number"}
    assert "unreadable-rule" in rules(made)


def test_requests_that_share_nothing_are_one(tmp_path: Path) -> None:
    text = f"### Request\n{table('id! int')}\n### Parameters\n{table('price! double')}"
    made = make(tmp_path, f"---\ntitle: Calls\n---\n## `POST /a/b`\nDoes.\n\n{text}")
    assert shape(body(made, "POST /a/b")) == {"id!": "integer", "price!": "number"}


def test_a_list_in_a_definition_belongs_to_its_term(tmp_path: Path) -> None:
    text = "`id`\n: required, int\n\n`order`\n: object\n: An order with\n\n  - `price` (double, required): Its price.\n"
    made = make(tmp_path, f"---\ntitle: Calls\n---\n## `POST /a/b`\nDoes.\n\n### Request\n\n{text}\n`last`\n: string\n")
    assert shape(body(made, "POST /a/b")) == {"id!": "integer", "order": {"price!": "number"}, "last": "string"}


@pytest.mark.parametrize("lead", ["**Errors**", "**Errors:**", "It fails with:"])
def test_a_line_above_a_table_of_statuses_is_no_text_of_the_answer(tmp_path: Path, lead: str) -> None:
    rows = "| Code | Meaning |\n|---|---|\n| 404 | None. |"
    text = f"### Response\n\nThe tool.\n{table('id! int')}\n{lead}\n\n{rows}"
    made = make(tmp_path, f"---\ntitle: Calls\n---\n## `GET /a/b`\nSees.\n\n{text}\n")
    found = operation(made, "GET /a/b")["responses"]
    assert (found["200"]["description"], found["404"]["description"]) == ("The tool.", "None.")


@pytest.mark.parametrize(
    "remark",
    [
        "In dollars<br>Minimum: 0", "In dollars<br/>Minimum: 0", "In dollars<BR />Minimum: 0",
        "<p>In dollars</p><p>Minimum: 0</p>", "<p>In dollars<p>Minimum: 0", "In dollars<div>Minimum: 0</div>",
        "<ul><li>In dollars</li><li>Minimum: 0</li></ul>", "<div><p>In dollars</p></div>\n<p>Minimum: 0</p>",
        "<table><tr><td>In dollars</td><td>Minimum: 0</td></tr></table>", "<h4>In dollars</h4>Minimum: 0",
    ],
)  # fmt: skip
def test_what_stands_in_two_lines_of_a_cell_of_html_is_parted(tmp_path: Path, remark: str) -> None:
    cells = f"<tr><td><div>fee</div></td><td><p>number, double</p></td><td>{remark}</td></tr>"
    head = "<tr><th>Property</th><th>Type</th><th>Remarks</th></tr>"
    found = tool(tmp_path, f"\n<table>\n{head}\n{cells}\n</table>\n")["properties"]["fee"]
    assert "dollarsMin" not in found["description"]
    assert (found["minimum"], found["format"]) == (0, "double")
