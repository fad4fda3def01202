"""What methods and generated functions send, and what they return."""

from __future__ import annotations

import datetime as clock
import inspect
import json
import textwrap
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import httpx
import pytest

from tests.client.conftest import Driver
from tests.client.sample import OPERATIONS, PLACE_OCO, PLACE_OCO_EXAMPLE


def test_an_order_goes_out_with_the_names_of_the_api(driver: Driver, transport: Any) -> None:
    placed = driver.place(driver.client(transport))
    (request,) = transport.requests
    body = json.loads(request.content)
    assert len(body.pop("clOrdId")) == 32
    assert len(body["other"].pop("clOrdId")) == 32
    assert body == {key: value for key, value in PLACE_OCO_EXAMPLE.items() if key != "timeInForce"}
    assert str(request.url) == "https://demo.sample.example/v1/order/placeOCO"
    assert request.headers["authorization"] == "Bearer the-token"
    assert request.headers["user-agent"] == "sample-client/0.1.0"
    assert placed.order_id == 1


def test_an_order_that_goes_well_asks_for_no_names_that_only_messages_need(driver: Driver, transport: Any) -> None:
    client = driver.client(transport)
    description = client._core.description
    naming, asked = description.naming, []

    def listed(name: str) -> Any:
        asked.append(name)
        return naming(name)

    object.__setattr__(description, "naming", listed)
    try:
        driver.place(client)
        assert asked == []  # they take as long as the rest of the call
        with pytest.raises(driver.package.errors.RequestInvalid, match="order_qty"):
            driver.place(client, order_qty=0.5)
        assert "placeOCO" in asked
    finally:
        object.__setattr__(description, "naming", naming)


def test_enumerations_and_models_stand_for_strings_and_mappings(driver: Driver, transport: Any) -> None:
    models, client = driver.package.models, driver.client(transport)
    other = models.RestrainedOrderVersion(
        action=models.Action.SELL, order_type=models.OrderType.STOP, stop_price=Decimal("4100.2500")
    )
    driver.place(client, action=models.Action.BUY, order_type=models.OrderType.MARKET, other=other)
    body = transport.requests[0].content
    assert b'"other":{"action":"Sell","orderType":"Stop","stopPrice":4100.2500,' in body
    assert b'"action":"Buy"' in body


def test_times_leave_in_utc_and_a_naive_one_is_refused(driver: Driver, transport: Any) -> None:
    client = driver.client(transport)
    east = datetime(2026, 1, 2, 3, 4, 5, 60000, tzinfo=timezone(timedelta(hours=2)))
    models = driver.package.models
    other = models.RestrainedOrderVersion(
        action=models.Action.SELL, order_type=models.OrderType.MARKET, time_in_force="GTD", expire_time=east
    )
    driver.place(client, time_in_force="GTD", expire_time=east, other=other)
    assert transport.requests[0].content.count(b'"expireTime":"2026-01-02T01:04:05.060000Z"') == 2
    with pytest.raises(driver.package.errors.RequestInvalid) as caught:
        driver.place(client, time_in_force="GTD", expire_time=east.replace(tzinfo=None))
    assert [problem.field for problem in caught.value.problems] == ["expireTime"]
    assert len(transport.requests) == 1


def test_lists_go_out_with_commas_and_values_are_quoted(driver: Driver, transport: Any) -> None:
    client = driver.client(transport)
    driver.do(client.contract.items(ids=[1, 2]))
    driver.do(client.contract.find(name="a/../b?c=d&e\r\nX: y#é,"))
    urls = [str(request.url).removeprefix("https://demo.sample.example/v1") for request in transport.requests]
    assert urls == ["/contract/items?ids=1,2", "/contract/find?name=a%2F..%2Fb%3Fc%3Dd%26e%0D%0AX%3A%20y%23%C3%A9%2C"]


def test_answers_become_models(driver: Driver, transport: Any) -> None:
    (account,) = driver.do(driver.client(transport).account.list())
    assert account.timestamp == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert account.legal_status is driver.package.models.LegalStatus.CORPORATION
    assert account.trade_date.year == 1
    assert account.owner.additional_properties == {}


def test_every_problem_is_named_with_its_rule_and_page(driver: Driver, transport: Any) -> None:
    other = {"action": "Sell", "orderType": "Stop"}
    with pytest.raises(driver.package.errors.RequestInvalid) as caught:
        driver.place(
            driver.client(transport), action="Hold", symbol="E" * 65, order_qty=2**31, order_type="Limit", other=other
        )
    found = {problem.field: (problem.message, problem.source) for problem in caught.value.problems}
    assert found == {
        "action": ("must be 'Buy' or 'Sell', got 'Hold'", "order/placeOCO.md:23"),
        "symbol": (f"must be at most 64 characters long, got '{'E' * 59}…", "order/placeOCO.md:24"),
        "orderQty": ("must be at most 2147483647, got 2147483648", "order/placeOCO.md:25"),
        "price": ("is missing", "order/placeOCO.md:40"),
        "other.stopPrice": ("is missing", "entities/restrained.md:40"),
    }
    rules = {problem.field: problem.rule for problem in caught.value.problems}
    assert rules["price"].startswith("`price` is needed where `orderType`")
    assert "\n" not in str(caught.value)
    assert transport.requests == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"account_id": None}, "accountId"),
        ({"is_automated": None}, "isAutomated"),
        ({"price": float("nan")}, "price"),
        ({"price": Decimal("Infinity")}, "price"),
        ({"price": Decimal("1e309")}, "price"),
        ({"price": True}, "price"),
        ({"symbol": b"ES"}, "symbol"),
        ({"symbol": object()}, "symbol"),
        ({"symbol": "\ud800"}, "symbol"),
        ({"account_id": 2**63}, "accountId"),
        ({"account_id": 1.5}, "accountId"),
        ({"other": {"action": "Sell"}}, "other.orderType"),
        ({"other": {"action": "Sell", "orderType": "Market", 1: 2}}, "other"),
        ({"other": {"action": "Sell", "orderType": "Market", "text": None}}, "other.text"),
        ({"other": []}, "other"),
        ({"expire_time": "2026-01-01"}, "expireTime"),
    ],
)
def test_what_the_schema_does_not_allow_is_not_sent(
    driver: Driver, transport: Any, changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(driver.package.errors.RequestInvalid) as caught:
        driver.place(driver.client(transport), **changes)
    assert field in {problem.field for problem in caught.value.problems}
    assert transport.requests == []


def test_raw_gives_everything_that_came(driver: Driver, transport: Any) -> None:
    answer = driver.do(driver.client(transport).raw.order.place_oco(**PLACE_OCO))
    assert (answer.status, answer.parsed.order_id) == (200, 1)
    assert json.loads(answer.body)["orderId"] == 1
    assert answer.headers["content-type"] == "application/json"
    assert answer.elapsed.total_seconds() >= 0


def test_a_dry_run_gives_the_request_and_sends_nothing(driver: Driver, transport: Any) -> None:
    request = driver.place(driver.client(transport), price=Decimal("4200.250"), dry_run=True)
    assert transport.requests == []
    assert request.method == "POST"
    assert request.url == "https://demo.sample.example/v1/order/placeOCO"
    assert b'"price":4200.250' in request.content
    assert request.cl_ord_id.encode() in request.content


def test_what_the_spec_does_not_have_can_be_asked_for(driver: Driver, transport: Any) -> None:
    client = driver.client(httpx.MockTransport(lambda request: httpx.Response(200, json={"path": request.url.path})))
    assert driver.do(client.request("POST", "/some/new/operation", json={"a": Decimal("1.0")})) == {
        "path": "/v1/some/new/operation"
    }
    checked = driver.client(transport)
    with pytest.raises(driver.package.errors.RequestInvalid):
        driver.do(checked.request("POST", "/ORDER/placeoco", json={"symbol": "E"}))


@pytest.mark.parametrize(
    "path", ["/order/placeOCO/", "/order/%70laceOCO", "/order/placeoco;v=1", "/order/PLACE%4fCO/", "/ord%65r/placeOCO"]
)
def test_an_operation_is_known_however_its_path_is_spelled(driver: Driver, path: str) -> None:
    seen: list[Any] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(json.loads(request.content))
        return httpx.Response(200, json={})

    client = driver.client(httpx.MockTransport(handle))
    with pytest.raises(driver.package.errors.RequestInvalid, match="is missing"):
        driver.do(client.request("POST", path, json={"symbol": "E"}))
    with pytest.raises(driver.package.errors.UnreadableOutcome):
        driver.do(client.request("POST", path, json=PLACE_OCO_EXAMPLE))
    assert seen[0]["clOrdId"]
    assert len(client.in_doubt) == 1


@pytest.mark.parametrize(
    "path",
    [
        "",
        "order",
        "//evil.example/x",
        "https://evil.example/x",
        "/order/../auth",
        "/order/%2e%2e/auth",
        "/order?x=1",
        "/order#x",
        "/order\r\nX: y",
        "/order/%0d%0aX",
        "/or der",
        "/order\\x",
        "/@evil.example",
    ],
)
def test_a_path_that_could_lead_elsewhere_is_not_sent(driver: Driver, transport: Any, path: str) -> None:
    if path == "/@evil.example":
        driver.client(transport)
        assert httpx.URL("https://demo.sample.example/v1" + path).host == "demo.sample.example"
        return
    with pytest.raises(driver.package.errors.RequestInvalid):
        driver.do(driver.client(transport).request("POST", path, json={}))
    assert transport.requests == []


def test_a_tag_of_the_caller_is_kept(driver: Driver, transport: Any) -> None:
    driver.place(driver.client(transport), cl_ord_id="mine")
    assert json.loads(transport.requests[0].content)["clOrdId"] == "mine"


def public(kind: type) -> list[str]:
    """Public names that the class defines."""
    return [name for name in vars(kind) if not name.startswith("_")]


def offered(kind: type) -> list[str]:
    """Public names of the class, inherited ones included."""
    return [name for name in dir(kind) if not name.startswith("_")]


def test_sync_and_async_have_the_same_methods_with_the_same_signatures(package: Any) -> None:
    transport = package.testing.ExampleTransport()
    sync, other = package.Sample(token="t", transport=transport), package.AsyncSample(token="t", transport=transport)
    assert public(type(sync)) == public(type(other))
    seen = 0
    for ours, theirs in ((sync, other), (sync.raw, other.raw)):
        for group in set(public(type(ours))) - {"raw"}:
            left, right = type(getattr(ours, group)), type(getattr(theirs, group))
            assert offered(left) == offered(right)
            for name in offered(left):
                seen += 1
                assert inspect.signature(getattr(left, name)) == inspect.signature(getattr(right, name))
                assert getattr(left, name).__doc__ == getattr(right, name).__doc__
                assert inspect.iscoroutinefunction(getattr(right, name))
    assert seen == 2 * len(OPERATIONS) + 1


def test_docstrings_carry_text_limits_rules_and_places(package: Any) -> None:
    client = package.Sample(token="t", transport=package.testing.ExampleTransport())
    text = inspect.getdoc(client.order.place_oco) or ""
    assert max(map(len, text.splitlines())) <= 76  # `help` shows it behind four columns in a terminal of 80.
    said = " ".join(text.split())
    for part in (
        "What placeOCO does, in a sentence.",
        "symbol: The contract's symbol. (at most 64 characters; order/placeOCO.md:24)",
        "`price` is needed where `orderType` is one of",
        "(order/placeOCO.md:40)",
        "Calls `POST /order/placeOCO`, documented at operations/placeOCO.md:12.",
        "OutcomeUnknown: It was sent, and no answer says whether it was done. Call `api.order.reconcile(error)`",
        "dry_run: Return the request that would be sent, and send nothing.",
    ):
        assert part in said


def test_the_example_of_each_docstring_can_be_run(package: Any) -> None:
    transport = package.testing.ExampleTransport()
    with package.Sample(token="t", transport=transport) as api:
        names = {"api": api, "datetime": clock}
        for group in (getattr(api, one) for one in public(type(api)) if one not in ("raw", "stream", "replay")):
            for name in public(type(group)):
                text = inspect.getdoc(getattr(group, name)) or ""
                example = text.partition("Example:\n")[2]
                assert example.strip().startswith("api."), name
                eval(compile(textwrap.dedent(example).strip(), name, "eval"), names)
    assert len(transport.requests) == len(OPERATIONS)


class Foreign:
    """An object of another library, as a row of a table, that can turn itself into a mapping."""

    def __init__(self, **values: Any) -> None:
        self.values = values

    def to_dict(self) -> dict[str, Any]:
        return self.values


BROKEN: dict[str, tuple[Any, str]] = {
    "not a number": (Foreign(stopPrice=float("nan")), "other.stopPrice must be a finite number"),
    "without an end": (Foreign(stopPrice=Decimal("inf")), "other.stopPrice must be a finite number"),
    "too large": (Foreign(stopPrice=10**5000), "other.stopPrice is too large a number"),
    "a set": (Foreign(stopPrice={1}), "other.stopPrice cannot be sent as JSON: it is of type set"),
    "inside of it": (Foreign(stopPrice=Foreign(x=float("nan"))), "other.stopPrice.x must be a finite number"),
    "a class": (Foreign, "other cannot be sent as JSON: it is of type type"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_an_object_of_others_gives_is_checked(driver: Driver, transport: Any, case: str) -> None:
    given, said = BROKEN[case]
    with pytest.raises(driver.package.errors.RequestInvalid) as caught:
        driver.place(driver.client(transport), other=given)
    assert said in str(caught.value)
    whole = Foreign(action="Sell", orderType="Stop", stopPrice=Decimal("4100.250"))
    driver.place(driver.client(transport), other=whole)
    assert b'"stopPrice":4100.250' in transport.requests[-1].content


def test_a_class_derived_from_a_model_is_one(driver: Driver, transport: Any) -> None:
    base = driver.package.models.RestrainedOrderVersion

    class Exit(base):  # type: ignore[misc, valid-type]
        """A leg that knows how to describe itself."""

        def __str__(self) -> str:
            return f"{self.action} at {self.stop_price}"

    made = Exit(action="Sell", order_type="Stop", stop_price=Decimal("4100.5"))
    assert str(made) == "Sell at 4100.5"
    driver.place(driver.client(transport), other=made)
    assert str(Exit.from_dict({"action": "Buy", "stopPrice": 5})) == "Buy at 5"
