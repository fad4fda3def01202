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
        """Lists the OrderStrategy entities that depend on one entity of another
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

        Calls `GET /orderStrategy/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.order_strategy.deps(masterid=1)
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
        """Stops a running OrderStrategy. The answer is an
        OrderStrategyStatusResponse.

        Args:
            order_strategy_id: `orderStrategyId`, int64 (line 18)
            extra: Properties to add to the body that the description lacks,
                under the API's names, at any depth.
            dry_run: Return the request that would be sent, and send nothing.

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
            Rejected: The service refused; `reason`, `text` and `advice` say
                why.
            OutcomeUnknown: It was sent, and no answer says whether it was done.
                Call `api.order.reconcile(error)` before you send it again.

        Calls `POST /orderStrategy/interruptOrderStrategy`, documented at
        operations/unique-ops/orders/interruptOrderStrategy.md:3.

        Example:
            api.order_strategy.interrupt_order_strategy(order_strategy_id=1)
        """
        if dry_run:
            return self._client._dry("interruptOrderStrategy", {"orderStrategyId": order_strategy_id}, extra=extra)
        answer: OrderStrategyStatusResponse = self._client._call(
            "interruptOrderStrategy", {"orderStrategyId": order_strategy_id}, extra=extra
        )
        return answer

    def item(self, *, id: int) -> OrderStrategy:
        """Gives the OrderStrategy with the ID.

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

        Calls `GET /orderStrategy/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.order_strategy.item(id=1)
        """
        answer: OrderStrategy = self._client._call("orderStrategyItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[OrderStrategy]:
        """Gives the OrderStrategy entities with the IDs, which are separated by
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

        Calls `GET /orderStrategy/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.order_strategy.items(ids=[1])
        """
        answer: builtins.list[OrderStrategy] = self._client._call("orderStrategyItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[OrderStrategy]:
        """Lists the OrderStrategy entities that depend on any of several masters,
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

        Calls `GET /orderStrategy/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.order_strategy.ldeps(masterids=[1])
        """
        answer: builtins.list[OrderStrategy] = self._client._call("orderStrategyLdeps", None, {"masterids": masterids})
        return answer

    def list(self) -> builtins.list[OrderStrategy]:
        """Lists every OrderStrategy that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /orderStrategy/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.order_strategy.list()
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
        """Changes a running OrderStrategy; `command` is JSON text. The answer is
        an OrderStrategyStatusResponse.

        Args:
            order_strategy_id: `orderStrategyId`, int64 (line 18)
            command: not described (line 19)
            custom_tag_50: `customTag50`, at most 50 characters (line 20)
            extra: Properties to add to the body that the description lacks,
                under the API's names, at any depth.
            dry_run: Return the request that would be sent, and send nothing.

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
            Rejected: The service refused; `reason`, `text` and `advice` say
                why.
            OutcomeUnknown: It was sent, and no answer says whether it was done.
                Call `api.order.reconcile(error)` before you send it again.

        Calls `POST /orderStrategy/modifyOrderStrategy`, documented at
        operations/unique-ops/orders/modifyOrderStrategy.md:3.

        Example:
            api.order_strategy.modify_order_strategy(
                order_strategy_id=1,
                command='{"":""}',
                custom_tag_50="custom_label",
            )
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
        """Starts an OrderStrategy; `params` is JSON text. The answer is an
        OrderStrategyStatusResponse.

        Args:
            account_id: `accountId`, int64 (line 18)
            symbol: not empty (line 20)
            order_strategy_type_id: `orderStrategyTypeId`, int64 (line 21)
            action: not described (line 22)
            params: at most 8192 characters (line 23)
            account_spec: `accountSpec` (line 19)
            uuid: at most 64 characters (line 36)
            custom_tag_50: `customTag50`, at most 50 characters (line 37)
            extra: Properties to add to the body that the description lacks,
                under the API's names, at any depth.
            dry_run: Return the request that would be sent, and send nothing.

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
            Rejected: The service refused; `reason`, `text` and `advice` say
                why.
            OutcomeUnknown: It was sent, and no answer says whether it was done.
                Call `api.order.reconcile(error)` before you send it again.

        Calls `POST /orderStrategy/startOrderStrategy`, documented at
        operations/unique-ops/orders/startOrderStrategy.md:3.

        Example:
            api.order_strategy.start_order_strategy(
                account_id=1,
                symbol="symbol",
                order_strategy_type_id=2,
                action="Buy",
                params="...",
                account_spec="accountName",
            )
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
        """Lists the OrderStrategy entities that depend on one entity of another
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

        Calls `GET /orderStrategy/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.order_strategy.deps(masterid=1)
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
        """Stops a running OrderStrategy. The answer is an
        OrderStrategyStatusResponse.

        Args:
            order_strategy_id: `orderStrategyId`, int64 (line 18)
            extra: Properties to add to the body that the description lacks,
                under the API's names, at any depth.
            dry_run: Return the request that would be sent, and send nothing.

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
            Rejected: The service refused; `reason`, `text` and `advice` say
                why.
            OutcomeUnknown: It was sent, and no answer says whether it was done.
                Call `api.order.reconcile(error)` before you send it again.

        Calls `POST /orderStrategy/interruptOrderStrategy`, documented at
        operations/unique-ops/orders/interruptOrderStrategy.md:3.

        Example:
            api.order_strategy.interrupt_order_strategy(order_strategy_id=1)
        """
        if dry_run:
            return self._client._dry("interruptOrderStrategy", {"orderStrategyId": order_strategy_id}, extra=extra)
        answer: OrderStrategyStatusResponse = await self._client._call(
            "interruptOrderStrategy", {"orderStrategyId": order_strategy_id}, extra=extra
        )
        return answer

    async def item(self, *, id: int) -> OrderStrategy:
        """Gives the OrderStrategy with the ID.

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

        Calls `GET /orderStrategy/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.order_strategy.item(id=1)
        """
        answer: OrderStrategy = await self._client._call("orderStrategyItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[OrderStrategy]:
        """Gives the OrderStrategy entities with the IDs, which are separated by
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

        Calls `GET /orderStrategy/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.order_strategy.items(ids=[1])
        """
        answer: builtins.list[OrderStrategy] = await self._client._call("orderStrategyItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[OrderStrategy]:
        """Lists the OrderStrategy entities that depend on any of several masters,
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

        Calls `GET /orderStrategy/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.order_strategy.ldeps(masterids=[1])
        """
        answer: builtins.list[OrderStrategy] = await self._client._call(
            "orderStrategyLdeps", None, {"masterids": masterids}
        )
        return answer

    async def list(self) -> builtins.list[OrderStrategy]:
        """Lists every OrderStrategy that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /orderStrategy/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.order_strategy.list()
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
        """Changes a running OrderStrategy; `command` is JSON text. The answer is
        an OrderStrategyStatusResponse.

        Args:
            order_strategy_id: `orderStrategyId`, int64 (line 18)
            command: not described (line 19)
            custom_tag_50: `customTag50`, at most 50 characters (line 20)
            extra: Properties to add to the body that the description lacks,
                under the API's names, at any depth.
            dry_run: Return the request that would be sent, and send nothing.

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
            Rejected: The service refused; `reason`, `text` and `advice` say
                why.
            OutcomeUnknown: It was sent, and no answer says whether it was done.
                Call `api.order.reconcile(error)` before you send it again.

        Calls `POST /orderStrategy/modifyOrderStrategy`, documented at
        operations/unique-ops/orders/modifyOrderStrategy.md:3.

        Example:
            api.order_strategy.modify_order_strategy(
                order_strategy_id=1,
                command='{"":""}',
                custom_tag_50="custom_label",
            )
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
        """Starts an OrderStrategy; `params` is JSON text. The answer is an
        OrderStrategyStatusResponse.

        Args:
            account_id: `accountId`, int64 (line 18)
            symbol: not empty (line 20)
            order_strategy_type_id: `orderStrategyTypeId`, int64 (line 21)
            action: not described (line 22)
            params: at most 8192 characters (line 23)
            account_spec: `accountSpec` (line 19)
            uuid: at most 64 characters (line 36)
            custom_tag_50: `customTag50`, at most 50 characters (line 37)
            extra: Properties to add to the body that the description lacks,
                under the API's names, at any depth.
            dry_run: Return the request that would be sent, and send nothing.

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
            Rejected: The service refused; `reason`, `text` and `advice` say
                why.
            OutcomeUnknown: It was sent, and no answer says whether it was done.
                Call `api.order.reconcile(error)` before you send it again.

        Calls `POST /orderStrategy/startOrderStrategy`, documented at
        operations/unique-ops/orders/startOrderStrategy.md:3.

        Example:
            api.order_strategy.start_order_strategy(
                account_id=1,
                symbol="symbol",
                order_strategy_type_id=2,
                action="Buy",
                params="...",
                account_spec="accountName",
            )
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
    """The operations under /orderStrategy, each with status, headers, body and
    time taken.
    """

    deps: Final = RawMethod(OrderStrategyGroup.deps)
    interrupt_order_strategy: Final = RawMethod(OrderStrategyGroup.interrupt_order_strategy)
    item: Final = RawMethod(OrderStrategyGroup.item)
    items: Final = RawMethod(OrderStrategyGroup.items)
    ldeps: Final = RawMethod(OrderStrategyGroup.ldeps)
    list: Final = RawMethod(OrderStrategyGroup.list)
    modify_order_strategy: Final = RawMethod(OrderStrategyGroup.modify_order_strategy)
    start_order_strategy: Final = RawMethod(OrderStrategyGroup.start_order_strategy)


class AsyncRawOrderStrategyGroup(AsyncGroup):
    """The operations under /orderStrategy, each with status, headers, body and
    time taken.
    """

    deps: Final = AsyncRawMethod(AsyncOrderStrategyGroup.deps)
    interrupt_order_strategy: Final = AsyncRawMethod(AsyncOrderStrategyGroup.interrupt_order_strategy)
    item: Final = AsyncRawMethod(AsyncOrderStrategyGroup.item)
    items: Final = AsyncRawMethod(AsyncOrderStrategyGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncOrderStrategyGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncOrderStrategyGroup.list)
    modify_order_strategy: Final = AsyncRawMethod(AsyncOrderStrategyGroup.modify_order_strategy)
    start_order_strategy: Final = AsyncRawMethod(AsyncOrderStrategyGroup.start_order_strategy)
