from ..runtime.enumeration import OpenEnum


class PriceFormatType(OpenEnum):
    """(entities_pages/product.md:31)"""

    DECIMAL = "Decimal"
    FRACTIONAL = "Fractional"
