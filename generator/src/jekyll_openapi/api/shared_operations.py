"""Expands shared operations: a page about `/{entity}/item` becomes one operation for each entity."""

import re
from collections.abc import Iterator

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.deprecation import is_deprecated_operation
from jekyll_openapi.api.descriptions import about, intro, prose
from jekyll_openapi.api.model import (
    Array,
    NamedSchema,
    Object,
    Operation,
    Parameter,
    Primitive,
    Property,
    Provenance,
    Ref,
    Response,
    Schema,
    stated,
)
from jekyll_openapi.api.names import Names, lower_first, operation_place, upper_first
from jekyll_openapi.api.notation import show
from jekyll_openapi.api.operation_drafts import Draft
from jekyll_openapi.api.operations import summary
from jekyll_openapi.api.paths import variables
from jekyll_openapi.api.requests import shows_bare_request
from jekyll_openapi.api.samples import in_query, named_entries, sample_property
from jekyll_openapi.api.security import read_security
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import (
    ArrayLiteral,
    Cell,
    Code,
    Entry,
    Fence,
    Link,
    ObjectLiteral,
    Span,
    Table,
    plain,
)
from jekyll_openapi.pages.javascript import read_values
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, replace
from jekyll_openapi.rules import MISSING_RESPONSE, UNKNOWN_REFERENCE, UNREAD_TEXT, UNREADABLE_PATH


@dataclass(frozen=True, slots=True)
class _Holding:
    """An entity that the operation exists for, the evidence, and the entities whose ids it is called with."""

    entity: NamedSchema
    why: tuple[Provenance, ...]
    masters: tuple[str, ...] = ()


def expand(draft: Draft, entities: tuple[NamedSchema, ...], names: Names, context: Context) -> Iterator[Operation]:
    """The operations that the page of a shared operation stands for."""
    answer = _answer(draft, context)
    description, told = prose(draft.parts, context), about(draft.parts, context)
    is_list = answer is not None and answer.is_list
    given = (draft.tryit.query or draft.tryit.body) if draft.tryit else None
    query = in_query(given, context) if given else None
    security = read_security(draft, context)
    holdings = tuple(_holdings(draft, entities, context))
    if not holdings:
        message = f"`{draft.path}` is left out: no entity that the pages describe has it"
        context.found(UNREADABLE_PATH, message, draft.location, f"an entity has a row `{context.dialect.id_property}`")
    for holding in holdings:
        segment = lower_first(holding.entity.name)
        path = draft.path.replace(context.dialect.entity_variable, segment)
        place = operation_place("operation", "get", path)
        yield Operation(
            path,
            "get",
            names.give((segment + upper_first(draft.name),), draft.location, place),
            holding.entity.name,
            _summary(draft.name, told, holding.entity.name, is_list),
            description,
            stated(draft.location),
            draft.page.url,
            tuple(_parameters(draft, query, holding, context)),
            response=_response(answer, holding.entity),
            is_request_known=given is not None or shows_bare_request(draft),
            secured=security.secured,
            security=security.provenance,
            deprecated=is_deprecated_operation(draft.page, tuple(intro(draft.parts)), context.dialect),
            inferred=holding.why,
            entity=holding.entity.name,
        )


def joined(own: tuple[Operation, ...], shared: tuple[Operation, ...]) -> tuple[Operation, ...]:
    """All operations, each once: one with a page of its own has what that says, and the rest from the shared one."""
    of_shared = {(one.path.casefold(), one.method): one for one in shared}
    whole = tuple(
        _completed(one, other) if (other := of_shared.pop((one.path.casefold(), one.method), None)) else one
        for one in own
    )
    return (*whole, *of_shared.values())


def _completed(own: Operation, shared: Operation) -> Operation:
    takes = own if own.is_request_known else shared
    known = {(one.place, one.name): one for one in shared.parameters}
    parameters = tuple(
        replace(other, provenance=one.provenance, description=one.description or other.description)
        if not one.is_required_known and (other := known.get((one.place, one.name)))
        else one
        for one in takes.parameters
    )
    needs = own if own.security and own.security.kind == "stated" else shared
    return replace(
        own,
        path=shared.path,
        operation_id=shared.operation_id,
        tag=shared.tag,
        entity=shared.entity,
        parameters=parameters,
        is_request_known=takes.is_request_known,
        secured=needs.secured,
        security=needs.security,
        response=own.response or shared.response,
    )


_TITLE = regex(r"([*_]{1,2})\(.*\)\1")
_ONE = regex(r"\b(?:an?|the|one) (?:entity|object)\b", re.I)
_SEVERAL = regex(r"\bentities(?: of this type)?\b", re.I)
_OF_TYPE = regex(r"\bentity of this type\b", re.I)


def _summary(name: str, text: str, entity: str, is_list: bool) -> str:
    """The page's first sentence with the entity filled in: "Gets the Account with the ID" from "Gets the entity
    ..."."""
    sentence = summary(text)
    if not sentence:
        return f"{entity}: {name}"
    one = f"{entity} entities" if is_list else f"{_article(entity)} {entity}"
    for pattern, said in ((_OF_TYPE, entity), (_SEVERAL, f"{entity} entities"), (_ONE, one)):
        match = pattern.search(sentence)
        if match and match[0].casefold().startswith(("the ", "one ")) and not is_list:
            said = f"{match[0][:3]} {entity}"
        if match:
            return upper_first(sentence[: match.start()] + said + sentence[match.end() :])
    return f"{entity}: {sentence}"


def _article(noun: str) -> str:
    return "an" if noun[:1].casefold() in "aeiou" and not noun.casefold().startswith("us") else "a"


# --- which entities ---------------------------------------------------------------------------------------------------


def _holdings(draft: Draft, entities: tuple[NamedSchema, ...], context: Context) -> Iterator[_Holding]:
    excluded = {name.casefold() for name in draft.tryit.exclude} if draft.tryit else set()
    masters = _masters(draft, context)
    known = {entity.name for entity in entities}
    for name, location in ((name, rows[0][1]) for name, rows in masters.items() if name not in known):
        message = f"`{name}` is no entity, so `{draft.path}` is not read for it"
        context.found(UNREAD_TEXT, message, location, f"give it a row `{context.dialect.id_property}`")
    for entity in entities:
        if entity.name.casefold() in excluded:
            continue
        if masters:
            if entity.name in masters:
                yield _by_masters(entity, masters[entity.name])
        elif draft.name in context.dialect.named_only:
            named = _property(entity, context.dialect.name_property)
            if named:
                evidence = f"`{entity.name}` has a `{named.name}` at {named.provenance.location}"
                yield _Holding(entity, (Provenance("inferred", named.provenance.location, evidence),))
        else:
            location = entity.provenance.location
            yield _Holding(entity, (Provenance("inferred", location, f"`{entity.name}` is an entity at {location}"),))


def _by_masters(entity: NamedSchema, rows: list[tuple[str, Location]]) -> _Holding:
    why = (
        Provenance("inferred", location, f"`{master}` leads to `{entity.name}` in the table at {location}")
        for master, location in rows
    )
    return _Holding(entity, tuple(why), tuple(dict.fromkeys(name for name, _ in rows)))


def _masters(draft: Draft, context: Context) -> dict[str, list[tuple[str, Location]]]:
    """Entity -> the entities whose ids it is looked up with, from a table of two columns of links."""
    found: dict[str, list[tuple[str, Location]]] = {}
    for table in (table for part in draft.parts for table in part.tables if len(table.header.cells) == 2):
        for row in context.take(table).rows:
            for master in _names(row.cells[0], context):
                for name in _names(row.cells[1], context):
                    found.setdefault(name, []).append((master, row.location))
        _report_unknown(table, context)
    return found


def _names(cell: Cell, context: Context) -> Iterator[str]:
    for span in cell.spans:
        if isinstance(span, Link) and (name := context.mentioned(span)):
            yield name
        elif isinstance(span, Code) and (found := context.by_name(span.text)):
            yield found.name


def _report_unknown(table: Table, context: Context) -> None:
    """Reports rows and code spans that name no entity. Links to missing pages are reported with all other links."""
    for row in table.rows:
        if row is table.rows[0] and all(_TITLE.fullmatch(plain(cell.spans)) for cell in row.cells):
            continue  # the titles of the columns once more, in words
        named = [any(isinstance(span, Link) or _is_name(span) for span in cell.spans) for cell in row.cells]
        if not any(named):
            context.found(UNREAD_TEXT, "a row names no entity", row.location)
        elif len(named) < 2 or not all(named):
            context.found(
                UNREAD_TEXT, "a row names no entity that is found", row.location, "name entities in both of its cells"
            )
    for span in (span for row in table.rows for cell in row.cells for span in cell.spans):
        target = context.links.target(span) if isinstance(span, Link) else None
        if target and target.page and context.meant(target) is None:
            message = f"the page with the permalink `{target.page.url}` defines no schema"
            context.found(UNKNOWN_REFERENCE, message, span.location, "give it a table under `### Definition`")
        if _is_name(span) and not context.by_name(span.text):
            message = f"no page defines `{span.text}`"
            context.found(UNKNOWN_REFERENCE, message, span.location, "add the page, or remove the name")


def _is_name(span: Span) -> bool:
    return isinstance(span, Code) and span.text[:1].isupper()


# --- parameters -------------------------------------------------------------------------------------------------------


def _parameters(draft: Draft, query: ObjectLiteral | None, holding: _Holding, context: Context) -> Iterator[Parameter]:
    for name, entry in named_entries(query, context).items() if query else ():
        yield _parameter(draft, holding, name, entry, context)
    for name in variables(draft.path):
        if f"{{{name}}}" != context.dialect.entity_variable:
            yield Parameter(name, Primitive("any"), stated(draft.location), True, place="path")


def _parameter(draft: Draft, holding: _Holding, name: str, entry: Entry, context: Context) -> Parameter:
    dialect = context.dialect
    line = _request_line(draft, name)
    why = [Provenance("inferred", line[1], f"required, since the request line at {line[1]} has it")] if line else []
    sample = sample_property(name, (entry,), context)
    schema, evidence = sample.schema, sample.inferred
    if name in dialect.id_parameters:
        source = _property(holding.entity, dialect.id_property)
        # Ids of the service are 64-bit integers.
        schema = source.schema if source else Primitive("integer", "int64")
        text = f"`{name}` holds ids of {' or '.join(holding.masters or (holding.entity.name,))}"
        evidence = (Provenance("inferred", entry.location, text),)
        # `ids=1,2` in a request line shows that the parameter takes several.
        schema = Array(schema) if line and "," in line[0] else schema
    elif name == dialect.name_property and (source := _property(holding.entity, name)):
        schema = source.schema
        text = f"`{holding.entity.name}` has a `{name}` at {source.provenance.location}"
        evidence = (Provenance("inferred", entry.location, text),)
    elif name in dialect.parameter_words:
        schema = dialect.parameter_words[name]
        text = f"`{name}` is {show(schema)} in the dialect"
        evidence = (Provenance("inferred", entry.location, text),)
    description = f"Id of {' or '.join(holding.masters)}." if holding.masters and not isinstance(schema, Array) else ""
    if holding.masters and isinstance(schema, Array):
        description = f"Ids of {' or '.join(holding.masters)}, separated by commas."
    return Parameter(name, schema, stated(entry.location), bool(line), description, (*evidence, *why), bool(line))


def _request_line(draft: Draft, name: str) -> tuple[str, Location] | None:
    """The parameter's value in a request line of the page, such as `{item_id_a},{item_id_b}`, and where; None
    without one."""
    pattern = re.compile(rf"[?&]{re.escape(name)}=([^&\s`]*)")
    for fence in (fence for part in draft.parts for fence in part.fences):
        if match := pattern.search(fence.text):
            line = fence.location.line + fence.text.count("\n", 0, match.start())
            return match[1], Location(fence.location.file, line)
    return None


def _property(entity: NamedSchema, name: str) -> Property | None:
    properties = entity.schema.properties if isinstance(entity.schema, Object) else ()
    return next((one for one in properties if one.name == name), None)


# --- answer -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Answer:
    is_list: bool
    location: Location


def _answer(draft: Draft, context: Context) -> _Answer | None:
    """Whether the page's example response is one entity or a list; None, and a finding, if there is no example."""
    fences: list[Fence] = [fence for part in draft.parts for fence in part.fences]
    values = [value for fence in fences for value in read_values(fence)]
    entities = [value for value in values if _is_answer(value, context)]
    if not entities:
        message = f"no example shows what `{draft.path}` answers"
        context.found(MISSING_RESPONSE, message, draft.location, "add an example with its answer")
        return None
    return _Answer(isinstance(entities[-1], ArrayLiteral), entities[-1].location)


def _is_answer(value: object, context: Context) -> bool:
    """Whether a literal, or its first item, has the id property that all entities have."""
    if isinstance(value, ArrayLiteral):
        return bool(value.items) and _is_answer(value.items[0], context)
    return isinstance(value, ObjectLiteral) and value.get(context.dialect.id_property) is not None


def _response(answer: _Answer | None, entity: NamedSchema) -> Response | None:
    if answer is None:
        return None
    one: Schema = Ref(entity.name)
    text = f"`{entity.name}` entities." if answer.is_list else f"The `{entity.name}` entity."
    provenance = Provenance("inferred", answer.location, f"the example answer at {answer.location}")
    return Response(Array(one) if answer.is_list else one, text, provenance)
