"""Tables that a sync fills and events keep current. After missed events they are compared with the service."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Mapping
from typing import Any

from ..trading.facts import TradingDescription
from .engine import Engine
from .errors import MOST_TEXT, StreamRefused
from .intake import Intake
from .tables import Change, Tables

Message = Mapping[str, Any]
Refusal = Callable[[str, Message], StreamRefused | None]
SYNC = 30.0
"""Seconds to wait for a sync that the stream starts by itself."""
QUIET = 2.0
"""Seconds without a further part after which a sync in parts is complete, if the connection is alive."""
RESYNC_PAUSE = 5.0
"""Seconds between two syncs caused by unreadable frames."""


def content_of(endpoint: str, message: Message, refusal: Refusal) -> Any:
    """Content of an answer; raises StreamRefused."""
    if (found := refusal(endpoint, message)) is not None:
        raise StreamRefused(endpoint, found.status, found.text[:MOST_TEXT], found.wait)
    return message.get("d")


class LiveTables:
    """The tables of a stream, kept current."""

    def __init__(
        self,
        description: TradingDescription,
        engine: Engine,
        look_again: Callable[[str | None], Coroutine[Any, Any, None]],
        refusal: Refusal,
    ) -> None:
        self.tables = Tables(self._model_reader)
        self._description, self._engine = description, engine
        self._look_again, self._refusal = look_again, refusal
        self._sync: Mapping[str, Any] | None = None
        self._asked_as = "user/syncrequest"
        self._has_synced = self._is_behind = self._is_comparing = False
        self._last_part: asyncio.TimerHandle | None = None
        self.tables.listen("command", self._notice)

    def close(self) -> None:
        """Stop waiting for parts of an answer."""
        if self._last_part is not None:
            self._last_part.cancel()

    async def sync(self, users: Iterable[int], *, split: bool, seconds: float) -> None:
        """Fill the tables with everything of these users and those of earlier calls."""
        before = self._sync
        known = before["users"] if before else ()
        self._sync = {"users": list(dict.fromkeys([*known, *users])), **({"splitResponses": True} if split else {})}
        try:
            await self._synchronise(seconds)
        except BaseException:
            self._sync = before
            raise

    async def restore(self) -> None:
        """After reconnecting: sync again, if a sync was asked for before."""
        if self._sync is not None:
            await self._synchronise(SYNC)

    async def _synchronise(self, seconds: float) -> None:
        assert self._sync is not None
        is_whole, is_first = "splitResponses" not in self._sync, not self._has_synced
        intake = self.tables.begin(is_first=is_first)
        if self._last_part is not None:
            self._last_part.cancel()

        def take(message: Message) -> bool:
            # What follows the answer is newer, and may stand in the same frame.
            if self._refusal(self._asked_as, message) is None and isinstance(content := message.get("d"), Mapping):
                intake.take(self._rows(content))
                if is_whole:
                    intake.finish()
                else:
                    self._finish_later(intake)
            return not is_whole

        try:
            message = await self._engine.request(self._asked_as, "", self._sync, seconds, take)
            content_of(self._asked_as, message, self._refusal)
        except StreamRefused as error:
            # Pages write it in two ways.
            if error.status != 404 or self._asked_as != "user/syncrequest":
                raise
            self._asked_as = "user/syncRequest"
            return await self._synchronise(seconds)
        self._has_synced = True
        if is_first:
            # Doubts of an earlier run may be about what was just listed, and of that no event will tell.
            self._engine.spawn(self._look_again(None))

    def _finish_later(self, intake: Intake) -> None:
        """Finish the sync once no more parts arrive over a live connection."""
        loop = asyncio.get_running_loop()
        came_at = loop.time()

        def look() -> None:
            heard_at = self._engine.heard_at
            if heard_at >= came_at + QUIET:
                intake.finish()
            elif heard_at:
                self._last_part = loop.call_later(0.5, look)

        if self._last_part is not None:
            self._last_part.cancel()
        self._last_part = loop.call_later(QUIET, look)

    def _rows(self, content: Message) -> dict[str, list[Message]]:
        """The entities of an answer, by type."""
        lists = ((self._kind_of(name), listed) for name, listed in content.items() if isinstance(listed, list))
        return {kind: [one for one in listed if isinstance(one, Mapping)] for kind, listed in lists}

    def take_event(self, content: object) -> bool:
        """Apply an event; returns whether it names an entity."""
        if not isinstance(content, Mapping):
            return False
        kind, event, entity = (content.get(name) for name in ("entityType", "eventType", "entity"))
        entities = entity if isinstance(entity, list) else [entity]
        known = [one for one in entities if isinstance(one, Mapping) and type(one.get("id")) is int]
        if not isinstance(kind, str) or not kind:
            return False
        for one in known:
            self.tables.apply(kind[:1].lower() + kind[1:], str(event), one)
        return len(known) == len(entities)

    def _notice(self, change: Change[Any]) -> None:
        """Reconcile a trade in doubt when a command with its tag arrives."""
        row = getattr(change.new, "raw", None)
        tag = row.get(self._description.facts.tag) if isinstance(row, Mapping) else None
        if isinstance(tag, str) and tag:
            self._engine.spawn(self._look_again(tag))

    def catch_up(self) -> None:
        """Sync again soon, because events were lost."""
        self._is_behind = True
        if self._sync is not None and not self._is_comparing:
            self._is_comparing = True
            self._engine.spawn(self._compare())

    async def _compare(self) -> None:
        try:
            while self._is_behind:
                self._is_behind = False
                await self.restore()
                await asyncio.sleep(RESYNC_PAUSE)
        except Exception as error:
            # A new connection begins with a sync, and knows what to do where that is refused.
            self._engine.renew(f"the tables could not be compared: {type(error).__name__}")
        finally:
            self._is_comparing = False

    def _model_reader(self, kind: str) -> Callable[[Mapping[str, Any]], Any]:
        """Builds the model of an entity; a plain mapping if the description lacks its type."""
        name = kind[:1].upper() + kind[1:]
        description = self._description
        if name not in description.shapes:
            return dict
        return description.reader.of({"$ref": f"#/components/schemas/{name}"})

    def _kind_of(self, listed: str) -> str:
        """The entity type of a list in the answer: `order` for `orders`."""
        for ending, other in (("ies", "y"), ("ses", "s"), ("xes", "x"), ("s", "")):
            kind = listed.removesuffix(ending) + other if listed.endswith(ending) else ""
            if kind and kind[:1].upper() + kind[1:] in self._description.shapes:
                return kind
        return listed.removesuffix("ies") + "y" if listed.endswith("ies") else listed.removesuffix("s")
