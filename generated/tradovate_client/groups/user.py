"""The operations under /user."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import User


class UserGroup(Group):
    """The operations under /user."""

    def deps(self, *, masterid: int) -> builtins.list[User]:
        """Lists the User entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Account. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[User] = self._client._call("userDeps", None, {"masterid": masterid})
        return answer

    def find(self, *, name: str) -> User:
        """Looks a User up by its name

        Looks an entity up by its name. Types without a `name` have nothing to be found by: `/position/find`
        can be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: `name`, minLength 3, maxLength 64. (operations/shared-ops/find.md:19)

        Stated at operations/shared-ops/find.md:32.
        """
        answer: User = self._client._call("userFind", None, {"name": name})
        return answer

    def item(self, *, id: int) -> User:
        """Gives the User with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: User = self._client._call("userItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[User]:
        """Gives the User entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[User] = self._client._call("userItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[User]:
        """Lists the User entities that depend on any of several masters, whose IDs are separated by commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Account, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[User] = self._client._call("userLdeps", None, {"masterids": masterids})
        return answer

    def list(self) -> builtins.list[User]:
        """Lists every User that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[User] = self._client._call("userList")
        return answer

    def suggest(self, *, l: int, t: str) -> builtins.list[User]:
        """Searches by text: gives the User entities that fit `t` best, `l` of them at most

        Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
        `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

        Args:
            l: `l`, int32. (operations/shared-ops/suggest.md:19)
            t: `t`. (operations/shared-ops/suggest.md:20)

        Stated at operations/shared-ops/suggest.md:27.
        """
        answer: builtins.list[User] = self._client._call("userSuggest", None, {"l": l, "t": t})
        return answer


class AsyncUserGroup(AsyncGroup):
    """The operations under /user."""

    async def deps(self, *, masterid: int) -> builtins.list[User]:
        """Lists the User entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Account. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[User] = await self._client._call("userDeps", None, {"masterid": masterid})
        return answer

    async def find(self, *, name: str) -> User:
        """Looks a User up by its name

        Looks an entity up by its name. Types without a `name` have nothing to be found by: `/position/find`
        can be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: `name`, minLength 3, maxLength 64. (operations/shared-ops/find.md:19)

        Stated at operations/shared-ops/find.md:32.
        """
        answer: User = await self._client._call("userFind", None, {"name": name})
        return answer

    async def item(self, *, id: int) -> User:
        """Gives the User with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: User = await self._client._call("userItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[User]:
        """Gives the User entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[User] = await self._client._call("userItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[User]:
        """Lists the User entities that depend on any of several masters, whose IDs are separated by commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Account, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[User] = await self._client._call("userLdeps", None, {"masterids": masterids})
        return answer

    async def list(self) -> builtins.list[User]:
        """Lists every User that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[User] = await self._client._call("userList")
        return answer

    async def suggest(self, *, l: int, t: str) -> builtins.list[User]:
        """Searches by text: gives the User entities that fit `t` best, `l` of them at most

        Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
        `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

        Args:
            l: `l`, int32. (operations/shared-ops/suggest.md:19)
            t: `t`. (operations/shared-ops/suggest.md:20)

        Stated at operations/shared-ops/suggest.md:27.
        """
        answer: builtins.list[User] = await self._client._call("userSuggest", None, {"l": l, "t": t})
        return answer


class RawUserGroup(Group):
    """The operations under /user, each with status, headers, body and time taken."""

    deps: Final = RawMethod(UserGroup.deps)
    find: Final = RawMethod(UserGroup.find)
    item: Final = RawMethod(UserGroup.item)
    items: Final = RawMethod(UserGroup.items)
    ldeps: Final = RawMethod(UserGroup.ldeps)
    list: Final = RawMethod(UserGroup.list)
    suggest: Final = RawMethod(UserGroup.suggest)


class AsyncRawUserGroup(AsyncGroup):
    """The operations under /user, each with status, headers, body and time taken."""

    deps: Final = AsyncRawMethod(AsyncUserGroup.deps)
    find: Final = AsyncRawMethod(AsyncUserGroup.find)
    item: Final = AsyncRawMethod(AsyncUserGroup.item)
    items: Final = AsyncRawMethod(AsyncUserGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncUserGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncUserGroup.list)
    suggest: Final = AsyncRawMethod(AsyncUserGroup.suggest)
