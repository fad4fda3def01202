"""Splits remarks into sentences, and normalizes their wording."""

import html
from collections.abc import Iterator
from functools import cached_property, lru_cache

from jekyll_openapi.api.tokens import Token, cleaned, tokens
from jekyll_openapi.cache import Same
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Block, BulletList, Code, Paragraph, Span, Text, plain
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass

# An abbreviation's full stop ends no sentence, nor does one before a small letter or a digit.
# The mark comes first in the expression, so that only marks are looked at.
_END = regex(
    r"[.;!\n](?:(?<!\n)(?<!\be\.g.)(?<!\bi\.e.)(?<!\bmax.)(?<!\bmin.)(?<!\bapprox.)(?<!\bincl.)"
    r"[.;!]*[)*_~]*(?=\s+[^\sa-z\d]|\s*$)|(?<=;)(?=\s)|(?<=^\n)$)"
)


@dataclass(frozen=True)  # without slots: it keeps its words and its tokens, for which each rule asks
class Sentence:
    spans: tuple[Span, ...]
    location: Location

    @property
    def text(self) -> str:
        """The sentence as written, on one line."""
        return plain(self.spans)

    @cached_property
    def words(self) -> str:
        """The sentence normalized for matching: lower case, one spelling, no code ticks and no emphasis."""
        parts = (cleaned(one.text) if isinstance(one, Text) else one.text.strip("`") for one in self.spans)
        return " ".join("".join(parts).split()).casefold()

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words, numbers, signs and values."""
        return tokens(self.spans)

    @property
    def codes(self) -> tuple[Code, ...]:
        return tuple(one for one in self.spans if isinstance(one, Code))

    def names(self, others: frozenset[str], owner: str) -> bool:
        """Whether a code span or link of the sentence is one of the names, other than the owner's."""
        said = (one.text.strip("` ") for one in self.spans if not isinstance(one, Text))
        return any(name in others and name != owner for name in said)


def sentences(spans: tuple[Span, ...]) -> tuple[Sentence, ...]:
    """The sentences of a remark: split at full stops, semicolons and line breaks.

    Each reader asks again for those of the same spans: 2 % of the time.
    """
    return _sentences(Same(spans)) if spans else ()


@lru_cache(maxsize=1024)
def _sentences(spans: Same) -> tuple[Sentence, ...]:
    return tuple(_cut(spans.one))


def _cut(spans: tuple[Span, ...]) -> Iterator[Sentence]:
    current: list[Span] = []
    for span in spans:
        for piece, ends in _split(span) if isinstance(span, Text) else ((span, False),):
            if piece.text.strip() or current:
                current.append(piece if current else _trimmed(piece))
            if ends and current:
                yield Sentence(tuple(current), current[0].location)
                current = []
    if current:
        yield Sentence(tuple(current), current[0].location)


def block_sentences(block: Block) -> Iterator[Sentence]:
    """The sentences of a paragraph or a list; none for other blocks."""
    match block:
        case Paragraph(spans):
            yield from sentences(spans)
        case BulletList(items):
            for item in items:
                yield from sentences(item.spans)
        case _:
            return


def _split(span: Text) -> Iterator[tuple[Span, bool]]:
    start, text = 0, html.unescape(span.text)  # the semicolon of `&rdquo;` ends nothing
    for match in _END.finditer(text):
        yield Text(text[start : match.start()], _shifted(span.location, start)), True
        start = match.end()
    if start < len(text):
        yield _behind(span, text, start), False


def _trimmed(span: Span) -> Span:
    if not isinstance(span, Text):
        return span
    return _behind(span, span.text, len(span.text) - len(span.text.lstrip()))


def _behind(span: Text, text: str, start: int) -> Text:
    """The text of a span from an offset on; the span itself where that is all of it, as it mostly is."""
    if not start and text == span.text and not span.location.data:
        return span
    return Text(text[start:], _shifted(span.location, start))


def _shifted(location: Location, offset: int) -> Location:
    return location.stated_by(()).moved(offset)
