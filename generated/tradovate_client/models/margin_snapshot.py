"""The model `MarginSnapshot`."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class MarginSnapshot(Model, schema="MarginSnapshot"):
    """Which margin a user needs and uses, at one moment.
    (entities_pages/marginSnapshot.md:3)
    """

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
    """`id`, int64 (line 22)"""
    timestamp: datetime.datetime | None = field("timestamp")
    """The moment that it shows. (`timestamp`, date and time with a zone; line 23)"""
    risk_time_period_id: int | None = field("riskTimePeriodId")
    """`riskTimePeriodId`, int64 (line 24)"""
    initial_margin: Decimal | None = field("initialMargin")
    """Margin for opening the positions. (`initialMargin`, double; line 25)"""
    maintenance_margin: Decimal | None = field("maintenanceMargin")
    """Margin for keeping them. (`maintenanceMargin`, double; line 26)"""
    auto_liq_level: Decimal | None = field("autoLiqLevel")
    """`autoLiqLevel`, double (line 27)"""
    liq_only_level: Decimal | None = field("liqOnlyLevel")
    """`liqOnlyLevel`, double (line 28)"""
    total_used_margin: Decimal | None = field("totalUsedMargin")
    """`totalUsedMargin`, double (line 29)"""
    full_initial_margin: Decimal | None = field("fullInitialMargin")
    """`fullInitialMargin`, double (line 30)"""
