"""Orders, good and bad, before a server that is made from the spec by code that is not ours."""

import asyncio
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tradovate_client import AsyncTradovate, Tradovate, errors

Body = dict[str, Any]

MARKET: Body = {
    "accountId": 7,
    "action": "Buy",
    "symbol": "ESZ6",
    "orderQty": 1,
    "orderType": "Market",
    "isAutomated": True,
    "other": {"action": "Sell", "orderType": "Stop", "stopPrice": 4100.25},
}
GONE = object()
GOOD: dict[str, Body] = {
    "market": {},
    "limit": {"orderType": "Limit", "price": 4200.25},
    "stop": {"orderType": "Stop", "stopPrice": 4100},
    "stop limit": {"orderType": "StopLimit", "price": 4200.25, "stopPrice": 4190},
    "until a date": {"timeInForce": "GTD", "expireTime": "2026-12-01T15:00:00Z"},
    "tag of the greatest length": {"clOrdId": "x" * 64},
}
BAD: dict[str, Body] = {
    "no side": {"action": GONE},
    "unknown side": {"action": "Hold"},
    "no second order": {"other": GONE},
    "limit without price": {"orderType": "Limit"},
    "stop without stop price": {"orderType": "Stop"},
    "until no date": {"timeInForce": "GTD"},
    "until what is not a date": {"timeInForce": "GTD", "expireTime": "tomorrow"},
    "half a contract": {"orderQty": 1.5},
    "quantity as text": {"orderQty": "1"},
    "quantity beyond int32": {"orderQty": 2**31},
    "tag too long": {"clOrdId": "x" * 65},
    "second order without stop price": {"other": {"action": "Sell", "orderType": "Stop"}},
}


def edited(changes: Body) -> Body:
    """The market order with the changes."""
    return {name: value for name, value in (MARKET | changes).items() if value is not GONE}


@pytest.fixture(scope="module")
def server(prism: str) -> Iterator[httpx.Client]:
    """Bare httpx before the mock server."""
    with httpx.Client(base_url=prism, headers={"Authorization": "Bearer token"}, timeout=10) as client:
        yield client


@pytest.mark.parametrize("changes", GOOD.values(), ids=GOOD)
def test_the_server_takes_a_good_order(changes: Body, server: httpx.Client) -> None:
    answer = server.post("/order/placeOCO", json=edited(changes))
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize("changes", BAD.values(), ids=BAD)
def test_the_server_refuses_a_bad_order(changes: Body, server: httpx.Client) -> None:
    answer = server.post("/order/placeOCO", json=edited(changes))
    assert answer.status_code == 422, answer.text


def test_the_server_wants_a_token(prism: str) -> None:
    assert httpx.post(f"{prism}/order/placeOCO", json=MARKET, timeout=10).status_code == 401


def keywords(changes: Body) -> Body:
    """The edited order as keywords of the client."""
    return {re.sub("(?=[A-Z])", "_", name).lower(): value for name, value in edited(changes).items()}


@pytest.mark.parametrize("changes", GOOD.values(), ids=GOOD)
def test_the_client_sends_what_the_server_takes(changes: Body, prism: str) -> None:
    with Tradovate(token="token", base_url=prism) as api:
        taken = api.order.place_oco(**keywords(changes))
    assert (taken.order_id, taken.oco_id) == (1, 2)


@pytest.mark.parametrize("changes", BAD.values(), ids=BAD)
def test_the_client_refuses_what_the_server_refuses(changes: Body, prism: str) -> None:
    with Tradovate(token="token", base_url=prism) as api, pytest.raises(errors.RequestInvalid) as refusal:
        api.request("POST", "/order/placeOCO", json=edited(changes))
    assert refusal.value.problems


def test_the_client_that_does_not_wait_sends_it_too(prism: str) -> None:
    async def place() -> object:
        async with AsyncTradovate(token="token", base_url=prism) as api:
            return (await api.order.place_oco(**keywords({}))).order_id

    assert asyncio.run(place()) == 1


def test_the_client_opens_a_session_and_changes_orders_there(prism: str) -> None:
    who: Any = {"name": "n", "password": "p", "appId": "a", "appVersion": "1", "cid": 1, "sec": "s"}
    with Tradovate(credentials=who, base_url=prism) as api:
        assert api.order.modify_order(order_id=1, order_qty=1, order_type="Market", is_automated=True).command_id == 1
        assert api.order.cancel_order(order_id=1, is_automated=True).command_id == 1
        sold: Any = {"action": "Sell", "orderType": "Stop", "stopPrice": 4100}
        order = {key: value for key, value in keywords({}).items() if key != "other"}
        assert api.order.place_order(**order).order_id == 1
        assert api.order.place_oso(**order, bracket1=sold).oso_1_id == 2


def test_the_client_reads_what_the_server_answers(prism: str) -> None:
    with Tradovate(token="token", base_url=prism) as api:
        assert api.account.list()[0].name
        assert api.account.items(ids=[1, 2])
        assert api.contract.find(name="ESZ6").id
