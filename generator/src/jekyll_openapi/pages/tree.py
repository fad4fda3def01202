"""The syntax tree of a page, and the block parser that all kinds of blocks share."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from jekyll_openapi.pages.placed_text import PlacedText
from jekyll_openapi.records import dataclass, field


@dataclass(eq=False, slots=True)
class Source:
    """A text to be split into blocks; its last line always ends in a line break."""

    placed: PlacedText
    text: str
    missing: dict[str, int] = field(default_factory=dict)
    """Pattern name -> offset from which it is known not to occur; keeps repeated searches linear."""

    @classmethod
    def of(cls, placed: PlacedText) -> Source:
        """The text as a source."""
        text = placed.text
        return cls(placed, text if text.endswith("\n") or not text else text + "\n")

    def cut(self, start: int, end: int) -> PlacedText:
        """The part between two offsets."""
        size = len(self.placed.text)
        return self.placed.cut(min(start, size), min(end, size))

    def solid(self, start: int, end: int) -> PlacedText:
        """The part between two offsets without surrounding white space."""
        return self.cut(*self.bounds(start, end))

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """Where that part begins and ends."""
        text = self.text[start:end].lstrip()
        start = end - len(text)
        return start, start + len(text.rstrip())

    def line_end(self, start: int) -> int:
        """The offset after the line."""
        return self.text.find("\n", start) + 1 or len(self.text)

    def find(self, what: str, start: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The next match of a pattern, which is remembered under the name `what` if there is none."""
        if self.missing.get(what, len(self.text)) <= start:
            return None
        found = pattern.search(self.text, start)
        if not found:
            self.missing[what] = start
        return found


@dataclass(eq=False, slots=True)
class Node:
    """A block: `p`, `heading`, `table`, `code`, `quote`, `list`, `item`, `definitions`, `term`, `text` (of a term),
    `html`, `script`, `comment`, `html table`, `math`, `rule`, `footnote`; and what shows nothing: `blank`
    lines, the `end` of a block, a `target` of links, a `mark` such as an attribute list."""

    kind: str
    source: Source
    start: int
    end: int
    children: list[Node] = field(default_factory=list)
    level: int = 0
    """The level of a heading."""
    word: str = ""
    """The language of code, or the name of an element or a footnote."""

    @property
    def placed(self) -> PlacedText:
        """The text of the block."""
        return self.source.cut(self.start, self.end)

    @property
    def solid(self) -> PlacedText:
        """The text of the block without surrounding white space."""
        return self.source.solid(self.start, self.end)


Parse = Callable[["Blocks", int], int]
"""Parses a block at an offset; returns the offset after it, or -1 if none begins there."""


class Blocks:
    """The blocks of one source, or of one element in it."""

    def __init__(self, source: Source, page: Page, depth: int = 0, closing: str = "") -> None:
        self.source = source
        self.text = source.text
        self.page = page
        self.depth = depth
        self.closing = closing
        """The name of the element around the blocks; its end tag ends them."""
        self.closed = False
        self.nodes: list[Node] = []
        self.has_attributes = False
        """Whether an attribute list comes directly before."""
        self._blank = Node("blank", source, 0, 0)

    def parse(self, position: int = 0) -> int:
        """Parses everything; returns the offset after the last block."""
        text, size = self.text, len(self.text)
        while position < size and not self.closed:
            mark = text[position]
            if mark == " ":
                mark = text[position : position + 4].lstrip(" ")[:1] or mark
            for parse in self.page.parsers[mark]:
                if (end := parse(self, position)) >= 0:
                    position = end
                    break
        return position

    def add(self, kind: str, start: int, end: int) -> Node:
        """Appends a new block."""
        self.has_attributes = False
        node = Node(kind, self.source, start, end)
        self.nodes.append(node)
        return node

    def inner(self, placed: PlacedText) -> list[Node]:
        """The blocks of a text inside a block, such as a quote."""
        blocks = Blocks(Source.of(placed), self.page, self.depth + 1)
        if self.depth >= self.page.nesting:
            self.page.deep = self.page.deep or placed
            blocks.add("p", 0, len(blocks.text))
        else:
            blocks.parse()
        return blocks.nodes

    @property
    def is_behind_boundary(self) -> bool:
        """Whether a blank line, an end of block or nothing at all comes directly before."""
        return not self.nodes or self.nodes[-1].kind in ("blank", "end") or self.has_attributes


@dataclass(slots=True)
class Page:
    """What all blocks of a page share."""

    nesting: int
    parsers: Mapping[str, tuple[Parse, ...]]
    """First character -> parsers of the blocks that it can begin, in order; the last parser accepts everything."""
    parses_html: bool = False
    """Whether text inside of elements is Markdown without `markdown="1"`."""
    is_open_html: bool = False
    """Whether a tag alone on its line is only a tag and Markdown follows it, as in CommonMark."""
    targets: dict[str, str] = field(default_factory=dict)
    footnotes: list[Node] = field(default_factory=list)
    deep: PlacedText | None = None
    """The first text that is nested too deeply."""
    open_fences: list[PlacedText] = field(default_factory=list)
    """The opening lines of fences without an end."""
