"""Calls that are interrupted: what went out is in doubt, and of what did not nobody has to find out anything."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import logging
import signal
import socket
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import httpx
import pytest

from tests.client.conftest import Driver
from tests.client.desk import Desk, Said, use
from tests.client.fault_server import Behaviour, FaultServer, answering, response, serving, silent
from tests.client.losing import CREDENTIALS, LEG, own
from tests.client.sample import PLACE_OCO
from tests.sampling import IS_DEEP

ANSWER = b'{"orderId": 7, "ocoId": 8}'


class HeldNames:
    """Look-ups of names that take until they are let go."""

    def __init__(self, package: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked, self.free = threading.Event(), threading.Event()
        monkeypatch.setattr(package.runtime.network, "look_up", self)

    def __call__(self, host: str, port: int) -> list[str]:
        self.asked.set()
        self.free.wait(60)
        return ["127.0.0.1"]


async def until(event: threading.Event) -> None:
    """Let the loop run until the event is there."""
    while not event.is_set():
        await asyncio.sleep(0)


async def cancelled(task: asyncio.Task[Any]) -> asyncio.CancelledError:
    """What comes of cancelling the task."""
    task.cancel()
    with pytest.raises(asyncio.CancelledError) as caught:
        await task
    return caught.value


def test_what_was_cancelled_before_it_went_out_is_not_in_doubt(package: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    async def run(server: FaultServer) -> None:
        url = server.url.replace("127.0.0.1", "localhost")
        async with package.AsyncSample(token="the-token", base_url=url, halt_on_doubt=True) as client:
            names = HeldNames(package, monkeypatch)
            task = asyncio.create_task(client.order.place_oco(**own()))
            await until(names.asked)
            error = await cancelled(task)
            names.free.set()
            assert error.__notes__ == ["placeOCO [mine]: nothing was sent"]
            assert len(client.in_doubt) == len(server.requests) == 0
            # Neither does a doubt hold the next one back, nor is the tag taken.
            assert (await client.order.place_oco(**own())).order_id == 7

    with serving(answering(200, ANSWER)) as server:
        asyncio.run(run(server))


def test_a_login_that_was_cancelled_before_it_went_out_is_none(package: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    async def run(server: FaultServer) -> None:
        url = server.url.replace("127.0.0.1", "localhost")
        async with package.AsyncSample(credentials=CREDENTIALS, base_url=url) as client:
            budget = client._core.session.budgets["accessTokenRequest"]
            for _ in range(7):
                names = HeldNames(package, monkeypatch)
                task = asyncio.create_task(client.order.place_oco(**PLACE_OCO))
                await until(names.asked)
                assert len(budget.ages()) == 1
                error = await cancelled(task)
                names.free.set()
                assert "nothing was sent" in error.__notes__[0]
                assert budget.ages() == []

    with serving(answering(200, ANSWER)) as server:
        asyncio.run(run(server))


WHERE: dict[str, Callable[[Any], tuple[Any, str]]] = {
    "what the answer means": lambda client: (type(client._core.handler), "handle"),
    "what is kept of it": lambda client: (type(client._core.reconciler), "claim"),
    "its model": lambda client: (type(client), "_read"),
}


class AlarmError(Exception):
    """What the handler of a signal raises, as packages do that limit the time of a function."""


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("is_shared", [False, True])
@pytest.mark.parametrize("what", [KeyboardInterrupt, AlarmError, TimeoutError])
def test_ctrl_c_behind_the_answer_leaves_the_order_in_doubt(
    package: Any,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Any,
    where: str,
    is_shared: bool,
    what: type[BaseException],
) -> None:
    def stop(*_: Any, **__: Any) -> None:
        raise what

    desk.rules["placeOCO"] = lambda seen: Said(body={"orderId": 1, "ocoId": 2})
    state = {"state": tmp_path / "state.json"} if is_shared else {}
    with package.Sample(token="the-token", transport=desk.transport(), **state) as client:
        monkeypatch.setattr(*WHERE[where](client), stop)
        with pytest.raises(what) as caught:
            client.order.place_oco(**own())
        (doubt,) = client.in_doubt
        assert (doubt.cl_ord_id, vars(caught.value)["cl_ord_id"]) == ("mine", "mine")
        (note,) = caught.value.__notes__
        assert "outcome unknown" in note
        if where != "what the answer means":
            assert doubt.order_ids == (1, 2)
            assert note.endswith("but the answer names order 1, 2")


class Ending(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body, and something that happens when it is put away."""

    def __init__(self, end: Callable[[], None]) -> None:
        self.end = end

    def __iter__(self) -> Iterator[bytes]:
        yield ANSWER

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield ANSWER

    def close(self) -> None:
        self.end()

    async def aclose(self) -> None:
        self.end()


def test_an_answer_that_is_whole_counts_though_its_connection_cannot_be_closed(driver: Driver) -> None:
    def fail() -> None:
        raise OSError("cannot be closed")

    def handle(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, stream=Ending(fail))

    client = driver.client(httpx.MockTransport(handle))
    # A transport that reads the body itself closes it too, which is its own affair.
    client._line.carrier.transport.handle_request = handle

    async def ahandle(request: httpx.Request) -> httpx.Response:
        return handle(request)

    client._line.carrier.transport.handle_async_request = ahandle
    assert driver.place(client).order_id == 7
    assert len(client.in_doubt) == 0


def test_an_answer_that_is_whole_counts_though_closing_its_connection_takes_for_ever(package: Any) -> None:
    class Hanging(Ending):
        async def aclose(self) -> None:
            await asyncio.Event().wait()

    class Transport(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            return httpx.Response(200, stream=Hanging(lambda: None))

    async def run() -> None:
        timeouts = package.Timeouts(total=2)
        async with package.AsyncSample(token="the-token", transport=Transport(), timeouts=timeouts) as client:
            assert (await client.order.place_oco(**PLACE_OCO)).order_id == 7

    asyncio.run(run())


def test_what_a_filter_of_the_log_raises_costs_no_record(
    package: Any, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(record: logging.LogRecord) -> bool:
        raise RuntimeError("the filter failed")

    def stop(_: Any) -> None:
        raise KeyboardInterrupt

    desk.rules["placeOCO"] = stop
    log = logging.getLogger(f"{package.__name__}.runtime.trading")
    log.addFilter(refuse)
    try:
        with package.Sample(token="the-token", transport=desk.transport()) as client:
            with pytest.raises(RuntimeError):
                client.order.place_oco(**own())
            assert [one.cl_ord_id for one in client.in_doubt] == ["mine"]
    finally:
        log.removeFilter(refuse)


@pytest.mark.parametrize("is_shared", [False, True])
def test_a_call_that_is_thrown_away_is_in_doubt_once(package: Any, tmp_path: Any, is_shared: bool) -> None:
    state = {"state": tmp_path / "state.json"} if is_shared else {}

    async def run(transport: httpx.AsyncBaseTransport) -> None:
        async with package.AsyncSample(token="the-token", transport=transport, **state) as client:
            call = client.order.place_oco(**own())
            # As of a task whose loop has ended: nobody waits for it any more.
            call.send(None)
            call.close()
            assert [one.cl_ord_id for one in client.in_doubt] == ["mine"]

    class Silent(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            await asyncio.Event().wait()
            raise AssertionError

    asyncio.run(run(Silent()))


# --- one exception in two calls, and errors of other calls ------------------------------------------------------------


def named(tag: str) -> dict[str, Any]:
    """An order with this tag."""
    return own(cl_ord_id=tag, other={**LEG, "clOrdId": f"{tag} too"})


def raising(error: BaseException) -> Callable[..., Any]:
    """A function that raises the error."""

    def stop(*_: Any, **__: Any) -> Any:
        raise error

    return stop


def tags(client: Any) -> list[str]:
    """The tags of what is in doubt."""
    return [one.cl_ord_id for one in client.in_doubt]


def test_one_exception_raised_in_two_calls_tells_of_each(package: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    alarm = KeyboardInterrupt("made once, raised again and again")
    with serving(answering(200, ANSWER)) as server:
        url = server.url.replace("127.0.0.1", "localhost")
        with package.Sample(token="the-token", base_url=url) as client:
            monkeypatch.setattr(package.runtime.network, "look_up", raising(alarm))
            with pytest.raises(KeyboardInterrupt):
                client.order.place_oco(**named("before it went out"))
            assert tags(client) == []
            monkeypatch.setattr(package.runtime.network, "look_up", lambda host, port: ["127.0.0.1"])
            for where, tag in (("what the answer means", "first"), ("its model", "second"), ("its model", "third")):
                with monkeypatch.context() as patch:
                    patch.setattr(*WHERE[where](client), raising(alarm))
                    with pytest.raises(KeyboardInterrupt):
                        client.order.place_oco(**named(tag))
                assert vars(alarm)["cl_ord_id"] == tag
            assert tags(client) == ["first", "second", "third"]
            assert len(alarm.__notes__) == 4


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("is_shared", [False, True])
@pytest.mark.parametrize("kind", ["NotSent", "Rejected", "TimePenalty", "OutcomeUnknown"])
def test_an_error_of_another_call_says_nothing_of_this_one(
    package: Any,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Any,
    where: str,
    is_shared: bool,
    kind: str,
) -> None:
    """As where the handler of a signal cancels an order, and does not catch what that raises."""
    errors = package.errors
    more: dict[str, dict[str, Any]] = {
        "NotSent": {"reason": "no connection"},
        "Rejected": {"status": 200},
        "TimePenalty": {"status": 200, "wait": 1.0},
        "OutcomeUnknown": {"reason": "lost", "sent_at": desk.clock.now(), "request": None},
    }
    error = getattr(errors, kind)(operation="cancelOrder", cl_ord_id="the cancel", **more[kind])
    desk.rules["placeOCO"] = lambda seen: Said(body={"orderId": 1, "ocoId": 2})
    state = {"state": tmp_path / "state.json"} if is_shared else {}
    with package.Sample(token="the-token", transport=desk.transport(), **state) as client:
        view = use(client, desk.clock).with_options(timeout=30, max_wait=20)
        monkeypatch.setattr(*WHERE[where](client), raising(error))
        with pytest.raises(errors.SampleError) as caught:
            view.order.place_oco(**own())
        assert len(desk.sent("placeOCO")) == 1
        assert caught.value is error
        assert tags(client) == ["mine"]
        assert error.cl_ord_id == "the cancel"
        assert error.__notes__[0].startswith("placeOCO [mine]: sent at ")


@pytest.mark.parametrize(("operation", "tag"), [("placeOCO", "another"), ("placeOCO", None), ("cancelOrder", "mine")])
def test_an_error_of_a_call_of_the_same_kind_says_nothing_of_this_one(
    package: Any, desk: Desk, monkeypatch: pytest.MonkeyPatch, operation: str, tag: str | None
) -> None:
    error = package.errors.NotSent(operation=operation, cl_ord_id=tag, reason="no connection")
    with package.Sample(token="the-token", transport=desk.transport()) as client:
        monkeypatch.setattr(*WHERE["what the answer means"](client), raising(error))
        with pytest.raises(package.errors.NotSent):
            client.order.place_oco(**own())
        assert tags(client) == ["mine"]


def test_an_error_of_a_cancel_says_nothing_of_a_trade_without_a_tag(
    package: Any, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = package.errors.NotSent(operation="cancelOrder", reason="no connection")
    with package.Sample(token="the-token", transport=desk.transport()) as client:
        monkeypatch.setattr(*WHERE["what the answer means"](client), raising(error))
        with pytest.raises(package.errors.NotSent):
            client.order.liquidate_position(account_id=1, contract_id=2)
        assert [one.operation_id for one in client.in_doubt] == ["liquidatePosition"]


def test_what_was_refused_with_an_earlier_ticket_is_not_in_doubt(driver: Driver, desk: Desk) -> None:
    said = [Said(body={"failureReason": "NoQuote"}), Said(body={"p-ticket": "t1", "p-time": 10})]
    desk.rules["placeOCO"] = lambda seen: said.pop()
    client = use(driver.client(desk.transport()), desk.clock)
    with pytest.raises(driver.package.errors.TimePenalty) as put_off:
        driver.place(client)
    desk.clock.sleep(11)
    with pytest.raises(driver.package.errors.Rejected) as refused:
        driver.place(client)
    assert refused.value.cl_ord_id == put_off.value.cl_ord_id
    assert tags(client) == []


@pytest.mark.parametrize("where", WHERE)
def test_what_went_out_with_an_earlier_ticket_is_in_doubt_by_the_tag_that_it_had(
    package: Any, desk: Desk, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    said = [Said(body={"p-ticket": "t1", "p-time": 10})]
    desk.rules["placeOCO"] = lambda seen: said.pop() if said else Said(body={"orderId": 1, "ocoId": 2})
    with package.Sample(token="the-token", transport=desk.transport()) as client:
        use(client, desk.clock)
        with pytest.raises(package.errors.TimePenalty) as put_off:
            client.order.place_oco(**PLACE_OCO)
        desk.clock.sleep(11)
        monkeypatch.setattr(*WHERE[where](client), raising(KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt) as caught:
            client.order.place_oco(**PLACE_OCO)
        tag = desk.sent("placeOCO")[1].body["clOrdId"]
        assert tag == put_off.value.cl_ord_id
        assert tags(client) == [tag]
        assert vars(caught.value)["cl_ord_id"] == tag


def test_what_is_interrupted_while_it_is_written_down_leaves_nothing_there(
    package: Any, desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    state = tmp_path / "state.json"
    with package.Sample(token="the-token", transport=desk.transport(), state=state) as client:
        keep = client._core.sharing.keep

        def stop(*given: Any, **more: Any) -> None:
            keep(*given, **more)
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(client._core.sharing, "keep", stop)
            with pytest.raises(KeyboardInterrupt) as caught:
                client.order.place_oco(**own())
        assert caught.value.__notes__ == ["placeOCO [mine]: nothing was sent"]
        assert desk.sent("placeOCO") == []
        assert '"doubts": {}' in state.read_text()
        assert client.order.place_oco(**own()).order_id == 1


# --- Ctrl-C anywhere --------------------------------------------------------------------------------------------------


MOST_STEPS = 5_000


class CtrlC:
    """Raises KeyboardInterrupt where one of the functions of a call begins, as Python looks for signals there."""

    LAST = ("_exchange", "_quietly", "_answer", "_call", "<genexpr>")
    """Functions that only hand the result on, where one is interrupted as after the call; and what Python itself ends,
    where an exception goes nowhere.
    """

    def __init__(self, package: Any, at: int) -> None:
        self.folder, self.left, self.where = str(Path(package.runtime.__file__).parent), at, ""

    def __call__(self, frame: FrameType, event: str, arg: object) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(self.folder) and code.co_name not in self.LAST:
            self.left -= 1
            if not self.left:
                sys.settrace(None)
                self.where = f"{code.co_filename}:{frame.f_lineno} {code.co_name}"
                raise KeyboardInterrupt


def log_in_again(client: Any) -> None:
    """Let the client need a token, and have spent nothing."""
    client._core.session.token = None
    for budget in client._core.session.budgets.values():
        budget._spent.clear()


@pytest.mark.deep
@pytest.mark.parametrize("is_shared", [False, True])
def test_ctrl_c_at_any_step_loses_no_order_and_keeps_no_lock(
    package: Any, desk: Desk, tmp_path: Any, is_shared: bool
) -> None:
    before = sys.gettrace()
    desk.rules["placeOCO"] = lambda seen: Said(body={"orderId": 1, "ocoId": 2})
    state = {"state": tmp_path / "state.json"} if is_shared else {}
    with package.Sample(credentials=CREDENTIALS, transport=desk.transport(), **state) as client:
        client.order.place_oco(**named("what is made once is made now"))
        for at in range(1, MOST_STEPS, 1 if IS_DEEP else 71 if is_shared else 3):
            desk.log.clear()
            log_in_again(client)
            for file in state.values():
                file.unlink(missing_ok=True)  # it keeps each log-in: more steps each time
            stop, error = CtrlC(package, at), None
            sys.settrace(stop)
            try:
                client.order.place_oco(**named(f"tag {at}"))
            except KeyboardInterrupt as caught:
                error = caught
            finally:
                sys.settrace(before)
            if stop.left > 0:
                assert at > 300
                return
            assert error is not None, stop.where
            has_gone = bool(desk.sent("placeOCO"))
            # Where nothing went out, it may be in doubt all the same.
            assert tags(client) == [f"tag {at}"] or not (tags(client) or has_gone), stop.where
            for doubt in client.in_doubt:
                client.in_doubt.resolve(doubt, "placed")
            assert not [one for one in package.runtime.mutex._ALL if one.locked()], stop.where
            assert not client._line.lock._is_owned(), stop.where
        pytest.fail(f"a call takes more than {MOST_STEPS} steps")


# --- what the handler of a real signal raises -------------------------------------------------------------------------


class StopError(Exception):
    """What a program raises to end its work."""


class Handler:
    """An object that handles a signal: it raises."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def __call__(self, number: int, frame: FrameType | None) -> None:
        raise self.error


def raises_it(error: Exception, number: int, frame: FrameType | None) -> None:
    """A function that handles a signal: it raises."""
    raise error


HANDLERS: dict[str, Callable[[Exception], Any]] = {
    "a function": raising,
    "an object": Handler,
    "a partial": lambda error: functools.partial(raises_it, error),
}
STEPS = {
    "a login": "/auth/accesstokenrequest",
    "a renewal": "/auth/renewaccesstoken",
    "an order": "/order/placeoco",
    "a cancel": "/order/cancelorder",
    "a question": "/account/list",
    "a reconciliation": "/command/list",
}


IDLE = 0.3
"""Seconds after which a loop has written the request, and waits for the answer."""


def behaves(step: str, behind: bytes, pause: float = 0.0) -> Behaviour:
    """Answers all requests; before the answer to the first of this step comes the signal, after so many seconds."""
    sent: list[str] = []
    token = b'{"accessToken": "a-token", "expirationTime": "2099-01-01T00:00:00Z"}'

    def behave(server: FaultServer, peer: socket.socket) -> None:
        while server.read(peer):
            path = server.requests[-1].split(b" ")[1].decode().lower().removeprefix("/v1").partition("?")[0]
            if path == STEPS[step] and path not in sent:
                sent.append(path)
                peer.sendall(behind)
                server.hold(pause)
                signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGUSR1)
                server.hold(0.2)
            made = token if path.startswith("/auth") else b"[]" if path.endswith("list") else ANSWER
            with contextlib.suppress(OSError):
                peer.sendall(response(200, made))

    return behave


@pytest.mark.parametrize("behind", [b"", b"HTTP/1.1 200 OK\r\n"], ids=["before the answer", "within the answer"])
@pytest.mark.parametrize("kind", ["of the program", "of an alarm", "of another call"])
@pytest.mark.parametrize("step", STEPS)
def test_what_a_handler_raises_ends_the_call_that_it_meets(package: Any, step: str, kind: str, behind: bytes) -> None:
    driver, errors = Driver(package, "sync"), package.errors
    made: dict[str, Exception] = {
        "of the program": StopError("enough"),
        "of an alarm": TimeoutError("too late"),
        "of another call": errors.NotSent(operation="cancelOrder", reason="no connection"),
    }
    error = made[kind]
    handlers = list(HANDLERS.values())
    before = signal.signal(signal.SIGUSR1, handlers[(len(step) + len(kind)) % len(handlers)](error))
    try:
        with serving(behaves(step, behind)) as server:
            client = driver.client(base_url=server.url, credentials=CREDENTIALS)
            if step == "a renewal":
                driver.do(client.account.list())
                client._core.session.ends = client._core.clock.monotonic() + 60
            calls: dict[str, Callable[[], Any]] = {
                "a cancel": lambda: client.order.cancel_order(order_id=1, is_automated=True),
                "a question": client.account.list,
                "a reconciliation": lambda: client.order.reconcile("mine", wait=5),
            }
            with pytest.raises((type(error), errors.OutcomeUnknown)) as caught:
                driver.do(calls.get(step, lambda: client.order.place_oco(**PLACE_OCO))())
            sent = [one for one in server.requests if b"/placeOCO" in one or b"/cancelOrder" in one]
            is_trade = step in ("an order", "a cancel")
            assert len(sent) == len(client.in_doubt) == int(is_trade)
            if is_trade and kind == "of another call":
                assert type(caught.value) is errors.OutcomeUnknown
                assert "no connection" in str(caught.value)
                assert caught.value.operation in ("placeOCO", "cancelOrder")
            else:
                assert caught.value is error
            assert driver.do(client.account.list()) == []
    finally:
        driver.close()
        signal.signal(signal.SIGUSR1, before)


@pytest.mark.parametrize("error", [StopError("enough"), KeyboardInterrupt()], ids=["an error", "Ctrl-C"])
@pytest.mark.parametrize("then", ["run again", "cancelled", "closed"])
def test_with_asyncio_what_a_handler_raises_leaves_the_loop_and_the_call_goes_on(
    package: Any, then: str, error: BaseException
) -> None:
    loop = asyncio.new_event_loop()
    before = signal.signal(signal.SIGUSR1, raising(error))
    try:
        with serving(behaves("an order", b"", IDLE)) as server:
            client = package.AsyncSample(token="the-token", base_url=server.url)
            task = loop.create_task(client.order.place_oco(**own()))
            # The loop waits for the answer then, and no task runs.
            with pytest.raises(type(error)) as caught:
                loop.run_until_complete(task)
            assert caught.value is error
            assert not task.done()
            if then == "run again":
                assert loop.run_until_complete(task).order_id == 7
            elif then == "cancelled":
                error = loop.run_until_complete(cancelled(task))
                assert "placeOCO [mine]: sent at" in error.__notes__[0]
            else:
                loop.run_until_complete(client.close())
                assert type(task.exception()) is package.errors.OutcomeUnknown
            assert tags(client) == ([] if then == "run again" else ["mine"])
            loop.run_until_complete(client.close())
            assert len(server.requests) == 1
    finally:
        signal.signal(signal.SIGUSR1, before)
        loop.close()


@pytest.mark.parametrize("is_own", [True, False], ids=["own connections", "those of aiohttp"])
def test_what_is_under_way_when_an_asyncio_client_is_closed_is_in_doubt_at_once(package: Any, is_own: bool) -> None:
    async def trade(server: FaultServer) -> None:
        transport = None if is_own else pytest.importorskip("httpx_aiohttp").AiohttpTransport()
        async with package.AsyncSample(token="the-token", base_url=server.url, transport=transport) as client:
            tasks = [asyncio.create_task(client.order.place_oco(**named(str(number)))) for number in range(3)]
            while len(server.requests) < 3:
                await asyncio.sleep(0.01)
        assert sorted(tags(client)) == ["0", "1", "2"]
        assert {type(one.exception()) for one in tasks} == {package.errors.OutcomeUnknown}

    with serving(silent) as server:
        asyncio.run(trade(server))


def test_asyncio_run_cancels_the_call_when_a_handler_raises(package: Any) -> None:
    clients: list[Any] = []

    async def trade(url: str) -> None:
        async with package.AsyncSample(token="the-token", base_url=url) as client:
            clients.append(client)
            await client.order.place_oco(**own())

    before = signal.signal(signal.SIGUSR1, raising(StopError("enough")))
    try:
        with serving(behaves("an order", b"", IDLE)) as server:
            with pytest.raises(StopError):
                asyncio.run(trade(server.url))
            assert tags(clients[0]) == ["mine"]
            assert len(server.requests) == 1
    finally:
        signal.signal(signal.SIGUSR1, before)
