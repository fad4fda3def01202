"""The order in which a site becomes an `Api`: find operations, name schemas, read both, infer, report what was not
read."""

from collections import Counter
from collections.abc import Mapping
from functools import partial

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.descriptions import forget_prose, prose
from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.duplicates import find_drafts
from jekyll_openapi.api.entities import name_schemas, read_schema
from jekyll_openapi.api.enumerations import name_enumerations
from jekyll_openapi.api.headings import with_headings
from jekyll_openapi.api.infer import Inference
from jekyll_openapi.api.links import Links
from jekyll_openapi.api.model import Api, Enumeration, NamedSchema, Object, Operation, Property, Ref, Tag, stated
from jekyll_openapi.api.names import Kept, Names
from jekyll_openapi.api.nested import check_nested
from jekyll_openapi.api.next_requests import with_requests_apart
from jekyll_openapi.api.operation_drafts import Draft
from jekyll_openapi.api.operations import ReadOperation, read_operation, summary
from jekyll_openapi.api.property_paragraphs import with_property_paragraphs
from jekyll_openapi.api.regions import forget_regions
from jekyll_openapi.api.result_pages import Results
from jekyll_openapi.api.sections import Section
from jekyll_openapi.api.shared_operations import expand, joined
from jekyll_openapi.api.sockets import read_sockets
from jekyll_openapi.api.subjects import Subjects, with_entity
from jekyll_openapi.api.unread import report_lists, report_requests, report_rows, report_text, report_unread
from jekyll_openapi.api.untitled import with_titles
from jekyll_openapi.cache import Cache, NoCache, Same
from jekyll_openapi.diagnostics import Diagnostic, Report
from jekyll_openapi.pages.document import Page, Site
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.records import replace

NO_NAMES = Kept()


def build_api(
    site: Site,
    dialect: Dialect,
    limits: Limits,
    report: Report,
    kept: Kept = NO_NAMES,
    cache: Cache | None = None,
) -> Api:
    """The API that the pages describe; findings go to `report`.

    Names in `kept`, from an earlier release, stay with the places that still exist. What `cache` has seen made of a
    page is not made again while it would come out the same.
    """
    cache = cache or NoCache()
    site = _shaped(site, dialect, cache)
    found: list[Diagnostic] = []
    report = _once(report, found)
    context = Context(site, dialect, report, Links(site, dialect), Names("schema", report), limits, cache)
    drafts = find_drafts(site.pages, context)
    _keep_names(context.schema_names, kept, drafts, context)
    definitions = name_schemas(site.pages, context)
    # Schemas that were renamed or removed give their names back before anything new is named.
    gone = {place for place in kept.places if place.startswith("schema ")} - context.schema_names.given.keys()
    context.schema_names.free(kept.places[place] for place in gone)
    schemas = tuple(context.once_a_build("schema", (one,), partial(read_schema, one, context)) for one in definitions)
    names, results = Names("operation", report), Results(definitions, schemas, dialect)
    _keep_names(names, kept, drafts, context)
    read = tuple(_read(draft, names, results, context) for draft in drafts if not draft.is_shared)
    entities = tuple(schema for schema in schemas if schema.is_entity)
    shared = tuple(one for draft in drafts if draft.is_shared for one in expand(draft, entities, names, context))
    api = _complete(schemas, read, shared, kept, context)
    api = replace(api, kept=Kept({**names.given, **context.schema_names.given}, api.kept.values))
    api = replace(
        api, sockets=read_sockets(context, frozenset(one.path.strip("/").casefold() for one in api.operations))
    )
    # These come last: each compares the pages with everything that the stages above have read or reported.
    report_unread(context)
    report_rows(api, found, context)
    report_requests(api, context)
    read_pages = {one.page.path for one in drafts} | {one.page.path for one in definitions}
    report_lists(frozenset(read_pages), context)
    report_text(frozenset(read_pages), found, context)
    return api


def _shaped(site: Site, dialect: Dialect, cache: Cache) -> Site:
    """The site with its headings, columns and properties where the dialect finds them, page by page."""

    def shaped(page: Page) -> Page:
        alone = replace(site, pages=(page,))
        found = with_property_paragraphs(with_titles(with_headings(alone, dialect), dialect), dialect).pages[0]
        return with_requests_apart(found, dialect)

    pages = (cache.get(("shaped", dialect, Same(page)), partial(shaped, page)) for page in site.pages)
    return replace(site, pages=tuple(pages))


def _complete(
    schemas: tuple[NamedSchema, ...],
    read: tuple[ReadOperation, ...],
    shared: tuple[Operation, ...],
    kept: Kept,
    context: Context,
) -> Api:
    subjects = Subjects(schemas)
    read = tuple(_with_entity(one, subjects, context) for one in read)
    everything = (*schemas, *(schema for one in read for schema in one.schemas), *context.state.unresolved.values())
    inference = Inference(everything, context.dialect, context.report)
    # The operation that takes a schema lends it evidence: its try-it sample and its subject.
    takers = {schema.name: one for one in read for schema in one.schemas if one.operation.body == Ref(schema.name)}
    completed = tuple(_completed(schema, takers.get(schema.name), subjects, inference) for schema in everything)
    own = tuple(_with_parameters(one.operation, subjects, inference) for one in read)
    operations = joined(own, shared)
    by_name = {schema.name: schema.schema for schema in completed}
    for one in read:
        if one.operation.body:
            is_own = takers.get(getattr(one.operation.body, "name", "")) is one
            check_nested(one.draft, one.operation.body, by_name, context, is_own=is_own)
    # After inference, so that inferred enumerations are named as well.
    named, operations = name_enumerations(completed, operations, context.schema_names, kept)
    values = {one.name: one.schema.values for one in named if isinstance(one.schema, Enumeration)}
    return Api(
        tuple(sorted(operations, key=lambda one: (one.path, one.method))),
        tuple(sorted(named, key=lambda one: one.name)),
        _tags(operations, named, {one.operation.tag: one.draft.intro for one in read if one.is_own_tag}, context),
        kept=Kept({}, values),
    )


def _keep_names(names: Names, kept: Kept, drafts: tuple[Draft, ...], context: Context) -> None:
    """Reserves the names of an earlier release for the places that still exist.

    When several new operations want the same name, none of them gets the bare name: which one did would depend on page
    order.
    """
    own = {draft.path.casefold() for draft in drafts if not draft.is_shared}
    shared = [draft.path.casefold().split(context.dialect.entity_variable.casefold()) for draft in drafts]

    def is_there(place: str) -> bool:
        kind, _, rest = place.partition(" ")
        path = rest.partition(" ")[2]
        if kind not in ("operation", "request", "answer"):
            return kind in ("schema", "link", "values") and names is context.schema_names
        is_shared = any(len(ends) == 2 and path.startswith(ends[0]) and path.endswith(ends[1]) for ends in shared)
        return (kind == "operation") is not (names is context.schema_names) and (path in own or is_shared)

    known = {place.partition(" ")[2].partition(" ")[2] for place in kept.places if place.startswith("operation ")}
    wanted = Counter(
        draft.name.casefold() for draft in drafts if not draft.is_shared and draft.path.casefold() not in known
    )
    names.keep(
        {place: name for place, name in kept.places.items() if is_there(place)},
        (name for name, count in wanted.items() if count > 1),
    )


def _with_entity(one: ReadOperation, subjects: Subjects, context: Context) -> ReadOperation:
    """A `create` or `update` operation without a documented request, given the properties of its entity as the
    request."""
    operation, writers = one.operation, context.dialect.entity_writers
    is_writer = one.draft.name.casefold().startswith(writers) and operation.method not in context.dialect.query_methods
    subject = subjects.of(operation.path) if is_writer and not operation.is_request_known else None
    if subject is None:
        return one
    operation, request = with_entity(operation, subject, context)
    return replace(one, operation=operation, schemas=(request, *one.schemas))


def _completed(
    schema: NamedSchema, taker: ReadOperation | None, subjects: Subjects, inference: Inference
) -> NamedSchema:
    if taker is None:
        return inference.complete(schema, {})
    return inference.complete(schema, _by_name(taker.sample), subjects.of(taker.operation.path))


def _by_name(sample: Object) -> Mapping[str, Property]:
    return {one.name: one for one in sample.properties}


def _with_parameters(operation: Operation, subjects: Subjects, inference: Inference) -> Operation:
    subject = subjects.of(operation.path)
    parameters = tuple(inference.complete_parameter(one, subject) for one in operation.parameters)
    return replace(operation, parameters=parameters)


def _read(draft: Draft, names: Names, results: Results, context: Context) -> ReadOperation:
    made = read_operation(draft, names, results, context)
    forget_regions(draft.parts, context)
    forget_prose(draft.parts, context)
    return made


def _once(report: Report, found: list[Diagnostic]) -> Report:
    """The report function, with repeated findings dropped.

    A table that several operations share is read once for each, and would be reported as often.
    """
    heard: set[Diagnostic] = set()

    def hearing(one: Diagnostic) -> None:
        if one not in heard:
            heard.add(one)
            found.append(one)
            report(one)

    return hearing


def _tags(
    operations: tuple[Operation, ...],
    schemas: tuple[NamedSchema, ...],
    own: Mapping[str, tuple[Section, ...]],
    context: Context,
) -> tuple[Tag, ...]:
    """The tags in use, described by the first sentence about the entity, or else by the page of that title."""
    used = {one.tag: one.provenance for one in operations}
    entities = {one.name: one for one in schemas if one.is_entity}
    pages = {page.text("title"): page for page in reversed(context.site.pages)}
    tags = []
    for name, provenance in sorted(used.items()):
        page, entity = pages.get(name), entities.get(name)
        parts = own.get(name, context.sections(page)[:1] if page else ())
        text = _sentence(summary(entity.description)) if entity else prose(parts, context)
        place = entity.provenance if entity else stated(page.location) if page else provenance
        tags.append(Tag(name, text or f"Operations of {name}.", place))
    return tuple(tags)


def _sentence(text: str) -> str:
    return f"{text}." if text and text[-1].isalnum() else text
