"""The operations that headings, titles and their queries state."""

from pathlib import Path

import pytest

from tests.api.small import body, make, operations, parameters, rules, shape, table

_REQUEST = f"\n\nDoes it.\n\n### Request\n{table('name!')}"


@pytest.mark.parametrize("place", ["heading", "title"])
@pytest.mark.parametrize(
    "written",
    [
        "/tools (PUT)", "`/tools` (PUT)", "`/tools` PUT", "`/tools` - PUT", "`/tools`: PUT", "`/tools` [PUT]",
        "/tools - PUT", "/tools: PUT", "/tools, PUT", "/tools PUT", "/tools | PUT", "/tools (put)", "/tools(PUT)",
        "Put /tools", "put `/tools`", "PUT: /tools", "PUT - /tools", "**PUT** /tools", "PUT&nbsp;/tools",
        "1. PUT /tools",
        "1.2 `/tools` (PUT)", "Change a tool (PUT /tools)", "Change a tool: `/tools` (PUT)", "PUT /tools HTTP/1.1",
        "HTTP PUT /tools", "PUT request to /tools", "PUT to `/tools`", "/tools (PUT) \u2013 changes a tool",
        "`/tools` (PUT): changes a tool", "Endpoint: /tools (PUT)", "PUT `/tools` endpoint", "PUT /tools (deprecated)",
        "~~PUT /tools~~", "PUT /tools {#anchor}",
    ],
)  # fmt: skip
def test_a_heading_or_title_states_method_and_path(tmp_path: Path, written: str, place: str) -> None:
    title = '"' + written.replace('"', "'") + '"' if place == "title" else "More"
    made = make(tmp_path, f"---\ntitle: {title}\n---\n" + (f"## {written}" if place == "heading" else "") + _REQUEST)
    assert operations(made) == ["PUT /tools"]
    assert shape(body(made, "PUT /tools")) == {"name!": "string"}
    assert rules(made) <= {"changed-name"}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("PUT or PATCH /tools", ["PATCH /tools", "PUT /tools"]),
        ("/tools - PUT or PATCH", ["PATCH /tools", "PUT /tools"]),
        ("PUT/PATCH /tools", ["PATCH /tools", "PUT /tools"]),
        ("PUT, PATCH `/tools`", ["PATCH /tools", "PUT /tools"]),
        ("PUT | PATCH /tools", ["PATCH /tools", "PUT /tools"]),
        ("PUT /tools and PATCH /wares", ["PUT /tools", "PATCH /wares"]),
        ("`PUT /tools`, `PATCH /wares`", ["PUT /tools", "PATCH /wares"]),
        ("Why PUT /tools is slow", []),
        ("Get started", []),
        ("Put it into /tools first", []),
        ("Options of /tools", []),
        ("[`/tools`](/tools) and others", []),
    ],
)
def test_a_heading_can_state_several_operations_or_none(tmp_path: Path, written: str, expected: list[str]) -> None:
    made = make(tmp_path, f"---\ntitle: More\n---\n## {written}{_REQUEST}")
    assert sorted(operations(made)) == sorted(expected)
    assert expected or "unread-text" in rules(made)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("GET /tools?since={date}", ["query since"]),
        ("GET /tools?since=<start date>&all", ["query since", "query all"]),
        ("GET `/tools?since={date}[&until={d}]`", ["query since", "query until"]),
        ("`GET /tools{?limit,offset*}`", ["query limit", "query offset"]),
        ("GET /tools?ids[]=1&n=2#top", ["query ids[]", "query n"]),
        ("`/tools?n=1` (GET)", ["query n"]),
        ("GET /tools?", []),
    ],
)
def test_the_query_of_a_stated_path_is_read(tmp_path: Path, written: str, expected: list[str]) -> None:
    made = make(tmp_path, f"---\ntitle: More\n---\n## {written}\n\nLists tools.\n")
    assert [one for one in parameters(made, "GET /tools") if one != "query query"] == expected
    assert bool(expected) == ("undescribed-parameter" in rules(made))


def test_a_row_describes_a_parameter_in_the_query_of_the_path(tmp_path: Path) -> None:
    heading = "## POST /tools?dry={flag}\n\nAdds.\n\n### Request\n"
    made = make(tmp_path, f"---\ntitle: More\n---\n{heading}{table('dry! boolean', 'name!')}")
    assert parameters(made, "POST /tools") == ["query dry!"]
    assert shape(body(made, "POST /tools")) == {"name!": "string"}
    assert "undescribed-parameter" not in rules(made)


def test_a_page_that_states_the_method_and_the_query_completes_one_that_does_not(tmp_path: Path) -> None:
    one = f"---\ntitle: /tools\n---\n### Request\n{table('name!')}"
    made = make(tmp_path, {"a.md": one, "b.md": "---\ntitle: Guide\n---\n## GET /tools?since={date}\n\nLists.\n"})
    assert operations(made) == ["GET /tools"]
    assert parameters(made, "GET /tools") == ["query name!", "query since"]
    since = made.spec["paths"]["/tools"]["get"]["parameters"][1]
    assert since["x-source"] == "b.md:4"


def test_a_page_whose_operation_has_a_body_is_another_one_than_a_get(tmp_path: Path) -> None:
    one = f"---\ntitle: /tools\n---\n### Request Body\n{table('name!')}"
    made = make(tmp_path, {"a.md": one, "b.md": "---\ntitle: Guide\n---\n## GET /tools?since={date}\n\nLists.\n"})
    assert sorted(operations(made)) == ["GET /tools", "POST /tools"]


def test_a_request_that_stands_alone_in_code_is_an_operation_or_found(tmp_path: Path) -> None:
    put = "## PUT /tools/{id}\n\n```\nPUT /tools/:id\n```\n\n"
    patch = "## Change\n\n```\nPATCH /tools/{id}\n```\n\n```\nnot PATCH\n```\n"
    made = make(tmp_path, f"---\ntitle: More\n---\n{put}{patch}")
    assert operations(made) == ["PUT /tools/{id}"]
    assert [str(one.location) for one in made.findings if one.rule.name == "unread-text"] == ["page.md:13"]


@pytest.mark.parametrize(
    "text",
    [
        "Endpoint: `PATCH /tools/{id}`",
        "`/tools/{id}` (PATCH)",
        "<kbd>PATCH</kbd> `/tools/{id}`",
        "- `PATCH /tools/{id}` changes it",
        "| Method | URL |\n|---|---|\n| PATCH | /tools/{id} |",
        "- **URL:** `/wares`\n- **Method:** `PATCH`",
        "URL: /wares",
        "~~~\nPATCH /tools/{id}\n~~~",
    ],
)
def test_a_request_that_is_no_operation_is_found(tmp_path: Path, text: str) -> None:
    put = "## PUT /tools/{id}\n\nDoes it.\n\nURL: /tools/{id}\n\n- `PUT /tools/{id}` again\n\n"
    made = make(tmp_path, f"---\ntitle: More\n---\n{put}## Change\n\n{text}\n")
    assert operations(made) == ["PUT /tools/{id}"]
    found = [one.location.line for one in made.findings if "no operation" in one.message]
    assert len(found) == 1
    assert found[0] > 10


@pytest.mark.parametrize(
    "lines",
    [
        "URL: /a/{id}\nMethod: DELETE\n", "URL: /a/{id}\n\nMethod: DELETE\n", "Method: DELETE\n\nURL: /a/{id}\n",
        "**URL**: `/a/{id}`  \n**Method**: `DELETE`\n", "- **Method**: DELETE\n- **URL**: `/a/{id}`\n",
        "URL: /a/{id}<br>Method: DELETE\n", "Endpoint: DELETE /a/{id}\n",
    ],
)  # fmt: skip
def test_a_labelled_path_with_another_method_is_another_request(lines: str, tmp_path: Path) -> None:
    made = make(
        tmp_path, f"---\ntitle: Orders\n---\n## `GET /a/{{id}}`\n\nGets one.\n\n## Drop\n\n{lines}\nDrops one.\n"
    )
    told = [one.message for one in made.findings if "is no operation" in one.message]
    assert told == ["the request `DELETE /a/{id}` is no operation of the description"]


def test_a_labelled_path_of_the_same_method_is_no_other_request(tmp_path: Path) -> None:
    text = "## `GET /a/{id}`\n\nGets one.\n\nURL: /a/{id}\nMethod: GET\n"
    made = make(tmp_path, f"---\ntitle: Orders\n---\n{text}")
    assert not [one for one in made.findings if "is no operation" in one.message]


@pytest.mark.parametrize("place", ["heading", "title"])
@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("`/tools/a` or `/tools/b`", ["GET /tools/a", "GET /tools/b"]),
        ("/tools/a, /tools/b", ["GET /tools/a", "GET /tools/b"]),
        ("`/tools/a` | `/tools/b`", ["GET /tools/a", "GET /tools/b"]),
        ("/tools/a & /tools/b", ["GET /tools/a", "GET /tools/b"]),
        ("Tools (`/tools/a`, `/tools/b`)", ["GET /tools/a", "GET /tools/b"]),
        ("Tools: `/tools/a`, `/tools/b` and `/tools/c`", ["GET /tools/a", "GET /tools/b", "GET /tools/c"]),
        ("POST /tools/a, /tools/b", ["POST /tools/a", "POST /tools/b"]),
        ("GET /tools/a, GET /tools/b", ["GET /tools/a", "GET /tools/b"]),
        ("Buy / Sell", []),
        ("From /tools/a to /tools/b", []),
        ("/tools/a, and what else there is", []),
    ],
)
def test_a_heading_or_title_states_several_paths(tmp_path: Path, written: str, expected: list[str], place: str) -> None:
    title = f'"{written}"' if place == "title" else "More"
    made = make(tmp_path, f"---\ntitle: {title}\n---\n" + (f"## {written}" if place == "heading" else "") + "\n\nDoes.")
    assert sorted(operations(made)) == expected


@pytest.mark.parametrize(
    "line", ["POST /tools/a, PUT /tools/b", "`POST /tools/a` or `PUT /tools/b`", "**POST /tools/a**\n**PUT /tools/b**"]
)
def test_a_line_states_several_requests(tmp_path: Path, line: str) -> None:
    made = make(tmp_path, f"---\ntitle: More\n---\n## Tools\n\n{line}\n\nDoes.")
    assert sorted(operations(made)) == ["POST /tools/a", "PUT /tools/b"]


@pytest.mark.parametrize(
    ("heading", "is_other"),
    [
        ("## The call `/tools/other` and more", True),
        ("### What `/tools/other` takes", True),
        ("## Old", False),
        ("## More on `/tools/a` itself", False),
        ("## Why not `/tools/other`?\n\nBecause.\n\n## More", False),
    ],
)
def test_rows_below_a_title_with_another_path_are_not_given_to_an_operation(
    tmp_path: Path, heading: str, is_other: bool
) -> None:
    made = make(
        tmp_path,
        f"---\ntitle: Tools\n---\n## `/tools/a` (POST)\n\nDoes.\n\n{heading}\n\n#### Request\n{table('name!')}",
    )
    assert operations(made) == ["POST /tools/a"]
    assert ("unread-text" in rules(made)) is is_other
    assert (shape(body(made, "POST /tools/a")) == {"name!": "string"}) is not is_other


@pytest.mark.parametrize(
    "heading",
    [
        "Drop it with PUT /desk/drop", "How `PUT /desk/drop` differs", "Instead of PUT /desk/drop, ask",
        "**Drop** with `PUT` /desk/drop!", "Drop through PUT /desk/drop?now=true as well",
    ],
)  # fmt: skip
@pytest.mark.parametrize("below", ["", "\n\nDrops.", "\n\n### Notes\n\nDrops."])
def test_a_request_in_a_title_of_words_is_a_finding_and_its_text_no_part_of_the_operation_above(
    heading: str, below: str, tmp_path: Path
) -> None:
    made = make(tmp_path, f"## POST /desk/take\n\nTakes.\n\n## {heading}{below}\n")
    assert operations(made) == ["POST /desk/take"]
    assert [one.location.line for one in made.findings if "is no operation of" in one.message] == [5]
    assert "Drop" not in made.text


def test_a_title_of_words_that_names_an_operation_of_the_description_is_no_finding(tmp_path: Path) -> None:
    made = make(tmp_path, "## POST /desk/take\n\nTakes.\n\n## When to use POST /desk/take\n\nOften.\n")
    assert not [one for one in made.findings if "is no operation" in one.message]
    assert "Often." in made.text


def test_the_text_below_an_address_is_no_part_of_the_operation_above(tmp_path: Path) -> None:
    made = make(tmp_path, "## POST /desk/take\n\nTakes.\n\n## PUT https://a.example/desk/drop\n\nDrops.\n")
    found = next(one for one in made.findings if one.rule.name == "unreadable-path")
    assert (found.location.line, found.hint) == (
        5,
        "list `https://a.example` in `path_prefixes` if it is this API's server",
    )
    assert "Drops" not in made.text
