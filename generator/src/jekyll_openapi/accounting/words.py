"""The words of a line and of the description, in forms that can be compared."""

from __future__ import annotations

from jekyll_openapi.patterns import regex

WORD = regex(r"\w+")
_WORD_OR_PIPE = regex(r"\w+|\|")
# No bracket opens inside what one has opened, or a line of brackets alone would take the square of its length.
TARGET = r"\((?:[^()\n]|\([^()\n]*\))*\)"
IN_LINK = r"((?:(?>`[^`\n]*`)|[^\[\]`\n]|`(?![^`\n]*`)|\[[^\[\]\n]*\])*)"
"""The text of a link: a bracket in code is none."""
LINK_TEXT = regex(rf"\[{IN_LINK}\]{TARGET}")
MARKUP = regex(
    r'\{:[^{}\n]*\}|\{%.*?%\}|\]\([^)\s]*(?:[ \t]+"[^"\n]*")?\)|\]\[[^\[\]]*\]|'
    r"</?[a-zA-Z][^<>\n]*>|&\w+;"
)
BULLET = regex(r"\A(?:[ >]*(?:[-*+]|\d{1,4}[.)]|:)[ \t]+)++")


def plain_words(text: str) -> str:
    """The words of a text in lower case, with a space before and after each."""
    return f" {' '.join(WORD.findall(text)).lower()} "


def piped_words(text: str) -> str:
    """The words of a text in lower case, and its pipes, with a space before and after each."""
    return f" {' '.join(_WORD_OR_PIPE.findall(text)).lower()} "


def shown_words(text: str) -> str:
    """The words that a reader of the page sees: a link counts as its text, and `[Fill](/fill)s` as one word."""
    return plain_words(MARKUP.sub(" ", LINK_TEXT.sub(r"\1", text)))
