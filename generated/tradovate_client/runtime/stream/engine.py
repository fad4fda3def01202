"""Keeps a socket connected for as long as it is wanted, and restores its state after reconnecting."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from .connection import Connection, Going, Message, Take, open_connection
from .errors import NotConnected, StreamClosed, StreamError, StreamRefused

log: logging.Logger = logging.getLogger(__package__)

State = Literal["connecting", "live", "reconnecting", "closed"]
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds between attempts to reconnect: the first, doubled each time up to the longest, with jitter."""
CONNECT = 15.0
"""Seconds within which a connection must be open and authorised."""
FLOOR = 1.0
"""Seconds reserved for an answer, or half of the request's timeout if that is less."""
MOST_GAPS = 1000
RENEWAL_PAUSE = 60.0
"""Seconds during which at most one 401 ends the connection, since a 401 can also mean a missing permission."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A time without a connection, during which events were missed."""

    start: datetime
    end: datetime
    why: str


class Engine:
    """Keeps one connection open; tells its owner of messages and of reconnections."""

    def __init__(
        self,
        url: str,
        token: Callable[[], Awaitable[str]],
        on_message: Callable[[Message], None],
        on_connect: Callable[[], Awaitable[None]],
        on_state: Callable[[State, str], None],
        on_refused: Callable[[], bool],
        refusal: Callable[[str, Message], StreamRefused | None],
    ) -> None:
        self.url = url
        self.gaps: list[Gap] = []
        self.state: State = "connecting"
        self._token, self._on_message, self._on_connect, self._on_state = token, on_message, on_connect, on_state
        self._on_refused, self._refusal = on_refused, refusal
        self._connection: Connection | None = None
        self._is_live = asyncio.Event()
        self._rest_until = 0.0
        self._renewed_at = float("-inf")
        self._pause = FIRST_PAUSE
        self._fatal: StreamError | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._reader: asyncio.Task[str] | None = None
        self._work: set[asyncio.Task[None]] = set()

    async def start(self, seconds: float = CONNECT) -> None:
        """Open the first connection; raises the reason if that fails."""
        if self._fatal is not None:
            raise self._fatal
        try:
            await self._connect(seconds)
        except StreamRefused as error:
            # A token can be refused at any age; another one is tried once.
            if error.is_passing or not self._on_refused():
                raise
            await self._connect(seconds)
        self._keeper = asyncio.ensure_future(self._keep())

    async def close(self) -> None:
        """Close the connection and stop all tasks that belong to it."""
        self._fatal = self._fatal or StreamClosed("the stream was closed")
        self._set("closed", "closed by the caller")
        self._is_live.set()
        if self._connection is not None:
            self._connection.end("closed by the caller")
        known = (self._keeper, self._reader, *self._work)
        tasks = {one for one in known if one is not None and one is not asyncio.current_task()}
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
        self._connection = self._keeper = self._reader = None

    async def request(
        self,
        endpoint: str,
        query: str = "",
        body: object = None,
        seconds: float = 15.0,
        take: Take | None = None,
        going: Going | None = None,
    ) -> Message:
        """Send a request at most once and return its answer.

        `take` gets the answer as it arrives, before any later message, and its further parts while it returns True.
        `going` is awaited right before anything is sent.

        Raises:
            NotConnected: Nothing was sent.
            ConnectionLost: It was sent, but no answer came.
            TimeoutError: No answer came in time.
        """
        loop = asyncio.get_running_loop()
        until = loop.time() + seconds
        try:
            async with asyncio.timeout(seconds):
                connection = await self._open_one()
        except TimeoutError:
            raise NotConnected(f"{endpoint}: there was no connection within {seconds:g} s; nothing was sent") from None
        left = until - loop.time()
        if left < min(FLOOR, seconds / 2):
            raise NotConnected(f"{endpoint}: the connection came too late; nothing was sent")
        answer = await connection.request(endpoint, query, body, left, take, going)
        if answer.get("s") == 401 and loop.time() > self._renewed_at + RENEWAL_PAUSE:
            # The service has forgotten who this is, or the user may not do this: authorising again tells.
            self._renewed_at = loop.time()
            connection.leave("the service does not know any more who this is")
        return answer

    async def _open_one(self) -> Connection:
        """Wait for a connection that can take a request; raises the error that ended the stream."""
        while True:
            await self._is_live.wait()
            if self._fatal is not None:
                raise self._fatal
            if self._connection is not None and self._connection.is_open:
                return self._connection
            # It has just ended; the next one says when it is there.
            self._is_live.clear()

    @property
    def heard_at(self) -> float:
        """When the last frame arrived on the current connection, on the monotonic clock; 0 without one."""
        connection = self._connection
        return connection.heard_at if connection is not None and connection.is_open else 0.0

    def rest(self, seconds: float) -> None:
        """Wait that many seconds at least before the next connection."""
        self._rest_until = max(self._rest_until, asyncio.get_running_loop().time() + seconds)

    def renew(self, why: str) -> None:
        """Replace the connection by a new one."""
        if self._connection is not None:
            self._connection.end(why)

    def stop(self, error: StreamError) -> None:
        """End for good; pending and later requests raise the error."""
        self._fatal = self._fatal or error
        if self._connection is not None:
            self._connection.end(str(error))

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Run a task until the stream is closed."""
        task = asyncio.ensure_future(work)
        self._work.add(task)
        task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._work.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.warning("something that runs beside the stream failed: %s", error)

    async def _connect(self, seconds: float) -> None:
        self._connection = await open_connection(self.url, self._token, self._refusal, self._on_message, seconds)
        self._reader = asyncio.ensure_future(self._connection.run())
        self._is_live.set()
        self._set("live", "")

    async def _keep(self) -> None:
        """Reconnect whenever the connection ends, until the stream is closed or ended for good."""
        while True:
            assert self._reader is not None
            why = await self._reader
            lost_at = datetime.now(UTC)
            self._connection = None
            self._is_live.clear()
            if self._fatal is None:
                self._set("reconnecting", why)
            if not await self._reconnect():
                self._is_live.set()
                self._set("closed", str(self._fatal))
                return
            self.gaps = [*self.gaps, Gap(lost_at, datetime.now(UTC), why)][-MOST_GAPS:]
            try:
                await self._on_connect()
                self._pause = FIRST_PAUSE
            except Exception as error:
                log.warning("the new connection could not be put back as it was: %s: %s", type(error).__name__, error)
                if isinstance(error, StreamRefused):
                    if not error.is_passing:
                        # Tables that nothing keeps current would be shown as if something did.
                        self.stop(error)
                    self.rest(error.wait or 0)
                self.renew("it could not be put back as it was")

    async def _reconnect(self) -> bool:
        """Open another connection; false if the service refuses it for good."""
        while self._fatal is None:
            rest = max(self._pause * random.uniform(0.5, 1.0), self._rest_until - asyncio.get_running_loop().time())
            # A connection that ends before it is put back counts as one that did not come.
            self._pause = min(2 * self._pause, LONGEST_PAUSE)
            await asyncio.sleep(rest)
            try:
                await self._connect(CONNECT)
            except NotConnected as error:
                log.info("no connection: %s", error)
            except StreamRefused as error:
                log.warning("the service refused the token: %s", error)
                self.rest(error.wait or 0)
                if not error.is_passing and not self._on_refused():
                    self._fatal = error
            except Exception as error:
                # A login that the client may not try, or a wrong password: the client says how long that lasts.
                log.warning("no token: %s", error)
                if getattr(error, "is_wrong_password", False):
                    self._fatal = StreamClosed(f"the login was refused: {error}")
                until = getattr(error, "until", None)
                if isinstance(until, datetime):
                    self.rest((until - datetime.now(UTC)).total_seconds())
            else:
                return True
        return False

    def _set(self, state: State, why: str) -> None:
        if state == self.state:
            return
        self.state = state
        log.info("the stream is %s%s", state, f": {why}" if why else "")
        try:
            self._on_state(state, why)
        except Exception:
            log.exception("on_state failed")
