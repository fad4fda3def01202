"""The sockets of the fake service, on this machine: HTTP and sockets at one address, events as orders fill.

with FakeStream(service) as stream:
        api = Tradovate(token="any", base_url=stream.url)

`drop`, `silence` and `flood` simulate failures.
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Self

import httpx
from websockets.frames import Frame, Opcode
from websockets.http11 import Request
from websockets.server import ServerProtocol

from ..wire import json_text
from .fake_orders import Entity
from .fake_service import FakeService

BEAT = 2.5
PLURALS = {"contractMaturity": "contractMaturities"}


@dataclass(eq=False)
class Visitor:
    """A client's connection."""

    protocol: ServerProtocol
    writer: asyncio.StreamWriter
    is_authorised: bool = False
    is_synced: bool = False
    is_silent: bool = False
    symbols: set[int] = field(default_factory=set)
    """Ids of contracts whose quotes it reads."""

    def send(self, text: str) -> None:
        """Send a frame, unless `silence` was called."""
        if not self.is_silent and not self.writer.is_closing():
            self.protocol.send_text(text.encode())
            self.flush()

    def flush(self) -> None:
        """Write the protocol's pending bytes."""
        for data in self.protocol.data_to_send():
            if data:
                self.writer.write(data)

    def message(self, content: object) -> None:
        """Send a message in a frame of its own."""
        self.send(f"a[{json_text(content)}]")


class FakeStream:
    """Serves a `FakeService` by HTTP and by socket."""

    def __init__(self, service: FakeService) -> None:
        self.service = service
        self.url = ""
        self.received: list[str] = []
        """Frames received, oldest first, without heartbeats."""
        self._visitors: set[Visitor] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="fake-stream", daemon=True)
        self._server: asyncio.Server | None = None
        self._lost: list[str] = []

    def __enter__(self) -> Self:
        self._thread.start()
        server: asyncio.Server = self._run(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self._server = server
        base = httpx.URL(next(iter(self.service.description.servers.values())).url()).path.rstrip("/")
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}{base}"
        self.service.market.watchers.append(self._tell)
        return self

    def __exit__(self, *_: object) -> None:
        self.service.market.watchers.remove(self._tell)
        self._run(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    # --- what a test says ---------------------------------------------------------------------------------------------

    @property
    def connections(self) -> int:
        """Number of open, authorised sockets."""
        return sum(one.is_authorised for one in self._visitors)

    @property
    def subscriptions(self) -> int:
        """Number of open market data subscriptions."""
        return sum(len(one.symbols) for one in self._visitors)

    def price(self, symbol: str, last: Any = None, *, bid: Any = None, ask: Any = None) -> None:
        """Set prices of a contract: orders fill, readers of its quotes get one."""
        self.service.price(symbol, last, bid=bid, ask=ask)
        contract = next(one["id"] for one in self.service.entities("contract") if one["name"] == symbol)
        self._call(lambda: self._quote(contract))

    def drop(self) -> None:
        """Cut all connections without a closing frame."""
        self._each(lambda one: one.writer.transport.abort())

    def drop_after(self, endpoint: str) -> None:
        """Carry out the next request to the endpoint, then cut the connection instead of answering."""
        self._lost.append(endpoint)

    def silence(self) -> None:
        """Keep all connections open but send nothing any more."""
        self._each(lambda one: setattr(one, "is_silent", True))

    def push(self, message: Mapping[str, Any]) -> None:
        """Send a message to every authorised connection."""
        self._each(lambda one: one.message(message) if one.is_authorised else None)

    def push_frame(self, text: str) -> None:
        """Send a raw frame to every authorised connection."""
        self._each(lambda one: one.send(text))

    def flood(self, kind: str, number: int, count: int) -> None:
        """Send `count` events about one entity, a hundred per frame."""
        entity = dict(self.service.market.tables[kind][number])
        events = [json_text(_props(kind, "Updated", {**entity, "tick": index})) for index in range(count)]
        frames = [f"a[{','.join(events[start : start + 100])}]" for start in range(0, count, 100)]
        for frame in frames:
            self._each(lambda one, frame=frame: one.send(frame) if one.is_synced else None)  # type: ignore[misc]

    # --- the server ---------------------------------------------------------------------------------------------------

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    def _each(self, work: Callable[[Visitor], None]) -> None:
        """Call a function for every connection, in the server's thread."""

        def done() -> None:
            for visitor in list(self._visitors):
                work(visitor)

        self._call(done)

    def _call(self, work: Callable[[], object]) -> None:
        """Run a function in the server's thread and wait for it."""
        if threading.current_thread() is self._thread:
            work()
            return

        async def done() -> None:
            work()

        self._run(done())

    async def _end(self) -> None:
        if self._server is not None:
            self._server.close()
        for visitor in list(self._visitors):
            visitor.writer.transport.abort()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            if b"upgrade: websocket" in head.lower():
                await self._socket(head, reader, writer)
            else:
                await self._http(head, reader, writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _http(self, head: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one HTTP request and close the connection."""
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ", 2)
        headers = dict(line.split(": ", 1) for line in lines if ": " in line)
        length = next((int(value) for name, value in headers.items() if name.lower() == "content-length"), 0)
        content = await reader.readexactly(length) if length else b""
        request = httpx.Request(method, f"http://fake{target}", headers=headers, content=content)
        try:
            response = await asyncio.to_thread(self.service.handle_request, request)
        except httpx.TransportError:
            writer.transport.abort()
            return
        body = response.read()
        kind = response.headers.get("Content-Type", "application/json")
        reply = f"HTTP/1.1 {response.status_code} \r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
        writer.write(f"{reply}Connection: close\r\n\r\n".encode() + body)
        await writer.drain()

    async def _socket(self, head: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        protocol = ServerProtocol(max_size=None)
        visitor = Visitor(protocol, writer)
        protocol.receive_data(head)
        self._visitors.add(visitor)
        beating = asyncio.ensure_future(self._beat(visitor))
        try:
            self._take(visitor)
            while data := await reader.read(65536):
                protocol.receive_data(data)
                self._take(visitor)
                if protocol.close_expected():
                    break
        finally:
            beating.cancel()
            self._visitors.discard(visitor)

    async def _beat(self, visitor: Visitor) -> None:
        while True:
            await asyncio.sleep(BEAT)
            visitor.send("h")

    def _take(self, visitor: Visitor) -> None:
        for event in visitor.protocol.events_received():
            if isinstance(event, Request):
                visitor.protocol.send_response(visitor.protocol.accept(event))
                visitor.flush()
                visitor.send("o")
            elif isinstance(event, Frame) and event.opcode is Opcode.TEXT:
                self._answer(visitor, bytes(event.data).decode())
        visitor.flush()

    def _answer(self, visitor: Visitor, text: str) -> None:
        if text == "[]":
            return
        self.received.append(text)
        endpoint, number, query, body = (*text.split("\n", 3), "", "", "")[:4]
        status, content = self._content(visitor, endpoint, query, body)
        if endpoint in self._lost:
            self._lost.remove(endpoint)
            visitor.writer.transport.abort()
            return
        visitor.message({"i": int(number or 0), "s": status, "d": content})

    def _content(self, visitor: Visitor, endpoint: str, query: str, body: str) -> tuple[int, object]:
        """Status and content of an answer."""
        if endpoint == "authorize":
            visitor.is_authorised = bool(body)
            return (200, None) if body else (401, "Access is denied")
        if not visitor.is_authorised:
            return 401, "Access is denied"
        asked = json.loads(body, parse_float=Decimal) if body else {}
        if endpoint.lower() == "user/syncrequest":
            visitor.is_synced = True
            return 200, {
                PLURALS.get(kind, f"{kind}s"): self.service.entities(kind) for kind in self.service.market.tables
            }
        if endpoint in ("md/subscribeQuote", "md/unsubscribeQuote"):
            return 200, self._subscribe(visitor, asked.get("symbol"), is_on=endpoint == "md/subscribeQuote")
        return self._by_http(endpoint, query, body)

    def _subscribe(self, visitor: Visitor, symbol: object, *, is_on: bool) -> object:
        contracts = self.service.entities("contract")
        found = [one["id"] for one in contracts if symbol in (one["name"], one["id"])]
        if not found:
            return {"errorText": f"Symbol is inaccessible: {symbol}", "mode": "None"}
        (visitor.symbols.add if is_on else visitor.symbols.discard)(found[0])
        if is_on:
            self._loop.call_soon(self._quote, found[0])
        return {"mode": "RealTime"}

    def _by_http(self, endpoint: str, query: str, body: str) -> tuple[int, object]:
        """The answer that the same request gets by HTTP."""
        path = self.url[self.url.index("/", 8) :] if self.url.count("/") > 2 else ""
        operation = self.service.description.find("post" if body else "get", f"/{endpoint}")
        url = f"http://fake{path}/{endpoint}{'?' if query else ''}{query}"
        headers = {"Authorization": "Bearer socket", "Content-Type": "application/json"}
        request = httpx.Request(operation.method, url, headers=headers, content=body.encode() or None)
        try:
            response = self.service.handle_request(request)
        except httpx.TransportError:
            return 500, "the answer is lost"
        if not response.content:
            return response.status_code, None
        return response.status_code, json.loads(response.content, parse_float=Decimal)

    def _quote(self, contract: int) -> None:
        known = self.service.market.prices(contract)
        named = {"Trade": known.last, "Bid": known.bid, "Offer": known.ask}
        entries = {name: {"price": value, "size": 1} for name, value in named.items() if value is not None}
        stamp = self.service.market.now().isoformat().replace("+00:00", "Z")
        event = {"e": "md", "d": {"quotes": [{"timestamp": stamp, "contractId": contract, "entries": entries}]}}
        for visitor in self._visitors:
            if contract in visitor.symbols and entries:
                visitor.message(event)

    def _tell(self, kind: str, event: str, entity: Entity) -> None:
        """Send a change to every connection that has synchronised."""
        message = _props(kind, event, entity)

        def tell() -> None:
            for visitor in self._visitors:
                if visitor.is_synced:
                    visitor.message(message)

        # Never waited for: the market is locked while it tells.
        self._loop.call_soon_threadsafe(tell)


def _props(kind: str, event: str, entity: Entity) -> Mapping[str, Any]:
    return {"e": "props", "d": {"entityType": kind, "eventType": event, "entity": entity}}
