"""Market data: shared subscriptions, late and slow readers, refused symbols."""

import asyncio
import decimal
from decimal import Decimal
from typing import Any

import pytest

from tests.client.frame_server import Asked, FrameServer, Peer
from tests.client.test_frames import props, run
from tests.waiting import soon
from tradovate_client import AsyncTradovate
from tradovate_client.runtime.stream import async_stream, engine, tables
from tradovate_client.runtime.stream.errors import SlowReader, StreamError, StreamRefused
from tradovate_client.runtime.stream.market import Tick, read_packet


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "FIRST_PAUSE", 0.02)


def quote(contract: object, price: int) -> dict[str, Any]:
    return {"e": "md", "d": {"quotes": [{"contractId": contract, "entries": {"Trade": {"price": price}}}]}}


def test_one_contract_by_two_names_is_one_subscription(monkeypatch: pytest.MonkeyPatch) -> None:
    async def bot(api: AsyncTradovate, stream: Any) -> None:
        async def find(symbol: str) -> int | None:
            return {"ESZ6": 77}.get(symbol)

        monkeypatch.setattr(stream._market_data, "_find_contract", find)
        by_name, by_id, unknown = await stream.quotes("ESZ6"), await stream.quotes(77), await stream.quotes("XX")
        with pytest.raises(StreamError, match="its id"):
            await stream.quotes("YY")
        for contract in (77, 5, None):
            server.peers[-1].messages(quote(contract, 4000))
        assert (await anext(by_name)).contract_id == (await anext(by_id)).contract_id == 77
        assert (await anext(unknown)).contract_id == 5
        by_name.close()
        await asyncio.sleep(0.05)
        assert not server.sent("md/unsubscribeQuote")
        by_id.close()
        await soon(lambda: server.sent("md/unsubscribeQuote"))
        assert [one.json["symbol"] for one in server.sent("md/subscribeQuote")] == ["ESZ6", "XX"]

    server = FrameServer(lambda peer, asked: peer.answer(asked, {}))
    run(server, bot)


@pytest.mark.parametrize(
    "answer", [{"mode": "None"}, {"errorText": "no such symbol"}, {"mode": "None", "errorText": ""}]
)
@pytest.mark.parametrize("kind", ["quotes", "dom", "histogram", "chart"])
def test_what_may_not_be_seen_ends_with_an_error(kind: str, answer: dict[str, str]) -> None:
    async def bot(api: AsyncTradovate, stream: Any) -> None:
        with pytest.raises(StreamRefused):
            await getattr(stream, kind)(77)
        assert not stream._market_data._subscriptions

    run(FrameServer(lambda peer, asked: peer.answer(asked, answer)), bot)


def bars(at: int, *minutes: int) -> dict[str, Any]:
    rows = [{"timestamp": f"2026-11-02T10:0{minute}:00Z", "close": minute} for minute in minutes]
    return {"e": "chart", "d": {"charts": [{"id": at, "bars": rows}]}}


def test_who_joins_a_chart_later_gets_its_history_and_a_new_connection_repeats_none() -> None:
    def play(peer: Peer, asked: Asked) -> None:
        if asked.endpoint == "md/getChart":
            shown = bars(7, 1, 2) if peer is server.peers[1] else bars(7, 1, 2, 3)
            peer.messages({"i": asked.number, "s": 200, "d": {"historicalId": 7, "realtimeId": 8}}, shown)
        else:
            peer.answer(asked, {})

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        early, late = await stream.chart(77), await stream.chart(77)
        for reader in (early, late):
            assert [int((await anext(reader)).close) for _ in range(2)] == [1, 2]
        server.peers[1].drop()
        for reader in (early, late):
            assert int((await anext(reader)).close) == 3
        assert len(server.sent("md/getChart")) == 2

    server = FrameServer(play)
    run(server, bot)


def test_a_chart_whose_answer_comes_too_late_is_cancelled() -> None:
    given_up = asyncio.Event()

    async def play(peer: Peer, asked: Asked) -> None:
        if asked.endpoint == "md/getChart":
            await given_up.wait()
        peer.answer(asked, {"historicalId": 7, "realtimeId": 8})

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        waiting = asyncio.ensure_future(stream.chart(77))
        await soon(lambda: server.sent("md/getChart"))
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        given_up.set()
        await soon(lambda: server.sent("md/cancelChart"))
        assert server.sent("md/cancelChart")[0].json == {"subscriptionId": 8}

    server = FrameServer(play)
    run(server, bot)


# --- slow readers ---
def test_each_kind_of_slow_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables.Tables.changes, "__kwdefaults__", {"most": 50})
    monkeypatch.setattr(async_stream, "MOST_BARS", 3)

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        changes, quotes = stream.changes(), await stream.quotes(77)
        chart, clocks = await stream.chart(77), stream.clocks()
        market, main = server.peers[1], server.peers[0]
        for number in range(1, 101):
            main.messages(props({"id": number}))
            market.messages(quote(77, number))
            main.messages({"e": "clock", "d": f'{{"t": "2026-11-02T10:00:00Z", "s": {number}}}'})
        market.messages(bars(8, 1, 2, 3, 4, 5))
        await soon(lambda: stream.clock.speed == 100 and len(stream.orders) == 100)
        await soon(lambda: chart._error is not None)
        assert int((await anext(quotes)).trade.price) == 100
        assert (await anext(clocks)).speed == 100
        with pytest.raises(SlowReader):
            assert [(await anext(changes)).id for _ in range(51)]
        with pytest.raises(SlowReader):
            assert [await anext(chart) for _ in range(4)]
        # Whoever comes anew goes on.
        anew = stream.changes()
        main.messages(props({"id": 1, "ordStatus": "Filled"}))
        assert (await anext(anew)).id == 1

    server = FrameServer(lambda peer, asked: peer.answer(asked, {"realtimeId": 8}))
    run(server, bot)


def test_charts_and_syncs_that_are_over_leave_nothing_behind() -> None:
    def play(peer: Peer, asked: Asked) -> None:
        peer.answer(asked, {"realtimeId": asked.number} if asked.endpoint == "md/getChart" else {"orders": []})

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        for minutes in range(1, 6):
            bars = await stream.chart("ESZ6", bars=f"{minutes}m")
            bars.close()
            await stream.sync(users=[1])
        await soon(lambda: len(server.sent("md/cancelChart")) == 5)
        assert [engine._connection.takers for engine in stream._engines()] == [{}, {}]

    server = FrameServer(play)
    run(server, bot)


CONTEXTS = {
    "few digits": decimal.Context(prec=3),
    "floats are refused": decimal.Context(traps=[decimal.FloatOperation]),
    "what is not exact is refused": decimal.Context(prec=3, traps=[decimal.Inexact, decimal.Rounded]),
}


@pytest.mark.parametrize("context", CONTEXTS)
def test_a_program_that_rounds_its_own_numbers_gets_whole_prices(context: str) -> None:
    packet = {
        "bp": 84001,
        "bt": 1_700_000_000_123,
        "ts": Decimal("0.25"),
        "tks": [{"t": 4, "p": 1, "s": 2, "id": 9, "b": 0, "a": 3}],
    }
    with decimal.localcontext(CONTEXTS[context]):
        ((_, tick),) = read_packet(packet)
    assert isinstance(tick, Tick)
    assert [str(one) for one in (tick.price, tick.bid, tick.ask)] == ["21000.50", "21000.25", "21001.00"]
    assert tick.timestamp.timestamp() == 1_700_000_000.127
