"""The operations under /account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from .. import models
    from ..models import Account
    from ..shapes import TradeDateDict


class AccountGroup(Group):
    """The operations under /account."""

    def deps(self, *, masterid: int) -> builtins.list[Account]:
        """Lists the Account entities that depend on one entity of another type,
        their master.

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

        Calls `GET /account/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.account.deps(masterid=1)
        """
        answer: builtins.list[Account] = self._client._call("accountDeps", None, {"masterid": masterid})
        return answer

    def find(self, *, name: str) -> Account:
        """Looks an Account up by its name.

        Types without a `name` have nothing to be found by: `/position/find` can
        be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: at most 64 characters (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /account/find`, documented at
        operations/shared-ops/find.md:32.

        Example:
            api.account.find(name="Account 1")
        """
        answer: Account = self._client._call("accountFind", None, {"name": name})
        return answer

    def item(self, *, id: int) -> Account:
        """Gives the Account with the ID.

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

        Calls `GET /account/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.account.item(id=1)
        """
        answer: Account = self._client._call("accountItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[Account]:
        """Gives the Account entities with the IDs, which are separated by commas.

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

        Calls `GET /account/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.account.items(ids=[1])
        """
        answer: builtins.list[Account] = self._client._call("accountItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Account]:
        """Lists the Account entities that depend on any of several masters, whose
        IDs are separated by commas.

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

        Calls `GET /account/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.account.ldeps(masterids=[1])
        """
        answer: builtins.list[Account] = self._client._call("accountLdeps", None, {"masterids": masterids})
        return answer

    def list(self) -> builtins.list[Account]:
        """Lists every Account that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /account/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.account.list()
        """
        answer: builtins.list[Account] = self._client._call("accountList")
        return answer

    def reset_demo_account_state(
        self,
        *,
        account_ids: Sequence[int],
        reset_trade_date: models.TradeDate | TradeDateDict | None = None,
        extra: Mapping[str, object] | None = None,
    ) -> Any:
        """Puts simulation accounts back to where they began, from a trade date on.
        For vendors.

        Args:
            account_ids: `accountIds` (line 19)
            reset_trade_date: `resetTradeDate` (line 20)
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

        Calls `POST /account/resetDemoAccountState`, documented at
        operations/unique-ops/accounting/resetDemoAccountState.md:3.

        Example:
            api.account.reset_demo_account_state(account_ids=[1])
        """
        answer: Any = self._client._call(
            "resetDemoAccountState", {"accountIds": account_ids, "resetTradeDate": reset_trade_date}, extra=extra
        )
        return answer

    def suggest(self, *, l: int, t: str) -> builtins.list[Account]:
        """Searches by text: gives the Account entities that fit `t` best, `l` of
        them at most.

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

        Calls `GET /account/suggest`, documented at
        operations/shared-ops/suggest.md:27.

        Example:
            api.account.suggest(l=1, t="t")
        """
        answer: builtins.list[Account] = self._client._call("accountSuggest", None, {"l": l, "t": t})
        return answer


class AsyncAccountGroup(AsyncGroup):
    """The operations under /account."""

    async def deps(self, *, masterid: int) -> builtins.list[Account]:
        """Lists the Account entities that depend on one entity of another type,
        their master.

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

        Calls `GET /account/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.account.deps(masterid=1)
        """
        answer: builtins.list[Account] = await self._client._call("accountDeps", None, {"masterid": masterid})
        return answer

    async def find(self, *, name: str) -> Account:
        """Looks an Account up by its name.

        Types without a `name` have nothing to be found by: `/position/find` can
        be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: at most 64 characters (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /account/find`, documented at
        operations/shared-ops/find.md:32.

        Example:
            api.account.find(name="Account 1")
        """
        answer: Account = await self._client._call("accountFind", None, {"name": name})
        return answer

    async def item(self, *, id: int) -> Account:
        """Gives the Account with the ID.

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

        Calls `GET /account/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.account.item(id=1)
        """
        answer: Account = await self._client._call("accountItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[Account]:
        """Gives the Account entities with the IDs, which are separated by commas.

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

        Calls `GET /account/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.account.items(ids=[1])
        """
        answer: builtins.list[Account] = await self._client._call("accountItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Account]:
        """Lists the Account entities that depend on any of several masters, whose
        IDs are separated by commas.

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

        Calls `GET /account/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.account.ldeps(masterids=[1])
        """
        answer: builtins.list[Account] = await self._client._call("accountLdeps", None, {"masterids": masterids})
        return answer

    async def list(self) -> builtins.list[Account]:
        """Lists every Account that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /account/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.account.list()
        """
        answer: builtins.list[Account] = await self._client._call("accountList")
        return answer

    async def reset_demo_account_state(
        self,
        *,
        account_ids: Sequence[int],
        reset_trade_date: models.TradeDate | TradeDateDict | None = None,
        extra: Mapping[str, object] | None = None,
    ) -> Any:
        """Puts simulation accounts back to where they began, from a trade date on.
        For vendors.

        Args:
            account_ids: `accountIds` (line 19)
            reset_trade_date: `resetTradeDate` (line 20)
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

        Calls `POST /account/resetDemoAccountState`, documented at
        operations/unique-ops/accounting/resetDemoAccountState.md:3.

        Example:
            api.account.reset_demo_account_state(account_ids=[1])
        """
        answer: Any = await self._client._call(
            "resetDemoAccountState", {"accountIds": account_ids, "resetTradeDate": reset_trade_date}, extra=extra
        )
        return answer

    async def suggest(self, *, l: int, t: str) -> builtins.list[Account]:
        """Searches by text: gives the Account entities that fit `t` best, `l` of
        them at most.

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

        Calls `GET /account/suggest`, documented at
        operations/shared-ops/suggest.md:27.

        Example:
            api.account.suggest(l=1, t="t")
        """
        answer: builtins.list[Account] = await self._client._call("accountSuggest", None, {"l": l, "t": t})
        return answer


class RawAccountGroup(Group):
    """The operations under /account, each with status, headers, body and time
    taken.
    """

    deps: Final = RawMethod(AccountGroup.deps)
    find: Final = RawMethod(AccountGroup.find)
    item: Final = RawMethod(AccountGroup.item)
    items: Final = RawMethod(AccountGroup.items)
    ldeps: Final = RawMethod(AccountGroup.ldeps)
    list: Final = RawMethod(AccountGroup.list)
    reset_demo_account_state: Final = RawMethod(AccountGroup.reset_demo_account_state)
    suggest: Final = RawMethod(AccountGroup.suggest)


class AsyncRawAccountGroup(AsyncGroup):
    """The operations under /account, each with status, headers, body and time
    taken.
    """

    deps: Final = AsyncRawMethod(AsyncAccountGroup.deps)
    find: Final = AsyncRawMethod(AsyncAccountGroup.find)
    item: Final = AsyncRawMethod(AsyncAccountGroup.item)
    items: Final = AsyncRawMethod(AsyncAccountGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncAccountGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncAccountGroup.list)
    reset_demo_account_state: Final = AsyncRawMethod(AsyncAccountGroup.reset_demo_account_state)
    suggest: Final = AsyncRawMethod(AsyncAccountGroup.suggest)
