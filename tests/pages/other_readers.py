"""The tables of a page as two libraries read them that we did not write: python-markdown and kramdown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import markdown as python_markdown  # type: ignore[import-untyped]

from jekyll_openapi.pages.document import Block, BulletList, Cell, Code, Fence, Heading, Html, Paragraph, Table
from tests.programs import Programs

Cells = list[list[tuple[str, tuple[str, ...]]]]
"""Rows of cells; a cell is its bare text, and the classes of those of its code spans that have any, in order."""

_KRAMDOWN = """
require 'json'
require 'kramdown'
require 'kramdown-parser-gfm'
pages = JSON.parse($stdin.read)
options = { input: 'GFM', hard_wrap: false, syntax_highlighter: nil }
$stdout.write(JSON.generate(pages.map { |page| Kramdown::Document.new(page, options).to_html }))
"""
_STRAIGHT = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2026: "...", 0x2013: "--", 0x2014: "---"}
_BLOCKS = {
    "blockquote",
    "dd",
    "div",
    "dl",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "ul",
}
_ELEMENTS = {"a", "del", "figure", "code", "em", "strong", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}


def bare(text: str) -> str:
    """Text without marks and white space, quotes straight: what readers cannot disagree about."""
    text = text.translate(_STRAIGHT)
    return "".join(character for character in text if character not in "*`\\~_" and not character.isspace())


def our_cells(table: Table) -> Cells:
    """A table of ours, in the form of the others."""
    return [[_our_cell(cell) for cell in row.cells] for row in (table.header, *table.rows) if row.cells]


def python_markdown_tables(page: str) -> list[Cells]:
    """The tables of a page as python-markdown reads them."""
    extensions = ["tables", "attr_list", "fenced_code"]
    return _tables(python_markdown.markdown(page, extensions=extensions))


def kramdown_tables(programs: Programs, pages: list[str]) -> list[list[Cells]]:
    """The tables of each page as kramdown reads them; skips where it is not installed."""
    return [page.tables for page in kramdown_pages(programs, pages)]


def kramdown_pages(programs: Programs, pages: list[str]) -> list[Rendered]:
    """Each page as kramdown renders it; skips where it is not installed."""
    ruby = programs.on_path("ruby")
    done = programs.run(ruby, "-Eutf-8", "-e", _KRAMDOWN, folder=Path.cwd(), input=json.dumps(pages))
    if "cannot load such file" in done.stderr:
        programs.missing("kramdown-parser-gfm (Debian: ruby-kramdown-parser-gfm)")
    assert done.returncode == 0, done.stderr
    return [rendered(html) for html in json.loads(done.stdout)]


def _our_cell(cell: Cell) -> tuple[str, tuple[str, ...]]:
    labels = (" ".join(span.classes) for span in cell.spans if isinstance(span, Code) and span.classes)
    return bare("".join(span.text for span in cell.spans)), tuple(labels)


def _tables(html: str) -> list[Cells]:
    return rendered(html).tables


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a page shows: its tables in order, and all its other text, by block, sorted."""

    tables: list[Cells]
    texts: list[str]


def rendered(html: str) -> Rendered:
    """A page in HTML."""
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    reader.flush()
    return Rendered(reader.tables, sorted(filter(None, reader.texts)))


def our_page(blocks: tuple[Block, ...]) -> Rendered:
    """A page of ours, in the form of the others; what kramdown does not make a table of is left to the caller."""
    tables = [our_cells(block) for block in blocks if isinstance(block, Table) and block.form in ("pipe", "html")]
    return Rendered(tables, sorted(filter(None, (bare(text) for block in blocks for text in _texts(block)))))


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(spans=spans) | Paragraph(spans):
            yield "".join(span.text for span in spans)
        case BulletList(items):
            for item in items:
                yield from _texts(item)
        case Table(rows=rows, form="definitions"):
            yield from ("".join(span.text for span in row.cells[0].spans) for row in rows)
            for texts in dict.fromkeys(row.cells[1:] for row in rows):
                yield from ("".join(span.text for span in cell.spans) for cell in texts)
        case Fence(text=text):
            yield text
        case Html(text=text):
            yield from rendered(text).texts


class _TableReader(HTMLParser):
    """Collects the tables of HTML; elements that Markdown does not make are text."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[Cells] = []
        self.texts: list[str] = []
        self._text: list[str] | None = None
        self._labels: list[str] = []
        self._loose: list[str] = []
        self._script = False

    def flush(self) -> None:
        """End a block of text."""
        self.texts.append(bare("".join(self._loose)))
        self._loose.clear()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.flush()
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self._text, self._labels = [], []
        elif tag == "code" and self._text is not None:
            self._take_label((dict(attrs).get("class") or "").split())
        elif tag not in (*_ELEMENTS, *_BLOCKS):
            self.handle_data(f"<{tag}>")

    def _take_label(self, classes: list[str]) -> None:
        label = " ".join(name for name in classes if not name.startswith(("language-", "highlighter-")))
        self._labels += [label] if label else []

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
        if tag in ("td", "th") and self._text is not None:
            self.tables[-1][-1].append((bare("".join(self._text)), tuple(self._labels)))
            self._text = None

    def handle_data(self, data: str) -> None:
        (self._loose if self._text is None else self._text).append(data)
