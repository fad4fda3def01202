"""Recognizes items of lists that are titles of sections: those that hold a list or code, with a title that is known.

- **Arguments**                       a heading `Arguments`
    - `fields` (optional)             and below it a list
- Response 200 (application/json)     a heading `Response 200 (application/json)`

        {"id": 1}                     and below it code
- **URL Params**                      a heading `URL Params`

    `id=[integer]`                    and below it a paragraph
"""

from collections.abc import Iterator

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Block, BulletList, Code, Heading, Item, Paragraph, Row, Table, Text, plain
from jekyll_openapi.pages.items import item_rows
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import fields

LEVEL = 8
"""The heading level of such an item at the top of a list: below all other headings."""
_ASIDE = regex(r"\s*\([^()]*\)$")
_LONGEST = 60


def split(block: BulletList, inside: tuple[Block, ...], dialect: Dialect) -> Iterator[Block]:
    """The list and the blocks inside it, with a heading in place of each item that is a title."""
    titles = {
        index: title
        for index in range(len(block.entries))
        if (title := _title(block.entries, index, inside)) and _is_known(title, dialect)
    }
    if not titles:
        yield from (block, *inside)
        return
    left, group, base = list(inside), list[Item](), -1
    for index, entry in enumerate(block.entries):
        is_outside = entry.depth < base
        if index in titles or is_outside:
            yield from _listed(group, base)
            group = []
        yield from _before(left, entry.texts[0].location.line)
        if index in titles:
            yield Heading(LEVEL + entry.depth, (Text(titles[index], entry.texts[0].location),), entry.texts[0].location)
            base = entry.depth + 1
            yield from entry.texts[1:]
            continue
        if is_outside:
            base = -1
        group.append(entry)
    yield from _listed(group, base)
    yield from left


def _before(left: list[Block], line: int) -> Iterator[Block]:
    while left and left[0].location.line < line:
        yield left.pop(0)


def _listed(group: list[Item], base: int) -> Iterator[BulletList]:
    """The entries as a list of its own; as property rows if a title is above them and each begins with a name."""
    if not group:
        return
    texts = tuple(text for entry in group for text in entry.texts)
    first, last = texts[0].location, texts[-1].location
    where = first.until(last)
    rows = item_rows(tuple(group), out=base) if base >= 0 else ()
    yield BulletList(texts, where, Table(Row((), where), rows, where, "bullets") if rows else None, tuple(group))


def _title(entries: tuple[Item, ...], index: int, inside: tuple[Block, ...]) -> str:
    """The text of an item that holds other items or code, without marks; empty for all other items."""
    entry = entries[index]
    behind = entries[index + 1] if index + 1 < len(entries) else None
    end = behind.texts[0].location.line if behind else 10**9
    holds = (
        len(entry.texts) > 1
        or (behind is not None and behind.depth > entry.depth)
        or any(entry.texts[-1].location.line < one.location.line < end for one in inside)
    )
    spans = entry.texts[0].spans
    # A name of a property, `fields` say, is no title.
    text = "" if spans and isinstance(spans[0], Code) else plain(spans)
    return text.replace("`", "").strip("*_: ") if holds and len(text) <= _LONGEST else ""


def _is_known(title: str, dialect: Dialect) -> bool:
    names = (one.name for one in fields(Dialect) if one.name.endswith("_sections"))
    known = tuple(one for name in names for one in getattr(dialect, name))
    return matches(known, title) or matches(known, _ASIDE.sub("", title))


def inside_of(block: BulletList, behind: tuple[Block, ...]) -> tuple[Block, ...]:
    """The first of the blocks behind a list that stand in it."""
    found: list[Block] = []
    for one in behind:
        if isinstance(one, Heading | Paragraph) or not _is_within(one.location, block.location):
            break
        found.append(one)
    return tuple(found)


def _is_within(one: Location, other: Location) -> bool:
    return other.line <= one.line <= max(other.end_line, other.line)
