"""The operations under /accountRiskStatus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import AccountRiskStatus


class AccountRiskStatusGroup(Group):
    """The operations under /accountRiskStatus."""

    def deps(self, *, masterid: int) -> builtins.list[AccountRiskStatus]:
        """Lists the AccountRiskStatus entities that depend on one entity of
        another type, their master.

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

        Calls `GET /accountRiskStatus/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.account_risk_status.deps(masterid=1)
        """
        answer: builtins.list[AccountRiskStatus] = self._client._call(
            "accountRiskStatusDeps", None, {"masterid": masterid}
        )
        return answer

    def item(self, *, id: int) -> AccountRiskStatus:
        """Gives the AccountRiskStatus with the ID.

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

        Calls `GET /accountRiskStatus/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.account_risk_status.item(id=1)
        """
        answer: AccountRiskStatus = self._client._call("accountRiskStatusItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[AccountRiskStatus]:
        """Gives the AccountRiskStatus entities with the IDs, which are separated
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

        Calls `GET /accountRiskStatus/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.account_risk_status.items(ids=[1])
        """
        answer: builtins.list[AccountRiskStatus] = self._client._call("accountRiskStatusItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[AccountRiskStatus]:
        """Lists the AccountRiskStatus entities that depend on any of several
        masters, whose IDs are separated by commas.

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

        Calls `GET /accountRiskStatus/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.account_risk_status.ldeps(masterids=[1])
        """
        answer: builtins.list[AccountRiskStatus] = self._client._call(
            "accountRiskStatusLdeps", None, {"masterids": masterids}
        )
        return answer

    def list(self) -> builtins.list[AccountRiskStatus]:
        """Lists every AccountRiskStatus that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /accountRiskStatus/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.account_risk_status.list()
        """
        answer: builtins.list[AccountRiskStatus] = self._client._call("accountRiskStatusList")
        return answer


class AsyncAccountRiskStatusGroup(AsyncGroup):
    """The operations under /accountRiskStatus."""

    async def deps(self, *, masterid: int) -> builtins.list[AccountRiskStatus]:
        """Lists the AccountRiskStatus entities that depend on one entity of
        another type, their master.

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

        Calls `GET /accountRiskStatus/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.account_risk_status.deps(masterid=1)
        """
        answer: builtins.list[AccountRiskStatus] = await self._client._call(
            "accountRiskStatusDeps", None, {"masterid": masterid}
        )
        return answer

    async def item(self, *, id: int) -> AccountRiskStatus:
        """Gives the AccountRiskStatus with the ID.

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

        Calls `GET /accountRiskStatus/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.account_risk_status.item(id=1)
        """
        answer: AccountRiskStatus = await self._client._call("accountRiskStatusItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[AccountRiskStatus]:
        """Gives the AccountRiskStatus entities with the IDs, which are separated
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

        Calls `GET /accountRiskStatus/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.account_risk_status.items(ids=[1])
        """
        answer: builtins.list[AccountRiskStatus] = await self._client._call(
            "accountRiskStatusItems", None, {"ids": ids}
        )
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[AccountRiskStatus]:
        """Lists the AccountRiskStatus entities that depend on any of several
        masters, whose IDs are separated by commas.

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

        Calls `GET /accountRiskStatus/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.account_risk_status.ldeps(masterids=[1])
        """
        answer: builtins.list[AccountRiskStatus] = await self._client._call(
            "accountRiskStatusLdeps", None, {"masterids": masterids}
        )
        return answer

    async def list(self) -> builtins.list[AccountRiskStatus]:
        """Lists every AccountRiskStatus that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /accountRiskStatus/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.account_risk_status.list()
        """
        answer: builtins.list[AccountRiskStatus] = await self._client._call("accountRiskStatusList")
        return answer


class RawAccountRiskStatusGroup(Group):
    """The operations under /accountRiskStatus, each with status, headers, body
    and time taken.
    """

    deps: Final = RawMethod(AccountRiskStatusGroup.deps)
    item: Final = RawMethod(AccountRiskStatusGroup.item)
    items: Final = RawMethod(AccountRiskStatusGroup.items)
    ldeps: Final = RawMethod(AccountRiskStatusGroup.ldeps)
    list: Final = RawMethod(AccountRiskStatusGroup.list)


class AsyncRawAccountRiskStatusGroup(AsyncGroup):
    """The operations under /accountRiskStatus, each with status, headers, body
    and time taken.
    """

    deps: Final = AsyncRawMethod(AsyncAccountRiskStatusGroup.deps)
    item: Final = AsyncRawMethod(AsyncAccountRiskStatusGroup.item)
    items: Final = AsyncRawMethod(AsyncAccountRiskStatusGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncAccountRiskStatusGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncAccountRiskStatusGroup.list)
