"""A transport for tests: answers from the description, fails on demand, needs no network."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from copy import deepcopy
from enum import Enum
from typing import Any
from urllib.parse import unquote

import httpx

from .description import JSON_TYPE, Content, Description, Operation, fits
from .kinds import Anything, ArrayOf, MapOf, Named, OneOf, Scalar, Typed, typed
from .messages import meant
from .schemas import Schema, resolve
from .wire import json_text, plain

DEEPEST = 4
SCALARS: Mapping[str, object] = {"integer": 1, "number": 1.5, "boolean": True, "binary": "text"}
FORMATS = {"date-time": "2026-01-02T03:04:05Z", "date": "2026-01-02"}
FAR = "2099-01-01T00:00:00Z"


class Failure(Enum):
    """Failures without a status: no connection, no answer, a broken or unreadable one."""

    DNS = "no such host"
    REFUSED = "connection refused"
    TLS = "the certificate is not trusted"
    RESET = "connection reset after sending"
    TIMEOUT = "no answer in time"
    CUT = "the body ends too early"
    HTML = "a page instead of JSON"
    EMPTY = "status 200 and no body"


RAISED: Mapping[str, type[httpx.TransportError]] = {
    "DNS": httpx.ConnectError,
    "REFUSED": httpx.ConnectError,
    "TLS": httpx.ConnectError,
    "RESET": httpx.ReadError,
    "TIMEOUT": httpx.ReadTimeout,
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


def _pairs(query: str) -> set[str]:
    return {unquote(one) for one in query.split("&") if one}


class ExampleTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Answers every operation with an example from the description, unless told otherwise.

    Pass it as `transport` to a client. `requests` lists what the client sent.
    """

    silent: frozenset[str] = frozenset()
    """Properties left out of examples."""

    def __init__(self, description: Description) -> None:
        self.description = description
        self.requests: list[httpx.Request] = []
        """Requests received, oldest first."""
        self._answers: dict[str, object] = {}
        self._failures: dict[str, list[Enum | int]] = {}

    def answer(self, operation: str, value: object) -> None:
        """Answer the operation with this JSON from now on; a function gets the request and returns the JSON."""
        self._answers[self._known(operation)] = value

    def fail(self, operation: str, *failures: Enum | int) -> None:
        """Let the next calls of the operation fail, one per argument: a `Failure`, or a status."""
        self._failures.setdefault(self._known(operation), []).extend(failures)

    def sent(self, operation: str) -> list[httpx.Request]:
        """The requests received for one operation."""
        self._known(operation)
        return [one for one in self.requests if self._operation(one).id == operation]

    def example(self, operation: str) -> Any:
        """The default answer of an operation."""
        known = self.description.operations[self._known(operation)]
        status, content = self._success(known)
        if content is None:
            return None
        media = self.description.spec["paths"][known.path][known.method]["responses"].get(status, {})
        shown = media.get("content", {}).get(content.media, {})
        stated = next((one for one in shown.get("examples", {}).values() if "value" in one), None)
        if content.form != "json":
            return stated["value"] if stated else "text"
        value = deepcopy(stated["value"]) if stated else self._value(content.shape, "", 0)
        return value

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request (httpx calls this)."""
        request.read()
        return self._handle(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request (httpx calls this)."""
        await request.aread()
        return self._handle(request)

    def _handle(self, request: httpx.Request) -> httpx.Response:
        """Record the request, then answer or fail."""
        self.requests.append(request)
        operation = self._operation(request)
        if pending := self._failures.get(operation.id):
            return self._fail(pending.pop(0), request)
        if operation.id not in self.description.operations:
            return httpx.Response(404, json={})
        if operation.id in self._answers:
            value = self._answers[operation.id]
            return self._respond(operation, value(request) if callable(value) else value)
        return self._answer(operation, request)

    def _answer(self, operation: Operation, request: httpx.Request) -> httpx.Response:
        """The default response."""
        return self._respond(operation, self.example(operation.id))

    def _respond(self, operation: Operation, value: object) -> httpx.Response:
        """A success with this value."""
        status, content = self._success(operation)
        number = int(status) if status.isdecimal() else 200
        if content is None and value is None:
            return httpx.Response(number)
        if content is None or content.form == "json":
            headers = {"Content-Type": content.media if content else JSON_TYPE}
            return httpx.Response(number, content=json_text(plain(value)), headers=headers)
        body = value if isinstance(value, bytes) else str(value).encode()
        return httpx.Response(number, content=body, headers={"Content-Type": content.media})

    def _success(self, operation: Operation) -> tuple[str, Content | None]:
        """Status and content of the first described success."""
        return next(iter(operation.answers.items()), ("200", None))

    def _fail(self, failure: Enum | int, request: httpx.Request) -> httpx.Response:
        """Raise or return the failure."""
        if isinstance(failure, int):
            return httpx.Response(failure, json={})
        if failure.name in RAISED:
            raise RAISED[failure.name](failure.value, request=request)
        match failure.name:
            case "CUT":
                return httpx.Response(200, stream=Cut())
            case "HTML":
                return httpx.Response(200, html="<html>sorry</html>")
        return httpx.Response(200)

    def _operation(self, request: httpx.Request) -> Operation:
        """The operation that a request is for."""
        known = [one.server.url() for one in self.description.operations.values() if one.server]
        urls = dict.fromkeys([*(one.url() for one in self.description.servers.values()), *known])
        path, _, query = request.url.raw_path.decode().partition("?")
        bases = sorted((httpx.URL(one).path.rstrip("/") for one in urls if "{" not in one), key=len, reverse=True)
        base = next((one for one in bases if path.startswith(f"{one}/")), "")
        path = path.removeprefix(base)
        return self._by_address(request.method, path, query) or self.description.find(request.method, path)

    def _by_address(self, method: str, path: str, query: str) -> Operation | None:
        """The operation whose described path has a part behind it, a query or a fragment, that the request meets."""
        found: dict[int, Operation] = {}
        for one in self.description.operations.values():
            # A fragment is never sent.
            own, mark, stated = one.path.partition("#")[0].partition("?")
            fixed = {pair for pair in _pairs(stated) if "{" not in pair}
            is_met = fixed <= _pairs(query) and (mark or own != one.path)
            if is_met and one.method == method.lower() and fits(own.casefold(), path):
                found.setdefault(len(fixed), one)
        return found[max(found)] if found else None

    def _known(self, operation: str) -> str:
        """Check an operation id; raises ValueError if there is no such operation."""
        if operation not in self.description.operations:
            raise ValueError(
                f"there is no operation {operation!r}{meant(operation, self.description.operations, repr)}"
            )
        return operation

    def _value(self, schema: Schema, name: str, depth: int) -> Any:
        """A valid value of a schema."""
        if "example" in schema:
            return deepcopy(schema["example"])
        return self._of(typed(schema, self.description.shapes), name, depth)

    def _of(self, found: Typed, name: str, depth: int) -> Any:
        """A valid value of a type."""
        session = self.description.facts.session
        if session and name == session.expires:
            return FAR
        match found.kind:
            case Anything():
                return {}
            case Scalar("date-time" | "date" as form):
                return FORMATS[form]
            case Scalar(kind):
                return self._scalar(kind, found.schema)
            case ArrayOf(items):
                return [self._of(items, "", depth + 1)] * max(1, found.schema.get("minItems", 1))
            case MapOf(values):
                return {"key": self._of(values, "", depth + 1)} if depth < DEEPEST else {}
            case OneOf(members):
                return self._of(members[0], name, depth)
            case Named(_, "enumeration"):
                return found.schema["enum"][0]
            case Named(_, "union"):
                return self._first(found.schema, name, depth)
        return self._object(found.schema, depth)

    def _first(self, schema: Schema, name: str, depth: int) -> Any:
        """A valid value of a union's first member, which says so where the union has a discriminator."""
        member, stated = schema["anyOf"][0], schema.get("discriminator", {})
        made, key = self._value(member, name, depth), stated.get("propertyName")
        words = [word for word, target in stated.get("mapping", {}).items() if target == member.get("$ref")]
        is_free = words and isinstance(made, dict) and isinstance(made.get(key), str) and made[key] not in words
        known = resolve(member, self.description.shapes).get("properties", {}).get(key, {})
        if is_free and typed(known, self.description.shapes).kind == Scalar("string"):
            made[key] = words[0]
        return made

    def _scalar(self, kind: str, schema: Schema) -> object:
        """A string, number or boolean within the bounds of the schema."""
        if kind == "string":
            return "text".ljust(schema.get("minLength", 0), "x")[: schema.get("maxLength", 1000)]
        low = schema.get("minimum", schema.get("exclusiveMinimum"))
        if low is not None and kind in ("integer", "number"):
            return low if "minimum" in schema else low + 1
        return SCALARS[kind]

    def _object(self, schema: Schema, depth: int) -> dict[str, object]:
        """An object with all its properties except the silent ones."""
        stated = ((name, one) for name, one in schema.get("properties", {}).items() if name not in self.silent)
        required = schema.get("required", ())
        kept = ((name, one) for name, one in stated if depth < DEEPEST or name in required)
        return {name: self._value(one, name, depth + 1) for name, one in kept}
