"""Trades and tokens over a socket of bytes: sent once, in doubt where that is so, and never by a wrong token."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.client.frame_server import Asked, FrameServer, Peer, frame
from tests.client.test_frames import LOGIN, ORDER, SYNCED, run
from tests.waiting import PATIENCE, soon
from tradovate_client import AsyncTradovate, errors
from tradovate_client.runtime.stream import engine
from tradovate_client.runtime.stream.errors import StreamClosed, StreamError, StreamRefused
from tradovate_client.runtime.stream.frames import Batch, Beat, Ended, Opened, Unreadable, read_frames


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "FIRST_PAUSE", 0.02)


# --- trades ---
def cut_in_answer(peer: Peer, asked: Asked) -> None:
    whole = frame(1, f'a[{{"i":{asked.number},"s":200,"d":{{"orderId":7}}}}]'.encode())
    peer.write(whole[:-9])
    asyncio.get_running_loop().call_later(0.02, peer.drop)


def close_twice(peer: Peer, asked: Asked) -> None:
    peer.text('c[3000,"Go away!"]')
    peer.text('c[3000,"Go away!"]')


def answer_of(content: Any, status: Any = 200) -> Callable[[Peer, Asked], None]:
    return lambda peer, asked: peer.answer(asked, content, status)


LOST: dict[str, Callable[[Peer, Asked], None]] = {
    "dropped after the frame": lambda peer, asked: peer.drop(),
    "in the middle of the answer": cut_in_answer,
    "closed twice": close_twice,
    "a close of WebSocket": lambda peer, asked: peer.write(frame(8, b"\x03\xe8bye")),
    "an answer without a status": answer_of({"orderId": 7}, None),
    "an answer that says nothing": answer_of({}),
    "an answer as text": answer_of("orderId 7"),
    "a gateway": answer_of("bad gateway", 502),
    "invalid JSON": lambda peer, asked: peer.text(f'a[{{"i":{asked.number},"s":200,"d":{{"orderId":7}}'),
    "an answer to the request true": lambda peer, asked: peer.messages({"i": True, "s": 200, "d": {"orderId": 666}}),
    "another request's answer": lambda peer, asked: peer.messages({"i": asked.number + 50, "s": 200, "d": {}}),
}


@pytest.mark.parametrize("name", LOST)
def test_a_trade_goes_out_once_and_is_in_doubt(name: str) -> None:
    async def bot(api: AsyncTradovate, stream: Any) -> None:
        with pytest.raises(errors.OutcomeUnknown) as caught:
            await _quick(stream)
        assert [one.cl_ord_id for one in api.in_doubt] == [caught.value.cl_ord_id]
        await asyncio.sleep(0.1)
        assert len(server.sent("order/placeOrder")) == 1

    server = FrameServer(LOST[name])
    run(server, bot)


async def _quick(stream: Any, **times: float) -> Any:
    """An order that waits half a second for its answer, and longer for a connection."""
    view = stream.api
    view._timeouts = type(view._timeouts)(**{"read": 0.5, "total": PATIENCE, **times})
    return await view.order.place_order(**ORDER)


def test_a_trade_without_a_connection_is_not_sent() -> None:
    async def bot(api: AsyncTradovate, stream: Any) -> None:
        server.server.close()
        server.peers[0].drop()
        await soon(lambda: stream.state == "reconnecting")
        with pytest.raises(errors.NotSent):
            await _quick(stream, total=2)
        assert not list(api.in_doubt)

    server = FrameServer()
    run(server, bot)
    assert not server.sent("order/placeOrder")


def test_a_trade_on_a_connection_that_is_just_closing_is_not_sent() -> None:
    async def bot(api: AsyncTradovate, stream: Any) -> None:
        peer = server.peers[0]
        peer.text('c[3000,"Go away!"]')
        await asyncio.sleep(0.01)
        peer.text("h")
        said = await asyncio.gather(*(_quick(stream, read=PATIENCE) for _ in range(3)), return_exceptions=True)
        # On the next connection each of them may go out.
        assert len(server.sent("order/placeOrder")) == sum(hasattr(one, "order_id") for one in said)
        assert not list(api.in_doubt)

    server = FrameServer(lambda peer, asked: peer.answer(asked, {"orderId": 7}))
    run(server, bot)


# --- frames that follow one another in a message ---
MERGED = {
    'h a[{"x": "a[1]"}]': (Beat(), Batch(({"x": "a[1]"},))),
    'a[{"x":1}]a[{"x":2},3]': (Batch(({"x": 1},)), Batch(({"x": 2},))),
    'oh\na[]\r\nc[3000,"Go"]': (Opened(), Beat(), Batch(()), Ended(3000, "Go")),
    ' a [{"x":1}] ': (Batch(({"x": 1},)),),
    "": (Unreadable("a frame of an unknown kind"),),
    "x": (Unreadable("a frame of an unknown kind"),),
    'a[{"x":1}]x': (Batch(({"x": 1},)), Unreadable("a frame of an unknown kind", is_batch=True)),
}


@pytest.mark.parametrize("text", MERGED)
def test_frames_in_one_message_are_read_one_by_one(text: str) -> None:
    assert read_frames(text) == read_frames(text.encode()) == MERGED[text]


@pytest.mark.parametrize(
    "text", ['ha[{"x":1}', "a[1]a[[" + "[" * 100_000, 'a[{"x":1,"x":2}]', 'ha{"x":1}', 'a["\ud800"]h']
)
def test_what_cannot_be_read_of_a_message_counts_as_lost(text: str) -> None:
    last = [one for one in read_frames(text.encode("utf-8", "surrogatepass")) if isinstance(one, Unreadable)]
    assert [one.is_batch for one in last] == [True]


@pytest.mark.parametrize("behind", ["", "h", '\nc[3000,"Go away!"]', 'a[{"e":"odd"}]'])
def test_an_answer_among_other_frames_is_one(behind: str) -> None:
    async def bot(api: AsyncTradovate, stream: Any) -> None:
        assert (await _quick(stream, read=PATIENCE)).order_id == 7

    def play(peer: Peer, asked: Asked) -> None:
        peer.text(f'ha[{{"e":"odd"}}]a[{{"i":{asked.number},"s":200,"d":{{"orderId":7}}}}]{behind}')

    run(FrameServer(play), bot)


def test_the_word_that_lets_one_in_may_stand_among_other_frames() -> None:
    async def raw(peer: Peer) -> None:
        peer.text("oh")
        async for asked in peer.asked():
            if asked.endpoint == "authorize":
                peer.text('ha[{"i":0,"s":200}]a[{"e":"odd"}]')
            else:
                peer.answer(asked, {"orderId": 7})

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        assert (await _quick(stream, read=PATIENCE)).order_id == 7

    run(FrameServer(raw=raw), bot)


# --- what is under way ---
def test_an_order_under_way_is_answered_though_another_request_was_refused_with_401() -> None:
    waiting: list[Asked] = []

    def play(peer: Peer, asked: Asked) -> None:
        if asked.endpoint == "order/placeOrder":
            waiting.append(asked)
        elif peer is server.peers[0]:
            peer.answer(asked, "Access is denied", 401)
        else:
            peer.answer(asked, {})

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        order = asyncio.ensure_future(_quick(stream, read=PATIENCE))
        await soon(lambda: waiting)
        with pytest.raises(StreamRefused):
            await stream.send("any/thing")
        again = asyncio.ensure_future(stream.send("any/thing"))
        await asyncio.sleep(0)
        server.peers[0].answer(waiting[0], {"orderId": 7})
        assert (await order).order_id == 7
        # What came meanwhile waits for the next connection.
        await again
        assert len(server.peers) == 2
        assert not list(api.in_doubt)

    server = FrameServer(play)
    run(server, bot)


def test_a_trade_whose_socket_did_not_open_in_time_is_not_sent() -> None:
    async def raw(peer: Peer) -> None:
        peer.text("o")
        async for _ in peer.asked():
            pass

    async def main() -> None:
        server = FrameServer(raw=raw)
        async with server, AsyncTradovate(token="a-token", base_url=server.url, transport="socket") as api:
            with pytest.raises(errors.NotSent):
                await api.with_options(timeout=0.5).order.place_order(**ORDER)
            task = asyncio.ensure_future(api.order.place_order(**ORDER))
            await soon(lambda: len(server.peers) == 2)
            task.cancel()
            with pytest.raises(asyncio.CancelledError) as caught:
                await task
            assert "nothing was sent" in caught.value.__notes__[0]
            assert not list(api.in_doubt)

    asyncio.run(main())


def test_a_trade_over_a_socket_that_cannot_be_opened_is_not_sent() -> None:
    async def main() -> None:
        server = FrameServer(raw=refusing(lambda token: False))
        async with server, AsyncTradovate(token="a-token", base_url=server.url, transport="socket") as api:
            with pytest.raises(errors.NotSent, match="no socket"):
                await api.order.place_order(**ORDER)
            assert not list(api.in_doubt)
            assert not server.sent("order/placeOrder")

    asyncio.run(main())


# --- authorisation ---
def refusing(tokens: Callable[[str], bool]) -> Callable[[Peer], Awaitable[None]]:
    async def raw(peer: Peer) -> None:
        peer.text("o")
        async for asked in peer.asked():
            if asked.endpoint != "authorize":
                peer.answer(asked, SYNCED)
            elif tokens(asked.body):
                peer.answer(asked, {})
            else:
                peer.answer(asked, f"Access is denied for {asked.body}", 401)

    return raw


def test_a_token_that_was_refused_is_followed_by_one_new_login() -> None:
    async def bot(api: AsyncTradovate, stream: Any) -> None:
        assert server.logins == 2
        bad.add("session-2")
        server.peers[-1].drop()
        await soon(lambda: stream.state == "live" and server.logins == 3)

    bad = {"session-1"}
    server = FrameServer(raw=refusing(lambda token: token not in bad))
    run(server, bot, credentials=LOGIN)


def test_a_token_that_is_refused_for_good(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    async def nothing(api: AsyncTradovate, stream: Any) -> None:
        raise AssertionError("it opened")

    server = FrameServer(raw=refusing(lambda token: False))
    with pytest.raises(StreamRefused) as caught:
        run(server, nothing)
    assert caught.value.status == 401
    assert "a-token-of-the-test" not in caplog.text + str(caught.value)
    assert len(server.log) == 1


def test_readers_end_where_the_stream_ends_for_good() -> None:
    async def bot(api: AsyncTradovate, stream: Any) -> None:
        changes, bars = stream.changes(), await stream.chart("ESZ6")
        loop = asyncio.ensure_future(anext(changes))
        allowed.clear()
        server.peers[0].drop()
        with pytest.raises(StreamClosed, match="401"):
            await asyncio.wait_for(loop, PATIENCE)
        with pytest.raises(StreamError):
            await stream.send("any/thing")
        del bars
        assert stream.state == "closed"

    allowed = {"a-token-of-the-test"}
    server = FrameServer(raw=refusing(lambda token: token in allowed))
    states = run(server, bot)
    assert [state for state, _ in states] == ["live", "reconnecting", "closed"]


def test_an_answer_that_nobody_waits_for_is_said(caplog: pytest.LogCaptureFixture) -> None:
    def twice(peer: Peer, asked: Asked) -> None:
        peer.messages(*({"i": asked.number, "s": 200, "d": {"orderId": number}} for number in (7, 8)))

    async def bot(api: AsyncTradovate, stream: Any) -> None:
        assert (await _quick(stream)).order_id == 7

    run(FrameServer(twice), bot)
    (said,) = [one.getMessage() for one in caplog.records if "nobody waits" in one.getMessage()]
    assert "status 200" in said
