"""Reads what comes back, bounded, and tells what went wrong where nothing does."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from datetime import timedelta

import httpx

from .clock import Clock
from .flow import Fault, Outcome, Received
from .wire import LARGEST

NOTHING_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)


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
                raise BodyError("the body is no gzip data") from None
        self._size += len(chunk)
        if self._size > LARGEST:
            raise BodyError(f"the body is larger than {LARGEST} bytes")
        self._parts.append(chunk)

    def end(self) -> None:
        """Make sure that nothing is missing."""
        if self._unzip is not None and self._size and not self._unzip.eof:
            raise BodyError("the body is cut")

    @property
    def content(self) -> bytes:
        """What came so far."""
        return b"".join(self._parts)


class Exchange:
    """One request and what comes back, with the time that it takes."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._sent_at, self._start = clock.now(), clock.monotonic()
        self._body: Body | None = None
        self._response: httpx.Response | None = None

    def begin(self, response: httpx.Response) -> Body:
        """Status and headers are there: where the body goes."""
        self._response = response
        self._body = Body(response.headers)
        return self._body

    def received(self) -> Received:
        """An answer, as far as it came."""
        assert self._response is not None
        body = self._body.content if self._body else b""
        elapsed = timedelta(seconds=self._clock.monotonic() - self._start)
        return Received(self._response.status_code, self._response.headers, body, self._sent_at, elapsed)

    def cut(self, error: Exception) -> Outcome:
        """An answer whose body is missing or broken: a status that is no success tells enough."""
        came = self.received()
        return Fault(_words(error), True, self._sent_at, came.status, came.body) if 200 <= came.status < 300 else came

    def fault(self, error: Exception) -> Fault:
        """No answer at all."""
        return Fault(_words(error), not isinstance(error, NOTHING_SENT), self._sent_at)


def _words(error: Exception) -> str:
    """An exception of another library in words."""
    if isinstance(error, BodyError):
        return str(error)
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
