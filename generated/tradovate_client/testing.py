"""Transports to test programs that use this client, without a network."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from ._package import PACKAGE
from .runtime.trading.fake_service import FakeService as _FakeService
from .runtime.trading.testing import ExampleTransport as _ExampleTransport
from .runtime.trading.testing import Failure


class ExampleTransport(_ExampleTransport):
    """Answers every operation with an example, or fails on demand; for both
    kinds of client.
    """

    def __init__(self) -> None:
        super().__init__(PACKAGE.description)


class FakeService(_FakeService):
    """A fake exchange: remembers orders, fills them as prices change. Pass it
    as `transport`.
    """

    def __init__(self, now: Callable[[], datetime] | None = None) -> None:
        super().__init__(PACKAGE.description, *([now] if now else []))


if TYPE_CHECKING:
    from .runtime.trading.fake_stream import FakeStream as FakeStream
else:

    def __getattr__(name: str) -> object:
        if name == "FakeStream":
            from .runtime.trading.fake_stream import FakeStream

            return FakeStream
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = ["ExampleTransport", "Failure", "FakeService", "FakeStream"]
