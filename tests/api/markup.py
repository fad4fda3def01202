"""Parses Markdown to spans, for tests of cells and remarks."""

from jekyll_openapi.pages.document import Span
from jekyll_openapi.pages.inline import read_spans
from jekyll_openapi.pages.placed_text import File, PlacedText


def spans(text: str) -> tuple[Span, ...]:
    """The spans that the page reader makes of the text."""
    placed = PlacedText.whole(File("page.md", text)).trimmed()
    return read_spans(placed, {}, lambda _: None)
