"""The statuses that pages state: of the success, and of what else an operation answers."""

from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.accounting.account import account
from jekyll_openapi.api.dialect import TRADOVATE
from tests.api.small import answer, body, make, operation, rules, shape, table

_TABLE = "| Status | Text |\n|---|---|\n"
TOOL = f"---\ntitle: Tool\npermalink: /tool\n---\n### Definition\n{table('id! integer')}"


def responses(folder: Path, text: str) -> dict[str, Any]:
    made = make(
        folder, {"calls.md": f"---\ntitle: Calls\n---\n\n## POST /a/b\n\nDoes it.\n\n{text}\n", "tool.md": TOOL}
    )
    assert account(made.site, made.stated, made.findings, TRADOVATE).unexplained == ()
    return dict(operation(made, "POST /a/b")["responses"])


def schema(response: Any) -> str:
    """The name of its schema; `open` if nothing is known, empty without content."""
    if "content" not in response:
        return ""
    found = response["content"]["application/json"]["schema"]
    return str(found.get("$ref", "open")).rsplit("/", 1)[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("### Response\n\n`204 No Content`", {"204": ""}),
        ("### Response\n\n200\n: a [Tool](/tool)\n\n404\n: no such tool", {"200": "Tool", "404": ""}),
        ("### Response\n\n`200`\n: a [Tool](/tool)\n\n`5xx`\n: our fault", {"200": "Tool", "5XX": ""}),
        (
            "### Responses\n\n* **200 OK** \u2013 [Tool](/tool)\n* 4xx: yours\n* 5XX - ours",
            {"200": "Tool", "4XX": "", "5XX": ""},
        ),
        ("### Errors\n\n| Code | Meaning |\n|---|---|\n| 4xx | yours |\n", {"200": "open", "4XX": ""}),
        ("### Response\n\nReturns 204 (no content).", {"204": ""}),
        ("### Response\n\nThe operation answers with status 204.", {"204": ""}),
        ("### Response 204", {"204": ""}),
        ("### 204 No Content\n\nIt is gone.", {"204": ""}),
        ("This operation returns `204`.", {"204": ""}),
        ("It responds with an HTTP status code 202.", {"202": "open"}),
        ("It returns 201 rows.", {"200": "open"}),
        ("Does more. Answers `204`.", {"204": ""}),
        ("Returns `409` if the name is taken.", {"200": "open", "409": ""}),
        ("The server answers with 404 Not Found when there is none.", {"200": "open", "404": ""}),
        ("Returns 500 rows if asked.", {"200": "open"}),
        (
            "### Response\n" + table("id! integer") + "\n### Notes\n\n- `201` made\n- `409` taken",
            {"201": "BResponse", "409": ""},
        ),
        ("### Success 200\n" + table("id! integer"), {"200": "BResponse"}),
        ("### Response\n\nReturns 201 and the [Tool](/tool).", {"201": "Tool"}),
        ("### Response\n\nStatus: 201 Created\n\n" + table("id! integer"), {"201": "BResponse"}),
        ("### Response: 201\n" + table("id! integer"), {"201": "BResponse"}),
        ("### 200 OK\n" + table("id! integer"), {"200": "BResponse"}),
        ("### Status 202\n" + table("id! integer"), {"202": "BResponse"}),
        ('### Response\n\n```\nHTTP/1.1 201 Created\n\n{"id": 1}\n```', {"201": "BResponse"}),
        (
            "### Responses\n\n| Code | Says | Is |\n|---|---|---|\n| 201 | Made. | [Tool](/tool) |\n| 404 | None. | |",
            {"201": "Tool", "404": ""},
        ),
        (
            "### Response\n\nThe [Tool](/tool).\n\n### Errors\n\n" + _TABLE + "| 404 Not Found | None. |",
            {"200": "Tool", "404": ""},
        ),
        (
            "### Status codes\n\n| Code | Text |\n|---|---|\n| `204` | Gone. |\n| `404` | None. |",
            {"204": "", "404": ""},
        ),
        (
            "### Responses\n\n* `200`: The [Tool](/tool).\n* **404**: None.\n* 409 Conflict - Two.",
            {"200": "Tool", "404": "", "409": ""},
        ),
        ("### Responses\n\n" + _TABLE + "| 200 | Done. |\n| 202 | Later. |", {"200": "open", "202": "open"}),
    ],
)  # fmt: skip
def test_a_page_states_statuses(tmp_path: Path, text: str, expected: dict[str, str]) -> None:
    found = responses(tmp_path, text)
    assert {code: schema(one) for code, one in found.items()} == expected
    assert all(one["x-source"].startswith("calls.md:") for code, one in found.items() if code != "200")


def test_a_status_is_described_by_its_row(tmp_path: Path) -> None:
    text = "### Response\n\nThe [Tool](/tool).\n\n### Errors\n\n" + _TABLE + "| 404 | No `tool`. |\n| 410 | |"
    found = responses(tmp_path, text)
    assert found["404"] == {"description": "No `tool`.", "x-source": "calls.md:17"}
    assert found["410"] == {"description": "410", "x-source": "calls.md:18"}


def test_a_table_of_numbers_is_no_table_of_statuses(tmp_path: Path) -> None:
    text = "### Limits\n\n| Calls | A |\n|---|---|\n| 200 | minute |\n| 500 | hour |"
    assert list(responses(tmp_path, text)) == ["200"]


@pytest.mark.parametrize(
    "lead", ["It answers:", "Returns:", "Returns an object with:", "This call responds with the tool:"]
)
def test_a_sentence_announces_the_answer_below_a_table_of_fields(tmp_path: Path, lead: str) -> None:
    found = responses(tmp_path, f"### Fields\n{table('weight! number')}\n{lead}\n{table('id! integer')}")
    assert schema(found["200"]) == "BResponse"


@pytest.mark.parametrize("lead", ["It returns an error if:", "Result when it is late:"])
def test_what_is_said_of_an_answer_is_no_request(tmp_path: Path, lead: str) -> None:
    text = f"### Request\n{table('weight! number')}\n{lead}\n{table('id! integer')}"
    made = make(tmp_path, f"---\ntitle: Calls\n---\n\n## POST /a/b\n\nDoes it.\n\n{text}\n")
    assert list(body(made, "POST /a/b")["properties"]) == ["weight"]
    assert "unread-text" in rules(made)


@pytest.mark.parametrize(
    "text",
    [
        "Status: 204",
        "**Status code:** `204 No Content`",
        "HTTP/1.1 204 No Content",
        "204",
        "- **Status**: 204",
        "* HTTP status: `204`",
    ],
)
def test_a_status_alone_is_no_description(tmp_path: Path, text: str) -> None:
    found = responses(tmp_path, f"### Response\n\n{text}")
    assert found == {"204": {"description": "An answer without a body.", "x-source": "calls.md:11"}}


def test_a_status_above_a_table_is_no_description(tmp_path: Path) -> None:
    found = responses(tmp_path, f"### Response\n\nStatus: `201 Created`\n{table('id! integer')}")
    assert found["201"]["description"] == "What the operation answers."
    assert schema(found["201"]) == "BResponse"


TITLED_FAILURES = [
    "### 404 Not Found\n\nNo such order.\n\n", "### Response\n\n#### 404 Not Found\n\nNo such order.\n\n",
    "### Error 404\n\nNo such order.\n\n", "### Response (404)\n\nNo such order.\n\n",
    "### `404`: gone\n\nNo such order.\n\n", "### HTTP 404\n\n#### Why\n\nNo such order.\n\n",
    "### Response\n\n**200 OK**\n\nThe [Tool](/tool).\n\n**404 Not Found**\n\nNo such order.\n\n",
    "### Response\n\nThe [Tool](/tool).\n\n404: No such order.\n\n",
    "### Response\n\n404 Not Found: No such order.\n\nThe [Tool](/tool).\n\n",
    "### Response\n\nThe [Tool](/tool).\n\n`404` - No such order.\n\n```json\n{\"error\": 1}\n```\n\n",
]  # fmt: skip


@pytest.mark.parametrize("text", TITLED_FAILURES)
def test_a_title_or_a_line_tells_of_a_failure(tmp_path: Path, text: str) -> None:
    found = responses(tmp_path, text)
    assert list(found) == ["200", "404"]
    assert found["404"]["description"].startswith("No such order.")
    assert "No such" not in found["200"]["description"]
    assert schema(found["200"]) == ("Tool" if "tool" in text else "open")


@pytest.mark.parametrize("title", ["500 orders at most", "Limit of 404", "The 300 rows"])
def test_a_number_in_a_title_is_no_status(tmp_path: Path, title: str) -> None:
    assert list(responses(tmp_path, f"### {title}\n\nA limit.")) == ["200"]


def test_what_is_said_of_failures_below_a_response_is_no_part_of_it(tmp_path: Path) -> None:
    text = "### Response\n\nThe [Tool](/tool).\n\n#### Errors\n\nIt fails if the market is closed.\n"
    made = make(tmp_path, {"calls.md": f"---\ntitle: Calls\n---\n## POST /a/b\n\nDoes it.\n\n{text}", "tool.md": TOOL})
    found = operation(made, "POST /a/b")
    assert found["responses"]["200"]["description"] == "The Tool."
    assert found["description"].endswith("**Errors**\n\nIt fails if the market is closed.")


def test_an_example_of_a_failure_is_none_of_the_answer(tmp_path: Path) -> None:
    failure = '```\nHTTP/1.1 404 Not Found\n\n{"error": 1}\n```'
    found = responses(tmp_path, f'### Response\n\n{failure}\n\n```\nHTTP/1.1 201 Created\n\n{{"id": 1}}\n```')
    assert found["404"]["description"] == "Not Found"
    assert schema(found["201"]) == "BResponse"


def test_a_status_said_twice_has_both_texts(tmp_path: Path) -> None:
    found = responses(tmp_path, "### Errors\n\n- 400: No price.\n- 400: No lots.\n\n### 400 Bad Request\n\nNo price.")
    assert found["400"]["description"] == "No price.\n\nNo lots."


@pytest.mark.parametrize(
    ("text", "is_list"),
    [
        ("Returns a list of:\n", True), ("### Response\n\nReturns an array of objects:\n", True),
        ("### Response\n\nThe response is an array.\n", True), ("### Response\n\nArray of tools\n", True),
        ("### Response\n\nThe tools.\n\nEach item has:\n", True), ("### Response\n\nThe list of tools.\n", True),
        ("### Response\n\nAn object with a list of tools:\n", False), ("### Response\n\nReturns the tool:\n", False),
    ],
)  # fmt: skip
def test_a_sentence_says_that_the_table_is_of_each_item(tmp_path: Path, text: str, is_list: bool) -> None:
    found = responses(tmp_path, f"{text}{table('id! integer')}")
    found = found["200"]["content"]["application/json"]["schema"]
    assert found.get("items" if is_list else "$ref") is not None


@pytest.mark.parametrize("sentence", ["Returns a list of:", "Returns an array of:", "It returns:", "Response:"])
@pytest.mark.parametrize("above", ["### Definition\n\n", "### Definition\n\nOf a tool.\n\n", "## Tool\n\n"])
def test_a_sentence_about_an_answer_leaves_a_definition_its_table(tmp_path: Path, above: str, sentence: str) -> None:
    tool = f"---\ntitle: Tool\npermalink: /entity-system/index/tool\n---\n{above}{sentence}\n\n{table('id! integer')}"
    calls = "---\ntitle: Calls\n---\n## GET /a/b\n\n### Response\n\nThe [Tool](/entity-system/index/tool).\n"
    made = make(tmp_path, {"calls.md": calls, "tool.md": tool})
    assert shape(made.spec["components"]["schemas"]["Tool"]) == {"id!": "integer"}


@pytest.mark.parametrize("sentence", ["Returns a list of:", "It returns:", "The response holds:"])
def test_a_request_does_not_begin_with_an_answer(tmp_path: Path, sentence: str) -> None:
    text = f"### Request\n\n{sentence}\n\n{table('secret! string')}### Response\n\nThe [Tool](/tool).\n"
    calls = f"---\ntitle: Calls\n---\n## POST /a/b\n\nDoes.\n\n{text}"
    made = make(tmp_path, {"calls.md": calls, "tool.md": TOOL})
    assert schema(operation(made, "POST /a/b")["responses"]["200"]) == "Tool"
    assert "unread-text" in rules(made)


@pytest.mark.parametrize(
    "above",
    [
        table("name! string"),
        "Nothing.\n\n",
        "### Response\n\n",
        f"### Definition\n\nThe request takes:\n\n{table('name! string')}",
    ],
)
def test_an_answer_behind_the_request_is_read(tmp_path: Path, above: str) -> None:
    text = f"### Request\n\n{above}\nReturns:\n\n{table('id! integer')}"
    assert schema(responses(tmp_path, text)["200"]) == "BResponse"


def test_a_list_with_its_count_is_an_object(tmp_path: Path) -> None:
    found = responses(
        tmp_path, f"### Response\n\nReturns a list of tools:\n{table('items! Array<string>', 'total! int')}"
    )
    assert schema(found["200"]) == "BResponse"


@pytest.mark.parametrize("title", ["Fields", "Field list", "Properties"])
def test_fields_between_parameters_and_a_response_are_the_body(tmp_path: Path, title: str) -> None:
    text = f"### Query parameters\n{table('dry boolean')}\n### {title}\n{table('weight! number')}\n"
    made = make(
        tmp_path, f"---\ntitle: Calls\n---\n## POST /a/b\n\nDoes.\n\n{text}### Response\n{table('id! integer')}"
    )
    assert list(body(made, "POST /a/b")["properties"]) == ["weight"]
    assert schema(operation(made, "POST /a/b")["responses"]["200"]) == "BResponse"


@pytest.mark.parametrize(
    "text",
    ["204 if there are none.", "Answers 204 if there are none.", "Returns `204 No Content` when nothing was found."],
)
@pytest.mark.parametrize("above", ["", "### Response\n\n"])
def test_an_empty_answer_in_a_case_is_one_beside_the_success(text: str, above: str, tmp_path: Path) -> None:
    rows = f"### Response\n{table('`id` integer')}" if not above else table("`id` integer")
    made = make(tmp_path, f"---\ntitle: Tools\n---\n## `GET /tools`\n\n{above}{text}\n\n{rows}")
    found = operation(made, "GET /tools")["responses"]
    assert "content" not in found["204"]
    assert shape(answer(made, "GET /tools")) == {"id": "integer"}
