"""The model `PlaceOsoResult`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import FailureReason
    from ..shapes import FailureReasonName


class PlaceOsoResult(Model, schema="PlaceOsoResult"):
    """What `/order/placeOSO` answers.
    (entities_pages/responses/placeOSOResult.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            failure_reason: models.FailureReason | FailureReasonName | None = None,
            failure_text: str | None = None,
            order_id: int | None = None,
            oso_1_id: int | None = None,
            oso_2_id: int | None = None,
        ) -> None: ...

    failure_reason: FailureReason | None = field("failureReason")
    """`failureReason` (line 22)"""
    failure_text: str | None = field("failureText")
    """Says what went wrong when the server refused a request that had arrived intact. (`failureText`; line 23)"""
    order_id: int = field("orderId")
    """The Order that enters. (`orderId`, int64; line 24)"""
    oso_1_id: int | None = field("oso1Id")
    """First bracket's Order, if there is one. (`oso1Id`, int64; line 25)"""
    oso_2_id: int | None = field("oso2Id")
    """Second bracket's Order, if there is one. (`oso2Id`, int64; line 26)"""
