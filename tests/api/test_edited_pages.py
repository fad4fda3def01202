"""Pages edited the way writers edit them (other spellings, nesting, clashes) keep their meaning."""

from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.pipeline import Made, make_spec
from jekyll_openapi.spec.base import Base

TITLES = "| Property | Tags | Type | Remarks\n|:---|:---|:---|:---\n"


def made(folder: Path, **pages: str) -> Made:
    for name, text in pages.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return make_spec(folder, Base())


def schema(folder: Path, definition: str, **pages: str) -> Any:
    text = f"---\ntitle: Tool\n---\n\n## Tool\n\n### Definition\n\n{definition}"
    return made(folder, tool=text, **pages).spec["components"]["schemas"]["Tool"]


def row(name: str, type_: str = "string") -> str:
    return f"| {name} | `required`{{: .label }} | {type_} |\n"


@pytest.mark.parametrize(
    "marked", ["\u2014 `b`", "- `b`", "> `b`", "\u21b3 `b`", "`a->b`", "`a\u2192b`", "`a::b`", "`a.b`", "`a[b]`"]
)
def test_each_spelling_of_a_nested_row_stands_in_the_row_above(tmp_path: Path, marked: str) -> None:
    found = schema(tmp_path, TITLES + row("`a`", "object") + row(marked))
    assert list(found["properties"]) == ["a"]
    assert list(found["properties"]["a"]["properties"]) == ["b"]


def test_a_blank_line_in_a_table_splits_off_no_second_one(tmp_path: Path) -> None:
    found = schema(tmp_path, TITLES + row("`a`") + "\n" + row("`b`") + row("`c`", "boolean"))
    assert {name: one["type"] for name, one in found["properties"].items()} == {
        "a": "string", "b": "string", "c": "boolean",
    }  # fmt: skip


def test_rows_below_a_wrapped_one_are_read(tmp_path: Path) -> None:
    text = f"{TITLES}| `a` | `required`{{: .label }} | string | One\nand two\n| `b` | `none`{{: .label }} | string\n"
    found = schema(tmp_path, text)
    assert list(found["properties"]) == ["a", "b"]
    assert found["properties"]["a"]["description"] == "One and two"


@pytest.mark.parametrize("group", ["| **Identity** | | |", "| *Identity* ||||", "| __Identity__ |"])
def test_a_row_that_titles_others_is_no_property(tmp_path: Path, group: str) -> None:
    found = schema(tmp_path, f"{TITLES}{group}\n{row('`a`')}")
    assert list(found["properties"]) == ["a"]


def test_a_cell_over_all_columns_is_no_property(tmp_path: Path) -> None:
    titles = "<tr><th>Property</th><th>Type</th></tr>"
    rows = '<tr><td colspan="2">Identity</td></tr>\n<tr><td><code>a</code></td><td>string</td></tr>'
    assert list(schema(tmp_path, f"<table>\n{titles}\n{rows}\n</table>\n")["properties"]) == ["a"]


def test_the_text_under_a_heading_of_a_property_can_begin_with_its_type(tmp_path: Path) -> None:
    found = schema(tmp_path, "#### `a`\nrequired, string. At most 20 characters.\n\n#### `b` (number)\nHow much.\n")
    assert found["required"] == ["a"]
    assert found["properties"]["a"]["maxLength"] == 20
    assert found["properties"]["b"]["type"] == "number"
    assert "description" not in found


OPERATION = "## `POST /tool/lend`\n\n### Request\n\n"


def takes(made: Made, path: str = "/tool/lend") -> list[str]:
    (operation,) = made.spec["paths"][path].values()
    reference = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]
    return list(made.spec["components"]["schemas"][reference.rsplit("/", 1)[-1]]["properties"])


def test_of_two_pages_that_with_front_matter_wins(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("plugins: [jekyll-optional-front-matter]\n", encoding="utf-8")
    bare = OPERATION + TITLES + row("`a`") + row("`b`")
    both = made(tmp_path, bare=bare, page=f"---\ntitle: Lending\n---\n{OPERATION}{TITLES}{row('`c`')}")
    assert takes(both) == ["c"]


def test_a_request_below_a_title_that_is_no_operation_is_none_of_the_others(tmp_path: Path) -> None:
    other = f"## List tools\n\n`GET /tool/list`\n\n## Change\n\n### Request\n\n{TITLES}{row('`name`')}"
    one = made(tmp_path, page=f"---\ntitle: Tools\n---\n{OPERATION}{TITLES}{row('`tool`')}\n{other}")
    assert takes(one) == ["tool"]
    assert "unread-text" in {finding.rule.name for finding in one.findings}


def test_the_objects_of_a_response_are_read_below_a_title_that_only_says_object(tmp_path: Path) -> None:
    answer = f"### Response\n\n#### Object\n\n{TITLES}{row('`loan`', 'object')}\n#### `loan`\n\n{TITLES}{row('`id`')}"
    one = made(tmp_path, page=f"---\ntitle: Tools\n---\n{OPERATION}{TITLES}{row('`tool`')}\n{answer}")
    loan = one.spec["components"]["schemas"]["LendResponse"]["properties"]["loan"]
    assert list(loan["properties"]) == ["id"]


@pytest.mark.parametrize("written", ["scroll_id", "scrollId", "scroll-id"])
def test_a_parameter_of_the_path_is_described_under_another_spelling(tmp_path: Path, written: str) -> None:
    text = f"## `GET /scroll/<scroll-id>`\n\n### Path parameters\n\n{TITLES}{row(f'`{written}`')}"
    one = made(tmp_path, page=f"---\ntitle: Scrolls\n---\n{text}")
    (parameter,) = one.spec["paths"]["/scroll/{scroll-id}"]["get"]["parameters"]
    assert (parameter["name"], parameter["schema"]["type"]) == ("scroll-id", "string")


def test_a_call_of_fetch_without_a_method_states_get(tmp_path: Path) -> None:
    call = "```js\nconst me = await fetch('https://a.example/v1/tool/me', { headers })\n```\n"
    one = made(tmp_path, page=f"---\ntitle: /tool/me\n---\n## `/tool/me`\nWho.\n\n{call}")
    assert list(one.spec["paths"]["/tool/me"]) == ["get"]
    assert "missing-method" not in {finding.rule.name for finding in one.findings}


def test_a_link_below_the_baseurl_leads_to_its_page(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("baseurl: /docs\nurl: https://a.example\n", encoding="utf-8")
    answer = "### Response\nThe [Tool]({{ site.baseurl }}/tool) that is lent, and [more]({{ site.baseurl }}/tool).\n"
    tool = f"---\ntitle: Tool\npermalink: /tool\n---\n### Definition\n\n{TITLES}{row('`id`')}"
    one = made(tmp_path, tool=tool, page=f"---\ntitle: Tools\n---\n{OPERATION}{TITLES}{row('`a`')}\n{answer}")
    response = one.spec["paths"]["/tool/lend"]["post"]["responses"]["200"]
    assert response["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/Tool"}
    assert "(https://a.example/docs/tool)" in response["description"]


def test_a_byte_order_mark_is_said_and_its_page_read(tmp_path: Path) -> None:
    one = made(tmp_path, tool=f"\ufeff---\ntitle: Tool\n---\n### Definition\n\n{TITLES}{row('`id`')}")
    assert [finding.rule.name for finding in one.findings] == ["unrendered-page"]
    assert list(one.spec["components"]["schemas"]) == ["Tool"]


@pytest.mark.parametrize("key", ["required", "limit", "in", "for", "as", "with", "if", "not", "blank", "null"])
def test_a_key_of_data_can_be_a_word_of_the_library(tmp_path: Path, key: str) -> None:
    (tmp_path / "_config.yml").write_text("title: Docs\n", encoding="utf-8")
    (tmp_path / "_data").mkdir()
    (tmp_path / "_data" / "rows.yml").write_text(f'- {{"name": a, "{key}": yes}}\n- {{"name": b}}\n', encoding="utf-8")
    need = f"{{% if one.{key} %}}required{{% else %}}none{{% endif %}}"
    line = f"| `{{{{ one.name }}}}` | `{need}`{{: .label }} | string |\n"
    found = schema(tmp_path, TITLES + f"{{% for one in site.data.rows %}}{line}{{% endfor %}}")
    assert found["required"] == ["a"]


def test_what_data_files_state_names_the_page_and_the_data(tmp_path: Path) -> None:
    (tmp_path / "_data").mkdir()
    (tmp_path / "_data" / "rows.yml").write_text("- name: a\n  type: string\n- name: b\n", encoding="utf-8")
    (tmp_path / "_data" / "texts.json").write_text('{\n"string": "Free text."}', encoding="utf-8")
    (tmp_path / "_data" / "calls.yml").write_text("- {path: /tool/lend}\n", encoding="utf-8")
    line = "| `{{ one.name }}` | `none`{: .label } | {{ one.type }} | {{ site.data.texts[one.type] }}\n"
    calls = "{% for one in site.data.calls %}\n## `POST {{ one.path }}`\n\n{% endfor %}"
    text = f"---\ntitle: Tool\n---\n### Definition\n\n{TITLES}{{% for one in site.data.rows %}}{line}{{% endfor %}}"
    one = made(tmp_path, tool=text, calls=f"---\ntitle: Calls\n---\n{calls}")
    properties = one.spec["components"]["schemas"]["Tool"]["properties"]
    assert [(name, each["x-source"], each["x-source-data"]) for name, each in properties.items()] == [
        ("a", "tool.md:8", ["_data/rows.yml:1", "_data/texts.json:2"]),
        ("b", "tool.md:8", ["_data/rows.yml:3"]),
    ]
    assert one.spec["paths"]["/tool/lend"]["post"]["x-source-data"] == ["_data/calls.yml:1"]


def operations(made: Made) -> set[tuple[str, str]]:
    return {(method, path) for path, item in made.spec["paths"].items() for method in item}


@pytest.mark.parametrize(
    "heading",
    [
        "## **POST** [`/tool/lend`](#x)", "## [`POST /tool/lend`](#x)", "## ~~`POST /tool/lend`~~",
        "## __POST__ `/tool/lend`",
        "<h2><code>POST /tool/lend</code></h2>", "<h2 id='x'>POST /tool/lend</h2>",
    ],
)  # fmt: skip
def test_a_heading_states_its_operation_however_it_is_marked(tmp_path: Path, heading: str) -> None:
    other = f"## `PUT /tool/{{id}}`\n\n### Request\n\n{TITLES}{row('`name`')}"
    text = f"{heading}\n\n### Request\n\n{TITLES}{row('`tool`')}\n{other}"
    one = made(tmp_path, page=f"---\ntitle: Tools\n---\n{text}")
    assert operations(one) == {("post", "/tool/lend"), ("put", "/tool/{id}")}
    assert takes(one) == ["tool"]


def test_a_heading_that_links_to_the_page_of_an_operation_states_none(tmp_path: Path) -> None:
    guide = "---\ntitle: Guide\n---\n## [`/tool/lend`](/ops/lend)\n\nLends.\n\n## [`/tool/list`](/ops/list)\n\nLists.\n"
    lend = f"---\ntitle: /tool/lend\npermalink: /ops/lend\n---\n{OPERATION}{TITLES}{row('`tool`')}"
    assert operations(made(tmp_path, guide=guide, lend=lend)) == {("post", "/tool/lend")}


def test_a_page_that_only_names_an_operation_is_completed_by_the_one_with_its_request(tmp_path: Path) -> None:
    name = "---\ntitle: /tool/lend\npermalink: /ops/lend\n---\n## `/tool/lend`\nLends a tool.\n"
    one = made(tmp_path, a=name, b=f"---\ntitle: Details\n---\n{OPERATION}{TITLES}{row('`tool`')}")
    assert operations(one) == {("post", "/tool/lend")}
    assert takes(one) == ["tool"]
    assert "duplicate-operation" not in {finding.rule.name for finding in one.findings}


def test_a_link_to_a_list_of_values_is_no_object(tmp_path: Path) -> None:
    values = "#### State\n\n| Value | Meaning\n|---|---\n| `On` | Runs.\n"
    found = schema(tmp_path, f"{TITLES}{row('`state`', '[State](#state)')}\n{values}")
    assert found["properties"]["state"].keys() <= {"x-source", "description"}


def test_a_file_that_a_page_takes_in_is_no_lost_page(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "rows.md").write_text(row("`b`"), encoding="utf-8")
    (tmp_path / "parts" / "lost.md").write_text("## `POST /tool/lost`\n", encoding="utf-8")
    text = f"### Definition\n\n{TITLES}{row('`a`')}{{% include_relative parts/rows.md %}}\n"
    one = made(tmp_path, tool=f"---\ntitle: Tool\n---\n{text}")
    assert list(one.spec["components"]["schemas"]["Tool"]["properties"]) == ["a", "b"]
    assert [(finding.rule.name, finding.location.file) for finding in one.findings] == [
        ("unrendered-page", "parts/lost.md")
    ]


def test_a_request_table_without_rows_says_nothing(tmp_path: Path) -> None:
    one = made(tmp_path, page=f"---\ntitle: Tools\n---\n{OPERATION}{TITLES}")
    assert one.spec["paths"]["/tool/lend"]["post"]["x-unknown"] == "request"


def test_contents_and_images_are_no_text_of_an_operation(tmp_path: Path) -> None:
    lend = f"## `POST /tool/lend`\n\n![A tool](tool.png)\n\nLends.\n\n### Request\n\n{TITLES}{row('`a`')}"
    text = f"* TOC\n{{:toc}}\n\n{lend}"
    one = made(tmp_path, page=f"---\ntitle: Tools\n---\n{text}")
    assert one.spec["paths"]["/tool/lend"]["post"]["description"] == "Lends."
