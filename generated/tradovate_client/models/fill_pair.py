"""FillPair of the API."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class FillPair(Model, schema="FillPair"):
    """Two Fills of opposite sides, of which one opened contracts and the other closed them.
    (entities_pages/fillPair.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            position_id: int,
            buy_fill_id: int,
            sell_fill_id: int,
            qty: int,
            buy_price: Decimal | float,
            sell_price: Decimal | float,
            active: bool,
            id: int | None = None,
        ) -> None: ...

    id: int = field("id")
    """`id`, int64. (entities_pages/fillPair.md:20)"""
    position_id: int | None = field("positionId")
    """`positionId`, int64. ID of the Position that was reduced. (entities_pages/fillPair.md:21)"""
    buy_fill_id: int | None = field("buyFillId")
    """`buyFillId`, int64. ID of the Fill that bought. (entities_pages/fillPair.md:22)"""
    sell_fill_id: int | None = field("sellFillId")
    """`sellFillId`, int64. ID of the Fill that sold. (entities_pages/fillPair.md:23)"""
    qty: int | None = field("qty")
    """`qty`, int32. How many contracts the two have in common. (entities_pages/fillPair.md:24)"""
    buy_price: Decimal | None = field("buyPrice")
    """`buyPrice`, double. Price of the buying side. (entities_pages/fillPair.md:25)"""
    sell_price: Decimal | None = field("sellPrice")
    """`sellPrice`, double. Price of the selling side. (entities_pages/fillPair.md:26)"""
    active: bool | None = field("active")
    """`active`. (entities_pages/fillPair.md:27)"""
