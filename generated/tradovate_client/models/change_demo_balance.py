"""The model `ChangeDemoBalance`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class ChangeDemoBalance(Model, schema="ChangeDemoBalance"):
    """The schema `ChangeDemoBalance`.
    (operations/unique-ops/accounting/changeDemoBalance.md:34)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(self, *, account_id: int, cash_change: Decimal | float) -> None: ...

    account_id: int | None = field("accountId")
    """Entity ID of the simulation Account. (`accountId`, int64; line 45)"""
    cash_change: Decimal | None = field("cashChange")
    """What to add; a negative amount is taken away. (`cashChange`, double; line 46)"""
