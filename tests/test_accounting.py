"""Nothing that a page states is lost: it is in the spec, in a finding, or known to state nothing."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest

from jekyll_openapi.accounting.account import account
from jekyll_openapi.accounting.lines import KINDS
from jekyll_openapi.api.dialect import TRADOVATE
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.pages.compressed import Lines
from jekyll_openapi.pipeline import Made, make_spec
from jekyll_openapi.spec.base import Base

PAGES = Path(__file__).parent.parent / "spec" / "pages"
CASES = sorted((Path(__file__).parent / "cases").iterdir())


@pytest.fixture(scope="module")
def made() -> Made:
    return make_spec(PAGES, Base())


def test_nothing_of_the_default_pages_is_unexplained(made: Made) -> None:
    books = account(made.site, made.stated, made.findings, TRADOVATE)
    assert books.unexplained == ()
    explained = (*books.in_spec, *books.in_findings, *(line for line, _ in books.meaningless))
    assert {line.kind for line in explained} == set(KINDS) - {"HTML row"}


def test_nothing_of_the_real_site_is_unexplained(site: Path) -> None:
    made = make_spec(site, Base())
    assert account(made.site, made.stated, made.findings, TRADOVATE).unexplained == ()


@pytest.mark.parametrize("case", CASES, ids=lambda one: one.name)
def test_nothing_of_a_broken_page_is_unexplained(case: Path) -> None:
    made = make_spec(case / "pages", Base())
    assert account(made.site, made.stated, made.findings, TRADOVATE).unexplained == ()


def test_a_forgotten_property_is_noticed(made: Made) -> None:
    spec = made.stated | {"components": made.spec["components"] | {"schemas": dict(made.spec["components"]["schemas"])}}
    account_schema = dict(spec["components"]["schemas"]["Account"])
    account_schema["properties"] = {k: v for k, v in account_schema["properties"].items() if k != "active"}
    spec["components"]["schemas"]["Account"] = account_schema
    unexplained = account(made.site, spec, made.findings, TRADOVATE).unexplained
    assert {(line.kind, line.location.file) for line in unexplained} == {("row", "entities_pages/account.md")}


def test_a_swallowed_finding_is_noticed() -> None:
    made = make_spec(Path(__file__).parent / "cases" / "unread-text" / "pages", Base())
    kept = [one for one in made.findings if one.rule.name != "unread-text"]
    assert account(made.site, made.stated, kept, TRADOVATE).unexplained


OPERATION = """---
title: /desk/take
op: true
---

<script>
    window[TDV].defineTryit({{ endpoint: '/desk/take', method: 'POST' }});
    window[TDV].buildCallouts(window[TDV].buildCallouts.defaultAuthWarning);
</script>

## `/desk/take`
Takes.

### Request

| Property | Tags | Type | Remarks
|:---|:---|:---|:---
| `lots` | `required`{{: .label }} | number, `int32` | How many.

{more}
"""


@pytest.mark.parametrize(
    "more",
    [
        '<div markdown="1">\n\n| Property | Tags | Type\n|---|---|---\n| `a` | `none` | string |\n\n</div>',
        "<section>\n| Property | Type\n|---|---\n| `a` | string |\n</section>",
        "<style>\n| Property | Type\n|---|---\n| `a` | string |\n</style>",
        "    | Property | Type\n    |---|---\n    | `a` | string |",
        "```\n| Property | Type\n|---|---\n| `a` | string |\n```",
        "<table><tr><th>A</th></tr>\n<tr><td><code>a</code></td></tr>\n</table>",
        "### Limits\nOnly call this endpoint once daily.\n",
        "- `Frozen`: the account is frozen",
        "{% include rows.md %}",
        '### Limits\nTwo [desk](/desk/take)s of [one](/desk/take "it")ness, **bold**s and `code`s count.\n',
        "### Limits\n- Two [desk](/desk/take)s, and <a href='/desk/take'>three</a>s.\n",
        "### Example\n\n    const a = take()\n    try {\n      show(a)\n    } catch(err) {}\n",
        "### Example\n\n    Only once an hour, and never\n    on a holiday.\n",
        "### Example\n```js\nlet a\n\n    try {\n        a = await fetch(URL)\n    } finally {}\n",
        "### Example\nlet a\ntry {\n    a = await fetch(URL)\n",
        "### Related\n- [Desk](/desk/take)\n- Desk, broken)\n- [A link\nof two lines](/desk/take)\n",
        "### Response\nTells how many were taken.\n- `left`, of these, later\n",
        "### Response Example\nWhat is left of them is not shown.\n",
        "<div class='note'>Not more than two a <b>day</b>.</div>\n",
        "The simplest way of all to take one without much ado is that:\n\n```\ncurl x\n```\n",
        "| Property | Tags\n| Type\n|---|---|---\n| `a` | `none` | string\nthat goes on | here\n| `b` | | string",
        "A lone row:\n| `a` | `none` | string |\nin a text.\n",
        "<script>\n    window[TDV].defineTryits({ endpoint: '/desk/drop', params: { ghost: 1 } });\n</script>\n",
        "<script>\n    one.two({ endpoint: '/desk/drop', method: 'POST', params: { ghost: 1 } });\n</script>\n",
        "<script>\n    defineTryit({ endpoint: '/desk/take', params: { a 1, ghost: 1,\n      b: 2 } });\n</script>\n",
        "<script>\n    defineTryit({ name: 'x', pa rams: {\n      ghost: 1 } });\n</script>\n",
        "| Property | Type\n|---|---\n| `<none>` | `ghost` |\n",
        "<script>\n    label: on.load(() => {\n      defineTryit({ endpoint: '/desk/take', params: { a: 1 } });\n"
        "    });\n</script>\n",
        "<script>\n    buildCallouts({\n      message: 'Mind the ' + `third` + \" step, always.\"\n    });\n"
        "</script>\n",
        "<script>\n    buildCallouts({\n      message: mind(3) + ' steps are to be minded.'\n    });\n</script>\n",
        "<script>\n    buildCallouts({\n      text: 'Mind <b style=\"a<i>b\">all</b> of the steps.'\n    });\n"
        "</script>\n",
        "### Limits\n\n1.\n\n2. \n3. )\n",
        "- | Property | Type\n|---|---\n| `a` | string |\n",
        "1. ## Desks\n\nThere are three.\n",
        "```js\ntry {\n        ```\nlet a = 1\n        ```\n} catch {}\n```\n",
        "### Limits\n\n    Not more than\n    |\n    three a day.\n",
        "<div id='a'></div\nclass='b'>\n\nOne <b\nclass='c'>bold</b> word.\n",
        "<div>\nOne <a word\n\nof two is > three.\n</div>\n",
        "- [Desk[1..2]](/desk/take)\n",
        "<script>\n    defineTryit({ endpoint: '/desk/keep', method: 'POST', params: {\n"
        "      one, two: JSON.stringify({\n        three: 1 }) } });\n</script>\n\n## `/desk/keep`\nKeeps.\n",
        "<script>\n    defineTryit({ endpoint: '/desk/take' });\n    window.uts({\n      title: 'WARNING',\n"
        "      theme: 'grey', message: 'Mind the step.'\n    });\n</script>\n",
        "<s<script>\n    defineTryit({ endpoint: '/desk/keep', params: {\n      ghost: 1,\n"
        "      text: ''\n    } });\n</script>\n",
        "|1. [`Desk`](/desk/nowhere) | `lots` |\n|---|---|\n|2. [`Chair`](/desk/no) | `ghost` |\n",
        "### Example\n\n    let a, b\n    try { a = take(b)\n      a| Property | Type | Remarks\n    } catch {}\n",
        "### Limits\n- 1. `Frozen`: *nobody* trades\n",
        "<desk>\n\n| *(Desk)* | *(Lot)*\n|:---|:<div>---\n"
        "| [`Desk`](/desk/take) | [`Lot`](/desk/take) [`Cot`](/desk/take)\n",
        "<script() => {\n    defineTryit({ endpoint: '/desk/keep', params: {\n      ghost: 1\n    } });\n</script>\n",
        '<script>\n    buildCallouts({\n      message: \'See <a href="x">this one</olor:black;" href="x">once.</a>\'\n'
        "    });\n</script>\n",
        "One [desk](/de| Property | Tags\nsk/take) is enough.\n",
        "For two requests, we|:--|:--|\n can use this:\n\n```\ncurl x\n```\n",
        "| Property | Type\n|:|\n---|:---\n| `a` | string |\n",
        "### Related\n- 1. [Desk](/desk/take)\n",
        "### Related\n- [`/desk/t[ake`](/desk/take)\n",
        "```r and words:\n\n```\n<desk>/take\nlots=1\n```\n",
        "<script---\n>\n",
        "```\nlots=1\n\n| [`Desk`](/desk/\n",
        "<script>\n    buildCallouts({\n      message: 'Mind the st[e](/desk/take)p, all.'\n    });\n</script>\n",
    ],
    ids=range(57),
)
def test_nothing_of_a_page_with_something_odd_is_unexplained(tmp_path: Path, more: str) -> None:
    (tmp_path / "take.md").write_text(OPERATION.format(more=more), encoding="utf-8")
    made = make_spec(tmp_path, Base())
    assert account(made.site, made.stated, made.findings, TRADOVATE).unexplained == ()


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ("| Property | Type\n|---|---\n| `ghost` | string |\n", "row"),
        ("<table>\n<tr><td><code>ghost</code></td></tr>\n</table>\n", "HTML row"),
        ("- `ghost`: nobody has read this\n", "list item"),
        ("Nobody has read this either.\n", "paragraph"),
        ("<script>\n    window[TDV].defineTryit({ ghost: 1 });\n</script>\n", "script key"),
        ("<script>\n    buildCallouts({ message: 'Mind the ghost on the third step.' });\n</script>\n", "callout"),
    ],
)
def test_a_line_that_no_reader_has_seen_is_noticed(made: Made, more: str, kind: str) -> None:
    page = next(page for page in made.site.pages if page.path.endswith("placeOCO.md"))
    last = page.line_numbers[-1]
    numbers = (*page.line_numbers, *range(last + 1, last + 1 + more.count("\n")))
    longer = replace(page, lines=Lines(f"{page.rendered}\n{more}", numbers))
    site = replace(made.site, pages=tuple(longer if one is page else one for one in made.site.pages))
    before = account(made.site, made.stated, made.findings, TRADOVATE).unexplained
    lost = account(site, made.stated, made.findings, TRADOVATE).unexplained
    assert {line.kind for line in lost if line not in before} == {kind}


def test_a_shared_operation_has_its_parameters_under_either_key_of_the_script(tmp_path: Path) -> None:
    find = (PAGES / "operations" / "shared-ops" / "find.md").read_text("utf-8")
    (tmp_path / "account.md").write_text((PAGES / "entities_pages" / "account.md").read_text("utf-8"), "utf-8")
    for key in ("query", "params"):
        (tmp_path / "find.md").write_text(find.replace("query: {", f"{key}: {{"), "utf-8")
        made = make_spec(tmp_path, Base())
        assert [one["name"] for one in made.spec["paths"]["/account/find"]["get"]["parameters"]] == ["name"]


ENTITY = """## {name}
{text}

### Definition

| Property | Tags | Type | Remarks
|:---|:---|:---|:---
| `ok` | `none`{{: .label }} | boolean |
| `desk` | `none`{{: .label }} | [Desk](/entity-system/index/desk) |
"""


def unexplained(folder: Path, forget: Callable[[Json], object] = lambda spec: None) -> list[str]:
    """`file:line` of the lines of a site that are not explained, after something is taken out of the description."""
    made = make_spec(folder, Base())
    spec = deepcopy(made.stated)
    forget(spec)
    return [str(line.location) for line in account(made.site, spec, made.findings, TRADOVATE).unexplained]


def test_two_definitions_that_say_the_same_are_explained_and_what_one_says_more_is_found(tmp_path: Path) -> None:
    title, lot = "---\ntitle: {}\n---\n\n", ENTITY.format(name="Lot", text="A lot.")
    (tmp_path / "a.md").write_text(
        title.format("Both") + lot + "\n" + ENTITY.format(name="Cot", text="A cot."), "utf-8"
    )
    (tmp_path / "b.md").write_text(title.format("Lot") + lot, "utf-8")
    assert set(make_spec(tmp_path, Base()).stated["components"]["schemas"]) == {"Cot", "Desk", "Lot"}
    assert unexplained(tmp_path) == []
    (tmp_path / "b.md").write_text(title.format("Lot") + ENTITY.format(name="Lot", text="Never on Sundays."), "utf-8")
    assert unexplained(tmp_path) == []
    found = {(str(one.location), one.rule.name) for one in make_spec(tmp_path, Base()).findings}
    assert ("a.md:5", "duplicate-schema") in found


def test_two_pages_that_say_the_same_of_an_operation_are_explained(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(OPERATION.format(more=""), "utf-8")
    assert unexplained(tmp_path) == []


def test_a_lost_definition_is_noticed_beside_one_with_the_same_rows(tmp_path: Path) -> None:
    text = ENTITY.format(name="Lot", text="A lot.") + ENTITY.format(name="Cot", text="A cot.")
    (tmp_path / "a.md").write_text(f"---\ntitle: Both\n---\n\n{text}", "utf-8")
    assert unexplained(tmp_path, lambda spec: spec["components"]["schemas"].pop("Cot")) != []


def test_a_finding_about_the_type_of_a_row_does_not_explain_that_the_row_is_lost(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: Lot\n---\n\n" + ENTITY.format(name="Lot", text="A lot."), "utf-8")
    lost = unexplained(tmp_path, lambda spec: spec["components"]["schemas"]["Lot"]["properties"].pop("desk"))
    assert lost == ["a.md:13"]


@pytest.mark.parametrize("call", ["const a = new Date.defineTryit({", "on('x', 'y'd', () => defineTryit({"])
def test_a_call_that_is_none_any_more_is_found(tmp_path: Path, call: str) -> None:
    text = OPERATION.format(more="").replace(
        "window[TDV].defineTryit({ endpoint", f"{call} params: {{\n ghost: 1 }}, endpoint"
    )
    (tmp_path / "take.md").write_text(text, "utf-8")
    assert unexplained(tmp_path) == []
    assert "unreadable-tryit" in {one.rule.name for one in make_spec(tmp_path, Base()).findings}


def test_a_key_that_is_lost_before_an_error_of_its_script_is_noticed(tmp_path: Path) -> None:
    text = OPERATION.format(more="").replace(
        "method: 'POST' });", "method: 'POST', params: {\n        lots: 1\n    } });\n }} )"
    )
    (tmp_path / "take.md").write_text(text.replace("`lots`", "`cots`"), "utf-8")
    assert unexplained(tmp_path) == []

    def forget(spec: Json) -> None:
        spec["components"]["schemas"]["Take"]["properties"].pop("lots")
        spec["paths"]["/desk/take"]["post"]["requestBody"]["content"]["application/json"].pop("examples", None)

    made = make_spec(tmp_path, Base())
    spec = deepcopy(made.stated)
    forget(spec)
    kept = [one for one in made.findings if one.rule.name != "unlisted-parameter"]
    assert [str(one.location) for one in account(made.site, spec, kept, TRADOVATE).unexplained] == ["take.md:8"]


def test_words_of_a_row_that_stand_elsewhere_do_not_explain_it(tmp_path: Path) -> None:
    more = "Mind the ghost of the old desk.\n\n### More\n\n| Mind | the ghost | of the | desk |\n|---|---|---|---|\n"
    (tmp_path / "take.md").write_text(OPERATION.format(more=more + "| of | the | old | desk |\n"), "utf-8")
    made = make_spec(tmp_path, Base())
    kept = [one for one in made.findings if one.rule.name != "unread-text"]
    assert [one.text for one in account(made.site, made.stated, kept, TRADOVATE).unexplained] == [
        "| of | the | old | desk |"
    ]


def test_a_lost_key_is_noticed_where_another_operation_has_one_of_that_name(tmp_path: Path) -> None:
    for name in ("take", "drop"):
        text = f"""---\ntitle: /desk/{name}\nop: true\n---\n
<script>
    window[TDV].defineTryit({{ endpoint: '/desk/{name}', method: 'POST', params: {{
        ghost: 1
    }} }});
</script>\n\n## `/desk/{name}`\nThe ghost may {name} it.\n"""
        (tmp_path / f"{name}.md").write_text(text, "utf-8")

    def forget(spec: Json) -> None:
        for one in spec["components"]["schemas"].values():
            if "drop.md" in one["x-source"]:
                one.get("properties", {}).clear()
        spec["paths"]["/desk/drop"]["post"]["requestBody"]["content"]["application/json"].pop("examples")

    assert unexplained(tmp_path) == []
    assert unexplained(tmp_path, forget) == ["drop.md:8"]


def test_a_lost_key_is_noticed_that_is_called_like_a_keyword_of_descriptions(tmp_path: Path) -> None:
    path = "---\ntitle: /desk/take\nop: true\n---\n\n<script>\n    window[TDV].defineTryit({ endpoint: '/desk/take',\n"
    rest = "        method: 'POST', params: {\n        format: 1,\n        items: 2\n    } });\n</script>\n"
    (tmp_path / "take.md").write_text(f"{path}{rest}\n## `/desk/take`\n", "utf-8")

    def forget(spec: Json) -> None:
        for one in spec["components"]["schemas"].values():
            one.get("properties", {}).pop("format", None)
        spec["paths"]["/desk/take"]["post"]["requestBody"]["content"]["application/json"].pop("examples")

    assert unexplained(tmp_path) == []
    assert unexplained(tmp_path, forget) == ["take.md:9"]


def test_an_operation_that_is_left_out_explains_nothing_of_the_others_on_its_page(tmp_path: Path) -> None:
    (tmp_path / "take.md").write_text(OPERATION.format(more=""), "utf-8")
    table = "\n### Request\n\n| Property | Type\n|---|---\n| `{}` | string |\n\n"
    both = "## `/desk/take`\nTakes." + table.format("ghost") + "## `/desk/drop`\nDrops." + table.format("lots")
    (tmp_path / "two.md").write_text(f"---\ntitle: Two\n---\n\n{both}", "utf-8")
    assert unexplained(tmp_path) == []

    def forget(spec: Json) -> None:
        for one in spec["components"]["schemas"].values():
            if one["x-source"].startswith("two.md"):
                one["properties"].clear()

    assert unexplained(tmp_path, forget) == ["two.md:19"]


def test_a_row_of_entities_that_breaks_off_is_explained(tmp_path: Path) -> None:
    text = (PAGES / "operations" / "shared-ops" / "deps.md").read_text("utf-8")
    (tmp_path / "deps.md").write_text(text[: text.index("[`CashBalance`]") + len("[`Cash")], "utf-8")
    (tmp_path / "account.md").write_text((PAGES / "entities_pages" / "account.md").read_text("utf-8"), "utf-8")
    assert unexplained(tmp_path) == []
    assert "a row names no entity that is found" in {one.message for one in make_spec(tmp_path, Base()).findings}


@pytest.mark.parametrize("title", ["## POST /desk/drop", "## `DELETE` `/desk/drop`", "## **Drop**: PUT /desk/drop"])
def test_a_lost_operation_is_noticed_at_its_heading(tmp_path: Path, title: str) -> None:
    rows = "Auth required: no\n\n### {}\n\n| Property | Tags | Type\n|---|---|---\n| `lots` | `required` | string |\n\n"
    (tmp_path / "desk.md").write_text(
        f"## POST /desk/take\n\nTakes.\n\n{title}\n\n" + rows.format("Request") + rows.format("Response"), "utf-8"
    )

    def forget(spec: Json) -> None:
        spec["paths"].pop("/desk/drop")
        spec["components"]["schemas"].clear()
        spec["tags"].clear()

    assert unexplained(tmp_path) == []
    assert "desk.md:5" in unexplained(tmp_path, forget)
