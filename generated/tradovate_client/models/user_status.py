from ..runtime.enumeration import OpenEnum


class UserStatus(OpenEnum):
    """The values of UserStatus."""

    ACTIVE = "Active"
    CLOSED = "Closed"
    INITIATED = "Initiated"
    TEMPORARY_LOCKED = "TemporaryLocked"
    UNCONFIRMED_EMAIL = "UnconfirmedEmail"
