"""Make 10,000 calls; print how many file descriptors and megabytes they leave behind."""

import gc
import os
import tracemalloc

from tradovate_client import Tradovate, testing


def descriptors() -> int:
    """How many files are open."""
    return len(os.listdir("/dev/fd"))


def calls(number: int) -> None:
    """Read and write, each with another client now and then."""
    for turn in range(number // 100):
        with Tradovate(token=f"token-{turn}", transport=testing.ExampleTransport()) as api:
            for _ in range(50):
                api.account.list()
                api.order.cancel_order(order_id=1, is_automated=True)


calls(1000)
gc.collect()
tracemalloc.start()
opened, (held, _) = descriptors(), tracemalloc.get_traced_memory()
calls(10_000)
gc.collect()
print(descriptors() - opened, (tracemalloc.get_traced_memory()[0] - held) / 1024**2)
