"""Whether a connection can take another request: bytes behind an answer would be read as the answer to the next."""

from __future__ import annotations

HEAD_END = b"\r\n\r\n"
LAST_CHUNK = b"\r\n0\r\n\r\n"
LENGTH = b"\r\ncontent-length:"
CODING = b"\r\ntransfer-encoding:"
STATUS = slice(9, 12)
"""Where the status stands in a head: behind `HTTP/1.1 `."""
WITHOUT_BODY = (b"204", b"304")


class Heard:
    """What came over a connection since the last request was sent: its head, its last piece, and how many bytes."""

    def __init__(self) -> None:
        self._head, self._before, self._last, self._count = b"", b"", b"", 0
        self._is_one: bool | None = None

    def ask(self) -> None:
        """A part of a request is sent."""
        if self._count:
            self._head, self._before, self._last, self._count = b"", b"", b"", 0
            self._is_one = None

    def take(self, data: bytes) -> None:
        """The next bytes came."""
        if HEAD_END not in self._head:
            self._head += data
        self._before, self._last = (self._before + self._last)[-len(LAST_CHUNK) :], data
        self._count += len(data)
        self._is_one = None

    @property
    def is_one_answer(self) -> bool:
        """Whether the bytes end where the answer ends, once it was read; False where that cannot be told."""
        if self._is_one is None:
            self._is_one = self._ends_here()
        return self._is_one

    def _ends_here(self) -> bool:
        if not self._count:
            return True
        head, end, _ = self._head.partition(HEAD_END)
        status, low, size = head[STATUS], head.lower() + end, len(head + end)
        # A provisional answer is followed by another head, which is not looked for.
        if not end or status[:1] == b"1":
            return False
        if status in WITHOUT_BODY:
            return self._count == size
        if CODING in low:
            tail = self._before + self._last
            return _values(low, CODING) == {b"chunked"} and tail.find(LAST_CHUNK) == len(tail) - len(LAST_CHUNK)
        lengths = _values(low, LENGTH)
        length = lengths.pop() if len(lengths) == 1 else b""
        return length.isdigit() and self._count == size + int(length)


def _values(head: bytes, name: bytes) -> set[bytes]:
    """The values of a header; `head` and `name` are in lower case."""
    return {one.partition(b"\r\n")[0].strip() for one in head.split(name)[1:]}
