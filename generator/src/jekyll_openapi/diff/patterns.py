"""Tries patterns of a description on its names and values, by the rules of JSON Schema and in bounded work."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from jekyll_openapi.patterns import regex

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

_MOST_STEPS = 100_000
"""Most steps back for one text, about 10 ms. Most patterns need none, however their repetitions are nested."""
_READ_OTHERWISE = regex(r"(?:\\.|[^\\\[]|\[(?:\\.|[^\\\]])+\])*\[\^?(?:\]|(?:\\.|[^\\\]])*?(?:\[|&&|--|~~))", re.DOTALL)
"""Matches patterns with a set of characters that the engine reads in another way than JavaScript: `[^]`, `[[(]`."""


def fits(pattern: str, text: str) -> bool | None:
    """Whether the pattern matches anywhere in the text; None if that is not known.

    It is not known of what is no pattern, and of a pattern that takes too long on the text. Whoever asks must take
    None for the answer that could break a caller: it is no evidence that nothing has changed.
    """
    if (judges := _judges(pattern)) is None:
        return None
    try:
        # A text that takes too long is valid for neither.
        return True if judges[0].is_valid(text) else False if judges[1].is_valid(text) else None
    except ValueError:  # half of a surrogate pair, which only Python takes for a character
        return None


@lru_cache(maxsize=20_000)
def _judges(pattern: str) -> tuple[Draft202012Validator, Draft202012Validator] | None:
    """The schema of the texts that match, and of those that do not; None if the pattern cannot be tried."""
    from jsonschema_rs import Draft202012Validator, FancyRegexOptions, ValidationError  # 25 ms, for few descriptions

    if _READ_OTHERWISE.match(pattern):
        return None
    schema, options = {"pattern": pattern}, FancyRegexOptions(backtrack_limit=_MOST_STEPS)
    try:
        return (
            Draft202012Validator(schema, pattern_options=options),
            Draft202012Validator({"not": schema}, pattern_options=options),
        )
    except (ValidationError, ValueError):
        return None
