"""The model `ContractMaturity`."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class ContractMaturity(Model, schema="ContractMaturity"):
    """When a contract expires: month and day, the product it is for, and
    whether it is in front. (entities_pages/contractMaturity.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            product_id: int,
            expiration_month: Decimal | float,
            expiration_date: datetime.datetime | str,
            is_front: bool,
            id: int | None = None,
            first_intent_date: datetime.datetime | str | None = None,
            underlying_id: int | None = None,
        ) -> None: ...

    id: int = field("id")
    """`id`, int64 (line 20)"""
    product_id: int | None = field("productId")
    """`productId`, int64 (line 21)"""
    expiration_month: Decimal | None = field("expirationMonth")
    """`expirationMonth`, at least 1, at most 12 (line 22)"""
    expiration_date: datetime.datetime | None = field("expirationDate")
    """`expirationDate`, date and time with a zone (line 23)"""
    first_intent_date: datetime.datetime | None = field("firstIntentDate")
    """`firstIntentDate`, date and time with a zone (line 24)"""
    underlying_id: int | None = field("underlyingId")
    """`underlyingId`, int64 (line 25)"""
    is_front: bool | None = field("isFront")
    """Whether this is the front month. It turns only once the contract in front has expired, so a program that
looks for the contract to trade is better served by `/<entity>/suggest`. (`isFront`; line 26)
"""
