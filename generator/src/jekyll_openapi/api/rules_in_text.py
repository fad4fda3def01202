"""Finds the sentences of the text beside tables that may state rules between rows, by the rows that they name.

Either `a` or `b` must be sent.     If `a` is set, `b` must not be.     `price` is required for `"Limit"` orders.
"""

from collections.abc import Collection, Iterable, Iterator

from jekyll_openapi.api.needs_in_text import is_need
from jekyll_openapi.api.sections import Section, tables_of
from jekyll_openapi.api.sentences import Sentence, sentences
from jekyll_openapi.api.values_in_text import lists_values
from jekyll_openapi.pages.document import BulletList, Paragraph, Text, plain, telling
from jekyll_openapi.patterns import regex

_RULE = regex(
    r"\b(?:required?s?|mandatory|needed|needs?|must|ha(?:s|ve) to|only|either|exclusive|both|together|exactly|at least|"
    r"at most|one of|never|(?:not|can ?not)(?: be)? (?:allowed|set|sent|given|used|combined|specified)|forbidden|"
    r"rejected|refused|do not)\b"
)


def rules_beside(parts: Iterable[Section], names: Collection[str]) -> Iterator[tuple[str, Sentence]]:
    """(name of the first row that a sentence names, the sentence), for what names a row and something else."""
    for block in _paragraphs(parts):
        for sentence in sentences(block.spans):
            codes = [code.text.strip() for code in sentence.codes]
            name = next((code for code in codes if code in names), None)
            says_more = len(set(codes)) > 1 or any('"' in one.text for one in sentence.spans if isinstance(one, Text))
            is_read = is_need(plain(sentence.spans)) or lists_values(sentence)
            if name and says_more and _RULE.search(sentence.words) and not is_read:
                yield name, sentence


def _paragraphs(parts: Iterable[Section]) -> Iterator[Paragraph]:
    """The paragraphs and items that hold code, and are no rows themselves."""
    for _, block in (one for part in parts for one in telling(part.blocks)):
        if isinstance(block, Paragraph):
            yield from (block,) if block.holds_code else ()
        elif isinstance(block, BulletList) and not tables_of((block,)):
            yield from (item for item in block.items if item.holds_code)
