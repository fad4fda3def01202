"""The operations under /commandReport."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..models.command_report import CommandReport
from ..runtime.groups import AsyncGroup, Group
from ..runtime.records import many

if TYPE_CHECKING:
    import builtins

    from ..runtime.requests import Raw


class CommandReportGroup(Group):
    """The operations under /commandReport."""

    def deps(self, *, masterid: int) -> builtins.list[CommandReport]:
        """CommandReport: deps

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        return self._client._call("commandReportDeps", many(CommandReport.from_dict), None, {"masterid": masterid})

    def item(self, *, id: int) -> CommandReport:
        """CommandReport: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return self._client._call("commandReportItem", CommandReport.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> builtins.list[CommandReport]:
        """CommandReport: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return self._client._call("commandReportItems", many(CommandReport.from_dict), None, {"ids": ids})

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[CommandReport]:
        """CommandReport: ldeps

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        return self._client._call("commandReportLdeps", many(CommandReport.from_dict), None, {"masterids": masterids})

    def list(self) -> builtins.list[CommandReport]:
        """CommandReport: list

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        return self._client._call("commandReportList", many(CommandReport.from_dict))


class AsyncCommandReportGroup(AsyncGroup):
    """The operations under /commandReport."""

    async def deps(self, *, masterid: int) -> builtins.list[CommandReport]:
        """CommandReport: deps

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        return await self._client._call(
            "commandReportDeps", many(CommandReport.from_dict), None, {"masterid": masterid}
        )

    async def item(self, *, id: int) -> CommandReport:
        """CommandReport: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return await self._client._call("commandReportItem", CommandReport.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> builtins.list[CommandReport]:
        """CommandReport: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return await self._client._call("commandReportItems", many(CommandReport.from_dict), None, {"ids": ids})

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[CommandReport]:
        """CommandReport: ldeps

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        return await self._client._call(
            "commandReportLdeps", many(CommandReport.from_dict), None, {"masterids": masterids}
        )

    async def list(self) -> builtins.list[CommandReport]:
        """CommandReport: list

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        return await self._client._call("commandReportList", many(CommandReport.from_dict))


class RawCommandReportGroup(Group):
    """The operations under /commandReport, each with status, headers, body and time taken."""

    def deps(self, *, masterid: int) -> Raw[builtins.list[CommandReport]]:
        """As `command_report.deps`, with the whole answer."""
        return self._client._raw("commandReportDeps", many(CommandReport.from_dict), None, {"masterid": masterid})

    def item(self, *, id: int) -> Raw[CommandReport]:
        """As `command_report.item`, with the whole answer."""
        return self._client._raw("commandReportItem", CommandReport.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[CommandReport]]:
        """As `command_report.items`, with the whole answer."""
        return self._client._raw("commandReportItems", many(CommandReport.from_dict), None, {"ids": ids})

    def ldeps(self, *, masterids: Sequence[int]) -> Raw[builtins.list[CommandReport]]:
        """As `command_report.ldeps`, with the whole answer."""
        return self._client._raw("commandReportLdeps", many(CommandReport.from_dict), None, {"masterids": masterids})

    def list(self) -> Raw[builtins.list[CommandReport]]:
        """As `command_report.list`, with the whole answer."""
        return self._client._raw("commandReportList", many(CommandReport.from_dict))


class AsyncRawCommandReportGroup(AsyncGroup):
    """The operations under /commandReport, each with status, headers, body and time taken."""

    async def deps(self, *, masterid: int) -> Raw[builtins.list[CommandReport]]:
        """As `command_report.deps`, with the whole answer."""
        return await self._client._raw("commandReportDeps", many(CommandReport.from_dict), None, {"masterid": masterid})

    async def item(self, *, id: int) -> Raw[CommandReport]:
        """As `command_report.item`, with the whole answer."""
        return await self._client._raw("commandReportItem", CommandReport.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[CommandReport]]:
        """As `command_report.items`, with the whole answer."""
        return await self._client._raw("commandReportItems", many(CommandReport.from_dict), None, {"ids": ids})

    async def ldeps(self, *, masterids: Sequence[int]) -> Raw[builtins.list[CommandReport]]:
        """As `command_report.ldeps`, with the whole answer."""
        return await self._client._raw(
            "commandReportLdeps", many(CommandReport.from_dict), None, {"masterids": masterids}
        )

    async def list(self) -> Raw[builtins.list[CommandReport]]:
        """As `command_report.list`, with the whole answer."""
        return await self._client._raw("commandReportList", many(CommandReport.from_dict))
