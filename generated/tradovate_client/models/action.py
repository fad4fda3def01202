from ..runtime.enumeration import OpenEnum


class Action(OpenEnum):
    """The values of Action. (entities_pages/executionReport.md:31)"""

    BUY = "Buy"
    SELL = "Sell"
