"""Reconciliation of odd histories that a service should not list but may; each has one right outcome."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.client.conftest import Driver
from tests.client.desk import Desk, Said
from tests.client.losing import LEG, Lost, connect, lose, own
from tests.client.sample import PLACE_OCO

History = Callable[[Lost], object]


def rows(**changes: Any) -> History:
    """Both orders of a pair, and all commands say this."""

    def change(lost: Lost) -> None:
        lost.both()
        for row in lost.desk.commands:
            row.update(changes)

    return change


def second(**changes: Any) -> History:
    """Both orders of a pair, and the second command says this."""

    def change(lost: Lost) -> None:
        lost.both()
        lost.desk.commands[-1].update(changes)

    return change


def orders(**changes: Any) -> History:
    """Both orders of a pair, and each order says this."""

    def change(lost: Lost) -> None:
        lost.both()
        for one in lost.desk.orders.values():
            one.update(changes)

    return change


def also(*more: Any, **row: Any) -> History:
    """Both orders of a pair, and another row under the first one's tag."""

    def change(lost: Lost) -> None:
        lost.both()
        lost.desk.add(*more, **row)
        lost.desk.commands[-1]["clOrdId"] = lost.tag

    return change


ODD: list[Any] = [[21], {"id": 21}, [], {}]
PAIRS: dict[str, tuple[History, str]] = {
    "both commands are of one order": (second(orderId=21), "unknown"),
    "the tags are in capitals": (
        lambda lost: rows()(lost) or [r.update(clOrdId=r["clOrdId"].upper()) for r in lost.desk.commands],
        "unknown",
    ),
    "the tags have spaces around": (
        lambda lost: rows()(lost) or [r.update(clOrdId=f" {r['clOrdId']} ") for r in lost.desk.commands],
        "unknown",
    ),
    "the tag is a number": (second(clOrdId=12345678), "unknown"),
    "the kind is in small letters": (rows(commandType="new"), "unknown"),
    "the state is in small letters": (rows(commandStatus="atexecution"), "unknown"),
    "the state is a number": (rows(commandStatus=3), "unknown"),
    "the state is true": (rows(commandStatus=True), "unknown"),
    "times with another zone": (rows(timestamp="2026-01-01T02:16:40+02:00"), "placed"),
    "a time of the year 1": (rows(timestamp="0001-01-01T00:00:00+14:00"), "unknown"),
    "a time of the year 9999": (rows(timestamp="9999-12-31T23:59:59-14:00"), "placed"),
    "a time that is a number": (rows(timestamp=1767226600), "unknown"),
    "the account is a text": (orders(accountId="1"), "unknown"),
    "the account is null": (orders(accountId=None), "placed"),
    "the orders were filled in part": (orders(ordStatus="Working", cumQty=1), "placed"),
    "the orders were filled": (orders(ordStatus="Filled"), "placed"),
    "the orders were canceled since": (orders(ordStatus="Canceled"), "placed"),
    "the orders expired since": (orders(ordStatus="Expired"), "placed"),
    "the orders are in a state that nobody knows": (orders(ordStatus="Asleep"), "placed"),
    "a cancel under the tag came later": (also(21, None, kind="Cancel"), "placed"),
    "a change under the tag came later": (also(21, None, kind="Modify", status="RiskRejected"), "placed"),
    "a refused new command under the tag, of no order": (also(None, None, status="RiskRejected"), "unknown"),
    "another one under a tag that was cut": (
        lambda lost: lost.both() or lost.desk.take(23, lost.tag[:20], status="RiskRejected"),
        "placed",
    ),
    "an older refusal under the tag": (also(20, None, status="RiskRejected", age=100), "placed"),
    **{f"an order id that is {odd!r}": (second(orderId=odd), "unknown") for odd in ODD},
    **{f"a kind that is {odd!r}": (second(commandType=odd), "unknown") for odd in ODD},
    **{f"a state that is {odd!r}": (second(commandStatus=odd), "unknown") for odd in ODD},
    **{f"a tag that is {odd!r}": (second(clOrdId=odd), "unknown") for odd in ODD},
    **{f"a time that is {odd!r}": (second(timestamp=odd), "unknown") for odd in ODD},
    **{f"an id that is {odd!r}": (second(id=odd), "placed") for odd in ODD},
    "an id that is huge": (second(orderId=2**70), "unknown"),
    "an id that is 0": (second(orderId=0), "unknown"),
    "an id that is true": (second(orderId=True), "unknown"),
    "an id that is a text": (second(orderId="22"), "unknown"),
    "no order id at all": (lambda lost: second()(lost) or lost.desk.commands[-1].pop("orderId"), "unknown"),
}


@pytest.mark.parametrize("history", PAIRS)
def test_a_pair(driver: Driver, desk: Desk, history: str) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**PLACE_OCO))
    happens, outcome = PAIRS[history]
    happens(lost)
    found = driver.do(client.order.reconcile(error))
    assert found.outcome == outcome, found.why
    assert len(client.in_doubt) == (outcome == "unknown")


# --- what has no tag of its own ---------------------------------------------------------------------------------------

Steps = Callable[[Desk, str | None], object]


def later(desk: Desk, seconds: float, order: int, tag: str | None, kind: str) -> None:
    """A command that came so long after."""
    desk.add(order, tag, kind, age=-seconds)


def partly(desk: Desk, tag: str | None) -> None:
    """The cancel came through after a part was filled."""
    desk.take(30, "entry", age=50)
    desk.add(30, tag, "Cancel")
    desk.orders[30].update(ordStatus="Canceled", cumQty=1)


def changed_before(desk: Desk, tag: str | None) -> None:
    """A change was refused before the cancel came through."""
    desk.take(30, "entry", age=50)
    desk.add(30, None, "Modify", "RiskRejected")
    desk.add(30, tag, "Cancel")
    desk.orders[30].update(ordStatus="Canceled")


def canceled_by_somebody(desk: Desk, tag: str | None) -> None:
    """Our cancel was refused, since another one had come through."""
    desk.take(30, "entry", age=50)
    desk.add(30, "other", "Cancel")
    desk.add(30, tag, "Cancel", "RiskRejected")
    desk.orders[30].update(ordStatus="Canceled")


CANCELS: dict[str, tuple[Steps, str]] = {
    "canceled after a part was filled": (partly, "done"),
    "canceled after a change was refused": (changed_before, "done"),
    "canceled by somebody else": (canceled_by_somebody, "not done"),
    "canceled, and nothing listed of ours": (
        lambda desk, tag: desk.take(30, "entry", age=50) or desk.orders[30].update(ordStatus="Canceled"),
        "unknown",
    ),
    "of the order as a text": (lambda desk, tag: desk.add("30", tag, "Cancel"), "unknown"),  # type: ignore[arg-type]
    "of the order as a float": (lambda desk, tag: desk.add(30.0, tag, "Cancel"), "unknown"),  # type: ignore[arg-type]
    "twice, one of them refused": (
        lambda desk, tag: [desk.add(30, tag, "Cancel", state) for state in ("AtExecution", "RiskRejected")],
        "unknown",
    ),
    "the order is suspended": (
        lambda desk, tag: (
            desk.take(30, "entry", age=50)
            or desk.add(30, tag, "Cancel")
            or desk.orders[30].update(ordStatus="Suspended")
        ),
        "unknown",
    ),
}

CHANGES: dict[str, tuple[Steps, str]] = {
    "one a minute later": (lambda desk, tag: later(desk, 60, 30, None, "Modify"), "done"),
    "somebody's an hour later": (lambda desk, tag: later(desk, 3600, 30, None, "Modify"), "unknown"),
    "ours, and somebody's an hour later": (
        lambda desk, tag: [later(desk, seconds, 30, None, "Modify") for seconds in (1, 3600)],
        "done",
    ),
    "ours, then a cancel": (
        lambda desk, tag: desk.add(30, None, "Modify") or later(desk, 5, 30, "x", "Cancel"),
        "done",
    ),
    "the latest that counts": (lambda desk, tag: later(desk, 122, 30, None, "Modify"), "done"),
    "a second later": (lambda desk, tag: later(desk, 123, 30, None, "Modify"), "unknown"),
    "a cancel alone": (lambda desk, tag: desk.add(30, None, "Cancel"), "unknown"),
}


@pytest.mark.parametrize("history", CANCELS)
def test_a_cancel(driver: Driver, desk: Desk, history: str) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "cancelOrder", lambda: client.order.cancel_order(order_id=30, is_automated=True))
    happens, outcome = CANCELS[history]
    happens(desk, lost.tag)
    found = driver.do(client.order.reconcile(error))
    assert found.outcome == outcome, found.why


@pytest.mark.parametrize("history", CHANGES)
def test_a_change(driver: Driver, desk: Desk, history: str) -> None:
    client = connect(driver, desk)
    error, _ = lose(driver, desk, "modifyOrder", lambda: client.order.modify_order(order_id=30, order_qty=1))
    happens, outcome = CHANGES[history]
    happens(desk, None)
    found = driver.do(client.order.reconcile(error))
    assert found.outcome == outcome, found.why


def test_a_tag_of_the_caller_that_comes_an_hour_later_is_another_request_s(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**own()))
    lost.both(age=-3600)
    assert driver.do(client.order.reconcile(error)).outcome == "unknown"
    lost.both(age=-60)
    assert driver.do(client.order.reconcile(error)).outcome == "placed"


def test_legs_of_one_tag_are_told_apart_by_what_they_are(driver: Driver, desk: Desk) -> None:
    client, one = connect(driver, desk), {**LEG, "clOrdId": "mine"}
    error, _ = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**own(other=one)))
    desk.take(21, "mine")
    assert driver.do(client.order.reconcile(error)).outcome == "unknown"
    desk.take(22, "mine")
    assert driver.do(client.order.reconcile(error)).outcome == "unknown"
    desk.orders[22]["action"] = "Sell"
    assert driver.do(client.order.reconcile(error)).outcome == "placed"


# --- clocks, lists and records ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("skew", [-86_400, 86_400, -3600])
def test_an_old_answer_does_not_move_the_clock(driver: Driver, desk: Desk, skew: float) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**own()))
    date = desk.clock.after(skew).strftime("%a, %d %b %Y %H:%M:%S GMT")
    desk.rules["list"] = lambda seen: Said(body=desk.commands, headers={"Date": date})
    lost.both(age=-skew if skew < 0 else 3000)
    lost.both(age=1800)
    assert driver.do(client.order.reconcile(error)).outcome == "unknown"


@pytest.mark.parametrize("date", ["Mon, 01 Jan 0001 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "", "soon", "0"])
def test_a_date_that_is_none_harms_nothing(driver: Driver, desk: Desk, date: str) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**PLACE_OCO))
    lost.both()
    desk.rules["list"] = lambda seen: Said(body=desk.commands, headers={"Date": date})
    assert driver.do(client.order.reconcile(error)).outcome == "placed"


@pytest.mark.parametrize("wait", [-1, float("nan"), float("inf")])
def test_a_wait_is_a_number_of_seconds(driver: Driver, desk: Desk, wait: float) -> None:
    client = connect(driver, desk)
    with pytest.raises(ValueError, match="wait"):
        driver.do(client.order.reconcile("a tag", wait=wait))


@pytest.mark.parametrize(("seconds", "outcome"), [(600, "placed"), (601, "unknown"), (-600, "unknown")])
def test_a_clock_counts_up_to_ten_minutes_ahead(driver: Driver, desk: Desk, seconds: float, outcome: str) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**own()))
    date = desk.clock.after(seconds).strftime("%a, %d %b %Y %H:%M:%S GMT")
    desk.rules["list"] = lambda seen: Said(body=desk.commands, headers={"Date": date})
    lost.both(age=-700)
    assert driver.do(client.order.reconcile(error)).outcome == outcome


@pytest.mark.parametrize("what", [KeyboardInterrupt(), ValueError("no tag")])
def test_an_exception_without_a_tag_says_nothing(driver: Driver, desk: Desk, what: BaseException) -> None:
    assert driver.do(connect(driver, desk).order.reconcile(what)).outcome == "unknown"
    assert desk.log == []


def test_the_tag_of_whatever_carries_one_is_looked_for(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    result = driver.place(client)
    Lost(desk, desk.sent("placeOCO")[-1].body).both()
    assert driver.do(client.order.reconcile(result)).outcome == "placed"


@pytest.mark.parametrize("tag", [None, "", "cut"])
def test_what_may_be_ours_is_shown_and_decides_nothing(driver: Driver, desk: Desk, tag: str | None) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "cancelOrder", lambda: client.order.cancel_order(order_id=30, is_automated=True))
    desk.add(30, lost.tag[:20] if tag == "cut" else tag, "Cancel")
    desk.add(30, "somebody else's", "Cancel")
    found = driver.do(client.order.reconcile(error))
    assert (found.outcome, [*found.commands]) == ("unknown", desk.commands[:1])
    assert "does not say enough" in found.why


@pytest.mark.parametrize(
    ("change", "is_shown"),
    [
        ({"commandType": "Enter"}, True),
        ({"commandType": "Cancel"}, False),
        ({"clOrdId": None}, False),
        ({"clOrdId": lambda lost: lost.tag[:8]}, True),
        ({"clOrdId": lambda lost: lost.tag[:7]}, False),
    ],
    ids=["a kind that nobody knows", "another kind", "no tag", "eight characters of the tag", "seven of them"],
)
def test_only_what_may_be_the_order_is_shown(
    driver: Driver, desk: Desk, change: dict[str, Any], is_shown: bool
) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**PLACE_OCO))
    desk.take(21, lost.tag)
    desk.commands[-1].update({name: one(lost) if callable(one) else one for name, one in change.items()})
    found = driver.do(client.order.reconcile(error))
    assert (found.outcome, len(found.commands)) == ("unknown", is_shown)


def test_a_leg_with_a_tag_of_its_own_is_not_looked_for_under_the_first(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    given = {
        **{name: one for name, one in PLACE_OCO.items() if name != "other"},
        "bracket1": {**LEG, "clOrdId": "mine"},
    }
    error, lost = lose(driver, desk, "placeOSO", lambda: client.order.place_oso(**given, bracket2=LEG))
    desk.take(10, lost.tag)
    desk.take(9, lost.tag)
    desk.take(62, "mine")
    for number in (10, 62):
        desk.orders[number]["action"] = "Sell"
    found = driver.do(client.order.reconcile(error))
    assert (found.outcome, set(found.order_ids)) == ("placed", {9, 10, 62})


def test_an_empty_tag_is_no_tag(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    desk.take(21, "")
    assert driver.do(client.order.reconcile("")).outcome == "unknown"


def test_an_answer_and_a_list_that_name_different_orders_say_nothing(driver: Driver, desk: Desk) -> None:
    client, errors = connect(driver, desk), driver.package.errors
    desk.rules["placeOCO"] = lambda seen: Said(body={"orderId": 88})
    with pytest.raises(errors.UnreadableOutcome) as caught:
        driver.do(client.order.place_oco(**PLACE_OCO))
    Lost(desk, desk.sent("placeOCO")[-1].body).both()
    found = driver.do(client.order.reconcile(caught.value))
    assert found.outcome == "unknown"
    assert set(found.order_ids) == {21, 22, 88}


@pytest.mark.parametrize("status", [401, 423, 429])
def test_a_refusal_that_names_an_order_is_looked_for(driver: Driver, desk: Desk, status: int) -> None:
    client, errors = connect(driver, desk), driver.package.errors
    desk.rules["placeOCO"] = lambda seen: Said(status, {"orderId": 21}, {"Retry-After": "0"})
    with pytest.raises(errors.ApiError) as caught:
        driver.do(client.order.place_oco(**own()))
    assert (caught.value.again, caught.value.order_ids) == ("look first", (21,))
    assert caught.value.may_be_live
    assert not isinstance(caught.value, errors.NotSent)
    found = driver.do(client.order.reconcile(caught.value))
    assert (found.outcome, found.order_ids) == ("unknown", (21,))
    with pytest.raises(errors.RequestInvalid, match="used"):
        driver.do(client.order.place_oco(**own()))
    assert len(desk.sent("placeOCO")) == 1


def test_a_list_that_fails_midway_is_looked_at_again(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**PLACE_OCO))
    lost.both()
    bad = [Said(body=b'[{"id": 1, "ordLi'), Said(body={"errorText": "busy"}), Said(500), Said(body=b"<html>")]
    desk.rules["list"] = lambda seen: bad.pop() if bad else None
    fails = [Said(body=b"["), Said(500)]
    desk.rules["item"] = lambda seen: fails.pop() if fails else None
    assert driver.do(client.order.reconcile(error, wait=60)).outcome == "placed"
    assert not bad
    assert not fails


def test_an_error_that_was_pickled_is_looked_for(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**PLACE_OCO))
    lost.both()
    assert driver.do(connect(driver, desk).order.reconcile(pickle.loads(pickle.dumps(error)))).outcome == "placed"


def test_two_clients_on_one_file_settle_for_each_other(driver: Driver, desk: Desk, tmp_path: Path) -> None:
    one, other = (connect(driver, desk, state=tmp_path / "state") for _ in range(2))
    error, lost = lose(driver, desk, "placeOCO", lambda: one.order.place_oco(**PLACE_OCO))
    assert [doubt.cl_ord_id for doubt in other.in_doubt] == [lost.tag]
    lost.both()
    assert driver.do(other.order.reconcile(lost.tag)).outcome == "placed"
    assert list(one.in_doubt) == []
    assert driver.do(one.order.reconcile(error)).outcome == "placed"


@pytest.mark.parametrize(
    "change",
    [{"sent_at": "2026-01-01T00:00:00"}, {"order_ids": "12"}, {"account_id": True}, {"order_ids": [True]}, {"key": 5}],
)
def test_a_record_that_was_changed_is_not_loaded(driver: Driver, desk: Desk, change: dict[str, Any]) -> None:
    client = connect(driver, desk)
    lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**PLACE_OCO))
    (record,) = json.loads(client.in_doubt.to_json())
    with pytest.raises(ValueError, match="record"):
        driver.client(desk.transport(), in_doubt=json.dumps([{**record, **change}]))
