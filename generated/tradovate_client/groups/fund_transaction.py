"""The operations under /fundTransaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    from decimal import Decimal


class FundTransactionGroup(Group):
    """The operations under /fundTransaction."""

    def adjust_cash(
        self,
        *,
        account_id: int,
        cash_change: Decimal | float,
        cash_change_type: str | None = None,
        comment: str | None = None,
        currency_id: int | None = None,
        extra: Mapping[str, object] | None = None,
    ) -> Any:
        """Books an amount on an account, with a reason and a comment. For vendors.

        Args:
            account_id: `accountId`, int64. (operations/unique-ops/accounting/fundTransactionAdjustCash.md:18)
            cash_change: `cashChange`. (operations/unique-ops/accounting/fundTransactionAdjustCash.md:19)
            cash_change_type: `cashChangeType`.
                (operations/unique-ops/accounting/fundTransactionAdjustCash.md:20)
            comment: `comment`. (operations/unique-ops/accounting/fundTransactionAdjustCash.md:21)
            currency_id: `currencyId`, int64.
                (operations/unique-ops/accounting/fundTransactionAdjustCash.md:22)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        Stated at operations/unique-ops/accounting/fundTransactionAdjustCash.md:3.
        """
        answer: Any = self._client._call(
            "adjustCash",
            {
                "accountId": account_id,
                "cashChange": cash_change,
                "cashChangeType": cash_change_type,
                "comment": comment,
                "currencyId": currency_id,
            },
            extra=extra,
        )
        return answer


class AsyncFundTransactionGroup(AsyncGroup):
    """The operations under /fundTransaction."""

    async def adjust_cash(
        self,
        *,
        account_id: int,
        cash_change: Decimal | float,
        cash_change_type: str | None = None,
        comment: str | None = None,
        currency_id: int | None = None,
        extra: Mapping[str, object] | None = None,
    ) -> Any:
        """Books an amount on an account, with a reason and a comment. For vendors.

        Args:
            account_id: `accountId`, int64. (operations/unique-ops/accounting/fundTransactionAdjustCash.md:18)
            cash_change: `cashChange`. (operations/unique-ops/accounting/fundTransactionAdjustCash.md:19)
            cash_change_type: `cashChangeType`.
                (operations/unique-ops/accounting/fundTransactionAdjustCash.md:20)
            comment: `comment`. (operations/unique-ops/accounting/fundTransactionAdjustCash.md:21)
            currency_id: `currencyId`, int64.
                (operations/unique-ops/accounting/fundTransactionAdjustCash.md:22)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        Stated at operations/unique-ops/accounting/fundTransactionAdjustCash.md:3.
        """
        answer: Any = await self._client._call(
            "adjustCash",
            {
                "accountId": account_id,
                "cashChange": cash_change,
                "cashChangeType": cash_change_type,
                "comment": comment,
                "currencyId": currency_id,
            },
            extra=extra,
        )
        return answer


class RawFundTransactionGroup(Group):
    """The operations under /fundTransaction, each with status, headers, body and time taken."""

    adjust_cash: Final = RawMethod(FundTransactionGroup.adjust_cash)


class AsyncRawFundTransactionGroup(AsyncGroup):
    """The operations under /fundTransaction, each with status, headers, body and time taken."""

    adjust_cash: Final = AsyncRawMethod(AsyncFundTransactionGroup.adjust_cash)
