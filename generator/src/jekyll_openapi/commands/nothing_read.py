"""Explains why nothing was read: no page, or no operation on the pages."""

from pathlib import Path

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.commands.console import NothingReadError, counted
from jekyll_openapi.pages.folder import has_front_matter
from jekyll_openapi.pipeline import Made

_PLACES = {
    "heading": "a heading `PUT /a/b`",
    "title": "the title",
    "script": "the try-it script",
    "front matter": "`{path_field}` in the front matter",
    "fence": "a fence of lines `PUT /a/b`",
    "bold": "a bold line `PUT /a/b`",
    "table": "a table of methods and paths",
    "call": "a call of curl",
    "item": "an item `PUT /a/b` of a list",
    "label": "a line `**{path_word}**: /a/b`",
    "element": 'an element such as `<Endpoint method="PUT" path="/a/b" />`',
}
_BUILT = "_site"


def require_something(made: Made, pages: str, dialect: Dialect) -> None:
    """Raises NothingReadError if the pages state no operation, no schema and no socket message."""
    if made.api.operations or made.api.schemas or made.sockets:
        return
    read = f"no operation and no schema in {pages} ({counted(len(made.site.pages), 'page')} read)"
    raise NothingReadError(f"{read}; {_looked_for(dialect)}")


def _looked_for(dialect: Dialect) -> str:
    """A sentence that says where operations and schemas were looked for."""
    places = [
        _PLACES[one].format(path_field=dialect.path_field, path_word=(*dialect.path_words, "url")[0].upper())
        for one in dialect.operation_places
    ]
    within = f", below {_titles(dialect.operation_sections)}" if dialect.operation_sections else ""
    schemas = f"; for schemas below {_titles(dialect.definition_sections)}" if dialect.definition_sections else ""
    return f"looked for operations in {', '.join(places)}{within}{schemas}"


def _titles(patterns: tuple[str, ...]) -> str:
    return " or ".join(f"`{one}`" for one in patterns[:2])


def why_no_page(pages: Path) -> str:
    """Why a folder or a file contains no page."""
    if not pages.is_dir():
        return f"{pages} is not a page: a page is a Markdown or HTML file"
    if pages.resolve().name == _BUILT:
        return f"{pages} is what Jekyll has built; give the folder of the pages that it was built from"
    return f"{pages} holds no page: no Markdown file, and no HTML file with front matter"


def is_page(file: Path) -> bool:
    """Whether a file given by the user can be a page, by its name or its first line."""
    if file.suffix.casefold() in (".md", ".markdown", ".mkd", ".mkdn", ".mkdown", ".mdx", ".txt", ""):
        return True
    with file.open("rb") as stream:
        return has_front_matter(stream.read(64))
