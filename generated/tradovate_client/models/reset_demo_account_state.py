"""The model `ResetDemoAccountState`."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import TradeDate
    from ..shapes import TradeDateDict


class ResetDemoAccountState(Model, schema="ResetDemoAccountState"):
    """The schema `ResetDemoAccountState`.
    (operations/unique-ops/accounting/resetDemoAccountState.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            account_ids: Sequence[int] | None = None,
            reset_trade_date: models.TradeDate | TradeDateDict | None = None,
        ) -> None: ...

    account_ids: builtins.list[int] | None = field("accountIds")
    """`accountIds` (line 19)"""
    reset_trade_date: TradeDate | None = field("resetTradeDate")
    """`resetTradeDate` (line 20)"""
