"""Builds nested objects and arrays from flat rows that name what they stand in.

receiver            object          ->  receiver: {street: string, town: string}
receiver.street     string              lines: [{sku: string}]
↳ town              string
lines[].sku         string
"""

from __future__ import annotations

from collections.abc import Iterator

from jekyll_openapi.api.circumstances import Siblings
from jekyll_openapi.api.conditions import distinct, read_conditions
from jekyll_openapi.api.context import Context
from jekyll_openapi.api.model import (
    Array,
    Condition,
    Enumeration,
    Map,
    Object,
    Primitive,
    Property,
    Provenance,
    Schema,
    Union,
)
from jekyll_openapi.api.remarks import Remark, with_remark
from jekyll_openapi.api.row_names import Part, RowName
from jekyll_openapi.api.sentences import sentences
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Span, plain
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field, replace
from jekyll_openapi.rules import DUPLICATE_PROPERTY, LIMIT_EXCEEDED, UNREAD_TEXT

_NAME = regex(r"(?!(?:true|false|null|GET|POST|PUT|PATCH|DELETE)$)[A-Za-z_]\w*(?:\.\w+)*")
_HOLDS = regex(
    r"\b(?:each|every|has|have|having|with|contains?|holds?|consists?|made (?:up )?of|keys?|fields?|propert(?:y|ies))\b"
)
"""Words that lead to what an object holds."""
_DEEPEST = 24
"""Most objects that a row can be nested in."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row as read, not yet placed in the object that it belongs to."""

    name: RowName
    property: Property
    remark: tuple[Span, ...]
    is_plain: bool = False
    """Whether it stands in its object's own table, so that only depth marks say what it is nested in."""
    told_under: str = ""
    """The heading that its type links to, below which the page lists the object's properties."""


@dataclass(slots=True)
class Node:
    """A property under construction, and the properties nested in it."""

    part: Part
    property: Property
    remark: tuple[Span, ...] = ()
    is_stated: bool = False
    children: dict[str, Node] = field(default_factory=dict)


def nested(rows: list[ReadRow], context: Context) -> dict[str, Node]:
    """The top-level properties by name, each with those nested in it. Reports rows with no object to stand in."""
    top: dict[str, Node] = {}
    open_rows: list[tuple[int, Node]] = []
    for row in rows:
        # Recursion depth follows the nesting, and input decides the nesting.
        if row.name.depth + len(row.name.parts) > _DEEPEST:
            message = f"`{row.name.written[:60]}` stands inside more than {_DEEPEST} objects"
            context.found(LIMIT_EXCEEDED, message, row.property.provenance.location, "name a schema of its own")
            continue
        while open_rows and open_rows[-1][0] >= row.name.depth:
            open_rows.pop()
        if row.name.depth and not open_rows:
            message = f"`{row.name.written}` is marked as part of a row above it, but there is none"
            context.found(UNREAD_TEXT, message, row.property.provenance.location, "name the object in front of it")
        around = open_rows[-1][1].children if open_rows and row.name.depth else top
        chain = _add(around, row, context)
        open_rows += [(row.name.depth + level, node) for level, node in enumerate(chain)]
    return top


def values_inside(rows: list[ReadRow], context: Context) -> Iterator[ReadRow]:
    """The rows of parameters, of which none can hold another: rows in one that is no object are its values.

    - `status`: filters by status
        - `open`: those that are open
        - `any`: all of them
    """
    for at, row in enumerate(rows):
        if row.name.depth and at:
            continue
        deeper = (end for end in range(at + 1, len(rows)) if rows[end].name.depth <= row.name.depth)
        inside = rows[at + 1 : next(deeper, len(rows))]
        yield _with_values(row, inside, context) if inside else row


def _with_values(row: ReadRow, inside: list[ReadRow], context: Context) -> ReadRow:
    one = row.property
    names = tuple(each.property.name for each in inside)
    told = " ".join(f"`{each.name.written}`: {each.property.description}" for each in inside)
    place = one.provenance.location
    are_values = len(inside) > 1 and all(each.property.schema == Primitive("any") for each in inside)
    if are_values and one.schema in (Primitive("any"), Primitive("string")):
        one = replace(one, schema=Enumeration(names))
    elif not isinstance(one.schema, Enumeration):
        message = f"`{one.name}` is a parameter, which holds no properties: {', '.join(f'`{name}`' for name in names)}"
        context.found(UNREAD_TEXT, message, place, "they are in its description")
    for each in inside:
        where = each.property.provenance.location
        context.drop_row(where)
    return replace(row, property=replace(one, description=f"{one.description} {told}".strip()))


def _add(around: dict[str, Node], row: ReadRow, context: Context) -> list[Node]:
    """Adds a row to the properties; returns the nodes from the outermost that its name mentions to its own."""
    *outer, last = row.name.parts
    chain: list[Node] = []
    for part in outer:
        node = around.get(part.name)
        if node is None:
            evidence = f"`{row.name.written}` at {row.property.provenance.location} names it"
            because = Provenance("inferred", row.property.provenance.location, evidence)
            # `receiver.street` implies an object `receiver` even if no row describes it.
            implied = replace(row.property, name=part.name, schema=Primitive("object"), required=False, description="")
            implied = replace(
                implied, inferred=(because,), mentions=(), default=None, example=None, is_required_known=False,
                required_in_practice=False, deprecated=False,
            )  # fmt: skip
            node = around[part.name] = Node(part, implied)
        # A later row `lines[].sku` shows that `lines` is an array after all.
        elif part.is_array and not node.part.is_array:
            node.part = part
        around = node.children
        chain.append(node)
    known = around.get(last.name)
    if known and known.is_stated:
        if not _says_the_same(known, row):
            message = f"`{row.name.written}` is already in this table"
            context.found(DUPLICATE_PROPERTY, message, row.property.provenance.location)
        return [*chain, known]
    children = known.children if known else {}
    node = around[last.name] = Node(last, row.property, row.remark, True, children)
    return [*chain, node]


def _says_the_same(known: Node, row: ReadRow) -> bool:
    one, other = known.property, row.property
    return (one.schema, one.required, plain(known.remark)) == (other.schema, other.required, plain(row.remark))


def build(nodes: dict[str, Node], context: Context) -> Object:
    """The object made of the properties, with the rules that their remarks state."""
    several = [node for node in nodes.values() if not node.part.is_any_key]
    names = frozenset(node.part.name for node in several)
    built = {node.part.name: _property(node, names, context) for node in several}
    properties = tuple(one.property for one in built.values())
    for node in nodes.values():
        if node.part.is_any_key and len(nodes) > 1:
            message = f"`{node.part.name}` stands for any key, beside keys that are named"
            context.found(UNREAD_TEXT, message, node.property.provenance.location)
    conditions: list[Condition] = []
    siblings = Siblings.of(properties)
    for node in several:
        one = built[node.part.name]
        conditions += read_conditions(one.property, node.remark, siblings, context.report, one.read)
    return Object(properties, distinct(conditions))


def _property(node: Node, siblings: frozenset[str], context: Context) -> Remark:
    said = with_remark(node.property, node.remark, siblings, context.report)
    one = said.property
    schema = one.schema
    if node.children:
        schema = _filled(schema, node, context)
    elif _is_open(schema):
        _report_contents(one, node.remark, siblings, context)
    if node.part.is_array and not isinstance(schema, Array):
        schema = Array(schema)
    return replace(said, property=replace(one, name=node.part.name, schema=schema))


def _is_open(schema: Schema) -> bool:
    """Whether it is an object, or a list of objects, whose properties no table states."""
    inner = schema.items if isinstance(schema, Array) else schema
    return isinstance(inner, Primitive) and inner.type == "object"


def _report_contents(one: Property, remark: tuple[Span, ...], siblings: frozenset[str], context: Context) -> None:
    """Reports that a remark names in words what an object holds: `Each has `id` and `ratio`.`"""
    for sentence in sentences(remark):
        names = [code.text.strip("` ") for code in sentence.codes]
        inner = [name for name in names if _NAME.fullmatch(name) and name not in siblings]
        if inner and _HOLDS.search(sentence.words):
            message = f"`{one.name}`: what it holds is named in words, and not read: {sentence.text!r}"
            context.found(UNREAD_TEXT, message, sentence.location, f"list it in rows such as `{one.name}.{inner[0]}`")
            return


def _filled(schema: Schema, node: Node, context: Context) -> Schema:
    """The type of a row that has nested rows: an object with these properties, or an array of such objects."""
    match schema:
        case Primitive(type="object" | "any"):
            return _inside(node, context)
        case Array(items):
            return replace(schema, items=_filled(items, node, context))
        case Union(members):
            at = next((index for index, one in enumerate(members) if _takes(one)), None)
            if at is not None:
                return Union((*members[:at], _filled(members[at], node, context), *members[at + 1 :]))
        case Map(values) if _takes(values):
            return Map(_filled(values, node, context))
    for location in _places(node):
        message = f"it stands inside `{node.property.name}`, whose type holds no properties of its own"
        context.found(UNREAD_TEXT, message, location, "make the row above an object, or name the other page's property")
    return schema


def _takes(schema: Schema) -> bool:
    match schema:
        case Primitive(type="object" | "any"):
            return True
        case Array(items):
            return _takes(items)
    return False


def _inside(node: Node, context: Context) -> Schema:
    only = next(iter(node.children.values()))
    if len(node.children) == 1 and only.part.is_any_key:
        return Map(_property(only, frozenset(), context).property.schema)
    return build(node.children, context)


def _places(node: Node) -> Iterator[Location]:
    for child in node.children.values():
        yield child.property.provenance.location
        yield from _places(child)
