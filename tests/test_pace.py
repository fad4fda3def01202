"""Limits of time heed how slow the machine is, and notice what is slow by itself."""

import time

import pytest

from tests import pace
from tests.pace import within


def spend(seconds: float) -> float:
    """Takes so many seconds of the processor."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    return seconds


def test_what_is_slow_each_time_fails() -> None:
    with pytest.raises(AssertionError, match=r"^took 0\.[12] s, more than 0\.01 s of a quiet machine, 3 times in turn"):
        within(0.01, lambda: spend(0.1))


def test_what_is_slow_once_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_slowness", lambda: spend(0.01) and 1.0)
    times = iter([0.2, 0.2, 0.0])
    assert within(0.1, lambda: spend(next(times))) == 0.0


def test_what_is_as_slow_as_the_machine_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = iter([1.0, 3.0])
    monkeypatch.setattr(pace, "_slowness", lambda: spend(0.01) and next(seen))
    assert within(0.1, lambda: spend(0.2)) == 0.2
