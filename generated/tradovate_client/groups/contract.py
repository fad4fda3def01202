"""The operations under /contract."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..models.contract import Contract
from ..runtime.groups import AsyncGroup, Group
from ..runtime.records import many

if TYPE_CHECKING:
    import builtins

    from ..runtime.requests import Raw


class ContractGroup(Group):
    """The operations under /contract."""

    def find(self, *, name: str) -> Contract:
        """Contract: find

        Looks an entity up by its name. Types without a `name` have nothing to be found by: `/position/find`
        can be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: `name`, maxLength 64. (operations/shared-ops/find.md:19)

        Stated at operations/shared-ops/find.md:32.
        """
        return self._client._call("contractFind", Contract.from_dict, None, {"name": name})

    def item(self, *, id: int) -> Contract:
        """Contract: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return self._client._call("contractItem", Contract.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> builtins.list[Contract]:
        """Contract: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return self._client._call("contractItems", many(Contract.from_dict), None, {"ids": ids})

    def suggest(self, *, l: int, t: str) -> builtins.list[Contract]:
        """Contract: suggest

        Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
        `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

        Args:
            l: `l`, int32. (operations/shared-ops/suggest.md:19)
            t: `t`. (operations/shared-ops/suggest.md:20)

        Stated at operations/shared-ops/suggest.md:27.
        """
        return self._client._call("contractSuggest", many(Contract.from_dict), None, {"l": l, "t": t})


class AsyncContractGroup(AsyncGroup):
    """The operations under /contract."""

    async def find(self, *, name: str) -> Contract:
        """Contract: find

        Looks an entity up by its name. Types without a `name` have nothing to be found by: `/position/find`
        can be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: `name`, maxLength 64. (operations/shared-ops/find.md:19)

        Stated at operations/shared-ops/find.md:32.
        """
        return await self._client._call("contractFind", Contract.from_dict, None, {"name": name})

    async def item(self, *, id: int) -> Contract:
        """Contract: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return await self._client._call("contractItem", Contract.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> builtins.list[Contract]:
        """Contract: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return await self._client._call("contractItems", many(Contract.from_dict), None, {"ids": ids})

    async def suggest(self, *, l: int, t: str) -> builtins.list[Contract]:
        """Contract: suggest

        Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
        `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

        Args:
            l: `l`, int32. (operations/shared-ops/suggest.md:19)
            t: `t`. (operations/shared-ops/suggest.md:20)

        Stated at operations/shared-ops/suggest.md:27.
        """
        return await self._client._call("contractSuggest", many(Contract.from_dict), None, {"l": l, "t": t})


class RawContractGroup(Group):
    """The operations under /contract, each with status, headers, body and time taken."""

    def find(self, *, name: str) -> Raw[Contract]:
        """As `contract.find`, with the whole answer."""
        return self._client._raw("contractFind", Contract.from_dict, None, {"name": name})

    def item(self, *, id: int) -> Raw[Contract]:
        """As `contract.item`, with the whole answer."""
        return self._client._raw("contractItem", Contract.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[Contract]]:
        """As `contract.items`, with the whole answer."""
        return self._client._raw("contractItems", many(Contract.from_dict), None, {"ids": ids})

    def suggest(self, *, l: int, t: str) -> Raw[builtins.list[Contract]]:
        """As `contract.suggest`, with the whole answer."""
        return self._client._raw("contractSuggest", many(Contract.from_dict), None, {"l": l, "t": t})


class AsyncRawContractGroup(AsyncGroup):
    """The operations under /contract, each with status, headers, body and time taken."""

    async def find(self, *, name: str) -> Raw[Contract]:
        """As `contract.find`, with the whole answer."""
        return await self._client._raw("contractFind", Contract.from_dict, None, {"name": name})

    async def item(self, *, id: int) -> Raw[Contract]:
        """As `contract.item`, with the whole answer."""
        return await self._client._raw("contractItem", Contract.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[Contract]]:
        """As `contract.items`, with the whole answer."""
        return await self._client._raw("contractItems", many(Contract.from_dict), None, {"ids": ids})

    async def suggest(self, *, l: int, t: str) -> Raw[builtins.list[Contract]]:
        """As `contract.suggest`, with the whole answer."""
        return await self._client._raw("contractSuggest", many(Contract.from_dict), None, {"l": l, "t": t})
