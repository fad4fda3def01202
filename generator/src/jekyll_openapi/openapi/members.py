"""Names the members of enumerations: `STOP_LIMIT` for `StopLimit`."""

import keyword
import unicodedata
from collections.abc import Mapping
from typing import Any

from jekyll_openapi.openapi.identifiers import words
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.naming import Wish, assigned, digest

_WORDS = frozenset({"is_known", "mro", "name", "names", "read", "value", "values"})
"""Attributes that an enumeration class has besides its members."""
_STATED = ("x-enum-varnames", "x-enumNames")
"""Extensions in which descriptions name the values."""
_MOST_MARKS = 4


def member_names(schema: Json, released: Mapping[str | int, str]) -> dict[str | int, str]:
    """Value -> member name."""
    values: list[str | int] = schema["enum"]
    stated: list[Any] = next((schema[key] for key in _STATED if isinstance(schema.get(key), list)), values)
    shown = stated if len(stated) == len(values) and all(isinstance(one, str) for one in stated) else values
    wishes = {value: _wish(value, one) for value, one in zip(values, shown, strict=True)}
    kept = {value: released[value] for value in values if value in released}
    return assigned(wishes, kept, _WORDS, fold=str)


def _wish(value: str | int, shown: str | int) -> Wish:
    name = _member(shown)
    apart = f"{name}_{digest(repr(value))}"
    is_name = isinstance(value, str) and value.isidentifier() and value.isascii() and not value.startswith("_")
    is_free = is_name and not keyword.iskeyword(str(value)) and not hasattr(str, str(value)) and value not in _WORDS
    return Wish(name, str(value) if is_free else apart, apart, repr(value))


def _member(value: str | int) -> str:
    if isinstance(value, int):
        return f"VALUE_{value}" if value >= 0 else f"VALUE_MINUS_{-value}"
    made = unicodedata.normalize("NFKC", "_".join(words(value)).upper())
    if made and made.isidentifier() and not made.startswith("_"):
        return made
    if made and f"VALUE_{made}".isidentifier():
        return f"VALUE_{made.strip('_')}"
    if not value.strip():
        return "EMPTY" if not value else "BLANK"
    marks = [unicodedata.name(mark, "") for mark in value if not mark.isspace()]
    if len(marks) > _MOST_MARKS or not all(marks):
        return f"VALUE_{digest(value)}"
    said = "_".join(marks).replace(" ", "_").replace("-", "_")
    return said if said.isidentifier() else f"VALUE_{digest(value)}"
