"""Gives names to schemas and operations: unique even in snake_case, and stable from release to release.

A place identifies what gets a name: `operation post /parcel/send`, `request post /parcel/send`, `schema parcel`,
`values Parcel.speed`. Its letter case is ignored.
"""

from collections.abc import Iterable, Mapping

from jekyll_openapi.diagnostics import Diagnostic, Location, Report
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field
from jekyll_openapi.rules import CHANGED_NAME

_WORD = regex(r"[A-Za-z0-9]+")
_SAFE = regex(r"[A-Za-z][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Kept:
    """Names from the previous release, which the next release keeps."""

    places: Mapping[str, str] = field(default_factory=dict)
    """Place -> name."""
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Enumeration name -> its values."""


class Names:
    """The names given so far to things of one kind (schemas or operations)."""

    def __init__(self, kind: str, report: Report) -> None:
        self._kind = kind
        self._report = report
        self._taken: set[str] = set()
        self._kept: Mapping[str, str] = {}
        self._reserved: frozenset[str] = frozenset()
        self._crowded: frozenset[str] = frozenset()
        self.given: dict[str, str] = {}
        """Place -> name, for the names given so far."""

    def keep(self, kept: Mapping[str, str], crowded: Iterable[str] = ()) -> None:
        """Reserves these names for their places. Names in `crowded` are wanted by several operations, so none gets
        them."""
        self._kept = kept
        # What stands in for a page that is not there gives its name to the page when it comes.
        self._reserved = frozenset(_key(name) for place, name in kept.items() if not place.startswith("link "))
        self._crowded = frozenset(map(_key, crowded))

    def give(self, wanted: Iterable[str], location: Location, place: str = "") -> str:
        """The name for a place: the one from the previous release, or else the first wanted name that is free.

        If all are taken, the last wanted name gets a number. Any name but the first wanted is reported as
        `changed-name`.
        """
        candidates = list(dict.fromkeys(name for name in map(as_name, wanted) if name)) or [self._kind]
        first = next(iter(wanted), "") if not isinstance(wanted, str) else wanted
        name = self._released(place) or self._new(candidates, place)
        self._taken.add(_key(name))
        self.given[place.casefold()] = name
        # A kept name that differs only in case is what the last release had, and no news.
        if name != first and not (_key(name) == _key(first) and place.casefold() in self._kept):
            message = f"the {self._kind} is named `{name}`, since `{first}` is taken or cannot be used"
            self._report(Diagnostic(CHANGED_NAME, message, location, "give it a name of its own"))
        return name

    def is_free(self, name: str) -> bool:
        """Whether no given or reserved name equals this one, ignoring case, `_` and `-`."""
        return _key(name) not in self._taken and _key(name) not in self._reserved

    def free(self, names: Iterable[str]) -> None:
        """Releases reserved names, because the places that they were kept for are gone."""
        self._reserved -= frozenset(map(_key, names))

    def take(self, name: str, place: str) -> str:
        """Gives a kept name to one more place that shares it."""
        self._taken.add(_key(name))
        self.given[place.casefold()] = name
        return name

    def _released(self, place: str) -> str:
        name = self._kept.get(place.casefold(), "")
        return name if name and _key(name) not in self._taken else ""

    def _new(self, candidates: list[str], place: str) -> str:
        # Giving the bare name to one of several would depend on page order.
        is_crowded = place.startswith(("operation ", "request ")) and _key(candidates[0]) in self._crowded
        rest = candidates[1:] if is_crowded and len(candidates) > 1 else candidates
        return next((name for name in rest if self.is_free(name)), None) or self._numbered(candidates[-1])

    def _numbered(self, name: str) -> str:
        most = len(self._taken) + len(self._reserved) + 3
        return next(f"{name}{number}" for number in range(2, most) if self.is_free(f"{name}{number}"))


def operation_place(kind: str, method: str, path: str) -> str:
    """The place for something of an operation, such as `operation post /parcel/send`."""
    return f"{kind} {method} {path}"


def _key(name: str) -> str:
    return "".join(_WORD.findall(name)).casefold()


def as_name(text: str) -> str:
    """The text as an identifier: unchanged if it is one, or else its words joined; empty if it has no letters or
    digits."""
    if _SAFE.fullmatch(text):
        return text
    joined = "".join(upper_first(word) for word in _WORD.findall(text))
    return joined if not joined[:1].isdigit() else f"N{joined}"


def upper_first(text: str) -> str:
    """The text with its first letter in upper case: `placeOCO` becomes `PlaceOCO`."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The text with its first letter in lower case: `CashBalance` becomes `cashBalance`."""
    return text[:1].lower() + text[1:]
