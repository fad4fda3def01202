"""Print what events of a socket cost, on a server of bytes in this process.

Usage: stream.py props | quote | memory | reconnects: seconds of processor time of one event of a table; seconds from
the socket to the reader of a quote, median; megabytes more after a million events; seconds of processor time of one of
1,000 reconnects.
"""

import asyncio
import gc
import json
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.client.frame_server import TEXT, Asked, FrameServer, Peer, frame
from tradovate_client import AsyncTradovate
from tradovate_client.runtime.stream import engine

engine.FIRST_PAUSE = 0.001
IN_A_FRAME, FRAMES = 50, 100
USER: Any = {"orders": [{"id": 1, "ordStatus": "Working"}]}


def event(order: int, account: int) -> dict[str, Any]:
    """An order that has changed."""
    entity = {"id": order, "ordStatus": "Working", "accountId": account, "action": "Buy"}
    return {"e": "props", "d": {"entityType": "order", "eventType": "Updated", "entity": entity}}


def quote(price: float) -> dict[str, Any]:
    """One quote."""
    entries = {name: {"price": price, "size": 1} for name in ("Bid", "Offer", "Trade")}
    return {"e": "md", "d": {"quotes": [{"timestamp": "2026-11-02T10:00:00Z", "contractId": 77, "entries": entries}]}}


def play(peer: Peer, asked: Asked) -> None:
    """Answers every request."""
    peer.answer(asked, USER if "sync" in asked.endpoint else {})


BLOCK = b"".join(
    frame(TEXT, b"a" + json.dumps([event(order, account) for order in range(IN_A_FRAME)]).encode())
    for account in range(FRAMES)
)
"""The bytes of 5,000 events, made once, so that the server costs next to nothing."""


async def until(is_so: Callable[[], object]) -> None:
    """Waits until something is so."""
    async with asyncio.timeout(60):
        while not is_so():
            await asyncio.sleep(0)


async def flood(stream: Any, peer: Peer, blocks: int) -> None:
    """Sends blocks of events, each when the one before it has been taken in."""
    for mark in range(10_000_001, 10_000_001 + blocks):
        peer.write(BLOCK)
        peer.messages(event(0, mark))
        await until(partial(_is_marked, stream, mark))


def _is_marked(stream: Any, mark: int) -> bool:
    return 0 in stream.orders and stream.orders[0].account_id == mark


async def of_props(stream: Any, server: FrameServer) -> float:
    await flood(stream, server.peers[0], 2)
    start = time.process_time()
    await flood(stream, server.peers[0], 10)
    return (time.process_time() - start) / (10 * IN_A_FRAME * FRAMES)


async def of_memory(stream: Any, server: FrameServer) -> float:
    await flood(stream, server.peers[0], 4)
    gc.collect()
    tracemalloc.start()
    held, _ = tracemalloc.get_traced_memory()
    await flood(stream, server.peers[0], 1_000_000 // (IN_A_FRAME * FRAMES))
    gc.collect()
    return (tracemalloc.get_traced_memory()[0] - held) / 1024**2


async def of_quote(stream: Any, server: FrameServer) -> float:
    quotes = await stream.quotes(77)
    seconds = []
    for number in range(1, 1001):
        waiting = asyncio.ensure_future(anext(quotes))
        await asyncio.sleep(0)
        start = time.perf_counter()
        server.peers[-1].messages(quote(number))
        await waiting
        seconds.append(time.perf_counter() - start)
    quotes.close()
    return statistics.median(seconds)


async def of_reconnects(stream: Any, server: FrameServer) -> float:
    start = time.process_time()
    for _ in range(1000):
        server.log.clear()
        server.peers[-1].drop()
        await until(lambda: any("sync" in one.endpoint for one in server.log))
    return (time.process_time() - start) / 1000


async def main() -> None:
    """Opens a stream and measures."""
    way = {"props": of_props, "memory": of_memory, "quote": of_quote, "reconnects": of_reconnects}[sys.argv[1]]
    async with (
        FrameServer(play) as server,
        AsyncTradovate(token="a-token", base_url=server.url) as api,
        api.stream() as stream,
    ):
        await stream.sync([1])
        print(await way(stream, server))


asyncio.run(main())
