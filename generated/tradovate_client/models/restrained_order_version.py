"""The model `RestrainedOrderVersion`."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import Action, OrderType, TimeInForce
    from ..shapes import ActionName, OrderTypeName, TimeInForceName


class RestrainedOrderVersion(Model, schema="RestrainedOrderVersion"):
    """Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`, and
    `"TrailingStopLimit"` order types
    (entities_pages/restrainedOrderVersion.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            action: models.Action | ActionName,
            order_type: models.OrderType | OrderTypeName,
            cl_ord_id: str | None = None,
            price: Decimal | float | None = None,
            stop_price: Decimal | float | None = None,
            max_show: int | None = None,
            peg_difference: Decimal | float | None = None,
            time_in_force: models.TimeInForce | TimeInForceName | None = None,
            expire_time: datetime.datetime | str | None = None,
            text: str | None = None,
        ) -> None: ...

    action: Action | None = field("action")
    """`action` (line 19)"""
    cl_ord_id: str | None = field("clOrdId")
    """`clOrdId`, at most 64 characters (line 20)"""
    order_type: OrderType | None = field("orderType")
    """`orderType` (line 21)"""
    price: Decimal | None = field("price")
    """`price`, double (line 22)"""
    stop_price: Decimal | None = field("stopPrice")
    """Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`, and `"TrailingStopLimit"` order types.
(`stopPrice`, double; line 23)
"""
    max_show: int | None = field("maxShow")
    """`maxShow`, int32 (line 24)"""
    peg_difference: Decimal | None = field("pegDifference")
    """`pegDifference`, double (line 25)"""
    time_in_force: TimeInForce | None = field("timeInForce")
    """`timeInForce` (line 26)"""
    expire_time: datetime.datetime | None = field("expireTime")
    """Required for `"GTD"` type time-in-force property. (`expireTime`, date and time with a zone; line 27)"""
    text: str | None = field("text")
    """`text`, at most 64 characters (line 28)"""
