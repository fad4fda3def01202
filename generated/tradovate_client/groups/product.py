"""The operations under /product."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import Product


class ProductGroup(Group):
    """The operations under /product."""

    def find(self, *, name: str) -> Product:
        """Looks a Product up by its name.

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

        Calls `GET /product/find`, documented at
        operations/shared-ops/find.md:32.

        Example:
            api.product.find(name="Product 1")
        """
        answer: Product = self._client._call("productFind", None, {"name": name})
        return answer

    def item(self, *, id: int) -> Product:
        """Gives the Product with the ID.

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

        Calls `GET /product/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.product.item(id=1)
        """
        answer: Product = self._client._call("productItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[Product]:
        """Gives the Product entities with the IDs, which are separated by commas.

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

        Calls `GET /product/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.product.items(ids=[1])
        """
        answer: builtins.list[Product] = self._client._call("productItems", None, {"ids": ids})
        return answer

    def list(self) -> builtins.list[Product]:
        """Lists every Product that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /product/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.product.list()
        """
        answer: builtins.list[Product] = self._client._call("productList")
        return answer

    def suggest(self, *, l: int, t: str) -> builtins.list[Product]:
        """Searches by text: gives the Product entities that fit `t` best, `l` of
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

        Calls `GET /product/suggest`, documented at
        operations/shared-ops/suggest.md:27.

        Example:
            api.product.suggest(l=1, t="t")
        """
        answer: builtins.list[Product] = self._client._call("productSuggest", None, {"l": l, "t": t})
        return answer


class AsyncProductGroup(AsyncGroup):
    """The operations under /product."""

    async def find(self, *, name: str) -> Product:
        """Looks a Product up by its name.

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

        Calls `GET /product/find`, documented at
        operations/shared-ops/find.md:32.

        Example:
            api.product.find(name="Product 1")
        """
        answer: Product = await self._client._call("productFind", None, {"name": name})
        return answer

    async def item(self, *, id: int) -> Product:
        """Gives the Product with the ID.

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

        Calls `GET /product/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.product.item(id=1)
        """
        answer: Product = await self._client._call("productItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[Product]:
        """Gives the Product entities with the IDs, which are separated by commas.

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

        Calls `GET /product/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.product.items(ids=[1])
        """
        answer: builtins.list[Product] = await self._client._call("productItems", None, {"ids": ids})
        return answer

    async def list(self) -> builtins.list[Product]:
        """Lists every Product that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /product/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.product.list()
        """
        answer: builtins.list[Product] = await self._client._call("productList")
        return answer

    async def suggest(self, *, l: int, t: str) -> builtins.list[Product]:
        """Searches by text: gives the Product entities that fit `t` best, `l` of
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

        Calls `GET /product/suggest`, documented at
        operations/shared-ops/suggest.md:27.

        Example:
            api.product.suggest(l=1, t="t")
        """
        answer: builtins.list[Product] = await self._client._call("productSuggest", None, {"l": l, "t": t})
        return answer


class RawProductGroup(Group):
    """The operations under /product, each with status, headers, body and time
    taken.
    """

    find: Final = RawMethod(ProductGroup.find)
    item: Final = RawMethod(ProductGroup.item)
    items: Final = RawMethod(ProductGroup.items)
    list: Final = RawMethod(ProductGroup.list)
    suggest: Final = RawMethod(ProductGroup.suggest)


class AsyncRawProductGroup(AsyncGroup):
    """The operations under /product, each with status, headers, body and time
    taken.
    """

    find: Final = AsyncRawMethod(AsyncProductGroup.find)
    item: Final = AsyncRawMethod(AsyncProductGroup.item)
    items: Final = AsyncRawMethod(AsyncProductGroup.items)
    list: Final = AsyncRawMethod(AsyncProductGroup.list)
    suggest: Final = AsyncRawMethod(AsyncProductGroup.suggest)
