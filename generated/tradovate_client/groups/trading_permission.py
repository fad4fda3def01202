"""The operations under /tradingPermission."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import TradingPermission


class TradingPermissionGroup(Group):
    """The operations under /tradingPermission."""

    def deps(self, *, masterid: int) -> builtins.list[TradingPermission]:
        """Lists the TradingPermission entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of User. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[TradingPermission] = self._client._call(
            "tradingPermissionDeps", None, {"masterid": masterid}
        )
        return answer

    def item(self, *, id: int) -> TradingPermission:
        """Gives the TradingPermission with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: TradingPermission = self._client._call("tradingPermissionItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[TradingPermission]:
        """Gives the TradingPermission entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[TradingPermission] = self._client._call("tradingPermissionItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[TradingPermission]:
        """Lists the TradingPermission entities that depend on any of several masters, whose IDs are separated by
        commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of User, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[TradingPermission] = self._client._call(
            "tradingPermissionLdeps", None, {"masterids": masterids}
        )
        return answer

    def list(self) -> builtins.list[TradingPermission]:
        """Lists every TradingPermission that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[TradingPermission] = self._client._call("tradingPermissionList")
        return answer


class AsyncTradingPermissionGroup(AsyncGroup):
    """The operations under /tradingPermission."""

    async def deps(self, *, masterid: int) -> builtins.list[TradingPermission]:
        """Lists the TradingPermission entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of User. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[TradingPermission] = await self._client._call(
            "tradingPermissionDeps", None, {"masterid": masterid}
        )
        return answer

    async def item(self, *, id: int) -> TradingPermission:
        """Gives the TradingPermission with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: TradingPermission = await self._client._call("tradingPermissionItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[TradingPermission]:
        """Gives the TradingPermission entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[TradingPermission] = await self._client._call(
            "tradingPermissionItems", None, {"ids": ids}
        )
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[TradingPermission]:
        """Lists the TradingPermission entities that depend on any of several masters, whose IDs are separated by
        commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of User, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[TradingPermission] = await self._client._call(
            "tradingPermissionLdeps", None, {"masterids": masterids}
        )
        return answer

    async def list(self) -> builtins.list[TradingPermission]:
        """Lists every TradingPermission that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[TradingPermission] = await self._client._call("tradingPermissionList")
        return answer


class RawTradingPermissionGroup(Group):
    """The operations under /tradingPermission, each with status, headers, body and time taken."""

    deps: Final = RawMethod(TradingPermissionGroup.deps)
    item: Final = RawMethod(TradingPermissionGroup.item)
    items: Final = RawMethod(TradingPermissionGroup.items)
    ldeps: Final = RawMethod(TradingPermissionGroup.ldeps)
    list: Final = RawMethod(TradingPermissionGroup.list)


class AsyncRawTradingPermissionGroup(AsyncGroup):
    """The operations under /tradingPermission, each with status, headers, body and time taken."""

    deps: Final = AsyncRawMethod(AsyncTradingPermissionGroup.deps)
    item: Final = AsyncRawMethod(AsyncTradingPermissionGroup.item)
    items: Final = AsyncRawMethod(AsyncTradingPermissionGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncTradingPermissionGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncTradingPermissionGroup.list)
