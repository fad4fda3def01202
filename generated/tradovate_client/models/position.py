"""The model `Position`."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import TradeDate
    from ..shapes import TradeDateDict


class Position(Model, schema="Position"):
    """How much of a Contract an Account holds. (entities_pages/position.md:3)"""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            account_id: int,
            contract_id: int,
            timestamp: datetime.datetime | str,
            trade_date: models.TradeDate | TradeDateDict,
            net_pos: int,
            bought: int,
            bought_value: Decimal | float,
            sold: int,
            sold_value: Decimal | float,
            prev_pos: int,
            id: int | None = None,
            net_price: Decimal | float | None = None,
            prev_price: Decimal | float | None = None,
        ) -> None: ...

    id: int = field("id")
    """`id`, int64 (line 23)"""
    account_id: int | None = field("accountId")
    """ID of the Account holding the position. (`accountId`, int64; line 24)"""
    contract_id: int | None = field("contractId")
    """ID of the Contract held. (`contractId`, int64; line 25)"""
    timestamp: datetime.datetime | None = field("timestamp")
    """When the position was opened. (`timestamp`, date and time with a zone; line 26)"""
    trade_date: TradeDate | None = field("tradeDate")
    """Session in which that was. (`tradeDate`; line 27)"""
    net_pos: int | None = field("netPos")
    """Contracts held, long minus short, of this Contract. (`netPos`, int32; line 28)"""
    net_price: Decimal | None = field("netPrice")
    """What was paid in total for the Contracts held. (`netPrice`, double; line 29)"""
    bought: int | None = field("bought")
    """Buy orders in this Contract that went into the position during the session. (`bought`, int32; line 30)"""
    bought_value: Decimal | None = field("boughtValue")
    """Summed value of the session's Buy orders in this Contract. (`boughtValue`, double; line 31)"""
    sold: int | None = field("sold")
    """Sell orders in this Contract that went into the position during the session. (`sold`, int32; line 32)"""
    sold_value: Decimal | None = field("soldValue")
    """Summed value of the session's Sell orders in this Contract. (`soldValue`, double; line 33)"""
    prev_pos: int | None = field("prevPos")
    """What was held earlier in the trading week. (`prevPos`, int32; line 34)"""
    prev_price: Decimal | None = field("prevPrice")
    """Last price known for that earlier holding. (`prevPrice`, double; line 35)"""
