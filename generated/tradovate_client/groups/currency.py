"""The operations under /currency."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import Currency


class CurrencyGroup(Group):
    """The operations under /currency."""

    def find(self, *, name: str) -> Currency:
        """Looks a Currency up by its name.

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

        Calls `GET /currency/find`, documented at
        operations/shared-ops/find.md:32.

        Example:
            api.currency.find(name="Currency 1")
        """
        answer: Currency = self._client._call("currencyFind", None, {"name": name})
        return answer

    def item(self, *, id: int) -> Currency:
        """Gives the Currency with the ID.

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

        Calls `GET /currency/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.currency.item(id=1)
        """
        answer: Currency = self._client._call("currencyItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[Currency]:
        """Gives the Currency entities with the IDs, which are separated by commas.

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

        Calls `GET /currency/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.currency.items(ids=[1])
        """
        answer: builtins.list[Currency] = self._client._call("currencyItems", None, {"ids": ids})
        return answer

    def list(self) -> builtins.list[Currency]:
        """Lists every Currency that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /currency/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.currency.list()
        """
        answer: builtins.list[Currency] = self._client._call("currencyList")
        return answer

    def suggest(self, *, l: int, t: str) -> builtins.list[Currency]:
        """Searches by text: gives the Currency entities that fit `t` best, `l` of
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

        Calls `GET /currency/suggest`, documented at
        operations/shared-ops/suggest.md:27.

        Example:
            api.currency.suggest(l=1, t="t")
        """
        answer: builtins.list[Currency] = self._client._call("currencySuggest", None, {"l": l, "t": t})
        return answer


class AsyncCurrencyGroup(AsyncGroup):
    """The operations under /currency."""

    async def find(self, *, name: str) -> Currency:
        """Looks a Currency up by its name.

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

        Calls `GET /currency/find`, documented at
        operations/shared-ops/find.md:32.

        Example:
            api.currency.find(name="Currency 1")
        """
        answer: Currency = await self._client._call("currencyFind", None, {"name": name})
        return answer

    async def item(self, *, id: int) -> Currency:
        """Gives the Currency with the ID.

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

        Calls `GET /currency/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.currency.item(id=1)
        """
        answer: Currency = await self._client._call("currencyItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[Currency]:
        """Gives the Currency entities with the IDs, which are separated by commas.

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

        Calls `GET /currency/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.currency.items(ids=[1])
        """
        answer: builtins.list[Currency] = await self._client._call("currencyItems", None, {"ids": ids})
        return answer

    async def list(self) -> builtins.list[Currency]:
        """Lists every Currency that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /currency/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.currency.list()
        """
        answer: builtins.list[Currency] = await self._client._call("currencyList")
        return answer

    async def suggest(self, *, l: int, t: str) -> builtins.list[Currency]:
        """Searches by text: gives the Currency entities that fit `t` best, `l` of
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

        Calls `GET /currency/suggest`, documented at
        operations/shared-ops/suggest.md:27.

        Example:
            api.currency.suggest(l=1, t="t")
        """
        answer: builtins.list[Currency] = await self._client._call("currencySuggest", None, {"l": l, "t": t})
        return answer


class RawCurrencyGroup(Group):
    """The operations under /currency, each with status, headers, body and time
    taken.
    """

    find: Final = RawMethod(CurrencyGroup.find)
    item: Final = RawMethod(CurrencyGroup.item)
    items: Final = RawMethod(CurrencyGroup.items)
    list: Final = RawMethod(CurrencyGroup.list)
    suggest: Final = RawMethod(CurrencyGroup.suggest)


class AsyncRawCurrencyGroup(AsyncGroup):
    """The operations under /currency, each with status, headers, body and time
    taken.
    """

    find: Final = AsyncRawMethod(AsyncCurrencyGroup.find)
    item: Final = AsyncRawMethod(AsyncCurrencyGroup.item)
    items: Final = AsyncRawMethod(AsyncCurrencyGroup.items)
    list: Final = AsyncRawMethod(AsyncCurrencyGroup.list)
    suggest: Final = AsyncRawMethod(AsyncCurrencyGroup.suggest)
