from ..runtime.enumeration import OpenEnum


class AccountType(OpenEnum):
    """The values of AccountType."""

    CUSTOMER = "Customer"
    GIVEUP = "Giveup"
    HOUSE = "House"
    OMNIBUS = "Omnibus"
    WASH = "Wash"
