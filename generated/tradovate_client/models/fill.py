"""Fill of the API."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import Action, TradeDate
    from ..shapes import ActionName, TradeDateDict


class Fill(Model, schema="Fill"):
    """A whole or partial execution of an Order. (entities_pages/fill.md:3)"""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            order_id: int,
            contract_id: int,
            timestamp: datetime.datetime | str,
            trade_date: models.TradeDate | TradeDateDict,
            action: models.Action | ActionName,
            qty: int,
            price: Decimal | float,
            active: bool,
            finally_paired: int,
            id: int | None = None,
        ) -> None: ...

    id: int = field("id")
    """`id`, int64. (entities_pages/fill.md:20)"""
    order_id: int | None = field("orderId")
    """`orderId`, int64. ID of the Order that filled. (entities_pages/fill.md:21)"""
    contract_id: int | None = field("contractId")
    """`contractId`, int64. ID of the Contract that changed hands. (entities_pages/fill.md:22)"""
    timestamp: datetime.datetime | None = field("timestamp")
    """`timestamp`, date-time. When the fill happened. (entities_pages/fill.md:23)"""
    trade_date: TradeDate | None = field("tradeDate")
    """`tradeDate`. Session that the fill counts towards. (entities_pages/fill.md:24)"""
    action: Action | None = field("action")
    """`action`. (entities_pages/fill.md:25)"""
    qty: int | None = field("qty")
    """`qty`, int32. Contracts filled. (entities_pages/fill.md:26)"""
    price: Decimal | None = field("price")
    """`price`, double. Price of the fill. (entities_pages/fill.md:27)"""
    active: bool | None = field("active")
    """`active`. (entities_pages/fill.md:28)"""
    finally_paired: int | None = field("finallyPaired")
    """`finallyPaired`, int32. (entities_pages/fill.md:29)"""
