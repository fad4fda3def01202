"""Account of the API."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import AccountType, LegalStatus, MarginAccountType
    from ..shapes import AccountTypeName, LegalStatusName, MarginAccountTypeName


class Account(Model, schema="Account"):
    """A pool of equity that orders draw on. One User can own several. (entities_pages/account.md:3)"""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str,
            user_id: int,
            account_type: models.AccountType | AccountTypeName,
            active: bool,
            clearing_house_id: int,
            risk_category_id: int,
            auto_liq_profile_id: int,
            margin_account_type: models.MarginAccountType | MarginAccountTypeName,
            legal_status: models.LegalStatus | LegalStatusName,
            timestamp: datetime.datetime | str,
            id: int | None = None,
            readonly: bool | None = None,
        ) -> None: ...

    id: int = field("id")
    """`id`, int64. Entity ID of the account. (entities_pages/account.md:26)"""
    name: str | None = field("name")
    """`name`, maxLength 64. Upper-case letters, possibly with underscores, possibly with digits at the end.
(entities_pages/account.md:27)
"""
    user_id: int | None = field("userId")
    """`userId`, int64. Entity ID of the owning User. (entities_pages/account.md:28)"""
    account_type: AccountType | None = field("accountType")
    """`accountType`. (entities_pages/account.md:29)"""
    active: bool | None = field("active")
    """`active`. (entities_pages/account.md:30)"""
    clearing_house_id: int | None = field("clearingHouseId")
    """`clearingHouseId`, int64. (entities_pages/account.md:31)"""
    risk_category_id: int | None = field("riskCategoryId")
    """`riskCategoryId`, int64. Risk Category the account falls under; seldom of use for retail traders.
(entities_pages/account.md:32)
"""
    auto_liq_profile_id: int | None = field("autoLiqProfileId")
    """`autoLiqProfileId`, int64. Auto-liquidation profile of the account, a UserAccountAutoLiq. Profile and
account exist one to one and have equal entity IDs. (entities_pages/account.md:33)
"""
    margin_account_type: MarginAccountType | None = field("marginAccountType")
    """`marginAccountType`. (entities_pages/account.md:34)"""
    legal_status: LegalStatus | None = field("legalStatus")
    """`legalStatus`. Most retail accounts are `"Individual"`. (entities_pages/account.md:35)"""
    timestamp: datetime.datetime | None = field("timestamp")
    """`timestamp`, date-time. (entities_pages/account.md:36)"""
    readonly: bool | None = field("readonly")
    """`readonly`. (entities_pages/account.md:37)"""
