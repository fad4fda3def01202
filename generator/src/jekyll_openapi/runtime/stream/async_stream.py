"""A stream for tasks: `async with api.stream() as stream`."""

from __future__ import annotations

import contextlib
import json
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self, TypeVar, overload

from ..errors import ApiError
from ..trading.facts import TradingDescription
from ..trading.failures import find_failure
from ..wire import time_text
from .engine import CONNECT, Engine, Gap, State
from .errors import StreamClosed, StreamError, StreamRefused
from .market import (
    MOST_BARS,
    MOST_QUOTES,
    Bar,
    Depth,
    Histogram,
    Quote,
    Tick,
    chart_request,
    read_time,
)
from .replay import Clock
from .subscriptions import MarketData
from .tables import Change, Reader, Table, Tables

log: logging.Logger = logging.getLogger(__package__)

QUOTA_PAUSE = 60.0
"""Seconds of rest after the service said that there are too many connections."""

T = TypeVar("T")
Message = Mapping[str, Any]
Token = Callable[[], Awaitable[str]]


@dataclass(frozen=True, slots=True)
class Sockets:
    """Where the sockets are; `wss://...` or, for a fake, `ws://...`."""

    main: str
    market_data: str
    replay: str


@dataclass(frozen=True, slots=True)
class Doorway:
    """What a stream needs of the client that it belongs to."""

    description: TradingDescription
    sockets: Sockets
    token: Token
    """Gives a token that holds, within the client's budget of logins."""
    refused: Callable[[], bool]
    """Told that the service refused the token; whether another one can be had."""
    find_contract: Callable[[str], Awaitable[int | None]]
    look_again: Callable[[str], Awaitable[None]]
    """Told of a tag that came on a command: a trade in doubt with it is looked up."""


class AsyncStream:
    """Live tables, market data and requests over sockets that are opened again when they end.

    `gaps` says when there was no connection; what changed meanwhile is found by comparing and told as changes.
    """

    def __init__(
        self,
        doorway: Doorway,
        *,
        on_state: Callable[[State, str], None] | None = None,
        replay: Mapping[str, Any] | None = None,
        connect: float = CONNECT,
    ) -> None:
        self._doorway = doorway
        self._connect_seconds = connect
        self._replay = replay
        self._told = on_state or (lambda state, why: None)
        self.tables = Tables(self._model_reader)
        self.clock = Clock(None, 0, False)
        self._clocks: list[Reader[Clock]] = []
        url = doorway.sockets.replay if replay is not None else doorway.sockets.main
        self._main = self._engine(url, self._restore, self._on_main)
        self._market: Engine | None = self._main if replay is not None else None
        self._sync: Mapping[str, Any] | None = None
        self._has_synced = False
        self._asked_as = "user/syncrequest"
        self._market_data: MarketData = MarketData(
            doorway.find_contract, self._market_engine, lambda: self._market, self._content
        )
        self.tables.listen("command", self._notice)

    def _engine(self, url: str, restore: Callable[[], Awaitable[None]], told: Callable[[State, str], None]) -> Engine:
        return Engine(url, self._doorway.token, self._take, restore, told, self._doorway.refused)

    def _on_main(self, state: State, why: str) -> None:
        if state == "closed":
            self._fail_readers(StreamClosed(why))
        self._told(state, why)

    def _on_market(self, state: State, why: str) -> None:
        if state == "closed":
            self._market_data.fail(StreamClosed(f"market data: {why}"))

    def _fail_readers(self, error: StreamError) -> None:
        """End every loop, since nothing will come any more."""
        self.tables.close(error)
        for reader in list(self._clocks):
            reader.fail(error)
        if self._market is None or self._market is self._main:
            self._market_data.fail(error)

    # --- life ---------------------------------------------------------------------------------------------------------

    async def __aenter__(self) -> Self:
        await self._main.start(self._connect_seconds)
        try:
            if self._replay is not None:
                await self._begin_replay()
        except BaseException:
            await self.close()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """End the connections, and every loop over what they bring."""
        error = StreamClosed("the stream was closed")
        self._fail_readers(error)
        self._market_data.fail(error)
        for engine in self._engines():
            await engine.close()

    def _engines(self) -> list[Engine]:
        return [self._main, *([self._market] if self._market and self._market is not self._main else [])]

    @property
    def state(self) -> State:
        """`connecting`, `live`, `reconnecting` or `closed`."""
        return self._main.state

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The times without a connection, of both sockets."""
        return tuple(sorted((gap for engine in self._engines() for gap in engine.gaps), key=lambda gap: gap.start))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.state} {self._main.url}>"

    # --- requests -----------------------------------------------------------------------------------------------------

    async def send(self, endpoint: str, body: object = None, *, query: str = "", timeout: float = 15.0) -> Any:
        """The content of the answer to a plain request, unchecked and sent once; raises StreamRefused outside 2xx.

        For operations of the description use the client over the socket, `stream.call` or `transport="socket"`: they
        are checked, classed and sent at most once.
        """
        return self._content(endpoint, await self._main.request(endpoint, query, body, timeout))

    async def answer(self, endpoint: str, query: str, body: str | None, seconds: float) -> tuple[int, Any]:
        """Status and content of an answer, for the transport."""
        message = await self._main.request(endpoint, query, body, seconds)
        return message["s"] if isinstance(message.get("s"), int) else 0, message.get("d")

    def _content(self, endpoint: str, message: Message) -> Any:
        status, content = message.get("s"), message.get("d")
        if not isinstance(status, int) or not 200 <= status < 300:
            raise StreamRefused(endpoint, status if isinstance(status, int) else 0, str(content)[:500])
        facts = self._doorway.description.facts
        known = {"operation": endpoint, "status": status, "again": "no"}
        failure = find_failure(content, facts, str, lambda: known, is_read=True)
        if isinstance(failure, ApiError):
            raise StreamRefused(endpoint, status, failure.summary())
        return content

    # --- tables -------------------------------------------------------------------------------------------------------

    async def sync(self, users: Iterable[int], *, split: bool = False, timeout: float = 30.0) -> Self:
        """Fill the tables with all that belongs to the users, and keep them current from now on.

        `split` is needed for an administrator of an organisation; the answer then comes in parts. Users of an earlier
        call are kept.
        """
        before = self._sync
        known = before["users"] if before else ()
        self._sync = {"users": list(dict.fromkeys([*known, *users])), **({"splitResponses": True} if split else {})}
        try:
            await self._synchronise(timeout)
        except BaseException:
            self._sync = before
            raise
        return self

    async def _synchronise(self, seconds: float) -> None:
        assert self._sync is not None
        is_whole, is_first = "splitResponses" not in self._sync, not self._has_synced

        def take(message: Message) -> None:
            # What follows the answer is newer, and may stand in the same frame.
            status = message.get("s")
            if isinstance(status, int) and 200 <= status < 300:
                self._fill(message.get("d"), is_first=is_first, is_whole=is_whole)

        try:
            message = await self._main.request(self._asked_as, "", self._sync, seconds, take)
            self._content(self._asked_as, message)
        except StreamRefused as error:
            # Pages write it in two ways.
            if error.status != 404 or self._asked_as != "user/syncrequest":
                raise
            self._asked_as = "user/syncRequest"
            return await self._synchronise(seconds)
        self._has_synced = True

    def _fill(self, content: Any, *, is_first: bool, is_whole: bool) -> None:
        if not isinstance(content, Mapping):
            return
        rows = {
            self._kind_of(name): [one for one in listed if isinstance(one, Mapping)]
            for name, listed in content.items()
            if isinstance(listed, list)
        }
        self.tables.replace(rows, is_first=is_first, is_whole=is_whole)

    def table(self, kind: str) -> Table[Any]:
        """The entities of a type, such as `order`, by id."""
        return self.tables.table(kind)

    @overload
    def changes(self, kind: type[T], /) -> Reader[Change[T]]: ...
    @overload
    def changes(self, *kinds: type[Any] | str) -> Reader[Change[Any]]: ...
    def changes(self, *kinds: Any) -> Reader[Change[Any]]:
        """A loop over the changes of entities: of a model, of a type by name, of several, or of all."""
        names = [one if isinstance(one, str) else _entity_of(one) for one in kinds]
        return self.tables.changes(*names)

    def _model_reader(self, kind: str) -> Callable[[Mapping[str, Any]], Any]:
        """Makes the model of an entity; of a type that the description lacks, the mapping itself is the entity."""
        name = kind[:1].upper() + kind[1:]
        description = self._doorway.description
        if name not in description.shapes:
            return dict
        return description.reader.of({"$ref": f"#/components/schemas/{name}"})

    def _kind_of(self, listed: str) -> str:
        """The type of the entities that stand in a list of this name: `orders`, `contractMaturities`."""
        for ending, other in (("ies", "y"), ("ses", "s"), ("xes", "x"), ("s", "")):
            kind = listed.removesuffix(ending) + other if listed.endswith(ending) else ""
            if kind and kind[:1].upper() + kind[1:] in self._doorway.description.shapes:
                return kind
        return listed.removesuffix("ies") + "y" if listed.endswith("ies") else listed.removesuffix("s")

    def _notice(self, change: Change[Any]) -> None:
        """Look up a trade in doubt when a command with its tag comes."""
        row = getattr(change.new, "raw", None)
        tag = row.get(self._doorway.description.facts.tag) if isinstance(row, Mapping) else None
        if isinstance(tag, str) and tag:
            self._main.spawn(self._look_again(tag))

    async def _look_again(self, tag: str) -> None:
        await self._doorway.look_again(tag)

    # --- market data --------------------------------------------------------------------------------------------------

    async def quotes(self, symbol: str | int) -> Reader[Quote]:
        """A loop over quotes, always the latest one; raises StreamRefused where the symbol may not be seen."""
        return await self._read("quotes", symbol, MOST_QUOTES)

    async def dom(self, symbol: str | int) -> Reader[Depth]:
        """A loop over the order book, always the latest one."""
        return await self._read("doms", symbol, MOST_QUOTES)

    async def histogram(self, symbol: str | int) -> Reader[Histogram]:
        """A loop over the histogram, always the latest one."""
        return await self._read("histograms", symbol, MOST_QUOTES)

    async def chart(
        self, symbol: str | int, bars: str = "5m", history: int | datetime = 100, *, with_histogram: bool = False
    ) -> Reader[Bar | Tick]:
        """A loop over the bars or ticks of a chart, history first: `5m`, `1h`, `1d` or `1t` a bar."""
        request = chart_request(symbol, bars, history, with_histogram=with_histogram)
        return await self._market_data.subscribe(("charts", json.dumps(request, sort_keys=True)), request, MOST_BARS)

    async def _read(self, kind: str, symbol: str | int, most: int) -> Reader[Any]:
        return await self._market_data.subscribe((kind, str(symbol)), {"symbol": symbol}, most)

    async def _market_engine(self) -> Engine:
        if self._market is None:
            self._market = self._engine(self._doorway.sockets.market_data, self._market_data.restore, self._on_market)
            try:
                await self._market.start(self._connect_seconds)
            except BaseException:
                self._market = None
                raise
        return self._market

    # --- replay -------------------------------------------------------------------------------------------------------

    async def set_speed(self, speed: int) -> None:
        """Let the replay go on at another speed, 0 to 400 percent."""
        await self.send("replay/changeSpeed", {"speed": speed})

    def clocks(self) -> Reader[Clock]:
        """A loop over the time of a replay, always the latest."""
        reader: Reader[Clock] = Reader(1, self._clocks.remove, is_latest=True)
        self._clocks.append(reader)
        return reader

    async def _begin_replay(self) -> None:
        assert self._replay is not None
        start = {"startTimestamp": self._replay["startTimestamp"]}
        answer = await self.send("replay/checkReplaySession", start)
        if isinstance(answer, Mapping) and answer.get("checkStatus", "OK") != "OK":
            raise StreamRefused("replay/checkReplaySession", 200, str(answer.get("checkStatus")))
        await self.send("replay/initializeClock", self._replay)

    # --- what comes ---------------------------------------------------------------------------------------------------

    def _take(self, message: Message) -> None:
        """One message that is no answer to a request."""
        content = message.get("d")
        match message.get("e"):
            case "props" if isinstance(content, Mapping):
                self._take_props(content)
            case "md" if isinstance(content, Mapping):
                self._market_data.take_rows(content)
            case "chart" if isinstance(content, Mapping):
                self._market_data.take_charts(content)
            case "clock":
                self._take_clock(content)
            case "shutdown":
                self._take_shutdown(content if isinstance(content, Mapping) else {})
            case _:
                log.info("a message was passed over: %s", sorted(map(str, message))[:10])

    def _take_props(self, content: Mapping[str, Any]) -> None:
        kind, event, entity = (content.get(name) for name in ("entityType", "eventType", "entity"))
        entities = entity if isinstance(entity, list) else [entity]
        for one in entities:
            if isinstance(kind, str) and isinstance(one, Mapping):
                self.tables.apply(kind[:1].lower() + kind[1:], str(event), one)

    def _take_clock(self, content: object) -> None:
        if isinstance(content, str):
            # The content is JSON inside a text.
            with contextlib.suppress(ValueError):
                content = json.loads(content)
        if not isinstance(content, Mapping):
            return
        speed = content.get("s")
        known = speed if isinstance(speed, int) else self.clock.speed
        self.clock = Clock(read_time(content.get("t")), known, known == 0)
        for reader in self._clocks:
            reader.put(self.clock)

    def _take_shutdown(self, content: Mapping[str, Any]) -> None:
        reason = str(content.get("reasonCode"))
        log.warning("the service ends the connection soon: %s %s", reason, str(content.get("reason") or "")[:200])
        if reason in ("ConnectionQuotaReached", "IPQuotaReached"):
            # Coming back at once would take the place of another connection of the same user.
            for engine in self._engines():
                engine.rest(QUOTA_PAUSE)

    # --- after a new connection ---------------------------------------------------------------------------------------

    async def _restore(self) -> None:
        if self._replay is not None:
            moment = self.clock.time or read_time(self._replay["startTimestamp"])
            if moment is not None:
                again = {"startTimestamp": time_text(moment)}
                self._replay = {**self._replay, **again}
            await self._begin_replay()
        if self._sync is not None:
            await self._synchronise(30.0)
        if self._market is self._main:
            await self._market_data.restore()


def _entity_of(model: Any) -> str:
    """The type of the entities that a model is of."""
    name = str(getattr(model, "_schema", "") or model.__name__)
    return name[:1].lower() + name[1:]
