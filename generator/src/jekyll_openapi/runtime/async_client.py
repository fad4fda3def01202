"""The client that lets others work while it waits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, Callable, Mapping
from typing import Any, Self, TypeVar, cast

import httpx

from .base_client import BaseClient, Settings, call_of, raw, response_of
from .core import Reconciliation
from .description import Description
from .errors import OutcomeUnknown
from .flow import Call, Effect, Enter, Flow, Outcome, Pause, Send
from .judging import Answer
from .receiving import Exchange
from .requests import Raw

T = TypeVar("T")


class AsyncClient(BaseClient):
    """Runs every flow as a part of the task that calls; one client serves the tasks of one event loop."""

    def __init__(
        self, description: Description, settings: Settings, transport: httpx.AsyncBaseTransport | None
    ) -> None:
        self._lock = asyncio.Lock()
        super().__init__(description, settings, self._lock)
        self._transport = transport or httpx.AsyncHTTPTransport(trust_env=False)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections."""
        await self._transport.aclose()

    async def request(
        self, method: str, path: str, *, json: object = None, params: Mapping[str, object] | None = None
    ) -> Any:
        """Call what the spec does not have, under the same rules; gives the JSON of the answer."""
        return (await self._exchange(self._prepare_any(method, path, json, params))).value

    def get_async_httpx_client(self) -> httpx.AsyncClient:
        """What the generated functions send through."""
        return AsyncWire(self)

    async def _call(self, name: str, read: Callable[[Any], T], body: object = None, values: object = None) -> T:
        """The answer of a documented operation."""
        return read((await self._exchange(self._prepare(name, body, values))).value)

    async def _raw(self, name: str, read: Callable[[Any], T], body: object = None, values: object = None) -> Raw[T]:
        """The answer with everything that came with it."""
        return raw(await self._exchange(self._prepare(name, body, values)), read)

    async def _exchange(self, call: Call) -> Answer:
        """The answer to the call."""
        return await self._run(self._core.exchange(call))

    async def _reconcile(self, error: OutcomeUnknown) -> Reconciliation:
        """What became of a request whose outcome is unknown."""
        return await self._run(self._core.reconcile(error, self._deadline()))

    async def _run(self, flow: Flow[T]) -> T:
        """The flow's result."""
        step: Callable[[Any], Effect] = flow.send
        given: Any = None
        while True:
            try:
                effect = step(given)
            except StopIteration as end:
                return cast(T, end.value)
            try:
                step, given = flow.send, await self._perform(effect)
            except BaseException as error:
                step, given = flow.throw, error

    async def _perform(self, effect: Effect) -> Outcome | bool | None:
        """Do what a flow asks for."""
        match effect:
            case Send(call, token):
                return await self._send(call, token)
            case Pause(seconds):
                await asyncio.sleep(seconds)
                return None
            case Enter(until):
                return await self._enter(self._left(until))

    async def _enter(self, seconds: float) -> bool:
        """Wait for the lock, so long at most."""
        try:
            async with asyncio.timeout(seconds):
                return await self._lock.acquire()
        except TimeoutError:
            return False

    async def _send(self, call: Call, token: str | None) -> Outcome:
        """Send once and take in the answer."""
        exchange = Exchange(self._core.clock)
        try:
            async with asyncio.timeout(self._left(call.deadline)):
                return await self._receive(
                    exchange, await self._transport.handle_async_request(self._request(call, token))
                )
        except Exception as error:
            return exchange.fault(error)

    async def _receive(self, exchange: Exchange, response: httpx.Response) -> Outcome:
        """Take in an answer."""
        try:
            body = exchange.begin(response)
            async for chunk in cast(AsyncIterable[bytes], response.stream):
                body.add(chunk)
            body.end()
            return exchange.received()
        except Exception as error:
            return exchange.cut(error)
        finally:
            await response.aclose()


class AsyncWire(httpx.AsyncClient):
    """What the generated functions send through: each request is made, checked and sent by our client."""

    def __init__(self, client: AsyncClient) -> None:
        super().__init__(base_url=client._core.base_url, transport=httpx.AsyncBaseTransport(), trust_env=False)
        self._client = client

    def build_request(self, method: str, url: httpx.URL | str, **given: Any) -> httpx.Request:
        """The request, checked."""
        return self._client._as_httpx(method, url, given)

    async def send(self, request: httpx.Request, **given: Any) -> httpx.Response:
        """The answer, if it is a success."""
        return response_of(await self._client._exchange(call_of(request)), request)
