"""The model `ModifyOrderStrategy`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class ModifyOrderStrategy(Model, schema="ModifyOrderStrategy"):
    """The schema `ModifyOrderStrategy`.
    (operations/unique-ops/orders/modifyOrderStrategy.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self, *, order_strategy_id: int | None = None, command: str | None = None, custom_tag_50: str | None = None
        ) -> None: ...

    order_strategy_id: int | None = field("orderStrategyId")
    """`orderStrategyId`, int64 (line 18)"""
    command: str | None = field("command")
    """`command` (line 19)"""
    custom_tag_50: str | None = field("customTag50")
    """`customTag50`, at most 50 characters (line 20)"""
