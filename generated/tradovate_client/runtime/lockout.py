"""When nothing may be sent: after the service said so, and where a budget is used up."""

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
from .mutex import Mutex

Scope = Literal["usual", "protecting", "session"]
"""Whom a lock-out keeps back: what has no other scope; what takes risk away; the opening of a session for that."""

LONGEST = 30 * 86400.0
"""Seconds; no lock-out is longer, whatever the answer says."""
SECONDS = re.compile(r"\d{1,12}(?:\.\d{1,9})?")


class LockOut:
    """A time before which nothing is sent."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.ends: float = 0.0
        """On the clock that only grows."""
        self._reason = ""
        self.until: datetime | None = None
        """The end of the last one."""

    @property
    def is_on(self) -> bool:
        """Whether it lasts."""
        return self.until is not None and self._clock.monotonic() < self.ends

    def start(self, seconds: float, reason: str) -> datetime:
        """Send nothing for so long; a shorter time does not shorten a longer one."""
        seconds = min(max(seconds, 0.0), LONGEST)
        ends = self._clock.monotonic() + seconds
        if self.until is None or ends > self.ends:
            self.ends, self._reason, self.until = ends, reason, self._clock.after(seconds)
        return self.until

    def check(self, operation: str, tag: str | None) -> None:
        """Raise while it lasts."""
        if self.until is not None and self.is_on:
            raise LockedOut(operation=operation, **marked(tag), until=self.until, reason=self._reason)


class LockOuts:
    """The lock-outs of one login: what takes risk away is kept back only where it was refused itself."""

    def __init__(self, clock: Clock) -> None:
        self._locks: Mapping[Scope, LockOut] = {
            "usual": LockOut(clock),
            "protecting": LockOut(clock),
            "session": LockOut(clock),
        }

    @property
    def is_on(self) -> bool:
        """Whether any lasts."""
        return any(one.is_on for one in self._locks.values())

    def start(self, scope: Scope, seconds: float, reason: str) -> datetime:
        """Keep back what is usual, and what was refused."""
        until = self._locks["usual"].start(seconds, reason)
        return until if scope == "usual" else max(until, self._locks[scope].start(seconds, reason))

    def check(self, scope: Scope, operation: str, tag: str | None) -> None:
        """Raise where a request of this scope is kept back."""
        self._locks[scope].check(operation, tag)

    def left(self) -> dict[str, float]:
        """Seconds that each still lasts."""
        return {name: one.ends - one._clock.monotonic() for name, one in self._locks.items() if one.is_on}

    def lengthen(self, left: Mapping[str, object]) -> None:
        """Take over what somebody else was told."""
        for name, one in self._locks.items():
            seconds = left.get(name)
            if isinstance(seconds, int | float) and seconds > 0:
                one.start(float(seconds), "the service said so to another process")


class _Shared:
    """The lock-outs that all clients of a login in this process have in common."""

    def __init__(self) -> None:
        self._known: WeakValueDictionary[tuple[str, bytes], LockOuts] = WeakValueDictionary()
        self._lasting: list[LockOuts] = []
        """Kept until they are over, though no client may be left."""
        self._lock = Mutex()

    def get(self, base_url: str, user: bytes, clock: Clock) -> LockOuts:
        """The lock-outs of the user at this address."""
        with self._lock:
            found = self._known.get((base_url, user))
            if found is None:
                found = self._known[base_url, user] = LockOuts(clock)
            return found

    def join(self, base_url: str, user: bytes, lockouts: LockOuts) -> None:
        """Let the user's other name stand for the same."""
        with self._lock:
            self._known[base_url, user] = lockouts

    def keep(self, lockouts: LockOuts) -> None:
        """Remember it until it is over."""
        with self._lock:
            self._lasting = [one for one in self._lasting if one.is_on and one is not lockouts] + [lockouts]


SHARED = _Shared()


class Budget:
    """So many times in so many seconds."""

    def __init__(self, most: int, seconds: float, clock: Clock) -> None:
        self._most, self._seconds, self._clock = most, seconds, clock
        self._spent: deque[float] = deque()
        self._lock = Mutex()

    @property
    def is_left(self) -> bool:
        """Whether there is some left."""
        with self._lock:
            self._prune()
            return len(self._spent) < self._most

    def spend(self, operation: str) -> float:
        """Count once more; raise where that is too often. What is given back was not spent."""
        with self._lock:
            now = self._prune()
            if len(self._spent) >= self._most:
                until = self._clock.after(self._spent[0] + self._seconds - now)
                reason = f"{self._most} requests of this kind in {self._seconds:g} s are all there may be"
                raise LockedOut(operation=operation, until=until, reason=reason)
            self._spent.append(now)
            return now

    def give_back(self, spent: float) -> None:
        """It did not go out."""
        with self._lock, suppress(ValueError):
            self._spent.remove(spent)

    def ages(self) -> list[float]:
        """How many seconds ago each was spent."""
        with self._lock:
            now = self._prune()
            return [now - one for one in self._spent]

    def take_over(self, ages: list[float]) -> None:
        """Count what other processes spent, too."""
        with self._lock:
            now = self._clock.monotonic()
            self._spent = deque(sorted(now - one for one in ages if 0 <= one < self._seconds))

    def _prune(self) -> float:
        """Forget what is long ago; the time now."""
        now = self._clock.monotonic()
        while self._spent and self._spent[0] <= now - self._seconds:
            self._spent.popleft()
        return now


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds until a request makes sense, as the answer says; None where it does not say, or not readably."""
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
    """The time that a header says."""
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)
