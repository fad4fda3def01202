from ..runtime.enumeration import OpenEnum


class MarginAccountType(OpenEnum):
    """The values of MarginAccountType."""

    HEDGER = "Hedger"
    SPECULATOR = "Speculator"
