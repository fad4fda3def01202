from ..runtime.enumeration import OpenEnum


class AccountType(OpenEnum):
    """The values of AccountType. (entities_pages/account.md:29)"""

    CUSTOMER = "Customer"
    GIVEUP = "Giveup"
    HOUSE = "House"
    OMNIBUS = "Omnibus"
    WASH = "Wash"
