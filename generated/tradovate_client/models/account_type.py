from ..runtime.enumeration import OpenEnum


class AccountType(OpenEnum):
    """(entities_pages/account.md:29)"""

    CUSTOMER = "Customer"
    GIVEUP = "Giveup"
    HOUSE = "House"
    OMNIBUS = "Omnibus"
    WASH = "Wash"
