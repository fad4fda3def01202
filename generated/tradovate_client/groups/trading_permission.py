"""The operations under /tradingPermission."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import TradingPermission


class TradingPermissionGroup(Group):
    """The operations under /tradingPermission."""

    def deps(self, *, masterid: int) -> builtins.list[TradingPermission]:
        """Lists the TradingPermission entities that depend on one entity of
        another type, their master.

        Args:
            masterid: Id of User. (int64; line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /tradingPermission/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.trading_permission.deps(masterid=1)
        """
        answer: builtins.list[TradingPermission] = self._client._call(
            "tradingPermissionDeps", None, {"masterid": masterid}
        )
        return answer

    def item(self, *, id: int) -> TradingPermission:
        """Gives the TradingPermission with the ID.

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

        Calls `GET /tradingPermission/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.trading_permission.item(id=1)
        """
        answer: TradingPermission = self._client._call("tradingPermissionItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[TradingPermission]:
        """Gives the TradingPermission entities with the IDs, which are separated
        by commas.

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

        Calls `GET /tradingPermission/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.trading_permission.items(ids=[1])
        """
        answer: builtins.list[TradingPermission] = self._client._call("tradingPermissionItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[TradingPermission]:
        """Lists the TradingPermission entities that depend on any of several
        masters, whose IDs are separated by commas.

        Args:
            masterids: Ids of User, separated by commas. (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /tradingPermission/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.trading_permission.ldeps(masterids=[1])
        """
        answer: builtins.list[TradingPermission] = self._client._call(
            "tradingPermissionLdeps", None, {"masterids": masterids}
        )
        return answer

    def list(self) -> builtins.list[TradingPermission]:
        """Lists every TradingPermission that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /tradingPermission/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.trading_permission.list()
        """
        answer: builtins.list[TradingPermission] = self._client._call("tradingPermissionList")
        return answer


class AsyncTradingPermissionGroup(AsyncGroup):
    """The operations under /tradingPermission."""

    async def deps(self, *, masterid: int) -> builtins.list[TradingPermission]:
        """Lists the TradingPermission entities that depend on one entity of
        another type, their master.

        Args:
            masterid: Id of User. (int64; line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /tradingPermission/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.trading_permission.deps(masterid=1)
        """
        answer: builtins.list[TradingPermission] = await self._client._call(
            "tradingPermissionDeps", None, {"masterid": masterid}
        )
        return answer

    async def item(self, *, id: int) -> TradingPermission:
        """Gives the TradingPermission with the ID.

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

        Calls `GET /tradingPermission/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.trading_permission.item(id=1)
        """
        answer: TradingPermission = await self._client._call("tradingPermissionItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[TradingPermission]:
        """Gives the TradingPermission entities with the IDs, which are separated
        by commas.

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

        Calls `GET /tradingPermission/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.trading_permission.items(ids=[1])
        """
        answer: builtins.list[TradingPermission] = await self._client._call(
            "tradingPermissionItems", None, {"ids": ids}
        )
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[TradingPermission]:
        """Lists the TradingPermission entities that depend on any of several
        masters, whose IDs are separated by commas.

        Args:
            masterids: Ids of User, separated by commas. (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /tradingPermission/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.trading_permission.ldeps(masterids=[1])
        """
        answer: builtins.list[TradingPermission] = await self._client._call(
            "tradingPermissionLdeps", None, {"masterids": masterids}
        )
        return answer

    async def list(self) -> builtins.list[TradingPermission]:
        """Lists every TradingPermission that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /tradingPermission/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.trading_permission.list()
        """
        answer: builtins.list[TradingPermission] = await self._client._call("tradingPermissionList")
        return answer


class RawTradingPermissionGroup(Group):
    """The operations under /tradingPermission, each with status, headers, body
    and time taken.
    """

    deps: Final = RawMethod(TradingPermissionGroup.deps)
    item: Final = RawMethod(TradingPermissionGroup.item)
    items: Final = RawMethod(TradingPermissionGroup.items)
    ldeps: Final = RawMethod(TradingPermissionGroup.ldeps)
    list: Final = RawMethod(TradingPermissionGroup.list)


class AsyncRawTradingPermissionGroup(AsyncGroup):
    """The operations under /tradingPermission, each with status, headers, body
    and time taken.
    """

    deps: Final = AsyncRawMethod(AsyncTradingPermissionGroup.deps)
    item: Final = AsyncRawMethod(AsyncTradingPermissionGroup.item)
    items: Final = AsyncRawMethod(AsyncTradingPermissionGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncTradingPermissionGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncTradingPermissionGroup.list)
