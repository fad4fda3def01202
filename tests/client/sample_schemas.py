"""The schemas of the sample spec."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]

ORDER_TYPES = ["Limit", "MIT", "Market", "Stop", "StopLimit", "TrailingStop", "TrailingStopLimit"]
FAILURES = ["AccountClosed", "InvalidPrice", "NoQuote", "RiskCheckTimeout", "SessionClosed", "Success", "UnknownReason"]
STATUSES = ["Canceled", "Completed", "Expired", "Filled", "Rejected", "Suspended", "Unknown", "Working"]
COMMAND_STATUSES = ["AtExecution", "ExecutionRejected", "OnHold", "Pending", "Replaced", "RiskPassed", "RiskRejected"]

STRING: Json = {"type": "string"}
INT64: Json = {"type": "integer", "format": "int64"}
INT32: Json = {"type": "integer", "format": "int32"}
DOUBLE: Json = {"type": "number", "format": "double"}
BOOLEAN: Json = {"type": "boolean"}
DATE_TIME: Json = {"type": "string", "format": "date-time"}


def ref(name: str) -> Json:
    """A reference to a component schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def ref_property(name: str) -> Json:
    """A property that is a reference, in the form that may carry a description."""
    return {"allOf": [ref(name)]}


def table(page: str, rows: Mapping[str, Json], required: tuple[str, ...] = (), **more: Any) -> Json:
    """An object schema whose properties stand on consecutive lines of the page."""
    properties = {name: {**row, "x-source": f"{page}:{20 + line}"} for line, (name, row) in enumerate(rows.items())}
    return {
        "type": "object",
        "properties": properties,
        **({"required": list(required)} if required else {}),
        "x-source": f"{page}:16",
        **more,
    }


def rule(page: str, when: str, values: list[str], wanted: str) -> Json:
    """One conditional requirement."""
    return {
        "if": {"properties": {when: {"enum": values}}, "required": [when]},
        "then": {"required": [wanted]},
        "description": f"`{wanted}` is needed where `{when}` is one of {', '.join(values)}.",
        "x-source": f"{page}:40",
    }


def order_rules(page: str) -> list[Json]:
    """The conditions that every kind of order has."""
    return [
        rule(page, "orderType", ["Limit", "MIT", "StopLimit", "TrailingStopLimit"], "price"),
        rule(page, "orderType", ["Stop", "StopLimit", "TrailingStop", "TrailingStopLimit"], "stopPrice"),
        rule(page, "timeInForce", ["GTD"], "expireTime"),
    ]


ORDER_ROWS: dict[str, Json] = {
    "accountSpec": {**STRING, "maxLength": 64},
    "accountId": {**INT64, "x-required-in-practice": True, "description": "Which account trades."},
    "clOrdId": {**STRING, "maxLength": 64},
    "action": {**ref_property("Action"), "description": "Buy or sell."},
    "symbol": {**STRING, "maxLength": 64, "description": "The contract's symbol."},
    "orderQty": {**INT32, "minimum": 1, "description": "How many contracts."},
    "orderType": ref_property("OrderType"),
    "price": DOUBLE,
    "stopPrice": DOUBLE,
    "maxShow": INT32,
    "pegDifference": DOUBLE,
    "timeInForce": ref_property("TimeInForce"),
    "expireTime": DATE_TIME,
    "activationTime": DATE_TIME,
    "customTag50": {**STRING, "maxLength": 50},
    "isAutomated": {**BOOLEAN, "x-required-in-practice": True, "description": "True where no human clicked."},
}
ORDER_REQUIRED = ("action", "symbol", "orderQty", "orderType")

RESTRAINED_ROWS: dict[str, Json] = {
    "action": ref_property("Action"),
    "clOrdId": {**STRING, "maxLength": 64},
    "orderType": ref_property("OrderType"),
    "price": DOUBLE,
    "stopPrice": DOUBLE,
    "maxShow": INT32,
    "pegDifference": DOUBLE,
    "timeInForce": ref_property("TimeInForce"),
    "expireTime": DATE_TIME,
    "text": {**STRING, "maxLength": 64},
}

FAILURE_ROWS: dict[str, Json] = {"failureReason": ref_property("FailureReason"), "failureText": STRING}


def requests() -> dict[str, Json]:
    """What is sent."""
    oco, oso, restrained = "order/placeOCO.md", "order/placeOSO.md", "entities/restrained.md"
    other = {**ref_property("RestrainedOrderVersion"), "description": "The paired order."}
    return {
        "AccessTokenRequest": table(
            "auth/access.md",
            {
                "name": STRING,
                "password": STRING,
                "appId": STRING,
                "appVersion": STRING,
                "cid": INT64,
                "sec": STRING,
                "deviceId": STRING,
            },
            ("name", "password", "appId", "appVersion", "cid", "sec"),
        ),
        "CancelOrder": table(
            "order/cancel.md",
            {
                "orderId": INT64,
                "clOrdId": {**STRING, "maxLength": 64},
                "activationTime": DATE_TIME,
                "isAutomated": {**BOOLEAN, "x-required-in-practice": True},
            },
            ("orderId",),
        ),
        "ChangeDemoBalance": table(
            "accounting/balance.md", {"accountId": INT64, "cashChange": DOUBLE}, ("accountId", "cashChange")
        ),
        "LiquidatePosition": table("order/liquidate.md", {"accountId": INT64, "contractId": INT64}),
        "ModifyOrder": table("order/modify.md", {"orderId": INT64, "orderQty": INT32, "price": DOUBLE}, ("orderId",)),
        "PlaceOCO": table(oco, {**ORDER_ROWS, "other": other}, (*ORDER_REQUIRED, "other"), allOf=order_rules(oco)),
        "PlaceOSO": table(
            oso,
            {
                **ORDER_ROWS,
                "bracket1": ref_property("RestrainedOrderVersion"),
                "bracket2": ref_property("RestrainedOrderVersion"),
            },
            (*ORDER_REQUIRED, "bracket1"),
            allOf=order_rules(oso),
        ),
        "RestrainedOrderVersion": table(
            restrained, RESTRAINED_ROWS, ("action", "orderType"), allOf=order_rules(restrained)
        ),
    }


def answers() -> dict[str, Json]:
    """What comes back."""
    return {
        "AccessTokenResponse": table(
            "entities/token.md",
            {
                "errorText": STRING,
                "accessToken": STRING,
                "expirationTime": DATE_TIME,
                "userId": INT64,
                "name": STRING,
                "hasLive": BOOLEAN,
            },
        ),
        "Account": table(
            "entities/account.md",
            {
                "id": INT64,
                "name": {**STRING, "maxLength": 64},
                "userId": INT64,
                "active": BOOLEAN,
                "legalStatus": ref_property("LegalStatus"),
                "timestamp": DATE_TIME,
                "readonly": BOOLEAN,
                "tradeDate": ref_property("TradeDate"),
                "limits": {"type": "array", "items": DOUBLE},
                "owner": ref_property("Owner"),
            },
            ("name", "userId", "active", "legalStatus", "timestamp"),
            description='A source of equity. """Quoted""" text and a back\\slash stay text.',
        ),
        "Command": table(
            "entities/command.md",
            {
                "id": INT64,
                "orderId": INT64,
                "timestamp": DATE_TIME,
                "clOrdId": STRING,
                "commandType": ref_property("CommandType"),
                "commandStatus": ref_property("CommandStatus"),
            },
            ("orderId", "timestamp", "commandType", "commandStatus"),
        ),
        "CommandResult": table("entities/result.md", {**FAILURE_ROWS, "commandId": INT64}),
        "Contract": table(
            "entities/contract.md",
            {"id": INT64, "name": STRING, "contractMaturityId": INT64, "providerTickSize": DOUBLE},
            ("name", "contractMaturityId"),
        ),
        "Order": table(
            "entities/order.md",
            {
                "id": INT64,
                "accountId": INT64,
                "contractId": INT64,
                "timestamp": DATE_TIME,
                "action": ref_property("Action"),
                "ordStatus": ref_property("OrderStatus"),
                "ocoId": INT64,
                "parentId": INT64,
                "linkedId": INT64,
                "admin": BOOLEAN,
            },
            ("accountId", "timestamp", "action", "ordStatus", "admin"),
        ),
        "Owner": {"type": "object", "x-unresolved": "/entity-system/index/owner"},
        "PlaceOcoResult": table("entities/oco.md", {**FAILURE_ROWS, "orderId": INT64, "ocoId": INT64}),
        "PlaceOsoResult": table(
            "entities/oso.md", {**FAILURE_ROWS, "orderId": INT64, "oso1Id": INT64, "oso2Id": INT64}
        ),
        "TradeDate": table("entities/date.md", {"year": INT32, "month": INT32, "day": INT32}),
    }


def enumerations() -> dict[str, Json]:
    """The values that properties share."""
    return {
        "Action": {"type": "string", "enum": ["Buy", "Sell"], "x-source": "order/placeOCO.md:24"},
        "CommandStatus": {"type": "string", "enum": COMMAND_STATUSES},
        "CommandType": {"type": "string", "enum": ["Cancel", "Modify", "New"]},
        "FailureReason": {"type": "string", "enum": FAILURES},
        "LegalStatus": {"type": "string", "enum": ["Corporation", "GP", "IRA", "Individual", "LLC"]},
        "OrderStatus": {"type": "string", "enum": STATUSES},
        "OrderType": {"type": "string", "enum": ORDER_TYPES},
        "TimeInForce": {"type": "string", "enum": ["Day", "FOK", "GTC", "GTD", "IOC"]},
    }


def schemas() -> dict[str, Json]:
    """The component schemas, by name."""
    return dict(sorted({**requests(), **answers(), **enumerations()}.items()))
