"""What a client does about each call. It touches no socket: its flows are run by a sync or an async shell."""

from __future__ import annotations

import logging
import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol

from .clock import Clock
from .description import Description, Operation
from .drift import Drift
from .errors import (
    ApiError,
    AuthenticationError,
    NotSent,
    OutcomeUnknown,
    ResponseUnreadable,
    ServiceError,
    TimePenalty,
)
from .flow import Call, Enter, Fault, Flow, Outcome, Pause, send
from .judging import Answer, Judge, Reading
from .lockout import LockOut
from .parsing import read_json
from .preparing import Preparer
from .secrets import Secrets
from .session import Session
from .wire import json_text

TRIES = 3
"""How often a read is sent at most."""
WORTH_A_TRY: frozenset[int] = frozenset({502, 503, 504})

log: logging.Logger = logging.getLogger(__package__)


class Lock(Protocol):
    """What keeps two requests for a token apart."""

    def release(self) -> None:
        """Let the next one in."""


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What a list of past requests says about one whose outcome is unknown."""

    outcome: Literal["placed", "not found", "unknown"]
    """`not found` is no proof that it was not placed: lists can be cut, and a request can be late."""
    records: tuple[Mapping[str, Any], ...] = ()
    """What carries the tag."""


class Core:
    """One client's state and its rules."""

    def __init__(
        self,
        description: Description,
        base_url: str,
        *,
        token: str | None,
        credentials: Mapping[str, Any] | None,
        reading: Reading,
        lock: Lock,
        clock: Clock,
    ) -> None:
        self.description: Description = description
        self.base_url: str = base_url
        self.lock: Lock = lock
        self.clock: Clock = clock
        self.secrets: Secrets = Secrets(description.facts.secrets)
        self.secrets.add(token)
        self.secrets.learn(credentials)
        self.drift: Drift = Drift()
        self.lockout: LockOut = LockOut(clock)
        self.session: Session = Session(description.facts.session, token, credentials, clock)
        self.preparer: Preparer = Preparer(description, self.secrets)
        self.judge: Judge = Judge(description, base_url, self.secrets, self.lockout, self.drift, reading)
        self._tickets: dict[str, tuple[str, LockOut]] = {}

    def exchange(self, call: Call) -> Flow[Answer]:
        """The answer to the call."""
        self.lockout.check(call.operation.id, call.tag)
        token = (yield from self._token(call)) if call.operation.secured else None
        return (yield from self._transfer(call, token))

    def reconcile(self, error: OutcomeUnknown, deadline: float) -> Flow[Reconciliation]:
        """What became of a request whose outcome is unknown, as far as the service lists it."""
        facts, tag = self.description.facts.reconcile, self.description.facts.tag
        if facts is None or not error.cl_ord_id:
            return Reconciliation("unknown")
        listing = self.preparer.prepare(self.description.operations[facts.operation], deadline)
        try:
            answer = yield from self.exchange(listing)
        except ServiceError as failed:
            log.warning("%s could not be looked up: %s", error.cl_ord_id, failed)
            return Reconciliation("unknown")
        found = tuple(row for row in answer.value if isinstance(row, dict) and row.get(tag) == error.cl_ord_id)
        if not found:
            return Reconciliation("not found")
        is_placed = any(row.get(facts.status) not in facts.refused for row in found)
        return Reconciliation("placed" if is_placed else "unknown", found)

    def _transfer(self, call: Call, token: str | None) -> Flow[Answer]:
        """The answer to the call with this token."""
        operation = call.operation
        self.session.spend(operation.id, call.content)
        outcome = yield from self._attempts(self._with_ticket(call), token)
        try:
            answer = self.judge.judge(call, outcome)
        except ApiError as error:
            self._learn(call, token, outcome, error)
            raise
        self.secrets.add(self.session.adopt(operation.id, answer.value))
        return answer

    def _attempts(self, call: Call, token: str | None) -> Flow[Outcome]:
        """What comes of sending: once, or up to three times where asking again does no harm."""
        level = logging.DEBUG if call.operation.is_read else logging.INFO
        for left in reversed(range(TRIES if call.operation.is_read else 1)):
            self.lockout.check(call.operation.id, call.tag)
            log.log(level, "%s is sent [%s]", call.operation.id, call.tag or "-")
            try:
                outcome = yield from send(call, token)
            except BaseException:
                log.warning("%s was interrupted, outcome unknown [%s]", call.operation.id, call.tag or "-")
                raise
            pause = random.uniform(0.1, 0.5)
            if not left or not _is_worth_a_try(outcome) or self.clock.monotonic() + pause >= call.deadline:
                break
            yield Pause(pause)
        return outcome

    def _token(self, call: Call) -> Flow[str | None]:
        """A token that holds, renewed or asked for by one caller at a time."""
        session = self.session
        if session.is_fresh:
            return session.token
        if not session.is_alive and session.credentials is None:
            raise _without_token(call, "there is none, and no credentials to ask for one")
        if not (yield Enter(call.deadline)):
            raise _without_token(call, "it did not come in time")
        try:
            if not session.is_fresh:
                yield from self._renew_or_open(call)
        except ServiceError as error:
            error.cl_ord_id = error.cl_ord_id or call.tag
            raise
        finally:
            self.lock.release()
        return session.token

    def _renew_or_open(self, call: Call) -> Flow[None]:
        """Another token; where renewal fails, the old one is used as long as it holds."""
        facts, session = self.session.facts, self.session
        if facts is None:
            return
        try:
            if session.is_alive:
                yield from self._transfer(self._own(facts.renew, call, None), session.token)
            else:
                yield from self._transfer(self._own(facts.open, call, session.credentials), None)
        except (OutcomeUnknown, ResponseUnreadable, NotSent, ApiError) as error:
            if session.is_alive:
                log.warning("the token was not renewed and is used as long as it holds: %s", error)
            elif isinstance(error, ApiError):
                raise
            else:
                raise _without_token(call, str(error)) from None
        if not session.is_alive:
            raise _without_token(call, "the answer held none")
        if not session.is_fresh:
            session.put_off()

    def _own(self, operation: str, call: Call, body: object) -> Call:
        """A call of the client's own, to be over when the caller's is."""
        return self.preparer.prepare(self.description.operations[operation], call.deadline, body=body)

    def _with_ticket(self, call: Call) -> Call:
        """The call with the ticket that an earlier penalty gave; raises while the penalty lasts."""
        ticket, wait = self._tickets.get(call.operation.id, ("", None))
        if wait is None:
            return call
        wait.check(call.operation.id, call.tag)
        self._tickets.pop(call.operation.id, None)
        if not isinstance(call.body, dict):
            return call
        return replace(call, content=json_text({**call.body, self.description.facts.penalty.ticket: ticket}).encode())

    def _learn(self, call: Call, token: str | None, outcome: Outcome, error: ApiError) -> None:
        """Keep what a refusal means for later calls."""
        operation = call.operation
        if isinstance(error, AuthenticationError):
            self.session.refuse_token(token)
            self.session.refuse_credentials(operation.id, call.content, error.text or str(error.status))
        elif isinstance(error, TimePenalty) and error.captcha:
            self.lockout.start(error.wait, "a human has to answer a captcha")
        elif isinstance(error, TimePenalty) and not isinstance(outcome, Fault):
            self._keep_ticket(operation, outcome.body, error.wait)

    def _keep_ticket(self, operation: Operation, body: bytes, seconds: float) -> None:
        """Remember a penalty's ticket for the next call of the operation."""
        ticket = read_json(body).get(self.description.facts.penalty.ticket)
        wait = LockOut(self.clock)
        wait.start(seconds, "the service put this request off")
        self._tickets[operation.id] = (ticket, wait)


def _without_token(call: Call, reason: str) -> NotSent:
    """The error for a call that has no token to go with."""
    return NotSent(operation=call.operation.id, cl_ord_id=call.tag, reason=f"no token, {reason}")


def _is_worth_a_try(outcome: Outcome) -> bool:
    """Whether another try can help: nothing was sent, an idle connection ended just then, or a gateway answered."""
    if isinstance(outcome, Fault):
        return not outcome.was_sent or outcome.was_stale
    return outcome.status in WORTH_A_TRY
