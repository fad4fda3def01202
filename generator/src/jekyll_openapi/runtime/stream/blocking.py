"""Streams for blocking programs: `with api.stream() as stream`. A thread runs the event loop."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterable, Iterator
from concurrent import futures
from datetime import datetime
from typing import Any, Generic, Self, TypeVar, overload

from .async_stream import AsyncStream
from .engine import Gap, State
from .errors import StreamClosed
from .market import Bar, Depth, Histogram, Quote, Tick
from .replay import Clock
from .tables import Change, Reader, Table

T = TypeVar("T")


class BlockingReader(Iterator[T], Generic[T]):
    """A loop over incoming items: `for item in reader`, or `next(timeout)`. `close` ends it."""

    def __init__(self, reader: Reader[T], run: Callable[..., Any]) -> None:
        self._reader, self._run = reader, run

    def __next__(self) -> T:
        try:
            return self._run(self._reader.__anext__())  # type: ignore[no-any-return]
        except StopAsyncIteration:
            raise StopIteration from None

    def next(self, timeout: float) -> T | None:
        """The next item; None if none comes within `timeout` seconds."""

        async def wait() -> T | None:
            try:
                async with asyncio.timeout(timeout):
                    return await self._reader.__anext__()
            except TimeoutError:
                return None

        return self._run(wait())  # type: ignore[no-any-return]

    def close(self) -> None:
        """End the loop."""

        async def end() -> None:
            self._reader.close()

        self._run(end())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class BlockingStream:
    """Live tables and market data for threads; the methods are those of `AsyncStream`."""

    def __init__(self, make: Callable[[], AsyncStream]) -> None:
        self._make = make
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._stream: AsyncStream | None = None

    def __enter__(self) -> Self:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="stream", daemon=True)
        self._thread.start()

        async def begin() -> AsyncStream:
            return await self._make().__aenter__()

        try:
            self._stream = self._run(begin())
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections, end every loop, and stop the thread."""
        try:
            if self._stream is not None and self._loop is not None:
                self._run(self._stream.close())
        finally:
            self._stop()

    def _stop(self) -> None:
        if threading.current_thread() is self._thread:
            # `_run` has said so already.
            return
        loop, thread, self._loop = self._loop, self._thread, None
        if loop is None or thread is None:
            return

        async def end() -> None:
            tasks = asyncio.all_tasks() - {asyncio.current_task()}
            for task in tasks:
                task.cancel()
            if tasks:
                await asyncio.wait(tasks)
            await loop.shutdown_default_executor()

        try:
            asyncio.run_coroutine_threadsafe(end(), loop).result(10)
        finally:
            loop.call_soon_threadsafe(loop.stop)
            thread.join(10)
            if not thread.is_alive():
                loop.close()

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine in the thread and wait for it; Ctrl-C cancels it."""
        if self._loop is None:
            work.close()
            raise StreamClosed("the stream was closed")
        if threading.current_thread() is self._thread:
            work.close()
            raise RuntimeError("on_state runs in the thread of the stream, which cannot wait for itself; use another")
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            # In slices, so that Ctrl-C is heard on every system.
            while not futures.wait((future,), 0.5).done:
                pass
            return future.result()
        except BaseException:
            # The handler of a signal can raise anything; what is done already is not cancelled.
            future.cancel()
            raise

    @property
    def _open(self) -> AsyncStream:
        if self._stream is None:
            raise StreamClosed("the stream is not open: use it in a `with` block")
        return self._stream

    def _reader(self, work: Coroutine[Any, Any, Reader[T]]) -> BlockingReader[T]:
        return BlockingReader(self._run(work), self._run)

    @property
    def state(self) -> State:
        """`connecting`, `live`, `reconnecting` or `closed`."""
        return self._open.state

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The times without a connection, of both sockets."""
        return self._open.gaps

    @property
    def clock(self) -> Clock:
        """The time of the replay."""
        return self._open.clock

    def table(self, kind: str) -> Table[Any]:
        """The entities of a type, such as `order`, by id."""
        return self._open.table(kind)

    def sync(self, users: Iterable[int], *, split: bool = False, timeout: float = 30.0) -> Self:
        """Fill the tables with everything of these users, and keep them current from now on.

        Users of earlier calls are kept.

        Args:
            users: User ids.
            split: Needed for administrators of an organisation.
            timeout: Seconds to wait for the answer.
        """
        self._run(self._open.sync(users, split=split, timeout=timeout))
        return self

    def send(self, endpoint: str, body: object = None, *, query: str = "", timeout: float = 15.0) -> Any:
        """Send a plain request once, unchecked; returns the content of the answer.

        Raises:
            StreamRefused: The answer is not a success.
            NotConnected: Nothing was sent.
            ConnectionLost: It was sent, but no answer came.
            TimeoutError: No answer came within `timeout` seconds.
        """
        return self._run(self._open.send(endpoint, body, query=query, timeout=timeout))

    @overload
    def changes(self, kind: type[T], /) -> BlockingReader[Change[T]]: ...
    @overload
    def changes(self, *kinds: type[Any] | str) -> BlockingReader[Change[Any]]: ...
    def changes(self, *kinds: Any) -> BlockingReader[Change[Any]]:
        """Iterate over changes of entities.

        Args:
            kinds: Models (`Order`) or names (`"order"`); all types without any.
        """

        async def begin() -> Reader[Change[Any]]:
            return self._open.changes(*kinds)

        return self._reader(begin())

    def clocks(self) -> BlockingReader[Clock]:
        """Iterate over the replay's time; a slow reader gets only the latest."""

        async def begin() -> Reader[Clock]:
            return self._open.clocks()

        return self._reader(begin())

    def quotes(self, symbol: str | int) -> BlockingReader[Quote]:
        """Iterate over the quotes of a contract; a slow reader gets only the latest.

        Raises StreamRefused if the user may not see the symbol.
        """
        return self._reader(self._open.quotes(symbol))

    def dom(self, symbol: str | int) -> BlockingReader[Depth]:
        """Iterate over the order book of a contract; a slow reader gets only the latest."""
        return self._reader(self._open.dom(symbol))

    def histogram(self, symbol: str | int) -> BlockingReader[Histogram]:
        """Iterate over the histogram of a contract; a slow reader gets only the latest."""
        return self._reader(self._open.histogram(symbol))

    def chart(
        self, symbol: str | int, bars: str = "5m", history: int | datetime = 100, *, with_histogram: bool = False
    ) -> BlockingReader[Bar | Tick]:
        """Iterate over the bars or ticks of a chart, history first.

        Args:
            symbol: Name or id of the contract.
            bars: Size of a bar: `5m`, `1h`, `1d`, or `1t` for ticks.
            history: Number of past bars, or the time from which to start.
            with_histogram: Ask for the volume at each price too.
        """
        return self._reader(self._open.chart(symbol, bars, history, with_histogram=with_histogram))

    def set_speed(self, speed: int) -> None:
        """Change the speed of the replay, 0 to 400 percent."""
        self._run(self._open.set_speed(speed))
