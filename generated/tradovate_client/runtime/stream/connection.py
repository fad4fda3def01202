"""One socket connection: opened, authorised, kept alive by heartbeats, and ended when the server goes silent."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.protocol import State

from ..connections import tls
from ..secrets import MASK, bare
from .errors import MOST_TEXT, ConnectionLost, NotConnected, StreamRefused
from .frames import HEARTBEAT, Batch, Beat, Ended, Opened, Unreadable, read_frames, request_text

log: logging.Logger = logging.getLogger(__package__)

quiet: logging.Logger = logging.getLogger(f"{__package__}.frames")
# On DEBUG the library shows every frame, and with it the token.
quiet.setLevel(logging.INFO)

BEAT = 2.0
"""Seconds between our heartbeats. The service expects one every 2.5 s, travel time included."""
SILENCE = 7.0
"""Seconds without a frame after which a connection counts as dead; the server sends one every 2.5 s.

Checked at each of our heartbeats, so a dead connection is noticed within 10 s.
"""
LARGEST = 32 * 1024 * 1024
"""Bytes of a frame at most."""

Message = Mapping[str, Any]
LOST: Message = {}
"""Stands for the messages of an unreadable frame; they may have said anything."""
Going = Callable[[], Awaitable[None]]
Take = Callable[[Message], bool | None]
"""Callback that gets a message before any later one is read."""


@dataclass(slots=True)
class Connection:
    """One socket. `on_message` gets every message that is not an answer."""

    socket: ClientConnection
    on_message: Take
    waiting: dict[int, asyncio.Future[Message]] = field(default_factory=dict)
    takers: dict[int, Take] = field(default_factory=dict)
    """Callbacks for the parts of an answer, by request number."""
    last_number: int = 0
    heard_at: float = 0.0
    beat_at: float = 0.0
    """When our next heartbeat is due, on the monotonic clock."""
    leaving: str = ""
    """Why it will end once no answer is waited for."""
    why: str = ""
    """Why the connection ended."""

    @property
    def is_open(self) -> bool:
        """Whether a request can be sent."""
        return not (self.why or self.leaving) and self.socket.state is State.OPEN

    async def run(self) -> str:
        """Read until the connection ends; returns why."""
        beating = asyncio.ensure_future(self._beat())
        try:
            async for text in self.socket:
                self.heard_at = asyncio.get_running_loop().time()
                if not self._take(text):
                    break
        except (WebSocketException, OSError) as error:
            self.why = self.why or f"the connection broke: {type(error).__name__}"
        finally:
            beating.cancel()
            self._fail_all()
            with contextlib.suppress(WebSocketException, OSError, TimeoutError):
                async with asyncio.timeout(1):
                    await self.socket.close()
        return self.why

    def _take(self, text: str | bytes) -> bool:
        """Handle the frames of a message; returns whether the connection continues."""
        for one in read_frames(text):
            match one:
                case Batch(messages):
                    for message in messages:
                        self._deliver(message)
                case Ended(code, reason):
                    self.why = self.why or f"the server ended it: {code} {reason}".rstrip()
                    return False
                case Unreadable(why, is_batch):
                    log.warning("a frame was passed over: %s", why)
                    if is_batch:
                        self._tell(self.on_message, LOST)
                case Opened() | Beat():
                    pass
        return True

    def _deliver(self, message: Message) -> None:
        number = message.get("i")
        # Not `isinstance`: true would count as the answer to request 1.
        if type(number) is not int or "s" not in message:
            self._tell(self.on_message, message)
            return
        # What comes right behind an answer counts after it, so it is taken in before whoever waits for it goes on.
        if (taker := self.takers.get(number)) is not None and not self._tell(taker, message):
            del self.takers[number]
        waiting = self.waiting.pop(number, None)
        if waiting is not None and not waiting.done():
            waiting.set_result(message)
        elif taker is None:
            log.warning("an answer with status %r was passed over: nobody waits for request %d", message["s"], number)

    def _tell(self, taker: Take, message: Message) -> bool:
        """Pass a message on; returns whether the callback wants more. Its exceptions are logged and end nothing."""
        try:
            return taker(message) is True
        except Exception as error:
            log.warning("a message was passed over: %s: %s", type(error).__name__, sorted(map(str, message))[:10])
            return False

    async def request(
        self,
        endpoint: str,
        query: str,
        body: object,
        seconds: float,
        take: Take | None = None,
        going: Going | None = None,
    ) -> Message:
        """Send a request and return its answer; raises NotConnected, ConnectionLost or TimeoutError.

        `take` gets the answer as it arrives, also after the request was given up; and its further parts while it
        returns True. `going` is awaited right before anything is sent.
        """
        number = self.last_number + 1
        text = request_text(endpoint, number, query, body)
        if not self.is_open:
            raise NotConnected(f"{endpoint}: the connection has just ended; nothing was sent")
        self.last_number = number
        answer: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        self.waiting[number] = answer
        if take is not None:
            self.takers[number] = take
        try:
            async with asyncio.timeout(seconds):
                if going is not None:
                    await going()
                try:
                    await self.socket.send(text)
                except (WebSocketException, OSError):
                    # Whether any of it reached the server cannot be known.
                    raise ConnectionLost(f"{endpoint}: the connection ended while the request went out") from None
                return await answer
        finally:
            self.waiting.pop(number, None)
            if self.leaving and not self.waiting:
                self.end(self.leaving)
            if answer.done() and not answer.cancelled():
                # Nobody may have come to look at it.
                answer.exception()

    def leave(self, why: str) -> None:
        """Take no more requests, and end the connection once those on their way are answered or given up."""
        self.leaving = self.leaving or why
        if not self.waiting:
            self.end(why)

    def end(self, why: str) -> None:
        """End the connection."""
        self.why = self.why or why
        self._fail_all()
        self.socket.transport.abort()

    def _fail_all(self) -> None:
        self.why = self.why or "the server closed the connection"
        for answer in list(self.waiting.values()):
            if not answer.done():
                answer.set_exception(ConnectionLost(f"before the answer came: {self.why}"))
        self.waiting.clear()

    async def _beat(self) -> None:
        """Send heartbeats, and end the connection if the server is silent."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(self.beat_at - loop.time())
            self.beat_at = max(self.beat_at + BEAT, loop.time())
            if loop.time() - self.heard_at > SILENCE:
                self.end("nothing was heard for too long")
                return
            try:
                async with asyncio.timeout(BEAT):
                    await self.socket.send(HEARTBEAT)
            except (WebSocketException, OSError, TimeoutError):
                self.end("a heartbeat could not be sent")
                return


async def open_connection(
    url: str,
    token: Callable[[], Awaitable[str]],
    refusal: Callable[[str, Message], StreamRefused | None],
    on_message: Take,
    seconds: float,
) -> Connection:
    """Connect and authorise; raises NotConnected or StreamRefused.

    The token is fetched before connecting, because the server waits only briefly for it. `refusal` tells whether an
    answer is an error.
    """
    try:
        async with asyncio.timeout(seconds):
            return await _opened(url, token, refusal, on_message)
    except TimeoutError:
        failed: BaseException = NotConnected(f"the socket was not open and authorised within {seconds:g} s")
    except (WebSocketException, OSError) as error:
        failed = NotConnected(f"the socket could not be opened: {type(error).__name__}")
    except BaseException as error:
        # The frames that it came through hold the token.
        failed = bare(error)
    try:
        raise failed
    finally:
        del failed


async def _opened(
    url: str,
    token: Callable[[], Awaitable[str]],
    refusal: Callable[[str, Message], StreamRefused | None],
    on_message: Take,
) -> Connection:
    known = await token()
    socket = await connect(
        url,
        max_size=LARGEST,
        ping_interval=None,
        open_timeout=None,
        close_timeout=1,
        compression=None,
        proxy=None,
        ssl=tls() if url.startswith("wss:") else None,
        logger=quiet,
    )
    try:
        return await _authorised(socket, known, refusal, on_message)
    except BaseException:
        socket.transport.abort()
        raise


async def _authorised(
    socket: ClientConnection,
    token: str,
    refusal: Callable[[str, Message], StreamRefused | None],
    on_message: Take,
) -> Connection:
    early: list[Message] = []
    opened = authorised = False
    loop = asyncio.get_running_loop()
    beat_at = loop.time() + BEAT
    while not authorised:
        try:
            async with asyncio.timeout_at(beat_at):
                text = await socket.recv()
        except TimeoutError:
            beat_at = loop.time() + BEAT
            if opened:
                await socket.send(HEARTBEAT)
            continue
        for one in read_frames(text):
            match one:
                case Opened() if not opened:
                    opened = True
                    await socket.send(request_text("authorize", 0, "", token))
                case Ended(code, reason):
                    raise NotConnected(f"the server ended it before it was authorised: {code} {reason}".rstrip())
                case Batch(messages):
                    for message in messages:
                        if type(message.get("i")) is int and message["i"] == 0 and "s" in message:
                            _require_accepted(refusal("authorize", message), token)
                            authorised = True
                        else:
                            early.append(message)
                case _:
                    pass
    made = Connection(socket, on_message, heard_at=loop.time(), beat_at=beat_at)
    for message in early:
        made._deliver(message)
    return made


def _require_accepted(refused: StreamRefused | None, token: str) -> None:
    """Raise what the server says against the token, without the token."""
    if refused is not None:
        text = refused.text.replace(token, MASK)
        raise StreamRefused("authorize", refused.status, text[:MOST_TEXT], refused.wait)
