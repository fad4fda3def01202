"""Print the seconds that one placeOCO call takes, by the client and by bare httpx, against a server on loopback.

Usage: place.py WHO PART, where WHO is `client` or `old` (a client that has seen 1,000 tokens), and PART the part of
the calls that takes no longer: 0.5, 0.99; or `cpu`, for the processor time of one of them.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from tradovate_client import Tradovate

BODY = {
    "accountId": 7,
    "action": "Buy",
    "symbol": "ESZ6",
    "orderQty": 1,
    "orderType": "Market",
    "isAutomated": True,
    "other": {"action": "Sell", "orderType": "Stop", "stopPrice": 4100.25},
    "clOrdId": "x" * 32,
}


KEYWORDS: Any = {
    "account_id": 7,
    "action": "Buy",
    "symbol": "ESZ6",
    "order_qty": 1,
    "order_type": "Market",
    "is_automated": True,
    "other": {"action": "Sell", "orderType": "Stop", "stopPrice": 4100.25},
}


def by_client(url: str) -> Callable[[], object]:
    """The call through the client: made, checked, sent, read, checked."""
    api = Tradovate(token="token", base_url=url)
    return lambda: api.order.place_oco(**KEYWORDS)


def by_old(url: str) -> Callable[[], object]:
    """The same by a client that has lived for weeks."""
    api = Tradovate(token="token", base_url=url)
    for number in range(1000):
        api._core.secrets.draw({"accessToken": f"a-token-of-an-earlier-hour-{number:06}"})
    return lambda: api.order.place_oco(**KEYWORDS)


def by_httpx(url: str) -> Callable[[], object]:
    """The same request by hand, its answer read as JSON."""
    client = httpx.Client(base_url=url, headers={"Authorization": "Bearer token"})
    return lambda: client.post("/order/placeOCO", json=BODY).json()


def in_turn(calls: list[Callable[[], object]], clock: Callable[[], float]) -> list[list[float]]:
    """The seconds of each of 1,000 calls of each kind.

    They take turns of 20 calls in one process: two processes that run one after the other differ by more than what is
    measured, even if both do the same.
    """
    seconds: list[list[float]] = [[] for _ in calls]
    for turn in range(55):
        kinds = list(zip(calls, seconds, strict=True))
        for call, taken in kinds if turn % 2 else reversed(kinds):
            for _ in range(20):
                start = clock()
                call()
                taken.append(clock() - start)
    return [taken[100:] for taken in seconds]


server = subprocess.Popen([sys.executable, Path(__file__).with_name("answer.py")], stdout=subprocess.PIPE, text=True)
assert server.stdout is not None
try:
    base = f"http://127.0.0.1:{server.stdout.readline().strip()}/v1"
    ours = {"client": by_client, "old": by_old}[sys.argv[1]](base)
    is_cpu = sys.argv[2] == "cpu"
    for taken in in_turn([ours, by_httpx(base)], time.process_time if is_cpu else time.perf_counter):
        print(sorted(taken)[int(len(taken) * (0.5 if is_cpu else float(sys.argv[2])))])
finally:
    server.terminate()
    server.wait()
