"""The asyncio client: `await api.group.method(...)`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from functools import partial
from typing import Any, Self, TypeVar, cast

import httpx

from .base_client import BaseClient, Settings, raw
from .connections import AsyncConnections, AsyncSuppliedTransport, Line, Outgoing, repeats
from .description import Description
from .effects import Call, Effect, Enter, Flow, Outcome, Pause, Send
from .errors import ServiceError
from .exchange import Exchange
from .interruptions import Interruption, raised_by_handler
from .requests import Raw
from .responses import Answer
from .secrets import Hidden, bare

T = TypeVar("T")

ROUNDS = 5
"""Rounds of the loop within which a call learns that its connection was closed."""


class AsyncClient(BaseClient):
    """Base of the generated asyncio client.

    Runs each flow of `core` inside the calling task. One client serves all tasks of one event loop; calls from a
    second event loop raise NotSent.
    """

    def __init__(
        self,
        description: Description,
        settings: Settings,
        transport: httpx.AsyncBaseTransport | None,
    ) -> None:
        given = AsyncSuppliedTransport(transport) if transport is not None else None
        self._line: Line[Any] = Line(given, AsyncConnections, asyncio.Lock)
        super().__init__(description, settings, self._line, is_alone=given is not None)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections. Later calls raise NotSent, also those of views made by `with_options`; those that
        wait for an answer end with an error.
        """
        self._line.close()
        await self._line.carrier.close()
        # The loop has to run before the calls that this ended know it, and what they did is noted.
        for _ in range(ROUNDS):
            await asyncio.sleep(0)

    async def request(
        self,
        method: str,
        path: str | None = None,
        *,
        json: object = None,
        params: Mapping[str, object] | None = None,
        extra: Mapping[str, object] | None = None,
    ) -> Any:
        """Call a path or an operation id with the same checks as the generated methods; returns the parsed JSON.

        Args:
            method: The HTTP method with `path`, or an operation id alone.
            path: Path below the base URL.
            json: The body.
            params: Path, query and header parameters by the API's names.
            extra: Properties merged into the body although the description does not know them.
        """
        prepare = Hidden(partial(self._prepare_any, method, path, json, params, extra))
        del json, params, extra
        return await self._answer(prepare, lambda answer: answer.value)

    async def _call(
        self, name: str, body: object = None, values: object = None, extra: Mapping[str, object] | None = None
    ) -> Any:
        """Call an operation by id; returns the model of its answer."""
        if self._asks_nothing(name, values):
            return []
        prepare = Hidden(partial(self._prepare, name, body, values, extra, self._core.description.naming))
        del body, values, extra
        return await self._answer(prepare, partial(self._read, name))

    async def _raw(
        self, name: str, body: object = None, values: object = None, extra: Mapping[str, object] | None = None
    ) -> Raw[Any]:
        """Call an operation by id; returns status, headers, body and the parsed model."""
        prepare = Hidden(partial(self._prepare, name, body, values, extra, self._core.description.naming))
        del body, values, extra
        return await self._answer(prepare, lambda answer: raw(answer, self._read(name, answer)))

    async def _answer(self, prepare: Hidden[partial[Call]], read: Callable[[Answer], T]) -> T:
        """Prepare a call, send it, and return what is read from the checked answer."""
        return await self._quietly(lambda: self._exchange(prepare.reveal()(), read))

    async def _exchange(self, call: Call, read: Callable[[Answer], T]) -> T:
        """Send a prepared call; returns what is read from the checked answer."""
        try:
            return read(await self._run(self._core.exchange(call)))
        except BaseException as error:
            # Not only Ctrl-C: a handler of a signal can raise anything anywhere, an error of its own call included.
            self._core.interrupted(call, error)
            raise

    async def _quietly(self, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Run the work. Errors lose their traceback frames, because the frames' variables hold secrets."""
        try:
            return await work()
        except BaseException as error:
            failed = bare(self._named(error))
        try:
            raise failed
        finally:
            del failed

    async def _run(self, flow: Flow[T]) -> T:
        """Drive a flow to its end, performing each effect it yields; returns its result."""
        step: Callable[[Any], Effect] = flow.send
        given: Any = None
        while True:
            try:
                effect = step(given)
            except StopIteration as end:
                return cast(T, end.value)
            except Interruption as interruption:
                raise interruption.error from None
            try:
                step, given = flow.send, await self._perform(effect)
            except ServiceError as error:
                step, given = flow.throw, Interruption(error)
            except BaseException as error:
                step, given = flow.throw, error

    async def _perform(self, effect: Effect) -> Outcome | bool | None:
        """Perform one effect: send, pause, or wait for the session lock."""
        match effect:
            case Send(call, token):
                return await self._send(call, token)
            case Pause(seconds):
                await asyncio.sleep(seconds)
                return None
            case Enter(until):
                return await self._enter(self._left(until))

    async def _enter(self, seconds: float) -> bool:
        """Wait for the session lock, `seconds` at most; returns whether it was acquired."""
        try:
            async with asyncio.timeout(seconds):
                return bool(await self._line.lock.acquire())
        except TimeoutError:
            return False

    async def _send(self, call: Call, token: str | None) -> Outcome:
        """Send the call once; returns what came back, or the fault that kept it from coming."""
        line = self._line
        exchange = Exchange(self._core.clock, call.deadline, line.is_own)
        if reason := line.refusal_in(asyncio.get_running_loop()) or self._too_late(call):
            return exchange.not_sent(reason)
        if not call.operation.is_read and (reason := repeats(line.carrier, call.method)):
            return exchange.not_sent(reason)
        work = self._carry(exchange, self._request(call, token, exchange, exchange.anote))
        seconds = self._left(call.deadline)
        try:
            if not line.is_own:
                return await self._give_up(exchange, work, seconds)
            async with asyncio.timeout(seconds):
                return await work
        except BaseException as error:
            if isinstance(error, TimeoutError) and raised_by_handler(error) is None:
                return exchange.given_up()
            if exchange.is_unsent():
                call.trail.sent_at = None
            raise

    async def _give_up(self, exchange: Exchange, work: Coroutine[Any, Any, Outcome], seconds: float) -> Outcome:
        """The work's result, or a fault after `seconds`; a third-party transport may ignore cancellation."""
        task = asyncio.ensure_future(work)
        try:
            done, _ = await asyncio.wait({task}, timeout=seconds)
        except asyncio.CancelledError:
            task.cancel()
            raise
        if done:
            return task.result()
        task.cancel()
        return exchange.given_up()

    async def _carry(self, exchange: Exchange, request: Outgoing) -> Outcome:
        """Hand the request to the connections and read the answer."""
        try:
            came = await self._line.carrier.send(request)
        except Exception as error:
            return exchange.ended(error)
        try:
            body = exchange.begin(came.status, came.headers)
            async for chunk in came.chunks:
                body.add(chunk)
            return exchange.end()
        except Exception as error:
            return exchange.ended(error)
        finally:
            with suppress(Exception):
                await came.close()
