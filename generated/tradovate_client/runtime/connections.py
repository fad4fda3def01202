"""What carries the calls of a client: connections of its own, or the transport that it was given; never after a close,
never those of another process or of another event loop."""

from __future__ import annotations

import asyncio
import os
import sys
import weakref
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from typing import Any, Generic, TypeVar, cast

import httpcore
import httpx

from .network import AsyncBackend, Backend

Carrier = TypeVar("Carrier", bound="httpx.BaseTransport | httpx.AsyncBaseTransport")

AT_ONCE: int = 100
"""How many connections an async client has at most; threads have one each."""
QUIET: float = 5.0
"""Seconds after which an idle connection is closed, since a service closes it too and an order may be on its way."""

CLOSED = "the client is closed"
FORKED = "the client was made in another process, whose connections its transport holds; make a client in this one"
OTHER_LOOP = "the client belongs to another event loop; make a client in this one"


class Connections(httpx.BaseTransport):
    """Real connections, TLS always checked, no proxy and no certificate from the environment."""

    def __init__(self) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_connections=sys.maxsize,
            max_keepalive_connections=sys.maxsize,
            keepalive_expiry=QUIET,
            network_backend=Backend(httpcore.SyncBackend()),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, as soon as its headers are there."""
        came = self._pool.handle_request(_request(request))
        return _response(came, Chunks(cast(Iterable[bytes], came.stream), came))

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()


class AsyncConnections(httpx.AsyncBaseTransport):
    """The same for tasks."""

    def __init__(self) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_connections=AT_ONCE,
            max_keepalive_connections=AT_ONCE,
            keepalive_expiry=QUIET,
            network_backend=AsyncBackend(httpcore.AnyIOBackend()),
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, as soon as its headers are there."""
        came = await self._pool.handle_async_request(_request(request))
        return _response(came, AsyncChunks(cast(AsyncIterable[bytes], came.stream), came))

    async def aclose(self) -> None:
        """Close the connections."""
        await self._pool.aclose()


class Chunks(httpx.SyncByteStream):
    """The body of an answer."""

    def __init__(self, chunks: Iterable[bytes], response: httpcore.Response) -> None:
        self._chunks, self._response = chunks, response

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._chunks)

    def close(self) -> None:
        """Give the connection back."""
        self._response.close()


class AsyncChunks(httpx.AsyncByteStream):
    """The same for tasks."""

    def __init__(self, chunks: AsyncIterable[bytes], response: httpcore.Response) -> None:
        self._chunks, self._response = chunks, response

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._chunks)

    async def aclose(self) -> None:
        """Give the connection back."""
        await self._response.aclose()


def _request(request: httpx.Request) -> httpcore.Request:
    """The request as httpcore sends it."""
    url = request.url
    target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    return httpcore.Request(
        request.method, target, headers=request.headers.raw, content=request.stream, extensions=request.extensions
    )


def _response(came: httpcore.Response, stream: httpx.SyncByteStream | httpx.AsyncByteStream) -> httpx.Response:
    """The answer as httpx gives it."""
    return httpx.Response(came.status, headers=came.headers, stream=stream)


class Line(Generic[Carrier]):
    """What a client and all its views send through, and the lock by which one at a time asks for a token."""

    def __init__(self, given: Carrier | None, make: type[Carrier], lock: type[Any]) -> None:
        self.is_own: bool = given is None
        """Whether the connections are the client's own."""
        self._make, self._make_lock = make, lock
        self.carrier: Carrier = given if given is not None else make()
        self.lock: Any = lock()
        self.refusal: str = ""
        """Why nothing may be sent; empty while it may."""
        self._loop: weakref.ref[asyncio.AbstractEventLoop] | None = None
        _LINES.add(self)

    def release(self) -> None:
        """Give the lock back."""
        self.lock.release()

    def close(self) -> None:
        """Send nothing from now on."""
        self.refusal = CLOSED

    def refusal_in(self, loop: asyncio.AbstractEventLoop) -> str:
        """Why nothing may be sent from this event loop; the first one that asks is the client's."""
        if self._loop is None:
            self._loop = weakref.ref(loop)
        return self.refusal or ("" if self._loop() is loop else OTHER_LOOP)

    def begin_again(self) -> None:
        """Let go of what belongs to the parent process; nothing is closed, since the parent uses it."""
        self.lock, self._loop = self._make_lock(), None
        if not self.is_own:
            self.refusal = self.refusal or FORKED
            return
        _PARENTS.append(self.carrier)
        self.carrier = self._make()


_LINES: weakref.WeakSet[Line[Any]] = weakref.WeakSet()
_PARENTS: list[object] = []
"""Keeps the connections of the parent from being closed."""


def _begin_again() -> None:
    """In a child process: each client makes connections of its own."""
    for line in list(_LINES):
        line.begin_again()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_begin_again)
