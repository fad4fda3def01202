"""Decides whether a row is required, from its labels or from sentences in its remark."""

import re

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.dialect import Dialect, matches
from jekyll_openapi.pages.document import Cell, Code, Span, Text
from jekyll_openapi.patterns import regex
from jekyll_openapi.rules import CONFLICTING_LABELS, UNKNOWN_LABEL

_SENTENCES = regex(r"(?<=[.;!])\s+|\s*<br\s*/?>\s*|\s*\n\s*", re.I)
_SHOUTED = regex(r"\W*(?P<words>[A-Z]{6,}) ")
_LEADING = regex(
    r"(?:<\w+>)?\s*[\[(*_`]*(?P<words>[A-Za-z][\w ]*?)"
    r"(?:(?:[\])*_`:.]|</\w+>)+(?=\W)|(?=,[^()\[\]]*[\])])|\s+[-\u2013\u2014](?=\s))(?!\W*(?:only|if|when|unless|for|except)\b)",
    re.I,
)
"""Matches the words set apart at the beginning: `[*optional*] Price`, `Required - the price`, `(required, string)`."""
_TRAILING = regex(r"(?:<\w+>)?[*_]*[\[(][*_`]*(?P<words>[A-Za-z][\w ]*)[*_`]*[\])][*_]*(?:</\w+>)?(?=[.;]?\s*$)")
"""Matches the words in brackets at the end: `The price (required)`."""


def read_need(remark: tuple[Span, ...], dialect: Dialect) -> bool | None:
    """True if the remark says required, False if optional, None if neither.

    The word counts as a sentence of its own, set apart at the beginning, or in brackets at the end.
    """
    text = "".join(one.text for one in remark).strip()
    apart = (_SHOUTED.match(text), _LEADING.match(text), _TRAILING.search(text))
    for one in (*(found["words"] for found in apart if found), *_SENTENCES.split(text)):
        bare = one.strip("*_()[] .:;")
        if matches(dialect.required_remarks, bare):
            return True
        if matches(dialect.optional_remarks, bare):
            return False
    return None


def read_labels(cell: Cell, context: Context) -> tuple[bool, bool]:
    """(is required, is required in practice) according to the labels in a cell. Reports unknown and contradictory
    labels."""
    dialect = context.dialect
    kinds = {_label(span, context) for span in cell.spans if span.text.strip(" ,")}
    if not kinds:
        context.found(
            UNKNOWN_LABEL,
            "no tag says whether the property is required",
            cell.location,
            f"`{dialect.optional_labels[0]}`",
        )
    if {"required", "optional"} <= kinds:
        context.found(CONFLICTING_LABELS, "the tags say both required and optional", cell.location, "keep one of them")
    return "required" in kinds, "practice" in kinds and "required" not in kinds


def _label(span: Span, context: Context) -> str:
    dialect, text = context.dialect, span.text.strip(" ,").casefold()
    if text in dialect.required_labels:
        in_practice = isinstance(span, Code) and dialect.practice_class in (span.classes or ())
        return "practice" if in_practice else "required"
    if text in dialect.optional_labels:
        return "optional"
    if text not in (*dialect.filler_labels, *dialect.deprecated_labels):
        kind = "tag" if not isinstance(span, Text) else "text"
        hint = f"use `{dialect.required_labels[0]}` or `{dialect.optional_labels[0]}`"
        context.found(UNKNOWN_LABEL, f"the {kind} `{span.text.strip()}` is not known", span.location, hint)
    return "filler"
