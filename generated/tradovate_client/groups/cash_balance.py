"""The operations under /cashBalance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import CashBalance


class CashBalanceGroup(Group):
    """The operations under /cashBalance."""

    def deps(self, *, masterid: int) -> builtins.list[CashBalance]:
        """Lists the CashBalance entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Account. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[CashBalance] = self._client._call("cashBalanceDeps", None, {"masterid": masterid})
        return answer

    def item(self, *, id: int) -> CashBalance:
        """Gives the CashBalance with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: CashBalance = self._client._call("cashBalanceItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[CashBalance]:
        """Gives the CashBalance entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[CashBalance] = self._client._call("cashBalanceItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[CashBalance]:
        """Lists the CashBalance entities that depend on any of several masters, whose IDs are separated by
        commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Account, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[CashBalance] = self._client._call("cashBalanceLdeps", None, {"masterids": masterids})
        return answer

    def list(self) -> builtins.list[CashBalance]:
        """Lists every CashBalance that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[CashBalance] = self._client._call("cashBalanceList")
        return answer


class AsyncCashBalanceGroup(AsyncGroup):
    """The operations under /cashBalance."""

    async def deps(self, *, masterid: int) -> builtins.list[CashBalance]:
        """Lists the CashBalance entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Account. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[CashBalance] = await self._client._call("cashBalanceDeps", None, {"masterid": masterid})
        return answer

    async def item(self, *, id: int) -> CashBalance:
        """Gives the CashBalance with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: CashBalance = await self._client._call("cashBalanceItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[CashBalance]:
        """Gives the CashBalance entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[CashBalance] = await self._client._call("cashBalanceItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[CashBalance]:
        """Lists the CashBalance entities that depend on any of several masters, whose IDs are separated by
        commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Account, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[CashBalance] = await self._client._call(
            "cashBalanceLdeps", None, {"masterids": masterids}
        )
        return answer

    async def list(self) -> builtins.list[CashBalance]:
        """Lists every CashBalance that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[CashBalance] = await self._client._call("cashBalanceList")
        return answer


class RawCashBalanceGroup(Group):
    """The operations under /cashBalance, each with status, headers, body and time taken."""

    deps: Final = RawMethod(CashBalanceGroup.deps)
    item: Final = RawMethod(CashBalanceGroup.item)
    items: Final = RawMethod(CashBalanceGroup.items)
    ldeps: Final = RawMethod(CashBalanceGroup.ldeps)
    list: Final = RawMethod(CashBalanceGroup.list)


class AsyncRawCashBalanceGroup(AsyncGroup):
    """The operations under /cashBalance, each with status, headers, body and time taken."""

    deps: Final = AsyncRawMethod(AsyncCashBalanceGroup.deps)
    item: Final = AsyncRawMethod(AsyncCashBalanceGroup.item)
    items: Final = AsyncRawMethod(AsyncCashBalanceGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncCashBalanceGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncCashBalanceGroup.list)
