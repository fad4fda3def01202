"""Containers of other site generators leave their content, with its places, and their titles as lines."""

import pytest

from jekyll_openapi.pages.containers import without_containers
from jekyll_openapi.pages.placed_text import File, PlacedText
from tests.pace import within


def _opened(written: str) -> PlacedText:
    return without_containers(PlacedText.whole(File("a.md", written)))


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ('=== "200"\n\n    a\n\n    b\nc\n', "\n**200:**\n\n\na\n\nb\nc\n"),
        ('=== "A"\n    === "B"\n        c\n    d\ne\n', "\n**A:**\n\n\n**B:**\n\nc\nd\ne\n"),
        ('!!! note "See"\n    a\n', "\nSee:\n\na\n"),
        ("!!! warning\n    a\n", "\na\n"),
        ('??? tip\n    ```\n      === "x"\n    ```\n', '\n```\n  === "x"\n```\n'),
        ('=== "open"\ntext\n', '=== "open"\ntext\n'),
        (":::danger\na\n:::\n", "\na\n\n"),
        (":::tip[Know]\na\n:::\n", "\nKnow:\n\na\n\n"),
        ("<Tabs>\n<TabItem value='c' label=\"201\">\n\na\n</TabItem>\n</Tabs>\n", "\n\n**201:**\n\n\na\n\n\n"),
        ('{% hint style="info" %}\na\n{% endhint %}\n', "\na\n\n"),
        ('{% tab title="404: No" %}\na\n{% endtab %}\n', "\n**404: No:**\n\na\n\n"),
        ('```json title="201 Created"\n{}\n```\n', "\n**201 Created:**\n\n```json\n{}\n```\n"),
        ('=== "201"\n\n    ```json title="201"\n    {}\n    ```\n', "\n**201:**\n\n\n```json\n{}\n```\n"),
        ('```json title="a.json"\n{}\n```\n', "```json\n{}\n```\n"),
        ("```js {1,3} showLineNumbers\na\n```\n", "```js\na\n```\n"),
        ("```js two words\na\n```\n", "```js two words\na\n```\n"),
        ('```\n:::\n=== "a"\n    b\n```\n', '```\n:::\n=== "a"\n    b\n```\n'),
        ("    :::\n", "    :::\n"),
        ("nothing\n", "nothing\n"),
    ],
)
def test_a_container_is_opened(written: str, left: str) -> None:
    assert _opened(written).text == left


def test_what_stands_in_one_keeps_its_place() -> None:
    placed = _opened('=== "A"\n\n    x y\n')
    at = placed.location(placed.text.index("y"))
    assert (at.line, at.column) == (3, 7)


def test_what_stays_as_it_is_comes_in_one_piece() -> None:
    text = "# A\n\n```js\nfetch(a, {\n})\n```\n\nb\n"
    placed = PlacedText.whole(File("a.md", text))
    assert without_containers(placed) == placed


@pytest.mark.parametrize(
    "written",
    [
        ":::" + " " * 100_000 + "{",
        ":::" + "a" * 100_000 + "[",
        '!!! "' + "a-" * 50_000,
        "<Tabs" + " a" * 50_000,
        '```json title="' + "4 " * 50_000,
        '=== "a"\n' + "\n" * 5_000 + "text\n",
    ],
)
def test_the_work_is_bounded(written: str) -> None:
    within(0.5, lambda: _opened(written))
