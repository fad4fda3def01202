"""The operations under /position."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import Position


class PositionGroup(Group):
    """The operations under /position."""

    def deps(self, *, masterid: int) -> builtins.list[Position]:
        """Lists the Position entities that depend on one entity of another type,
        their master.

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

        Calls `GET /position/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.position.deps(masterid=1)
        """
        answer: builtins.list[Position] = self._client._call("positionDeps", None, {"masterid": masterid})
        return answer

    def item(self, *, id: int) -> Position:
        """Gives the Position with the ID.

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

        Calls `GET /position/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.position.item(id=1)
        """
        answer: Position = self._client._call("positionItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[Position]:
        """Gives the Position entities with the IDs, which are separated by commas.

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

        Calls `GET /position/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.position.items(ids=[1])
        """
        answer: builtins.list[Position] = self._client._call("positionItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Position]:
        """Lists the Position entities that depend on any of several masters, whose
        IDs are separated by commas.

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

        Calls `GET /position/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.position.ldeps(masterids=[1])
        """
        answer: builtins.list[Position] = self._client._call("positionLdeps", None, {"masterids": masterids})
        return answer

    def list(self) -> builtins.list[Position]:
        """Lists every Position that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /position/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.position.list()
        """
        answer: builtins.list[Position] = self._client._call("positionList")
        return answer


class AsyncPositionGroup(AsyncGroup):
    """The operations under /position."""

    async def deps(self, *, masterid: int) -> builtins.list[Position]:
        """Lists the Position entities that depend on one entity of another type,
        their master.

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

        Calls `GET /position/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.position.deps(masterid=1)
        """
        answer: builtins.list[Position] = await self._client._call("positionDeps", None, {"masterid": masterid})
        return answer

    async def item(self, *, id: int) -> Position:
        """Gives the Position with the ID.

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

        Calls `GET /position/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.position.item(id=1)
        """
        answer: Position = await self._client._call("positionItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[Position]:
        """Gives the Position entities with the IDs, which are separated by commas.

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

        Calls `GET /position/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.position.items(ids=[1])
        """
        answer: builtins.list[Position] = await self._client._call("positionItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Position]:
        """Lists the Position entities that depend on any of several masters, whose
        IDs are separated by commas.

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

        Calls `GET /position/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.position.ldeps(masterids=[1])
        """
        answer: builtins.list[Position] = await self._client._call("positionLdeps", None, {"masterids": masterids})
        return answer

    async def list(self) -> builtins.list[Position]:
        """Lists every Position that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /position/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.position.list()
        """
        answer: builtins.list[Position] = await self._client._call("positionList")
        return answer


class RawPositionGroup(Group):
    """The operations under /position, each with status, headers, body and time
    taken.
    """

    deps: Final = RawMethod(PositionGroup.deps)
    item: Final = RawMethod(PositionGroup.item)
    items: Final = RawMethod(PositionGroup.items)
    ldeps: Final = RawMethod(PositionGroup.ldeps)
    list: Final = RawMethod(PositionGroup.list)


class AsyncRawPositionGroup(AsyncGroup):
    """The operations under /position, each with status, headers, body and time
    taken.
    """

    deps: Final = AsyncRawMethod(AsyncPositionGroup.deps)
    item: Final = AsyncRawMethod(AsyncPositionGroup.item)
    items: Final = AsyncRawMethod(AsyncPositionGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncPositionGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncPositionGroup.list)
