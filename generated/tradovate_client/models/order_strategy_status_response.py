"""The model `OrderStrategyStatusResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import OrderStrategy
    from ..shapes import OrderStrategyDict


class OrderStrategyStatusResponse(Model, schema="OrderStrategyStatusResponse"):
    """What starting, modifying or interrupting an OrderStrategy comes to.
    (entities_pages/responses/orderStrategyStatusResponse.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            error_text: str | None = None,
            order_strategy: models.OrderStrategy | OrderStrategyDict | None = None,
        ) -> None: ...

    error_text: str | None = field("errorText")
    """Why the request failed, where it did. (`errorText`; line 19)"""
    order_strategy: OrderStrategy | None = field("orderStrategy")
    """`orderStrategy` (line 20)"""
