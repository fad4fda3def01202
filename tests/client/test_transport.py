"""Calls end in time over any transport, and what never connected counts as not sent."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import socket
import ssl
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpcore
import httpx
import pytest

from jekyll_openapi.runtime import connections, exchange, network
from jekyll_openapi.runtime.clock import Clock
from jekyll_openapi.runtime.effects import Fault
from jekyll_openapi.runtime.exchange import WENT_OUT
from tests.client.conftest import Driver
from tests.client.desk import Desk, Time, use
from tests.client.fault_server import FaultServer, answering, drip, reset_after, response, serving, silent
from tests.waiting import PATIENCE, until

Raised = Callable[[], BaseException]


def timeouts(package: Any, total: float) -> Any:
    """Timeouts whose total is what ends a call."""
    return package.Timeouts(total=total, connect=2 * total, read=2 * total, write=2 * total, pool=2 * total)


def error_of(make: Callable[[], Any]) -> Any:
    """What the call raises."""
    with pytest.raises(Exception, match=r".") as caught:
        make()
    return caught.value


def gives_up(package: Any, expected: str, make: Callable[[Any], Any]) -> int:
    """Checks the class of what a call raises whose time ends before its answer; `make` takes the timeouts.

    A busy machine can use up so little time before the call has come as far as the test wants it, so it is made again
    with more. Gives how many of the calls were sent, as they tell it.
    """
    sent = 0
    for total in (0.4, 3, 20):
        error = error_of(partial(make, timeouts(package, total)))
        sent += not isinstance(error, package.errors.NotSent)
        if type(error).__name__ == expected:
            return sent
    pytest.fail(f"{error!r} instead of {expected}")


def order_gives_up(driver: Driver, expected: str, transport: Any = None, **settings: Any) -> int:
    """The same of an order."""
    return gives_up(
        driver.package,
        expected,
        lambda times: driver.place(driver.client(transport, timeouts=times, **settings)),
    )


class Carrier(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """A third-party transport: `act` misbehaves, `aact` does so for asyncio."""

    def __init__(self, act: Callable[[httpx.Request], httpx.Response]) -> None:
        self.act, self.calls = act, 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.calls += 1
        return self.act(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.calls += 1
        return self.act(request)


class Stuck(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """A transport that neither answers nor stops when told to, until the test ends."""

    def __init__(self) -> None:
        self.end = threading.Event()
        self.calls = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.calls += 1
        self.end.wait(PATIENCE)
        return httpx.Response(200, json={"orderId": 1, "ocoId": 9})

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.calls += 1
        end = time.monotonic() + PATIENCE
        while not self.end.is_set() and time.monotonic() < end:
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.sleep(0.01)
        return httpx.Response(200, json={"orderId": 1, "ocoId": 9})


class Drops(httpx.SyncByteStream, httpx.AsyncByteStream):
    """An endless body, a byte now and then, until the test ends."""

    def __init__(self) -> None:
        self.end = threading.Event()
        self.last = time.monotonic() + PATIENCE

    def __iter__(self) -> Iterator[bytes]:
        while not self.end.wait(0.02) and time.monotonic() < self.last:
            yield b" "
        yield b'{"orderId": 1, "ocoId": 9}'

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while not self.end.is_set() and time.monotonic() < self.last:
            await asyncio.sleep(0.02)
            yield b" "
        yield b'{"orderId": 1, "ocoId": 9}'


# --- the total --------------------------------------------------------------------------------------------------------


def test_a_transport_that_is_stuck_is_left_alone(driver: Driver) -> None:
    stuck = Stuck()
    sent = order_gives_up(driver, "OutcomeUnknown", stuck)
    assert stuck.calls <= sent
    stuck.end.set()
    assert driver.place(driver.client(stuck)).order_id == 1


def test_a_body_without_an_end_is_left_alone(driver: Driver) -> None:
    drops = Drops()
    carrier = Carrier(lambda request: httpx.Response(200, stream=drops))
    sent = order_gives_up(driver, "UnreadableOutcome", carrier)
    assert carrier.calls <= sent
    drops.end.set()


def plain_transport(driver: Driver) -> Any:
    """A transport of httpx, as a caller may pass it."""
    return httpx.HTTPTransport() if driver.kind == "sync" else httpx.AsyncHTTPTransport()


@pytest.mark.parametrize("given", [False, True])
@pytest.mark.parametrize("part", ["head", "body", "nothing"])
def test_a_server_that_drips_is_left_alone(driver: Driver, given: bool, part: str) -> None:
    head = response(200, b" " * 100, "X-Filler: " + "x" * 500)

    def body(server: FaultServer, peer: socket.socket) -> None:
        server.read(peer)
        peer.sendall(head[:-90])
        server.hold()

    with serving({"head": drip(head[:200], 0.02), "body": body, "nothing": silent}[part]) as server:
        expected = "UnreadableOutcome" if part == "body" else "OutcomeUnknown"
        transport = plain_transport(driver) if given else None
        sent = order_gives_up(driver, expected, transport, base_url=server.url)
        until(lambda: len(server.requests) == sent)


@pytest.fixture
def nameless(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Names that are looked up without an end; then all lead to this machine."""
    end = threading.Event()
    real = socket.getaddrinfo

    def look_up(host: Any, port: Any, *more: Any, **named: Any) -> Any:
        if host in ("127.0.0.1", b"127.0.0.1"):
            return real(host, port, *more, **named)
        end.wait(PATIENCE)
        return real("127.0.0.1", port, *more, **named)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    yield end
    end.set()


def test_a_name_that_is_not_found_in_time_was_not_sent_to(driver: Driver, nameless: threading.Event) -> None:
    client = driver.client(timeouts=timeouts(driver.package, 0.4))
    assert isinstance(error_of(lambda: driver.place(client)), driver.package.errors.NotSent)
    assert isinstance(error_of(lambda: driver.do(client.account.list())), driver.package.errors.NotSent)
    assert not nameless.is_set()


def test_what_was_given_up_is_not_sent_later(driver: Driver, nameless: threading.Event) -> None:
    """The name is found after the caller was told that nothing was sent: then nothing is sent."""
    with serving(answering(200, {"orderId": 1, "ocoId": 9})) as server:
        url = server.url.replace("127.0.0.1", "localhost")
        client = driver.client(plain_transport(driver), base_url=url, timeouts=timeouts(driver.package, 0.4))
        assert isinstance(error_of(lambda: driver.place(client)), driver.package.errors.NotSent)
        nameless.set()
        driver.do(asyncio.sleep(0.2))
        assert server.requests == []


class Asleep(Time):
    """A clock whose monotonic part stands while the machine sleeps."""

    slept = 0.0

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=self.slept)


@pytest.mark.parametrize("part", ["slept", "seconds"])
def test_a_machine_that_slept_sends_no_order_late(driver: Driver, monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    """Whether the program was stopped or the whole machine: an order of an hour ago does not go out."""
    clock, naps = Asleep(), [3600.0]

    def look_up(host: str, port: int) -> list[str]:
        setattr(clock, part, getattr(clock, part) + (naps.pop() if naps else 0))
        return ["127.0.0.1"]

    with serving(answering(200, {"orderId": 1, "ocoId": 9})) as server:
        client = use(driver.client(base_url=server.url.replace("127.0.0.1", "localhost"), halt_on_doubt=True), clock)
        monkeypatch.setattr(driver.package.runtime.network, "look_up", look_up)
        with pytest.raises(driver.package.errors.NotSent, match="the call has to be over"):
            driver.place(client, cl_ord_id="mine")
        assert server.requests == []
        assert driver.place(client, cl_ord_id="mine").order_id == 1
        assert len(server.requests) == 1


@contextlib.contextmanager
def full() -> Iterator[int]:
    """A port that takes no more connections, and refuses none."""
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(3):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        yield listener.getsockname()[1]


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("given", [False, True])
def test_what_never_connected_was_not_sent(driver: Driver, scheme: str, given: bool) -> None:
    transport = plain_transport(driver) if given else None
    with full() as port:
        times = timeouts(driver.package, 0.4)
        client = driver.client(transport, base_url=f"{scheme}://127.0.0.1:{port}/v1", timeouts=times)
        error = error_of(lambda: driver.place(client))
    assert isinstance(error, driver.package.errors.NotSent)


@pytest.mark.parametrize("given", [False, True])
def test_tls_that_does_not_come_to_an_end_was_not_sent(driver: Driver, given: bool) -> None:
    if given and driver.kind == "async":
        pytest.skip("httpcore leaves a socket open where a handshake is cancelled, which is what is warned of")
    transport = plain_transport(driver) if given else None
    with serving(silent) as server:
        url = server.url.replace("http:", "https:")
        client = driver.client(transport, base_url=url, timeouts=timeouts(driver.package, 0.4))
        assert isinstance(error_of(lambda: driver.place(client)), driver.package.errors.NotSent)


def test_a_silent_address_leaves_time_for_the_next(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(network, "time", SimpleNamespace(monotonic=lambda: 1000.0))
        addresses = list(network.shares(["192.0.2.1", "127.0.0.1"], 1001.0))
    assert addresses == [("192.0.2.1", 0.5), ("127.0.0.1", 1)]
    with serving(answering(200, {"orderId": 5, "ocoId": 9})) as server:
        found = [(2, 1, 6, "", (address, server.port)) for address in ("127.0.0.2", "127.0.0.1")]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: found)
        client = driver.client(base_url=server.url.replace("127.0.0.1", "localhost"))
        assert driver.place(client).order_id == 5


RAISED: dict[str, tuple[Raised, str]] = {
    "pool": (lambda: httpx.PoolTimeout("no connection is free"), "NotSent"),
    "connect": (lambda: httpx.ConnectError("refused"), "NotSent"),
    "connect in time": (lambda: httpx.ConnectTimeout("late"), "NotSent"),
    "protocol": (lambda: httpx.UnsupportedProtocol("gopher"), "NotSent"),
    "refused": (lambda: ConnectionRefusedError(111, "refused"), "NotSent"),
    "no such name": (lambda: socket.gaierror(-2, "no such name"), "NotSent"),
    "certificate": (lambda: ssl.SSLCertVerificationError("not trusted"), "NotSent"),
    "read": (lambda: httpx.ReadError("reset"), "OutcomeUnknown"),
    "read in time": (lambda: httpx.ReadTimeout("late"), "OutcomeUnknown"),
    "write": (lambda: httpx.WriteError("reset"), "OutcomeUnknown"),
    "write in time": (lambda: httpx.WriteTimeout("late"), "OutcomeUnknown"),
    "peer": (lambda: httpx.RemoteProtocolError("hung up"), "OutcomeUnknown"),
    "proxy": (lambda: httpx.ProxyError("502"), "OutcomeUnknown"),
    "builtin time": (lambda: TimeoutError("late"), "OutcomeUnknown"),
    "asyncio time": (lambda: TimeoutError(), "OutcomeUnknown"),
    "socket time": (lambda: TimeoutError("late"), "OutcomeUnknown"),
    "reset": (lambda: ConnectionResetError(104, "reset"), "OutcomeUnknown"),
    "pipe": (lambda: BrokenPipeError(32, "pipe"), "OutcomeUnknown"),
    "tls": (lambda: ssl.SSLError("bad record"), "OutcomeUnknown"),
    "anything": (lambda: ValueError("what"), "OutcomeUnknown"),
}


class ServerDisconnectedError(Exception):
    """As aiohttp calls it where the service hung up on a request."""


class ClientConnectorError(OSError):
    """As aiohttp calls it where no connection was made."""


class ClientConnectorDNSError(ClientConnectorError):
    """One of its kinds."""


CAUSES: dict[str, tuple[BaseException, str]] = {
    "refused": (ConnectionRefusedError(111, "refused"), "NotSent"),
    "httpcore": (httpcore.ConnectError("no"), "NotSent"),
    "no name": (socket.gaierror(-2, "no"), "NotSent"),
    "handshake": (ssl.SSLError("no"), "NotSent"),
    "late": (TimeoutError(), "NotSent"),
    "connector": (ClientConnectorDNSError("no"), "NotSent"),
    "hung up": (ServerDisconnectedError(), "OutcomeUnknown"),
    "reset": (ConnectionResetError(104, "reset"), "OutcomeUnknown"),
    "aborted": (ConnectionAbortedError(103, "aborted"), "OutcomeUnknown"),
    "pipe": (BrokenPipeError(32, "pipe"), "OutcomeUnknown"),
    "something": (OSError(5, "io"), "OutcomeUnknown"),
}


@pytest.mark.parametrize("kind", [httpx.ConnectError, httpx.ConnectTimeout])
@pytest.mark.parametrize("cause", CAUSES)
def test_a_transport_is_not_believed_against_the_cause_that_it_gives(
    driver: Driver, cause: str, kind: type[Exception]
) -> None:
    """The transport of httpx-aiohttp says ConnectTimeout where the service has read the order and hangs up."""
    inner, expected = CAUSES[cause]

    def act(request: httpx.Request) -> httpx.Response:
        raise kind("as the transport calls it") from inner

    error = error_of(lambda: driver.place(driver.client(Carrier(act))))
    assert type(error) is getattr(driver.package.errors, expected)


@pytest.mark.parametrize("behave", [reset_after, silent], ids=["reset", "silent"])
def test_aiohttp_itself_if_it_is_there(package: Any, behave: Any) -> None:
    aiohttp = pytest.importorskip("httpx_aiohttp")

    async def order(times: Any) -> None:
        settings = {"token": "t", "base_url": server.url, "timeouts": times}
        async with package.AsyncSample(**settings, transport=aiohttp.AiohttpTransport()) as api:
            await api.order.place_oco(**ORDER)

    with serving(behave) as server:
        gives_up(package, "OutcomeUnknown", lambda times: asyncio.run(order(times)))


def test_a_transport_that_repeats_by_itself_gets_no_change_that_it_would_repeat(package: Any) -> None:
    """aiohttp sends PUT and DELETE again where a connection ends; measured with 3.14 on a server of bytes."""

    class Repeating(Carrier):
        __module__ = "httpx_aiohttp._transport"

    async def play() -> None:
        carrier = Repeating(lambda request: httpx.Response(200, json={}))
        async with package.AsyncSample(token="t", transport=carrier) as api:
            for method in ("PUT", "DELETE"):
                with pytest.raises(package.errors.NotSent, match="again by itself"):
                    await api.request(method, "/order/any", json={})
            assert carrier.calls == 0
            for method in ("POST", "PATCH"):
                await api.request(method, "/order/any", json={})
            assert carrier.calls == 2

    asyncio.run(play())


@pytest.mark.parametrize("fault", RAISED)
def test_a_fault_of_a_transport_tells_what_is_known(driver: Driver, desk: Desk, fault: str) -> None:
    """`desk` lets the pauses between the tries of a question pass at once."""
    make, expected = RAISED[fault]

    def act(request: httpx.Request) -> httpx.Response:
        raise make()

    carrier = Carrier(act)
    client = driver.client(carrier)
    assert type(error_of(lambda: driver.place(client))) is getattr(driver.package.errors, expected)
    assert carrier.calls == 1
    read = error_of(lambda: driver.do(client.account.list()))
    assert type(read).__name__ == ("NotSent" if expected == "NotSent" else "ResponseUnreadable")


def test_a_transport_that_sent_before_it_failed_to_connect_again_has_sent(driver: Driver) -> None:
    """A transport that tries again by itself: its last word is that it could not connect."""

    class Again(Carrier):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            await request.extensions["trace"]("http11.send_request_headers.started", {})
            raise httpx.ConnectError("refused")

    def act(request: httpx.Request) -> httpx.Response:
        request.extensions["trace"]("http11.send_request_headers.started", {})
        raise httpx.ConnectError("refused")

    client = driver.client(Again(act))
    assert isinstance(error_of(lambda: driver.place(client)), driver.package.errors.OutcomeUnknown)


@pytest.mark.parametrize(
    "first", [httpx.ReadError, httpx.WriteTimeout, httpcore.ReadTimeout, httpcore.RemoteProtocolError]
)
@pytest.mark.parametrize("says_why", [True, False])
@pytest.mark.parametrize("tells", [True, False])
def test_a_transport_that_goes_to_a_second_host_has_sent_to_the_first(
    driver: Driver, first: type[Exception], says_why: bool, tells: bool
) -> None:
    """Its last word is that the second one could not be reached; of the first it told no step."""

    class Again(Carrier):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if tells:
                await request.extensions["trace"]("connection.connect_tcp.started", {})
            return self.handle_request(request)

    def act(request: httpx.Request) -> httpx.Response:
        if tells and driver.kind == "sync":
            request.extensions["trace"]("connection.connect_tcp.started", {})
        try:
            raise first("the first host has ended it")
        except (httpx.TransportError, *WENT_OUT) as failed:
            if says_why:
                raise httpx.ConnectError("the second is not there") from failed
            raise httpx.ConnectError("the second is not there") from None

    client = driver.client(Again(act))
    assert isinstance(error_of(lambda: driver.place(client)), driver.package.errors.OutcomeUnknown)
    assert len(client.in_doubt) == 1


def test_no_environment_makes_a_client_write_down_what_decrypts_it(
    package: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def context(**_: Any) -> ssl.SSLContext:
        made = ssl.create_default_context()
        assert made.keylog_filename is not None
        return made

    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys.txt"))
    monkeypatch.setattr(httpx, "create_ssl_context", context)
    with package.Sample(token="the-token") as client:
        assert client._line.carrier._pool._ssl_context.keylog_filename is None
    assert package.AsyncSample(token="the-token")._line.carrier._pool._ssl_context.keylog_filename is None


@pytest.mark.parametrize(("is_own", "still_told"), [(True, False), (False, True)])
def test_our_own_transport_is_asked_for_steps_until_it_sends(is_own: bool, still_told: bool) -> None:
    """Each step costs; a transport of others may connect anew and send again, and has to tell it."""
    made = exchange.Exchange(Clock(), time.monotonic() + PATIENCE, is_own)
    extensions = made.extensions({}, made.note)
    made.note("connection.connect_tcp.started", {})
    assert extensions["trace"] == made.note
    made.note("http11.send_request_headers.started", {})
    assert ("trace" in extensions) == still_told
    fault = made.ended(httpx.ReadError("reset"))
    assert isinstance(fault, Fault)
    assert fault.was_sent


def test_an_interrupt_in_a_transport_reaches_the_caller(driver: Driver) -> None:
    def act(request: httpx.Request) -> httpx.Response:
        raise KeyboardInterrupt

    if driver.kind == "async":
        pytest.skip("an event loop ends itself at an interrupt")
    with pytest.raises(KeyboardInterrupt):
        driver.place(driver.client(Carrier(act)))


# --- time for an answer -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("login", "sent"), [(58.5, 1), (59.5, 0)])
def test_no_order_goes_out_without_time_for_its_answer(driver: Driver, desk: Desk, login: float, sent: int) -> None:
    def answer(server: FaultServer, peer: socket.socket) -> None:
        while server.read(peer):
            if b"accessTokenRequest" in server.requests[-1]:
                desk.clock.sleep(login)
                peer.sendall(response(200, json.dumps({"accessToken": "token-one"}).encode()))
            else:
                peer.sendall(response(200, b'{"orderId": 3, "ocoId": 9}'))

    with serving(answer) as server:
        who = {"name": "n", "password": "word", "appId": "a", "appVersion": "1", "cid": 1, "sec": "a-sec"}
        client = driver.client(base_url=server.url, credentials=who, timeouts=timeouts(driver.package, 60))
        use(client, desk.clock)
        if sent:
            assert driver.place(client).order_id == 3
        else:
            error = error_of(lambda: driver.place(client))
            assert isinstance(error, driver.package.errors.NotSent)
            assert "0.50 s are left, and an answer can take 1 s" in str(error)
        assert sum(b"placeOCO" in one for one in server.requests) == sent


@pytest.mark.parametrize(("total", "floor"), [(30.0, 1.0), (1.0, 0.5)])
def test_the_floor_is_a_second_or_half_of_the_total(
    driver: Driver, transport: Any, monkeypatch: pytest.MonkeyPatch, total: float, floor: float
) -> None:
    client = driver.client(transport, timeouts=timeouts(driver.package, total))
    call = client._prepare_any("GET", "/some/trade", None, None, None)
    for left, ok in ((floor, True), (floor - 0.01, False)):
        monkeypatch.setattr(client._core.clock, "monotonic", partial(float, call.deadline - left))
        assert (client._too_late(call) == "") == ok


# --- connections ------------------------------------------------------------------------------------------------------


def test_a_question_on_a_stale_connection_is_asked_again_and_an_order_is_not(driver: Driver) -> None:
    def once(server: FaultServer, peer: socket.socket) -> None:
        """One answer a connection; the next request is read and gets none."""
        if server.read(peer):
            peer.sendall(response(200, b"[]" if b"/list" in server.requests[-1] else b'{"orderId": 1, "ocoId": 9}'))
            server.read(peer)

    with serving(once) as server:
        client = driver.client(base_url=server.url)
        assert [driver.do(client.account.list()) for _ in range(3)] == [[], [], []]
        assert len(server.requests) == 5
        driver.place(driver.client(base_url=server.url))
        other = driver.client(base_url=server.url)
        driver.place(other)
        before = len(server.requests)
        assert type(error_of(lambda: driver.place(other))) is driver.package.errors.OutcomeUnknown
        assert len(server.requests) == before + 1


def test_connections_are_kept_for_as_many_threads_as_there_are(package: Any) -> None:
    count = 40
    together = threading.Barrier(count)
    with (
        serving(answering(200, [])) as server,
        package.Sample(token="the-token", base_url=server.url) as client,
    ):

        def work() -> None:
            for _ in range(3):
                together.wait(PATIENCE)
                client.account.list()

        threads = [threading.Thread(target=work) for _ in range(count)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        assert len(server.requests) == 3 * count
        assert server.connections <= count


@pytest.mark.parametrize("other", [5, "http://127.0.0.1", httpx.Client, None])
def test_what_is_no_transport_of_this_kind_of_client_is_refused(driver: Driver, other: Any) -> None:
    kinds = {"sync": httpx.AsyncHTTPTransport, "async": httpx.HTTPTransport}
    with pytest.raises(TypeError, match="transport must have the method handle_"):
        driver.client(kinds[driver.kind]() if other is None else other)


def test_a_transport_counts_though_it_is_empty(driver: Driver, desk: Desk) -> None:
    class Recording(httpx.MockTransport):
        """Counts what it has recorded, and so is false in the beginning."""

        def __len__(self) -> int:
            return len(desk.log)

    client = driver.client(Recording(desk.transport().handler))
    assert driver.place(client).order_id == 1
    assert len(desk.log) == 1


@pytest.mark.parametrize("given", [False, True])
def test_after_close_nothing_is_sent(driver: Driver, given: bool) -> None:
    with serving(answering(200, {"orderId": 1, "ocoId": 9})) as server:
        client = driver.client(plain_transport(driver) if given else None, base_url=server.url)
        view = client.with_options(timeout=50)
        driver.place(view)
        driver.do(client.close())
        for one in (client, view):
            error = error_of(partial(driver.place, one))
            assert isinstance(error, driver.package.errors.NotSent)
            assert "closed" in str(error)
        assert len(server.requests) == 1


@pytest.mark.parametrize("given", [False, True])
def test_a_child_process_has_connections_of_its_own_or_refuses(driver: Driver, given: bool) -> None:
    with serving(answering(200, {"orderId": 1, "ocoId": 9})) as server:
        client = driver.client(plain_transport(driver) if given else None, base_url=server.url)
        driver.place(client)
        if driver.kind == "sync":
            client._line.lock.acquire()  # a thread of the parent that the child does not have
        reading, writing = os.pipe()
        if (child := os.fork()) == 0:
            said = "?"
            with contextlib.suppress(BaseException):
                try:
                    loop = asyncio.new_event_loop()
                    made = client.order.place_oco(**{**ORDER, "cl_ord_id": "child"})
                    said = str((loop.run_until_complete(made) if driver.kind == "async" else made).order_id)
                except driver.package.errors.NotSent as error:
                    said = str(error)
                if driver.kind == "sync" and not client._line.lock.acquire(0.1):
                    said = "locked"
            os.write(writing, said.encode())
            os._exit(0)
        os.waitpid(child, 0)
        said = os.read(reading, 1000).decode()
        os.close(reading)
        os.close(writing)
        if driver.kind == "sync":
            client._line.lock.release()
        assert driver.place(client).order_id == 1
        assert said == "1" if not given else "another process" in said
        assert server.connections == (1 if given else 2)


ORDER: dict[str, Any] = {
    "account_id": 1,
    "action": "Buy",
    "symbol": "ESZ6",
    "order_qty": 1,
    "order_type": "Market",
    "is_automated": True,
    "other": {"action": "Sell", "orderType": "Stop", "stopPrice": 4100.25},
}


def test_a_second_event_loop_is_refused_before_anything_is_sent(package: Any) -> None:
    with serving(answering(200, {"orderId": 1, "ocoId": 9})) as server:
        client = package.AsyncSample(token="the-token", base_url=server.url)

        async def order() -> Any:
            return await client.order.place_oco(**ORDER)

        first, second = asyncio.new_event_loop(), asyncio.new_event_loop()
        assert first.run_until_complete(order()).order_id == 1
        with pytest.raises(package.errors.NotSent, match="event loop"):
            second.run_until_complete(order())
        assert first.run_until_complete(order()).order_id == 1
        first.run_until_complete(client.close())
        first.close()
        second.close()
        assert len(server.requests) == 2


# --- other times for some calls ---------------------------------------------------------------------------------------


def test_a_view_has_other_times_and_the_same_session(driver: Driver, transport: Any) -> None:
    client = driver.client(transport)
    view = client.with_options(timeout=2, max_wait=1)
    assert (view._timeouts.total, view._timeouts.read, view._max_wait) == (2, 15, 1)
    assert view.with_options(timeout=3)._max_wait == 1
    assert client._timeouts.total == 30
    assert view.order is not client.order
    assert view._core is client._core
    driver.place(view)
    transport.fail("accountList", 429)
    with pytest.raises(driver.package.errors.RateLimited):
        driver.do(view.account.list())
    with pytest.raises(driver.package.errors.LockedOut):
        driver.place(client)


@pytest.mark.parametrize("options", [{"timeout": 0}, {"timeout": -1}, {"timeout": float("nan")}, {"max_wait": -1}])
def test_a_time_is_a_number_of_seconds(driver: Driver, transport: Any, options: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="number of seconds"):
        driver.client(transport).with_options(**options)


class Recorded(httpcore.MockStream):
    """A connection that keeps what is written to it, piece by piece."""

    def __init__(self, written: list[bytes]) -> None:
        super().__init__([response(200, b"{}")])
        self.written = written

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Keep the bytes."""
        self.written.append(buffer)


class Recording(httpcore.MockBackend):
    """Makes such connections."""

    def __init__(self, written: list[bytes]) -> None:
        super().__init__([])
        self.written = written

    def connect_tcp(self, *given: Any, **named: Any) -> httpcore.NetworkStream:
        """A new one."""
        return Recorded(self.written)


class AsyncRecorded(httpcore.AsyncMockStream):
    """The same for asyncio."""

    def __init__(self, written: list[bytes]) -> None:
        super().__init__([response(200, b"{}")])
        self.written = written

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Keep the bytes."""
        self.written.append(buffer)


class AsyncRecording(httpcore.AsyncMockBackend):
    """The same for asyncio."""

    def __init__(self, written: list[bytes]) -> None:
        super().__init__([])
        self.written = written

    async def connect_tcp(self, *given: Any, **named: Any) -> httpcore.AsyncNetworkStream:
        """A new one."""
        return AsyncRecorded(self.written)


def pieces(method: str, content: bytes | Iterator[bytes] | None, *, is_async: bool) -> list[bytes]:
    """The writes of a request, each."""
    written: list[bytes] = []
    url = "http://127.0.0.1:1/x"

    async def ask() -> None:
        async def body() -> AsyncIterator[bytes]:
            for one in content or ():
                assert isinstance(one, bytes)
                yield one

        given: Any = content if content is None or isinstance(content, bytes) else body()
        async with httpcore.AsyncConnectionPool(network_backend=network.AsyncBackend(AsyncRecording(written))) as pool:
            await pool.request(method, url, content=given)

    if is_async:
        asyncio.run(ask())
    else:
        with httpcore.ConnectionPool(network_backend=network.Backend(Recording(written))) as pool:
            pool.request(method, url, content=content)
    return [one for one in written if one]


@pytest.mark.parametrize("is_async", [False, True], ids=["blocking", "asyncio"])
def test_head_and_body_of_a_request_go_out_in_one_piece(is_async: bool) -> None:
    head, end, body = pieces("POST", b'{"a": 1}', is_async=is_async)[0].partition(b"\r\n\r\n")
    assert (head.split(b" ")[0], end, body) == (b"POST", b"\r\n\r\n", b'{"a": 1}')
    assert len(pieces("POST", b'{"a": 1}', is_async=is_async)) == 1
    assert [one[-4:] for one in pieces("GET", None, is_async=is_async)] == [b"\r\n\r\n"]
    whole = b"".join(pieces("POST", iter([b"one", b"two", b"three"]), is_async=is_async)).partition(b"\r\n\r\n")[2]
    assert whole == b"3\r\none\r\n3\r\ntwo\r\n5\r\nthree\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    ("method", "content", "length"),
    [("POST", None, b"0"), ("POST", b"{}", b"2"), ("GET", None, None), ("DELETE", None, None), ("DELETE", b"{}", b"2")],
)
def test_a_request_says_how_long_its_body_is(method: str, content: bytes | None, length: bytes | None) -> None:
    request = connections.Outgoing(method, "https://example.com/v1", "/order", {"Accept": "x"}, content, {})
    made = connections._on_the_wire(request)
    assert dict(made.headers).get(b"Content-Length") == length
    assert b"".join(made.stream) == (content or b"")  # type: ignore[arg-type]
