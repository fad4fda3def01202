"""The headings that each line of a page stands under."""

from __future__ import annotations

from collections.abc import Iterator

from jekyll_openapi.accounting.lines import Line, page_lines
from jekyll_openapi.accounting.words import plain_words
from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.pages.document import Page
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass

_BOLD_TITLE = regex(r"\A(\*\*|__)([A-Za-z][\w ()-]{1,38})(?::\1|\1:?)(?:\s+|\Z)")
PROPERTY = regex(r"#+\s*`[\w$.\[\]-]+`")


@dataclass(frozen=True, slots=True)
class Titles:
    """The headings that a line stands under, the outermost first."""

    headings: tuple[Line, ...] = ()

    def under(self, heading: Line) -> Titles:
        """The headings below one that follows."""
        return Titles((*(one for one in self.headings if one.level < heading.level), heading))

    def about(self, page: Page, dialect: Dialect) -> str:
        """What the line is about, and the section that it stands in, in words."""
        titles = [plain_words(one.text) for one in self.headings[-2:]]
        if not titles or (len(titles) == 1 and matches(_sections(dialect), titles[0])):
            titles.insert(0, plain_words(page.text("title")))
        return "/".join(titles)


def _sections(dialect: Dialect) -> tuple[str, ...]:
    """The titles of sections: they name nothing."""
    return (
        *dialect.definition_sections, *dialect.request_sections, *dialect.response_sections, *dialect.note_sections,
        *dialect.example_sections, *dialect.silent_sections,
        *dialect.neutral_sections, *dialect.path_sections, *dialect.query_sections, *dialect.header_sections,
        *dialect.body_sections, *dialect.response_example_sections,
    )  # fmt: skip


def with_titles(page: Page, dialect: Dialect) -> Iterator[tuple[Line, Titles]]:
    """The lines of a page, each with the headings above it."""
    titles = Titles()
    for line in page_lines(page, (dialect.tryit_call, dialect.callout_call)):
        if line.kind == "heading":
            titles = titles.under(line)
        yield line, titles


def without_title(text: str, dialect: Dialect) -> str:
    """The text without the bold title of a section that begins it."""
    found = _BOLD_TITLE.match(text)
    return text[found.end() :] if found and matches(_sections(dialect), found[2]) else text
