"""The model `PlaceOrder`."""

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


class PlaceOrder(Model, schema="PlaceOrder"):
    """Required for `"Limit"`, `"MIT"`, `"StopLimit"` and `"TrailingStopLimit"`
    orders (corrected) (operations/unique-ops/orders/placeOrder.md:40)
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
    """Name of the Account that trades. (`accountSpec`; line 47)"""
    account_id: int | None = field("accountId")
    """Entity ID of the Account that trades. The specification leaves it optional; in practice it is required.
(`accountId`, int64; line 48)
"""
    cl_ord_id: str | None = field("clOrdId")
    """`clOrdId`, at most 64 characters (line 49)"""
    action: Action | None = field("action")
    """Side of the order. (`action`; line 50)"""
    symbol: str | None = field("symbol")
    """Symbol of the Contract to trade. (`symbol`, not empty; line 51)"""
    order_qty: int | None = field("orderQty")
    """How many contracts to trade. (`orderQty`, int32, greater than 0; line 52)"""
    order_type: OrderType | None = field("orderType")
    """Kind of order; it decides which prices are needed. (`orderType`; line 53)"""
    price: Decimal | None = field("price")
    """Required for `"Limit"`, `"MIT"`, `"StopLimit"` and `"TrailingStopLimit"` orders (corrected). (`price`,
double; line 54)
"""
    stop_price: Decimal | None = field("stopPrice")
    """Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`, and `"TrailingStopLimit"` order types.
(`stopPrice`, double; line 55)
"""
    max_show: int | None = field("maxShow")
    """`maxShow`, int32 (line 56)"""
    peg_difference: Decimal | None = field("pegDifference")
    """`pegDifference`, double (line 57)"""
    time_in_force: TimeInForce | None = field("timeInForce")
    """How long the order stays valid; the notes on OrderVersion explain each value. (`timeInForce`; line 58)"""
    expire_time: datetime.datetime | None = field("expireTime")
    """Required for orders using the `"GTD"` `timeInForce` property. (`expireTime`, date and time with a zone;
line 59)
"""
    activation_time: datetime.datetime | None = field("activationTime")
    """`activationTime`, date and time with a zone (line 60)"""
    custom_tag_50: str | None = field("customTag50")
    """A label that the Trader UI displays with the order. (`customTag50`, at most 50 characters; line 61)"""
    is_automated: bool | None = field("isAutomated")
    """Must be `true` if no person clicked to send the order. (`isAutomated`; line 62)"""
