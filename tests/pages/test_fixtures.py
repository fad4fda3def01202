"""Each small language of a page by a file of inputs and what is read of them."""

from collections.abc import Callable

import pytest

from jekyll_openapi.diagnostics import Diagnostic, Location
from jekyll_openapi.pages.document import Fence
from jekyll_openapi.pages.front_matter import read_front_matter
from jekyll_openapi.pages.inline import read_spans
from jekyll_openapi.pages.javascript import read_bindings, read_calls, read_values
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pages.liquid import render
from jekyll_openapi.pages.markdown import read_blocks
from jekyll_openapi.pages.placed_text import File, PlacedText
from jekyll_openapi.pages.row import is_separator, split_row
from tests.pages.fixture_files import Case, cases
from tests.pages.show import show_block, show_call, show_field, show_finding, show_place, show_span, show_value

VARIABLES = {
    "site": {"baseurl": "/docs", "url": "https://a.example", "title": "Docs", "kinds": ["a", "b"], "beta": False},
    "page": {"title": "/order/place", "parent": "Orders"},
}


def row(file: File, found: list[Diagnostic]) -> list[str]:
    """The cells of each line with their columns."""
    lines = []
    for line in file.text.split("\n"):
        cells = [f"{start + 1}-{end + 1} {line[start:end]!r}" for start, end in split_row(line)]
        lines.append("separator" if is_separator(line) else " ".join(cells) or "no cell")
    return lines


def inline(file: File, found: list[Diagnostic]) -> list[str]:
    """The spans."""
    return [show_span(span) for span in read_spans(PlacedText.whole(file), {}, found.append)]


def javascript(file: File, found: list[Diagnostic]) -> list[str]:
    """The calls of a script."""
    return [show_call(call) for call in read_calls(file.text, file.location, found.append)]


def fence(file: File, found: list[Diagnostic]) -> list[str]:
    """The bindings and values of a fence whose language is in the first line."""
    language, _, text = file.text.partition("\n")
    one = Fence(language.strip("-"), text, Location("x.md", 1, 1))
    bindings = [f"{item.name} = {show_value(item.value)} @{show_place(item.location)}" for item in read_bindings(one)]
    return bindings + [f"{show_value(value)} @{show_place(value.location)}" for value in read_values(one)]


def front_matter(file: File, found: list[Diagnostic]) -> list[str]:
    """The fields, and the text behind them."""
    fields, start = read_front_matter(file, found.append, Limits())
    return [*map(show_field, fields), f"body {file.text[start:]!r}"]


def liquid(file: File, found: list[Diagnostic]) -> list[str]:
    """The rendered text, and where each word of it comes from."""
    placed = render(PlacedText.whole(file), VARIABLES, found.append)
    lines = [repr(placed.text)]
    position = 0
    for word in placed.text.split():
        position = placed.text.index(word, position)
        lines.append(f"{word} @{show_place(placed.location(position, position + len(word)))}")
        position += len(word)
    return lines


def markdown(file: File, found: list[Diagnostic]) -> list[str]:
    """The blocks."""
    blocks = read_blocks(PlacedText.whole(file), found.append, Limits())
    return [line for block in blocks for line in show_block(block)]


READERS: list[Callable[[File, list[Diagnostic]], list[str]]] = [
    row,
    inline,
    javascript,
    fence,
    front_matter,
    liquid,
    markdown,
]


def read(reader: Callable[[File, list[Diagnostic]], list[str]], given: str) -> str:
    """What a reader gives for an input, with its findings behind."""
    found: list[Diagnostic] = []
    lines = reader(File("x.md", given), found)
    return "\n".join([*lines, *map(show_finding, found)])


@pytest.mark.parametrize(
    ("reader", "case"),
    [
        pytest.param(reader, case, id=f"{reader.__name__}: {case.title}")
        for reader in READERS
        for case in cases(f"{reader.__name__}.txt")
    ],
)
def test_input_is_read_as_the_file_says(reader: Callable[[File, list[Diagnostic]], list[str]], case: Case) -> None:
    assert read(reader, case.given) == case.expected
