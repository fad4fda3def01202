"""What a sync and an async client have in common: everything but the waiting."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, NoReturn, Self, TypeVar

import httpx

from .clock import Clock
from .core import Core, Doing
from .description import Description
from .drift import Drift
from .errors import ServiceError
from .flow import Call
from .hosts import origin
from .in_doubt import Doubt, InDoubt
from .judging import Answer, Reading
from .preparing import prepared
from .requests import PreparedRequest, Raw
from .secrets import Hidden, bare
from .session import is_token
from .signing import Lock
from .state import StatePath
from .wire import Model

T = TypeVar("T")

STEPS = ("connect", "read", "write", "pool")
FLOOR = 1.0
"""Seconds that a trade needs for its answer; half of the total where that is less."""
EARLY = 0.05
"""Seconds before the end of a call in which a transport may say itself what took so long; a tenth of what is left
where that is less."""
CALL = "call"
"""Where a request of httpx carries the call that it was made from."""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds that a call may take: for each step, and for all of it."""

    connect: float = 5.0
    read: float = 15.0
    write: float = 15.0
    pool: float = 5.0
    """Waiting for a free connection."""
    total: float = 30.0
    """From the call to its answer, a renewed token and the retries of a read included."""

    def __post_init__(self) -> None:
        for seconds in (self.connect, self.read, self.write, self.pool, self.total):
            if not (math.isfinite(seconds) and seconds > 0):
                raise ValueError("a timeout is a number of seconds greater than 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a client is told when it is made."""

    environment: str
    token: str | None = field(default=None, repr=False)
    credentials: object = field(default=None, repr=False)
    base_url: str | None = None
    timeouts: Timeouts | None = None
    responses: Reading = "lenient"
    halt_on_doubt: bool = False
    state: StatePath | None = None
    in_doubt: str | bytes | Iterable[Doubt] = ()
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        if self.token is not None:
            _require_token(self.token)
        if self.token is not None and self.credentials is not None:
            raise ValueError("give a token or credentials, not both")
        if self.responses not in ("lenient", "strict"):
            raise ValueError("responses is 'lenient' or 'strict'")


class BaseClient:
    """State and rules of a client."""

    raise_on_unexpected_status = False
    """Read by the generated functions, for a success that the spec does not list."""

    def __init__(self, description: Description, settings: Settings, lock: Lock, is_alone: bool) -> None:
        self._environment = settings.environment
        self._timeouts = settings.timeouts or Timeouts()
        self._max_wait: float | None = None
        core = Core(
            description,
            origin(description.servers, settings.environment, settings.base_url),
            token=settings.token,
            credentials=_as_mapping(settings.credentials),
            doing=Doing(
                reading=settings.responses,
                halt_on_doubt=settings.halt_on_doubt,
                state=settings.state,
                in_doubt=settings.in_doubt,
                is_alone=is_alone,
            ),
            lock=lock,
            clock=settings.clock,
        )
        self._hidden = Hidden(core)

    @property
    def _core(self) -> Core:
        """The session and the rules, which nobody comes upon who walks through objects."""
        return self._hidden.reveal()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._environment} {self._core.base_url}>"

    def __reduce_ex__(self, protocol: Any) -> NoReturn:
        raise TypeError(f"{type(self).__name__} holds a session and can neither be copied nor pickled")

    @property
    def environment(self) -> str:
        """Which environment the client was made for."""
        return self._environment

    @property
    def drift(self) -> Drift:
        """What the service answered and the spec does not know."""
        return self._core.drift

    @property
    def in_doubt(self) -> InDoubt:
        """The trades that were sent and have no known outcome."""
        return self._core.in_doubt

    def with_options(self, *, timeout: float | None = None, max_wait: float | None = None) -> Self:
        """The same client for some calls: its session, its lock-outs and its doubts, with other times.

        Args:
            timeout: Seconds that a call may take in all.
            max_wait: Seconds of them that it may wait for a penalty, a lock-out or a login to be over; without it a
                call waits for a login alone.
        """
        view = object.__new__(type(self))
        # What has a plain name is a group of operations, which belongs to the client that it was made for.
        vars(view).update({name: value for name, value in vars(self).items() if name.startswith("_")})
        if timeout is not None:
            view._timeouts = replace(self._timeouts, total=timeout)
        if max_wait is not None:
            if not 0 <= max_wait < math.inf:
                raise ValueError("max_wait is a number of seconds, 0 or more")
            view._max_wait = max_wait
        return view

    def use_token(self, token: str) -> None:
        """Use another token from now on."""
        _require_token(token)
        self._core.secrets.add(token)
        self._core.session.replace(token)

    def _left(self, until: float) -> float:
        """Seconds from now, none where it is over."""
        return max(until - self._core.clock.monotonic(), 0.0)

    def _deadline(self) -> float:
        """When a call that begins now has to be over."""
        return self._core.clock.monotonic() + self._timeouts.total

    def _in_time(self, call: Call) -> Call:
        """The call with the time until which it may wait."""
        if self._max_wait is None:
            return call
        return replace(call, waits_until=self._core.clock.monotonic() + self._max_wait)

    def _too_late(self, call: Call) -> str:
        """Why there is no time to send the call; empty where there is."""
        seconds = self._left(call.deadline)
        if call.operation.is_read:
            return "" if seconds else "the call has to be over"
        floor = min(FLOOR, self._timeouts.total / 2)
        return "" if seconds >= floor else f"{seconds:.2f} s are left, and an answer can take {floor:g} s"

    def _prepare(self, name: str, body: object, values: object) -> Call:
        """A checked call of a documented operation."""
        operation = self._core.description.operations[name]
        given = values if isinstance(values, dict) else {}
        return self._in_time(
            self._core.preparer.prepare(operation, self._deadline(), body=_present(body), values=given)
        )

    def _prepare_any(self, method: str, path: str, body: object, values: Mapping[str, object] | None) -> Call:
        """A checked call of any path."""
        operation = self._core.description.find(method, path)
        made = self._core.preparer.prepare(
            operation, self._deadline(), path=path, method=method, body=body, values=values
        )
        return self._in_time(made)

    def _dry(self, name: str, body: object = None, values: object = None) -> PreparedRequest:
        """What would be sent."""
        prepare = Hidden(partial(self._prepare, name, body, values))
        del body, values
        try:
            return prepared(prepare.reveal()(), self._core.base_url)
        except ServiceError as error:
            failed = bare(error)
        raise failed

    def _request(self, call: Call, token: str | None, note: object = None) -> httpx.Request:
        """The call as httpx sends it; `note` is told of each step on the way."""
        authorization = {"Authorization": f"Bearer {token}"} if token else {}
        left = self._left(call.deadline)
        left = max(left - min(EARLY, left / 10), 0.001)
        steps = {name: min(getattr(self._timeouts, name), left) for name in STEPS}
        return httpx.Request(
            call.method,
            self._core.base_url + call.target,
            headers={**call.headers, **authorization},
            content=call.content,
            extensions={"timeout": steps, "trace": note} if note else {"timeout": steps},
        )

    def _as_httpx(self, method: str, url: httpx.URL | str, given: Mapping[str, Any]) -> httpx.Request:
        """What the generated functions ask for, checked, as a request of httpx that carries its call."""
        if any(given.get(name) is not None for name in ("content", "data", "files")):
            raise TypeError("the body of a request is given as json")
        call = self._prepare_any(method, str(url), given.get("json"), given.get("params"))
        request = self._request(call, None)
        request.extensions[CALL] = call
        return request


def call_of(request: httpx.Request) -> Call:
    """The call that the request was made from."""
    call = request.extensions.get(CALL)
    if not isinstance(call, Call):
        raise TypeError("a request is made by build_request, so that it is checked")
    return call


def response_of(answer: Answer, request: httpx.Request) -> httpx.Response:
    """A success as httpx knows it; the body is decompressed already."""
    came = answer.received
    kept = {
        name: value
        for name, value in came.headers.items()
        if name.lower() not in ("content-encoding", "content-length")
    }
    response = httpx.Response(came.status, headers=kept, content=came.body, request=request)
    response.elapsed = came.elapsed
    return response


def raw(answer: Answer, read: Callable[[Any], T]) -> Raw[T]:
    """A success with everything that came with it."""
    came = answer.received
    return Raw(came.status, came.headers, came.body, came.elapsed, tagged(answer, read))


def tagged(answer: Answer, read: Callable[[Any], T]) -> T:
    """What the answer holds, which says as `cl_ord_id` with which tag the request went out."""
    result = read(answer.value)
    if answer.tag is not None and not hasattr(result, "cl_ord_id"):
        with suppress(AttributeError):
            object.__setattr__(result, "cl_ord_id", answer.tag)
    return result


def _require_token(token: str) -> None:
    """Refuse a token that cannot stand in a header; the message does not show it."""
    if not is_token(token):
        raise ValueError("a token is printable ASCII without spaces")


def _as_mapping(credentials: object) -> Mapping[str, Any] | None:
    """Credentials with the API's names."""
    if credentials is None:
        return None
    if isinstance(credentials, Model):
        return credentials.to_dict()
    if isinstance(credentials, Mapping):
        return dict(credentials)
    raise TypeError("credentials are a model or a mapping")


def _present(body: object) -> object:
    """The body without what the caller left out."""
    if isinstance(body, dict):
        return {name: value for name, value in body.items() if value is not None}
    return body
