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
        """Lists the User entities that depend on one entity of another type, their
        master.

        Args:
            masterid: Id of Account. (int64; line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /user/deps`, documented at operations/shared-ops/deps.md:27.

        Example:
            api.user.deps(masterid=1)
        """
        answer: builtins.list[User] = self._client._call("userDeps", None, {"masterid": masterid})
        return answer

    def find(self, *, name: str) -> User:
        """Looks a User up by its name.

        Types without a `name` have nothing to be found by: `/position/find` can
        be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: at least 3 characters, at most 64 characters (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /user/find`, documented at operations/shared-ops/find.md:32.

        Example:
            api.user.find(name="User 1")
        """
        answer: User = self._client._call("userFind", None, {"name": name})
        return answer

    def item(self, *, id: int) -> User:
        """Gives the User with the ID.

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

        Calls `GET /user/item`, documented at operations/shared-ops/item.md:26.

        Example:
            api.user.item(id=1)
        """
        answer: User = self._client._call("userItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[User]:
        """Gives the User entities with the IDs, which are separated by commas.

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

        Calls `GET /user/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.user.items(ids=[1])
        """
        answer: builtins.list[User] = self._client._call("userItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[User]:
        """Lists the User entities that depend on any of several masters, whose IDs
        are separated by commas.

        Args:
            masterids: Ids of Account, separated by commas. (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /user/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.user.ldeps(masterids=[1])
        """
        answer: builtins.list[User] = self._client._call("userLdeps", None, {"masterids": masterids})
        return answer

    def list(self) -> builtins.list[User]:
        """Lists every User that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /user/list`, documented at operations/shared-ops/list.md:24.

        Example:
            api.user.list()
        """
        answer: builtins.list[User] = self._client._call("userList")
        return answer

    def suggest(self, *, l: int, t: str) -> builtins.list[User]:
        """Searches by text: gives the User entities that fit `t` best, `l` of them
        at most.

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

        Calls `GET /user/suggest`, documented at
        operations/shared-ops/suggest.md:27.

        Example:
            api.user.suggest(l=1, t="t")
        """
        answer: builtins.list[User] = self._client._call("userSuggest", None, {"l": l, "t": t})
        return answer


class AsyncUserGroup(AsyncGroup):
    """The operations under /user."""

    async def deps(self, *, masterid: int) -> builtins.list[User]:
        """Lists the User entities that depend on one entity of another type, their
        master.

        Args:
            masterid: Id of Account. (int64; line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /user/deps`, documented at operations/shared-ops/deps.md:27.

        Example:
            api.user.deps(masterid=1)
        """
        answer: builtins.list[User] = await self._client._call("userDeps", None, {"masterid": masterid})
        return answer

    async def find(self, *, name: str) -> User:
        """Looks a User up by its name.

        Types without a `name` have nothing to be found by: `/position/find` can
        be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: at least 3 characters, at most 64 characters (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /user/find`, documented at operations/shared-ops/find.md:32.

        Example:
            api.user.find(name="User 1")
        """
        answer: User = await self._client._call("userFind", None, {"name": name})
        return answer

    async def item(self, *, id: int) -> User:
        """Gives the User with the ID.

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

        Calls `GET /user/item`, documented at operations/shared-ops/item.md:26.

        Example:
            api.user.item(id=1)
        """
        answer: User = await self._client._call("userItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[User]:
        """Gives the User entities with the IDs, which are separated by commas.

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

        Calls `GET /user/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.user.items(ids=[1])
        """
        answer: builtins.list[User] = await self._client._call("userItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[User]:
        """Lists the User entities that depend on any of several masters, whose IDs
        are separated by commas.

        Args:
            masterids: Ids of Account, separated by commas. (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /user/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.user.ldeps(masterids=[1])
        """
        answer: builtins.list[User] = await self._client._call("userLdeps", None, {"masterids": masterids})
        return answer

    async def list(self) -> builtins.list[User]:
        """Lists every User that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /user/list`, documented at operations/shared-ops/list.md:24.

        Example:
            api.user.list()
        """
        answer: builtins.list[User] = await self._client._call("userList")
        return answer

    async def suggest(self, *, l: int, t: str) -> builtins.list[User]:
        """Searches by text: gives the User entities that fit `t` best, `l` of them
        at most.

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

        Calls `GET /user/suggest`, documented at
        operations/shared-ops/suggest.md:27.

        Example:
            api.user.suggest(l=1, t="t")
        """
        answer: builtins.list[User] = await self._client._call("userSuggest", None, {"l": l, "t": t})
        return answer


class RawUserGroup(Group):
    """The operations under /user, each with status, headers, body and time
    taken.
    """

    deps: Final = RawMethod(UserGroup.deps)
    find: Final = RawMethod(UserGroup.find)
    item: Final = RawMethod(UserGroup.item)
    items: Final = RawMethod(UserGroup.items)
    ldeps: Final = RawMethod(UserGroup.ldeps)
    list: Final = RawMethod(UserGroup.list)
    suggest: Final = RawMethod(UserGroup.suggest)


class AsyncRawUserGroup(AsyncGroup):
    """The operations under /user, each with status, headers, body and time
    taken.
    """

    deps: Final = AsyncRawMethod(AsyncUserGroup.deps)
    find: Final = AsyncRawMethod(AsyncUserGroup.find)
    item: Final = AsyncRawMethod(AsyncUserGroup.item)
    items: Final = AsyncRawMethod(AsyncUserGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncUserGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncUserGroup.list)
    suggest: Final = AsyncRawMethod(AsyncUserGroup.suggest)
