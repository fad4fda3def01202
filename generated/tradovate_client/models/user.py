"""The model `User`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import UserStatus
    from ..shapes import UserStatusName


class User(Model, schema="User"):
    """A person or firm with a Tradovate login. (entities_pages/user.md:3)"""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str,
            timestamp: datetime.datetime | str,
            email: str,
            status: models.UserStatus | UserStatusName,
            professional: bool,
            id: int | None = None,
            organization_id: int | None = None,
            linked_user_id: int | None = None,
            foreign_introducing_broker_id: int | None = None,
        ) -> None: ...

    id: int = field("id")
    """Other operations ask for it as `userId`, so a client will want to keep it. (`id`, int64; line 16)"""
    name: str | None = field("name")
    """`name`, at least 3 characters, at most 64 characters (line 17)"""
    timestamp: datetime.datetime | None = field("timestamp")
    """`timestamp`, date and time with a zone (line 18)"""
    email: str | None = field("email")
    """`email`, at most 64 characters (line 19)"""
    status: UserStatus | None = field("status")
    """`status` (line 20)"""
    professional: bool | None = field("professional")
    """`professional` (line 21)"""
    organization_id: int | None = field("organizationId")
    """`organizationId`, int64 (line 22)"""
    linked_user_id: int | None = field("linkedUserId")
    """`linkedUserId`, int64 (line 23)"""
    foreign_introducing_broker_id: int | None = field("foreignIntroducingBrokerId")
    """`foreignIntroducingBrokerId`, int64 (line 24)"""
