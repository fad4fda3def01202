"""kramdown's patterns for the start and end of blocks, ported from its source. They match at the start of a line.

White space is spelled out as in Ruby: Python's `\\s` matches more characters.
"""

import re
from functools import cache

from jekyll_openapi.patterns import regex

_ANY = r"(?:\\\}|[^}])"
NAME = r"(?:[^\W\d][-\w.]*:)?[^\W\d][-\w.]*"
"""The name of an HTML element or attribute."""


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text))


SPAN_ELEMENTS = _words(
    "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc "
    "ruby samp select small span strong sub sup tt u var"
)
BLOCK_CONTENT = _words(
    "address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header "
    "hgroup iframe li main map menu nav noscript object section summary td"
)
SPAN_CONTENT = _words(
    "a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb "
    "rbc rp rt rtc ruby select small span strong sub sup th tt"
)
WITHOUT_BODY = _words("area base br col command embed hr img input keygen link meta param source track wbr")
_NO_BLOCK = "|".join(sorted(SPAN_ELEMENTS))

BLANK = regex(r"(?:[ \t\r\f\v]*\n)+")
LINE = regex(r"[^\n]*\n")
CODE_START = regex(r"\t| {4}")
FENCE = regex(r" {0,3}(([~`])\2{2,})[ \t\r\f\v]*(\S*?)(?:\?\S*)?[ \t\r\f\v]*\n")
QUOTE = regex(r" {0,3}> ?")
ATX = regex(r"(#{1,6})[\t ]+([^\n]*)\n")
SETEXT = regex(r" {0,3}([^ \t\n][^\n]*)\n([-=])[-=]*[ \t\r\f\v]*\n")
HEADER_ID = regex(r"[\t ]\{#[^\W\d][-\w:.]*\}\Z")
RULE = regex(r" {0,3}([*_-])[ \t]*\1[ \t]*\1(?:\1|[ \t])*\n")
BULLET = regex(r"( {0,3}[+*-])([\t| ][^\n]*\n)")
NUMBER = regex(r"( {0,3}\d+\.)([\t| ][^\n]*\n)")
DEFINITION = regex(r"( {0,3}:)([\t| ][^\n]*\n)")
END_OF_BLOCK = regex(r"\^[ \t\r\f\v]*\n")
ATTRIBUTES = regex(rf" {{0,3}}\{{:(?!:|/)({_ANY}+)\}}[ \t\r\f\v]*\n")
ATTRIBUTE_DEFINITION = regex(rf" {{0,3}}\{{:(\w[\w-]*):({_ANY}+)\}}[ \t\r\f\v]*\n")
EXTENSION = regex(rf" {{0,3}}\{{::(\w+)(?:\s({_ANY}*?)|)(/)?\}}[ \t\r\f\v]*\n")
ITEM_ATTRIBUTES = regex(rf"\s*\{{:(?!(?:\w[\w-]*)?:|/)({_ANY}+)\}}\s*")
MATH = regex(r" {0,3}(\\)?\$\$(.*?)\$\$([ \t\r\f\v]*\n)?", re.DOTALL)
FOOTNOTE = regex(r" {0,3}\[\^(\w[\w-]*)\]:[ \t\r\f\v]*")
TARGET = regex(
    r""" {0,3}\[([^\n\]]+)\]:[ \t]*(?:<(.*?)>|([^\n]*?\S[^\n]*?))"""
    r"""(?:(?:[ \t]*?\n|[ \t]+?)[ \t]*?(["'])(.+?)\4)?[ \t]*?\n"""
)
ABBREVIATION = regex(r" {0,3}\*\[(.+?)\]:([^\n]*?)\n")

TAG = regex(rf"""<((?>{NAME}))\s*((?>\s+{NAME}(?:\s*=\s*(?:\w+|("|').*?\3))?)*)\s*(/)?>""", re.DOTALL)
CLOSING_TAG = regex(rf"</({NAME})\s*>")
ATTRIBUTE = regex(rf"""\s*({NAME})(?:\s*=\s*(?:(\w+)|("|')(.*?)\3))?""", re.DOTALL)
BEGINS_HTML = regex(rf" {{0,3}}<(?:{NAME}|!--|/)")
# Inline elements such as `<code>` do not end a paragraph.
_HTML = rf"<(?:/(?={NAME}\s*>))?(?!(?:{_NO_BLOCK}|script)\b){NAME}"

LAZY_END = regex(rf"[ \t\r\f\v]*\n|{ATTRIBUTES.pattern}|{END_OF_BLOCK.pattern}| {{0,3}}(?:{_HTML})|\Z")
"""Ends the lines that belong to a quote although they lack its mark."""
PARAGRAPH_END = regex(
    rf"[ \t\r\f\v]*\n| {{0,3}}(?:\{{:(?!:|/){_ANY}+\}}[ \t\r\f\v]*\n|{_HTML}|<script\b"
    rf"|(?:[+*:-]|\d+\.)[\t| ]|>|~~~|```)|{END_OF_BLOCK.pattern}|#{{1,6}}[\t ]|\Z"
)
"""As in kramdown's GFM parser; in addition, a script ends a paragraph."""
BOUNDARY = regex(rf"[ \t\r\f\v]*\n|{END_OF_BLOCK.pattern}|{ATTRIBUTES.pattern}|\Z")
INDENTED = regex(
    rf"(?:{BLANK.pattern})?+(?:(?:\t| {{4}})[ \t]*[^\s][^\n]*\n)++"
    rf"(?:(?!{ATTRIBUTES.pattern}|{END_OF_BLOCK.pattern}| {{0,3}}(?:{_HTML}))[ \t]*\S[^\n]*\n)*+"
)


@cache
def item_lines(indentation: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns for further lines of a list item whose text begins at a column: indented lines, and lazy ones."""
    tabs, blanks = divmod(indentation, 4)
    inside = rf"(?:(?:\t| {{4}}){{{tabs}}} {{{blanks}}}|(?:\t| {{4}}){{{tabs + 1}}})[^\n]*?[^\s][^\n]*\n"
    ends = rf" {{0,{min(indentation, 3)}}}(?:\{{:(?!:|/){_ANY}+\}}[ \t\r\f\v]*\n|{_HTML})"
    return re.compile(inside), re.compile(rf"(?!{ends})[^\n]*?[^\s][^\n]*\n")


@cache
def item_start(mark: str, indentation: int) -> re.Pattern[str]:
    """A pattern for the next item of a list: a bullet, number or colon, indented less than the text above."""
    return re.compile(rf"( {{0,{min(indentation - 1, 3)}}}{mark})([\t| ][^\n]*\n)")


TITLE_OR_TABLE = regex(r"[^|\n]*(?:\||\n[-=])")
"""What each heading that is underlined, and each table, begins with."""
PIPE_BEFORE = r"(?:\||[^\n]*?[^\\\n]\|)"
TABLE_LINE = regex(rf"{PIPE_BEFORE}[^\n]*\n")
TABLE_START = regex(rf" {{0,3}}(?=\S){PIPE_BEFORE}[^\n]*\n")
HAS_PIPE = regex(PIPE_BEFORE)
SEPARATOR = regex(r"[+|: \t]*-[+|: \t-]*\n")
FOOTER = regex(r"[+|: \t]*=[+|: \t=]*\n")
