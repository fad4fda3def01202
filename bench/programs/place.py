"""Print the seconds that one placeOCO call takes, by the client or by bare httpx, against a server on loopback.

Usage: place.py WHO PART, where WHO is `client`, `old` (a client that has seen 1,000 tokens) or `httpx`, and PART the
part of the calls that takes no longer: 0.5, 0.99; or `cpu`, for the processor time of one of them.
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


server = subprocess.Popen([sys.executable, Path(__file__).with_name("answer.py")], stdout=subprocess.PIPE, text=True)
assert server.stdout is not None
try:
    base = f"http://127.0.0.1:{server.stdout.readline().strip()}/v1"
    call = {"client": by_client, "old": by_old, "httpx": by_httpx}[sys.argv[1]](base)
    clock = time.process_time if sys.argv[2] == "cpu" else time.perf_counter
    seconds = []
    for number in range(1100):
        start = clock()
        call()
        if number >= 100:
            seconds.append(clock() - start)
    print(sorted(seconds)[int(len(seconds) * (0.5 if sys.argv[2] == "cpu" else float(sys.argv[2])))])
finally:
    server.terminate()
    server.wait()
