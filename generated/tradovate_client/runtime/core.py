"""What a client does about each call. It touches no socket: its flows are run by a sync or an async shell."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .books import Books
from .clock import Clock
from .description import Description
from .drift import Drift
from .errors import (
    ApiError,
    AuthenticationError,
    LockedOut,
    NotSent,
    TimePenalty,
)
from .flow import Call, Fault, Flow, Outcome, Pause, send
from .in_doubt import Doubt, InDoubt
from .judging import Answer, Judge, Reading
from .lockout import SHARED, LockOuts
from .parsing import read_json
from .preparing import Preparer
from .reconciling import Reconciler, Reconciliation
from .secrets import Secrets
from .security import Keys
from .session import Session, digest
from .sharing import Sharing
from .signing import Lock, Signer
from .state import StateFile, StatePath
from .tags import UsedTags
from .tickets import Tickets

TRIES = 3
"""How often a read is sent at most."""
WORTH_A_TRY: frozenset[int] = frozenset({502, 503, 504})
log: logging.Logger = logging.getLogger(__package__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What a client does beside sending."""

    reading: Reading = "lenient"
    halt_on_doubt: bool = False
    state: StatePath | None = None
    """A file to share with other processes."""
    in_doubt: str | bytes | Iterable[Doubt] = ()
    """Records of an earlier run, or what their `to_json` gave."""
    is_alone: bool = False
    """It shares no lock-out with other clients of the login."""


class Core:
    """One client's state and its rules."""

    def __init__(
        self,
        description: Description,
        base_url: str,
        *,
        keys: Keys,
        token: str | None,
        credentials: Mapping[str, Any] | None,
        doing: Doing,
        lock: Lock,
        clock: Clock,
    ) -> None:
        facts = description.facts
        self.description: Description = description
        self.base_url: str = base_url
        self.lock: Lock = lock
        self.clock: Clock = clock
        self.secrets: Secrets = Secrets(facts.secrets)
        self.keys: Keys = keys
        for secret in (token, *keys.secrets):
            self.secrets.add(secret)
        self.secrets.learn(credentials)
        self.drift: Drift = Drift()
        self.session: Session = Session(facts.session, token, credentials, clock)
        known = repr(sorted(keys.secrets)).encode() if keys.secrets else None
        self.user: bytes = self.session.user() or (digest(known) if known else b"")
        self.is_alone: bool = doing.is_alone or not self.user
        self.lockouts: LockOuts = LockOuts(clock) if self.is_alone else SHARED.get(base_url, self.user, clock)
        self.used: UsedTags = UsedTags(clock)
        self.sharing: Sharing | None = self._shared(doing)
        self.in_doubt: InDoubt = InDoubt(self.sharing)
        self.preparer: Preparer = Preparer(description, self.secrets, clock)
        self.judge: Judge = Judge(description, base_url, self.secrets, self.lockouts, clock, self.drift, doing.reading)
        self.books: Books = Books(description, self.judge, self.in_doubt, self.used, self.sharing, doing.halt_on_doubt)
        self.signer: Signer = Signer(description, self.session, self.preparer, lock, self.sharing, self._transfer)
        self.tickets: Tickets = Tickets(facts.penalty.ticket, clock)
        self.reconciler: Reconciler = Reconciler(
            description, self.preparer, self.exchange, self.in_doubt, self.used, clock
        )
        self._load(doing.in_doubt)

    def exchange(self, call: Call) -> Flow[Answer]:
        """The answer to the call."""
        try:
            self.books.require_certainty(call)
            try:
                return (yield from self._exchange(call))
            except TimePenalty as error:
                if error.captcha or not self._may_wait(call, error.wait):
                    raise
                yield Pause(error.wait)
            return (yield from self._exchange(call))
        except Exception:
            raise
        except BaseException as error:
            self.books.note(error, call, "nothing was sent")
            raise

    def reconcile(self, what: object, wait: float, total: float) -> Flow[Reconciliation]:
        """What became of a request whose outcome is unknown, as far as the service lists it."""
        trace = self.reconciler.trace(what)
        found = yield from self.reconciler.look(trace, wait, total)
        if found.outcome != "unknown" and trace.doubt is not None:
            self.in_doubt.settle(trace.doubt)
        return found

    def _needs_token(self, call: Call) -> bool:
        """Whether the call goes out with a token; raises where there are no credentials for it at all."""
        security = call.operation.security
        has_token = self.session.facts is not None or self.session.token is not None
        if security and self.keys.chosen(security, has_token=has_token) is None:
            reason = f"no credentials: give {self.keys.wanted(security)}"
            raise NotSent(operation=call.operation.id, cl_ord_id=call.tag, reason=reason)
        return self.keys.needs_token(security, has_token=has_token)

    # --- one call -----------------------------------------------------------------------------------------------------

    def _exchange(self, call: Call) -> Flow[Answer]:
        """The answer to the call, with a token that holds; a question is asked again with another token."""
        if self.sharing is not None:
            self.sharing.pull()
        yield from self._wait(call, lambda: self.tickets.check(call))
        yield from self._wait(call, lambda: self.lockouts.check(call.scope, call.operation.id, call.tag))
        token = (yield from self.signer.token(call)) if self._needs_token(call) else None
        try:
            return (yield from self._transfer(call, token))
        except AuthenticationError as error:
            if error.status != 401 or token is None:
                raise
            refused = error
        if (yield from self.signer.heal(call, token)) and call.operation.is_read:
            return (yield from self._transfer(call, self.session.token))
        raise refused

    def _transfer(self, asked: Call, token: str | None) -> Flow[Answer]:
        """The answer to the call with this token, and with the ticket that the request drew before."""
        self.session.require_unrefused(asked.operation.id, asked.content)
        self.tickets.check(asked)
        self.lockouts.check(asked.scope, asked.operation.id, asked.tag)
        self.books.require_certainty(asked)
        self.books.take_tags(asked)
        call, ticket = self.tickets.take(asked)
        sent_at, doubt, outcome = self.clock.now(), None, None
        try:
            doubt = self.books.write_down(call, sent_at)
            outcome = yield from self._attempts(call, token)
            answer = self.judge.judge(call, outcome)
        except BaseException as error:
            if isinstance(error, NotSent | LockedOut):
                self.tickets.give_back(call, ticket)
            self._learn(asked, outcome, error)
            self.books.settle(call, doubt, sent_at, error)
            raise
        if doubt is not None:
            self.in_doubt.settle(doubt)
        self._adopt(call, answer)
        return answer

    def _attempts(self, call: Call, token: str | None) -> Flow[Outcome]:
        """What comes of sending: once, or up to three times where asking again does no harm."""
        level = logging.DEBUG if call.operation.is_read else logging.INFO
        for left in reversed(range(TRIES if call.operation.is_read else 1)):
            self.lockouts.check(call.scope, call.operation.id, call.tag)
            pause = random.uniform(0.1, 0.5)
            log.log(level, "%s is sent [%s]", call.operation.id, call.tag or "-")
            outcome = yield from self._send(call, token)
            if not left or not _is_worth_a_try(outcome) or self.clock.monotonic() + pause >= call.deadline:
                break
            yield Pause(pause)
        return outcome

    def _send(self, call: Call, token: str | None) -> Flow[Outcome]:
        """What comes of sending once; only what went out counts against a budget."""
        budget = self.session.budgets.get(call.operation.id)
        if budget is None:
            return (yield from send(call, token))
        with self.signer.spending():
            spent = budget.spend(call.operation.id)
        outcome = yield from send(call, token)
        if isinstance(outcome, Fault) and not outcome.was_sent:
            with self.signer.spending():
                budget.give_back(spent)
        return outcome

    def _wait(self, call: Call, check: Callable[[], None]) -> Flow[None]:
        """Wait until the check passes, as long as the call may."""
        while True:
            try:
                return check()
            except LockedOut as locked:
                seconds = (locked.until - self.clock.now()).total_seconds()
                if not self._may_wait(call, seconds):
                    raise
            yield Pause(max(seconds, 0.01))

    def _may_wait(self, call: Call, seconds: float) -> bool:
        """Whether the call may wait for so long."""
        until = call.waits_until
        return until is not None and self.clock.monotonic() + seconds < min(until, call.deadline)

    # --- what is learnt -----------------------------------------------------------------------------------------------

    def _adopt(self, call: Call, answer: Answer) -> None:
        """Keep what a success means for later calls."""
        self.session.clear(call.operation.id)
        self.reconciler.claim(call.operation.id, answer.value)
        self.reconciler.note_tags(call.operation.id, answer.value)
        token = self.session.adopt(call.operation.id, answer.value)
        if token is None:
            return
        self.secrets.add(token)
        if not self.is_alone:
            SHARED.join(self.base_url, digest(f"token {token}".encode()), self.lockouts)
        if self.sharing is not None:
            self.sharing.push()

    def _learn(self, call: Call, outcome: Outcome | None, error: BaseException) -> None:
        """Keep what a refusal means for later calls."""
        if not isinstance(error, ApiError):
            return
        if isinstance(error, AuthenticationError):
            error.is_wrong_password = self.session.refuse_credentials(call.operation.id, call.content, error)
        elif isinstance(error, TimePenalty) and error.captcha:
            self.lockouts.start(call.scope, error.wait, "a human has to answer a captcha")
        elif isinstance(error, TimePenalty) and outcome is not None and not isinstance(outcome, Fault):
            ticket = read_json(outcome.body).get(self.description.facts.penalty.ticket)
            self.tickets.keep(call, ticket, error.wait)
        if self.lockouts.is_on:
            if not self.is_alone:
                SHARED.keep(self.lockouts)
            if self.sharing is not None:
                self.sharing.push()

    def _shared(self, doing: Doing) -> Sharing | None:
        """What is shared with other processes."""
        if doing.state is None:
            return None
        login = digest(self.base_url.encode() + self.user).hex()
        return Sharing(StateFile(doing.state, login), self.session, self.lockouts, self.used, self.clock)

    def _load(self, records: str | bytes | Iterable[Doubt]) -> None:
        """Take in the doubts of an earlier run."""
        if isinstance(records, str | bytes):
            self.in_doubt.from_json(records)
        else:
            self.in_doubt.add(records)


def _is_worth_a_try(outcome: Outcome) -> bool:
    """Whether another try can help: nothing was sent, an idle connection ended just then, or a gateway answered.

    A gateway that says when to come again is taken at its word.
    """
    if isinstance(outcome, Fault):
        return not outcome.was_sent or outcome.was_stale
    return outcome.status in WORTH_A_TRY and "retry-after" not in outcome.headers
