"""The blocking client: `api.group.method(...)`."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from .base_client import BaseClient, Settings, raw
from .lazy import load_names

if TYPE_CHECKING:
    import httpx

    from .connections import Connections, Line, Outgoing, SuppliedTransport
    from .description import Description
    from .effects import Call, Effect, Enter, Flow, Outcome, Pause, Send
    from .errors import ServiceError
    from .exchange import Exchange
    from .interruptions import Interruption
    from .network import Waiting, ends
    from .requests import Raw
    from .responses import Answer
    from .secrets import Hidden, bare

T = TypeVar("T")
LATER: Mapping[str, tuple[str, ...]] = {
    "connections": ("Connections", "SuppliedTransport", "Line"),
    "effects": ("Enter", "Pause", "Send"),
    "network": ("Waiting", "ends"),
    "errors": ("ServiceError",),
    "exchange": ("Exchange",),
    "interruptions": ("Interruption",),
    "secrets": ("Hidden", "bare"),
}


class SyncClient(BaseClient):
    """Base of the generated blocking client. Safe to share between threads."""

    def __init__(self, description: Description, settings: Settings, transport: httpx.BaseTransport | None) -> None:
        load_names(__name__, LATER)
        given = SuppliedTransport(transport) if transport is not None else None
        self._line: Line[Connections | SuppliedTransport] = Line(given, Connections, threading.RLock)
        super().__init__(description, settings, self._line, is_alone=transport is not None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections. Later calls raise NotSent, also those of views made by `with_options`."""
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
        return self._answer(prepare, lambda answer: answer.value)

    def _call(
        self, name: str, body: object = None, values: object = None, extra: Mapping[str, object] | None = None
    ) -> Any:
        """Call an operation by id; returns the model of its answer."""
        if self._asks_nothing(name, values):
            return []
        prepare = Hidden(partial(self._prepare, name, body, values, extra, self._core.description.naming))
        del body, values, extra
        return self._answer(prepare, partial(self._read, name))

    def _raw(
        self, name: str, body: object = None, values: object = None, extra: Mapping[str, object] | None = None
    ) -> Raw[Any]:
        """Call an operation by id; returns status, headers, body and the parsed model."""
        prepare = Hidden(partial(self._prepare, name, body, values, extra, self._core.description.naming))
        del body, values, extra
        return self._answer(prepare, lambda answer: raw(answer, self._read(name, answer)))

    def _answer(self, prepare: Hidden[partial[Call]], read: Callable[[Answer], T]) -> T:
        """Prepare a call, send it, and return what is read from the checked answer."""
        return self._quietly(lambda: self._exchange(prepare.reveal()(), read))

    def _exchange(self, call: Call, read: Callable[[Answer], T]) -> T:
        """Send a prepared call; returns what is read from the checked answer."""
        try:
            return read(self._run(self._core.exchange(call)))
        except BaseException as error:
            # Not only Ctrl-C: a handler of a signal can raise anything anywhere, an error of its own call included.
            self._core.interrupted(call, error)
            raise

    def _quietly(self, work: Callable[[], T]) -> T:
        """Run the work. Errors lose their traceback frames, because the frames' variables hold secrets."""
        try:
            return work()
        except BaseException as error:
            # Ctrl-C can come right before the flow does it. What another thread holds is left alone.
            self._line.release()
            failed = bare(self._named(error))
        try:
            raise failed
        finally:
            del failed

    def _run(self, flow: Flow[T]) -> T:
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
                step, given = flow.send, self._perform(effect)
            except ServiceError as error:
                step, given = flow.throw, Interruption(error)
            except BaseException as error:
                step, given = flow.throw, error

    def _perform(self, effect: Effect) -> Outcome | bool | None:
        """Perform one effect: send, pause, or wait for the session lock."""
        match effect:
            case Send(call, token):
                return self._send(call, token)
            case Pause(seconds):
                time.sleep(seconds)
                return None
            case Enter(until):
                return bool(self._line.lock.acquire(timeout=min(self._left(until), threading.TIMEOUT_MAX)))

    def _send(self, call: Call, token: str | None) -> Outcome:
        """Send the call once; returns what came back, or the fault that kept it from coming."""
        line = self._line
        exchange = Exchange(self._core.clock, call.deadline, line.is_own)
        if reason := line.refusal or self._too_late(call):
            return exchange.not_sent(reason)
        request, seconds = self._request(call, token, exchange, exchange.note), self._left(call.deadline)
        try:
            return self._send_in(seconds, exchange, request)
        except BaseException:
            if exchange.is_unsent():
                call.trail.sent_at = None
            raise

    def _send_in(self, seconds: float, exchange: Exchange, request: Outgoing) -> Outcome:
        """Send the request and read the answer, within so many seconds."""
        if not self._line.is_own:
            # Nobody knows how long a transport of others takes.
            return self._give_up(exchange, partial(self._carry, exchange, request), seconds)
        limit = ends.set(time.monotonic() + seconds)
        try:
            return self._carry(exchange, request)
        finally:
            ends.reset(limit)

    def _give_up(self, exchange: Exchange, work: Callable[[], Outcome], seconds: float) -> Outcome:
        """The work's result, or a fault after `seconds`; a third-party transport may ignore its timeouts."""
        try:
            worker = Waiting(work)
        except RuntimeError as error:
            return exchange.not_sent(f"no thread can be started: {error}")
        return worker.result() if worker.is_done(seconds) else exchange.given_up()

    def _carry(self, exchange: Exchange, request: Outgoing) -> Outcome:
        """Hand the request to the connections and read the answer."""
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
            with suppress(Exception):
                came.close()
