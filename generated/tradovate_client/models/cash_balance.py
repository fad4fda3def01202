"""The model `CashBalance`."""

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


class CashBalance(Model, schema="CashBalance"):
    """What an Account holds in cash at one moment, with the profit or loss
    realised on that day and in that week. (entities_pages/cashBalance.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            account_id: int,
            timestamp: datetime.datetime | str,
            trade_date: models.TradeDate | TradeDateDict,
            currency_id: int,
            amount: Decimal | float,
            id: int | None = None,
            realized_pn_l: Decimal | float | None = None,
            week_realized_pn_l: Decimal | float | None = None,
        ) -> None: ...

    id: int = field("id")
    """`id`, int64 (line 20)"""
    account_id: int | None = field("accountId")
    """Account whose cash this is. (`accountId`, int64; line 21)"""
    timestamp: datetime.datetime | None = field("timestamp")
    """`timestamp`, date and time with a zone (line 22)"""
    trade_date: TradeDate | None = field("tradeDate")
    """`tradeDate` (line 23)"""
    currency_id: int | None = field("currencyId")
    """`currencyId`, int64 (line 24)"""
    amount: Decimal | None = field("amount")
    """Cash held, counted in the currency `currencyId`. (`amount`, double; line 25)"""
    realized_pn_l: Decimal | None = field("realizedPnL")
    """Realised P&L since the session opened; starts at zero in each session. (`realizedPnL`, double; line 26)"""
    week_realized_pn_l: Decimal | None = field("weekRealizedPnL")
    """Realised P&L of the trading week (ES and its like: from Sunday 6PM to Friday 5PM). (`weekRealizedPnL`,
double; line 27)
"""
