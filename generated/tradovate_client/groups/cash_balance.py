"""The operations under /cashBalance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..models.cash_balance import CashBalance
from ..runtime.groups import AsyncGroup, Group
from ..runtime.records import many

if TYPE_CHECKING:
    import builtins

    from ..runtime.requests import Raw


class CashBalanceGroup(Group):
    """The operations under /cashBalance."""

    def deps(self, *, masterid: int) -> builtins.list[CashBalance]:
        """CashBalance: deps

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        return self._client._call("cashBalanceDeps", many(CashBalance.from_dict), None, {"masterid": masterid})

    def item(self, *, id: int) -> CashBalance:
        """CashBalance: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return self._client._call("cashBalanceItem", CashBalance.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> builtins.list[CashBalance]:
        """CashBalance: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return self._client._call("cashBalanceItems", many(CashBalance.from_dict), None, {"ids": ids})

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[CashBalance]:
        """CashBalance: ldeps

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        return self._client._call("cashBalanceLdeps", many(CashBalance.from_dict), None, {"masterids": masterids})

    def list(self) -> builtins.list[CashBalance]:
        """CashBalance: list

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        return self._client._call("cashBalanceList", many(CashBalance.from_dict))


class AsyncCashBalanceGroup(AsyncGroup):
    """The operations under /cashBalance."""

    async def deps(self, *, masterid: int) -> builtins.list[CashBalance]:
        """CashBalance: deps

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        return await self._client._call("cashBalanceDeps", many(CashBalance.from_dict), None, {"masterid": masterid})

    async def item(self, *, id: int) -> CashBalance:
        """CashBalance: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return await self._client._call("cashBalanceItem", CashBalance.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> builtins.list[CashBalance]:
        """CashBalance: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return await self._client._call("cashBalanceItems", many(CashBalance.from_dict), None, {"ids": ids})

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[CashBalance]:
        """CashBalance: ldeps

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        return await self._client._call("cashBalanceLdeps", many(CashBalance.from_dict), None, {"masterids": masterids})

    async def list(self) -> builtins.list[CashBalance]:
        """CashBalance: list

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        return await self._client._call("cashBalanceList", many(CashBalance.from_dict))


class RawCashBalanceGroup(Group):
    """The operations under /cashBalance, each with status, headers, body and time taken."""

    def deps(self, *, masterid: int) -> Raw[builtins.list[CashBalance]]:
        """As `cash_balance.deps`, with the whole answer."""
        return self._client._raw("cashBalanceDeps", many(CashBalance.from_dict), None, {"masterid": masterid})

    def item(self, *, id: int) -> Raw[CashBalance]:
        """As `cash_balance.item`, with the whole answer."""
        return self._client._raw("cashBalanceItem", CashBalance.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[CashBalance]]:
        """As `cash_balance.items`, with the whole answer."""
        return self._client._raw("cashBalanceItems", many(CashBalance.from_dict), None, {"ids": ids})

    def ldeps(self, *, masterids: Sequence[int]) -> Raw[builtins.list[CashBalance]]:
        """As `cash_balance.ldeps`, with the whole answer."""
        return self._client._raw("cashBalanceLdeps", many(CashBalance.from_dict), None, {"masterids": masterids})

    def list(self) -> Raw[builtins.list[CashBalance]]:
        """As `cash_balance.list`, with the whole answer."""
        return self._client._raw("cashBalanceList", many(CashBalance.from_dict))


class AsyncRawCashBalanceGroup(AsyncGroup):
    """The operations under /cashBalance, each with status, headers, body and time taken."""

    async def deps(self, *, masterid: int) -> Raw[builtins.list[CashBalance]]:
        """As `cash_balance.deps`, with the whole answer."""
        return await self._client._raw("cashBalanceDeps", many(CashBalance.from_dict), None, {"masterid": masterid})

    async def item(self, *, id: int) -> Raw[CashBalance]:
        """As `cash_balance.item`, with the whole answer."""
        return await self._client._raw("cashBalanceItem", CashBalance.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[CashBalance]]:
        """As `cash_balance.items`, with the whole answer."""
        return await self._client._raw("cashBalanceItems", many(CashBalance.from_dict), None, {"ids": ids})

    async def ldeps(self, *, masterids: Sequence[int]) -> Raw[builtins.list[CashBalance]]:
        """As `cash_balance.ldeps`, with the whole answer."""
        return await self._client._raw("cashBalanceLdeps", many(CashBalance.from_dict), None, {"masterids": masterids})

    async def list(self) -> Raw[builtins.list[CashBalance]]:
        """As `cash_balance.list`, with the whole answer."""
        return await self._client._raw("cashBalanceList", many(CashBalance.from_dict))
