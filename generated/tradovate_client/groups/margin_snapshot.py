"""The operations under /marginSnapshot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import MarginSnapshot


class MarginSnapshotGroup(Group):
    """The operations under /marginSnapshot."""

    def deps(self, *, masterid: int) -> builtins.list[MarginSnapshot]:
        """Lists the MarginSnapshot entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Account. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[MarginSnapshot] = self._client._call("marginSnapshotDeps", None, {"masterid": masterid})
        return answer

    def item(self, *, id: int) -> MarginSnapshot:
        """Gives the MarginSnapshot with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: MarginSnapshot = self._client._call("marginSnapshotItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[MarginSnapshot]:
        """Gives the MarginSnapshot entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[MarginSnapshot] = self._client._call("marginSnapshotItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[MarginSnapshot]:
        """Lists the MarginSnapshot entities that depend on any of several masters, whose IDs are separated by
        commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Account, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[MarginSnapshot] = self._client._call(
            "marginSnapshotLdeps", None, {"masterids": masterids}
        )
        return answer

    def list(self) -> builtins.list[MarginSnapshot]:
        """Lists every MarginSnapshot that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[MarginSnapshot] = self._client._call("marginSnapshotList")
        return answer


class AsyncMarginSnapshotGroup(AsyncGroup):
    """The operations under /marginSnapshot."""

    async def deps(self, *, masterid: int) -> builtins.list[MarginSnapshot]:
        """Lists the MarginSnapshot entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Account. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[MarginSnapshot] = await self._client._call(
            "marginSnapshotDeps", None, {"masterid": masterid}
        )
        return answer

    async def item(self, *, id: int) -> MarginSnapshot:
        """Gives the MarginSnapshot with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: MarginSnapshot = await self._client._call("marginSnapshotItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[MarginSnapshot]:
        """Gives the MarginSnapshot entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[MarginSnapshot] = await self._client._call("marginSnapshotItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[MarginSnapshot]:
        """Lists the MarginSnapshot entities that depend on any of several masters, whose IDs are separated by
        commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Account, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[MarginSnapshot] = await self._client._call(
            "marginSnapshotLdeps", None, {"masterids": masterids}
        )
        return answer

    async def list(self) -> builtins.list[MarginSnapshot]:
        """Lists every MarginSnapshot that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[MarginSnapshot] = await self._client._call("marginSnapshotList")
        return answer


class RawMarginSnapshotGroup(Group):
    """The operations under /marginSnapshot, each with status, headers, body and time taken."""

    deps: Final = RawMethod(MarginSnapshotGroup.deps)
    item: Final = RawMethod(MarginSnapshotGroup.item)
    items: Final = RawMethod(MarginSnapshotGroup.items)
    ldeps: Final = RawMethod(MarginSnapshotGroup.ldeps)
    list: Final = RawMethod(MarginSnapshotGroup.list)


class AsyncRawMarginSnapshotGroup(AsyncGroup):
    """The operations under /marginSnapshot, each with status, headers, body and time taken."""

    deps: Final = AsyncRawMethod(AsyncMarginSnapshotGroup.deps)
    item: Final = AsyncRawMethod(AsyncMarginSnapshotGroup.item)
    items: Final = AsyncRawMethod(AsyncMarginSnapshotGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncMarginSnapshotGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncMarginSnapshotGroup.list)
