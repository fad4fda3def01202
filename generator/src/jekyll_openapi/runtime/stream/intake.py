"""Merges the answer of a sync into the tables, although it may come in parts with events in between."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

Row = Mapping[str, Any]


class Into(Protocol):
    """The tables, as far as a sync changes them."""

    def fill(self, kind: str, number: int, row: Row) -> None:
        """Store an entity without notifying readers."""
        ...

    def apply(self, kind: str, event: str, entity: Row, *, is_caught_up: bool = False) -> None:
        """Apply a change and notify readers."""
        ...

    def numbers(self, kind: str) -> list[int]:
        """Ids of all entities of a type."""
        ...


class Intake:
    """One sync, from its request until the whole answer has arrived.

    An event that arrives after the request wins over the answer, since it is newer.
    """

    def __init__(self, tables: Into, *, is_first: bool) -> None:
        self._tables, self._is_first = tables, is_first
        self._listed: dict[str, set[int]] = {}
        self._changed: set[tuple[str, int]] = set()
        self._is_over = False

    def note(self, kind: str, number: int) -> None:
        """Note that an event changed the entity."""
        if not self._is_over:
            self._changed.add((kind, number))

    def take(self, rows: Mapping[str, list[Row]]) -> None:
        """Store an answer, or a part of it."""
        for kind, listed in rows.items():
            seen = self._listed.setdefault(kind, set())
            for row in listed:
                number = row.get("id")
                if type(number) is not int:
                    continue
                seen.add(number)
                if (kind, number) in self._changed:
                    continue
                if self._is_first:
                    self._tables.fill(kind, number, row)
                else:
                    self._tables.apply(kind, "Updated", row, is_caught_up=True)

    def finish(self) -> None:
        """The answer is complete: remove what it did not list, for the types that it listed."""
        if self._is_over:
            return
        self._is_over = True
        for kind, seen in self._listed.items():
            for number in self._tables.numbers(kind):
                if number not in seen and (kind, number) not in self._changed:
                    self._tables.apply(kind, "Deleted", {"id": number}, is_caught_up=True)
        self._changed.clear()
        self._listed.clear()
