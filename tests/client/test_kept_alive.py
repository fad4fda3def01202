"""Connections that are asked again: what a service says without being asked is the answer to nothing."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest

from jekyll_openapi.runtime.kept_alive import Heard
from tests.client.conftest import Driver
from tests.client.fault_server import FaultServer, response, serving

FOREIGN = response(200, b'{"orderId": 666, "ocoId": 667}')


def chunked(body: bytes) -> bytes:
    """An answer in one chunk."""
    head = b"HTTP/1.1 200 Word\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n"
    return head + b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)


def own(number: int) -> bytes:
    """What an answer to a request of this number says."""
    return b'{"orderId": %d, "ocoId": %d}' % (number, number + 50)


TOGETHER: dict[str, tuple[Callable[[bytes], bytes], bytes]] = {
    "a second answer": (lambda body: response(200, body), FOREIGN),
    "half of one": (lambda body: response(200, body), FOREIGN[:40]),
    "a second answer in chunks": (chunked, chunked(b'{"orderId": 666, "ocoId": 667}')),
    "a second answer behind chunks": (chunked, FOREIGN),
    "an answer behind an empty one": (lambda body: b"HTTP/1.1 204 Word\r\n\r\n", FOREIGN),
    "more than was announced": (lambda body: response(200, body), b"and more"),
    "one byte": (lambda body: response(200, body), b"\n"),
    "a word before the next answer": (lambda body: response(200, body), b"HTTP/1.1 103 Word\r\n\r\n"),
}


@pytest.mark.parametrize("case", TOGETHER)
def test_what_comes_behind_an_answer_is_not_the_next_one(driver: Driver, case: str) -> None:
    written, behind = TOGETHER[case]

    def behave(server: FaultServer, peer: socket.socket) -> None:
        is_first = server.connections == 1
        while server.read(peer):
            number = len(server.requests)
            peer.sendall(written(own(number)) + behind if is_first else response(200, own(number)))

    with serving(behave) as server:
        client = driver.client(base_url=server.url)
        if case == "an answer behind an empty one":
            with pytest.raises(driver.package.errors.UnreadableOutcome):
                driver.place(client)
        else:
            assert driver.place(client).order_id == 1
        assert [driver.place(client).order_id for _ in range(2)] == [2, 3]
        assert (server.connections, len(server.requests)) == (2, 3)


@pytest.mark.parametrize("written", [lambda body: response(200, body), chunked], ids=["whole", "chunked"])
def test_a_connection_with_nothing_behind_its_answer_is_asked_again(
    driver: Driver, written: Callable[[bytes], bytes]
) -> None:
    def behave(server: FaultServer, peer: socket.socket) -> None:
        while server.read(peer):
            peer.sendall(written(own(len(server.requests))))

    with serving(behave) as server:
        client = driver.client(base_url=server.url)
        assert [driver.place(client).order_id for _ in range(4)] == [1, 2, 3, 4]
        assert server.connections == 1


ONE = {
    "length": response(200, b'{"a": 1}'),
    "length twice": b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\nContent-Length:2\r\n\r\n{}",
    "nothing": b"HTTP/1.1 204 No Content\r\n\r\n",
    "not changed": b"HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n",
    "chunks": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
    "no chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
}
MORE = {
    **{f"{name} and a byte": one + b"\n" for name, one in ONE.items()},
    **{f"{name} twice": one * 2 for name, one in ONE.items()},
    "a trailer": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: y\r\n\r\n",
    "until it ends": b"HTTP/1.1 200 OK\r\n\r\n{}",
    "two lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 1\r\n\r\n{}",
    "a word before": b"HTTP/1.1 103 Early Hints\r\n\r\n" + response(200, b"{}"),
    "no head": b"HTTP/1.1 200 OK\r\nContent-Len",
}


def heard(came: bytes, size: int) -> Heard:
    """A request in two parts, and what came in pieces of a size."""
    made = Heard()
    made.ask()
    made.ask()
    for start in range(0, len(came), size):
        made.take(came[start : start + size])
    return made


@pytest.mark.parametrize("size", [1, 3, 7, 1000])
@pytest.mark.parametrize("name", ONE)
def test_an_answer_is_one_in_whatever_pieces_it_comes(name: str, size: int) -> None:
    made = heard(ONE[name], size)
    assert made.is_one_answer
    made.ask()
    made.take(ONE[name])
    assert made.is_one_answer


@pytest.mark.parametrize("name", MORE)
def test_what_is_more_than_an_answer_is_none(name: str) -> None:
    made = heard(MORE[name], 1000)
    assert not made.is_one_answer
    made.ask()
    assert made.is_one_answer
