"""Splits cells and remarks into words, numbers, signs and quoted values, with spelling variants normalized.

`&gt;=` is `>=`, an en dash is a hyphen, `„Buy“` and `«Buy»` are quoted like `"Buy"`, emphasis is dropped, `1,000` and
`ten` are numbers.
"""

import html
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import assert_never

from jekyll_openapi.pages.document import Code, Link, Span, Text
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field, replace

_SPELLING = str.maketrans(
    {
        "\u2013": "-",
        "\u2014": "-",
        "\u2012": "-",
        "\u2212": "-",
        "\u2026": "...",
        "\u2264": "<=",
        "\u2265": ">=",
        "\u2a7d": "<=",
        "\u2a7e": ">=",
        "\u00a0": " ",
        "\u202f": " ",
    }
)
_WIDE = _SPELLING | {
    **{wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5E)},
    **dict.fromkeys((0xFF5E, 0x301C), "-"), 0x3000: " ", 0x3002: ". ", 0x3001: ",",
}  # fmt: skip
"""For prose: characters as wide as a Chinese one count as those of ASCII. In code they may be meant."""
_DROPPED = regex(
    r"</?(?:br|b|i|em|strong|sup|sub|small|code|span)\b[^<>]*>|\*+|~~|(?<!\w)_+|_+(?!\w)|\\", re.I,
    needs=("<", "*", "~~", "_", "\\"), is_slow=True,
)  # fmt: skip
_APART = regex(r"([<>]) =(?=[ \d])", needs=("< =", "> ="), is_slow=True)
_NOT = regex(r"\b(?:can(?:not|['\u2019]t)|(\w+)n['\u2019]t)\b", re.I, needs=("cannot", "n't", "n\u2019t"), is_slow=True)
_QUOTES = (
    ("\u201c", "\u201d"),
    ("\u201e", "\u201c"),
    ("\u201e", "\u201d"),
    ("\u00ab", "\u00bb"),
    ("\u00bb", "\u00ab"),
    ("\u2018", "\u2019"),
    ("\u201a", "\u2018"),
    ("\u2039", "\u203a"),
)
_QUOTED = "|".join(
    [
        r'"[^"]{0,1000}"',
        r"(?<!\w)'(?:[^']|'(?=\w)){0,200}'(?!\w)",
        *(f"{opening}[^{opening}{closing}]{{0,1000}}{closing}" for opening, closing in _QUOTES),
    ]
)
_TOKEN = regex(
    r"(?P<word>[^\W\d](?:[\w.]*\w)?(?:-[^\W\d]\w*)*)"  # first, as most are words
    rf"|(?P<value>{_QUOTED})"
    r"|(?P<number>(?<!\w)-?(?:(?<![\[(])\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?:\.\d+)?)"
    r"|(?P<sign><=|>=|=<|=>|\.\.\.?|[^\s])"
)
_MOST_DIGITS = 25
_NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_NUMBER_WORDS = {word: Decimal(number) for number, word in enumerate(_NUMBERS)}
_LISTED = regex(rf"\s*(?:{_QUOTED})(?:(?:[\s,;|/&]|\b(?i:or|and)\b)*(?:{_QUOTED}))*[\s.]*")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, sign, quoted value or link."""

    kind: str
    """`word`, `number`, `sign`, `value` or `link`."""
    text: str
    """As written; for a value, without its quotation marks."""
    link: Link | None = None
    code: Code | None = None
    """The code span that contains it."""
    after_comma: bool = False
    """Whether a comma comes before it; commas are not tokens themselves."""
    folded: str = field(init=False, compare=False, repr=False)
    """The text in lower case, for which each token is asked ten times."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", self.text.casefold())

    @property
    def number(self) -> Decimal | None:
        """Its numeric value, from digits or a word such as `ten`; None if it is no number or has more than 25
        digits."""
        if self.kind == "number":
            digits = self.text.replace(",", "")
            return Decimal(digits) if len(digits) <= _MOST_DIGITS else None
        return _NUMBER_WORDS.get(self.folded) if self.kind == "word" else None


def tokens(spans: tuple[Span, ...]) -> tuple[Token, ...]:
    """The tokens of a cell or a sentence. A code span of quoted values gives only the values."""
    found: list[Token] = []
    after_comma = False
    for span in spans:
        for token in _of_span(span):
            if token.text == "," and token.kind == "sign":
                after_comma = True
                continue
            found.append(replace(token, after_comma=True) if after_comma else token)
            after_comma = False
    return tuple(found)


@lru_cache(maxsize=1024)  # each rule asks a sentence for its words: seven of eight calls are answered here
def cleaned(text: str) -> str:
    """The text with one spelling of entities, dashes, signs, spaces and `not`, without emphasis and backslashes."""
    plain = _APART.sub(r"\1=", _DROPPED.sub("", html.unescape(text).translate(_SPELLING if text.isascii() else _WIDE)))
    return _NOT.sub(lambda match: f"{match[1] or 'can'} not", plain)


def _of_span(span: Span) -> Iterator[Token]:
    match span:
        case Link(text):
            yield Token("link", text, link=span)
        case Code(text):
            plain = html.unescape(text).translate(_SPELLING).replace("\\|", "|").replace("\\", "")
            # `"it's 5" long"` is one value, `"Buy" "Sell"` are two.
            if not _LISTED.fullmatch(plain) and (whole := _whole(plain)):
                yield Token("value", whole, code=span)
                return
            yield from _words(plain, span)
        case Text(text):
            yield from _of_text(text)
        case _:
            assert_never(span)


@lru_cache(maxsize=1024)  # half of them were asked for before
def _of_text(text: str) -> tuple[Token, ...]:
    return tuple(_words(cleaned(text), None))


def _whole(text: str) -> str:
    """The text between quotation marks that enclose a whole span; empty if it is not enclosed or contains such
    marks."""
    stripped = text.strip()
    pairs = (('"', '"'), ("'", "'"), *_QUOTES)
    if len(stripped) > 2 and any(stripped[0] == opening and stripped[-1] == closing for opening, closing in pairs):
        return "" if any(mark in stripped[1:-1] for mark in stripped[0] + stripped[-1]) else stripped[1:-1]
    return ""


def _words(text: str, code: Code | None) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "sign"
        yield Token(kind, match[0][1:-1] if kind == "value" else match[0], code=code)
