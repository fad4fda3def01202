"""When nothing may be sent: after the service said so, and where a budget is used up."""

from __future__ import annotations

from collections import deque
from datetime import datetime
from threading import Lock

from .clock import Clock
from .errors import LockedOut


class LockOut:
    """A time before which nothing is sent."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ends = 0.0
        self._reason = ""
        self.until: datetime | None = None
        """The end of the last one."""

    def start(self, seconds: float, reason: str) -> datetime:
        """Send nothing for so long."""
        ends = self._clock.monotonic() + seconds
        if self.until is None or ends > self._ends:
            self._ends, self._reason, self.until = ends, reason, self._clock.after(seconds)
        return self.until

    def check(self, operation: str, cl_ord_id: str | None) -> None:
        """Raise while it lasts."""
        if self.until is not None and self._clock.monotonic() < self._ends:
            raise LockedOut(operation=operation, cl_ord_id=cl_ord_id, until=self.until, reason=self._reason)


class Budget:
    """So many times in so many seconds."""

    def __init__(self, most: int, seconds: float, clock: Clock) -> None:
        self._most, self._seconds, self._clock = most, seconds, clock
        self._spent: deque[float] = deque()
        self._lock = Lock()

    def spend(self, operation: str) -> None:
        """Count once more; raise where that is too often."""
        with self._lock:
            now = self._clock.monotonic()
            while self._spent and self._spent[0] <= now - self._seconds:
                self._spent.popleft()
            if len(self._spent) >= self._most:
                until = self._clock.after(self._spent[0] + self._seconds - now)
                reason = f"{self._most} requests of this kind in {self._seconds:g} s are all there may be"
                raise LockedOut(operation=operation, until=until, reason=reason)
            self._spent.append(now)
