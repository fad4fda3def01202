"""A fake service with a memory, as a transport or on this machine, to try bots without the real one."""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Context, Decimal, localcontext
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx

from ..checks import Check
from ..description import Operation
from ..schemas import strict
from ..wire import plain
from .facts import TradingDescription
from .fake_market import FakeMarket
from .fake_orders import Entity, Refusal
from .testing import ExampleTransport, Failure

MASTERS = {
    "account": "userId",
    "cashBalance": "accountId",
    "command": "orderId",
    "commandReport": "commandId",
    "contractMaturity": "productId",
    "executionReport": "commandId",
    "fill": "orderId",
    "order": "accountId",
    "orderVersion": "orderId",
    "position": "accountId",
    "user": "organizationId",
}
"""Property of an entity that refers to its master entity, by type."""


NUMBERS = Context(prec=28)
"""What amounts are computed in, whatever a program has set for its own."""


class Status(Exception):
    """An answer with a status other than 200."""

    def __init__(self, status: int, *reasons: str) -> None:
        super().__init__(status)
        self.status = status
        self.content: Mapping[str, object] = {"problems": reasons} if reasons else {}


class FakeService(ExampleTransport):
    """A fake exchange: remembers orders, fills them as prices change, fails on demand.

    Pass it as `transport` to a client, or serve it: `with service.serve() as url`. `market` holds its state and rules.
    Operations it does not simulate are answered with examples from the description.
    """

    def __init__(
        self, description: TradingDescription, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        super().__init__(description)
        self.market: FakeMarket = FakeMarket(now)
        self.market.add_user()
        self._lock = threading.RLock()
        self._tokens: dict[str, datetime] = {}
        self._lost: dict[str, list[Failure | int]] = {}
        self._refused: dict[str, list[str]] = {}
        self._checks: dict[str, Check] = {}

    # --- what a test says ---------------------------------------------------------------------------------------------

    def price(self, symbol: str, last: Any = None, *, bid: Any = None, ask: Any = None) -> None:
        """Set prices of a contract and fill the orders that they reach.

        Raises ValueError for an unknown contract, or a value that is not a price.
        """
        with self._lock, localcontext(NUMBERS):
            try:
                self.market.price(symbol, last, bid=bid, ask=ask)
            except Refusal as problem:
                raise ValueError(f"{problem.text}; add it with `market.add_contract`") from None

    def lose_answer(self, operation: str, *failures: Failure | int) -> None:
        """Carry out the next calls of the operation but lose their answers, one per failure given."""
        self._lost.setdefault(self._known(operation), []).extend(failures)

    def refuse(self, operation: str, *reasons: str) -> None:
        """Refuse the next calls of the operation, one per failure reason; raises ValueError for an unknown reason."""
        known = self.description.facts.failure_reasons
        if known and (unheard := [one for one in reasons if one not in known]):
            raise ValueError(f"{unheard[0]!r} is not a failure reason; known are {', '.join(sorted(known))}")
        self._refused.setdefault(self._known(operation), []).extend(reasons)

    def drop_sessions(self) -> None:
        """Forget every token, as if other logins had ended the sessions; requests with them get a 401."""
        self._tokens = dict.fromkeys(self._tokens, datetime.min.replace(tzinfo=UTC))

    def entities(self, kind: str) -> list[Entity]:
        """The entities of a type, such as `order`, oldest first."""
        with self._lock:
            return [dict(one) for one in self.market.tables.get(kind, {}).values()]

    # --- what a client sees -------------------------------------------------------------------------------------------

    def _handle(self, request: httpx.Request) -> httpx.Response:
        with self._lock, localcontext(NUMBERS):
            return super()._handle(request)

    def _answer(self, operation: Operation, request: httpx.Request) -> httpx.Response:
        try:
            self._admit(operation, request)
            value = self._do(operation, request)
        except Status as problem:
            return httpx.Response(problem.status, json=problem.content)
        except Refusal as refusal:
            names = self.description.facts.failures
            value = {names.reason: refusal.reason, **dict.fromkeys(names.text[:1], refusal.text)}
        if lost := self._lost.get(operation.id):
            return self._fail(lost.pop(0), request)
        return self._respond(operation, value)

    def _admit(self, operation: Operation, request: httpx.Request) -> None:
        """Answer 401 to a token that was issued here and dropped; unknown tokens are accepted."""
        if not operation.secured:
            return
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        ends = self._tokens.get(token, datetime.max.replace(tzinfo=UTC))
        if scheme != "Bearer" or not token or ends <= self.market.now():
            raise Status(401)

    def _do(self, operation: Operation, request: httpx.Request) -> object:
        """Carry out an operation; returns its answer."""
        body = self._body(operation, request)
        if reasons := self._refused.get(operation.id):
            raise Refusal(reasons.pop(0), "refused on demand")
        acts: Mapping[str, Callable[[Mapping[str, Any]], Entity]] = {
            "placeOrder": self.market.place,
            "placeOCO": self.market.place_oco,
            "placeOSO": self.market.place_oso,
            "cancelOrder": self.market.cancel,
            "modifyOrder": self.market.modify,
            "liquidatePosition": self.market.liquidate,
        }
        if operation.id in acts:
            return acts[operation.id](body)
        if operation.id in ("accessTokenRequest", "renewAccessToken"):
            return self._session(body)
        kind, _, verb = operation.path.strip("/").partition("/")
        if verb in _QUESTIONS and kind in self.market.tables:
            return _QUESTIONS[verb](list(self.market.tables[kind].values()), request.url.params, kind)
        return [] if verb in ("list", "items", "deps", "ldeps", "suggest") else self.example_for(operation.id, body)

    def _body(self, operation: Operation, request: httpx.Request) -> Any:
        """The body, validated; answers 400, since not every caller is a client that checks first."""
        content = operation.content
        if not content or content.form != "json":
            return {}
        try:
            body = json.loads(request.content, parse_float=Decimal)
            if operation.id not in self._checks:
                self._checks[operation.id] = Check(content.schema, self.description.schemas, strict)
            problems = self._checks[operation.id].problems(plain(body))
        except ValueError as error:
            raise Status(400, str(error)) from None
        if problems:
            raise Status(400, *map(str, problems))
        return body

    def _session(self, body: Mapping[str, Any]) -> Entity:
        token, ends = secrets.token_hex(16), self.market.now() + timedelta(minutes=90)
        self._tokens[token] = ends
        user = next(iter(self.market.tables["user"].values()))
        names = {"name": body.get("name", user["name"]), "userId": user["id"], "userStatus": "Active", "hasLive": False}
        return {"accessToken": token, "expirationTime": ends.isoformat().replace("+00:00", "Z"), **names}

    @contextmanager
    def serve(self) -> Iterator[str]:
        """Serve HTTP on this machine while the block runs; yields the base URL."""
        service = self
        base = httpx.URL(next(iter(self.description.servers.values())).url()).path.rstrip("/")

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                url = f"http://fake{self.path}"
                request = httpx.Request(self.command, url, headers=dict(self.headers), content=self.rfile.read(length))
                try:
                    response = service.handle_request(request)
                    content = response.read()
                except httpx.TransportError:
                    # A client sees a connection that is gone.
                    self.close_connection = True
                    return
                self.send_response(response.status_code)
                self.send_header("Content-Type", response.headers.get("Content-Type", "application/json"))
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer

            def log_message(self, format: str, *arguments: object) -> None:
                """Log nothing."""

        with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
            thread.start()
            try:
                yield f"http://127.0.0.1:{server.server_port}{base}"
            finally:
                server.shutdown()
                thread.join(5)


# --- the operations that every entity has -----------------------------------------------------------------------------


def _numbers(text: str | None) -> set[int]:
    return {int(one) for one in (text or "").split(",") if one.strip().isdecimal()}


def _list(rows: list[Entity], _: httpx.QueryParams, kind: str) -> object:
    return rows


def _item(rows: list[Entity], query: httpx.QueryParams, kind: str) -> object:
    for row in rows:
        if row["id"] in _numbers(query.get("id")):
            return row
    raise Status(404)


def _items(rows: list[Entity], query: httpx.QueryParams, kind: str) -> object:
    return [row for row in rows if row["id"] in _numbers(query.get("ids"))]


def _find(rows: list[Entity], query: httpx.QueryParams, kind: str) -> object:
    for row in rows:
        if row.get("name") == query.get("name"):
            return row
    raise Status(404)


def _suggest(rows: list[Entity], query: httpx.QueryParams, kind: str) -> object:
    start = (query.get("t") or "").casefold()
    found = [row for row in rows if str(row.get("name", "")).casefold().startswith(start)]
    return found[: int(query.get("l") or 10)]


def _deps(rows: list[Entity], query: httpx.QueryParams, kind: str) -> object:
    wanted = _numbers(query.get("masterid")) | _numbers(query.get("masterids"))
    return [row for row in rows if row.get(MASTERS.get(kind, "")) in wanted]


_QUESTIONS: Mapping[str, Callable[[list[Entity], httpx.QueryParams, str], object]] = {
    "list": _list,
    "item": _item,
    "items": _items,
    "find": _find,
    "suggest": _suggest,
    "deps": _deps,
    "ldeps": _deps,
}
