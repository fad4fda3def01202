"""The operations under /orderStrategy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import OrderStrategy


class OrderStrategyGroup(Group):
    """The operations under /orderStrategy."""

    def deps(self, *, masterid: int) -> builtins.list[OrderStrategy]:
        """Lists the OrderStrategy entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Account. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[OrderStrategy] = self._client._call("orderStrategyDeps", None, {"masterid": masterid})
        return answer

    def item(self, *, id: int) -> OrderStrategy:
        """Gives the OrderStrategy with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: OrderStrategy = self._client._call("orderStrategyItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[OrderStrategy]:
        """Gives the OrderStrategy entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[OrderStrategy] = self._client._call("orderStrategyItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[OrderStrategy]:
        """Lists the OrderStrategy entities that depend on any of several masters, whose IDs are separated by
        commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Account, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[OrderStrategy] = self._client._call("orderStrategyLdeps", None, {"masterids": masterids})
        return answer

    def list(self) -> builtins.list[OrderStrategy]:
        """Lists every OrderStrategy that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[OrderStrategy] = self._client._call("orderStrategyList")
        return answer


class AsyncOrderStrategyGroup(AsyncGroup):
    """The operations under /orderStrategy."""

    async def deps(self, *, masterid: int) -> builtins.list[OrderStrategy]:
        """Lists the OrderStrategy entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Account. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[OrderStrategy] = await self._client._call(
            "orderStrategyDeps", None, {"masterid": masterid}
        )
        return answer

    async def item(self, *, id: int) -> OrderStrategy:
        """Gives the OrderStrategy with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: OrderStrategy = await self._client._call("orderStrategyItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[OrderStrategy]:
        """Gives the OrderStrategy entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[OrderStrategy] = await self._client._call("orderStrategyItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[OrderStrategy]:
        """Lists the OrderStrategy entities that depend on any of several masters, whose IDs are separated by
        commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Account, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[OrderStrategy] = await self._client._call(
            "orderStrategyLdeps", None, {"masterids": masterids}
        )
        return answer

    async def list(self) -> builtins.list[OrderStrategy]:
        """Lists every OrderStrategy that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[OrderStrategy] = await self._client._call("orderStrategyList")
        return answer


class RawOrderStrategyGroup(Group):
    """The operations under /orderStrategy, each with status, headers, body and time taken."""

    deps: Final = RawMethod(OrderStrategyGroup.deps)
    item: Final = RawMethod(OrderStrategyGroup.item)
    items: Final = RawMethod(OrderStrategyGroup.items)
    ldeps: Final = RawMethod(OrderStrategyGroup.ldeps)
    list: Final = RawMethod(OrderStrategyGroup.list)


class AsyncRawOrderStrategyGroup(AsyncGroup):
    """The operations under /orderStrategy, each with status, headers, body and time taken."""

    deps: Final = AsyncRawMethod(AsyncOrderStrategyGroup.deps)
    item: Final = AsyncRawMethod(AsyncOrderStrategyGroup.item)
    items: Final = AsyncRawMethod(AsyncOrderStrategyGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncOrderStrategyGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncOrderStrategyGroup.list)
