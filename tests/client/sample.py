"""A small description as the generator emits it, built in code so that tests can vary it."""

from __future__ import annotations

from copy import deepcopy

from jekyll_openapi.spec.presence import mark_presence
from tests.client.sample_schemas import INT32, INT64, STRING, Json, ref, schemas


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
    "/order/liquidatePosition": (
        "post",
        "Orders",
        operation("liquidatePosition", "trade", {}, body="LiquidatePosition"),
    ),
    "/order/modifyOrder": (
        "post",
        "Orders",
        operation("modifyOrder", "trade", ref("CommandResult"), body="ModifyOrder"),
    ),
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
    "account": "accountId",
    "secrets": ["password", "sec", "accessToken", "mdAccessToken", "p-ticket", "deviceId"],
    "failures": {
        "reason": "failureReason",
        "no-failure": ["Success"],
        "text": ["failureText", "errorText"],
        "flag": "ok",
        "violations": "violations",
        "order-ids": ["orderId", "ocoId", "oso1Id", "oso2Id"],
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
        "user": "name",
        "owner": "userId",
        "check": "accountList",
        "wrong-password": r"\b(incorrect|wrong)\b.*\bpassword\b",
        "wrong-password-seconds": 1800,
    },
    "trades": {
        "placeOCO": {
            "command": "New",
            "places": True,
            "ids": ["orderId", "ocoId"],
            "legs": ["other"],
            "same": ["accountId", "action"],
            "failed": ["Rejected"],
        },
        "placeOSO": {
            "command": "New",
            "places": True,
            "ids": ["orderId", "oso1Id", "oso2Id"],
            "legs": ["bracket1", "bracket2"],
            "same": ["accountId", "action"],
            "failed": ["Rejected"],
        },
        "liquidatePosition": {
            "command": "New",
            "ids": ["orderId"],
            "same": ["accountId", "contractId"],
            "protects": True,
            "failed": ["Rejected"],
        },
        "modifyOrder": {"command": "Modify", "ids": ["commandId"], "order": "orderId"},
        "cancelOrder": {
            "command": "Cancel",
            "ids": ["commandId"],
            "order": "orderId",
            "protects": True,
            "ended": ["Canceled"],
            "failed": ["Filled", "Rejected"],
        },
    },
    "reconcile": {
        "group": "order",
        "operation": "commandList",
        "order": "orderId",
        "kind": "commandType",
        "time": "timestamp",
        "status": "commandStatus",
        "done": ["AtExecution"],
        "refused": ["RiskRejected", "ExecutionRejected"],
        "tolerance": 2,
        "repeats": ["isAutomated", "customTag50"],
        "order-operation": "orderItem",
        "order-status": "ordStatus",
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
    made = deepcopy(made)
    mark_presence(made)
    return made
