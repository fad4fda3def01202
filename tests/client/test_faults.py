"""Every fault on the way gives one request at most, and the exception that says what is known."""

from __future__ import annotations

import functools
import gzip
import json
import logging
import socket
import time
import zlib
from collections.abc import Callable
from typing import Any
from unittest.mock import Mock

import httpx
import pytest

from tests.client.conftest import Driver
from tests.client.fault_server import (
    Behaviour,
    FaultServer,
    answering,
    drip,
    garbage,
    reset_after,
    reset_unread,
    response,
    serving,
    silent,
)
from tests.client.sample import OPERATIONS
from tests.sampling import part_of
from tests.waiting import until

PENALTY = {"p-ticket": "the-ticket", "p-time": 15, "p-captcha": False}
HTML = b"<html>sorry</html>"

FAULTS: dict[str, tuple[Behaviour, str]] = {
    **{f"{status}": (answering(status), "OutcomeUnknown") for status in (500, 502, 503, 504, 520, 408, 499)},
    **{f"{status}": (answering(status), "ApiError") for status in (409, 425)},
    "401": (answering(401), "TokenRefused"),
    "403": (answering(403), "AuthenticationError"),
    "403 of a firewall": (answering(403, HTML), "Blocked"),
    "404": (answering(404), "NotFound"),
    **{f"{status}": (answering(status), "RateLimited") for status in (423, 429)},
    "a header that is not ASCII": (answering(400, b"{}", "X-Node: Zürich"), "ApiError"),
    **{
        f"{status}": (answering(status, b"", "Location: /v1/elsewhere"), "OutcomeUnknown")
        for status in (301, 302, 303, 304, 307, 308)
    },
    "redirect to nonsense": (answering(307, b"", "Location: http://[x"), "OutcomeUnknown"),
    "reset before": (reset_unread, "OutcomeUnknown"),
    "reset after": (reset_after, "OutcomeUnknown"),
    "no answer": (silent, "OutcomeUnknown"),
    "a part": (answering(206, b'{"orderId": 1, "ocoId": 2, "commandId": 3}'), "UnreadableOutcome"),
    "cut body": (answering(200, b'{"orderId": 1}', length=99), "UnreadableOutcome"),
    "html": (answering(200, HTML), "UnreadableOutcome"),
    "empty": (answering(200, b""), "UnreadableOutcome"),
    "null": (answering(200, b"null"), "UnreadableOutcome"),
    "penalty": (answering(200, PENALTY), "TimePenalty"),
    "rejected": (answering(200, {"failureReason": "NoQuote"}), "Rejected"),
    "error text": (answering(200, {"errorText": "no", "ok": False}), "Rejected"),
    "not ok": (answering(200, {"ok": False}), "Rejected"),
    "violations": (answering(200, {"violations": [{"description": "no"}]}), "Violations"),
}
CHANGING = [
    item["operationId"] for _, _, item in OPERATIONS.values() if item["x-operation-class"] in ("trade", "write")
]


def patience(driver: Driver, fault: str) -> Any:
    """Timeouts that end a silent server quickly but leave a busy machine time to answer."""
    return driver.package.Timeouts(read=0.3 if fault == "no answer" else 50, total=60)


def call(driver: Driver, client: Any, operation: str) -> Any:
    """Call the operation with a valid body."""
    description = client._core.description
    known = description.operations[operation]
    body = driver.package.testing.ExampleTransport()._value(known.body, "", 0)
    body.pop("clOrdId", None)
    return driver.do(client.request(known.method, known.path, json=body))


def fails(driver: Driver, name: str, make: Callable[[], Any]) -> Any:
    """The error of the call, which must have exactly this class."""
    errors = driver.package.errors
    with pytest.raises(errors.SampleError) as caught:
        make()
    known = getattr(errors, name)
    assert type(caught.value) is known, f"{caught.value!r}"
    assert "\n" not in str(caught.value)
    return caught.value


@pytest.mark.deep
@pytest.mark.parametrize(
    ("operation", "fault", "driver"),
    [
        (operation, fault, kind)
        for at, operation in enumerate(CHANGING)
        for number, fault in enumerate(FAULTS)
        for kind in part_of(("sync", "async"), at + number, 2)
    ],
    indirect=["driver"],
)
def test_what_changes_something_is_sent_once(driver: Driver, operation: str, fault: str) -> None:
    behave, expected = FAULTS[fault]
    if (operation, fault) == ("changeDemoBalance", "null"):
        pytest.skip("the spec does not say what this operation answers, so that null may be right")
    with serving(behave) as server:
        timeouts = patience(driver, fault)
        client = driver.client(base_url=server.url, timeouts=timeouts)
        error = fails(driver, expected, lambda: call(driver, client, operation))
        # A client that gives up soon can be quicker than the server.
        until(lambda: server.connections == 1 and len(server.requests) == (fault != "reset before"))
    assert error.operation == operation
    if operation in ("cancelOrder", "placeOCO", "placeOSO"):
        assert len(error.cl_ord_id) == 32
    if isinstance(error, driver.package.errors.OutcomeUnknown):
        assert error.request.content is not None
        assert error.sent_at.utcoffset() is not None
        assert ("Call `reconcile`" if error.cl_ord_id else "Read what it would have changed") in str(error)


@pytest.mark.parametrize("fault", ["dns", "refused", "tls"])
def test_a_fault_before_anything_was_sent_says_so(driver: Driver, fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if fault == "dns":
        unknown = socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        monkeypatch.setattr(socket, "getaddrinfo", Mock(side_effect=unknown))
        client = driver.client()
        error = fails(driver, "NotSent", lambda: driver.place(client))
    elif fault == "refused":
        with socket.socket() as deaf:  # it has the port, so that no other server gets it, and does not listen
            deaf.bind(("127.0.0.1", 0))
            client = driver.client(base_url=f"http://127.0.0.1:{deaf.getsockname()[1]}/v1")
            error = fails(driver, "NotSent", lambda: driver.place(client))
    else:
        with serving(garbage) as server:
            client = driver.client(base_url=server.url.replace("http:", "https:"))
            error = fails(driver, "NotSent", lambda: driver.place(client))
            assert server.requests == []
    assert "nothing was sent" in str(error)
    assert error.cl_ord_id in str(error)


@pytest.mark.parametrize(
    ("fault", "sent", "expected"),
    [
        ("502", 3, "ApiError"),
        ("503", 3, "ApiError"),
        ("504", 3, "ApiError"),
        ("500", 1, "ApiError"),
        ("520", 1, "ApiError"),
        ("408", 1, "ApiError"),
        ("429", 1, "RateLimited"),
        ("423", 1, "RateLimited"),
        ("401", 1, "AuthenticationError"),
        ("307", 1, "ApiError"),
        ("no answer", 1, "ResponseUnreadable"),
        ("reset after", 1, "ResponseUnreadable"),
        ("cut body", 1, "ResponseUnreadable"),
        ("html", 1, "ResponseUnreadable"),
        ("empty", 1, "ResponseUnreadable"),
    ],
)
def test_reads_are_tried_again_where_that_can_help(driver: Driver, fault: str, sent: int, expected: str) -> None:
    with serving(FAULTS[fault][0]) as server:
        client = driver.client(base_url=server.url, timeouts=patience(driver, fault))
        fails(driver, expected, lambda: driver.do(client.account.list()))
        until(lambda: len(server.requests) == sent)


def test_a_read_is_tried_again_after_connection_faults(driver: Driver, transport: Any) -> None:
    refused = driver.package.testing.Failure.REFUSED
    client = driver.client(transport)
    transport.fail("accountList", refused, refused)
    assert len(driver.do(client.account.list())) == 1
    transport.fail("accountList", refused, refused, refused)
    fails(driver, "NotSent", lambda: driver.do(client.account.list()))
    assert len(transport.requests) == 6


def test_a_lock_out_keeps_the_client_silent_for_an_hour(driver: Driver, transport: Any) -> None:
    client = driver.client(transport)
    transport.fail("accountList", 429)
    until = fails(driver, "RateLimited", lambda: driver.do(client.account.list())).until
    for _ in range(1_000):
        with pytest.raises(driver.package.errors.LockedOut):
            driver.place(client)
    assert fails(driver, "LockedOut", lambda: driver.place(client)).until == until
    assert len(transport.requests) == 1


def test_a_captcha_keeps_the_client_silent_too(driver: Driver, transport: Any) -> None:
    client = driver.client(transport)
    transport.fail("placeOCO", driver.package.testing.Failure.CAPTCHA)
    assert fails(driver, "TimePenalty", lambda: driver.place(client)).captcha
    fails(driver, "LockedOut", lambda: driver.do(client.account.list()))
    assert len(transport.requests) == 1


def test_after_a_penalty_the_ticket_goes_along(driver: Driver, transport: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    client = driver.client(transport)
    transport.fail("placeOCO", driver.package.testing.Failure.PENALTY)
    error = fails(driver, "TimePenalty", lambda: driver.place(client))
    assert (error.wait, error.captcha, error.retryable) == (15, False, True)
    fails(driver, "LockedOut", lambda: driver.place(client))
    assert len(transport.requests) == 1
    later = time.monotonic() + 16
    monkeypatch.setattr(client._core.clock, "monotonic", lambda: later)
    driver.place(client)
    driver.place(client)
    tickets = [json.loads(request.content).get("p-ticket") for request in transport.requests]
    assert tickets == [None, "ticket", None]


def test_a_penalty_on_a_question_is_waited_for_too(driver: Driver, transport: Any) -> None:
    client = driver.client(transport)
    transport.fail("accountList", driver.package.testing.Failure.PENALTY)
    fails(driver, "TimePenalty", lambda: driver.do(client.account.list()))
    fails(driver, "LockedOut", lambda: driver.do(client.account.list()))
    driver.place(client)
    assert len(transport.requests) == 2


def test_a_failure_reason_of_success_is_no_failure(driver: Driver, transport: Any) -> None:
    client = driver.client(transport)
    silent_ones: list[dict[str, Any]] = [
        {},
        {"failureText": None},
        {"failureText": ""},
        {"violations": []},
        {"errorText": None, "ok": True},
    ]
    for more in silent_ones:
        transport.answer("placeOCO", {"failureReason": "Success", "orderId": 7, "ocoId": 8, **more})
        assert driver.place(client).order_id == 7
    transport.answer("placeOCO", {"failureReason": "Success", "failureText": "but no", "orderId": 7})
    fails(driver, "UnreadableOutcome", lambda: driver.place(client))


def test_a_rejection_says_what_can_be_done(driver: Driver, transport: Any) -> None:
    client = driver.client(transport)
    transport.answer("placeOCO", {"failureReason": "NoQuote", "failureText": "none\r\nat all"})
    error = fails(driver, "Rejected", lambda: driver.place(client))
    assert (error.reason, error.text, error.retryable) == ("NoQuote", "none at all", True)
    assert "There is no market at the moment." in str(error)
    assert json.loads(error.body)["failureReason"] == "NoQuote"


# --- bounds -----------------------------------------------------------------------------------------------------------

HEAD = response(200, b"", "X-Filler: " + "x" * 500)
DRIPPING = {"head": HEAD, "body": b"HTTP/1.1 200 Word\r\nContent-Length: 900\r\n\r\n" + b" " * 900}


@pytest.mark.parametrize("part", DRIPPING)
def test_a_server_that_drips_does_not_hold_a_call(driver: Driver, part: str) -> None:
    errors, sent = driver.package.errors, 0
    with serving(drip(DRIPPING[part], 0.02)) as server:
        for total in (0.5, 4, 30):  # a busy machine can use up half a second before anything is sent
            client = driver.client(base_url=server.url, timeouts=driver.package.Timeouts(total=total))
            with pytest.raises((errors.OutcomeUnknown, errors.NotSent)) as caught:
                driver.place(client)
            sent += isinstance(caught.value, errors.OutcomeUnknown)
            if sent:
                break
        assert sent == 1
        until(lambda: len(server.requests) == 1)


def large(server: FaultServer, peer: socket.socket) -> None:
    """Answer with 100 MB."""
    server.read(peer)
    peer.sendall(b"HTTP/1.1 200 Word\r\nContent-Length: 100000000\r\n\r\n")
    for _ in range(1000):
        peer.sendall(b" " * 100_000)


@functools.cache
def bombs(times: int) -> bytes:
    """200 MB of spaces, compressed `times` times."""
    made = zlib.compressobj(1, wbits=31)
    once = b"".join(made.compress(b" " * 1_000_000) for _ in range(200)) + made.flush()
    return once if times == 1 else gzip.compress(bombs(times - 1))


def bomb(coding: str) -> Behaviour:
    """Answer with a small body that decompresses to a large one."""

    def behave(server: FaultServer, peer: socket.socket) -> None:
        answering(200, bombs(coding.count("gzip")), f"Content-Encoding: {coding}")(server, peer)

    return behave


DEEP = b"[" * 1_000_000 + b"]" * 1_000_000
AMOUNTS: dict[str, Behaviour] = {
    "100 MB": large,
    "a gzip bomb": bomb("gzip"),
    "gzip in gzip": bomb("gzip, gzip"),
    "deflate": answering(200, zlib.compress(b"{}"), "Content-Encoding: deflate"),
    "no gzip": answering(200, b"{}", "Content-Encoding: gzip"),
    "cut gzip": answering(200, gzip.compress(b'{"a": 1}')[:-4], "Content-Encoding: gzip"),
    "a cut member": answering(200, gzip.compress(b"{}") + gzip.compress(b" ")[:-4], "Content-Encoding: gzip"),
    "members that are a bomb": answering(200, gzip.compress(b" " * 30_000_000) * 2, "Content-Encoding: gzip"),
    "a million lists": answering(200, DEEP),
    "lists below an unknown name": answering(200, b'{"x": ' + DEEP[500_000:1_500_000] + b"}"),
    "nested as deep as Python reads": answering(200, b'{"x": ' + b"[" * 900 + b"]" * 900 + b"}"),
    "a number of a million digits": answering(200, b'{"orderId": ' + b"9" * 1_000_000 + b"}"),
    "no number": answering(200, b'{"orderId": NaN}'),
    "no text": answering(200, b'{"orderId": "\xff"}'),
}


@pytest.mark.parametrize("amount", AMOUNTS)
def test_what_cannot_be_read_is_not_taken_in(driver: Driver, amount: str) -> None:
    import tracemalloc

    with serving(AMOUNTS[amount]) as server:
        client = driver.client(base_url=server.url)
        tracemalloc.start()
        error = fails(driver, "UnreadableOutcome", lambda: driver.place(client))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert len(server.requests) == 1
    assert peak < 200_000_000
    assert len(error.body) <= 1_000_000


PACKED = b'{"orderId": 3, "ocoId": 4, "commandId": 5}'
ZIPPED = {
    "one member": gzip.compress(PACKED),
    "three members": gzip.compress(PACKED[:9]) + gzip.compress(b"") + gzip.compress(PACKED[9:]),
    "zeros behind it": gzip.compress(PACKED) + b"\0\0",
}


@pytest.mark.parametrize("name", ["gzip", "x-gzip"])
@pytest.mark.parametrize("case", ZIPPED)
def test_a_compressed_answer_is_read(driver: Driver, case: str, name: str) -> None:
    with serving(answering(200, ZIPPED[case], f"Content-Encoding: {name}")) as server:
        client = driver.client(base_url=server.url)
        assert driver.place(client).order_id == 3
        found = driver.do(client.order.cancel_order(order_id=1, is_automated=True))
        assert found.command_id == 5


# --- where it goes ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "http://demo.sample.example/v1",
        "https://user:word@demo.sample.example/v1",
        "https://live.sample.example/v1",
        "https://live.sample.example.evil.example/v1",
        "https://demo.sample.example.evil.example/v1",
        "https://demo.sample.example@evil.example/v1",
        "https://evil.example/v1",
        "http://127.0.0.1.evil.example/v1",
        "http://user@127.0.0.1/v1",
        "http://127.0.0.1/v1?x=1",
        "ftp://127.0.0.1/v1",
        "//127.0.0.1/v1",
        "127.0.0.1",
        "http://[x",
        "",
    ],
)
def test_no_other_host_gets_the_token(driver: Driver, transport: Any, url: str) -> None:
    with pytest.raises(ValueError, match="base_url"):
        driver.client(transport, base_url=url)


def test_live_is_asked_for_by_name(driver: Driver, transport: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ENVIRONMENT", "SAMPLE_ENVIRONMENT", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://live.sample.example")
    demo, live = driver.client(transport), driver.client(transport, environment="live")
    driver.place(demo)
    driver.place(live)
    assert [request.url.host for request in transport.requests] == ["demo.sample.example", "live.sample.example"]
    assert ("demo" in repr(demo), "live" in repr(live)) == (True, True)
    with pytest.raises(ValueError, match="environment"):
        driver.client(transport, environment="Live")


def test_the_token_of_a_login_never_follows_a_redirect(driver: Driver) -> None:
    seen: list[httpx.Request] = []

    def redirect(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(302, headers={"Location": "https://evil.example/"})

    client = driver.client(httpx.MockTransport(redirect))
    fails(driver, "ApiError", lambda: driver.do(client.account.list()))
    with pytest.raises(driver.package.errors.RequestInvalid):
        driver.do(client.request("GET", "https://evil.example/account/list"))
    assert {request.url.host for request in seen} == {"demo.sample.example"}


def test_a_call_is_logged_with_its_tag(driver: Driver, transport: Any, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        driver.place(driver.client(transport), cl_ord_id="my-tag")
    assert [record.getMessage() for record in caplog.records] == ["placeOCO is sent [my-tag]"]
