"""Waiting for what has to come: as long as a busy machine needs, and no longer than it takes."""

import asyncio
import time
from collections.abc import Callable

PATIENCE = 60.0
"""Seconds after which it does not come at all: only a defect lasts that long."""


def until(holds: Callable[[], object]) -> None:
    """Waits until it holds; fails where it never does."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.005)


async def soon(holds: Callable[[], object]) -> None:
    """Waits until it holds while tasks go on; fails where it never does."""
    async with asyncio.timeout(PATIENCE):
        while not holds():
            await asyncio.sleep(0.005)
