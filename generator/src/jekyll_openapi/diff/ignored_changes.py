"""Reads a YAML list of reviewed changes to ignore, each with a reason and optionally a day on which it expires.

- rule: property-removed
  place: '#/components/schemas/Order/**'
  reason: Nobody read it; agreed with the desk.
  expires: 2027-01-31
"""

from collections.abc import Iterable, Sequence
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

from jekyll_openapi.diff.change import Change
from jekyll_openapi.openapi.reading import read
from jekyll_openapi.records import dataclass

_KEYS = {"rule", "place", "reason", "expires"}


@dataclass(frozen=True, slots=True)
class IgnoredChange:
    """One entry of the list."""

    rule: str
    """The kind of change; `*` matches any text."""
    place: str
    """JSON pointer, docs line or operation; `*` matches any text."""
    reason: str
    expires: date | None = None

    def covers(self, change: Change) -> bool:
        """Whether the entry applies to the change."""
        places = (change.path, change.location, *change.operations)
        return fnmatchcase(change.kind, self.rule) and any(fnmatchcase(one, self.place) for one in places)

    def __str__(self) -> str:
        return f"{self.rule} at {self.place}"


def read_ignored_changes(path: Path) -> tuple[IgnoredChange, ...]:
    """The entries in a file; raises ReadError and OSError."""
    file = read(path)
    entries = file.content if isinstance(file.content, list) else None
    if entries is None:
        raise file.refusal((), "a list of entries with `rule`, `place` and `reason` is wanted")
    found = []
    for index, entry in enumerate(entries):
        wrong = _wrong(entry)
        if wrong:
            raise file.refusal((index,), wrong)
        expires = date.fromisoformat(str(entry["expires"])) if "expires" in entry else None
        found.append(IgnoredChange(str(entry["rule"]), str(entry.get("place", "*")), str(entry["reason"]), expires))
    return tuple(found)


def _wrong(entry: object) -> str:
    if not isinstance(entry, dict):
        return "an entry is a mapping with `rule`, `place` and `reason`"
    if unknown := set(entry) - _KEYS:
        return f"there is no key `{min(map(str, unknown))}`; known are {', '.join(sorted(_KEYS))}"
    for key in ("rule", "reason"):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            return f"the entry has no `{key}`"
    try:
        date.fromisoformat(str(entry.get("expires", "2000-01-01")))
    except ValueError:
        return f"`expires` is a day like 2027-01-31, not {entry['expires']!r}"
    return ""


def without(
    changes: Sequence[Change], ignored: Iterable[IgnoredChange], today: date
) -> tuple[tuple[Change, ...], tuple[str, ...]]:
    """The changes that no entry covers, and messages about entries that have expired or cover nothing."""
    left, said = tuple(changes), []
    for entry in ignored:
        if entry.expires and entry.expires < today:
            said.append(f"the entry for {entry} has ended on {entry.expires}")
        elif not any(map(entry.covers, changes)):
            said.append(f"the entry for {entry} covers no change")
        else:
            left = tuple(change for change in left if not entry.covers(change))
    return left, tuple(said)
