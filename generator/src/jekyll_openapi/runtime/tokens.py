"""Flows that obtain a token: one caller at a time, within the budget, and again after a token was refused."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Any

from .description import Description
from .effects import Call, Enter, Flow, Lock, Pause
from .errors import (
    ApiError,
    AuthenticationError,
    LockedOut,
    NotSent,
    OutcomeUnknown,
    ResponseUnreadable,
    ServiceError,
    TokenRefused,
)
from .marks import marked
from .request_builder import RequestBuilder
from .responses import Answer
from .session import Session
from .shared_state import Sharing

ELSEWHERE = 0.05
"""Seconds between two looks for a token that another process is asking for."""

log: logging.Logger = logging.getLogger(__package__)


@dataclass(slots=True)
class Signer:
    """Provides each call with a valid token."""

    description: Description
    session: Session
    builder: RequestBuilder
    lock: Lock
    sharing: Sharing | None
    transfer: Callable[[Call, str | None], Flow[Answer]]

    def token(self, call: Call) -> Flow[str | None]:
        """A valid token, renewed or opened if necessary by one caller at a time."""
        session = self.session
        if session.is_fresh:
            return session.token
        if not session.is_alive and session.credentials is None:
            raise _without_token(call, "pass token= or credentials= to the client")
        if not (yield Enter(call.deadline if call.waits_until is None else min(call.deadline, call.waits_until))):
            raise _without_token(call, "it did not come in time")
        try:
            if self.sharing is not None:
                self.sharing.pull()
            if not session.is_fresh:
                yield from self._ask(call)
        except ServiceError as error:
            vars(error).update(marked(call.tag), called=call.operation.id)
            raise
        finally:
            self.lock.release()
        return session.token

    def _ask(self, call: Call) -> Flow[None]:
        """Obtain another token, one process at a time: a second login would end the first one's session."""
        session, sharing = self.session, self.sharing
        while sharing is not None and not sharing.claim():
            if session.is_alive:
                return
            if self.builder.clock.monotonic() >= call.deadline:
                raise _without_token(call, "another process asks for one and got none in time")
            yield Pause(ELSEWHERE)
        try:
            if not session.is_fresh:
                yield from self._renew_or_open(call)
        finally:
            if sharing is not None:
                sharing.release()

    def recover(self, call: Call, token: str) -> Flow[bool]:
        """After a refusal: whether another token is available. If the old one is dead, logs in again."""
        session = self.session
        if self.sharing is not None:
            self.sharing.pull()
        if session.token == token:
            if not session.can_open:
                return False
            if session.is_suspect(call.operation.id) and not (yield from self._is_dead(call, token)):
                return False
            session.drop(token, call.operation.id)
            if self.sharing is not None:
                self.sharing.push()
        try:
            return (yield from self.token(call)) not in (None, token)
        except ServiceError as error:
            log.warning("%s: the token was refused, and no new one could be fetched: %s", call.operation.id, error)
            return False

    def _is_dead(self, call: Call, token: str) -> Flow[bool]:
        """Whether the token is refused even for an operation that every user may call."""
        facts = self.session.facts
        question = self.description.operations.get(facts.check) if facts else None
        if question is None or question.id == call.operation.id:
            return False
        try:
            yield from self.transfer(self._own(question.id, call, None), token)
        except AuthenticationError as error:
            return error.status == 401
        except ServiceError:
            return False
        return False

    def _renew_or_open(self, call: Call) -> Flow[None]:
        """Renew the token, or log in. If renewal fails, the old token is used while it is valid."""
        session = self.session
        if session.facts is None:
            return
        if session.is_alive and (yield from self._renewed(call)):
            return
        try:
            yield from self._open(call)
        except ServiceError as error:
            if not session.is_alive:
                raise
            log.warning("no new token could be fetched; the old one stays in use until it expires: %s", error)
        if not session.is_fresh:
            session.put_off()

    def _renewed(self, call: Call) -> Flow[bool]:
        """Try to renew; returns whether that is enough for now."""
        session, facts = self.session, self.session.facts
        assert facts is not None
        token = session.token
        try:
            yield from self.transfer(self._own(facts.renew, call, None), token)
        except ServiceError as error:
            is_final = isinstance(error, ApiError) and error.was_looked_at and error.again != "later"
            if isinstance(error, AuthenticationError) and error.status == 401:
                session.drop(token, facts.renew)
            if is_final and session.credentials is not None:
                log.warning("the token could not be renewed; opening a new session: %s", error)
                return False
            if not session.is_alive:
                raise _without_token(call, _why(error, "the renewal")) from None
            log.warning("the token could not be renewed; it stays in use until it expires: %s", error)
        if not session.is_fresh:
            session.put_off()
        return True

    def _open(self, call: Call) -> Flow[None]:
        """Log in."""
        session = self.session
        if session.facts is None or session.credentials is None:
            raise _without_token(call, "pass token= or credentials= to the client")
        try:
            yield from self.transfer(self._own(session.facts.open, call, session.credentials), None)
        except LockedOut:
            raise
        except AuthenticationError as error:
            raise _login_failure(call, error) from None
        except (OutcomeUnknown, ResponseUnreadable, NotSent, ApiError) as error:
            if isinstance(error, ApiError) and not error.was_looked_at:
                raise
            raise _without_token(call, _why(error, "the login")) from None
        if not session.is_alive:
            raise _without_token(call, "the answer held none of this user")

    def _own(self, operation: str, call: Call, body: object) -> Call:
        """A call of the client's own, within the caller's deadline and lock-outs."""
        made = self.builder.prepare(self.description.operations[operation], call.deadline, body=body)
        return replace(made, scope="usual" if call.scope == "usual" else "session")

    def spending(self) -> Any:
        """Context in which spending from a budget counts for all clients of the session."""
        return nullcontext() if self.sharing is None else self.sharing.spending()


def _login_failure(call: Call, error: AuthenticationError) -> ServiceError:
    """The error of a call whose login failed: wrong credentials as they are, other refusals as TokenRefused or
    NotSent.
    """
    if error.is_wrong_password:
        return error
    if error.status in (401, 403):
        kept = {name: value for name, value in vars(error).items() if not name.startswith("_")}
        reason = "no token: the login was refused"
        return TokenRefused(**{**kept, "operation": call.operation.id, **marked(call.tag)}, reason=reason)
    return _without_token(call, _why(error, "the login"))


def _why(error: ServiceError, what: str) -> str:
    """Why there is no token, without the advice for whoever wants to send the login again: the call was not sent."""
    match error:
        case ResponseUnreadable():
            said = ResponseUnreadable.summary(error)
        case OutcomeUnknown(reason=reason) | NotSent(reason=reason):
            said = reason
        case _:
            said = error.summary()
    return f"{what} failed: {said}"


def _without_token(call: Call, reason: str) -> NotSent:
    """The error of a call without a token."""
    return NotSent(operation=call.operation.id, **marked(call.tag), reason=f"no token: {reason}")
