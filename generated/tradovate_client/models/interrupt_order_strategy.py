"""The model `InterruptOrderStrategy`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class InterruptOrderStrategy(Model, schema="InterruptOrderStrategy"):
    """The schema `InterruptOrderStrategy`.
    (operations/unique-ops/orders/interruptOrderStrategy.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(self, *, order_strategy_id: int | None = None) -> None: ...

    order_strategy_id: int | None = field("orderStrategyId")
    """`orderStrategyId`, int64 (line 18)"""
