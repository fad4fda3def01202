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
            order_id: `orderId`, int64. (operations/unique-ops/orders/cancelOrder.md:18)
            is_automated: `isAutomated`. (operations/unique-ops/orders/cancelOrder.md:22)
            cl_ord_id: `clOrdId`, maxLength 64. (operations/unique-ops/orders/cancelOrder.md:19)
            activation_time: `activationTime`, date-time. (operations/unique-ops/orders/cancelOrder.md:20)
            custom_tag_50: `customTag50`, maxLength 50. (operations/unique-ops/orders/cancelOrder.md:21)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        With `dry_run=True` nothing is sent, and what would be sent is given back.

        Stated at operations/unique-ops/orders/cancelOrder.md:3.
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
        """Lists the Order entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Account. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[Order] = self._client._call("orderDeps", None, {"masterid": masterid})
        return answer

    def item(self, *, id: int) -> Order:
        """Gives the Order with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: Order = self._client._call("orderItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[Order]:
        """Gives the Order entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[Order] = self._client._call("orderItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Order]:
        """Lists the Order entities that depend on any of several masters, whose IDs are separated by commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Account, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
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
            account_id: `accountId`, int64. (operations/unique-ops/orders/liquidatePosition.md:18)
            contract_id: `contractId`, int64. (operations/unique-ops/orders/liquidatePosition.md:19)
            admin: `admin`. (operations/unique-ops/orders/liquidatePosition.md:20)
            custom_tag_50: `customTag50`, maxLength 50. (operations/unique-ops/orders/liquidatePosition.md:21)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        With `dry_run=True` nothing is sent, and what would be sent is given back.

        Stated at operations/unique-ops/orders/liquidatePosition.md:3.
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
        """Lists every Order that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
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
            order_id: `orderId`, int64. (operations/unique-ops/orders/modifyOrder.md:18)
            is_automated: `isAutomated`. (operations/unique-ops/orders/modifyOrder.md:30)
            order_qty: `orderQty`, int32, exclusiveMinimum 0. (operations/unique-ops/orders/modifyOrder.md:19)
            order_type: `orderType`. (operations/unique-ops/orders/modifyOrder.md:20)
            price: `price`, double. (operations/unique-ops/orders/modifyOrder.md:21)
            stop_price: `stopPrice`, double. (operations/unique-ops/orders/modifyOrder.md:22)
            max_show: `maxShow`, int32. (operations/unique-ops/orders/modifyOrder.md:23)
            peg_difference: `pegDifference`, double. (operations/unique-ops/orders/modifyOrder.md:24)
            time_in_force: `timeInForce`. (operations/unique-ops/orders/modifyOrder.md:25)
            expire_time: `expireTime`, date-time. (operations/unique-ops/orders/modifyOrder.md:26)
            text: `text`. (operations/unique-ops/orders/modifyOrder.md:27)
            activation_time: `activationTime`, date-time. (operations/unique-ops/orders/modifyOrder.md:28)
            custom_tag_50: `customTag50`, maxLength 50. (operations/unique-ops/orders/modifyOrder.md:29)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        With `dry_run=True` nothing is sent, and what would be sent is given back.

        Stated at operations/unique-ops/orders/modifyOrder.md:3.
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
        """Places two orders of which one fills and the other is cancelled (OCO, one-cancels-other).

        Args:
            account_id: `accountId`, int64. Entity ID of the Account that trades. The specification leaves it
                optional; in practice it is required. (operations/unique-ops/orders/placeOCO.md:60)
            action: `action`. Side of the order. (operations/unique-ops/orders/placeOCO.md:62)
            symbol: `symbol`, minLength 1. Symbol of the Contract to trade.
                (operations/unique-ops/orders/placeOCO.md:63)
            order_qty: `orderQty`, int32, exclusiveMinimum 0. How many contracts to trade.
                (operations/unique-ops/orders/placeOCO.md:64)
            order_type: `orderType`. Kind of order; it decides which prices are needed.
                (operations/unique-ops/orders/placeOCO.md:65)
            is_automated: `isAutomated`. Must be `true` if no person clicked to send the order.
                (operations/unique-ops/orders/placeOCO.md:74)
            other: `other`. Second order of the pair: when one of the two fills, the service cancels the
                remaining one. (operations/unique-ops/orders/placeOCO.md:75)
            account_spec: `accountSpec`. Name of the Account that trades.
                (operations/unique-ops/orders/placeOCO.md:59)
            cl_ord_id: `clOrdId`, maxLength 64. (operations/unique-ops/orders/placeOCO.md:61)
            price: `price`, double. Required for `"Limit"`, `"MIT"`, `"StopLimit"` and `"TrailingStopLimit"`
                orders (corrected). (operations/unique-ops/orders/placeOCO.md:66)
            stop_price: `stopPrice`, double. Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`, and
                `"TrailingStopLimit"` order types. (operations/unique-ops/orders/placeOCO.md:67)
            max_show: `maxShow`, int32. (operations/unique-ops/orders/placeOCO.md:68)
            peg_difference: `pegDifference`, double. (operations/unique-ops/orders/placeOCO.md:69)
            time_in_force: `timeInForce`. How long the order stays valid; the notes on OrderVersion explain
                each value. (operations/unique-ops/orders/placeOCO.md:70)
            expire_time: `expireTime`, date-time. Required for orders using the `"GTD"` `timeInForce`
                property. (operations/unique-ops/orders/placeOCO.md:71)
            activation_time: `activationTime`, date-time. (operations/unique-ops/orders/placeOCO.md:72)
            custom_tag_50: `customTag50`, maxLength 50. A label that the Trader UI displays with the order.
                (operations/unique-ops/orders/placeOCO.md:73)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        Rules:
            - `price`: Required for `"Limit"`, `"MIT"`, `"StopLimit"` and `"TrailingStopLimit"` orders
                (corrected) (operations/unique-ops/orders/placeOCO.md:66)
            - `stopPrice`: Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`, and `"TrailingStopLimit"`
                order types (operations/unique-ops/orders/placeOCO.md:67)
            - `expireTime`: Required for orders using the `"GTD"` `timeInForce` property
                (operations/unique-ops/orders/placeOCO.md:71)

        With `dry_run=True` nothing is sent, and what would be sent is given back.

        Stated at operations/unique-ops/orders/placeOCO.md:52.
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
        """Places an order that, once filled, sends one or two more (OSO, one-sends-other).

        Args:
            account_id: `accountId`, int64. Entity ID of the Account that trades. The specification leaves it
                optional; in practice it is required. (operations/unique-ops/orders/placeOSO.md:72)
            action: `action`. Side of the order. (operations/unique-ops/orders/placeOSO.md:74)
            symbol: `symbol`, minLength 1. Symbol of the Contract to trade.
                (operations/unique-ops/orders/placeOSO.md:75)
            order_qty: `orderQty`, int32, exclusiveMinimum 0. How many contracts to trade.
                (operations/unique-ops/orders/placeOSO.md:76)
            order_type: `orderType`. Kind of order; it decides which prices are needed.
                (operations/unique-ops/orders/placeOSO.md:77)
            is_automated: `isAutomated`. Must be `true` if no person clicked to send the order.
                (operations/unique-ops/orders/placeOSO.md:86)
            bracket1: `bracket1`. (operations/unique-ops/orders/placeOSO.md:87)
            account_spec: `accountSpec`. Name of the Account that trades.
                (operations/unique-ops/orders/placeOSO.md:71)
            cl_ord_id: `clOrdId`, maxLength 64. (operations/unique-ops/orders/placeOSO.md:73)
            price: `price`, double. Required for `"Limit"`, `"MIT"`, `"StopLimit"` and `"TrailingStopLimit"`
                orders (corrected). (operations/unique-ops/orders/placeOSO.md:78)
            stop_price: `stopPrice`, double. Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`, and
                `"TrailingStopLimit"` order types. (operations/unique-ops/orders/placeOSO.md:79)
            max_show: `maxShow`, int32. (operations/unique-ops/orders/placeOSO.md:80)
            peg_difference: `pegDifference`, double. (operations/unique-ops/orders/placeOSO.md:81)
            time_in_force: `timeInForce`. How long the order stays valid; the notes on OrderVersion explain
                each value. (operations/unique-ops/orders/placeOSO.md:82)
            expire_time: `expireTime`, date-time. Required for orders using the `"GTD"` `timeInForce`
                property. (operations/unique-ops/orders/placeOSO.md:83)
            activation_time: `activationTime`, date-time. (operations/unique-ops/orders/placeOSO.md:84)
            custom_tag_50: `customTag50`, maxLength 50. A label that the Trader UI displays with the order.
                (operations/unique-ops/orders/placeOSO.md:85)
            bracket2: `bracket2`. Second exit, if wanted. With one bracket the entry gets either a stop-loss
                or a take-profit, with two it gets both. (operations/unique-ops/orders/placeOSO.md:88)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        Rules:
            - `price`: Required for `"Limit"`, `"MIT"`, `"StopLimit"` and `"TrailingStopLimit"` orders
                (corrected) (operations/unique-ops/orders/placeOSO.md:78)
            - `stopPrice`: Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`, and `"TrailingStopLimit"`
                order types (operations/unique-ops/orders/placeOSO.md:79)
            - `expireTime`: Required for orders using the `"GTD"` `timeInForce` property
                (operations/unique-ops/orders/placeOSO.md:83)

        With `dry_run=True` nothing is sent, and what would be sent is given back.

        Stated at operations/unique-ops/orders/placeOSO.md:64.
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
            account_id: `accountId`, int64. Entity ID of the Account that trades. The specification leaves it
                optional; in practice it is required. (operations/unique-ops/orders/placeOrder.md:48)
            action: `action`. Side of the order. (operations/unique-ops/orders/placeOrder.md:50)
            symbol: `symbol`, minLength 1. Symbol of the Contract to trade.
                (operations/unique-ops/orders/placeOrder.md:51)
            order_qty: `orderQty`, int32, exclusiveMinimum 0. How many contracts to trade.
                (operations/unique-ops/orders/placeOrder.md:52)
            order_type: `orderType`. Kind of order; it decides which prices are needed.
                (operations/unique-ops/orders/placeOrder.md:53)
            is_automated: `isAutomated`. Must be `true` if no person clicked to send the order.
                (operations/unique-ops/orders/placeOrder.md:62)
            account_spec: `accountSpec`. Name of the Account that trades.
                (operations/unique-ops/orders/placeOrder.md:47)
            cl_ord_id: `clOrdId`, maxLength 64. (operations/unique-ops/orders/placeOrder.md:49)
            price: `price`, double. Required for `"Limit"`, `"MIT"`, `"StopLimit"` and `"TrailingStopLimit"`
                orders (corrected). (operations/unique-ops/orders/placeOrder.md:54)
            stop_price: `stopPrice`, double. Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`, and
                `"TrailingStopLimit"` order types. (operations/unique-ops/orders/placeOrder.md:55)
            max_show: `maxShow`, int32. (operations/unique-ops/orders/placeOrder.md:56)
            peg_difference: `pegDifference`, double. (operations/unique-ops/orders/placeOrder.md:57)
            time_in_force: `timeInForce`. How long the order stays valid; the notes on OrderVersion explain
                each value. (operations/unique-ops/orders/placeOrder.md:58)
            expire_time: `expireTime`, date-time. Required for orders using the `"GTD"` `timeInForce`
                property. (operations/unique-ops/orders/placeOrder.md:59)
            activation_time: `activationTime`, date-time. (operations/unique-ops/orders/placeOrder.md:60)
            custom_tag_50: `customTag50`, maxLength 50. A label that the Trader UI displays with the order.
                (operations/unique-ops/orders/placeOrder.md:61)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        Rules:
            - `price`: Required for `"Limit"`, `"MIT"`, `"StopLimit"` and `"TrailingStopLimit"` orders
                (corrected) (operations/unique-ops/orders/placeOrder.md:54)
            - `stopPrice`: Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`, and `"TrailingStopLimit"`
                order types (operations/unique-ops/orders/placeOrder.md:55)
            - `expireTime`: Required for orders using the `"GTD"` `timeInForce` property
                (operations/unique-ops/orders/placeOrder.md:59)

        With `dry_run=True` nothing is sent, and what would be sent is given back.

        Stated at operations/unique-ops/orders/placeOrder.md:40.
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
            order_id: `orderId`, int64. (operations/unique-ops/orders/cancelOrder.md:18)
            is_automated: `isAutomated`. (operations/unique-ops/orders/cancelOrder.md:22)
            cl_ord_id: `clOrdId`, maxLength 64. (operations/unique-ops/orders/cancelOrder.md:19)
            activation_time: `activationTime`, date-time. (operations/unique-ops/orders/cancelOrder.md:20)
            custom_tag_50: `customTag50`, maxLength 50. (operations/unique-ops/orders/cancelOrder.md:21)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        With `dry_run=True` nothing is sent, and what would be sent is given back.

        Stated at operations/unique-ops/orders/cancelOrder.md:3.
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
        """Lists the Order entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Account. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[Order] = await self._client._call("orderDeps", None, {"masterid": masterid})
        return answer

    async def item(self, *, id: int) -> Order:
        """Gives the Order with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: Order = await self._client._call("orderItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[Order]:
        """Gives the Order entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[Order] = await self._client._call("orderItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Order]:
        """Lists the Order entities that depend on any of several masters, whose IDs are separated by commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Account, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
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
            account_id: `accountId`, int64. (operations/unique-ops/orders/liquidatePosition.md:18)
            contract_id: `contractId`, int64. (operations/unique-ops/orders/liquidatePosition.md:19)
            admin: `admin`. (operations/unique-ops/orders/liquidatePosition.md:20)
            custom_tag_50: `customTag50`, maxLength 50. (operations/unique-ops/orders/liquidatePosition.md:21)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        With `dry_run=True` nothing is sent, and what would be sent is given back.

        Stated at operations/unique-ops/orders/liquidatePosition.md:3.
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
        """Lists every Order that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
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
            order_id: `orderId`, int64. (operations/unique-ops/orders/modifyOrder.md:18)
            is_automated: `isAutomated`. (operations/unique-ops/orders/modifyOrder.md:30)
            order_qty: `orderQty`, int32, exclusiveMinimum 0. (operations/unique-ops/orders/modifyOrder.md:19)
            order_type: `orderType`. (operations/unique-ops/orders/modifyOrder.md:20)
            price: `price`, double. (operations/unique-ops/orders/modifyOrder.md:21)
            stop_price: `stopPrice`, double. (operations/unique-ops/orders/modifyOrder.md:22)
            max_show: `maxShow`, int32. (operations/unique-ops/orders/modifyOrder.md:23)
            peg_difference: `pegDifference`, double. (operations/unique-ops/orders/modifyOrder.md:24)
            time_in_force: `timeInForce`. (operations/unique-ops/orders/modifyOrder.md:25)
            expire_time: `expireTime`, date-time. (operations/unique-ops/orders/modifyOrder.md:26)
            text: `text`. (operations/unique-ops/orders/modifyOrder.md:27)
            activation_time: `activationTime`, date-time. (operations/unique-ops/orders/modifyOrder.md:28)
            custom_tag_50: `customTag50`, maxLength 50. (operations/unique-ops/orders/modifyOrder.md:29)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        With `dry_run=True` nothing is sent, and what would be sent is given back.

        Stated at operations/unique-ops/orders/modifyOrder.md:3.
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
        """Places two orders of which one fills and the other is cancelled (OCO, one-cancels-other).

        Args:
            account_id: `accountId`, int64. Entity ID of the Account that trades. The specification leaves it
                optional; in practice it is required. (operations/unique-ops/orders/placeOCO.md:60)
            action: `action`. Side of the order. (operations/unique-ops/orders/placeOCO.md:62)
            symbol: `symbol`, minLength 1. Symbol of the Contract to trade.
                (operations/unique-ops/orders/placeOCO.md:63)
            order_qty: `orderQty`, int32, exclusiveMinimum 0. How many contracts to trade.
                (operations/unique-ops/orders/placeOCO.md:64)
            order_type: `orderType`. Kind of order; it decides which prices are needed.
                (operations/unique-ops/orders/placeOCO.md:65)
            is_automated: `isAutomated`. Must be `true` if no person clicked to send the order.
                (operations/unique-ops/orders/placeOCO.md:74)
            other: `other`. Second order of the pair: when one of the two fills, the service cancels the
                remaining one. (operations/unique-ops/orders/placeOCO.md:75)
            account_spec: `accountSpec`. Name of the Account that trades.
                (operations/unique-ops/orders/placeOCO.md:59)
            cl_ord_id: `clOrdId`, maxLength 64. (operations/unique-ops/orders/placeOCO.md:61)
            price: `price`, double. Required for `"Limit"`, `"MIT"`, `"StopLimit"` and `"TrailingStopLimit"`
                orders (corrected). (operations/unique-ops/orders/placeOCO.md:66)
            stop_price: `stopPrice`, double. Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`, and
                `"TrailingStopLimit"` order types. (operations/unique-ops/orders/placeOCO.md:67)
            max_show: `maxShow`, int32. (operations/unique-ops/orders/placeOCO.md:68)
            peg_difference: `pegDifference`, double. (operations/unique-ops/orders/placeOCO.md:69)
            time_in_force: `timeInForce`. How long the order stays valid; the notes on OrderVersion explain
                each value. (operations/unique-ops/orders/placeOCO.md:70)
            expire_time: `expireTime`, date-time. Required for orders using the `"GTD"` `timeInForce`
                property. (operations/unique-ops/orders/placeOCO.md:71)
            activation_time: `activationTime`, date-time. (operations/unique-ops/orders/placeOCO.md:72)
            custom_tag_50: `customTag50`, maxLength 50. A label that the Trader UI displays with the order.
                (operations/unique-ops/orders/placeOCO.md:73)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        Rules:
            - `price`: Required for `"Limit"`, `"MIT"`, `"StopLimit"` and `"TrailingStopLimit"` orders
                (corrected) (operations/unique-ops/orders/placeOCO.md:66)
            - `stopPrice`: Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`, and `"TrailingStopLimit"`
                order types (operations/unique-ops/orders/placeOCO.md:67)
            - `expireTime`: Required for orders using the `"GTD"` `timeInForce` property
                (operations/unique-ops/orders/placeOCO.md:71)

        With `dry_run=True` nothing is sent, and what would be sent is given back.

        Stated at operations/unique-ops/orders/placeOCO.md:52.
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
        """Places an order that, once filled, sends one or two more (OSO, one-sends-other).

        Args:
            account_id: `accountId`, int64. Entity ID of the Account that trades. The specification leaves it
                optional; in practice it is required. (operations/unique-ops/orders/placeOSO.md:72)
            action: `action`. Side of the order. (operations/unique-ops/orders/placeOSO.md:74)
            symbol: `symbol`, minLength 1. Symbol of the Contract to trade.
                (operations/unique-ops/orders/placeOSO.md:75)
            order_qty: `orderQty`, int32, exclusiveMinimum 0. How many contracts to trade.
                (operations/unique-ops/orders/placeOSO.md:76)
            order_type: `orderType`. Kind of order; it decides which prices are needed.
                (operations/unique-ops/orders/placeOSO.md:77)
            is_automated: `isAutomated`. Must be `true` if no person clicked to send the order.
                (operations/unique-ops/orders/placeOSO.md:86)
            bracket1: `bracket1`. (operations/unique-ops/orders/placeOSO.md:87)
            account_spec: `accountSpec`. Name of the Account that trades.
                (operations/unique-ops/orders/placeOSO.md:71)
            cl_ord_id: `clOrdId`, maxLength 64. (operations/unique-ops/orders/placeOSO.md:73)
            price: `price`, double. Required for `"Limit"`, `"MIT"`, `"StopLimit"` and `"TrailingStopLimit"`
                orders (corrected). (operations/unique-ops/orders/placeOSO.md:78)
            stop_price: `stopPrice`, double. Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`, and
                `"TrailingStopLimit"` order types. (operations/unique-ops/orders/placeOSO.md:79)
            max_show: `maxShow`, int32. (operations/unique-ops/orders/placeOSO.md:80)
            peg_difference: `pegDifference`, double. (operations/unique-ops/orders/placeOSO.md:81)
            time_in_force: `timeInForce`. How long the order stays valid; the notes on OrderVersion explain
                each value. (operations/unique-ops/orders/placeOSO.md:82)
            expire_time: `expireTime`, date-time. Required for orders using the `"GTD"` `timeInForce`
                property. (operations/unique-ops/orders/placeOSO.md:83)
            activation_time: `activationTime`, date-time. (operations/unique-ops/orders/placeOSO.md:84)
            custom_tag_50: `customTag50`, maxLength 50. A label that the Trader UI displays with the order.
                (operations/unique-ops/orders/placeOSO.md:85)
            bracket2: `bracket2`. Second exit, if wanted. With one bracket the entry gets either a stop-loss
                or a take-profit, with two it gets both. (operations/unique-ops/orders/placeOSO.md:88)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        Rules:
            - `price`: Required for `"Limit"`, `"MIT"`, `"StopLimit"` and `"TrailingStopLimit"` orders
                (corrected) (operations/unique-ops/orders/placeOSO.md:78)
            - `stopPrice`: Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`, and `"TrailingStopLimit"`
                order types (operations/unique-ops/orders/placeOSO.md:79)
            - `expireTime`: Required for orders using the `"GTD"` `timeInForce` property
                (operations/unique-ops/orders/placeOSO.md:83)

        With `dry_run=True` nothing is sent, and what would be sent is given back.

        Stated at operations/unique-ops/orders/placeOSO.md:64.
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
            account_id: `accountId`, int64. Entity ID of the Account that trades. The specification leaves it
                optional; in practice it is required. (operations/unique-ops/orders/placeOrder.md:48)
            action: `action`. Side of the order. (operations/unique-ops/orders/placeOrder.md:50)
            symbol: `symbol`, minLength 1. Symbol of the Contract to trade.
                (operations/unique-ops/orders/placeOrder.md:51)
            order_qty: `orderQty`, int32, exclusiveMinimum 0. How many contracts to trade.
                (operations/unique-ops/orders/placeOrder.md:52)
            order_type: `orderType`. Kind of order; it decides which prices are needed.
                (operations/unique-ops/orders/placeOrder.md:53)
            is_automated: `isAutomated`. Must be `true` if no person clicked to send the order.
                (operations/unique-ops/orders/placeOrder.md:62)
            account_spec: `accountSpec`. Name of the Account that trades.
                (operations/unique-ops/orders/placeOrder.md:47)
            cl_ord_id: `clOrdId`, maxLength 64. (operations/unique-ops/orders/placeOrder.md:49)
            price: `price`, double. Required for `"Limit"`, `"MIT"`, `"StopLimit"` and `"TrailingStopLimit"`
                orders (corrected). (operations/unique-ops/orders/placeOrder.md:54)
            stop_price: `stopPrice`, double. Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`, and
                `"TrailingStopLimit"` order types. (operations/unique-ops/orders/placeOrder.md:55)
            max_show: `maxShow`, int32. (operations/unique-ops/orders/placeOrder.md:56)
            peg_difference: `pegDifference`, double. (operations/unique-ops/orders/placeOrder.md:57)
            time_in_force: `timeInForce`. How long the order stays valid; the notes on OrderVersion explain
                each value. (operations/unique-ops/orders/placeOrder.md:58)
            expire_time: `expireTime`, date-time. Required for orders using the `"GTD"` `timeInForce`
                property. (operations/unique-ops/orders/placeOrder.md:59)
            activation_time: `activationTime`, date-time. (operations/unique-ops/orders/placeOrder.md:60)
            custom_tag_50: `customTag50`, maxLength 50. A label that the Trader UI displays with the order.
                (operations/unique-ops/orders/placeOrder.md:61)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        Rules:
            - `price`: Required for `"Limit"`, `"MIT"`, `"StopLimit"` and `"TrailingStopLimit"` orders
                (corrected) (operations/unique-ops/orders/placeOrder.md:54)
            - `stopPrice`: Required for `"Stop"`, `"StopLimit"`, `"TrailingStop"`, and `"TrailingStopLimit"`
                order types (operations/unique-ops/orders/placeOrder.md:55)
            - `expireTime`: Required for orders using the `"GTD"` `timeInForce` property
                (operations/unique-ops/orders/placeOrder.md:59)

        With `dry_run=True` nothing is sent, and what would be sent is given back.

        Stated at operations/unique-ops/orders/placeOrder.md:40.
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
    """The operations under /order, each with status, headers, body and time taken."""

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
    """The operations under /order, each with status, headers, body and time taken."""

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
