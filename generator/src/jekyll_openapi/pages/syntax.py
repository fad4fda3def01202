"""JavaScript as a tree: what tree-sitter finds, with offsets in characters and text as written.

A script that ends too early is closed, so that what was opened before its end can be read.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser, Tree

from jekyll_openapi.records import dataclass

_CLOSERS = {"(": ")", "[": "]", "{": "}", "${": "}", "'": "'", '"': '"', "`": "`"}


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_javascript.language()))


@dataclass(frozen=True, slots=True)
class Source:
    """Source text and its tree."""

    text: str
    missing: str
    """What had to be added at the end to close it."""
    opened: int
    """The byte at which the outermost of what was not closed begins."""
    shift: int
    """Characters at the start of the text that are not the caller's."""
    data: bytes
    offsets: array[int] | None
    """For each byte the offset of its character; None where the two are one."""
    tree: Tree

    @classmethod
    def parsed(cls, text: str, shift: int = 0) -> Source:
        """The tree of a program; one that stops in the middle is closed first."""
        tree = _parser().parse(text.encode())
        missing, opened = _unclosed(tree) if tree.root_node.has_error else ("", 0)
        data = (text + missing).encode()
        characters = accumulate((byte & 0xC0 != 0x80 for byte in data), initial=-1)
        offsets = None if data.isascii() else array("l", [*list(characters)[1:], len(text + missing)])
        return cls(text, missing, opened, shift, data, offsets, _parser().parse(data) if missing else tree)

    @property
    def broken(self) -> bool:
        """Whether some of it is not JavaScript."""
        return bool(self.missing) or self.tree.root_node.has_error

    def find(self, *types: str) -> Iterator[Node]:
        """The nodes of some types, in the order of the text."""
        return (node for node in _nodes(self.tree) if node.type in types)

    def find_outermost(self, *types: str) -> Iterator[Node]:
        """The nodes of some types that are in no other of these."""
        return _outermost(self.find(*types))

    def errors(self) -> Iterator[Node]:
        """The outermost nodes that are no JavaScript, or that are missing."""
        if not self.tree.root_node.has_error:
            return iter(())
        return _outermost(node for node in _nodes(self.tree) if node.is_error or node.is_missing)

    def span(self, node: Node) -> tuple[int, int]:
        """Start and end of a node in the caller's characters."""
        return self.stretch(*node.byte_range)

    def stretch(self, begin: int, stop: int) -> tuple[int, int]:
        """What lies between two bytes in the caller's characters."""
        start, end = (self.offsets[at] if self.offsets else at for at in (begin, stop))
        last = len(self.text)
        return min(start, last) - self.shift, min(end, last) - self.shift

    def written(self, node: Node) -> str:
        """The text of a node."""
        return self.data[node.start_byte : node.end_byte].decode(errors="replace")


def _outermost(nodes: Iterable[Node]) -> Iterator[Node]:
    end = -1
    for node in nodes:
        if node.start_byte >= end:
            end = node.end_byte
            yield node


def _nodes(tree: Tree) -> Iterator[Node]:
    cursor = tree.walk()
    while node := cursor.node:
        yield node
        if cursor.goto_first_child():
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return


def _unclosed(tree: Tree) -> tuple[str, int]:
    """The closing marks that the text lacks at its end, innermost first, and where the first of them was opened."""
    expected: list[tuple[str, int]] = []
    for node in _nodes(tree):
        if node.child_count == 0 and not node.is_missing:
            _follow(node, expected)
    return "".join(mark for mark, _ in reversed(expected)), expected[0][1] if expected else 0


def _follow(node: Node, expected: list[tuple[str, int]]) -> None:
    if expected and node.type == expected[-1][0]:
        expected.pop()
    elif node.type in _CLOSERS:
        expected.append((_CLOSERS[node.type], node.start_byte))
