"""AccessTokenResponse of the API."""

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
    """What `/auth/accessTokenRequest` answers. (entities_pages/responses/accessTokenResponse.md:3)"""

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
    """`errorText`. Filled in when the server turned down a request that had arrived intact.
(entities_pages/responses/accessTokenResponse.md:20)
"""
    access_token: str | None = field("accessToken")
    """`accessToken`. The token: it goes into the Authorization header of each HTTP request, and opens a
WebSocket session. (entities_pages/responses/accessTokenResponse.md:21)
"""
    expiration_time: datetime.datetime | None = field("expirationTime")
    """`expirationTime`, date-time. End of the token's life. Call `/auth/renewAccessToken` before it comes.
(entities_pages/responses/accessTokenResponse.md:22)
"""
    password_expiration_time: datetime.datetime | None = field("passwordExpirationTime")
    """`passwordExpirationTime`, date-time. (entities_pages/responses/accessTokenResponse.md:23)"""
    user_status: UserStatus | None = field("userStatus")
    """`userStatus`. Standing of the User. (entities_pages/responses/accessTokenResponse.md:24)"""
    user_id: int | None = field("userId")
    """`userId`, int64. ID of the User that owns the API key.
(entities_pages/responses/accessTokenResponse.md:25)
"""
    name: str | None = field("name")
    """`name`. Usable as `accountSpec` when placing orders; it tells who trades where several users share an
account. (entities_pages/responses/accessTokenResponse.md:26)
"""
    has_live: bool | None = field("hasLive")
    """`hasLive`. `true` where the user owns a funded LIVE account.
(entities_pages/responses/accessTokenResponse.md:27)
"""
