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
            account_id: `accountId`, int64 (line 18)
            cash_change: `cashChange` (line 19)
            cash_change_type: `cashChangeType` (line 20)
            comment: not described (line 21)
            currency_id: `currencyId`, int64 (line 22)
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

        Calls `POST /fundTransaction/adjustCash`, documented at
        operations/unique-ops/accounting/fundTransactionAdjustCash.md:3.

        Example:
            api.fund_transaction.adjust_cash(
                account_id=1,
                cash_change=1,
                cash_change_type="ManualAdjustment",
                comment="Manual cash adjustment triggered by API.",
                currency_id=1,
            )
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
            account_id: `accountId`, int64 (line 18)
            cash_change: `cashChange` (line 19)
            cash_change_type: `cashChangeType` (line 20)
            comment: not described (line 21)
            currency_id: `currencyId`, int64 (line 22)
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

        Calls `POST /fundTransaction/adjustCash`, documented at
        operations/unique-ops/accounting/fundTransactionAdjustCash.md:3.

        Example:
            api.fund_transaction.adjust_cash(
                account_id=1,
                cash_change=1,
                cash_change_type="ManualAdjustment",
                comment="Manual cash adjustment triggered by API.",
                currency_id=1,
            )
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
    """The operations under /fundTransaction, each with status, headers, body
    and time taken.
    """

    adjust_cash: Final = RawMethod(FundTransactionGroup.adjust_cash)


class AsyncRawFundTransactionGroup(AsyncGroup):
    """The operations under /fundTransaction, each with status, headers, body
    and time taken.
    """

    adjust_cash: Final = AsyncRawMethod(AsyncFundTransactionGroup.adjust_cash)
