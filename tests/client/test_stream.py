"""Streams against the fake service: tables, events, quotes, trades, and every kind of lost connection."""

import asyncio
import signal
import sys
import threading
import traceback
from collections.abc import Awaitable, Callable, Iterator
from concurrent import futures
from decimal import Decimal
from typing import Any

import pytest

from tests.waiting import PATIENCE, soon, until
from tradovate_client import AsyncTradovate, Tradovate, errors, models
from tradovate_client.runtime.stream import connection, engine
from tradovate_client.runtime.stream.errors import ConnectionLost, NotConnected, StreamClosed, StreamRefused
from tradovate_client.testing import FakeService, FakeStream

ORDER: dict[str, Any] = {"symbol": "ESZ6", "order_qty": 1, "is_automated": True}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short pauses, so that reconnecting takes no time."""
    monkeypatch.setattr(engine, "FIRST_PAUSE", 0.02)


@pytest.fixture
def fake() -> Iterator[FakeStream]:
    service = FakeService()
    service.market.add_account()
    service.market.add_contract("ESZ6")
    service.market.add_contract("NQZ6")
    with FakeStream(service) as made:
        yield made


def run(fake: FakeStream, play: Callable[[AsyncTradovate, Any], Awaitable[None]]) -> None:
    """Play with a client and an open stream; nothing is left behind."""

    async def main() -> None:
        async with (
            asyncio.timeout(PATIENCE),
            AsyncTradovate(token="any", base_url=fake.url) as api,
            api.stream() as stream,
        ):
            await play(api, stream)
        left = [one for one in asyncio.all_tasks() if one is not asyncio.current_task()]
        assert left == []

    asyncio.run(main())
    until(lambda: fake.connections == fake.subscriptions == 0)


def user(fake: FakeStream) -> int:
    return int(fake.service.entities("user")[0]["id"])


def test_tables_fill_and_stay_current(fake: FakeStream) -> None:
    async def play(api: AsyncTradovate, stream: Any) -> None:
        await stream.sync([user(fake)])
        [account] = stream.accounts.values()
        assert isinstance(account, models.Account)
        changes = stream.changes(models.Order)
        placed = await api.order.place_order(
            account_id=account.id, action="Buy", order_type="Limit", price=4000, **ORDER
        )
        created = await anext(changes)
        assert (created.event, created.old, created.new.id) == ("Created", None, placed.order_id)
        fake.price("ESZ6", 3999)
        updated = await anext(changes)
        assert (str(updated.old.ord_status), str(updated.new.ord_status)) == ("Working", "Filled")
        assert str(stream.orders[placed.order_id].ord_status) == "Filled"
        await soon(lambda: len(stream.positions) == 1)
        assert [one.net_pos for one in stream.positions.values()] == [1]

    run(fake, play)


def test_what_happened_without_a_connection_is_caught_up(fake: FakeStream) -> None:
    async def play(api: AsyncTradovate, stream: Any) -> None:
        await stream.sync([user(fake)])
        account = next(iter(stream.accounts))
        changes = stream.changes("order")
        fake.drop()
        body = {"accountId": account, "action": "Buy", "symbol": "ESZ6", "orderQty": 1, "orderType": "Market"}
        placed = fake.service.market.place(body)
        change = await anext(changes)
        assert (change.id, change.event) == (placed["orderId"], "Created")
        await soon(lambda: len(stream.gaps) == 1)
        assert stream.gaps[0].start <= stream.gaps[0].end
        assert stream.state == "live"

    run(fake, play)


def test_a_trade_over_the_socket_whose_answer_is_lost_is_in_doubt_and_then_resolved(fake: FakeStream) -> None:
    async def play(api: AsyncTradovate, stream: Any) -> None:
        await stream.sync([user(fake)])
        account = next(iter(stream.accounts))
        fake.drop_after("order/placeOrder")
        with pytest.raises(errors.OutcomeUnknown) as caught:
            await stream.api.order.place_order(account_id=account, action="Buy", order_type="Limit", price=1, **ORDER)
        assert [one.cl_ord_id for one in api.in_doubt] == [caught.value.cl_ord_id]
        # The new connection brings the command with the tag.
        await soon(lambda: not list(api.in_doubt))
        assert len(fake.service.entities("order")) == 1
        assert sum(one.startswith("order/placeOrder") for one in fake.received) == 1

    run(fake, play)


def test_a_doubt_of_an_earlier_run_is_looked_up_at_the_first_sync(fake: FakeStream) -> None:
    async def main() -> None:
        async with AsyncTradovate(token="any", base_url=fake.url) as api, api.stream() as stream:
            fake.drop_after("order/placeOrder")
            account = fake.service.entities("account")[0]["id"]
            with pytest.raises(errors.OutcomeUnknown):
                await stream.api.order.place_order(
                    account_id=account, action="Buy", order_type="Limit", price=1, **ORDER
                )
            kept = api.in_doubt.to_json()
        async with AsyncTradovate(token="any", base_url=fake.url, in_doubt=kept) as api, api.stream() as stream:
            assert len(api.in_doubt) == 1
            await stream.sync([user(fake)])
            await soon(lambda: not list(api.in_doubt))

    asyncio.run(main())


def test_calls_over_the_socket_are_checked(fake: FakeStream) -> None:
    async def play(api: AsyncTradovate, stream: Any) -> None:
        account = await stream.call("account/item", id=fake.service.entities("account")[0]["id"])
        assert account.name == "DEMO1"
        with pytest.raises(errors.RequestInvalid):
            await stream.call("order/placeOrder", orderQty=-1)
        assert not any(one.startswith("order/") for one in fake.received)
        with pytest.raises(ValueError, match="no operation"):
            await stream.call("nothing/here")

    run(fake, play)


def test_a_client_whose_transport_is_a_socket(fake: FakeStream) -> None:
    async def main() -> None:
        async with AsyncTradovate(token="any", base_url=fake.url, transport="socket") as api:
            [account] = await api.account.list()
            placed = await api.order.place_order(account_id=account.id, action="Buy", order_type="Market", **ORDER)
            assert placed.order_id

    asyncio.run(main())
    assert [one.split("\n")[0] for one in fake.received] == ["authorize", "account/list", "order/placeOrder"]


def test_quotes_are_subscribed_to_once_and_taken_back(fake: FakeStream) -> None:
    async def play(api: AsyncTradovate, stream: Any) -> None:
        first, second = await stream.quotes("ESZ6"), await stream.quotes("ESZ6")
        other = await stream.quotes("NQZ6")
        fake.price("ESZ6", 4000, bid=3999.75, ask=4000.25)
        for reader in (first, second):
            quote = await anext(reader)
            assert (quote.trade.price, quote.bid.price) == (Decimal(4000), Decimal("3999.75"))
        assert other._waiting == type(other._waiting)()
        first.close()
        await asyncio.sleep(0.05)
        assert fake.subscriptions == 2
        second.close()
        other.close()
        await soon(lambda: fake.subscriptions == 0)
        asked = [one.split("\n")[0] for one in fake.received if one.startswith("md/")]
        assert asked.count("md/subscribeQuote") == asked.count("md/unsubscribeQuote") == 2

    run(fake, play)


def test_a_symbol_that_may_not_be_seen(fake: FakeStream) -> None:
    async def play(api: AsyncTradovate, stream: Any) -> None:
        with pytest.raises(StreamRefused, match="inaccessible"):
            await stream.quotes("NONE")

    run(fake, play)


def test_subscriptions_come_back_with_the_connection(fake: FakeStream) -> None:
    async def play(api: AsyncTradovate, stream: Any) -> None:
        quotes = await stream.quotes("ESZ6")
        fake.drop()
        await soon(lambda: fake.subscriptions == 1 and fake.connections == 2)
        fake.price("ESZ6", 4001)
        assert (await anext(quotes)).trade.price == 4001

    run(fake, play)


def test_a_connection_that_is_silent_is_noticed(fake: FakeStream, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BEAT", 0.05)
    monkeypatch.setattr(connection, "SILENCE", 0.2)
    states: list[str] = []

    async def main() -> None:
        async with (
            AsyncTradovate(token="any", base_url=fake.url) as api,
            api.stream(on_state=lambda state, why: states.append(state)),
        ):
            fake.silence()
            await soon(lambda: states.count("live") >= 2)

    asyncio.run(main())
    assert states[:3] == ["live", "reconnecting", "live"]


def test_strange_frames_and_messages_end_nothing(fake: FakeStream) -> None:
    async def play(api: AsyncTradovate, stream: Any) -> None:
        await stream.sync([user(fake)])
        for frame in ("a{", "x", "a", "a[1,null]", "aNaN", "h", "o", "hello", "a[]", 'a["x"]', "c"):
            fake.push_frame(frame)
        for message in (
            {"e": "props", "d": {"entityType": "spaceship", "eventType": "Created", "entity": {"id": 7, "x": 1}}},
            {"e": "props", "d": "text"},
            {"e": "props", "d": {"entityType": 5, "entity": {}}},
            {"e": "unheard-of", "d": {}},
            {"i": 99999, "s": 200, "d": {}},
            {"e": "clock", "d": "{"},
            {"e": "md", "d": {"quotes": "none"}},
            {"e": "chart", "d": {"charts": [1, {"id": 5}]}},
            {"e": "shutdown", "d": {"reasonCode": "Maintenance"}},
        ):
            fake.push(message)
        await soon(lambda: 7 in stream.table("spaceship"))
        assert stream.table("spaceship")[7] == {"id": 7, "x": 1}
        assert len(await stream.api.account.list()) == 1

    run(fake, play)


def test_a_close_frame_said_twice(fake: FakeStream) -> None:
    async def play(api: AsyncTradovate, stream: Any) -> None:
        fake.push_frame('c[3000,"Go away!"]')
        fake.push_frame('c[3000,"Go away!"]')
        await soon(lambda: len(stream.gaps) == 1)
        assert "3000 Go away!" in stream.gaps[0].why

    run(fake, play)


def test_many_events_come_in_order_and_a_slow_reader_is_told(fake: FakeStream) -> None:
    async def play(api: AsyncTradovate, stream: Any) -> None:
        await stream.sync([user(fake)])
        number = next(iter(stream.accounts))
        changes = stream.changes("account")
        await asyncio.to_thread(fake.flood, "account", number, 5000)
        ticks = [(await anext(changes)).new.raw["tick"] for _ in range(5000)]
        assert ticks == list(range(5000))

    run(fake, play)


def test_after_the_end_nothing_is_sent(fake: FakeStream) -> None:
    async def play(api: AsyncTradovate, stream: Any) -> None:
        quotes = await stream.quotes("ESZ6")
        await stream.close()
        with pytest.raises(StreamClosed):
            await stream.send("account/list")
        with pytest.raises(StreamClosed):
            await anext(quotes)

    run(fake, play)


def test_the_same_for_threads(fake: FakeStream) -> None:
    with Tradovate(token="any", base_url=fake.url) as api, api.stream() as stream:
        stream.sync([user(fake)])
        account = next(iter(stream.accounts))
        with stream.changes(models.Order) as changes:
            api.order.place_order(account_id=account, action="Buy", order_type="Limit", price=4000, **ORDER)
            assert next(changes).event == "Created"
            assert changes.next(0.05) is None
        with stream.quotes("ESZ6") as quotes:
            fake.price("ESZ6", 4000)
            trade = next(quotes).trade
            assert trade
            assert trade.price == 4000
        assert stream.state == "live"
    assert "stream" not in {one.name for one in threading.enumerate()}
    with pytest.raises(StreamClosed):
        stream.send("account/list")


def test_connection_lost_is_an_error_of_the_stream() -> None:
    assert issubclass(ConnectionLost, Exception)


@pytest.mark.parametrize("what", [KeyboardInterrupt, TimeoutError, LookupError])
def test_what_the_handler_of_a_signal_raises_ends_the_wait_for_a_stream(
    fake: FakeStream, what: type[BaseException]
) -> None:
    def stop(*_: object) -> None:
        raise what("of the program")

    ended: list[str] = []
    main = threading.get_ident()

    def is_waiting() -> bool:
        frames = traceback.walk_stack(sys._current_frames()[main])
        return any(frame.f_code is futures.wait.__code__ for frame, _ in frames)

    async def work() -> None:
        while not is_waiting():
            await asyncio.sleep(0)
        signal.pthread_kill(main, signal.SIGUSR1)
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            ended.append("cancelled")
            raise

    before = signal.signal(signal.SIGUSR1, stop)
    try:
        with Tradovate(token="any", base_url=fake.url) as api, api.stream() as stream:
            with pytest.raises(what, match="of the program"):
                stream._run(work())
            until(lambda: ended == ["cancelled"])
    finally:
        signal.signal(signal.SIGUSR1, before)


def test_a_socket_has_the_tls_of_the_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    """That of the library would take the certificates that the environment names."""
    asked: list[Any] = []

    async def refused(url: str, **given: Any) -> None:
        asked.append(given["ssl"])
        raise OSError

    async def token() -> str:
        return "any"

    monkeypatch.setattr(connection, "connect", refused)
    monkeypatch.setattr(connection, "tls", lambda: "that of the calls")
    for scheme in ("wss", "ws"):
        with pytest.raises(NotConnected):
            asyncio.run(
                connection.open_connection(f"{scheme}://127.0.0.1", token, lambda *_: None, lambda _: None, PATIENCE)
            )
    assert asked == ["that of the calls", None]


def test_a_closed_client_sends_nothing_over_a_stream_that_is_still_open(fake: FakeStream) -> None:
    async def play() -> None:
        async with asyncio.timeout(PATIENCE):
            api = AsyncTradovate(token="any", base_url=fake.url)
            async with api.stream() as stream:
                order = {"accountId": 1, "action": "Buy", "orderType": "Market", "orderQty": 1, "isAutomated": True}
                view = stream.api
                assert await view.account.list()
                await api.close()
                for call in (lambda: stream.call("order/placeOrder", symbol="ESZ6", **order), view.account.list):
                    with pytest.raises(errors.NotSent, match="closed"):
                        await call()

    asyncio.run(play())
    assert fake.service.entities("order") == []
