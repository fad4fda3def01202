from ..runtime.enumeration import OpenEnum


class MarginAccountType(OpenEnum):
    """The values of MarginAccountType. (entities_pages/account.md:34)"""

    HEDGER = "Hedger"
    SPECULATOR = "Speculator"
