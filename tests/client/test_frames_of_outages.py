"""Tables and loops stay correct when the service refuses, forgets, loses or repeats."""

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest

from tests.client.frame_server import Asked, FrameServer, Peer
from tests.client.test_frames import LOGIN, ORDER, SYNCED, props, run
from tests.waiting import PATIENCE, soon
from tradovate_client import AsyncTradovate, Tradovate, errors
from tradovate_client.runtime.stream import async_stream, connection, engine, live_tables
from tradovate_client.runtime.stream.errors import (
    ConnectionLost,
    StreamClosed,
    StreamRefused,
)

SYNC = "user/syncrequest"
TICKET = {"p-ticket": "t1", "p-time": 0.05, "p-captcha": False}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "FIRST_PAUSE", 0.02)
    monkeypatch.setattr(live_tables, "QUIET", 0.1)
    monkeypatch.setattr(live_tables, "RESYNC_PAUSE", 0.05)


def listing(*numbers: int, status: str = "Working") -> dict[str, Any]:
    return {"orders": [{"id": number, "ordStatus": status, "accountId": 4411} for number in numbers]}


def each(*answers: Any) -> Callable[[Peer, Asked], None]:
    """Answer one sync after the other, with a status where a pair is given; the last answer repeats."""
    left = list(answers)

    def play(peer: Peer, asked: Asked) -> None:
        if asked.endpoint == SYNC:
            said = left.pop(0) if len(left) > 1 else left[0]
            content, status = said if isinstance(said, tuple) else (said, 200)
            peer.answer(asked, content, status)
        else:
            peer.answer(asked, {})

    return play


# --- tables ---
@pytest.mark.parametrize("text", ["a[{'e': 'props'}]", 'a[{"e":"props","d":', "a{}", "aNaN"])
def test_after_a_frame_that_cannot_be_read_the_tables_are_compared(text: str) -> None:
    async def bot(api: AsyncTradovate, stream: Any) -> None:
        await stream.sync([1])
        changes = stream.changes("order")
        server.peers[0].text(text)
        change = await anext(changes)
        assert (change.id, change.event, change.is_caught_up) == (2, "Created", True)
        assert stream.gaps == ()
        # A second one, while the first is looked into, is not forgotten.
        server.peers[0].text(text)
        assert (await anext(changes)).id == 3

    server = FrameServer(each(listing(1), listing(1, 2), listing(1, 2, 3)))
    run(server, bot)
    assert len(server.peers) == 1


@pytest.mark.parametrize(
    "event",
    [
        {"e": "props", "d": "half of it"},
        {"e": "props"},
        {"e": "props", "d": {"entityType": "order", "eventType": "Updated", "entity": {"ordStatus": "Filled"}}},
        {"e": "props", "d": {"eventType": "Updated", "entity": {"id": 1}}},
        {"e": "props", "d": {"entityType": "order", "entity": [{"id": 1}, 5]}},
    ],
)
def test_after_an_event_that_does_not_say_of_what_the_tables_are_compared(event: Any) -> None:
    async def bot(api: AsyncTradovate, stream: Any) -> None:
        await stream.sync([1])
        server.peers[0].messages(event)
        await soon(lambda: 2 in stream.orders)

    server = FrameServer(each(listing(1), listing(1, 2)))
    run(server, bot)


def test_an_event_inside_a_text_is_one() -> None:
    async def bot(api: AsyncTradovate, stream: Any) -> None:
        told = props({"id": 5, "ordStatus": "Filled"})
        server.peers[0].messages({**told, "d": json.dumps(told["d"])})
        await soon(lambda: 5 in stream.orders)

    server = FrameServer()
    run(server, bot)


@pytest.mark.parametrize("said", [("slow down", 429), ("bad gateway", 502), TICKET])
def test_a_sync_that_is_put_off_after_a_drop_is_asked_for_again(said: Any) -> None:
    async def bot(api: AsyncTradovate, stream: Any) -> None:
        await stream.sync([1])
        server.peers[0].drop()
        await soon(lambda: 2 in stream.orders)
        assert stream.state == "live"

    server = FrameServer(each(listing(1), said, listing(1, 2)))
    run(server, bot)
    assert len(server.sent(SYNC)) == 3


def test_a_sync_that_is_refused_after_a_drop_ends_the_stream() -> None:
    async def bot(api: AsyncTradovate, stream: Any) -> None:
        await stream.sync([1])
        changes = stream.changes("order")
        server.peers[0].drop()
        with pytest.raises(StreamClosed, match="403"):
            await anext(changes)
        assert stream.state == "closed"

    server = FrameServer(each(listing(1), ("not for you", 403)))
    run(server, bot)


def test_a_sync_in_parts_notices_what_is_gone_once_all_is_quiet() -> None:
    def play(peer: Peer, asked: Asked) -> None:
        lists = ((1, 2), (3, 4)) if len(server.peers) == 1 else ((1,), (3,))
        for numbers in lists:
            peer.messages({"i": asked.number, "s": 200, "d": listing(*numbers)})

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        await stream.sync([1], split=True)
        await soon(lambda: len(stream.orders) == 4)
        changes = stream.changes("order")
        server.peers[0].drop()
        await soon(lambda: len(server.sent(SYNC)) == 2)
        await asyncio.sleep(0.3)
        # Nothing was heard since: the connection may be dead.
        assert len(stream.orders) == 4
        server.peers[1].messages(props({"id": 4, "ordStatus": "Filled"}))
        beating = asyncio.ensure_future(beat(server.peers[1]))
        assert [(one.event, one.id) for one in [await anext(changes), await anext(changes)]] == [
            ("Updated", 4),
            ("Deleted", 2),
        ]
        beating.cancel()
        assert sorted(stream.orders) == [1, 3, 4]

    server = FrameServer(play)
    run(server, bot)


async def beat(peer: Peer) -> None:
    """Send server heartbeats for ever."""
    while True:
        peer.text("h")
        await asyncio.sleep(0.05)


def test_a_drop_between_two_parts_takes_nothing_away() -> None:
    def play(peer: Peer, asked: Asked) -> None:
        peer.messages({"i": asked.number, "s": 200, "d": listing(1, 2)})
        if len(server.peers) == 2:
            peer.drop()
        else:
            peer.messages({"i": asked.number, "s": 200, "d": listing(3)})

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        await stream.sync([1], split=True)
        await soon(lambda: len(stream.orders) == 3)
        changes = stream.changes("order")
        server.peers[0].drop()
        await soon(lambda: len(server.peers) == 3 and stream.state == "live")
        server.peers[2].text("h")
        await asyncio.sleep(0.3)
        server.peers[2].text("h")
        await asyncio.sleep(0.6)
        assert sorted(stream.orders) == [1, 2, 3]
        assert list(changes._waiting) == []

    server = FrameServer(play)
    run(server, bot)


def test_an_event_that_overtakes_the_answer_counts() -> None:
    def play(peer: Peer, asked: Asked) -> None:
        if len(server.sent(SYNC)) == 2:
            peer.messages(props({"id": 9, "ordStatus": "Working"}, event="Created"))
            peer.messages(props({"id": 1, "ordStatus": "Filled"}), props({"id": 2}, event="Deleted"))
        peer.answer(asked, listing(1, 2, 3))

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        await stream.sync([1])
        server.peers[0].drop()
        await soon(lambda: sorted(stream.orders) == [1, 3, 9])
        await asyncio.sleep(0.05)
        assert sorted(stream.orders) == [1, 3, 9]
        assert stream.orders[1].ord_status == "Filled"
        # From now on an answer that lists less means less again.
        await stream.sync([1])
        assert sorted(stream.orders) == [1, 2, 3]

    server = FrameServer(play)
    run(server, bot)


def test_two_events_of_one_entity_in_a_frame_and_the_end_of_one_that_nobody_knew() -> None:
    async def bot(api: AsyncTradovate, stream: Any) -> None:
        changes = stream.changes("order")
        working, filled = ({"id": 5, "ordStatus": one} for one in ("Working", "Filled"))
        server.peers[0].messages(
            props({"id": 77}, event="Deleted"),
            props(working, event="Created"),
            props(filled),
            props(filled),
            props({"id": 5}, event="Deleted"),
        )
        told = [await anext(changes) for _ in range(3)]
        assert [one.event for one in told] == ["Created", "Updated", "Deleted"]
        assert told[2].old is not None
        assert told[2].old.ord_status == "Filled"
        assert not stream.orders

    server = FrameServer()
    run(server, bot)


def test_a_frame_with_as_many_entities_as_a_busy_account_has() -> None:
    rows = [{"id": number, "ordStatus": "Filled", "accountId": 4411} for number in range(1, 120_001)]

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        await stream.sync([1], timeout=PATIENCE)
        assert len(stream.orders) == 120_000

    run(FrameServer(each({"orders": rows})), bot)


# --- who one is ---
def test_a_question_on_a_connection_that_is_not_known_any_more_is_asked_on_another() -> None:
    def play(peer: Peer, asked: Asked) -> None:
        is_new = peer is not server.peers[0]
        peer.answer(asked, [] if is_new else "Access is denied", 200 if is_new else 401)

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        assert await stream.api.account.list() == []
        assert len(server.sent("account/list")) == 2
        assert server.sent("authorize")[0].body != server.sent("authorize")[1].body

    server = FrameServer(play)
    run(server, bot, credentials=LOGIN)


def test_a_trade_that_is_denied_is_sent_once() -> None:
    async def bot(api: AsyncTradovate, stream: Any) -> None:
        for _ in range(3):
            with pytest.raises(errors.AuthenticationError):
                await stream.api.order.place_order(**ORDER)
        await soon(lambda: stream.state == "live")

    server = FrameServer(lambda peer, asked: peer.answer(asked, "Access is denied", 401))
    run(server, bot)
    assert len(server.sent("order/placeOrder")) == 3
    # A permission that is lacking does not end one connection after the other.
    assert len(server.peers) == 2


@pytest.mark.parametrize("said", [("too many", 429), ("out of order", 503), (TICKET, 200)])
def test_an_authorisation_that_is_put_off_costs_no_login(said: tuple[Any, int]) -> None:
    async def raw(peer: Peer) -> None:
        peer.text("o")
        async for asked in peer.asked():
            peer.answer(asked, *(said if len(server.peers) in (2, 3) else ({}, 200)))

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        server.peers[0].drop()
        await soon(lambda: len(server.peers) == 4 and stream.state == "live")
        assert server.logins == 1

    server = FrameServer(raw=raw)
    run(server, bot, credentials=LOGIN)


def test_a_refusal_inside_200_is_one() -> None:
    async def raw(peer: Peer) -> None:
        peer.text("o")
        async for asked in peer.asked():
            peer.answer(asked, {"errorText": f"bad token {asked.body}"})

    async def nothing(api: AsyncTradovate, stream: Any) -> None:
        raise AssertionError("it opened")

    with pytest.raises(StreamRefused, match="bad token") as caught:
        run(FrameServer(raw=raw), nothing)
    assert "a-token-of-the-test" not in str(caught.value)


@pytest.mark.parametrize(
    ("reason", "is_long"), [("Maintenance", False), ("ConnectionQuotaReached", True), ("IPQuotaReached", True)]
)
def test_how_long_a_shutdown_keeps_one_away(reason: str, is_long: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(async_stream, "QUOTA_PAUSE", 0.4 if is_long else 3600)

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        loop = asyncio.get_running_loop()
        start = loop.time()
        server.peers[0].messages({"e": "shutdown", "d": {"reasonCode": reason}})
        server.peers[0].text('c[3000,"bye"]')
        # A connection that came at all did not wait for an hour.
        await soon(lambda: len(server.peers) == 2 and stream.state == "live")
        assert not is_long or loop.time() - start > 0.4
        # What was said of one connection says nothing of a later one.
        monkeypatch.setattr(async_stream, "QUOTA_PAUSE", 3600)
        server.peers[1].drop()
        await soon(lambda: len(server.peers) == 3)

    server = FrameServer()
    run(server, bot)


def test_heartbeats_are_never_further_apart_than_they_are_due(monkeypatch: pytest.MonkeyPatch) -> None:
    """The loop of client and server says by how much the machine has held it up."""
    monkeypatch.setattr(connection, "BEAT", 0.2)

    async def hold_up() -> None:
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + 0.01
            await asyncio.sleep(0.01)
            late.append(loop.time() - due)

    async def raw(peer: Peer) -> None:
        watching.append(asyncio.ensure_future(hold_up()))
        server.beats.append(asyncio.get_running_loop().time())
        peer.text("o")
        async for asked in peer.asked():
            await asyncio.sleep(0.15 if asked.endpoint == "authorize" else 0)
            peer.answer(asked, {})

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        await soon(lambda: len(server.beats) > 4)
        watching[0].cancel()
        assert max(after - before for before, after in pairwise(server.beats)) < 0.29 + sum(late)

    late: list[float] = []
    watching: list[asyncio.Task[None]] = []
    server = FrameServer(raw=raw)
    run(server, bot)
    assert connection.SILENCE + connection.BEAT < 10


def test_a_replay_goes_on_from_its_clock_after_a_drop() -> None:
    async def main() -> None:
        server = FrameServer(lambda peer, asked: peer.answer(asked, {}))
        async with asyncio.timeout(PATIENCE), server, AsyncTradovate(token="any", base_url=server.url) as api:
            start = datetime(2026, 11, 2, 10, tzinfo=UTC)
            async with api.replay(start=start, speed=400, balance=50000) as stream:
                server.peers[0].messages({"e": "clock", "d": '{"t": "2026-11-02T11:30:00Z", "s": 0}'})
                await soon(lambda: stream.clock.is_throttled)
                server.peers[0].drop()
                await soon(lambda: len(server.sent("replay/initializeClock")) == 2)
            asked = [one.json["startTimestamp"] for one in server.sent("replay/initializeClock")]
            assert asked == ["2026-11-02T10:00:00Z", "2026-11-02T11:30:00Z"]
            began = ["authorize", "replay/checkReplaySession", "replay/initializeClock"]
            assert [one.endpoint for one in server.log[:3]] == began
            with_threads = await asyncio.to_thread(read_clock, server, start)
            assert with_threads == 7

    def read_clock(server: FrameServer, start: datetime) -> int:
        with Tradovate(token="any", base_url=server.url) as api, api.replay(start=start, speed=5) as stream:
            clocks = stream.clocks()
            tick = {"e": "clock", "d": '{"t": "2026-11-02T11:30:00Z", "s": 7}'}
            server.server.get_loop().call_soon_threadsafe(server.peers[-1].messages, tick)
            return next(clocks).speed

    asyncio.run(main())


# --- threads ---
def test_threads_see_the_same() -> None:
    def play(peer: Peer, asked: Asked) -> None:
        if asked.endpoint == "order/placeOrder":
            peer.drop()
        else:
            peer.answer(asked, SYNCED)

    def bot(url: str) -> None:
        with Tradovate(token="any", base_url=url) as api, api.stream() as stream:
            stream.sync([1])
            changes = stream.changes("order")
            with pytest.raises(ConnectionLost):
                stream.send("order/placeOrder", {"orderQty": 1})
            assert stream.send("any/thing") == SYNCED
            assert len(stream.gaps) == 1
            filled = props({"id": 1, "ordStatus": "Filled"})
            server.server.get_loop().call_soon_threadsafe(server.peers[1].messages, filled)
            assert next(changes).id == 1

    async def main() -> None:
        async with asyncio.timeout(PATIENCE), server:
            await asyncio.to_thread(bot, server.url)
        assert len(server.sent("order/placeOrder")) == 1

    server = FrameServer(play)
    asyncio.run(main())
