"""A transport for the tests of programs that use this client; it needs no network."""

from ._package import PACKAGE
from .runtime.testing import ExampleTransport as _ExampleTransport
from .runtime.testing import Failure


class ExampleTransport(_ExampleTransport):
    """Answers every operation with an example, or fails as it is told; serves sync and async."""

    def __init__(self) -> None:
        super().__init__(PACKAGE.description)


__all__ = ["ExampleTransport", "Failure"]
