"""What the blocking and the asyncio client share: settings, deadlines, checks, everything except waiting."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sized
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar

from .clock import Clock
from .lazy import load_names

if TYPE_CHECKING:
    from .connections import Outgoing
    from .core import Core, CoreOptions
    from .description import Description, Naming
    from .effects import Call, Lock
    from .errors import RequestInvalid, ServiceError
    from .exchange import Exchange
    from .extra import with_extra
    from .hosts import origin
    from .marks import marked
    from .messages import meant, told
    from .models import Model
    from .request_builder import prepared
    from .requests import PreparedRequest, Raw
    from .responses import Answer, Reading
    from .secrets import Hidden, bare
    from .security import is_token, read_keys
    from .unknown_fields import Drift

T = TypeVar("T")
E = TypeVar("E", bound=BaseException)

LATER: Mapping[str, tuple[str, ...]] = {
    "connections": ("Outgoing",),
    "core": ("Core", "CoreOptions"),
    "errors": ("RequestInvalid", "ServiceError"),
    "extra": ("with_extra",),
    "hosts": ("origin",),
    "models": ("Model",),
    "request_builder": ("prepared",),
    "requests": ("Raw",),
    "secrets": ("Hidden", "bare"),
    "marks": ("marked",),
    "security": ("is_token", "read_keys"),
    "messages": ("meant", "told"),
}
FLOOR = 1.0
"""Seconds reserved for the answer of a request that must not be sent twice, or half of `total` if that is less.

With less time left the request is not sent at all, because it would probably end with an unknown outcome.
"""
EARLY = 0.05
"""Seconds before the deadline at which the transport's own timeout fires, or a tenth of what is left if less.

So the error names the step that was slow, instead of the call as a whole.
"""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Time limits of one call, in seconds: one per step, and `total` for all of it."""

    connect: float = 5.0
    read: float = 15.0
    write: float = 15.0
    pool: float = 5.0
    """Waiting for a free connection."""
    total: float = 30.0
    """From the call to its answer, including a token renewal and the retries of a read."""

    def __post_init__(self) -> None:
        for seconds in (self.connect, self.read, self.write, self.pool, self.total):
            if not (isinstance(seconds, int | float) and math.isfinite(seconds) and seconds > 0):
                raise ValueError(f"a timeout must be a number of seconds greater than 0, got {seconds!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Arguments of a client's constructor."""

    environment: str | None = None
    token: str | None = field(default=None, repr=False)
    api_key: str | Mapping[str, str] | None = field(default=None, repr=False)
    """The API key, or a mapping from the name of a security scheme to its key."""
    basic: tuple[str, str] | None = field(default=None, repr=False)
    """User name and password for HTTP basic authentication."""
    server_variables: Mapping[str, str] | None = None
    base_url: str | None = None
    timeouts: Timeouts | None = None
    responses: Reading = "lenient"
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        load_names(__name__, LATER)
        if self.token is not None:
            _require_token(self.token)
        if not isinstance(self.timeouts, Timeouts | None):
            raise TypeError(f"timeouts must be Timeouts, got {type(self.timeouts).__name__}")
        if self.responses not in ("lenient", "strict"):
            raise ValueError(f"responses must be 'lenient' or 'strict', got {self.responses!r}")


S = TypeVar("S", bound=Settings)


def settings_of(given: Hidden[partial[S]]) -> S:
    """Build the settings. Errors lose their traceback frames, because the frames' variables hold tokens and
    passwords.
    """
    try:
        return given.reveal()()
    except Exception as error:
        failed = bare(error)
    raise failed


class BaseClient:
    """State and rules shared by the blocking and the asyncio client."""

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
        """Build the rules and the state of the client."""
        return Core(
            description,
            origin(description, settings.environment, settings.base_url, settings.server_variables),
            keys=read_keys(description.schemes, settings.api_key, settings.basic),
            token=settings.token,
            options=CoreOptions(reading=settings.responses, is_alone=is_alone),
            clock=settings.clock,
        )

    @property
    def _core(self) -> Core:
        """The rules and secrets, hidden so that printing, pickling or crash reports do not show them."""
        return self._hidden.reveal()

    def __repr__(self) -> str:
        if "_hidden" not in vars(self):
            return f"<{type(self).__name__} that was not made>"
        return f"<{type(self).__name__} {self._environment} {self._core.base_url}>"

    def __reduce_ex__(self, protocol: Any) -> NoReturn:
        raise TypeError(f"{type(self).__name__} holds a session and can neither be copied nor pickled")

    @property
    def environment(self) -> str:
        """Name of the environment the client talks to, such as `sandbox`."""
        return self._environment

    @property
    def drift(self) -> Drift:
        """Differences seen so far between the service's answers and the description."""
        return self._core.drift

    def with_options(self, *, timeout: float | None = None, max_wait: float | None = None) -> Self:
        """A view of this client with other time limits; connections, token and lock-outs are shared.

        Args:
            timeout: Seconds that a call may take in all.
            max_wait: How many of these seconds a call may wait for a lock-out or a login to end. By default a
                call waits for a login, and a read for `Retry-After` unless the service has rules of its own.
        """
        view = object.__new__(type(self))
        # What has a plain name is a group of operations, which belongs to the client that it was made for.
        vars(view).update({name: value for name, value in vars(self).items() if name.startswith("_")})
        if timeout is not None:
            view._timeouts = replace(self._timeouts, total=timeout)
        if max_wait is not None:
            if not (isinstance(max_wait, int | float) and 0 <= max_wait < math.inf):
                raise ValueError(f"max_wait must be a number of seconds, 0 or more, got {max_wait!r}")
            view._max_wait = max_wait
        return view

    def use_token(self, token: str) -> None:
        """Use another token from now on."""
        _require_token(token)
        self._core.use_token(token)

    def _left(self, until: float) -> float:
        """Seconds until the time `until`; 0 when it has passed."""
        return max(until - self._core.clock.monotonic(), 0.0)

    def _deadline(self) -> float:
        """The latest end of a call that starts now, on the monotonic clock."""
        return self._core.clock.monotonic() + self._timeouts.total

    def _in_time(self, call: Call) -> Call:
        """The call with the time until which it may wait."""
        if self._max_wait is None:
            return call
        return replace(call, waits_until=self._core.clock.monotonic() + self._max_wait)

    def _too_late(self, call: Call) -> str:
        """Why too little time is left to send the call; empty if there is enough."""
        seconds = self._left(call.deadline)
        if call.operation.is_read:
            return "" if seconds else "the call has to be over"
        floor = min(FLOOR, self._timeouts.total / 2)
        return "" if seconds >= floor else f"{seconds:.2f} s are left, and an answer can take {floor:g} s"

    def _prepare(
        self, name: str, body: object, values: object, extra: Mapping[str, object] | None, naming: Naming | None = None
    ) -> Call:
        """Check the arguments of an operation and build its request; raises RequestInvalid.

        `naming` gives the keywords of the method, if the caller used the method.
        """
        operation = self._core.description.operations[name]
        given = values if isinstance(values, dict) else {}
        if naming is not None:
            body = self._core.builder.of_keywords(operation, body)
        whole, allowed = with_extra(body, extra)
        try:
            made = self._core.builder.prepare(operation, self._deadline(), body=whole, values=given, extra=allowed)
        except RequestInvalid as error:
            self._tell_caller(error, naming)
            raise
        made.trail.has_keywords = naming is not None
        return self._in_time(made)

    def _prepare_any(
        self,
        method: str,
        path: str | None,
        body: object,
        values: Mapping[str, object] | None,
        extra: Mapping[str, object] | None,
    ) -> Call:
        """Check and build a request for any path, or for the operation with that id; raises RequestInvalid."""
        if path is None:
            if method not in self._core.description.operations:
                near = meant(method, self._core.description.operations, repr)
                raise ValueError(
                    f"there is no operation {method!r}{near}; pass a method and a path, or an operation's id"
                )
            return self._prepare(method, body, values, extra)
        operation = self._core.description.find(method, path)
        whole, allowed = with_extra(body, extra)
        try:
            made = self._core.builder.prepare(
                operation, self._deadline(), path=path, method=method, body=whole, values=values, extra=allowed
            )
        except RequestInvalid as error:
            self._tell_caller(error, None)
            raise
        return self._in_time(made)

    def _tell_caller(self, error: RequestInvalid, naming: Naming | None) -> None:
        """Rewrite the problems of the error: the caller's keywords, links to the pages."""
        names = naming(error.operation).keywords if naming else {}
        error.problems = tuple(told(one, names, self._core.description.docs_url) for one in error.problems)

    def _dry(
        self, name: str, body: object = None, values: object = None, extra: Mapping[str, object] | None = None
    ) -> PreparedRequest:
        """The request that a call would send, without sending it."""
        prepare = Hidden(partial(self._prepare, name, body, values, extra, self._core.description.naming))
        del body, values, extra
        try:
            call = prepare.reveal()()
            return prepared(call, self._base_of(call))
        except ServiceError as error:
            failed = bare(self._named(error))
        raise failed

    def _named(self, error: E) -> E:
        """The error, with the name of the method: a caller knows `shelf.find`, and not always the operation's id."""
        if isinstance(error, ServiceError):
            error.method = self._core.description.naming(error.operation).method
        return error

    def _read(self, name: str, answer: Answer) -> Any:
        """Convert an answer to its model. The model carries the tag of the request."""
        description = self._core.description
        result = description.read(description.operations[name], answer.received.status, answer.value)
        if isinstance(result, Model):
            result.sent_as(answer.tag)
        return result

    def _asks_nothing(self, name: str, values: object) -> bool:
        """Whether the call asks for a list of ids that is empty, so that the answer is known without sending it."""
        wanted = self._core.description.operations[name].asks_for
        given = values.get(wanted) if wanted and isinstance(values, dict) else None
        return given is not None and isinstance(given, Sized) and not len(given)

    def _base_of(self, call: Call) -> str:
        """The base URL of the call: the client's, or the operation's own server."""
        own = call.operation.server
        return self._core.base_url if own is None or self._is_elsewhere else own.url()

    def _request(self, call: Call, token: str | None, exchange: Exchange, note: object) -> Outgoing:
        """The call in the form that transports take. `note` of the exchange is told of each step while it is sent."""
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
        extensions = exchange.extensions(steps, note)
        return Outgoing(call.method, self._base_of(call), target, headers, call.content, extensions)


def raw(answer: Answer, parsed: Any) -> Raw[Any]:
    """Bundle a success with its status, headers, body and parsed value."""
    came = answer.received
    return Raw(came.status, came.headers, came.body, came.elapsed, parsed, **marked(answer.tag))


def _require_token(token: str) -> None:
    """Raise ValueError for a token with characters that a header cannot hold; the message does not show the token."""
    if not is_token(token):
        raise ValueError("token must be printable ASCII without spaces")
