"""The model `CommandResult`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import FailureReason
    from ..shapes import FailureReasonName


class CommandResult(Model, schema="CommandResult"):
    """Response from `order/cancelOrder` or `order/modifyOrder`.
    (entities_pages/responses/commandResult.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            failure_reason: models.FailureReason | FailureReasonName | None = None,
            failure_text: str | None = None,
            command_id: int | None = None,
        ) -> None: ...

    failure_reason: FailureReason | None = field("failureReason")
    """`failureReason` (line 21)"""
    failure_text: str | None = field("failureText")
    """Says what went wrong when the server refused a request that had arrived intact. (`failureText`; line 22)"""
    command_id: int = field("commandId")
    """Set where the Command was accepted. (`commandId`, int64; line 23)"""
