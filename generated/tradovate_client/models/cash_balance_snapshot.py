"""The model `CashBalanceSnapshot`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class CashBalanceSnapshot(Model, schema="CashBalanceSnapshot"):
    """What an Account is worth when the request arrives.
    (entities_pages/responses/cashBalanceSnapshot.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            error_text: str | None = None,
            total_cash_value: Decimal | float | None = None,
            total_pn_l: Decimal | float | None = None,
            initial_margin: Decimal | float | None = None,
            maintenance_margin: Decimal | float | None = None,
            net_liq: Decimal | float | None = None,
            open_pn_l: Decimal | float | None = None,
            realized_pn_l: Decimal | float | None = None,
            week_realized_pn_l: Decimal | float | None = None,
        ) -> None: ...

    error_text: str | None = field("errorText")
    """Why the request failed, where it did. (`errorText`; line 18)"""
    total_cash_value: Decimal | None = field("totalCashValue")
    """`totalCashValue` (line 19)"""
    total_pn_l: Decimal | None = field("totalPnL")
    """Absent where every other P&L is absent. (`totalPnL`; line 20)"""
    initial_margin: Decimal | None = field("initialMargin")
    """`initialMargin` (line 21)"""
    maintenance_margin: Decimal | None = field("maintenanceMargin")
    """`maintenanceMargin` (line 22)"""
    net_liq: Decimal | None = field("netLiq")
    """`netLiq` (line 23)"""
    open_pn_l: Decimal | None = field("openPnL")
    """Absent without an open position. (`openPnL`; line 24)"""
    realized_pn_l: Decimal | None = field("realizedPnL")
    """Absent until a trade of this session was closed. (`realizedPnL`, double; line 25)"""
    week_realized_pn_l: Decimal | None = field("weekRealizedPnL")
    """Absent until a trade of this week was closed. (`weekRealizedPnL`, double; line 26)"""
