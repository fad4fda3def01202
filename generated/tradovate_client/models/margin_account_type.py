from ..runtime.enumeration import OpenEnum


class MarginAccountType(OpenEnum):
    """(entities_pages/account.md:34)"""

    HEDGER = "Hedger"
    SPECULATOR = "Speculator"
