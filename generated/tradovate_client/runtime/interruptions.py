"""Tells what the handler of a signal raised, which ends a call, from what went wrong in it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from functools import partial
from traceback import walk_tb
from types import CodeType

from .errors import ServiceError


class Interruption(BaseException):
    """An error of another call that a handler of a signal raised, on its way through the flow that it met.

    Not an `Exception`, so that no flow takes it for an error of its own.
    """

    def __init__(self, error: ServiceError) -> None:
        super().__init__()
        self.error = error


def met(error: BaseException) -> BaseException:
    """The error as it was raised."""
    return error.error if isinstance(error, Interruption) else error


def raised_by_handler(error: BaseException) -> BaseException | None:
    """What a handler of a signal raised, if the error is that or came of it.

    A transport cannot know such an exception from its own, and can raise another in its place.
    """
    handlers = _handlers()
    if not handlers:
        return None
    for one in causes(error):
        if any(frame.f_code in handlers for frame, _ in walk_tb(one.__traceback__)):
            return one
    return None


def causes(error: BaseException) -> Iterator[BaseException]:
    """The exception, and all that it was raised from or while they were handled."""
    seen: list[BaseException] = []
    waiting: list[BaseException | None] = [error]
    while waiting:
        one = waiting.pop()
        if one is not None and one not in seen:
            seen.append(one)
            waiting += [one.__cause__, one.__context__]
            yield one


def _handlers() -> frozenset[CodeType]:
    """The code of the handlers that can run in this thread, which is all in the main thread and none elsewhere."""
    if threading.current_thread() is not threading.main_thread():
        return frozenset()
    found = (_code(signal.getsignal(one)) for one in signal.valid_signals())
    return frozenset(one for one in found if one is not None)


def _code(handler: object) -> CodeType | None:
    """The code of a function, a method, a `partial` or an object that is called; None for what is not in Python."""
    while isinstance(handler, partial):
        handler = handler.func
    if not callable(handler):
        return None
    made = getattr(handler, "__code__", None) or getattr(type(handler).__call__, "__code__", None)
    return made if isinstance(made, CodeType) else None
