"""The operations under /orderVersion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..models.order_version import OrderVersion
from ..runtime.groups import AsyncGroup, Group
from ..runtime.records import many

if TYPE_CHECKING:
    import builtins

    from ..runtime.requests import Raw


class OrderVersionGroup(Group):
    """The operations under /orderVersion."""

    def deps(self, *, masterid: int) -> builtins.list[OrderVersion]:
        """OrderVersion: deps

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        return self._client._call("orderVersionDeps", many(OrderVersion.from_dict), None, {"masterid": masterid})

    def item(self, *, id: int) -> OrderVersion:
        """OrderVersion: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return self._client._call("orderVersionItem", OrderVersion.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> builtins.list[OrderVersion]:
        """OrderVersion: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return self._client._call("orderVersionItems", many(OrderVersion.from_dict), None, {"ids": ids})

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[OrderVersion]:
        """OrderVersion: ldeps

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        return self._client._call("orderVersionLdeps", many(OrderVersion.from_dict), None, {"masterids": masterids})

    def list(self) -> builtins.list[OrderVersion]:
        """OrderVersion: list

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        return self._client._call("orderVersionList", many(OrderVersion.from_dict))


class AsyncOrderVersionGroup(AsyncGroup):
    """The operations under /orderVersion."""

    async def deps(self, *, masterid: int) -> builtins.list[OrderVersion]:
        """OrderVersion: deps

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        return await self._client._call("orderVersionDeps", many(OrderVersion.from_dict), None, {"masterid": masterid})

    async def item(self, *, id: int) -> OrderVersion:
        """OrderVersion: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return await self._client._call("orderVersionItem", OrderVersion.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> builtins.list[OrderVersion]:
        """OrderVersion: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return await self._client._call("orderVersionItems", many(OrderVersion.from_dict), None, {"ids": ids})

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[OrderVersion]:
        """OrderVersion: ldeps

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        return await self._client._call(
            "orderVersionLdeps", many(OrderVersion.from_dict), None, {"masterids": masterids}
        )

    async def list(self) -> builtins.list[OrderVersion]:
        """OrderVersion: list

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        return await self._client._call("orderVersionList", many(OrderVersion.from_dict))


class RawOrderVersionGroup(Group):
    """The operations under /orderVersion, each with status, headers, body and time taken."""

    def deps(self, *, masterid: int) -> Raw[builtins.list[OrderVersion]]:
        """As `order_version.deps`, with the whole answer."""
        return self._client._raw("orderVersionDeps", many(OrderVersion.from_dict), None, {"masterid": masterid})

    def item(self, *, id: int) -> Raw[OrderVersion]:
        """As `order_version.item`, with the whole answer."""
        return self._client._raw("orderVersionItem", OrderVersion.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[OrderVersion]]:
        """As `order_version.items`, with the whole answer."""
        return self._client._raw("orderVersionItems", many(OrderVersion.from_dict), None, {"ids": ids})

    def ldeps(self, *, masterids: Sequence[int]) -> Raw[builtins.list[OrderVersion]]:
        """As `order_version.ldeps`, with the whole answer."""
        return self._client._raw("orderVersionLdeps", many(OrderVersion.from_dict), None, {"masterids": masterids})

    def list(self) -> Raw[builtins.list[OrderVersion]]:
        """As `order_version.list`, with the whole answer."""
        return self._client._raw("orderVersionList", many(OrderVersion.from_dict))


class AsyncRawOrderVersionGroup(AsyncGroup):
    """The operations under /orderVersion, each with status, headers, body and time taken."""

    async def deps(self, *, masterid: int) -> Raw[builtins.list[OrderVersion]]:
        """As `order_version.deps`, with the whole answer."""
        return await self._client._raw("orderVersionDeps", many(OrderVersion.from_dict), None, {"masterid": masterid})

    async def item(self, *, id: int) -> Raw[OrderVersion]:
        """As `order_version.item`, with the whole answer."""
        return await self._client._raw("orderVersionItem", OrderVersion.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[OrderVersion]]:
        """As `order_version.items`, with the whole answer."""
        return await self._client._raw("orderVersionItems", many(OrderVersion.from_dict), None, {"ids": ids})

    async def ldeps(self, *, masterids: Sequence[int]) -> Raw[builtins.list[OrderVersion]]:
        """As `order_version.ldeps`, with the whole answer."""
        return await self._client._raw(
            "orderVersionLdeps", many(OrderVersion.from_dict), None, {"masterids": masterids}
        )

    async def list(self) -> Raw[builtins.list[OrderVersion]]:
        """As `order_version.list`, with the whole answer."""
        return await self._client._raw("orderVersionList", many(OrderVersion.from_dict))
