"""Finds the schemas that pages define: sections titled "Definition", the table of an entity's page, and sections titled
with a name that tables on the same page use as a type."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from jekyll_openapi.api.column_titles import index_of
from jekyll_openapi.api.columns import cell_of
from jekyll_openapi.api.context import Context
from jekyll_openapi.api.regions import is_row_heading
from jekyll_openapi.api.rows import is_property_table
from jekyll_openapi.api.section_kinds import is_known, kind_of
from jekyll_openapi.api.section_owners import end_of, main_heading, parent
from jekyll_openapi.api.sections import Section, below, slug, tables_of
from jekyll_openapi.api.statements import requests_in, states_operation
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Link, Page, Paragraph, Row, Table, plain, telling
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass

_NAME = regex(r"`?([A-Za-z_][A-Za-z0-9_]*)`?")
_CAMEL = regex(r"[A-Z][a-z0-9]+(?:[A-Z]\w*)+")
_WITHOUT_ROWS = (None, "silent", "note")
"""Kinds of sections that hold no rows of their own."""
_OBJECT = regex(
    r"(?:the )?`?([A-Za-z_][A-Za-z0-9_]*)`? (?:object|model|resource|entity|type|structure)",
    re.I,
    needs=(" object", " model", " resource", " entity", " type", " structure"),
)
"""Matches a heading such as `The Berth object`."""
_PARAMETERS = ("parameter", "parameters", "argument", "arguments")


@dataclass(frozen=True, slots=True)
class Definition:
    """The part of a page that defines one schema."""

    page: Page
    root: int
    """The index of the section whose heading names the schema; 0 for the page itself."""
    title: str
    """The schema's name as the page gives it."""
    location: Location
    parts: tuple[Section, ...]
    """All sections that describe the schema."""
    stated: tuple[Section, ...]
    """The sections that hold its rows."""
    is_alone: bool
    """Whether this is the page's only definition, besides inner ones."""
    is_inner: bool = False
    """Whether its heading stands among the sections of an operation or of another definition, which use it."""
    heading: str = ""
    """The text of the heading that links lead to, where it says more than the name."""


def find_definitions(page: Page, context: Context) -> tuple[Definition, ...]:
    """The definitions of a page, in page order, the inner ones last."""
    return context.once("definitions", (page,), lambda: tuple(_definitions(page, context.sections(page), context)))


def _definitions(page: Page, parts: tuple[Section, ...], context: Context) -> Iterator[Definition]:
    inner = _inner(page, parts, context)
    within = {one for index in inner for one in range(index, index + len(_inside(index, parts, context)))}
    by_root: dict[int, list[int]] = {}
    for index in _defining(page, parts, context):
        by_root.setdefault(_root(index, parts, context), []).append(index)
    # A definition that cannot be read still has the name above it.
    titled = {
        _root(at, parts, context) for at, part in enumerate(parts) if kind_of(part, context.dialect) == "definition"
    }
    is_alone, page_title = len(titled.union(by_root)) == 1, _page_title(page, parts)
    roots: dict[int, bool | None] = dict.fromkeys(by_root, False)
    foreign = within.union(_of_operations(parts, {one for indexes in by_root.values() for one in indexes}))
    for root, indexes in by_root.items():
        is_whole = root == 0 or (is_alone and root == main_heading(parts))
        own = range(len(parts))
        if not is_whole:
            end = end_of(root, parts, roots, lambda part: is_known(part, context.dialect))
            own = range(root, len(parts) if is_alone else end)
        elif not is_alone:
            own = range(min(indexes) + 1)
        # Below the title of a guide, it is the heading that is a schema's name, and so it is beside operations.
        is_headed = bool(_NAME.fullmatch(parts[root].title)) and not _NAME.fullmatch(page_title[0])
        is_page = is_alone and not is_headed and "/" not in page_title[0]
        named_by_page = is_whole or (is_page and not any(map(states_operation, parts)))
        title, location = page_title if named_by_page else (parts[root].title.replace("`", ""), parts[root].location)
        stated = (one for index in indexes for one in range(index, index + len(below(index, parts))))
        yield Definition(
            page, 0 if is_whole else root, title, location, tuple(parts[one] for one in own if one not in foreign),
            tuple(parts[one] for one in stated if one not in within), is_alone,
        )  # fmt: skip
    for index, name in inner.items():
        inside, part = _inside(index, parts, context), parts[index]
        yield Definition(
            page, index, name, part.location, inside, inside, is_alone=False, is_inner=True, heading=part.title
        )


def _of_operations(parts: tuple[Section, ...], rows: set[int]) -> Iterator[int]:
    """The sections below headings that state operations, and that hold the rows of no definition."""
    for index, part in enumerate(parts):
        if index and rows and states_operation(part):
            inside = range(index, index + len(below(index, parts)))
            yield from inside if rows.isdisjoint(inside) else ()


def _defining(page: Page, parts: tuple[Section, ...], context: Context) -> list[int]:
    """The indexes of the sections that hold a definition's rows."""
    kinds = [kind_of(part, context.dialect) for part in parts]
    titled = [at for at, kind in enumerate(kinds) if kind == "definition" and _defines(below(at, parts), context)]
    if titled or not _is_about_schema(page, parts, context):
        return titled
    typed = [index for index, part in enumerate(parts) if any(_is_typed(table, context) for table in part.tables)]
    titles = [part.title.replace("`", "") for part in parts]
    own = page.text("title").casefold()
    named = [index for index in typed if kinds[index] == "neutral" or titles[index].casefold() == own]
    # The only table of such a page defines its schema, whatever its title, unless that names another one.
    other = [index for index in typed if kinds[index] in _WITHOUT_ROWS and not _CAMEL.fullmatch(titles[index])]
    found = named or other
    return found if len(found) == 1 else []


def _is_about_schema(page: Page, parts: tuple[Section, ...], context: Context) -> bool:
    """Whether the page stands where schemas are kept, and describes no operation."""
    if page.field(context.dialect.operation_field) or any(map(states_operation, parts)):
        return False
    is_called = any(call.callee.casefold() == context.dialect.tryit_call for call in page.calls)
    return not is_called and context.names_schema(page.url)


def _inside(index: int, parts: tuple[Section, ...], context: Context) -> tuple[Section, ...]:
    """The section of a schema and those below it, as far as they state no operation."""
    found = below(index, parts)
    ends = (at for at, part in enumerate(found) if at and _states(part, context))
    return found[: next(ends, len(found))]


def _states(part: Section, context: Context) -> bool:
    """Whether the section's title, or a block of it, states an operation."""
    return states_operation(part) or any(
        True for _, block in telling(part.blocks) for _ in requests_in(block, part.blocks, context.dialect)
    )


def _inner(page: Page, parts: tuple[Section, ...], context: Context) -> dict[int, str]:
    """The sections with a table of properties, by index, each with the name of its schema: those titled with a name
    that the type column of another table mentions or that a link leads to, and objects beside operations."""
    named = {
        index: found[1]
        for index, part in enumerate(parts)
        if index and (found := _NAME.fullmatch(part.title) or _OBJECT.fullmatch(part.title))
        and not is_known(part, context.dialect)
        and any(_is_typed(table, context) for table in part.tables)
    }  # fmt: skip
    if not named:
        return {}
    types = {index: set(_type_names(part, context)) for index, part in enumerate(parts)}
    uses = Counter(name for used in types.values() for name in used)
    own = page.text("title").casefold()
    apart = set(_apart(named, parts, context))
    return {
        index: name
        for index, name in named.items()
        if (uses[name.casefold()] > (name.casefold() in types[index]) and name.casefold() != own) or index in apart
    }


def _anchors(parts: tuple[Section, ...]) -> Iterator[str]:
    """The headings of the page that sentences and cells link to; a list of links is a table of contents."""
    for part in parts:
        cells = [cell.spans for table in part.tables for row in table.rows for cell in row.cells]
        linked = (one for spans in cells for one in spans if isinstance(one, Link))
        texts = (one for _, block in telling(part.blocks) if isinstance(block, Paragraph) for one in block.links)
        yield from (one.target[1:] for one in (*linked, *texts) if one.target.startswith("#"))


def _apart(named: Mapping[int, str], parts: tuple[Section, ...], context: Context) -> Iterator[int]:
    """The named sections that are no part of an operation: the page's own, above its operations, and those beside
    several operations that a link leads to, or that are titled as objects and not as a row is."""
    stating = [at for at, part in enumerate(parts) if _states(part, context)]
    linked = set(_anchors(parts))
    rows = {_row_name(row) for part in parts for table in part.tables for row in table.rows if row.cells}
    for index, name in named.items():
        part = parts[index]
        if index in stating or any(index_of(table, _PARAMETERS) == 0 for table in part.tables):
            continue
        if index == main_heading(parts):
            roots = {parent(at, parts) if is_known(parts[at], context.dialect) else at for at in stating}
            if len(roots) > 1 and index not in roots:
                yield index
        # Where a page states one operation, what stands below its heading is of that one.
        elif (len(stating) != 1 or part.level <= parts[stating[0]].level) and not any(
            at in stating or is_known(parts[at], context.dialect) for at in _above(index, parts)
        ):
            is_object = _OBJECT.fullmatch(part.title) and name.casefold() not in rows
            if slug(part.title) in linked or (is_object and any(parts[at].level >= part.level for at in stating)):
                yield index


def _row_name(row: Row) -> str:
    return plain(row.cells[0].spans).strip("`*: ").casefold()


def _above(index: int, parts: tuple[Section, ...]) -> Iterator[int]:
    """The sections that a section is nested in, the innermost first."""
    above = parent(index, parts)
    while above:
        yield above
        above = parent(above, parts)


def _is_typed(table: Table, context: Context) -> bool:
    """Whether a table lists properties with their types."""
    is_listing = is_property_table(table, context.dialect)
    return is_listing and index_of(table, context.dialect.type_columns) is not None


def _type_names(part: Section, context: Context) -> Iterator[str]:
    """The words in the type columns of a section's tables, in lower case, links aside: a link says where it leads."""
    for table in part.tables:
        column = index_of(table, context.dialect.type_columns)
        for row in table.rows if column is not None and is_property_table(table, context.dialect) else ():
            for span in cell_of(row, column).spans:
                words = () if isinstance(span, Link) else re.findall(r"[A-Za-z_]\w*", span.text)
                yield from (word.casefold() for word in words if word.casefold() not in context.dialect.type_words)


def _defines(inside: tuple[Section, ...], context: Context) -> bool:
    """Whether a definition's sections have a property table, or headings that are properties."""
    tables = any(is_property_table(table, context.dialect) for part in inside for table in tables_of(part.blocks))
    return tables or any(map(is_row_heading, inside[1:]))


def _root(index: int, parts: tuple[Section, ...], context: Context) -> int:
    """The nearest heading above that names something: same level or higher, and not a title that the dialect knows."""
    level = parts[index].level
    for one in range(index - 1, -1, -1):
        if parts[one].level <= level and not is_known(parts[one], context.dialect):
            return one
        level = min(level, parts[one].level)
    return 0


def _page_title(page: Page, parts: tuple[Section, ...]) -> tuple[str, Location]:
    """The page's title, or else its first heading, or else its file name; with its location."""
    field = page.field("title")
    if field and field.value:
        return field.value, field.location
    heading = next((part for part in parts[1:] if part.level <= 2), None)
    if heading:
        return heading.title.strip("`"), heading.location
    return page.path.rsplit("/", 1)[-1].split(".")[0], page.location
