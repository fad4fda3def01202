"""Writes types in the notation of type cells. `types.read_type` reads the text back as the same type."""

from decimal import Decimal
from typing import assert_never

from jekyll_openapi.api.model import Array, Enumeration, Map, Object, Primitive, Ref, Schema, Union


def show(schema: Schema) -> str:
    """The schema as a type cell would state it."""
    match schema:
        case Primitive():
            return _show_primitive(schema)
        case Enumeration(values):
            return "string enum, " + " ".join(f'`"{value}"`' for value in values)
        case Array(items):
            ends = _show_range(schema.min_items, schema.max_items, " items")
            return f"Array<{show(items)}>{ends}"
        case Map(values):
            return f"Map<string, {show(values)}>"
        case Union(members):
            return " or ".join(map(show, members))
        case Ref(name):
            return f"`{name}`"
        case Object():
            return "object"
        case _:
            assert_never(schema)


def _show_primitive(schema: Primitive) -> str:
    if schema.type in ("any", "null"):
        return "JSON" if schema.type == "any" else "null"
    unit = " chars" if schema.type == "string" else ""
    if schema.type == "string":
        word = {"date-time": "Date string", "": "string"}.get(schema.format, f"string, `{schema.format}`")
    else:
        word = f"number, `{schema.format}`" if schema.format else {"integer": "int"}.get(schema.type, schema.type)
    low, high = (schema.min_length, schema.max_length) if unit else (schema.minimum, schema.maximum)
    ends = _show_range(low, high, unit)
    ends += "".join(f" {sign} {end}" for sign, end in ((">", schema.above), ("<", schema.below)) if end is not None)
    ends += "" if schema.multiple_of is None else f" multiple of {schema.multiple_of:f}"
    ends += f" pattern `{schema.pattern}`" if schema.pattern else ""
    return f"{word}{ends}" + (", one of " + ", ".join(map(_show_value, schema.values)) if schema.values else "")


def _show_value(value: int | Decimal | bool) -> str:
    return str(value).lower()


def _show_range(low: object, high: object, unit: str) -> str:
    if low is None and high is None:
        return ""
    if low is None or high is None:
        return f" {'<=' if low is None else '>='} {high if low is None else low}{unit}"
    return f" [{low}..{high}]{unit}"
