from ..runtime.enumeration import OpenEnum


class UserStatus(OpenEnum):
    """The values of UserStatus.
    (entities_pages/responses/accessTokenResponse.md:24)
    """

    ACTIVE = "Active"
    CLOSED = "Closed"
    INITIATED = "Initiated"
    TEMPORARY_LOCKED = "TemporaryLocked"
    UNCONFIRMED_EMAIL = "UnconfirmedEmail"
