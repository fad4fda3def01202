"""The operations under /fill."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import Fill


class FillGroup(Group):
    """The operations under /fill."""

    def deps(self, *, masterid: int) -> builtins.list[Fill]:
        """Lists the Fill entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Order. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[Fill] = self._client._call("fillDeps", None, {"masterid": masterid})
        return answer

    def item(self, *, id: int) -> Fill:
        """Gives the Fill with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: Fill = self._client._call("fillItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[Fill]:
        """Gives the Fill entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[Fill] = self._client._call("fillItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Fill]:
        """Lists the Fill entities that depend on any of several masters, whose IDs are separated by commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Order, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[Fill] = self._client._call("fillLdeps", None, {"masterids": masterids})
        return answer

    def list(self) -> builtins.list[Fill]:
        """Lists every Fill that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[Fill] = self._client._call("fillList")
        return answer


class AsyncFillGroup(AsyncGroup):
    """The operations under /fill."""

    async def deps(self, *, masterid: int) -> builtins.list[Fill]:
        """Lists the Fill entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Order. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[Fill] = await self._client._call("fillDeps", None, {"masterid": masterid})
        return answer

    async def item(self, *, id: int) -> Fill:
        """Gives the Fill with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: Fill = await self._client._call("fillItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[Fill]:
        """Gives the Fill entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[Fill] = await self._client._call("fillItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Fill]:
        """Lists the Fill entities that depend on any of several masters, whose IDs are separated by commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Order, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[Fill] = await self._client._call("fillLdeps", None, {"masterids": masterids})
        return answer

    async def list(self) -> builtins.list[Fill]:
        """Lists every Fill that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[Fill] = await self._client._call("fillList")
        return answer


class RawFillGroup(Group):
    """The operations under /fill, each with status, headers, body and time taken."""

    deps: Final = RawMethod(FillGroup.deps)
    item: Final = RawMethod(FillGroup.item)
    items: Final = RawMethod(FillGroup.items)
    ldeps: Final = RawMethod(FillGroup.ldeps)
    list: Final = RawMethod(FillGroup.list)


class AsyncRawFillGroup(AsyncGroup):
    """The operations under /fill, each with status, headers, body and time taken."""

    deps: Final = AsyncRawMethod(AsyncFillGroup.deps)
    item: Final = AsyncRawMethod(AsyncFillGroup.item)
    items: Final = AsyncRawMethod(AsyncFillGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncFillGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncFillGroup.list)
