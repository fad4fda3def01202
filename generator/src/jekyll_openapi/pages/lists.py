"""Parses lists with bullets or numbers, and definition lists, exactly as kramdown does.

- `weight` (required, number): in grams        `height`
- `cloth` (string)                             : required, number. In millimetres.
"""

from __future__ import annotations

import re

from jekyll_openapi.pages import grammar
from jekyll_openapi.pages.placed_text import PlacedText
from jekyll_openapi.pages.tree import Blocks, Node, Source
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field

_INDENTATION = regex(" *")


@dataclass(slots=True)
class _Item:
    """A list item whose lines are being collected."""

    start: int
    indentation: int
    parts: list[list[PlacedText]]
    """Its lines; a nested list begins a new part."""
    end: int = 0
    has_list: bool = False
    attributes: str = ""
    inside: re.Pattern[str] = field(init=False)
    lazy: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        self.inside, self.lazy = grammar.item_lines(self.indentation)


def outdented(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The lines, as offsets, without one level of code indentation."""
    lines = []
    while start < end:
        behind = text.find("\n", start) + 1 or len(text)
        indent = grammar.CODE_START.match(text, start)
        lines.append((indent.end() if indent else start, behind))
        start = behind
    return lines


def listing(at: Blocks, position: int) -> int:
    """Parses a list with bullets or numbers."""
    if match := grammar.BULLET.match(at.text, position):
        mark = "[+*-]"
    elif match := grammar.NUMBER.match(at.text, position):
        mark = r"\d+\."
    else:
        return -1
    node = at.add("list", position, position)
    items: list[_Item] = []
    end = _gather(at, position, match.re, mark, items)
    for item in items:
        child = Node("item", at.source, item.start, item.end)
        for part in item.parts:
            child.children += at.inner(PlacedText.joined(part))
        node.children.append(child)
    node.end = end
    last = node.children[-1].children
    if last and last[-1].kind == "blank":
        blank = last.pop()
        # A mark that ends the block is taken in by the list, and what follows stands directly behind it.
        if not at.text.startswith("^", at.text.rfind("\n", 0, end - 1) + 1):
            at.nodes.append(blank)
    return end


def definition_list(at: Blocks, position: int) -> int:
    """Parses a definition list, whose terms are the paragraph above."""
    if not (match := grammar.DEFINITION.match(at.text, position)):
        return -1
    index = len(at.nodes) - 1 - bool(at.nodes and at.nodes[-1].kind == "blank")
    if index < 0 or at.nodes[index].kind != "p" or at.text[at.nodes[index].end : position] not in ("", "\n"):
        return -1
    terms = at.nodes[index]
    del at.nodes[index:]
    items: list[_Item] = []
    end = _gather(at, position, match.re, ":", items)
    node = _definitions(at, terms.start, end)
    start = terms.start
    while start < terms.end:
        behind = at.source.line_end(start)
        node.children.append(Node("term", at.source, start, behind))
        start = behind
    for item in items:
        child = Node("text", at.source, item.start, item.end)
        child.children = at.inner(PlacedText.joined([line for part in item.parts for line in part]))
        node.children.append(child)
    last = node.children[-1].children
    if last and last[-1].kind == "blank":
        at.nodes.append(last.pop())
    return end


def _definitions(at: Blocks, start: int, end: int) -> Node:
    """The definition list directly above, extended to `end`, or else a new one."""
    if at.nodes and at.nodes[-1].kind == "blank" and at.nodes[-2:-1] and at.nodes[-2].kind == "definitions":
        at.nodes.pop()
    if at.nodes and at.nodes[-1].kind == "definitions":
        at.nodes[-1].end = end
        return at.nodes[-1]
    return at.add("definitions", start, end)


def _gather(at: Blocks, position: int, begins: re.Pattern[str], mark: str, items: list[_Item]) -> int:
    """Collects the lines of the list's items; returns the offset after the list."""
    text, size = at.text, len(at.text)
    was_blank = False
    while position < size:
        # `* * *` after a blank line ends the list instead of beginning an item.
        if mark != ":" and was_blank and grammar.RULE.match(text, position):
            break
        if end_of_block := grammar.END_OF_BLOCK.match(text, position):
            return position if mark == ":" else end_of_block.end()
        if match := begins.match(text, position):
            items.append(_first_line(at.source, match, mark))
            begins = grammar.item_start(mark, items[-1].indentation)
            was_blank = False
        elif match := items[-1].inside.match(text, position) or (
            None if was_blank else items[-1].lazy.match(text, position)
        ):
            _add_line(at.source, items[-1], match, mark)
            was_blank = False
        elif match := grammar.BLANK.match(text, position):
            items[-1].has_list = was_blank = True
            items[-1].parts[-1].append(at.source.cut(position, match.end()))
        else:
            break
        position = match.end()
        if not was_blank:
            items[-1].end = position
    return position


def _first_line(source: Source, match: re.Match[str], mark: str) -> _Item:
    """The item that begins with the mark."""
    start, end = match.span(2)
    content = match[2]
    attributes = grammar.ITEM_ATTRIBUTES.match(content) if "{:" in content else None
    if not content.strip() or (attributes and not content[attributes.end() :].strip()):
        indentation = 4
    else:
        indentation = len(match[1]) + _width(content, len(match[1]))
    start = end - len(content.lstrip())
    attributes = attributes and grammar.ITEM_ATTRIBUTES.match(source.text, start, end)
    line = source.cut(attributes.end() if attributes else start, end)
    item = _Item(match.start(1), indentation, [[line]], end)
    text = line.text if line.text.endswith("\n") else line.text + "\n"
    item.has_list = mark != ":" and _begins_list(text, 0, len(text))
    return item


def _begins_list(text: str, start: int, end: int) -> bool:
    return bool(grammar.BULLET.match(text, start, end) or grammar.NUMBER.match(text, start, end))


def _width(content: str, column: int) -> int:
    """The indentation of the text after a mark, with tab stops every four columns."""
    width = 0
    for character in content:
        if character == " ":
            width += 1
        elif character == "\t":
            width += 4 - (column + width) % 4
        else:
            break
    return width


def _add_line(source: Source, item: _Item, match: re.Match[str], mark: str) -> None:
    """Adds the line to the item, without its indentation."""
    start, end = match.span()
    tabs = start
    while source.text[tabs] == "\t":
        tabs += 1
    blanks = _INDENTATION.match(source.text, tabs)
    assert blanks
    width = 4 * (tabs - start) + (len(blanks.group()))
    is_indented = width >= item.indentation
    kept = width - item.indentation if is_indented else width
    line = source.cut(blanks.end(), end)
    begins_list = mark != ":" and kept < 4 and _begins_list(source.text, blanks.end(), end)
    if not item.has_list and is_indented and begins_list:
        item.parts.append([])
        item.has_list = True
    elif item.has_list and not is_indented and begins_list:
        kept += item.indentation + 4
    if kept:
        behind = max(blanks.end(), start + 1)
        item.parts[-1].append(source.cut(start, behind).replaced(0, behind - start, " " * kept))
    item.parts[-1].append(line)
