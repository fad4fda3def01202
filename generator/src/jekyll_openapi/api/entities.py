"""What a page defines: each table below a definition's heading is a schema, several on a page each their own."""

from collections.abc import Iterator
from dataclasses import dataclass

from jekyll_openapi.api.context import Context, Defined
from jekyll_openapi.api.deprecation import is_deprecated_page
from jekyll_openapi.api.descriptions import prose
from jekyll_openapi.api.kinds import is_known
from jekyll_openapi.api.model import NamedSchema, stated
from jekyll_openapi.api.regions import end_of, main_heading
from jekyll_openapi.api.rows import is_property_table, read_object
from jekyll_openapi.api.sections import Section, sections, slug, tables_of
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Page, Table, plain
from jekyll_openapi.rules import DUPLICATE_SCHEMA, LIMIT_EXCEEDED


@dataclass(frozen=True, slots=True)
class Definition:
    """Tables of a page that define one schema."""

    page: Page
    root: int
    """The section of the heading that it stands under; 0 for the page itself."""
    title: str
    """What the page calls the schema."""
    location: Location
    parts: tuple[Section, ...]
    tables: tuple[Table, ...]
    is_alone: bool
    """Whether the page defines nothing else."""


def find_definitions(page: Page, context: Context) -> tuple[Definition, ...]:
    """The definitions of a page, in page order."""
    parts = sections(page)
    by_root: dict[int, list[int]] = {}
    for index, part in enumerate(parts):
        if part.is_one_of(context.dialect.definition_sections) and list(_tables(part, context)):
            by_root.setdefault(_root(index, parts, context), []).append(index)
    if len(by_root) == 1:
        ((root, indexes),) = by_root.items()
        title, location = _page_title(page, parts)
        root = 0 if root == main_heading(parts) else root
        if root and "/" in title:
            title, location = parts[root].title.replace("`", ""), parts[root].location
        own = parts[root:] if root else parts
        tables = tuple(table for index in indexes for table in _tables(parts[index], context))
        return (Definition(page, root, title, location, own, tables, True),)
    roots = dict.fromkeys(by_root, False)
    found = []
    for root, indexes in by_root.items():
        title, location = _page_title(page, parts)
        if root:
            title, location = parts[root].title.replace("`", ""), parts[root].location
        end = min(indexes) + 1 if not root else end_of(root, parts, roots, lambda part: is_known(part, context.dialect))
        tables = tuple(table for index in indexes for table in _tables(parts[index], context))
        found.append(Definition(page, root, title, location, parts[root:end], tables, False))
    return tuple(found)


def _tables(part: Section, context: Context) -> Iterator[Table]:
    return (table for table in tables_of(part.blocks) if is_property_table(table, context.dialect))


def _root(index: int, parts: tuple[Section, ...], context: Context) -> int:
    """The nearest heading above that names something: of the same level or higher, and no section of the dialect."""
    level = parts[index].level
    for one in range(index - 1, -1, -1):
        if parts[one].level <= level and not is_known(parts[one], context.dialect):
            return one
        level = min(level, parts[one].level)
    return 0


def name_schemas(pages: tuple[Page, ...], context: Context) -> tuple[Definition, ...]:
    """Gives each definition its schema's name; the definitions whose name no better one has."""
    best: dict[str, Definition] = {}
    everything = [definition for page in pages for definition in find_definitions(page, context)]
    for one in sorted(everything, key=_owns, reverse=True):
        other = best.setdefault(one.title.casefold(), one)
        if other is one and len(best) > context.limits.schemas:
            message = f"{context.limits.schemas} pages before it define schemas; this one is left out"
            context.found(LIMIT_EXCEEDED, message, one.location, "raise `schemas` in [tool.jekyll-openapi.limits]")
            del best[one.title.casefold()]
        elif other is not one:
            for table in one.tables:
                context.take(table)
            if _rows(one) != _rows(other):
                message = f"`{one.title}` is defined at {other.page.path} already"
                context.found(DUPLICATE_SCHEMA, message, one.location, "rename or remove one of them")
    kept = tuple(one for one in everything if best.get(one.title.casefold()) is one)
    for one in kept:
        name = context.schema_names.give((one.title,), one.location)
        titled = one.page.text("title").casefold() == one.title.casefold()
        context.define(one.page.path, Defined(name, one.title, slug(one.title), titled))
    return kept


def _owns(one: Definition) -> bool:
    """Whether it is what its page is about, by the page's title or permalink."""
    last = one.page.url.rsplit("/", 1)[-1].casefold()
    return one.is_alone or one.title.casefold() in (one.page.text("title").casefold(), last)


def _rows(one: Definition) -> list[list[str]]:
    return [[plain(cell.spans) for cell in row.cells] for table in one.tables for row in table.rows]


def read_schema(definition: Definition, context: Context) -> NamedSchema:
    """The schema that a page defines."""
    tables = tuple(context.take(table) for table in definition.tables)
    schema = read_object(tables, context)
    name = next(one.name for one in context.defined[definition.page.path] if one.title == definition.title)
    title = definition.title if definition.title != name else ""
    text = prose(definition.parts, context)
    entity = any(one.name == context.dialect.id_property for one in schema.properties)
    deprecated = is_deprecated_page(definition.page, context.dialect) and definition.is_alone
    return NamedSchema(name, schema, stated(definition.location), title, text, is_entity=entity, deprecated=deprecated)


def _page_title(page: Page, parts: tuple[Section, ...]) -> tuple[str, Location]:
    """What the page calls its schema: its title, else its first heading, else its file."""
    field = page.field("title")
    if field and field.value:
        return field.value, field.location
    heading = next((part for part in parts[1:] if part.level <= 2), None)
    if heading:
        return heading.title.strip("`"), heading.location
    return page.path.rsplit("/", 1)[-1].split(".")[0], page.location
