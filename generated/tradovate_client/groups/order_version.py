"""The operations under /orderVersion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import OrderVersion


class OrderVersionGroup(Group):
    """The operations under /orderVersion."""

    def deps(self, *, masterid: int) -> builtins.list[OrderVersion]:
        """Lists the OrderVersion entities that depend on one entity of another
        type, their master.

        Args:
            masterid: Id of Order. (int64; line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /orderVersion/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.order_version.deps(masterid=1)
        """
        answer: builtins.list[OrderVersion] = self._client._call("orderVersionDeps", None, {"masterid": masterid})
        return answer

    def item(self, *, id: int) -> OrderVersion:
        """Gives the OrderVersion with the ID.

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

        Calls `GET /orderVersion/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.order_version.item(id=1)
        """
        answer: OrderVersion = self._client._call("orderVersionItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[OrderVersion]:
        """Gives the OrderVersion entities with the IDs, which are separated by
        commas.

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

        Calls `GET /orderVersion/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.order_version.items(ids=[1])
        """
        answer: builtins.list[OrderVersion] = self._client._call("orderVersionItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[OrderVersion]:
        """Lists the OrderVersion entities that depend on any of several masters,
        whose IDs are separated by commas.

        Args:
            masterids: Ids of Order, separated by commas. (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /orderVersion/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.order_version.ldeps(masterids=[1])
        """
        answer: builtins.list[OrderVersion] = self._client._call("orderVersionLdeps", None, {"masterids": masterids})
        return answer

    def list(self) -> builtins.list[OrderVersion]:
        """Lists every OrderVersion that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /orderVersion/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.order_version.list()
        """
        answer: builtins.list[OrderVersion] = self._client._call("orderVersionList")
        return answer


class AsyncOrderVersionGroup(AsyncGroup):
    """The operations under /orderVersion."""

    async def deps(self, *, masterid: int) -> builtins.list[OrderVersion]:
        """Lists the OrderVersion entities that depend on one entity of another
        type, their master.

        Args:
            masterid: Id of Order. (int64; line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /orderVersion/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.order_version.deps(masterid=1)
        """
        answer: builtins.list[OrderVersion] = await self._client._call("orderVersionDeps", None, {"masterid": masterid})
        return answer

    async def item(self, *, id: int) -> OrderVersion:
        """Gives the OrderVersion with the ID.

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

        Calls `GET /orderVersion/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.order_version.item(id=1)
        """
        answer: OrderVersion = await self._client._call("orderVersionItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[OrderVersion]:
        """Gives the OrderVersion entities with the IDs, which are separated by
        commas.

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

        Calls `GET /orderVersion/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.order_version.items(ids=[1])
        """
        answer: builtins.list[OrderVersion] = await self._client._call("orderVersionItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[OrderVersion]:
        """Lists the OrderVersion entities that depend on any of several masters,
        whose IDs are separated by commas.

        Args:
            masterids: Ids of Order, separated by commas. (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /orderVersion/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.order_version.ldeps(masterids=[1])
        """
        answer: builtins.list[OrderVersion] = await self._client._call(
            "orderVersionLdeps", None, {"masterids": masterids}
        )
        return answer

    async def list(self) -> builtins.list[OrderVersion]:
        """Lists every OrderVersion that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /orderVersion/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.order_version.list()
        """
        answer: builtins.list[OrderVersion] = await self._client._call("orderVersionList")
        return answer


class RawOrderVersionGroup(Group):
    """The operations under /orderVersion, each with status, headers, body and
    time taken.
    """

    deps: Final = RawMethod(OrderVersionGroup.deps)
    item: Final = RawMethod(OrderVersionGroup.item)
    items: Final = RawMethod(OrderVersionGroup.items)
    ldeps: Final = RawMethod(OrderVersionGroup.ldeps)
    list: Final = RawMethod(OrderVersionGroup.list)


class AsyncRawOrderVersionGroup(AsyncGroup):
    """The operations under /orderVersion, each with status, headers, body and
    time taken.
    """

    deps: Final = AsyncRawMethod(AsyncOrderVersionGroup.deps)
    item: Final = AsyncRawMethod(AsyncOrderVersionGroup.item)
    items: Final = AsyncRawMethod(AsyncOrderVersionGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncOrderVersionGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncOrderVersionGroup.list)
