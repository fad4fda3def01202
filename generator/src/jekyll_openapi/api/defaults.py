"""Converts default and example values from text to JSON values that fit the property's type."""

from decimal import Decimal

from jekyll_openapi.api.model import NULL, Array, Enumeration, Primitive, Sample, Schema, Union
from jekyll_openapi.api.tokens import Token, cleaned, tokens
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Span, plain

_BOOLEANS = {"true": True, "false": False}
FLAGS = {
    **_BOOLEANS, "on": True, "off": False, "yes": True, "no": False, "enabled": True, "disabled": False,
}  # fmt: skip
"""Words for a boolean, in a place where nothing but a boolean can stand."""


class UnfitValueError(Exception):
    """A value does not fit its property's type; the message says why."""


def read_sample(spans: tuple[Span, ...], schema: Schema, location: Location) -> Sample | None:
    """The value that a cell holds, or None for an empty cell; raises UnfitValueError."""
    found = tokens(spans)
    text = cleaned(plain(spans)).strip("` ")
    if not text or text == "-":
        return None
    return sample(found[0] if len(found) == 1 else Token("word", text), schema, location)


def sample(token: Token, schema: Schema, location: Location) -> Sample:
    """The value that a token names; raises UnfitValueError."""
    return Sample(_value(token, schema), location)


def _value(token: Token, schema: Schema) -> str | int | Decimal | bool | tuple[()] | None:
    match schema:
        case Union(members):
            return _of_any(token, members)
        case Enumeration(values):
            if token.text in values:
                return token.text
            raise UnfitValueError(f"`{token.text}` is none of the values")
        case Primitive(type="null"):
            if token.folded == "null":
                return None
        case Primitive(type="boolean"):
            if token.folded in FLAGS and FLAGS[token.folded] in (schema.values or (True, False)):
                return FLAGS[token.folded]
        case Primitive(type="number" | "integer"):
            return _number(token, schema)
        case Primitive(type="string"):
            return _text(token, schema)
        case Array():
            if token.text.replace(" ", "") == "[]" or token.folded in ("empty", "empty list", "empty array"):
                return ()
        case Primitive(type="any"):
            return token.text if token.kind == "value" else _bare(token)
        case _:
            pass
    raise UnfitValueError(f"`{token.text}` is not a value of the type")


def _of_any(token: Token, members: tuple[Schema, ...]) -> str | int | Decimal | bool | tuple[()] | None:
    if token.folded == "null" and token.kind != "value" and NULL in members:
        return None
    for member in members:
        try:
            return _value(token, member)
        except UnfitValueError:
            continue
    raise UnfitValueError(f"`{token.text}` is not a value of any of its types")


def _number(token: Token, schema: Primitive) -> int | Decimal:
    number = token.number if token.kind == "number" else None
    if number is None or (schema.type == "integer" and number % 1):
        raise UnfitValueError(f"`{token.text}` is not {'an' if schema.type == 'integer' else 'a'} {schema.type}")
    ends = (
        schema.minimum is not None and number < schema.minimum,
        schema.maximum is not None and number > schema.maximum,
        schema.above is not None and number <= schema.above,
        schema.below is not None and number >= schema.below,
    )
    # Validators divide as floats, and find 0.07 to be no multiple of 0.01.
    step = schema.multiple_of
    if schema.values and number not in schema.values:
        raise UnfitValueError(f"{number} is none of the values")
    if any(ends) or (step is not None and (number % step or (float(number) / float(step)) % 1)):
        raise UnfitValueError(f"{number} is outside the limits")
    return int(number) if number == number.to_integral_value() else number


def _text(token: Token, schema: Primitive) -> str:
    length = len(token.text)
    if token.folded == "null" and token.kind != "value":
        raise UnfitValueError("null is not a string")
    if length > (schema.max_length or length) or length < (schema.min_length or 0):
        raise UnfitValueError(f"`{token.text}` is outside the limits")
    return token.text


def _bare(token: Token) -> str | int | Decimal | bool | None:
    """The value of an unquoted token, typed by its looks: `true`, `null`, `12`, or else a string."""
    if token.folded in _BOOLEANS or token.folded == "null":
        return _BOOLEANS.get(token.folded)
    number = token.number if token.kind == "number" else None
    if number is None:
        return token.text
    return int(number) if number == number.to_integral_value() else number
