"""What docstrings say of schemas: the API's name, the limits, the description's text, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from jekyll_openapi.runtime.schemas import Schema

LIMITS = (
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
)


def described(schema: Schema, wire: str = "") -> str:
    """`orderId`, int64, what is said of it, and where."""
    said = [f"`{wire}`", *limits(schema)] if wire else []
    text = one_line(str(schema.get("description", "")))
    source = schema.get("x-source")
    head = f"{', '.join(said)}. " if said else ""
    return f"{head}{text}".rstrip() + (f" ({source})" if source else "")


def limits(schema: Schema) -> Iterator[str]:
    """The format and the bounds of a value, and what the service takes where nothing is given."""
    if "format" in schema:
        yield str(schema["format"])
    yield from (f"{key} {schema[key]}" for key in LIMITS if key in schema)
    if "default" in schema:
        yield f"{one_line(repr(schema['default']))} where it is left out"


def one_line(text: str) -> str:
    """The text without line breaks."""
    return " ".join(text.split())
