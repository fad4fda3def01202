"""Everything on a page belongs to the heading above it, with several operations or schemas per page."""
# ruff: noqa: E501

from pathlib import Path

import pytest

from tests.api.small import answer, body, make, operation, operations, parameters, rules, shape, table

# --- several operations -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", ["##", "###", "#"])
def test_operations_of_one_page_have_each_their_own(tmp_path: Path, level: str) -> None:
    deeper = level + "#"
    made = make(
        tmp_path,
        f"---\ntitle: Payouts\n---\n# Payouts\nWhat is paid.\n\n"
        f"{level} `POST /payout/start`\nStarts.\n\n{deeper} Request\n{table('amount! number, `double`')}\n"
        f"{level} `PUT /payout/stop`\nStops.\n\n{deeper} Request\n{table('reason! string')}\n"
        f"{level} `GET /payout/one`\nShows.\n\n{deeper} Request\n{table('id! int', 'deep boolean')}\n",
    )
    assert operations(made) == ["GET /payout/one", "POST /payout/start", "PUT /payout/stop"]
    assert shape(body(made, "POST /payout/start")) == {"amount!": "number"}
    assert shape(body(made, "PUT /payout/stop")) == {"reason!": "string"}
    assert parameters(made, "GET /payout/one") == ["query id!", "query deep"]
    assert operation(made, "PUT /payout/stop")["summary"] == "Stops"


def test_sections_of_the_level_of_the_operation_are_its_own_up_to_the_next(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        f"---\ntitle: X\n---\n## `POST /a/one`\nOne.\n\n## Request\n{table('p! string')}\n## Limits\nOnce a day.\n\n"
        f"## `POST /a/two`\nTwo.\n\n## Request\n{table('q! string')}\n",
    )
    assert shape(body(made, "POST /a/one")) == {"p!": "string"}
    assert shape(body(made, "POST /a/two")) == {"q!": "string"}
    assert "Once a day." in operation(made, "POST /a/one")["description"]
    assert "Once a day." not in operation(made, "POST /a/two")["description"]


def test_each_of_several_scripts_belongs_to_its_operation(tmp_path: Path) -> None:
    script = "<script>\nwindow[TDV].defineTryit({{ endpoint: '{0}', method: '{1}', params: {{ {2}: 'x' }} }});\n</script>\n\n"
    made = make(
        tmp_path,
        "---\ntitle: X\n---\n"
        + script.format("/a/two", "PUT", "q")
        + "## `/a/one`\nOne.\n\n"
        + script.format("/a/one", "PATCH", "p")
        + "## `/a/two`\nTwo.\n",
    )
    assert operations(made) == ["PATCH /a/one", "PUT /a/two"]
    assert shape(body(made, "PATCH /a/one")) == {"p": "string"}
    assert shape(body(made, "PUT /a/two")) == {"q": "string"}


def test_an_operation_and_the_schema_of_its_answer_stand_on_one_page(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        f"---\ntitle: /box/open\n---\n## `/box/open`\nOpens.\n\n### Request\n{table('key! string')}\n"
        f"### Response\n[Opened](#opened)\n\n## Opened\nWhat came out.\n\n### Definition\n{table('size! int')}\n",
    )
    assert shape(body(made, "POST /box/open")) == {"key!": "string"}
    assert shape(made.spec["components"]["schemas"]["Opened"]) == {"size!": "integer"}
    assert shape(answer(made, "POST /box/open")) == {"size!": "integer"}
    assert "What came out" not in operation(made, "POST /box/open")["description"]


def test_text_and_lists_of_unknown_sections_are_in_the_description(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        "---\ntitle: /a/b\nop: true\n---\nBefore.\n\n## `POST /a/b`\nDoes it.\n\n### Errors\n- `Full`: no room\n\n"
        f"### Request\nWhole cents.\n{table('x! int')}\nAfter it.\n\n#### Hints\nSlowly.\n",
    )
    description = operation(made, "POST /a/b")["description"]
    for text in ("Before.", "Does it.", "**Errors**", "`Full`: no room", "Whole cents.", "After it.", "Slowly."):
        assert text in description


def test_a_summary_is_a_whole_sentence(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        "---\ntitle: X\n---\n## `POST /a/one`\nThis operation is used to:\n\n- count\n\nCounts, e.g. sheep. Twice.\n\n"
        "## `POST /a/countAll`\nTakes:\n\n- a\n",
    )
    assert operation(made, "POST /a/one")["summary"] == "Counts, e.g. sheep"
    assert operation(made, "POST /a/countAll")["summary"] == "Count all"


def test_an_operation_keeps_the_letter_case_of_its_page(tmp_path: Path) -> None:
    pages = {
        "op.md": "---\ntitle: /stock/getShelfLoad\n---\n## `/stock/getshelfload`\nShows.\n",
        "load.md": f"---\ntitle: ShelfLoad\n---\n### Definition\n{table('weight! int')}",
    }
    made = make(tmp_path, pages)
    found = operation(made, "GET /stock/getshelfload")
    assert found["operationId"] == "getShelfLoad"
    assert shape(answer(made, "GET /stock/getshelfload")) == {"weight!": "integer"}
    assert found["responses"]["200"]["x-inferred-from"] == [
        "the operation's name asks for `ShelfLoad`, which load.md:2 defines"
    ]


# --- second claims ----------------------------------------------------------------------------------------------------


def test_a_second_page_that_says_the_same_is_no_finding(tmp_path: Path) -> None:
    page = f"## `POST /a/set`\nSets.\n\n### Request\n{table('x! int')}"
    made = make(tmp_path, {"a.md": f"---\ntitle: A\n---\n{page}", "b.md": f"---\ntitle: B\n---\n{page}"})
    assert "duplicate-operation" not in rules(made)


def test_the_page_of_that_title_wins_over_a_longer_copy(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        {
            "copy.md": f"---\ntitle: Copy\n---\n## `POST /a/set`\nSets.\n\n### Request\n{table('x! int', 'y! int')}",
            "own.md": f"---\ntitle: /a/set\n---\n## `POST /a/set`\nSets.\n\n### Request\n{table('x! string')}",
        },
    )
    assert shape(body(made, "POST /a/set")) == {"x!": "string"}
    found = [one.location for one in made.findings if one.rule.name == "duplicate-operation"]
    assert [(place.file, place.line) for place in found] == [("copy.md", 4), ("copy.md", 9)]


def test_methods_of_one_path_are_operations_of_their_own(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        {
            "a.md": f"---\ntitle: A\n---\n## `PUT /shelf/{{id}}`\nSets.\n\n### Request\n{table('id! int', 'x! int')}",
            "b.md": f"---\ntitle: B\n---\n## `DELETE /shelf/:id`\nDrops.\n\n### Request\n{table('id! int', 'why string')}",
        },
    )
    assert operations(made) == ["DELETE /shelf/{id}", "PUT /shelf/{id}"]
    assert parameters(made, "DELETE /shelf/{id}") == ["path id!", "query why"]
    assert parameters(made, "PUT /shelf/{id}") == ["path id!"]
    assert shape(body(made, "PUT /shelf/{id}")) == {"x!": "integer"}
    assert rules(made) == set()


def test_templates_that_differ_in_a_name_alone_are_one_path_and_that_is_said(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        {
            "a.md": f"---\ntitle: A\n---\n## `PUT /shelf/{{id}}`\nSets.\n\n### Request\n{table('id! int', 'x! int')}",
            "b.md": f"---\ntitle: B\n---\n## `GET /shelf/{{shelf}}`\nShows.\n\n### Request\n{table('shelf! int')}",
        },
    )
    assert operations(made) == ["GET /shelf/{id}", "PUT /shelf/{id}"]
    assert parameters(made, "GET /shelf/{id}") == ["path id!"]
    (found,) = (one for one in made.findings if one.rule.name == "duplicate-operation")
    assert "one path to OpenAPI" in found.message


def test_a_row_that_another_takes_the_place_of_is_found(tmp_path: Path) -> None:
    rows = "| Property | Tags | Type | Methods |\n|--|--|--|--|\n| `x` | `none` | int | PUT |\n| `y` | `none` | int | POST |\n"
    made = make(
        tmp_path, f"---\ntitle: X\n---\n## `POST /a/b`\nDoes.\n\n### Request\n\n{rows}", applies_columns=["methods"]
    )
    assert shape(body(made, "POST /a/b")) == {"y": "integer"}
    (found,) = (one for one in made.findings if one.rule.name == "unread-text")
    assert found.location.line == 11


# --- several schemas --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("deeper", ["###", "##"])
def test_each_definition_belongs_to_the_heading_above_it(tmp_path: Path, deeper: str) -> None:
    made = make(
        tmp_path,
        f"---\ntitle: Boxes\n---\n## Bin\nSmall.\n\n{deeper} Definition\n{table('width! int')}\n"
        f"## Shelf\nLong.\n\n{deeper} Definition\n{table('bins! int')}\n## Rack\n\n{deeper} Definition\n{table('shelves! int')}\n",
    )
    schemas = made.spec["components"]["schemas"]
    assert {name: shape(one) for name, one in schemas.items()} == {
        "Bin": {"width!": "integer"},
        "Shelf": {"bins!": "integer"},
        "Rack": {"shelves!": "integer"},
    }
    assert schemas["Bin"]["description"] == "Small."


@pytest.mark.parametrize("broken", ["| Property | `a` |\n|---|---|\n| Tags | |\n| Type | int |\n", "Soon.\n", ""])
def test_a_definition_that_cannot_be_read_gives_its_name_to_no_other(tmp_path: Path, broken: str) -> None:
    text = f"## Tool\n\n### Definition\n\n{broken}\n## Parcel\n\n### Definition\n{table('id! int')}"
    made = make(tmp_path, f"---\ntitle: Tool\npermalink: /tool\n---\n{text}")
    assert shape(made.spec["components"]["schemas"]["Parcel"]) == {"id!": "integer"}
    assert "Tool" not in made.spec["components"]["schemas"]


def test_a_link_means_the_schema_under_its_anchor(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        {
            "boxes.md": f"---\ntitle: Boxes\npermalink: /boxes\n---\n## Bin\n\n### Definition\n{table('width! int')}\n"
            f"## Big Shelf\n\n### Definition\n{table('bins! int')}\n",
            "op.md": "---\ntitle: /a/b\nop: true\n---\n## `/a/b`\nDoes.\n\n### Response\n[Shelf](/boxes#big-shelf)\n",
        },
    )
    assert shape(answer(made, "GET /a/b")) == {"bins!": "integer"}


def test_a_second_definition_that_says_the_same_is_no_finding(tmp_path: Path) -> None:
    page = f"---\ntitle: Bin\n---\n### Definition\n{table('width! int')}"
    assert rules(make(tmp_path, {"a.md": page, "b.md": page})) == set()


# --- rows inside rows -------------------------------------------------------------------------------------------------

NESTED = [
    ("dots", table("to! object", "to.town! string", "to.street string"), {"to!": {"town!": "string", "street": "string"}}),
    ("arrows", table("to! object", "`↳ town`! string", "↳ street string"), {"to!": {"town!": "string", "street": "string"}}),
    ("deeper arrows", table("to object", "`↳ at` object", "`↳↳ lat`! int"), {"to": {"at": {"lat!": "integer"}}}),
    ("spaces", table("to object", "&nbsp;&nbsp;`town` string", "next int"), {"to": {"town": "string"}, "next": "integer"}),
    ("signs", table("to object", "> at object", ">> lat int", "> street string"), {"to": {"at": {"lat": "integer"}, "street": "string"}}),
    ("entities", table("to object", "&gt; at object", "&gt;&gt; lat int"), {"to": {"at": {"lat": "integer"}}}),
    ("arrows of signs", table("to object", "-> street string"), {"to": {"street": "string"}}),
    ("points", table("to object", ". at object", ".. lat int"), {"to": {"at": {"lat": "integer"}}}),
    ("no marks", table("__count int", "_links object"), {"__count": "integer", "_links": "object"}),
    ("items", table("lines! Array<object>", "lines[].sku! string"), {"lines!": [{"sku!": "string"}]}),
    ("items of a mark", table("lines[]! object", "`lines[].sku` string"), {"lines!": [{"sku": "string"}]}),
    ("unnamed parent", table("`to.town`! string"), {"to": {"town!": "string"}}),
    ("three deep", table("a object", "a.b object", "a.b.c! int"), {"a": {"b": {"c!": "integer"}}}),
    ("any key", table("sizes object", "`sizes.<name>` int"), {"sizes": {"*": "integer"}}),
    ("mixed", table("to object", "to.at object", "↳ town string"), {"to": {"at": "object", "town": "string"}}),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "wanted"), [case[1:] for case in NESTED], ids=[case[0] for case in NESTED])
def test_rows_inside_rows_are_nested(tmp_path: Path, rows: str, wanted: object) -> None:
    made = make(tmp_path, f"---\ntitle: Parcel\n---\n## Parcel\n\n### Definition\n{rows}")
    assert shape(made.spec["components"]["schemas"]["Parcel"]) == wanted


@pytest.mark.parametrize("inner", ["list[].x", "list.x", "list[].x.y"])
def test_rows_inside_an_array_say_what_it_holds(tmp_path: Path, inner: str) -> None:
    made = make(
        tmp_path,
        f"---\ntitle: X\n---\n## `POST /a/b`\nDoes it.\n\n### Request\n{table('list array', f'{inner} integer')}\n",
    )
    assert "unreadable-type" not in rules(made)
    listed = body(made, "POST /a/b")["properties"]["list"]
    assert (listed["type"], set(listed["items"]["properties"])) == ("array", {"x"})


OBJECTS = [
    "#### to\n",
    "#### `to`\n",
    "#### The `to` object\n",
    "#### To object\n",
    "The `to` object has the following fields.\n",
    "### To\n",
]


@pytest.mark.parametrize("heading", OBJECTS)
def test_a_table_for_an_object_that_a_row_names_is_its_properties(tmp_path: Path, heading: str) -> None:
    made = make(
        tmp_path,
        f"---\ntitle: X\n---\n## `POST /a/b`\nDoes.\n\n### Request\n{table('to! object', 'x! int')}\n{heading}\n"
        f"{table('town! string')}",
    )
    assert shape(body(made, "POST /a/b")) == {"to!": {"town!": "string"}, "x!": "integer"}


def test_a_table_for_an_object_that_no_row_names_is_found_and_not_read(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        f"---\ntitle: X\n---\n## `POST /a/b`\nDoes.\n\n### Request\n{table('x! int')}\n#### The price object\n"
        f"{table('town! string')}",
    )
    assert shape(body(made, "POST /a/b")) == {"x!": "integer"}
    assert rules(made) == {"unread-text"}


def test_several_tables_of_one_section_are_one_object(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        f"---\ntitle: X\n---\n## `POST /a/b`\nDoes.\n\n### Request\n{table('x! int')}\nAnd more:\n{table('y int')}\n"
        f"#### Rarely used\n{table('z int')}",
    )
    assert shape(body(made, "POST /a/b")) == {"x!": "integer", "y": "integer", "z": "integer"}


def test_a_heading_for_each_property_is_a_row(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        "---\ntitle: X\n---\n## `POST /a/b`\nDoes.\n\n### Request\n\n#### `town` (string, required)\nWhere to.\n\n"
        "#### `copies`\nHow many.\n",
    )
    assert shape(body(made, "POST /a/b")) == {"town!": "string", "copies": "any"}
    assert body(made, "POST /a/b")["properties"]["town"]["description"] == "Where to."


# --- names ------------------------------------------------------------------------------------------------------------

NAMES = [
    ("[`colour`](#colour)", {"colour": "string"}),
    ("`weight?`", {"weight": "string"}),
    ("`length`\\*", {"length!": "string"}),
    ("`length*`", {"length!": "string"}),
    ("`tags[]`", {"tags": ["string"]}),
    ("`from`, `until`", {"from": "string", "until": "string"}),
    ("`from, until`", {"from": "string", "until": "string"}),
    ("from / until", {"from": "string", "until": "string"}),
    ("**bold**", {"bold": "string"}),
    ("plain", {"plain": "string"}),
    ("`size` (see `sizes`)", {"size": "string"}),
    ("`a-b_c$`", {"a-b_c$": "string"}),
]


@pytest.mark.parametrize(("cell", "wanted"), NAMES, ids=[case[0] for case in NAMES])
def test_marks_are_no_part_of_a_name(tmp_path: Path, cell: str, wanted: object) -> None:
    rows = f"| Property | Type |\n|:--|:--|\n| {cell} | string |\n"
    made = make(tmp_path, f"---\ntitle: Item\n---\n## Item\n\n### Definition\n\n{rows}")
    assert shape(made.spec["components"]["schemas"]["Item"]) == wanted


def test_a_definition_has_objects_of_its_own_too(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        f"---\ntitle: Parcel\n---\n## Parcel\nGoes.\n\n### Definition\n{table('to! object', 'x int')}\n#### to\n"
        f"{table('town! string')}\n#### Related\n- none\n\n### Notes\nSlow.\n",
    )
    parcel = made.spec["components"]["schemas"]["Parcel"]
    assert shape(parcel) == {"to!": {"town!": "string"}, "x": "integer"}
    assert parcel["description"] == "Goes.\n\nSlow."


def test_a_definition_may_be_headings_alone(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        "---\ntitle: Parcel\n---\n## Parcel\n\n### Definition\n\n#### `town` (string, required)\nWhere to.\n\n"
        "#### `lines` (Array<object>)\nWhat.\n\n##### `sku` (string)\nWhich.\n",
    )
    assert shape(made.spec["components"]["schemas"]["Parcel"]) == {"town!": "string", "lines": [{"sku": "string"}]}


ROUGH = [
    ("string (ISO 8601 only)", "string"),
    ("Sort object", "object"),
    ("array of access levels", ["any"]),
    ("Array[integer]", ["integer"]),
    ("integer array", ["integer"]),
]


@pytest.mark.parametrize(("cell", "wanted"), ROUGH)
def test_a_type_with_more_in_it_is_read_and_told(tmp_path: Path, cell: str, wanted: object) -> None:
    rows = f"| Property | Type |\n|:--|:--|\n| `x` | {cell} |\n"
    made = make(tmp_path, f"---\ntitle: Item\n---\n## Item\n\n### Definition\n\n{rows}")
    item = made.spec["components"]["schemas"]["Item"]
    assert shape(item) == {"x": wanted}
    assert item["properties"]["x"].get("description") in (None, f"Type: {cell}.")


def test_a_word_beside_a_type_is_a_string(tmp_path: Path) -> None:
    rows = "| Property | Type |\n|:--|:--|\n| `x` | integer or `auto` |\n"
    made = make(tmp_path, f"---\ntitle: Item\n---\n## Item\n\n### Definition\n\n{rows}")
    (found,) = made.spec["components"]["schemas"]["Item"]["properties"].values()
    assert found["anyOf"] == [{"type": "integer"}, {"type": "string"}]


def test_one_operation_in_two_places_of_a_page_has_the_rows_of_both(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        f"---\ntitle: X\n---\n## Set\n\n```\nPUT /a/b\n```\n{table('x! int')}\n```\nPUT /a/b\n```\n{table('y int')}\n"
        f"## Again\n\n```\nPUT /a/b\n```\n{table('x! int', 'z int')}",
        operation_places=["fence"],
        free_tables="request",
    )
    assert shape(body(made, "PUT /a/b")) == {"x!": "integer", "y": "integer", "z": "integer"}
    (found,) = (one.location.line for one in made.findings if one.rule.name == "unread-text")
    assert found == 32


def test_a_column_says_one_thing(tmp_path: Path) -> None:
    rows = "| Field type | Remarks |\n|:--|:--|\n| `x` | Text. |\n"
    made = make(
        tmp_path,
        f"---\ntitle: Item\n---\n## Item\n\n### Definition\n\n{rows}",
        property_columns=["field( type)?"],
        type_columns=["(field )?type"],
    )
    assert shape(made.spec["components"]["schemas"]["Item"]) == {"x": "any"}
    assert "unreadable-type" not in rules(made)


@pytest.mark.parametrize(
    "remark", ["Which one. Required.", "Which one<br>Required.", "Required. Which one.", "(Required) Which."]
)
def test_a_sentence_of_the_remark_says_what_is_required(tmp_path: Path, remark: str) -> None:
    rows = f"| Property | Type | Remarks |\n|:--|:--|:--|\n| `x` | string | {remark} |\n"
    made = make(tmp_path, f"---\ntitle: Item\n---\n## Item\n\n### Definition\n\n{rows}")
    assert shape(made.spec["components"]["schemas"]["Item"]) == {"x!": "string"}


@pytest.mark.parametrize(
    ("title", "stated"),
    [
        ("Drop a box: `/box/drop`", "POST /box/drop"),
        ("Drop a box (`/box/drop`)", "POST /box/drop"),
        ("Drop a box \u2013 `/box/drop`", "POST /box/drop"),
        ("`/box/drop`: drop a box", "POST /box/drop"),
        ("`/box/drop` (drops)", "POST /box/drop"),
        ("`PUT /box/drop` - drop a box", "PUT /box/drop"),
        ("PUT `/box/drop`: drop a box", "PUT /box/drop"),
        ("Drop\n\n`PUT /box/drop`", "PUT /box/drop"),
        ("Drop\n\n**PUT** `/box/drop`", "PUT /box/drop"),
    ],
)
def test_words_beside_a_path_leave_it_one_that_states_an_operation(tmp_path: Path, title: str, stated: str) -> None:
    made = make(
        tmp_path,
        f"---\ntitle: Boxes\n---\n## `POST /box/add`\nAdds.\n\n### Request\n{table('size! int')}\n"
        f"## {title}\n\nDrops.\n\n### Request\n{table('id! int')}\n## Box\n\n### Definition\n{table('id! int')}",
    )
    assert operations(made) == sorted(["POST /box/add", stated])
    assert shape(body(made, "POST /box/add")) == {"size!": "integer"}
    assert shape(body(made, stated)) == {"id!": "integer"}
    assert shape(made.spec["components"]["schemas"]["Box"]) == {"id!": "integer"}


def test_a_heading_that_only_mentions_a_path_states_none(tmp_path: Path) -> None:
    made = make(
        tmp_path, "---\ntitle: Guide\n---\n## Calling `/box/drop`\nText.\n\n## What `/box/drop` is for\nText.\n"
    )
    assert operations(made) == []


@pytest.mark.parametrize(
    ("type_", "expected"),
    [("[Person](#person)", {"first!": "string"}), ("Array<[Person](#person)>", [{"first!": "string"}])],
)
def test_a_link_to_a_table_further_down_names_the_object_that_it_lists(
    tmp_path: Path, type_: str, expected: object
) -> None:
    own = f"#### Person\n{table('first! string')}"
    made = make(
        tmp_path,
        {
            "call.md": f"---\ntitle: X\n---\n## `POST /box/add`\n\n### Request\n{table('who! ' + type_)}\n{own}",
            "box.md": f"---\ntitle: Box\n---\n## Box\n\n### Definition\n{table('owner ' + type_)}\n{own}",
        },
    )
    assert shape(body(made, "POST /box/add")) == {"who!": expected}
    assert shape(made.spec["components"]["schemas"]["Box"]) == {"owner": expected}


def test_bare_numbers_are_no_texts(tmp_path: Path) -> None:
    made = make(tmp_path, f"---\ntitle: Box\n---\n## Box\n\n### Definition\n{table('`size` `1`, `2`')}")
    assert shape(made.spec["components"]["schemas"]["Box"]) == {"size": "integer"}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("| `legs` | array of objects | Each has `contractId` and `ratio`.", True),
        ("| `span` | object | With `low` and `high`.", True),
        ("| `span` | object | Keys: `low`, `high`.", True),
        ("| `legs` | array of objects | A list. Every leg contains a `side`.", True),
        ("| `span` | object | As `legs`, which has the same.\n| `legs` | object | A leg.", False),
        ("| `span` | object | Sent with `POST` requests. Has no `null`.", False),
        ("| `legs` | array of objects | Each has a `side`.\n| `legs[].side` | string | Its side.", False),
        ("| `note` | string | Has the form `low`.", False),
    ],
)
def test_an_object_whose_properties_are_named_in_words_is_a_finding(tmp_path: Path, row: str, told: bool) -> None:
    rows = f"| Property | Type | Remarks\n|---|---|---\n{row}\n"
    made = make(tmp_path, f"---\ntitle: Thing\n---\n## Thing\n\n### Definition\n\n{rows}")
    assert [one.location.line for one in made.findings if "named in words" in one.message] == [10] * told
