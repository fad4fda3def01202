"""The model `PlaceOcoResult`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import FailureReason
    from ..shapes import FailureReasonName


class PlaceOcoResult(Model, schema="PlaceOcoResult"):
    """What `/order/placeOCO` answers.
    (entities_pages/responses/placeOCOResult.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            failure_reason: models.FailureReason | FailureReasonName | None = None,
            failure_text: str | None = None,
            order_id: int | None = None,
            oco_id: int | None = None,
        ) -> None: ...

    failure_reason: FailureReason | None = field("failureReason")
    """`failureReason` (line 22)"""
    failure_text: str | None = field("failureText")
    """Says what went wrong when the server refused a request that had arrived intact. (`failureText`; line 23)"""
    order_id: int = field("orderId")
    """The first Order of the pair. (`orderId`, int64; line 24)"""
    oco_id: int | None = field("ocoId")
    """The Order made from `other`. (`ocoId`, int64; line 25)"""
