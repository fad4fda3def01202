"""Findings as records: rule, message, location, hint. `report` renders them, `cli` exits."""

from collections.abc import Callable, Sequence
from typing import Literal

from jekyll_openapi.records import dataclass

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A range in a file. Lines and columns count from 1, columns in characters; the end is exclusive."""

    file: str
    """POSIX path relative to the site folder."""
    line: int = 1
    column: int = 1
    end_line: int = 0
    """0 if the end is unknown."""
    end_column: int = 0
    data: tuple[str, ...] = ()
    """The places in the site's data, `path:line` each, of what Liquid shows here."""

    def __str__(self) -> str:
        """`path:line`, the form of `x-source`."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of defect, under the kebab-case name that reports show."""

    name: str
    severity: Severity
    """`error`: left out of the description; `warning`: included with the best interpretation."""
    summary: str
    explanation: str
    """What `jekyll-openapi rule NAME` prints below the summary: what was found, what was done, what to do."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding."""

    rule: Rule
    message: str
    location: Location
    hint: str = ""


Report = Callable[[Diagnostic], None]
"""Receives findings; `list.append` is a valid Report."""


class NoPagesError(Exception):
    """No page could be read; holds the folder or page, and the findings that say why."""

    def __init__(self, pages: str, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__("no page could be read")
        self.pages = pages
        self.diagnostics = tuple(diagnostics)
