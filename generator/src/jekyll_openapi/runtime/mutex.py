"""A lock that is open in a child process, whoever held it in the parent."""

from __future__ import annotations

import os
import threading
import weakref


class Mutex:
    """`threading.Lock`, made anew after a fork: the thread that would give it back is not there any more."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        _ALL.add(self)

    def acquire(self, timeout: float = -1) -> bool:
        """Wait for the lock, so many seconds at most; -1 is for ever."""
        return self._lock.acquire(timeout=min(timeout, threading.TIMEOUT_MAX))

    def release(self) -> None:
        """Let the next one in; nothing where the lock was made anew in between."""
        if self._lock.locked():
            self._lock.release()

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *exc: object) -> None:
        self.release()

    def open(self) -> None:
        """Make the lock anew."""
        self._lock = threading.Lock()


_ALL: weakref.WeakSet[Mutex] = weakref.WeakSet()


def _open_all() -> None:
    """In a child process: open every lock."""
    for one in list(_ALL):
        one.open()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_open_all)
