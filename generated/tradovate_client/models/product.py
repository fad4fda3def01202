"""The model `Product`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import PriceFormatType, ProductStatus, ProductType
    from ..shapes import PriceFormatTypeName, ProductStatusName, ProductTypeName


class Product(Model, schema="Product"):
    """Live open P&L follows from four numbers: the price now, the price of
    entry, the worth of a point, and the size of the holding. A Position has
    the entry in `netPrice` and the size in `netPos`: ``` (price -
    position.netPrice) * product.valuePerPoint * position.netPos ```
    (entities_pages/product.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str,
            currency_id: int,
            product_type: models.ProductType | ProductTypeName,
            description: str,
            exchange_id: int,
            contract_group_id: int,
            status: models.ProductStatus | ProductStatusName,
            value_per_point: Decimal | float,
            price_format_type: models.PriceFormatType | PriceFormatTypeName,
            price_format: int,
            tick_size: Decimal | float,
            id: int | None = None,
            risk_discount_contract_group_id: int | None = None,
            months: str | None = None,
            is_secured: bool | None = None,
        ) -> None: ...

    id: int = field("id")
    """`id`, int64 (line 19)"""
    name: str | None = field("name")
    """Product code alone, such as `ES`, `MES`, `NQ` or `MNQ`; only contracts carry an expiration code behind it
(ES~M2~, NQ~Z4~). (`name`, at most 64 characters; line 20)
"""
    currency_id: int | None = field("currencyId")
    """Currency that prices are in, a Currency. (`currencyId`, int64; line 21)"""
    product_type: ProductType | None = field("productType")
    """What kind of thing is traded. (`productType`; line 22)"""
    description: str | None = field("description")
    """The product in a few words. (`description`, at most 8192 characters; line 23)"""
    exchange_id: int | None = field("exchangeId")
    """Exchange that lists the product. (`exchangeId`, int64; line 24)"""
    contract_group_id: int | None = field("contractGroupId")
    """`contractGroupId`, int64 (line 25)"""
    risk_discount_contract_group_id: int | None = field("riskDiscountContractGroupId")
    """`riskDiscountContractGroupId`, int64 (line 26)"""
    status: ProductStatus | None = field("status")
    """`status` (line 27)"""
    months: str | None = field("months")
    """Letters of the months in which contracts expire; ES has `H`, `M`, `U` and `Z`. (`months`, at most 64
characters; line 28)
"""
    is_secured: bool | None = field("isSecured")
    """`isSecured` (line 29)"""
    value_per_point: Decimal | None = field("valuePerPoint")
    """Worth of one point of price movement. With `tickSize`, the way to live P&L. (`valuePerPoint`, double; line
30)
"""
    price_format_type: PriceFormatType | None = field("priceFormatType")
    """`priceFormatType` (line 31)"""
    price_format: int | None = field("priceFormat")
    """`priceFormat`, int32 (line 32)"""
    tick_size: Decimal | None = field("tickSize")
    """Smallest price step. With `valuePerPoint`, the way to live P&L. (`tickSize`, double; line 33)"""
