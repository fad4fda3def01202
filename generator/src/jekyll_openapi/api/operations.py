"""An operation page's meaning: method, parameters or body, answer, security, example."""

import re
from dataclasses import dataclass, replace

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.drafts import Draft
from jekyll_openapi.api.entities import page_description
from jekyll_openapi.api.model import (
    Array,
    Example,
    Method,
    NamedSchema,
    Object,
    Operation,
    Parameter,
    Property,
    Provenance,
    Ref,
    Response,
    Schema,
    stated,
)
from jekyll_openapi.api.names import Names, upper_first
from jekyll_openapi.api.page_examples import check_page_examples
from jekyll_openapi.api.results import Results
from jekyll_openapi.api.rows import is_property_table, read_object
from jekyll_openapi.api.samples import in_query, sample_object
from jekyll_openapi.api.sections import Section, describe
from jekyll_openapi.api.tryit import Tryit, is_secured
from jekyll_openapi.api.types import UnreadableTypeError, read_type
from jekyll_openapi.pages.document import Block, Link, Paragraph, Table, Text
from jekyll_openapi.rules import (
    MISSING_BODY,
    MISSING_METHOD,
    MISSING_REQUEST,
    MISSING_RESPONSE,
    UNLISTED_PARAMETER,
)

_METHODS: dict[str, Method] = {"get": "get", "post": "post", "put": "put", "patch": "patch", "delete": "delete"}
_MANY = re.compile(r"\b(?:array|list)\s+of\b", re.I)


@dataclass(frozen=True, slots=True)
class ReadOperation:
    """An operation with the schemas that its page defines for it."""

    draft: Draft
    operation: Operation
    schemas: tuple[NamedSchema, ...]
    sample: Object
    """What the try-it script shows of the request."""


def read_operation(draft: Draft, names: Names, results: Results, context: Context) -> ReadOperation:
    """The operation that the page describes."""
    sample = _sample(draft, context)
    request = _request(draft, sample, context)
    check_page_examples(draft.parts, request, context)
    method, inferred = _method(draft, request, context)
    operation_id = names.give(_wanted(draft), draft.location)
    response, inline = _response(draft, operation_id, results, context)
    description = page_description(draft.parts, context)
    operation = Operation(
        draft.path,
        method,
        operation_id,
        draft.page.text("parent") or draft.path.split("/")[1],
        summary(description) or _spoken(draft.name),
        description,
        stated(draft.location),
        draft.page.url,
        response=response,
        secured=is_secured(draft.page, context),
        inferred=inferred,
    )
    schemas = (inline,) if inline else ()
    if method == "get" or _is_query(draft):
        parameters = tuple(map(as_parameter, request.properties))
        return ReadOperation(draft, replace(operation, parameters=parameters), schemas, sample)
    if not request.properties:
        return ReadOperation(draft, operation, schemas, sample)
    wanted = (
        upper_first(draft.name),
        "".join(map(upper_first, draft.path.split("/"))),
        f"{upper_first(draft.name)}Request",
    )
    body = NamedSchema(context.schema_names.give(wanted, draft.location), request, stated(draft.location))
    examples = _examples(draft)
    return ReadOperation(draft, replace(operation, body=Ref(body.name), examples=examples), (body, *schemas), sample)


def as_parameter(one: Property) -> Parameter:
    """The property as a query parameter."""
    required = one.required or one.required_in_practice
    return Parameter(one.name, one.schema, one.provenance, required, one.description, one.inferred)


def summary(description: str) -> str:
    """The first sentence of a description, without its full stop."""
    first = re.split(r"(?<=[a-z`)])[.:](?:\s|$)", description.split("\n")[0], maxsplit=1)[0]
    return first.strip()


def _wanted(draft: Draft) -> tuple[str, ...]:
    parts = [part for part in draft.path.split("/") if part]
    return parts[-1], parts[0] + "".join(map(upper_first, parts[1:]))


def _spoken(name: str) -> str:
    """`cancelOrder` as `Cancel order`."""
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name) or [name]
    return " ".join([upper_first(words[0]), *(word if word.isupper() else word.lower() for word in words[1:])])


# --- request ----------------------------------------------------------------------------------------------------------


def _sample(draft: Draft, context: Context) -> Object:
    literal = (draft.tryit.body or draft.tryit.query) if draft.tryit else None
    if not literal:
        return Object(())
    goes_to_query = _is_query(draft) or _stated_method(draft) == "get"
    return sample_object(in_query(literal, context) if goes_to_query else literal, context)


def _is_query(draft: Draft) -> bool:
    """Whether the script puts the parameters into the query."""
    return bool(draft.tryit and draft.tryit.query and not draft.tryit.body)


def _request(draft: Draft, sample: Object, context: Context) -> Object:
    """What the operation takes, from the table, completed by the script."""
    tables = [table for part in _under(draft, context.dialect.request_sections) for table in part.tables]
    properties = tuple(context.take(table) for table in tables if is_property_table(table, context.dialect))
    if not properties and draft.tryit is None:
        rule, what = (MISSING_REQUEST, "neither a request table nor a try-it script")
        if not any(part.blocks for part in draft.parts):
            rule, what = (MISSING_BODY, "front matter and no text")
        context.found(rule, f"the page of `{draft.path}` has {what}", draft.location, "add a `### Request` table")
    if not properties:
        return sample
    listed = read_object(properties, context)
    known = {one.name for one in listed.properties}
    unlisted = tuple(one for one in sample.properties if one.name not in known)
    for one in unlisted:
        message = f"`{one.name}` is in the try-it script and not in the table"
        context.found(UNLISTED_PARAMETER, message, one.provenance.location, "add the row, or mend the script")
    return replace(listed, properties=(*listed.properties, *unlisted))


def _method(draft: Draft, request: Object, context: Context) -> tuple[Method, tuple[Provenance, ...]]:
    if stated_method := _stated_method(draft):
        return stated_method, ()
    said = draft.tryit.method if draft.tryit else None
    method: Method = "post" if request.properties or changes(draft.name, context) else "get"
    reason = "it takes a body" if request.properties else f"its name is `{draft.name}`"
    message = f"no method is stated for `{draft.path}`; {method.upper()} is assumed, since {reason}"
    location = said.location if said else draft.location
    context.found(MISSING_METHOD, message, location, "add `method:` to the try-it script")
    return method, (Provenance("inferred", draft.location, f"the method: {reason}"),)


def _stated_method(draft: Draft) -> Method | None:
    """The method that the script says, if it is one."""
    said = draft.tryit.method if draft.tryit else None
    return _METHODS.get(str(said.value).casefold()) if said else None


def changes(name: str, context: Context) -> bool:
    """Whether an operation's name begins with a verb that changes something."""
    folded = name.casefold()
    return any(folded.startswith(verb) for verb in context.dialect.changing_verbs)


def _examples(draft: Draft) -> tuple[Example, ...]:
    tryit: Tryit | None = draft.tryit
    return (Example("tryit", tryit.body, tryit.body.location),) if tryit and tryit.body else ()


# --- response ---------------------------------------------------------------------------------------------------------


def _under(draft: Draft, titles: tuple[str, ...]) -> list[Section]:
    """The sections with one of the titles, and the deeper ones below each."""
    found: list[Section] = []
    level = 0
    for part in draft.parts:
        if part.is_one_of(titles):
            level = part.level
            found.append(part)
        elif level and part.level > level:
            found.append(part)
        else:
            level = 0
    return found


def _response(
    draft: Draft, operation_id: str, results: Results, context: Context
) -> tuple[Response | None, NamedSchema | None]:
    parts = _under(draft, context.dialect.response_sections)
    blocks = [block for part in parts for block in part.blocks]
    tables = tuple(block for block in blocks if isinstance(block, Table) and is_property_table(block, context.dialect))
    if tables:
        name = context.schema_names.give((f"{upper_first(operation_id)}Response",), draft.location)
        schema = read_object(tuple(context.take(table) for table in tables), context)
        inline = NamedSchema(name, schema, stated(tables[0].location))
        return Response(Ref(name), _text(blocks, context), stated(tables[0].location)), inline
    for block in blocks:
        if isinstance(block, Paragraph) and (found := _linked(block, context)):
            return Response(found, _text(blocks, context), stated(block.location)), None
    if claim := results.claim(draft.path):
        return Response(Ref(claim.schema), f"`{claim.schema}`", claim.provenance), None
    message = f"nothing says what `{draft.path}` answers"
    location = parts[0].location if parts else draft.location
    context.found(MISSING_RESPONSE, message, location, "add a `### Response` section with a link to the result's page")
    return None, None


def _linked(block: Paragraph, context: Context) -> Schema | None:
    """The schema of a paragraph that is a type, or that links to one."""
    links = [span for span in block.spans if isinstance(span, Link) and context.links.target(span)]
    if not links:
        return _only_type(block, context)
    if sum(1 for span in block.spans if not isinstance(span, Text) or span.text.strip()) == 1:
        return context.reference(links[0])
    named = next((Ref(name) for link in links if (name := context.mentioned(link))), None)
    return Array(named) if named and _MANY.search(describe((block,), "")) else named


def _only_type(block: Paragraph, context: Context) -> Schema | None:
    try:
        return read_type(block.spans, context.dialect, context.references)
    except UnreadableTypeError:
        return None


def _text(blocks: list[Block], context: Context) -> str:
    paragraphs = tuple(block for block in blocks if isinstance(block, Paragraph))
    return describe(paragraphs, context.site.base_url) or "What the operation answers."
