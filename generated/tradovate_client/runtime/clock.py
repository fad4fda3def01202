"""The time, behind one class, so that tests can replace it."""

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """The current time, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds on a clock that never goes back."""
        return time.monotonic()

    def after(self, seconds: float) -> datetime:
        """The time `seconds` from now, in UTC."""
        return self.now() + timedelta(seconds=seconds)
