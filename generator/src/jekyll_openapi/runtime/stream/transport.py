"""Sends a client's requests over a socket, with the same checks and rules as over HTTP.

Logins still use HTTP, since a socket needs a token first.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

import httpx

from ..connections import Incoming, Outgoing
from ..errors import ServiceError
from ..wire import json_text
from .errors import ConnectionLost, NotConnected, StreamClosed, StreamError, StreamRefused

Going = Callable[[], Awaitable[None]]
STEP = 15.0
"""Seconds to wait for an answer if the request does not say."""


class Carrier(Protocol):
    """A stream that carries requests."""

    async def answer(
        self, endpoint: str, query: str, body: str | None, seconds: float, going: Going | None = None
    ) -> tuple[int, object]:
        """Status and content of the answer."""
        ...

    async def close(self) -> None:
        """Close the connection."""


class ByHttp(Protocol):
    """Carries requests by HTTP."""

    async def send(self, request: Outgoing) -> Incoming:
        """Send a request; returns as soon as the headers of the answer are there."""
        ...

    async def close(self) -> None:
        """Close the connections."""


@dataclass(slots=True)
class OverSocket:
    """Transport that opens a stream at the first request and sends each request over it once."""

    open_stream: Callable[[], Awaitable[Carrier]]
    http: ByHttp
    by_http: frozenset[str]
    """Paths of logins and renewals, which are sent by HTTP."""
    stream: Carrier | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def send(self, request: Outgoing) -> Incoming:
        """Send a request over the socket; returns its answer in the form of an HTTP answer."""
        path, _, query = request.target.partition("?")
        if path in self.by_http or "Authorization" not in request.headers:
            return await self.http.send(request)
        seconds = request.extensions.get("timeout", {}).get("read") or STEP
        body = request.content.decode() if request.content else None
        trace = request.extensions.get("trace", _untold)
        try:
            await trace("connection.open_socket.started", {})
            stream = await self._opened()
        except (StreamError, ServiceError) as error:
            raise httpx.ConnectError(f"there is no socket: {error}") from None
        try:
            going = partial(trace, "socket.send_request.started", {})
            status, answer = await stream.answer(path.lstrip("/"), query, body, seconds, going)
        except StreamClosed as error:
            # Where it ended by itself, the next request opens another one.
            self.stream = None
            await stream.close()
            raise httpx.ConnectError(str(error)) from None
        except (NotConnected, StreamRefused) as error:
            raise httpx.ConnectError(str(error)) from None
        except ConnectionLost as error:
            raise httpx.ReadError(str(error)) from None
        except TimeoutError:
            raise httpx.ReadTimeout("no answer came over the socket in time") from None
        return incoming(status, answer)

    async def _opened(self) -> Carrier:
        async with self.lock:
            if self.stream is None:
                self.stream = await self.open_stream()
            return self.stream

    async def close(self) -> None:
        """Close the stream and the connections."""
        if self.stream is not None:
            await self.stream.close()
        await self.http.close()


def incoming(status: int, answer: object) -> Incoming:
    """A socket answer in the form of an HTTP answer; raises if it has no status."""
    if not 100 <= status <= 599:
        raise httpx.RemoteProtocolError("the answer has no status")
    is_text = isinstance(answer, str) and not 200 <= status < 300
    body = b"" if answer is None else str(answer).encode() if is_text else json_text(answer).encode()
    kind = "text/plain; charset=utf-8" if is_text else "application/json"
    return Incoming(status, httpx.Headers({"Content-Type": kind}), _once(body), _nothing)


async def _once(body: bytes) -> AsyncIterator[bytes]:
    yield body


async def _untold(step: str, info: object) -> None:
    """Nobody asked to be told of the steps."""


async def _nothing() -> None:
    """Nothing to close: the socket stays open."""
