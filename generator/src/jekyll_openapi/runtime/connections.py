"""What carries the calls of a client: connections of its own, or the transport that it was given; never after a close,
never those of another process or of another event loop."""

from __future__ import annotations

import asyncio
import os
import sys
import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Generic, TypeVar

import httpcore
import httpx

from .network import AsyncBackend, Backend

Carrier = TypeVar("Carrier")

AT_ONCE: int = 100
"""How many connections an async client has at most; threads have one each."""
QUIET: float = 5.0
"""Seconds after which an idle connection is closed, since a service closes it too and a request may be on its way."""

WITH_BODY = ("POST", "PUT", "PATCH")
"""Methods whose requests say that their body is empty."""

REPEATERS = frozenset({"httpx_aiohttp"})
"""Libraries whose transports send some requests again by themselves where a connection ends."""
REPEATED = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})
"""Methods of such requests."""

CLOSED = "the client is closed"
FORKED = "the client was made in another process, whose connections its transport holds; make a client in this one"
OTHER_LOOP = "the client belongs to another event loop; make a client in this one"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A request as a transport gets it."""

    method: str
    base: str
    """The URL of the service, without a slash at its end."""
    target: str
    """Path and query below it."""
    headers: Mapping[str, str] = field(repr=False)
    content: bytes | None = field(repr=False)
    extensions: dict[str, Any] = field(repr=False)
    """The seconds of each step under `timeout`; under `trace`, what is told of the steps."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """An answer whose headers are there, and whose body still comes."""

    status: int
    headers: httpx.Headers = field(repr=False)
    chunks: Any = field(repr=False)
    """Bytes, to be iterated over by the kind of client that asked."""
    close: Callable[[], Any] = field(repr=False)
    """Gives the connection back."""


class Connections:
    """Real connections, TLS always checked, no proxy and no certificate from the environment."""

    def __init__(self) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_connections=sys.maxsize,
            max_keepalive_connections=sys.maxsize,
            keepalive_expiry=QUIET,
            network_backend=Backend(httpcore.SyncBackend()),
        )

    def send(self, request: Outgoing) -> Incoming:
        """The answer, as soon as its headers are there."""
        came = self._pool.handle_request(_on_the_wire(request))
        return Incoming(came.status, httpx.Headers(came.headers), came.stream, came.close)

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()


class AsyncConnections:
    """The same for tasks."""

    def __init__(self) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_connections=AT_ONCE,
            max_keepalive_connections=AT_ONCE,
            keepalive_expiry=QUIET,
            network_backend=AsyncBackend(httpcore.AnyIOBackend()),  # pyright: ignore[reportArgumentType]
        )

    async def send(self, request: Outgoing) -> Incoming:
        """The answer, as soon as its headers are there."""
        came = await self._pool.handle_async_request(_on_the_wire(request))
        return Incoming(came.status, httpx.Headers(came.headers), came.stream, came.aclose)

    async def close(self) -> None:
        """Close the connections."""
        await self._pool.aclose()


@dataclass(frozen=True, slots=True)
class Given:
    """A transport of others."""

    transport: httpx.BaseTransport

    def send(self, request: Outgoing) -> Incoming:
        """The answer, as soon as its headers are there."""
        came = self.transport.handle_request(_for_httpx(request))
        return Incoming(came.status_code, came.headers, came.stream, came.close)

    def close(self) -> None:
        """Close the connections."""
        self.transport.close()


def repeats(carrier: object, method: str) -> str:
    """Why a request that changes something cannot go through this carrier; empty where it can."""
    if not isinstance(carrier, AsyncGiven) or method.upper() not in REPEATED:
        return ""
    if REPEATERS.isdisjoint(one.__module__.partition(".")[0] for one in type(carrier.transport).__mro__):
        return ""
    return (
        f"{type(carrier.transport).__name__} sends {method.upper()} again by itself when a connection ends, so that it "
        "could be done twice; call it with a client that has no transport="
    )


@dataclass(frozen=True, slots=True)
class AsyncGiven:
    """The same for tasks."""

    transport: httpx.AsyncBaseTransport

    async def send(self, request: Outgoing) -> Incoming:
        """The answer, as soon as its headers are there."""
        came = await self.transport.handle_async_request(_for_httpx(request))
        return Incoming(came.status_code, came.headers, came.stream, came.aclose)

    async def close(self) -> None:
        """Close the connections."""
        await self.transport.aclose()


def _for_httpx(request: Outgoing) -> httpx.Request:
    """The request as transports of httpx take it."""
    return httpx.Request(
        request.method,
        request.base + request.target,
        headers=request.headers,
        content=request.content,
        extensions=request.extensions,
    )


def _on_the_wire(request: Outgoing) -> httpcore.Request:
    """The request as httpcore sends it."""
    base = _base(request.base)
    headers = [(b"Host", base.name), *((name.encode(), value.encode()) for name, value in request.headers.items())]
    if request.content is not None or request.method in WITH_BODY:
        headers.append((b"Content-Length", b"%d" % len(request.content or b"")))
    url = httpcore.URL(
        scheme=base.scheme, host=base.host, port=base.port, target=base.path + request.target.encode("ascii")
    )
    return httpcore.Request(
        request.method, url, headers=headers, content=request.content, extensions=request.extensions
    )


@dataclass(frozen=True, slots=True)
class Base:
    """The URL of a service, taken apart."""

    scheme: bytes
    host: bytes
    port: int | None
    path: bytes
    name: bytes
    """As the header `Host` has it."""


@lru_cache(maxsize=16)
def _base(url: str) -> Base:
    """The URL, taken apart once."""
    whole = httpx.URL(url)
    name = whole.netloc
    return Base(whole.raw_scheme, whole.raw_host, whole.port, whole.raw_path.rstrip(b"/"), name)


class Line(Generic[Carrier]):
    """What a client and all its views send through, and the lock by which one at a time asks for a token."""

    def __init__(self, given: Carrier | None, make: Callable[[], Carrier], lock: type[Any]) -> None:
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
