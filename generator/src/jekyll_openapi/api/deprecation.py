"""Recognizes deprecation: in front matter, headings, labels, leading sentences and names."""

import re
from collections.abc import Iterable

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.remarks import is_deprecated
from jekyll_openapi.api.sections import Section, shown_text
from jekyll_openapi.api.sentences import Sentence, block_sentences, sentences
from jekyll_openapi.pages.document import Block, Code, Html, Page, Paragraph, Span, Text
from jekyll_openapi.patterns import regex

_YES = ("true", "yes", "1")
_MARK = regex(
    r"~~|<(?:del|s|strike)>|[(\[]\s*(?:now\s+)?(?:deprecated|obsolete)\b|\b(?:deprecated|obsolete)\s*[)\]]?\s*$|^\s*deprecated\b",
    re.I,
    needs=("~~", "<del", "<s", "deprecated", "obsolete"),
)
_DENIED = regex(r"\b(?:not|no longer|never|un)[ -]?deprecated", re.I, needs=("deprecated",))


def is_marked(spans: tuple[Span, ...]) -> bool:
    """Whether a name is struck through or followed by the word: ~~`rate`~~, `rate` (deprecated)."""
    text = "".join(span.text if isinstance(span, Text) else "`" for span in spans)
    return bool(_MARK.search(text.replace("`", " ` "))) and not _DENIED.search(text)


def is_deprecated_operation(page: Page, own: tuple[Section, ...], dialect: Dialect) -> bool:
    """Whether the page, or one of the operation's own sections, says that the operation is deprecated."""
    labels = dialect.deprecated_labels
    if is_deprecated_page(page, dialect):
        return True
    if any(is_marked(part.spans) or has_label(part.spans, labels) for part in own):
        return True
    blocks = tuple(block for part in own for block in part.blocks)
    if any(has_label(block.spans, labels) for block in blocks if isinstance(block, Paragraph)):
        return True
    names = {span.text for part in own for span in part.spans}
    said = (sentence for block in blocks for sentence in _said(block))
    return any(is_deprecated(sentence) and not _of_another(sentence, names) for sentence in said)


def _said(block: Block) -> Iterable[Sentence]:
    """The sentences of a block, also of a box in HTML that names nothing in code."""
    if isinstance(block, Html) and "<code" not in block.text:
        return sentences((Text(shown_text(block.text), block.location),))
    return block_sentences(block)


def _of_another(sentence: Sentence, names: set[str]) -> bool:
    """Whether the sentence is about something else, named in a code span before the word "deprecated"."""
    before = sentence.text.casefold().partition("deprecated")[0]
    return any(f"`{code.text}`".casefold() in before and code.text not in names for code in sentence.codes)


def has_label(spans: tuple[Span, ...], labels: tuple[str, ...]) -> bool:
    """Whether one of the spans is a label that means deprecated."""
    return any(isinstance(span, Code) and span.classes and span.text.casefold().strip() in labels for span in spans)


def is_deprecated_page(page: Page, dialect: Dialect) -> bool:
    """Whether the page's front matter says that it is deprecated."""
    return any(page.text(name).strip().casefold() in _YES for name in dialect.deprecated_labels)
