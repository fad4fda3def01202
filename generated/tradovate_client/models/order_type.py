from ..runtime.enumeration import OpenEnum


class OrderType(OpenEnum):
    """The values of OrderType. (entities_pages/orderVersion.md:20)"""

    LIMIT = "Limit"
    MIT = "MIT"
    MARKET = "Market"
    STOP = "Stop"
    STOP_LIMIT = "StopLimit"
    TRAILING_STOP = "TrailingStop"
    TRAILING_STOP_LIMIT = "TrailingStopLimit"
