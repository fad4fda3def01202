"""What the client writes down about its trades: used tags, requests being sent, and trades in doubt."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from ..effects import Call
from ..errors import (
    ApiError,
    AuthenticationError,
    Blocked,
    LockedOut,
    NotSent,
    OutcomeUnknown,
    Problem,
    RateLimited,
    RequestInvalid,
    ServiceError,
)
from ..interruptions import Interruption, met
from ..lines import one_line
from ..responses import ResponseHandler
from .errors import HaltedByDoubt, TimePenalty
from .facts import TradingDescription
from .failures import ids_in
from .in_doubt import Doubt, InDoubt
from .shared_state import TradeSharing
from .tags import UsedTags, tags_of

UNHANDLED = (NotSent, LockedOut, RateLimited, TimePenalty, Blocked, AuthenticationError)
"""Errors after which the service has certainly not carried out the request."""

log: logging.Logger = logging.getLogger(__package__)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The records of a client's trades."""

    description: TradingDescription
    handler: ResponseHandler
    in_doubt: InDoubt
    used: UsedTags
    sharing: TradeSharing | None
    halts: bool
    """Whether to send no new trade while one is in doubt."""

    def require_certainty(self, call: Call) -> None:
        """Raise HaltedByDoubt if the client halts on doubt and a trade is in doubt, or NotSent if that is not known."""
        if not self.halts or call.operation.kind != "trade" or call.scope == "protecting":
            return
        try:
            open_ones = self.in_doubt.all_surely()
        except (OSError, ValueError) as error:
            reason = f"what is in doubt could not be read, {error}"
            raise NotSent(operation=call.operation.id, cl_ord_id=call.tag, reason=reason) from None
        if open_ones:
            first, tag = open_ones[0].operation_id, open_ones[0].cl_ord_id
            name = self.description.naming(first).method or first
            more = f" and {len(open_ones) - 1} more" if open_ones[1:] else ""
            what = f"{name} [{tag}]{more}" if tag else f"{name}{more}"
            reason = f"the outcome of {what} is not known; reconcile or resolve what `in_doubt` lists first"
            raise HaltedByDoubt(operation=call.operation.id, cl_ord_id=call.tag, reason=reason)

    def take_tags(self, call: Call) -> None:
        """Mark the caller's tags as used; raises RequestInvalid if one already names another request."""
        problems, fresh = [], []
        for place, tag, command in self._own_tags(call):
            at = self.used.find(tag, command)
            if not self._use(tag, command, call):
                said = f" at {at:%Y-%m-%dT%H:%M:%S}Z" if at else ""
                text = f"is {tag!r}, which was used{said}; a tag names one request, so give this one another"
                known = self.description.naming(call.operation.id).keywords if call.trail.has_keywords else {}
                problems.append(Problem(place, text, "a tag is used once", "", name=known.get(place, "")))
            else:
                fresh.append((tag, command))
        if problems:
            for tag, command in fresh:
                self._free(tag, command)
            raise RequestInvalid(operation=call.operation.id, cl_ord_id=call.tag, problems=tuple(problems))

    def write_down(self, call: Call, sent_at: datetime) -> Doubt | None:
        """Store a trade that is about to be sent, if there is a file. Trades that reduce risk do not wait for it."""
        if self.sharing is None or call.operation.kind != "trade":
            return None
        doubt = self._doubt(call, sent_at)
        try:
            self.in_doubt.begin(doubt)
        except (OSError, ValueError) as error:
            if call.scope == "protecting":
                log.warning("%s is sent although the state file could not be written: %s", call.operation.id, error)
                return None
            reason = f"it could not be written down, {error}"
            raise NotSent(operation=call.operation.id, cl_ord_id=call.tag, reason=reason) from None
        return doubt

    def _doubt(self, call: Call, sent_at: datetime) -> Doubt:
        """The record of a trade."""
        body = call.body if isinstance(call.body, dict) else {}
        account = body.get(self.description.facts.account)
        return Doubt(
            cl_ord_id=call.tag,
            operation_id=call.operation.id,
            account_id=account if isinstance(account, int) and not isinstance(account, bool) else None,
            sent_at=sent_at,
            request=self.handler.sent(call),
            key=call.trail.key,
        )

    def _use(self, tag: str, command: str, call: Call) -> bool:
        """Mark a tag as used; false if it already was, or is in doubt."""
        if any((tag, command) in self._tags_in(one) for one in self.in_doubt):
            return False
        try:
            return self.sharing.use_tag(tag, command) if self.sharing else self.used.add(tag, command)
        except (OSError, ValueError) as error:
            reason = f"its tag could not be written down, {error}"
            raise NotSent(operation=call.operation.id, cl_ord_id=call.tag, reason=reason) from None

    def _tags_in(self, doubt: Doubt) -> set[tuple[str, str]]:
        """Tags of a trade in doubt and its legs, each with the kind of its command."""
        trade = self.description.facts.trades.get(doubt.operation_id)
        tags = {tag for _, tag in tags_of(doubt.body, self.description.facts.tag, trade)}
        return {(tag, trade.command if trade else "") for tag in (*tags, doubt.cl_ord_id) if tag}

    def _free(self, tag: str, command: str) -> None:
        """Make a tag available again."""
        if self.sharing is not None:
            self.sharing.free_tag(tag, command)
        self.used.forget(tag, command)

    def _own_tags(self, call: Call) -> Iterator[tuple[str, str, str]]:
        """Tags given by the caller, except to requests that reduce risk: path, tag, kind of command."""
        trade = self.description.facts.trades.get(call.operation.id)
        if call.operation.kind == "trade" and call.scope != "protecting":
            found = dict(tags_of(call.body, self.description.facts.tag, trade))
            given = {tag: place for place, tag in found.items() if tag not in call.made}
            yield from ((place, tag, trade.command if trade else "") for tag, place in given.items())

    def settle(self, call: Call, doubt: Doubt | None, sent_at: datetime, error: BaseException) -> None:
        """After an error: keep the trade in doubt if its outcome is unknown, else free its tags."""
        if call.operation.kind != "trade":
            return
        is_own = is_about(error, call)
        if is_own and isinstance(error, UNHANDLED) and not _may_be_live(error):
            call.trail.sent_at = None
        if call.trail.sent_at is None:
            for _, tag, command in self._own_tags(call):
                self._free(tag, command)
        if is_own and (isinstance(error, OutcomeUnknown) or _may_be_live(error)):
            known = replace(doubt or self._doubt(call, sent_at), sent_at=getattr(error, "sent_at", None) or sent_at)
            self.in_doubt.leave_open(known, getattr(error, "order_ids", ()))
        elif not is_own and call.trail.sent_at is not None:
            self._leave_open(error, call, doubt or self._doubt(call, sent_at))
        elif not is_own or doubt is not None:
            # An interruption can come while the record is written down, and leave it there.
            self.in_doubt.settle(doubt or self._doubt(call, sent_at))

    def interrupted(self, call: Call, interruption: BaseException) -> None:
        """Say of an interruption (such as Ctrl-C) which trade it met; one that may have been done is in doubt."""
        trail, call = call.trail, call.trail.sent or call
        if call.operation.kind != "trade" or trail.told == id(interruption):
            return
        if trail.sent_at is None:
            return self._note(interruption, call, "nothing was sent")
        ids = ids_in(trail.value, self.description.facts.failures.order_ids)
        self._leave_open(interruption, call, replace(self._doubt(call, trail.sent_at), order_ids=ids))

    def _leave_open(self, interruption: BaseException, call: Call, doubt: Doubt) -> None:
        """Keep an interrupted trade in doubt, and say so."""
        what = f"sent at {doubt.sent_at:%Y-%m-%dT%H:%M:%S}Z, outcome unknown"
        if doubt.order_ids:
            what += f", but the answer names order {', '.join(map(str, doubt.order_ids))}"
        # The record first: a filter of a log can raise.
        self.in_doubt.leave_open(doubt)
        self._note(interruption, call, what)
        log.warning("%s was interrupted [%s]: %s", call.operation.id, one_line(call.tag or "-"), what)
        if isinstance(interruption, Interruption):
            # What may say of another call that it can be repeated must not come out of this one.
            met_error = interruption.error
            interruption.error = OutcomeUnknown(
                operation=call.operation.id,
                cl_ord_id=call.tag,
                reason=one_line(f"the handler of a signal raised {type(met_error).__name__}: {met_error}"),
                sent_at=doubt.sent_at,
                request=doubt.request,
            )

    def _note(self, interruption: BaseException, call: Call, what: str) -> None:
        """Add a note that names the trade."""
        interruption = met(interruption)
        call.trail.told = id(interruption)
        if not isinstance(interruption, ServiceError):
            interruption.cl_ord_id = call.tag  # type: ignore[attr-defined]
        interruption.add_note(f"{call.operation.id} [{one_line(call.tag or '-')}]: {what}")


def is_about(error: BaseException, call: Call) -> bool:
    """Whether the error is one of this call, and not of another that a handler of a signal made within it."""
    if not isinstance(error, ServiceError):
        return False
    tags = (call.tag, call.trail.sent.tag if call.trail.sent else call.tag)
    return call.operation.id in (error.operation, error.called) and error.cl_ord_id in tags


def _may_be_live(error: BaseException) -> bool:
    """Whether it is a refusal after which something may have been carried out all the same."""
    return isinstance(error, ApiError) and error.may_be_live
