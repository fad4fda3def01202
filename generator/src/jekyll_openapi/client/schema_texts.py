"""What docstrings say of schemas: the description's text, the API's name, the limits, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

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
"""Words that a general sentence has where the summary names the entity."""
_WORD = re.compile(r"[\w-]+")
FORMATS = {"date-time": "date and time with a zone"}


def described(schema: Schema, wire: str = "", page: str = "") -> str:
    """What is said of a schema, or of a property under the name `wire`."""
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
    """`line 18` for a place on the same page as `page`; any other place as it is."""
    name, _, line = source.rpartition(":")
    return f"line {line}" if name and name == page.rpartition(":")[0] else source


def limits(schema: Schema) -> Iterator[str]:
    """The format and the bounds of a value, and what the service takes where nothing is given."""
    if "format" in schema:
        yield FORMATS.get(str(schema["format"]), str(schema["format"]))
    for key, text in LIMITS.items():
        if key in schema:
            yield "not empty" if (key, schema[key]) in NOT_EMPTY else text.format(schema[key])
    if "default" in schema:
        yield f"default {one_line(repr(schema['default']))}"


def without_repetition(summary: str, description: str) -> str:
    """The description without a first sentence that says no more than the summary, such as one about any entity."""
    first, dot, rest = description.partition(". ")
    new = set(_WORD.findall(first.casefold())) - set(_WORD.findall(summary.casefold()))
    return (rest if dot else "") if new <= EMPTY_WORDS else description


def one_line(text: str) -> str:
    """The text without line breaks."""
    return " ".join(text.split())
