"""Reads the response of an operation: from a table, a link to a schema, a schema named after it, or an example."""

import re
from collections.abc import Iterator

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.descriptions import shown
from jekyll_openapi.api.formats import united
from jekyll_openapi.api.linked_schemas import linked_schema, returned_schema
from jekyll_openapi.api.listed_answers import says_list
from jekyll_openapi.api.model import (
    Array,
    Example,
    Method,
    NamedSchema,
    Object,
    Primitive,
    Provenance,
    Ref,
    Response,
    Schema,
    Union,
    stated,
)
from jekyll_openapi.api.names import operation_place, upper_first
from jekyll_openapi.api.nesting import build, nested
from jekyll_openapi.api.operation_drafts import Draft
from jekyll_openapi.api.paths import as_shown
from jekyll_openapi.api.regions import Region
from jekyll_openapi.api.request_lines import shown_requests
from jekyll_openapi.api.result_pages import Results
from jekyll_openapi.api.rows import states_none
from jekyll_openapi.api.samples import sample_object
from jekyll_openapi.api.section_kinds import ANSWER, is_failure, lead_kind, placed
from jekyll_openapi.api.sections import describe
from jekyll_openapi.api.sentences import block_sentences
from jekyll_openapi.api.statuses import BARE, FAILED, NO_CONTENT, OK, leading_status, read_statuses
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import (
    ArrayLiteral,
    Block,
    Fence,
    Html,
    ObjectLiteral,
    Paragraph,
    Table,
    Value,
    plain,
)
from jekyll_openapi.pages.javascript import read_whole
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace
from jekyll_openapi.rules import MISSING_RESPONSE

_NOTHING = regex(
    r"(?:(?:this|the) (?:operation|endpoint|call|method|request|response|answer) |it )?"
    r"(?:returns? |answers (?:with )?|responds with |has |is |gives back )?"
    r"(?:nothing|(?:an? )?(?:empty|no) (?:(?:response|answer|reply) )?(?:body|content|response|answer))|none|"
    r"(?:http )?204(?: \(?no content\)?)?",
    re.I,
)
"""Matches a sentence that says that the response has no body."""
_BODILESS = ("get", "head", "delete")
_HEAD = regex(r"\s*(?:HTTP/[\d.]+ \d{3}|(?:GET|POST|PUT|PATCH|DELETE) \S+)[^\n]*\n(?:[\w-]+:[^\n]*\n)*\n*")


def read_response(
    draft: Draft, method: Method, operation_id: str, region: Region, results: Results, context: Context
) -> tuple[Response | None, NamedSchema | None]:
    """The response of an operation, and the schema to add for it when the page defines the response in place.

    Reports `missing-response` when the page does not say what comes back, and returns two Nones when it states no
    status either.
    """
    sections = tuple(placed(draft.parts, context.dialect))
    parts = [one.part for one in sections if one.kind == "response"]
    told = read_statuses(sections, (fence for fence, _ in answer_fences(draft, method, context)), context)
    blocks = list(told.blocks)
    response, inline = None, None
    if told.location and told.success in NO_CONTENT:
        response = Response(None, _text(blocks, context), stated(told.location), is_empty=True)
    else:
        where = parts[0].location if parts else draft.location
        response, inline = _read(draft, method, operation_id, region, results, blocks, where, context)
    said_at = told.location or next((one.provenance.location for one in told.others), None)
    if said_at and response is None:
        response = Response(None, _text(blocks, context), stated(said_at))
    if response is None:
        return None, None
    return replace(response, status=told.success or OK, others=told.others), inline


def _read(
    draft: Draft, method: Method, operation_id: str, region: Region, results: Results, blocks: list[Block],
    where: Location, context: Context,
) -> tuple[Response | None, NamedSchema | None]:  # fmt: skip
    examples = tuple(_examples(draft, method, context))
    name, place = f"{upper_first(operation_id)}Response", operation_place("answer", method, draft.path)
    if region.rows:
        for table in region.tables:
            context.take(table)
        location = region.rows[0].row.property.provenance.location
        location = region.tables[0].location if region.tables else location
        schema = build(nested([each.row for each in region.rows], context), context)
        inline = NamedSchema(context.schema_names.give((name,), draft.location, place), schema, stated(location))
        shows_list = all(isinstance(one.value, ArrayLiteral) for one in examples)
        is_list = shows_list if examples else says_list(draft, region, blocks)
        whole: Schema = Array(Ref(inline.name)) if is_list else Ref(inline.name)
        return Response(whole, _text(blocks, context), stated(location), examples), inline
    for block in blocks:
        if isinstance(block, Paragraph) and (found := linked_schema(block, context, stands_in=not examples)):
            return Response(found, _text(blocks, context), stated(block.location), examples), None
    if not examples and (said_at := _says_nothing(draft, blocks, context)):
        return Response(None, _text(blocks, context), stated(said_at), is_empty=True), None
    texts = (one.part for one in placed(draft.parts, context.dialect) if one.kind in (None, "note"))
    for block in (block for part in texts for block in part.blocks if not blocks):
        if isinstance(block, Paragraph) and (said := returned_schema(block, context)):
            return Response(*said, stated(block.location), examples), None
    if claim := results.claim(draft.path) or results.named_after(draft.name):
        return Response(Ref(claim.schema), f"`{claim.schema}`", claim.provenance, examples), None
    if examples:
        return _from_example(name, place, blocks, examples, draft, context)
    message = f"the page does not say what `{draft.path}` returns"
    hint = "add a `### Response` section with a table, or a link to the page of the result"
    context.found(MISSING_RESPONSE, message, where, hint)
    return None, None


def _says_nothing(draft: Draft, blocks: list[Block], context: Context) -> Location | None:
    """Where the page says that the response has no body: the whole response section, or a sentence about the
    operation where there is no such section."""
    if blocks:
        if len(blocks) == 1 and isinstance(blocks[0], Table) and states_none(blocks[0], context):
            return blocks[0].location
        texts = [plain(block.spans) for block in blocks if isinstance(block, Paragraph)]
        says_it = len(texts) == len(blocks) == 1 and _NOTHING.fullmatch(texts[0].strip("`*_. "))
        return blocks[0].location if says_it else None
    own = (one.part for one in placed(draft.parts, context.dialect) if one.kind in (None, "note"))
    told = (sentence for part in own for block in part.blocks for sentence in block_sentences(block))
    found = (one for one in told if "return" in one.words and _NOTHING.fullmatch(one.words.strip("`*_. ")))
    return next((one.location for one in found), None)


def _from_example(
    name: str, place: str, blocks: list[Block], examples: tuple[Example, ...], draft: Draft, context: Context
) -> tuple[Response, NamedSchema | None]:
    """The response with a schema inferred from the examples on the page, which all fit it."""
    first = examples[0]
    why = Provenance("inferred", first.location, f"the example answer at {first.location}")
    text = _text(blocks, context)
    lists = [one.value for one in examples if isinstance(one.value, ArrayLiteral)]
    shown = [item for one in lists for item in one.items]
    shown += [one.value for one in examples if not isinstance(one.value, ArrayLiteral)]
    objects = [one for one in shown if isinstance(one, ObjectLiteral)]
    if not objects or len(objects) < len(shown):
        return Response(None, text, why, examples), None
    schema = _with_integers(sample_object(objects, context))
    inline = NamedSchema(context.schema_names.give((name,), draft.location, place), schema, why)
    one = Ref(inline.name)
    forms: list[Schema] = [*([one] if len(lists) < len(examples) else []), *([Array(one)] if lists else [])]
    return Response(united(forms), text, why, examples), inline


def _text(blocks: list[Block], context: Context) -> str:
    paragraphs = tuple(shown(tuple(block for block in blocks if isinstance(block, Paragraph)), context))
    told = (one for one in paragraphs if isinstance(one, Paragraph) and not BARE.fullmatch(plain(one.spans)))
    return describe(tuple(told), context.base_url)


# --- examples ---------------------------------------------------------------------------------------------------------


def _examples(draft: Draft, method: Method, context: Context) -> Iterator[Example]:
    """The JSON values of the fences that show this operation's response."""
    for fence, requests in answer_fences(draft, method, context):
        context.tell((fence,))
        if _is_of(draft, requests) and (value := json_of(fence)) is not None:
            yield Example("example", value, fence.location)


def _with_integers(schema: Object) -> Object:
    """The object with `number` narrowed to `integer`, for numbers without a decimal point.

    An example response shows real values. In a try-it script, `0` is a placeholder and proves nothing.
    """
    return replace(schema, properties=tuple(replace(one, schema=_exact(one.schema)) for one in schema.properties))


def _exact(schema: Schema) -> Schema:
    match schema:
        case Primitive(type="number", format=""):
            return Primitive("integer")
        case Array(items):
            return replace(schema, items=_exact(items))
        case Union(members):
            return replace(schema, members=tuple(map(_exact, members)))
        case Object():
            return _with_integers(schema)
    return schema


def answer_fences(
    draft: Draft, method: Method, context: Context
) -> Iterator[tuple[Fence, tuple[tuple[Method | None, str], ...]]]:
    """The fences that show responses, each with the methods and addresses of the requests shown before it.

    Where nothing is sent but the address, JSON below `Example` is what comes back.
    """
    requests: tuple[tuple[Method | None, str], ...] = ()
    # An example of an error response would otherwise become the schema of success.
    for one in placed(draft.parts, context.dialect):
        if is_failure(one, context.dialect):
            continue
        shows, fails = one.kind in ANSWER, False
        for index, block in enumerate(one.part.blocks):
            code = leading_status(block) if one.kind in ANSWER else 0
            fails = not 200 <= code < 300 if code else fails
            lead = lead_kind(one.part.blocks, index, context.dialect)
            shows = lead == "response example" if lead else shows or _is_behind_call(one.part.blocks, index)
            is_only = one.kind == "example" and method in _BODILESS and not lead and _is_json(block)
            if isinstance(block, Fence) and (shows or is_only) and not fails and not FAILED.match(block.text):
                yield block, requests
            if isinstance(block, Fence | Html):
                requests = tuple((method, path) for method, path, _ in shown_requests(block)) or requests


def _is_json(block: Block) -> bool:
    return isinstance(block, Fence) and block.text.lstrip()[:1] in ("{", "[") and json_of(block) is not None


def _is_behind_call(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether the block is a JSON fence directly below a curl call, and so shows the response to that call."""
    block, above = blocks[index], blocks[index - 1] if index else None
    if not isinstance(block, Fence) or not isinstance(above, Fence) or block.language != "json":
        return False
    return bool(re.search(r"^\s*\$?\s*curl\b", above.text, re.MULTILINE))


def _is_of(draft: Draft, requests: tuple[tuple[Method | None, str], ...]) -> bool:
    """Whether a response example belongs to this operation, when the same text describes several operations."""
    if len({method for _, method in draft.companions}) < 2:
        return True
    shown = as_shown(draft.path)
    return any(method == draft.method and shown.search(address.split("?")[0]) for method, address in requests)


def json_of(fence: Fence) -> Value | None:
    """The JSON value of a fence, ignoring HTTP status and header lines above it, and comments in it; None if the rest
    is not one value."""
    head = _HEAD.match(fence.text)
    text = fence.text[head.end() :] if head else fence.text
    above = fence.text.count("\n", 0, len(fence.text) - len(text))
    return read_whole(Fence("json", text, Location(fence.location.file, fence.location.line + above)))
