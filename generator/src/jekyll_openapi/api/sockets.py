"""Reads the WebSocket API: requests from headings, titles and samples, events from samples, fields from tables.

Only pages that mention WebSockets are read. A heading or title such as `md/subscribeQuote` begins a request;
so does a message that a fence sends. Tables win over samples.
"""

import re
from collections.abc import Iterator, Mapping
from functools import partial

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.model import (
    Array,
    Enumeration,
    Object,
    Primitive,
    Property,
    Provenance,
    Schema,
    Shown,
    SocketEvent,
    SocketRequest,
    Sockets,
    stated,
)
from jekyll_openapi.api.nesting import ReadRow, build, nested
from jekyll_openapi.api.regions import within
from jekyll_openapi.api.rows import is_property_table, read_rows
from jekyll_openapi.api.section_kinds import kind_of
from jekyll_openapi.api.sections import Section, describe, describe_spans, sections, tables_of
from jekyll_openapi.api.socket_addresses import socket_addresses
from jekyll_openapi.api.socket_samples import (
    ENDPOINT,
    Message,
    Sample,
    bindings_of,
    literal_of,
    messages_in,
    requests_in,
)
from jekyll_openapi.api.socket_shapes import Shapes, joined, stated_values, united
from jekyll_openapi.pages.document import BulletList, Fence, Link, ObjectLiteral, Page, Paragraph, Value, plain
from jekyll_openapi.pages.javascript import read_comments
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field, replace

_SOCKET = regex(r"web ?-?sockets?\b|\bwss?://|\bwss\b", re.IGNORECASE)
_ANSWER = regex(r".*\b(?:responses?|answers?|repl(?:y|ies)|returns?|results?)\b.*", re.IGNORECASE | re.DOTALL)
_PARTS = regex(
    r"(?:.*\b)?(?:fields?|param(?:eter)?s?|propert(?:y|ies)|arguments?|body|requests?|responses?|answers?|results?|returns?"
    r"|examples?|usage|notes?|remarks?|description)\b.*",
    re.IGNORECASE,
)
_TOLD = ("note", "request", "body", None)
_NAMED = regex(r"""\s*[`"']+(?P<name>[\w$-]+)["'`]+\s*(?:fields?|propert(?:y|ies))?\s*(?:[-:\u2013\u2014]|is\b)?\s*""")
_LEADS = regex(r"(?:^|(?<=[.!?]) )[^.!?]*:$")
_END = f"((?-i:{ENDPOINT.pattern}))"
_LABEL = r"(?:endpoints?|operation|request|method|command|call|url|path|action)"
_LABELLED = regex(rf"{_END}|(?:the )?{_LABEL}(?: name)?\s*[:=\u2013\u2014-]\s*{_END}\.?|{_END} {_LABEL}", re.IGNORECASE)
_CODES = regex(r"(?:(?:is|are|one of|either|or|and)\b|`[\w.-]+`|[\s,./|])+", re.IGNORECASE)
_QUOTED = regex(r"""["']([\w.-]+)["']""")


@dataclass(slots=True)
class _Draft:
    """A request under construction, filled in page order."""

    endpoint: str
    provenance: Provenance
    inferred: tuple[Provenance, ...] = ()
    text: str = ""
    rows: list[ReadRow] = field(default_factory=list)
    answer_rows: list[ReadRow] = field(default_factory=list)
    level: int = 0
    """The level of its heading; 0 if the page's title names it."""
    shapes: list[Schema] = field(default_factory=list)
    """Schemas of bodies shown outside of a request."""
    bullets: list[BulletList] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    answers: list[Schema] = field(default_factory=list)


def read_sockets(context: Context, operations: frozenset[str]) -> Sockets:
    """The requests and events of all pages that mention WebSockets.

    `operations` are the REST paths, in lower case and without leading slash, which are no socket endpoints.
    """
    drafts: dict[str, _Draft] = {}
    events: dict[str, list[tuple[Message, Section]]] = {}
    pages = [
        page
        for page in context.site.pages
        if context.once_a_build("sockets", (page,), partial(_speaks_of_sockets, page))
    ]
    for page in pages:
        _read_page(page, drafts, events, context, operations)
    requests = tuple(_request(one, context) for _, one in sorted(drafts.items()))
    told = tuple(_event(name, shown, context) for name, shown in sorted(events.items()))
    return Sockets(requests, told, socket_addresses(pages) if requests or told else ())


def _speaks_of_sockets(page: Page) -> bool:
    return any(map(_names_sockets, (page.path, page.rendered)))


def _names_sockets(text: str) -> bool:
    folded = text.casefold()  # to look for the words first takes a tenth of the time, on the pages that have none
    return any(word in folded for word in ("socket", "wss", "ws:")) and bool(_SOCKET.search(text))


def _read_page(
    page: Page,
    drafts: dict[str, _Draft],
    events: dict[str, list[tuple[Message, Section]]],
    context: Context,
    operations: frozenset[str],
) -> None:
    names = context.once_a_build("bindings", (page,), lambda: bindings_of(page))
    current = _titled(page, drafts, operations)
    asked: dict[str, _Draft] = {}
    for part in _parts(page, operations):
        if end := _endpoint(part.title, operations):
            current = drafts.setdefault(end.casefold(), _Draft(end, stated(part.location), level=part.level))
        elif current and current.level >= part.level > 0 and not _belongs(part, context):
            current = None
        is_answer = bool(part.title and _ANSWER.fullmatch(part.title))
        if current:
            _read_part(part, current, context, is_answer=is_answer)
        told: Message | None = None
        for fence in part.fences:
            samples, messages = context.once_a_build("shown", (page, fence), partial(_shown, fence, names))
            for sample in samples:
                # REST operations can be sent over sockets as well, and are described already.
                if sample.endpoint.casefold() not in operations:
                    draft = asked[sample.number] = _draft_of(sample, drafts)
                    draft.samples.append(sample)
            for message in messages:
                if message.event:
                    events.setdefault(message.event, []).append((message, part))
                    told = message
                elif message.is_granted and (known := (message.number and asked.get(message.number)) or current):
                    known.answers.append(message.shapes.schema(message.data))
            if samples or messages or not (literal := literal_of(fence)):
                continue
            shapes = Shapes(read_comments(fence))
            if told and {one.key for one in literal.entries} & _keys(told.data):
                # More of what the event of this section holds.
                events[told.event].append((Message(told.event, literal, literal.location, shapes), part))
            elif current and isinstance(shape := shapes.schema(literal), Object):
                (current.answers if is_answer else current.shapes).append(shape)


def _shown(fence: Fence, names: Mapping[str, Value]) -> tuple[tuple[Sample, ...], tuple[Message, ...]]:
    return tuple(requests_in(fence, names)), tuple(messages_in(fence))


def _parts(page: Page, operations: frozenset[str]) -> Iterator[Section]:
    """The sections, cut where a paragraph or an item names an endpoint behind a word such as `Endpoint:`."""
    for part in sections(page):
        begin, title, location = 0, part.title, part.location
        for at, block in enumerate(part.blocks):
            if named := _end_in(block, operations):
                yield replace(part, title=title, location=location, blocks=part.blocks[begin:at])
                begin, title, location = at, named, block.location
        level = part.level if title == part.title else part.level or 6
        yield replace(part, title=title, level=level, location=location, blocks=part.blocks[begin:])


def _end_in(block: object, operations: frozenset[str]) -> str:
    """The endpoint that a paragraph or an item of a list names."""
    lines = [block.spans] if isinstance(block, Paragraph) else []
    lines += [item.spans for item in block.items] if isinstance(block, BulletList) else []
    texts = (plain(spans) for spans in lines)
    return next((end for text in texts if ":" in text and (end := _endpoint(text, operations))), "")


def _keys(value: Value) -> set[str]:
    return {one.key for one in value.entries} if isinstance(value, ObjectLiteral) else set()


def _draft_of(sample: Sample, drafts: dict[str, _Draft]) -> _Draft:
    because = Provenance("inferred", sample.location, f"a request at {sample.location}")
    new = _Draft(sample.endpoint, stated(sample.location), (because,))
    return drafts.setdefault(sample.endpoint.casefold(), new)


def _belongs(part: Section, context: Context) -> bool:
    """Whether a section at the level of a request's heading still describes that request."""
    return kind_of(part, context.dialect) is not None or bool(_PARTS.fullmatch(part.title))


def _titled(page: Page, drafts: dict[str, _Draft], operations: frozenset[str]) -> _Draft | None:
    """The request that the page's title names; None if a heading names one."""
    title = page.field("title")
    end = _endpoint(title.value, operations) if title else ""
    if not title or not end or any(_endpoint(part.title, operations) for part in sections(page)):
        return None
    return drafts.setdefault(end.casefold(), _Draft(end, stated(title.location)))


def _endpoint(title: str, operations: frozenset[str]) -> str:
    """The endpoint that a title consists of; empty if it is none or a REST path."""
    written = re.sub(r"[`*_]+(?!\w)|(?<!\w)[`*_]+", "", title).strip()
    found = _LABELLED.fullmatch(written)
    end = next((one for one in found.groups() if one), "") if found else ""
    return end if end.casefold() not in operations else ""


def _read_part(part: Section, draft: _Draft, context: Context, *, is_answer: bool) -> None:
    """Adds the rows and the text of a section to the draft."""
    for table in tables_of(part.blocks):
        if is_property_table(table, context.dialect) and table.location not in context.state.read_tables:
            rows = [each.row for each in read_rows(context.take(table), context)]
            known = draft.answer_rows if is_answer else draft.rows
            known.extend(within(part.title, rows, known))
    if not is_answer:
        draft.bullets += [one for one in part.blocks if isinstance(one, BulletList)]
    if not is_answer and kind_of(part, context.dialect) in _TOLD:
        context.tell(part.blocks)
        text = describe(tuple(one for one in part.blocks if _is_told(one)), context.base_url)
        draft.text = "\n\n".join(one for one in (draft.text, text) if one)


def _is_told(block: object) -> bool:
    """Whether a block is running text, and not a lead-in sentence."""
    if isinstance(block, BulletList):
        return not tables_of((block,))
    if not isinstance(block, Paragraph) or plain(block.spans).endswith(":") or _end_in(block, frozenset()):
        return False
    return not all(isinstance(one, Link) or not one.text.strip(" []|") for one in block.spans)


def _request(draft: _Draft, context: Context) -> SocketRequest:
    bodies = [one for one in draft.samples if one.body is not None]
    sent = (one.shapes.schema(one.body) for one in bodies if one.body is not None)
    shown = united((*draft.shapes, *sent))
    body: Schema | None = shown if shown != Primitive("any") else None
    if draft.rows:
        table = build(nested(draft.rows, context), context)
        body = joined(table, body) if isinstance(body, Object) else table
    for bullets in draft.bullets if body else ():
        body = _described(body, bullets, context) if body else None
    answer = united(draft.answers) if draft.answers else None
    if draft.answer_rows:
        table = build(nested(draft.answer_rows, context), context)
        answer = joined(table, answer) if isinstance(answer, Object) else table
    examples = tuple(Shown(one.body, stated(one.location)) for one in bodies if one.body is not None)
    return SocketRequest(draft.endpoint, draft.provenance, draft.text, body, answer, examples, draft.inferred)


# --- events -----------------------------------------------------------------------------------------------------------


def _event(name: str, shown: list[tuple[Message, Section]], context: Context) -> SocketEvent:
    shown = sorted(shown, key=lambda one: not _is_about(one[1], name))
    first, _ = shown[0]
    data = united(message.shapes.schema(message.data) for message, _ in shown)
    about = [part for _, part in shown if _is_about(part, name)]
    texts: list[str] = []
    for part in dict.fromkeys(about):
        context.tell(part.blocks)
        told = (describe((one,), context.base_url) for one in part.blocks if isinstance(one, Paragraph))
        texts += [_LEADS.sub("", text).strip() for text in told]
        for block in part.blocks:
            if isinstance(block, BulletList):
                data = _described(data, block, context)
        data = _with_table(data, part, context)
    text = "\n\n".join(one for one in texts if one)
    examples = tuple(Shown(message.data, stated(message.location)) for message, _ in shown)
    return SocketEvent(name, stated(first.location), data, text, examples)


def _with_table(data: Schema, part: Section, context: Context) -> Schema:
    """The data with what tables of the section say of its properties."""
    tables = [one for one in tables_of(part.blocks) if is_property_table(one, context.dialect)]
    rows = [
        each.row
        for table in tables
        if table.location not in context.state.read_tables
        for each in read_rows(context.take(table), context)
    ]
    told = build(nested(rows, context), context) if rows else None
    is_of_data = (
        told
        and isinstance(data, Object)
        and {one.name for one in told.properties} & {one.name for one in data.properties}
    )
    return joined(told, data) if told and is_of_data else data


def _is_about(part: Section, name: str) -> bool:
    return name.casefold() in re.findall(r"\w+", part.title.casefold())


def _described(data: Schema, bullets: BulletList, context: Context) -> Schema:
    """The data completed by a list that describes its properties."""
    return _with_told(data, dict(_items(bullets, context)))


def _with_told(data: Schema, told: dict[str, tuple[str, str]]) -> Schema:
    if isinstance(data, Array):
        return replace(data, items=_with_told(data.items, told))
    if not isinstance(data, Object):
        return data
    inside = (replace(one, schema=_with_told(one.schema, told)) for one in data.properties)
    return replace(data, properties=tuple(_told(one, *told[one.name]) if one.name in told else one for one in inside))


def _items(bullets: BulletList, context: Context) -> Iterator[tuple[str, tuple[str, str]]]:
    """For each item: the name at its beginning, the text after it, and the whole text."""
    for item in bullets.items:
        whole = describe_spans(item.spans, context.base_url)
        if found := _NAMED.match(whole):
            yield found["name"], (whole[found.end() :], whole)


def _told(one: Property, text: str, whole: str) -> Property:
    listed = _QUOTED.findall(text) or (re.findall(r"`([\w.-]+)`", text) if _CODES.fullmatch(text) else ())
    values = stated_values(whole) or tuple(dict.fromkeys(listed))
    is_text = isinstance(one.schema, Primitive) and one.schema.type in ("string", "any")
    schema, inferred = one.schema, one.inferred
    if is_text and len(values) > 1:
        schema, inferred = Enumeration(values), ()
    is_optional = bool(re.search(r"\b(?:is optional|(?:may|can) be absent|may not be present)\b", whole, re.IGNORECASE))
    return replace(
        one, schema=schema, inferred=inferred, description=one.description or text,
        is_required_known=one.is_required_known or is_optional,
    )  # fmt: skip


def socket_schemas(sockets: Sockets) -> Iterator[Schema]:
    """The schemas of all requests, responses and events."""
    for request in sockets.requests:
        yield from (one for one in (request.body, request.answer) if one)
    yield from (event.data for event in sockets.events)
