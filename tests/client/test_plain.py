"""A client of a description that says nothing of its service but the operations: it assumes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from jekyll_openapi.runtime import errors
from jekyll_openapi.runtime.base_client import Settings
from jekyll_openapi.runtime.description import read_description
from jekyll_openapi.runtime.sync_client import SyncClient
from tests.client.desk import Desk, Said, use
from tests.client.fault_server import serving
from tests.client.sample import CLIENT, sample


@pytest.fixture
def plain(desk: Desk) -> Iterator[Any]:
    """A client without facts."""
    named = {name: CLIENT[name] for name in ("distribution", "package", "class")}
    description = read_description(json.dumps({**sample(), "x-client": named}))
    settings = Settings(environment="demo", token="the-token")
    client = SyncClient(description, settings, desk.transport())
    yield use(client, desk.clock)
    client.close()


def send(client: Any, path: str, **body: Any) -> Any:
    """What a call gives or raises."""
    try:
        return client.request("POST" if body else "GET", path, json=body or None)
    except errors.ServiceError as error:
        return error


def test_nothing_is_put_into_a_request_and_nothing_read_into_an_answer(plain: Any, desk: Desk) -> None:
    for body in ({}, {"failureReason": "NoQuote"}, {"p-ticket": "t", "p-time": 1}, {"errorText": "no"}):
        desk.rules["cancelOrder"] = lambda seen, body=body: Said(body=body)  # type: ignore[misc]
        assert send(plain, "/order/cancelOrder", orderId=1, isAutomated=True) == body
    assert desk.log[0].body == {"orderId": 1, "isAutomated": True}


def test_only_what_an_answer_says_locks_out(plain: Any, desk: Desk) -> None:
    said = [Said(429), Said(423), Said(429, headers={"Retry-After": "3"})]
    desk.rules["list"] = lambda seen: said.pop(0) if said else None
    assert isinstance(send(plain, "/account/list"), errors.RateLimited)
    assert type(send(plain, "/account/list")) is errors.ApiError
    assert isinstance(send(plain, "/account/list"), errors.RateLimited)
    assert isinstance(send(plain, "/account/list"), errors.LockedOut)
    desk.clock.sleep(3.5)
    assert send(plain, "/account/list") == []


def test_a_trade_is_sent_once_and_kept_in_doubt(plain: Any, desk: Desk) -> None:
    desk.rules["cancelOrder"] = lambda seen: Said(502)
    error = send(plain, "/order/cancelOrder", orderId=1, isAutomated=True)
    assert isinstance(error, errors.OutcomeUnknown)
    (doubt,) = plain.in_doubt
    assert (doubt.operation_id, doubt.account_id, doubt.cl_ord_id) == ("cancelOrder", None, None)
    assert plain._reconcile(error, 0.0).outcome == "unknown"
    assert len(desk.log) == 1
    plain.in_doubt.resolve(error, "done")
    assert len(plain.in_doubt) == 0


def test_clients_of_one_key_wait_together(desk: Desk) -> None:
    named = {name: CLIENT[name] for name in ("distribution", "package", "class")}
    spec = {**sample(), "x-client": named}
    spec["components"]["securitySchemes"] = {"bearer": {"type": "apiKey", "in": "header", "name": "X-Key"}}
    left = [Said(429, headers={"Retry-After": "9"})]
    desk.rules["list"] = lambda seen: left.pop() if left else None
    with serving(desk.behave) as server:

        def client(key: str) -> Any:
            settings = Settings(environment="demo", base_url=server.url, api_key=key)
            return use(SyncClient(read_description(json.dumps(spec)), settings, None), desk.clock)

        clients = [client("one key"), client("one key"), client("another")]
        said = [type(send(one, "/account/list")) for one in clients]
        for one in clients:
            one.close()
    assert said == [errors.RateLimited, errors.LockedOut, list]


def test_a_refused_token_is_just_refused(plain: Any, desk: Desk) -> None:
    desk.tokens = set()
    for _ in range(2):
        assert isinstance(send(plain, "/account/list"), errors.AuthenticationError)
    assert [one.path for one in desk.log] == ["/v1/account/list"] * 2
