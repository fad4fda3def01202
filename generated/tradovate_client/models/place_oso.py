"""PlaceOSO of the API."""

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


class PlaceOSO(Model, schema="PlaceOSO"):
    """Required for `"Limit"`, `"MIT"`, `"StopLimit"` and `"TrailingStopLimit"` orders (corrected)
    (operations/unique-ops/orders/placeOSO.md:64)
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
            bracket1: models.RestrainedOrderVersion | RestrainedOrderVersionDict,
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
            bracket2: models.RestrainedOrderVersion | RestrainedOrderVersionDict | None = None,
        ) -> None: ...

    account_spec: str | None = field("accountSpec")
    """`accountSpec`. Name of the Account that trades. (operations/unique-ops/orders/placeOSO.md:71)"""
    account_id: int | None = field("accountId")
    """`accountId`, int64. Entity ID of the Account that trades. The specification leaves it optional; in
practice it is required. (operations/unique-ops/orders/placeOSO.md:72)
"""
    cl_ord_id: str | None = field("clOrdId")
    """`clOrdId`, maxLength 64. (operations/unique-ops/orders/placeOSO.md:73)"""
    action: Action | None = field("action")
    """`action`. Side of the order. (operations/unique-ops/orders/placeOSO.md:74)"""
    symbol: str | None = field("symbol")
    """`symbol`, minLength 1. Symbol of the Contract to trade. (operations/unique-ops/orders/placeOSO.md:75)"""
    order_qty: int | None = field("orderQty")
    """`orderQty`, int32, exclusiveMinimum 0. How many contracts to trade.
(operations/unique-ops/orders/placeOSO.md:76)
"""
    order_type: OrderType | None = field("orderType")
    """`orderType`. Kind of order; it decides which prices are needed.
(operations/unique-ops/orders/placeOSO.md:77)
"""
    price: Decimal | None = field("price")
    """`price`, double. Required for `"Limit"`, `"MIT"`, `"StopLimit"` and `"TrailingStopLimit"` orders
(corrected). (operations/unique-ops/orders/placeOSO.md:78)
"""
    stop_price: Decimal | None = field("stopPrice")
    """`stopPrice`, double. Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`, and `"TrailingStopLimit"`
order types. (operations/unique-ops/orders/placeOSO.md:79)
"""
    max_show: int | None = field("maxShow")
    """`maxShow`, int32. (operations/unique-ops/orders/placeOSO.md:80)"""
    peg_difference: Decimal | None = field("pegDifference")
    """`pegDifference`, double. (operations/unique-ops/orders/placeOSO.md:81)"""
    time_in_force: TimeInForce | None = field("timeInForce")
    """`timeInForce`. How long the order stays valid; the notes on OrderVersion explain each value.
(operations/unique-ops/orders/placeOSO.md:82)
"""
    expire_time: datetime.datetime | None = field("expireTime")
    """`expireTime`, date-time. Required for orders using the `"GTD"` `timeInForce` property.
(operations/unique-ops/orders/placeOSO.md:83)
"""
    activation_time: datetime.datetime | None = field("activationTime")
    """`activationTime`, date-time. (operations/unique-ops/orders/placeOSO.md:84)"""
    custom_tag_50: str | None = field("customTag50")
    """`customTag50`, maxLength 50. A label that the Trader UI displays with the order.
(operations/unique-ops/orders/placeOSO.md:85)
"""
    is_automated: bool | None = field("isAutomated")
    """`isAutomated`. Must be `true` if no person clicked to send the order.
(operations/unique-ops/orders/placeOSO.md:86)
"""
    bracket1: RestrainedOrderVersion | None = field("bracket1")
    """`bracket1`. (operations/unique-ops/orders/placeOSO.md:87)"""
    bracket2: RestrainedOrderVersion | None = field("bracket2")
    """`bracket2`. Second exit, if wanted. With one bracket the entry gets either a stop-loss or a take-profit,
with two it gets both. (operations/unique-ops/orders/placeOSO.md:88)
"""
