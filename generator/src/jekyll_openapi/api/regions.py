"""Groups the rows of an operation's sections by what they describe, nested in the objects that titles and sentences
name."""

import re

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.labels import agreed, read_need
from jekyll_openapi.api.list_rows import labelled
from jekyll_openapi.api.marks import read_marks
from jekyll_openapi.api.model import Primitive, Property, stated
from jekyll_openapi.api.nesting import ReadRow
from jekyll_openapi.api.row_names import Part, RowName
from jekyll_openapi.api.rows import TableRow, is_property_table, owner_in_header, read_rows
from jekyll_openapi.api.rules_in_text import rules_beside
from jekyll_openapi.api.said_places import with_said_place
from jekyll_openapi.api.section_kinds import REQUEST, Kind, Placed, PlacedTable, placed, table_kinds
from jekyll_openapi.api.sections import Section, describe
from jekyll_openapi.pages.document import Code, Paragraph, Table, Text, plain
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field, replace
from jekyll_openapi.rules import UNREADABLE_RULE

_FILLER = regex(
    r"\b(?:the|an?|objects?|arrays?|parameters?|fields?|options?|properties|attributes?|body|request|response)\b", re.I
)

_AROUND = (None, "note")
"""Kinds of sections with text about the whole operation."""
_LONE_NAME = regex(r"`([\w$.-]+)(\[\])?`")


@dataclass(frozen=True, slots=True)
class Region:
    """The rows of one kind, in page order, and the tables that they come from."""

    rows: list[TableRow] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)


def regions(parts: tuple[Section, ...], context: Context, whole: Kind | None = None) -> dict[Kind, Region]:
    """The rows in the sections of an operation, or of a schema (then `whole` is its kind), by kind.

    A table for an object that another row names is nested in that row.
    """
    if whole:
        return context.once_a_build(f"regions {whole}", (parts,), lambda: _regions(parts, context, whole))
    return context.once("regions", (parts,), lambda: _regions(parts, context, None))  # an operation asks twice


def forget_regions(parts: tuple[Section, ...], context: Context) -> None:
    """Lets go of the rows of an operation that has been read: with its text, 3 kB of memory a page."""
    context.forget("regions", (parts,))


def _regions(parts: tuple[Section, ...], context: Context, whole: Kind | None) -> dict[Kind, Region]:
    found: dict[Kind, Region] = {}
    titled: dict[tuple[Kind, str], list[int]] = {}
    for one in table_kinds(parts, context.dialect, whole):
        if one.kind == "status" or not is_property_table(one.table, context.dialect, says_more=one.is_free):
            continue
        owner = owner_in_header(one.table)
        kind, prefix = _place(one, (*one.trail, *([owner] if owner else [])), found)
        if kind is None:
            continue
        region = found.setdefault(kind, Region())
        prefix = _within_definition(one.table, region) or prefix
        region.tables.append(one.table)
        rows = (with_said_place(each, kind, context) for each in read_rows(one.table, context))
        for each in filter(None, rows):
            if not prefix and not one.trail and one.kind != "definition":
                titled.setdefault((kind, one.title), []).append(len(region.rows))
            region.rows.append(replace(each, row=_inside(prefix, _with_text(each.row, one, context))))
    _loosen(titled, found, context)
    _with_rules(found, parts, context, whole)
    for section in placed(parts, context.dialect, whole):
        if (
            section.trail
            and section.kind in (*REQUEST, "response", "definition")
            and (row := _heading_row(section, context))
        ):
            region = found.setdefault(section.kind, Region())
            prefix, _ = _prefix(section.trail[:-1], region.rows)
            is_known = any(each.row.name.parts == (*prefix, *row.name.parts) for each in region.rows)
            own = None if is_known else with_said_place(TableRow(_inside(prefix, row)), section.kind, context)
            region.rows.extend([own] if own else [])
    return found


def _loosen(titled: dict[tuple[Kind, str], list[int]], found: dict[Kind, Region], context: Context) -> None:
    """Takes what only one of several sections requires for optional, where the sections describe the same thing in
    several ways: `Request (market orders)` and `Request (limit orders)` share properties."""
    for kind, region in found.items():
        several = [indexes for (known, _), indexes in titled.items() if known == kind]
        names = [{region.rows[at].row.name.parts for at in indexes} for indexes in several]
        if len(several) < 2 or not any(names[0] & other for other in names[1:]):
            continue
        rows = [at for indexes in several for at in indexes]
        needed: dict[tuple[Part, ...], int] = {}
        for row in (region.rows[at].row for at in rows):
            needed[row.name.parts] = needed.get(row.name.parts, 0) + row.property.required
        for at in rows:
            each = region.rows[at]
            one = each.row.property
            if one.required and needed[each.row.name.parts] < len(several):
                message = (
                    f"`{each.row.name.written}` is required in one of several sections, so it is taken for optional"
                )
                hint = "describe it in one table, and say in its remark when it is required"
                context.found(UNREADABLE_RULE, message, one.provenance.location, hint)
                loose = replace(one, required=False, is_required_known=False)
                region.rows[at] = replace(each, row=replace(each.row, property=loose))


def _with_rules(found: dict[Kind, Region], parts: tuple[Section, ...], context: Context, whole: Kind | None) -> None:
    """Adds what the text beside the tables says of several rows to the remark of the first row that it names."""
    kinds = (whole,) if whole else REQUEST
    told = [one.part for one in placed(parts, context.dialect, whole) if one.kind in (*kinds, *_AROUND)]
    rows = {
        each.row.name.written: (kind, at) for kind in kinds if kind in found for at, each in enumerate(found[kind].rows)
    }
    for name, sentence in rules_beside(told, rows) if rows else ():
        kind, at = rows[name]
        each = found[kind].rows[at]
        remark = (*each.row.remark, Text("\n", sentence.location), *sentence.spans)
        found[kind].rows[at] = replace(each, row=replace(each.row, remark=remark))


def _within_definition(table: Table, region: Region) -> tuple[Part, ...]:
    """The row of a definition list that a list of rows stands in; empty if it stands in none."""
    around = [one.location for one in region.tables if one.form == "definitions" and table.form == "bullets"]
    line, file = table.location.line, table.location.file
    if not any(one.file == file and one.line < line <= one.end_line for one in around):
        return ()
    above = [each.row for each in region.rows if each.row.property.provenance.location.line < line]
    return above[-1].name.parts if above else ()


def _with_text(row: ReadRow, table: PlacedTable, context: Context) -> ReadRow:
    """The row with the need and the values that the text beside its table states."""
    said = next((remark for name, remark in table.values if name == row.name.written), ())
    line = Text("\n", row.property.provenance.location)
    return _with_need(replace(row, remark=(*row.remark, line, *said)) if said else row, table, context)


def _with_need(row: ReadRow, table: PlacedTable, context: Context) -> ReadRow:
    """The row, required or not as the text beside it says, or else as its whole section says unless the row says so
    itself."""
    own = row.property.required if row.property.is_required_known else None
    named = dict(table.beside.named).get(row.name.written)
    if named is not None and not row.property.required_in_practice:
        need = agreed((own, named), row.property.provenance.location, context)
    else:
        need = next((one for one in (own, table.beside.others, table.required) if one is not None), None)
    if need is None or need is own:
        return row
    return replace(row, property=replace(row.property, required=need, is_required_known=True))


def _place(one: PlacedTable, trail: tuple[str, ...], found: dict[Kind, Region]) -> tuple[Kind | None, tuple[Part, ...]]:
    """The kind of a table and the object that its rows are nested in; kind None if the table describes neither."""
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


def within(title: str, rows: list[ReadRow], known: list[ReadRow]) -> list[ReadRow]:
    """The rows of a table, nested in the object that the title of its section names among the rows above it."""
    prefix, is_named = _prefix((title,), [TableRow(row) for row in known])
    return [_inside(prefix, row) for row in rows] if is_named else rows


def _prefix(trail: tuple[str, ...], rows: list[TableRow]) -> tuple[tuple[Part, ...], bool]:
    """The nested object that the titles name, and whether an existing row has that name."""
    prefix: tuple[Part, ...] = ()
    is_named = False
    for title in trail:
        within = [
            each.row
            for each in rows
            if len(parts := each.row.name.parts) > len(prefix) and parts[: len(prefix)] == prefix
        ]
        linked = next((row.name.parts for row in within if row.told_under and row.told_under == title), ())
        inside = [row.name.parts for row in within]
        if linked:
            prefix, is_named = linked, True
        elif named := _named(title, inside):
            prefix, is_named = named, True
        elif lone := _LONE_NAME.fullmatch(title):
            prefix = (*prefix, Part(lone[1], bool(lone[2])))
    return prefix, is_named


def _named(title: str, inside: list[tuple[Part, ...]]) -> tuple[Part, ...]:
    """The row that a title means: the row with exactly that name, or else one that matches in singular or plural."""
    exact, words = title.replace("`", "").strip().casefold(), _FILLER.sub("", title)
    for parts in inside:
        if parts[-1].name.casefold() in (exact, words.replace("`", "").strip().casefold()):
            return parts
    wanted = _keys(title) | _keys(words)
    return next((parts for parts in inside if _keys(parts[-1].name) & wanted), ())


def _keys(text: str) -> set[str]:
    """The spellings under which a name is compared: its letters, without `s`, and without `es`."""
    key = "".join(re.findall(r"[a-z0-9]+", text.casefold().lstrip("_")))
    leading = "_" if text.startswith("_") else ""
    return {leading + one for one in (key, key.removesuffix("s"), key.removesuffix("es")) if one}


def _heading_row(one: Placed, context: Context) -> ReadRow | None:
    """The property that a heading such as `` `price` `` describes, with its text as the remark; None for other
    headings."""
    if any(isinstance(block, Table) for block in one.part.blocks):
        return None
    name = _row_title(one.part)
    if name is None:
        return None
    lone, behind = _LONE_NAME.fullmatch(f"`{name.text}`"), one.part.spans[1:]
    assert lone
    texts = tuple(block for block in one.part.blocks if isinstance(block, Paragraph))
    context.tell(texts)
    label, (behind, *_) = labelled([behind], context.dialect)
    marks = read_marks(behind or (texts[0].spans if texts else ()), context)
    if marks and texts and not behind:
        texts = (Paragraph(marks.rest, texts[0].location), *texts[1:])
    schema, said = (marks.schema, marks.required) if marks else (Primitive("any"), None)
    in_text = read_need(texts[0].spans, context.dialect) if texts else None
    required = agreed((label, said, in_text), name.location, context)
    row = Property(
        lone[1], schema, stated(name.location), bool(required), False, describe(texts, context.base_url),
        is_required_known=required is not None, default=marks.default if marks else None,
    )  # fmt: skip
    return ReadRow(RowName(lone[1], (Part(lone[1], bool(lone[2])),)), row, texts[0].spans if texts else ())


def is_row_heading(part: Section) -> bool:
    """Whether the section's title is the name of a property."""
    return _row_title(part) is not None


def _row_title(part: Section) -> Code | None:
    """The code span that makes up a title, ignoring labels and marks in parentheses; None for other titles."""
    name = part.spans[0] if part.spans else None
    if not isinstance(name, Code) or not _LONE_NAME.fullmatch(f"`{name.text}`"):
        return None
    behind = tuple(one for one in part.spans[1:] if not (isinstance(one, Code) and one.classes) and one.text.strip())
    return name if not behind or plain(behind).startswith("(") else None
