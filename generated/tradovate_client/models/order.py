"""The model `Order`."""

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
    """`id`, int64 (line 23)"""
    account_id: int | None = field("accountId")
    """ID of the Account that the order trades for. (`accountId`, int64; line 24)"""
    contract_id: int | None = field("contractId")
    """ID of the Contract to be traded. (`contractId`, int64; line 25)"""
    spread_definition_id: int | None = field("spreadDefinitionId")
    """For a spread, ID of its SpreadDefinition. (`spreadDefinitionId`, int64; line 26)"""
    timestamp: datetime.datetime | None = field("timestamp")
    """When the order was made. (`timestamp`, date and time with a zone; line 27)"""
    action: Action | None = field("action")
    """`action` (line 28)"""
    ord_status: OrdStatus | None = field("ordStatus")
    """`ordStatus` (line 29)"""
    execution_provider_id: int | None = field("executionProviderId")
    """Where the order executes (LIVE or Sim). (`executionProviderId`, int64; line 30)"""
    oco_id: int | None = field("ocoId")
    """For one side of an OCO, ID of the order that entered it. (`ocoId`, int64; line 31)"""
    parent_id: int | None = field("parentId")
    """For a child order, ID of the parent. (`parentId`, int64; line 32)"""
    linked_id: int | None = field("linkedId")
    """For one side of an OCO, ID of the order that a Fill of this one cancels. (`linkedId`, int64; line 33)"""
    admin: bool | None = field("admin")
    """`true` for administrators and B2B partners of Tradovate only; others leave it `false`, or the request is
refused. (`admin`; line 34)
"""
