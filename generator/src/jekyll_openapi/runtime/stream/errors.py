"""Exceptions of streams, in addition to those of the client."""

from __future__ import annotations

MOST_TEXT = 500
"""Characters of the service's message that an error keeps."""


class StreamError(Exception):
    """Base class of errors about a stream."""


class StreamClosed(StreamError):
    """The stream was closed, or ended for good; the text says why."""


class NotConnected(StreamError):
    """There is no connection; nothing was sent."""


class ConnectionLost(StreamError):
    """The connection ended after the request was sent and before its answer: it may have been carried out."""


class StreamRefused(StreamError):
    """The service refused the request; `status` and `text` are its own."""

    def __init__(self, what: str, status: int, text: str, wait: float | None = None) -> None:
        super().__init__(f"{what}: refused with status {status}: {text}")
        self.status = status
        self.text = text
        self.wait = wait
        """Seconds after which to ask again, if the service says so."""

    @property
    def is_passing(self) -> bool:
        """Whether asking again later can succeed: too many requests, or a fault of the service."""
        return self.wait is not None or self.status == 429 or self.status >= 500


class SlowReader(StreamError):
    """A reader of changes fell so far behind that changes would be lost. Read the tables again."""
