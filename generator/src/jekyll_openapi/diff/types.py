"""The type of a schema, and whether another one takes in more or less."""

from dataclasses import dataclass
from typing import Any, Literal

from jekyll_openapi.diff.spot import Spot

Relation = Literal["equal", "narrower", "wider", "different"]

_ANY = frozenset({"null", "boolean", "number", "string", "array", "object"})
_WIDTHS = {("integer", "int32"): 1, ("integer", "int64"): 2, ("integer", ""): 3, ("number", "float"): 4}
_WIDEST = 5
_OWN_CLASS = {"date-time", "date", "uuid", "binary"}
"""Formats whose values Python code does not get as text."""


@dataclass(frozen=True, slots=True)
class Type:
    """What can be a value, as far as its JSON type and format tell."""

    bases: frozenset[str]
    """JSON types; an integer is a number."""
    width: int
    """The more, the more numbers."""
    format: str
    """Of strings."""
    is_enumerated: bool
    is_model: bool
    """An object whose properties are known, which is a class in Python."""


def type_of(spot: Spot) -> Type:
    """The type of a schema, references followed."""
    inner, is_nullable = without_null(spot.resolved())
    schema = inner.resolved().value
    stated = schema.get("type")
    named = [stated] if isinstance(stated, str) else stated or _implied(schema)
    bases = frozenset("number" if one == "integer" else one for one in named)
    form = str(schema.get("format", ""))
    kind = "number" if "number" in named else "integer"
    return Type(
        bases | {"null"} if is_nullable else bases,
        _WIDTHS.get((kind, form), _WIDEST if kind == "number" else _WIDTHS["integer", ""]),
        form if "string" in named else "",
        "enum" in schema or "const" in schema,
        "properties" in schema,
    )


def relation(old: Type, new: Type) -> Relation:
    """How the new type stands to the old one."""
    if old.is_model != new.is_model:
        return "different"
    parts: set[Relation] = {_sets(old.bases, new.bases), _order(new.is_enumerated, old.is_enumerated)}
    if "number" in old.bases & new.bases:
        parts.add(_order(old.width, new.width))
    if "string" in old.bases & new.bases and old.format != new.format:
        parts.add(_formats(old.format, new.format))
    parts.discard("equal")
    return "equal" if not parts else parts.pop() if len(parts) == 1 else "different"


def _sets(old: frozenset[str], new: frozenset[str]) -> Relation:
    return "equal" if old == new else "narrower" if new < old else "wider" if new > old else "different"


def _order(old: int, new: int) -> Relation:
    return "equal" if old == new else "narrower" if new < old else "wider"


def _formats(old: str, new: str) -> Relation:
    if {old, new} & _OWN_CLASS or (old and new):
        return "different"
    return "narrower" if new else "wider"


def text_of(spot: Spot) -> str:
    """The type in words: `OrderType`, `integer (int64)`, `list of Account`."""
    if spot.reference:
        return spot.reference
    inner, is_nullable = without_null(spot)
    if inner is not spot:
        return f"{text_of(inner)} or null"
    stated = spot.get("type")
    text = " or ".join([stated] if isinstance(stated, str) else stated or []) or "any value"
    if text == "array":
        text = f"list of {text_of(spot.below('items'))}"
    text += f" ({spot.get('format')})" if "format" in spot.value else ""
    text += f", one of {len(spot.get('enum'))} values" if "enum" in spot.value else ""
    return f"{text} or null" if is_nullable else text


def without_null(spot: Spot) -> tuple[Spot, bool]:
    """The schema inside `anyOf: [..., {type: null}]`, or the schema itself; and whether null is allowed beside it."""
    members = spot.get("anyOf", [])
    others = [index for index, one in enumerate(members) if one != {"type": "null"}]
    if len(others) == 1 and len(members) == 2:
        return spot.into("anyOf", others[0]), True
    return spot, spot.get("nullable") is True


def _implied(schema: dict[str, Any]) -> frozenset[str]:
    """The types that a schema without `type` leaves."""
    values = schema.get("enum", [schema["const"]] if "const" in schema else None)
    if values is None:
        return _ANY
    return frozenset(_JSON.get(type(value), "number") for value in values)


_JSON = {str: "string", bool: "boolean", type(None): "null", list: "array", dict: "object"}
