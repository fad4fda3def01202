"""The operations under /cashBalanceLog."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import CashBalanceLog


class CashBalanceLogGroup(Group):
    """The operations under /cashBalanceLog."""

    def deps(self, *, masterid: int) -> builtins.list[CashBalanceLog]:
        """Lists the CashBalanceLog entities that depend on one entity of another
        type, their master.

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

        Calls `GET /cashBalanceLog/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.cash_balance_log.deps(masterid=1)
        """
        answer: builtins.list[CashBalanceLog] = self._client._call("cashBalanceLogDeps", None, {"masterid": masterid})
        return answer

    def item(self, *, id: int) -> CashBalanceLog:
        """Gives the CashBalanceLog with the ID.

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

        Calls `GET /cashBalanceLog/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.cash_balance_log.item(id=1)
        """
        answer: CashBalanceLog = self._client._call("cashBalanceLogItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[CashBalanceLog]:
        """Gives the CashBalanceLog entities with the IDs, which are separated by
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

        Calls `GET /cashBalanceLog/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.cash_balance_log.items(ids=[1])
        """
        answer: builtins.list[CashBalanceLog] = self._client._call("cashBalanceLogItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[CashBalanceLog]:
        """Lists the CashBalanceLog entities that depend on any of several masters,
        whose IDs are separated by commas.

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

        Calls `GET /cashBalanceLog/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.cash_balance_log.ldeps(masterids=[1])
        """
        answer: builtins.list[CashBalanceLog] = self._client._call(
            "cashBalanceLogLdeps", None, {"masterids": masterids}
        )
        return answer

    def list(self) -> builtins.list[CashBalanceLog]:
        """Lists every CashBalanceLog that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /cashBalanceLog/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.cash_balance_log.list()
        """
        answer: builtins.list[CashBalanceLog] = self._client._call("cashBalanceLogList")
        return answer


class AsyncCashBalanceLogGroup(AsyncGroup):
    """The operations under /cashBalanceLog."""

    async def deps(self, *, masterid: int) -> builtins.list[CashBalanceLog]:
        """Lists the CashBalanceLog entities that depend on one entity of another
        type, their master.

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

        Calls `GET /cashBalanceLog/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.cash_balance_log.deps(masterid=1)
        """
        answer: builtins.list[CashBalanceLog] = await self._client._call(
            "cashBalanceLogDeps", None, {"masterid": masterid}
        )
        return answer

    async def item(self, *, id: int) -> CashBalanceLog:
        """Gives the CashBalanceLog with the ID.

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

        Calls `GET /cashBalanceLog/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.cash_balance_log.item(id=1)
        """
        answer: CashBalanceLog = await self._client._call("cashBalanceLogItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[CashBalanceLog]:
        """Gives the CashBalanceLog entities with the IDs, which are separated by
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

        Calls `GET /cashBalanceLog/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.cash_balance_log.items(ids=[1])
        """
        answer: builtins.list[CashBalanceLog] = await self._client._call("cashBalanceLogItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[CashBalanceLog]:
        """Lists the CashBalanceLog entities that depend on any of several masters,
        whose IDs are separated by commas.

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

        Calls `GET /cashBalanceLog/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.cash_balance_log.ldeps(masterids=[1])
        """
        answer: builtins.list[CashBalanceLog] = await self._client._call(
            "cashBalanceLogLdeps", None, {"masterids": masterids}
        )
        return answer

    async def list(self) -> builtins.list[CashBalanceLog]:
        """Lists every CashBalanceLog that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /cashBalanceLog/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.cash_balance_log.list()
        """
        answer: builtins.list[CashBalanceLog] = await self._client._call("cashBalanceLogList")
        return answer


class RawCashBalanceLogGroup(Group):
    """The operations under /cashBalanceLog, each with status, headers, body
    and time taken.
    """

    deps: Final = RawMethod(CashBalanceLogGroup.deps)
    item: Final = RawMethod(CashBalanceLogGroup.item)
    items: Final = RawMethod(CashBalanceLogGroup.items)
    ldeps: Final = RawMethod(CashBalanceLogGroup.ldeps)
    list: Final = RawMethod(CashBalanceLogGroup.list)


class AsyncRawCashBalanceLogGroup(AsyncGroup):
    """The operations under /cashBalanceLog, each with status, headers, body
    and time taken.
    """

    deps: Final = AsyncRawMethod(AsyncCashBalanceLogGroup.deps)
    item: Final = AsyncRawMethod(AsyncCashBalanceLogGroup.item)
    items: Final = AsyncRawMethod(AsyncCashBalanceLogGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncCashBalanceLogGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncCashBalanceLogGroup.list)
