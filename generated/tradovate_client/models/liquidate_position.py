"""The model `LiquidatePosition`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class LiquidatePosition(Model, schema="LiquidatePosition"):
    """The schema `LiquidatePosition`.
    (operations/unique-ops/orders/liquidatePosition.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            account_id: int | None = None,
            contract_id: int | None = None,
            admin: bool | None = None,
            custom_tag_50: str | None = None,
        ) -> None: ...

    account_id: int | None = field("accountId")
    """`accountId`, int64 (line 18)"""
    contract_id: int | None = field("contractId")
    """`contractId`, int64 (line 19)"""
    admin: bool | None = field("admin")
    """`admin` (line 20)"""
    custom_tag_50: str | None = field("customTag50")
    """`customTag50`, at most 50 characters (line 21)"""
