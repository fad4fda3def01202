"""The model `AccountRiskStatus`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import AdminAction
    from ..shapes import AdminActionName


class AccountRiskStatus(Model, schema="AccountRiskStatus"):
    """What risk management currently does with an Account, for one whether it
    may only close positions. (entities_pages/accountRiskStatus.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            id: int | None = None,
            admin_action: models.AdminAction | AdminActionName | None = None,
            admin_timestamp: datetime.datetime | str | None = None,
            liquidate_only: datetime.datetime | str | None = None,
            user_triggered_liq_only: bool | None = None,
        ) -> None: ...

    id: int = field("id")
    """`id`, int64 (line 21)"""
    admin_action: AdminAction | None = field("adminAction")
    """The measure in force. (`adminAction`; line 22)"""
    admin_timestamp: datetime.datetime | None = field("adminTimestamp")
    """When that measure was taken. (`adminTimestamp`, date and time with a zone; line 23)"""
    liquidate_only: datetime.datetime | None = field("liquidateOnly")
    """`liquidateOnly`, date and time with a zone (line 24)"""
    user_triggered_liq_only: bool | None = field("userTriggeredLiqOnly")
    """Whether the user asked for the restriction to closing. (`userTriggeredLiqOnly`; line 25)"""
