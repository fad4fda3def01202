"""PlaceOsoResult of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import FailureReason
    from ..shapes import FailureReasonName


class PlaceOsoResult(Model, schema="PlaceOsoResult"):
    """What `/order/placeOSO` answers. (entities_pages/responses/placeOSOResult.md:3)"""

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
    """`failureReason`. (entities_pages/responses/placeOSOResult.md:22)"""
    failure_text: str | None = field("failureText")
    """`failureText`. Says what went wrong when the server refused a request that had arrived intact.
(entities_pages/responses/placeOSOResult.md:23)
"""
    order_id: int = field("orderId")
    """`orderId`, int64. The Order that enters. (entities_pages/responses/placeOSOResult.md:24)"""
    oso_1_id: int | None = field("oso1Id")
    """`oso1Id`, int64. First bracket's Order, if there is one. (entities_pages/responses/placeOSOResult.md:25)"""
    oso_2_id: int | None = field("oso2Id")
    """`oso2Id`, int64. Second bracket's Order, if there is one. (entities_pages/responses/placeOSOResult.md:26)"""
