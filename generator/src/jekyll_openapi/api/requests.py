"""Sorts the rows of what an operation takes into path, query and header parameters and the body."""

import re
from collections.abc import Container, Iterator

from jekyll_openapi.api.circumstances import Siblings
from jekyll_openapi.api.columns import says_nothing
from jekyll_openapi.api.conditions import read_conditions
from jekyll_openapi.api.context import Context
from jekyll_openapi.api.model import JSON, Array, Object, Parameter, Place, Primitive, Property, stated
from jekyll_openapi.api.nesting import ReadRow, build, nested, values_inside
from jekyll_openapi.api.operation_drafts import Draft
from jekyll_openapi.api.paths import shape, variables
from jekyll_openapi.api.regions import Region, regions
from jekyll_openapi.api.remarks import with_remark
from jekyll_openapi.api.rows import TableRow
from jekyll_openapi.api.section_kinds import REQUEST, Kind, Placed, is_request, placed
from jekyll_openapi.api.sentences import block_sentences
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Paragraph, plain
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field, replace
from jekyll_openapi.rules import UNDESCRIBED_PARAMETER, UNREAD_TEXT, UNREADABLE_RULE

_TOKEN = "authorization"
_NO_PARAMETERS = ("accept", _TOKEN, "content-type")
_OF_PARAMETERS = regex(r"\b(?:parameters?|arguments?|input)\b")
_USUAL = (JSON, "application/x-www-form-urlencoded", "multipart/form-data")
_MEDIA = regex(r"\b[a-z]+/[\w.+*-]+", re.I)
_WHOLE_BODY = ("body", "payload", "requestbody", "request body")


@dataclass(slots=True)
class Taken:
    """The rows of what an operation takes, by where they are sent."""

    path: list[ReadRow] = field(default_factory=list)
    query: list[ReadRow] = field(default_factory=list)
    header: list[ReadRow] = field(default_factory=list)
    body: list[ReadRow] = field(default_factory=list)
    open: list[ReadRow] = field(default_factory=list)
    """Rows that go to the query or to the body depending on the method."""
    is_body_named: bool = False
    """Whether a row stands for the whole body, so that the rows nested in it are the body's properties."""
    is_stated: bool = False
    """Whether the page says what the operation takes, even if that is nothing."""


def taken(draft: Draft, own: dict[Kind, Region], context: Context) -> Taken:
    """What the operation takes, from its own sections and from those around it. Its own rows win."""
    around = regions(draft.shared, context)
    found = Taken()
    names = dict(draft.renamed)
    in_path = {*variables(draft.path), *names}
    for kind in REQUEST:
        inner, outer = own.get(kind, Region()), around.get(kind, Region())
        known = {each.row.name.parts for each in inner.rows}
        has_rows = any(table.rows for table in (*inner.tables, *outer.tables))
        # Headers say nothing of the body.
        is_header = kind == "header" or (bool(inner.rows) and all(each.place == "header" for each in inner.rows))
        found.is_stated = found.is_stated or (not is_header and (has_rows or bool(inner.rows)))
        for table in (*inner.tables, *outer.tables):
            context.take(table)
        for each in (*inner.rows, *(each for each in outer.rows if each.row.name.parts not in known)):
            # A column can limit a row to some methods of the same path.
            if each.methods and draft.method and draft.method not in each.methods:
                continue
            _put(each, kind, found, in_path, draft, context)
    found.path = [_renamed(row, names) for row in found.path]
    found.is_stated = found.is_stated or any(_says_none(one, context) for one in placed(draft.parts, context.dialect))
    return found


def _says_none(one: Placed, context: Context) -> bool:
    """Whether a request section says only that there are no parameters, or a sentence about the operation does."""
    blocks = one.part.blocks
    if is_request(one.part, context.dialect):
        return len(blocks) == 1 and isinstance(blocks[0], Paragraph) and says_nothing(plain(blocks[0].spans), context)
    told = (sentence.words for block in blocks if one.kind in (None, "note") for sentence in block_sentences(block))
    return any(_OF_PARAMETERS.search(words) and says_nothing(words, context) for words in told)


def _put(each: TableRow, kind: Kind, found: Taken, in_path: set[str], draft: Draft, context: Context) -> None:
    row, kind = each.row, each.place or kind
    name = row.property.name.strip("<>{}").lstrip(":")
    is_whole = len(row.name.parts) == 1
    if (written := row.name.written.replace(" ", "_")) in in_path:
        name, is_whole = written, True
    # Pages spell a path parameter differently in the path and in the table.
    name = next((one for one in in_path if _key(one) == _key(name)), name) if kind == "path" else name
    if kind in ("path", "query", "request") and is_whole and name in in_path:
        if not any(name == one.property.name for one in found.path):
            found.path.append(replace(row, property=replace(row.property, name=name)))
    elif kind == "path":
        if not any(name in variables(path) for path in draft.page_paths):
            message = f"`{name}` is a path parameter of no operation on this page"
            context.found(UNREAD_TEXT, message, row.property.provenance.location, f"put `{{{name}}}` into a path")
    elif kind == "query" or (kind == "request" and is_whole and name in dict(draft.query)):
        found.query.append(row)
    elif kind == "header" and not _is_of_every_request(row):
        found.header.append(row)
    elif kind == "header":
        # OpenAPI states them elsewhere: as media types, and as security.
        context.drop_row(row.property.provenance.location)
    elif kind == "request" and is_whole and any(name in variables(path) for path, _ in draft.companions):
        return  # a parameter of another operation's path that the same text is about
    elif kind == "request":
        found.open.append(row)
    elif each.place == "body" and not row.name.depth and name.casefold() in _WHOLE_BODY:
        found.is_body_named = True  # the body itself, and no property of it
    elif draft.method in each.methods or takes_body(draft, context):
        if found.is_body_named and row.name.depth:
            row = replace(row, name=replace(row.name, depth=row.name.depth - 1))
        found.body.append(row)


def _is_of_every_request(row: ReadRow) -> bool:
    """Whether the row is about a header that OpenAPI does not take for a parameter, and tells no unusual media type."""
    told = f"{row.property.description} {row.property.example.value if row.property.example else ''}"
    others = (kind for kind in _MEDIA.findall(told) if kind.casefold() not in _USUAL)
    return row.name.written.casefold() in _NO_PARAMETERS and not any(others)


def token_row(draft: Draft, context: Context) -> Location | None:
    """Where a row of any form is about the header `Authorization`; None if it says that the header is optional."""
    found = (regions(parts, context) for parts in (draft.parts, draft.shared))
    rows = (each.row for one in found for kind in REQUEST if kind in one for each in one[kind].rows)
    for one in rows:
        is_needed = one.property.required or not one.property.is_required_known
        if one.name.written.casefold() == _TOKEN and is_needed:
            return one.property.provenance.location
    return None


def _key(name: str) -> str:
    """The letters that `scroll_id`, `scrollId` and `scroll-id` share."""
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def shows_bare_request(draft: Draft) -> bool:
    """Whether the page's code requests the path without any query: `GET /account/list`."""
    bare = regex(rf"(?:GET\s+|://)\S*/{re.escape(draft.path.rsplit('/', 1)[-1])}/?(?=[\s'\"`)]|$)", re.I | re.M)
    return any(bare.search(fence.text) for part in draft.parts for fence in part.fences)


def takes_body(draft: Draft, context: Context) -> bool:
    """Whether a section of body properties belongs to this operation, if several operations share it."""
    quiet = context.dialect.query_methods
    if draft.method is None or draft.method not in quiet:
        return True
    others = [(path, method) for path, method in draft.companions if method and method not in quiet]
    return not others or (draft.method == "get" and any(shape(path) == shape(draft.path) for path, _ in others))


def _renamed(row: ReadRow, names: dict[str, str]) -> ReadRow:
    name = names.get(row.property.name)
    return replace(row, property=replace(row.property, name=name)) if name else row


def body_object(rows: list[ReadRow], context: Context) -> Object:
    """The body's properties, nested as their names say."""
    return context.once_a_build("body", tuple(rows), lambda: build(nested(rows, context), context))


def parameters(rows: list[ReadRow], place: Place, context: Context) -> Iterator[Parameter]:
    """The rows as parameters. Names stay as written, since parameters cannot be nested."""
    yield from context.once_a_build(place, tuple(rows), lambda: tuple(_parameters(rows, place, context)))


def _parameters(rows: list[ReadRow], place: Place, context: Context) -> Iterator[Parameter]:
    seen: set[str] = set()
    siblings = frozenset(row.property.name for row in rows)
    all_of_them = Siblings.of(row.property for row in rows)
    for row in values_inside(rows, context):
        said = with_remark(row.property, row.remark, siblings, context.report)
        _report_rules(replace(row, property=said.property), said.read, all_of_them, context)
        one, schema = said.property, said.property.schema
        name = one.name if place == "path" else row.name.written
        if row.name.parts[-1].is_array:
            schema = schema if isinstance(schema, Array) else Array(schema)
            if context.dialect.query_array_mark == "dropped":
                name = name.removesuffix("[]")
        if name not in seen:
            seen.add(name)
            yield as_parameter(replace(one, name=name, schema=schema), place)


def _report_rules(row: ReadRow, read: frozenset[Location], siblings: Siblings, context: Context) -> None:
    """Reports rules between parameters: OpenAPI cannot express them, so they remain text."""
    for rule in read_conditions(row.property, row.remark, siblings, context.report, read):
        message = f"`{row.property.name}`: OpenAPI has no rules between parameters: {rule.text!r}"
        context.found(UNREADABLE_RULE, message, rule.provenance.location, "it is only in the description")


def as_parameter(one: Property, place: Place = "query") -> Parameter:
    """The property as a parameter."""
    required = one.required or one.required_in_practice or place == "path"
    return Parameter(
        one.name, one.schema, one.provenance, required, one.description, one.inferred,
        one.is_required_known or place == "path", one.deprecated, one.default, one.example, place,
    )  # fmt: skip


def stated_query(draft: Draft, described: Container[str], context: Context) -> Iterator[Parameter]:
    """A parameter for each name in the query of the stated path that no row describes."""
    for name, location in draft.query:
        if name not in described:
            message = f"no row describes `{name}` in the query of `{draft.path}`"
            context.found(UNDESCRIBED_PARAMETER, message, location, "add a row for it")
            yield Parameter(name, Primitive("any"), stated(location), is_required_known=False, place="query")


def path_parameters(draft: Draft, rows: list[ReadRow], context: Context) -> Iterator[Parameter]:
    """A parameter for each name in the path; names that no row describes are reported."""
    described = {one.name: one for one in parameters(rows, "path", context)}
    for name in variables(draft.path):
        if name in described:
            yield described[name]
            continue
        message = f"no row describes `{name}` of `{draft.path}`"
        context.found(UNDESCRIBED_PARAMETER, message, draft.location, "add a row for it")
        yield Parameter(name, Primitive("any"), stated(draft.location), True, place="path")
