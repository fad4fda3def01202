"""The model `Fill`."""

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
    """`id`, int64 (line 20)"""
    order_id: int | None = field("orderId")
    """ID of the Order that filled. (`orderId`, int64; line 21)"""
    contract_id: int | None = field("contractId")
    """ID of the Contract that changed hands. (`contractId`, int64; line 22)"""
    timestamp: datetime.datetime | None = field("timestamp")
    """When the fill happened. (`timestamp`, date and time with a zone; line 23)"""
    trade_date: TradeDate | None = field("tradeDate")
    """Session that the fill counts towards. (`tradeDate`; line 24)"""
    action: Action | None = field("action")
    """`action` (line 25)"""
    qty: int | None = field("qty")
    """Contracts filled. (`qty`, int32; line 26)"""
    price: Decimal | None = field("price")
    """Price of the fill. (`price`, double; line 27)"""
    active: bool | None = field("active")
    """`active` (line 28)"""
    finally_paired: int | None = field("finallyPaired")
    """`finallyPaired`, int32 (line 29)"""
