"""Order of the API."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import Action, OrdStatus
    from ..shapes import ActionName, OrdStatusName


class Order(Model, schema="Order"):
    """An instruction for trading a Contract. (entities_pages/order.md:3)"""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            account_id: int,
            timestamp: datetime.datetime | str,
            action: models.Action | ActionName,
            ord_status: models.OrdStatus | OrdStatusName,
            admin: bool,
            id: int | None = None,
            contract_id: int | None = None,
            spread_definition_id: int | None = None,
            execution_provider_id: int | None = None,
            oco_id: int | None = None,
            parent_id: int | None = None,
            linked_id: int | None = None,
        ) -> None: ...

    id: int = field("id")
    """`id`, int64. (entities_pages/order.md:23)"""
    account_id: int | None = field("accountId")
    """`accountId`, int64. ID of the Account that the order trades for. (entities_pages/order.md:24)"""
    contract_id: int | None = field("contractId")
    """`contractId`, int64. ID of the Contract to be traded. (entities_pages/order.md:25)"""
    spread_definition_id: int | None = field("spreadDefinitionId")
    """`spreadDefinitionId`, int64. For a spread, ID of its SpreadDefinition. (entities_pages/order.md:26)"""
    timestamp: datetime.datetime | None = field("timestamp")
    """`timestamp`, date-time. When the order was made. (entities_pages/order.md:27)"""
    action: Action | None = field("action")
    """`action`. (entities_pages/order.md:28)"""
    ord_status: OrdStatus | None = field("ordStatus")
    """`ordStatus`. (entities_pages/order.md:29)"""
    execution_provider_id: int | None = field("executionProviderId")
    """`executionProviderId`, int64. Where the order executes (LIVE or Sim). (entities_pages/order.md:30)"""
    oco_id: int | None = field("ocoId")
    """`ocoId`, int64. For one side of an OCO, ID of the order that entered it. (entities_pages/order.md:31)"""
    parent_id: int | None = field("parentId")
    """`parentId`, int64. For a child order, ID of the parent. (entities_pages/order.md:32)"""
    linked_id: int | None = field("linkedId")
    """`linkedId`, int64. For one side of an OCO, ID of the order that a Fill of this one cancels.
(entities_pages/order.md:33)
"""
    admin: bool | None = field("admin")
    """`admin`. `true` for administrators and B2B partners of Tradovate only; others leave it `false`, or the
request is refused. (entities_pages/order.md:34)
"""
