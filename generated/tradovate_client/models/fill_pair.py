"""The model `FillPair`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class FillPair(Model, schema="FillPair"):
    """Two Fills of opposite sides, of which one opened contracts and the other
    closed them. (entities_pages/fillPair.md:3)
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
    """`id`, int64 (line 20)"""
    position_id: int | None = field("positionId")
    """ID of the Position that was reduced. (`positionId`, int64; line 21)"""
    buy_fill_id: int | None = field("buyFillId")
    """ID of the Fill that bought. (`buyFillId`, int64; line 22)"""
    sell_fill_id: int | None = field("sellFillId")
    """ID of the Fill that sold. (`sellFillId`, int64; line 23)"""
    qty: int | None = field("qty")
    """How many contracts the two have in common. (`qty`, int32; line 24)"""
    buy_price: Decimal | None = field("buyPrice")
    """Price of the buying side. (`buyPrice`, double; line 25)"""
    sell_price: Decimal | None = field("sellPrice")
    """Price of the selling side. (`sellPrice`, double; line 26)"""
    active: bool | None = field("active")
    """`active` (line 27)"""
