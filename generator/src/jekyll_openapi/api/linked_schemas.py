"""Reads the schema that a paragraph names as a whole body: by a type, by a link, or by a sentence with a link."""

import re

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.formats import UnreadableTypeError, united
from jekyll_openapi.api.model import NULL, Array, Schema
from jekyll_openapi.api.sections import describe
from jekyll_openapi.api.types import read_type
from jekyll_openapi.pages.document import Link, Paragraph, Text, plain
from jekyll_openapi.patterns import regex

_MANY = regex(r"\b(?:array|list)\s+of\b[^.]*\Z|\b(?:array|list)`?<`?\Z", re.I)
_SEVERAL = regex(r"`?\[\]|s\b|`?s\b|(?:entities|objects|items|records|results)\b", re.I)
_SAYING = r"\b(?:returns|responds with|answers with|(?:response|answer|result) is|(?:get|receive)s? back)\b"
_SAYING_WORDS = ("returns", "responds with", "answers with", "response is", "answer is", "result is", " back")
_SAID = regex(_SAYING, re.I, needs=_SAYING_WORDS)
_RETURNS = regex(rf"{_SAYING}[^.;:]{{0,40}}\Z", re.I, needs=_SAYING_WORDS)
_OR_NULL = regex(r"^[^.;]{0,40}\bor `?null\b", re.I, needs=("null",))
_PARTLY = regex(
    r"\b(?:without|except|excluding|minus|apart from|other than|but (?:not|no)|only|some of|subset|none of)\b", re.I
)
"""Words of a sentence that say that not all of what it links to is sent."""
_TAKES = regex(
    r"\b(?:body|payload|request|same (?:properties|fields)|properties of|fields of)\b|"
    r"^(?:an?|the|takes|expects|accepts|send|pass|requires) ",
    re.I,
)
"""Words of a sentence that say that what it links to is sent."""


def linked_schema(block: Paragraph, context: Context, *, stands_in: bool = True) -> Schema | None:
    """The schema of a paragraph that is itself a type, or that links to a schema.

    With `stands_in`, a sentence that links to where a schema should be, and is not, means a placeholder.
    """
    links = [span for span in block.spans if isinstance(span, Link) and context.stays_here(span)]
    if whole := _only_type(block, context):
        return whole
    for link in links:
        is_alone = stands_in and len(links) == 1 and context.leads_to_schema(link)
        if context.mentioned(link) or is_alone:
            return _one_or_many(link, block, context)
    return None


def sent_schema(block: Paragraph, context: Context) -> Schema | None:
    """The schema that a paragraph of a request section says is the whole body; None where it only mentions one."""
    links = [span for span in block.spans if isinstance(span, Link) and context.stays_here(span)]
    if len(links) != 1 or not context.leads_to_schema(links[0]):
        return None
    text = plain(block.spans)
    is_said = _is_only_link(block) or (_TAKES.search(text) and not _PARTLY.search(text))
    return linked_schema(block, context) if is_said else None


def returned_schema(block: Paragraph, context: Context) -> tuple[Schema, str] | None:
    """The schema that a sentence in running text says is returned, as `Returns a [CommandResult](...)` does, and that
    sentence."""
    before = ""
    for span in block.spans:
        if isinstance(span, Link) and _RETURNS.search(before) and context.leads_to_schema(span):
            found = _one_or_many(span, block, context)
            told = re.split(r"(?<=[.!?])\s+", describe((block,), context.base_url))
            sentence = next((one for one in told if span.text in one and _SAID.search(one)), told[0])
            return (found, sentence) if found else None
        before += span.text
    return None


def _one_or_many(link: Link, block: Paragraph, context: Context) -> Schema | None:
    """The schema behind a link in a sentence, or an array of it where the sentence says so."""
    at = block.spans.index(link)
    before, behind = (plain(spans).strip("*_ ") for spans in (block.spans[:at], block.spans[at + 1 :]))
    found = context.reference(link)
    if found is None:
        return None
    whole: Schema = Array(found) if _MANY.search(before) or _SEVERAL.match(behind) else found
    return united([whole, NULL]) if _OR_NULL.search(behind) else whole


def _is_only_link(block: Paragraph) -> bool:
    return sum(1 for span in block.spans if not isinstance(span, Text) or span.text.strip(" .`*_")) == 1


def _only_type(block: Paragraph, context: Context) -> Schema | None:
    try:
        return read_type(block.spans, context.dialect, context.references)
    except UnreadableTypeError:
        return None
