"""Reads the format of a string that a sentence states: a named format, the length of a code, a regular expression.

Must be a valid email address.      `email`
ISO 4217 currency code.             3 characters
Must match `^[A-Z]{2}$`.            a pattern
"""

import re

from jekyll_openapi.api.formats import UnfitPatternError, checked_pattern
from jekyll_openapi.api.model import Primitive
from jekyll_openapi.api.sentences import Sentence
from jekyll_openapi.pages.document import Code, Text
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace

_FORMATS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (
        format_,
        regex(rf"(?:^(?:an? |the )?|\b(?:valid|as an?|be an?|is an?|in|a|an)\s+)(?:valid )?(?:{words})\b", needs=needs),
    )
    for format_, words, needs in (
        ("uuid", r"uuid|guid|uuid v?\d", ("uuid", "guid")),
        ("email", r"e-?mail address|e-?mail$", ("mail",)),
        ("date-time", r"(?:iso[- ]?8601|rfc ?3339) (?:timestamp|date-?time|date and time)", ("8601", "3339")),
        (
            "date",
            r"iso[- ]?8601 date(?! ?and|-?time)|yyyy-mm-dd(?: format)?|date \(yyyy-mm-dd\)|date as yyyy-mm-dd",
            ("8601", "yyyy"),
        ),
        ("ipv4", r"ipv4 address|ipv4$", ("ipv4",)),
        ("ipv6", r"ipv6 address|ipv6$", ("ipv6",)),
        ("hostname", r"host ?name", ("host",)),
        ("uri", r"ur[il](?! of|-)", ("uri", "url")),
    )
)
_WHOLE = regex(
    r"^(?:must|has to|needs to) be an? (?:integer|whole number)$|^an? (?:integer|whole number)$",
    needs=("integer", "whole number"),
)
_MUST = regex(r"\b(?:must|valid|has to|format|formatted|as an?|needs? to)\b")
_CODES: tuple[tuple[int, re.Pattern[str]], ...] = (
    (
        3,
        regex(
            r"\biso[- ]?4217\b(?!.*\b(?:numeric|names?|symbols?|list)\b)|\biso[- ]?3166\S* alpha-3\b",
            needs=("4217", "3166"),
        ),
    ),
    (2, regex(r"\biso[- ]?3166\S* alpha-2\b|\biso[- ]?639-1\b", needs=("3166", "639-1"))),
)
_BEFORE_CODES = frozenset(
    [
        "a",
        "an",
        "the",
        "its",
        "as",
        "in",
        "is",
        "be",
        "must",
        "per",
        "by",
        "of",
        "this",
        "it",
        "valid",
        "standard",
        "three-letter",
        "3-letter",
        "two-letter",
        "2-letter",
        "uppercase",
        "upper-case",
        "lowercase",
        "letter",
        "case",
        "currency",
        "country",
        "language",
        "code",
        "upper",
        "lower",
        "three",
        "two",
        "3",
        "2",
        "character",
        "contract",
    ]
)
_MATCHES = regex(
    r"(?:\b(?:must|has to|needs to|should|shall) (?:match|satisfy|conform to|follow)|^match(?:es|ing)?|"
    r"^(?:the )?(?:format|pattern|regex(?:p)?|regular expression)(?: is)?\b)(?!.*\bnot\b)[^.]*$",
    needs=("match", "satisfy", "conform", "follow", "format", "pattern", "regex", "regular"),
)
_IS_PATTERN = regex(r"[\^$\[\]{}+*\\|]")


def with_said_format(schema: Primitive, sentence: Sentence) -> Primitive:
    """The string type with the format, code length or pattern that the sentence states; raises UnfitPatternError."""
    words = sentence.words
    if pattern := said_pattern(sentence):
        if schema.pattern not in ("", pattern):
            raise UnfitPatternError("the type and the remark state different patterns")
        return replace(schema, pattern=pattern)
    if not schema.format and not re.search(r"\bor\b", words):
        for format_, found in _FORMATS:
            match = found.search(words)
            if match and (_MUST.search(words) or match[0] == words or format_ in ("uuid", "date-time", "date")):
                return replace(schema, format=format_)
    length = next((length for length, found in _CODES if (match := found.search(words)) and _is_alone(match)), 0)
    if length and not schema.format and schema.min_length is None and schema.max_length is None:
        return replace(schema, min_length=length, max_length=length)
    return schema


def _is_alone(match: re.Match[str]) -> bool:
    """Whether only words about the code come before it: in "the amount and its ISO 4217 code" the value is more than
    a code."""
    return set(re.findall(r"[\w-]+", match.string[: match.start()])) <= _BEFORE_CODES


def said_pattern(sentence: Sentence) -> str:
    """The regular expression that the value must match, according to the sentence; empty without one.

    Raises UnfitPatternError.
    """
    place = next((place for place, span in enumerate(sentence.spans) if isinstance(span, Code)), -1)
    if place < 0:
        return ""
    lead, span = sentence.spans[:place], sentence.spans[place]
    said = Sentence(lead, sentence.location).words.rstrip(": ")
    if not _MATCHES.search(said) or not (_IS_PATTERN.search(span.text) or "pattern" in said or "regex" in said):
        return ""
    behind = sentence.spans[place + 1 :]
    if any(not isinstance(one, Text) or one.text.strip(" .)*_") for one in behind):
        raise UnfitPatternError("more is said than a pattern")
    return checked_pattern(span.text)


def has_pattern(sentence: Sentence) -> bool:
    """Whether the sentence states a regular expression, even an unreadable one."""
    try:
        return bool(said_pattern(sentence))
    except UnfitPatternError:
        return True


def is_whole(sentence: Sentence) -> bool:
    """Whether the sentence says that a number is an integer."""
    return bool(_WHOLE.match(sentence.words))
