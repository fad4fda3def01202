"""Lock-outs last as announced and never stop a request that reduces risk."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.client.conftest import Driver
from tests.client.desk import Desk, Said, Time
from tests.client.losing import ask, attempt, bot, connect
from tests.client.sample import PLACE_OCO


def date(clock: Time, seconds: float) -> str:
    """A time as an HTTP header writes it."""
    return clock.after(seconds).strftime("%a, %d %b %Y %H:%M:%S GMT")


WAITS: dict[str, tuple[dict[str, str], float]] = {
    "nothing": ({}, 3600),
    "seconds": ({"Retry-After": "7"}, 7),
    "longer than usual": ({"Retry-After": "7200"}, 7200),
    "nothing to wait for": ({"Retry-After": "0"}, 0),
    "a date": ({"Retry-After": "AT"}, 40),
    "a date by another clock": ({"Retry-After": "AT", "Date": "NOW"}, 40 + 500),
    "a date that is over": ({"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0),
    "words": ({"Retry-After": "soon"}, 3600),
    "less than nothing": ({"Retry-After": "-5"}, 3600),
    "for ever": ({"Retry-After": "999999999999"}, 30 * 86400),
}


@pytest.mark.parametrize("status", [423, 429])
@pytest.mark.parametrize("case", WAITS)
def test_a_lock_out_lasts_as_long_as_the_service_says(driver: Driver, desk: Desk, case: str, status: int) -> None:
    headers, seconds = WAITS[case]
    clock, errors = desk.clock, driver.package.errors
    texts = {"AT": date(clock, 40), "NOW": date(clock, -500)}
    said = Said(status, headers={name: texts.get(text, text) for name, text in headers.items()})
    left = [said]
    desk.rules["list"] = lambda seen: left.pop() if left else None
    client = connect(driver, desk)
    first = ask(driver, client)
    assert isinstance(first, errors.RateLimited)
    assert first.until == clock.now() + timedelta(seconds=seconds)
    if seconds:
        clock.sleep(seconds - 1)
        assert isinstance(ask(driver, client), errors.LockedOut)
        assert len(desk.log) == 1
        clock.sleep(1.5)
    assert ask(driver, client) == []


def test_a_shorter_lock_out_does_not_shorten_a_longer_one(driver: Driver, desk: Desk) -> None:
    client, errors = connect(driver, desk), driver.package.errors
    waits = ["100", "5"]
    desk.rules["list"] = lambda seen: Said(429, headers={"Retry-After": waits.pop(0)}) if waits else None
    desk.rules["cancelOrder"] = lambda seen: Said(429, headers={"Retry-After": "5"})
    until = ask(driver, client).until
    assert attempt(driver, client.order.cancel_order, order_id=1, is_automated=True).until == until
    desk.clock.sleep(50)
    assert isinstance(ask(driver, client), errors.LockedOut)
    desk.clock.sleep(51)
    assert isinstance(ask(driver, client), errors.RateLimited)


def test_a_longer_lock_out_lengthens_a_shorter_one(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    desk.rules["list"] = lambda seen: Said(429, headers={"Retry-After": "5"})
    desk.rules["cancelOrder"] = lambda seen: Said(429, headers={"Retry-After": "100"})
    ask(driver, client)
    attempt(driver, client.order.cancel_order, order_id=1, is_automated=True)
    desk.clock.sleep(50)
    assert isinstance(ask(driver, client), driver.package.errors.LockedOut)


def test_what_takes_risk_away_goes_out_until_it_is_refused_itself(driver: Driver, desk: Desk) -> None:
    client, errors = connect(driver, desk), driver.package.errors
    desk.rules["list"] = lambda seen: Said(429)
    ask(driver, client)
    assert isinstance(attempt(driver, client.order.place_oco, **PLACE_OCO), errors.LockedOut)
    assert isinstance(attempt(driver, client.order.modify_order, order_id=1), errors.LockedOut)
    assert driver.do(client.order.cancel_order(order_id=1, is_automated=True)).command_id == 5
    assert driver.do(client.order.liquidate_position(account_id=1, contract_id=2))["orderId"] == 1
    desk.rules["cancelOrder"] = lambda seen: Said(429)
    assert isinstance(attempt(driver, client.order.cancel_order, order_id=1, is_automated=True), errors.RateLimited)
    for call in (client.order.cancel_order, client.order.liquidate_position):
        given = {"order_id": 1, "is_automated": True} if call == client.order.cancel_order else {"account_id": 1}
        assert isinstance(attempt(driver, call, **given), errors.LockedOut)


def test_a_cancel_may_log_in_during_a_lock_out_unless_logins_are_refused(driver: Driver, desk: Desk) -> None:
    client, errors = bot(driver, desk), driver.package.errors
    ask(driver, client)
    desk.rules["list"] = lambda seen: Said(429, headers={"Retry-After": "30000"})
    ask(driver, client)
    desk.clock.sleep(5500)
    assert driver.do(client.order.cancel_order(order_id=1, is_automated=True)).command_id == 5
    assert desk.logins == 2
    desk.clock.sleep(5500)
    desk.rules["accessTokenRequest"] = lambda seen: Said(429)
    assert isinstance(attempt(driver, client.order.cancel_order, order_id=1, is_automated=True), errors.RateLimited)
    assert isinstance(attempt(driver, client.order.cancel_order, order_id=1, is_automated=True), errors.LockedOut)


def test_a_login_that_was_refused_keeps_a_cancel_back_too(driver: Driver, desk: Desk) -> None:
    client, errors = bot(driver, desk), driver.package.errors
    desk.rules["accessTokenRequest"] = lambda seen: Said(429)
    assert isinstance(ask(driver, client), errors.RateLimited)
    assert isinstance(attempt(driver, client.order.cancel_order, order_id=1, is_automated=True), errors.LockedOut)
    assert len(desk.log) == 1


def test_a_captcha_keeps_new_orders_back_and_not_a_cancel(driver: Driver, desk: Desk) -> None:
    client, errors = connect(driver, desk), driver.package.errors
    desk.rules["placeOCO"] = lambda seen: Said(body={"p-ticket": "t", "p-time": 5, "p-captcha": True})
    said = attempt(driver, client.order.place_oco, **PLACE_OCO)
    assert (said.captcha, said.wait, said.again) == (True, 3600, "no")
    assert isinstance(ask(driver, client), errors.LockedOut)
    assert driver.do(client.order.cancel_order(order_id=1, is_automated=True)).command_id == 5


@pytest.mark.parametrize("headers", [{}, {"Retry-After": "9"}])
def test_a_busy_service_is_left_alone_where_it_says_for_how_long(
    driver: Driver, desk: Desk, headers: dict[str, str]
) -> None:
    client, errors = connect(driver, desk), driver.package.errors
    desk.rules["placeOCO"] = desk.rules["list"] = lambda seen: Said(503, headers=headers)
    assert isinstance(attempt(driver, client.order.place_oco, **PLACE_OCO), errors.OutcomeUnknown)
    said = ask(driver, client)
    assert isinstance(said, errors.LockedOut if headers else errors.ApiError)
    assert len(desk.sent("/account/list")) == (0 if headers else 3)
    desk.clock.sleep(10)
    assert isinstance(ask(driver, client), errors.RateLimited if headers else errors.ApiError)
    assert len(desk.sent("/account/list")) == (1 if headers else 6)


@pytest.mark.parametrize("status", [500, 502, 404, 400])
def test_other_failures_lock_nobody_out_whatever_they_say(driver: Driver, desk: Desk, status: int) -> None:
    client = connect(driver, desk)
    desk.rules["cancelOrder"] = lambda seen: Said(status, headers={"Retry-After": "30"})
    attempt(driver, client.order.cancel_order, order_id=1, is_automated=True)
    assert ask(driver, client) == []


def test_a_call_that_may_wait_waits_for_a_lock_out(driver: Driver, desk: Desk) -> None:
    client, errors = connect(driver, desk), driver.package.errors
    left = [Said(429, headers={"Retry-After": "8"})]
    desk.rules["list"] = lambda seen: left.pop() if left else None
    ask(driver, client)
    assert isinstance(ask(driver, client.with_options(max_wait=5)), errors.LockedOut)
    assert ask(driver, client.with_options(max_wait=9)) == []
    assert len(desk.log) == 2


def test_no_read_is_sent_again_into_a_lock_out(driver: Driver, desk: Desk) -> None:
    """Another thread draws it while this one waits for its next try."""
    client = connect(driver, desk)

    def refuse_another(seen: object) -> Said:
        client._core.lockouts.start("usual", 3600, "the service answered 429")
        return Said(502)

    desk.rules["list"] = refuse_another
    assert isinstance(ask(driver, client), driver.package.errors.LockedOut)
    assert len(desk.log) == 1


def test_a_captcha_is_not_waited_for(driver: Driver, desk: Desk) -> None:
    client, start = connect(driver, desk), desk.clock.seconds
    desk.rules["placeOCO"] = lambda seen: Said(body={"p-ticket": "t", "p-time": 5, "p-captcha": True})
    patient = client.with_options(timeout=9000, max_wait=8000)
    assert isinstance(attempt(driver, patient.order.place_oco, **PLACE_OCO), driver.package.errors.TimePenalty)
    assert (desk.clock.seconds, len(desk.log)) == (start, 1)
