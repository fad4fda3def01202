"""ExecutionReport of the API."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import Action, ExecType, FailureReason, OrdStatus, TradeDate
    from ..shapes import ActionName, ExecTypeName, FailureReasonName, OrdStatusName, TradeDateDict


class ExecutionReport(Model, schema="ExecutionReport"):
    """What the execution of a Command came to. (entities_pages/executionReport.md:3)"""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            command_id: int,
            name: str,
            account_id: int,
            contract_id: int,
            timestamp: datetime.datetime | str,
            order_id: int,
            exec_type: models.ExecType | ExecTypeName,
            action: models.Action | ActionName,
            id: int | None = None,
            trade_date: models.TradeDate | TradeDateDict | None = None,
            exec_ref_id: str | None = None,
            ord_status: models.OrdStatus | OrdStatusName | None = None,
            cum_qty: int | None = None,
            avg_px: Decimal | float | None = None,
            last_qty: int | None = None,
            last_px: Decimal | float | None = None,
            reject_reason: models.FailureReason | FailureReasonName | None = None,
            text: str | None = None,
            exchange_order_id: str | None = None,
        ) -> None: ...

    id: int = field("id")
    """`id`, int64. (entities_pages/executionReport.md:20)"""
    command_id: int | None = field("commandId")
    """`commandId`, int64. Entity ID of the Command that was executed. (entities_pages/executionReport.md:21)"""
    name: str | None = field("name")
    """`name`, maxLength 64. (entities_pages/executionReport.md:22)"""
    account_id: int | None = field("accountId")
    """`accountId`, int64. Entity ID of the Account traded on. (entities_pages/executionReport.md:23)"""
    contract_id: int | None = field("contractId")
    """`contractId`, int64. Entity ID of the Contract traded. (entities_pages/executionReport.md:24)"""
    timestamp: datetime.datetime | None = field("timestamp")
    """`timestamp`, date-time. (entities_pages/executionReport.md:25)"""
    trade_date: TradeDate | None = field("tradeDate")
    """`tradeDate`. (entities_pages/executionReport.md:26)"""
    order_id: int | None = field("orderId")
    """`orderId`, int64. Entity ID of the Order concerned. (entities_pages/executionReport.md:27)"""
    exec_type: ExecType | None = field("execType")
    """`execType`. (entities_pages/executionReport.md:28)"""
    exec_ref_id: str | None = field("execRefId")
    """`execRefId`, maxLength 64. (entities_pages/executionReport.md:29)"""
    ord_status: OrdStatus | None = field("ordStatus")
    """`ordStatus`. Status of that Order. (entities_pages/executionReport.md:30)"""
    action: Action | None = field("action")
    """`action`. (entities_pages/executionReport.md:31)"""
    cum_qty: int | None = field("cumQty")
    """`cumQty`, int32. (entities_pages/executionReport.md:32)"""
    avg_px: Decimal | None = field("avgPx")
    """`avgPx`, double. (entities_pages/executionReport.md:33)"""
    last_qty: int | None = field("lastQty")
    """`lastQty`, int32. (entities_pages/executionReport.md:34)"""
    last_px: Decimal | None = field("lastPx")
    """`lastPx`, double. (entities_pages/executionReport.md:35)"""
    reject_reason: FailureReason | None = field("rejectReason")
    """`rejectReason`. (entities_pages/executionReport.md:36)"""
    text: str | None = field("text")
    """`text`, maxLength 8192. (entities_pages/executionReport.md:37)"""
    exchange_order_id: str | None = field("exchangeOrderId")
    """`exchangeOrderId`, maxLength 64. (entities_pages/executionReport.md:38)"""
