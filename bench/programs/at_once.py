"""Print the seconds of processor time that 100 calls at once take.

Usage: at_once.py WHO, where WHO is `aiohttp` (the client over it), `client` (over httpx), `bare-aiohttp` or `httpx`.
"""

import asyncio
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx

from tradovate_client import AsyncTradovate


async def measured(call: Callable[[], Awaitable[object]]) -> float:
    """The median of some rounds."""
    seconds = []
    for _ in range(9):
        start = time.process_time()
        await asyncio.gather(*(call() for _ in range(100)))
        seconds.append(time.process_time() - start)
    return statistics.median(seconds[2:])


async def by_aiohttp(url: str) -> float:
    """The client over the transport of its extra."""
    transport = import_module("httpx_aiohttp").AiohttpTransport()
    async with AsyncTradovate(token="token", base_url=url, transport=transport) as api:
        return await measured(lambda: api.request("POST", "/order/placeOCO", json=BODY))


async def by_client(url: str) -> float:
    """The client as it is installed."""
    async with AsyncTradovate(token="token", base_url=url) as api:
        return await measured(lambda: api.request("POST", "/order/placeOCO", json=BODY))


async def by_bare_aiohttp(url: str) -> float:
    """The same requests by hand, by aiohttp."""
    aiohttp = import_module("aiohttp")
    async with aiohttp.ClientSession(headers={"Authorization": "Bearer token"}) as session:

        async def call() -> object:
            async with session.post(f"{url}/order/placeOCO", json=BODY) as answer:
                return await answer.json()

        return await measured(call)


async def by_httpx(url: str) -> float:
    """The same requests by hand."""
    async with httpx.AsyncClient(base_url=url, headers={"Authorization": "Bearer token"}) as client:
        return await measured(lambda: client.post("/order/placeOCO", json=BODY))


BODY: dict[str, Any] = {
    "accountId": 7,
    "action": "Buy",
    "symbol": "ESZ6",
    "orderQty": 1,
    "orderType": "Market",
    "isAutomated": True,
    "other": {"action": "Sell", "orderType": "Stop", "stopPrice": 4100.25},
}
server = subprocess.Popen([sys.executable, Path(__file__).with_name("answer.py")], stdout=subprocess.PIPE, text=True)
assert server.stdout is not None
try:
    base = f"http://127.0.0.1:{server.stdout.readline().strip()}/v1"
    ways = {"aiohttp": by_aiohttp, "client": by_client, "bare-aiohttp": by_bare_aiohttp, "httpx": by_httpx}
    print(asyncio.run(ways[sys.argv[1]](base)))
finally:
    server.terminate()
    server.wait()
