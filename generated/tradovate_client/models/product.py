"""Product of the API."""

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
    """Live open P&L follows from four numbers: the price now, the price of entry, the worth of a point, and the
    size of the holding. A Position has the entry in `netPrice` and the size in `netPos`: ``` (price -
    position.netPrice) * product.valuePerPoint * position.netPos ``` (entities_pages/product.md:3)
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
    """`id`, int64. (entities_pages/product.md:19)"""
    name: str | None = field("name")
    """`name`, maxLength 64. Product code alone, such as `ES`, `MES`, `NQ` or `MNQ`; only contracts carry an
expiration code behind it (ES~M2~, NQ~Z4~). (entities_pages/product.md:20)
"""
    currency_id: int | None = field("currencyId")
    """`currencyId`, int64. Currency that prices are in, a Currency. (entities_pages/product.md:21)"""
    product_type: ProductType | None = field("productType")
    """`productType`. What kind of thing is traded. (entities_pages/product.md:22)"""
    description: str | None = field("description")
    """`description`, maxLength 8192. The product in a few words. (entities_pages/product.md:23)"""
    exchange_id: int | None = field("exchangeId")
    """`exchangeId`, int64. Exchange that lists the product. (entities_pages/product.md:24)"""
    contract_group_id: int | None = field("contractGroupId")
    """`contractGroupId`, int64. (entities_pages/product.md:25)"""
    risk_discount_contract_group_id: int | None = field("riskDiscountContractGroupId")
    """`riskDiscountContractGroupId`, int64. (entities_pages/product.md:26)"""
    status: ProductStatus | None = field("status")
    """`status`. (entities_pages/product.md:27)"""
    months: str | None = field("months")
    """`months`, maxLength 64. Letters of the months in which contracts expire; ES has `H`, `M`, `U` and `Z`.
(entities_pages/product.md:28)
"""
    is_secured: bool | None = field("isSecured")
    """`isSecured`. (entities_pages/product.md:29)"""
    value_per_point: Decimal | None = field("valuePerPoint")
    """`valuePerPoint`, double. Worth of one point of price movement. With `tickSize`, the way to live P&L.
(entities_pages/product.md:30)
"""
    price_format_type: PriceFormatType | None = field("priceFormatType")
    """`priceFormatType`. (entities_pages/product.md:31)"""
    price_format: int | None = field("priceFormat")
    """`priceFormat`, int32. (entities_pages/product.md:32)"""
    tick_size: Decimal | None = field("tickSize")
    """`tickSize`, double. Smallest price step. With `valuePerPoint`, the way to live P&L.
(entities_pages/product.md:33)
"""
