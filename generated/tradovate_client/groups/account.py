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
        """Lists the Account entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of User. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[Account] = self._client._call("accountDeps", None, {"masterid": masterid})
        return answer

    def find(self, *, name: str) -> Account:
        """Looks an Account up by its name

        Looks an entity up by its name. Types without a `name` have nothing to be found by: `/position/find`
        can be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: `name`, maxLength 64. (operations/shared-ops/find.md:19)

        Stated at operations/shared-ops/find.md:32.
        """
        answer: Account = self._client._call("accountFind", None, {"name": name})
        return answer

    def item(self, *, id: int) -> Account:
        """Gives the Account with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: Account = self._client._call("accountItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[Account]:
        """Gives the Account entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[Account] = self._client._call("accountItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Account]:
        """Lists the Account entities that depend on any of several masters, whose IDs are separated by commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of User, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[Account] = self._client._call("accountLdeps", None, {"masterids": masterids})
        return answer

    def list(self) -> builtins.list[Account]:
        """Lists every Account that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
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
        """Puts simulation accounts back to where they began, from a trade date on. For vendors.

        Args:
            account_ids: `accountIds`. (operations/unique-ops/accounting/resetDemoAccountState.md:19)
            reset_trade_date: `resetTradeDate`. (operations/unique-ops/accounting/resetDemoAccountState.md:20)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        Stated at operations/unique-ops/accounting/resetDemoAccountState.md:3.
        """
        answer: Any = self._client._call(
            "resetDemoAccountState", {"accountIds": account_ids, "resetTradeDate": reset_trade_date}, extra=extra
        )
        return answer

    def suggest(self, *, l: int, t: str) -> builtins.list[Account]:
        """Searches by text: gives the Account entities that fit `t` best, `l` of them at most

        Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
        `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

        Args:
            l: `l`, int32. (operations/shared-ops/suggest.md:19)
            t: `t`. (operations/shared-ops/suggest.md:20)

        Stated at operations/shared-ops/suggest.md:27.
        """
        answer: builtins.list[Account] = self._client._call("accountSuggest", None, {"l": l, "t": t})
        return answer


class AsyncAccountGroup(AsyncGroup):
    """The operations under /account."""

    async def deps(self, *, masterid: int) -> builtins.list[Account]:
        """Lists the Account entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of User. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[Account] = await self._client._call("accountDeps", None, {"masterid": masterid})
        return answer

    async def find(self, *, name: str) -> Account:
        """Looks an Account up by its name

        Looks an entity up by its name. Types without a `name` have nothing to be found by: `/position/find`
        can be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: `name`, maxLength 64. (operations/shared-ops/find.md:19)

        Stated at operations/shared-ops/find.md:32.
        """
        answer: Account = await self._client._call("accountFind", None, {"name": name})
        return answer

    async def item(self, *, id: int) -> Account:
        """Gives the Account with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: Account = await self._client._call("accountItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[Account]:
        """Gives the Account entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[Account] = await self._client._call("accountItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Account]:
        """Lists the Account entities that depend on any of several masters, whose IDs are separated by commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of User, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[Account] = await self._client._call("accountLdeps", None, {"masterids": masterids})
        return answer

    async def list(self) -> builtins.list[Account]:
        """Lists every Account that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
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
        """Puts simulation accounts back to where they began, from a trade date on. For vendors.

        Args:
            account_ids: `accountIds`. (operations/unique-ops/accounting/resetDemoAccountState.md:19)
            reset_trade_date: `resetTradeDate`. (operations/unique-ops/accounting/resetDemoAccountState.md:20)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        Stated at operations/unique-ops/accounting/resetDemoAccountState.md:3.
        """
        answer: Any = await self._client._call(
            "resetDemoAccountState", {"accountIds": account_ids, "resetTradeDate": reset_trade_date}, extra=extra
        )
        return answer

    async def suggest(self, *, l: int, t: str) -> builtins.list[Account]:
        """Searches by text: gives the Account entities that fit `t` best, `l` of them at most

        Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
        `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

        Args:
            l: `l`, int32. (operations/shared-ops/suggest.md:19)
            t: `t`. (operations/shared-ops/suggest.md:20)

        Stated at operations/shared-ops/suggest.md:27.
        """
        answer: builtins.list[Account] = await self._client._call("accountSuggest", None, {"l": l, "t": t})
        return answer


class RawAccountGroup(Group):
    """The operations under /account, each with status, headers, body and time taken."""

    deps: Final = RawMethod(AccountGroup.deps)
    find: Final = RawMethod(AccountGroup.find)
    item: Final = RawMethod(AccountGroup.item)
    items: Final = RawMethod(AccountGroup.items)
    ldeps: Final = RawMethod(AccountGroup.ldeps)
    list: Final = RawMethod(AccountGroup.list)
    reset_demo_account_state: Final = RawMethod(AccountGroup.reset_demo_account_state)
    suggest: Final = RawMethod(AccountGroup.suggest)


class AsyncRawAccountGroup(AsyncGroup):
    """The operations under /account, each with status, headers, body and time taken."""

    deps: Final = AsyncRawMethod(AsyncAccountGroup.deps)
    find: Final = AsyncRawMethod(AsyncAccountGroup.find)
    item: Final = AsyncRawMethod(AsyncAccountGroup.item)
    items: Final = AsyncRawMethod(AsyncAccountGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncAccountGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncAccountGroup.list)
    reset_demo_account_state: Final = AsyncRawMethod(AsyncAccountGroup.reset_demo_account_state)
    suggest: Final = AsyncRawMethod(AsyncAccountGroup.suggest)
