"""Wraps tree-sitter's JavaScript parser: offsets in characters instead of bytes, and recovery of truncated scripts.

A script that ends too early is closed first, so that the parts before its end can be read.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from itertools import accumulate

from tree_sitter import Language, Node, Parser, Tree

from jekyll_openapi.records import dataclass

_CLOSERS = {"(": ")", "[": "]", "{": "}", "${": "}", "'": "'", '"': '"', "`": "`"}


@cache
def _parser() -> Parser:
    return Parser(Language(_grammar()))


def _grammar() -> object:
    """What `tree_sitter_javascript.language()` gives.

    The package imports `importlib.resources`, and with it `tempfile`, for what is not asked of it here: 1.5 % of a run.
    So the library in it is loaded alone.
    """
    package = find_spec("tree_sitter_javascript")
    assert package
    library = PathFinder.find_spec("tree_sitter_javascript._binding", package.submodule_search_locations)
    assert library
    assert library.loader
    binding = module_from_spec(library)
    library.loader.exec_module(binding)
    return binding.language()


@dataclass(frozen=True, slots=True)
class JavaScriptSource:
    """JavaScriptSource text and its syntax tree."""

    text: str
    missing: str
    """The closing marks that were added at the end."""
    opened: int
    """The byte offset of the outermost mark that was not closed."""
    shift: int
    """Number of characters at the start of the text that the caller's text does not have."""
    data: bytes
    offsets: array[int] | None
    """Byte offset -> character offset; None if they are equal."""
    tree: Tree
    nodes: tuple[tuple[str, Node], ...]
    """All nodes in source order, each with its type."""

    @classmethod
    @lru_cache(maxsize=256)  # a fence is asked for its values, its constants, its comments, each by several stages
    def remembered(cls, text: str, shift: int = 0) -> JavaScriptSource:
        """The same, for a text that is asked for several times: a tree takes 50 times the memory of its text."""
        return cls.parsed(text, shift)

    @classmethod
    def parsed(cls, text: str, shift: int = 0) -> JavaScriptSource:
        """The syntax tree of a script; a truncated one is closed first."""
        tree = _parser().parse(text.encode())
        nodes = tuple(_nodes(tree))
        missing, opened = _unclosed(nodes) if tree.root_node.has_error else ("", 0)
        data = (text + missing).encode()
        characters = accumulate((byte & 0xC0 != 0x80 for byte in data), initial=-1)
        offsets = None if data.isascii() else array("l", [*list(characters)[1:], len(text + missing)])
        if missing:
            tree = _parser().parse(data)
            nodes = tuple(_nodes(tree))
        return cls(text, missing, opened, shift, data, offsets, tree, nodes)

    @property
    def broken(self) -> bool:
        """Whether some part is not valid JavaScript."""
        return bool(self.missing) or self.tree.root_node.has_error

    def find(self, *types: str) -> Iterator[Node]:
        """The nodes of the types, in source order."""
        return (node for kind, node in self.nodes if kind in types)

    def find_outermost(self, *types: str) -> Iterator[Node]:
        """The nodes of the types that are not inside another such node."""
        return _outermost(self.find(*types))

    def errors(self) -> Iterator[Node]:
        """The outermost nodes that are invalid or missing."""
        if not self.tree.root_node.has_error:
            return iter(())
        return _outermost(node for _, node in self.nodes if node.is_error or node.is_missing)

    def span(self, node: Node) -> tuple[int, int]:
        """Start and end of a node in the caller's text."""
        return self.stretch(*node.byte_range)

    def stretch(self, begin: int, stop: int) -> tuple[int, int]:
        """The range between two bytes, in characters of the caller's text."""
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


def _nodes(tree: Tree) -> Iterator[tuple[str, Node]]:
    cursor = tree.walk()
    while node := cursor.node:
        yield node.type, node
        if cursor.goto_first_child():
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return


def _unclosed(nodes: Iterable[tuple[str, Node]]) -> tuple[str, int]:
    """The closing marks that are missing at the end, innermost first, and where the outermost was opened."""
    expected: list[tuple[str, int]] = []
    for _, node in nodes:
        if node.child_count == 0 and not node.is_missing:
            _follow(node, expected)
    return "".join(mark for mark, _ in reversed(expected)), expected[0][1] if expected else 0


def _follow(node: Node, expected: list[tuple[str, int]]) -> None:
    if expected and node.type == expected[-1][0]:
        expected.pop()
    elif node.type in _CLOSERS:
        expected.append((_CLOSERS[node.type], node.start_byte))
