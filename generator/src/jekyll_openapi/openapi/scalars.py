"""Converts plain YAML scalars: words and numbers."""

import math
import re
from collections.abc import Callable
from typing import Any

from jekyll_openapi.openapi.bounds import Bounds, RefusedError
from jekyll_openapi.patterns import regex

Resolve = Callable[[str, int, Bounds], Any]
"""Interprets a plain scalar that begins at an offset."""

_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBERS: tuple[tuple[re.Pattern[str], Callable[[str], int | float]], ...] = (
    (regex(r"[-+]?[0-9]+"), int),
    (regex(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"), float),
    (regex(r"0o[0-7]+|0x[0-9a-fA-F]+"), lambda text: int(text, 0)),
)
_NO_NUMBER = regex(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)", needs=(".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"))


def core(text: str, offset: int, bounds: Bounds) -> Any:
    """The value of a plain scalar in the YAML 1.2 core schema; raises RefusedError."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "0123456789+-.":
        found = number(text, offset, bounds)
        return text if found is None else found
    return text


def number(text: str, offset: int, bounds: Bounds) -> int | float | None:
    """The number that the text is in the YAML 1.2 core schema; None if it is no number; raises RefusedError."""
    if _NO_NUMBER.fullmatch(text):
        raise RefusedError(f"`{text}` is not a number that JSON can express", offset)
    for pattern, read in _NUMBERS:
        if pattern.fullmatch(text):
            if len(text) > bounds.digits:
                raise RefusedError(f"the number `{text[:20]}...` has {len(text)} characters", offset)
            if not is_finite(value := read(text)):
                raise RefusedError(f"the number `{text[:20]}` is too large", offset)
            return value
    return None


def is_finite(value: int | float) -> bool:
    """Whether the number fits a float."""
    try:
        return math.isfinite(value)
    except OverflowError:
        return False
