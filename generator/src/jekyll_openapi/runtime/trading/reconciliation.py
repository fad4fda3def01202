"""Finds out what became of a request whose outcome is unknown. Searches repeatedly, never guesses."""

from __future__ import annotations

import logging
import math
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, Literal

from ..clock import Clock
from ..effects import Call, Flow, Pause
from ..errors import (
    ApiError,
    Blocked,
    LockedOut,
    NotFound,
    NotSent,
    OutcomeUnknown,
    RateLimited,
    RequestInvalid,
    ResponseUnreadable,
    ServiceError,
    UnreadableOutcome,
)
from ..lines import one_line
from ..request_builder import RequestBuilder
from ..requests import PreparedRequest
from ..responses import Answer
from .errors import TimePenalty
from .facts import Trade, TradingDescription
from .failures import is_id
from .in_doubt import Doubt, InDoubt
from .matching import Matcher, Row, Verdict, Wanted, agreed, known_by, read_time, share_out
from .tags import Made, UsedTags, read_tag, sibling

FIRST_PAUSE, LONGEST_PAUSE = 0.25, 15.0
"""Seconds between two searches: the first, doubled each time up to the longest."""
MOST_ORDERS = 20
"""Orders fetched per search at most."""
MOST_CLAIMED = 10_000
LATEST = 120.0
"""Seconds after sending within which the service carries out a request, if ever."""
MOST_SKEW = timedelta(minutes=10)
"""A larger difference of clocks means a cached answer or a meaningless clock."""
LONGEST_WHY = 1000
"""How many characters the states of commands may take."""
UNSENT = (NotSent, LockedOut, RequestInvalid, TimePenalty, RateLimited, Blocked)

log: logging.Logger = logging.getLogger(__package__)


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What the service's lists say about a request."""

    outcome: Literal["placed", "not placed", "done", "not done", "unknown"]
    """`placed` or `not placed` for orders; `done` or `not done` for a cancel, a change or a liquidation."""
    commands: tuple[Row, ...] = ()
    """Listed commands that belong to the request, or may belong to it."""
    order_ids: tuple[int, ...] = ()
    """Ids of their orders."""
    why: str = ""
    """The reason, in a sentence."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What is known about the request to look for."""

    doubt: Doubt | None = None
    tag: str | None = None
    trade: Trade | None = None
    """How its operation acts; None if only the tag is known."""
    wanted: tuple[Wanted, ...] = ()
    at: datetime | None = None
    """When it was sent; None if unknown."""
    answer: Reconciliation | None = None
    """The result, if no search is needed."""

    @property
    def is_telling(self) -> bool:
        """Whether it tells the request from those of others, so that a search can find out what became of it."""
        known = self.tag or (self.trade and self.trade.order) or (self.doubt and self.doubt.order_ids)
        return bool(known)


@dataclass(slots=True)
class Reconciler:
    """Searches the list of commands for requests."""

    description: TradingDescription
    builder: RequestBuilder
    exchange: Callable[[Call], Flow[Answer]]
    in_doubt: InDoubt
    used: UsedTags
    clock: Clock
    _claimed: OrderedDict[object, object] = field(default_factory=OrderedDict)
    """Ids of commands and orders, with the time of their request where a search found it."""

    def claim(self, operation: str, answer: object) -> None:
        """Note ids that belong to a request with a known outcome, so that no search takes them."""
        trade = self.description.facts.trades.get(operation)
        for name in trade.ids if trade and isinstance(answer, dict) else ():
            if is_id(answer.get(name)):  # type: ignore[attr-defined]
                self._claimed[answer[name]] = None  # type: ignore[index]
        while len(self._claimed) > MOST_CLAIMED:
            self._claimed.popitem(last=False)

    def note_tags(self, operation: str, answer: object) -> None:
        """Note the tags in a list of commands as used."""
        facts, name = self.description.facts.reconcile, self.description.facts.tag
        if facts is None or operation != facts.operation or not isinstance(answer, list):
            return
        for row in answer:
            tag, kind = (row.get(name), row.get(facts.kind)) if isinstance(row, dict) else (None, None)
            if isinstance(tag, str) and tag and isinstance(kind, str) and self.used.find(tag, kind) is None:
                self.used.add(tag, kind, read_time(row.get(facts.time)))

    # --- what is looked for -------------------------------------------------------------------------------------------

    def trace(self, what: object) -> Trace:
        """What is known about a request by its error, record or tag; raises TypeError for anything else."""
        if isinstance(what, Doubt):
            return self._of_doubt(what)
        if isinstance(what, str):
            known = self.in_doubt.find(what) if what else None
            return self._of_doubt(known) if known else self._of_tag(what)
        if isinstance(what, ServiceError) and self._is_unsent(what):
            text = self._words(self.description.facts.trades.get(what.called or what.operation))["not done"]
            return Trace(answer=Reconciliation(text, why="the service did nothing with the request: it says so itself"))
        if isinstance(what, ServiceError):
            return self._of_error(what)
        if isinstance(what, BaseException) or hasattr(what, "cl_ord_id"):
            tag = getattr(what, "cl_ord_id", None)
            return self.trace(tag) if isinstance(tag, str) else Trace()
        raise TypeError(f"reconcile takes an error, a record of `in_doubt` or a tag, got {type(what).__name__}")

    def _is_unsent(self, error: ServiceError) -> bool:
        """Whether the error means that the request, or the login before it, was not carried out."""
        known = self.description.operations.get(error.operation)
        if known is not None and known.kind == "auth":
            return True
        return isinstance(error, UNSENT) and not (isinstance(error, ApiError) and error.may_be_live)

    def _of_error(self, error: ServiceError) -> Trace:
        """What is known from an error about a request that was sent."""
        known = self.in_doubt.find(error) if isinstance(error, OutcomeUnknown | ApiError) else None
        if known is not None:
            return self._of_doubt(known)
        sent, at = getattr(error, "request", None), getattr(error, "sent_at", None)
        if not isinstance(sent, PreparedRequest) or not isinstance(at, datetime):
            return self._of_tag(error.cl_ord_id) if error.cl_ord_id else Trace()
        ids = error.order_ids if isinstance(error, UnreadableOutcome | ApiError) else ()
        doubt = Doubt(error.cl_ord_id, error.operation, None, at, sent, ids)
        return self._of_doubt(replace(doubt, account_id=doubt.body.get(self.description.facts.account)))

    def _of_doubt(self, doubt: Doubt) -> Trace:
        """What is known from a record."""
        facts, body = self.description.facts, doubt.body
        if doubt.request.content and not body:
            # A secret that was masked can have taken the body apart; nothing is left to tell the request by.
            return Trace(doubt, doubt.cl_ord_id)
        trade, name = facts.trades.get(doubt.operation_id), facts.tag
        legs = [body[leg] for leg in (trade.legs if trade else ()) if isinstance(body.get(leg), dict)]
        parts = [(doubt.cl_ord_id, body), *((leg.get(name) or None, {**body, **leg}) for leg in legs)]
        wanted = tuple(Wanted(tag, part, _is_made(tag)) for tag, part in parts)
        return Trace(doubt, doubt.cl_ord_id, trade, wanted, doubt.sent_at)

    def _of_tag(self, tag: str) -> Trace:
        """What is known from a tag."""
        made = read_tag(tag)
        orders = made.orders if made and made.number == 0 else 1
        tags = [tag, *(sibling(tag, number) for number in range(1, orders))]
        return Trace(
            tag=tag, wanted=tuple(Wanted(one, {}, made is not None) for one in tags), at=made.at if made else None
        )

    def _words(self, trade: Trade | None) -> dict[Verdict, Any]:
        """Outcome words for the verdicts: placed or done."""
        if trade is not None and not trade.places:
            return {"done": "done", "not done": "not done", "unknown": "unknown"}
        return {"done": "placed", "not done": "not placed", "unknown": "unknown"}

    # --- looking ------------------------------------------------------------------------------------------------------

    def look(self, trace: Trace, wait: float, total: float) -> Flow[Reconciliation]:
        """Search at once and again for `wait` seconds; each request may take `total` seconds."""
        if not 0 <= wait < math.inf:
            raise ValueError(f"wait must be a number of seconds, 0 or more, got {wait!r}")
        facts = self.description.facts.reconcile
        if trace.answer is not None:
            return trace.answer
        if facts is None or facts.operation not in self.description.operations:
            return Reconciliation("unknown", why="the spec names no list of commands")
        if not trace.wanted or (not trace.tag and (trace.trade is None or not trace.trade.command)):
            return Reconciliation("unknown", why="nothing is known of the request that tells it from others")
        ends, pause = self.clock.monotonic() + wait, FIRST_PAUSE
        while True:
            try:
                found = yield from self._once(trace, total)
                seconds = pause
            except LockedOut as locked:
                found = Reconciliation("unknown", why=f"it could not be looked up: {locked.summary()}")
                seconds = (locked.until - self.clock.now()).total_seconds()
                if self.clock.monotonic() + seconds > ends:
                    return found
            except ServiceError as failed:
                log.warning("%s could not be looked up: %s", one_line(trace.tag or "-"), failed)
                found, seconds = Reconciliation("unknown", why=f"it could not be looked up: {failed}"), pause
            left = ends - self.clock.monotonic() if trace.is_telling else 0
            if found.outcome != "unknown" or left <= 0:
                return found
            yield Pause(min(max(seconds, 0.01), left))
            pause = min(2 * pause, LONGEST_PAUSE)

    def _once(self, trace: Trace, total: float) -> Flow[Reconciliation]:
        """The result of one search."""
        facts = self.description.facts.reconcile
        assert facts is not None
        answer = yield from self._ask(facts.operation, total)
        rows: list[Row] = (
            [row for row in answer.value if isinstance(row, dict)] if isinstance(answer.value, list) else []
        )
        trade = trace.trade if trace.trade and trace.trade.command else self._trade_of(trace, rows)
        if trade is None:
            return Reconciliation("unknown", self._of_the_tag(trace, rows), (), self._nothing(trace, rows))
        matcher = self._matcher(trace, trade, answer)
        sure = [[row for row in rows if matcher.fit(row, one) == "yes"] for one in trace.wanted]
        sure = share_out(sure, trace.wanted, facts.order)
        maybe = [row for row in rows if any(matcher.fit(row, one) == "maybe" for one in trace.wanted)]
        orders = yield from self._orders(matcher, [row for part in sure for row in part], total)
        return self._say(trace, matcher, sure, maybe, orders, rows)

    def _say(
        self,
        trace: Trace,
        matcher: Matcher,
        sure: list[list[Row]],
        maybe: list[Row],
        orders: Mapping[object, Row | None],
        rows: list[Row],
    ) -> Reconciliation:
        """The result that the matching rows give together."""
        name, verdicts, commands, unsure = matcher.facts.order, [], [], list(maybe)
        for part, wanted in zip(sure, trace.wanted, strict=True):
            fits = [(row, matcher.same(orders.get(row.get(name)), wanted)) for row in part]
            unsure += [row for row, fit in fits if fit == "maybe"]
            kept = [row for row, fit in fits if fit == "yes"]
            commands += kept
            is_one = len(kept) == 1 or (wanted.tag is not None and len({row[name] for row in kept}) == 1)
            is_odd = wanted.is_made and any(row.get(matcher.tag) == wanted.tag for row in maybe)
            said = agreed([matcher.verdict(row, orders.get(row.get(name))) for row in kept])
            verdicts.append((said if is_one and not is_odd else "unknown", len(kept)))
        found = {row[name] for row in commands}
        verdict = agreed([said for said, _ in verdicts])
        if len(found) < len(verdicts) or not set(trace.doubt.order_ids if trace.doubt else ()) <= found:
            # An order for each that was asked for, and each that an answer named.
            verdict = "unknown"
        listed = commands if verdict != "unknown" else [*commands, *(row for row in unsure if row not in commands)]
        ids = [row[name] for row in commands]
        if verdict == "unknown" and trace.doubt is not None:
            ids += trace.doubt.order_ids
        outcome = self._words(matcher.trade)[verdict]
        for row in commands if verdict != "unknown" and trace.at else ():
            if is_id(key := row.get(known_by(matcher.facts, matcher.trade))):
                self._claimed[key] = trace.at
        states = self._states(commands, orders, matcher)
        why = self._why(verdict, verdicts, commands, unsure, states) or self._nothing(trace, rows)
        return Reconciliation(outcome, tuple(listed), tuple(dict.fromkeys(ids)), why)

    def _why(
        self,
        verdict: Verdict,
        verdicts: list[tuple[Verdict, int]],
        commands: list[Row],
        unsure: list[Row],
        states: str,
    ) -> str:
        """The reason for the verdict; empty if nothing was found."""
        if verdict != "unknown":
            return f"the service lists it, with the tag, kind, account and time of the request: {states}"
        found = sum(bool(count) for _, count in verdicts)
        if commands and found < len(verdicts):
            return f"{found} of {len(verdicts)} orders listed: {states}. The list can be late or cut"
        if len(verdicts) > 1 and commands:
            return f"the {len(verdicts)} orders do not all have the same final state: {states}"
        if len(commands) > 1:
            return f"{len(commands)} commands fit, which disagree or belong to several orders: {states}"
        if commands:
            return f"the service lists it, but in no final state: {states}"
        return "what the service lists does not say enough to be taken for it; see `commands`" if unsure else ""

    def _states(self, commands: list[Row], orders: Mapping[object, Row | None], matcher: Matcher) -> str:
        """What the service says of each command, and of its order."""
        facts, made = matcher.facts, []
        for row in commands:
            order = row[facts.order]
            state = (orders.get(order) or {}).get(facts.order_status)
            is_now = f", and the order is {state}" if state else ""
            made.append(f"{row.get(facts.kind)} command of order {order} has status {row.get(facts.status)}{is_now}")
        return one_line("; ".join(made), LONGEST_WHY)

    def _nothing(self, trace: Trace, rows: list[Row]) -> str:
        """Why nothing was found."""
        advice = "The list can be late or cut: ask again with `wait`, or look at the orders yourself"
        if self._of_the_tag(trace, rows):
            return f"the tag is listed only for another time, kind, order or account than the request's. {advice}"
        return f"the service does not list it, which proves nothing. {advice}"

    # --- parts --------------------------------------------------------------------------------------------------------

    def _ask(self, operation: str, total: float, **values: object) -> Flow[Answer]:
        """Send a read of the client's own."""
        known = self.description.operations[operation]
        deadline = self.clock.monotonic() + total
        return (yield from self.exchange(self.builder.prepare(known, deadline, values=values)))

    def _orders(self, matcher: Matcher, rows: list[Row], total: float) -> Flow[Mapping[object, Row | None]]:
        """The orders of the rows, by id; None for one that does not exist."""
        name = matcher.facts.order_operation
        orders: dict[object, Row | None] = {}
        known = self.description.operations.get(name)
        if known is None or not known.parameters or not (matcher.trade.same or matcher.trade.failed):
            return {}
        wanted = dict.fromkeys(row[matcher.facts.order] for row in rows if is_id(row.get(matcher.facts.order)))
        for order in list(wanted)[:MOST_ORDERS]:
            try:
                answer = yield from self._ask(name, total, **{known.parameters[0].name: order})
            except NotFound:
                orders[order] = None
            except ResponseUnreadable as error:
                if error.body.strip() not in (b"", b"null"):
                    raise
                orders[order] = None
            else:
                is_it = isinstance(answer.value, dict) and answer.value.get(matcher.facts.id, order) == order
                orders[order] = answer.value if is_it else None
        return orders

    def _matcher(self, trace: Trace, trade: Trade, answer: Answer) -> Matcher:
        """The matcher for a request."""
        facts = self.description.facts.reconcile
        assert facts is not None
        now = self.clock.now()
        since = trace.at or now - timedelta(seconds=facts.recent)
        skew, tolerance = _skew(answer.received.headers, now), timedelta(seconds=facts.tolerance)
        kinds = frozenset(one.command for one in self.description.facts.trades.values() if one.command)
        return Matcher(
            facts,
            self.description.facts.tag,
            trade,
            kinds,
            since + skew - tolerance,
            None if trace.at is None else trace.at + skew + tolerance + timedelta(seconds=LATEST),
            frozenset(key for key, at in self._claimed.items() if at is None or at != trace.at),
            frozenset(trace.doubt.order_ids if trace.doubt else ()),
            any(self._is_rival(one, trace.doubt, trade) for one in self.in_doubt) if trace.doubt else False,
        )

    def _is_rival(self, other: Doubt, own: Doubt, trade: Trade) -> bool:
        """Whether another request in doubt could have made the command that is looked for."""
        its = self.description.facts.trades.get(other.operation_id)
        is_alike = its is not None and its.command == trade.command and not other.cl_ord_id
        return (
            is_alike
            and other.key != own.key
            and other.body.get(trade.order) == own.body.get(trade.order)
            and abs(other.sent_at - own.sent_at) <= timedelta(seconds=LATEST)
        )

    def _trade_of(self, trace: Trace, rows: list[Row]) -> Trade | None:
        """How a request acted of which only the tag is known: by the kind of its commands, if they agree."""
        facts = self.description.facts
        assert facts.reconcile is not None
        kinds = {str(row.get(facts.reconcile.kind)) for row in self._of_the_tag(trace, rows)}
        if trace.doubt is not None or len(kinds) != 1:
            return None
        known = [one for one in facts.trades.values() if one.command and one.command in kinds]
        return next((one for one in known if one.places), known[0] if known else None)

    def _of_the_tag(self, trace: Trace, rows: list[Row]) -> tuple[Row, ...]:
        """The rows with the tag, whatever else they say."""
        return tuple(row for row in rows if trace.tag is not None and row.get(self.description.facts.tag) == trace.tag)


def _is_made(tag: str | None) -> bool:
    """Whether a client generated the tag."""
    return isinstance(read_tag(tag or ""), Made)


def _skew(headers: Mapping[str, str], now: datetime) -> timedelta:
    """How far the service's clock is ahead of ours, by the `Date` header of its answer."""
    try:
        at = parsedate_to_datetime(headers.get("date", ""))
    except (ValueError, TypeError, IndexError, OverflowError):
        return timedelta()
    # The header has whole seconds, so a smaller difference says nothing.
    found = (at if at.tzinfo else at.replace(tzinfo=UTC)) - now
    return found if timedelta(seconds=2) < abs(found) <= MOST_SKEW else timedelta()
