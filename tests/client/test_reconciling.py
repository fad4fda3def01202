"""Outcomes of requests by the histories that the service lists, with the blocking and the asyncio client."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.client.conftest import Driver
from tests.client.desk import Desk, Said
from tests.client.losing import LEG, Lost, connect, lose, own
from tests.client.sample import PLACE_OCO

OSO = {**{name: value for name, value in PLACE_OCO.items() if name != "other"}, "bracket1": LEG}


History = Callable[[Lost], object]


def both(*states: str, age: float = 0) -> History:
    """Both orders of a pair, the second's state and the first's."""
    return lambda lost: lost.both(*states, age=age)


def last(name: str, value: Any = None) -> History:
    """The last command says something else; None takes it out."""

    def change(lost: Lost) -> None:
        row = lost.desk.commands[-1]
        row[name] = value(lost) if callable(value) else value
        if value is None:
            del row[name]

    return change


def every(name: str, value: Any) -> History:
    """All commands say this."""
    return lambda lost: [row.update({name: value}) for row in lost.desk.commands]


def order(number: int, **changes: Any) -> History:
    """The order is like this."""
    return lambda lost: lost.desk.orders[number].update(changes)


def many(*steps: History) -> History:
    """One after the other."""
    return lambda lost: [step(lost) for step in steps]


PAIRS: dict[str, tuple[History, str]] = {
    "nothing is listed": (lambda lost: None, "unknown"),
    "somebody else's": (lambda lost: lost.desk.take(9, "somebody's"), "unknown"),
    "both are there": (both(), "placed"),
    "both were refused by risk": (both("RiskRejected", "RiskRejected"), "not placed"),
    "both were refused, each its own way": (both("RiskRejected", "ExecutionRejected"), "not placed"),
    "the first alone": (lambda lost: lost.desk.take(21, lost.tag), "unknown"),
    "the second alone": (lambda lost: lost.desk.take(22, lost.leg()), "unknown"),
    "the first was refused, the second is not there": (
        lambda lost: lost.desk.take(21, lost.tag, status="RiskRejected"),
        "unknown",
    ),
    "one is there, the other was refused": (both("RiskRejected"), "unknown"),
    **{
        f"one is {state}": (both(state), "unknown")
        for state in ("Pending", "RiskPassed", "PendingExecution", "OnHold", "Replaced", "ExecutionStopped", "New!")
    },
    "a state that is null": (many(both(), last("commandStatus")), "unknown"),
    "the tag was used yesterday": (both(age=86_400), "unknown"),
    "the tag was used ten seconds before": (both(age=10), "unknown"),
    "used yesterday, and now again": (many(both(age=86_400), both()), "placed"),
    "the service's clock is a second behind": (both(age=1), "placed"),
    "the service's clock is two seconds behind": (both(age=2), "placed"),
    "the service's clock is a minute ahead": (both(age=-60), "placed"),
    "another account": (
        many(both(), order(21, accountId=2)),
        "unknown",
    ),
    "the other side": (
        many(both(), order(21, action="Sell")),
        "unknown",
    ),
    "the exchange refused the order": (
        many(
            both(),
            order(21, ordStatus="Rejected"),
            order(22, ordStatus="Rejected"),
        ),
        "not placed",
    ),
    "a cancel with the tag": (
        many(both(), every("commandType", "Cancel")),
        "unknown",
    ),
    "a kind that nobody knows": (
        many(both(), last("commandType", "Enter")),
        "unknown",
    ),
    "no kind": (many(both(), last("commandType")), "unknown"),
    "no time": (many(both(), last("timestamp")), "unknown"),
    "a time without a zone": (
        many(both(), last("timestamp", "2026-01-01T00:16:40")),
        "unknown",
    ),
    "a time that is none": (many(both(), last("timestamp", "soon")), "unknown"),
    "the second's tag was cut": (
        many(both(), last("clOrdId", lambda lost: lost.leg()[:20])),
        "unknown",
    ),
    "no tag was kept": (
        many(both(), every("clOrdId", None)),
        "unknown",
    ),
    "both under the first's tag": (
        many(both(), last("clOrdId", lambda lost: lost.tag)),
        "placed",
    ),
    "three under the first's tag": (
        many(
            both(),
            last("clOrdId", lambda lost: lost.tag),
            lambda lost: lost.desk.take(23, lost.tag),
        ),
        "unknown",
    ),
    "two orders under one tag": (many(both(), lambda lost: lost.desk.take(23, lost.tag)), "unknown"),
    "one command listed twice": (
        many(both(), lambda lost: lost.desk.commands.append(dict(lost.desk.commands[0]))),
        "placed",
    ),
    "one order, refused and at execution": (
        many(both(), lambda lost: lost.desk.add(21, lost.tag, status="RiskRejected")),
        "unknown",
    ),
    "orders that are not listed yet": (many(both(), lambda lost: lost.desk.orders.clear()), "placed"),
    "rows that are none": (
        many(both(), lambda lost: lost.desk.commands.extend([None, 5, {}])),
        "placed",
    ),
}

CANCELS: dict[str, tuple[History, str]] = {
    "nothing is listed": (lambda lost: lost.desk.take(30, "entry"), "unknown"),
    "a new order with the tag": (lambda lost: lost.desk.take(30, lost.tag), "unknown"),
    "it is canceled": (
        many(
            lambda lost: lost.desk.take(30, "entry", age=50),
            lambda lost: lost.desk.add(30, lost.tag, "Cancel"),
            order(30, ordStatus="Canceled"),
        ),
        "done",
    ),
    "the order is not listed": (lambda lost: lost.desk.add(30, lost.tag, "Cancel"), "done"),
    "at execution, and the order works": (
        many(lambda lost: lost.desk.take(30, "entry"), lambda lost: lost.desk.add(30, lost.tag, "Cancel")),
        "unknown",
    ),
    "it was refused": (
        many(
            lambda lost: lost.desk.take(30, "entry"),
            lambda lost: lost.desk.add(30, lost.tag, "Cancel", "ExecutionRejected"),
        ),
        "not done",
    ),
    "too late": (
        many(
            lambda lost: lost.desk.take(30, "entry"),
            lambda lost: lost.desk.add(30, lost.tag, "Cancel", "Pending"),
            order(30, ordStatus="Filled"),
        ),
        "not done",
    ),
    "pending, and the order is in no state": (lambda lost: lost.desk.add(30, lost.tag, "Cancel", "Pending"), "unknown"),
    "a cancel of another order": (lambda lost: lost.desk.add(31, lost.tag, "Cancel"), "unknown"),
    "a cancel without a tag": (lambda lost: lost.desk.add(30, None, "Cancel"), "unknown"),
    "somebody else's cancel": (lambda lost: lost.desk.add(30, "other", "Cancel"), "unknown"),
    "an earlier cancel": (lambda lost: lost.desk.add(30, lost.tag, "Cancel", age=60), "unknown"),
}

CHANGES: dict[str, tuple[History, str]] = {
    "nothing is listed": (lambda lost: None, "unknown"),
    "it is there": (lambda lost: lost.desk.add(30, None, "Modify"), "done"),
    "it was refused": (lambda lost: lost.desk.add(30, None, "Modify", "RiskRejected"), "not done"),
    "of another order": (lambda lost: lost.desk.add(31, None, "Modify"), "unknown"),
    "of an unnamed order": (
        many(lambda lost: lost.desk.add(30, None, "Modify"), last("orderId")),
        "unknown",
    ),
    "with somebody's tag": (lambda lost: lost.desk.add(30, "other", "Modify"), "unknown"),
    "two of them": (
        many(lambda lost: lost.desk.add(30, None, "Modify"), lambda lost: lost.desk.add(30, None, "Modify")),
        "unknown",
    ),
    "an earlier one": (lambda lost: lost.desk.add(30, None, "Modify", age=30), "unknown"),
    "the one that was answered": (
        many(lambda lost: lost.desk.add(30, None, "Modify"), last("id", 77)),
        "unknown",
    ),
    "a new order": (lambda lost: lost.desk.take(30, None), "unknown"),
}


@pytest.mark.parametrize("history", PAIRS)
def test_a_pair(driver: Driver, desk: Desk, history: str) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**PLACE_OCO))
    happens, outcome = PAIRS[history]
    happens(lost)
    found = driver.do(client.order.reconcile(error))
    assert found.outcome == outcome, found.why
    assert found.why
    assert len(client.in_doubt) == (outcome == "unknown")
    if outcome == "placed":
        assert found.order_ids == (21, 22)
    assert len(desk.sent("placeOCO")) == 1


@pytest.mark.parametrize("history", CANCELS)
def test_a_cancel(driver: Driver, desk: Desk, history: str) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "cancelOrder", lambda: client.order.cancel_order(order_id=30, is_automated=True))
    happens, outcome = CANCELS[history]
    happens(lost)
    found = driver.do(client.order.reconcile(error))
    assert found.outcome == outcome, found.why


@pytest.mark.parametrize("history", CHANGES)
def test_a_change_without_a_tag(driver: Driver, desk: Desk, history: str) -> None:
    client = connect(driver, desk)
    desk.rules["modifyOrder"] = lambda seen: Said(body={"commandId": 77})
    driver.do(client.order.modify_order(order_id=30, order_qty=2))
    error, lost = lose(driver, desk, "modifyOrder", lambda: client.order.modify_order(order_id=30, order_qty=1))
    assert error.cl_ord_id is None
    happens, outcome = CHANGES[history]
    happens(lost)
    found = driver.do(client.order.reconcile(error))
    assert found.outcome == outcome, found.why


def change(client: Any, quantity: int) -> Callable[[], Any]:
    """A change of order 30."""
    return lambda: client.order.modify_order(order_id=30, order_qty=quantity)


def test_one_command_answers_for_one_change(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    first, _ = lose(driver, desk, "modifyOrder", change(client, 1))
    desk.clock.sleep(1)
    second, _ = lose(driver, desk, "modifyOrder", change(client, 2))
    other, _ = lose(driver, desk, "modifyOrder", lambda: client.order.modify_order(order_id=31, order_qty=2))
    desk.add(30, None, "Modify")
    desk.add(31, None, "Modify")
    for error in (first, second):
        found = driver.do(client.order.reconcile(error))
        assert (found.outcome, len(found.commands)) == ("unknown", 1)
    assert driver.do(client.order.reconcile(other)).outcome == "done"
    client.in_doubt.resolve(first, "not done")
    assert driver.do(client.order.reconcile(second)).outcome == "done"
    assert len(client.in_doubt) == 0


def test_a_command_that_was_found_to_be_one_change_is_no_other(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    first, _ = lose(driver, desk, "modifyOrder", change(client, 1))
    desk.add(30, None, "Modify")
    assert driver.do(client.order.reconcile(first)).outcome == "done"
    desk.clock.sleep(1)
    second, _ = lose(driver, desk, "modifyOrder", change(client, 2))
    found = driver.do(client.order.reconcile(second))
    assert (found.outcome, found.commands) == ("unknown", ())
    desk.add(30, None, "Modify", "RiskRejected")
    assert [driver.do(client.order.reconcile(one)).outcome for one in (second, first)] == ["not done", "done"]


REPEATED: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"isAutomated": True}, {"isAutomated": True}, "done"),
    ({"isAutomated": True}, {}, "done"),
    ({"isAutomated": True}, {"isAutomated": None}, "done"),
    ({}, {"isAutomated": False, "customTag50": ""}, "done"),
    ({"isAutomated": True}, {"isAutomated": False}, "unknown"),
    ({"customTag50": "ours"}, {"isAutomated": True, "customTag50": "ours"}, "done"),
    ({"customTag50": "ours"}, {"isAutomated": True, "customTag50": "theirs"}, "unknown"),
]


@pytest.mark.parametrize(("given", "listed", "outcome"), REPEATED, ids=str)
def test_a_change_that_a_person_made_is_not_the_program_s(
    driver: Driver, desk: Desk, given: dict[str, Any], listed: dict[str, Any], outcome: str
) -> None:
    client = connect(driver, desk)
    error, _ = lose(
        driver, desk, "modifyOrder", lambda: client.order.modify_order(order_id=30, order_qty=1, extra=given)
    )
    desk.add(30, None, "Modify")
    desk.commands[-1].update(listed)
    found = driver.do(client.order.reconcile(error))
    assert (found.outcome, len(found.commands)) == (outcome, 1)


def test_a_change_of_long_ago_is_no_rival(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    lose(driver, desk, "modifyOrder", change(client, 1))
    desk.clock.sleep(600)
    error, _ = lose(driver, desk, "modifyOrder", change(client, 2))
    desk.add(30, None, "Modify")
    assert driver.do(client.order.reconcile(error)).outcome == "done"


# --- liquidations -----------------------------------------------------------------------------------------------------

CLOSED = {"accountId": 1, "contractId": 4, "action": "Sell"}
LIQUIDATIONS: dict[str, tuple[History, str]] = {
    "nothing is listed": (lambda lost: None, "unknown"),
    "its order": (many(lambda lost: lost.desk.take(40, None), order(40, **CLOSED)), "done"),
    "its order was refused": (
        many(lambda lost: lost.desk.take(40, None, status="RiskRejected"), order(40, **CLOSED)),
        "not done",
    ),
    "its order, and another": (
        many(*(lambda lost, id=id: lost.desk.take(id, None) or order(id, **CLOSED)(lost) for id in (40, 41))),
        "done",
    ),
    "another contract": (
        many(lambda lost: lost.desk.take(40, None), order(40, **CLOSED | {"contractId": 5})),
        "unknown",
    ),
    "another account": (many(lambda lost: lost.desk.take(40, None), order(40, **CLOSED | {"accountId": 5})), "unknown"),
    "an order that does not say its contract": (lambda lost: lost.desk.take(40, None), "unknown"),
    "an order with a tag": (many(lambda lost: lost.desk.take(40, "other"), order(40, **CLOSED)), "unknown"),
    "another order alone": (many(lambda lost: lost.desk.take(41, None), order(41, **CLOSED)), "unknown"),
    "the order that was answered": (many(lambda lost: lost.desk.take(39, None), order(39, **CLOSED)), "unknown"),
}
"""What is listed after a liquidation whose answer named order 40 and was no success, and what became of it."""


def liquidated(driver: Driver, desk: Desk) -> Any:
    """A client that has closed a position, with order 39, and closes another one now."""
    client = connect(driver, desk)
    desk.rules["liquidatePosition"] = lambda seen: Said(body={"orderId": 39})
    driver.do(client.order.liquidate_position(account_id=1, contract_id=4))
    return client


@pytest.mark.parametrize("history", LIQUIDATIONS)
def test_a_liquidation_whose_order_an_answer_named(driver: Driver, desk: Desk, history: str) -> None:
    client = liquidated(driver, desk)
    desk.rules["liquidatePosition"] = lambda seen: Said(body={"orderId": 40, "failureReason": "UnknownReason"})
    with pytest.raises(driver.package.errors.Rejected) as caught:
        driver.do(client.order.liquidate_position(account_id=1, contract_id=4))
    happens, outcome = LIQUIDATIONS[history]
    happens(Lost(desk, desk.sent("liquidatePosition")[-1].body))
    assert driver.do(client.order.reconcile(caught.value)).outcome == outcome


@pytest.mark.parametrize("history", LIQUIDATIONS)
def test_nothing_tells_a_lost_liquidation_from_what_others_send(driver: Driver, desk: Desk, history: str) -> None:
    client = liquidated(driver, desk)
    error, lost = lose(
        driver, desk, "liquidatePosition", lambda: client.order.liquidate_position(account_id=1, contract_id=4)
    )
    happens, _ = LIQUIDATIONS[history]
    happens(lost)
    found = driver.do(client.order.reconcile(error, wait=60))
    assert (found.outcome, found.order_ids) == ("unknown", ())
    assert len(desk.sent("/command/list")) == 1
    assert {row["orderId"] for row in found.commands} == {
        row["orderId"] for row in desk.commands if row["clOrdId"] is None and row["orderId"] != 39
    }


# --- brackets ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("legs", "outcome"), [(0, "unknown"), (1, "unknown"), (2, "placed")])
def test_every_bracket_has_to_be_there(driver: Driver, desk: Desk, legs: int, outcome: str) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "placeOSO", lambda: client.order.place_oso(**OSO, bracket2=LEG))
    desk.take(60, lost.tag)
    for number, name in enumerate(("bracket1", "bracket2")[:legs], start=61):
        desk.take(number, lost.leg(name))
        desk.orders[number]["action"] = "Sell"
    assert driver.do(client.order.reconcile(error)).outcome == outcome


def test_one_bracket_is_enough_where_one_was_sent(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "placeOSO", lambda: client.order.place_oso(**OSO))
    desk.take(60, lost.tag)
    desk.take(61, lost.leg("bracket1"))
    desk.orders[61]["action"] = "Sell"
    assert driver.do(client.order.reconcile(error)).order_ids == (60, 61)


# --- tags of the caller, and tags alone -------------------------------------------------------------------------------


@pytest.mark.parametrize("missing", ["order", "accountId", "leg"])
def test_a_tag_of_the_caller_proves_nothing_without_the_account(driver: Driver, desk: Desk, missing: str) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**own()))
    lost.both()
    kept = dict(desk.orders)
    if missing == "order":
        desk.orders.clear()
    elif missing == "accountId":
        desk.orders[21] = {"id": 21, "action": "Buy"}
    else:
        desk.commands[1]["clOrdId"] = "mine"
    assert driver.do(client.order.reconcile(error)).outcome == "unknown"
    desk.orders, desk.commands[1]["clOrdId"] = kept, "mine too"
    assert driver.do(client.order.reconcile(error)).outcome == "placed"


def test_after_a_restart_the_tag_alone_finds_every_order(driver: Driver, desk: Desk) -> None:
    _, lost = lose(driver, desk, "placeOCO", lambda: connect(driver, desk).order.place_oco(**PLACE_OCO))
    again = connect(driver, desk)
    desk.take(21, lost.tag)
    assert driver.do(again.order.reconcile(lost.tag)).outcome == "unknown"
    desk.take(22, lost.leg())
    assert driver.do(again.order.reconcile(lost.tag)).outcome == "placed"


def twice(desk: Desk) -> None:
    """Two orders under one tag."""
    desk.take(7, "mine")
    desk.take(8, "mine")


def cancel(desk: Desk) -> Callable[[int, str], None]:
    """What lists a cancel."""
    return lambda number, tag: desk.add(number, tag, "Cancel")


ALONE: dict[str, tuple[Callable[[Desk], Any], str]] = {
    "nothing": (lambda desk: None, "unknown"),
    "an order of now": (lambda desk: desk.take(7, "mine", age=60), "placed"),
    "an order of yesterday": (lambda desk: desk.take(7, "mine", age=86_400), "unknown"),
    "a refused order": (lambda desk: desk.take(7, "mine", status="RiskRejected"), "not placed"),
    "a cancel": (lambda desk: desk.add(7, "mine", "Cancel"), "done"),
    "a refused change": (lambda desk: desk.add(7, "mine", "Modify", "ExecutionRejected"), "not done"),
    "an order and its cancel": (lambda desk: [make(7, "mine") for make in (desk.take, cancel(desk))], "unknown"),
    "two orders": (twice, "unknown"),
    "a kind that nobody knows": (lambda desk: desk.add(7, "mine", "Enter"), "unknown"),
}


@pytest.mark.parametrize("history", ALONE)
def test_a_tag_alone(driver: Driver, desk: Desk, history: str) -> None:
    happens, outcome = ALONE[history]
    happens(desk)
    assert driver.do(connect(driver, desk).order.reconcile("mine")).outcome == outcome


# --- the reason, as a person reads it ---------------------------------------------------------------------------------


def test_the_reason_says_in_what_state_the_service_lists_the_request(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**PLACE_OCO))

    def why() -> str:
        return str(driver.do(client.order.reconcile(error)).why)

    assert why().startswith("the service does not list it, which proves nothing. The list can be late or cut")
    desk.take(21, lost.tag)
    first = "New command of order 21 has status AtExecution, and the order is Working"
    assert why() == f"1 of 2 orders listed: {first}. The list can be late or cut"
    desk.take(22, lost.leg(), status="Pending")
    desk.orders[22]["action"] = "Sell"
    second = "New command of order 22 has status Pending, and the order is Working"
    assert why() == f"the 2 orders do not all have the same final state: {first}; {second}"
    desk.commands[-1]["commandStatus"] = "AtExecution"
    assert why() == (
        f"the service lists it, with the tag, kind, account and time of the request: {first}; "
        f"{second.replace('Pending', 'AtExecution')}"
    )
