"""The operations under /user."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..models.user import User
from ..runtime.groups import AsyncGroup, Group
from ..runtime.records import many

if TYPE_CHECKING:
    import builtins

    from ..runtime.requests import Raw


class UserGroup(Group):
    """The operations under /user."""

    def deps(self, *, masterid: int) -> builtins.list[User]:
        """User: deps

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        return self._client._call("userDeps", many(User.from_dict), None, {"masterid": masterid})

    def find(self, *, name: str) -> User:
        """User: find

        Looks an entity up by its name. Types without a `name` have nothing to be found by: `/position/find`
        can be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: `name`, minLength 3, maxLength 64. (operations/shared-ops/find.md:19)

        Stated at operations/shared-ops/find.md:32.
        """
        return self._client._call("userFind", User.from_dict, None, {"name": name})

    def item(self, *, id: int) -> User:
        """User: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return self._client._call("userItem", User.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> builtins.list[User]:
        """User: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return self._client._call("userItems", many(User.from_dict), None, {"ids": ids})

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[User]:
        """User: ldeps

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        return self._client._call("userLdeps", many(User.from_dict), None, {"masterids": masterids})

    def list(self) -> builtins.list[User]:
        """User: list

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        return self._client._call("userList", many(User.from_dict))

    def suggest(self, *, l: int, t: str) -> builtins.list[User]:
        """User: suggest

        Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
        `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

        Args:
            l: `l`, int32. (operations/shared-ops/suggest.md:19)
            t: `t`. (operations/shared-ops/suggest.md:20)

        Stated at operations/shared-ops/suggest.md:27.
        """
        return self._client._call("userSuggest", many(User.from_dict), None, {"l": l, "t": t})


class AsyncUserGroup(AsyncGroup):
    """The operations under /user."""

    async def deps(self, *, masterid: int) -> builtins.list[User]:
        """User: deps

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        return await self._client._call("userDeps", many(User.from_dict), None, {"masterid": masterid})

    async def find(self, *, name: str) -> User:
        """User: find

        Looks an entity up by its name. Types without a `name` have nothing to be found by: `/position/find`
        can be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: `name`, minLength 3, maxLength 64. (operations/shared-ops/find.md:19)

        Stated at operations/shared-ops/find.md:32.
        """
        return await self._client._call("userFind", User.from_dict, None, {"name": name})

    async def item(self, *, id: int) -> User:
        """User: item

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        return await self._client._call("userItem", User.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> builtins.list[User]:
        """User: items

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        return await self._client._call("userItems", many(User.from_dict), None, {"ids": ids})

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[User]:
        """User: ldeps

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        return await self._client._call("userLdeps", many(User.from_dict), None, {"masterids": masterids})

    async def list(self) -> builtins.list[User]:
        """User: list

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        return await self._client._call("userList", many(User.from_dict))

    async def suggest(self, *, l: int, t: str) -> builtins.list[User]:
        """User: suggest

        Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
        `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

        Args:
            l: `l`, int32. (operations/shared-ops/suggest.md:19)
            t: `t`. (operations/shared-ops/suggest.md:20)

        Stated at operations/shared-ops/suggest.md:27.
        """
        return await self._client._call("userSuggest", many(User.from_dict), None, {"l": l, "t": t})


class RawUserGroup(Group):
    """The operations under /user, each with status, headers, body and time taken."""

    def deps(self, *, masterid: int) -> Raw[builtins.list[User]]:
        """As `user.deps`, with the whole answer."""
        return self._client._raw("userDeps", many(User.from_dict), None, {"masterid": masterid})

    def find(self, *, name: str) -> Raw[User]:
        """As `user.find`, with the whole answer."""
        return self._client._raw("userFind", User.from_dict, None, {"name": name})

    def item(self, *, id: int) -> Raw[User]:
        """As `user.item`, with the whole answer."""
        return self._client._raw("userItem", User.from_dict, None, {"id": id})

    def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[User]]:
        """As `user.items`, with the whole answer."""
        return self._client._raw("userItems", many(User.from_dict), None, {"ids": ids})

    def ldeps(self, *, masterids: Sequence[int]) -> Raw[builtins.list[User]]:
        """As `user.ldeps`, with the whole answer."""
        return self._client._raw("userLdeps", many(User.from_dict), None, {"masterids": masterids})

    def list(self) -> Raw[builtins.list[User]]:
        """As `user.list`, with the whole answer."""
        return self._client._raw("userList", many(User.from_dict))

    def suggest(self, *, l: int, t: str) -> Raw[builtins.list[User]]:
        """As `user.suggest`, with the whole answer."""
        return self._client._raw("userSuggest", many(User.from_dict), None, {"l": l, "t": t})


class AsyncRawUserGroup(AsyncGroup):
    """The operations under /user, each with status, headers, body and time taken."""

    async def deps(self, *, masterid: int) -> Raw[builtins.list[User]]:
        """As `user.deps`, with the whole answer."""
        return await self._client._raw("userDeps", many(User.from_dict), None, {"masterid": masterid})

    async def find(self, *, name: str) -> Raw[User]:
        """As `user.find`, with the whole answer."""
        return await self._client._raw("userFind", User.from_dict, None, {"name": name})

    async def item(self, *, id: int) -> Raw[User]:
        """As `user.item`, with the whole answer."""
        return await self._client._raw("userItem", User.from_dict, None, {"id": id})

    async def items(self, *, ids: Sequence[int]) -> Raw[builtins.list[User]]:
        """As `user.items`, with the whole answer."""
        return await self._client._raw("userItems", many(User.from_dict), None, {"ids": ids})

    async def ldeps(self, *, masterids: Sequence[int]) -> Raw[builtins.list[User]]:
        """As `user.ldeps`, with the whole answer."""
        return await self._client._raw("userLdeps", many(User.from_dict), None, {"masterids": masterids})

    async def list(self) -> Raw[builtins.list[User]]:
        """As `user.list`, with the whole answer."""
        return await self._client._raw("userList", many(User.from_dict))

    async def suggest(self, *, l: int, t: str) -> Raw[builtins.list[User]]:
        """As `user.suggest`, with the whole answer."""
        return await self._client._raw("userSuggest", many(User.from_dict), None, {"l": l, "t": t})
