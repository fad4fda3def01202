"""Recognizes HTTP statuses at the beginning of a cell or an item: `204`, `404 Not Found`, `**429**: Wait.`, `5xx`."""

from jekyll_openapi.pages.document import Cell, Table, plain
from jekyll_openapi.patterns import regex

_DIGITS = tuple("12345")
"""What a status begins with."""
_STATUS = r"([1-5](?:\d\d|XX|xx))"
"""Matches a status, or a class of them as OpenAPI writes it, in letters of either case."""
CODE = regex(rf"(?:[Hh][Tt][Tt][Pp] )?{_STATUS}\b(?:\s*[:\u2013\u2014-]?\s*\(?[A-Za-z' -]*\)?)?", needs=_DIGITS)
"""Matches a cell that names a status: `204`, `404 Not Found`, `HTTP 429 (Too Many Requests)`."""
LEADING = regex(
    rf"[*_]*(?:HTTP )?(?:(?:[Ss]tatus )?[Cc]ode[*_]*:[*_]*\s*)?{_STATUS}\b(?: [A-Z][A-Za-z' -]*?)?[*_]*\s*"
    r"(?:[:\u2013\u2014-]\s*|$)[*_]*\s*",
    needs=_DIGITS,
)
"""Matches the status that begins an item: `**404**: No such tool.`"""


def code_of(cell: Cell) -> str:
    """The status that a cell names, and nothing else; empty if it names none."""
    found = CODE.fullmatch(plain(cell.spans).strip("`*_: "))
    return found[1].upper() if found else ""


def lists_statuses(table: Table) -> bool:
    """Whether each row begins with a status, so that it is about an answer and no property."""
    return bool(table.rows) and all(row.cells and code_of(row.cells[0]) for row in table.rows)
