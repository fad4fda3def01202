"""The model `StartOrderStrategy`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    from .. import models
    from ..models import Action
    from ..shapes import ActionName


class StartOrderStrategy(Model, schema="StartOrderStrategy"):
    """The schema `StartOrderStrategy`.
    (operations/unique-ops/orders/startOrderStrategy.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            account_id: int | None = None,
            account_spec: str | None = None,
            symbol: str | None = None,
            order_strategy_type_id: int | None = None,
            action: models.Action | ActionName | None = None,
            params: str | None = None,
            uuid: str | None = None,
            custom_tag_50: str | None = None,
        ) -> None: ...

    account_id: int | None = field("accountId")
    """`accountId`, int64 (line 18)"""
    account_spec: str | None = field("accountSpec")
    """`accountSpec` (line 19)"""
    symbol: str | None = field("symbol")
    """`symbol`, not empty (line 20)"""
    order_strategy_type_id: int | None = field("orderStrategyTypeId")
    """`orderStrategyTypeId`, int64 (line 21)"""
    action: Action | None = field("action")
    """`action` (line 22)"""
    params: str | None = field("params")
    """`params`, at most 8192 characters (line 23)"""
    uuid: str | None = field("uuid")
    """`uuid`, at most 64 characters (line 36)"""
    custom_tag_50: str | None = field("customTag50")
    """`customTag50`, at most 50 characters (line 37)"""
