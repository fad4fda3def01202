"""The operations under /order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal, overload

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod
from ..runtime.trading.groups import AsyncReconciling, Reconciling

if TYPE_CHECKING:
    import builtins
    import datetime
    from decimal import Decimal

    from .. import models
    from ..models import (
        CommandResult,
        Order,
        PlaceOcoResult,
        PlaceOrderResult,
        PlaceOsoResult,
    )
    from ..runtime.requests import PreparedRequest
    from ..shapes import ActionName, OrderTypeName, RestrainedOrderVersionDict, TimeInForceName


class OrderGroup(Reconciling):
    """The operations under /order."""

    @overload
    def cancel_order(
        self,
        *,
        order_id: int,
        is_automated: bool,
        cl_ord_id: str | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[False] = False,
    ) -> CommandResult: ...
    @overload
    def cancel_order(
        self,
        *,
        order_id: int,
        is_automated: bool,
        cl_ord_id: str | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[True],
    ) -> PreparedRequest: ...
    @overload
    def cancel_order(
        self,
        *,
        order_id: int,
        is_automated: bool,
        cl_ord_id: str | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool,
    ) -> CommandResult | PreparedRequest: ...
    def cancel_order(
        self,
        *,
        order_id: int,
        is_automated: bool,
        cl_ord_id: str | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool = False,
    ) -> CommandResult | PreparedRequest:
        """Cancel order.

        Args:
            order_id: `orderId`, int64 (line 18)
            is_automated: `isAutomated` (line 22)
            cl_ord_id: `clOrdId`, at most 64 characters (line 19)
            activation_time: `activationTime`, date and time with a zone (line
                20)
            custom_tag_50: `customTag50`, at most 50 characters (line 21)
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

        Calls `POST /order/cancelOrder`, documented at
        operations/unique-ops/orders/cancelOrder.md:3.

        Example:
            api.order.cancel_order(
                order_id=1,
                is_automated=True,
                custom_tag_50="label_text",
            )
        """
        if dry_run:
            return self._client._dry(
                "cancelOrder",
                {
                    "orderId": order_id,
                    "clOrdId": cl_ord_id,
                    "activationTime": activation_time,
                    "customTag50": custom_tag_50,
                    "isAutomated": is_automated,
                },
                extra=extra,
            )
        answer: CommandResult = self._client._call(
            "cancelOrder",
            {
                "orderId": order_id,
                "clOrdId": cl_ord_id,
                "activationTime": activation_time,
                "customTag50": custom_tag_50,
                "isAutomated": is_automated,
            },
            extra=extra,
        )
        return answer

    def deps(self, *, masterid: int) -> builtins.list[Order]:
        """Lists the Order entities that depend on one entity of another type,
        their master.

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

        Calls `GET /order/deps`, documented at operations/shared-ops/deps.md:27.

        Example:
            api.order.deps(masterid=1)
        """
        answer: builtins.list[Order] = self._client._call("orderDeps", None, {"masterid": masterid})
        return answer

    def item(self, *, id: int) -> Order:
        """Gives the Order with the ID.

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

        Calls `GET /order/item`, documented at operations/shared-ops/item.md:26.

        Example:
            api.order.item(id=1)
        """
        answer: Order = self._client._call("orderItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[Order]:
        """Gives the Order entities with the IDs, which are separated by commas.

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

        Calls `GET /order/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.order.items(ids=[1])
        """
        answer: builtins.list[Order] = self._client._call("orderItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Order]:
        """Lists the Order entities that depend on any of several masters, whose
        IDs are separated by commas.

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

        Calls `GET /order/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.order.ldeps(masterids=[1])
        """
        answer: builtins.list[Order] = self._client._call("orderLdeps", None, {"masterids": masterids})
        return answer

    @overload
    def liquidate_position(
        self,
        *,
        account_id: int,
        contract_id: int,
        admin: bool | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[False] = False,
    ) -> Any: ...
    @overload
    def liquidate_position(
        self,
        *,
        account_id: int,
        contract_id: int,
        admin: bool | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[True],
    ) -> PreparedRequest: ...
    @overload
    def liquidate_position(
        self,
        *,
        account_id: int,
        contract_id: int,
        admin: bool | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool,
    ) -> Any | PreparedRequest: ...
    def liquidate_position(
        self,
        *,
        account_id: int,
        contract_id: int,
        admin: bool | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool = False,
    ) -> Any | PreparedRequest:
        """Liquidate position.

        Args:
            account_id: `accountId`, int64 (line 18)
            contract_id: `contractId`, int64 (line 19)
            admin: not described (line 20)
            custom_tag_50: `customTag50`, at most 50 characters (line 21)
            extra: Properties to add to the body that the description lacks,
                under the API's names, at any depth.
            dry_run: Return the request that would be sent, and send nothing.

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
            Rejected: The service refused; `reason`, `text` and `advice` say
                why.
            OutcomeUnknown: It was sent, and no answer says whether it was done.
                Call `api.order.reconcile(error)` before you send it again.

        Calls `POST /order/liquidatePosition`, documented at
        operations/unique-ops/orders/liquidatePosition.md:3.

        Example:
            api.order.liquidate_position(
                account_id=1,
                contract_id=1,
                admin=False,
                custom_tag_50="custom_label",
            )
        """
        if dry_run:
            return self._client._dry(
                "liquidatePosition",
                {"accountId": account_id, "contractId": contract_id, "admin": admin, "customTag50": custom_tag_50},
                extra=extra,
            )
        answer: Any = self._client._call(
            "liquidatePosition",
            {"accountId": account_id, "contractId": contract_id, "admin": admin, "customTag50": custom_tag_50},
            extra=extra,
        )
        return answer

    def list(self) -> builtins.list[Order]:
        """Lists every Order that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /order/list`, documented at operations/shared-ops/list.md:24.

        Example:
            api.order.list()
        """
        answer: builtins.list[Order] = self._client._call("orderList")
        return answer

    @overload
    def modify_order(
        self,
        *,
        order_id: int,
        is_automated: bool,
        order_qty: int | None = None,
        order_type: models.OrderType | OrderTypeName | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        text: str | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[False] = False,
    ) -> CommandResult: ...
    @overload
    def modify_order(
        self,
        *,
        order_id: int,
        is_automated: bool,
        order_qty: int | None = None,
        order_type: models.OrderType | OrderTypeName | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        text: str | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[True],
    ) -> PreparedRequest: ...
    @overload
    def modify_order(
        self,
        *,
        order_id: int,
        is_automated: bool,
        order_qty: int | None = None,
        order_type: models.OrderType | OrderTypeName | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        text: str | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool,
    ) -> CommandResult | PreparedRequest: ...
    def modify_order(
        self,
        *,
        order_id: int,
        is_automated: bool,
        order_qty: int | None = None,
        order_type: models.OrderType | OrderTypeName | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        text: str | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool = False,
    ) -> CommandResult | PreparedRequest:
        """Modify order.

        Args:
            order_id: `orderId`, int64 (line 18)
            is_automated: `isAutomated` (line 30)
            order_qty: `orderQty`, int32, greater than 0 (line 19)
            order_type: `orderType` (line 20)
            price: double (line 21)
            stop_price: `stopPrice`, double (line 22)
            max_show: `maxShow`, int32 (line 23)
            peg_difference: `pegDifference`, double (line 24)
            time_in_force: `timeInForce` (line 25)
            expire_time: `expireTime`, date and time with a zone (line 26)
            text: not described (line 27)
            activation_time: `activationTime`, date and time with a zone (line
                28)
            custom_tag_50: `customTag50`, at most 50 characters (line 29)
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

        Calls `POST /order/modifyOrder`, documented at
        operations/unique-ops/orders/modifyOrder.md:3.

        Example:
            api.order.modify_order(
                order_id=1,
                is_automated=True,
                order_qty=1,
                order_type="Market",
                price=1,
                stop_price=1,
                max_show=1,
                peg_difference=1,
                time_in_force="Day",
                text="string",
                custom_tag_50="custom_label",
            )
        """
        if dry_run:
            return self._client._dry(
                "modifyOrder",
                {
                    "orderId": order_id,
                    "orderQty": order_qty,
                    "orderType": order_type,
                    "price": price,
                    "stopPrice": stop_price,
                    "maxShow": max_show,
                    "pegDifference": peg_difference,
                    "timeInForce": time_in_force,
                    "expireTime": expire_time,
                    "text": text,
                    "activationTime": activation_time,
                    "customTag50": custom_tag_50,
                    "isAutomated": is_automated,
                },
                extra=extra,
            )
        answer: CommandResult = self._client._call(
            "modifyOrder",
            {
                "orderId": order_id,
                "orderQty": order_qty,
                "orderType": order_type,
                "price": price,
                "stopPrice": stop_price,
                "maxShow": max_show,
                "pegDifference": peg_difference,
                "timeInForce": time_in_force,
                "expireTime": expire_time,
                "text": text,
                "activationTime": activation_time,
                "customTag50": custom_tag_50,
                "isAutomated": is_automated,
            },
            extra=extra,
        )
        return answer

    @overload
    def place_oco(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        other: models.RestrainedOrderVersion | RestrainedOrderVersionDict,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[False] = False,
    ) -> PlaceOcoResult: ...
    @overload
    def place_oco(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        other: models.RestrainedOrderVersion | RestrainedOrderVersionDict,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[True],
    ) -> PreparedRequest: ...
    @overload
    def place_oco(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        other: models.RestrainedOrderVersion | RestrainedOrderVersionDict,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool,
    ) -> PlaceOcoResult | PreparedRequest: ...
    def place_oco(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        other: models.RestrainedOrderVersion | RestrainedOrderVersionDict,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool = False,
    ) -> PlaceOcoResult | PreparedRequest:
        """Places two orders of which one fills and the other is cancelled (OCO,
        one-cancels-other).

        Args:
            account_id: Entity ID of the Account that trades. The specification
                leaves it optional; in practice it is required. (`accountId`,
                int64; line 60)
            action: Side of the order. (line 62)
            symbol: Symbol of the Contract to trade. (not empty; line 63)
            order_qty: How many contracts to trade. (`orderQty`, int32, greater
                than 0; line 64)
            order_type: Kind of order; it decides which prices are needed.
                (`orderType`; line 65)
            is_automated: Must be `true` if no person clicked to send the order.
                (`isAutomated`; line 74)
            other: Second order of the pair: when one of the two fills, the
                service cancels the remaining one. (line 75)
            account_spec: Name of the Account that trades. (`accountSpec`; line
                59)
            cl_ord_id: `clOrdId`, at most 64 characters (line 61)
            price: Required for `"Limit"`, `"MIT"`, `"StopLimit"` and
                `"TrailingStopLimit"` orders (corrected). (double; line 66)
            stop_price: Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`,
                and `"TrailingStopLimit"` order types. (`stopPrice`, double;
                line 67)
            max_show: `maxShow`, int32 (line 68)
            peg_difference: `pegDifference`, double (line 69)
            time_in_force: How long the order stays valid; the notes on
                OrderVersion explain each value. (`timeInForce`; line 70)
            expire_time: Required for orders using the `"GTD"` `timeInForce`
                property. (`expireTime`, date and time with a zone; line 71)
            activation_time: `activationTime`, date and time with a zone (line
                72)
            custom_tag_50: A label that the Trader UI displays with the order.
                (`customTag50`, at most 50 characters; line 73)
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

        Rules:
            - `price`: Required for `"Limit"`, `"MIT"`, `"StopLimit"` and
                `"TrailingStopLimit"` orders (corrected) (line 66)
            - `stopPrice`: Required for `"Stop"`, `"StopLimit"`,
                `"TrailingStop"`, and `"TrailingStopLimit"` order types (line
                67)
            - `expireTime`: Required for orders using the `"GTD"` `timeInForce`
                property (line 71)

        Calls `POST /order/placeOCO`, documented at
        operations/unique-ops/orders/placeOCO.md:52.

        Example:
            api.order.place_oco(
                account_id=1,
                action="Buy",
                symbol="symbol",
                order_qty=1,
                order_type="Market",
                is_automated=True,
                other={"action": "Sell", "orderType": "Stop", "stopPrice": 1},
                account_spec="accountName",
                time_in_force="Day",
            )
        """
        if dry_run:
            return self._client._dry(
                "placeOCO",
                {
                    "accountSpec": account_spec,
                    "accountId": account_id,
                    "clOrdId": cl_ord_id,
                    "action": action,
                    "symbol": symbol,
                    "orderQty": order_qty,
                    "orderType": order_type,
                    "price": price,
                    "stopPrice": stop_price,
                    "maxShow": max_show,
                    "pegDifference": peg_difference,
                    "timeInForce": time_in_force,
                    "expireTime": expire_time,
                    "activationTime": activation_time,
                    "customTag50": custom_tag_50,
                    "isAutomated": is_automated,
                    "other": other,
                },
                extra=extra,
            )
        answer: PlaceOcoResult = self._client._call(
            "placeOCO",
            {
                "accountSpec": account_spec,
                "accountId": account_id,
                "clOrdId": cl_ord_id,
                "action": action,
                "symbol": symbol,
                "orderQty": order_qty,
                "orderType": order_type,
                "price": price,
                "stopPrice": stop_price,
                "maxShow": max_show,
                "pegDifference": peg_difference,
                "timeInForce": time_in_force,
                "expireTime": expire_time,
                "activationTime": activation_time,
                "customTag50": custom_tag_50,
                "isAutomated": is_automated,
                "other": other,
            },
            extra=extra,
        )
        return answer

    @overload
    def place_oso(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        bracket1: models.RestrainedOrderVersion | RestrainedOrderVersionDict,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        bracket2: models.RestrainedOrderVersion | RestrainedOrderVersionDict | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[False] = False,
    ) -> PlaceOsoResult: ...
    @overload
    def place_oso(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        bracket1: models.RestrainedOrderVersion | RestrainedOrderVersionDict,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        bracket2: models.RestrainedOrderVersion | RestrainedOrderVersionDict | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[True],
    ) -> PreparedRequest: ...
    @overload
    def place_oso(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        bracket1: models.RestrainedOrderVersion | RestrainedOrderVersionDict,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        bracket2: models.RestrainedOrderVersion | RestrainedOrderVersionDict | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool,
    ) -> PlaceOsoResult | PreparedRequest: ...
    def place_oso(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        bracket1: models.RestrainedOrderVersion | RestrainedOrderVersionDict,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        bracket2: models.RestrainedOrderVersion | RestrainedOrderVersionDict | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool = False,
    ) -> PlaceOsoResult | PreparedRequest:
        """Places an order that, once filled, sends one or two more (OSO,
        one-sends-other).

        Args:
            account_id: Entity ID of the Account that trades. The specification
                leaves it optional; in practice it is required. (`accountId`,
                int64; line 72)
            action: Side of the order. (line 74)
            symbol: Symbol of the Contract to trade. (not empty; line 75)
            order_qty: How many contracts to trade. (`orderQty`, int32, greater
                than 0; line 76)
            order_type: Kind of order; it decides which prices are needed.
                (`orderType`; line 77)
            is_automated: Must be `true` if no person clicked to send the order.
                (`isAutomated`; line 86)
            bracket1: not described (line 87)
            account_spec: Name of the Account that trades. (`accountSpec`; line
                71)
            cl_ord_id: `clOrdId`, at most 64 characters (line 73)
            price: Required for `"Limit"`, `"MIT"`, `"StopLimit"` and
                `"TrailingStopLimit"` orders (corrected). (double; line 78)
            stop_price: Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`,
                and `"TrailingStopLimit"` order types. (`stopPrice`, double;
                line 79)
            max_show: `maxShow`, int32 (line 80)
            peg_difference: `pegDifference`, double (line 81)
            time_in_force: How long the order stays valid; the notes on
                OrderVersion explain each value. (`timeInForce`; line 82)
            expire_time: Required for orders using the `"GTD"` `timeInForce`
                property. (`expireTime`, date and time with a zone; line 83)
            activation_time: `activationTime`, date and time with a zone (line
                84)
            custom_tag_50: A label that the Trader UI displays with the order.
                (`customTag50`, at most 50 characters; line 85)
            bracket2: Second exit, if wanted. With one bracket the entry gets
                either a stop-loss or a take-profit, with two it gets both.
                (line 88)
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

        Rules:
            - `price`: Required for `"Limit"`, `"MIT"`, `"StopLimit"` and
                `"TrailingStopLimit"` orders (corrected) (line 78)
            - `stopPrice`: Required for `"Stop"`, `"StopLimit"`,
                `"TrailingStop"`, and `"TrailingStopLimit"` order types (line
                79)
            - `expireTime`: Required for orders using the `"GTD"` `timeInForce`
                property (line 83)

        Calls `POST /order/placeOSO`, documented at
        operations/unique-ops/orders/placeOSO.md:64.

        Example:
            api.order.place_oso(
                account_id=1,
                action="Buy",
                symbol="symbol",
                order_qty=1,
                order_type="Market",
                is_automated=True,
                bracket1={"action": "Sell", "orderType": "Stop", "stopPrice": 1},
                account_spec="accountName",
                time_in_force="Day",
                bracket2={"action": "Sell", "orderType": "Limit", "stopPrice": 1},
            )
        """
        if dry_run:
            return self._client._dry(
                "placeOSO",
                {
                    "accountSpec": account_spec,
                    "accountId": account_id,
                    "clOrdId": cl_ord_id,
                    "action": action,
                    "symbol": symbol,
                    "orderQty": order_qty,
                    "orderType": order_type,
                    "price": price,
                    "stopPrice": stop_price,
                    "maxShow": max_show,
                    "pegDifference": peg_difference,
                    "timeInForce": time_in_force,
                    "expireTime": expire_time,
                    "activationTime": activation_time,
                    "customTag50": custom_tag_50,
                    "isAutomated": is_automated,
                    "bracket1": bracket1,
                    "bracket2": bracket2,
                },
                extra=extra,
            )
        answer: PlaceOsoResult = self._client._call(
            "placeOSO",
            {
                "accountSpec": account_spec,
                "accountId": account_id,
                "clOrdId": cl_ord_id,
                "action": action,
                "symbol": symbol,
                "orderQty": order_qty,
                "orderType": order_type,
                "price": price,
                "stopPrice": stop_price,
                "maxShow": max_show,
                "pegDifference": peg_difference,
                "timeInForce": time_in_force,
                "expireTime": expire_time,
                "activationTime": activation_time,
                "customTag50": custom_tag_50,
                "isAutomated": is_automated,
                "bracket1": bracket1,
                "bracket2": bracket2,
            },
            extra=extra,
        )
        return answer

    @overload
    def place_order(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[False] = False,
    ) -> PlaceOrderResult: ...
    @overload
    def place_order(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[True],
    ) -> PreparedRequest: ...
    @overload
    def place_order(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool,
    ) -> PlaceOrderResult | PreparedRequest: ...
    def place_order(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool = False,
    ) -> PlaceOrderResult | PreparedRequest:
        """Places one order.

        Args:
            account_id: Entity ID of the Account that trades. The specification
                leaves it optional; in practice it is required. (`accountId`,
                int64; line 48)
            action: Side of the order. (line 50)
            symbol: Symbol of the Contract to trade. (not empty; line 51)
            order_qty: How many contracts to trade. (`orderQty`, int32, greater
                than 0; line 52)
            order_type: Kind of order; it decides which prices are needed.
                (`orderType`; line 53)
            is_automated: Must be `true` if no person clicked to send the order.
                (`isAutomated`; line 62)
            account_spec: Name of the Account that trades. (`accountSpec`; line
                47)
            cl_ord_id: `clOrdId`, at most 64 characters (line 49)
            price: Required for `"Limit"`, `"MIT"`, `"StopLimit"` and
                `"TrailingStopLimit"` orders (corrected). (double; line 54)
            stop_price: Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`,
                and `"TrailingStopLimit"` order types. (`stopPrice`, double;
                line 55)
            max_show: `maxShow`, int32 (line 56)
            peg_difference: `pegDifference`, double (line 57)
            time_in_force: How long the order stays valid; the notes on
                OrderVersion explain each value. (`timeInForce`; line 58)
            expire_time: Required for orders using the `"GTD"` `timeInForce`
                property. (`expireTime`, date and time with a zone; line 59)
            activation_time: `activationTime`, date and time with a zone (line
                60)
            custom_tag_50: A label that the Trader UI displays with the order.
                (`customTag50`, at most 50 characters; line 61)
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

        Rules:
            - `price`: Required for `"Limit"`, `"MIT"`, `"StopLimit"` and
                `"TrailingStopLimit"` orders (corrected) (line 54)
            - `stopPrice`: Required for `"Stop"`, `"StopLimit"`,
                `"TrailingStop"`, and `"TrailingStopLimit"` order types (line
                55)
            - `expireTime`: Required for orders using the `"GTD"` `timeInForce`
                property (line 59)

        Calls `POST /order/placeOrder`, documented at
        operations/unique-ops/orders/placeOrder.md:40.

        Example:
            api.order.place_order(
                account_id=1,
                action="Buy",
                symbol="symbol",
                order_qty=1,
                order_type="Market",
                is_automated=True,
                account_spec="accountName",
                time_in_force="Day",
            )
        """
        if dry_run:
            return self._client._dry(
                "placeOrder",
                {
                    "accountSpec": account_spec,
                    "accountId": account_id,
                    "clOrdId": cl_ord_id,
                    "action": action,
                    "symbol": symbol,
                    "orderQty": order_qty,
                    "orderType": order_type,
                    "price": price,
                    "stopPrice": stop_price,
                    "maxShow": max_show,
                    "pegDifference": peg_difference,
                    "timeInForce": time_in_force,
                    "expireTime": expire_time,
                    "activationTime": activation_time,
                    "customTag50": custom_tag_50,
                    "isAutomated": is_automated,
                },
                extra=extra,
            )
        answer: PlaceOrderResult = self._client._call(
            "placeOrder",
            {
                "accountSpec": account_spec,
                "accountId": account_id,
                "clOrdId": cl_ord_id,
                "action": action,
                "symbol": symbol,
                "orderQty": order_qty,
                "orderType": order_type,
                "price": price,
                "stopPrice": stop_price,
                "maxShow": max_show,
                "pegDifference": peg_difference,
                "timeInForce": time_in_force,
                "expireTime": expire_time,
                "activationTime": activation_time,
                "customTag50": custom_tag_50,
                "isAutomated": is_automated,
            },
            extra=extra,
        )
        return answer


class AsyncOrderGroup(AsyncReconciling):
    """The operations under /order."""

    @overload
    async def cancel_order(
        self,
        *,
        order_id: int,
        is_automated: bool,
        cl_ord_id: str | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[False] = False,
    ) -> CommandResult: ...
    @overload
    async def cancel_order(
        self,
        *,
        order_id: int,
        is_automated: bool,
        cl_ord_id: str | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[True],
    ) -> PreparedRequest: ...
    @overload
    async def cancel_order(
        self,
        *,
        order_id: int,
        is_automated: bool,
        cl_ord_id: str | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool,
    ) -> CommandResult | PreparedRequest: ...
    async def cancel_order(
        self,
        *,
        order_id: int,
        is_automated: bool,
        cl_ord_id: str | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool = False,
    ) -> CommandResult | PreparedRequest:
        """Cancel order.

        Args:
            order_id: `orderId`, int64 (line 18)
            is_automated: `isAutomated` (line 22)
            cl_ord_id: `clOrdId`, at most 64 characters (line 19)
            activation_time: `activationTime`, date and time with a zone (line
                20)
            custom_tag_50: `customTag50`, at most 50 characters (line 21)
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

        Calls `POST /order/cancelOrder`, documented at
        operations/unique-ops/orders/cancelOrder.md:3.

        Example:
            api.order.cancel_order(
                order_id=1,
                is_automated=True,
                custom_tag_50="label_text",
            )
        """
        if dry_run:
            return self._client._dry(
                "cancelOrder",
                {
                    "orderId": order_id,
                    "clOrdId": cl_ord_id,
                    "activationTime": activation_time,
                    "customTag50": custom_tag_50,
                    "isAutomated": is_automated,
                },
                extra=extra,
            )
        answer: CommandResult = await self._client._call(
            "cancelOrder",
            {
                "orderId": order_id,
                "clOrdId": cl_ord_id,
                "activationTime": activation_time,
                "customTag50": custom_tag_50,
                "isAutomated": is_automated,
            },
            extra=extra,
        )
        return answer

    async def deps(self, *, masterid: int) -> builtins.list[Order]:
        """Lists the Order entities that depend on one entity of another type,
        their master.

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

        Calls `GET /order/deps`, documented at operations/shared-ops/deps.md:27.

        Example:
            api.order.deps(masterid=1)
        """
        answer: builtins.list[Order] = await self._client._call("orderDeps", None, {"masterid": masterid})
        return answer

    async def item(self, *, id: int) -> Order:
        """Gives the Order with the ID.

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

        Calls `GET /order/item`, documented at operations/shared-ops/item.md:26.

        Example:
            api.order.item(id=1)
        """
        answer: Order = await self._client._call("orderItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[Order]:
        """Gives the Order entities with the IDs, which are separated by commas.

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

        Calls `GET /order/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.order.items(ids=[1])
        """
        answer: builtins.list[Order] = await self._client._call("orderItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Order]:
        """Lists the Order entities that depend on any of several masters, whose
        IDs are separated by commas.

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

        Calls `GET /order/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.order.ldeps(masterids=[1])
        """
        answer: builtins.list[Order] = await self._client._call("orderLdeps", None, {"masterids": masterids})
        return answer

    @overload
    async def liquidate_position(
        self,
        *,
        account_id: int,
        contract_id: int,
        admin: bool | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[False] = False,
    ) -> Any: ...
    @overload
    async def liquidate_position(
        self,
        *,
        account_id: int,
        contract_id: int,
        admin: bool | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[True],
    ) -> PreparedRequest: ...
    @overload
    async def liquidate_position(
        self,
        *,
        account_id: int,
        contract_id: int,
        admin: bool | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool,
    ) -> Any | PreparedRequest: ...
    async def liquidate_position(
        self,
        *,
        account_id: int,
        contract_id: int,
        admin: bool | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool = False,
    ) -> Any | PreparedRequest:
        """Liquidate position.

        Args:
            account_id: `accountId`, int64 (line 18)
            contract_id: `contractId`, int64 (line 19)
            admin: not described (line 20)
            custom_tag_50: `customTag50`, at most 50 characters (line 21)
            extra: Properties to add to the body that the description lacks,
                under the API's names, at any depth.
            dry_run: Return the request that would be sent, and send nothing.

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
            Rejected: The service refused; `reason`, `text` and `advice` say
                why.
            OutcomeUnknown: It was sent, and no answer says whether it was done.
                Call `api.order.reconcile(error)` before you send it again.

        Calls `POST /order/liquidatePosition`, documented at
        operations/unique-ops/orders/liquidatePosition.md:3.

        Example:
            api.order.liquidate_position(
                account_id=1,
                contract_id=1,
                admin=False,
                custom_tag_50="custom_label",
            )
        """
        if dry_run:
            return self._client._dry(
                "liquidatePosition",
                {"accountId": account_id, "contractId": contract_id, "admin": admin, "customTag50": custom_tag_50},
                extra=extra,
            )
        answer: Any = await self._client._call(
            "liquidatePosition",
            {"accountId": account_id, "contractId": contract_id, "admin": admin, "customTag50": custom_tag_50},
            extra=extra,
        )
        return answer

    async def list(self) -> builtins.list[Order]:
        """Lists every Order that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /order/list`, documented at operations/shared-ops/list.md:24.

        Example:
            api.order.list()
        """
        answer: builtins.list[Order] = await self._client._call("orderList")
        return answer

    @overload
    async def modify_order(
        self,
        *,
        order_id: int,
        is_automated: bool,
        order_qty: int | None = None,
        order_type: models.OrderType | OrderTypeName | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        text: str | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[False] = False,
    ) -> CommandResult: ...
    @overload
    async def modify_order(
        self,
        *,
        order_id: int,
        is_automated: bool,
        order_qty: int | None = None,
        order_type: models.OrderType | OrderTypeName | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        text: str | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[True],
    ) -> PreparedRequest: ...
    @overload
    async def modify_order(
        self,
        *,
        order_id: int,
        is_automated: bool,
        order_qty: int | None = None,
        order_type: models.OrderType | OrderTypeName | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        text: str | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool,
    ) -> CommandResult | PreparedRequest: ...
    async def modify_order(
        self,
        *,
        order_id: int,
        is_automated: bool,
        order_qty: int | None = None,
        order_type: models.OrderType | OrderTypeName | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        text: str | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool = False,
    ) -> CommandResult | PreparedRequest:
        """Modify order.

        Args:
            order_id: `orderId`, int64 (line 18)
            is_automated: `isAutomated` (line 30)
            order_qty: `orderQty`, int32, greater than 0 (line 19)
            order_type: `orderType` (line 20)
            price: double (line 21)
            stop_price: `stopPrice`, double (line 22)
            max_show: `maxShow`, int32 (line 23)
            peg_difference: `pegDifference`, double (line 24)
            time_in_force: `timeInForce` (line 25)
            expire_time: `expireTime`, date and time with a zone (line 26)
            text: not described (line 27)
            activation_time: `activationTime`, date and time with a zone (line
                28)
            custom_tag_50: `customTag50`, at most 50 characters (line 29)
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

        Calls `POST /order/modifyOrder`, documented at
        operations/unique-ops/orders/modifyOrder.md:3.

        Example:
            api.order.modify_order(
                order_id=1,
                is_automated=True,
                order_qty=1,
                order_type="Market",
                price=1,
                stop_price=1,
                max_show=1,
                peg_difference=1,
                time_in_force="Day",
                text="string",
                custom_tag_50="custom_label",
            )
        """
        if dry_run:
            return self._client._dry(
                "modifyOrder",
                {
                    "orderId": order_id,
                    "orderQty": order_qty,
                    "orderType": order_type,
                    "price": price,
                    "stopPrice": stop_price,
                    "maxShow": max_show,
                    "pegDifference": peg_difference,
                    "timeInForce": time_in_force,
                    "expireTime": expire_time,
                    "text": text,
                    "activationTime": activation_time,
                    "customTag50": custom_tag_50,
                    "isAutomated": is_automated,
                },
                extra=extra,
            )
        answer: CommandResult = await self._client._call(
            "modifyOrder",
            {
                "orderId": order_id,
                "orderQty": order_qty,
                "orderType": order_type,
                "price": price,
                "stopPrice": stop_price,
                "maxShow": max_show,
                "pegDifference": peg_difference,
                "timeInForce": time_in_force,
                "expireTime": expire_time,
                "text": text,
                "activationTime": activation_time,
                "customTag50": custom_tag_50,
                "isAutomated": is_automated,
            },
            extra=extra,
        )
        return answer

    @overload
    async def place_oco(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        other: models.RestrainedOrderVersion | RestrainedOrderVersionDict,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[False] = False,
    ) -> PlaceOcoResult: ...
    @overload
    async def place_oco(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        other: models.RestrainedOrderVersion | RestrainedOrderVersionDict,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[True],
    ) -> PreparedRequest: ...
    @overload
    async def place_oco(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        other: models.RestrainedOrderVersion | RestrainedOrderVersionDict,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool,
    ) -> PlaceOcoResult | PreparedRequest: ...
    async def place_oco(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        other: models.RestrainedOrderVersion | RestrainedOrderVersionDict,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool = False,
    ) -> PlaceOcoResult | PreparedRequest:
        """Places two orders of which one fills and the other is cancelled (OCO,
        one-cancels-other).

        Args:
            account_id: Entity ID of the Account that trades. The specification
                leaves it optional; in practice it is required. (`accountId`,
                int64; line 60)
            action: Side of the order. (line 62)
            symbol: Symbol of the Contract to trade. (not empty; line 63)
            order_qty: How many contracts to trade. (`orderQty`, int32, greater
                than 0; line 64)
            order_type: Kind of order; it decides which prices are needed.
                (`orderType`; line 65)
            is_automated: Must be `true` if no person clicked to send the order.
                (`isAutomated`; line 74)
            other: Second order of the pair: when one of the two fills, the
                service cancels the remaining one. (line 75)
            account_spec: Name of the Account that trades. (`accountSpec`; line
                59)
            cl_ord_id: `clOrdId`, at most 64 characters (line 61)
            price: Required for `"Limit"`, `"MIT"`, `"StopLimit"` and
                `"TrailingStopLimit"` orders (corrected). (double; line 66)
            stop_price: Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`,
                and `"TrailingStopLimit"` order types. (`stopPrice`, double;
                line 67)
            max_show: `maxShow`, int32 (line 68)
            peg_difference: `pegDifference`, double (line 69)
            time_in_force: How long the order stays valid; the notes on
                OrderVersion explain each value. (`timeInForce`; line 70)
            expire_time: Required for orders using the `"GTD"` `timeInForce`
                property. (`expireTime`, date and time with a zone; line 71)
            activation_time: `activationTime`, date and time with a zone (line
                72)
            custom_tag_50: A label that the Trader UI displays with the order.
                (`customTag50`, at most 50 characters; line 73)
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

        Rules:
            - `price`: Required for `"Limit"`, `"MIT"`, `"StopLimit"` and
                `"TrailingStopLimit"` orders (corrected) (line 66)
            - `stopPrice`: Required for `"Stop"`, `"StopLimit"`,
                `"TrailingStop"`, and `"TrailingStopLimit"` order types (line
                67)
            - `expireTime`: Required for orders using the `"GTD"` `timeInForce`
                property (line 71)

        Calls `POST /order/placeOCO`, documented at
        operations/unique-ops/orders/placeOCO.md:52.

        Example:
            api.order.place_oco(
                account_id=1,
                action="Buy",
                symbol="symbol",
                order_qty=1,
                order_type="Market",
                is_automated=True,
                other={"action": "Sell", "orderType": "Stop", "stopPrice": 1},
                account_spec="accountName",
                time_in_force="Day",
            )
        """
        if dry_run:
            return self._client._dry(
                "placeOCO",
                {
                    "accountSpec": account_spec,
                    "accountId": account_id,
                    "clOrdId": cl_ord_id,
                    "action": action,
                    "symbol": symbol,
                    "orderQty": order_qty,
                    "orderType": order_type,
                    "price": price,
                    "stopPrice": stop_price,
                    "maxShow": max_show,
                    "pegDifference": peg_difference,
                    "timeInForce": time_in_force,
                    "expireTime": expire_time,
                    "activationTime": activation_time,
                    "customTag50": custom_tag_50,
                    "isAutomated": is_automated,
                    "other": other,
                },
                extra=extra,
            )
        answer: PlaceOcoResult = await self._client._call(
            "placeOCO",
            {
                "accountSpec": account_spec,
                "accountId": account_id,
                "clOrdId": cl_ord_id,
                "action": action,
                "symbol": symbol,
                "orderQty": order_qty,
                "orderType": order_type,
                "price": price,
                "stopPrice": stop_price,
                "maxShow": max_show,
                "pegDifference": peg_difference,
                "timeInForce": time_in_force,
                "expireTime": expire_time,
                "activationTime": activation_time,
                "customTag50": custom_tag_50,
                "isAutomated": is_automated,
                "other": other,
            },
            extra=extra,
        )
        return answer

    @overload
    async def place_oso(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        bracket1: models.RestrainedOrderVersion | RestrainedOrderVersionDict,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        bracket2: models.RestrainedOrderVersion | RestrainedOrderVersionDict | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[False] = False,
    ) -> PlaceOsoResult: ...
    @overload
    async def place_oso(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        bracket1: models.RestrainedOrderVersion | RestrainedOrderVersionDict,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        bracket2: models.RestrainedOrderVersion | RestrainedOrderVersionDict | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[True],
    ) -> PreparedRequest: ...
    @overload
    async def place_oso(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        bracket1: models.RestrainedOrderVersion | RestrainedOrderVersionDict,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        bracket2: models.RestrainedOrderVersion | RestrainedOrderVersionDict | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool,
    ) -> PlaceOsoResult | PreparedRequest: ...
    async def place_oso(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        bracket1: models.RestrainedOrderVersion | RestrainedOrderVersionDict,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        bracket2: models.RestrainedOrderVersion | RestrainedOrderVersionDict | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool = False,
    ) -> PlaceOsoResult | PreparedRequest:
        """Places an order that, once filled, sends one or two more (OSO,
        one-sends-other).

        Args:
            account_id: Entity ID of the Account that trades. The specification
                leaves it optional; in practice it is required. (`accountId`,
                int64; line 72)
            action: Side of the order. (line 74)
            symbol: Symbol of the Contract to trade. (not empty; line 75)
            order_qty: How many contracts to trade. (`orderQty`, int32, greater
                than 0; line 76)
            order_type: Kind of order; it decides which prices are needed.
                (`orderType`; line 77)
            is_automated: Must be `true` if no person clicked to send the order.
                (`isAutomated`; line 86)
            bracket1: not described (line 87)
            account_spec: Name of the Account that trades. (`accountSpec`; line
                71)
            cl_ord_id: `clOrdId`, at most 64 characters (line 73)
            price: Required for `"Limit"`, `"MIT"`, `"StopLimit"` and
                `"TrailingStopLimit"` orders (corrected). (double; line 78)
            stop_price: Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`,
                and `"TrailingStopLimit"` order types. (`stopPrice`, double;
                line 79)
            max_show: `maxShow`, int32 (line 80)
            peg_difference: `pegDifference`, double (line 81)
            time_in_force: How long the order stays valid; the notes on
                OrderVersion explain each value. (`timeInForce`; line 82)
            expire_time: Required for orders using the `"GTD"` `timeInForce`
                property. (`expireTime`, date and time with a zone; line 83)
            activation_time: `activationTime`, date and time with a zone (line
                84)
            custom_tag_50: A label that the Trader UI displays with the order.
                (`customTag50`, at most 50 characters; line 85)
            bracket2: Second exit, if wanted. With one bracket the entry gets
                either a stop-loss or a take-profit, with two it gets both.
                (line 88)
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

        Rules:
            - `price`: Required for `"Limit"`, `"MIT"`, `"StopLimit"` and
                `"TrailingStopLimit"` orders (corrected) (line 78)
            - `stopPrice`: Required for `"Stop"`, `"StopLimit"`,
                `"TrailingStop"`, and `"TrailingStopLimit"` order types (line
                79)
            - `expireTime`: Required for orders using the `"GTD"` `timeInForce`
                property (line 83)

        Calls `POST /order/placeOSO`, documented at
        operations/unique-ops/orders/placeOSO.md:64.

        Example:
            api.order.place_oso(
                account_id=1,
                action="Buy",
                symbol="symbol",
                order_qty=1,
                order_type="Market",
                is_automated=True,
                bracket1={"action": "Sell", "orderType": "Stop", "stopPrice": 1},
                account_spec="accountName",
                time_in_force="Day",
                bracket2={"action": "Sell", "orderType": "Limit", "stopPrice": 1},
            )
        """
        if dry_run:
            return self._client._dry(
                "placeOSO",
                {
                    "accountSpec": account_spec,
                    "accountId": account_id,
                    "clOrdId": cl_ord_id,
                    "action": action,
                    "symbol": symbol,
                    "orderQty": order_qty,
                    "orderType": order_type,
                    "price": price,
                    "stopPrice": stop_price,
                    "maxShow": max_show,
                    "pegDifference": peg_difference,
                    "timeInForce": time_in_force,
                    "expireTime": expire_time,
                    "activationTime": activation_time,
                    "customTag50": custom_tag_50,
                    "isAutomated": is_automated,
                    "bracket1": bracket1,
                    "bracket2": bracket2,
                },
                extra=extra,
            )
        answer: PlaceOsoResult = await self._client._call(
            "placeOSO",
            {
                "accountSpec": account_spec,
                "accountId": account_id,
                "clOrdId": cl_ord_id,
                "action": action,
                "symbol": symbol,
                "orderQty": order_qty,
                "orderType": order_type,
                "price": price,
                "stopPrice": stop_price,
                "maxShow": max_show,
                "pegDifference": peg_difference,
                "timeInForce": time_in_force,
                "expireTime": expire_time,
                "activationTime": activation_time,
                "customTag50": custom_tag_50,
                "isAutomated": is_automated,
                "bracket1": bracket1,
                "bracket2": bracket2,
            },
            extra=extra,
        )
        return answer

    @overload
    async def place_order(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[False] = False,
    ) -> PlaceOrderResult: ...
    @overload
    async def place_order(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: Literal[True],
    ) -> PreparedRequest: ...
    @overload
    async def place_order(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool,
    ) -> PlaceOrderResult | PreparedRequest: ...
    async def place_order(
        self,
        *,
        account_id: int,
        action: models.Action | ActionName,
        symbol: str,
        order_qty: int,
        order_type: models.OrderType | OrderTypeName,
        is_automated: bool,
        account_spec: str | None = None,
        cl_ord_id: str | None = None,
        price: Decimal | float | None = None,
        stop_price: Decimal | float | None = None,
        max_show: int | None = None,
        peg_difference: Decimal | float | None = None,
        time_in_force: models.TimeInForce | TimeInForceName | None = None,
        expire_time: datetime.datetime | None = None,
        activation_time: datetime.datetime | None = None,
        custom_tag_50: str | None = None,
        extra: Mapping[str, object] | None = None,
        dry_run: bool = False,
    ) -> PlaceOrderResult | PreparedRequest:
        """Places one order.

        Args:
            account_id: Entity ID of the Account that trades. The specification
                leaves it optional; in practice it is required. (`accountId`,
                int64; line 48)
            action: Side of the order. (line 50)
            symbol: Symbol of the Contract to trade. (not empty; line 51)
            order_qty: How many contracts to trade. (`orderQty`, int32, greater
                than 0; line 52)
            order_type: Kind of order; it decides which prices are needed.
                (`orderType`; line 53)
            is_automated: Must be `true` if no person clicked to send the order.
                (`isAutomated`; line 62)
            account_spec: Name of the Account that trades. (`accountSpec`; line
                47)
            cl_ord_id: `clOrdId`, at most 64 characters (line 49)
            price: Required for `"Limit"`, `"MIT"`, `"StopLimit"` and
                `"TrailingStopLimit"` orders (corrected). (double; line 54)
            stop_price: Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`,
                and `"TrailingStopLimit"` order types. (`stopPrice`, double;
                line 55)
            max_show: `maxShow`, int32 (line 56)
            peg_difference: `pegDifference`, double (line 57)
            time_in_force: How long the order stays valid; the notes on
                OrderVersion explain each value. (`timeInForce`; line 58)
            expire_time: Required for orders using the `"GTD"` `timeInForce`
                property. (`expireTime`, date and time with a zone; line 59)
            activation_time: `activationTime`, date and time with a zone (line
                60)
            custom_tag_50: A label that the Trader UI displays with the order.
                (`customTag50`, at most 50 characters; line 61)
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

        Rules:
            - `price`: Required for `"Limit"`, `"MIT"`, `"StopLimit"` and
                `"TrailingStopLimit"` orders (corrected) (line 54)
            - `stopPrice`: Required for `"Stop"`, `"StopLimit"`,
                `"TrailingStop"`, and `"TrailingStopLimit"` order types (line
                55)
            - `expireTime`: Required for orders using the `"GTD"` `timeInForce`
                property (line 59)

        Calls `POST /order/placeOrder`, documented at
        operations/unique-ops/orders/placeOrder.md:40.

        Example:
            api.order.place_order(
                account_id=1,
                action="Buy",
                symbol="symbol",
                order_qty=1,
                order_type="Market",
                is_automated=True,
                account_spec="accountName",
                time_in_force="Day",
            )
        """
        if dry_run:
            return self._client._dry(
                "placeOrder",
                {
                    "accountSpec": account_spec,
                    "accountId": account_id,
                    "clOrdId": cl_ord_id,
                    "action": action,
                    "symbol": symbol,
                    "orderQty": order_qty,
                    "orderType": order_type,
                    "price": price,
                    "stopPrice": stop_price,
                    "maxShow": max_show,
                    "pegDifference": peg_difference,
                    "timeInForce": time_in_force,
                    "expireTime": expire_time,
                    "activationTime": activation_time,
                    "customTag50": custom_tag_50,
                    "isAutomated": is_automated,
                },
                extra=extra,
            )
        answer: PlaceOrderResult = await self._client._call(
            "placeOrder",
            {
                "accountSpec": account_spec,
                "accountId": account_id,
                "clOrdId": cl_ord_id,
                "action": action,
                "symbol": symbol,
                "orderQty": order_qty,
                "orderType": order_type,
                "price": price,
                "stopPrice": stop_price,
                "maxShow": max_show,
                "pegDifference": peg_difference,
                "timeInForce": time_in_force,
                "expireTime": expire_time,
                "activationTime": activation_time,
                "customTag50": custom_tag_50,
                "isAutomated": is_automated,
            },
            extra=extra,
        )
        return answer


class RawOrderGroup(Group):
    """The operations under /order, each with status, headers, body and time
    taken.
    """

    cancel_order: Final = RawMethod(OrderGroup.cancel_order)
    deps: Final = RawMethod(OrderGroup.deps)
    item: Final = RawMethod(OrderGroup.item)
    items: Final = RawMethod(OrderGroup.items)
    ldeps: Final = RawMethod(OrderGroup.ldeps)
    liquidate_position: Final = RawMethod(OrderGroup.liquidate_position)
    list: Final = RawMethod(OrderGroup.list)
    modify_order: Final = RawMethod(OrderGroup.modify_order)
    place_oco: Final = RawMethod(OrderGroup.place_oco)
    place_oso: Final = RawMethod(OrderGroup.place_oso)
    place_order: Final = RawMethod(OrderGroup.place_order)


class AsyncRawOrderGroup(AsyncGroup):
    """The operations under /order, each with status, headers, body and time
    taken.
    """

    cancel_order: Final = AsyncRawMethod(AsyncOrderGroup.cancel_order)
    deps: Final = AsyncRawMethod(AsyncOrderGroup.deps)
    item: Final = AsyncRawMethod(AsyncOrderGroup.item)
    items: Final = AsyncRawMethod(AsyncOrderGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncOrderGroup.ldeps)
    liquidate_position: Final = AsyncRawMethod(AsyncOrderGroup.liquidate_position)
    list: Final = AsyncRawMethod(AsyncOrderGroup.list)
    modify_order: Final = AsyncRawMethod(AsyncOrderGroup.modify_order)
    place_oco: Final = AsyncRawMethod(AsyncOrderGroup.place_oco)
    place_oso: Final = AsyncRawMethod(AsyncOrderGroup.place_oso)
    place_order: Final = AsyncRawMethod(AsyncOrderGroup.place_order)
