"""The operations under /commandReport."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import CommandReport


class CommandReportGroup(Group):
    """The operations under /commandReport."""

    def deps(self, *, masterid: int) -> builtins.list[CommandReport]:
        """Lists the CommandReport entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Command. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[CommandReport] = self._client._call("commandReportDeps", None, {"masterid": masterid})
        return answer

    def item(self, *, id: int) -> CommandReport:
        """Gives the CommandReport with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: CommandReport = self._client._call("commandReportItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[CommandReport]:
        """Gives the CommandReport entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[CommandReport] = self._client._call("commandReportItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[CommandReport]:
        """Lists the CommandReport entities that depend on any of several masters, whose IDs are separated by
        commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Command, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[CommandReport] = self._client._call("commandReportLdeps", None, {"masterids": masterids})
        return answer

    def list(self) -> builtins.list[CommandReport]:
        """Lists every CommandReport that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[CommandReport] = self._client._call("commandReportList")
        return answer


class AsyncCommandReportGroup(AsyncGroup):
    """The operations under /commandReport."""

    async def deps(self, *, masterid: int) -> builtins.list[CommandReport]:
        """Lists the CommandReport entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Command. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[CommandReport] = await self._client._call(
            "commandReportDeps", None, {"masterid": masterid}
        )
        return answer

    async def item(self, *, id: int) -> CommandReport:
        """Gives the CommandReport with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: CommandReport = await self._client._call("commandReportItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[CommandReport]:
        """Gives the CommandReport entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[CommandReport] = await self._client._call("commandReportItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[CommandReport]:
        """Lists the CommandReport entities that depend on any of several masters, whose IDs are separated by
        commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Command, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[CommandReport] = await self._client._call(
            "commandReportLdeps", None, {"masterids": masterids}
        )
        return answer

    async def list(self) -> builtins.list[CommandReport]:
        """Lists every CommandReport that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[CommandReport] = await self._client._call("commandReportList")
        return answer


class RawCommandReportGroup(Group):
    """The operations under /commandReport, each with status, headers, body and time taken."""

    deps: Final = RawMethod(CommandReportGroup.deps)
    item: Final = RawMethod(CommandReportGroup.item)
    items: Final = RawMethod(CommandReportGroup.items)
    ldeps: Final = RawMethod(CommandReportGroup.ldeps)
    list: Final = RawMethod(CommandReportGroup.list)


class AsyncRawCommandReportGroup(AsyncGroup):
    """The operations under /commandReport, each with status, headers, body and time taken."""

    deps: Final = AsyncRawMethod(AsyncCommandReportGroup.deps)
    item: Final = AsyncRawMethod(AsyncCommandReportGroup.item)
    items: Final = AsyncRawMethod(AsyncCommandReportGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncCommandReportGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncCommandReportGroup.list)
