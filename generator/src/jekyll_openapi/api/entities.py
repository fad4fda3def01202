"""Names and reads the schemas that pages define. A page can define several."""

from collections.abc import Iterator

from jekyll_openapi.api.context import Context, Defined
from jekyll_openapi.api.definitions import Definition, find_definitions
from jekyll_openapi.api.deprecation import is_deprecated_page
from jekyll_openapi.api.descriptions import prose
from jekyll_openapi.api.model import NamedSchema, stated
from jekyll_openapi.api.nesting import build, nested
from jekyll_openapi.api.regions import Region, regions
from jekyll_openapi.api.sections import slug, tables_of
from jekyll_openapi.pages.document import Page, Table, plain
from jekyll_openapi.rules import DUPLICATE_SCHEMA, LIMIT_EXCEEDED


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
                context.state.superseded.setdefault(table.location, "")
            differs = _rows(one) != _rows(other)
            if differs or prose(one.parts, context) not in prose(other.parts, context):
                more = "" if differs else ", with the same properties; what this place says of it is not used"
                message = f"`{one.title}` is defined at {other.page.path} already{more}"
                context.found(DUPLICATE_SCHEMA, message, one.location, "rename or remove one of them")
    kept = tuple(one for one in everything if best.get(one.title.casefold()) is one)
    for one in kept:
        name = context.schema_names.give((one.title, f"{one.title} entity"), one.location, f"schema {one.title}")
        titled = one.page.text("title").casefold() == one.title.casefold()
        context.define(one.page.path, Defined(name, one.title, slug(one.heading or one.title), titled))
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
    region = regions(definition.stated, context, "definition").get("definition", Region())
    for table in region.tables:
        context.take(table)
    schema = build(nested([each.row for each in region.rows], context), context)
    name = context.name_of(definition.page.path, definition.title)
    title = definition.title if definition.title != name else ""
    text = prose(definition.parts, context)
    entity = not definition.is_inner and any(one.name == context.dialect.id_property for one in schema.properties)
    deprecated = is_deprecated_page(definition.page, context.dialect) and definition.is_alone
    return NamedSchema(name, schema, stated(definition.location), title, text, is_entity=entity, deprecated=deprecated)
