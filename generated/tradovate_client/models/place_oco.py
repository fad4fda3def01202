"""PlaceOCO of the API."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import Action, OrderType, RestrainedOrderVersion, TimeInForce
    from ..shapes import ActionName, OrderTypeName, RestrainedOrderVersionDict, TimeInForceName


class PlaceOCO(Model, schema="PlaceOCO"):
    """Required for `"Limit"`, `"MIT"`, `"StopLimit"` and `"TrailingStopLimit"` orders (corrected)
    (operations/unique-ops/orders/placeOCO.md:52)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            action: models.Action | ActionName,
            symbol: str,
            order_qty: int,
            order_type: models.OrderType | OrderTypeName,
            other: models.RestrainedOrderVersion | RestrainedOrderVersionDict,
            account_spec: str | None = None,
            account_id: int | None = None,
            cl_ord_id: str | None = None,
            price: Decimal | float | None = None,
            stop_price: Decimal | float | None = None,
            max_show: int | None = None,
            peg_difference: Decimal | float | None = None,
            time_in_force: models.TimeInForce | TimeInForceName | None = None,
            expire_time: datetime.datetime | str | None = None,
            activation_time: datetime.datetime | str | None = None,
            custom_tag_50: str | None = None,
            is_automated: bool | None = None,
        ) -> None: ...

    account_spec: str | None = field("accountSpec")
    """`accountSpec`. Name of the Account that trades. (operations/unique-ops/orders/placeOCO.md:59)"""
    account_id: int | None = field("accountId")
    """`accountId`, int64. Entity ID of the Account that trades. The specification leaves it optional; in
practice it is required. (operations/unique-ops/orders/placeOCO.md:60)
"""
    cl_ord_id: str | None = field("clOrdId")
    """`clOrdId`, maxLength 64. (operations/unique-ops/orders/placeOCO.md:61)"""
    action: Action | None = field("action")
    """`action`. Side of the order. (operations/unique-ops/orders/placeOCO.md:62)"""
    symbol: str | None = field("symbol")
    """`symbol`, minLength 1. Symbol of the Contract to trade. (operations/unique-ops/orders/placeOCO.md:63)"""
    order_qty: int | None = field("orderQty")
    """`orderQty`, int32, exclusiveMinimum 0. How many contracts to trade.
(operations/unique-ops/orders/placeOCO.md:64)
"""
    order_type: OrderType | None = field("orderType")
    """`orderType`. Kind of order; it decides which prices are needed.
(operations/unique-ops/orders/placeOCO.md:65)
"""
    price: Decimal | None = field("price")
    """`price`, double. Required for `"Limit"`, `"MIT"`, `"StopLimit"` and `"TrailingStopLimit"` orders
(corrected). (operations/unique-ops/orders/placeOCO.md:66)
"""
    stop_price: Decimal | None = field("stopPrice")
    """`stopPrice`, double. Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`, and `"TrailingStopLimit"`
order types. (operations/unique-ops/orders/placeOCO.md:67)
"""
    max_show: int | None = field("maxShow")
    """`maxShow`, int32. (operations/unique-ops/orders/placeOCO.md:68)"""
    peg_difference: Decimal | None = field("pegDifference")
    """`pegDifference`, double. (operations/unique-ops/orders/placeOCO.md:69)"""
    time_in_force: TimeInForce | None = field("timeInForce")
    """`timeInForce`. How long the order stays valid; the notes on OrderVersion explain each value.
(operations/unique-ops/orders/placeOCO.md:70)
"""
    expire_time: datetime.datetime | None = field("expireTime")
    """`expireTime`, date-time. Required for orders using the `"GTD"` `timeInForce` property.
(operations/unique-ops/orders/placeOCO.md:71)
"""
    activation_time: datetime.datetime | None = field("activationTime")
    """`activationTime`, date-time. (operations/unique-ops/orders/placeOCO.md:72)"""
    custom_tag_50: str | None = field("customTag50")
    """`customTag50`, maxLength 50. A label that the Trader UI displays with the order.
(operations/unique-ops/orders/placeOCO.md:73)
"""
    is_automated: bool | None = field("isAutomated")
    """`isAutomated`. Must be `true` if no person clicked to send the order.
(operations/unique-ops/orders/placeOCO.md:74)
"""
    other: RestrainedOrderVersion | None = field("other")
    """`other`. Second order of the pair: when one of the two fills, the service cancels the remaining one.
(operations/unique-ops/orders/placeOCO.md:75)
"""
