"""What writers of the same site did on other pages and in other years: other titles, titles in bold, none at all."""

from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.accounting.account import account
from jekyll_openapi.api.dialect import TRADOVATE
from jekyll_openapi.pipeline import Made, make_spec
from jekyll_openapi.spec.base import Base
from tests.api.small import HEAD, answer, body, make, operation, parameters, rules, shape, table

OP = "---\ntitle: /a/b\nop: true\n---\n\n## `POST /a/b`\nDoes it.\n\n"
DONE = "---\ntitle: Done\npermalink: /entity-system/index/Done\n---\n\n## Done\n\n### Definition\n" + table(
    "ok! boolean"
)
LINK = "[Done](/entity-system/index/Done)"


def built(folder: Path, more: str, **others: str) -> Made:
    pages = {"page.md": OP + more, "done.md": DONE} | {f"{name}.md": text for name, text in others.items()}
    made = make(folder, pages)
    assert account(made.site, made.stated, made.findings, TRADOVATE).unexplained == ()
    return made


@pytest.mark.parametrize(
    "title",
    [
        "### Request Object", "### Payload", "### Fields", "### Properties", "### Body", "### Request (JSON)",
        "**Request**", "**Parameters:**", "### Object", "The body holds:", "It takes these properties:",
    ],
)  # fmt: skip
def test_a_section_that_lists_what_is_sent_is_the_request(title: str, tmp_path: Path) -> None:
    made = built(tmp_path, f"{title}\n{table('x! string', 'y')}### Response\n{LINK}\n")
    assert shape(body(made, "POST /a/b")) == {"x!": "string", "y": "string"}
    assert shape(answer(made, "POST /a/b")) == {"ok!": "boolean"}


@pytest.mark.parametrize(
    "title",
    [
        "### Response Object", "### Returns", "### Result", "### Output", "**Response**", "**Returns:**",
        "### Response (200)", "The response holds:", "It returns these properties:",
    ],
)  # fmt: skip
def test_a_section_that_lists_what_comes_back_is_the_response(title: str, tmp_path: Path) -> None:
    made = built(tmp_path, f"### Request\n{table('x!')}{title}\n{table('y! boolean')}")
    assert shape(body(made, "POST /a/b")) == {"x!": "string"}
    assert shape(answer(made, "POST /a/b")) == {"y!": "boolean"}


def test_fields_beside_a_request_are_a_finding(tmp_path: Path) -> None:
    made = built(tmp_path, f"### Request\n{table('x!')}### Fields\n{table('y')}")
    assert shape(body(made, "POST /a/b")) == {"x!": "string"}
    assert "unread-text" in rules(made)


def test_error_answers_are_no_response(tmp_path: Path) -> None:
    made = built(tmp_path, f"### Request\n{table('x!')}### Response (401)\n{table('reason')}")
    assert "reason" not in str(made.spec["components"])


@pytest.mark.parametrize("title", ["Definition", "Properties", "Object", "Object Definition", "Fields", "Schema"])
@pytest.mark.parametrize("level", ["###", "####"])
def test_a_page_where_schemas_are_kept_defines_one(title: str, level: str, tmp_path: Path) -> None:
    made = built(tmp_path, "", thing=thing(f"{level} {title}\n{table('id! string', 'x')}"))
    assert shape(made.spec["components"]["schemas"]["Thing"]) == {"id!": "string", "x": "string"}


def thing(text: str, url: str = "/entity-system/index/Thing") -> str:
    return f"---\ntitle: Thing\npermalink: {url}\n---\n\n## `Thing`\nA thing.\n\n{text}"


def test_a_table_below_the_name_of_a_schema_defines_it(tmp_path: Path) -> None:
    made = built(tmp_path, "", thing=thing(table("x")))
    assert shape(made.spec["components"]["schemas"]["Thing"]) == {"x": "string"}


def test_a_guide_defines_nothing(tmp_path: Path) -> None:
    made = built(tmp_path, "", thing=thing("### Properties\n" + table("x"), "/guide/thing"))
    assert "Thing" not in made.spec["components"].get("schemas", {})
    assert "unread-text" in rules(made)


def test_a_table_below_the_operation_is_its_request_unless_an_answer_is_spoken_of(tmp_path: Path) -> None:
    made = built(tmp_path, table("x!"))
    assert shape(body(made, "POST /a/b")) == {"x!": "string"}
    made = built(tmp_path, "Each call answers with the time.\n" + table("time! string"))
    assert "time" not in shape(body(made, "POST /a/b"))


def test_parameters_below_a_get_go_to_the_query(tmp_path: Path) -> None:
    text = OP.replace("POST", "GET") + "| Parameter | Type |\n|--|--|\n| `id` | int |\n"
    assert parameters(make(tmp_path, text), "GET /a/b") == ["query id"]


def test_a_heading_that_a_type_names_defines_that_type(tmp_path: Path) -> None:
    text = (
        f"### Request\n{table('legs! Array<Leg>', 'first Leg')}#### Leg\n{table('id! int', 'x')}### Response\n{LINK}\n"
    )
    made = built(tmp_path, text)
    found = body(made, "POST /a/b")
    assert found["properties"]["legs"]["items"] == {"$ref": "#/components/schemas/Leg"}
    assert found["properties"]["first"]["allOf"] == [{"$ref": "#/components/schemas/Leg"}]
    assert shape(made.spec["components"]["schemas"]["Leg"]) == {"id!": "integer", "x": "string"}
    assert shape(answer(made, "POST /a/b")) == {"ok!": "boolean"}
    # It has an id, and is no entity of the service all the same.
    assert set(made.spec["paths"]) == {"/a/b"}


def test_a_heading_of_the_same_level_that_a_type_names_ends_before_the_response(tmp_path: Path) -> None:
    made = built(tmp_path, f"### Request\n{table('legs Array<Leg>')}### Leg\n{table('x')}### Response\n{LINK}\n")
    assert shape(made.spec["components"]["schemas"]["Leg"]) == {"x": "string"}
    assert shape(answer(made, "POST /a/b")) == {"ok!": "boolean"}


def test_a_definition_has_types_of_its_own(tmp_path: Path) -> None:
    made = built(tmp_path, "", thing=thing(f"### Definition\n{table('legs Array<Leg>')}#### Leg\n{table('x')}"))
    assert made.spec["components"]["schemas"]["Thing"]["properties"]["legs"]["items"]["$ref"].endswith("/Leg")
    assert list(made.spec["components"]["schemas"]["Thing"]["properties"]) == ["legs"]


@pytest.mark.parametrize(
    ("text", "many"),
    [
        (LINK, False),
        (f"See {LINK}.", False),
        (f"Returns a {LINK} object.", False),
        (f"{LINK}[]", True),
        (f"Array<{LINK}>", True),
        (f"An array of {LINK}s.", True),
        (f"All {LINK}s of the account.", True),
        (f"The {LINK} entities of the account.", True),
        ("See [Gone](/entity-system/index/Gone).", False),
    ],
)
def test_a_sentence_says_what_comes_back(text: str, many: bool, tmp_path: Path) -> None:
    made = built(tmp_path, f"### Request\n{table('x')}### Response\n{text}\n")
    schema = operation(made, "POST /a/b")["responses"]["200"]["content"]["application/json"]["schema"]
    assert (schema.get("type") == "array") == many
    assert {"Gone", "Done"} & {(schema.get("items") or schema)["$ref"].rsplit("/", 1)[-1]}


def test_running_text_says_what_comes_back(tmp_path: Path) -> None:
    made = built(tmp_path, f"It is quick. The operation returns a {LINK}. Mind {LINK}.\n\n### Request\n{table('x')}")
    found = operation(made, "POST /a/b")["responses"]["200"]
    assert found["description"] == "The operation returns a Done."
    assert shape(answer(made, "POST /a/b")) == {"ok!": "boolean"}


@pytest.mark.parametrize(
    "text", [LINK, f"The body is a {LINK} entity.", f"Takes a {LINK}.", f"The same properties as {LINK}."]
)
def test_a_sentence_says_what_is_sent(text: str, tmp_path: Path) -> None:
    made = built(tmp_path, f"### Request\n{text}\n")
    content = operation(made, "POST /a/b")["requestBody"]["content"]["application/json"]
    assert content["schema"] == {"$ref": "#/components/schemas/Done"}
    assert "x-unknown" not in operation(made, "POST /a/b")


def test_a_whole_body_beats_the_script_which_may_show_a_part_of_it(tmp_path: Path) -> None:
    script = "<script>\n  defineTryit({ endpoint: '/a/b', params: {\n    ok: true,\n    ghost: 1 } });\n</script>\n\n"
    made = built(tmp_path, f"{script}### Request\nA {LINK}.\n")
    assert shape(body(made, "POST /a/b")) == {"ok!": "boolean"}
    assert "`ghost` is in the try-it script and `Done` does not have it" in {one.message for one in made.findings}


def test_a_link_beside_a_request_is_no_body(tmp_path: Path) -> None:
    made = built(tmp_path, f"### Request\nMind the limits of each {LINK}.\n")
    assert operation(made, "POST /a/b")["x-unknown"] == "request"


@pytest.mark.parametrize(
    ("remark", "required"),
    [("**Required.** The name.", True), ("Optional. The name.", False), ("The name.", False)],
)
def test_a_remark_says_the_need_where_no_tag_does(remark: str, required: bool, tmp_path: Path) -> None:
    made = built(tmp_path, f"### Request\n\n{HEAD}| `x` | | string | {remark}\n")
    found = body(made, "POST /a/b")
    assert (found.get("required", []) == ["x"]) == required
    assert ("unknown-label" in rules(made)) == (remark == "The name.")


def test_tags_say_the_need_of_list_items(tmp_path: Path) -> None:
    items = "- `x` `required`{: .label .label-red } string: the one\n"
    items += "- `y` (number, `int32`) `none`{: .label } - the other\n"
    found = body(built(tmp_path, f"### Request\n\n{items}"), "POST /a/b")
    assert shape(found) == {"x!": "string", "y": "integer"}
    assert found["properties"]["x"]["description"] == "the one"
    assert found["properties"]["y"]["description"] == "the other"


@pytest.mark.parametrize(
    ("cell", "wanted", "is_found"),
    [
        ("string [2] chars", {"type": "string", "minLength": 2, "maxLength": 2}, False),
        ("string `HH:mm`", {"type": "string"}, True),
        ("number of lots", {"type": "number"}, True),
        ("Array<Nowhere>", {"type": "array", "items": {}}, True),
        ("`Nowhere[]`", {"type": "array", "items": {}}, True),
        ("Nowhere", {}, True),
    ],
)
def test_of_a_type_the_beginning_counts_where_the_rest_cannot_be_read(
    cell: str, wanted: dict[str, object], is_found: bool, tmp_path: Path
) -> None:
    made = built(tmp_path, f"### Request\n\n{HEAD}| `x` | `none` | {cell} |\n")
    found = body(made, "POST /a/b")["properties"]["x"]
    assert {key: value for key, value in found.items() if not key.startswith(("x-", "desc"))} == wanted
    assert ("unreadable-type" in rules(made)) == is_found


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("completeAlert", "post"), ("markRead", "post"), ("takeAlert", "post"), ("placeorder", "post"),
        ("address", "get"), ("settings", "get"), ("openOrders", "get"), ("me", "get"),
    ],
)  # fmt: skip
def test_a_verb_in_the_name_says_that_something_changes(name: str, method: str, tmp_path: Path) -> None:
    made = make(tmp_path, f"---\ntitle: /a/{name}\nop: true\n---\n\n## `/a/{name}`\nDoes it.\n")
    assert list(made.spec["paths"][f"/a/{name}"]) == [method]


def test_the_summary_is_of_the_operation_and_not_of_a_note_above_it(tmp_path: Path) -> None:
    text = OP.replace("---\n\n##", "---\n\n> A note on all pages.\n\n##")
    assert operation(make(tmp_path, text), "POST /a/b")["summary"] == "Does it"


def test_nothing_below_a_heading_is_nothing(tmp_path: Path) -> None:
    made = built(tmp_path, f"#### Related\nNone\n\n### Request\n{table('x')}")
    assert "unread-text" not in rules(made)


def test_a_try_it_call_knows_the_constants_above_it(tmp_path: Path) -> None:
    script = """<script>
    const shared = { y: 1 };
    const params = { x: 'a', ...{ z: true } };
    let method = 'DELETE';
    const call = { endpoint: '/a/b', method: 'PUT', params: { w: 1 } };
    %s
</script>\n\n"""
    for said, wanted in (
        ("defineTryit(call);", {"w": "number"}),
        ("defineTryit({ endpoint: '/a/b', method: 'PUT', params });", {"x": "string", "z": "boolean"}),
        ("defineTryit({ endpoint: '/a/b', method: 'PUT', params: { ...shared } });", {"y": "number"}),
    ):
        text = "---\ntitle: /a/b\nop: true\n---\n\n" + script % said + "## `/a/b`\nDoes it.\n"
        assert shape(body(make(tmp_path, text), "PUT /a/b")) == wanted
    said = "defineTryit({ endpoint: '/a/b', method, params });"
    made = make(tmp_path, "---\ntitle: /a/b\nop: true\n---\n\n" + script % said + "## `/a/b`\nDoes it.\n")
    assert "unreadable-tryit" in rules(made)


def test_tables_of_a_socket_request_nest_below_the_field_that_titles_them(tmp_path: Path) -> None:
    request = "---\ntitle: md/getChart\npermalink: /wss-guide/chart\n---\n\n## `md/getChart`\nOver a WebSocket.\n\n"
    text = (
        f"### Fields\n{table('symbol!', 'range! object')}#### `range`\n{table('from! int')}### Response\n{table('id')}"
    )
    one: Any = make(tmp_path, {"wss-guide/page.md": request + text}).api.sockets.requests[0]
    assert [each.name for each in one.body.properties] == ["symbol", "range"]
    assert [each.name for each in one.body.properties[1].schema.properties] == ["from"]
    assert [each.name for each in one.answer.properties] == ["id"]


ROWS = """### Request

<table>
<thead><tr><th>Property</th><th>Tags</th><th>Type</th></tr></thead>
<tr>
  <td><code>x</code></td>
  <td><span class="label">required</span></td>
  <td>string</td>
</tr>
</table>
"""


def test_a_row_of_html_is_accounted_for_as_a_whole(tmp_path: Path) -> None:
    made = built(tmp_path, ROWS)
    assert shape(body(made, "POST /a/b")) == {"x!": "string"}
    spec = make_spec(tmp_path, Base()).stated
    spec["components"]["schemas"]["B"]["properties"].clear()
    lost = account(made.site, spec, made.findings, TRADOVATE).unexplained
    assert [line.location.line for line in lost] == [14, 15, 16]
