"""The model `AccessTokenResponse`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import UserStatus
    from ..shapes import UserStatusName


class AccessTokenResponse(Model, schema="AccessTokenResponse"):
    """What `/auth/accessTokenRequest` answers.
    (entities_pages/responses/accessTokenResponse.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            error_text: str | None = None,
            access_token: str | None = None,
            expiration_time: datetime.datetime | str | None = None,
            password_expiration_time: datetime.datetime | str | None = None,
            user_status: models.UserStatus | UserStatusName | None = None,
            user_id: int | None = None,
            name: str | None = None,
            has_live: bool | None = None,
        ) -> None: ...

    error_text: str | None = field("errorText")
    """Filled in when the server turned down a request that had arrived intact. (`errorText`; line 20)"""
    access_token: str | None = field("accessToken")
    """The token: it goes into the Authorization header of each HTTP request, and opens a WebSocket session.
(`accessToken`; line 21)
"""
    expiration_time: datetime.datetime | None = field("expirationTime")
    """End of the token's life. Call `/auth/renewAccessToken` before it comes. (`expirationTime`, date and time
with a zone; line 22)
"""
    password_expiration_time: datetime.datetime | None = field("passwordExpirationTime")
    """`passwordExpirationTime`, date and time with a zone (line 23)"""
    user_status: UserStatus | None = field("userStatus")
    """Standing of the User. (`userStatus`; line 24)"""
    user_id: int | None = field("userId")
    """ID of the User that owns the API key. (`userId`, int64; line 25)"""
    name: str | None = field("name")
    """Usable as `accountSpec` when placing orders; it tells who trades where several users share an account.
(`name`; line 26)
"""
    has_live: bool | None = field("hasLive")
    """`true` where the user owns a funded LIVE account. (`hasLive`; line 27)"""
