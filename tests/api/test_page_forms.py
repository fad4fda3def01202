"""A page says the same in whatever form it is written: footnotes, folded contents, invisible characters."""

from pathlib import Path
from typing import Any

import pytest

from tests.api.small import body, make, operation, parameters, rules, shape, table

PAGE = """---
title: /order/place
---

## `/order/place`

Places an order.

### Request

| Property | Tags | Type | Remarks
|:---|:---|:---|:---
| `symbol` | `required`{: .label } | string | The contract.
| `size` | `none`{: .label } | integer | How many.

### Response

Nothing.
"""
PLACE = "POST /order/place"


def told(folder: Path, page: str) -> tuple[tuple[dict[str, Any], str, str], set[str]]:
    """What the page says of its request, its description and its summary; and the rules of the findings."""
    made = make(folder, page)
    found = operation(made, PLACE)
    schemas = {
        name: (list(one.get("required", ())), {key: value.get("type") for key, value in one["properties"].items()})
        for name, one in made.spec["components"]["schemas"].items()
        if "properties" in one
    }
    return (schemas, found["description"], found["summary"]), rules(made)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("`symbol`", "`sym\u200bbol`"),
        ("`symbol`", "`symbol\u00ad`"),
        ("`symbol`", "\ufeff`symbol`"),
        ("| integer |", "| integer\u200b |"),
        ("| integer |", "| inte\u2060ger |"),
        ("### Response", "### Response\u200b"),
        ("## `/order/place`", "## `/order/\u200bplace`"),
        ("## `/order/place`", '## <a name="place"></a>`/order/place`'),
        ("### Request", '### <span id="request"></span> Request'),
        ("### Request", '### Request <a id="request" href="#request"></a>'),
        ("| `required`{: .label } |", "|\u00a0`required`{: .label }\u00a0|"),
        ("| `none`{: .label } |", "| `none`{: .label }&nbsp; |"),
        (
            "Places an order.",
            '<details markdown="block">\n<summary>Contents</summary>\n\n- TOC\n{:toc}\n</details>\n\nPlaces an order.',
        ),
        (
            "## `/order",
            '<details open markdown="block">\n  <summary>\n    Table of contents\n  </summary>\n  {: .text-delta }\n'
            "1. TOC\n{:toc}\n</details>\n\n## `/order",
        ),
    ],
)
def test_another_form_says_the_same(old: str, new: str, tmp_path: Path) -> None:
    assert old in PAGE
    assert told(tmp_path / "new", PAGE.replace(old, new)) == told(tmp_path / "old", PAGE)


@pytest.mark.parametrize("heading", ["## `/order/place`", "### Request", "### Response"])
def test_an_attribute_list_behind_a_title_is_reported_and_is_no_part_of_it(heading: str, tmp_path: Path) -> None:
    said, found = told(tmp_path / "old", PAGE)
    page = PAGE.replace(heading, heading + " {: .no_toc }")
    assert told(tmp_path / "new", page) == (said, found | {"malformed-attributes"})


def test_a_joiner_within_a_word_stays(tmp_path: Path) -> None:
    made = make(tmp_path, PAGE.replace("Places an order.", "\u0645\u06cc\u200c\u062e\u0648 places."))
    assert operation(made, PLACE)["description"] == "\u0645\u06cc\u200c\u062e\u0648 places."


def test_a_label_that_folds_up_a_text_is_no_summary(tmp_path: Path) -> None:
    page = PAGE.replace(
        "Places an order.",
        '<details markdown="1">\n<summary>More</summary>\n\nOn holidays too.\n\n</details>\n\nPlaces an order.',
    )
    found = operation(make(tmp_path, page), PLACE)
    assert found["description"] == "**More**\n\nOn holidays too.\n\nPlaces an order."
    assert found["summary"] == "On holidays too"


def test_a_commented_label_stays_hidden(tmp_path: Path) -> None:
    page = PAGE.replace("Places an order.", "<div>\n<!-- <summary>Old</summary> -->\nNew.\n</div>\n\nPlaces an order.")
    assert operation(make(tmp_path, page), PLACE)["description"] == "New.\n\nPlaces an order."


NOTE = "\n[^1]: In the day session only.\n"
BOTH = "Places an order.\n\nIn the day session only."


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (PAGE.replace("an order.", "an order.[^1]") + NOTE, BOTH),
        (PAGE.replace("an order.", "an[^1] order.").replace("Nothing.", f"Nothing.\n{NOTE}"), BOTH),
        (PAGE.replace("an order.", "an order.[^1]").replace("### Request", f"{NOTE}\n\n### Request"), BOTH),
        (PAGE.replace("an order.", "an order[^1].\n\nMore.[^1]") + NOTE, f"{BOTH}\n\nMore."),
    ],
)  # fmt: skip
def test_a_footnote_stands_behind_the_text_that_refers_to_it(page: str, expected: str, tmp_path: Path) -> None:
    made = make(tmp_path, page)
    found = operation(made, PLACE)
    assert (found["description"], found["summary"]) == (expected, "Places an order")
    assert "day session" not in str(found["responses"])
    assert "unread-text" not in rules(made)


@pytest.mark.parametrize("old", ["`symbol` |", "| integer", "| string", "How many."])
def test_the_mark_of_a_footnote_is_no_part_of_a_cell(old: str, tmp_path: Path) -> None:
    (schemas, text, _), found = told(tmp_path / "old", PAGE)
    new = old.removesuffix(" |") + "[^1]" + " |" * old.endswith(" |")
    (now, longer, _), after = told(tmp_path / "new", PAGE.replace(old, new) + NOTE)
    assert (now, after) == (schemas, found)
    assert longer == text + "\n\nIn the day session only."


def test_a_footnote_does_not_part_the_halves_of_a_table(tmp_path: Path) -> None:
    page = PAGE.replace("How many.\n", "How many.[^1]\n\n| `note` | `none`{: .label } | string | Text.\n") + NOTE
    (schemas, *_), _ = told(tmp_path, page)
    assert [list(types) for _, types in schemas.values()] == [["symbol", "size", "note"]]


@pytest.mark.parametrize("text", ["an order.", "an order.[^2]", "an order `[^1]`.", "an order.\\[^1]"])
def test_a_footnote_to_which_nothing_refers_is_reported(text: str, tmp_path: Path) -> None:
    made = make(tmp_path, PAGE.replace("an order.", text) + NOTE)
    lost = [one for one in made.findings if "footnote `1`" in one.message]
    assert [one.location.line for one in lost] == [PAGE.count("\n") + 2]
    assert "day session" not in str(made.spec)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("~~~md\n```js\na\n```\n~~~", "````md\n```js\na\n```\n````"),
        ("````\n```\n````", "````\n```\n````"),
        ("```js\na\n```", "```js\na\n```"),
        ("```js\n`a`\n```", "```js\n`a`\n```"),
        ("Write `` a`b ``.", "Write `` a`b ``."),
        ("Write ``` a``b` ```.", "Write ``` a``b` ```."),
    ],
)
def test_code_that_holds_backticks_ends_where_it_ended(page: str, expected: str, tmp_path: Path) -> None:
    page = f"---\ntitle: Tool\npermalink: /entity-system/index/Tool\n---\n\n## Tool\n\nA tool.\n\n{page}\n\n{TOOL}"
    assert make(tmp_path, page).spec["components"]["schemas"]["Tool"]["description"] == f"A tool.\n\n{expected}"


TOOL = "### Definition\n\n| Property | Tags | Type |\n|---|---|---|\n| `id` | `none`{: .label } | string |\n"


IN_FRONT_MATTER = "---\ntitle: Place order\n%s---\n\nPlaces an order.\n\n" + PAGE.partition("Places an order.\n\n")[2]


@pytest.mark.parametrize(
    "fields",
    [
        "endpoint: /order/place\nmethod: POST\n",
        "path: /order/place\nhttp_method: post\n",
        "url: /order/place\nverb: Post\n",
        "apiPath: /order/place\nhttpMethod: POST\n",
        "api: POST /order/place\n",
        "request: 'POST: /order/place'\n",
    ],
)
def test_front_matter_alone_states_an_operation(fields: str, tmp_path: Path) -> None:
    (tmp_path / "with").mkdir()
    (tmp_path / "without").mkdir()
    assert told(tmp_path / "with", IN_FRONT_MATTER % fields)[0][:2] == told(tmp_path / "without", PAGE)[0][:2]


def test_front_matter_that_states_another_operation_than_the_page_is_reported(tmp_path: Path) -> None:
    made = make(tmp_path, PAGE.replace("place\n", "place\nendpoint: /order/put\nmethod: POST\n", 1))
    assert list(made.spec["paths"]) == ["/order/place"]
    assert "the request `POST /order/put` is no operation of the description" in [one.message for one in made.findings]


@pytest.mark.parametrize(
    "fields",
    [
        "endpoint: /order/place\n",
        "method: POST\n",
        "path: /guide/place\nmethod: mail\n",
        "permalink: /order/place\nmethod: POST\n",
        "description: POST to /order/place\n",
        "path: img/place.png\nmethod: get\n",
    ],
)
def test_other_front_matter_states_none(fields: str, tmp_path: Path) -> None:
    made = make(tmp_path, f"---\ntitle: Placing orders\n{fields}---\n\nHow to place one.\n")
    assert not made.spec["paths"]
    assert not made.findings


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| How many.", "| How many.[^one]"),
        ("| integer |", "| integer[^one] |"),
        ("| `size` |", "| `size`[^one] |"),
        ("| How many.", "| How many[^one] of it."),
    ],
)
def test_a_footnote_of_a_cell_is_a_remark_on_its_row(old: str, new: str, tmp_path: Path) -> None:
    page = PAGE.replace(old, new) + "\n[^one]: From 1 to 5. Defaults to 3.\n"
    one = body(make(tmp_path, page), PLACE)["properties"]["size"]
    assert (one["type"], one["minimum"], one["maximum"], one["default"]) == ("integer", 1, 5, 3)


def test_a_footnote_of_an_item_is_a_remark_on_it(tmp_path: Path) -> None:
    head, _, tail = PAGE.partition("| Property")
    items = "- `size` (integer): How many.[^one]\n- `symbol` (string): The contract.[^two]\n\n"
    page = (
        head + items + "### Response" + tail.partition("### Response")[2] + "\n[^one]: At most 5.\n[^two]: Required.\n"
    )
    found = body(make(tmp_path, page), PLACE)
    assert found["properties"]["size"]["maximum"] == 5
    assert "maximum" not in found["properties"]["symbol"]


def test_a_footnote_of_a_text_is_no_remark_on_a_row(tmp_path: Path) -> None:
    page = PAGE.replace("Places an order.", "Places an order.[^one]") + "\n[^one]: At most 5.\n"
    assert "maximum" not in body(make(tmp_path, page), PLACE)["properties"]["size"]


@pytest.mark.parametrize(
    "head",
    ["api:\n  method: POST\n  path: /tools", "call:\n  verb: post\n  url: /tools\n  tags: [a, b]", "api: POST /tools"],
)
def test_front_matter_states_an_operation_in_a_mapping(head: str, tmp_path: Path) -> None:
    made = make(tmp_path, f"---\ntitle: Tools\n{head}\n---\n\n### Request\n{table('`own` string')}")
    assert shape(body(made, "POST /tools")) == {"own": "string"}


def test_a_table_with_places_directly_below_an_operation_is_what_it_takes(tmp_path: Path) -> None:
    rows = "| `id` | path | integer |\n| `x` | query | string |\n| `n` | body | string |\n"
    made = make(
        tmp_path, f"---\ntitle: Tools\n---\n## `PUT /tools/{{id}}`\n\n| Name | In | Type |\n|---|---|---|\n{rows}"
    )
    assert parameters(made, "PUT /tools/{id}") == ["path id!", "query x"]
    assert shape(body(made, "PUT /tools/{id}")) == {"n": "string"}


@pytest.mark.parametrize(
    "row", ["<dl><dt><code>own</code></dt><dd>string</dd></dl>", "<ul><li><b>own</b>: string</li></ul>"]
)
def test_rows_in_an_html_list_are_found(row: str, tmp_path: Path) -> None:
    made = make(tmp_path, f"---\ntitle: Tools\n---\n## `POST /tools`\n\n### Request\n\n{row}\n")
    assert "unread-text" in rules(made)
    assert "unread-text" not in rules(make(tmp_path, f"---\ntitle: Tools\n---\n## `POST /tools`\n\n{row}\n"))
