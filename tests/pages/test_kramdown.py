"""Made-up pages: kramdown, which renders the real ones, sees the same tables, cells, labels and texts in them."""

import random

from jekyll_openapi.diagnostics import Diagnostic
from jekyll_openapi.pages.document import Table
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pages.markdown import read_blocks
from jekyll_openapi.pages.placed import File, PlacedText
from jekyll_openapi.rules import UNRENDERED_TABLE
from tests.pages.other_readers import Cells, Rendered, kramdown_pages, our_page

LINES = [
    "", "", "", "", "| Property | Tags | Type | Remarks", "|:---|:---|:---|:---", "|---|---|", "|---",
    "| `id` | `required`{: .label .label-red } | number, `int64` | The key.", "| `a` | `b|c` | d \\| e | f |",
    "|| x |", "| a |", "a | b", "| `open | c", "|===|", "| `x | y` z | ``w ` v`` |", "| **c** |", "| [A](/b) |",
    "text", "more text", "### Request", "## `/a/b`", "##none", "Title", "=====", "-----", "---", "* * *", "- item",
    "  - inner", "    deep", "  more", "* star", "1. one", "2. two", "1) no", "- | a | b |", "  | c | d |",
    "`height`", ": required, number", ": again", "    : far", "> quoted", "> | a | b |", "> |---|---|", "lazy",
    "```js", "```", "~~~", "const a = 1", "    code", "\tcode", "{: .wide }", "{: .label }", "^",
    "<div markdown=\"1\">", "</div>", "<div>", "[x]: /y", "x [y][x] z", "- `weight` (required, number): in grams",
    "- `cloth` (string)", "+ plus", ":no", "#", "## ", "| |", "+---+", "\\| a | b",
]  # fmt: skip
PAGES = 700


def page(number: int) -> str:
    """A page of some lines, the same for the same number."""
    chance = random.Random(number)
    return "\n".join(chance.choice(LINES) for _ in range(chance.randint(2, 14))) + "\n"


def read(text: str) -> tuple[Rendered, bool]:
    """What we read of a page, without the tables that are none to kramdown; whether that is all of the page."""
    found: list[Diagnostic] = []
    blocks = read_blocks(PlacedText.whole(File("x.md", text)), found.append, Limits())
    unrendered = {one.location.line for one in found if one.rule is UNRENDERED_TABLE}
    shown = tuple(block for block in blocks if not isinstance(block, Table) or block.location.line not in unrendered)
    return our_page(shown), len(shown) == len(blocks)


def differ(ours: Rendered, theirs: Rendered, is_whole: bool) -> bool:
    """Whether two readers of a page disagree."""
    tables = alike(ours.tables, theirs.tables) != alike(theirs.tables, ours.tables)
    return tables or len(ours.tables) != len(theirs.tables) or (is_whole and ours.texts != theirs.texts)


def alike(tables: list[Cells], widths: list[Cells]) -> list[Cells]:
    """The tables, each as wide as the narrower of two, and without the empty cells at the end of rows."""
    pairs = zip(tables, widths, strict=False)
    return [[_filled(row[: min(len(rows[0]) for rows in (one, other) if rows)]) for row in one] for one, other in pairs]


def _filled(row: list[tuple[str, tuple[str, ...]]]) -> list[tuple[str, tuple[str, ...]]]:
    while row and row[-1] == ("", ()):
        row = row[:-1]
    return row


def test_kramdown_sees_the_same_page() -> None:
    pages = [page(number) for number in range(PAGES)]
    both = ((text, *read(text), theirs) for text, theirs in zip(pages, kramdown_pages(pages), strict=True))
    wrong = [(text, ours, theirs) for text, ours, is_whole, theirs in both if differ(ours, theirs, is_whole)]
    assert not wrong, f"{len(wrong)} of {PAGES}: {min(wrong, key=lambda one: len(one[0]))}"
