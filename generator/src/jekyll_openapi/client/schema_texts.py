"""Texts about schemas for docstrings: description, API name, limits and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jekyll_openapi.patterns import regex
from jekyll_openapi.runtime.schemas import Schema

LIMITS: Mapping[str, str] = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "exclusiveMinimum": "greater than {}",
    "exclusiveMaximum": "less than {}",
    "multipleOf": "a multiple of {}",
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "pattern": "matches {}",
    "minItems": "at least {} items",
    "maxItems": "at most {} items",
}
NOT_EMPTY = {("minLength", 1), ("minItems", 1)}
EMPTY_WORDS = frozenset({"a", "an", "the", "of", "this", "type", "entity", "entities"})
"""Words ignored when comparing a sentence with a summary."""
_WORD = regex(r"[\w-]+")
FORMATS = {"date-time": "date and time with a zone"}


def described(schema: Schema, wire: str = "", page: str = "") -> str:
    """The text about a schema, or about a property with the API name `wire`."""
    return stated(schema, wire, near(str(schema.get("x-source") or ""), page), limited=bool(wire))


def stated(schema: Schema, wire: str, source: str, notes: Iterable[str] = (), *, limited: bool = True) -> str:
    """``Number of contracts. (`orderQty`, int32, greater than 0; order.md:18)``."""
    facts = [f"`{wire}`"] if wire else []
    facts += [*(limits(schema) if limited else ()), *notes]
    text = one_line(str(schema.get("description", "")))
    if not text:
        return f"{', '.join(facts)}{f' ({source})' if source else ''}".strip()
    behind = "; ".join(filter(None, (", ".join(facts), source)))
    return f"{text} ({behind})" if behind else text


def near(source: str, page: str) -> str:
    """`line 18` for a place on `page` itself; any other place unchanged."""
    name, _, line = source.rpartition(":")
    return f"line {line}" if name and name == page.rpartition(":")[0] else source


def limits(schema: Schema) -> Iterator[str]:
    """Format, bounds and default of a value, as text."""
    if "format" in schema:
        yield FORMATS.get(str(schema["format"]), str(schema["format"]))
    for key, text in LIMITS.items():
        if key in schema:
            yield "not empty" if (key, schema[key]) in NOT_EMPTY else text.format(schema[key])
    if "default" in schema:
        yield f"default {one_line(repr(schema['default']))}"


def without_repetition(summary: str, description: str) -> str:
    """The description without a first sentence that only repeats the summary."""
    first, dot, rest = description.partition(". ")
    new = set(_WORD.findall(first.casefold())) - set(_WORD.findall(summary.casefold()))
    return (rest if dot else "") if new <= EMPTY_WORDS else description


def one_line(text: str) -> str:
    """The text without line breaks."""
    return " ".join(text.split())
