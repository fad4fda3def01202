"""Records of the fake exchange: orders and prices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

Entity = dict[str, Any]
Watcher = Callable[[str, str, Entity], None]
"""Called for each change with the entity's type, `Created` or `Updated`, and the entity."""

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
    """The fake service refuses; `reason` is a documented failure reason."""

    def __init__(self, reason: str, text: str) -> None:
        super().__init__(text)
        self.reason = reason
        self.text = text


@dataclass
class Prices:
    """Prices of a contract; None where none was set."""

    last: Decimal | None = None
    bid: Decimal | None = None
    ask: Decimal | None = None

    def of(self, action: str) -> Decimal | None:
        """The price at which this side trades: buyers pay the ask, sellers get the bid."""
        side = self.ask if action == "Buy" else self.bid
        return side if side is not None else self.last


@dataclass
class Live:
    """A working order."""

    order: Entity
    version: Entity
    children: list[int] = field(default_factory=list)
    is_triggered: bool = False
    distance: Decimal | None = None
