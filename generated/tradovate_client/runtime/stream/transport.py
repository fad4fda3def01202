"""Requests of a client over a socket: the same checks, classes and rules, another way to carry them.

What asks for a token goes by HTTP, since a socket needs one before it carries anything.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

import httpx

from ..wire import json_text
from .errors import ConnectionLost, NotConnected, StreamClosed

STEP = 15.0
"""Seconds for an answer where the request names none."""


class Carrier(Protocol):
    """The stream that requests go over."""

    async def answer(self, endpoint: str, query: str, body: str | None, seconds: float) -> tuple[int, object]:
        """Status and content of the answer."""

    async def close(self) -> None:
        """End the connection."""


class SocketTransport(httpx.AsyncBaseTransport):
    """Opens a stream at the first request, and sends each request once over it."""

    def __init__(
        self,
        open_stream: Callable[[], Awaitable[Carrier]],
        http: httpx.AsyncBaseTransport,
        base_path: str,
        by_http: frozenset[str],
    ) -> None:
        self._open, self._http, self._base_path, self._by_http = open_stream, http, base_path, by_http
        self._stream: Carrier | None = None
        self._lock = asyncio.Lock()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, as one of HTTP."""
        path = request.url.path.removeprefix(self._base_path)
        if path in self._by_http or "Authorization" not in request.headers:
            return await self._http.handle_async_request(request)
        seconds = request.extensions.get("timeout", {}).get("read") or STEP
        content = (await request.aread()).decode()
        try:
            stream = await self._opened()
            status, answer = await stream.answer(path.lstrip("/"), request.url.query.decode(), content or None, seconds)
        except (NotConnected, StreamClosed) as error:
            raise httpx.ConnectError(str(error), request=request) from None
        except ConnectionLost as error:
            raise httpx.ReadError(str(error), request=request) from None
        except TimeoutError:
            raise httpx.ReadTimeout("no answer came over the socket in time", request=request) from None
        return response_of(status, answer, request)

    async def _opened(self) -> Carrier:
        async with self._lock:
            if self._stream is None:
                self._stream = await self._open()
            return self._stream

    async def aclose(self) -> None:
        """End the stream and the connections."""
        if self._stream is not None:
            await self._stream.close()
        await self._http.aclose()


def response_of(status: int, answer: object, request: httpx.Request) -> httpx.Response:
    """An answer of the socket as one of HTTP; raises where it has no status."""
    if not 100 <= status <= 599:
        raise httpx.RemoteProtocolError("the answer has no status", request=request)
    if isinstance(answer, str) and not 200 <= status < 300:
        return httpx.Response(status, text=answer, request=request)
    body = b"" if answer is None else json_text(answer).encode()
    return httpx.Response(status, content=body, headers={"Content-Type": "application/json"}, request=request)
