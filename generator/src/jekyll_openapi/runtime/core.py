"""The rules for each call: waiting, retries, lock-outs. No I/O here: flows yield effects that a client performs."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from .clock import Clock
from .description import Description
from .effects import Call, Fault, Flow, Outcome, Pause, send
from .errors import LockedOut, NotSent, RateLimited
from .lines import one_line
from .lockout import SHARED, LockOuts
from .marks import marked
from .request_builder import RequestBuilder
from .responses import Answer, Reading, ResponseHandler
from .secrets import Secrets, digest
from .security import Keys
from .unknown_fields import Drift

TRIES = 3
"""How often a read is sent at most."""
WORTH_A_TRY: frozenset[int] = frozenset({502, 503, 504})
log: logging.Logger = logging.getLogger(__package__)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreOptions:
    """Parts that a client's rules work with."""

    reading: Reading = "lenient"
    is_alone: bool = False
    """Keep lock-outs to this client instead of sharing them with others of the same login."""


class Core:
    """State of one client and its rules for calls."""

    builder_kind: ClassVar[type[RequestBuilder]] = RequestBuilder
    handler_kind: ClassVar[type[ResponseHandler]] = ResponseHandler

    def __init__(
        self,
        description: Description,
        base_url: str,
        *,
        keys: Keys,
        token: str | None,
        options: CoreOptions,
        clock: Clock,
    ) -> None:
        self.description: Description = description
        self.base_url: str = base_url
        self.clock: Clock = clock
        self.keys: Keys = keys
        self.secrets: Secrets = Secrets(description.facts.secrets)
        for secret in (token, *keys.secrets):
            self.secrets.add(secret)
        self.drift: Drift = Drift()
        self.static_token: str | None = token
        self.user: bytes = self._user()
        self.is_alone: bool = options.is_alone or not self.user
        self.lockouts: LockOuts = LockOuts(clock) if self.is_alone else SHARED.get(base_url, self.user, clock)
        self.builder: RequestBuilder = self.builder_kind(description, self.secrets, clock)
        self.handler: ResponseHandler = self.handler_kind(
            description, base_url, self.secrets, self.lockouts, clock, self.drift, options.reading
        )

    def exchange(self, call: Call) -> Flow[Answer]:
        """Send a call; returns its checked answer. A read waits for `Retry-After` and is sent again if it may wait."""
        for left in reversed(range(TRIES if self._comes_again(call) else 1)):
            try:
                return (yield from self._exchange(call))
            except RateLimited as refused:
                seconds = (refused.until - self.clock.now()).total_seconds()
                if not left or not self._may_wait(call, seconds):
                    raise
        raise AssertionError("the last try raises")

    def interrupted(self, call: Call, error: BaseException) -> None:
        """Keep what has to be known of a call whose result did not reach the caller, unless the error says it."""

    def use_token(self, token: str) -> None:
        """Use another token from now on."""
        self.secrets.add(token)
        self.static_token = token

    def _user(self) -> bytes:
        """A digest that identifies the user without revealing the credentials."""
        if self.keys.secrets:
            return digest(repr(sorted(self.keys.secrets)).encode())
        return digest(f"token {self.static_token}".encode()) if self.static_token else b""

    def _has_token(self) -> bool:
        """Whether there is a token, or a way to get one."""
        return self.static_token is not None

    def _needs_token(self, call: Call) -> bool:
        """Whether the call is sent with a token; raises NotSent if there are no credentials for it at all."""
        security, has_token = call.operation.security, self._has_token()
        if security and self.keys.chosen(security, has_token=has_token) is None:
            reason = f"no credentials: give {self.keys.wanted(security)}"
            raise NotSent(operation=call.operation.id, **marked(call.tag), reason=reason)
        return self.keys.needs_token(security, has_token=has_token)

    # --- one call -----------------------------------------------------------------------------------------------------

    def _exchange(self, call: Call) -> Flow[Answer]:
        """Send a call as soon as lock-outs allow; returns its checked answer."""
        yield from self._wait(call, lambda: self._check(call))
        return (yield from self._transfer(call, self.static_token if self._needs_token(call) else None))

    def _transfer(self, call: Call, token: str | None) -> Flow[Answer]:
        """Send a call with this token; returns its checked answer."""
        try:
            return self.handler.handle(call, (yield from self._attempts(call, token)))
        finally:
            self._keep_lockouts()

    def _check(self, call: Call) -> None:
        """Raise LockedOut while the service must be left alone."""
        self.lockouts.check(call.scope, call.operation.id, call.tag)

    def _keep_lockouts(self) -> None:
        """Keep a lock-out alive for the user's other clients, even when this client is gone."""
        if self.lockouts.is_on and not self.is_alone:
            SHARED.keep(self.lockouts)

    def _attempts(self, call: Call, token: str | None) -> Flow[Outcome]:
        """Send a call once, or up to three times if repeating it is harmless."""
        level = logging.DEBUG if call.operation.is_read else logging.INFO
        left = TRIES if call.operation.is_read else 1
        while True:
            left -= 1
            self.lockouts.check(call.scope, call.operation.id, call.tag)
            if log.isEnabledFor(level):
                log.log(level, "%s is sent [%s]", call.operation.id, one_line(call.tag or "-"))
            outcome = yield from self._send(call, token)
            if not left or not _is_worth_a_try(outcome):
                return outcome
            pause = random.uniform(0.1, 0.5)
            if self.clock.monotonic() + pause >= call.deadline:
                return outcome
            yield Pause(pause)

    def _send(self, call: Call, token: str | None) -> Flow[Outcome]:
        """Send a call once."""
        return (yield from send(call, token))

    def _wait(self, call: Call, check: Callable[[], None]) -> Flow[None]:
        """Wait until `check` passes, for as long as the call may wait."""
        while True:
            try:
                return check()
            except LockedOut as locked:
                seconds = (locked.until - self.clock.now()).total_seconds()
                if not self._may_wait(call, seconds):
                    raise
            yield Pause(max(seconds, 0.01))

    def _comes_again(self, call: Call) -> bool:
        """Whether to obey `Retry-After` by waiting. Not for a service with rules of its own: it may punish repeats."""
        return call.operation.is_read and not self.description.facts.lock_out.seconds

    def _may_wait(self, call: Call, seconds: float) -> bool:
        """Whether the call may wait that many seconds."""
        until = call.waits_until
        if until is None and self._comes_again(call):
            until = call.deadline
        return until is not None and self.clock.monotonic() + seconds < min(until, call.deadline)


def _is_worth_a_try(outcome: Outcome) -> bool:
    """Whether sending a read again can help.

    Yes if nothing was sent, if an idle connection ended just then, or if a gateway answered. A gateway's
    `Retry-After` is obeyed instead.
    """
    if isinstance(outcome, Fault):
        return not outcome.was_sent or outcome.was_stale
    return outcome.status in WORTH_A_TRY and "retry-after" not in outcome.headers
