"""Recognizes lines that a site uses as headings although Markdown does not.

**Query parameters**:          a paragraph all in bold or italics
**Parameters:**\\nNONE          the first line of one
**Response** `201 Created`     one with a status, wherever the title is known
Query parameters:              a few words before a list, a table or code
<h3>Parameters</h3>            a heading in HTML
- **Parameters**               an item of a list, with a list in it
"""

import re
from collections.abc import Iterator

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.section_kinds import is_known, titled_status
from jekyll_openapi.api.sections import Section
from jekyll_openapi.api.titled_items import inside_of, split
from jekyll_openapi.pages.document import (
    Block,
    BulletList,
    Code,
    Fence,
    Heading,
    Html,
    Page,
    Paragraph,
    Site,
    Span,
    Table,
    Text,
    plain,
    telling,
)
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace

_STATED, _TITLE = 7, 8
"""Heading levels for such lines: below every Markdown heading (1 to 6), and a title below an operation."""
_EMPHASISED = regex(r"(\*\*|__|\*|_)(?P<text>[^*_\s](?:[^*\n]*[^*_\s])?)\1\s*:?")
_FIRST = regex(r"(\*\*|__)(?P<text>[^*\n]{1,60}):\1(?P<between>[ \t]*\n|\s+)(?=\S)", needs=("**", "__"))
_BOLD_TITLE = regex(r"(\*\*|__)([A-Za-z][\w ()-]{1,38})(?::\1|\1:?)(?:\s+|\Z)", needs=("**", "__"))
_STATUS = regex(r"(?:HTTP )?[1-5]\d\d\b(?: [A-Z][A-Za-z' -]*)?")
_REQUEST = regex(r"`?\**`?(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b.*/.*")
_HTML = regex(r"\s*<h([1-6])\b[^>]*>(?P<text>[^<>]{1,200})</h\1>\s*", re.IGNORECASE, needs=("<h",))
_MOST_WORDS = 5
_LONGEST = 80


def with_headings(site: Site, dialect: Dialect) -> Site:
    """The site with headings in place of the lines that the dialect's `heading_lines` describes, and of bold titles of
    sections that the dialect knows: `**Request**`, `**Response:** [Fill](/fill)`."""
    return replace(site, pages=tuple(_with_headings(page, dialect) for page in site.pages))


def _with_headings(page: Page, dialect: Dialect) -> Page:
    lines = dialect.heading_lines
    if "item" in lines:
        page = replace(page, blocks=tuple(_with_items(page.blocks, dialect)))
    read = {}
    for index, block in enumerate(page.blocks) if lines else telling(page.blocks):
        behind = page.blocks[index + 1] if index + 1 < len(page.blocks) else None
        if found := _titled(block, dialect) or tuple(_read(block, behind, lines)):
            read[index] = found
    return page.replacing(read)


def _with_items(blocks: tuple[Block, ...], dialect: Dialect) -> Iterator[Block]:
    taken = 0
    for index, block in enumerate(blocks):
        if index < taken:
            continue
        inside = inside_of(block, blocks[index + 1 :]) if isinstance(block, BulletList) else ()
        taken = index + 1 + len(inside)
        if isinstance(block, BulletList):
            yield from split(block, inside, dialect)
        else:
            yield block


def _titled(block: Block, dialect: Dialect) -> tuple[Block, ...]:
    """The heading that a bold title of a section stands for, and the text behind it; empty for other blocks."""
    first = block.first if isinstance(block, Paragraph) else None
    found = _BOLD_TITLE.match(first.text) if isinstance(first, Text) and isinstance(block, Paragraph) else None
    if not found or not isinstance(first, Text) or not isinstance(block, Paragraph):
        return ()
    rest = first.text[found.end() :]
    behind = ((Text(rest, first.location),) if rest else ()) + block.spans[1:]
    status = _STATUS.fullmatch(plain(behind).strip("`*: "))
    if behind and ":" not in found[0] and not status:
        return ()
    if status and titled_status(named := f"{found[2].strip()} {status[0]}"):
        return (Heading(_TITLE, (Text(named, first.location),), first.location),)
    title = Heading(_TITLE, (Text(found[2].strip(), first.location),), first.location)
    if not is_known(_section(title), dialect):
        return ()
    return (title, Paragraph(behind, block.location)) if behind else (title,)


def _section(heading: Heading) -> Section:
    return Section(plain(heading.spans), heading.level, heading.spans, heading.location, ())


def _read(block: Block, behind: Block | None, lines: tuple[str, ...]) -> Iterator[Block]:
    """What stands for a line that the dialect takes for a heading; nothing for other blocks."""
    match block:
        case Html(text, location) if "html" in lines and (title := _HTML.fullmatch(text)):
            yield Heading(int(title[1]), (Text(title["text"].strip(), location),), location)
        case Paragraph(spans, location) if "bold" in lines and (all_ := _EMPHASISED.fullmatch(_written(spans))):
            level = _STATED if _REQUEST.fullmatch(all_["text"]) else _TITLE
            yield Heading(level, _unmarked(spans, all_), location)
        case Paragraph(spans, location) if (
            "bold" in lines and location.end_line > location.line and (first := _first(spans))
        ):
            name, rest = first
            yield Heading(_TITLE, (name,), name.location)
            if rest:
                yield Paragraph(rest, location)
        case Paragraph(spans, location) if "colon" in lines and isinstance(behind, BulletList | Table | Fence):
            text = plain(spans)
            if text.endswith(":") and len(text.split()) <= _MOST_WORDS and not _REQUEST.search(text):
                yield Heading(_TITLE, spans, location)


def _written(spans: tuple[Span, ...]) -> str:
    text = plain(spans)
    return text if len(text) <= _LONGEST else ""


def _unmarked(spans: tuple[Span, ...], found: re.Match[str]) -> tuple[Span, ...]:
    """The spans without the emphasis marks around them; as a single text if there is no code among them."""
    if any(isinstance(span, Code) for span in spans):
        return tuple(_without_stars(span) for span in spans)
    return (Text(found["text"].rstrip(": "), spans[0].location),)


def _without_stars(span: Span) -> Span:
    if not isinstance(span, Text):
        return span
    return replace(span, text=re.sub(r"\*\*|__|[*_](?=\s*:?$)|^[*_]", "", span.text))


def _first(spans: tuple[Span, ...]) -> tuple[Text, tuple[Span, ...]] | None:
    """The bold words, followed by a colon, that begin a paragraph, and the rest of the paragraph; None if there are
    none."""
    first = spans[0] if spans else None
    found = _FIRST.match(first.text) if isinstance(first, Text) else None
    if not found or not isinstance(first, Text):
        return None
    rest = first.text[found.end() :]
    where = first.location
    return Text(found["text"].strip(), where), ((Text(rest, where), *spans[1:]) if rest else spans[1:])
