"""The model `AdjustCash`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class AdjustCash(Model, schema="AdjustCash"):
    """The schema `AdjustCash`.
    (operations/unique-ops/accounting/fundTransactionAdjustCash.md:3)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            account_id: int | None = None,
            cash_change: Decimal | float | None = None,
            cash_change_type: str | None = None,
            comment: str | None = None,
            currency_id: int | None = None,
        ) -> None: ...

    account_id: int | None = field("accountId")
    """`accountId`, int64 (line 18)"""
    cash_change: Decimal | None = field("cashChange")
    """`cashChange` (line 19)"""
    cash_change_type: str | None = field("cashChangeType")
    """`cashChangeType` (line 20)"""
    comment: str | None = field("comment")
    """`comment` (line 21)"""
    currency_id: int | None = field("currencyId")
    """`currencyId`, int64 (line 22)"""
