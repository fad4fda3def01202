"""The operations under /product."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..models.product import Product
from ..runtime.groups import AsyncGroup, Group
from ..runtime.records import many

if TYPE_CHECKING:
    import builtins

    from ..runtime.requests import Raw


class ProductGroup(Group):
    """The operations under /product."""

    def find(self, *, name: str) -> Product:
        """Product: find

        Looks an entity up by its name. Types without a `name` have nothing to be found by: `/position/find`
        can be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: `name`, maxLength 64. (operations/shared-ops/find.md:19)

        Stated at operations/shared-ops/find.md:32.
        """
        return self._client._call("productFind", Product.from_dict, None, {"name": name})

    def item(self, *, id: int) -> Product:
        """Product: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return self._client._call("productItem", Product.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> builtins.list[Product]:
        """Product: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return self._client._call("productItems", many(Product.from_dict), None, {"ids": ids})

    def list(self) -> builtins.list[Product]:
        """Product: list

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        return self._client._call("productList", many(Product.from_dict))

    def suggest(self, *, l: int, t: str) -> builtins.list[Product]:
        """Product: suggest

        Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
        `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

        Args:
            l: `l`, int32. (operations/shared-ops/suggest.md:19)
            t: `t`. (operations/shared-ops/suggest.md:20)

        Stated at operations/shared-ops/suggest.md:27.
        """
        return self._client._call("productSuggest", many(Product.from_dict), None, {"l": l, "t": t})


class AsyncProductGroup(AsyncGroup):
    """The operations under /product."""

    async def find(self, *, name: str) -> Product:
        """Product: find

        Looks an entity up by its name. Types without a `name` have nothing to be found by: `/position/find`
        can be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: `name`, maxLength 64. (operations/shared-ops/find.md:19)

        Stated at operations/shared-ops/find.md:32.
        """
        return await self._client._call("productFind", Product.from_dict, None, {"name": name})

    async def item(self, *, id: int) -> Product:
        """Product: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return await self._client._call("productItem", Product.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> builtins.list[Product]:
        """Product: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return await self._client._call("productItems", many(Product.from_dict), None, {"ids": ids})

    async def list(self) -> builtins.list[Product]:
        """Product: list

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        return await self._client._call("productList", many(Product.from_dict))

    async def suggest(self, *, l: int, t: str) -> builtins.list[Product]:
        """Product: suggest

        Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
        `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

        Args:
            l: `l`, int32. (operations/shared-ops/suggest.md:19)
            t: `t`. (operations/shared-ops/suggest.md:20)

        Stated at operations/shared-ops/suggest.md:27.
        """
        return await self._client._call("productSuggest", many(Product.from_dict), None, {"l": l, "t": t})


class RawProductGroup(Group):
    """The operations under /product, each with status, headers, body and time taken."""

    def find(self, *, name: str) -> Raw[Product]:
        """As `product.find`, with the whole answer."""
        return self._client._raw("productFind", Product.from_dict, None, {"name": name})

    def item(self, *, id: int) -> Raw[Product]:
        """As `product.item`, with the whole answer."""
        return self._client._raw("productItem", Product.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[Product]]:
        """As `product.items`, with the whole answer."""
        return self._client._raw("productItems", many(Product.from_dict), None, {"ids": ids})

    def list(self) -> Raw[builtins.list[Product]]:
        """As `product.list`, with the whole answer."""
        return self._client._raw("productList", many(Product.from_dict))

    def suggest(self, *, l: int, t: str) -> Raw[builtins.list[Product]]:
        """As `product.suggest`, with the whole answer."""
        return self._client._raw("productSuggest", many(Product.from_dict), None, {"l": l, "t": t})


class AsyncRawProductGroup(AsyncGroup):
    """The operations under /product, each with status, headers, body and time taken."""

    async def find(self, *, name: str) -> Raw[Product]:
        """As `product.find`, with the whole answer."""
        return await self._client._raw("productFind", Product.from_dict, None, {"name": name})

    async def item(self, *, id: int) -> Raw[Product]:
        """As `product.item`, with the whole answer."""
        return await self._client._raw("productItem", Product.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[Product]]:
        """As `product.items`, with the whole answer."""
        return await self._client._raw("productItems", many(Product.from_dict), None, {"ids": ids})

    async def list(self) -> Raw[builtins.list[Product]]:
        """As `product.list`, with the whole answer."""
        return await self._client._raw("productList", many(Product.from_dict))

    async def suggest(self, *, l: int, t: str) -> Raw[builtins.list[Product]]:
        """As `product.suggest`, with the whole answer."""
        return await self._client._raw("productSuggest", many(Product.from_dict), None, {"l": l, "t": t})
