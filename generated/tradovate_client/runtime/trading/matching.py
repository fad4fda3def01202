"""Which of the commands that a service lists is the one that was sent, and what it says about the outcome.

Nothing here guesses: a row that fits but for what it does not say is a `maybe`, and a maybe decides nothing.
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
"""Characters; a tag that was cut shorter than this is no sign."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One order that a request was to make, or the one command that it was to be."""

    tag: str | None
    body: Mapping[str, Any] = field(default_factory=dict)
    """What was asked for, as far as it is known."""
    is_made: bool = False
    """The tag was made up by a client, so that no other request can carry it."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """Holds rows against what was sent."""

    facts: Reconcile
    tag: str
    """The property that holds the tag."""
    trade: Trade
    kinds: frozenset[str]
    """All kinds of command that are known."""
    since: datetime
    """Before this, nothing of it can have been listed."""
    until: datetime | None = None
    """After this, a command is hardly one that was sent then; None where nobody knows when it was sent."""
    claimed: frozenset[object] = frozenset()
    """Ids of commands and orders that belong to other requests, which were answered."""

    def fit(self, row: Row, wanted: Wanted) -> Fit:
        """Whether the row is what was sent."""
        fits = (
            self._kind(row),
            self._order(row, wanted),
            self._time(row, wanted),
            self._tag(row, wanted),
        )
        return "no" if "no" in fits else "maybe" if "maybe" in fits else "yes"

    def same(self, order: Row | None, wanted: Wanted) -> Fit:
        """Whether the order has what the request has: its account, its side."""
        names = [name for name in self.trade.same if wanted.body.get(name) is not None]
        if order is None:
            # A tag that only we can have made says it all; another one may be somebody else's on another account.
            return "yes" if wanted.is_made or not names else "maybe"
        if any(order.get(name) is not None and order[name] != wanted.body[name] for name in names):
            return "no"
        return "yes" if wanted.is_made or all(order.get(name) is not None for name in names) else "maybe"

    def verdict(self, row: Row, order: Row | None) -> Verdict:
        """What a row that fits says of its request; only states that are known to be final decide."""
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
        return "yes" if kind == self.trade.command else "no" if kind in self.kinds else "maybe"

    def _order(self, row: Row, wanted: Wanted) -> Fit:
        found = row.get(self.facts.order)
        asked = wanted.body.get(self.trade.order) if self.trade.order else None
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
            # An order that is acted on may well be known; an order that is made is known only from its own answer.
            known = self.facts.id if self.trade.order else self.facts.order
            key = row.get(known)
            return "no" if found or (is_id(key) and key in self.claimed) else "yes"
        if found == wanted.tag:
            return "yes"
        was_cut = isinstance(found, str) and len(found) >= SHORTEST and wanted.tag.startswith(found)
        return "maybe" if was_cut or (not found and self.trade.order) else "no"


def read_time(value: object) -> datetime | None:
    """The time, None where it is none or has no zone."""
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return at if at is not None and at.tzinfo is not None else None


def share_out(rows: Sequence[Sequence[Row]], wanted: Sequence[Wanted], order: str) -> list[list[Row]]:
    """The rows of each order, where a service lists all orders of a request under the first one's tag."""
    first = list({row.get(order): row for row in rows[0]}.values()) if rows else []
    missing = [number for number, one in enumerate(wanted) if number and one.is_made and not rows[number]]
    if not missing or len(first) != 1 + len(missing):
        return [list(one) for one in rows]
    ordered = sorted(first, key=lambda row: str(row.get(order)).zfill(20))
    shared = {0: ordered[0], **dict(zip(missing, ordered[1:], strict=True))}
    return [[shared[number]] if number in shared else list(one) for number, one in enumerate(rows)]


def agreed(verdicts: Sequence[Verdict]) -> Verdict:
    """What all say."""
    return verdicts[0] if verdicts and all(one == verdicts[0] for one in verdicts) else "unknown"
