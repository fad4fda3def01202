"""A transport whose every read and write ends when the call has to be over, headers that drip included.

httpx bounds each read alone, so that a server which sends a byte now and then holds a call for ever. The bound has to
be where the socket is read: in a network backend of httpcore, which httpx stands on.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any

import httpcore
import httpx

ends: ContextVar[float] = ContextVar("ends")
"""When the call that runs here has to be over, on the monotonic clock."""


def transport() -> httpx.BaseTransport:
    """A transport over real connections, TLS always checked, no proxy or certificate from the environment."""
    made = httpx.HTTPTransport(trust_env=False)
    # No public way leads to the pool's backend; the pins of httpx and a test hold this one.
    made._pool = httpcore.ConnectionPool(
        ssl_context=httpx.create_ssl_context(trust_env=False),
        max_connections=100,
        max_keepalive_connections=20,
        keepalive_expiry=5.0,
        network_backend=Backend(httpcore.SyncBackend()),
    )
    return made


def _left(timeout: float | None) -> float:
    """The timeout, or what is left of the call."""
    left = ends.get(float("inf")) - time.monotonic()
    return max(min(left, float("inf") if timeout is None else timeout), 0.001)


class Backend(httpcore.NetworkBackend):
    """Connections whose waits are bounded."""

    def __init__(self, inner: httpcore.NetworkBackend) -> None:
        self.inner = inner

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection."""
        return Stream(self.inner.connect_tcp(host, port, _left(timeout), local_address, socket_options))

    def sleep(self, seconds: float) -> None:
        """Wait."""
        self.inner.sleep(seconds)


class Stream(httpcore.NetworkStream):
    """A connection whose reads and writes are bounded."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self.inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes."""
        if ends.get(float("inf")) <= time.monotonic():
            raise httpcore.ReadTimeout("the call has to be over")
        return self.inner.read(max_bytes, _left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send the bytes."""
        self.inner.write(buffer, _left(timeout))

    def close(self) -> None:
        """Hang up."""
        self.inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted."""
        return Stream(self.inner.start_tls(ssl_context, server_hostname, _left(timeout)))

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks about the socket."""
        return self.inner.get_extra_info(info)
