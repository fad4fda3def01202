"""The operations under /position."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import Position


class PositionGroup(Group):
    """The operations under /position."""

    def deps(self, *, masterid: int) -> builtins.list[Position]:
        """Lists the Position entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Account. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[Position] = self._client._call("positionDeps", None, {"masterid": masterid})
        return answer

    def item(self, *, id: int) -> Position:
        """Gives the Position with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: Position = self._client._call("positionItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[Position]:
        """Gives the Position entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[Position] = self._client._call("positionItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Position]:
        """Lists the Position entities that depend on any of several masters, whose IDs are separated by commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Account, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[Position] = self._client._call("positionLdeps", None, {"masterids": masterids})
        return answer

    def list(self) -> builtins.list[Position]:
        """Lists every Position that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[Position] = self._client._call("positionList")
        return answer


class AsyncPositionGroup(AsyncGroup):
    """The operations under /position."""

    async def deps(self, *, masterid: int) -> builtins.list[Position]:
        """Lists the Position entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Account. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[Position] = await self._client._call("positionDeps", None, {"masterid": masterid})
        return answer

    async def item(self, *, id: int) -> Position:
        """Gives the Position with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: Position = await self._client._call("positionItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[Position]:
        """Gives the Position entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[Position] = await self._client._call("positionItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Position]:
        """Lists the Position entities that depend on any of several masters, whose IDs are separated by commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Account, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[Position] = await self._client._call("positionLdeps", None, {"masterids": masterids})
        return answer

    async def list(self) -> builtins.list[Position]:
        """Lists every Position that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[Position] = await self._client._call("positionList")
        return answer


class RawPositionGroup(Group):
    """The operations under /position, each with status, headers, body and time taken."""

    deps: Final = RawMethod(PositionGroup.deps)
    item: Final = RawMethod(PositionGroup.item)
    items: Final = RawMethod(PositionGroup.items)
    ldeps: Final = RawMethod(PositionGroup.ldeps)
    list: Final = RawMethod(PositionGroup.list)


class AsyncRawPositionGroup(AsyncGroup):
    """The operations under /position, each with status, headers, body and time taken."""

    deps: Final = AsyncRawMethod(AsyncPositionGroup.deps)
    item: Final = AsyncRawMethod(AsyncPositionGroup.item)
    items: Final = AsyncRawMethod(AsyncPositionGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncPositionGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncPositionGroup.list)
