"""A small spec of the shape that the emitter writes, made in code so that a test can ask for a variation of it."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
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


def query(name: str, schema: Json, required: bool = True) -> Json:
    """A query parameter."""
    style = {"style": "form", "explode": False} if schema["type"] == "array" else {}
    return {
        "name": name,
        "in": "query",
        "required": required,
        "schema": schema,
        "x-source": f"shared/{name}.md:9",
        **style,
    }


def operation(
    name: str, kind: str, answer: Json, *, body: str = "", parameters: tuple[Json, ...] = (), secured: bool = True
) -> Json:
    """One operation, with the answers that all share."""
    made: Json = {
        "operationId": name,
        "summary": f"Call {name}.",
        "description": f"What {name} does, in a sentence.",
        "x-source": f"operations/{name}.md:12",
        "x-operation-class": kind,
        "security": [{"bearer": []}] if secured else [],
        "responses": {
            "200": {"description": "The answer.", "content": {"application/json": {"schema": answer}}},
            "401": {"$ref": "#/components/responses/Unauthorized"},
            "429": {"$ref": "#/components/responses/TooManyRequests"},
        },
    }
    if parameters:
        made["parameters"] = list(parameters)
    if body:
        made["requestBody"] = {"required": True, "content": {"application/json": {"schema": ref(body)}}}
    return made


def array(name: str) -> Json:
    """An array of references."""
    return {"type": "array", "items": ref(name)}


ID = query("id", INT64)
IDS = query("ids", {"type": "array", "items": INT64})
NAME = query("name", STRING)
SUGGEST = (query("t", STRING), query("l", INT32, required=False))

OPERATIONS: dict[str, tuple[str, str, Json]] = {
    "/account/list": ("get", "Account", operation("accountList", "read", array("Account"))),
    "/account/item": ("get", "Account", operation("accountItem", "read", ref("Account"), parameters=(ID,))),
    "/auth/accessTokenRequest": (
        "post",
        "Auth",
        operation("accessTokenRequest", "auth", ref("AccessTokenResponse"), body="AccessTokenRequest", secured=False),
    ),
    "/auth/renewAccessToken": ("get", "Auth", operation("renewAccessToken", "auth", ref("AccessTokenResponse"))),
    "/auth/me": ("get", "Auth", operation("authMe", "read", {})),
    "/cashBalance/changeDemoBalance": (
        "post",
        "Accounting",
        operation("changeDemoBalance", "write", {}, body="ChangeDemoBalance"),
    ),
    "/command/list": ("get", "Command", operation("commandList", "read", array("Command"))),
    "/contract/find": ("get", "Contract", operation("contractFind", "read", ref("Contract"), parameters=(NAME,))),
    "/contract/items": ("get", "Contract", operation("contractItems", "read", array("Contract"), parameters=(IDS,))),
    "/contract/suggest": (
        "get",
        "Contract",
        operation("contractSuggest", "read", array("Contract"), parameters=SUGGEST),
    ),
    "/order/cancelOrder": (
        "post",
        "Orders",
        operation("cancelOrder", "trade", ref("CommandResult"), body="CancelOrder"),
    ),
    "/order/item": ("get", "Order", operation("orderItem", "read", ref("Order"), parameters=(ID,))),
    "/order/list": ("get", "Order", operation("orderList", "read", array("Order"))),
    "/order/placeOCO": ("post", "Orders", operation("placeOCO", "trade", ref("PlaceOcoResult"), body="PlaceOCO")),
    "/order/placeOSO": ("post", "Orders", operation("placeOSO", "trade", ref("PlaceOsoResult"), body="PlaceOSO")),
}

PLACE_OCO_EXAMPLE: Json = {
    "accountId": 1,
    "action": "Buy",
    "symbol": "ESZ6",
    "orderQty": 1,
    "orderType": "Market",
    "timeInForce": "Day",
    "isAutomated": True,
    "other": {"action": "Sell", "orderType": "Stop", "stopPrice": 4100.25},
}

PLACE_OCO: Json = {
    "account_id": 1,
    "action": "Buy",
    "symbol": "ESZ6",
    "order_qty": 1,
    "order_type": "Market",
    "is_automated": True,
    "other": {"action": "Sell", "orderType": "Stop", "stopPrice": 4100.25},
}
"""The same as keywords of the method."""

CLIENT: Json = {
    "distribution": "sample-client",
    "package": "sample_client",
    "class": "Sample",
    "default-environment": "demo",
    "tag": "clOrdId",
    "secrets": ["password", "sec", "accessToken", "mdAccessToken", "p-ticket", "deviceId"],
    "failures": {
        "reason": "failureReason",
        "no-failure": ["Success"],
        "text": ["failureText", "errorText"],
        "flag": "ok",
        "violations": "violations",
    },
    "penalty": {"ticket": "p-ticket", "wait": "p-time", "captcha": "p-captcha"},
    "lock-out": {"statuses": [423, 429], "seconds": 3600},
    "session": {
        "open": "accessTokenRequest",
        "renew": "renewAccessToken",
        "token": "accessToken",
        "expires": "expirationTime",
        "lifetime": 5400,
        "renew-before": 900,
        "budget-seconds": 3600,
        "open-budget": 5,
        "renew-budget": 15,
    },
    "reconcile": {
        "group": "order",
        "operation": "commandList",
        "status": "commandStatus",
        "refused": ["RiskRejected", "ExecutionRejected"],
    },
    "failure-reasons": {
        "InvalidPrice": {"again": "no", "advice": "Mend the price first."},
        "NoQuote": {"again": "later", "advice": "There is no market at the moment."},
        "RiskCheckTimeout": {"again": "look-first", "advice": "Look whether the order exists."},
    },
}


def sample() -> Json:
    """The spec, a new one each time."""
    paths: Json = {}
    for path, (method, tag, item) in sorted(OPERATIONS.items()):
        paths[path] = {method: {**item, "tags": [tag]}}
    place = paths["/order/placeOCO"]["post"]["requestBody"]["content"]["application/json"]
    place["example"] = PLACE_OCO_EXAMPLE
    made = {
        "openapi": "3.1.1",
        "info": {"title": "Sample API", "version": "0.1.0", "description": "An unofficial description."},
        "servers": [
            {"url": "https://demo.sample.example/v1", "x-environment": "demo"},
            {"url": "https://live.sample.example/v1", "x-environment": "live"},
        ],
        "tags": [{"name": tag} for tag in sorted({tag for _, tag, _ in OPERATIONS.values()})],
        "paths": paths,
        "components": {
            "schemas": schemas(),
            "responses": {
                "Unauthorized": {"description": "The token is missing or no longer valid."},
                "TooManyRequests": {"description": "Locked out."},
            },
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        },
        "x-client": CLIENT,
    }
    return deepcopy(made)
