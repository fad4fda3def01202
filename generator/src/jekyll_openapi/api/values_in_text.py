"""Reads which values rows have from the text beside a table: from sentences that name a row and list its values.

The `kind` is one of: (and bullets)     `kind` can be `a` or `b`.     Valid values of `kind`: `a`, `b`
"""

import re
from collections.abc import Iterator

from jekyll_openapi.api.sections import Section
from jekyll_openapi.api.sentences import Sentence, sentences
from jekyll_openapi.api.value_leads import GOOD
from jekyll_openapi.pages.document import Block, BulletList, Code, Paragraph, Span, Text, plain, telling
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace

_SUBJECT = regex(
    rf"[\s*_]*(?:(?:the )?(?P<values>(?:{GOOD} )?values (?:of|for) ))?(?:the )?(?:(?:field|property|parameter) )?", re.I
)
_VERB = regex(
    r"(?:\*\*|__)?(?:\s+(?:field|property|parameter))?"
    r"(?P<verb>\s+(?:is (?:one of|either)|(?:can|may|must|has to) be|takes either|accepts)\b)",
    re.I,
)
_COLON = regex(r"(?:\*\*|__)?\s*(?:are|is|:)")
_CONDITION = regex(r"\b(?:if|when|whenever|unless|while|where|only|not|with)\b", re.I)
_WORD = regex(r"[\w.+/-]+")


def values_beside(part: Section) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    """(name of a row, a remark that lists its values), from the paragraphs of a section and the bullets below them."""
    return tuple(
        found
        for index, block in telling(part.blocks)
        if isinstance(block, Paragraph) and block.holds_code
        for found in _of_paragraph(block, part.blocks[index + 1] if index + 1 < len(part.blocks) else None)
    )


def lists_values(sentence: Sentence) -> bool:
    """Whether a sentence is read as one that lists the values of a row."""
    return _of_sentence(sentence, None) is not None


def _of_paragraph(block: Paragraph, below: Block | None) -> Iterator[tuple[str, tuple[Span, ...]]]:
    yield from filter(None, (_of_sentence(sentence, below) for sentence in sentences(block.spans)))


def _of_sentence(sentence: Sentence, below: Block | None) -> tuple[str, tuple[Span, ...]] | None:
    at = next((index for index, one in enumerate(sentence.spans) if isinstance(one, Code)), 0)
    before, name, behind = f"{plain(sentence.spans[:at])} ", sentence.spans[at], sentence.spans[at + 1 :]
    subject = _SUBJECT.fullmatch(before)
    if not subject or not behind or not isinstance(name, Code) or not isinstance(behind[0], Text):
        return None
    is_of = subject["values"] is not None
    lead = (_COLON if is_of else _VERB).match(behind[0].text)
    if not lead or _CONDITION.search(plain(behind)):
        return None
    said = "Valid values are " if is_of else "It"
    rest = behind[0].text[lead.end() :] if is_of else behind[0].text[lead.start("verb") :]
    listed = _bullets(below) if plain(behind).rstrip("*_ ").endswith(":") else ()
    remark = (replace(behind[0], text=said + rest), *behind[1:], *listed)
    if sum(isinstance(one, Code) or '"' in one.text for one in remark) > 1 or plain(remark).count('"') > 2:
        return name.text.strip(), remark
    return None


def _bullets(block: Block | None) -> Iterator[Span]:
    """The items of a list as lines; a word alone in each counts as code."""
    items = [one.spans for one in block.items] if isinstance(block, BulletList) else []
    are_words = all(_WORD.fullmatch(plain(one)) and isinstance(one[0], Text) for one in items)
    for spans in items:
        yield Text("\n- ", spans[0].location)
        yield from (Code(one.text, one.location) for one in spans) if are_words else spans
