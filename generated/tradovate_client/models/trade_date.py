"""The model `TradeDate`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class TradeDate(Model, schema="TradeDate"):
    """Day of a trading session, split into `year`, `month` and `day`.
    (entities_pages/tradeDate.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(self, *, year: int, month: int, day: int) -> None: ...

    year: int | None = field("year")
    """`year`, int32 (line 23)"""
    month: int | None = field("month")
    """`month`, int32 (line 24)"""
    day: int | None = field("day")
    """`day`, int32 (line 25)"""
