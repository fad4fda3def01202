"""The stream against a server that splits, merges, floods, cuts and sends odd frames."""

import asyncio
import json
import threading
from collections.abc import Awaitable, Callable
from functools import partial
from itertools import pairwise
from typing import Any

import pytest

from tests.client.frame_server import Asked, FrameServer, Peer, frame
from tests.waiting import PATIENCE, soon, until
from tradovate_client import AsyncTradovate, Tradovate
from tradovate_client.runtime.stream import connection, engine
from tradovate_client.runtime.stream.errors import (
    ConnectionLost,
    NotConnected,
)
from tradovate_client.testing import FakeService, FakeStream

ORDER: Any = {
    "account_id": 4411,
    "action": "Buy",
    "symbol": "ESZ6",
    "order_qty": 1,
    "order_type": "Limit",
    "price": 1,
    "is_automated": True,
}
LOGIN: Any = {"name": "sim", "password": "not-a-real-one", "appId": "a", "appVersion": "1", "cid": 1, "sec": "not-real"}
SYNCED: dict[str, Any] = {"orders": [{"id": 1, "ordStatus": "Working", "accountId": 4411, "action": "Buy"}]}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "FIRST_PAUSE", 0.02)


def props(entity: dict[str, Any], kind: str = "order", event: str = "Updated") -> dict[str, Any]:
    return {"e": "props", "d": {"entityType": kind, "eventType": event, "entity": entity}}


def run(
    server: FrameServer, play: Callable[[AsyncTradovate, Any], Awaitable[None]], **who: Any
) -> list[tuple[str, str]]:
    """Play with a client and an open stream; gives the states, and nothing is left behind."""
    states: list[tuple[str, str]] = []

    async def main() -> None:
        async with asyncio.timeout(PATIENCE), server:
            known = who or {"token": "a-token-of-the-test"}
            async with AsyncTradovate(**known, base_url=server.url) as api:
                async with api.stream(on_state=lambda state, why: states.append((state, why))) as stream:
                    await play(api, stream)
                names = {getattr(one.get_coro(), "__qualname__", "") for one in asyncio.all_tasks()}
                assert not [name for name in names if "Engine" in name or "Connection._" in name]

    asyncio.run(main())
    return states


def has_gaps(stream: Any, many: int) -> bool:
    return len(stream.gaps) >= many


# --- order of what comes ---
def test_an_event_in_the_frame_of_the_first_answer_counts_after_it() -> None:
    def play(peer: Peer, asked: Asked) -> None:
        peer.messages({"i": asked.number, "s": 200, "d": SYNCED}, props({"id": 1, "ordStatus": "Filled"}))

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        await stream.sync([1])
        await soon(lambda: stream.orders)
        assert stream.orders[1].ord_status == "Filled"

    run(FrameServer(play), bot)


def test_an_answer_in_parts_within_one_frame_and_after_it() -> None:
    def play(peer: Peer, asked: Asked) -> None:
        parts = [{"i": asked.number, "s": 200, "d": {"orders": [{"id": n, "ordStatus": "Working"}]}} for n in (1, 2, 3)]
        peer.messages(*parts[:2], parts=7)
        peer.messages(parts[2])

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        await stream.sync([1], split=True)
        await soon(lambda: len(stream.orders) == 3)

    server = FrameServer(play)
    run(server, bot)
    assert server.log[1].json == {"users": [1], "splitResponses": True}


def test_the_other_spelling_of_the_first_request() -> None:
    def play(peer: Peer, asked: Asked) -> None:
        is_known = asked.endpoint == "user/syncRequest"
        peer.answer(asked, SYNCED if is_known else "not found", 200 if is_known else 404)

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        await stream.sync([1])
        assert list(stream.orders) == [1]

    run(FrameServer(play), bot)


def test_packets_of_a_chart_in_the_frame_of_its_answer() -> None:
    bar = {"timestamp": "2026-11-02T10:00:00Z", "open": 1, "high": 2, "low": 0.5, "close": 1.25}
    ticks = {"id": 8, "bp": 100, "bt": 0, "ts": 0.25, "tks": [{"t": 1e300, "p": 1}, {"t": 5, "p": 1, "s": 2, "id": 9}]}

    def play(peer: Peer, asked: Asked) -> None:
        named = {"i": asked.number, "s": 200, "d": {"historicalId": 7, "realtimeId": 8}}
        history = {"id": 7, "bars": [bar], "eoh": True}
        peer.messages(named, {"e": "chart", "d": {"charts": [history, {"id": 7, "eoh": True}, ticks]}})

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        async with await stream.chart("ESZ6") as bars:
            assert str((await anext(bars)).close) == "1.25"
            assert str((await anext(bars)).price) == "25.25"
        await soon(lambda: server.sent("md/cancelChart"))
        assert server.sent("md/cancelChart")[0].json == {"subscriptionId": 8}

    server = FrameServer(play)
    run(server, bot)


def test_answers_out_of_order_and_a_frame_of_a_thousand_messages() -> None:
    waiting: list[Asked] = []

    def play(peer: Peer, asked: Asked) -> None:
        waiting.append(asked)
        if len(waiting) == 50:
            answers = [{"i": one.number, "s": 200, "d": {"echo": one.json["n"]}} for one in reversed(waiting)]
            events = [props({"id": n, "ordStatus": "Working"}) for n in range(1, 951)]
            peer.messages(*answers, *events, parts=3)

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        said = await asyncio.gather(*(stream.send("any/thing", {"n": n}) for n in range(50)))
        assert [one["echo"] for one in said] == list(range(50))
        assert len(stream.orders) == 950

    run(FrameServer(play), bot)


def test_a_frame_of_ten_megabytes_and_one_byte_at_a_time() -> None:
    async def play(peer: Peer, asked: Asked) -> None:
        if asked.endpoint == "big":
            peer.answer(asked, {"text": "x" * 10_000_000})
            return
        data = f'a[{{"i": {asked.number}, "s": 200, "d": "Grüße"}}]'.encode()
        for at in range(len(data)):
            peer.write(frame(0 if at else 1, data[at : at + 1], is_last=at == len(data) - 1))
            peer.write(frame(9, b"are you there"))
            await peer.writer.drain()

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        assert len((await stream.send("big"))["text"]) == 10_000_000
        assert await stream.send("slow") == "Grüße"

    run(FrameServer(play), bot)


STRANGE: list[Any] = [
    {"e": "props", "d": json.dumps({"entityType": "order", "eventType": "Updated", "entity": {"id": 5}})},
    {"e": "chart", "d": {"charts": [{"id": 7, "bp": 1e308, "bt": 1e308, "ts": 1e308, "tks": [{"t": 1e308, "p": 1}]}]}},
    {"e": "md", "d": {"quotes": [{"contractId": "x", "entries": {"Bid": 5, "Offer": {"price": "no"}}}, 7]}},
    {"e": "md", "d": {"histograms": [{"items": {"1e999999": 1, "-1": "x", "NaN": 2}}]}},
    {"e": "props", "d": {"entityType": "order", "eventType": 7, "entity": {"id": 1, "ordStatus": ["x"], "price": {}}}},
    {"e": "props", "d": {"entityType": "", "eventType": "Updated", "entity": {"id": 1}}},
    {"e": "props", "d": {"entityType": "order", "eventType": "Deleted", "entity": {"id": "1"}}},
    {"e": "clock", "d": json.dumps({"t": "soon", "s": []})},
    {"e": "clock", "d": "[]"},
    {"e": ["list"], "d": 1},
    {"e": "shutdown"},
    {"i": {}, "s": 200, "d": {}},
    {"i": -1, "s": 200, "d": {}},
    {"s": 200},
    {},
]


def test_what_cannot_be_taken_in_ends_nothing() -> None:
    def play(peer: Peer, asked: Asked) -> None:
        for message in STRANGE:
            peer.messages(message)
        for text in ("a{'e': 'props'}", "a[{'i':1}]", "a[" * 5000, "a[1e999]", "a\x00", "", "o", "h", "aaa"):
            peer.text(text)
        peer.write(frame(2, b"\xff\xfe\x00"))
        peer.answer(asked, {"here": True})

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        changes = stream.changes("order")
        assert await stream.send("any/thing") == {"here": True}
        assert stream.state == "live"
        assert stream.gaps == ()
        changes.close()

    run(FrameServer(play), bot)


# --- life ---
def test_our_heartbeats_come_whatever_the_server_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BEAT", 0.05)
    monkeypatch.setattr(connection, "SILENCE", 30)

    async def raw(peer: Peer) -> None:
        peer.text("o")
        async for asked in peer.asked():
            if asked.endpoint == "authorize":
                await asyncio.sleep(0.3)
                peer.answer(asked, {})
            else:
                for number in range(20_000):
                    peer.messages(props({"id": number, "ordStatus": "Working"}))
                    if number % 500 == 0:
                        await peer.writer.drain()
                        await asyncio.sleep(0)
                peer.answer(asked, {})

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        # Some went out while the server thought about the token.
        await soon(lambda: len(server.beats) >= 5)
        before = len(server.beats)
        await stream.send("flood", timeout=PATIENCE)
        await soon(lambda: len(server.beats) > before)
        assert len(stream.orders) == 20_000

    server = FrameServer(raw=raw)
    run(server, bot)


def test_a_silent_connection_is_noticed_in_ten_seconds() -> None:
    assert connection.SILENCE + connection.BEAT < 10


def test_it_never_says_that_it_is_open() -> None:
    async def raw(peer: Peer) -> None:
        async for _ in peer.asked():
            pass

    async def main() -> None:
        async with FrameServer(raw=raw) as server, AsyncTradovate(token="any", base_url=server.url) as api:
            stream = api.stream()
            stream._connect_seconds = 0.2
            with pytest.raises(NotConnected, match="within"):
                await stream.__aenter__()
            assert server.log == []

    asyncio.run(main())


def test_a_connection_that_ends_before_it_is_put_back_is_tried_ever_more_seldom() -> None:
    tried_at: list[float] = []

    def play(peer: Peer, asked: Asked) -> None:
        if len(server.peers) == 1:
            peer.answer(asked, SYNCED)
        else:
            tried_at.append(asyncio.get_running_loop().time())
            peer.drop()

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        await stream.sync([1])
        server.peers[0].drop()
        await soon(lambda: len(tried_at) >= 5)
        # A busy machine makes pauses longer, and none makes them shorter: half of what is doubled each time.
        pauses = [after - before for before, after in pairwise(tried_at)]
        assert all(pause > 0.5 * engine.FIRST_PAUSE * 2**turn for turn, pause in enumerate(pauses, 1)), pauses

    server = FrameServer(play)
    run(server, bot)


def test_a_subscription_that_is_given_up_and_taken_again_lives() -> None:
    def play(peer: Peer, asked: Asked) -> None:
        peer.answer(asked, {})

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        for _ in range(5):
            (await stream.quotes(77)).close()
            reader = await stream.quotes(77)
            server.peers[-1].messages({"e": "md", "d": {"quotes": [{"contractId": 77, "entries": {}}]}})
            assert (await anext(reader)).contract_id == 77
            reader.close()
        reader = await stream.quotes(77)
        await asyncio.sleep(0.05)
        words = [one.endpoint for one in server.log if one.endpoint.startswith("md/")]
        assert words[-1] == "md/subscribeQuote"
        assert words.count("md/subscribeQuote") - words.count("md/unsubscribeQuote") >= 1

    server = FrameServer(play)
    run(server, bot)


def test_nothing_is_sent_twice_after_a_connection() -> None:
    def play(peer: Peer, asked: Asked) -> None:
        if asked.endpoint == "any/thing":
            peer.drop()
        else:
            peer.answer(asked, SYNCED)

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        await stream.sync([1])
        with pytest.raises(ConnectionLost):
            await stream.send("any/thing")
        await soon(lambda: len(server.sent("user/syncrequest")) == 2)
        await asyncio.sleep(0.05)
        assert len(server.sent("any/thing")) == 1

    server = FrameServer(play)
    run(server, bot)


def test_two_hundred_connections_leave_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    def play(peer: Peer, asked: Asked) -> None:
        peer.answer(asked, SYNCED)

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        await stream.sync([1])
        quotes = await stream.quotes(77)
        before = len(asyncio.all_tasks())
        for turn in range(1, 201):
            server.peers[-1].drop()
            await soon(partial(has_gaps, stream, turn))
        await soon(lambda: server.open <= 3)
        await soon(lambda: len(asyncio.all_tasks()) <= before + 1)
        quotes.close()

    monkeypatch.setattr(engine, "FIRST_PAUSE", 0.001)
    server = FrameServer(play)
    run(server, bot)


def test_a_stream_for_threads_says_that_its_own_thread_cannot_wait() -> None:
    service = FakeService()
    said: list[BaseException] = []
    with FakeStream(service) as fake, Tradovate(token="any", base_url=fake.url) as api:
        open_ones: list[Any] = []

        def told(state: str, why: str) -> None:
            try:
                if open_ones:
                    open_ones[0].close()
            except RuntimeError as error:
                said.append(error)

        with api.stream(on_state=told) as stream:
            open_ones.append(stream)
            fake.drop()
            until(lambda: said)
    assert "thread of the stream" in str(said[0])
    assert "stream" not in {one.name for one in threading.enumerate()}
