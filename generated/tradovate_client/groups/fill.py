"""The operations under /fill."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..models.fill import Fill
from ..runtime.groups import AsyncGroup, Group
from ..runtime.records import many

if TYPE_CHECKING:
    import builtins

    from ..runtime.requests import Raw


class FillGroup(Group):
    """The operations under /fill."""

    def deps(self, *, masterid: int) -> builtins.list[Fill]:
        """Fill: deps

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        return self._client._call("fillDeps", many(Fill.from_dict), None, {"masterid": masterid})

    def item(self, *, id: int) -> Fill:
        """Fill: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return self._client._call("fillItem", Fill.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> builtins.list[Fill]:
        """Fill: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return self._client._call("fillItems", many(Fill.from_dict), None, {"ids": ids})

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Fill]:
        """Fill: ldeps

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        return self._client._call("fillLdeps", many(Fill.from_dict), None, {"masterids": masterids})

    def list(self) -> builtins.list[Fill]:
        """Fill: list

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        return self._client._call("fillList", many(Fill.from_dict))


class AsyncFillGroup(AsyncGroup):
    """The operations under /fill."""

    async def deps(self, *, masterid: int) -> builtins.list[Fill]:
        """Fill: deps

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        return await self._client._call("fillDeps", many(Fill.from_dict), None, {"masterid": masterid})

    async def item(self, *, id: int) -> Fill:
        """Fill: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return await self._client._call("fillItem", Fill.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> builtins.list[Fill]:
        """Fill: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return await self._client._call("fillItems", many(Fill.from_dict), None, {"ids": ids})

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Fill]:
        """Fill: ldeps

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        return await self._client._call("fillLdeps", many(Fill.from_dict), None, {"masterids": masterids})

    async def list(self) -> builtins.list[Fill]:
        """Fill: list

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        return await self._client._call("fillList", many(Fill.from_dict))


class RawFillGroup(Group):
    """The operations under /fill, each with status, headers, body and time taken."""

    def deps(self, *, masterid: int) -> Raw[builtins.list[Fill]]:
        """As `fill.deps`, with the whole answer."""
        return self._client._raw("fillDeps", many(Fill.from_dict), None, {"masterid": masterid})

    def item(self, *, id: int) -> Raw[Fill]:
        """As `fill.item`, with the whole answer."""
        return self._client._raw("fillItem", Fill.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[Fill]]:
        """As `fill.items`, with the whole answer."""
        return self._client._raw("fillItems", many(Fill.from_dict), None, {"ids": ids})

    def ldeps(self, *, masterids: Sequence[int]) -> Raw[builtins.list[Fill]]:
        """As `fill.ldeps`, with the whole answer."""
        return self._client._raw("fillLdeps", many(Fill.from_dict), None, {"masterids": masterids})

    def list(self) -> Raw[builtins.list[Fill]]:
        """As `fill.list`, with the whole answer."""
        return self._client._raw("fillList", many(Fill.from_dict))


class AsyncRawFillGroup(AsyncGroup):
    """The operations under /fill, each with status, headers, body and time taken."""

    async def deps(self, *, masterid: int) -> Raw[builtins.list[Fill]]:
        """As `fill.deps`, with the whole answer."""
        return await self._client._raw("fillDeps", many(Fill.from_dict), None, {"masterid": masterid})

    async def item(self, *, id: int) -> Raw[Fill]:
        """As `fill.item`, with the whole answer."""
        return await self._client._raw("fillItem", Fill.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[Fill]]:
        """As `fill.items`, with the whole answer."""
        return await self._client._raw("fillItems", many(Fill.from_dict), None, {"ids": ids})

    async def ldeps(self, *, masterids: Sequence[int]) -> Raw[builtins.list[Fill]]:
        """As `fill.ldeps`, with the whole answer."""
        return await self._client._raw("fillLdeps", many(Fill.from_dict), None, {"masterids": masterids})

    async def list(self) -> Raw[builtins.list[Fill]]:
        """As `fill.list`, with the whole answer."""
        return await self._client._raw("fillList", many(Fill.from_dict))
