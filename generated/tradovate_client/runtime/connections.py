"""The connections of a client: its own, or the transport it was given.

They are never used after `close`, in another process, or in another event loop.
"""

from __future__ import annotations

import asyncio
import os
import ssl
import sys
import weakref
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Generic, TypeVar

import httpcore
import httpx

from .network import AsyncBackend, Backend

Carrier = TypeVar("Carrier")

AT_ONCE: int = 100
"""Connections that an asyncio client opens at most; with threads, each has one."""
QUIET: float = 5.0
"""Seconds after which an idle connection is closed.

Services close idle connections too, and a request sent just then has an unknown outcome.
"""

WITH_BODY = ("POST", "PUT", "PATCH")
"""Methods whose requests send `Content-Length: 0` for an empty body."""

REPEATERS = frozenset({"httpx_aiohttp"})
"""Libraries whose transports resend some requests by themselves when a connection ends."""
REPEATED = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})
"""Methods of the requests that they resend."""

CLOSED = "the client is closed"
FORKED = "the client was made in another process, whose connections its transport holds; make a client in this one"
OTHER_LOOP = "the client belongs to another event loop; make a client in this one"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A request as a transport takes it."""

    method: str
    base: str
    """URL of the service, without a trailing slash."""
    target: str
    """Path and query."""
    headers: Mapping[str, str] = field(repr=False)
    content: bytes | None = field(repr=False)
    extensions: dict[str, Any] = field(repr=False)
    """httpx extensions: under `timeout` the seconds per step, under `trace` a callback told of each step."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """An answer whose headers have arrived and whose body is still to be read."""

    status: int
    headers: httpx.Headers = field(repr=False)
    chunks: Any = field(repr=False)
    """Iterable of bytes; asynchronous for an asyncio client."""
    close: Callable[[], Any] = field(repr=False)
    """Returns the connection to the pool."""


def tls() -> ssl.SSLContext:
    """TLS that checks certificates against those that httpx brings; nothing of the environment changes it."""
    made = httpx.create_ssl_context(trust_env=False)
    # `SSLKEYLOGFILE` would write down what decrypts every password and token.
    made.keylog_filename = None  # type: ignore[assignment]
    return made


class Connections:
    """The client's own connections. TLS is always verified; proxies and certificates of the environment are ignored."""

    def __init__(self) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=tls(),
            max_connections=sys.maxsize,
            max_keepalive_connections=sys.maxsize,
            keepalive_expiry=QUIET,
            network_backend=Backend(httpcore.SyncBackend()),
        )

    def send(self, request: Outgoing) -> Incoming:
        """Send a request; returns as soon as the headers of the answer are there."""
        came = self._pool.handle_request(_on_the_wire(request))
        return Incoming(came.status, httpx.Headers(came.headers), came.stream, came.close)

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()


class AsyncConnections:
    """The client's own connections, for asyncio."""

    def __init__(self) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=tls(),
            max_connections=AT_ONCE,
            max_keepalive_connections=AT_ONCE,
            keepalive_expiry=QUIET,
            network_backend=AsyncBackend(httpcore.AnyIOBackend()),  # pyright: ignore[reportArgumentType]
        )

    async def send(self, request: Outgoing) -> Incoming:
        """Send a request; returns as soon as the headers of the answer are there."""
        came = await self._pool.handle_async_request(_on_the_wire(request))
        return Incoming(came.status, httpx.Headers(came.headers), came.stream, came.aclose)

    async def close(self) -> None:
        """Close the connections."""
        await self._pool.aclose()


@dataclass(frozen=True, slots=True)
class SuppliedTransport:
    """A transport that the caller supplied."""

    transport: httpx.BaseTransport

    def __post_init__(self) -> None:
        _require(self.transport, "handle_request")

    def send(self, request: Outgoing) -> Incoming:
        """Send a request; returns as soon as the headers of the answer are there."""
        came = self.transport.handle_request(_for_httpx(request))
        return Incoming(came.status_code, came.headers, came.stream, came.close)

    def close(self) -> None:
        """Close the connections."""
        self.transport.close()


def repeats(carrier: object, method: str) -> str:
    """Why a request that changes something must not go through this transport; empty if it may."""
    if not isinstance(carrier, AsyncSuppliedTransport) or method.upper() not in REPEATED:
        return ""
    # By name, since the library need not be installed; along the MRO, since callers subclass its transport.
    if REPEATERS.isdisjoint(one.__module__.partition(".")[0] for one in type(carrier.transport).__mro__):
        return ""
    return (
        f"{type(carrier.transport).__name__} sends {method.upper()} again by itself when a connection ends, so that it "
        "could be done twice; call it with a client that has no transport="
    )


@dataclass(frozen=True, slots=True)
class AsyncSuppliedTransport:
    """An asyncio transport that the caller supplied."""

    transport: httpx.AsyncBaseTransport

    def __post_init__(self) -> None:
        _require(self.transport, "handle_async_request")

    async def send(self, request: Outgoing) -> Incoming:
        """Send a request; returns as soon as the headers of the answer are there."""
        came = await self.transport.handle_async_request(_for_httpx(request))
        return Incoming(came.status_code, came.headers, came.stream, came.aclose)

    async def close(self) -> None:
        """Close the connections."""
        await self.transport.aclose()


def _require(transport: object, method: str) -> None:
    """Raise for a transport of the other kind of client, or for what is none."""
    if not callable(getattr(transport, method, None)):
        raise TypeError(f"transport must have the method {method}, got {type(transport).__name__}")


def _for_httpx(request: Outgoing) -> httpx.Request:
    """The request as an httpx transport takes it."""
    return httpx.Request(
        request.method,
        request.base + request.target,
        headers=request.headers,
        content=request.content,
        extensions=request.extensions,
    )


def _on_the_wire(request: Outgoing) -> httpcore.Request:
    """The request as httpcore takes it."""
    base = _base(request.base)
    headers = [(b"Host", base.name), *((name.encode(), value.encode()) for name, value in request.headers.items())]
    # Some servers answer 411 to a POST without a length (RFC 9110, 8.6).
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
    """The parts of a service's URL."""

    scheme: bytes
    host: bytes
    port: int | None
    path: bytes
    name: bytes
    """Value of the `Host` header."""


@lru_cache(maxsize=16)
def _base(url: str) -> Base:
    """Split a URL; cached, since a client has few of them."""
    whole = httpx.URL(url)
    name = whole.netloc
    return Base(whole.raw_scheme, whole.raw_host, whole.port, whole.raw_path.rstrip(b"/"), name)


class Line(Generic[Carrier]):
    """The transport of a client and all its views, with the lock that lets one caller at a time ask for a token."""

    def __init__(self, given: Carrier | None, make: Callable[[], Carrier], lock: Callable[[], Any]) -> None:
        self.is_own: bool = given is None
        """Whether the client made the connections itself."""
        self._make, self._make_lock = make, lock
        self.carrier: Carrier = given if given is not None else make()
        self.lock: Any = lock()
        self.refusal: str = ""
        """Why nothing may be sent (closed client); empty while sending is allowed."""
        self.views: weakref.WeakSet[Line[Any]] = weakref.WeakSet()
        """Lines on which views of the client send in another way: they are closed with it."""
        self._loop: weakref.ref[asyncio.AbstractEventLoop] | None = None
        _LINES.add(self)

    def release(self) -> None:
        """Release the token lock."""
        with suppress(RuntimeError):  # since a fork it is another one, which nobody holds
            self.lock.release()

    def close(self) -> None:
        """Refuse later requests, also those of views."""
        self.refusal = CLOSED
        for view in self.views:
            view.close()

    def refusal_in(self, loop: asyncio.AbstractEventLoop) -> str:
        """Why this event loop may not send; empty for the loop that used the client first."""
        if self._loop is None:
            self._loop = weakref.ref(loop)
        return self.refusal or ("" if self._loop() is loop else OTHER_LOOP)

    def begin_again(self) -> None:
        """After a fork: drop the parent's connections without closing them, since the parent still uses them."""
        # A thread of the parent may have held the lock; it does not exist here to release it.
        self.lock, self._loop = self._make_lock(), None
        if not self.is_own:
            self.refusal = self.refusal or FORKED
            return
        _PARENTS.append(self.carrier)
        self.carrier = self._make()


_LINES: weakref.WeakSet[Line[Any]] = weakref.WeakSet()
_PARENTS: list[object] = []
"""Connections of the parent process, kept so that garbage collection in the child does not close them."""


def _begin_again() -> None:
    """After a fork: give each client of the child process new connections."""
    for line in list(_LINES):
        line.begin_again()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_begin_again)
