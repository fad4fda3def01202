"""AdjustCash of the API."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class AdjustCash(Model, schema="AdjustCash"):
    """(operations/unique-ops/accounting/fundTransactionAdjustCash.md:3)"""

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
    """`accountId`, int64. (operations/unique-ops/accounting/fundTransactionAdjustCash.md:18)"""
    cash_change: Decimal | None = field("cashChange")
    """`cashChange`. (operations/unique-ops/accounting/fundTransactionAdjustCash.md:19)"""
    cash_change_type: str | None = field("cashChangeType")
    """`cashChangeType`. (operations/unique-ops/accounting/fundTransactionAdjustCash.md:20)"""
    comment: str | None = field("comment")
    """`comment`. (operations/unique-ops/accounting/fundTransactionAdjustCash.md:21)"""
    currency_id: int | None = field("currencyId")
    """`currencyId`, int64. (operations/unique-ops/accounting/fundTransactionAdjustCash.md:22)"""
