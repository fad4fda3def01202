"""The model `CancelOrder`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class CancelOrder(Model, schema="CancelOrder"):
    """The schema `CancelOrder`.
    (operations/unique-ops/orders/cancelOrder.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            order_id: int | None = None,
            cl_ord_id: str | None = None,
            activation_time: datetime.datetime | str | None = None,
            custom_tag_50: str | None = None,
            is_automated: bool | None = None,
        ) -> None: ...

    order_id: int | None = field("orderId")
    """`orderId`, int64 (line 18)"""
    cl_ord_id: str | None = field("clOrdId")
    """`clOrdId`, at most 64 characters (line 19)"""
    activation_time: datetime.datetime | None = field("activationTime")
    """`activationTime`, date and time with a zone (line 20)"""
    custom_tag_50: str | None = field("customTag50")
    """`customTag50`, at most 50 characters (line 21)"""
    is_automated: bool | None = field("isAutomated")
    """`isAutomated` (line 22)"""
