"""Every trade has a tag, and every trade with an unknown outcome is in the list of trades in doubt."""

from __future__ import annotations

import asyncio
import json
import pickle
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest

from jekyll_openapi.runtime.effects import Trail
from jekyll_openapi.runtime.trading.facts import TradingDescription
from jekyll_openapi.runtime.trading.tags import put_tags
from tests.client.conftest import Driver
from tests.client.desk import HANG_UP, Desk, Said, Seen
from tests.client.losing import CREDENTIALS, LEG, connect, lose, own
from tests.client.sample import PLACE_OCO, sample

# --- tags -------------------------------------------------------------------------------------------------------------


def test_results_and_errors_say_the_tag_that_went_out(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    placed = driver.do(client.order.place_oco(**PLACE_OCO))
    assert placed.cl_ord_id == desk.log[-1].body["clOrdId"]
    assert driver.do(client.order.cancel_order(order_id=1, is_automated=True, cl_ord_id="c1")).cl_ord_id == "c1"
    whole = driver.do(client.raw.order.cancel_order(order_id=1, is_automated=True, cl_ord_id="c2"))
    assert (whole.cl_ord_id, whole.parsed.cl_ord_id) == ("c2", "c2")
    for said in (Said(409), Said(429), Said(body={}), Said(body={"failureReason": "NoQuote"}), HANG_UP, Said(500)):
        desk.rules["placeOCO"] = lambda seen, said=said: said  # type: ignore[misc]
        with pytest.raises(driver.package.errors.SampleError) as caught:
            driver.do(connect(driver, desk).order.place_oco(**PLACE_OCO))
        assert caught.value.cl_ord_id == desk.log[-1].body["clOrdId"]
        assert pickle.loads(pickle.dumps(caught.value)).cl_ord_id == caught.value.cl_ord_id


def test_only_trades_that_take_a_tag_get_one(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    driver.do(client.cash_balance.change_demo_balance(account_id=1, cash_change=5))
    driver.do(client.order.modify_order(order_id=30, order_qty=1))
    driver.do(client.order.liquidate_position(account_id=1, contract_id=2))
    driver.do(
        client.request(
            "POST",
            "/auth/accessTokenRequest",
            json={**dict.fromkeys(("name", "password", "appId", "appVersion", "sec"), "x"), "cid": 1},
        )
    )
    driver.do(client.request("POST", "/some/new/operation", json={"a": 1}))
    assert not any("clOrdId" in (one.body or {}) for one in desk.log)


def test_a_tag_is_put_only_where_it_is_taken() -> None:
    spec = sample()
    description = TradingDescription.of(json.dumps(spec))
    now, pair = datetime(2026, 1, 1, tzinfo=UTC), description.operations["placeOCO"]
    content: Any = {"other": {"action": "Sell"}}
    assert put_tags(replace(pair, kind="write"), content, description, now) == ()
    assert content == {"other": {"action": "Sell"}}
    del spec["components"]["schemas"]["RestrainedOrderVersion"]["properties"]["clOrdId"]
    (made,) = put_tags(pair, content, TradingDescription.of(json.dumps(spec)), now)
    assert content == {"other": {"action": "Sell"}, "clOrdId": made}


def test_made_tags_differ_and_say_when_and_how_many(package: Any) -> None:
    from jekyll_openapi.runtime.trading import tags

    now = datetime(2026, 1, 2, 3, 4, 5, 678000, tzinfo=UTC)
    made = {tags.new_tag(now, 2) for _ in range(10_000)}
    assert len(made) == 10_000
    first = made.pop()
    assert len(first) == 32
    assert tags.read_tag(first) == tags.Made(now, 2, 0)
    assert tags.read_tag(tags.sibling(first, 1)) == tags.Made(now, 2, 1)
    assert tags.read_tag(tags.sibling(first, 2)) is None
    for other in ("", "mine", "x" * 32, "0" * 32, first + "0", first.upper(), "f" * 12 + first[12:]):
        assert tags.read_tag(other) is None, other


@pytest.mark.parametrize("empty", ["", None])
def test_an_empty_tag_is_none(driver: Driver, desk: Desk, empty: Any) -> None:
    driver.do(
        connect(driver, desk).order.place_oco(**{**PLACE_OCO, "cl_ord_id": empty, "other": {**LEG, "clOrdId": ""}})
    )
    body = desk.log[-1].body
    assert len(body["clOrdId"]) == len(body["other"]["clOrdId"]) == 32


USED: dict[str, tuple[Said, bool]] = {
    "it was done": (Said(body={"orderId": 1, "ocoId": 2}), True),
    "nobody knows": (HANG_UP, True),
    "it was refused": (Said(body={"failureReason": "NoQuote"}), True),
    "it was put off": (Said(body={"p-ticket": "t", "p-time": 1}), False),
    "it was one too many": (Said(429, headers={"Retry-After": "1"}), False),
    "a firewall took it": (Said(403, b"<html></html>"), False),
    "the token was refused": (Said(401), False),
}


@pytest.mark.parametrize("case", USED)
def test_a_tag_names_one_request(driver: Driver, desk: Desk, case: str) -> None:
    said, is_used = USED[case]
    client, errors = connect(driver, desk), driver.package.errors
    left = [said]
    desk.rules["placeOCO"] = lambda seen: left.pop() if left else None

    def place(**more: Any) -> Any:
        try:
            return driver.do(client.order.place_oco(**own(**more)))
        except errors.SampleError as error:
            return error

    place()
    desk.clock.sleep(5)
    second = place()
    assert isinstance(second, errors.RequestInvalid) == is_used, second
    assert len(desk.sent("placeOCO")) == (1 if is_used else 2)
    if is_used:
        assert [one.field for one in second.problems] == ["clOrdId", "other.clOrdId"]
        assert "cl_ord_id is 'mine'" in str(second)
        assert "give this one another" in str(second)
        with pytest.raises(errors.RequestInvalid, match="clOrdId is 'mine'"):
            driver.do(client.request("placeOCO", json=desk.sent("placeOCO")[0].body))
        # What was new in the refused request is free.
        refused = place(cl_ord_id="new", other={**LEG, "clOrdId": "mine too"})
        assert [one.field for one in refused.problems] == ["other.clOrdId"]
        assert place(cl_ord_id="new", other=LEG).order_id == 1


@pytest.mark.parametrize("is_asked", [True, False])
def test_a_tag_that_the_list_showed_is_used(driver: Driver, desk: Desk, is_asked: bool) -> None:
    client = connect(driver, desk)
    desk.take(7, "mine", age=90_000)
    driver.do(client.order.reconcile("another") if is_asked else client.command.list())
    with pytest.raises(driver.package.errors.RequestInvalid, match="used at 2025-12-30"):
        driver.do(client.order.place_oco(**own()))
    assert desk.sent("placeOCO") == []


def test_a_cancel_is_never_kept_back_for_its_tag(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    driver.do(client.order.place_oco(**own()))
    for _ in range(2):
        driver.do(client.order.cancel_order(order_id=1, is_automated=True, cl_ord_id="mine"))
    assert len(desk.sent("cancelOrder")) == 2


# --- interruptions ----------------------------------------------------------------------------------------------------


def test_a_cancelled_task_leaves_its_order_in_doubt(package: Any) -> None:
    import httpx

    async def hang(request: httpx.Request) -> httpx.Response:
        await asyncio.Event().wait()
        raise AssertionError

    async def run() -> None:
        async with package.AsyncSample(token="the-token", transport=httpx.MockTransport(hang)) as client:
            task = asyncio.create_task(client.order.place_oco(**PLACE_OCO))
            for _ in range(10):
                await asyncio.sleep(0)
            assert len(client.in_doubt) == 0
            task.cancel()
            with pytest.raises(asyncio.CancelledError) as caught:
                await task
            (doubt,) = client.in_doubt
            assert caught.value.__notes__ == [
                f"placeOCO [{doubt.cl_ord_id}]: sent at {doubt.sent_at:%Y-%m-%dT%H:%M:%S}Z, outcome unknown"
            ]
            assert client._core.reconciler.trace(caught.value).doubt == doubt

    asyncio.run(run())


@pytest.mark.parametrize("at", ["placeOCO", "accessTokenRequest"])
def test_ctrl_c_leaves_the_tag_in_a_note(package: Any, desk: Desk, at: str) -> None:
    def stop(seen: Seen) -> Said:
        raise KeyboardInterrupt

    desk.rules[at] = stop
    credentials = {"name": "n", "password": "p", "appId": "a", "appVersion": "1", "cid": 1, "sec": "the-secret"}
    with package.Sample(credentials=credentials, transport=desk.transport()) as client:
        with pytest.raises(KeyboardInterrupt) as caught:
            client.order.place_oco(**PLACE_OCO, cl_ord_id="mine")
        (note,) = caught.value.__notes__
        assert note.startswith("placeOCO [mine]: ")
        assert ("nothing was sent" in note) == (at != "placeOCO")
        assert [one.cl_ord_id for one in client.in_doubt] == (["mine"] if at == "placeOCO" else [])


# --- the list ---------------------------------------------------------------------------------------------------------


def test_all_who_ask_for_the_record_of_a_call_get_one_and_the_same() -> None:
    one, other = Trail(), Trail()
    key = one.key
    assert key
    assert one.key == key
    assert other.key not in ("", key)


def test_what_is_in_doubt_is_saved_loaded_and_resolved(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**own()))
    desk.clock.sleep(1)
    lose(driver, desk, "cancelOrder", lambda: client.order.cancel_order(order_id=5, is_automated=True))
    lose(driver, desk, "liquidatePosition", lambda: client.order.liquidate_position(account_id=8, contract_id=2))
    first, second, third = client.in_doubt
    assert (first.cl_ord_id, first.operation_id, first.account_id) == ("mine", "placeOCO", 1)
    assert (second.account_id, third.account_id, third.cl_ord_id) == (None, 8, None)
    assert first.sent_at == desk.clock.after(-1)
    assert json.loads(first.request.content)["other"]["clOrdId"] == "mine too"
    text = client.in_doubt.to_json()
    assert "the-token" not in text
    again = connect(driver, desk, in_doubt=text)
    assert list(again.in_doubt) == [first, second, third]
    later = connect(driver, desk)
    assert later.in_doubt.from_json(text) == (first, second, third)
    with pytest.raises(driver.package.errors.RequestInvalid, match="mine"):
        driver.do(later.order.place_oco(**own()))
    later.in_doubt.resolve("mine", "placed")
    later.in_doubt.resolve(second, "not done")
    assert list(later.in_doubt) == [third]
    with pytest.raises(KeyError):
        later.in_doubt.resolve("mine", "placed")
    with pytest.raises(ValueError, match="'maybe'"):
        later.in_doubt.resolve(third, "maybe")
    desk.take(21, "mine")
    desk.take(22, "mine too")
    desk.orders[22]["action"] = "Sell"
    assert driver.do(again.order.reconcile("mine")).outcome == "placed"
    assert list(again.in_doubt) == [second, third]


@pytest.mark.parametrize("text", ["", "{}", "[1]", "[{}]", '[{"request": null}]', "null"])
def test_what_was_not_saved_is_not_loaded(driver: Driver, desk: Desk, text: str) -> None:
    with pytest.raises(ValueError, match=r"not a record|not a list of records"):
        connect(driver, desk).in_doubt.from_json(text)


@pytest.mark.parametrize("until", ["a login", "the end of a penalty"])
def test_a_trade_that_waited_heeds_what_is_in_doubt_since(driver: Driver, desk: Desk, until: str) -> None:
    """Another thread loses an answer while this one waits."""
    other = connect(driver, desk)
    lose(driver, desk, "placeOCO", lambda: other.order.place_oco(**own()))
    desk.log.clear()
    login = {"token": "the-token"} if until != "a login" else {"credentials": CREDENTIALS}
    client = connect(driver, desk, halt_on_doubt=True, **login)

    def lose_another(seen: object) -> Said | None:
        client.in_doubt.add(other.in_doubt)
        return None if until == "a login" else Said(body={"p-ticket": "t", "p-time": 1})

    desk.rules["accessTokenRequest" if until == "a login" else "placeOCO"] = lose_another
    with pytest.raises(driver.package.errors.HaltedByDoubt):
        driver.do(client.with_options(timeout=20, max_wait=15).order.place_oco(**PLACE_OCO))
    assert len(desk.sent("placeOCO")) == (0 if until == "a login" else 1)


@pytest.mark.parametrize("is_halting", [True, False])
def test_a_client_can_halt_on_doubt(driver: Driver, desk: Desk, is_halting: bool) -> None:
    client, errors = connect(driver, desk, halt_on_doubt=is_halting), driver.package.errors
    error, _ = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**PLACE_OCO))
    calls: list[Callable[[], Any]] = [
        lambda: client.order.cancel_order(order_id=1, is_automated=True),
        lambda: client.order.liquidate_position(account_id=1, contract_id=2),
        lambda: client.cash_balance.change_demo_balance(account_id=1, cash_change=5),
        client.account.list,
    ]
    for call in calls:
        driver.do(call())
    if is_halting:
        with pytest.raises(errors.HaltedByDoubt, match=rf"of order\.place_oco \[{error.cl_ord_id}\] is not") as caught:
            driver.do(client.order.modify_order(order_id=1, order_qty=1))
        assert isinstance(caught.value, errors.NotSent)
        client.in_doubt.resolve(error, "not placed")
    driver.do(client.order.modify_order(order_id=1, order_qty=1))
    assert len(desk.sent("modifyOrder")) == 1


def test_the_tags_of_what_is_in_doubt_are_taken_after_a_restart(driver: Driver, desk: Desk) -> None:
    first = connect(driver, desk)
    lose(driver, desk, "placeOCO", lambda: first.order.place_oco(**own()))
    again = connect(driver, desk, in_doubt=first.in_doubt.to_json())
    for given in (own(), {**own(), "cl_ord_id": "mine too", "other": LEG}):
        with pytest.raises(driver.package.errors.RequestInvalid, match="names one request"):
            driver.do(again.order.place_oco(**given))
    assert len(desk.sent("placeOCO")) == 1
    again.in_doubt.resolve("mine", "not placed")
    assert driver.do(again.order.place_oco(**own())).order_id == 1


def test_what_the_description_lacks_is_called_and_doubted_under_the_same_rules(driver: Driver, desk: Desk) -> None:
    client, errors = connect(driver, desk), driver.package.errors
    desk.rules["thing"] = lambda seen: Said(body={"a": 1})
    assert driver.do(client.request("POST", "/some/thing", json={"accountId": "A1"})) == {"a": 1}
    desk.rules["thing"] = lambda seen: Said(body=b"")
    assert driver.do(client.request("POST", "/some/thing", json={"accountId": "A1"})) is None
    desk.rules["thing"] = lambda seen: HANG_UP
    for account in ("A1", True, 7):
        with pytest.raises(errors.OutcomeUnknown):
            driver.do(client.request("POST", "/some/thing", json={"accountId": account}))
    assert [one.account_id for one in client.in_doubt] == [None, None, 7]


@pytest.mark.parametrize("answer", [[{"orderId": 1}], [], "ok", 3, {"orderId": 1}], ids=str)
@pytest.mark.parametrize("body", [[{"accountId": 1}], [], "x", 5], ids=str)
def test_a_request_that_is_no_object_can_be_answered_with_anything(
    driver: Driver, desk: Desk, body: Any, answer: Any
) -> None:
    client = connect(driver, desk)
    desk.rules["thing"] = lambda seen: Said(body=answer)
    assert driver.do(client.request("POST", "/some/thing", json=body)) == answer
    error, _ = lose(driver, desk, "thing", lambda: client.request("POST", "/some/thing", json=body))
    assert driver.do(client.order.reconcile(error)).outcome == "unknown"
    assert [one.body for one in client.in_doubt] == [{}]


def test_what_was_sent_at_one_time_is_told_apart_by_its_request(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    sent = []
    for contract in (1, 2, 3):
        close = partial(client.order.liquidate_position, account_id=8, contract_id=contract)
        sent.append(lose(driver, desk, "liquidatePosition", close))
    for error, gone in zip([error for error, _ in sent], (1, 2), strict=False):
        client.in_doubt.resolve(error, "done")
        assert [one.body["contractId"] for one in client.in_doubt] == [1, 2, 3][gone:]


@pytest.mark.parametrize("tag", ["two  spaces", " around ", "a\nline", "zero\u200bwidth"])
def test_a_tag_is_looked_for_as_it_went_out(
    driver: Driver, desk: Desk, tag: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**own(cl_ord_id=tag)))
    assert lost.tag == error.cl_ord_id == tag
    assert "\n" not in str(error) + "".join(one.getMessage() for one in caplog.records)
    assert client.in_doubt.find(tag) == client.in_doubt.find(error) is not None
    lost.both()
    assert driver.do(client.order.reconcile(tag)).outcome == "placed"
    assert len(client.in_doubt) == 0
