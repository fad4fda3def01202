"""The operations under /contractMaturity."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import ContractMaturity


class ContractMaturityGroup(Group):
    """The operations under /contractMaturity."""

    def deps(self, *, masterid: int) -> builtins.list[ContractMaturity]:
        """Lists the ContractMaturity entities that depend on one entity of another
        type, their master.

        Args:
            masterid: Id of Contract or Product. (int64; line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /contractMaturity/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.contract_maturity.deps(masterid=1)
        """
        answer: builtins.list[ContractMaturity] = self._client._call(
            "contractMaturityDeps", None, {"masterid": masterid}
        )
        return answer

    def item(self, *, id: int) -> ContractMaturity:
        """Gives the ContractMaturity with the ID.

        Args:
            id: int64 (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /contractMaturity/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.contract_maturity.item(id=1)
        """
        answer: ContractMaturity = self._client._call("contractMaturityItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[ContractMaturity]:
        """Gives the ContractMaturity entities with the IDs, which are separated by
        commas.

        Args:
            ids: not described (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /contractMaturity/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.contract_maturity.items(ids=[1])
        """
        answer: builtins.list[ContractMaturity] = self._client._call("contractMaturityItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[ContractMaturity]:
        """Lists the ContractMaturity entities that depend on any of several
        masters, whose IDs are separated by commas.

        Args:
            masterids: Ids of Contract or Product, separated by commas. (line
                19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /contractMaturity/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.contract_maturity.ldeps(masterids=[1])
        """
        answer: builtins.list[ContractMaturity] = self._client._call(
            "contractMaturityLdeps", None, {"masterids": masterids}
        )
        return answer


class AsyncContractMaturityGroup(AsyncGroup):
    """The operations under /contractMaturity."""

    async def deps(self, *, masterid: int) -> builtins.list[ContractMaturity]:
        """Lists the ContractMaturity entities that depend on one entity of another
        type, their master.

        Args:
            masterid: Id of Contract or Product. (int64; line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /contractMaturity/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.contract_maturity.deps(masterid=1)
        """
        answer: builtins.list[ContractMaturity] = await self._client._call(
            "contractMaturityDeps", None, {"masterid": masterid}
        )
        return answer

    async def item(self, *, id: int) -> ContractMaturity:
        """Gives the ContractMaturity with the ID.

        Args:
            id: int64 (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /contractMaturity/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.contract_maturity.item(id=1)
        """
        answer: ContractMaturity = await self._client._call("contractMaturityItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[ContractMaturity]:
        """Gives the ContractMaturity entities with the IDs, which are separated by
        commas.

        Args:
            ids: not described (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /contractMaturity/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.contract_maturity.items(ids=[1])
        """
        answer: builtins.list[ContractMaturity] = await self._client._call("contractMaturityItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[ContractMaturity]:
        """Lists the ContractMaturity entities that depend on any of several
        masters, whose IDs are separated by commas.

        Args:
            masterids: Ids of Contract or Product, separated by commas. (line
                19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /contractMaturity/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.contract_maturity.ldeps(masterids=[1])
        """
        answer: builtins.list[ContractMaturity] = await self._client._call(
            "contractMaturityLdeps", None, {"masterids": masterids}
        )
        return answer


class RawContractMaturityGroup(Group):
    """The operations under /contractMaturity, each with status, headers, body
    and time taken.
    """

    deps: Final = RawMethod(ContractMaturityGroup.deps)
    item: Final = RawMethod(ContractMaturityGroup.item)
    items: Final = RawMethod(ContractMaturityGroup.items)
    ldeps: Final = RawMethod(ContractMaturityGroup.ldeps)


class AsyncRawContractMaturityGroup(AsyncGroup):
    """The operations under /contractMaturity, each with status, headers, body
    and time taken.
    """

    deps: Final = AsyncRawMethod(AsyncContractMaturityGroup.deps)
    item: Final = AsyncRawMethod(AsyncContractMaturityGroup.item)
    items: Final = AsyncRawMethod(AsyncContractMaturityGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncContractMaturityGroup.ldeps)
