"""Infers schemas and parameters from sample values in scripts."""

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.model import Array, Object, Primitive, Property, Provenance, Schema, stated
from jekyll_openapi.pages.document import ArrayLiteral, Entry, JsonText, ObjectLiteral, Opaque, Scalar, Value
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace
from jekyll_openapi.rules import UNREADABLE_TRYIT

_DATE_PART = regex(
    r"[\w.]+(?:\(\))?\.get(?:UTC)?(?:Date|Day|Month|FullYear|Year|Hours|Minutes|Seconds|Milliseconds|Time)\(\)"
    r"(?: ?[+-] ?\d+)?"
)
"""Matches `date.getMonth() + 1`, an integer whatever the date."""


def sample_object(literal: ObjectLiteral, context: Context) -> Object:
    """An object type with the keys of the literal, each with the type that its value shows."""
    named = named_entries(literal, context)
    return Object(tuple(sample_property(name, entry, context) for name, entry in named.items()))


def named_entries(literal: ObjectLiteral, context: Context) -> dict[str, Entry]:
    """Name -> the entry that counts for it: as in JavaScript, the last. What is spread into the literal has no name."""
    named = {parameter_name(entry, context): entry for entry in literal.entries if entry.key != "..."}
    return {name: entry for name, entry in named.items() if name}


def in_query(literal: ObjectLiteral, context: Context) -> ObjectLiteral:
    """The literal as a query string can hold it. Nested objects are reported and become values of unknown type."""
    return replace(literal, entries=tuple(_flat(entry, context) for entry in literal.entries))


def _flat(entry: Entry, context: Context) -> Entry:
    value = entry.value
    first = value.items[0] if isinstance(value, ArrayLiteral) and value.items else value
    if not isinstance(first, ObjectLiteral):
        return entry
    message = f"`{parameter_name(entry, context)}` is an object, which a query cannot carry"
    context.found(UNREADABLE_TRYIT, message, value.location, "its type stays open")
    return replace(entry, value=Scalar(None, value.location))


def parameter_name(entry: Entry, context: Context) -> str:
    """The key without the mark that makes it optional."""
    return entry.key.strip().removeprefix(context.dialect.optional_key).strip()


def is_commented_out(entry: Entry, context: Context) -> bool:
    """Whether the page shows the parameter as optional."""
    return entry.key.strip().startswith(context.dialect.optional_key)


def report_hidden(literal: ObjectLiteral, context: Context) -> None:
    """Reports texts that hold JSON where the call is not shown as an example: nothing else says what they hold."""
    if unread := next(_opaque(literal), None):
        for value in (entry.value for entry in literal.entries if isinstance(entry.value, JsonText)):
            if not next(_opaque(value.value), None):
                message = f"the text is not shown as an example, since `{_shortened(unread.text)}` is not a literal"
                context.found(UNREADABLE_TRYIT, message, value.location, "write a literal")


def sample_property(name: str, entry: Entry, context: Context) -> Property:
    """A property with the type of the sample value."""
    schema = _schema(entry.value, context)
    says_nothing = isinstance(schema, Primitive) and schema.type == "any"
    evidence = Provenance("inferred", entry.location, f"the sample value at {entry.value.location}")
    inferred = () if says_nothing else (evidence,)
    # A key that is commented out is shown as one that may be left out; the others may be required or not.
    is_known = is_commented_out(entry, context)
    return Property(name, schema, stated(entry.location), inferred=inferred, is_required_known=is_known)


def _schema(value: Value, context: Context) -> Schema:
    match value:
        case Scalar():
            return _scalar(value)
        case ArrayLiteral(items):
            return Array(_schema(items[0], context) if items else Primitive("any"))
        case ObjectLiteral():
            return sample_object(value, context)
        case JsonText(inner, location):
            if unread := next(_opaque(inner), None):
                message = f"the text is not shown as an example, since `{_shortened(unread.text)}` is not a literal"
                context.found(UNREADABLE_TRYIT, message, location, "write a literal")
            return Primitive("string")
        case Opaque(text) if _DATE_PART.fullmatch(" ".join(text.split())):
            return Primitive("integer")
        case Opaque(text, location):
            message = f"`{_shortened(text)}` is not a literal"
            context.found(UNREADABLE_TRYIT, message, location, "its type stays open")
            return Primitive("any")
        case _:
            assert_never(value)


def _opaque(value: Value) -> Iterator[Opaque]:
    """The expressions in a literal, outside strings of JSON, whose values are not on the page."""
    match value:
        case Opaque():
            yield value
        case ArrayLiteral(items):
            yield from (one for item in items for one in _opaque(item))
        case ObjectLiteral(entries):
            yield from (one for entry in entries for one in _opaque(entry.value))


def _scalar(sample: Scalar) -> Primitive:
    if sample.is_date:
        return Primitive("string", "date-time")
    match sample.value:
        case bool():
            return Primitive("boolean")
        case str():
            return Primitive("string")
        case Decimal():
            # Only a value with a decimal point proves that it is no integer.
            return Primitive("number", "double")
        case int():
            return Primitive("number")
        case None:
            return Primitive("any")
        case _:
            assert_never(sample.value)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:57] + "..."
