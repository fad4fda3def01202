"""The model `CommandReport`."""

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
    """One step in the life of a Command. The server writes a report whenever
    the status changes, so a client that reads them knows what became of its
    request. (entities_pages/commandReport.md:3)
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
    """`id`, int64 (line 20)"""
    command_id: int | None = field("commandId")
    """ID of the Command reported on. (`commandId`, int64; line 21)"""
    timestamp: datetime.datetime | None = field("timestamp")
    """When the report was written. (`timestamp`, date and time with a zone; line 22)"""
    command_status: CommandStatus | None = field("commandStatus")
    """Status that the Command had reached at that time. (`commandStatus`; line 23)"""
    reject_reason: FailureReason | None = field("rejectReason")
    """Where the Command failed, a reason for it. (`rejectReason`; line 24)"""
    text: str | None = field("text")
    """Further words on the Command, if any. (`text`, at most 8192 characters; line 25)"""
    ord_status: OrdStatus | None = field("ordStatus")
    """Status of the order that the command belongs to. (`ordStatus`; line 26)"""
