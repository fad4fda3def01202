"""A trading service for tests that records orders, commands and sessions, in memory or over a socket."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from tests.client.fault_server import FaultServer, response

Json = Any


class Time:
    """A clock that moves when it is told to, and when somebody waits."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def now(self) -> datetime:
        return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds

    def after(self, seconds: float) -> datetime:
        return self.now() + timedelta(seconds=seconds)

    def sleep(self, seconds: float) -> None:
        self.seconds += seconds


@dataclass
class Seen:
    """One request."""

    path: str
    body: Json
    token: str
    query: str = ""


@dataclass
class Said:
    """One answer; `status` 0 hangs up."""

    status: int = 200
    body: Json = None
    headers: dict[str, str] = field(default_factory=dict)


Rule = Callable[[Seen], Said | None]
HANG_UP = Said(0)


class Desk:
    """The service. `rules` override its behaviour by the end of the path."""

    def __init__(self, clock: Time | None = None) -> None:
        self.clock = clock or Time()
        self.log: list[Seen] = []
        self.rules: dict[str, Rule] = {}
        self.commands: list[Json] = []
        self.orders: dict[int, Json] = {}
        self.tokens: set[str] | None = None
        self.logins = 0

    def sent(self, name: str) -> list[Seen]:
        """The requests for one operation, by the end of its path."""
        return [one for one in self.log if one.path.endswith(name)]

    def at(self, seconds: float = 0) -> str:
        """A time as the service writes it, so many seconds from now."""
        return self.clock.after(seconds).isoformat().replace("+00:00", "Z")

    def take(self, order: int, tag: str | None, **more: Json) -> None:
        """Remember an order and the command that made it."""
        self.orders[order] = {"id": order, "accountId": 1, "action": "Buy", "ordStatus": "Working"}
        self.add(order, tag, **more)

    def add(self, order: int, tag: str | None, kind: str = "New", status: str = "AtExecution", age: float = 0) -> None:
        """Remember a command."""
        row = {"id": 5000 + len(self.commands), "orderId": order, "timestamp": self.at(-age)}
        self.commands.append({**row, "clOrdId": tag, "commandType": kind, "commandStatus": status})

    def open_session(self) -> Said:
        """A token, from now on the only one if tokens count."""
        self.logins += 1
        token = f"session-{self.logins:03}"
        if self.tokens is not None:
            self.tokens = {token}
        return Said(body={"accessToken": token, "expirationTime": self.at(5400)})

    def answer(self, seen: Seen) -> Said:
        """What it says to a request."""
        self.log.append(seen)
        name = seen.path.rpartition("/")[2]
        if name in self.rules and (said := self.rules[name](seen)) is not None:
            return said
        if name == "accessTokenRequest":
            return self.open_session()
        if self.tokens is not None and seen.token not in self.tokens:
            return Said(401, b"Access is denied", {"Content-Type": "text/plain"})
        if name == "renewAccessToken":
            return self.open_session()
        if seen.path.endswith("/command/list"):
            return Said(body=self.commands)
        if seen.path.endswith("/order/item"):
            order = self.orders.get(int(seen.query.rpartition("=")[2]))
            return Said(404) if order is None else Said(body=order)
        return Said(body=[] if name == "list" else {"orderId": 1, "ocoId": 2, "oso1Id": 3, "oso2Id": 4, "commandId": 5})

    # --- how it is reached --------------------------------------------------------------------------------------------

    def transport(self) -> httpx.MockTransport:
        """The service as an httpx transport."""
        return httpx.MockTransport(self._handle)

    def _handle(self, request: httpx.Request) -> httpx.Response:
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        body = json.loads(request.content or b"null")
        said = self.answer(Seen(request.url.path, body, token, request.url.query.decode()))
        if said.status == 0:
            raise httpx.ReadError("connection reset", request=request)
        content = said.body if isinstance(said.body, bytes) else json.dumps(said.body).encode()
        return httpx.Response(said.status, headers=said.headers, content=content)

    def behave(self, server: FaultServer, peer: socket.socket) -> None:
        """The service over a socket."""
        while server.read(peer):
            head, _, body = server.requests[-1].partition(b"\r\n\r\n")
            first, *lines = head.decode("latin1").split("\r\n")
            target, _, query = first.split(" ")[1].partition("?")
            fields = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
            token = fields.get("authorization", "").removeprefix("Bearer ")
            said = self.answer(Seen(target, json.loads(body or b"null"), token, query))
            if said.status == 0:
                return
            content = said.body if isinstance(said.body, bytes) else json.dumps(said.body).encode()
            extra = (f"{name}: {value}" for name, value in said.headers.items())
            peer.sendall(response(said.status, content, *extra))


def use(client: Any, clock: Time) -> Any:
    """Put the client on another clock."""
    for name in ("now", "monotonic", "after"):
        setattr(client._core.clock, name, getattr(clock, name))
    return client
