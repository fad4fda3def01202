"""Pages that are rewritten without a change of meaning: the schema stays the same."""

from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.accounting.account import account
from jekyll_openapi.api.dialect import TRADOVATE
from tests.api.small import answer, body, make, operation, rules

ROWS = (
    ("lots", True, "number, `int32`", "How many."),
    ("desk", True, "string <= 64 chars", "Which one."),
    ("side", True, '`"Left"` `"Right"`', ""),
    ("from", False, "Date string", ""),
    ("price", False, "number, double", ""),
    ("open", False, "boolean", "Whether it is."),
)
TAGS = {True: "`required`{: .label .label-red }", False: "`none`{: .label }"}
PAGE = "---\ntitle: Tool\npermalink: /entity-system/index/tool\n---\n\n## Tool\nA tool.\n\n### Definition\n\n"


def pipe(titles: str, *cells: str) -> str:
    """A pipe table with these titles; each of `cells` is a format of the cells of a row."""
    dashes = "|".join("---" for _ in titles.split("|"))
    return f"| {titles} |\n|{dashes}|\n" + "".join(f"| {one} |\n" for one in cells)


def rows(form: str, yes: str = TAGS[True], no: str = TAGS[False]) -> list[str]:
    return [
        form.format(name=name, need=yes if need else no, type=type_, remark=remark)
        for name, need, type_, remark in ROWS
    ]


def facts(folder: Path, text: str, page: str = PAGE) -> Any:
    """Name -> the need and type of each property; nothing of the page may be lost in silence."""
    made = make(folder, page + text)
    assert account(made.site, made.stated, made.findings, TRADOVATE).unexplained == ()
    schema = made.spec["components"]["schemas"].get("Tool", {"properties": {}})
    schemas = made.spec["components"]["schemas"]
    found = {}
    for name, one in schema["properties"].items():
        named = schemas[one["allOf"][0]["$ref"].rsplit("/", 1)[-1]] if "allOf" in one else {}
        kept = {
            key: value for key, value in {**one, **named}.items() if key not in ("x-source", "allOf", "description")
        }
        found[name] = kept | {"required": name in schema.get("required", ())}
    return found


@pytest.fixture
def stated(tmp_path_factory: pytest.TempPathFactory) -> Any:
    table = pipe("Property | Tags | Type | Remarks", *rows("`{name}` | {need} | {type} | {remark}"))
    found = facts(tmp_path_factory.mktemp("stated"), table)
    assert [one.get("format", one.get("maxLength")) for one in found.values()] == [
        "int32", 64, None, "date-time", "double", None,
    ]  # fmt: skip
    return found


WHOLE = "`{name}` | {need} | {type} | {remark}"


@pytest.mark.parametrize(
    "titles",
    [
        "Property Name | Tags | Type | Remarks", "Properties | Tags | Types | Explanation",
        "Fields | Label | Data Type | Info", "Field Name | Requirement | Field Type | Purpose",
        "Member | Tags | Kind | Notes", "<b>Property</b> | <i>Tags</i> | __Type__ | **Remarks**:",
        "Attribute Name | Needed? | Property type | Information", "Parameters | Presence | Data-type | Remarks",
    ],
)  # fmt: skip
def test_columns_can_have_other_titles(titles: str, tmp_path: Path, stated: Any) -> None:
    words = rows(WHOLE, "required", "optional") if "Label" not in titles and "Tags" not in titles else rows(WHOLE)
    assert facts(tmp_path, pipe(titles, *words)) == stated


def test_a_column_of_several_names_is_none_of_names(tmp_path: Path) -> None:
    made = make(tmp_path, PAGE + pipe("Kind of tool | Fields", "saw | `teeth`, `length`"))
    assert made.spec.get("components", {}).get("schemas", {}) == {}


@pytest.mark.parametrize(
    ("title", "yes", "no"),
    [
        ("Required", "x", ""), ("Required", "*", ""), ("Required", "\u2022", ""), ("Required", "[x]", "[ ]"),
        ("Required", "\u2714\ufe0f", "\u2014"), ("Required", "&check;", ""), ("Required", "&#10003;", "&#10007;"),
        ("Required", ":white_check_mark:", ""), ("Required", ":heavy_check_mark:", ":x:"),
        ("Required", "Yes", "Not required"), ("Required", "Always", "Never"), ("Req.", "Yes", "No"),
        ("Optional", "No", "Yes"), ("Optional?", "", "\u2713"), ("Optional", "required", "optional"),
        ("Tags", "**required**", "*none*"), ("Tags", "`mandatory`{: .label }", "`none`{: .label }"),
        ("Tags", "**required**{: .label .label-red }", "**none**{: .label }"),
    ],
)  # fmt: skip
def test_needs_can_be_said_by_other_marks(title: str, yes: str, no: str, tmp_path: Path, stated: Any) -> None:
    assert facts(tmp_path, pipe(f"Property | {title} | Type | Remarks", *rows(WHOLE, yes, no))) == stated


def test_a_mark_beside_another_one_is_a_finding(tmp_path: Path) -> None:
    text = pipe("Property | Required | Type", "`a` | x | string", "`b` | \u2713 | string")
    assert "unknown-label" in rules(make(tmp_path, PAGE + text))


@pytest.mark.parametrize(
    "form",
    [
        "- `{name}` {need} {type}: {remark}\n", "- `{name}`: {word}. {type}. {remark}\n",
        "- `{name}` ({type}, {word}): {remark}\n", "`{name}` {need}\n: {type}. {remark}\n\n",
        "`{name}`\n: {word}, {type}. {remark}\n\n", "#### `{name}`\n{word}, {type}. {remark}\n\n",
        "#### `{name}` {need}\n\n{type}\n\n{remark}\n\n", "#### `{name}` ({type}, {word})\n\n{remark}\n\n",
    ],
)  # fmt: skip
def test_a_table_can_become_a_list_or_headings(form: str, tmp_path: Path, stated: Any) -> None:
    texts = [
        form.format(
            name=name, need=TAGS[need], word="required" if need else "optional", type=type_, remark=remark or "Any."
        )
        for name, need, type_, remark in ROWS
    ]
    assert facts(tmp_path, "".join(texts)) == stated


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("number, `int32`", "number/int32"), ("number, `int32`", "`int32` number"),
        ("number, `int32`", 'number ("int32")'), ("number, `int32`", "number, \u2018int32\u2019"),
        ("number, `int32`", "number, format: int32"), ("Date string", "Date/time string"),
        ("Date string", "ISO 8601 date string"), ("string <= 64 chars", "string < = 64 chars"),
        ("string <= 64 chars", "string \u2a7d 64 chars"), ("string <= 64 chars", "string, maxLength=64"),
        ('`"Left"` `"Right"`', "`Left`, `Right`"), ('`"Left"` `"Right"`', "`Left` / `Right`"),
        ('`"Left"` `"Right"`', 'string, allowed: `"Left"`, `"Right"`'),
        ('`"Left"` `"Right"`', 'string (enum): `"Left"`, `"Right"`'),
        ('`"Left"` `"Right"`', 'string [`"Left"`, `"Right"`]'), ('`"Left"` `"Right"`', '`["Left", "Right"]`'),
        ('`"Left"` `"Right"`', 'Enumeration of strings: `"Left"`, `"Right"`'),
    ],
)  # fmt: skip
def test_types_can_be_turned_round(before: str, after: str, tmp_path: Path, stated: Any) -> None:
    table = pipe("Property | Tags | Type | Remarks", *rows(WHOLE)).replace(before, after)
    assert after in table
    assert facts(tmp_path, table) == stated


def test_names_of_pages_in_code_are_no_values(tmp_path: Path) -> None:
    other = "---\ntitle: {0}\npermalink: /entity-system/index/{0}\n---\n\n## {0}\n\n### Definition\n\n"
    rows_ = pipe("Property | Tags | Type", "`x` | `none` | string")
    pages = {f"{name}.md": other.format(name) + rows_ for name in ("Saw", "Axe")}
    text = PAGE + pipe("Property | Tags | Type", "`is` | `none`{: .label } | `Saw` or `Axe`")
    made = make(tmp_path, {"page.md": text, **pages})
    assert [one["$ref"] for one in made.spec["components"]["schemas"]["Tool"]["properties"]["is"]["anyOf"]] == [
        "#/components/schemas/Saw", "#/components/schemas/Axe",
    ]  # fmt: skip


TABLE = pipe("Property | Tags | Type | Remarks", *rows(WHOLE))


@pytest.mark.parametrize(
    "title",
    [
        "### Model", "### The definition", "### 2. Definition", "### Specification", "### Object Schema", "### Members",
        "### Columns", "### What it holds", "#### Related\n- [Saw](/saw)\n\n###Definition\n", "Definition:\n",
    ],
)  # fmt: skip
def test_the_only_table_of_a_page_of_a_schema_defines_it(title: str, tmp_path: Path, stated: Any) -> None:
    assert facts(tmp_path, f"{title}\n\n{TABLE}", PAGE.replace("### Definition\n", "")) == stated


def test_a_table_titled_with_another_name_defines_no_schema_of_the_page(tmp_path: Path) -> None:
    page = PAGE.replace("### Definition\n", "### SawBlade\n")
    assert "Tool" not in make(tmp_path, page + TABLE).spec["components"].get("schemas", {})


OP = "---\ntitle: /tool/lend\nop: true\n---\n\n## `POST /tool/lend`\nLends.\n\n"


@pytest.mark.parametrize(
    ("request_", "response"),
    [
        ("### 1. Request", "### 2. Response"), ("### The Request", "### The Response"),
        ("### \U0001f4e8 Request", "### \u2705 Response"), ("### Request format", "### Response format"),
        ("### JSON Body", "### Success response"), ("### Request body parameters", "### Returned object"),
        ("### Request", "### Reply"), ("### Request", "### Answer"),
    ],
)  # fmt: skip
def test_sections_can_have_other_titles(request_: str, response: str, tmp_path: Path) -> None:
    answer_ = pipe("Property | Tags | Type", "`left` | `none`{: .label } | boolean")
    made = make(tmp_path, f"{OP}{request_}\n\n{TABLE}\n{response}\n\n{answer_}")
    assert set(body(made, "POST /tool/lend")["properties"]) == {name for name, *_ in ROWS}
    assert set(answer(made, "POST /tool/lend")["properties"]) == {"left"}


def test_a_page_without_a_schema_is_found_where_a_row_names_it(tmp_path: Path) -> None:
    tool = PAGE.replace("Tool", "Saw").replace("/tool", "/saw")
    deps = "---\ntitle: /deps\nop: true\n---\n\n## `/{entity}/deps`\n\n### Notes\n\n| Master | Entity |\n|---|---|\n"
    row = "| [`Tool`](/entity-system/index/tool) | [`Saw`](/entity-system/index/saw) |\n"
    made = make(tmp_path, {"tool.md": PAGE + TABLE, "saw.md": tool, "deps.md": deps + row})
    assert ("unknown-reference", 12) in {(one.rule.name, one.location.line) for one in made.findings}
    assert account(made.site, made.stated, made.findings, TRADOVATE).unexplained == ()


def test_contents_inside_details_state_nothing(tmp_path: Path, stated: Any) -> None:
    contents = (
        '<details open markdown="block">\n  <summary>\n    Contents\n  </summary>\n1. TOC\n{:toc}\n</details>\n\n'
    )
    assert facts(tmp_path, contents + TABLE) == stated


def test_a_shared_operation_that_nothing_has_is_a_finding(tmp_path: Path) -> None:
    deps = "---\ntitle: /deps\nop: true\n---\n\n## `/{entity}/deps`\nFinds them.\n"
    made = make(tmp_path, {"tool.md": PAGE + TABLE, "deps.md": deps})
    assert "`/{entity}/deps` is left out: no entity that the pages describe has it" in {
        one.message for one in made.findings
    }
    assert account(made.site, made.stated, made.findings, TRADOVATE).unexplained == ()


def test_a_schema_that_moved_to_another_page_is_found_by_its_name(tmp_path: Path) -> None:
    other = "\n## Saw\nA saw.\n\n### Definition\n\n" + pipe(
        "Property | Tags | Type", "`teeth` | `none`{: .label } | int"
    )
    lend = (
        OP
        + "### Request\n\n"
        + pipe("Property | Tags | Type", f"`saw` | {TAGS[True]} | [Saw](/entity-system/index/saw)")
    )
    made = make(tmp_path, {"tool.md": PAGE + TABLE + other, "lend.md": lend})
    assert body(made, "POST /tool/lend")["properties"]["saw"]["allOf"] == [{"$ref": "#/components/schemas/Saw"}]
    assert set(made.spec["components"]["schemas"]["Saw"]["properties"]) == {"teeth"}
    assert "unknown-reference" in rules(made)


@pytest.mark.parametrize("form", ["```js\nlet a\n{}\n\nlet b\n```\n", "<div>\n{}\n</div>\n", "\t{}\n"])
def test_rows_that_have_left_their_table_are_found(form: str, tmp_path: Path) -> None:
    lost = form.format("| `lost` | `none`{: .label } | string |")
    made = make(tmp_path, f"{OP}### Request\n\n{TABLE}\n### Example\n\n{lost}")
    assert "unrendered-table" in rules(made)
    assert account(made.site, made.stated, made.findings, TRADOVATE).unexplained == ()


def test_a_pipe_of_commands_is_no_row(tmp_path: Path) -> None:
    made = make(tmp_path, f"{OP}### Request\n\n{TABLE}\n### Example\n\n```sh\ncat a | grep `date` | sort\n```\n")
    assert "unrendered-table" not in rules(made)


SHARED = """---
title: /item
op: true
---

<script>
    defineTryit({ name: '/item', dynamic: true, endpoint: '/item', method: 'GET', query: { id: 0 } });
    buildCallouts(buildCallouts.defaultAuthWarning);
</script>

## `/{entity}/item`
Gets the entity.

```
https://a.example/v1/{entity}/item?id=<entity_id>
```
"""


@pytest.mark.parametrize("query", ["", ", query: { id: 0 }"])
def test_an_operation_with_a_page_of_its_own_is_shared_all_the_same(query: str, tmp_path: Path) -> None:
    script = f"<script>\n    defineTryit({{ endpoint: '/tool/item', method: 'GET'{query} }});\n</script>\n\n"
    own = f"---\ntitle: /tool/item\nparent: Tools\nop: true\n---\n\n{script}## `/tool/item`\nNot on Sundays.\n"
    tool = PAGE + pipe("Property | Tags | Type", "`id` | `none`{: .label } | number, `int64`")
    saw = tool.replace("Tool", "Saw").replace("/tool", "/saw")
    made = make(tmp_path, {"tool.md": tool, "saw.md": saw, "item.md": SHARED, "own.md": own})
    found = operation(made, "GET /tool/item")
    assert (found["operationId"], found["description"], found["tags"]) == ("toolItem", "Not on Sundays.", ["Tool"])
    assert [one["name"] for one in made.spec["tags"]] == ["Saw", "Tool"]
    (parameter,) = found["parameters"]
    assert (parameter["name"], parameter["required"], parameter["schema"]["format"]) == ("id", True, "int64")
    assert found["x-source"] == "own.md:11"
    assert account(made.site, made.stated, made.findings, TRADOVATE).unexplained == ()


def test_a_row_that_is_commented_out_is_no_property(tmp_path: Path) -> None:
    table = pipe("Property | Tags | Type", *rows("`{name}` | {need} | {type}")).replace("| `desk`", "<!-- | `desk`")
    made = make(tmp_path, PAGE + table.replace("64 chars |", "64 chars | -->"))
    assert set(made.spec["components"]["schemas"]["Tool"]["properties"]) == {name for name, *_ in ROWS} - {"desk"}
    assert "unread-text" in rules(made)


GUIDE = "---\ntitle: Common Operations\npermalink: /guide\n---\n\n# Common Operations\nAll have these.\n\n"


def test_a_schema_below_a_guide_is_named_by_its_heading(tmp_path: Path) -> None:
    made = make(tmp_path, f"{GUIDE}## [`/find`](/nowhere)\nFinds one.\n\n## Tool\nA tool.\n\n### Definition\n\n{TABLE}")
    assert "Tool" in made.spec["components"]["schemas"]
    assert "CommonOperations" not in made.spec["components"]["schemas"]
    assert account(made.site, made.stated, made.findings, TRADOVATE).unexplained == ()


def test_a_dead_link_in_a_heading_hides_no_text_below_it(tmp_path: Path) -> None:
    made = make(tmp_path, f"{GUIDE}## [Finding](/nowhere)\nFinds one.\n\n## Tool\n\n### Definition\n\n{TABLE}")
    assert ("unread-text", 10) in {(one.rule.name, one.location.line) for one in made.findings}


@pytest.mark.parametrize("query", ["id: 0, id: 1", "...a, id: 0, ...b", "'// id': 0, id: 1", "'': 1, id: 0"])
def test_a_parameter_of_a_shared_operation_is_there_once(query: str, tmp_path: Path) -> None:
    tool = PAGE + pipe("Property | Tags | Type", "`id` | `none`{: .label } | number, `int64`")
    made = make(tmp_path, {"tool.md": tool, "item.md": SHARED.replace("id: 0", query)})
    assert [one["name"] for one in operation(made, "GET /tool/item")["parameters"]] == ["id"]
