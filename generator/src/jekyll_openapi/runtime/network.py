"""Network backends for httpcore that keep every step within the deadline of the call, name look-up included.

httpx limits each read, so a server that sends a byte now and then can hold a call for ever, and it does not limit
name look-up at all.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar, copy_context
from typing import Any, Generic, TypeVar

import httpcore

from .kept_alive import Heard

T = TypeVar("T")

FOREVER = 1e6
"""Seconds that stand for no limit; sockets reject infinity."""
PIECE = 64 * 1024
"""Bytes written between two looks at the clock."""

ends: ContextVar[float] = ContextVar("ends", default=float("inf"))
"""Deadline of the call that runs in this context, on the monotonic clock."""


class Worker(threading.Thread, Generic[T]):
    """A task in a daemon thread, so that nobody has to wait for it, not even interpreter shutdown."""

    def __init__(self, work: Callable[[], T], then: Callable[[], object]) -> None:
        super().__init__(name="call", daemon=True)
        self._work, self._then, self._context = work, then, copy_context()
        self._results: list[T] = []
        self._error: BaseException | None = None
        self.start()

    def run(self) -> None:
        """Run the task."""
        try:
            self._results.append(self._context.run(self._work))
        except BaseException as error:
            self._error = error
        self._then()

    def result(self) -> T:
        """The result or the exception of a finished task."""
        if self._error is not None:
            raise self._error
        return self._results[0]


class Waiting(Worker[T]):
    """A task that a thread waits for, with a limit."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._done = threading.Event()
        super().__init__(work, self._done.set)

    def is_done(self, seconds: float) -> bool:
        """Wait `seconds` at most; returns whether it is done."""
        return self._done.wait(min(seconds, FOREVER))


def in_time(work: Callable[[], T], seconds: float) -> T:
    """The result of `work`; raises TimeoutError after `seconds` and leaves the work running."""
    # A thread cannot be stopped from outside and getaddrinfo takes no timeout, so only the waiting can end.
    worker = Waiting(work)
    if not worker.is_done(seconds):
        raise TimeoutError("it took too long")
    return worker.result()


async def beside(work: Callable[[], T]) -> T:
    """The result of `work`, run in a thread. Cancelling the awaiting task does not stop it."""
    loop, done = asyncio.get_running_loop(), asyncio.Event()

    def tell() -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed, nobody waits any more
            loop.call_soon_threadsafe(done.set)

    worker = Worker(work, tell)
    await done.wait()
    return worker.result()


def left(timeout: float | None) -> float:
    """Seconds left: the timeout, or what remains of the call if that is less."""
    return max(min(ends.get() - time.monotonic(), FOREVER if timeout is None else timeout, FOREVER), 0.0)


def is_address(host: str) -> bool:
    """Whether the host is an IP address."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def look_up(host: str, port: int) -> list[str]:
    """IP addresses of a host, best first."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def shares(addresses: list[str], until: float) -> Iterator[tuple[str, float]]:
    """Each address with its share of the time left, so that an unresponsive one leaves time for the others."""
    for number, address in enumerate(addresses):
        # 0 would make a socket non-blocking instead of failing at once.
        yield address, max((until - time.monotonic()) / (len(addresses) - number), 0.001)


@contextlib.contextmanager
def connecting() -> Iterator[None]:
    """Translate OS errors while connecting to httpcore's exceptions."""
    try:
        yield
    except TimeoutError as error:
        raise httpcore.ConnectTimeout(str(error)) from error
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(str(error)) from error


class Held:
    """Puts what httpcore writes in two pieces into one: the head of a request, and its body.

    A second system call and a second packet cost more than all checks of the request together.
    """

    def __init__(self) -> None:
        self._held = b""

    def next(self, data: bytes) -> bytes:
        """What to send now that these bytes are written: a first piece waits for the second, or for the end, b""."""
        if data and not self._held:
            self._held = data
            return b""
        return self.rest() + data

    def rest(self) -> bytes:
        """What is still to be sent before an answer can come."""
        held, self._held = self._held, b""
        return held


class Backend(httpcore.NetworkBackend):
    """Blocking httpcore backend with deadlines."""

    def __init__(self, inner: httpcore.NetworkBackend) -> None:
        self._inner = inner

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address that accepts."""
        until = time.monotonic() + left(timeout)
        with connecting():
            found = [host] if is_address(host) else in_time(lambda: look_up(host, port), left(timeout))
        failed: Exception = httpcore.ConnectError("the name has no address")
        for address, seconds in shares(found, until):
            try:
                made = self._inner.connect_tcp(address, port, seconds, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                return Stream(made)
        raise failed

    def sleep(self, seconds: float) -> None:
        """Wait."""
        self._inner.sleep(seconds)


class Stream(httpcore.NetworkStream):
    """A connection whose reads and writes end at the deadline."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner
        self._heard = Heard()
        self._held = Held()

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes."""
        self._write(self._held.rest(), timeout)
        if not (seconds := left(timeout)):
            raise httpcore.ReadTimeout("the call has to be over")
        data = self._inner.read(max_bytes, seconds)
        self._heard.take(data)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all bytes, the head of a request together with its body."""
        self._heard.ask()
        self._write(self._held.next(buffer), timeout)

    def _write(self, buffer: bytes, timeout: float | None) -> None:
        """Send the bytes now."""
        # sendall keeps its timeout for each piece that the peer takes, so a slow reader could hold the call for ever.
        for start in range(0, len(buffer), PIECE):
            if not (seconds := left(timeout)):
                raise httpcore.WriteTimeout("the call has to be over")
            self._inner.write(buffer[start : start + PIECE], seconds)

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted."""
        if not (seconds := left(timeout)):
            self.close()
            raise httpcore.ConnectTimeout("the call has to be over")
        return Stream(self._inner.start_tls(ssl_context, server_hostname, seconds))

    def get_extra_info(self, info: str) -> Any:
        """Information about the socket, by httpcore's keys."""
        # httpcore asks this before it reuses an idle connection, and drops one that is readable.
        is_more = info == "is_readable" and not self._heard.is_one_answer
        return is_more or self._inner.get_extra_info(info)


class AsyncBackend(httpcore.AsyncNetworkBackend):
    """asyncio backend for httpcore that looks names up in a thread. The calling task keeps the deadline."""

    def __init__(self, inner: httpcore.AsyncNetworkBackend) -> None:
        self._inner = inner

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first address that accepts."""
        until = time.monotonic() + (FOREVER if timeout is None else timeout)
        with connecting():
            async with asyncio.timeout(timeout):
                found = [host] if is_address(host) else await beside(lambda: look_up(host, port))
        failed: Exception = httpcore.ConnectError("the name has no address")
        for address, seconds in shares(found, until):
            try:
                made = await self._inner.connect_tcp(address, port, seconds, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                return AsyncStream(made)
        raise failed

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._inner.sleep(seconds)


class AsyncStream(httpcore.AsyncNetworkStream):
    """A connection that is closed if the call is cancelled during the TLS handshake."""

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self._inner = inner
        self._heard = Heard()
        self._held = Held()

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes."""
        if rest := self._held.rest():
            await self._inner.write(rest, timeout)
        data = await self._inner.read(max_bytes, timeout)
        self._heard.take(data)
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all bytes, the head of a request together with its body."""
        self._heard.ask()
        if data := self._held.next(buffer):
            await self._inner.write(data, timeout)

    async def aclose(self) -> None:
        """Close the connection."""
        await self._inner.aclose()

    def get_extra_info(self, info: str) -> Any:
        """Information about the socket, by httpcore's keys."""
        is_more = info == "is_readable" and not self._heard.is_one_answer
        return is_more or self._inner.get_extra_info(info)

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        """The same connection, encrypted."""
        try:
            return await self._inner.start_tls(ssl_context, server_hostname, timeout)
        except BaseException:
            await self._inner.aclose()
            raise
