"""CommandReport of the API."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import CommandStatus, FailureReason, OrdStatus
    from ..shapes import CommandStatusName, FailureReasonName, OrdStatusName


class CommandReport(Model, schema="CommandReport"):
    """One step in the life of a Command. The server writes a report whenever the status changes, so a client
    that reads them knows what became of its request. (entities_pages/commandReport.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            command_id: int,
            timestamp: datetime.datetime | str,
            command_status: models.CommandStatus | CommandStatusName,
            id: int | None = None,
            reject_reason: models.FailureReason | FailureReasonName | None = None,
            text: str | None = None,
            ord_status: models.OrdStatus | OrdStatusName | None = None,
        ) -> None: ...

    id: int = field("id")
    """`id`, int64. (entities_pages/commandReport.md:20)"""
    command_id: int | None = field("commandId")
    """`commandId`, int64. ID of the Command reported on. (entities_pages/commandReport.md:21)"""
    timestamp: datetime.datetime | None = field("timestamp")
    """`timestamp`, date-time. When the report was written. (entities_pages/commandReport.md:22)"""
    command_status: CommandStatus | None = field("commandStatus")
    """`commandStatus`. Status that the Command had reached at that time. (entities_pages/commandReport.md:23)"""
    reject_reason: FailureReason | None = field("rejectReason")
    """`rejectReason`. Where the Command failed, a reason for it. (entities_pages/commandReport.md:24)"""
    text: str | None = field("text")
    """`text`, maxLength 8192. Further words on the Command, if any. (entities_pages/commandReport.md:25)"""
    ord_status: OrdStatus | None = field("ordStatus")
    """`ordStatus`. Status of the order that the command belongs to. (entities_pages/commandReport.md:26)"""
