"""What a sync and an async client have in common: everything but the waiting."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sized
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar

from .clock import Clock
from .lazy import load_names

if TYPE_CHECKING:
    from .connections import Outgoing
    from .core import Core, Doing
    from .description import Description, Words
    from .effects import Call, Lock
    from .errors import RequestInvalid, ServiceError
    from .extra import with_extra
    from .hosts import origin
    from .marks import marked
    from .messages import told
    from .models import Model
    from .request_builder import of_keywords, prepared
    from .requests import PreparedRequest, Raw
    from .responses import Answer, Reading
    from .secrets import Hidden, bare
    from .security import is_token, read_keys
    from .unknown_fields import Drift

T = TypeVar("T")

LATER: Mapping[str, tuple[str, ...]] = {
    "connections": ("Outgoing",),
    "core": ("Core", "Doing"),
    "errors": ("RequestInvalid", "ServiceError"),
    "extra": ("with_extra",),
    "hosts": ("origin",),
    "models": ("Model",),
    "request_builder": ("of_keywords", "prepared"),
    "requests": ("Raw",),
    "secrets": ("Hidden", "bare"),
    "marks": ("marked",),
    "security": ("is_token", "read_keys"),
    "messages": ("told",),
}
FLOOR = 1.0
"""Seconds that what must not be sent twice needs for its answer; half of the total where that is less."""
EARLY = 0.05
"""Seconds before the end of a call in which a transport may say itself what took so long; a tenth of what is left
where that is less."""


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
                raise ValueError(f"a timeout must be a number of seconds greater than 0, got {seconds!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a client is told when it is made."""

    environment: str | None = None
    token: str | None = field(default=None, repr=False)
    api_key: str | Mapping[str, str] | None = field(default=None, repr=False)
    """The key, or one for each of several security schemes."""
    basic: tuple[str, str] | None = field(default=None, repr=False)
    """A name and its password."""
    server_variables: Mapping[str, str] | None = None
    base_url: str | None = None
    timeouts: Timeouts | None = None
    responses: Reading = "lenient"
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        load_names(__name__, LATER)
        if self.token is not None:
            _require_token(self.token)
        if self.responses not in ("lenient", "strict"):
            raise ValueError(f"responses must be 'lenient' or 'strict', got {self.responses!r}")


S = TypeVar("S", bound=Settings)


def settings_of(given: Hidden[partial[S]]) -> S:
    """What a client is told; an error leaves the frames behind whose variables hold a token or a password."""
    try:
        return given.reveal()()
    except Exception as error:
        failed = bare(error)
    raise failed


class BaseClient:
    """State and rules of a client."""

    def __init__(self, description: Description, settings: Settings, lock: Lock, is_alone: bool) -> None:
        self._environment = settings.environment or ""
        self._is_elsewhere = settings.base_url is not None
        self._timeouts = settings.timeouts or Timeouts()
        self._max_wait: float | None = None
        try:
            self._hidden = Hidden(self._core_of(description, settings, lock, is_alone))
            return
        except Exception as error:
            failed = bare(error)
        raise failed

    def _core_of(self, description: Any, settings: Any, lock: Lock, is_alone: bool) -> Core:
        """The rules of the client, and what it knows."""
        return Core(
            description,
            origin(description, settings.environment, settings.base_url, settings.server_variables),
            keys=read_keys(description.schemes, settings.api_key, settings.basic),
            token=settings.token,
            doing=Doing(reading=settings.responses, is_alone=is_alone),
            clock=settings.clock,
        )

    @property
    def _core(self) -> Core:
        """The rules and the secrets, which nobody comes upon who walks through objects."""
        return self._hidden.reveal()

    def __repr__(self) -> str:
        if "_hidden" not in vars(self):
            return f"<{type(self).__name__} that was not made>"
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

    def with_options(self, *, timeout: float | None = None, max_wait: float | None = None) -> Self:
        """The same client for some calls, with all that it knows and other times.

        Args:
            timeout: Seconds that a call may take in all.
            max_wait: Seconds of them that it may wait until a lock-out or a login is over; without it a
                call waits for a login, and a read for `Retry-After` unless the service has rules of its own.
        """
        view = object.__new__(type(self))
        # What has a plain name is a group of operations, which belongs to the client that it was made for.
        vars(view).update({name: value for name, value in vars(self).items() if name.startswith("_")})
        if timeout is not None:
            view._timeouts = replace(self._timeouts, total=timeout)
        if max_wait is not None:
            if not 0 <= max_wait < math.inf:
                raise ValueError(f"max_wait must be a number of seconds, 0 or more, got {max_wait!r}")
            view._max_wait = max_wait
        return view

    def use_token(self, token: str) -> None:
        """Use another token from now on."""
        _require_token(token)
        self._core.use_token(token)

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

    def _prepare(
        self, name: str, body: object, values: object, extra: Mapping[str, object] | None, words: Words | None = None
    ) -> Call:
        """A checked call of a documented operation; `words` are there where it was called by keywords."""
        operation = self._core.description.operations[name]
        given = values if isinstance(values, dict) else {}
        if words is not None:
            body = of_keywords(operation, body, self._core.description)
        whole, allowed = with_extra(body, extra)
        with self._telling(words):
            return self._in_time(
                self._core.builder.prepare(operation, self._deadline(), body=whole, values=given, extra=allowed)
            )

    def _prepare_any(
        self,
        method: str,
        path: str | None,
        body: object,
        values: Mapping[str, object] | None,
        extra: Mapping[str, object] | None,
    ) -> Call:
        """A checked call of any path, or of the operation of that name."""
        if path is None:
            if method not in self._core.description.operations:
                raise ValueError(f"there is no operation {method!r}; give a method and a path, or an operation's id")
            return self._prepare(method, body, values, extra)
        operation = self._core.description.find(method, path)
        whole, allowed = with_extra(body, extra)
        with self._telling(None):
            made = self._core.builder.prepare(
                operation, self._deadline(), path=path, method=method, body=whole, values=values, extra=allowed
            )
        return self._in_time(made)

    @contextmanager
    def _telling(self, words: Words | None) -> Iterator[None]:
        """Problems in the words of the caller, with places that can be opened."""
        try:
            yield
        except RequestInvalid as error:
            description = self._core.description
            names = words(error.operation) if words else {}
            error.problems = tuple(told(one, names, description.docs_url) for one in error.problems)
            raise

    def _dry(
        self, name: str, body: object = None, values: object = None, extra: Mapping[str, object] | None = None
    ) -> PreparedRequest:
        """What would be sent."""
        prepare = Hidden(partial(self._prepare, name, body, values, extra, self._core.description.words))
        del body, values, extra
        try:
            call = prepare.reveal()()
            return prepared(call, self._base_of(call))
        except ServiceError as error:
            failed = bare(error)
        raise failed

    def _read(self, name: str, answer: Answer) -> Any:
        """The Python value of an answer, which says what its request can be found by."""
        description = self._core.description
        result = description.read(description.operations[name], answer.received.status, answer.value)
        if isinstance(result, Model):
            result.sent_as(answer.tag)
        return result

    def _asks_nothing(self, name: str, values: object) -> bool:
        """Whether the call asks for none of its rows."""
        wanted = self._core.description.operations[name].asks_for
        given = values.get(wanted) if wanted and isinstance(values, dict) else None
        return isinstance(given, Sized) and not len(given)

    def _base_of(self, call: Call) -> str:
        """The URL below which the call goes."""
        own = call.operation.server
        return self._core.base_url if own is None or self._is_elsewhere else own.url()

    def _request(self, call: Call, token: str | None, note: object) -> Outgoing:
        """The call as a transport gets it; `note` is told of each step on the way."""
        signed = self._core.keys.sign(call.operation.security, token)
        headers = {**call.headers, **signed.headers}
        if signed.cookies:
            headers["Cookie"] = "; ".join(filter(None, (headers.get("Cookie"), *signed.cookies)))
        between = "&" if "?" in call.target else "?"
        target = f"{call.target}{between}{signed.query}" if signed.query else call.target
        left, limits = self._left(call.deadline), self._timeouts
        left = max(left - min(EARLY, left / 10), 0.001)
        steps = {
            "connect": min(limits.connect, left),
            "read": min(limits.read, left),
            "write": min(limits.write, left),
            "pool": min(limits.pool, left),
        }
        return Outgoing(
            call.method, self._base_of(call), target, headers, call.content, {"timeout": steps, "trace": note}
        )


def raw(answer: Answer, parsed: Any) -> Raw[Any]:
    """A success with everything that came with it."""
    came = answer.received
    return Raw(came.status, came.headers, came.body, came.elapsed, parsed, **marked(answer.tag))


def _require_token(token: str) -> None:
    """Refuse a token that cannot stand in a header; the message does not show it."""
    if not is_token(token):
        raise ValueError("token must be printable ASCII without spaces")
