"""Locks that are free in a forked child, even if a thread of the parent held them."""

from __future__ import annotations

import os
import threading
import weakref


def mutex() -> threading.Lock:
    """A lock that is freed after a fork, since the thread that held it does not exist in the child.

    It is Python's own: Ctrl-C can come between the first and the last step of a class written in Python, whose `with`
    would then keep the lock for ever.
    """
    made = threading.Lock()
    _ALL.add(made)
    return made


_ALL: weakref.WeakSet[threading.Lock] = weakref.WeakSet()


def _open_all() -> None:
    """Free every lock, in a child process."""
    for one in list(_ALL):
        # As `logging` and `concurrent.futures` do.
        one._at_fork_reinit()  # type: ignore[attr-defined]


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_open_all)
