"""JavaScript as a tree: what tree-sitter finds, with offsets in characters and text as written.

A script that ends too early is closed, so that what was opened before its end can be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser, Query, QueryCursor, Tree

_CLOSERS = {"(": ")", "[": "]", "{": "}", "${": "}", "'": "'", '"': '"', "`": "`"}


@cache
def _language() -> Language:
    return Language(tree_sitter_javascript.language())


@cache
def _query(pattern: str) -> Query:
    return Query(_language(), pattern)


@dataclass(frozen=True, slots=True)
class Source:
    """Source text and its tree."""

    text: str
    data: bytes
    tree: Tree
    missing: str = ""
    """What had to be added at the end to close it."""
    shift: int = 0
    """Characters before the text that are not the caller's."""

    @classmethod
    def parsed(cls, text: str, shift: int = 0) -> Source:
        """The tree of a program; one that stops in the middle is closed first."""
        data = text.encode()
        source = cls(text, data, Parser(_language()).parse(data), shift=shift)
        missing = _unclosed(source.tree.root_node) if source.broken else ""
        if not missing:
            return source
        closed = (text + missing).encode()
        return cls(text, closed, Parser(_language()).parse(closed), missing, shift)

    @property
    def broken(self) -> bool:
        """Whether some of it is no JavaScript."""
        return self.tree.root_node.has_error

    def find(self, pattern: str) -> list[Node]:
        """The nodes that a tree-sitter pattern captures, in the order of the text."""
        captures = QueryCursor(_query(pattern)).captures(self.tree.root_node)
        nodes = [node for found in captures.values() for node in found]
        return sorted(nodes, key=lambda node: (node.start_byte, -node.end_byte))

    def span(self, node: Node) -> tuple[int, int]:
        """Start and end of a node in the caller's characters."""
        ends = (len(self.data[:at].decode(errors="ignore")) - self.shift for at in node.byte_range)
        start, end = (max(0, min(at, len(self.text) - self.shift)) for at in ends)
        return start, end

    def written(self, node: Node) -> str:
        """The text of a node."""
        return self.data[node.start_byte : node.end_byte].decode(errors="replace")


def errors(source: Source) -> Iterator[Node]:
    """Nodes that are no JavaScript, the outermost ones only."""
    end = -1
    for node in source.find("(ERROR) @error (MISSING) @missing"):
        if node.start_byte >= end:
            end = node.end_byte
            yield node


def _unclosed(root: Node) -> str:
    """The closing marks that the text lacks at its end, innermost first."""
    expected: list[str] = []
    cursor = root.walk()
    descending = True
    while True:
        if descending and cursor.goto_first_child():
            continue
        if descending and cursor.node and not cursor.node.is_missing:
            _follow(cursor.node.type, expected)
        descending = cursor.goto_next_sibling()
        if not descending and not cursor.goto_parent():
            return "".join(reversed(expected))


def _follow(mark: str, expected: list[str]) -> None:
    if expected and mark == expected[-1]:
        expected.pop()
    elif mark in _CLOSERS:
        expected.append(_CLOSERS[mark])
