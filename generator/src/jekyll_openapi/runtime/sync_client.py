"""Blocking client."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from .base_client import BaseClient, Settings, raw
from .lazy import load_names

if TYPE_CHECKING:
    import httpx

    from .connections import Connections, Given, Line, Outgoing
    from .description import Description
    from .effects import Call, Effect, Enter, Flow, Outcome, Pause, Send
    from .exchange import Exchange
    from .mutex import Mutex
    from .network import Waiting, ends
    from .requests import Raw
    from .responses import Answer
    from .secrets import Hidden, bare

T = TypeVar("T")
LATER: Mapping[str, tuple[str, ...]] = {
    "connections": ("Connections", "Given", "Line"),
    "effects": ("Enter", "Pause", "Send"),
    "mutex": ("Mutex",),
    "network": ("Waiting", "ends"),
    "exchange": ("Exchange",),
    "secrets": ("Hidden", "bare"),
}


class SyncClient(BaseClient):
    """Runs every flow to its end before it returns; one client serves many threads."""

    def __init__(self, description: Description, settings: Settings, transport: httpx.BaseTransport | None) -> None:
        load_names(__name__, LATER)
        given = Given(transport) if transport is not None else None
        self._line: Line[Connections | Given] = Line(given, Connections, Mutex)
        super().__init__(description, settings, self._line, is_alone=transport is not None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections; nothing is sent any more, by this client or a view of it."""
        self._line.close()
        self._line.carrier.close()

    def request(
        self,
        method: str,
        path: str | None = None,
        *,
        json: object = None,
        params: Mapping[str, object] | None = None,
        extra: Mapping[str, object] | None = None,
    ) -> Any:
        """Call a method and a path, or an operation by its id, under the same rules; gives the JSON of the answer.

        `extra` goes into the body beside `json`, with properties that the description does not know.
        """
        prepare = Hidden(partial(self._prepare_any, method, path, json, params, extra))
        del json, params, extra
        return (self._answer(prepare)).value

    def _call(
        self, name: str, body: object = None, values: object = None, extra: Mapping[str, object] | None = None
    ) -> Any:
        """The answer of a documented operation."""
        if self._asks_nothing(name, values):
            return []
        prepare = Hidden(partial(self._prepare, name, body, values, extra, self._core.description.words))
        del body, values, extra
        return self._read(name, self._answer(prepare))

    def _raw(
        self, name: str, body: object = None, values: object = None, extra: Mapping[str, object] | None = None
    ) -> Raw[Any]:
        """The answer with everything that came with it."""
        prepare = Hidden(partial(self._prepare, name, body, values, extra, self._core.description.words))
        del body, values, extra
        answer = self._answer(prepare)
        return raw(answer, self._read(name, answer))

    def _answer(self, prepare: Hidden[partial[Call]]) -> Answer:
        """The answer to a call that is still to be made."""
        return self._quietly(lambda: self._exchange(prepare.reveal()()))

    def _exchange(self, call: Call) -> Answer:
        """The answer to the call."""
        return self._run(self._core.exchange(call))

    def _quietly(self, work: Callable[[], T]) -> T:
        """What the work gives; what it raises leaves its frames, and the secrets in their variables, behind."""
        try:
            return work()
        except BaseException as error:
            failed = bare(error)
        try:
            raise failed
        finally:
            del failed

    def _run(self, flow: Flow[T]) -> T:
        """The flow's result."""
        step: Callable[[Any], Effect] = flow.send
        given: Any = None
        while True:
            try:
                effect = step(given)
            except StopIteration as end:
                return cast(T, end.value)
            try:
                step, given = flow.send, self._perform(effect)
            except BaseException as error:
                step, given = flow.throw, error

    def _perform(self, effect: Effect) -> Outcome | bool | None:
        """Do what a flow asks for."""
        match effect:
            case Send(call, token):
                return self._send(call, token)
            case Pause(seconds):
                time.sleep(seconds)
                return None
            case Enter(until):
                return bool(self._line.lock.acquire(self._left(until)))

    def _send(self, call: Call, token: str | None) -> Outcome:
        """Send once and take in the answer."""
        line = self._line
        exchange = Exchange(self._core.clock, call.deadline, line.is_own)
        if reason := line.refusal or self._too_late(call):
            return exchange.not_sent(reason)
        request, seconds = self._request(call, token, exchange.note), self._left(call.deadline)
        if not line.is_own:
            # Nobody knows how long a transport of others takes.
            return self._give_up(exchange, partial(self._carry, exchange, request), seconds)
        limit = ends.set(time.monotonic() + seconds)
        try:
            return self._carry(exchange, request)
        finally:
            ends.reset(limit)

    def _give_up(self, exchange: Exchange, work: Callable[[], Outcome], seconds: float) -> Outcome:
        """What the work gives, if that is in time."""
        try:
            worker = Waiting(work)
        except RuntimeError as error:
            return exchange.not_sent(f"no thread can be started: {error}")
        return worker.result() if worker.is_done(seconds) else exchange.given_up()

    def _carry(self, exchange: Exchange, request: Outgoing) -> Outcome:
        """What comes of the request."""
        try:
            came = self._line.carrier.send(request)
        except Exception as error:
            return exchange.ended(error)
        try:
            body = exchange.begin(came.status, came.headers)
            for chunk in came.chunks:
                body.add(chunk)
            return exchange.end()
        except Exception as error:
            return exchange.ended(error)
        finally:
            came.close()
