"""The model `OrderVersion`."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import OrderType, TimeInForce
    from ..shapes import OrderTypeName, TimeInForceName


class OrderVersion(Model, schema="OrderVersion"):
    """The values of `timeInForce`: - `"Day"`: works until the session closes,
    then it is cancelled. A stop or target that must last longer needs
    another value. - `"FOK"`: fill or kill. All of it fills at once, or none
    of it does, so that there is one price. - `"GTC"`: good till cancelled.
    It has no end of its own. - `"GTD"`: good till date. It works up to
    `expireTime`. - `"IOC"`: immediate or cancel. What can fill now does,
    the rest is dropped: of 500 contracts wanted at 4100, those on offer are
    bought and the others forgotten. (entities_pages/orderVersion.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            order_id: int,
            order_qty: int,
            order_type: models.OrderType | OrderTypeName,
            id: int | None = None,
            price: Decimal | float | None = None,
            stop_price: Decimal | float | None = None,
            max_show: int | None = None,
            peg_difference: Decimal | float | None = None,
            time_in_force: models.TimeInForce | TimeInForceName | None = None,
            expire_time: datetime.datetime | str | None = None,
            text: str | None = None,
        ) -> None: ...

    id: int = field("id")
    """`id`, int64 (line 17)"""
    order_id: int | None = field("orderId")
    """ID of the Order that this is a version of. (`orderId`, int64; line 18)"""
    order_qty: int | None = field("orderQty")
    """Contracts that this version asks for. (`orderQty`, int32; line 19)"""
    order_type: OrderType | None = field("orderType")
    """`orderType` (line 20)"""
    price: Decimal | None = field("price")
    """`price`, double (line 21)"""
    stop_price: Decimal | None = field("stopPrice")
    """Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`, and `"TrailingStopLimit"` order types.
(`stopPrice`, double; line 22)
"""
    max_show: int | None = field("maxShow")
    """`maxShow`, int32 (line 23)"""
    peg_difference: Decimal | None = field("pegDifference")
    """`pegDifference`, double (line 24)"""
    time_in_force: TimeInForce | None = field("timeInForce")
    """`timeInForce` (line 25)"""
    expire_time: datetime.datetime | None = field("expireTime")
    """Required for `"GTD"` type time-in-force property. (`expireTime`, date and time with a zone; line 26)"""
    text: str | None = field("text")
    """`text`, at most 64 characters (line 27)"""
