"""TradingPermission of the API."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class TradingPermission(Model, schema="TradingPermission"):
    """Lets one User trade on an Account that belongs to another. (entities_pages/tradingPermission.md:3)"""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            user_id: int,
            account_id: int,
            account_holder_contact: str,
            account_holder_email: str,
            cta_contact: str,
            cta_email: str,
            id: int | None = None,
            updated: datetime.datetime | str | None = None,
            approved_by_id: int | None = None,
        ) -> None: ...

    id: int = field("id")
    """`id`, int64. (entities_pages/tradingPermission.md:21)"""
    user_id: int | None = field("userId")
    """`userId`, int64. ID of the User that receives the permission. (entities_pages/tradingPermission.md:22)"""
    account_id: int | None = field("accountId")
    """`accountId`, int64. ID of the Account to be traded on; the caller owns it.
(entities_pages/tradingPermission.md:23)
"""
    account_holder_contact: str | None = field("accountHolderContact")
    """`accountHolderContact`, maxLength 64. Full name of the owner. (entities_pages/tradingPermission.md:24)"""
    account_holder_email: str | None = field("accountHolderEmail")
    """`accountHolderEmail`, maxLength 64. (entities_pages/tradingPermission.md:25)"""
    cta_contact: str | None = field("ctaContact")
    """`ctaContact`, maxLength 64. Full name of the receiver. (entities_pages/tradingPermission.md:26)"""
    cta_email: str | None = field("ctaEmail")
    """`ctaEmail`, maxLength 64. (entities_pages/tradingPermission.md:27)"""
    updated: datetime.datetime | None = field("updated")
    """`updated`, date-time. (entities_pages/tradingPermission.md:28)"""
    approved_by_id: int | None = field("approvedById")
    """`approvedById`, int64. ID of the User that approved it. (entities_pages/tradingPermission.md:29)"""
