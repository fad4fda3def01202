"""Streams for asyncio: `async with api.stream() as stream`."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self, TypeVar, overload

from ..errors import ApiError
from ..json_parser import read_json
from ..trading.errors import TimePenalty
from ..trading.facts import TradingDescription
from ..trading.failures import find_failure
from ..wire import time_text
from .connection import LOST, Going
from .engine import CONNECT, Engine, Gap, State
from .errors import StreamClosed, StreamError, StreamRefused
from .live_tables import LiveTables, content_of
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
from .tables import Change, Reader, Table

log: logging.Logger = logging.getLogger(__package__)

QUOTA_PAUSE = 60.0
"""Seconds to wait before reconnecting after the service said that there are too many connections."""

T = TypeVar("T")
Message = Mapping[str, Any]
Token = Callable[[], Awaitable[str]]


@dataclass(frozen=True, slots=True)
class Sockets:
    """URLs of the sockets: `wss://...`, or `ws://...` on this machine."""

    main: str
    market_data: str
    replay: str


@dataclass(frozen=True, slots=True)
class Doorway:
    """What a stream uses of its client."""

    description: TradingDescription
    sockets: Sockets
    token: Token
    """Returns a valid token, within the client's budget of logins."""
    refused: Callable[[], bool]
    """Call when the service refused the token; returns whether another can be obtained."""
    find_contract: Callable[[str], Awaitable[int | None]]
    look_again: Callable[[str | None], Coroutine[Any, Any, None]]
    """Call with the tag of a command that arrived, to reconcile the trade in doubt with that tag; None for all of
    them.
    """


class AsyncStream:
    """Live tables, market data and requests over sockets that reconnect by themselves.

    `gaps` lists the times without a connection. What changed meanwhile is found by comparing, and reported as changes
    with `is_caught_up`.
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
        self.clock = Clock(None, 0, False)
        self._clocks: list[Reader[Clock]] = []
        url = doorway.sockets.replay if replay is not None else doorway.sockets.main
        self._main = self._engine(url, self._restore, self._on_main)
        self._market: Engine | None = self._main if replay is not None else None
        self._live = LiveTables(doorway.description, self._main, doorway.look_again, self._refusal)
        self.tables = self._live.tables
        self._market_data: MarketData = MarketData(
            doorway.find_contract, self._market_engine, lambda: self._market, self._content
        )

    def _engine(self, url: str, restore: Callable[[], Awaitable[None]], told: Callable[[State, str], None]) -> Engine:
        return Engine(url, self._doorway.token, self._take, restore, told, self._doorway.refused, self._refusal)

    def _on_main(self, state: State, why: str) -> None:
        if state == "closed":
            self._fail_readers(StreamClosed(why))
        self._told(state, why)

    def _on_market(self, state: State, why: str) -> None:
        if state == "closed":
            self._market_data.fail(StreamClosed(f"market data: {why}"))

    def _fail_readers(self, error: StreamError) -> None:
        """End every loop with an error, because the stream ended for good."""
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
        """Close the connections and end every loop."""
        error = StreamClosed("the stream was closed")
        self._live.close()
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
        """Send a plain request once, unchecked; returns the content of the answer.

        Prefer `stream.call`, or a client with `transport="socket"`, for described operations: these check the
        request, tag each trade and keep it in `in_doubt` where its outcome is unknown.

        Raises:
            StreamRefused: The answer is not a success.
            NotConnected: Nothing was sent.
            ConnectionLost: It was sent, but no answer came.
            TimeoutError: No answer came within `timeout` seconds.
        """
        return self._content(endpoint, await self._main.request(endpoint, query, body, timeout))

    async def answer(
        self, endpoint: str, query: str, body: str | None, seconds: float, going: Going | None = None
    ) -> tuple[int, Any]:
        """Status and content of the answer to a request."""
        message = await self._main.request(endpoint, query, body, seconds, going=going)
        return message["s"] if isinstance(message.get("s"), int) else 0, message.get("d")

    def _content(self, endpoint: str, message: Message) -> Any:
        return content_of(endpoint, message, self._refusal)

    def _refusal(self, endpoint: str, message: Message) -> StreamRefused | None:
        """The error that an answer stands for, also inside a status of 200; None for a success."""
        status, content = message.get("s"), message.get("d")
        number = status if isinstance(status, int) else 0
        known = {"operation": endpoint, "status": number, "again": "no"}
        failure = find_failure(content, self._doorway.description.facts, str, lambda: known, is_read=True)
        wait = failure.wait if isinstance(failure, TimePenalty) and not failure.captcha else None
        if not 200 <= number < 300:
            return StreamRefused(endpoint, number, str(content), wait)
        return StreamRefused(endpoint, number, failure.summary(), wait) if isinstance(failure, ApiError) else None

    # --- tables -------------------------------------------------------------------------------------------------------

    async def sync(self, users: Iterable[int], *, split: bool = False, timeout: float = 30.0) -> Self:
        """Fill the tables with everything of these users, and keep them current from now on.

        Users of earlier calls are kept.

        Args:
            users: User ids.
            split: Needed for administrators of an organisation. The answer then comes in parts, and the last has no
                mark: after two quiet seconds, entities that no part listed are removed.
            timeout: Seconds to wait for the answer.
        """
        await self._live.sync(users, split=split, seconds=timeout)
        return self

    def table(self, kind: str) -> Table[Any]:
        """The entities of a type, such as `order`, by id."""
        return self.tables.table(kind)

    @overload
    def changes(self, kind: type[T], /) -> Reader[Change[T]]: ...
    @overload
    def changes(self, *kinds: type[Any] | str) -> Reader[Change[Any]]: ...
    def changes(self, *kinds: Any) -> Reader[Change[Any]]:
        """Iterate over changes of entities.

        Args:
            kinds: Models (`Order`) or names (`"order"`); all types without any.
        """
        names = [one if isinstance(one, str) else _entity_of(one) for one in kinds]
        return self.tables.changes(*names)

    # --- market data --------------------------------------------------------------------------------------------------

    async def quotes(self, symbol: str | int) -> Reader[Quote]:
        """Iterate over the quotes of a contract; a slow reader gets only the latest.

        Raises StreamRefused if the user may not see the symbol.
        """
        return await self._read("quotes", symbol, MOST_QUOTES)

    async def dom(self, symbol: str | int) -> Reader[Depth]:
        """Iterate over the order book of a contract; a slow reader gets only the latest."""
        return await self._read("doms", symbol, MOST_QUOTES)

    async def histogram(self, symbol: str | int) -> Reader[Histogram]:
        """Iterate over the histogram of a contract; a slow reader gets only the latest."""
        return await self._read("histograms", symbol, MOST_QUOTES)

    async def chart(
        self, symbol: str | int, bars: str = "5m", history: int | datetime = 100, *, with_histogram: bool = False
    ) -> Reader[Bar | Tick]:
        """Iterate over the bars or ticks of a chart, history first.

        Args:
            symbol: Name or id of the contract.
            bars: Size of a bar: `5m`, `1h`, `1d`, or `1t` for ticks.
            history: Number of past bars, or the time from which to start.
            with_histogram: Ask for the volume at each price too.
        """
        request = chart_request(symbol, bars, history, with_histogram=with_histogram)
        return await self._market_data.chart(request, MOST_BARS)

    async def _read(self, kind: str, symbol: str | int, most: int) -> Reader[Any]:
        return await self._market_data.rows(kind, symbol, most)

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
        """Change the speed of the replay, 0 to 400 percent."""
        await self.send("replay/changeSpeed", {"speed": speed})

    def clocks(self) -> Reader[Clock]:
        """Iterate over the replay's time; a slow reader gets only the latest."""
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
        """Handle a message that is not an answer."""
        if message is LOST:
            self._live.catch_up()
            return
        content = _unpacked(message.get("d"))
        match message.get("e"):
            case "props":
                if not self._live.take_event(content):
                    # Something has changed, and nobody knows what.
                    self._live.catch_up()
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

    def _take_clock(self, content: object) -> None:
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
        await self._live.restore()
        if self._market is self._main:
            await self._market_data.restore()


def _entity_of(model: Any) -> str:
    """The entity type of a model."""
    name = str(getattr(model, "_schema", "") or model.__name__)
    return name[:1].lower() + name[1:]


def _unpacked(content: object) -> object:
    """The content of an event; some events carry JSON inside a string."""
    if not isinstance(content, str):
        return content
    try:
        return read_json(content.encode("utf-8", "replace"))
    except ValueError:
        return content
