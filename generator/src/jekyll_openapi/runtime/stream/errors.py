"""What a stream raises, beside the errors of the client."""

from __future__ import annotations

MOST_TEXT = 500
"""How much of the service's own words an error keeps."""


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

    def __init__(self, what: str, status: int, text: str, wait: float | None = None) -> None:
        super().__init__(f"{what}: refused with status {status}: {text}")
        self.status = status
        self.text = text
        self.wait = wait
        """Seconds after which it can be asked again, where the service says so."""

    @property
    def is_passing(self) -> bool:
        """Whether the same can be granted later: too much was asked, or the service has a fault."""
        return self.wait is not None or self.status == 429 or self.status >= 500


class SlowReader(StreamError):
    """A reader of changes took none for so long that some would have to be dropped; read the tables again."""
