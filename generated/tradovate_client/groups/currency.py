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
        """Looks a Currency up by its name

        Looks an entity up by its name. Types without a `name` have nothing to be found by: `/position/find`
        can be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: `name`, maxLength 64. (operations/shared-ops/find.md:19)

        Stated at operations/shared-ops/find.md:32.
        """
        answer: Currency = self._client._call("currencyFind", None, {"name": name})
        return answer

    def item(self, *, id: int) -> Currency:
        """Gives the Currency with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: Currency = self._client._call("currencyItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[Currency]:
        """Gives the Currency entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[Currency] = self._client._call("currencyItems", None, {"ids": ids})
        return answer

    def list(self) -> builtins.list[Currency]:
        """Lists every Currency that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[Currency] = self._client._call("currencyList")
        return answer

    def suggest(self, *, l: int, t: str) -> builtins.list[Currency]:
        """Searches by text: gives the Currency entities that fit `t` best, `l` of them at most

        Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
        `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

        Args:
            l: `l`, int32. (operations/shared-ops/suggest.md:19)
            t: `t`. (operations/shared-ops/suggest.md:20)

        Stated at operations/shared-ops/suggest.md:27.
        """
        answer: builtins.list[Currency] = self._client._call("currencySuggest", None, {"l": l, "t": t})
        return answer


class AsyncCurrencyGroup(AsyncGroup):
    """The operations under /currency."""

    async def find(self, *, name: str) -> Currency:
        """Looks a Currency up by its name

        Looks an entity up by its name. Types without a `name` have nothing to be found by: `/position/find`
        can be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: `name`, maxLength 64. (operations/shared-ops/find.md:19)

        Stated at operations/shared-ops/find.md:32.
        """
        answer: Currency = await self._client._call("currencyFind", None, {"name": name})
        return answer

    async def item(self, *, id: int) -> Currency:
        """Gives the Currency with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: Currency = await self._client._call("currencyItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[Currency]:
        """Gives the Currency entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[Currency] = await self._client._call("currencyItems", None, {"ids": ids})
        return answer

    async def list(self) -> builtins.list[Currency]:
        """Lists every Currency that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[Currency] = await self._client._call("currencyList")
        return answer

    async def suggest(self, *, l: int, t: str) -> builtins.list[Currency]:
        """Searches by text: gives the Currency entities that fit `t` best, `l` of them at most

        Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
        `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

        Args:
            l: `l`, int32. (operations/shared-ops/suggest.md:19)
            t: `t`. (operations/shared-ops/suggest.md:20)

        Stated at operations/shared-ops/suggest.md:27.
        """
        answer: builtins.list[Currency] = await self._client._call("currencySuggest", None, {"l": l, "t": t})
        return answer


class RawCurrencyGroup(Group):
    """The operations under /currency, each with status, headers, body and time taken."""

    find: Final = RawMethod(CurrencyGroup.find)
    item: Final = RawMethod(CurrencyGroup.item)
    items: Final = RawMethod(CurrencyGroup.items)
    list: Final = RawMethod(CurrencyGroup.list)
    suggest: Final = RawMethod(CurrencyGroup.suggest)


class AsyncRawCurrencyGroup(AsyncGroup):
    """The operations under /currency, each with status, headers, body and time taken."""

    find: Final = AsyncRawMethod(AsyncCurrencyGroup.find)
    item: Final = AsyncRawMethod(AsyncCurrencyGroup.item)
    items: Final = AsyncRawMethod(AsyncCurrencyGroup.items)
    list: Final = AsyncRawMethod(AsyncCurrencyGroup.list)
    suggest: Final = AsyncRawMethod(AsyncCurrencyGroup.suggest)
