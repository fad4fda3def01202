from ..runtime.enumeration import OpenEnum


class TimeInForce(OpenEnum):
    """The values of TimeInForce."""

    DAY = "Day"
    FOK = "FOK"
    GTC = "GTC"
    GTD = "GTD"
    IOC = "IOC"
