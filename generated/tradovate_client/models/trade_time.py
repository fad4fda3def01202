"""The model `TradeTime`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class TradeTime(Model, schema="TradeTime"):
    """Time of day at which a market opens or closes.
    (entities_pages/tradeTime.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(self, *, hour: int, minute: int) -> None: ...

    hour: int | None = field("hour")
    """`hour`, int32 (line 16)"""
    minute: int | None = field("minute")
    """`minute`, int32 (line 17)"""
