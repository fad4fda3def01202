"""Print the seconds that one placeOCO call takes, by the client or by bare httpx, against a server on loopback."""

import subprocess
import sys
import timeit
from collections.abc import Callable
from pathlib import Path

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


def by_client(url: str) -> Callable[[], object]:
    """The call through the client: made, checked, sent, read, checked."""
    api = Tradovate(token="token", base_url=url)
    return lambda: api.order.place_oco(
        account_id=7,
        action="Buy",
        symbol="ESZ6",
        order_qty=1,
        order_type="Market",
        is_automated=True,
        other={"action": "Sell", "orderType": "Stop", "stopPrice": 4100.25},
    )


def by_httpx(url: str) -> Callable[[], object]:
    """The same request by hand, its answer read as JSON."""
    client = httpx.Client(base_url=url, headers={"Authorization": "Bearer token"})
    return lambda: client.post("/order/placeOCO", json=BODY).json()


server = subprocess.Popen([sys.executable, Path(__file__).with_name("answer.py")], stdout=subprocess.PIPE, text=True)
assert server.stdout is not None
try:
    base = f"http://127.0.0.1:{server.stdout.readline().strip()}/v1"
    call = {"client": by_client, "httpx": by_httpx}[sys.argv[1]](base)
    call()
    print(min(timeit.repeat(call, number=200, repeat=5)) / 200)
finally:
    server.terminate()
    server.wait()
