from ..runtime.enumeration import OpenEnum


class TimeInForce(OpenEnum):
    """(entities_pages/orderVersion.md:25)"""

    DAY = "Day"
    FOK = "FOK"
    GTC = "GTC"
    GTD = "GTD"
    IOC = "IOC"
