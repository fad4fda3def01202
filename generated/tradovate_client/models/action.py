from ..runtime.enumeration import OpenEnum


class Action(OpenEnum):
    """The values of Action."""

    BUY = "Buy"
    SELL = "Sell"
