"""Made-up pages: kramdown, which renders the real ones, sees the same tables, cells, labels and texts in them."""

import random
import re
from pathlib import Path

from jekyll_openapi.diagnostics import Diagnostic
from jekyll_openapi.pages.document import Table
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pages.markdown import read_blocks
from jekyll_openapi.pages.placed_text import File, PlacedText
from jekyll_openapi.rules import UNRENDERED_TABLE
from tests.pages.other_readers import Cells, Rendered, kramdown_pages, our_page
from tests.programs import Programs

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
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n?", re.DOTALL)
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


def tables_differ(ours: Rendered, theirs: Rendered) -> bool:
    """Whether two readers of a page disagree on its tables."""
    is_alike = alike(ours.tables, theirs.tables) == alike(theirs.tables, ours.tables)
    return not is_alike or len(ours.tables) != len(theirs.tables)


def differ(ours: Rendered, theirs: Rendered, is_whole: bool) -> bool:
    """Whether two readers of a page disagree."""
    return tables_differ(ours, theirs) or (is_whole and ours.texts != theirs.texts)


def alike(tables: list[Cells], widths: list[Cells]) -> list[Cells]:
    """The tables, each as wide as the narrower of two, and without the empty cells at the end of rows."""
    pairs = zip(tables, widths, strict=False)
    return [[_filled(row[: min(len(rows[0]) for rows in (one, other) if rows)]) for row in one] for one, other in pairs]


def _filled(row: list[tuple[str, tuple[str, ...]]]) -> list[tuple[str, tuple[str, ...]]]:
    while row and row[-1] == ("", ()):
        row = row[:-1]
    return row


def test_kramdown_sees_the_same_page(programs: Programs) -> None:
    pages = [page(number) for number in range(PAGES)]
    both = ((text, *read(text), theirs) for text, theirs in zip(pages, kramdown_pages(programs, pages), strict=True))
    wrong = [(text, ours, theirs) for text, ours, is_whole, theirs in both if differ(ours, theirs, is_whole)]
    assert not wrong, f"{len(wrong)} of {PAGES}: {min(wrong, key=lambda one: len(one[0]))}"


def test_options_in_a_page_hold_from_their_line_on(programs: Programs) -> None:
    table = "<div>\n\n| `a` | b |\n|---|---|\n| `c` | d |\n\n</div>\n\n"
    on, off = (f'{{::options parse_block_html="{said}" /}}\n\n' for said in ("true", "false"))
    pages = [table + on + table + off + table, on + table, off + table, table]
    both = ((read(text)[0], theirs) for text, theirs in zip(pages, kramdown_pages(programs, pages), strict=True))
    assert [(len(ours.tables), len(theirs.tables)) for ours, theirs in both] == [(1, 1), (1, 1), (0, 0), (0, 0)]


def _without_blank_lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    return "\n".join(line for line in lines if line.strip() or chance.random() < 0.6)


def _indented(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    end = start + chance.randint(1, 12)
    width = chance.choice([1, 2, 3, 4])
    return "\n".join(" " * width + line if start <= at < end and line else line for at, line in enumerate(lines))


def _wrapped(text: str, chance: random.Random) -> str:
    opening, closing = chance.choice(
        [('<div class="wide" markdown="1">', "</div>"), ("<details>", "</details>"), ("> ", ""), ("- x\n", "")]
    )
    blank = chance.choice(["\n", "\n\n"])
    if "|" not in text:
        return text
    start = text.index("|")
    end = text.rindex("|") + 1
    return f"{text[:start]}{opening}{blank}{text[start:end]}{blank}{closing}{text[end:]}"


def _shortened(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    return "\n".join(line.rstrip("| ") if chance.random() < 0.3 else line for line in lines)


def _with_words(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(4):
        lines.insert(
            chance.randrange(len(lines) + 1), chance.choice(["Note.", "{: .wide }", "---", "- a", ": b", "## C"])
        )
    return "\n".join(lines)


MUTATIONS = (_without_blank_lines, _indented, _wrapped, _shortened, _with_words)


def test_kramdown_sees_the_same_in_pages_as_a_writer_changes_them(site: Path, programs: Programs) -> None:
    texts = [_FRONT_MATTER.sub("", path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.md"))]
    # `Array<number>` is an element to kramdown, which takes in what stands behind it; to people it is a type.
    texts = [text.replace("<", "&lt;") if "<number>" in text or "<int>" in text else text for text in texts]
    pages = [
        change(text, random.Random(f"{number} {change.__name__}"))
        for number, text in enumerate(texts)
        for change in MUTATIONS
        if "<script" not in text and "<none>" not in text
    ]
    both = ((text, *read(text), theirs) for text, theirs in zip(pages, kramdown_pages(programs, pages), strict=True))
    wrong = [(text, ours, theirs) for text, ours, _, theirs in both if tables_differ(ours, theirs)]
    assert not wrong, f"{len(wrong)} of {len(pages)}: {min(wrong, key=lambda one: len(one[0]))}"
