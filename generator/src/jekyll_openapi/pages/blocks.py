"""Splits Markdown into blocks exactly as kramdown with its GFM parser does. One function parses each kind of block.

A function gets an offset and returns the offset after its block, or -1 if no such block begins there.
The text in a quote or a list item is a `Source` of its own, without the marks and indentation of its lines.
"""

from __future__ import annotations

import re

from jekyll_openapi.pages import grammar
from jekyll_openapi.pages.elements import element
from jekyll_openapi.pages.lists import definition_list, listing, outdented
from jekyll_openapi.pages.placed_text import PlacedText
from jekyll_openapi.pages.table import table_end
from jekyll_openapi.pages.tree import Blocks, Node, Page, Parse, Source
from jekyll_openapi.patterns import regex


def parse_blocks(
    placed: PlacedText, nesting: int, *, parses_html: bool = False, is_open_html: bool = False
) -> tuple[list[Node], Page]:
    """The blocks of a page, and what was noticed on the way, such as link targets and unclosed fences."""
    page = Page(nesting, _BY_MARK, parses_html, is_open_html)
    blocks = Blocks(Source.of(placed), page)
    blocks.parse()
    return blocks.nodes, page


def blank(at: Blocks, position: int) -> int:
    """Parses blank lines."""
    match = grammar.BLANK.match(at.text, position)
    if not match:
        return -1
    if not at.nodes or at.nodes[-1] is not at._blank:
        at.nodes.append(at._blank)
    return match.end()


def indented(at: Blocks, position: int) -> int:
    """Parses an indented code block."""
    if not grammar.CODE_START.match(at.text, position):
        return -1
    end = position
    while match := grammar.INDENTED.match(at.text, end):
        end = match.end()
    if end == position:
        return -1
    at.add("code", position, end).level = 4
    return end


def fence(at: Blocks, position: int) -> int:
    """Parses a fenced code block. A fence without an end is text to kramdown; it is noted to be reported."""
    opening = grammar.FENCE.match(at.text, position)
    if not opening:
        return -1
    mark, length = opening[2], len(opening[1])
    name = f"{mark}{length}"
    pattern = re.compile(rf"^ {{0,3}}{mark}{{{length},}}[ \t\r\f\v]*\n", re.MULTILINE)
    closing = at.source.find(name, opening.end(), pattern)
    # Jekyll renders an unclosed fence as text.
    if not closing:
        at.page.open_fences.append(at.source.cut(position, opening.end() - 1))
        return -1
    at.add("code", opening.end(), closing.start()).word = opening[3]
    return closing.end()


def quote(at: Blocks, position: int) -> int:
    """Parses a block quote."""
    if not grammar.QUOTE.match(at.text, position):
        return -1
    lines: list[tuple[int, int]] = []
    while not lines or not grammar.LAZY_END.match(at.text, position):
        end = at.source.line_end(position)
        mark = grammar.QUOTE.match(at.text, position)
        lines.append((mark.end() if mark else position, end))
        position = end
    node = at.add("quote", lines[0][0], position)
    node.children = at.inner(PlacedText.joined([at.source.cut(*line) for line in lines]))
    return position


def heading(at: Blocks, position: int) -> int:
    """Parses a heading such as `## Text`."""
    match = grammar.ATX.match(at.text, position)
    if not match:
        return -1
    text = _without_id(match[2].rstrip())
    # Closing marks of `## Text ##` need a space before them.
    text = re.sub(r"[\t ]#+\Z", "", text) if text[-1:] == "#" else text
    if not text:
        return -1
    at.add("heading", match.start(2), match.start(2) + len(text)).level = len(match[1])
    return match.end()


def underlined(at: Blocks, position: int) -> int:
    """Parses a heading underlined with `=` or `-`."""
    if not at.is_behind_boundary or not at.text.startswith(("=", "-"), at.source.line_end(position)):
        return -1
    match = grammar.SETEXT.match(at.text, position)
    if not match or not (text := _without_id(match[1].rstrip())):
        return -1
    at.add("heading", match.start(1), match.start(1) + len(text)).level = 1 if match[2] == "=" else 2
    return match.end()


def rule(at: Blocks, position: int) -> int:
    """Parses a horizontal rule."""
    match = grammar.RULE.match(at.text, position)
    if not match:
        return -1
    at.add("rule", position, match.end())
    return match.end()


def math(at: Blocks, position: int) -> int:
    """Parses a math block `$$ ... $$`."""
    if not at.is_behind_boundary or not at.source.find("$$", position + 5, _DOLLARS):
        return -1
    match = grammar.MATH.match(at.text, position)
    if not match or match[1] or not grammar.BOUNDARY.match(at.text, match.end()):
        return -1
    at.add("math", position, match.end())
    return match.end()


def bracket(at: Blocks, position: int) -> int:
    """Parses a link target or a footnote."""
    if at.text.find("]:", position, at.source.line_end(position)) < 0:
        return -1
    if footnote := grammar.FOOTNOTE.match(at.text, position):
        start, end = footnote.end(), at.source.line_end(footnote.end())
        while match := grammar.INDENTED.match(at.text, end):
            end = match.end()
        node = at.add("footnote", position, end)
        node.word = footnote[1]
        lines = [at.source.cut(*line) for line in outdented(at.text, start, end)]
        node.children = at.inner(PlacedText.joined(lines))
        at.page.footnotes.append(node)
        return end
    match = grammar.TARGET.match(at.text, position)
    if not match or re.search(r"[ \t]+[\"']", match[3] or ""):
        return -1
    at.page.targets[match[1]] = match[2] or match[3]
    at.add("target", position, match.end())
    return match.end()


def abbreviation(at: Blocks, position: int) -> int:
    """Parses the definition of an abbreviation."""
    match = grammar.ABBREVIATION.match(at.text, position)
    if not match:
        return -1
    at.add("target", position, match.end())
    return match.end()


def attributes(at: Blocks, position: int) -> int:
    """Parses an attribute list on its own line, such as `{: .class }`, or a kramdown extension."""
    if match := grammar.ATTRIBUTE_DEFINITION.match(at.text, position):
        at.add("mark", position, match.end())
        return match.end()
    if match := grammar.EXTENSION.match(at.text, position):
        return _extension(at, match)
    match = grammar.ATTRIBUTES.match(at.text, position)
    if not match:
        return -1
    if at.nodes and at.nodes[-1].kind not in ("blank", "mark", "end"):
        if not grammar.ATTRIBUTES.match(at.text, match.end()):
            at.add("mark", position, match.end())
    else:
        at.has_attributes = True
    return match.end()


def _extension(at: Blocks, match: re.Match[str]) -> int:
    """Parses `{::comment} ... {:/comment}`, `{::nomarkdown}` and `{::options}`."""
    if match[1] not in ("comment", "nomarkdown", "options"):
        return -1
    end = match.end()
    if not match[3] and match[1] != "options":
        closing = re.compile(rf"^ {{0,3}}\{{:/({match[1]})?\}}[ \t\r\f\v]*\n", re.MULTILINE)
        found = at.source.find(match[1], end, closing)
        if not found:
            return -1
        at.add("comment" if match[1] == "comment" else "html", end, found.start())
        return found.end()
    if match[1] == "options" and (said := _PARSES_HTML.search(match[2] or "")):
        # It holds from here on, as in kramdown.
        at.page.parses_html = said[1] == "true"
    at.add("mark", match.start(), end)
    return end


def end_of_block(at: Blocks, position: int) -> int:
    """Parses `^`, kramdown's end-of-block marker."""
    match = grammar.END_OF_BLOCK.match(at.text, position)
    if not match:
        return -1
    at.add("end", position, match.end())
    return match.end()


def paragraph(at: Blocks, position: int) -> int:
    """Parses a paragraph: any lines up to the start of another block."""
    end = at.source.line_end(position)
    ends = grammar.PARAGRAPH_END.match
    while not ends(at.text, end):
        end = at.source.line_end(end)
    # A line that only looked like another block continues the paragraph.
    if at.nodes and at.nodes[-1].kind == "p" and at.nodes[-1].end == position:
        at.nodes[-1].end = end
    else:
        at.add("p", position, end)
    return end


def table(at: Blocks, position: int) -> int:
    """Parses a pipe table."""
    # kramdown sees a table only after a blank line; right below text, the same lines are a paragraph.
    if not at.is_behind_boundary or not grammar.TABLE_START.match(at.text, position):
        return -1
    end = table_end(at.text, position)
    if end >= 0:
        at.add("table", position, end)
    return end


def plain(at: Blocks, position: int) -> int:
    """Parses what no mark begins: a heading that is underlined, a table, or a paragraph, as most are."""
    if grammar.TITLE_OR_TABLE.match(at.text, position):
        for parse in (underlined, table):
            if (end := parse(at, position)) >= 0:
                return end
    return paragraph(at, position)


_PARSES_HTML = regex(r"""\bparse_block_html=["'](true|false)["']""")
_DOLLARS = regex(r"\$\$")


def _without_id(text: str) -> str:
    found = grammar.HEADER_ID.search(text) if text.endswith("}") else None
    return text[: found.start()].rstrip() if found else text


class _ByMark(dict[str, tuple[Parse, ...]]):
    """The parsers of what can begin with a character, in order."""

    def __missing__(self, mark: str) -> tuple[Parse, ...]:
        self[mark] = found = (listing, plain) if mark.isdecimal() else (plain,)
        return found


_BY_MARK = _ByMark(
    {
        **dict.fromkeys("\n\r\f\v", (blank, plain)),
        **dict.fromkeys(" \t", (blank, indented, table, paragraph)),
        **dict.fromkeys("`~", (fence, plain)),
        **dict.fromkeys("-+", (rule, listing, plain)),
        "*": (rule, listing, underlined, table, abbreviation, paragraph),
        "_": (rule, plain),
        ">": (quote, plain),
        "#": (heading, plain),
        ":": (definition_list, plain),
        "<": (element, plain),
        "$": (underlined, math, table, paragraph),
        "[": (underlined, table, bracket, paragraph),
        "{": (underlined, table, attributes, paragraph),
        "^": (underlined, table, end_of_block, paragraph),
    }
)
