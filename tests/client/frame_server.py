"""A web socket server on raw bytes, scripted by a test."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import json
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
TEXT, CLOSE, PING, GO_ON = 1, 8, 9, 0


@dataclass
class Asked:
    """One request of the client."""

    endpoint: str
    number: int
    query: str
    body: str

    @property
    def json(self) -> Any:
        return json.loads(self.body or "null")


def frame(code: int, data: bytes, *, is_last: bool = True) -> bytes:
    """The bytes of a frame of a server."""
    size = len(data)
    first = bytes([(128 if is_last else 0) | code])
    if size < 126:
        return first + bytes([size]) + data
    return first + (b"\x7e" + struct.pack(">H", size) if size < 65536 else b"\x7f" + struct.pack(">Q", size)) + data


class Peer:
    """The server's end of one connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, server: FrameServer) -> None:
        self.reader, self.writer, self.server = reader, writer, server

    def write(self, data: bytes) -> None:
        self.writer.write(data)

    def text(self, text: str, *, parts: int = 1) -> None:
        """One message, in so many frames."""
        data = text.encode()
        step = max(-(-len(data) // parts), 1)
        pieces = [data[at : at + step] for at in range(0, len(data), step)] or [b""]
        for at, piece in enumerate(pieces):
            self.write(frame(GO_ON if at else TEXT, piece, is_last=at == len(pieces) - 1))

    def messages(self, *content: Any, parts: int = 1) -> None:
        self.text("a" + json.dumps(content), parts=parts)

    def answer(self, asked: Asked, content: Any, status: int = 200) -> None:
        self.messages({"i": asked.number, "s": status, "d": content})

    async def read(self) -> tuple[int, bytes]:
        """Kind and content of a frame."""
        first, second = await self.reader.readexactly(2)
        size = second & 127
        if size == 126:
            [size] = struct.unpack(">H", await self.reader.readexactly(2))
        elif size == 127:
            [size] = struct.unpack(">Q", await self.reader.readexactly(8))
        mask = await self.reader.readexactly(4)
        data = await self.reader.readexactly(size)
        return first & 15, bytes(byte ^ mask[at % 4] for at, byte in enumerate(data))

    async def asked(self) -> AsyncIterator[Asked]:
        """The requests, until the connection ends; heartbeats are counted."""
        with contextlib.suppress(asyncio.IncompleteReadError, OSError):
            while True:
                code, data = await self.read()
                if code == CLOSE:
                    self.write(frame(CLOSE, data))
                    return
                if code != TEXT:
                    continue
                if data == b"[]":
                    self.server.beats.append(asyncio.get_running_loop().time())
                    continue
                endpoint, number, query, body = data.decode().split("\n", 3)
                one = Asked(endpoint, int(number), query, body)
                self.server.log.append(one)
                yield one

    def drop(self) -> None:
        """End it without a word."""
        self.writer.transport.abort()


Play = Callable[["Peer", Asked], Awaitable[None] | None]


class FrameServer:
    """Opens and authorises each connection; `play` gets every other request. `raw` plays a whole connection."""

    def __init__(
        self, play: Play | None = None, *, raw: Callable[[Peer], Awaitable[None]] | None = None, beat: float = 0
    ) -> None:
        self.play, self.raw, self.beat = play, raw, beat
        self.log: list[Asked] = []
        self.beats: list[float] = []
        self.peers: list[Peer] = []
        self.open = self.logins = 0
        self.http: list[str] = []

    async def __aenter__(self) -> FrameServer:
        self.server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self.server.sockets[0].getsockname()[1]}/v1"
        return self

    async def __aexit__(self, *_: object) -> None:
        self.server.close()
        for peer in self.peers:
            peer.drop()

    def sent(self, endpoint: str) -> list[Asked]:
        return [one for one in self.log if one.endpoint == endpoint]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        try:
            with contextlib.suppress(asyncio.IncompleteReadError, OSError):
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin1")
                lines = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
                if "upgrade" in lines:
                    await self._socket(head, Peer(reader, writer, self))
                else:
                    await self._answer(head, int(lines.get("content-length", 0)), reader, writer)
        finally:
            self.open -= 1
            writer.close()

    async def _answer(self, head: str, size: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """HTTP: a login, and nothing else."""
        await reader.readexactly(size)
        path = head.split(" ")[1]
        self.http.append(path)
        self.logins += "accesstokenrequest" in path.lower()
        said: Any = {"accessToken": f"session-{self.logins}", "expirationTime": "2999-01-01T00:00:00Z", "userId": 1}
        body = json.dumps(said if "auth" in path else {}).encode()
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n")
        writer.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        await writer.drain()

    async def _socket(self, head: str, peer: Peer) -> None:
        key = next(
            line.split(": ", 1)[1] for line in head.split("\r\n") if line.lower().startswith("sec-websocket-key")
        )
        accept = base64.b64encode(hashlib.sha1(key.encode() + GUID).digest())
        peer.write(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n")
        peer.write(b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n")
        self.peers.append(peer)
        if self.raw is not None:
            await self.raw(peer)
            return
        peer.text("o")
        async for asked in peer.asked():
            if asked.endpoint == "authorize":
                peer.answer(asked, {})
            elif self.play is not None and (more := self.play(peer, asked)) is not None:
                await more
