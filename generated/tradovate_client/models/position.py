"""Position of the API."""

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
    """`id`, int64. (entities_pages/position.md:23)"""
    account_id: int | None = field("accountId")
    """`accountId`, int64. ID of the Account holding the position. (entities_pages/position.md:24)"""
    contract_id: int | None = field("contractId")
    """`contractId`, int64. ID of the Contract held. (entities_pages/position.md:25)"""
    timestamp: datetime.datetime | None = field("timestamp")
    """`timestamp`, date-time. When the position was opened. (entities_pages/position.md:26)"""
    trade_date: TradeDate | None = field("tradeDate")
    """`tradeDate`. Session in which that was. (entities_pages/position.md:27)"""
    net_pos: int | None = field("netPos")
    """`netPos`, int32. Contracts held, long minus short, of this Contract. (entities_pages/position.md:28)"""
    net_price: Decimal | None = field("netPrice")
    """`netPrice`, double. What was paid in total for the Contracts held. (entities_pages/position.md:29)"""
    bought: int | None = field("bought")
    """`bought`, int32. Buy orders in this Contract that went into the position during the session.
(entities_pages/position.md:30)
"""
    bought_value: Decimal | None = field("boughtValue")
    """`boughtValue`, double. Summed value of the session's Buy orders in this Contract.
(entities_pages/position.md:31)
"""
    sold: int | None = field("sold")
    """`sold`, int32. Sell orders in this Contract that went into the position during the session.
(entities_pages/position.md:32)
"""
    sold_value: Decimal | None = field("soldValue")
    """`soldValue`, double. Summed value of the session's Sell orders in this Contract.
(entities_pages/position.md:33)
"""
    prev_pos: int | None = field("prevPos")
    """`prevPos`, int32. What was held earlier in the trading week. (entities_pages/position.md:34)"""
    prev_price: Decimal | None = field("prevPrice")
    """`prevPrice`, double. Last price known for that earlier holding. (entities_pages/position.md:35)"""
