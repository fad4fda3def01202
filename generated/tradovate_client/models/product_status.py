from ..runtime.enumeration import OpenEnum


class ProductStatus(OpenEnum):
    """The values of ProductStatus. (entities_pages/product.md:27)"""

    INACTIVE = "Inactive"
    LOCKED = "Locked"
    READY_FOR_CONTRACTS = "ReadyForContracts"
    READY_TO_TRADE = "ReadyToTrade"
    VERIFIED = "Verified"
