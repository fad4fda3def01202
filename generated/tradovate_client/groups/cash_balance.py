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

        - An account is reset softly in three steps: empty its auto-liquidation profile with
        `/userAccountAutoLiq/update`, change the balance, put the profile back.

        **WARNING:** The service takes this once a day, also where it serves to reset an account.

        Args:
            account_id: `accountId`, int64. Entity ID of the simulation Account.
                (operations/unique-ops/accounting/changeDemoBalance.md:45)
            cash_change: `cashChange`, double. What to add; a negative amount is taken away.
                (operations/unique-ops/accounting/changeDemoBalance.md:46)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        Stated at operations/unique-ops/accounting/changeDemoBalance.md:34.
        """
        answer: Any = self._client._call(
            "changeDemoBalance", {"accountId": account_id, "cashChange": cash_change}, extra=extra
        )
        return answer

    def deps(self, *, masterid: int) -> builtins.list[CashBalance]:
        """Lists the CashBalance entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Account. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[CashBalance] = self._client._call("cashBalanceDeps", None, {"masterid": masterid})
        return answer

    def get_cash_balance_snapshot(
        self, *, account_id: int, extra: Mapping[str, object] | None = None
    ) -> CashBalanceSnapshot:
        """Tells what an Account is worth now.

        **WARNING:** Requests are limited by how often they come, so a program that asks again and again for
        its P&L will fail. Ask now and then.

        Args:
            account_id: `accountId`, int64. (operations/unique-ops/accounting/getCashBalanceSnapshot.md:18)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        Stated at operations/unique-ops/accounting/getCashBalanceSnapshot.md:33.
        """
        answer: CashBalanceSnapshot = self._client._call(
            "getCashBalanceSnapshot", {"accountId": account_id}, extra=extra
        )
        return answer

    def item(self, *, id: int) -> CashBalance:
        """Gives the CashBalance with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: CashBalance = self._client._call("cashBalanceItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[CashBalance]:
        """Gives the CashBalance entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[CashBalance] = self._client._call("cashBalanceItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[CashBalance]:
        """Lists the CashBalance entities that depend on any of several masters, whose IDs are separated by
        commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Account, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[CashBalance] = self._client._call("cashBalanceLdeps", None, {"masterids": masterids})
        return answer

    def list(self) -> builtins.list[CashBalance]:
        """Lists every CashBalance that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[CashBalance] = self._client._call("cashBalanceList")
        return answer


class AsyncCashBalanceGroup(AsyncGroup):
    """The operations under /cashBalance."""

    async def change_demo_balance(
        self, *, account_id: int, cash_change: Decimal | float, extra: Mapping[str, object] | None = None
    ) -> Any:
        """Adds cash to a simulation Account, or takes some away.

        - An account is reset softly in three steps: empty its auto-liquidation profile with
        `/userAccountAutoLiq/update`, change the balance, put the profile back.

        **WARNING:** The service takes this once a day, also where it serves to reset an account.

        Args:
            account_id: `accountId`, int64. Entity ID of the simulation Account.
                (operations/unique-ops/accounting/changeDemoBalance.md:45)
            cash_change: `cashChange`, double. What to add; a negative amount is taken away.
                (operations/unique-ops/accounting/changeDemoBalance.md:46)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        Stated at operations/unique-ops/accounting/changeDemoBalance.md:34.
        """
        answer: Any = await self._client._call(
            "changeDemoBalance", {"accountId": account_id, "cashChange": cash_change}, extra=extra
        )
        return answer

    async def deps(self, *, masterid: int) -> builtins.list[CashBalance]:
        """Lists the CashBalance entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Account. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[CashBalance] = await self._client._call("cashBalanceDeps", None, {"masterid": masterid})
        return answer

    async def get_cash_balance_snapshot(
        self, *, account_id: int, extra: Mapping[str, object] | None = None
    ) -> CashBalanceSnapshot:
        """Tells what an Account is worth now.

        **WARNING:** Requests are limited by how often they come, so a program that asks again and again for
        its P&L will fail. Ask now and then.

        Args:
            account_id: `accountId`, int64. (operations/unique-ops/accounting/getCashBalanceSnapshot.md:18)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        Stated at operations/unique-ops/accounting/getCashBalanceSnapshot.md:33.
        """
        answer: CashBalanceSnapshot = await self._client._call(
            "getCashBalanceSnapshot", {"accountId": account_id}, extra=extra
        )
        return answer

    async def item(self, *, id: int) -> CashBalance:
        """Gives the CashBalance with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: CashBalance = await self._client._call("cashBalanceItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[CashBalance]:
        """Gives the CashBalance entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[CashBalance] = await self._client._call("cashBalanceItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[CashBalance]:
        """Lists the CashBalance entities that depend on any of several masters, whose IDs are separated by
        commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Account, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[CashBalance] = await self._client._call(
            "cashBalanceLdeps", None, {"masterids": masterids}
        )
        return answer

    async def list(self) -> builtins.list[CashBalance]:
        """Lists every CashBalance that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[CashBalance] = await self._client._call("cashBalanceList")
        return answer


class RawCashBalanceGroup(Group):
    """The operations under /cashBalance, each with status, headers, body and time taken."""

    change_demo_balance: Final = RawMethod(CashBalanceGroup.change_demo_balance)
    deps: Final = RawMethod(CashBalanceGroup.deps)
    get_cash_balance_snapshot: Final = RawMethod(CashBalanceGroup.get_cash_balance_snapshot)
    item: Final = RawMethod(CashBalanceGroup.item)
    items: Final = RawMethod(CashBalanceGroup.items)
    ldeps: Final = RawMethod(CashBalanceGroup.ldeps)
    list: Final = RawMethod(CashBalanceGroup.list)


class AsyncRawCashBalanceGroup(AsyncGroup):
    """The operations under /cashBalance, each with status, headers, body and time taken."""

    change_demo_balance: Final = AsyncRawMethod(AsyncCashBalanceGroup.change_demo_balance)
    deps: Final = AsyncRawMethod(AsyncCashBalanceGroup.deps)
    get_cash_balance_snapshot: Final = AsyncRawMethod(AsyncCashBalanceGroup.get_cash_balance_snapshot)
    item: Final = AsyncRawMethod(AsyncCashBalanceGroup.item)
    items: Final = AsyncRawMethod(AsyncCashBalanceGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncCashBalanceGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncCashBalanceGroup.list)
