"""A client of a description without `x-client` assumes nothing about its service."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.client.generate import make_client
from jekyll_openapi.runtime import errors
from jekyll_openapi.runtime.trading.base_client import TradingSettings
from jekyll_openapi.runtime.trading.facts import TradingDescription
from jekyll_openapi.runtime.trading.sync_client import SyncTrader
from tests.client.desk import Desk, Said, use
from tests.client.fault_server import serving
from tests.client.sample import CLIENT, sample
from tests.programs import Checker


@pytest.fixture
def plain(desk: Desk) -> Iterator[Any]:
    """A client of a description without `x-client`."""
    named = {name: CLIENT[name] for name in ("distribution", "package", "class")}
    description = TradingDescription.of(json.dumps({**sample(), "x-client": named}))
    settings = TradingSettings(environment="demo", token="the-token")
    client = SyncTrader(description, settings, desk.transport())
    yield use(client, desk.clock)
    client.close()


def send(client: Any, path: str, **body: Any) -> Any:
    """The result of a call, or its error."""
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
    plain = use(plain.with_options(max_wait=0), desk.clock)
    assert isinstance(send(plain, "/account/list"), errors.RateLimited)
    assert type(send(plain, "/account/list")) is errors.ApiError
    assert isinstance(send(plain, "/account/list"), errors.RateLimited)
    assert isinstance(send(plain, "/account/list"), errors.LockedOut)
    desk.clock.sleep(3.5)
    assert send(plain, "/account/list") == []


def test_a_read_comes_again_when_the_answer_says_and_nothing_else_does(plain: Any, desk: Desk) -> None:
    start = desk.clock.seconds
    for status in (429, 503):
        left = [Said(status, headers={"Retry-After": "3"})]
        desk.rules["list"] = lambda seen, left=left: left.pop() if left else None  # type: ignore[misc]
        assert send(plain, "/account/list") == []
    assert (desk.clock.seconds - start, len(desk.log)) == (6, 4)
    desk.rules["cancelOrder"] = lambda seen: Said(429, headers={"Retry-After": "3"})
    assert isinstance(send(plain, "/order/cancelOrder", orderId=1, isAutomated=True), errors.RateLimited)
    assert len(desk.log) == 5


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
            settings = TradingSettings(environment="demo", base_url=server.url, api_key=key)
            return use(SyncTrader(TradingDescription.of(json.dumps(spec)), settings, None), desk.clock)

        clients = [client("one key"), client("one key"), client("another")]
        said = [type(send(one.with_options(max_wait=0), "/account/list")) for one in clients]
        for one in clients:
            one.close()
    assert said == [errors.RateLimited, errors.LockedOut, list]


def test_a_refused_token_is_just_refused(plain: Any, desk: Desk) -> None:
    desk.tokens = set()
    for _ in range(2):
        assert isinstance(send(plain, "/account/list"), errors.AuthenticationError)
    assert [one.path for one in desk.log] == ["/v1/account/list"] * 2


WORDS = re.compile(
    r"trad(e|ing)|\b(?<!in )orders?\b|cl_?ord|doubt|reconcil|ticket|penalt|\bhalt|liquidat|market|captcha|symbol", re.I
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The client of a small description without `x-client`."""
    out = tmp_path_factory.mktemp("small") / "client"
    shelf = {"type": "object", "properties": {"id": {"type": "integer"}}, "required": ["id"]}
    body = {"content": {"application/json": {"schema": shelf}}}
    answer = {"responses": {"200": {"description": "Yes.", **body}}}
    spec = {
        "openapi": "3.1.0",
        "info": {"title": "Shelves", "version": "1.0.0"},
        "servers": [{"url": "https://shelves.example"}],
        "paths": {
            "/shelves": {
                "delete": {"responses": {"200": {"description": "Gone."}}},
                "get": answer,
                "post": {"operationId": "add", "requestBody": body, **answer},
            }
        },
    }
    make_client(spec, out)
    return out


def test_a_client_of_another_service_has_no_word_of_trading(small: Path) -> None:
    said = {
        (path.name, line.strip())
        for path in (*small.rglob("*.py"), small / "README.md")
        for line in path.read_text("utf-8").splitlines()
        if ((found := WORDS.search(line)) and found[0] != "order") or "halt_on" in line
    }
    assert said == set()
    assert not (small / "shelves" / "runtime" / "trading").exists()
    assert not (small / "shelves" / "runtime" / "session.py").exists()


def test_one_environment_is_the_only_one(small: Path) -> None:
    assert "There is one environment, `https://shelves.example`." in (small / "README.md").read_text("utf-8")


def test_a_client_of_another_service_is_strictly_typed_and_works(small: Path, mypy: Checker) -> None:
    program = (
        "import pkgutil, importlib, shelves\n"
        "for one in pkgutil.walk_packages(shelves.__path__, 'shelves.'): importlib.import_module(one.name)\n"
        "fake = shelves.testing.ExampleTransport()\n"
        "fake.fail('add', shelves.testing.Failure.RESET)\n"
        "with shelves.Shelves(transport=fake) as api:\n"
        "    assert api.request('GET', '/shelves') == {'id': 1}\n"
        "    try: api.request('POST', '/shelves', json={'id': 1})\n"
        "    except shelves.errors.OutcomeUnknown as error: assert not hasattr(error, 'cl_ord_id')\n"
        "assert len(fake.requests) == 2\n"
        "import httpx\n"
        "odd = httpx.MockTransport(lambda request: httpx.Response(200, json={'a': 1}))\n"
        "with shelves.Shelves(transport=odd) as api:\n"
        "    assert api.request('GET', '/elsewhere') == {'a': 1}\n"
        "    assert api.request('DELETE', '/shelves') is None\n"
    )
    used = subprocess.run([sys.executable, "-c", program], cwd=small, capture_output=True, text=True, check=False)
    for done in (used, mypy("shelves", folder=small)):
        assert done.returncode == 0, done.stdout + done.stderr
