"""Reads the schemas that pages define: the tables below a "Definition" heading. A page can define several."""

from collections.abc import Iterator

from jekyll_openapi.api.context import Context, Defined
from jekyll_openapi.api.deprecation import is_deprecated_page
from jekyll_openapi.api.descriptions import prose
from jekyll_openapi.api.model import NamedSchema, stated
from jekyll_openapi.api.nesting import build, nested
from jekyll_openapi.api.regions import Region, is_row_heading, regions
from jekyll_openapi.api.rows import is_property_table
from jekyll_openapi.api.section_kinds import is_known
from jekyll_openapi.api.section_owners import end_of, main_heading
from jekyll_openapi.api.sections import Section, sections, slug, tables_of
from jekyll_openapi.api.statements import states_operation
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Page, Table, plain
from jekyll_openapi.records import dataclass
from jekyll_openapi.rules import DUPLICATE_SCHEMA, LIMIT_EXCEEDED


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
    """Whether this is the page's only definition."""


def find_definitions(page: Page, context: Context) -> tuple[Definition, ...]:
    """The definitions of a page, in page order."""
    parts = sections(page)
    by_root: dict[int, list[int]] = {}
    for index, part in enumerate(parts):
        if part.is_one_of(context.dialect.definition_sections) and _defines(_below(index, parts), context):
            by_root.setdefault(_root(index, parts, context), []).append(index)
    is_alone, page_title = len(by_root) == 1, _page_title(page, parts)
    roots = dict.fromkeys(by_root, False)
    found = []
    for root, indexes in by_root.items():
        is_whole = root == 0 or (is_alone and root == main_heading(parts))
        own = parts
        if not is_whole:
            end = end_of(root, parts, roots, lambda part: is_known(part, context.dialect))
            own = parts[root:] if is_alone else parts[root:end]
        elif not is_alone:
            own = parts[: min(indexes) + 1]
        is_among_operations = root and any(map(states_operation, parts))
        named_by_page = is_whole or (is_alone and "/" not in page_title[0] and not is_among_operations)
        title, location = page_title if named_by_page else (parts[root].title.replace("`", ""), parts[root].location)
        stated = tuple(part for index in indexes for part in _below(index, parts))
        found.append(Definition(page, 0 if is_whole else root, title, location, own, stated, is_alone))
    return tuple(found)


def _below(index: int, parts: tuple[Section, ...]) -> tuple[Section, ...]:
    """A section, followed by the deeper sections below it."""
    ends = (one for one in range(index + 1, len(parts)) if parts[one].level <= parts[index].level)
    return parts[index : next(ends, len(parts))]


def _defines(below: tuple[Section, ...], context: Context) -> bool:
    """Whether a definition's sections have a property table, or headings that are properties."""
    tables = any(is_property_table(table, context.dialect) for part in below for table in tables_of(part.blocks))
    return tables or any(map(is_row_heading, below[1:]))


def _root(index: int, parts: tuple[Section, ...], context: Context) -> int:
    """The nearest heading above that names something: same level or higher, and not a title that the dialect knows."""
    level = parts[index].level
    for one in range(index - 1, -1, -1):
        if parts[one].level <= level and not is_known(parts[one], context.dialect):
            return one
        level = min(level, parts[one].level)
    return 0


def name_schemas(pages: tuple[Page, ...], context: Context) -> tuple[Definition, ...]:
    """The definitions to use, each given a schema name. Of several with one title, the page that owns the title
    wins."""
    best: dict[str, Definition] = {}
    everything = [definition for page in pages for definition in find_definitions(page, context)]
    # Pages that own the title come first, so that they win.
    for one in sorted(everything, key=_owns, reverse=True):
        other = best.setdefault(one.title.casefold(), one)
        if other is one and len(best) > context.limits.schemas:
            message = f"{context.limits.schemas} pages before it define schemas; this one is left out"
            context.found(LIMIT_EXCEEDED, message, one.location, "raise `schemas` in [tool.jekyll-openapi.limits]")
            del best[one.title.casefold()]
        elif other is not one:
            for table in _all_tables(one):
                context.superseded.setdefault(table.location, "")
            differs = _rows(one) != _rows(other)
            if differs or prose(one.parts, context) not in prose(other.parts, context):
                more = "" if differs else ", with the same properties; what this place says of it is not used"
                message = f"`{one.title}` is defined at {other.page.path} already{more}"
                context.found(DUPLICATE_SCHEMA, message, one.location, "rename or remove one of them")
    kept = tuple(one for one in everything if best.get(one.title.casefold()) is one)
    for one in kept:
        name = context.schema_names.give((one.title, f"{one.title} entity"), one.location, f"schema {one.title}")
        titled = one.page.text("title").casefold() == one.title.casefold()
        context.define(one.page.path, Defined(name, one.title, slug(one.title), titled))
    return kept


def _owns(one: Definition) -> bool:
    """Whether the definition is what its page is about, by the page's title or permalink."""
    last = one.page.url.rsplit("/", 1)[-1].casefold()
    return one.is_alone or one.title.casefold() in (one.page.text("title").casefold(), last)


def _rows(one: Definition) -> list[list[str]]:
    return [[plain(cell.spans) for cell in row.cells] for table in _all_tables(one) for row in table.rows]


def _all_tables(one: Definition) -> Iterator[Table]:
    return (table for part in one.stated for table in tables_of(part.blocks))


def read_schema(definition: Definition, context: Context) -> NamedSchema:
    """The schema that a page defines."""
    region = regions(definition.stated, context).get("definition", Region())
    for table in region.tables:
        context.take(table)
    schema = build(nested([each.row for each in region.rows], context), context)
    name = next(one.name for one in context.defined[definition.page.path] if one.title == definition.title)
    title = definition.title if definition.title != name else ""
    text = prose(definition.parts, context)
    entity = any(one.name == context.dialect.id_property for one in schema.properties)
    deprecated = is_deprecated_page(definition.page, context.dialect) and definition.is_alone
    return NamedSchema(name, schema, stated(definition.location), title, text, is_entity=entity, deprecated=deprecated)


def _page_title(page: Page, parts: tuple[Section, ...]) -> tuple[str, Location]:
    """The page's title, or else its first heading, or else its file name; with its location."""
    field = page.field("title")
    if field and field.value:
        return field.value, field.location
    heading = next((part for part in parts[1:] if part.level <= 2), None)
    if heading:
        return heading.title.strip("`"), heading.location
    return page.path.rsplit("/", 1)[-1].split(".")[0], page.location
