"""The model `CashBalanceLog`."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import CashChangeType, TradeDate
    from ..shapes import CashChangeTypeName, TradeDateDict


class CashBalanceLog(Model, schema="CashBalanceLog"):
    """One booking on the CashBalance of an Account: what came or went, why,
    and what was there afterwards. (entities_pages/cashBalanceLog.md:3)
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
            cash_change_type: models.CashChangeType | CashChangeTypeName,
            delta: Decimal | float,
            id: int | None = None,
            realized_pn_l: Decimal | float | None = None,
            week_realized_pn_l: Decimal | float | None = None,
            fill_pair_id: int | None = None,
            fill_id: int | None = None,
            fund_transaction_id: int | None = None,
            sender_id: int | None = None,
            comment: str | None = None,
        ) -> None: ...

    id: int = field("id")
    """`id`, int64 (line 20)"""
    account_id: int | None = field("accountId")
    """ID of the Account that was booked on. (`accountId`, int64; line 21)"""
    timestamp: datetime.datetime | None = field("timestamp")
    """When it was booked. (`timestamp`, date and time with a zone; line 22)"""
    trade_date: TradeDate | None = field("tradeDate")
    """`tradeDate` (line 23)"""
    currency_id: int | None = field("currencyId")
    """ID of the Currency that the amounts are in. (`currencyId`, int64; line 24)"""
    amount: Decimal | None = field("amount")
    """Cash of the account, counted in the currency `currencyId`. (`amount`, double; line 25)"""
    realized_pn_l: Decimal | None = field("realizedPnL")
    """Realised P&L of the session up to this booking; back to zero each day between 5PM and 6PM EST.
(`realizedPnL`, double; line 26)
"""
    week_realized_pn_l: Decimal | None = field("weekRealizedPnL")
    """Realised P&L of the trading week up to this booking; back to zero on Sunday at 6PM EST.
(`weekRealizedPnL`, double; line 27)
"""
    cash_change_type: CashChangeType | None = field("cashChangeType")
    """Which fee or event caused the booking. (`cashChangeType`; line 28)"""
    fill_pair_id: int | None = field("fillPairId")
    """ID of the FillPair, where a position was closed. (`fillPairId`, int64; line 29)"""
    fill_id: int | None = field("fillId")
    """ID of the Fill, where an order filled. (`fillId`, int64; line 30)"""
    fund_transaction_id: int | None = field("fundTransactionId")
    """`fundTransactionId`, int64 (line 31)"""
    delta: Decimal | None = field("delta")
    """The change itself, counted in the currency `currencyId`; negative where cash left. (`delta`, double; line
32)
"""
    sender_id: int | None = field("senderId")
    """`senderId`, int64 (line 33)"""
    comment: str | None = field("comment")
    """`comment`, at most 64 characters (line 34)"""
