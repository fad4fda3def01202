"""Turns the running text of sections into Markdown descriptions."""

import re
from collections.abc import Iterator

from jekyll_openapi.api.columns import says_nothing
from jekyll_openapi.api.context import Context
from jekyll_openapi.api.regions import is_row_heading
from jekyll_openapi.api.request_lines import shown_requests
from jekyll_openapi.api.section_kinds import REQUEST, Placed, lead_kind, placed
from jekyll_openapi.api.sections import Section, describe, shown_text, tables_of, up_to_last
from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.pages.document import Block, BulletList, Fence, Html, Paragraph, Table, plain
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace

_IMAGE = regex(r"!\[[^\]]*\]\([^)]*\)|(?:<(a|span)\b[^<>]*>\s*</\1>\s*)+", re.I, needs=("![", "<a", "<span"))
"""Matches a paragraph that shows nothing in words: a picture, or a place that links lead to."""
_CONTENTS = (["toc"], ["table of contents"], ["contents"])
"""Items of a list that kramdown replaces with the table of contents (`{:toc}`)."""
_LEAD_WORDS = 8
"""Most words in a sentence such as "The fields are:", which only introduces the next block."""


def intro(parts: tuple[Section, ...]) -> Iterator[Section]:
    """The text before the first heading, and the section of the page's main heading."""
    yield from parts[:1]
    if len(parts) > 1 and parts[0].level == 0 and parts[1].level <= max(2, min(part.level for part in parts[1:])):
        yield parts[1]


def about(parts: tuple[Section, ...], context: Context) -> str:
    """The text of the sections that describe the operation itself, not its request or response."""
    return context.once_a_build("about", (parts,), lambda: _about(parts, context))


def _about(parts: tuple[Section, ...], context: Context) -> str:
    own = (one.part.blocks for one in placed(parts, context.dialect) if one.kind in (None, "note", "statement"))
    return describe(tuple(block for blocks in own for block in shown(blocks, context)), context.base_url)


def prose(parts: tuple[Section, ...], context: Context) -> str:
    """The text of the sections as one description, without responses, examples, navigation and lead-in sentences."""
    return context.once("prose", (parts,), lambda: _prose(parts, context))


def forget_prose(parts: tuple[Section, ...], context: Context) -> None:
    """Lets go of that text, for which nobody asks again."""
    context.forget("prose", (parts,))


def _prose(parts: tuple[Section, ...], context: Context) -> str:
    texts: list[str] = []
    leading = {part.location for part in intro(parts)}
    for one in placed(parts, context.dialect):
        if one.kind in ("response", "response example", "status", "silent") or _is_row(one):
            continue
        blocks = tuple(_told(one.part.blocks, one.kind in (None, "note"), context))
        text = describe(blocks, context.base_url)
        # "None." says it to the readers of the table that it stands for.
        if one.kind in REQUEST and " " not in text and says_nothing(text, context):
            continue
        if text and one.kind is None and one.part.location not in leading:
            texts.append(f"**{one.part.title}**")
        texts.append(text)
    return "\n\n".join(text for text in texts if text)


def _is_row(one: Placed) -> bool:
    """Whether a section describes a single property, which gets the text as its own description."""
    return one.kind in (*REQUEST, "definition") and bool(one.trail) and is_row_heading(one.part)


def shown(blocks: tuple[Block, ...], context: Context) -> Iterator[Block]:
    """The blocks of text that belong in a description: no fences, no lead-in sentences, no navigation."""
    return _told(blocks, False, context)


def whole(blocks: tuple[Block, ...], context: Context) -> str:
    """All text of the blocks, with their code."""
    return describe(tuple(_told(blocks, True, context)), context.base_url)


def _told(blocks: tuple[Block, ...], with_fences: bool, context: Context) -> Iterator[Block]:
    dialect = context.dialect
    context.tell(block for block in blocks if not isinstance(block, Fence))
    shows = False
    kept = [True] * len(blocks)
    for index, block in enumerate(up_to_last(blocks, Fence)):
        shows = shows or lead_kind(blocks, index, dialect) == "response example"
        is_example = isinstance(block, Fence) and (shows or not with_fences or bool(list(shown_requests(block))))
        kept[index] = not is_example
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        match block:
            case Paragraph(is_plain=True) if not dialect.silent_paragraphs:
                yield block
            case Paragraph(spans):
                is_shown = following is None or (kept[index + 1] and not isinstance(following, Table))
                text = plain(spans)
                if (
                    not _IMAGE.fullmatch(text)
                    and (is_shown or not is_lead(text))
                    and not matches(dialect.silent_paragraphs, text)
                ):
                    yield block
            case BulletList(items, _, rows) if rows is not None and context.is_read(rows.location):
                pass
            case BulletList(items) if with_fences or not tables_of((block,)):
                items = tuple(one for one in items if not matches(dialect.silent_paragraphs, plain(one.spans)))
                if not _is_contents(block):
                    yield replace(block, items=items)
            case Fence() if kept[index]:
                context.tell((block,))
                yield block
            case Html(text) if isinstance(following, BulletList) and _is_contents(following):
                # The title that folds up the table of contents.
                if [shown_text(text).casefold()] not in _CONTENTS:
                    yield block
            case Html():
                yield block


def _is_contents(block: BulletList) -> bool:
    """Whether kramdown replaces the list by the table of contents."""
    return [plain(one.spans).casefold() for one in block.items] in _CONTENTS


def is_lead(text: str) -> bool:
    """Whether a sentence only introduces the block after it: a few words that end in a colon."""
    return text.endswith(":") and len(text.split()) <= _LEAD_WORDS
