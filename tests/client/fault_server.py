"""A loopback server that misbehaves on request and counts what it receives."""

from __future__ import annotations

import contextlib
import json
import select
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from typing import Any

from tests.waiting import PATIENCE

Behaviour = Callable[["FaultServer", socket.socket], None]


class FaultServer:
    """Takes connections one by one in threads; `behave` says what happens to each request."""

    def __init__(self, behave: Behaviour) -> None:
        self.behave = behave
        self.connections = 0
        self.requests: list[bytes] = []
        self.closing = threading.Event()
        self.has_waited_in_vain = False
        self._threads: list[threading.Thread] = []
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=256)
        self._socket.setblocking(False)
        self._ending, self._ended = socket.socketpair()
        self._accepting = threading.Thread(target=self._accept)
        self._accepting.start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._socket.getsockname()[1])

    @property
    def url(self) -> str:
        """Its base URL."""
        return f"http://127.0.0.1:{self.port}/v1"

    def close(self) -> None:
        """Stop, and wait until everything has."""
        self.closing.set()
        self._ending.send(b"!")
        self._accepting.join()
        for thread in self._threads:
            thread.join()
        for one in (self._socket, self._ending, self._ended):
            one.close()

    def hold(self, seconds: float = PATIENCE) -> bool:
        """Keep the connection until the client has given up and the test ends; false after so many seconds."""
        is_over = self.closing.wait(seconds)
        self.has_waited_in_vain |= not is_over and seconds >= PATIENCE
        return is_over

    def read(self, peer: socket.socket) -> bool:
        """Take in one request; false where none comes."""
        data = b""
        while b"\r\n\r\n" not in data:
            chunk = self._more(peer)
            if not chunk:
                return False
            data += chunk
        head, _, body = data.partition(b"\r\n\r\n")
        fields = [line.lower() for line in head.split(b"\r\n")]
        size = next((int(line[15:]) for line in fields if line.startswith(b"content-length:")), 0)
        while len(body) < size:
            if not (chunk := self._more(peer)):
                return False
            body += chunk
        self.requests.append(head + b"\r\n\r\n" + body)
        return True

    def _more(self, peer: socket.socket) -> bytes:
        """The next bytes; none where the server is to stop."""
        return peer.recv(65536) if self.comes(peer) else b""

    def comes(self, peer: socket.socket) -> bool:
        """Wait until something comes; false where the server is to stop first."""
        select.select([peer, self._ended], [], [])
        return not self.closing.is_set()

    def _accept(self) -> None:
        """Take connections until closed."""
        while self.comes(self._socket):
            try:
                peer, _ = self._socket.accept()
            except (BlockingIOError, ConnectionAbortedError):
                continue  # the client has hung up in the meantime
            self.connections += 1
            thread = threading.Thread(target=self._serve, args=(peer,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, peer: socket.socket) -> None:
        """Treat one connection."""
        peer.settimeout(PATIENCE)
        with peer, contextlib.suppress(OSError):
            self.behave(self, peer)


@contextlib.contextmanager
def serving(behave: Behaviour) -> Iterator[FaultServer]:
    """A server that ends with the block."""
    server = FaultServer(behave)
    try:
        yield server
    finally:
        server.close()
    assert not server.has_waited_in_vain, "the client did not give up"


def response(status: int, body: bytes, *headers: str, length: int | None = None) -> bytes:
    """The bytes of an answer."""
    size = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status} Word", f"Content-Length: {size}", "Content-Type: application/json", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


def answering(status: int = 200, body: Any = b"{}", *headers: str, length: int | None = None) -> Behaviour:
    """Answers every request alike."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()

    def behave(server: FaultServer, peer: socket.socket) -> None:
        while server.read(peer):
            peer.sendall(response(status, content, *headers, length=length))
            if length is not None:
                return

    return behave


def reset(peer: socket.socket) -> None:
    """Close the connection without an answer."""
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    peer.close()


def reset_unread(server: FaultServer, peer: socket.socket) -> None:
    """Hang up as soon as something comes, and read none of it."""
    server.comes(peer)
    reset(peer)


def garbage(server: FaultServer, peer: socket.socket) -> None:
    """Answer a TLS handshake with garbage."""
    server._more(peer)
    peer.sendall(b"no TLS here\r\n")


def reset_after(server: FaultServer, peer: socket.socket) -> None:
    """Hang up once the request is there."""
    server.read(peer)
    reset(peer)


def silent(server: FaultServer, peer: socket.socket) -> None:
    """Never answer."""
    server.read(peer)
    server.hold()


def drip(text: bytes, seconds: float) -> Behaviour:
    """Answer a byte at a time, and never to the end."""

    def behave(server: FaultServer, peer: socket.socket) -> None:
        server.read(peer)
        for byte in text:
            peer.sendall(bytes([byte]))
            if server.hold(seconds):
                return
        server.hold()

    return behave
