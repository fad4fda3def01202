"""Lock-outs and budgets: when nothing may be sent because the service said so or a limit is used up."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Literal
from weakref import WeakValueDictionary

from .clock import Clock
from .errors import LockedOut
from .marks import marked
from .mutex import mutex

Scope = Literal["usual", "protecting", "session"]
"""Which requests a lock-out stops: ordinary ones, those that reduce risk, or the login on behalf of those."""

LONGEST = 30 * 86400.0
"""Upper bound of any lock-out in seconds (30 days), whatever the answer says."""
SECONDS = re.compile(r"\d{1,12}(?:\.\d{1,9})?")


class LockOut:
    """A time until which nothing is sent."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.ends: float = 0.0
        """On the monotonic clock."""
        self._reason = ""
        self.until: datetime | None = None
        """End of the latest lock-out as a date-time."""

    @property
    def is_on(self) -> bool:
        """Whether it is in force."""
        return self.until is not None and self._clock.monotonic() < self.ends

    def start(self, seconds: float, reason: str) -> datetime:
        """Send nothing for that many seconds; returns the end. Never shortens a lock-out in force."""
        seconds = min(max(seconds, 0.0), LONGEST)
        ends = self._clock.monotonic() + seconds
        if self.until is None or ends > self.ends:
            self.ends, self._reason, self.until = ends, reason, self._clock.after(seconds)
        return self.until

    def check(self, operation: str, tag: str | None) -> None:
        """Raise LockedOut while it is in force."""
        if self.until is not None and self.is_on:
            raise LockedOut(operation=operation, **marked(tag), until=self.until, reason=self._reason)


class LockOuts:
    """The lock-outs of one login, one per scope.

    Requests that reduce risk are stopped only if one of them was refused itself.
    """

    def __init__(self, clock: Clock) -> None:
        self._locks: Mapping[Scope, LockOut] = {
            "usual": LockOut(clock),
            "protecting": LockOut(clock),
            "session": LockOut(clock),
        }

    @property
    def is_on(self) -> bool:
        """Whether any is in force."""
        return any(one.is_on for one in self._locks.values())

    def start(self, scope: Scope, seconds: float, reason: str) -> datetime:
        """Lock out ordinary requests and those of this scope; returns the end."""
        until = self._locks["usual"].start(seconds, reason)
        return until if scope == "usual" else max(until, self._locks[scope].start(seconds, reason))

    def check(self, scope: Scope, operation: str, tag: str | None) -> None:
        """Raise LockedOut if requests of this scope are locked out."""
        self._locks[scope].check(operation, tag)

    def left(self) -> dict[str, float]:
        """Seconds left, by scope."""
        return {name: one.ends - one._clock.monotonic() for name, one in self._locks.items() if one.is_on}

    def lengthen(self, left: Mapping[str, object]) -> None:
        """Take over lock-outs of another process."""
        for name, one in self._locks.items():
            seconds = left.get(name)
            if isinstance(seconds, int | float) and seconds > 0:
                one.start(float(seconds), "the service said so to another process")


class _Shared:
    """Lock-outs shared by all clients of a login in this process."""

    def __init__(self) -> None:
        # Weak, or a process that makes clients all day would remember every login.
        self._known: WeakValueDictionary[tuple[str, bytes], LockOuts] = WeakValueDictionary()
        self._lasting: list[LockOuts] = []
        """Keeps lock-outs in force alive when the last client of the login is gone."""
        self._lock = mutex()

    def get(self, base_url: str, user: bytes, clock: Clock) -> LockOuts:
        """The lock-outs of the user at this address."""
        with self._lock:
            found = self._known.get((base_url, user))
            if found is None:
                found = self._known[base_url, user] = LockOuts(clock)
            return found

    def join(self, base_url: str, user: bytes, lockouts: LockOuts) -> None:
        """Register the same lock-outs under another name of the user."""
        with self._lock:
            self._known[base_url, user] = lockouts

    def keep(self, lockouts: LockOuts) -> None:
        """Keep the lock-outs alive until they end."""
        with self._lock:
            self._lasting = [one for one in self._lasting if one.is_on and one is not lockouts] + [lockouts]


SHARED = _Shared()


class Budget:
    """A rate limit of our own: `most` requests within `seconds`."""

    def __init__(self, most: int, seconds: float, clock: Clock) -> None:
        self._most, self._seconds, self._clock = most, seconds, clock
        self._spent: deque[float] = deque()
        self._lock = mutex()

    @property
    def is_left(self) -> bool:
        """Whether another request is allowed now."""
        with self._lock:
            self._prune()
            return len(self._spent) < self._most

    def spend(self, operation: str) -> float:
        """Count a request; raises LockedOut if the budget is used up. Returns a receipt for `give_back`."""
        with self._lock:
            now = self._prune()
            if len(self._spent) >= self._most:
                until = self._clock.after(self._spent[0] + self._seconds - now)
                reason = f"the limit of {self._most} requests of this kind in {self._seconds:g} s is used up"
                raise LockedOut(operation=operation, until=until, reason=reason)
            self._spent.append(now)
            return now

    def give_back(self, spent: float) -> None:
        """Uncount a request that was not sent."""
        with self._lock, suppress(ValueError):
            self._spent.remove(spent)

    def ages(self) -> list[float]:
        """Seconds since each counted request."""
        with self._lock:
            now = self._prune()
            return [now - one for one in self._spent]

    def take_over(self, ages: list[float]) -> None:
        """Count requests of other processes too."""
        with self._lock:
            now = self._clock.monotonic()
            self._spent = deque(sorted(now - one for one in ages if 0 <= one < self._seconds))

    def _prune(self) -> float:
        """Drop requests older than the window; returns the current time."""
        now = self._clock.monotonic()
        while self._spent and self._spent[0] <= now - self._seconds:
            self._spent.popleft()
        return now


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds in `Retry-After`; None if it is missing or unreadable."""
    text = headers.get("retry-after", "").strip()
    if SECONDS.fullmatch(text):
        return min(float(text), LONGEST)
    at = _date(text)
    if at is None:
        return None
    # The service's own clock is the one that the time was taken from.
    start = _date(headers.get("date", "")) or now
    return min(max((at - start).total_seconds(), 0.0), LONGEST)


def _date(text: str) -> datetime | None:
    """Parse an HTTP date; None if it is not one."""
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)
