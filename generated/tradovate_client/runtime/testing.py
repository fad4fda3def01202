"""A transport that answers from the spec and fails on demand, so that a program's tests need no network."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from copy import deepcopy
from enum import Enum
from typing import Any

import httpx

from .description import JSON_TYPE, Description, Operation
from .schemas import Schema, resolve

DEEPEST = 4
SCALARS: Mapping[str, object] = {"integer": 1, "number": 1.5, "boolean": True, "string": "text"}
FORMATS = {"date-time": "2026-01-02T03:04:05Z", "date": "2026-01-02"}
FAR = "2099-01-01T00:00:00Z"


class Failure(Enum):
    """Ways in which a call can fail, beside the statuses."""

    DNS = "no such host"
    REFUSED = "connection refused"
    TLS = "the certificate is not trusted"
    RESET = "connection reset after sending"
    TIMEOUT = "no answer in time"
    CUT = "the body ends too early"
    HTML = "a page instead of JSON"
    EMPTY = "status 200 and no body"
    REJECTED = "status 200 and a failure reason"
    VIOLATIONS = "status 200 and a list of violations"
    PENALTY = "status 200 and a time penalty"
    CAPTCHA = "status 200 and a time penalty that needs a human"


RAISED: Mapping[Failure, type[httpx.TransportError]] = {
    Failure.DNS: httpx.ConnectError,
    Failure.REFUSED: httpx.ConnectError,
    Failure.TLS: httpx.ConnectError,
    Failure.RESET: httpx.ReadError,
    Failure.TIMEOUT: httpx.ReadTimeout,
}

Answerer = Callable[[httpx.Request], object]


class Cut(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that breaks off."""

    def __iter__(self) -> Iterator[bytes]:
        yield b'{"'
        raise httpx.RemoteProtocolError("peer closed connection without sending complete message body")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self:
            yield part


class ExampleTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Answers every operation with an example, unless it is told otherwise."""

    def __init__(self, description: Description) -> None:
        self.description = description
        self.requests: list[httpx.Request] = []
        """What arrived, in order."""
        self._answers: dict[str, object] = {}
        self._failures: dict[str, list[Failure | int]] = {}

    def answer(self, operation: str, value: object) -> None:
        """Answer the operation with this JSON from now on; a function gets the request and gives the JSON."""
        self._answers[self._known(operation)] = value

    def fail(self, operation: str, *failures: Failure | int) -> None:
        """Let the next calls of the operation fail in these ways, one each; an integer is a status."""
        self._failures.setdefault(self._known(operation), []).extend(failures)

    def sent(self, operation: str) -> list[httpx.Request]:
        """The requests for one operation."""
        self._known(operation)
        return [one for one in self.requests if self._operation(one).id == operation]

    def example(self, operation: str) -> Any:
        """What the operation is answered with unless it is told otherwise."""
        known = self.description.operations[self._known(operation)]
        content = (
            self.description.spec["paths"][known.path][known.method]["responses"].get("200", {}).get("content", {})
        )
        stated = next(iter(content.get(JSON_TYPE, {}).get("examples", {}).values()), None)
        value = deepcopy(stated["value"]) if stated else self._value(known.answer or {}, "", 0)
        trade = self.description.facts.trades.get(operation)
        if trade and isinstance(value, dict):
            # An answer to a trade says with its ids that it was done, also where no page lists them.
            return {**dict.fromkeys(trade.ids, 1), **value}
        return value

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer."""
        request.read()
        return self._handle(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The answer."""
        await request.aread()
        return self._handle(request)

    def _handle(self, request: httpx.Request) -> httpx.Response:
        """Keep the request; answer or fail."""
        self.requests.append(request)
        operation = self._operation(request)
        if pending := self._failures.get(operation.id):
            return self._fail(pending.pop(0), request)
        if operation.id not in self.description.operations:
            return httpx.Response(404, json={})
        value = self._answers.get(operation.id, self.example(operation.id))
        return httpx.Response(200, json=value(request) if callable(value) else value)

    def _fail(self, failure: Failure | int, request: httpx.Request) -> httpx.Response:
        """The failure that is wanted."""
        if isinstance(failure, int):
            return httpx.Response(failure, json={})
        if failure in RAISED:
            raise RAISED[failure](failure.value, request=request)
        match failure:
            case Failure.CUT:
                return httpx.Response(200, stream=Cut())
            case Failure.HTML:
                return httpx.Response(200, html="<html>sorry</html>")
            case Failure.EMPTY:
                return httpx.Response(200)
        return httpx.Response(200, content=json.dumps(self._refusal(failure)), headers={"Content-Type": JSON_TYPE})

    def _refusal(self, failure: Failure) -> dict[str, object]:
        """The answer of status 200 that tells of a failure."""
        names, penalty = self.description.facts.failures, self.description.facts.penalty
        match failure:
            case Failure.REJECTED:
                return {names.reason: "UnknownReason", **dict.fromkeys(names.text[:1], "refused")}
            case Failure.VIOLATIONS:
                return {names.violations: [{"description": "not like this"}]}
        return {penalty.ticket: "ticket", penalty.wait: 15, penalty.captcha: failure is Failure.CAPTCHA}

    def _operation(self, request: httpx.Request) -> Operation:
        """The operation that a request is for."""
        bases = (httpx.URL(one).path for one in self.description.servers.values())
        base = next((one for one in bases if request.url.path.startswith(one)), "")
        return self.description.find(request.method, request.url.path.removeprefix(base))

    def _known(self, operation: str) -> str:
        """The id, if there is such an operation."""
        if operation not in self.description.operations:
            raise ValueError(f"there is no operation {operation!r}")
        return operation

    def _value(self, schema: Schema, name: str, depth: int) -> Any:
        """Some value of the schema."""
        session = self.description.facts.session
        if session and name == session.expires:
            return FAR
        target = resolve(schema, self.description.schemas)
        if "enum" in target:
            return target["enum"][0]
        kind = target.get("type")
        if kind == "array":
            return [self._value(target.get("items", {}), "", depth + 1)]
        if kind == "object":
            return self._object(target, depth)
        if target.get("format") in FORMATS:
            return FORMATS[target["format"]]
        return target["minimum"] if "minimum" in target else SCALARS.get(str(kind), {})

    def _object(self, schema: Schema, depth: int) -> dict[str, object]:
        """An object with all its properties but those that tell of a failure."""
        names = self.description.facts.failures
        silent = {names.reason, names.flag, names.violations, *names.text}
        stated = ((name, one) for name, one in schema.get("properties", {}).items() if name not in silent)
        required = schema.get("required", ())
        kept = ((name, one) for name, one in stated if depth < DEEPEST or name in required)
        return {name: self._value(one, name, depth + 1) for name, one in kept}
