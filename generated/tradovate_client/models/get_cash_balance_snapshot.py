"""The model `GetCashBalanceSnapshot`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class GetCashBalanceSnapshot(Model, schema="GetCashBalanceSnapshot"):
    """The schema `GetCashBalanceSnapshot`.
    (operations/unique-ops/accounting/getCashBalanceSnapshot.md:33)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(self, *, account_id: int | None = None) -> None: ...

    account_id: int | None = field("accountId")
    """`accountId`, int64 (line 18)"""
