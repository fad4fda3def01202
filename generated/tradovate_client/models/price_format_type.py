from ..runtime.enumeration import OpenEnum


class PriceFormatType(OpenEnum):
    """The values of PriceFormatType."""

    DECIMAL = "Decimal"
    FRACTIONAL = "Fractional"
