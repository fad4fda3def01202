"""Splits a page into sections: a heading with the blocks up to the next heading."""

import html
import re
from collections.abc import Iterator
from types import UnionType

from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import (
    Block,
    BulletList,
    Code,
    Fence,
    Heading,
    Html,
    Link,
    Page,
    Paragraph,
    Row,
    Script,
    Span,
    Table,
    Text,
    plain,
)
from jekyll_openapi.patterns import folded, regex
from jekyll_openapi.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the blocks below it. The text before the first heading is a section with an empty title."""

    title: str
    """The heading as plain text."""
    level: int
    spans: tuple[Span, ...]
    location: Location
    blocks: tuple[Block, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def fences(self) -> tuple[Fence, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Fence))

    def is_one_of(self, titles: tuple[str, ...]) -> bool:
        """Whether one of the words or patterns matches the title, ignoring case, emphasis, a final colon and an
        aside."""
        return any(matches(titles, one) for one in self.names)

    @property
    def names(self) -> tuple[str, ...]:
        """What its title says to be: the title without marks, and without an aside."""
        return names_in(self.title)

    @property
    def name(self) -> str:
        """The title without marks, the number of its section, and an article."""
        return names_in(self.title)[0]


_LEAD = regex(
    r"^(?:\d{1,2}(?:(?:\.\d{1,2})+|(?:\.\d{1,2})*[.)])\s+|[^\w\s/{(<\[.$@:#-]+\s+)?(?:the\s+(?=[a-z]+$))?", re.I
)


def names_in(title: str) -> tuple[str, ...]:
    """The title without marks, the number of its section, and an article; then without an aside too, if it has one."""
    name = _LEAD.sub("", title.replace("`", "").strip("*_: "))
    return (name,) if (short := without_aside(name)) == name else (name, short)


def without_aside(title: str) -> str:
    """The title without what it says in brackets or behind a dash: `Body (application/json)`, `Headers - Header`."""
    return _ASIDE.sub("", title)


def sections(page: Page) -> tuple[Section, ...]:
    """The page's sections in page order, without scripts."""
    return tuple(_sections(page))


def _sections(page: Page) -> Iterator[Section]:
    heading: Heading | None = None
    blocks: list[Block] = []
    for block in page.blocks:
        if isinstance(block, Heading):
            yield _section(heading, blocks, page)
            heading, blocks = block, []
        elif not isinstance(block, Script):
            blocks.append(block)
    yield _section(heading, blocks, page)


def _section(heading: Heading | None, blocks: list[Block], page: Page) -> Section:
    if heading is None:
        return Section("", 0, (), page.location, tuple(_with_whole_tables(blocks)))
    return Section(
        plain(heading.spans), heading.level, heading.spans, heading.location, tuple(_with_whole_tables(blocks))
    )


def _with_whole_tables(blocks: list[Block]) -> list[Block]:
    """The blocks with tables rejoined that a blank line has split: kramdown then sees a second table without a
    header."""
    found: list[Block] = []
    for block in blocks:
        above = found[-1] if found else None
        is_rest = isinstance(block, Table) and block.form == "pipe" and not block.is_headed
        if (
            is_rest and isinstance(above, Table) and isinstance(block, Table) and above.form == "pipe"
            and len(block.header.cells) <= len(above.header.cells)
        ):  # fmt: skip
            found[-1] = replace(above, rows=(*above.rows, block.header, *block.rows))
        else:
            found.append(block)
    return found


def below(index: int, parts: tuple[Section, ...]) -> tuple[Section, ...]:
    """A section, followed by the deeper sections below it."""
    ends = (one for one in range(index + 1, len(parts)) if parts[one].level <= parts[index].level)
    return parts[index : next(ends, len(parts))]


_ASIDE = regex(r"\s*\([^()]*\)$|\s+[-\u2013\u2014|]\s+[^-\u2013\u2014|]*$")
_TYPE_FIRST = regex(
    r"(?:type:\s*)?[*_]{0,2}\(?(?:string|text|number|integer|int(?:32|64)?|boolean|bool|array|object|date|double|float|decimal|required|optional)"
    r"(?:[ \t]*[,.;(\[<].*|\)?[*_]{1,2}(?:\W.*)?|[ \t]*)",
    re.DOTALL,
)
"""Matches, in small letters, what begins with a type or a need."""


def _is_rows(rows: tuple[Row, ...]) -> bool:
    """Whether list items are property rows: one has marks in parentheses or a tag, or most begin with a type or a
    need."""
    spans = (span for row in rows for cell in row.cells for span in cell.spans)
    if any(isinstance(span, Code) and span.classes for span in spans):
        return True
    if any(row.cells[1].spans for row in rows):
        return True
    told = (folded(plain(row.cells[2].spans)) for row in rows)
    return 2 * sum(bool(text and _TYPE_FIRST.fullmatch(text)) for text in told) > len(rows)


def tables_of(blocks: tuple[Block, ...], *, takes_names: bool = False) -> tuple[Table, ...]:
    """The tables among the blocks, and the lists whose items are property rows.

    With `takes_names`, a list whose items only begin with a name counts as well.
    """
    found = []
    for block in blocks:
        if isinstance(block, Table):
            found.append(block)
        elif isinstance(block, BulletList) and block.rows and (takes_names or _is_rows(block.rows.rows)):
            found.append(block.rows)
    return tuple(found)


def up_to_last(blocks: tuple[Block, ...], kind: type[Block] | UnionType) -> tuple[Block, ...]:
    """The blocks up to the last one of a kind; what announces such a block stands among them."""
    last = next((index for index in range(len(blocks) - 1, -1, -1) if isinstance(blocks[index], kind)), -1)
    return blocks[: last + 1]


def slug(title: str) -> str:
    """The id that kramdown gives a heading, used by links on the same page."""
    return re.sub(r"[^\w -]", "", title.replace("`", "")).strip().replace(" ", "-").casefold()


def describe(blocks: tuple[Block, ...], base_url: str) -> str:
    """The text of the blocks as CommonMark, with blank lines between paragraphs."""
    parts = (_describe_block(block, base_url) for block in blocks)
    return "\n\n".join(part for part in parts if part)


def _describe_block(block: Block, base_url: str) -> str:
    match block:
        case Paragraph(spans):
            return describe_spans(spans, base_url)
        case BulletList(items):
            return "\n".join(f"- {describe_spans(item.spans, base_url)}" for item in items)
        case Fence(language, text):
            fence = _ticks(text, 3)
            return f"{fence}{language}\n{text.rstrip()}\n{fence}"
        case Html(text):
            return _describe_html(text)
        case _:
            return ""


def _ticks(text: str, least: int) -> str:
    """So many backticks that those in the code do not end it."""
    return "`" * max(least, 1 + max(map(len, _TICKS.findall(text)), default=0))


def _describe_html(source: str) -> str:
    """The visible text; what `<summary>` holds is a label, as a bold line is."""
    parts: list[str] = []
    for index, part in enumerate(_LABEL.split(_COMMENT.sub(" ", source)) if "summary" in source else (source,)):
        if text := shown_text(part):
            parts.append(f"**{text}**" if index % 2 else text)
    return "\n\n".join(parts)


_TICKS = regex("`+")
_COMMENT = regex(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_LABEL = regex(r"<summary\b[^<>]*>(.*?)</summary\s*>", re.DOTALL | re.IGNORECASE)
_TAG = regex(r"<!--.*?(?:-->|\Z)|</?[a-zA-Z](?:[^<>\n]|\n(?![ \t]*\n))*>", re.DOTALL)
"""A comment, or a tag; one that goes on behind a blank line is taken for text, so that nothing is lost in it."""


def shown_text(source: str) -> str:
    """The visible text of an HTML fragment."""
    return " ".join(html.unescape(_TAG.sub(" ", source)).split())


def describe_spans(spans: tuple[Span, ...], base_url: str) -> str:
    """The spans as CommonMark. Links are absolute if the site's address is known, and plain text if not."""
    if len(spans) == 1 and isinstance(spans[0], Text):  # most are
        text = spans[0].text
    else:
        text = "".join([span.text if isinstance(span, Text) else _describe_span(span, base_url) for span in spans])
    return " ".join(text.replace("&nbsp;", " ").split())


def _describe_span(span: Span, base_url: str) -> str:
    match span:
        case Code(text) if "`" in text:
            ticks = _ticks(text, 1)
            return f"{ticks} {text} {ticks}"
        case Code(text):
            return f"`{text}`"
        case Link(text, target):
            return f"[{text}]({_absolute(target, base_url)})" if _absolute(target, base_url) else text
        case _:
            return span.text


def _absolute(target: str, base_url: str) -> str:
    if target.startswith(("https://", "http://")):
        return target
    return f"{base_url}{target}" if base_url and target.startswith("/") else ""
