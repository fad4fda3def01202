"""How slow the machine is just now: limits of processor time are those of a quiet machine."""

import time

_USUAL = 0.12
"""Seconds of the processor that the work takes where nothing else runs."""
MOST = 4.0


def slowness() -> float:
    """How many times as long as usual the processor takes, 1 at least: neighbours take its caches."""
    start = time.process_time()
    found = {f"name {number}": [number, str(number)] for number in range(150_000)}
    assert len(sorted(found, reverse=True)) == 150_000
    return min(MOST, max(1.0, (time.process_time() - start) / _USUAL))
