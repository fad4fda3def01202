"""The client of this repository's description: every operation, under every fault."""

from __future__ import annotations

import asyncio
import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from jekyll_openapi.client.generate import make_client

SPEC = Path(__file__).parents[2] / "spec" / "openapi.yaml"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The client, under a name of its own."""
    if not SPEC.exists():
        pytest.skip("spec/openapi.yaml has not been made")
    spec = yaml.load(SPEC.read_bytes(), yaml.CSafeLoader)
    spec["x-client"]["package"] = "real_client"
    folder = tmp_path_factory.mktemp("real")
    make_client(spec, folder / "made")
    sys.path.insert(0, str(folder / "made"))
    try:
        yield importlib.import_module("real_client")
    finally:
        sys.path.remove(str(folder / "made"))


def clients(real: Any, transport: Any) -> list[Any]:
    """One of each kind."""
    made = [real.Tradovate(token="t", transport=transport), real.AsyncTradovate(token="t", transport=transport)]
    for one in made:
        # A request for a token is counted per client, and this test makes many.
        one._core.session.budgets.clear()
    return made


def untagged(value: Any) -> Any:
    """The value without tags, which name one request each."""
    if not isinstance(value, dict):
        return value
    return {name: untagged(one) for name, one in value.items() if name != "clOrdId"}


def call(client: Any, operation: Any, transport: Any, run: Callable[[Any], Any] = asyncio.run) -> Any:
    """Call the operation by its own path with an example; the result, or the error."""
    # The shape is what the client makes of a body that stands in its operation, such as a form.
    body = untagged(transport._value(operation.content.shape, "", 0)) if operation.content else None
    params = {one.name: transport._value(one.schema, "", 0) for one in operation.parameters}
    try:
        made = client.request(operation.method, operation.path, json=body, params=params)
        return run(made) if asyncio.iscoroutine(made) else made
    except Exception as error:
        return error


def test_every_operation_answers(real: Any) -> None:
    transport = real.testing.ExampleTransport()
    operations = transport.description.operations
    with asyncio.Runner() as runner:
        for client in clients(real, transport):
            for operation in operations.values():
                result = call(client, operation, transport, runner.run)
                assert not isinstance(result, Exception), (operation.id, result)
            assert not client.drift.counts
    assert len(transport.requests) == 2 * len(operations)


def test_what_changes_something_is_sent_once_whatever_fails(real: Any) -> None:
    errors, failures = real.errors, real.testing.Failure
    expected = {
        **dict.fromkeys((500, 502, 503, 504, 520, 408, 499, 303, 307, 308), errors.OutcomeUnknown),
        **dict.fromkeys((409, 425), errors.ApiError),
        401: errors.TokenRefused,
        403: errors.AuthenticationError,
        404: errors.NotFound,
        **dict.fromkeys((423, 429), errors.RateLimited),
        **dict.fromkeys((failures.DNS, failures.REFUSED, failures.TLS), errors.NotSent),
        **dict.fromkeys((failures.RESET, failures.TIMEOUT), errors.OutcomeUnknown),
        **dict.fromkeys((failures.CUT, failures.HTML, failures.EMPTY), errors.UnreadableOutcome),
        failures.PENALTY: errors.TimePenalty,
        failures.CAPTCHA: errors.TimePenalty,
        failures.REJECTED: errors.Rejected,
        failures.VIOLATIONS: errors.Violations,
    }
    transport = real.testing.ExampleTransport()
    changing = [one for one in transport.description.operations.values() if one.kind in ("trade", "write")]
    assert {"placeOCO", "placeOSO", "placeOrder", "cancelOrder"} <= {one.id for one in changing}
    for failure, kind in expected.items():
        for operation in changing:
            for client in clients(real, transport):
                before = len(transport.requests)
                transport.fail(operation.id, failure)
                error = call(client, operation, transport)
                assert type(error) is kind, (operation.id, failure, error)
                assert len(transport.requests) == before + 1
                assert error.operation == operation.id


def test_each_documented_reason_has_advice(real: Any) -> None:
    facts = real.testing.ExampleTransport().description.facts
    known = {one.value for one in real.models.FailureReason} - set(facts.failures.no_failure)
    assert known == set(facts.failure_reasons)
    assert all(one.again in ("no", "later", "look-first") and one.advice for one in facts.failure_reasons.values())


def test_the_order_of_the_readme_goes_through(real: Any) -> None:
    transport = real.testing.ExampleTransport()
    with real.Tradovate(token="t", transport=transport) as api:
        placed = api.order.place_oco(
            account_id=api.account.list()[0].id,
            action="Buy",
            symbol="ESZ6",
            order_qty=1,
            order_type="Market",
            is_automated=True,
            other={"action": "Sell", "orderType": "Stop", "stopPrice": 4100.25},
        )
        assert api.order.item(id=placed.order_id).id == placed.order_id
        with pytest.raises(real.errors.RequestInvalid) as caught:
            api.order.place_oco(
                account_id=1,
                action="Buy",
                symbol="ESZ6",
                order_qty=1,
                order_type="Limit",
                is_automated=True,
                other={"action": "Sell", "orderType": "Stop", "stopPrice": 4100.25},
            )
    (problem,) = caught.value.problems
    assert (problem.field, problem.message) == ("price", "is missing")
    assert "placeOCO.md:" in problem.source


STRATEGY = {"account_id": 1, "symbol": "ESZ6", "action": "Buy", "order_strategy_type_id": 2, "params": "{}"}
NOTHING: list[Any] = [
    {},
    {"errorText": None},
    {"errorText": "", "orderStrategy": None},
    {"orderStrategy": {}},
    {"x": 1},
]
NO_STRATEGY: dict[str, Any] = {
    "no object": "x",
    "a list": [{"id": 5}],
    "no id": {"accountId": 1},
    "id of nothing": {"id": 0},
    "id as text": {"id": "5"},
    "another strategy or account": {"id": 6, "accountId": 2},
}


@pytest.mark.parametrize("body", NOTHING)
@pytest.mark.parametrize("name", ["start_order_strategy", "interrupt_order_strategy"])
def test_an_answer_in_which_nothing_stands_is_no_success(real: Any, body: Any, name: str) -> None:
    said: list[Any] = [body, {"orderStrategy": {"id": 5}}]
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=said.pop(0)))
    given = STRATEGY if name.startswith("start") else {"order_strategy_id": 5}
    with real.Tradovate(token="t-oken", transport=transport) as client:
        with pytest.raises(real.errors.UnreadableOutcome, match="says nothing of what was done"):
            getattr(client.order_strategy, name)(**given)
        assert len(client.in_doubt) == 1
        assert getattr(client.order_strategy, name)(**given).order_strategy.id == 5


@pytest.mark.parametrize("case", NO_STRATEGY)
@pytest.mark.parametrize("name", ["start_order_strategy", "interrupt_order_strategy"])
def test_an_answer_without_the_strategy_of_the_request_is_no_success(real: Any, case: str, name: str) -> None:
    body = {"orderStrategy": NO_STRATEGY[case]}
    given = STRATEGY if name.startswith("start") else {"order_strategy_id": 5}
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=body))
    with real.Tradovate(token="t-oken", transport=transport) as client:
        with pytest.raises(real.errors.UnreadableOutcome, match="orderStrategy"):
            getattr(client.order_strategy, name)(**given)
        assert len(client.in_doubt) == 1


def test_a_refusal_that_holds_a_strategy_is_looked_into_first(real: Any) -> None:
    body = {"errorText": "no", "failureReason": "AccountClosed", "orderStrategy": {"id": 5}}
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=body))
    with real.Tradovate(token="t-oken", transport=transport) as client:
        with pytest.raises(real.errors.Rejected) as caught:
            client.order_strategy.start_order_strategy(**STRATEGY)
        assert caught.value.again == "look first"
        assert len(client.in_doubt) == 1
