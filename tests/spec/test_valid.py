"""Whatever stands on pages, what comes out is valid OpenAPI: pages of pieces, judged by a tool that is not ours."""

import json
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from openapi_spec_validator import validate

from jekyll_openapi.pipeline import make_spec
from jekyll_openapi.spec.base import Base
from tests.sampling import examples

NAMES = st.sampled_from(
    ["`a`", "`b`", "`other.action`", "`lines[].sku`", "`x?`", "~~`old`~~", "`a`, `c`", "`$ref`", "`a b`", "`id`",
     "`if`", "\u21b3 `town`", "`{id}`", "`\u00e4`", "`1`", "``", "`properties`", "<none>"]
)  # fmt: skip
TAGS = st.sampled_from(["`required`{: .label }", "`none`{: .label }", "`deprecated`{: .label }", "", "x"])
TYPES = st.sampled_from(
    ["string <= 64 chars", '`"A", "B", null`', "array of integers", "map of string to number", "number > 0", "JSON",
     "string or integer", "number (0-400)", "Date string", "object", "[X](/entity-system/index/thing)", '`"A"`',
     "`Thing`", "Array<`Thing`>", "string, default `x`", "date", "number [1..", "nullable string", "",
     "email, default `y`"]
)  # fmt: skip
REMARKS = st.sampled_from(
    ["", "At most 5 characters.", "Must be positive.", "Defaults to `3`.", "Required if `a` is given.", "Deprecated.",
     "Either `a` or `b` is required.", "Mutually exclusive with `b`.", "`null` if open.", "Must be a valid email.",
     "Up to 3 decimals. Defaults to 0.07.", 'Must be `true` if `b` is `"A"`.', 'Only allowed if `b` is `"A"`.',
     "Required unless `b` is given.", "Requires `b`.", "Exactly one of `a`, `b` is required."]
)  # fmt: skip
ROWS = st.builds("| {} | {} | {} | {}".format, NAMES, TAGS, TYPES, REMARKS)
TABLES = st.lists(ROWS, min_size=1, max_size=4).map(
    lambda rows: "| Property | Tags | Type | Remarks\n|:--|:--|:--|:--\n" + "\n".join(rows)
)
HEADINGS = st.sampled_from(
    ["## `/a/b`", "## `GET /a/{id}`", "## `POST /a/:id/close`", "### Request", "### Response", "### Definition",
     "## Thing", "### Path parameters", "### Query parameters", "### Header parameters", "#### Object",
     "## `PUT /a/{id}/{id}`", "## `/a/{x-y}`", "## `/{entity}/find`", "No token is needed.", "**Deprecated.**"]
)  # fmt: skip
SCRIPTS = st.sampled_from(
    [
        "{ endpoint: '/a/b', params: { a: 1.25, '// b': 'A', other: { action: [] } } }",
        "{ endpoint: '/find', dynamic: true }",
    ]
).map(lambda call: f"<script>window[TDV].defineTryit({call});</script>")
TITLES = st.sampled_from(["Thing", "/a/b", "/thing/update", "/{entity}/list", ""])
PAGES = st.builds(
    lambda title, blocks: f"---\ntitle: '{title}'\n---\n\n" + "\n\n".join(blocks) + "\n",
    TITLES,
    st.lists(HEADINGS | TABLES | SCRIPTS, min_size=1, max_size=8),
)


@settings(max_examples=examples(40), deadline=None)
@given(st.lists(PAGES, min_size=1, max_size=3))
def test_pages_of_any_pieces_give_a_valid_description(pages: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, page in enumerate(pages):
            (Path(folder) / f"page{number}.md").write_text(page, encoding="utf-8")
        spec = make_spec(Path(folder), Base()).spec
    validate(json.loads(json.dumps(spec, default=float)))
