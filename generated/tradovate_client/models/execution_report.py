"""The model `ExecutionReport`."""

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
    """What the execution of a Command came to.
    (entities_pages/executionReport.md:3)
    """

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
    """`id`, int64 (line 20)"""
    command_id: int | None = field("commandId")
    """Entity ID of the Command that was executed. (`commandId`, int64; line 21)"""
    name: str | None = field("name")
    """`name`, at most 64 characters (line 22)"""
    account_id: int | None = field("accountId")
    """Entity ID of the Account traded on. (`accountId`, int64; line 23)"""
    contract_id: int | None = field("contractId")
    """Entity ID of the Contract traded. (`contractId`, int64; line 24)"""
    timestamp: datetime.datetime | None = field("timestamp")
    """`timestamp`, date and time with a zone (line 25)"""
    trade_date: TradeDate | None = field("tradeDate")
    """`tradeDate` (line 26)"""
    order_id: int | None = field("orderId")
    """Entity ID of the Order concerned. (`orderId`, int64; line 27)"""
    exec_type: ExecType | None = field("execType")
    """`execType` (line 28)"""
    exec_ref_id: str | None = field("execRefId")
    """`execRefId`, at most 64 characters (line 29)"""
    ord_status: OrdStatus | None = field("ordStatus")
    """Status of that Order. (`ordStatus`; line 30)"""
    action: Action | None = field("action")
    """`action` (line 31)"""
    cum_qty: int | None = field("cumQty")
    """`cumQty`, int32 (line 32)"""
    avg_px: Decimal | None = field("avgPx")
    """`avgPx`, double (line 33)"""
    last_qty: int | None = field("lastQty")
    """`lastQty`, int32 (line 34)"""
    last_px: Decimal | None = field("lastPx")
    """`lastPx`, double (line 35)"""
    reject_reason: FailureReason | None = field("rejectReason")
    """`rejectReason` (line 36)"""
    text: str | None = field("text")
    """`text`, at most 8192 characters (line 37)"""
    exchange_order_id: str | None = field("exchangeOrderId")
    """`exchangeOrderId`, at most 64 characters (line 38)"""
