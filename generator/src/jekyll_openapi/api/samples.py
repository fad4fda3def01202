"""Infers schemas and parameters from sample values in scripts and in example answers.

Several samples of one thing, such as two answers or the items of a list, make one type that admits all of them: what
one of two objects lacks may be absent, a value that is null in one may be null.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import assert_never

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.formats import united
from jekyll_openapi.api.model import NULL, Array, Object, Primitive, Property, Provenance, Schema, stated
from jekyll_openapi.pages.document import ArrayLiteral, Entry, JsonText, ObjectLiteral, Opaque, Scalar, Value
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace
from jekyll_openapi.rules import UNREADABLE_TRYIT

_ANY = Primitive("any")
_DATE_PART = regex(
    r"[\w.]+(?:\(\))?\.get(?:UTC)?(?:Date|Day|Month|FullYear|Year|Hours|Minutes|Seconds|Milliseconds|Time)\(\)"
    r"(?: ?[+-] ?\d+)?"
)
"""Matches `date.getMonth() + 1`, an integer whatever the date."""


def sample_object(literals: Sequence[ObjectLiteral], context: Context) -> Object:
    """An object type with the keys of the literals, each with the type that its values show."""
    each = [named_entries(literal, context) for literal in literals]
    names = dict.fromkeys(name for entries in each for name in entries)
    shown = ((name, [entries[name] for entries in each if name in entries]) for name in names)
    return Object(
        tuple(sample_property(name, found, context, is_absent=len(found) < len(each)) for name, found in shown)
    )


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


def sample_property(name: str, entries: Sequence[Entry], context: Context, *, is_absent: bool = False) -> Property:
    """A property with the type of its sample values. With `is_absent`, a sample lacks it."""
    schema = _schema_of_all([one.value for one in entries], context)
    telling = next((one for one in entries if _scalar_value(one.value) is not None), entries[0])
    evidence = Provenance("inferred", telling.location, f"the sample value at {telling.value.location}")
    inferred = () if schema == _ANY else (evidence,)
    # A key that is commented out is shown as one that may be left out; the others may be required or not.
    is_known = is_absent or any(is_commented_out(one, context) for one in entries)
    return Property(name, schema, stated(entries[0].location), inferred=inferred, is_required_known=is_known)


def _schema_of_all(values: Sequence[Value], context: Context) -> Schema:
    """The type that admits all of the sample values."""
    told = [one for one in values if _scalar_value(one) is not None]
    # What no literal shows says nothing against those that do: `[{"size": 1}, other]`.
    told = [one for one in told if not isinstance(one, Opaque)] or told
    objects = [one for one in told if isinstance(one, ObjectLiteral)]
    arrays = [one for one in told if isinstance(one, ArrayLiteral)]
    members = [_schema(one, context) for one in told if not isinstance(one, ObjectLiteral | ArrayLiteral)]
    for wide in (Primitive("string"), Primitive("number", "double")):
        if wide in members:  # a text that is no date, a number that is no integer
            members = [one for one in members if not isinstance(one, Primitive) or one.type != wide.type or one == wide]
    members += [sample_object(objects, context)] if objects else []
    members += [Array(_schema_of_all([item for one in arrays for item in one.items], context))] if arrays else []
    if not members:
        return _ANY
    return united([*members, *([NULL] if any(_scalar_value(one) is None for one in values) else [])])


def _scalar_value(value: Value) -> object:
    """Something that is None for null alone."""
    return value.value if isinstance(value, Scalar) else value


def _schema(value: Scalar | JsonText | Opaque, context: Context) -> Schema:
    """The type of a sample that is neither an object nor a list."""
    match value:
        case Scalar():
            return _scalar(value)
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
