"""One connection: opened, authorised, kept alive by its own clock, and noticed when it is dead."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from .errors import ConnectionLost, NotConnected, StreamRefused
from .frames import HEARTBEAT, Batch, Beat, Ended, Opened, Unreadable, read_frame, request_text

log: logging.Logger = logging.getLogger(__package__)

BEAT = 2.5
"""Seconds between two heartbeats of ours, whatever the server does."""
SILENCE = 8.0
"""Seconds without a word after which a connection counts as dead: the server speaks every 2.5 s."""
LARGEST = 32 * 1024 * 1024
"""Bytes of one frame."""

Message = Mapping[str, Any]


@dataclass(slots=True)
class Waiting:
    """A request whose answer has not come."""

    answer: asyncio.Future[Message]
    was_sent: bool = False


@dataclass(slots=True)
class Connection:
    """One socket. `on_message` is told of everything that is no answer to a request."""

    socket: ClientConnection
    on_message: Callable[[Message], None]
    waiting: dict[int, Waiting] = field(default_factory=dict)
    last_number: int = 0
    heard_at: float = 0.0
    why: str = ""
    """Why it ended."""

    async def run(self) -> str:
        """Read until the connection ends; says why it did."""
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
        return self.why or "the server closed the connection"

    def _take(self, text: str | bytes) -> bool:
        """Whether the connection goes on after the frame."""
        match read_frame(text):
            case Batch(messages):
                for message in messages:
                    self._deliver(message)
            case Ended(code, reason):
                self.why = self.why or f"the server ended it: {code} {reason}".rstrip()
                return False
            case Unreadable(why):
                log.warning("a frame was passed over: %s", why)
            case Opened() | Beat():
                pass
        return True

    def _deliver(self, message: Message) -> None:
        number = message.get("i")
        if isinstance(number, int) and "s" in message:
            waiting = self.waiting.pop(number, None)
            if waiting and not waiting.answer.done():
                waiting.answer.set_result(message)
            elif waiting is None:
                # A later part of an answer, which belongs to whoever asked.
                self.on_message(message)
            return
        self.on_message(message)

    async def request(self, endpoint: str, query: str, body: object, seconds: float) -> tuple[int, Message]:
        """Number and answer of a request; raises NotConnected, ConnectionLost, TimeoutError."""
        self.last_number += 1
        number = self.last_number
        text = request_text(endpoint, number, query, body)
        waiting = Waiting(asyncio.get_running_loop().create_future())
        self.waiting[number] = waiting
        try:
            async with asyncio.timeout(seconds):
                waiting.was_sent = True
                try:
                    await self.socket.send(text)
                except (WebSocketException, OSError):
                    # Whether any of it reached the server cannot be known.
                    raise ConnectionLost(f"{endpoint}: the connection ended while the request went out") from None
                return number, await waiting.answer
        finally:
            self.waiting.pop(number, None)

    def end(self, why: str) -> None:
        """Let the connection end."""
        self.why = self.why or why
        self._fail_all()
        self.socket.transport.abort()

    def _fail_all(self) -> None:
        for waiting in list(self.waiting.values()):
            if not waiting.answer.done():
                kind = ConnectionLost if waiting.was_sent else NotConnected
                waiting.answer.set_exception(kind(self.why or "the connection ended before the answer came"))
        self.waiting.clear()

    async def _beat(self) -> None:
        """Send heartbeats, and end what is silent."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(BEAT)
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
    url: str, token: Callable[[], Awaitable[str]], on_message: Callable[[Message], None], seconds: float
) -> Connection:
    """A connection that is open and authorised; raises NotConnected, StreamRefused.

    The token is asked for first, so that no time is lost once the server waits for it.
    """
    try:
        async with asyncio.timeout(seconds):
            known = await token()
            socket = await connect(
                url,
                max_size=LARGEST,
                ping_interval=None,
                open_timeout=None,
                close_timeout=1,
                compression=None,
                proxy=None,
            )
            try:
                return await _authorised(socket, known, on_message)
            except BaseException:
                socket.transport.abort()
                raise
    except TimeoutError:
        raise NotConnected(f"the socket was not open and authorised within {seconds:g} s") from None
    except (WebSocketException, OSError) as error:
        raise NotConnected(f"the socket could not be opened: {type(error).__name__}") from None


async def _authorised(socket: ClientConnection, token: str, on_message: Callable[[Message], None]) -> Connection:
    early: list[Message] = []
    opened = authorised = False
    while not authorised:
        match read_frame(await socket.recv()):
            case Opened() if not opened:
                opened = True
                await socket.send(request_text("authorize", 0, "", token))
            case Ended(code, reason):
                raise NotConnected(f"the server ended it before it was authorised: {code} {reason}".rstrip())
            case Batch(messages):
                for message in messages:
                    if message.get("i") == 0 and "s" in message:
                        _require_authorised(message)
                        authorised = True
                    else:
                        early.append(message)
            case _:
                pass
    made = Connection(socket, on_message, heard_at=asyncio.get_running_loop().time())
    for message in early:
        on_message(message)
    return made


def _require_authorised(message: Message) -> None:
    status = message.get("s")
    if status != 200:
        text = message.get("d")
        raise StreamRefused("authorize", status if isinstance(status, int) else 0, str(text)[:200])
