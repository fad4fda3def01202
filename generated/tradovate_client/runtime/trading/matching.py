"""Decides which listed commands belong to a request, and what they say about its outcome.

Nothing is guessed: a row that lacks a fact fits as `maybe`, and a `maybe` decides nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from .facts import Reconcile, Trade
from .failures import is_id

Row = Mapping[str, Any]
Fit = Literal["yes", "maybe", "no"]
Verdict = Literal["done", "not done", "unknown"]

SHORTEST = 8
"""Characters; a tag truncated to fewer identifies nothing."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An order or command to look for."""

    tag: str | None
    body: Mapping[str, Any] = field(default_factory=dict)
    """Properties of the request, as far as they are known."""
    is_made: bool = False
    """The client generated the tag, so no other request can have it."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """Compares rows with a request."""

    facts: Reconcile
    tag: str
    """Property that holds the tag."""
    trade: Trade
    kinds: frozenset[str]
    """All known kinds of commands."""
    since: datetime
    """Commands before this time cannot be the request's."""
    until: datetime | None = None
    """Commands after this time are hardly the request's; None if its time is unknown."""
    claimed: frozenset[object] = frozenset()
    """Ids of commands and orders that belong to requests with a known outcome."""
    named: frozenset[object] = frozenset()
    """Ids of orders that an answer to the request named, although it was no success."""
    has_rivals: bool = False
    """Another request in doubt may have made the same command."""

    def fit(self, row: Row, wanted: Wanted) -> Fit:
        """Whether the row is the request's command."""
        fits = (
            self._kind(row),
            self._order(row, wanted),
            self._time(row, wanted),
            self._tag(row, wanted),
        )
        return "no" if "no" in fits else "maybe" if "maybe" in fits else "yes"

    def same(self, order: Row | None, wanted: Wanted) -> Fit:
        """Whether the order agrees with the request: account, side and so on."""
        names = [name for name in self.trade.same if wanted.body.get(name) is not None]
        if order is None:
            # A tag that only we can have made says it all; another one may be somebody else's on another account.
            return "yes" if wanted.is_made or not names else "maybe"
        if any(order.get(name) is not None and order[name] != wanted.body[name] for name in names):
            return "no"
        return "yes" if wanted.is_made or all(order.get(name) is not None for name in names) else "maybe"

    def verdict(self, row: Row, order: Row | None) -> Verdict:
        """What a matching row says about the outcome; only final states decide."""
        status, state = row.get(self.facts.status), None if order is None else order.get(self.facts.order_status)
        if status in self.facts.refused:
            return "not done"
        if state in self.trade.failed:
            return "not done"
        if state is not None and self.trade.ended:
            return "done" if state in self.trade.ended else "unknown"
        return "done" if status in self.facts.done else "unknown"

    def _kind(self, row: Row) -> Fit:
        kind = row.get(self.facts.kind)
        if not isinstance(kind, str):
            return "maybe"
        # A kind that the description lacks may be a new name for the one that was sent.
        return "yes" if kind == self.trade.command else "no" if kind in self.kinds else "maybe"

    def _order(self, row: Row, wanted: Wanted) -> Fit:
        found = row.get(self.facts.order)
        asked = wanted.body.get(self.trade.order)
        if not is_id(found):
            return "maybe"
        return "yes" if asked is None or found == asked else "no"

    def _time(self, row: Row, wanted: Wanted) -> Fit:
        at = read_time(row.get(self.facts.time))
        if at is None:
            return "maybe"
        if at < self.since:
            return "no"
        # What others can carry too, or what carries nothing, may long after be another request.
        return "yes" if wanted.is_made or self.until is None or at <= self.until else "maybe"

    def _tag(self, row: Row, wanted: Wanted) -> Fit:
        found = row.get(self.tag)
        if wanted.tag is None:
            return "no" if found else self._without_tag(row, wanted)
        if found == wanted.tag:
            return "yes"
        was_cut = isinstance(found, str) and len(found) >= SHORTEST and wanted.tag.startswith(found)
        return "maybe" if was_cut or (not found and self.trade.order) else "no"

    def _without_tag(self, row: Row, wanted: Wanted) -> Fit:
        """Whether a row that has no tag either is the request's command, by its id or that of its order."""
        key = row.get(known_by(self.facts, self.trade))
        if is_id(key) and key in self.claimed:
            return "no"
        if self.trade.order:
            return "maybe" if self.has_rivals or self._differs(row, wanted) else "yes"
        # Whoever else trades on the account makes orders without a tag too.
        return "yes" if is_id(key) and key in self.named else "maybe"

    def _differs(self, row: Row, wanted: Wanted) -> bool:
        """Whether the row repeats a property otherwise than the request has it, as where a person sent the command."""
        pairs = ((row.get(name), wanted.body.get(name)) for name in self.facts.repeats)
        return any(said is not None and given is not None and said != given for said, given in pairs)


def known_by(facts: Reconcile, trade: Trade) -> str:
    """The property of a command by which a request of this kind is known: its own id, or that of its order."""
    # An order that is acted on may well be known; an order that is made is known only from its own answer.
    return facts.id if trade.order else facts.order


def read_time(value: object) -> datetime | None:
    """Parse a date-time; None if it is not one or has no zone."""
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return at if at is not None and at.tzinfo is not None else None


def share_out(rows: Sequence[Sequence[Row]], wanted: Sequence[Wanted], order: str) -> list[list[Row]]:
    """Rows per order, for services that list all orders of a request under its first tag."""
    first = {row[order]: row for row in rows[0]}
    missing = [number for number, one in enumerate(wanted) if number and one.is_made and not rows[number]]
    if not missing or len(first) != 1 + len(missing):
        return [list(one) for one in rows]
    # Ids are given in sequence, so the lowest is that of the first order.
    shared = dict(zip((0, *missing), (first[one] for one in sorted(first)), strict=True))
    return [[shared[number]] if number in shared else list(one) for number, one in enumerate(rows)]


def agreed(verdicts: Sequence[Verdict]) -> Verdict:
    """The common verdict; undecided if they differ."""
    return verdicts[0] if verdicts and all(one == verdicts[0] for one in verdicts) else "unknown"
