from ..runtime.enumeration import OpenEnum


class TimeInForce(OpenEnum):
    """The values of TimeInForce. (entities_pages/orderVersion.md:25)"""

    DAY = "Day"
    FOK = "FOK"
    GTC = "GTC"
    GTD = "GTD"
    IOC = "IOC"
