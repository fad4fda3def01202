"""The model `OrderStrategy`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import Action, OrderStrategyStatus
    from ..shapes import ActionName, OrderStrategyStatusName


class OrderStrategy(Model, schema="OrderStrategy"):
    """Several orders that the server starts and watches as one, such as an
    entry with its brackets. - Before it becomes text, `params` is an object
    such as: ```js { entryVersion: { orderQty: number, orderType: "Limit" |
    "MIT" | "Market" | "Stop" | "StopLimit" | "TrailingStop" |
    "TrailingStopLimit" }, brackets: { qty: number, profitTarget?: number,
    stopLoss?: number, trailingStop?: boolean }[] } ```
    (entities_pages/orderStrategy.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            account_id: int,
            timestamp: datetime.datetime | str,
            contract_id: int,
            order_strategy_type_id: int,
            action: models.Action | ActionName,
            status: models.OrderStrategyStatus | OrderStrategyStatusName,
            id: int | None = None,
            initiator_id: int | None = None,
            params: str | None = None,
            uuid: str | None = None,
            failure_message: str | None = None,
            sender_id: int | None = None,
            custom_tag_50: str | None = None,
            user_session_id: int | None = None,
        ) -> None: ...

    id: int = field("id")
    """`id`, int64 (line 18)"""
    account_id: int | None = field("accountId")
    """ID of the Account that trades. (`accountId`, int64; line 19)"""
    timestamp: datetime.datetime | None = field("timestamp")
    """When the strategy was started. (`timestamp`, date and time with a zone; line 20)"""
    contract_id: int | None = field("contractId")
    """ID of the Contract to trade. (`contractId`, int64; line 21)"""
    order_strategy_type_id: int | None = field("orderStrategyTypeId")
    """ID of the OrderStrategyType to follow. Those open to a user are in the first answer of `user/syncRequest`.
(`orderStrategyTypeId`, int64; line 22)
"""
    initiator_id: int | None = field("initiatorId")
    """ID of the User that started it. (`initiatorId`, int64; line 23)"""
    action: Action | None = field("action")
    """`action` (line 24)"""
    params: str | None = field("params")
    """Settings of the strategy as JSON text; the notes below show its form. (`params`, at most 8192 characters;
line 25)
"""
    uuid: str | None = field("uuid")
    """`uuid`, at most 64 characters (line 26)"""
    status: OrderStrategyStatus | None = field("status")
    """How far the strategy has got. (`status`; line 27)"""
    failure_message: str | None = field("failureMessage")
    """`failureMessage`, at most 512 characters (line 28)"""
    sender_id: int | None = field("senderId")
    """ID of the User that sent it. (`senderId`, int64; line 29)"""
    custom_tag_50: str | None = field("customTag50")
    """Free label for the screen, fewer than 50 characters. (`customTag50`, at most 64 characters; line 30)"""
    user_session_id: int | None = field("userSessionId")
    """`userSessionId`, int64 (line 31)"""
