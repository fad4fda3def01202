"""Whatever answers a login, no order is sent without a token, and each login counts against the budget."""

from __future__ import annotations

from typing import Any

import pytest

from tests.client.conftest import Driver
from tests.client.desk import HANG_UP, Desk, Said
from tests.client.losing import CREDENTIALS, attempt, connect
from tests.client.sample import PLACE_OCO

PENALTY = {"p-ticket": "t", "p-time": 5, "p-captcha": False}
PAGE = {"Content-Type": "text/html"}
NO_TOKENS: list[Any] = [{}, [], None, "hello", {"ok": False}]


def token(value: Any, **more: Any) -> Said:
    """An answer with a token."""
    return Said(body={"accessToken": value, **more})


# What came, what an order raises then, and how many logins two orders cost.
REFUSED: dict[str, tuple[Said, str, int]] = {
    **{f"a token that is {one!r}": (token(one), "NotSent", 2) for one in ("", "a b", "a\r\nb", "€", None, 5, ["a"])},
    **{f"{body!r}": (Said(body=body), "NotSent", 2) for body in NO_TOKENS},
    "a page": (Said(200, b"<html>", PAGE), "NotSent", 2),
    "a token and a text": (token("abc", errorText="no"), "NotSent", 2),
    "try later": (Said(body={"errorText": "Try later"}), "NotSent", 2),
    "a wrong password": (Said(body={"errorText": "Incorrect username or password"}), "AuthenticationError", 1),
    "a wrong password with 401": (Said(401, {"errorText": "wrong password"}), "AuthenticationError", 1),
    "401": (Said(401, b"no"), "TokenRefused", 2),
    "403": (Said(403, {"errorText": "no"}), "TokenRefused", 2),
    "403 of a firewall": (Said(403, b"<html>", PAGE), "NotSent", 2),
    "a penalty": (Said(body=PENALTY), "TimePenalty", 1),
    "a captcha": (Said(body={**PENALTY, "p-captcha": True}), "TimePenalty", 1),
    "423": (Said(423), "RateLimited", 1),
    "429": (Said(429, headers={"Retry-After": "5"}), "RateLimited", 1),
    "503 until later": (Said(503, headers={"Retry-After": "5"}), "NotSent", 1),
    **{f"{status}": (Said(status, {}, {"Location": "/x"}), "NotSent", 2) for status in (302, 404, 500, 502)},
    "204": (Said(204, b""), "NotSent", 2),
    "nothing": (HANG_UP, "NotSent", 2),
}
ENDS = [None, 5, "soon", "2000-01-01T00:00:00Z", "2030-01-01T00:00:00", "9999-12-31T23:59:59-14:00"]


@pytest.mark.parametrize("answer", REFUSED)
def test_no_order_goes_out_without_a_token(driver: Driver, desk: Desk, answer: str) -> None:
    said, kind, logins = REFUSED[answer]
    client, errors = connect(driver, desk, credentials=CREDENTIALS), driver.package.errors
    desk.rules["accessTokenRequest"] = lambda seen: said
    first, _ = (attempt(driver, client.order.place_oco, **PLACE_OCO) for _ in range(2))
    assert type(first) is getattr(errors, kind), repr(first)
    assert first.cl_ord_id
    assert "may have been done" not in str(first)
    assert driver.do(client.order.reconcile(first)).outcome == "not placed"
    cancel = attempt(driver, client.order.cancel_order, order_id=1, is_automated=True)
    assert isinstance(cancel, errors.SampleError)
    assert driver.do(client.order.reconcile(cancel)).outcome == "not done"
    assert {one.path.rpartition("/")[2] for one in desk.log} == {"accessTokenRequest"}
    assert len(desk.log) in (logins, logins + 1)
    assert len(client.in_doubt) == 0


@pytest.mark.parametrize("ends", ENDS)
def test_a_token_whose_end_is_not_said_is_used(driver: Driver, desk: Desk, ends: Any) -> None:
    client = connect(driver, desk, credentials=CREDENTIALS)
    desk.rules["accessTokenRequest"] = lambda seen: token("good", expirationTime=ends)
    for _ in range(2):
        assert driver.place(client).order_id == 1
    assert len(desk.sent("accessTokenRequest")) == 1


def test_ctrl_c_in_a_login_lets_the_next_call_log_in(package: Any, desk: Desk) -> None:
    driver, presses = Driver(package, "sync"), [KeyboardInterrupt()]
    client = connect(driver, desk, credentials=CREDENTIALS)

    def press(seen: object) -> None:
        if presses:
            raise presses.pop()

    desk.rules["accessTokenRequest"] = press
    with pytest.raises(KeyboardInterrupt) as caught:
        driver.place(client)
    assert "nothing was sent" in caught.value.__notes__[0]
    assert driver.place(client).order_id == 1
    driver.close()


def test_orders_that_are_refused_for_ever_cost_two_logins(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk, credentials=CREDENTIALS)
    desk.rules["placeOCO"] = lambda seen: Said(401)
    said = [attempt(driver, client.order.place_oco, **PLACE_OCO) for _ in range(12)]
    assert {type(one) for one in said} == {driver.package.errors.TokenRefused}
    assert (len(desk.sent("placeOCO")), desk.logins) == (12, 2)
