"""Limits of the processor's time are those of a quiet machine, and hold on one whose speed changes by the minute."""

import time
from collections.abc import Callable
from typing import TypeVar

_USUAL = 0.12
"""Seconds of the processor that the peer's work takes where nothing else runs."""
MOST = 4.0
_TRIES = 3
_T = TypeVar("_T")


def _slowness() -> float:
    """How many times as long as usual a peer's work takes just now, 1 at least: neighbours take its caches."""
    start = time.process_time()
    found = {f"name {number}": [number, str(number)] for number in range(150_000)}
    assert len(sorted(found, reverse=True)) == 150_000
    return min(MOST, max(1.0, (time.process_time() - start) / _USUAL))


def is_too_long(seconds: float, limit: float) -> bool:
    """Whether work took too long, however slow the machine is seen to be for as long a time as the work took.

    What can be done again is better given to `within`. No time is spent on what took no longer than the limit.
    """
    if seconds <= limit:
        return False
    end = time.process_time() + seconds
    while time.process_time() < end:
        if seconds <= limit * _slowness():
            return False
    return True


def within(limit: float, work: Callable[[], _T]) -> _T:
    """What the work gives; fails where it takes too long each time: a slow minute passes, a slow program stays slow."""
    for _ in range(_TRIES):
        start = time.process_time()
        made = work()
        seconds = time.process_time() - start
        if not is_too_long(seconds, limit):
            return made
    raise AssertionError(f"took {seconds:.1f} s, more than {limit} s of a quiet machine, {_TRIES} times in turn")
