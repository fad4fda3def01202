"""Compares a text of a page, such as a title, with the patterns of a setting."""

import re
from collections.abc import Iterable
from functools import lru_cache

from jekyll_openapi.patterns import regex

_WORDS = regex("[a-z0-9_ -]+")
_BEGIN = regex("[a-z0-9 ]*(?![?*{])")


@lru_cache(maxsize=1024)  # each stage asks for each title
def matches(patterns: tuple[str, ...], text: str) -> bool:
    """Whether one of the patterns matches the whole text, ignoring case and surrounding spaces."""
    return bool(patterns) and _either(patterns).fits(text.strip())


class _Either:
    """The patterns of a setting. Most are words, and a text that begins like none of the others needs no expression."""

    def __init__(self, patterns: tuple[str, ...]) -> None:
        self._words = frozenset(one for one in patterns if _WORDS.fullmatch(one))
        others = [one for one in patterns if one not in self._words]
        begins = [_begin(one) for one in others]
        self._begins = ("",) if "" in begins else tuple(begins)
        self._any_case = _joined(patterns, re.IGNORECASE)
        # It takes three times as long to compile an expression that ignores case.
        is_small = all(one.isascii() and one == one.lower() for one in others)
        self._in_small_letters = _joined(others, 0) if is_small else self._any_case

    def fits(self, text: str) -> bool:
        """Whether the text is one of the words, or fits one of the others, ignoring case."""
        if not text.isascii():  # a letter can have more than two forms
            return bool(self._any_case.fullmatch(text))
        text = text.lower()
        return text in self._words or (text.startswith(self._begins) and bool(self._in_small_letters.fullmatch(text)))


_either = lru_cache(maxsize=256)(_Either)


def _begin(pattern: str) -> str:
    """What each text begins with that a pattern fits; empty if nothing is certain."""
    if "\\" in pattern or "[" in pattern:
        return ""
    depth = 0
    for char in pattern:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            return ""
    found = _BEGIN.match(pattern)
    return found[0] if found else ""


def _joined(patterns: Iterable[str], flags: int) -> re.Pattern[str]:
    return regex("|".join(f"(?:{pattern})" for pattern in patterns), re.DOTALL | flags)
