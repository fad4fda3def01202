"""Pages with a definition table become schemas."""

from collections.abc import Iterator

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.model import NamedSchema, Object, stated
from jekyll_openapi.api.rows import is_property_table, read_object
from jekyll_openapi.api.sections import Section, describe, sections
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Page, Table
from jekyll_openapi.rules import DUPLICATE_SCHEMA, LIMIT_EXCEEDED


def name_schemas(pages: tuple[Page, ...], context: Context) -> tuple[Page, ...]:
    """Gives each defining page its schema's name; the pages whose name no other page has taken."""
    first: dict[str, Page] = {}
    for page in pages:
        if not list(_definition(sections(page), context)):
            continue
        title, location = _title(page)
        other = first.setdefault(title.casefold(), page)
        if other is not page:
            message = f"`{title}` is defined at {other.path} already"
            context.found(DUPLICATE_SCHEMA, message, location, "rename or remove one of the pages")
            for table in _definition(sections(page), context):
                context.take(table)
        elif len(first) > context.limits.schemas:
            message = f"{context.limits.schemas} pages before it define schemas; this one is left out"
            context.found(LIMIT_EXCEEDED, message, location, "raise `schemas` in [tool.jekyll-openapi.limits]")
            del first[title.casefold()]
        else:
            context.defining[page.path] = context.schema_names.give((title,), location)
    return tuple(first.values())


def read_schema(page: Page, context: Context) -> NamedSchema:
    """The schema that the page defines."""
    parts = sections(page)
    tables = tuple(context.take(table) for table in _definition(parts, context))
    schema = read_object(tables, context)
    title, location = _title(page)
    return NamedSchema(
        context.defining[page.path],
        schema,
        stated(location),
        title if title != context.defining[page.path] else "",
        page_description(parts, context),
        is_entity=_is_entity(schema, context),
    )


def page_description(parts: tuple[Section, ...], context: Context) -> str:
    """The text under the page's first headings and in its notes."""
    texts = [describe(part.blocks, context.site.base_url) for part in intro(parts)]
    notes = [part for part in parts if part.is_one_of(context.dialect.note_sections)]
    texts += [describe(part.blocks, context.site.base_url) for part in notes]
    return "\n\n".join(text for text in texts if text)


def intro(parts: tuple[Section, ...]) -> Iterator[Section]:
    """The text before the first heading, and the section of the page's own heading."""
    yield parts[0]
    if len(parts) > 1 and (parts[1].path or parts[1].level <= 2):
        yield parts[1]


def _definition(parts: tuple[Section, ...], context: Context) -> Iterator[Table]:
    for part in parts:
        if part.is_one_of(context.dialect.definition_sections):
            yield from (table for table in part.tables if is_property_table(table, context.dialect))


def _title(page: Page) -> tuple[str, Location]:
    """What the page calls its schema: its title, else its first heading, else its file."""
    field = page.field("title")
    if field and field.value:
        return field.value, field.location
    heading = next((part for part in sections(page)[1:] if part.level <= 2), None)
    if heading:
        return heading.title.strip("`"), heading.location
    return page.path.rsplit("/", 1)[-1].split(".")[0], page.location


def _is_entity(schema: Object, context: Context) -> bool:
    return any(one.name == context.dialect.id_property for one in schema.properties)
