"""How often and how long reconciliation searches, and what the service may say meanwhile."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.client.conftest import Driver
from tests.client.desk import HANG_UP, Desk, Said
from tests.client.fault_server import serving
from tests.client.losing import connect, lose, own
from tests.client.sample import PLACE_OCO


def test_a_late_list_is_looked_at_again_a_few_times(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**PLACE_OCO))
    start = desk.clock.seconds

    def late(seen: Any) -> Said | None:
        if desk.clock.seconds > start + 6 and not desk.commands:
            lost.both(age=desk.clock.seconds - start)
        return None

    desk.rules["list"] = late
    assert driver.do(client.order.reconcile(error, wait=3)).outcome == "unknown"
    assert desk.clock.seconds == start + 3
    assert driver.do(client.order.reconcile(error, wait=60)).outcome == "placed"
    assert desk.clock.seconds < start + 30
    assert len(desk.sent("/command/list")) < 15


def test_each_pause_is_twice_the_one_before_up_to_a_quarter_of_a_minute(driver: Driver, desk: Desk) -> None:
    client, looks = connect(driver, desk), []
    error, _ = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**PLACE_OCO))
    start = desk.clock.seconds
    desk.rules["list"] = lambda seen: looks.append(desk.clock.seconds - start)
    assert driver.do(client.order.reconcile(error, wait=60)).outcome == "unknown"
    assert looks == [0, 0.25, 0.75, 1.75, 3.75, 7.75, 15.75, 30.75, 45.75, 60]


BROKEN = {
    "500": Said(500),
    "a page": Said(body=b"<html>sorry</html>"),
    "an object": Said(body={"rows": []}),
    "null": Said(),
    "nothing": HANG_UP,
    "no permission": Said(403, {"errorText": "no"}),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_list_that_cannot_be_read_says_nothing(driver: Driver, desk: Desk, name: str) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**PLACE_OCO))
    lost.both()
    bad = [BROKEN[name]]
    desk.rules["list"] = lambda seen: bad[0] if bad else None
    found = driver.do(client.order.reconcile(error))
    assert found.outcome == "unknown"
    assert "could not be looked up" in found.why
    bad.clear()
    assert driver.do(client.order.reconcile(error)).outcome == "placed"


def test_a_lock_out_is_waited_for_if_there_is_time(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**PLACE_OCO))
    lost.both()
    said = [Said(429, headers={"Retry-After": "30"})]
    desk.rules["list"] = lambda seen: said.pop() if said else None
    start = desk.clock.seconds
    assert driver.do(client.order.reconcile(error, wait=5)).outcome == "unknown"
    assert driver.do(client.order.reconcile(error, wait=5)).outcome == "unknown"
    assert len(desk.sent("/command/list")) == 1
    assert driver.do(client.order.reconcile(error, wait=60)).outcome == "placed"
    assert desk.clock.seconds == pytest.approx(start + 30, abs=6)


@pytest.mark.parametrize("skew", [-90, 90])
def test_the_service_s_own_clock_counts(driver: Driver, desk: Desk, skew: float) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**own()))
    date = desk.clock.after(skew).strftime("%a, %d %b %Y %H:%M:%S GMT")
    desk.rules["list"] = lambda seen: Said(body=desk.commands, headers={"Date": date})
    lost.both(age=30 - skew)
    assert driver.do(client.order.reconcile(error)).outcome == "unknown"
    lost.both(age=-skew)
    assert driver.do(client.order.reconcile(error)).outcome == "placed"


def test_what_was_not_sent_is_not_looked_for(driver: Driver, desk: Desk) -> None:
    client, errors = connect(driver, desk), driver.package.errors
    refused = errors.NotSent(operation="placeOCO", cl_ord_id="x", reason="no way")
    assert driver.do(client.order.reconcile(refused)).outcome == "not placed"
    kept = errors.LockedOut(operation="cancelOrder", until=datetime.now(), reason="no")
    assert driver.do(client.order.reconcile(kept)).outcome == "not done"
    assert desk.log == []
    with pytest.raises(TypeError, match="int"):
        driver.do(client.order.reconcile(5))


@pytest.mark.parametrize("said", [Said(404), Said(), Said(body=b""), Said(body={"id": 77, "accountId": 9})])
def test_an_order_that_is_not_there_yet_is_not_taken_for_another_account_s(
    driver: Driver, desk: Desk, said: Said
) -> None:
    client = connect(driver, desk)
    error, lost = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**PLACE_OCO))
    lost.both()
    desk.rules["item"] = lambda seen: said
    assert driver.do(client.order.reconcile(error)).outcome == "placed"
    error, lost = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**own()))
    lost.both()
    assert driver.do(client.order.reconcile(error)).outcome == "unknown"


def test_a_body_that_a_mask_took_apart_is_looked_for_by_nothing(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk, token="30301234")
    make = lambda: client.order.cancel_order(order_id=30301234, is_automated=True)  # noqa: E731
    error, lost = lose(driver, desk, "cancelOrder", make)
    desk.add(4, lost.tag, "Cancel")
    assert b"30301234" not in error.request.content
    assert driver.do(client.order.reconcile(error)).outcome == "unknown"


def test_what_has_no_tag_and_no_list_stays_unknown(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    error, _ = lose(
        driver, desk, "changeDemoBalance", lambda: client.cash_balance.change_demo_balance(account_id=1, cash_change=5)
    )
    assert driver.do(client.order.reconcile(error)).outcome == "unknown"
    assert desk.sent("/command/list") == []


def test_a_half_answer_leaves_its_orders_in_doubt(driver: Driver, desk: Desk) -> None:
    client, errors = connect(driver, desk), driver.package.errors
    desk.rules["placeOCO"] = lambda seen: Said(body={"orderId": 21})
    with pytest.raises(errors.UnreadableOutcome, match="no ocoId") as caught:
        driver.do(client.order.place_oco(**PLACE_OCO))
    assert caught.value.order_ids == (21,)
    (doubt,) = client.in_doubt
    assert doubt.order_ids == (21,)
    assert driver.do(client.order.reconcile(doubt)).order_ids == (21,)
    again = connect(driver, desk, in_doubt=client.in_doubt.to_json())
    assert [one.order_ids for one in again.in_doubt] == [(21,)]


def test_the_same_over_real_sockets(driver: Driver) -> None:
    desk = Desk()
    desk.clock.now = lambda: datetime.now().astimezone()  # type: ignore[method-assign]
    desk.clock.after = lambda seconds: desk.clock.now() + timedelta(seconds=seconds)  # type: ignore[method-assign]
    with serving(desk.behave) as server:
        client = driver.client(base_url=server.url)
        error, lost = lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**PLACE_OCO))
        assert driver.do(client.order.reconcile(error)).outcome == "unknown"
        lost.both()
        assert driver.do(client.order.reconcile(error)).outcome == "placed"
        assert [json.loads(one.partition(b"\r\n\r\n")[2])["clOrdId"] for one in server.requests if b"OCO" in one] == [
            lost.tag
        ]
