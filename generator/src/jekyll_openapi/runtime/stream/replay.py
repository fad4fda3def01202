"""Market replay: the request that starts it, and its clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from ..wire import time_text


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of a replay."""

    time: datetime | None
    speed: int
    is_throttled: bool
    """The service runs the replay slower than asked."""


def replay_request(start: datetime, speed: int, balance: float | None) -> Mapping[str, Any]:
    """The request that starts a replay; raises ValueError for a speed or start that is not allowed."""
    if start.tzinfo is None:
        raise ValueError("start is a datetime with a time zone")
    if start > datetime.now(UTC) + timedelta(days=1):
        raise ValueError("start lies in the future; a replay shows the past")
    if not 0 <= speed <= 400:
        raise ValueError(f"speed is a whole number from 0 to 400, not {speed!r}")
    stated: dict[str, Any] = {"startTimestamp": time_text(start), "speed": speed}
    return stated if balance is None else {**stated, "initialBalance": balance}
