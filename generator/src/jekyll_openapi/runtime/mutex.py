"""A lock that is free in a forked child, even if a thread of the parent held it."""

from __future__ import annotations

import os
import threading
import weakref


class Mutex:
    """`threading.Lock` that is replaced after a fork, since the thread that held it does not exist in the child."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        _ALL.add(self)

    def acquire(self, timeout: float = -1) -> bool:
        """Acquire, waiting `timeout` seconds at most; -1 waits for ever."""
        return self._lock.acquire(timeout=min(timeout, threading.TIMEOUT_MAX))

    def release(self) -> None:
        """Release; does nothing if the lock was replaced after a fork."""
        if self._lock.locked():
            self._lock.release()

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *exc: object) -> None:
        self.release()

    def open(self) -> None:
        """Replace the lock by a free one."""
        self._lock = threading.Lock()


_ALL: weakref.WeakSet[Mutex] = weakref.WeakSet()


def _open_all() -> None:
    """Free every lock, in a child process."""
    for one in list(_ALL):
        one.open()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_open_all)
