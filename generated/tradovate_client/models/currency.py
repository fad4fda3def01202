"""The model `Currency`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class Currency(Model, schema="Currency"):
    """A currency that balances are held in. (entities_pages/currency.md:3)"""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(self, *, name: str, id: int | None = None, symbol: str | None = None) -> None: ...

    id: int = field("id")
    """`id`, int64 (line 22)"""
    name: str | None = field("name")
    """`name`, at most 64 characters (line 23)"""
    symbol: str | None = field("symbol")
    """`symbol`, at most 64 characters (line 24)"""
