"""Compares the types of two shapes, and writes types in words."""

from typing import Literal

from jekyll_openapi.diff.cursor import Cursor
from jekyll_openapi.diff.normal_form import reference_of, shape_of
from jekyll_openapi.diff.shape import TYPES, Shape, Typed, validity

Relation = Literal["equal", "narrower", "wider", "different"]

_WIDTHS = {(True, "int32"): 1, (True, "int64"): 2, (True, ""): 3, (False, "int32"): 1, (False, "int64"): 2}
_FLOAT, _WIDEST = 4, 5
_OWN_CLASS = {"date-time", "date", "uuid", "binary"}
"""Formats whose values the client does not return as strings."""


def relation(old: Shape, new: Shape) -> Relation:
    """Whether the new types allow the same values, fewer, more, or others; limits are ignored."""
    before, after = frozenset(old.types), frozenset(new.types)
    parts: set[Relation] = {_sets(before, after)}
    for kind in before & after:
        parts |= _relations(kind, old.types[kind], new.types[kind])
    parts.discard("equal")
    return "equal" if not parts else parts.pop() if len(parts) == 1 else "different"


def _relations(kind: str, old: Typed, new: Typed) -> set[Relation]:
    found: set[Relation] = {_order(new.values is not None, old.values is not None)}
    for listed, limits in ((old, new), (new, old)):
        if listed.values is not None and limits.values is None:
            # A value that cannot be tried counts as one that does not fit.
            found |= set() if all(validity(listed.values, limits).values()) else {"different"}
    if old.values is None and new.values is None:
        if kind == "number":
            found.add(_order(_width(old), _width(new)))
        if kind == "string":
            found.add(_sets(_formats(new), _formats(old)))
    return found


_IMPLIED = {
    "uri": {"uri-reference", "iri", "iri-reference"},
    "uri-reference": {"iri-reference"},
    "iri": {"iri-reference"},
    "email": {"idn-email"},
    "hostname": {"idn-hostname"},
}
"""Format -> weaker formats that its values have as well."""


def _formats(typed: Typed) -> frozenset[str]:
    stated = set(typed.sets.get("format", {}))
    return frozenset(stated.union(*(_IMPLIED.get(one, ()) for one in stated)))


def has_other_class(old: Shape, new: Shape) -> bool:
    """Whether the client returns values of another Python class although the JSON is the same."""
    if "string" in old.types and "string" in new.types:
        before, after = (set(one.types["string"].sets.get("format", {})) & _OWN_CLASS for one in (old, new))
        if before != after:
            return True
    if "object" in old.types and "object" in new.types:
        return bool(old.types["object"].properties) != bool(new.types["object"].properties)
    return False


def _width(typed: Typed) -> int:
    """A number that grows with the range of the number format."""
    formats = typed.sets.get("width", {})
    stated = (_WIDTHS.get((typed.is_integer, form), _FLOAT if form == "float" else 0) for form in formats)
    known = [one for one in stated if one]
    return min(known) if known else _WIDTHS[True, ""] if typed.is_integer else _WIDEST


def _sets(old: frozenset[str], new: frozenset[str]) -> Relation:
    return "equal" if old == new else "narrower" if new < old else "wider" if new > old else "different"


def _order(old: int, new: int) -> Relation:
    return "equal" if old == new else "narrower" if new < old else "wider"


def text_of(cursor: Cursor) -> str:
    """The type in words: `OrderType`, `integer (int64)`, `list of Account`."""
    return text_of_all((cursor,))


_DEEPEST = 3
"""Most levels of nested lists that are written out."""


def text_of_all(cursors: tuple[Cursor, ...], depth: int = _DEEPEST) -> str:
    """The type of a conjunction of schemas in words."""
    if len(cursors) == 1:
        name, is_nullable = reference_of(cursors[0])
        if name:
            return f"{name} or null" if is_nullable else name
    return text_of_shape(shape_of(cursors), depth)


def text_of_shape(shape: Shape, depth: int = _DEEPEST) -> str:
    """The types of a shape in words."""
    if len(shape.types) == len(TYPES):
        return f"one of {len(shape.alternatives[0].members)} alternatives" if shape.alternatives else "any value"
    if not shape.types:
        return "no value"
    return " or ".join(
        _words(kind, one, depth) for kind, one in sorted(shape.types.items(), key=lambda one: one[0] == "null")
    )


def _words(kind: str, typed: Typed, depth: int) -> str:
    name = "integer" if kind == "number" and typed.is_integer else kind
    if kind == "array":
        items = typed.schemas.get("items")
        return f"list of {_inner(items, depth) if items else 'any value'}"
    if kind == "object" and not typed.properties and typed.rest:
        return f"map of {_inner(typed.rest, depth)}"
    form = next(iter(typed.sets.get("width" if kind == "number" else "format", {})), "")
    name += f" ({form})" if form else ""
    return f"{name}, one of {len(typed.values)} values" if typed.values is not None else name


def _inner(cursors: tuple[Cursor, ...], depth: int) -> str:
    """The item type of a list or map in words, shortened at some depth."""
    return text_of_all(cursors, depth - 1) if depth else "..."
