"""MarginSnapshot of the API."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class MarginSnapshot(Model, schema="MarginSnapshot"):
    """Which margin a user needs and uses, at one moment. (entities_pages/marginSnapshot.md:3)"""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            timestamp: datetime.datetime | str,
            risk_time_period_id: int,
            initial_margin: Decimal | float,
            maintenance_margin: Decimal | float,
            total_used_margin: Decimal | float,
            full_initial_margin: Decimal | float,
            id: int | None = None,
            auto_liq_level: Decimal | float | None = None,
            liq_only_level: Decimal | float | None = None,
        ) -> None: ...

    id: int = field("id")
    """`id`, int64. (entities_pages/marginSnapshot.md:22)"""
    timestamp: datetime.datetime | None = field("timestamp")
    """`timestamp`, date-time. The moment that it shows. (entities_pages/marginSnapshot.md:23)"""
    risk_time_period_id: int | None = field("riskTimePeriodId")
    """`riskTimePeriodId`, int64. (entities_pages/marginSnapshot.md:24)"""
    initial_margin: Decimal | None = field("initialMargin")
    """`initialMargin`, double. Margin for opening the positions. (entities_pages/marginSnapshot.md:25)"""
    maintenance_margin: Decimal | None = field("maintenanceMargin")
    """`maintenanceMargin`, double. Margin for keeping them. (entities_pages/marginSnapshot.md:26)"""
    auto_liq_level: Decimal | None = field("autoLiqLevel")
    """`autoLiqLevel`, double. (entities_pages/marginSnapshot.md:27)"""
    liq_only_level: Decimal | None = field("liqOnlyLevel")
    """`liqOnlyLevel`, double. (entities_pages/marginSnapshot.md:28)"""
    total_used_margin: Decimal | None = field("totalUsedMargin")
    """`totalUsedMargin`, double. (entities_pages/marginSnapshot.md:29)"""
    full_initial_margin: Decimal | None = field("fullInitialMargin")
    """`fullInitialMargin`, double. (entities_pages/marginSnapshot.md:30)"""
