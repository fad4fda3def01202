"""Tables of entities, kept current: the first answer and the events since."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, Literal, TypeVar

from .errors import SlowReader, StreamClosed
from .intake import Intake

T = TypeVar("T")
Event = Literal["Created", "Updated", "Deleted"]
MOST_WAITING = 100_000
"""Changes waiting for a slow reader before it gets SlowReader; none is dropped silently."""


@dataclass(frozen=True, slots=True)
class Change(Generic[T]):
    """A change of one entity."""

    event: Event
    entity_type: str
    id: int
    old: T | None
    """The entity before; None if it was not known."""
    new: T | None
    """The entity now; None if it was deleted."""
    at: datetime
    is_caught_up: bool = False
    """It happened while there was no connection and was found by comparing; steps in between are unknown."""


class Table(Mapping[int, T]):
    """The entities of one type by id."""

    def __init__(self, kind: str, read: Callable[[Mapping[str, Any]], T]) -> None:
        self.kind = kind
        self._read = read
        self._rows: dict[int, Mapping[str, Any]] = {}
        self._models: dict[int, T] = {}

    def __getitem__(self, number: int) -> T:
        if number not in self._models:
            self._models[number] = self._read(self._rows[number])
        return self._models[number]

    def __iter__(self) -> Iterator[int]:
        return iter(list(self._rows))

    def __len__(self) -> int:
        return len(self._rows)

    def put(self, number: int, row: Mapping[str, Any]) -> None:
        """Store an entity. Its model is built when it is first read."""
        self._rows[number] = row
        self._models.pop(number, None)

    def drop(self, number: int) -> None:
        """Remove an entity."""
        self._rows.pop(number, None)
        self._models.pop(number, None)

    def holds(self, number: int, row: Mapping[str, Any]) -> bool:
        """Whether the entity is stored with exactly this content."""
        return self._rows.get(number) == row

    def __repr__(self) -> str:
        return f"<Table of {len(self)} {self.kind}>"


class Reader(AsyncIterator[T]):
    """A loop over incoming items: `async for item in reader`. `close` ends it."""

    def __init__(self, most: int, on_close: Callable[[Reader[T]], None], *, is_latest: bool = False) -> None:
        self._waiting: deque[T] = deque()
        self._most = most
        self._is_latest = is_latest
        self._event = asyncio.Event()
        self._error: BaseException | None = None
        self._on_close = on_close
        self._is_closed = False

    def put(self, item: T) -> None:
        """Queue an item. If the queue is full, drop the oldest (latest-only readers) or fail with SlowReader."""
        if self._is_closed or self._error is not None:
            return
        if len(self._waiting) >= self._most:
            if not self._is_latest:
                self.fail(SlowReader(f"{self._most} changes wait for a reader that takes none"))
                return
            self._waiting.popleft()
        self._waiting.append(item)
        self._event.set()

    def fail(self, error: BaseException) -> None:
        """End the loop with an error after the queued items."""
        self._error = self._error or error
        self._event.set()

    async def __anext__(self) -> T:
        while not self._waiting:
            if self._is_closed:
                raise StopAsyncIteration
            if self._error is not None:
                error = self._error
                self.close()
                raise StopAsyncIteration if isinstance(error, StopAsyncIteration) else error
            self._event.clear()
            await self._event.wait()
        return self._waiting.popleft()

    def close(self) -> None:
        """End the loop; queued items are dropped."""
        if not self._is_closed:
            self._is_closed = True
            self._waiting.clear()
            self._event.set()
            self._on_close(self)

    async def aclose(self) -> None:
        """`close`, for `contextlib.aclosing`."""
        self.close()

    async def __aenter__(self) -> Reader[T]:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()


class Tables:
    """All tables, and the readers of their changes."""

    def __init__(self, read: Callable[[str], Callable[[Mapping[str, Any]], Any]]) -> None:
        self._read = read
        self._tables: dict[str, Table[Any]] = {}
        self._readers: list[tuple[frozenset[str], Reader[Change[Any]]]] = []
        self._listeners: dict[str, list[Callable[[Change[Any]], None]]] = {}
        self._intake: Intake | None = None

    def table(self, kind: str) -> Table[Any]:
        """The table of a type; empty if nothing of it has arrived."""
        if kind not in self._tables:
            self._tables[kind] = Table(kind, self._read(kind))
        return self._tables[kind]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The types of which something has arrived."""
        return tuple(self._tables)

    def changes(self, *kinds: str, most: int = MOST_WAITING) -> Reader[Change[Any]]:
        """Iterate over the changes of some types; of all without any."""
        reader: Reader[Change[Any]] = Reader(most, self._forget)
        self._readers.append((frozenset(kinds), reader))
        return reader

    def listen(self, kind: str, listener: Callable[[Change[Any]], None]) -> None:
        """Call a function for each change of a type, before readers get it."""
        self._listeners.setdefault(kind, []).append(listener)

    def apply(self, kind: str, event: str, entity: Mapping[str, Any], *, is_caught_up: bool = False) -> None:
        """Apply an event. Events without an entity id, or that change nothing, are ignored."""
        number = entity.get("id")
        if type(number) is not int:
            return
        if self._intake is not None and not is_caught_up:
            self._intake.note(kind, number)
        table = self.table(kind)
        is_known = number in table
        if event == "Deleted":
            if is_known:
                old = self._old(table, kind, number)
                table.drop(number)
                self._tell(kind, "Deleted", number, old, entity, is_caught_up)
            return
        if is_known and table.holds(number, entity):
            return
        old = self._old(table, kind, number) if is_known else None
        table.put(number, entity)
        self._tell(kind, "Updated" if is_known else "Created", number, old, entity, is_caught_up)

    def begin(self, *, is_first: bool) -> Intake:
        """Start a sync: events from now on win over its answer."""
        self._intake = Intake(self, is_first=is_first)
        return self._intake

    def fill(self, kind: str, number: int, row: Mapping[str, Any]) -> None:
        """Store an entity without notifying readers."""
        self.table(kind).put(number, row)

    def numbers(self, kind: str) -> list[int]:
        """Ids of all entities of a type."""
        return list(self.table(kind))

    def close(self, error: BaseException | None = None) -> None:
        """End all loops."""
        for _, reader in list(self._readers):
            reader.fail(error or StreamClosed("the stream was closed"))

    def _is_read(self, kind: str) -> bool:
        return kind in self._listeners or any(not kinds or kind in kinds for kinds, _ in self._readers)

    def _old(self, table: Table[Any], kind: str, number: int) -> Any:
        """The entity before a change; its model is built only if there is a reader."""
        return table[number] if self._is_read(kind) else None

    def _tell(self, kind: str, event: Event, number: int, old: Any, row: Mapping[str, Any], is_caught_up: bool) -> None:
        if not self._is_read(kind):
            return
        new = None if event == "Deleted" else self.table(kind)[number]
        change = Change(event, kind, number, old, new, datetime.now(UTC), is_caught_up)
        for listener in self._listeners.get(kind, ()):
            listener(change)
        for kinds, reader in list(self._readers):
            if not kinds or kind in kinds:
                reader.put(change)

    def _forget(self, reader: Reader[Any]) -> None:
        self._readers = [one for one in self._readers if one[1] is not reader]
