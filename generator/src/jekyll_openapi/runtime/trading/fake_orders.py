"""What a make-believe exchange keeps of its orders and prices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

Entity = dict[str, Any]
Watcher = Callable[[str, str, Entity], None]
"""Told of each change: type of the entity, `Created` or `Updated`, the entity."""

ENDED = frozenset({"Canceled", "Completed", "Expired", "Filled", "Rejected"})
VERSION = (
    "orderQty",
    "orderType",
    "price",
    "stopPrice",
    "maxShow",
    "pegDifference",
    "timeInForce",
    "expireTime",
    "text",
)
STOPS = ("Stop", "StopLimit", "TrailingStop", "TrailingStopLimit")
ZERO = Decimal(0)


class Refusal(Exception):
    """The service says no; `reason` is one of its words."""

    def __init__(self, reason: str, text: str) -> None:
        super().__init__(text)
        self.reason = reason
        self.text = text


@dataclass
class Prices:
    """What is known of a contract; None where nothing was fed."""

    last: Decimal | None = None
    bid: Decimal | None = None
    ask: Decimal | None = None

    def of(self, action: str) -> Decimal | None:
        """What a buyer pays, or a seller gets."""
        side = self.ask if action == "Buy" else self.bid
        return side if side is not None else self.last


@dataclass
class Live:
    """What the exchange keeps of an order that has not ended."""

    order: Entity
    version: Entity
    children: list[int] = field(default_factory=list)
    is_triggered: bool = False
    distance: Decimal | None = None
