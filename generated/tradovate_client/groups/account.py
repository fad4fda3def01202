"""The operations under /account."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..models.account import Account
from ..runtime.groups import AsyncGroup, Group
from ..runtime.records import many

if TYPE_CHECKING:
    import builtins

    from ..runtime.requests import Raw


class AccountGroup(Group):
    """The operations under /account."""

    def deps(self, *, masterid: int) -> builtins.list[Account]:
        """Account: deps

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        return self._client._call("accountDeps", many(Account.from_dict), None, {"masterid": masterid})

    def find(self, *, name: str) -> Account:
        """Account: find

        Looks an entity up by its name. Types without a `name` have nothing to be found by: `/position/find`
        can be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: `name`, maxLength 64. (operations/shared-ops/find.md:19)

        Stated at operations/shared-ops/find.md:32.
        """
        return self._client._call("accountFind", Account.from_dict, None, {"name": name})

    def item(self, *, id: int) -> Account:
        """Account: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return self._client._call("accountItem", Account.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> builtins.list[Account]:
        """Account: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return self._client._call("accountItems", many(Account.from_dict), None, {"ids": ids})

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Account]:
        """Account: ldeps

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        return self._client._call("accountLdeps", many(Account.from_dict), None, {"masterids": masterids})

    def list(self) -> builtins.list[Account]:
        """Account: list

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        return self._client._call("accountList", many(Account.from_dict))

    def suggest(self, *, l: int, t: str) -> builtins.list[Account]:
        """Account: suggest

        Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
        `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

        Args:
            l: `l`, int32. (operations/shared-ops/suggest.md:19)
            t: `t`. (operations/shared-ops/suggest.md:20)

        Stated at operations/shared-ops/suggest.md:27.
        """
        return self._client._call("accountSuggest", many(Account.from_dict), None, {"l": l, "t": t})


class AsyncAccountGroup(AsyncGroup):
    """The operations under /account."""

    async def deps(self, *, masterid: int) -> builtins.list[Account]:
        """Account: deps

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        return await self._client._call("accountDeps", many(Account.from_dict), None, {"masterid": masterid})

    async def find(self, *, name: str) -> Account:
        """Account: find

        Looks an entity up by its name. Types without a `name` have nothing to be found by: `/position/find`
        can be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: `name`, maxLength 64. (operations/shared-ops/find.md:19)

        Stated at operations/shared-ops/find.md:32.
        """
        return await self._client._call("accountFind", Account.from_dict, None, {"name": name})

    async def item(self, *, id: int) -> Account:
        """Account: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return await self._client._call("accountItem", Account.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> builtins.list[Account]:
        """Account: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return await self._client._call("accountItems", many(Account.from_dict), None, {"ids": ids})

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Account]:
        """Account: ldeps

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        return await self._client._call("accountLdeps", many(Account.from_dict), None, {"masterids": masterids})

    async def list(self) -> builtins.list[Account]:
        """Account: list

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        return await self._client._call("accountList", many(Account.from_dict))

    async def suggest(self, *, l: int, t: str) -> builtins.list[Account]:
        """Account: suggest

        Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
        `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

        Args:
            l: `l`, int32. (operations/shared-ops/suggest.md:19)
            t: `t`. (operations/shared-ops/suggest.md:20)

        Stated at operations/shared-ops/suggest.md:27.
        """
        return await self._client._call("accountSuggest", many(Account.from_dict), None, {"l": l, "t": t})


class RawAccountGroup(Group):
    """The operations under /account, each with status, headers, body and time taken."""

    def deps(self, *, masterid: int) -> Raw[builtins.list[Account]]:
        """As `account.deps`, with the whole answer."""
        return self._client._raw("accountDeps", many(Account.from_dict), None, {"masterid": masterid})

    def find(self, *, name: str) -> Raw[Account]:
        """As `account.find`, with the whole answer."""
        return self._client._raw("accountFind", Account.from_dict, None, {"name": name})

    def item(self, *, id: int) -> Raw[Account]:
        """As `account.item`, with the whole answer."""
        return self._client._raw("accountItem", Account.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[Account]]:
        """As `account.items`, with the whole answer."""
        return self._client._raw("accountItems", many(Account.from_dict), None, {"ids": ids})

    def ldeps(self, *, masterids: Sequence[int]) -> Raw[builtins.list[Account]]:
        """As `account.ldeps`, with the whole answer."""
        return self._client._raw("accountLdeps", many(Account.from_dict), None, {"masterids": masterids})

    def list(self) -> Raw[builtins.list[Account]]:
        """As `account.list`, with the whole answer."""
        return self._client._raw("accountList", many(Account.from_dict))

    def suggest(self, *, l: int, t: str) -> Raw[builtins.list[Account]]:
        """As `account.suggest`, with the whole answer."""
        return self._client._raw("accountSuggest", many(Account.from_dict), None, {"l": l, "t": t})


class AsyncRawAccountGroup(AsyncGroup):
    """The operations under /account, each with status, headers, body and time taken."""

    async def deps(self, *, masterid: int) -> Raw[builtins.list[Account]]:
        """As `account.deps`, with the whole answer."""
        return await self._client._raw("accountDeps", many(Account.from_dict), None, {"masterid": masterid})

    async def find(self, *, name: str) -> Raw[Account]:
        """As `account.find`, with the whole answer."""
        return await self._client._raw("accountFind", Account.from_dict, None, {"name": name})

    async def item(self, *, id: int) -> Raw[Account]:
        """As `account.item`, with the whole answer."""
        return await self._client._raw("accountItem", Account.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[Account]]:
        """As `account.items`, with the whole answer."""
        return await self._client._raw("accountItems", many(Account.from_dict), None, {"ids": ids})

    async def ldeps(self, *, masterids: Sequence[int]) -> Raw[builtins.list[Account]]:
        """As `account.ldeps`, with the whole answer."""
        return await self._client._raw("accountLdeps", many(Account.from_dict), None, {"masterids": masterids})

    async def list(self) -> Raw[builtins.list[Account]]:
        """As `account.list`, with the whole answer."""
        return await self._client._raw("accountList", many(Account.from_dict))

    async def suggest(self, *, l: int, t: str) -> Raw[builtins.list[Account]]:
        """As `account.suggest`, with the whole answer."""
        return await self._client._raw("accountSuggest", many(Account.from_dict), None, {"l": l, "t": t})
