"""The operations under /contractMaturity."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..models.contract_maturity import ContractMaturity
from ..runtime.groups import AsyncGroup, Group
from ..runtime.records import many

if TYPE_CHECKING:
    import builtins

    from ..runtime.requests import Raw


class ContractMaturityGroup(Group):
    """The operations under /contractMaturity."""

    def deps(self, *, masterid: int) -> builtins.list[ContractMaturity]:
        """ContractMaturity: deps

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        return self._client._call(
            "contractMaturityDeps", many(ContractMaturity.from_dict), None, {"masterid": masterid}
        )

    def item(self, *, id: int) -> ContractMaturity:
        """ContractMaturity: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return self._client._call("contractMaturityItem", ContractMaturity.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> builtins.list[ContractMaturity]:
        """ContractMaturity: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return self._client._call("contractMaturityItems", many(ContractMaturity.from_dict), None, {"ids": ids})

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[ContractMaturity]:
        """ContractMaturity: ldeps

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        return self._client._call(
            "contractMaturityLdeps", many(ContractMaturity.from_dict), None, {"masterids": masterids}
        )


class AsyncContractMaturityGroup(AsyncGroup):
    """The operations under /contractMaturity."""

    async def deps(self, *, masterid: int) -> builtins.list[ContractMaturity]:
        """ContractMaturity: deps

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        return await self._client._call(
            "contractMaturityDeps", many(ContractMaturity.from_dict), None, {"masterid": masterid}
        )

    async def item(self, *, id: int) -> ContractMaturity:
        """ContractMaturity: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return await self._client._call("contractMaturityItem", ContractMaturity.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> builtins.list[ContractMaturity]:
        """ContractMaturity: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return await self._client._call("contractMaturityItems", many(ContractMaturity.from_dict), None, {"ids": ids})

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[ContractMaturity]:
        """ContractMaturity: ldeps

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        return await self._client._call(
            "contractMaturityLdeps", many(ContractMaturity.from_dict), None, {"masterids": masterids}
        )


class RawContractMaturityGroup(Group):
    """The operations under /contractMaturity, each with status, headers, body and time taken."""

    def deps(self, *, masterid: int) -> Raw[builtins.list[ContractMaturity]]:
        """As `contract_maturity.deps`, with the whole answer."""
        return self._client._raw("contractMaturityDeps", many(ContractMaturity.from_dict), None, {"masterid": masterid})

    def item(self, *, id: int) -> Raw[ContractMaturity]:
        """As `contract_maturity.item`, with the whole answer."""
        return self._client._raw("contractMaturityItem", ContractMaturity.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[ContractMaturity]]:
        """As `contract_maturity.items`, with the whole answer."""
        return self._client._raw("contractMaturityItems", many(ContractMaturity.from_dict), None, {"ids": ids})

    def ldeps(self, *, masterids: Sequence[int]) -> Raw[builtins.list[ContractMaturity]]:
        """As `contract_maturity.ldeps`, with the whole answer."""
        return self._client._raw(
            "contractMaturityLdeps", many(ContractMaturity.from_dict), None, {"masterids": masterids}
        )


class AsyncRawContractMaturityGroup(AsyncGroup):
    """The operations under /contractMaturity, each with status, headers, body and time taken."""

    async def deps(self, *, masterid: int) -> Raw[builtins.list[ContractMaturity]]:
        """As `contract_maturity.deps`, with the whole answer."""
        return await self._client._raw(
            "contractMaturityDeps", many(ContractMaturity.from_dict), None, {"masterid": masterid}
        )

    async def item(self, *, id: int) -> Raw[ContractMaturity]:
        """As `contract_maturity.item`, with the whole answer."""
        return await self._client._raw("contractMaturityItem", ContractMaturity.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[ContractMaturity]]:
        """As `contract_maturity.items`, with the whole answer."""
        return await self._client._raw("contractMaturityItems", many(ContractMaturity.from_dict), None, {"ids": ids})

    async def ldeps(self, *, masterids: Sequence[int]) -> Raw[builtins.list[ContractMaturity]]:
        """As `contract_maturity.ldeps`, with the whole answer."""
        return await self._client._raw(
            "contractMaturityLdeps", many(ContractMaturity.from_dict), None, {"masterids": masterids}
        )
