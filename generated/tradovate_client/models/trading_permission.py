"""The model `TradingPermission`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class TradingPermission(Model, schema="TradingPermission"):
    """Lets one User trade on an Account that belongs to another.
    (entities_pages/tradingPermission.md:3)
    """

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
    """`id`, int64 (line 21)"""
    user_id: int | None = field("userId")
    """ID of the User that receives the permission. (`userId`, int64; line 22)"""
    account_id: int | None = field("accountId")
    """ID of the Account to be traded on; the caller owns it. (`accountId`, int64; line 23)"""
    account_holder_contact: str | None = field("accountHolderContact")
    """Full name of the owner. (`accountHolderContact`, at most 64 characters; line 24)"""
    account_holder_email: str | None = field("accountHolderEmail")
    """`accountHolderEmail`, at most 64 characters (line 25)"""
    cta_contact: str | None = field("ctaContact")
    """Full name of the receiver. (`ctaContact`, at most 64 characters; line 26)"""
    cta_email: str | None = field("ctaEmail")
    """`ctaEmail`, at most 64 characters (line 27)"""
    updated: datetime.datetime | None = field("updated")
    """`updated`, date and time with a zone (line 28)"""
    approved_by_id: int | None = field("approvedById")
    """ID of the User that approved it. (`approvedById`, int64; line 29)"""
