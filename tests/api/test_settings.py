"""Each setting of the dialect changes what is read."""
# ruff: noqa: E501

import json
from dataclasses import fields
from pathlib import Path

import pytest

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.settings import DialectError, dialect_from, settings_page
from jekyll_openapi.config import find_config
from jekyll_openapi.pipeline import make_spec
from jekyll_openapi.spec.base import Base
from tests.api.small import make, table

OP = "---\ntitle: X\n---\n## `POST /a/b`\nDoes it.\n\n"
ROW = "| `x` | `required`{: .label } | string | Text.\n"
THING = "---\ntitle: Thing\n---\n## Thing\n\n### Definition\n\n"
TYPED = THING + "| Property | Tags | Type | Remarks\n|:--|:--|:--|:--\n"
SCRIPT = "---\ntitle: /a/b\nop: true\n---\n<script>\nwindow[TDV].{0};\n</script>\n\n## `/a/b`\nDoes it.\n\n"


def tryit(text: str) -> str:
    return SCRIPT.format(f"defineTryit({{ endpoint: '/a/b', method: 'PUT', {text} }})")


def shared(name: str, text: str = "") -> dict[str, str]:
    answer = '```js\n//=>\n// [{ "id": 1 }]\n```\n'
    script = f"defineTryit({{ endpoint: '/{name}', method: 'GET', dynamic: true, {text} }})"
    page = f"---\ntitle: /{{entity}}/{name}\nop: true\n---\n<script>\nwindow[TDV].{script};\n</script>\n\n## `/{{entity}}/{name}`\nFinds.\n\n{answer}"
    things = {
        one: f"---\ntitle: {one}\n---\n### Definition\n{table('id! number, `int64`', 'key! int', extra)}"
        for one, extra in (("Bin", "name string"), ("Jar", "label string"))
    }
    return {"op.md": page, **{f"{one}.md": text for one, text in things.items()}}


CASES: dict[str, tuple[object, str | dict[str, str], str]] = {
    # name: what it is set to, pages, what stands in the description or the findings with it alone
    "operation_places": (["fence"], "---\ntitle: X\n---\n```\nPUT /a/c\n```\n", '"/a/c"'),
    "operation_sections": (
        ["calls?"],
        "---\ntitle: X\n---\n## Calls\n\n| Method | Path |\n|--|--|\n| PUT | /a/c |\n\n## Other\n\n| Method | Path |\n|--|--|\n| PUT | /a/d |\n",
        "-/a/d",
    ),
    "operation_languages": (["plaintext"], "---\ntitle: X\n---\n```http\nPUT /a/d\n```\n", "-/a/d"),
    "operation_field": ("call", "---\ntitle: a/b\ncall: true\n---\nDoes.\n", '"/a/b"'),
    "path_field": ("call", "---\ntitle: X\ncall: /a/c\n---\nDoes.\n", '"/a/c"'),
    "method_field": ("verb", "---\ntitle: /a/b\nop: true\nverb: patch\n---\nDoes.\n", '"patch"'),
    "path_columns": (["resource"], "---\ntitle: X\n---\n| Method | Resource |\n|--|--|\n| PUT | /a/c |\n", '"/a/c"'),
    "method_columns": (["action"], "---\ntitle: X\n---\n| Action | Path |\n|--|--|\n| PUT | /a/c |\n", '"/a/c"'),
    "method_words": (["verb"], "---\ntitle: /a/b\nop: true\n---\n**Verb:** PATCH\n\nDoes.\n", '"patch"'),
    "path_words": (["address"], "---\ntitle: X\n---\n**Address**: `/a/c`\n\n**Method**: `PUT`\n", '"/a/c"'),
    "path_prefixes": (["/v1"], "---\ntitle: X\n---\n## `PUT /v1/a/b`\nDoes.\n", '"/a/b"'),
    "query_methods": (["post"], OP + "### Request\n\n" + table("x string"), '"in": "query"'),
    "operation_names": ("method and path", OP, '"operationId": "postAB"'),
    "heading_lines": (["bold"], OP + "### More\n\n**Cargo**\n\n" + table("x string"), "in the section `Cargo`"),
    "request_sections": (["takes"], OP + "### Takes\n\n" + table("x string"), '"requestBody": {"required"'),
    "path_sections": (["segments"], OP + "### Segments\n\n" + table("x string"), "is a path parameter of no operation"),
    "query_sections": (["search"], OP + "### Search\n\n" + table("x string"), '"in": "query"'),
    "header_sections": (["heads"], OP + "### Heads\n\n" + table("x string"), '"in": "header"'),
    "body_sections": (["cargo"], OP + "### Cargo\n\n" + table("x string"), '"requestBody": {"required"'),
    "response_sections": (["gives"], OP + "### Gives\n\n" + table("x string"), '"BResponse"'),
    "definition_sections": (["shape"], THING.replace("Definition", "Shape") + table("x string"), '"Thing"'),
    "neutral_sections": (["contents"], OP + "### Contents\n\n" + table("x string"), '"requestBody": {"required"'),
    "note_sections": (["hints"], OP + "### Hints\nSlowly.\n", "-**Hints**"),
    "example_sections": (["shown"], OP + "### Shown\n\n```js\nfetch(0)\n```\n", "-fetch(0)"),
    "response_example_sections": (["comes back"], OP + '### Comes back\n\n```json\n{ "x": "y" }\n```\n', '"BResponse"'),
    "failure_sections": (["oops"], OP + '### Response\n\n#### Oops\n\n```json\n{ "x": "y" }\n```\n', '-"BResponse"'),
    "silent_sections": (["see also"], OP + "### See also\nElsewhere.\n", "-Elsewhere"),
    "silent_paragraphs": (["since .*"], OP + "Since 1.0.\n", "-Since 1.0"),
    "free_tables": ("request", OP + "### More\n\n" + table("x string"), '"requestBody": {"required"'),
    "list_rows": ("named", OP + "### Request\n\n- `x`: what it is\n", '"requestBody": {"required"'),
    "request_leads": (["say this:"], OP + "### More\nSay this:\n" + table("x string"), '"requestBody": {"required"'),
    "response_leads": (["it gives:"], OP + "It gives:\n" + table("x string"), '"BResponse"'),
    "property_columns": (
        ["element"],
        THING + "| Element | Tags | Type |\n|--|--|--|\n| `x` | `none` | string |\n",
        '"Thing"',
    ),
    "label_columns": (
        ["marks"],
        THING + "| Property | Marks | Type |\n|--|--|--|\n| `x` | `required` | string |\n",
        '"required": ["x"]',
    ),
    "required_columns": (
        ["must"],
        THING + "| Property | Must | Type |\n|--|--|--|\n| `x` | yes | string |\n",
        '"required": ["x"]',
    ),
    "optional_columns": (
        ["can be left out"],
        THING + "| Property | Can be left out | Type |\n|--|--|--|\n| `x` | no | string |\n",
        '"required": ["x"]',
    ),
    "type_columns": (
        ["form"],
        THING + "| Property | Tags | Form |\n|--|--|--|\n| `x` | `none` | boolean |\n",
        '"boolean"',
    ),
    "example_columns": (
        ["for instance"],
        THING
        + "| Property | Tags | Type | For instance |\n|:--|:--|:--|:--|\n| `x` | `none`{: .label } | string | tea |\n",
        '"examples": ["tea"]',
    ),
    "format_columns": (
        ["bounds"],
        THING
        + "| Property | Tags | Type | Bounds |\n|:--|:--|:--|:--|\n| `x` | `none`{: .label } | string | <= 9 chars |\n",
        '"maxLength": 9',
    ),
    "value_columns": (
        ["one of"],
        THING + "| Property | Tags | Type | One of |\n|--|--|--|--|\n| `x` | `none`{: .label } | string | a, b |\n",
        '"enum": ["a", "b"]',
    ),
    "least_columns": (
        ["from"],
        THING + "| Property | Tags | Type | From |\n|--|--|--|--|\n| `x` | `none`{: .label } | string | 2 |\n",
        '"minLength": 2',
    ),
    "most_columns": (
        ["to"],
        THING + "| Property | Tags | Type | To |\n|--|--|--|--|\n| `x` | `none`{: .label } | string | 9 |\n",
        '"maxLength": 9',
    ),
    "pattern_columns": (
        ["form"],
        THING + "| Property | Tags | Type | Form |\n|--|--|--|--|\n| `x` | `none`{: .label } | string | `^a$` |\n",
        '"pattern": "^a$"',
    ),
    "nullable_columns": (
        ["empty"],
        THING + "| Property | Tags | Type | Empty |\n|--|--|--|--|\n| `x` | `none`{: .label } | string | yes |\n",
        '"null"',
    ),
    "unit_columns": (
        ["measured in"],
        THING + "| Property | Tags | Type | Measured in |\n|--|--|--|--|\n| `x` | `none`{: .label } | string | ms |\n",
        "Unit: ms.",
    ),
    "default_columns": (
        ["preset"],
        THING + "| Property | Tags | Type | Preset |\n|--|--|--|--|\n| `x` | `none` | string | `a` |\n",
        '"default": "a"',
    ),
    "remark_columns": (
        ["why"],
        THING + "| Property | Tags | Type | Why |\n|--|--|--|--|\n| `x` | `none` | string | Why not. |\n",
        "Why not.",
    ),
    "applies_columns": (
        ["methods"],
        "---\ntitle: X\n---\n## `PUT /a/b`\nDoes.\n\n### Request\n\n| Property | Tags | Type | Methods |\n|--|--|--|--|\n| `x` | `none` | string | POST |\n",
        '-"requestBody": {"required": true',
    ),
    "place_columns": (
        ["where"],
        OP
        + "### Request\n\n| Property | Where | Tags | Type |\n|--|--|--|--|\n| `x` | query | `none`{: .label } | string |\n",
        '"in": "query"',
    ),
    "nesting_marks": ([":"], TYPED + "| `x:y` | `none`{: .label } | string |\n", '"y": {'),
    "query_array_mark": ("kept", OP.replace("POST", "GET") + "### Request\n\n" + table("`x[]` string"), '"x[]"'),
    "required_labels": (["must"], TYPED + ROW.replace("required", "must"), '"required": ["x"]'),
    "optional_labels": (["may"], TYPED + ROW.replace("required", "may"), "-unknown-label"),
    "filler_labels": (
        ["new"],
        TYPED + ROW.replace("required`{: .label }", "none`{: .label } `new`{: .label }"),
        "-unknown-label",
    ),
    "deprecated_labels": (
        ["old"],
        TYPED + ROW.replace("required`{: .label }", "none`{: .label } `old`{: .label }"),
        '"deprecated": true',
    ),
    "practice_class": ("soft", TYPED + ROW.replace(".label", ".label .soft"), "x-required-in-practice"),
    "required_words": (
        ["must"],
        THING + "| Property | Required | Type |\n|--|--|--|\n| `x` | must | string |\n",
        '"required": ["x"]',
    ),
    "optional_words": (
        ["leave"],
        THING + "| Property | Required | Type |\n|--|--|--|\n| `x` | leave | string |\n",
        "-unknown-label",
    ),
    "conditional_words": (
        ["at night"],
        THING + "| Property | Required | Type |\n|--|--|--|\n| `x` | at night | string |\n",
        "-unknown-label",
    ),
    "required_remarks": (
        ["a must"],
        THING + "| Property | Type | Remarks |\n|--|--|--|\n| `x` | string | A must. |\n",
        '"required": ["x"]',
    ),
    "optional_remarks": (
        ["a may"],
        THING + "| Property | Type | Remarks |\n|--|--|--|\n| `x` | string | A may. |\n",
        '-"x-unknown": "required"',
    ),
    "nothing": (["no arguments"], OP + "### Request\n\n" + table("`no arguments`"), "-no arguments"),
    "type_words": ({"prose": "string"}, TYPED + ROW.replace("string", "prose"), '"type": "string"'),
    "enum_words": (["choice"], TYPED + ROW.replace("string", "choice a, b"), '"enum": ["a", "b"]'),
    "array_words": (["bunch"], TYPED + ROW.replace("string", "bunch of strings"), '"array"'),
    "link_prefixes": (
        ["/kinds/"],
        {
            "t.md": THING + table("x string"),
            "u.md": TYPED.replace("Thing", "Use") + ROW.replace("string", "[Thing](/kinds/thing)"),
        },
        "reference-moved",
    ),
    "front_matter": ("optional", {"a.md": OP, "b.md": "## `PUT /a/c`\nDoes.\n"}, '"/a/c"'),
    "page_suffixes": (["mdx"], {"a.md": OP, "b.mdx": "---\ntitle: X\n---\n## `PUT /a/c`\nDoes.\n"}, '"/a/c"'),
    "html_blocks": ("markdown", "---\ntitle: X\n---\n<Tab>\n\n## `PUT /a/c`\n\nDoes.\n\n</Tab>\n", '"/a/c"'),
    "foreign_marks": (["{{< >}}"], OP + "{{< mark here >}}\n", "-unknown-liquid"),
    "security_fields": (["token"], OP.replace("title: X", "title: X\ntoken: none"), '"security": []'),
    "tryit_call": ("trythis", tryit("params: { x: 'y' }").replace("defineTryit", "tryThis"), '"x": {'),
    "tryit_path": ("url", SCRIPT.format("defineTryit({ url: '/a/c', method: 'PUT' })"), "path-mismatch"),
    "tryit_method": ("verb", SCRIPT.format("defineTryit({ verb: 'PATCH', params: { x: 'y' } })"), '"patch"'),
    "tryit_body": ("body", tryit("body: { x: 'y' }"), '"requestBody": {"required"'),
    "tryit_query": ("search", tryit("search: { x: 'y' }"), '"in": "query"'),
    "tryit_exclude": ("without", shared("list", "without: ['Jar']"), "-/jar/list"),
    "tryit_shared": (
        "common",
        {
            **shared("list"),
            "op.md": shared("list")["op.md"]
            .replace("dynamic", "common")
            .replace("title: /{entity}/list", "title: /list")
            .replace("`/{entity}/list`", "`/list`"),
        },
        "/bin/list",
    ),
    "tryit_known": (["hint"], tryit("hint: 'y'"), "-is not known"),
    "optional_key": ("?", tryit("params: { '?x': 'y' }"), '"x": {'),
    "callout_call": ("warn", SCRIPT.format("warn(window[TDV].defaultAuthWarning)"), "-unstated-security"),
    "auth_callout": ("needstoken", SCRIPT.format("buildCallouts(window[TDV].needsToken)"), "-unstated-security"),
    "entity_variable": (
        "{kind}",
        {
            name: text.replace("{entity}", "{kind}").replace("dynamic: true, ", "")
            for name, text in shared("list").items()
        },
        "/bin/list",
    ),
    "id_property": (
        "key",
        {
            name: text.replace("`id`", "`ident`").replace("| id |", "| ident |").replace('"id"', '"key"')
            for name, text in shared("list").items()
        },
        "/bin/list",
    ),
    "id_suffix": (
        "Key",
        {**shared("list"), "use.md": TYPED.replace("Thing", "Use") + "| `binKey` | `none`{: .label } | number |\n"},
        "it holds the id of `Bin`",
    ),
    "id_parameters": (["key"], shared("item", "query: { key: 1 }"), "`key` holds ids of Bin"),
    "parameter_words": (
        {"limit": "int32"},
        shared("list", "query: { limit: null }"),
        "`limit` is number, `int32` in the dialect",
    ),
    "named_only": (["search"], shared("search"), "-/jar/search"),
    "name_property": ("label", shared("find"), "/jar/find"),
    "changing_verbs": (["wash"], "---\ntitle: /a/wash\nop: true\n---\nDoes.\n", '"post"'),
    "entity_writers": (
        ["refill"],
        {
            "bin.md": "---\ntitle: Bin\n---\n### Definition\n" + table("id int", "size int"),
            "op.md": "---\ntitle: /bin/refill\nop: true\n---\n## `POST /bin/refill`\nFills.\n",
        },
        '"requestBody": {"required"',
    ),
    "reading_verbs": (
        ["show"],
        {"t.md": THING + table("x string"), "o.md": "---\ntitle: /a/showThing\nop: true\n---\nDoes.\n"},
        "the operation's name asks for",
    ),
}
BESIDE: dict[str, dict[str, object]] = {
    "operation_sections": {"operation_places": ["table"]},
    "operation_languages": {"operation_places": ["fence"]},
    "path_words": {"operation_places": ["label"]},
    "path_field": {"operation_places": ["front matter"]},
    "path_columns": {"operation_places": ["table"]},
    "method_columns": {"operation_places": ["table"]},
    "required_remarks": {"label_columns": []},
    "optional_remarks": {"label_columns": []},
}  # fmt: skip
"""Further settings needed to see the effect of a setting."""


def looks(folder: Path, pages: str | dict[str, str], settings: dict[str, object]) -> str:
    folder.mkdir()
    made = make(folder, pages, **settings)
    found = [f"{one.message} [{one.rule.name}]" for one in (*made.findings, *made.inferred)]
    return json.dumps(made.spec, default=str, ensure_ascii=False) + "\n".join(found)


@pytest.mark.parametrize("name", CASES)
def test_a_setting_changes_what_is_read(tmp_path: Path, name: str) -> None:
    value, pages, sign = CASES[name]
    beside = BESIDE.get(name, {})
    with_it = looks(tmp_path / "with", pages, {**beside, name: value})
    without = looks(tmp_path / "without", pages, beside)
    if sign.startswith("-"):
        with_it, without, sign = without, with_it, sign[1:]
    assert sign in with_it
    assert sign not in without


def test_every_setting_has_a_case() -> None:
    assert set(CASES) == {one.name for one in fields(Dialect)}


def test_every_example_on_the_page_of_settings_can_be_used(tmp_path: Path) -> None:
    examples = [
        line.removeprefix("- Example: `").removesuffix("`")
        for line in settings_page().splitlines()
        if line.startswith("- Example: ")
    ]
    assert len(examples) == len(fields(Dialect))
    (tmp_path / "pyproject.toml").write_text("[tool.jekyll-openapi.dialect]\n" + "\n".join(examples), encoding="utf-8")
    find_config(tmp_path)


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        ({"type_word": {}}, "did you mean `type_words`?"),
        ({"type_columns": "kind"}, "`type_columns` must be a list of strings, got 'kind'"),
        ({"type_columns": ["(kind"]}, "'(kind' is not a regular expression"),
        ({"type_words": {"prose": "strnig"}}, "'strnig' is not one of any, array, string"),
        ({"operation_places": ["footer"]}, "'footer' is not one of heading, title"),
        ({"free_tables": "maybe"}, "'maybe' is not one of nothing, request"),
    ],
)
def test_a_setting_that_cannot_be_used_says_why(settings: dict[str, object], problem: str) -> None:
    with pytest.raises(DialectError) as error:
        dialect_from(settings)
    assert problem in str(error.value)


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Path", "path"),
        ("Path Variables", "path"),
        ("URL Params", "path"),
        ("Query", "query"),
        ("Query String", "query"),
        ("Query params", "query"),
        ("Params", "query"),
        ("Inputs", "query"),
    ],
)
def test_a_section_of_parameters_is_read_under_each_title_that_docs_use(tmp_path: Path, title: str, place: str) -> None:
    table = f"### {title}\n\n| Name | Type |\n|---|---|\n| `shelf` | string |\n"
    path = "/pallet/{shelf}" if place == "path" else "/pallet"
    (tmp_path / "page.md").write_text(f"---\ntitle: Pallets\n---\n\n## `GET {path}`\nShows it.\n\n{table}", "utf-8")
    (parameter,) = make_spec(tmp_path, Base()).spec["paths"][path]["get"]["parameters"]
    assert (parameter["name"], parameter["in"], parameter["x-source"]) == ("shelf", place, "page.md:12")
