"""The model `Command`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import CommandStatus, CommandType
    from ..shapes import CommandStatusName, CommandTypeName


class Command(Model, schema="Command"):
    """An attempt to do something on the market. Placing, changing or
    cancelling an order means issuing a Command for it.
    (entities_pages/command.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            order_id: int,
            timestamp: datetime.datetime | str,
            command_type: models.CommandType | CommandTypeName,
            command_status: models.CommandStatus | CommandStatusName,
            id: int | None = None,
            cl_ord_id: str | None = None,
            sender_id: int | None = None,
            user_session_id: int | None = None,
            activation_time: datetime.datetime | str | None = None,
            custom_tag_50: str | None = None,
            is_automated: bool | None = None,
        ) -> None: ...

    id: int = field("id")
    """`id`, int64 (line 21)"""
    order_id: int | None = field("orderId")
    """ID of the Order that the command acts on. (`orderId`, int64; line 22)"""
    timestamp: datetime.datetime | None = field("timestamp")
    """When the Command came into being. (`timestamp`, date and time with a zone; line 23)"""
    cl_ord_id: str | None = field("clOrdId")
    """`clOrdId` (line 24)"""
    command_type: CommandType | None = field("commandType")
    """What the command does to its order: one of three actions. (`commandType`; line 25)"""
    command_status: CommandStatus | None = field("commandStatus")
    """How far the Command has got. To follow it, read its CommandReports rather than this value.
(`commandStatus`; line 26)
"""
    sender_id: int | None = field("senderId")
    """ID of the User that sent it, where one did. (`senderId`, int64; line 27)"""
    user_session_id: int | None = field("userSessionId")
    """`userSessionId`, int64 (line 28)"""
    activation_time: datetime.datetime | None = field("activationTime")
    """Earliest time at which the Command acts; without it, at once. (`activationTime`, date and time with a
zone; line 29)
"""
    custom_tag_50: str | None = field("customTag50")
    """Free label, 50 characters at most. (`customTag50`, at most 50 characters; line 30)"""
    is_automated: bool | None = field("isAutomated")
    """Must be true if a program made the Command with no person involved. (`isAutomated`; line 31)"""
