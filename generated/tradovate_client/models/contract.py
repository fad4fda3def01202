"""The model `Contract`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class Contract(Model, schema="Contract"):
    """A tradable contract. (entities_pages/contract.md:3)"""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(self, *, name: str, contract_maturity_id: int, id: int | None = None) -> None: ...

    id: int = field("id")
    """`id`, int64 (line 19)"""
    name: str | None = field("name")
    """Product code and expiration code in one: ES with M7 (June 2027) makes `ESM7`. (`name`, at most 64
characters; line 20)
"""
    contract_maturity_id: int | None = field("contractMaturityId")
    """`contractMaturityId`, int64 (line 21)"""
