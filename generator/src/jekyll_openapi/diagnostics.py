"""What can be said about a page: a rule, a message, a place, a hint. Rendering is in `report`, exiting in `cli`."""

from collections.abc import Callable, Sequence
from typing import Literal

from jekyll_openapi.records import dataclass

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A span of a file. Lines and columns count from 1, columns in characters; the end is exclusive."""

    file: str
    """POSIX path relative to the site folder."""
    line: int = 1
    column: int = 1
    end_line: int = 0
    """0 where the end is not known."""
    end_column: int = 0

    def __str__(self) -> str:
        """`path:line`, the form of `x-source`."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of defect, under the kebab-case name that every report shows."""

    name: str
    severity: Severity
    """`error`: left out of the spec; `warning`: emitted with the best reading."""
    summary: str
    explanation: str
    """What `jekyll-openapi rule NAME` prints below the summary: what was found, what was done, what to do."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding."""

    rule: Rule
    message: str
    location: Location
    hint: str = ""


Report = Callable[[Diagnostic], None]
"""Where a stage hands its findings; `list.append` is one."""


class NoPagesError(Exception):
    """Nothing that could be read as a page; has the findings that say why."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__("no page could be read")
        self.diagnostics = tuple(diagnostics)
