"""Findings as records: rule, message, location, hint. `report` renders them, `cli` exits."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

from jekyll_openapi.records import dataclass

Severity = Literal["error", "warning"]


_SOURCES: list[tuple[str, tuple[str, ...]]] = [("", ())]
_NUMBERS: dict[tuple[str, tuple[str, ...]], int] = {}
_MOST = 2**32 - 1
"""The greatest line and column, of 32 bits each; a page has a megabyte."""
_RANGE, _ENDS = 2**128 - 1, 2**64 - 1
"""The bits of a location behind those of its source, and those of where it ends."""


def source_bits(file: str, data: tuple[str, ...]) -> int:
    """What the number of a location says of the file and the data."""
    number = _NUMBERS.get((file, data))
    if number is None:
        number = _NUMBERS[file, data] = len(_SOURCES)
        _SOURCES.append((file, data))
    return number << 128


class Location(int):
    """A range in a file. Lines and columns count from 1, columns in characters; the end is exclusive.

    All of it is one number, since every text has its place: an object with fields takes twice the memory.
    """

    __slots__ = ()

    def __new__(
        cls,
        file: str,
        line: int = 1,
        column: int = 1,
        end_line: int = 0,
        end_column: int = 0,
        data: tuple[str, ...] = (),
    ) -> "Location":
        """A place by the POSIX path relative to the site folder; an `end_line` of 0 if the end is unknown."""
        if (line | column | end_line | end_column) >> 32:
            line, column, end_line, end_column = (
                min(max(one, 0), _MOST) for one in (line, column, end_line, end_column)
            )
        return placed(source_bits(file, data), line, column, end_line, end_column)

    @property
    def file(self) -> str:
        """POSIX path relative to the site folder."""
        return _SOURCES[self >> 128][0]

    @property
    def line(self) -> int:
        return self >> 96 & _MOST

    @property
    def column(self) -> int:
        return self >> 64 & _MOST

    @property
    def end_line(self) -> int:
        """0 if the end is unknown."""
        return self >> 32 & _MOST

    @property
    def end_column(self) -> int:
        return self & _MOST

    @property
    def data(self) -> tuple[str, ...]:
        """The places in the site's data, `path:line` each, of what Liquid shows here."""
        return _SOURCES[self >> 128][1]

    def until(self, last: "Location") -> "Location":
        """From where this one begins to where another one of the file ends."""
        return int.__new__(Location, self & ~_ENDS | last & _ENDS)

    def moved(self, columns: int) -> "Location":
        """The place so many columns further right, with the same end."""
        return int.__new__(Location, self + (columns << 64)) if columns else self

    def on_line(self, line: int) -> "Location":
        """The same columns, on one line."""
        return Location(self.file, line, self.column, line, self.end_column, self.data)

    def stated_by(self, data: tuple[str, ...]) -> "Location":
        """The same range, stated at these places in the site's data."""
        if data == self.data:
            return self
        return int.__new__(Location, source_bits(self.file, data) | self & _RANGE)

    def __lt__(self, other: int) -> bool:
        """Whether it comes before another one, by the path of the file."""
        return self.order < other.order if isinstance(other, Location) else NotImplemented

    def __gt__(self, other: int) -> bool:
        return self.order > other.order if isinstance(other, Location) else NotImplemented

    def __le__(self, other: int) -> bool:
        return not self > other

    def __ge__(self, other: int) -> bool:
        return not self < other

    @property
    def order(self) -> tuple[str, int, tuple[str, ...]]:
        """What places compare by. To sort by it is quicker than to compare them in pairs."""
        file, data = _SOURCES[self >> 128]
        return file, self & _RANGE, data

    @property
    def _parts(self) -> tuple[str, int, int, int, int, tuple[str, ...]]:
        return self.file, self.line, self.column, self.end_line, self.end_column, self.data

    def __getnewargs__(self) -> tuple[str, int, int, int, int, tuple[str, ...]]:  # type: ignore[override]
        return self._parts

    def __repr__(self) -> str:
        return f"Location{self._parts}"

    def __str__(self) -> str:
        """`path:line`, the form of `x-source`."""
        return f"{self.file}:{self.line}"


located: Callable[[int], Location] = partial(int.__new__, Location)
"""The location of a number."""


def placed(source: int, line: int, column: int, end_line: int, end_column: int) -> Location:
    """A place by what `source_bits` gives; a page has thousands, and this takes half the time of `Location`."""
    return located(source | line << 96 | column << 64 | end_line << 32 | end_column)


BOTH_LINES = 1 << 96 | 1 << 32
COLUMN = 1 << 64
"""For a place that begins and ends on one line, in half the steps of `placed`: the sum of `source_bits`, the line times
`BOTH_LINES`, the column times `COLUMN`, and the end column."""


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
