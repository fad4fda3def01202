"""What a sync answers with, laid over the tables: in one part or several, with events in between."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

Row = Mapping[str, Any]


class Into(Protocol):
    """The tables."""

    def fill(self, kind: str, number: int, row: Row) -> None:
        """Keep an entity without telling anybody."""
        ...

    def apply(self, kind: str, event: str, entity: Row, *, is_caught_up: bool = False) -> None:
        """Take in a change, and tell of it."""
        ...

    def numbers(self, kind: str) -> list[int]:
        """The ids of all entities of a type."""
        ...


class Intake:
    """One sync: from the request on, until all parts of its answer are there.

    An event that came since the request is kept over the answer: whatever was done after it has an event of its own.
    """

    def __init__(self, tables: Into, *, is_first: bool) -> None:
        self._tables, self._is_first = tables, is_first
        self._listed: dict[str, set[int]] = {}
        self._changed: set[tuple[str, int]] = set()
        self._is_over = False

    def note(self, kind: str, number: int) -> None:
        """An event told of the entity."""
        if not self._is_over:
            self._changed.add((kind, number))

    def take(self, rows: Mapping[str, list[Row]]) -> None:
        """Take in an answer, or a part of it."""
        for kind, listed in rows.items():
            seen = self._listed.setdefault(kind, set())
            for row in listed:
                number = row.get("id")
                if not isinstance(number, int):
                    continue
                seen.add(number)
                if (kind, number) in self._changed:
                    continue
                if self._is_first:
                    self._tables.fill(kind, number, row)
                else:
                    self._tables.apply(kind, "Updated", row, is_caught_up=True)

    def finish(self) -> None:
        """All parts are there: of types that were listed, what was not is gone."""
        if self._is_over:
            return
        self._is_over = True
        for kind, seen in self._listed.items():
            for number in self._tables.numbers(kind):
                if number not in seen and (kind, number) not in self._changed:
                    self._tables.apply(kind, "Deleted", {"id": number}, is_caught_up=True)
        self._changed.clear()
