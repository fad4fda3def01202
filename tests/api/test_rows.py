"""Marks in lists, names and columns are read, and sections that use sentences instead of rows."""

from pathlib import Path

import pytest

from jekyll_openapi.accounting.account import account
from jekyll_openapi.api.dialect import TRADOVATE
from tests.api.small import HEAD, body, make, operation, operations, rules, shape, table

THING = "---\ntitle: Thing\n---\n## Thing\n\n### Definition\n\n"
CALL = "---\ntitle: /a/b\nop: true\n---\n## `POST /a/b`\nDoes.\n\n### Request\n\n"


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (
            "* `plate` - string, required. The plate.\n* `seats` - number, `int32`\n",
            {"plate!": "string", "seats": "integer"},
        ),
        ("- `plate`: string\n- `seats`: required\n", {"plate": "string", "seats!": "any"}),
        ("- `plate` (string, required)\n- `old` (boolean, deprecated)\n", {"plate!": "string", "old": "boolean"}),
        ("`plate`\n: string. Required.\n\n`axles`\n: int. Optional. Four.\n", {"plate!": "string", "axles": "integer"}),
    ],
)
def test_items_that_begin_with_a_type_are_rows(tmp_path: Path, items: str, expected: dict[str, str]) -> None:
    made = make(tmp_path, THING + items)
    thing = made.spec["components"]["schemas"]["Thing"]
    assert shape(thing) == expected
    assert thing["properties"].get("old", {}).get("deprecated") == (True if "old" in expected else None)


def test_items_that_begin_with_other_words_are_text(tmp_path: Path) -> None:
    made = make(tmp_path, CALL + "- `x`: number of calls a day\n- `y`: text that says why\n")
    assert operation(made, "POST /a/b")["x-unknown"] == "request"
    assert "number of calls a day" in operation(made, "POST /a/b")["description"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("`x` *(optional)*", "x"),
        ("`x` *optional*", "x"),
        ("`x` *(required)*", "x!"),
        ("`x`\\*", "x!"),
        ("~~x~~", "x"),
        ("<del>`x`</del>", "x"),
        ("<s>x</s>", "x"),
    ],
)
def test_a_mark_is_no_part_of_a_name(tmp_path: Path, cell: str, expected: str) -> None:
    made = make(tmp_path, f"{THING}{HEAD}| {cell} | `label`{{: .label }} | string |\n")
    thing = made.spec["components"]["schemas"]["Thing"]
    assert shape(thing) == {expected: "string"}
    assert thing["properties"]["x"].get("deprecated", False) == ("~" in cell or "<" in cell)


@pytest.mark.parametrize("name", ["Field", "Name", "Attribute", "Parameter", "Argument", "Key"])
@pytest.mark.parametrize(("mark", "required"), [("\u2713", True), ("\u2013", False), ("Y", True)])
def test_other_titles_of_columns(tmp_path: Path, name: str, mark: str, required: bool) -> None:
    rows = f"| {name} | Type | Required | Notes |\n|--|--|--|--|\n| `x` | string | {mark} | Why. |\n"
    made = make(tmp_path, THING + rows)
    assert shape(made.spec["components"]["schemas"]["Thing"]) == {"x!" if required else "x": "string"}
    assert rules(made) == set()


@pytest.mark.parametrize("title", ["Required", "Presence", "Mandatory?", "Tags"])
def test_tags_mean_the_same_below_any_title(tmp_path: Path, title: str) -> None:
    tags = ("`required`{: .label }", "`none`{: .label }", "`none`{: .label } `required`{: .label .label-yellow }")
    rows = "".join(f"| `{name}` | {tag} | string | Why.\n" for name, tag in zip("abc", tags, strict=True))
    made = make(tmp_path, f"{THING}| Property | {title} | Type | Remarks\n|--|--|--|--\n{rows}")
    thing = made.spec["components"]["schemas"]["Thing"]
    assert shape(thing) == {"a!": "string", "b": "string", "c": "string"}
    assert [one["description"] for one in thing["properties"].values()] == ["Why."] * 3
    assert thing["properties"]["c"]["x-required-in-practice"]
    assert rules(made) == set()


@pytest.mark.parametrize("text", ["None.", "No parameters.", "This request takes no body.", "`<none>`", "*N/A*"])
def test_a_section_that_says_none_says_what_is_taken(tmp_path: Path, text: str) -> None:
    made = make(tmp_path, f"{CALL}{text}\n")
    assert "x-unknown" not in operation(made, "POST /a/b")
    assert "missing-request" not in rules(made)


@pytest.mark.parametrize("text", ["See the guide.", "No parameters but those below are known.", "Nothing is known."])
def test_other_words_leave_the_request_unknown(tmp_path: Path, text: str) -> None:
    assert operation(make(tmp_path, f"{CALL}{text}\n"), "POST /a/b")["x-unknown"] == "request"


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("Send a `DELETE` request to it.", "DELETE"),
        ("It expects a PUT request.", "PUT"),
        ("```js\nfetch('https://x/a/b', {\n  method: 'PATCH',\n})\n```", "PATCH"),
        ("Then send a `DELETE` request to `/a/c`.", "POST"),
    ],
)
def test_a_method_in_words_or_in_a_call_is_stated(tmp_path: Path, text: str, method: str) -> None:
    made = make(tmp_path, f"---\ntitle: /a/b\nop: true\n---\n## `/a/b`\n{text}\n\n### Request\n{table('x string')}")
    assert operations(made) == [f"{method} /a/b"]


def test_a_definition_that_defaults_mark_as_an_operation_is_one_all_the_same(tmp_path: Path) -> None:
    made = make(tmp_path, THING.replace("title", "op: true\ntitle") + table("x string"))
    assert rules(made) == set()


def test_a_label_is_no_summary(tmp_path: Path) -> None:
    made = make(tmp_path, CALL.replace("Does.", "Deprecated\n{: .label }\n\nDoes it.") + table("x string"))
    assert operation(made, "POST /a/b")["summary"] == "Does it"
    assert operation(made, "POST /a/b")["deprecated"] is True
    assert shape(body(made, "POST /a/b")) == {"x": "string"}


def test_a_document_of_a_collection_is_unpublished_by_defaults_and_a_page_is_not(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        {
            "_config.yml": "collections: {api: {output: true}}\ndefaults:\n"
            "- scope: {path: ''}\n  values: {published: false}\n",
            "_api/one.md": THING + table("x string"),
            "two.md": THING.replace("Thing", "Page") + table("x string"),
        },
    )
    assert list(made.spec["components"]["schemas"]) == ["Page"]


def test_an_endpoint_that_is_public_is_open(tmp_path: Path) -> None:
    made = make(tmp_path, CALL + table("x string") + "### Authorization\nThis endpoint is public.\n")
    assert operation(made, "POST /a/b")["security"] == []


@pytest.mark.parametrize("title", ["Parameters", "Request Parameters", "REQUEST", "Body parameters", "Requests"])
def test_other_titles_of_a_request(tmp_path: Path, title: str) -> None:
    made = make(tmp_path, CALL.replace("### Request", f"### {title}") + table("x! string"))
    assert shape(body(made, "POST /a/b")) == {"x!": "string"}


@pytest.mark.parametrize(("tags", "type_"), [("Flags", "Data type"), ("Labels", "Types")])
def test_other_titles_of_tags_and_types(tmp_path: Path, tags: str, type_: str) -> None:
    rows = f"| Property | {tags} | {type_} |\n|--|--|--|\n| `x` | `required`{{: .label }} | int |\n"
    assert shape(make(tmp_path, THING + rows).spec["components"]["schemas"]["Thing"]) == {"x!": "integer"}


@pytest.mark.parametrize(
    "cell",
    [
        "string, 2 chars",
        "string (2 chars)",
        "string, upto 20 chars",
        "number, [1:12]",
        "number, [1..12] months",
        "number, {1..12}",
    ],
)
def test_a_number_that_is_left_out_of_a_type_is_reported(tmp_path: Path, cell: str) -> None:
    made = make(tmp_path, f"{THING}{HEAD}| `x` | `required`{{: .label }} | {cell} |\n")
    assert "unreadable-limit" in rules(made)
    assert cell in made.spec["components"]["schemas"]["Thing"]["properties"]["x"]["description"]


@pytest.mark.parametrize("cell", ["string (ISO 8601)", "string (e.g. 12)", "string, UTF-8", "string (2024-01-31)"])
def test_a_number_that_limits_nothing_is_not_reported(tmp_path: Path, cell: str) -> None:
    made = make(tmp_path, f"{THING}{HEAD}| `x` | `required`{{: .label }} | {cell} |\n")
    assert "unreadable-limit" not in rules(made)


@pytest.mark.parametrize("title", ["Path parameters", "Query parameters", "Header parameters"])
def test_a_body_beside_other_parameters_is_that_of_the_request(tmp_path: Path, title: str) -> None:
    text = CALL.replace("### Request", f"### {title}").replace("/a/b", "/a/{z}")
    made = make(tmp_path, f"{text}{table('`z`!')}### Body\n{table('`x`! int')}### Response\n{table('`y`')}")
    assert shape(body(made, "POST /a/{z}")) == {"x!": "integer"}


@pytest.mark.parametrize("title", ["Request", "Response"])
def test_a_body_beside_a_request_or_a_response_is_unclear(tmp_path: Path, title: str) -> None:
    text = f"{CALL.replace('### Request', '### Query parameters')}{table('`z`')}### {title}\n{table('`y`')}"
    made = make(tmp_path, f"{text}### Body\n{table('`x`! int')}")
    assert "unread-text" in rules(made)


@pytest.mark.parametrize(
    ("cell", "is_required"),
    [
        ("Yes (unique)", True),
        ("yes, max. 8", True),
        ("No (default)", False),
        ("yes (if set)", False),
        ("yes on create", False),
    ],
)
def test_a_yes_with_an_aside_is_a_yes(tmp_path: Path, cell: str, is_required: bool) -> None:
    text = f"### Definition\n\n| Property | Required | Type |\n|---|---|---|\n| `a` | {cell} | string |\n"
    schema = make(tmp_path, f"---\ntitle: Tool\n---\n{text}").spec["components"]["schemas"]["Tool"]
    assert ("a" in schema.get("required", ())) == is_required
    assert cell.replace("`", "") in schema["properties"]["a"]["description"]


def test_a_label_behind_a_name_is_no_name(tmp_path: Path) -> None:
    rows = "| `a` `deprecated`{: .label } | `required`{: .label } | string |\n"
    text = f"### Definition\n\n| Property | Tags | Type |\n|---|---|---|\n{rows}"
    schema = make(tmp_path, f"---\ntitle: Tool\n---\n{text}").spec["components"]["schemas"]["Tool"]
    assert list(schema["properties"]) == schema["required"] == ["a"]
    assert schema["properties"]["a"]["deprecated"]


SPANNED = """<table>
<tr><th>Name</th><th>Type</th><th>Required</th><th>Remarks</th></tr>
<tr>
<td rowspan="2">{name}</td>
<td>number</td><td rowspan=2>yes</td><td>How much.</td>
</tr>
<tr><td>double</td><td>At most a lot.</td></tr>
<tr><td>lots</td><td>int</td><td>no</td><td>How many.</td></tr>
</table>
"""


def test_a_name_that_spans_rows_has_all_their_cells(tmp_path: Path) -> None:
    made = make(tmp_path, f"---\ntitle: Tool\n---\n\n## Tool\n\n### Definition\n\n{SPANNED.format(name='price')}")
    assert account(made.site, made.stated, made.findings, TRADOVATE).unexplained == ()
    schema = made.spec["components"]["schemas"]["Tool"]
    price = schema["properties"]["price"]
    assert (price["type"], price["format"], price["description"]) == ("number", "double", "How much. At most a lot.")
    assert (list(schema["properties"]), schema["required"]) == (["price", "lots"], ["price"])
    assert "duplicate-property" not in rules(made)


def test_a_group_that_spans_rows_joins_none(tmp_path: Path) -> None:
    table_ = SPANNED.replace("<tr><th>", "<tr><th>Group</th><th>").replace("<td rowspan=2>yes</td>", "<td>yes</td>")
    table_ = table_.format(name="All").replace("<td>number</td>", "<td>price</td><td>number</td>")
    table_ = table_.replace("<td>double</td>", "<td>stop</td><td>double</td><td>no</td>").replace(
        "<td>lots", "<td></td><td>lots"
    )
    made = make(tmp_path, f"---\ntitle: Tool\n---\n\n## Tool\n\n### Definition\n\n{table_}")
    assert list(made.spec["components"]["schemas"]["Tool"]["properties"]) == ["price", "stop", "lots"]


def test_a_table_whose_columns_are_the_properties_is_found(tmp_path: Path) -> None:
    text = "| Property | `id` | `name` |\n|--|--|--|\n| Type | int | string |\n| Tags | required | none |\n"
    made = make(tmp_path, f"---\ntitle: Tool\n---\n\n## Tool\n\n### Definition\n\n{text}")
    assert "Tool" not in made.spec.get("components", {}).get("schemas", {})
    assert "unread-text" in rules(made)


@pytest.mark.parametrize(
    ("type_", "told"),
    [
        ('`"a"` (slow), `"b"` (fast)', 'Type: `"a"` (slow), `"b"` (fast).'),
        ('`"a"` = slow, `"b"` = fast', 'Type: `"a"` = slow, `"b"` = fast.'),
        ('string, `"a"` (in demo only), `"b"`', 'Type: string, `"a"` (in demo only), `"b"`.'),
        ('`"a"` (deprecated), `"b"`', 'Type: `"a"` (deprecated), `"b"`.'),
        ('string (`"a"` or `"b"`)', ""),
        ('`"a"`, `"b"`', ""),
    ],
)
def test_what_a_type_says_of_its_values_is_described(tmp_path: Path, type_: str, told: str) -> None:
    made = make(tmp_path, f"{THING}{HEAD}| `x` | `none`{{: .label }} | {type_} |\n")
    schemas = made.spec["components"]["schemas"]
    one = schemas["Thing"]["properties"]["x"]
    assert schemas["X"]["enum"] == ["a", "b"]
    assert one.get("description", "") == told
    assert "deprecated" not in one


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        ("number, `int64`, auto-generated", {"type": "integer", "format": "int64"}),
        ("string <= 64 chars, trimmed", {"type": "string", "maxLength": 64}),
        ("string, trimmed, unique", {"type": "string"}),
        ("integer, auto", {"type": "integer"}),
        ("integer or auto", {"anyOf": [{"type": "integer"}, {"type": "string"}]}),
        ("string, number", {"anyOf": [{"type": "string"}, {"type": "number"}]}),
        ("`string` (deprecated)", {"type": "string", "deprecated": True}),
    ],
)
def test_a_word_behind_a_comma_is_no_other_type(tmp_path: Path, type_: str, expected: dict[str, object]) -> None:
    made = make(tmp_path, f"{THING}{HEAD}| `x` | `none`{{: .label }} | {type_} |\n")
    one = made.spec["components"]["schemas"]["Thing"]["properties"]["x"]
    assert {key: value for key, value in one.items() if key not in ("x-source", "description")} == expected
    assert one["description"] == f"Type: {type_}."


def test_a_remark_that_goes_on_in_a_row_of_its_own_is_no_property(tmp_path: Path) -> None:
    rows = '| `price` | `none`{: .label } | number, `double`\n| This is required for non-`"Market"` orders.\n'
    made = make(tmp_path, f"{THING}{HEAD}{rows}| `x` | `none`{{: .label }} | string |\n")
    assert shape(made.spec["components"]["schemas"]["Thing"]) == {"price": "number", "x": "string"}
    assert rules(made) == {"unread-text"}


def test_a_property_of_one_side_is_emitted_as_such(tmp_path: Path) -> None:
    rows = "| `a` | `none`{: .label } | string | Read-only.\n| `b` | `none`{: .label } | string | Write-only.\n"
    found = make(tmp_path, f"{THING}{HEAD}{rows}").spec["components"]["schemas"]["Thing"]["properties"]
    assert (found["a"]["readOnly"], found["b"]["writeOnly"]) == (True, True)
    assert "writeOnly" not in found["a"]
    assert "readOnly" not in found["b"]


@pytest.mark.parametrize("type_", ["enum", "string (enum)", "string enum", "enumeration"])
def test_an_enumeration_whose_values_are_not_read_is_found(tmp_path: Path, type_: str) -> None:
    made = make(tmp_path, f"{THING}{HEAD}| `x` | `none`{{: .label }} | {type_} | Set it. `a` or `b`. |\n")
    assert "unreadable-type" in [one.rule.name for one in made.findings]
