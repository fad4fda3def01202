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
        """Looks a Product up by its name

        Looks an entity up by its name. Types without a `name` have nothing to be found by: `/position/find`
        can be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: `name`, maxLength 64. (operations/shared-ops/find.md:19)

        Stated at operations/shared-ops/find.md:32.
        """
        answer: Product = self._client._call("productFind", None, {"name": name})
        return answer

    def item(self, *, id: int) -> Product:
        """Gives the Product with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: Product = self._client._call("productItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[Product]:
        """Gives the Product entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[Product] = self._client._call("productItems", None, {"ids": ids})
        return answer

    def list(self) -> builtins.list[Product]:
        """Lists every Product that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[Product] = self._client._call("productList")
        return answer

    def suggest(self, *, l: int, t: str) -> builtins.list[Product]:
        """Searches by text: gives the Product entities that fit `t` best, `l` of them at most

        Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
        `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

        Args:
            l: `l`, int32. (operations/shared-ops/suggest.md:19)
            t: `t`. (operations/shared-ops/suggest.md:20)

        Stated at operations/shared-ops/suggest.md:27.
        """
        answer: builtins.list[Product] = self._client._call("productSuggest", None, {"l": l, "t": t})
        return answer


class AsyncProductGroup(AsyncGroup):
    """The operations under /product."""

    async def find(self, *, name: str) -> Product:
        """Looks a Product up by its name

        Looks an entity up by its name. Types without a `name` have nothing to be found by: `/position/find`
        can be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: `name`, maxLength 64. (operations/shared-ops/find.md:19)

        Stated at operations/shared-ops/find.md:32.
        """
        answer: Product = await self._client._call("productFind", None, {"name": name})
        return answer

    async def item(self, *, id: int) -> Product:
        """Gives the Product with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: Product = await self._client._call("productItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[Product]:
        """Gives the Product entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[Product] = await self._client._call("productItems", None, {"ids": ids})
        return answer

    async def list(self) -> builtins.list[Product]:
        """Lists every Product that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[Product] = await self._client._call("productList")
        return answer

    async def suggest(self, *, l: int, t: str) -> builtins.list[Product]:
        """Searches by text: gives the Product entities that fit `t` best, `l` of them at most

        Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
        `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

        Args:
            l: `l`, int32. (operations/shared-ops/suggest.md:19)
            t: `t`. (operations/shared-ops/suggest.md:20)

        Stated at operations/shared-ops/suggest.md:27.
        """
        answer: builtins.list[Product] = await self._client._call("productSuggest", None, {"l": l, "t": t})
        return answer


class RawProductGroup(Group):
    """The operations under /product, each with status, headers, body and time taken."""

    find: Final = RawMethod(ProductGroup.find)
    item: Final = RawMethod(ProductGroup.item)
    items: Final = RawMethod(ProductGroup.items)
    list: Final = RawMethod(ProductGroup.list)
    suggest: Final = RawMethod(ProductGroup.suggest)


class AsyncRawProductGroup(AsyncGroup):
    """The operations under /product, each with status, headers, body and time taken."""

    find: Final = AsyncRawMethod(AsyncProductGroup.find)
    item: Final = AsyncRawMethod(AsyncProductGroup.item)
    items: Final = AsyncRawMethod(AsyncProductGroup.items)
    list: Final = AsyncRawMethod(AsyncProductGroup.list)
    suggest: Final = AsyncRawMethod(AsyncProductGroup.suggest)
