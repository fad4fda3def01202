"""Reads what comes back, bounded, and tells what went wrong where nothing does."""

from __future__ import annotations

import socket
import ssl
import threading
import zlib
from collections.abc import Mapping
from datetime import timedelta

import httpcore
import httpx

from .clock import Clock
from .effects import Fault, Outcome, Received
from .json_parser import LARGEST

NOTHING_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.UnsupportedProtocol,
    httpcore.ConnectError,
    httpcore.ConnectTimeout,
    httpcore.PoolTimeout,
    httpcore.UnsupportedProtocol,
    ConnectionRefusedError,
    socket.gaierror,
    ssl.SSLCertVerificationError,
)
"""What a transport raises that could not even connect."""
CONNECTORS = frozenset({"ClientConnectorError", "ConnectionTimeoutError"})
"""What aiohttp raises that could not even connect."""
HUNG_UP = (
    httpx.ReadError,
    httpx.WriteError,
    httpx.RemoteProtocolError,
    httpcore.ReadError,
    httpcore.WriteError,
    httpcore.RemoteProtocolError,
)
"""What a transport raises where the other side ends the connection."""
FASTEST = 16 * 1024 * 1024
"""How many bytes of an answer are read, parsed and checked in a second at least, on a slow machine."""


class BodyError(Exception):
    """A body that is not taken in."""


class Body:
    """Collects a body, decompressed, up to a limit."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        coding = headers.get("content-encoding", "identity").strip().lower()
        if coding not in ("identity", "", "gzip"):
            raise BodyError("the body has an encoding that was not asked for")
        self._unzip = zlib.decompressobj(zlib.MAX_WBITS | 16) if coding == "gzip" else None
        self._parts: list[bytes] = []
        self._size = 0

    def add(self, chunk: bytes) -> None:
        """Take in the next part."""
        if self._unzip is not None:
            try:
                chunk = self._unzip.decompress(chunk, LARGEST - self._size + 1)
            except zlib.error:
                raise BodyError("the body is not gzip data") from None
        self._size += len(chunk)
        if self._size > LARGEST:
            raise BodyError(f"the body is larger than {LARGEST} bytes")
        self._parts.append(chunk)

    def end(self, seconds: float) -> None:
        """Make sure that nothing is missing, and that so many seconds are enough to read it."""
        if self._unzip is not None and self._size and not self._unzip.eof:
            raise BodyError("the body is cut")
        if self._size > seconds * FASTEST:
            raise BodyError(f"the body of {self._size} bytes cannot be read in the time that is left")

    @property
    def content(self) -> bytes:
        """What came so far."""
        return b"".join(self._parts)


class Exchange:
    """One request and what comes back, with the time that it takes."""

    def __init__(self, clock: Clock, deadline: float, tells: bool) -> None:
        """`tells` says that the transport tells of each step, so that its silence means that it did none."""
        self._clock, self._deadline, self._tells = clock, deadline, tells
        self._sent_at, self._start = clock.now(), clock.monotonic()
        self._body: Body | None = None
        self._status: int | None = None
        self._headers: Mapping[str, str] = {}
        self._has_connected = self._has_sent = self._is_over = False
        self._lock = threading.Lock()

    def note(self, step: str, info: object) -> None:
        """A step of the transport, as httpcore names it; what is not a part of connecting counts as sending.

        Raises where sending would begin and the call is over, so that a transport that was given up does not send
        after all; only there, since it cleans up afterwards.
        """
        with self._lock:
            if step.startswith("connection."):
                self._has_connected = True
                return
            is_too_late = self._is_over and not self._has_sent
            self._has_sent = True
        if is_too_late:
            raise TimeoutError("the call is over")

    async def anote(self, step: str, info: object) -> None:
        """The same for tasks."""
        self.note(step, info)

    def begin(self, status: int, headers: Mapping[str, str]) -> Body:
        """Status and headers are there: where the body goes."""
        self._status, self._headers = status, headers
        self._body = Body(headers)
        return self._body

    def end(self) -> Outcome:
        """The whole body is there."""
        assert self._body is not None
        self._body.end(self._deadline - self._clock.monotonic())
        return self._received()

    def ended(self, error: Exception) -> Outcome:
        """No answer, or a part of one; a status that is not a success tells enough."""
        if self._status is None:
            return Fault(_words(error), self._was_sent(error), self._sent_at, was_stale=self._was_stale(error))
        came = self._received()
        if not 200 <= came.status < 300:
            return came
        return Fault(_words(error), True, self._sent_at, came.status, came.body, came.headers)

    def given_up(self) -> Outcome:
        """The time is over, and the transport is left alone."""
        with self._lock:
            self._is_over = True
        return self.ended(TimeoutError("the call has to be over"))

    def not_sent(self, reason: str) -> Fault:
        """Nothing went out, by our own will."""
        return Fault(reason, False, self._sent_at)

    def _received(self) -> Received:
        """An answer, as far as it came."""
        assert self._status is not None
        body = self._body.content if self._body else b""
        elapsed = timedelta(seconds=self._clock.monotonic() - self._start)
        return Received(self._status, self._headers, body, self._sent_at, elapsed)

    def _was_sent(self, error: Exception) -> bool:
        """Whether anything may have gone out; a transport can have sent before it failed to connect once more."""
        if self._has_sent:
            return True
        return not (_could_not_connect(error) or self._has_connected or self._tells)

    def _was_stale(self, error: Exception) -> bool:
        """Whether a connection that had been used before ended in place of an answer."""
        return self._has_sent and not self._has_connected and isinstance(error, HUNG_UP)


def _could_not_connect(error: Exception) -> bool:
    """Whether a transport failed before it sent anything, by its word and by what it gives as the cause.

    The transport of httpx-aiohttp says ConnectTimeout also where the service hangs up on a request that it has read.
    """
    cause = error.__cause__
    is_early = (
        cause is None
        or isinstance(cause, (*NOTHING_SENT, ssl.SSLError))
        or type(cause) is TimeoutError
        or any(one.__name__ in CONNECTORS for one in type(cause).__mro__)
    )
    return isinstance(error, NOTHING_SENT) and is_early


def _words(error: Exception) -> str:
    """An exception of another library in words."""
    if isinstance(error, BodyError):
        return str(error)
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
