"""Holds compressed what few stages ask for: most of what pages hold is prose, and all pages are held at once."""

from collections.abc import Sequence
from functools import lru_cache
from marshal import dumps, loads
from zlib import compress, decompress

LEAST = 4096
"""Fewer bytes are held as they are, since compressing them takes time and wins little."""


class Parts:
    """Some bytes each, compressed together."""

    __slots__ = ("_data",)

    def __init__(self, parts: list[bytes]) -> None:
        self._data = compress(dumps(parts, 2), 1)

    def part(self, at: int) -> bytes:
        """One of them."""
        return _parts(self._data)[at]


@lru_cache(maxsize=8)  # a stage asks for all that it wants of a page, then of the next one
def _parts(data: bytes) -> list[bytes]:
    parts: list[bytes] = loads(decompress(data))
    return parts


class Data:
    """Some bytes, compressed if they are many."""

    __slots__ = ("_held", "_is_long")

    def __init__(self, data: bytes) -> None:
        self._is_long = len(data) >= LEAST
        self._held = compress(data, 1) if self._is_long else data

    @property
    def data(self) -> bytes:
        """The bytes."""
        return decompress(self._held) if self._is_long else self._held


class Lines(Data):
    """A text, and for each of its lines the number of the line in the file from which it comes."""

    __slots__ = ("numbers",)

    def __init__(self, text: str = "", numbers: Sequence[int] = ()) -> None:
        super().__init__(text.encode("utf-8", "surrogatepass"))
        self.numbers = numbers

    @property
    def text(self) -> str:
        """The text, made anew each time."""
        return self.data.decode("utf-8", "surrogatepass")
