"""ModifyOrder of the API."""

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
    """(operations/unique-ops/orders/modifyOrder.md:3)"""

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
    """`orderId`, int64. (operations/unique-ops/orders/modifyOrder.md:18)"""
    order_qty: int | None = field("orderQty")
    """`orderQty`, int32, exclusiveMinimum 0. (operations/unique-ops/orders/modifyOrder.md:19)"""
    order_type: OrderType | None = field("orderType")
    """`orderType`. (operations/unique-ops/orders/modifyOrder.md:20)"""
    price: Decimal | None = field("price")
    """`price`, double. (operations/unique-ops/orders/modifyOrder.md:21)"""
    stop_price: Decimal | None = field("stopPrice")
    """`stopPrice`, double. (operations/unique-ops/orders/modifyOrder.md:22)"""
    max_show: int | None = field("maxShow")
    """`maxShow`, int32. (operations/unique-ops/orders/modifyOrder.md:23)"""
    peg_difference: Decimal | None = field("pegDifference")
    """`pegDifference`, double. (operations/unique-ops/orders/modifyOrder.md:24)"""
    time_in_force: TimeInForce | None = field("timeInForce")
    """`timeInForce`. (operations/unique-ops/orders/modifyOrder.md:25)"""
    expire_time: datetime.datetime | None = field("expireTime")
    """`expireTime`, date-time. (operations/unique-ops/orders/modifyOrder.md:26)"""
    text: str | None = field("text")
    """`text`. (operations/unique-ops/orders/modifyOrder.md:27)"""
    activation_time: datetime.datetime | None = field("activationTime")
    """`activationTime`, date-time. (operations/unique-ops/orders/modifyOrder.md:28)"""
    custom_tag_50: str | None = field("customTag50")
    """`customTag50`, maxLength 50. (operations/unique-ops/orders/modifyOrder.md:29)"""
    is_automated: bool | None = field("isAutomated")
    """`isAutomated`. (operations/unique-ops/orders/modifyOrder.md:30)"""
