"""Names that stay apart: no two schemas and no two operations are one in snake_case."""

import re
from collections.abc import Iterable

from jekyll_openapi.diagnostics import Diagnostic, Location, Report
from jekyll_openapi.rules import CHANGED_NAME

_WORD = re.compile(r"[A-Za-z0-9]+")
_SAFE = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


class Names:
    """The names given so far of one kind (schemas or operations)."""

    def __init__(self, kind: str, report: Report) -> None:
        self._kind = kind
        self._report = report
        self._taken: set[str] = set()

    def give(self, wanted: Iterable[str], location: Location) -> str:
        """The first wanted name that is free, else the last one with a number; a name not wanted first is reported."""
        candidates = list(dict.fromkeys(name for name in map(as_name, wanted) if name)) or [self._kind]
        first = next(iter(wanted), "") if not isinstance(wanted, str) else wanted
        name = next((name for name in candidates if self.is_free(name)), None) or self._numbered(candidates[-1])
        self._taken.add(_key(name))
        if name != first:
            message = f"the {self._kind} is named `{name}`, since `{first}` is taken or cannot be used"
            self._report(Diagnostic(CHANGED_NAME, message, location, "give it a name of its own"))
        return name

    def is_free(self, name: str) -> bool:
        """Whether no name given so far is the same without case, `_` and `-`."""
        return _key(name) not in self._taken

    def _numbered(self, name: str) -> str:
        return next(f"{name}{number}" for number in range(2, len(self._taken) + 3) if self.is_free(f"{name}{number}"))


def _key(name: str) -> str:
    return "".join(_WORD.findall(name)).casefold()


def as_name(text: str) -> str:
    """The text as an identifier: itself where it is one, else its words joined; empty where it holds none."""
    if _SAFE.fullmatch(text):
        return text
    joined = "".join(upper_first(word) for word in _WORD.findall(text))
    return joined if not joined[:1].isdigit() else f"N{joined}"


def upper_first(text: str) -> str:
    """`placeOCO` becomes `PlaceOCO`."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """`CashBalance` becomes `cashBalance`."""
    return text[:1].lower() + text[1:]
