"""The operations under /position."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..models.position import Position
from ..runtime.groups import AsyncGroup, Group
from ..runtime.records import many

if TYPE_CHECKING:
    import builtins

    from ..runtime.requests import Raw


class PositionGroup(Group):
    """The operations under /position."""

    def deps(self, *, masterid: int) -> builtins.list[Position]:
        """Position: deps

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        return self._client._call("positionDeps", many(Position.from_dict), None, {"masterid": masterid})

    def item(self, *, id: int) -> Position:
        """Position: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return self._client._call("positionItem", Position.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> builtins.list[Position]:
        """Position: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return self._client._call("positionItems", many(Position.from_dict), None, {"ids": ids})

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Position]:
        """Position: ldeps

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        return self._client._call("positionLdeps", many(Position.from_dict), None, {"masterids": masterids})

    def list(self) -> builtins.list[Position]:
        """Position: list

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        return self._client._call("positionList", many(Position.from_dict))


class AsyncPositionGroup(AsyncGroup):
    """The operations under /position."""

    async def deps(self, *, masterid: int) -> builtins.list[Position]:
        """Position: deps

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        return await self._client._call("positionDeps", many(Position.from_dict), None, {"masterid": masterid})

    async def item(self, *, id: int) -> Position:
        """Position: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return await self._client._call("positionItem", Position.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> builtins.list[Position]:
        """Position: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return await self._client._call("positionItems", many(Position.from_dict), None, {"ids": ids})

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Position]:
        """Position: ldeps

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        return await self._client._call("positionLdeps", many(Position.from_dict), None, {"masterids": masterids})

    async def list(self) -> builtins.list[Position]:
        """Position: list

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        return await self._client._call("positionList", many(Position.from_dict))


class RawPositionGroup(Group):
    """The operations under /position, each with status, headers, body and time taken."""

    def deps(self, *, masterid: int) -> Raw[builtins.list[Position]]:
        """As `position.deps`, with the whole answer."""
        return self._client._raw("positionDeps", many(Position.from_dict), None, {"masterid": masterid})

    def item(self, *, id: int) -> Raw[Position]:
        """As `position.item`, with the whole answer."""
        return self._client._raw("positionItem", Position.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[Position]]:
        """As `position.items`, with the whole answer."""
        return self._client._raw("positionItems", many(Position.from_dict), None, {"ids": ids})

    def ldeps(self, *, masterids: Sequence[int]) -> Raw[builtins.list[Position]]:
        """As `position.ldeps`, with the whole answer."""
        return self._client._raw("positionLdeps", many(Position.from_dict), None, {"masterids": masterids})

    def list(self) -> Raw[builtins.list[Position]]:
        """As `position.list`, with the whole answer."""
        return self._client._raw("positionList", many(Position.from_dict))


class AsyncRawPositionGroup(AsyncGroup):
    """The operations under /position, each with status, headers, body and time taken."""

    async def deps(self, *, masterid: int) -> Raw[builtins.list[Position]]:
        """As `position.deps`, with the whole answer."""
        return await self._client._raw("positionDeps", many(Position.from_dict), None, {"masterid": masterid})

    async def item(self, *, id: int) -> Raw[Position]:
        """As `position.item`, with the whole answer."""
        return await self._client._raw("positionItem", Position.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[Position]]:
        """As `position.items`, with the whole answer."""
        return await self._client._raw("positionItems", many(Position.from_dict), None, {"ids": ids})

    async def ldeps(self, *, masterids: Sequence[int]) -> Raw[builtins.list[Position]]:
        """As `position.ldeps`, with the whole answer."""
        return await self._client._raw("positionLdeps", many(Position.from_dict), None, {"masterids": masterids})

    async def list(self) -> Raw[builtins.list[Position]]:
        """As `position.list`, with the whole answer."""
        return await self._client._raw("positionList", many(Position.from_dict))
