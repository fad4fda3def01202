"""The model `Account`."""

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
    """A pool of equity that orders draw on. One User can own several.
    (entities_pages/account.md:3)
    """

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
    """Entity ID of the account. (`id`, int64; line 26)"""
    name: str | None = field("name")
    """Upper-case letters, possibly with underscores, possibly with digits at the end. (`name`, at most 64
characters; line 27)
"""
    user_id: int | None = field("userId")
    """Entity ID of the owning User. (`userId`, int64; line 28)"""
    account_type: AccountType | None = field("accountType")
    """`accountType` (line 29)"""
    active: bool | None = field("active")
    """`active` (line 30)"""
    clearing_house_id: int | None = field("clearingHouseId")
    """`clearingHouseId`, int64 (line 31)"""
    risk_category_id: int | None = field("riskCategoryId")
    """Risk Category the account falls under; seldom of use for retail traders. (`riskCategoryId`, int64; line
32)
"""
    auto_liq_profile_id: int | None = field("autoLiqProfileId")
    """Auto-liquidation profile of the account, a UserAccountAutoLiq. Profile and account exist one to one and
have equal entity IDs. (`autoLiqProfileId`, int64; line 33)
"""
    margin_account_type: MarginAccountType | None = field("marginAccountType")
    """`marginAccountType` (line 34)"""
    legal_status: LegalStatus | None = field("legalStatus")
    """Most retail accounts are `"Individual"`. (`legalStatus`; line 35)"""
    timestamp: datetime.datetime | None = field("timestamp")
    """`timestamp`, date and time with a zone (line 36)"""
    readonly: bool | None = field("readonly")
    """`readonly` (line 37)"""
