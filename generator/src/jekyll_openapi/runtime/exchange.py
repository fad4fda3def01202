"""Reads one answer within limits of size and time, and describes what happened if none came."""

from __future__ import annotations

import socket
import ssl
import threading
import zlib
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import httpcore
import httpx

from .clock import Clock
from .effects import Fault, Outcome, Received
from .interruptions import causes, raised_by_handler
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
"""Exceptions by which httpx and httpcore say that no connection was made."""
CONNECTORS = frozenset({"ClientConnectorError", "ConnectionTimeoutError"})
"""Names of aiohttp exceptions with that meaning; by name, since aiohttp may not be installed."""
HUNG_UP = (
    httpx.ReadError,
    httpx.WriteError,
    httpx.RemoteProtocolError,
    httpcore.ReadError,
    httpcore.WriteError,
    httpcore.RemoteProtocolError,
)
"""Exceptions that mean the other side closed the connection."""
WENT_OUT = (*HUNG_UP, httpx.ReadTimeout, httpx.WriteTimeout, httpcore.ReadTimeout, httpcore.WriteTimeout)
"""Exceptions that come only after something was sent."""
ZIPPED = ("gzip", "x-gzip")
GZIP = zlib.MAX_WBITS | 16
MEMBER = b"\x1f"
"""How gzip data begins."""
FASTEST = 16 * 1024 * 1024
"""Bytes per second at which a slow machine can still read, parse and check an answer."""


class BodyError(Exception):
    """A body that is refused; the message says why."""


class Body:
    """Collects a body and decompresses it, up to the size limit."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        coding = headers.get("content-encoding", "identity").strip().lower()
        # Only gzip is asked for; deflate and br are ambiguous or need another package.
        if coding not in ("identity", "", *ZIPPED):
            raise BodyError("the body has an encoding that was not asked for")
        self._unzip = zlib.decompressobj(GZIP) if coding in ZIPPED else None
        self._parts: list[bytes] = []
        self._size = 0

    def add(self, chunk: bytes) -> None:
        """Add the next bytes; raises BodyError if they exceed the limit or are not gzip."""
        if self._unzip is not None:
            chunk = self._unzipped(chunk)
        self._size += len(chunk)
        if self._size > LARGEST:
            raise BodyError(f"the body is larger than {LARGEST} bytes")
        self._parts.append(chunk)

    def _unzipped(self, chunk: bytes) -> bytes:
        """The bytes decompressed: all members of gzip data, and nothing of what follows that is none."""
        assert self._unzip is not None
        made, left = b"", LARGEST - self._size
        try:
            while chunk and len(made) <= left:
                if self._unzip.eof and not chunk.startswith(MEMBER):
                    break
                self._unzip = zlib.decompressobj(GZIP) if self._unzip.eof else self._unzip
                made += self._unzip.decompress(chunk, left - len(made) + 1)
                chunk = self._unzip.unused_data
        except zlib.error:
            raise BodyError("the body is not gzip data") from None
        return made

    def end(self, seconds: float) -> None:
        """Check that the body is complete and can be parsed in the seconds left; raises BodyError."""
        if self._unzip is not None and self._size and not self._unzip.eof:
            raise BodyError("the body is cut")
        if self._size > seconds * FASTEST:
            raise BodyError(f"the body of {self._size} bytes cannot be read in the time that is left")

    @property
    def content(self) -> bytes:
        """The bytes so far, decompressed."""
        return b"".join(self._parts)


class Exchange:
    """One request and its answer, timed."""

    def __init__(self, clock: Clock, deadline: float, tells: bool) -> None:
        """`tells`: the transport reports each step, so a step it did not report did not happen."""
        self._clock, self._deadline, self._tells = clock, deadline, tells
        self._sent_at, self._start = clock.now(), clock.monotonic()
        self._body: Body | None = None
        self._status: int | None = None
        self._headers: Mapping[str, str] = {}
        self._has_connected = self._has_sent = self._is_over = self._was_stopped = False
        self._whole: Outcome | None = None
        self._extensions: dict[str, Any] = {}
        self._lock = threading.Lock()

    def extensions(self, timeouts: Mapping[str, float], note: object) -> dict[str, Any]:
        """The httpx extensions of the request: seconds per step, and `note`, which is told of each step."""
        made = {"timeout": timeouts, "trace": note}
        if self._tells:
            self._extensions = made
        return made

    def note(self, step: str, info: object) -> None:
        """Note a step of the transport, by httpcore's names; any step other than connecting counts as sending.

        Raises TimeoutError if the call is over before sending begins, so that neither an abandoned transport nor a
        machine that slept sends after all. Only there, because there the transport still cleans up.
        """
        if step.startswith("connection."):
            self._has_connected = True
            return
        if self._has_sent:
            return
        with self._lock:
            self._was_stopped = not self._has_sent and (self._is_over or self._has_run_out())
            self._has_sent = True
            # httpcore looks for it before each step, and the steps behind this one tell nothing new.
            self._extensions.pop("trace", None)
        if self._was_stopped:
            raise TimeoutError("the call has to be over")

    def _has_run_out(self) -> bool:
        """Whether the time of the call is over, by either clock: the monotonic one stands while a machine sleeps."""
        by_day = (self._clock.now() - self._sent_at).total_seconds()
        return max(self._clock.monotonic() - self._start, by_day) >= self._deadline - self._start

    async def anote(self, step: str, info: object) -> None:
        """`note`, for asyncio transports."""
        self.note(step, info)

    def begin(self, status: int, headers: Mapping[str, str]) -> Body:
        """Take status and headers; returns what collects the body."""
        self._status, self._headers = status, headers
        self._body = Body(headers)
        return self._body

    def end(self) -> Outcome:
        """The answer, now that its body is complete."""
        assert self._body is not None
        self._body.end(self._deadline - self._clock.monotonic())
        self._whole = self._received()
        return self._whole

    def ended(self, error: Exception) -> Outcome:
        """What an exception of the transport means; raises what a handler of a signal raised within it.

        An error status stands even if its body is incomplete, since the status alone tells what happened.
        """
        if (raised := raised_by_handler(error)) is not None:
            raise raised
        if self._status is None:
            return Fault(_words(error), self._was_sent(error), self._sent_at, was_stale=self._was_stale(error))
        came = self._received()
        if not 200 <= came.status < 300:
            return came
        return Fault(_words(error), True, self._sent_at, came.status, came.body, came.headers)

    def given_up(self) -> Outcome:
        """The outcome when the deadline passed and the transport was abandoned."""
        with self._lock:
            self._is_over = True
        # The transport may hang while it puts the connection away.
        return self._whole or self.ended(TimeoutError("the call has to be over"))

    def is_unsent(self) -> bool:
        """The caller was interrupted, and the transport is abandoned: whether nothing went out, nor will."""
        outcome = self.given_up()
        return isinstance(outcome, Fault) and not outcome.was_sent

    def not_sent(self, reason: str) -> Fault:
        """The outcome when the client itself decided not to send."""
        return Fault(reason, False, self._sent_at)

    def _received(self) -> Received:
        """The answer as far as it came."""
        assert self._status is not None
        body = self._body.content if self._body else b""
        elapsed = timedelta(seconds=self._clock.monotonic() - self._start)
        return Received(self._status, self._headers, body, self._sent_at, elapsed)

    def _was_sent(self, error: Exception) -> bool:
        """Whether anything may have been sent.

        The steps that were noted count first: a transport can send, lose the connection, and then fail to reconnect.
        """
        if self._has_sent:
            return not self._was_stopped
        if not self._tells and _is_of_a_second_try(error):
            return True
        return not (_could_not_connect(error) or self._has_connected or self._tells)

    def _was_stale(self, error: Exception) -> bool:
        """Whether a reused connection closed instead of answering."""
        return self._has_sent and not self._has_connected and isinstance(error, HUNG_UP)


def _is_of_a_second_try(error: BaseException) -> bool:
    """Whether the exception came while another was handled that tells of a request which had gone out.

    Transports of others try a second host, or connect again, and then tell of that alone.
    """
    return any(isinstance(one, WENT_OUT) for one in causes(error))


def _could_not_connect(error: Exception) -> bool:
    """Whether a transport failed before it sent anything, by the exception's type and its cause.

    httpx-aiohttp raises ConnectTimeout even when the service closed the connection after reading the request.
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
    """An exception of another library as text."""
    if isinstance(error, BodyError):
        return str(error)
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
