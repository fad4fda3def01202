from ..runtime.enumeration import OpenEnum


class PriceFormatType(OpenEnum):
    """The values of PriceFormatType. (entities_pages/product.md:31)"""

    DECIMAL = "Decimal"
    FRACTIONAL = "Fractional"
