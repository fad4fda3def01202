from ..runtime.enumeration import OpenEnum


class LegalStatus(OpenEnum):
    """The values of LegalStatus."""

    CORPORATION = "Corporation"
    GP = "GP"
    IRA = "IRA"
    INDIVIDUAL = "Individual"
    LLC = "LLC"
    LLP = "LLP"
    LP = "LP"
    TRUST = "Trust"
    JOINT = "Joint"
