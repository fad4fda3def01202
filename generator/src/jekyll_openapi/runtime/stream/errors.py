"""What a stream raises, beside the errors of the client."""

from __future__ import annotations


class StreamError(Exception):
    """Something about the socket."""


class StreamClosed(StreamError):
    """The stream was closed, or ended for good; the text says why."""


class NotConnected(StreamError):
    """There is no connection, so nothing was sent."""


class ConnectionLost(StreamError):
    """The connection ended after a request went out and before its answer came: the outcome is not known."""


class StreamRefused(StreamError):
    """The service refused what was asked; `status` and `text` are its own words."""

    def __init__(self, what: str, status: int, text: str) -> None:
        super().__init__(f"{what}: refused with status {status}: {text}")
        self.status = status
        self.text = text


class SlowReader(StreamError):
    """A reader of changes took none for so long that some would have to be dropped; read the tables again."""
