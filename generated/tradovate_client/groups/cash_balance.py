"""The operations under /cashBalance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins
    from decimal import Decimal

    from ..models import CashBalance, CashBalanceSnapshot


class CashBalanceGroup(Group):
    """The operations under /cashBalance."""

    def change_demo_balance(
        self, *, account_id: int, cash_change: Decimal | float, extra: Mapping[str, object] | None = None
    ) -> Any:
        """Adds cash to a simulation Account, or takes some away.

        - An account is reset softly in three steps: empty its auto-liquidation
        profile with `/userAccountAutoLiq/update`, change the balance, put the
        profile back.

        **WARNING:** The service takes this once a day, also where it serves to
        reset an account.

        Args:
            account_id: Entity ID of the simulation Account. (`accountId`,
                int64; line 45)
            cash_change: What to add; a negative amount is taken away.
                (`cashChange`, double; line 46)
            extra: Properties to add to the body that the description lacks,
                under the API's names, at any depth.

        Returns:
            The JSON of the answer; the description does not say what it holds.

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            NotSent: Nothing was sent, for want of a connection, a token or
                time. The same call can be made again.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.
            OutcomeUnknown: It was sent, and no answer says whether it was done.
                Read what it would have changed before you send it again.

        Calls `POST /cashBalance/changeDemoBalance`, documented at
        operations/unique-ops/accounting/changeDemoBalance.md:34.

        Example:
            api.cash_balance.change_demo_balance(account_id=1, cash_change=0.0)
        """
        answer: Any = self._client._call(
            "changeDemoBalance", {"accountId": account_id, "cashChange": cash_change}, extra=extra
        )
        return answer

    def deps(self, *, masterid: int) -> builtins.list[CashBalance]:
        """Lists the CashBalance entities that depend on one entity of another
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

        Calls `GET /cashBalance/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.cash_balance.deps(masterid=1)
        """
        answer: builtins.list[CashBalance] = self._client._call("cashBalanceDeps", None, {"masterid": masterid})
        return answer

    def get_cash_balance_snapshot(
        self, *, account_id: int, extra: Mapping[str, object] | None = None
    ) -> CashBalanceSnapshot:
        """Tells what an Account is worth now.

        **WARNING:** Requests are limited by how often they come, so a program
        that asks again and again for its P&L will fail. Ask now and then.

        Args:
            account_id: `accountId`, int64 (line 18)
            extra: Properties to add to the body that the description lacks,
                under the API's names, at any depth.

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `POST /cashBalance/getcashbalancesnapshot`, documented at
        operations/unique-ops/accounting/getCashBalanceSnapshot.md:33.

        Example:
            api.cash_balance.get_cash_balance_snapshot(account_id=1)
        """
        answer: CashBalanceSnapshot = self._client._call(
            "getCashBalanceSnapshot", {"accountId": account_id}, extra=extra
        )
        return answer

    def item(self, *, id: int) -> CashBalance:
        """Gives the CashBalance with the ID.

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

        Calls `GET /cashBalance/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.cash_balance.item(id=1)
        """
        answer: CashBalance = self._client._call("cashBalanceItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[CashBalance]:
        """Gives the CashBalance entities with the IDs, which are separated by
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

        Calls `GET /cashBalance/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.cash_balance.items(ids=[1])
        """
        answer: builtins.list[CashBalance] = self._client._call("cashBalanceItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[CashBalance]:
        """Lists the CashBalance entities that depend on any of several masters,
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

        Calls `GET /cashBalance/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.cash_balance.ldeps(masterids=[1])
        """
        answer: builtins.list[CashBalance] = self._client._call("cashBalanceLdeps", None, {"masterids": masterids})
        return answer

    def list(self) -> builtins.list[CashBalance]:
        """Lists every CashBalance that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /cashBalance/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.cash_balance.list()
        """
        answer: builtins.list[CashBalance] = self._client._call("cashBalanceList")
        return answer


class AsyncCashBalanceGroup(AsyncGroup):
    """The operations under /cashBalance."""

    async def change_demo_balance(
        self, *, account_id: int, cash_change: Decimal | float, extra: Mapping[str, object] | None = None
    ) -> Any:
        """Adds cash to a simulation Account, or takes some away.

        - An account is reset softly in three steps: empty its auto-liquidation
        profile with `/userAccountAutoLiq/update`, change the balance, put the
        profile back.

        **WARNING:** The service takes this once a day, also where it serves to
        reset an account.

        Args:
            account_id: Entity ID of the simulation Account. (`accountId`,
                int64; line 45)
            cash_change: What to add; a negative amount is taken away.
                (`cashChange`, double; line 46)
            extra: Properties to add to the body that the description lacks,
                under the API's names, at any depth.

        Returns:
            The JSON of the answer; the description does not say what it holds.

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            NotSent: Nothing was sent, for want of a connection, a token or
                time. The same call can be made again.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.
            OutcomeUnknown: It was sent, and no answer says whether it was done.
                Read what it would have changed before you send it again.

        Calls `POST /cashBalance/changeDemoBalance`, documented at
        operations/unique-ops/accounting/changeDemoBalance.md:34.

        Example:
            api.cash_balance.change_demo_balance(account_id=1, cash_change=0.0)
        """
        answer: Any = await self._client._call(
            "changeDemoBalance", {"accountId": account_id, "cashChange": cash_change}, extra=extra
        )
        return answer

    async def deps(self, *, masterid: int) -> builtins.list[CashBalance]:
        """Lists the CashBalance entities that depend on one entity of another
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

        Calls `GET /cashBalance/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.cash_balance.deps(masterid=1)
        """
        answer: builtins.list[CashBalance] = await self._client._call("cashBalanceDeps", None, {"masterid": masterid})
        return answer

    async def get_cash_balance_snapshot(
        self, *, account_id: int, extra: Mapping[str, object] | None = None
    ) -> CashBalanceSnapshot:
        """Tells what an Account is worth now.

        **WARNING:** Requests are limited by how often they come, so a program
        that asks again and again for its P&L will fail. Ask now and then.

        Args:
            account_id: `accountId`, int64 (line 18)
            extra: Properties to add to the body that the description lacks,
                under the API's names, at any depth.

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `POST /cashBalance/getcashbalancesnapshot`, documented at
        operations/unique-ops/accounting/getCashBalanceSnapshot.md:33.

        Example:
            api.cash_balance.get_cash_balance_snapshot(account_id=1)
        """
        answer: CashBalanceSnapshot = await self._client._call(
            "getCashBalanceSnapshot", {"accountId": account_id}, extra=extra
        )
        return answer

    async def item(self, *, id: int) -> CashBalance:
        """Gives the CashBalance with the ID.

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

        Calls `GET /cashBalance/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.cash_balance.item(id=1)
        """
        answer: CashBalance = await self._client._call("cashBalanceItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[CashBalance]:
        """Gives the CashBalance entities with the IDs, which are separated by
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

        Calls `GET /cashBalance/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.cash_balance.items(ids=[1])
        """
        answer: builtins.list[CashBalance] = await self._client._call("cashBalanceItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[CashBalance]:
        """Lists the CashBalance entities that depend on any of several masters,
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

        Calls `GET /cashBalance/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.cash_balance.ldeps(masterids=[1])
        """
        answer: builtins.list[CashBalance] = await self._client._call(
            "cashBalanceLdeps", None, {"masterids": masterids}
        )
        return answer

    async def list(self) -> builtins.list[CashBalance]:
        """Lists every CashBalance that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /cashBalance/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.cash_balance.list()
        """
        answer: builtins.list[CashBalance] = await self._client._call("cashBalanceList")
        return answer


class RawCashBalanceGroup(Group):
    """The operations under /cashBalance, each with status, headers, body and
    time taken.
    """

    change_demo_balance: Final = RawMethod(CashBalanceGroup.change_demo_balance)
    deps: Final = RawMethod(CashBalanceGroup.deps)
    get_cash_balance_snapshot: Final = RawMethod(CashBalanceGroup.get_cash_balance_snapshot)
    item: Final = RawMethod(CashBalanceGroup.item)
    items: Final = RawMethod(CashBalanceGroup.items)
    ldeps: Final = RawMethod(CashBalanceGroup.ldeps)
    list: Final = RawMethod(CashBalanceGroup.list)


class AsyncRawCashBalanceGroup(AsyncGroup):
    """The operations under /cashBalance, each with status, headers, body and
    time taken.
    """

    change_demo_balance: Final = AsyncRawMethod(AsyncCashBalanceGroup.change_demo_balance)
    deps: Final = AsyncRawMethod(AsyncCashBalanceGroup.deps)
    get_cash_balance_snapshot: Final = AsyncRawMethod(AsyncCashBalanceGroup.get_cash_balance_snapshot)
    item: Final = AsyncRawMethod(AsyncCashBalanceGroup.item)
    items: Final = AsyncRawMethod(AsyncCashBalanceGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncCashBalanceGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncCashBalanceGroup.list)
