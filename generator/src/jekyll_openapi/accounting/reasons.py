"""Why a line that neither the description nor a finding mentions states no fact."""

from __future__ import annotations

import re

from jekyll_openapi.accounting.books import Books
from jekyll_openapi.accounting.lines import Line, front_matter_end, script_names
from jekyll_openapi.accounting.titles import PROPERTY, Titles, without_title
from jekyll_openapi.accounting.words import BULLET, IN_LINK, MARKUP, TARGET, WORD, plain_words
from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.pages.document import Page
from jekyll_openapi.patterns import regex

_REQUEST = regex(r"\b(?:GET|POST|PUT|PATCH|DELETE)\b[\s:`*_]*(?:https?://)?[\w.{}-]*/\w")
"""A method and a path: what states them is an operation."""
_LINK = regex(rf"!?\[{IN_LINK}\]{TARGET}|<a\b[^>]*>.*?</a>")
_LAYOUT = frozenset(
    ("layout", "parent", "grand_parent", "permalink", "nav_order", "has_children", "has_toc", "nav_exclude", "tags")
)
"""Front matter keys that only control the site's navigation and layout."""
_ABBREVIATION = regex(r"\*\[[^\]]+\]:")
_NUMBER = regex(r"\A[ >]*\d{1,4}[.)](?=[ \t]|\Z)")
"""What numbers an item, be anything behind it or not."""
_NOTHING = regex(r"(?:none|nothing|empty|n/a)\.?", re.I)
OF_EVERY_REQUEST = "header of every request"
_NAMES_USUAL = regex(
    r"(?:<[^<>]*>|[^\w<])*(?:accept|authorization|content-type)\s*(?:$|[`*|:(]|</|[-\u2013\u2014]\s)", re.I
)
"""Matches a row, an item, a term or a heading that begins with the name of a header of every request."""
_STATUS = regex(
    r"(?:the|is|https?|status|response|code|1\.1|[\W_])*20\d[\W_]*(?:ok|success|created|accepted|"
    r"(?:no|reset|partial) content)?[\W_]*",
    re.I,
)
"""Matches words that only name the status of a success."""
_TITLE = 3
"""Most words in a callout's title."""
_CONTENTS = ("toc", "contents", "table of contents")
_LEADS = 8
"""Most words in a line that only introduces the block below it."""
_CALL = frozenset(("name", "message", "dynamic", "exclude"))
"""Script keys that only control how a page shows a call."""


class Reasons:
    """Tells of a line why it states no fact."""

    def __init__(self, books: Books, dialect: Dialect) -> None:
        self._books = books
        self._dialect = dialect

    def of(self, line: Line, page: Page, titles: Titles) -> str:
        """Why the line states no fact; empty without a known reason."""
        is_read = page.path in self._books.read
        if page.path in self._books.broken and line.location.line <= max(front_matter_end(page), _first_blank(page)):
            return "front matter that a finding says is broken"
        if line.is_hidden:
            return "hidden in a comment"
        if line.kind != "heading" and self._is_of_every_request(line, titles):
            return OF_EVERY_REQUEST
        match line.kind:
            case "title row":
                return "titles of columns"
            case "heading":
                return "" if _REQUEST.search(line.text) else "title of a section"
            case "code":
                return "code"
            case "callout":
                return self._reason_of_callout(line, is_read)
            case "paragraph" if _ABBREVIATION.match(line.text):
                return "what an abbreviation stands for"
            case "front matter key":
                return self._reason_of_key(line, is_read)
            case "script key":
                return self._reason_of_script(line) if is_read else "script of a page that describes no operation"
            case "row" | "HTML row" if line.kind == "HTML row" or line.text.startswith("|"):
                words = [word for cell in line.text.split("|") if (word := cell.strip(" `*<>"))]
                nothing = {word.strip("`<>") for word in self._dialect.nothing}
                says_nothing = (
                    words[:1] == [] or words[0] in nothing or all(_NOTHING.match(one) for one in words if one != "-")
                )
                return "says that there is nothing" if says_nothing else ""
        if any(
            not WORD.search(_NUMBER.sub("", BULLET.sub("", MARKUP.sub(" ", _LINK.sub(" ", text)))))
            for text in (line.text, line.whole)
        ):
            return "navigation"
        if line.kind in ("paragraph", "list item") and not without_title(line.text, self._dialect):
            return "title of a section"
        if is_read and _STATUS.fullmatch(BULLET.sub("", line.text)):
            return "status of an answer"
        if _NOTHING.fullmatch(BULLET.sub("", line.text).strip("`*_ ")):
            return "says that there is nothing"
        if line.kind in ("paragraph", "list item") and plain_words(BULLET.sub("", line.text)).strip() in _CONTENTS:
            return "navigation"
        is_text = line.kind == "paragraph" or (line.kind == "row" and not line.text.startswith("|"))
        if is_text and line.whole.endswith(":") and len(line.whole.split()) <= _LEADS:
            return "leads to what follows"
        return "" if is_read else "prose of a guide"

    @staticmethod
    def _is_of_every_request(line: Line, titles: Titles) -> bool:
        """Whether the line is a header of every request, or stands below the heading of one."""
        title = titles.headings[-1].text if titles.headings else ""
        return bool(_NAMES_USUAL.match(line.whole) or (PROPERTY.match(title) and _NAMES_USUAL.match(title)))

    @staticmethod
    def _reason_of_callout(line: Line, is_read: bool) -> str:
        if not is_read:
            return "callout of a page that describes no operation"
        words = WORD.findall(_shown_text(line))
        if "defaultAuth" in line.text or len(words) > _TITLE:
            return ""
        return "title of a callout"

    def _reason_of_key(self, line: Line, is_read: bool) -> str:
        name = line.text.partition(":")[0].strip()
        if name in _LAYOUT:
            return "layout"
        if name == self._dialect.operation_field and not is_read:
            return ""
        return "front matter of a page that is read" if is_read else "front matter of a guide"

    def _reason_of_script(self, line: Line) -> str:
        read = {
            self._dialect.tryit_path,
            self._dialect.tryit_method,
            self._dialect.tryit_body,
            self._dialect.tryit_query,
        }
        known = {*read, self._dialect.tryit_exclude, self._dialect.tryit_shared, *self._dialect.tryit_known, *_CALL}
        known |= self._books.names_of(line.location.file)
        return "how a call is shown" if known.issuperset(script_names(line.text, self._dialect.optional_key)) else ""


def _first_blank(page: Page) -> int:
    """The number of the first empty line of a page; of the last line if there is none."""
    lines = page.rendered.split("\n")
    return next((number for number, text in enumerate(lines, 1) if not text.strip()), len(lines))


def _shown_text(line: Line) -> str:
    """The visible text in a line of a callout."""
    return MARKUP.sub(" ", line.text.partition(":")[2]).strip(" ,;(){}`'\"")
