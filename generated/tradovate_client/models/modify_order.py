"""The model `ModifyOrder`."""

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


class ModifyOrder(Model, schema="ModifyOrder"):
    """The schema `ModifyOrder`.
    (operations/unique-ops/orders/modifyOrder.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            order_id: int | None = None,
            order_qty: int | None = None,
            order_type: models.OrderType | OrderTypeName | None = None,
            price: Decimal | float | None = None,
            stop_price: Decimal | float | None = None,
            max_show: int | None = None,
            peg_difference: Decimal | float | None = None,
            time_in_force: models.TimeInForce | TimeInForceName | None = None,
            expire_time: datetime.datetime | str | None = None,
            text: str | None = None,
            activation_time: datetime.datetime | str | None = None,
            custom_tag_50: str | None = None,
            is_automated: bool | None = None,
        ) -> None: ...

    order_id: int | None = field("orderId")
    """`orderId`, int64 (line 18)"""
    order_qty: int | None = field("orderQty")
    """`orderQty`, int32, greater than 0 (line 19)"""
    order_type: OrderType | None = field("orderType")
    """`orderType` (line 20)"""
    price: Decimal | None = field("price")
    """`price`, double (line 21)"""
    stop_price: Decimal | None = field("stopPrice")
    """`stopPrice`, double (line 22)"""
    max_show: int | None = field("maxShow")
    """`maxShow`, int32 (line 23)"""
    peg_difference: Decimal | None = field("pegDifference")
    """`pegDifference`, double (line 24)"""
    time_in_force: TimeInForce | None = field("timeInForce")
    """`timeInForce` (line 25)"""
    expire_time: datetime.datetime | None = field("expireTime")
    """`expireTime`, date and time with a zone (line 26)"""
    text: str | None = field("text")
    """`text` (line 27)"""
    activation_time: datetime.datetime | None = field("activationTime")
    """`activationTime`, date and time with a zone (line 28)"""
    custom_tag_50: str | None = field("customTag50")
    """`customTag50`, at most 50 characters (line 29)"""
    is_automated: bool | None = field("isAutomated")
    """`isAutomated` (line 30)"""
