"""Whether what was read stands where it is said to stand."""

import re
from collections.abc import Iterator

from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import (
    BREAK,
    Block,
    BulletList,
    Cell,
    Code,
    Heading,
    Link,
    Page,
    Paragraph,
    Span,
    Table,
    Text,
)

_BLOCK_ATTRIBUTES = re.compile(r"[ \t>]*\{:[^}\n]*\}[ \t]*")

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def at(lines: list[str], location: Location) -> str:
    """The text between the two ends of a location; an assertion fails where there is no such place."""
    assert 1 <= location.line <= location.end_line <= len(lines), location
    assert 1 <= location.column <= len(lines[location.line - 1]) + 1, location
    assert 1 <= location.end_column <= len(lines[location.end_line - 1]) + 1, location
    covered = lines[location.line - 1 : location.end_line]
    covered[-1] = covered[-1][: location.end_column - 1]
    covered[0] = covered[0][location.column - 1 :]
    return "\n".join(covered)


def check_page(page: Page, text: str) -> None:
    """Every block lies in the file; every span is the text that stands at its place."""
    lines = re.split("\r\n|\r|\n", text.removeprefix("\ufeff"))
    for field in page.fields:
        at(lines, field.location)
    for block in page.blocks:
        at(lines, block.location)
    # A line that is an attribute list, and nothing else, belongs to the block.
    without = [" " * len(line) if _BLOCK_ATTRIBUTES.fullmatch(line) else line for line in lines]
    is_looped = "{% for" in text or "{%- for" in text
    for span in _spans(page.blocks):
        check_span(span, (at(without, span.location), at(lines, span.location)), is_looped)


def check_span(span: Span, there: tuple[str, ...], is_looped: bool) -> None:
    """The span is what one of the texts says, Liquid aside; where pages loop, what the text says again and again."""
    if any("{{" in one or "{%" in one for one in there):
        return
    bare = [_bare(one) for one in there]
    match span:
        case Code(text):
            holds = any(one.strip("`") in (_bare(text), _bare(text).strip("`")) for one in bare)
        case Text(text) if text == BREAK:
            holds = bool(_BREAK.fullmatch(there[-1]))
        case Link(text):
            starts = (f"[{_bare(text)}]", "<a")
            holds = any(one.startswith(starts) and _bare(text) in one for one in bare)
        case _:
            holds = _bare(span.text) in bare
    assert holds or (is_looped and _is_repeated(_bare(span.text), bare[-1]))


def _is_repeated(text: str, there: str) -> bool:
    return bool(there) and text in there * (len(text) // len(there) + 2)


def _bare(text: str) -> str:
    """Text without what a line break in a quote and an escaped pipe make of it."""
    return "".join(character for character in text.replace("\\|", "|") if character != ">" and not character.isspace())


def _spans(blocks: tuple[Block, ...]) -> Iterator[Span]:
    for block in blocks:
        match block:
            case Heading(spans=spans) | Paragraph(spans):
                yield from spans
            case BulletList(items):
                yield from _spans(items)
            case Table(header, rows):
                for cell in _cells(header.cells, *(row.cells for row in rows)):
                    yield from cell.spans
            case _:
                pass


def _cells(*rows: tuple[Cell, ...]) -> Iterator[Cell]:
    for row in rows:
        yield from row
