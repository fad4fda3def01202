"""The operations under /orderStrategy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, overload

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from .. import models
    from ..models import OrderStrategy, OrderStrategyStatusResponse
    from ..runtime.requests import PreparedRequest
    from ..shapes import ActionName


class OrderStrategyGroup(Group):
    """The operations under /orderStrategy."""

    def deps(self, *, masterid: int) -> builtins.list[OrderStrategy]:
        """Lists the OrderStrategy entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Account. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[OrderStrategy] = self._client._call("orderStrategyDeps", None, {"masterid": masterid})
        return answer

    @overload
    def interrupt_order_strategy(
        self, *, order_strategy_id: int, extra: Mapping[str, object] | None = None, dry_run: Literal[False] = False
    ) -> OrderStrategyStatusResponse: ...
    @overload
    def interrupt_order_strategy(
        self, *, order_strategy_id: int, extra: Mapping[str, object] | None = None, dry_run: Literal[True]
    ) -> PreparedRequest: ...
    @overload
    def interrupt_order_strategy(
        self, *, order_strategy_id: int, extra: Mapping[str, object] | None = None, dry_run: bool
    ) -> OrderStrategyStatusResponse | PreparedRequest: ...
    def interrupt_order_strategy(
        self, *, order_strategy_id: int, extra: Mapping[str, object] | None = None, dry_run: bool = False
    ) -> OrderStrategyStatusResponse | PreparedRequest:
        """Stops a running OrderStrategy. The answer is an OrderStrategyStatusResponse.

        Args:
            order_strategy_id: `orderStrategyId`, int64.
                (operations/unique-ops/orders/interruptOrderStrategy.md:18)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        With `dry_run=True` nothing is sent, and what would be sent is given back.

        Stated at operations/unique-ops/orders/interruptOrderStrategy.md:3.
        """
        if dry_run:
            return self._client._dry("interruptOrderStrategy", {"orderStrategyId": order_strategy_id}, extra=extra)
        answer: OrderStrategyStatusResponse = self._client._call(
            "interruptOrderStrategy", {"orderStrategyId": order_strategy_id}, extra=extra
        )
        return answer

    def item(self, *, id: int) -> OrderStrategy:
        """Gives the OrderStrategy with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: OrderStrategy = self._client._call("orderStrategyItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[OrderStrategy]:
        """Gives the OrderStrategy entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[OrderStrategy] = self._client._call("orderStrategyItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[OrderStrategy]:
        """Lists the OrderStrategy entities that depend on any of several masters, whose IDs are separated by
        commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Account, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[OrderStrategy] = self._client._call("orderStrategyLdeps", None, {"masterids": masterids})
        return answer

    def list(self) -> builtins.list[OrderStrategy]:
        """Lists every OrderStrategy that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[OrderStrategy] = self._client._call("orderStrategyList")
        return answer

    @overload
    def modify_order_strategy(
        self,
        *,
        order_strategy_id: int,
        command: str | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[False] = False,
    ) -> OrderStrategyStatusResponse: ...
    @overload
    def modify_order_strategy(
        self,
        *,
        order_strategy_id: int,
        command: str | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[True],
    ) -> PreparedRequest: ...
    @overload
    def modify_order_strategy(
        self,
        *,
        order_strategy_id: int,
        command: str | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool,
    ) -> OrderStrategyStatusResponse | PreparedRequest: ...
    def modify_order_strategy(
        self,
        *,
        order_strategy_id: int,
        command: str | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool = False,
    ) -> OrderStrategyStatusResponse | PreparedRequest:
        """Changes a running OrderStrategy; `command` is JSON text. The answer is an OrderStrategyStatusResponse.

        Args:
            order_strategy_id: `orderStrategyId`, int64.
                (operations/unique-ops/orders/modifyOrderStrategy.md:18)
            command: `command`. (operations/unique-ops/orders/modifyOrderStrategy.md:19)
            custom_tag_50: `customTag50`, maxLength 50.
                (operations/unique-ops/orders/modifyOrderStrategy.md:20)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        With `dry_run=True` nothing is sent, and what would be sent is given back.

        Stated at operations/unique-ops/orders/modifyOrderStrategy.md:3.
        """
        if dry_run:
            return self._client._dry(
                "modifyOrderStrategy",
                {"orderStrategyId": order_strategy_id, "command": command, "customTag50": custom_tag_50},
                extra=extra,
            )
        answer: OrderStrategyStatusResponse = self._client._call(
            "modifyOrderStrategy",
            {"orderStrategyId": order_strategy_id, "command": command, "customTag50": custom_tag_50},
            extra=extra,
        )
        return answer

    @overload
    def start_order_strategy(
        self,
        *,
        account_id: int,
        symbol: str,
        order_strategy_type_id: int,
        action: models.Action | ActionName,
        params: str,
        account_spec: str | None = None,
        uuid: str | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[False] = False,
    ) -> OrderStrategyStatusResponse: ...
    @overload
    def start_order_strategy(
        self,
        *,
        account_id: int,
        symbol: str,
        order_strategy_type_id: int,
        action: models.Action | ActionName,
        params: str,
        account_spec: str | None = None,
        uuid: str | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[True],
    ) -> PreparedRequest: ...
    @overload
    def start_order_strategy(
        self,
        *,
        account_id: int,
        symbol: str,
        order_strategy_type_id: int,
        action: models.Action | ActionName,
        params: str,
        account_spec: str | None = None,
        uuid: str | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool,
    ) -> OrderStrategyStatusResponse | PreparedRequest: ...
    def start_order_strategy(
        self,
        *,
        account_id: int,
        symbol: str,
        order_strategy_type_id: int,
        action: models.Action | ActionName,
        params: str,
        account_spec: str | None = None,
        uuid: str | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool = False,
    ) -> OrderStrategyStatusResponse | PreparedRequest:
        """Starts an OrderStrategy; `params` is JSON text. The answer is an OrderStrategyStatusResponse.

        Args:
            account_id: `accountId`, int64. (operations/unique-ops/orders/startOrderStrategy.md:18)
            symbol: `symbol`, minLength 1. (operations/unique-ops/orders/startOrderStrategy.md:20)
            order_strategy_type_id: `orderStrategyTypeId`, int64.
                (operations/unique-ops/orders/startOrderStrategy.md:21)
            action: `action`. (operations/unique-ops/orders/startOrderStrategy.md:22)
            params: `params`, maxLength 8192. (operations/unique-ops/orders/startOrderStrategy.md:23)
            account_spec: `accountSpec`. (operations/unique-ops/orders/startOrderStrategy.md:19)
            uuid: `uuid`, maxLength 64. (operations/unique-ops/orders/startOrderStrategy.md:36)
            custom_tag_50: `customTag50`, maxLength 50.
                (operations/unique-ops/orders/startOrderStrategy.md:37)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        With `dry_run=True` nothing is sent, and what would be sent is given back.

        Stated at operations/unique-ops/orders/startOrderStrategy.md:3.
        """
        if dry_run:
            return self._client._dry(
                "startOrderStrategy",
                {
                    "accountId": account_id,
                    "accountSpec": account_spec,
                    "symbol": symbol,
                    "orderStrategyTypeId": order_strategy_type_id,
                    "action": action,
                    "params": params,
                    "uuid": uuid,
                    "customTag50": custom_tag_50,
                },
                extra=extra,
            )
        answer: OrderStrategyStatusResponse = self._client._call(
            "startOrderStrategy",
            {
                "accountId": account_id,
                "accountSpec": account_spec,
                "symbol": symbol,
                "orderStrategyTypeId": order_strategy_type_id,
                "action": action,
                "params": params,
                "uuid": uuid,
                "customTag50": custom_tag_50,
            },
            extra=extra,
        )
        return answer


class AsyncOrderStrategyGroup(AsyncGroup):
    """The operations under /orderStrategy."""

    async def deps(self, *, masterid: int) -> builtins.list[OrderStrategy]:
        """Lists the OrderStrategy entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Account. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[OrderStrategy] = await self._client._call(
            "orderStrategyDeps", None, {"masterid": masterid}
        )
        return answer

    @overload
    async def interrupt_order_strategy(
        self, *, order_strategy_id: int, extra: Mapping[str, object] | None = None, dry_run: Literal[False] = False
    ) -> OrderStrategyStatusResponse: ...
    @overload
    async def interrupt_order_strategy(
        self, *, order_strategy_id: int, extra: Mapping[str, object] | None = None, dry_run: Literal[True]
    ) -> PreparedRequest: ...
    @overload
    async def interrupt_order_strategy(
        self, *, order_strategy_id: int, extra: Mapping[str, object] | None = None, dry_run: bool
    ) -> OrderStrategyStatusResponse | PreparedRequest: ...
    async def interrupt_order_strategy(
        self, *, order_strategy_id: int, extra: Mapping[str, object] | None = None, dry_run: bool = False
    ) -> OrderStrategyStatusResponse | PreparedRequest:
        """Stops a running OrderStrategy. The answer is an OrderStrategyStatusResponse.

        Args:
            order_strategy_id: `orderStrategyId`, int64.
                (operations/unique-ops/orders/interruptOrderStrategy.md:18)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        With `dry_run=True` nothing is sent, and what would be sent is given back.

        Stated at operations/unique-ops/orders/interruptOrderStrategy.md:3.
        """
        if dry_run:
            return self._client._dry("interruptOrderStrategy", {"orderStrategyId": order_strategy_id}, extra=extra)
        answer: OrderStrategyStatusResponse = await self._client._call(
            "interruptOrderStrategy", {"orderStrategyId": order_strategy_id}, extra=extra
        )
        return answer

    async def item(self, *, id: int) -> OrderStrategy:
        """Gives the OrderStrategy with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: OrderStrategy = await self._client._call("orderStrategyItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[OrderStrategy]:
        """Gives the OrderStrategy entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[OrderStrategy] = await self._client._call("orderStrategyItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[OrderStrategy]:
        """Lists the OrderStrategy entities that depend on any of several masters, whose IDs are separated by
        commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Account, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[OrderStrategy] = await self._client._call(
            "orderStrategyLdeps", None, {"masterids": masterids}
        )
        return answer

    async def list(self) -> builtins.list[OrderStrategy]:
        """Lists every OrderStrategy that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[OrderStrategy] = await self._client._call("orderStrategyList")
        return answer

    @overload
    async def modify_order_strategy(
        self,
        *,
        order_strategy_id: int,
        command: str | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[False] = False,
    ) -> OrderStrategyStatusResponse: ...
    @overload
    async def modify_order_strategy(
        self,
        *,
        order_strategy_id: int,
        command: str | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[True],
    ) -> PreparedRequest: ...
    @overload
    async def modify_order_strategy(
        self,
        *,
        order_strategy_id: int,
        command: str | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool,
    ) -> OrderStrategyStatusResponse | PreparedRequest: ...
    async def modify_order_strategy(
        self,
        *,
        order_strategy_id: int,
        command: str | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool = False,
    ) -> OrderStrategyStatusResponse | PreparedRequest:
        """Changes a running OrderStrategy; `command` is JSON text. The answer is an OrderStrategyStatusResponse.

        Args:
            order_strategy_id: `orderStrategyId`, int64.
                (operations/unique-ops/orders/modifyOrderStrategy.md:18)
            command: `command`. (operations/unique-ops/orders/modifyOrderStrategy.md:19)
            custom_tag_50: `customTag50`, maxLength 50.
                (operations/unique-ops/orders/modifyOrderStrategy.md:20)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        With `dry_run=True` nothing is sent, and what would be sent is given back.

        Stated at operations/unique-ops/orders/modifyOrderStrategy.md:3.
        """
        if dry_run:
            return self._client._dry(
                "modifyOrderStrategy",
                {"orderStrategyId": order_strategy_id, "command": command, "customTag50": custom_tag_50},
                extra=extra,
            )
        answer: OrderStrategyStatusResponse = await self._client._call(
            "modifyOrderStrategy",
            {"orderStrategyId": order_strategy_id, "command": command, "customTag50": custom_tag_50},
            extra=extra,
        )
        return answer

    @overload
    async def start_order_strategy(
        self,
        *,
        account_id: int,
        symbol: str,
        order_strategy_type_id: int,
        action: models.Action | ActionName,
        params: str,
        account_spec: str | None = None,
        uuid: str | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[False] = False,
    ) -> OrderStrategyStatusResponse: ...
    @overload
    async def start_order_strategy(
        self,
        *,
        account_id: int,
        symbol: str,
        order_strategy_type_id: int,
        action: models.Action | ActionName,
        params: str,
        account_spec: str | None = None,
        uuid: str | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[True],
    ) -> PreparedRequest: ...
    @overload
    async def start_order_strategy(
        self,
        *,
        account_id: int,
        symbol: str,
        order_strategy_type_id: int,
        action: models.Action | ActionName,
        params: str,
        account_spec: str | None = None,
        uuid: str | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool,
    ) -> OrderStrategyStatusResponse | PreparedRequest: ...
    async def start_order_strategy(
        self,
        *,
        account_id: int,
        symbol: str,
        order_strategy_type_id: int,
        action: models.Action | ActionName,
        params: str,
        account_spec: str | None = None,
        uuid: str | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool = False,
    ) -> OrderStrategyStatusResponse | PreparedRequest:
        """Starts an OrderStrategy; `params` is JSON text. The answer is an OrderStrategyStatusResponse.

        Args:
            account_id: `accountId`, int64. (operations/unique-ops/orders/startOrderStrategy.md:18)
            symbol: `symbol`, minLength 1. (operations/unique-ops/orders/startOrderStrategy.md:20)
            order_strategy_type_id: `orderStrategyTypeId`, int64.
                (operations/unique-ops/orders/startOrderStrategy.md:21)
            action: `action`. (operations/unique-ops/orders/startOrderStrategy.md:22)
            params: `params`, maxLength 8192. (operations/unique-ops/orders/startOrderStrategy.md:23)
            account_spec: `accountSpec`. (operations/unique-ops/orders/startOrderStrategy.md:19)
            uuid: `uuid`, maxLength 64. (operations/unique-ops/orders/startOrderStrategy.md:36)
            custom_tag_50: `customTag50`, maxLength 50.
                (operations/unique-ops/orders/startOrderStrategy.md:37)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        With `dry_run=True` nothing is sent, and what would be sent is given back.

        Stated at operations/unique-ops/orders/startOrderStrategy.md:3.
        """
        if dry_run:
            return self._client._dry(
                "startOrderStrategy",
                {
                    "accountId": account_id,
                    "accountSpec": account_spec,
                    "symbol": symbol,
                    "orderStrategyTypeId": order_strategy_type_id,
                    "action": action,
                    "params": params,
                    "uuid": uuid,
                    "customTag50": custom_tag_50,
                },
                extra=extra,
            )
        answer: OrderStrategyStatusResponse = await self._client._call(
            "startOrderStrategy",
            {
                "accountId": account_id,
                "accountSpec": account_spec,
                "symbol": symbol,
                "orderStrategyTypeId": order_strategy_type_id,
                "action": action,
                "params": params,
                "uuid": uuid,
                "customTag50": custom_tag_50,
            },
            extra=extra,
        )
        return answer


class RawOrderStrategyGroup(Group):
    """The operations under /orderStrategy, each with status, headers, body and time taken."""

    deps: Final = RawMethod(OrderStrategyGroup.deps)
    interrupt_order_strategy: Final = RawMethod(OrderStrategyGroup.interrupt_order_strategy)
    item: Final = RawMethod(OrderStrategyGroup.item)
    items: Final = RawMethod(OrderStrategyGroup.items)
    ldeps: Final = RawMethod(OrderStrategyGroup.ldeps)
    list: Final = RawMethod(OrderStrategyGroup.list)
    modify_order_strategy: Final = RawMethod(OrderStrategyGroup.modify_order_strategy)
    start_order_strategy: Final = RawMethod(OrderStrategyGroup.start_order_strategy)


class AsyncRawOrderStrategyGroup(AsyncGroup):
    """The operations under /orderStrategy, each with status, headers, body and time taken."""

    deps: Final = AsyncRawMethod(AsyncOrderStrategyGroup.deps)
    interrupt_order_strategy: Final = AsyncRawMethod(AsyncOrderStrategyGroup.interrupt_order_strategy)
    item: Final = AsyncRawMethod(AsyncOrderStrategyGroup.item)
    items: Final = AsyncRawMethod(AsyncOrderStrategyGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncOrderStrategyGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncOrderStrategyGroup.list)
    modify_order_strategy: Final = AsyncRawMethod(AsyncOrderStrategyGroup.modify_order_strategy)
    start_order_strategy: Final = AsyncRawMethod(AsyncOrderStrategyGroup.start_order_strategy)
