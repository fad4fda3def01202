"""The operations under /command."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..models.command import Command
from ..runtime.groups import AsyncGroup, Group
from ..runtime.records import many

if TYPE_CHECKING:
    import builtins

    from ..runtime.requests import Raw


class CommandGroup(Group):
    """The operations under /command."""

    def deps(self, *, masterid: int) -> builtins.list[Command]:
        """Command: deps

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        return self._client._call("commandDeps", many(Command.from_dict), None, {"masterid": masterid})

    def item(self, *, id: int) -> Command:
        """Command: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return self._client._call("commandItem", Command.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> builtins.list[Command]:
        """Command: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return self._client._call("commandItems", many(Command.from_dict), None, {"ids": ids})

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Command]:
        """Command: ldeps

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        return self._client._call("commandLdeps", many(Command.from_dict), None, {"masterids": masterids})

    def list(self) -> builtins.list[Command]:
        """Command: list

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        return self._client._call("commandList", many(Command.from_dict))


class AsyncCommandGroup(AsyncGroup):
    """The operations under /command."""

    async def deps(self, *, masterid: int) -> builtins.list[Command]:
        """Command: deps

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        return await self._client._call("commandDeps", many(Command.from_dict), None, {"masterid": masterid})

    async def item(self, *, id: int) -> Command:
        """Command: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return await self._client._call("commandItem", Command.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> builtins.list[Command]:
        """Command: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return await self._client._call("commandItems", many(Command.from_dict), None, {"ids": ids})

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Command]:
        """Command: ldeps

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        return await self._client._call("commandLdeps", many(Command.from_dict), None, {"masterids": masterids})

    async def list(self) -> builtins.list[Command]:
        """Command: list

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        return await self._client._call("commandList", many(Command.from_dict))


class RawCommandGroup(Group):
    """The operations under /command, each with status, headers, body and time taken."""

    def deps(self, *, masterid: int) -> Raw[builtins.list[Command]]:
        """As `command.deps`, with the whole answer."""
        return self._client._raw("commandDeps", many(Command.from_dict), None, {"masterid": masterid})

    def item(self, *, id: int) -> Raw[Command]:
        """As `command.item`, with the whole answer."""
        return self._client._raw("commandItem", Command.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[Command]]:
        """As `command.items`, with the whole answer."""
        return self._client._raw("commandItems", many(Command.from_dict), None, {"ids": ids})

    def ldeps(self, *, masterids: Sequence[int]) -> Raw[builtins.list[Command]]:
        """As `command.ldeps`, with the whole answer."""
        return self._client._raw("commandLdeps", many(Command.from_dict), None, {"masterids": masterids})

    def list(self) -> Raw[builtins.list[Command]]:
        """As `command.list`, with the whole answer."""
        return self._client._raw("commandList", many(Command.from_dict))


class AsyncRawCommandGroup(AsyncGroup):
    """The operations under /command, each with status, headers, body and time taken."""

    async def deps(self, *, masterid: int) -> Raw[builtins.list[Command]]:
        """As `command.deps`, with the whole answer."""
        return await self._client._raw("commandDeps", many(Command.from_dict), None, {"masterid": masterid})

    async def item(self, *, id: int) -> Raw[Command]:
        """As `command.item`, with the whole answer."""
        return await self._client._raw("commandItem", Command.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[Command]]:
        """As `command.items`, with the whole answer."""
        return await self._client._raw("commandItems", many(Command.from_dict), None, {"ids": ids})

    async def ldeps(self, *, masterids: Sequence[int]) -> Raw[builtins.list[Command]]:
        """As `command.ldeps`, with the whole answer."""
        return await self._client._raw("commandLdeps", many(Command.from_dict), None, {"masterids": masterids})

    async def list(self) -> Raw[builtins.list[Command]]:
        """As `command.list`, with the whole answer."""
        return await self._client._raw("commandList", many(Command.from_dict))
