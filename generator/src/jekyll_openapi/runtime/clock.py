"""What time it is, in one place, so that a test can say."""

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """The time of day, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that only ever grow."""
        return time.monotonic()

    def after(self, seconds: float) -> datetime:
        """The time of day so many seconds from now."""
        return self.now() + timedelta(seconds=seconds)
