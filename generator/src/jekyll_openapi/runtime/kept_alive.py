"""Whether a connection can take another request: what came behind an answer would pass for the answer to that one."""

from __future__ import annotations

import re

HEAD_END = b"\r\n\r\n"
LAST_CHUNK = b"\r\n0\r\n\r\n"
LENGTH = re.compile(rb"^content-length:[ \t]*(\d+)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
CHUNKED = re.compile(rb"^transfer-encoding:[ \t]*chunked[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
EMPTY = re.compile(rb"HTTP/1\.\d (?:204|304)\b")
PROVISIONAL = re.compile(rb"HTTP/1\.\d 1\d\d\b")


class Heard:
    """What came over a connection since the last request went out; counted, not kept."""

    def __init__(self) -> None:
        self._head, self._before, self._last, self._count = b"", b"", b"", 0

    def ask(self) -> None:
        """A part of a request goes out."""
        if self._count:
            self._head, self._before, self._last, self._count = b"", b"", b"", 0

    def take(self, data: bytes) -> None:
        """The next bytes came."""
        if HEAD_END not in self._head:
            self._head += data
        self._before, self._last = (self._before + self._last)[-len(LAST_CHUNK) :], data
        self._count += len(data)

    @property
    def is_one_answer(self) -> bool:
        """Whether it ends where the answer ends, once that was read; where that cannot be told, it does not."""
        if not self._count:
            return True
        head, end, _ = self._head.partition(HEAD_END)
        lengths = set(LENGTH.findall(head))
        if not end or PROVISIONAL.match(head):
            return False
        if EMPTY.match(head):
            return self._count == len(head + end)
        if CHUNKED.search(head):
            tail = self._before + self._last
            return tail.find(LAST_CHUNK) == len(tail) - len(LAST_CHUNK)
        return len(lengths) == 1 and self._count == len(head + end) + int(lengths.pop())
