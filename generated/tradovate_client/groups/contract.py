"""The operations under /contract."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import Contract


class ContractGroup(Group):
    """The operations under /contract."""

    def find(self, *, name: str) -> Contract:
        """Looks a Contract up by its name.

        Types without a `name` have nothing to be found by: `/position/find` can
        be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: at most 64 characters (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /contract/find`, documented at
        operations/shared-ops/find.md:32.

        Example:
            api.contract.find(name="Contract 1")
        """
        answer: Contract = self._client._call("contractFind", None, {"name": name})
        return answer

    def item(self, *, id: int) -> Contract:
        """Gives the Contract with the ID.

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

        Calls `GET /contract/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.contract.item(id=1)
        """
        answer: Contract = self._client._call("contractItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[Contract]:
        """Gives the Contract entities with the IDs, which are separated by commas.

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

        Calls `GET /contract/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.contract.items(ids=[1])
        """
        answer: builtins.list[Contract] = self._client._call("contractItems", None, {"ids": ids})
        return answer

    def suggest(self, *, l: int, t: str) -> builtins.list[Contract]:
        """Searches by text: gives the Contract entities that fit `t` best, `l` of
        them at most.

        For instance `/contract/suggest?t=ES&l=10` gives ten ES contracts, which
        is a way to choose the one to trade.

        Args:
            l: int32 (line 19)
            t: not described (line 20)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /contract/suggest`, documented at
        operations/shared-ops/suggest.md:27.

        Example:
            api.contract.suggest(l=1, t="t")
        """
        answer: builtins.list[Contract] = self._client._call("contractSuggest", None, {"l": l, "t": t})
        return answer


class AsyncContractGroup(AsyncGroup):
    """The operations under /contract."""

    async def find(self, *, name: str) -> Contract:
        """Looks a Contract up by its name.

        Types without a `name` have nothing to be found by: `/position/find` can
        be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: at most 64 characters (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /contract/find`, documented at
        operations/shared-ops/find.md:32.

        Example:
            api.contract.find(name="Contract 1")
        """
        answer: Contract = await self._client._call("contractFind", None, {"name": name})
        return answer

    async def item(self, *, id: int) -> Contract:
        """Gives the Contract with the ID.

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

        Calls `GET /contract/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.contract.item(id=1)
        """
        answer: Contract = await self._client._call("contractItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[Contract]:
        """Gives the Contract entities with the IDs, which are separated by commas.

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

        Calls `GET /contract/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.contract.items(ids=[1])
        """
        answer: builtins.list[Contract] = await self._client._call("contractItems", None, {"ids": ids})
        return answer

    async def suggest(self, *, l: int, t: str) -> builtins.list[Contract]:
        """Searches by text: gives the Contract entities that fit `t` best, `l` of
        them at most.

        For instance `/contract/suggest?t=ES&l=10` gives ten ES contracts, which
        is a way to choose the one to trade.

        Args:
            l: int32 (line 19)
            t: not described (line 20)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /contract/suggest`, documented at
        operations/shared-ops/suggest.md:27.

        Example:
            api.contract.suggest(l=1, t="t")
        """
        answer: builtins.list[Contract] = await self._client._call("contractSuggest", None, {"l": l, "t": t})
        return answer


class RawContractGroup(Group):
    """The operations under /contract, each with status, headers, body and time
    taken.
    """

    find: Final = RawMethod(ContractGroup.find)
    item: Final = RawMethod(ContractGroup.item)
    items: Final = RawMethod(ContractGroup.items)
    suggest: Final = RawMethod(ContractGroup.suggest)


class AsyncRawContractGroup(AsyncGroup):
    """The operations under /contract, each with status, headers, body and time
    taken.
    """

    find: Final = AsyncRawMethod(AsyncContractGroup.find)
    item: Final = AsyncRawMethod(AsyncContractGroup.item)
    items: Final = AsyncRawMethod(AsyncContractGroup.items)
    suggest: Final = AsyncRawMethod(AsyncContractGroup.suggest)
