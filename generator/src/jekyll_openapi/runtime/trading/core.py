"""The rules for each call of a trading client: session, tags, unknown outcomes. Flows yield effects, no I/O here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ..clock import Clock
from ..core import Core, CoreOptions
from ..effects import Call, Fault, Flow, Lock, Outcome, Pause, send
from ..errors import ApiError, AuthenticationError, LockedOut, NotSent
from ..json_parser import read_json
from ..lockout import SHARED
from ..request_builder import RequestBuilder
from ..responses import Answer, ResponseHandler
from ..secrets import digest
from ..security import Keys
from ..session import Session
from ..state import StateFile, StatePath
from ..tokens import Signer
from .errors import TimePenalty
from .facts import TradingDescription
from .in_doubt import Doubt, InDoubt
from .ledger import Ledger, is_about
from .reconciliation import Reconciler, Reconciliation
from .request_builder import TradingRequestBuilder
from .responses import TradingResponseHandler
from .shared_state import TradeSharing
from .tags import UsedTags
from .tickets import Tickets


@dataclass(frozen=True, slots=True, kw_only=True)
class TradingCoreOptions(CoreOptions):
    """Parts that a trading client's rules work with."""

    halt_on_doubt: bool = False
    state: StatePath | None = None
    """A file to share with other processes; None without one."""
    in_doubt: str | bytes | Iterable[Doubt] = ()
    """Trades in doubt from an earlier run: records, or the text of `to_json`."""


class TradingCore(Core):
    """State of one client and its rules for calls."""

    description: TradingDescription  # pyright: ignore[reportIncompatibleVariableOverride]  # it is never another one
    builder_kind: ClassVar[type[RequestBuilder]] = TradingRequestBuilder
    handler_kind: ClassVar[type[ResponseHandler]] = TradingResponseHandler

    def __init__(
        self,
        description: TradingDescription,
        base_url: str,
        *,
        keys: Keys,
        token: str | None,
        credentials: Mapping[str, Any] | None,
        options: TradingCoreOptions,
        lock: Lock,
        clock: Clock,
    ) -> None:
        facts = description.facts
        self.session: Session = Session(facts.session, token, credentials, clock)
        super().__init__(description, base_url, keys=keys, token=token, options=options, clock=clock)
        self.secrets.learn(credentials)
        self.used: UsedTags = UsedTags(clock)
        self.sharing: TradeSharing | None = self._shared(options)
        self.in_doubt: InDoubt = InDoubt(self.sharing)
        self.ledger: Ledger = Ledger(
            description, self.handler, self.in_doubt, self.used, self.sharing, options.halt_on_doubt
        )
        self.signer: Signer = Signer(description, self.session, self.builder, lock, self.sharing, self._transfer)
        self.tickets: Tickets = Tickets(facts.penalty.ticket, clock)
        self.reconciler: Reconciler = Reconciler(
            description, self.builder, self.exchange, self.in_doubt, self.used, clock
        )
        self._load(options.in_doubt)

    def exchange(self, call: Call) -> Flow[Answer]:
        """Send a call; returns its checked answer."""
        self.ledger.require_certainty(call)
        call.trail.is_under_way = True
        try:
            return (yield from self._put_off_once(call))
        finally:
            call.trail.is_under_way = False

    def _put_off_once(self, call: Call) -> Flow[Answer]:
        """Send a call, and once more if it is put off and may wait."""
        try:
            return (yield from super().exchange(call))
        except TimePenalty as error:
            if error.captcha or not is_about(error, call) or not self._may_wait(call, error.wait):
                raise
            yield Pause(error.wait)
        return (yield from super().exchange(call))

    def interrupted(self, call: Call, error: BaseException) -> None:
        """Keep what has to be known of a call whose result did not reach the caller, unless the error says it."""
        if not is_about(error, call):
            self.ledger.interrupted(call, error)

    def reconcile(self, what: object, wait: float, total: float) -> Flow[Reconciliation]:
        """Find out what became of a request, from what the service lists."""
        trace = self.reconciler.trace(what)
        found = yield from self.reconciler.look(trace, wait, total)
        if found.outcome != "unknown" and trace.doubt is not None:
            self.in_doubt.settle(trace.doubt)
        return found

    def use_token(self, token: str) -> None:
        """Use another token from now on."""
        self.secrets.add(token)
        self.session.replace(token)

    def _user(self) -> bytes:
        """A digest that identifies the user without revealing the credentials."""
        return self.session.user() or super()._user()

    def _has_token(self) -> bool:
        """Whether there is a token, or a way to get one."""
        return self.session.facts is not None or self.session.token is not None

    # --- one call -----------------------------------------------------------------------------------------------------

    def _exchange(self, call: Call) -> Flow[Answer]:
        """Send a call with a valid token. If the token is refused, a read is sent again with another."""
        if self.sharing is not None:
            self.sharing.pull()
        yield from self._wait(call, lambda: self._check(call))
        token = (yield from self.signer.token(call)) if self._needs_token(call) else None
        try:
            return (yield from self._transfer(call, token))
        except AuthenticationError as error:
            if error.status != 401 or token is None:
                raise
            refused = error
        if (yield from self.signer.recover(call, token)) and call.operation.is_read:
            return (yield from self._transfer(call, self.session.token))
        raise refused

    def _check(self, call: Call) -> None:
        """Raise while this request, or the service, must wait."""
        self.tickets.check(call)
        super()._check(call)

    def _transfer(self, call: Call, token: str | None) -> Flow[Answer]:
        """Send a call with this token, and with the ticket of an earlier time penalty for the same request."""
        asked = call
        self.session.require_unrefused(asked.operation.id, asked.content)
        self._check(asked)
        self.ledger.require_certainty(asked)
        self.ledger.take_tags(asked)
        call, ticket = self.tickets.take(asked)
        if ticket is not None:
            asked.trail.sent = call
        sent_at, doubt, outcome = self.clock.now(), None, None
        try:
            doubt = self.ledger.write_down(call, sent_at)
            call.trail.sent_at = sent_at
            outcome = yield from self._attempts(call, token)
            answer = self.handler.handle(call, outcome)
            call.trail.value = answer.value
        except BaseException as error:
            is_own = is_about(error, call)
            if call.trail.sent_at is None or (is_own and isinstance(error, NotSent | LockedOut)):
                self.tickets.give_back(ticket)
            if is_own:
                self._learn(asked, call, outcome, error)
            self.ledger.settle(call, doubt, sent_at, error)
            raise
        if doubt is not None:
            self.in_doubt.settle(doubt)
        self._adopt(call, answer)
        return answer

    def _send(self, call: Call, token: str | None) -> Flow[Outcome]:
        """Send a call once. Only a call that was really sent counts against a budget."""
        budget = self.session.budgets.get(call.operation.id)
        if budget is None:
            return (yield from send(call, token))
        with self.signer.spending():
            spent = budget.spend(call.operation.id)
        is_spent = True
        try:
            outcome = yield from send(call, token)
            is_spent = not isinstance(outcome, Fault) or outcome.was_sent
        except BaseException:
            is_spent = call.trail.sent_at is not None
            raise
        finally:
            if not is_spent:
                with self.signer.spending():
                    budget.give_back(spent)
        return outcome

    # --- what is learnt -----------------------------------------------------------------------------------------------

    def _adopt(self, call: Call, answer: Answer) -> None:
        """Keep what a success means for later calls: tokens, used tags."""
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

    def _learn(self, asked: Call, call: Call, outcome: Outcome | None, error: BaseException) -> None:
        """Keep what a refusal means for later calls: refused tokens, tickets, wrong credentials.

        `call` is what was sent for `asked`, perhaps with a ticket.
        """
        if not isinstance(error, ApiError):
            return
        if isinstance(error, AuthenticationError):
            error.is_wrong_password = self.session.refuse_credentials(asked.operation.id, asked.content, error)
        elif isinstance(error, TimePenalty) and error.captcha:
            self.lockouts.start(call.scope, error.wait, "a human must solve a captcha")
        elif isinstance(error, TimePenalty) and outcome is not None and not isinstance(outcome, Fault):
            self.tickets.keep(call, read_json(outcome.body).get(self.tickets.name), error.wait)
        self._keep_lockouts()
        if self.sharing is not None and self.lockouts.is_on:
            self.sharing.push()

    def _shared(self, options: TradingCoreOptions) -> TradeSharing | None:
        """The part shared with other processes; None without a file."""
        if options.state is None:
            return None
        login = digest(self.base_url.encode() + self.user).hex()
        file = StateFile(options.state, login, TradeSharing.sections)
        return TradeSharing(file, self.session, self.lockouts, self.used, self.clock)

    def _load(self, records: str | bytes | Iterable[Doubt]) -> None:
        """Take over trades in doubt from an earlier run."""
        if isinstance(records, str | bytes):
            self.in_doubt.from_json(records)
        else:
            self.in_doubt.add(records)
