"""The operations under /fillPair."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import FillPair


class FillPairGroup(Group):
    """The operations under /fillPair."""

    def deps(self, *, masterid: int) -> builtins.list[FillPair]:
        """Lists the FillPair entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Position. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[FillPair] = self._client._call("fillPairDeps", None, {"masterid": masterid})
        return answer

    def item(self, *, id: int) -> FillPair:
        """Gives the FillPair with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: FillPair = self._client._call("fillPairItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[FillPair]:
        """Gives the FillPair entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[FillPair] = self._client._call("fillPairItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[FillPair]:
        """Lists the FillPair entities that depend on any of several masters, whose IDs are separated by commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Position, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[FillPair] = self._client._call("fillPairLdeps", None, {"masterids": masterids})
        return answer

    def list(self) -> builtins.list[FillPair]:
        """Lists every FillPair that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[FillPair] = self._client._call("fillPairList")
        return answer


class AsyncFillPairGroup(AsyncGroup):
    """The operations under /fillPair."""

    async def deps(self, *, masterid: int) -> builtins.list[FillPair]:
        """Lists the FillPair entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Position. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[FillPair] = await self._client._call("fillPairDeps", None, {"masterid": masterid})
        return answer

    async def item(self, *, id: int) -> FillPair:
        """Gives the FillPair with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: FillPair = await self._client._call("fillPairItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[FillPair]:
        """Gives the FillPair entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[FillPair] = await self._client._call("fillPairItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[FillPair]:
        """Lists the FillPair entities that depend on any of several masters, whose IDs are separated by commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Position, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[FillPair] = await self._client._call("fillPairLdeps", None, {"masterids": masterids})
        return answer

    async def list(self) -> builtins.list[FillPair]:
        """Lists every FillPair that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[FillPair] = await self._client._call("fillPairList")
        return answer


class RawFillPairGroup(Group):
    """The operations under /fillPair, each with status, headers, body and time taken."""

    deps: Final = RawMethod(FillPairGroup.deps)
    item: Final = RawMethod(FillPairGroup.item)
    items: Final = RawMethod(FillPairGroup.items)
    ldeps: Final = RawMethod(FillPairGroup.ldeps)
    list: Final = RawMethod(FillPairGroup.list)


class AsyncRawFillPairGroup(AsyncGroup):
    """The operations under /fillPair, each with status, headers, body and time taken."""

    deps: Final = AsyncRawMethod(AsyncFillPairGroup.deps)
    item: Final = AsyncRawMethod(AsyncFillPairGroup.item)
    items: Final = AsyncRawMethod(AsyncFillPairGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncFillPairGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncFillPairGroup.list)
