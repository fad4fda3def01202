"""Whether what was read stands where it is said to stand."""

import re
from collections.abc import Iterator

from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Block, BulletList, Cell, Code, Heading, Link, Page, Paragraph, Span, Table


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
    for span in _spans(page.blocks):
        check_span(span, at(lines, span.location))


def check_span(span: Span, there: str) -> None:
    """The span is what the text says, Liquid aside."""
    if "{{" in there or "{%" in there:
        return
    there = _bare(there)
    match span:
        case Code(text):
            assert there.strip("`") in (_bare(text), _bare(text).strip("`"))
        case Link(text):
            assert there.startswith(f"[{_bare(text)}]")
        case _:
            assert there == _bare(span.text)


def _bare(text: str) -> str:
    """Text without attribute lists of blocks, and what a line break in a quote and an escaped pipe make of it."""
    text = re.sub(r"^[ \t>]*\{:[^}\n]*\}[ \t]*$", "", text, flags=re.MULTILINE) if "\n" in text else text
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
