"""Emits an `Api` as an OpenAPI 3.1.1 description."""

from itertools import chain, count

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.model import Api, Example, Operation, Provenance, Response, Tag
from jekyll_openapi.diagnostics import Diagnostic, Report
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.pages.document import Site
from jekyll_openapi.rules import UNCLASSIFIED_OPERATION, UNSTATED_SECURITY
from jekyll_openapi.spec.base import SPENT, Base
from jekyll_openapi.spec.literals import UnknownValueError, json_value
from jekyll_openapi.spec.presence import mark_presence
from jekyll_openapi.spec.schemas import emit_named, emit_parameter, emit_schema, places, source

_UNKNOWN = "No page says what comes back."
_TOLD_NOTHING = "What the operation answers."
_NO_BODY = "An answer without a body."
_ANY_QUERY: Json = {
    "name": "query",
    "in": "query",
    "description": "Any parameters: no page says which there are.",
    "style": "form",
    "explode": True,
    "schema": {"type": "object", "additionalProperties": {}},
}
"""The query parameter of an operation whose parameters no page describes: accepts everything."""


def emit(api: Api, site: Site, base: Base, dialect: Dialect, report: Report) -> Json:
    """The description: the base first, then the facts of the pages; paths and schemas sorted by name."""
    content = {key: value for key, value in base.content.items() if key not in SPENT}
    components: Json = dict(content.pop("components", {}))
    components["schemas"] = {named.name: emit_named(named) for named in api.schemas}
    paths: dict[str, Json] = {}
    for operation in api.operations:
        emitted = _operation(operation, base, dialect, report)
        paths.setdefault(operation.path, {})[operation.method] = emitted
    info = content.pop("info") | {"x-pages": {"count": len(site.pages), "digest": f"sha256:{site.digest}"}}
    head = {"openapi": content.pop("openapi", "3.1.1"), "info": info} | content
    made = head | {"tags": [_tag(tag) for tag in api.tags], "paths": paths, "components": components}
    mark_presence(made)
    return made


def _tag(tag: Tag) -> Json:
    described = {"description": tag.description} if tag.description else {}
    return {"name": tag.name} | described | source(tag.provenance.location)


def _operation(operation: Operation, base: Base, dialect: Dialect, report: Report) -> Json:
    emitted: Json = {"operationId": operation.operation_id, "tags": [operation.tag], "summary": operation.summary}
    # Linters ask for one; where the pages say nothing more, it says no more.
    emitted["description"] = operation.description or f"{operation.summary.rstrip('.')}."
    if operation.deprecated:
        emitted["deprecated"] = True
    security, assumed = _security(operation, base, report)
    inferred = (*operation.inferred, assumed) if assumed else operation.inferred
    emitted |= places(operation.provenance, inferred) | _class(operation, base, report) | security
    if operation.parameters:
        emitted["parameters"] = [emit_parameter(one) for one in operation.parameters]
    if operation.body:
        emitted["requestBody"] = _body(operation, dialect)
    elif not operation.is_request_known:
        emitted["x-unknown"] = "request"
        if operation.method in dialect.query_methods:
            # Honest about what the pages leave open: any parameter is allowed.
            emitted["parameters"] = [*emitted.get("parameters", ()), _ANY_QUERY]
        else:
            emitted["requestBody"] = {"content": {operation.content_type: {"schema": {}}}}
    return emitted | {"responses": _responses(operation.response, dialect) | base.responses}


def _class(operation: Operation, base: Base, report: Report) -> Json:
    """The operation's class; empty if the base has no classes, so that the HTTP method decides."""
    found = base.operation_class(operation)
    if found is None:
        message = "the base gives no class to the operation; it counts as `trade`"
        hint = "add the path to x-operation-classes"
        # `trade` is the most careful class: nothing is sent twice, and an unclear outcome is reported.
        report(Diagnostic(UNCLASSIFIED_OPERATION, message, operation.provenance.location, hint))
    return {} if found == "" else {"x-operation-class": found or "trade"}


def _security(operation: Operation, base: Base, report: Report) -> tuple[Json, Provenance | None]:
    """The operation's security requirement, with the evidence if it is open; and the provenance if it was assumed."""
    known = operation.security
    evidence = base.open_evidence(operation.path)
    if known and known.kind == "stated" and not operation.secured:
        return {"security": [], "x-security-source": str(known.location)}, None
    if evidence and not (known and known.kind == "stated"):
        return {"security": [], "x-security-source": f"base: {evidence}"}, None
    secured: Json = {"security": [{base.security_scheme: []}]}
    if known and known.kind == "stated":
        return secured, None
    hint = (
        "write `Needs a token.` or `No token is needed.` on the page, or name the path in x-open-operations of the base"
    )
    message = "the page does not say whether a token is needed; assumed: yes"
    report(Diagnostic(UNSTATED_SECURITY, message, operation.provenance.location, hint))
    evidence = "security: nothing says that no token is needed"
    return secured, known or Provenance("inferred", operation.provenance.location, evidence)


def _body(operation: Operation, dialect: Dialect) -> Json:
    assert operation.body
    media = {"schema": emit_schema(operation.body)} | _examples(operation.examples, dialect)
    where = operation.content_source
    inferred = (where,) if where and where.kind == "inferred" else ()
    told = places(where, inferred) if where else {}
    return {"required": True, "content": {operation.content_type: media}} | told


def _examples(shown: tuple[Example, ...], dialect: Dialect) -> Json:
    """The examples on the pages whose values are known, under names that differ."""
    found: Json = {}
    for example in shown:
        try:
            value = json_value(example.value, dialect.optional_key)
        except UnknownValueError:
            continue
        more = (f"{example.name}-{number}" for number in count(2))
        free = next(name for name in chain((example.name,), more) if name not in found)
        found[free] = {"value": value} | source(example.location)
    return {"examples": found} if found else {}


def _responses(response: Response | None, dialect: Dialect) -> Json:
    """The responses that the pages state; those of the base say more of the statuses that both state."""
    emitted = {str(response.status if response else 200): _response(response, dialect)}
    for one in response.others if response else ():
        # Of another success nobody says what comes back.
        media: Json = {"content": {"application/json": {"schema": {}}}} if "200" <= one.code < "204" else {}
        emitted.setdefault(one.code, {"description": one.description} | media | source(one.provenance.location))
    return emitted


def _response(response: Response | None, dialect: Dialect) -> Json:
    if response is None:
        return {"description": _UNKNOWN, "content": {"application/json": {"schema": {}}}}
    told = {"description": response.description or (_NO_BODY if response.is_empty else _TOLD_NOTHING)}
    if response.is_empty:
        return told | places(response.provenance, ())
    if response.schema is None:
        told = {"description": response.description or _UNKNOWN}
        media: Json = {"schema": {}} | _examples(response.examples, dialect)
        return told | {"content": {"application/json": media}} | source(response.provenance.location)
    media = {"schema": emit_schema(response.schema)} | _examples(response.examples, dialect)
    inferred = (response.provenance,) if response.provenance.kind == "inferred" else ()
    return told | {"content": {"application/json": media}} | places(response.provenance, inferred)
