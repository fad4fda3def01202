from ..runtime.enumeration import OpenEnum


class LegalStatus(OpenEnum):
    """The values of LegalStatus. (entities_pages/account.md:35)"""

    CORPORATION = "Corporation"
    GP = "GP"
    IRA = "IRA"
    INDIVIDUAL = "Individual"
    LLC = "LLC"
    LLP = "LLP"
    LP = "LP"
    TRUST = "Trust"
    JOINT = "Joint"
