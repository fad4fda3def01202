from ..runtime.enumeration import OpenEnum


class ProductType(OpenEnum):
    """The values of ProductType. (entities_pages/product.md:22)"""

    COMMON_STOCK = "CommonStock"
    CONTINUOUS = "Continuous"
    CRYPTOCURRENCY = "Cryptocurrency"
    FUTURES = "Futures"
    MARKET_INTERNALS = "MarketInternals"
    OPTIONS = "Options"
    SPREAD = "Spread"
