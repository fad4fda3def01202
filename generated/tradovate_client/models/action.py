from ..runtime.enumeration import OpenEnum


class Action(OpenEnum):
    """(entities_pages/executionReport.md:31)"""

    BUY = "Buy"
    SELL = "Sell"
