"""Words for schema violations. For requests they show the value and suggest a correction, for answers they do not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from .errors import Problem
from .lines import one_line

LONGEST = 60
"""Characters of a value that are shown; longer names get no suggestion."""
MOST_VALUES = 12
"""How many values of an enumeration are listed."""

FORMATS = {"date-time": "date and time with a zone, as in 2026-01-31T15:30:00Z", "date": "date, as in 2026-01-31"}
TYPES = {
    "integer": "an integer",
    "number": "a number",
    "string": "a string",
    "boolean": "True or False",
    "object": "a mapping",
    "array": "a list",
    "null": "None",
}

ANSWERS: Mapping[str, Callable[[Any], str]] = {
    "enum": lambda wanted: "is not one of " + ", ".join(map(str, wanted)),
    "const": lambda wanted: f"is not {wanted}",
    "format": lambda wanted: f"is not a {FORMATS.get(wanted, wanted)}",
    "maxLength": lambda wanted: f"is longer than {wanted} characters",
    "minLength": lambda wanted: f"is shorter than {wanted} characters",
    "maximum": lambda wanted: f"is greater than {wanted}",
    "minimum": lambda wanted: f"is less than {wanted}",
    "exclusiveMaximum": lambda wanted: f"is not less than {wanted}",
    "exclusiveMinimum": lambda wanted: f"is not greater than {wanted}",
    "multipleOf": lambda wanted: f"is not a multiple of {wanted}",
    "maxItems": lambda wanted: f"has more than {wanted} items",
    "minItems": lambda wanted: f"has fewer than {wanted} items",
    "uniqueItems": lambda wanted: "repeats an item",
    "pattern": lambda wanted: f"does not match the pattern {wanted}",
    "type": lambda wanted: f"is not of type {wanted}",
    "required": lambda wanted: "is missing",
    "additionalProperties": lambda wanted: "is not known",
}
"""Message by keyword; each function gets what the schema says under the keyword."""
REQUESTS: Mapping[str, Callable[[Any], str]] = {
    "enum": lambda wanted: f"must be {one_of(wanted)}",
    "const": lambda wanted: f"must be {shown(wanted)}",
    "format": lambda wanted: f"must be a {FORMATS.get(wanted, wanted)}",
    "maxLength": lambda wanted: f"must be at most {_count(wanted, 'character')} long",
    "minLength": lambda wanted: f"must be at least {_count(wanted, 'character')} long" if wanted > 1 else NOT_EMPTY,
    "maximum": lambda wanted: f"must be at most {_number(wanted)}",
    "minimum": lambda wanted: f"must be at least {_number(wanted)}",
    "exclusiveMaximum": lambda wanted: f"must be less than {_number(wanted)}",
    "exclusiveMinimum": lambda wanted: f"must be greater than {_number(wanted)}",
    "multipleOf": lambda wanted: f"must be a multiple of {_number(wanted)}",
    "maxItems": lambda wanted: f"must have at most {_count(wanted, 'item')}",
    "minItems": lambda wanted: f"must have at least {_count(wanted, 'item')}",
    "uniqueItems": lambda wanted: "must not repeat an item",
    "pattern": lambda wanted: f"must match the pattern {wanted}",
    "type": lambda wanted: f"must be {_type(wanted)}",
    "anyOf": lambda wanted: "must match one of the described alternatives",
    "oneOf": lambda wanted: "must match exactly one of the described alternatives",
}
NOT_EMPTY = "must not be empty"


def of_answer(keyword: str, wanted: object, value: object) -> str:
    """The problem of a value in an answer, without the value."""
    if value is None and keyword in ("type", "enum", "const"):
        return "is null"
    return ANSWERS[keyword](wanted) if keyword in ANSWERS else f"breaks {keyword or 'the schema'}"


def of_request(keyword: str, wanted: Any, value: object, is_secret: bool) -> str:
    """The problem of a value in a request, with the value unless it is secret."""
    if keyword not in REQUESTS:
        return f"breaks {keyword or 'the schema'}"
    got = "" if is_secret else f", got {shown(value)}"
    texts = [one for one in wanted if isinstance(one, str)] if keyword == "enum" else []
    return f"{REQUESTS[keyword](wanted)}{got}{'' if is_secret else meant(str(value), texts, shown)}"


def not_known(name: str, known: Iterable[str]) -> str:
    """The problem of an unknown property, with a suggestion."""
    return f"is not known{meant(name, known, lambda one: f'`{one}`')}"


def meant(text: str, known: Iterable[str], show: Callable[[str], str]) -> str:
    """` (did you mean ...?)`, or empty if nothing known is similar."""
    if len(text) > LONGEST:
        return ""
    by_shape = {_shape(one): one for one in known if len(one) <= LONGEST}
    found = get_close_matches(_shape(text), by_shape, 1, 0.65)
    return f" (did you mean {show(by_shape[found[0]])}?)" if found and by_shape[found[0]] != text else ""


def told(problem: Problem, names: Mapping[str, str], docs_url: str) -> Problem:
    """The problem with the caller's keyword and a link to the page."""
    wire = next((one for one in names if _is_in(problem.field, one)), "")
    name = names[wire] + problem.field[len(wire) :] if wire else ""
    return replace(problem, name=name, link=link(problem.source, docs_url))


def link(source: str, docs_url: str) -> str:
    """URL of a page at a line; empty if the pages are not online.

    `docs_url` is a prefix for the page's name, or a template with `{page}` and optionally `{line}`.
    """
    page, _, line = source.rpartition(":")
    if not docs_url or not page or not line.isdigit():
        return ""
    if "{page}" in docs_url:
        return docs_url.replace("{page}", page).replace("{line}", line)
    return f"{docs_url.rstrip('/')}/{page}#L{line}"


def _is_in(field: str, name: str) -> bool:
    """Whether the path starts with the name."""
    return field == name or field.startswith((f"{name}.", f"{name}["))


def one_of(values: Iterable[object]) -> str:
    """Such as `'Buy' or 'Sell'`."""
    texts = [shown(one) for one in values]
    if len(texts) > MOST_VALUES:
        return f"one of {', '.join(texts[:MOST_VALUES])} and {len(texts) - MOST_VALUES} others"
    return " or ".join(filter(None, (", ".join(texts[:-1]), texts[-1]))) if texts else "nothing"


def shown(value: object) -> str:
    """The value as Python writes it, shortened if long."""
    if isinstance(value, dict | list):
        return f"a {'mapping' if isinstance(value, dict) else 'list'} of {len(value)}"
    text = repr(value[: LONGEST + 1] if isinstance(value, str) else value) if _is_plain(value) else str(value)
    return one_line(text, LONGEST)


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, str | bool | int | float)


def _shape(name: str) -> str:
    """Equal for `expire_time` and `expireTime`."""
    return name.casefold().replace("_", "").replace("-", "")


def _type(wanted: object) -> str:
    """JSON types by their Python names."""
    names = wanted if isinstance(wanted, list) else [wanted]
    return " or ".join(TYPES.get(str(one), str(one)) for one in names)


def _count(number: Any, what: str) -> str:
    """Such as `1 item`, `2 items`."""
    return f"{_number(number)} {what}{'' if number == 1 else 's'}"


def _number(value: object) -> str:
    """A bound without a trailing `.0`."""
    return f"{value:g}" if isinstance(value, float) else str(value)
