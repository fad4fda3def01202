"""What an operation takes, shared out: path, query and header parameters, and the body."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.drafts import Draft
from jekyll_openapi.api.kinds import REQUEST, Kind, Placed, PlacedTable, placed, table_kinds
from jekyll_openapi.api.model import Array, Object, Parameter, Place, Primitive, Property, stated
from jekyll_openapi.api.nesting import ReadRow, build, nested
from jekyll_openapi.api.paths import shape, variables
from jekyll_openapi.api.remarks import with_remark
from jekyll_openapi.api.row_names import Part, RowName
from jekyll_openapi.api.rows import TableRow, is_property_table, owner_in_header, read_marks, read_rows
from jekyll_openapi.api.sections import Section, describe
from jekyll_openapi.pages.document import Code, Paragraph, Table, plain
from jekyll_openapi.rules import UNDESCRIBED_PARAMETER, UNREAD_TEXT

_FILLER = re.compile(
    r"\b(?:the|an?|objects?|arrays?|parameters?|fields?|options?|properties|attributes?|body|request|response)\b", re.I
)

_LONE_NAME = re.compile(r"`([\w$.-]+)(\[\])?`")


@dataclass(frozen=True, slots=True)
class Region:
    """The rows of one kind, in page order, and the tables that hold them."""

    rows: list[TableRow] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)


def regions(parts: tuple[Section, ...], context: Context) -> dict[Kind, Region]:
    """The rows that the sections of an operation hold, by what they are about; rows of a table for an object that
    another row names stand inside it."""
    return context.once("regions", (parts,), lambda: _regions(parts, context))


def _regions(parts: tuple[Section, ...], context: Context) -> dict[Kind, Region]:
    found: dict[Kind, Region] = {}
    for one in table_kinds(parts, context.dialect):
        if not is_property_table(one.table, context.dialect):
            continue
        owner = owner_in_header(one.table)
        kind, prefix = _place(one, (*one.trail, *([owner] if owner else [])), found)
        if kind is None:
            continue
        region = found.setdefault(kind, Region())
        region.tables.append(one.table)
        for each in read_rows(one.table, context):
            region.rows.append(replace(each, row=_inside(prefix, each.row)))
    for section in placed(parts, context.dialect):
        if section.trail and section.kind in (*REQUEST, "response") and (row := _heading_row(section, context)):
            region = found.setdefault(section.kind, Region())
            prefix, _ = _prefix(section.trail[:-1], region.rows)
            if not any(each.row.name.parts == (*prefix, *row.name.parts) for each in region.rows):
                region.rows.append(TableRow(_inside(prefix, row)))
    return found


def _place(one: PlacedTable, trail: tuple[str, ...], found: dict[Kind, Region]) -> tuple[Kind | None, tuple[Part, ...]]:
    """What a table is about, and the object that its rows stand in; None where it is about neither."""
    kind: Kind | None = "response" if one.kind == "response example" else one.kind
    if kind is None:
        for known in ("body", "response", "request", "query"):
            prefix, is_named = _prefix(trail, found[known].rows if known in found else [])
            if is_named:
                return known, prefix
        return None, ()
    prefix, is_named = _prefix(trail, found[kind].rows if kind in found else [])
    return (kind, prefix) if prefix or not one.names_object else (None, ())


def _inside(prefix: tuple[Part, ...], row: ReadRow) -> ReadRow:
    if not prefix:
        return row
    return replace(row, name=replace(row.name, parts=(*prefix, *row.name.parts)))


def _prefix(trail: tuple[str, ...], rows: list[TableRow]) -> tuple[tuple[Part, ...], bool]:
    """The object that titles name, one inside the other, and whether a row names it."""
    prefix: tuple[Part, ...] = ()
    is_named = False
    for title in trail:
        inside = [
            parts for each in rows if len(parts := each.row.name.parts) > len(prefix) and parts[: len(prefix)] == prefix
        ]
        if named := _named(title, inside):
            prefix, is_named = named, True
        elif lone := _LONE_NAME.fullmatch(title):
            prefix = (*prefix, Part(lone[1], bool(lone[2])))
    return prefix, is_named


def _named(title: str, inside: list[tuple[Part, ...]]) -> tuple[Part, ...]:
    """The row that a title means: of just that name, else of its words, in the singular or the plural."""
    exact, words = title.replace("`", "").strip().casefold(), _FILLER.sub("", title)
    for parts in inside:
        if parts[-1].name.casefold() in (exact, words.replace("`", "").strip().casefold()):
            return parts
    wanted = _keys(title) | _keys(words)
    return next((parts for parts in inside if _keys(parts[-1].name) & wanted), ())


def _keys(text: str) -> set[str]:
    """The letters of a name, as they are, without `s` and without `es`."""
    key = "".join(re.findall(r"[a-z0-9]+", text.casefold().lstrip("_")))
    leading = "_" if text.startswith("_") else ""
    return {leading + one for one in (key, key.removesuffix("s"), key.removesuffix("es")) if one}


def _heading_row(one: Placed, context: Context) -> ReadRow | None:
    """A heading that is a property's name, with its text as the remark."""
    if any(isinstance(block, Table) for block in one.part.blocks):
        return None
    name = one.part.spans[0] if one.part.spans else None
    lone = _LONE_NAME.fullmatch(f"`{name.text}`") if isinstance(name, Code) else None
    behind = one.part.spans[1:]
    if name is None or lone is None or (behind and not plain(behind).startswith("(")):
        return None
    texts = tuple(block for block in one.part.blocks if isinstance(block, Paragraph))
    schema, required, _ = (read_marks(behind, context) if behind else None) or (Primitive("any"), None, ())
    row = Property(
        lone[1], schema, stated(name.location), bool(required), False, describe(texts, context.site.base_url),
        is_required_known=required is not None,
    )  # fmt: skip
    return ReadRow(RowName(lone[1], (Part(lone[1], bool(lone[2])),)), row, texts[0].spans if texts else ())


# --- what an operation takes ------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Taken:
    """The rows of what an operation takes, by their place."""

    path: list[ReadRow] = field(default_factory=list)
    query: list[ReadRow] = field(default_factory=list)
    header: list[ReadRow] = field(default_factory=list)
    body: list[ReadRow] = field(default_factory=list)
    open: list[ReadRow] = field(default_factory=list)
    """Rows of which only the method decides whether they go to the query or to the body."""
    is_stated: bool = False
    """Whether the page has a table of what it takes, an empty one too."""


def taken(draft: Draft, own: dict[Kind, Region], context: Context) -> Taken:
    """What the operation takes, from its own sections and from those around it."""
    around = regions(draft.shared, context)
    found = Taken()
    names = dict(draft.renamed)
    in_path = {*variables(draft.path), *names}
    for kind in REQUEST:
        inner, outer = own.get(kind, Region()), around.get(kind, Region())
        known = {each.row.name.parts for each in inner.rows}
        found.is_stated = found.is_stated or bool(inner.tables or outer.tables or inner.rows)
        for table in (*inner.tables, *outer.tables):
            context.take(table)
        for each in (*inner.rows, *(each for each in outer.rows if each.row.name.parts not in known)):
            if each.methods and draft.method and draft.method not in each.methods:
                continue
            _put(each, kind, found, in_path, draft, context)
    found.path = [_renamed(row, names) for row in found.path]
    return found


def _put(each: TableRow, kind: Kind, found: Taken, in_path: set[str], draft: Draft, context: Context) -> None:
    row = each.row
    name = row.property.name.strip("<>{}").lstrip(":")
    is_whole = len(row.name.parts) == 1
    if kind in ("path", "query", "request") and is_whole and name in in_path:
        if not any(name == one.property.name for one in found.path):
            found.path.append(replace(row, property=replace(row.property, name=name)))
    elif kind == "path":
        if not any(name in variables(path) for path in draft.page_paths):
            message = f"`{name}` is a path parameter of no operation on this page"
            context.found(UNREAD_TEXT, message, row.property.provenance.location, f"put `{{{name}}}` into a path")
    elif kind == "query":
        found.query.append(row)
    elif kind == "header":
        found.header.append(row)
    elif kind == "request" and is_whole and any(name in variables(path) for path, _ in draft.companions):
        return  # a parameter of another operation's path that the same text is about
    elif kind == "request":
        found.open.append(row)
    elif draft.method in each.methods or takes_body(draft, context):
        found.body.append(row)


def shows_bare_request(draft: Draft) -> bool:
    """Whether the page's code asks for the path with nothing behind it: `GET /account/list`."""
    bare = re.compile(rf"(?:GET\s+|://)\S*/{re.escape(draft.path.rsplit('/', 1)[-1])}/?(?=[\s'\"`)]|$)", re.I | re.M)
    return any(bare.search(fence.text) for part in draft.parts for fence in part.fences)


def takes_body(draft: Draft, context: Context) -> bool:
    """Whether a section of body properties is about this operation, of several that share it."""
    quiet = context.dialect.query_methods
    if draft.method is None or draft.method not in quiet:
        return True
    others = [(path, method) for path, method in draft.companions if method and method not in quiet]
    return not others or (draft.method == "get" and any(shape(path) == shape(draft.path) for path, _ in others))


def _renamed(row: ReadRow, names: dict[str, str]) -> ReadRow:
    name = names.get(row.property.name)
    return replace(row, property=replace(row.property, name=name)) if name else row


def body_object(rows: list[ReadRow], context: Context) -> Object:
    """The properties of a body, nested as their names say."""
    return context.once("body", tuple(rows), lambda: build(nested(rows, context), context))


def parameters(rows: list[ReadRow], place: Place, context: Context) -> Iterator[Parameter]:
    """Parameters of the path, the query or the headers: names as they are written, nothing inside another."""
    yield from context.once(place, tuple(rows), lambda: tuple(_parameters(rows, place, context)))


def _parameters(rows: list[ReadRow], place: Place, context: Context) -> Iterator[Parameter]:
    seen: set[str] = set()
    siblings = frozenset(row.property.name for row in rows)
    for row in rows:
        one = with_remark(row.property, row.remark, siblings, context.report).property
        schema = one.schema
        name = one.name if place == "path" else row.name.written
        if row.name.parts[-1].is_array:
            schema = schema if isinstance(schema, Array) else Array(schema)
            if context.dialect.query_array_mark == "dropped":
                name = name.removesuffix("[]")
        if name not in seen:
            seen.add(name)
            yield as_parameter(replace(one, name=name, schema=schema), place)


def as_parameter(one: Property, place: Place = "query") -> Parameter:
    """The property as a parameter."""
    required = one.required or one.required_in_practice or place == "path"
    return Parameter(
        one.name, one.schema, one.provenance, required, one.description, one.inferred,
        one.is_required_known or place == "path", one.deprecated, one.default, one.example, place,
    )  # fmt: skip


def path_parameters(draft: Draft, rows: list[ReadRow], context: Context) -> Iterator[Parameter]:
    """A parameter for each name in the path; those that no row describes are reported."""
    described = {one.name: one for one in parameters(rows, "path", context)}
    for name in variables(draft.path):
        if name in described:
            yield described[name]
            continue
        message = f"no row describes `{name}` of `{draft.path}`"
        context.found(UNDESCRIBED_PARAMETER, message, draft.location, "add a row for it")
        yield Parameter(name, Primitive("any"), stated(draft.location), True, place="path")
