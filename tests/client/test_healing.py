"""Sessions recover after a refused token, lock-outs last as announced, budgets count what was sent."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from tests.client.conftest import Driver
from tests.client.desk import HANG_UP, Desk, Said, Seen
from tests.client.losing import CREDENTIALS, ask, attempt, bot, connect
from tests.client.sample import PLACE_OCO

DENIED = Said(403, {"errorText": "no"})
CREDENTIALS_BY_NAME = {
    "name": "n", "password": "the-password", "app_id": "a", "app_version": "1", "cid": 1, "sec": "the-secret"
}  # fmt: skip
PAGE = Said(403, b"<html><title>Checking your browser</title></html>", {"Content-Type": "text/html"})


# --- a token that was refused -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("age", [0, 1, 4000])
def test_a_question_is_asked_again_after_one_login(driver: Driver, desk: Desk, age: float) -> None:
    client = bot(driver, desk)
    assert ask(driver, client) == []
    desk.clock.sleep(age)
    desk.tokens = {"somebody's"}
    assert ask(driver, client) == []
    assert (desk.logins, len(desk.sent("/account/list"))) == (2, 3)


def test_an_order_is_not_sent_again_and_the_next_one_goes_out(driver: Driver, desk: Desk) -> None:
    client, errors = bot(driver, desk), driver.package.errors
    ask(driver, client)
    desk.tokens = {"somebody's"}
    said = attempt(driver, client.order.place_oco, **PLACE_OCO)
    assert isinstance(said, errors.NotSent)
    assert isinstance(said, errors.AuthenticationError)
    assert (said.status, said.again, len(client.in_doubt)) == (401, "later", 0)
    assert len(desk.sent("placeOCO")) == 1
    assert attempt(driver, client.order.place_oco, **PLACE_OCO).order_id == 1
    assert desk.logins == 2


def test_a_kick_again_and_again_is_healed_within_the_budget(driver: Driver, desk: Desk) -> None:
    client, errors = bot(driver, desk), driver.package.errors
    for _ in range(5):
        assert driver.do(client.order.cancel_order(order_id=1, is_automated=True)).command_id == 5
        desk.tokens = {"somebody's"}
        attempt(driver, client.order.cancel_order, order_id=1, is_automated=True)
    assert desk.logins == 5
    said = [attempt(driver, client.order.cancel_order, order_id=1, is_automated=True) for _ in range(3)]
    assert all(isinstance(one, errors.TokenRefused) for one in said)
    assert desk.logins == 5
    desk.clock.sleep(3601)
    attempt(driver, client.order.cancel_order, order_id=1, is_automated=True)
    assert attempt(driver, client.order.cancel_order, order_id=1, is_automated=True).command_id == 5


def test_a_token_that_somebody_else_brought_needs_no_login(driver: Driver, desk: Desk) -> None:
    client = bot(driver, desk)
    ask(driver, client)
    client._core.session.budgets["accessTokenRequest"].take_over([1.0] * 5)
    desk.tokens = {"another"}
    said = [Said(401)]

    def refuse(seen: Seen) -> Said | None:
        client._core.session.replace("another")
        return said.pop() if said else None

    desk.rules["list"] = refuse
    assert ask(driver, client) == []
    assert [one.token for one in desk.sent("list")][-2:] == ["session-001", "another"]
    assert desk.logins == 1


def test_many_threads_heal_by_one_login(package: Any, desk: Desk) -> None:
    desk.tokens = set()
    with package.Sample(credentials=CREDENTIALS, transport=desk.transport()) as client:
        client.account.list()
        desk.tokens = {"somebody's"}
        barrier, said = threading.Barrier(20), []

        def one() -> None:
            barrier.wait()
            said.append(client.account.list())

        threads = [threading.Thread(target=one) for _ in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert said == [[]] * 20
    assert desk.logins == 2


def test_a_permission_costs_one_login_and_no_token(driver: Driver, desk: Desk) -> None:
    client = bot(driver, desk)
    desk.rules["item"] = lambda seen: Said(401)
    for _ in range(20):
        assert isinstance(attempt(driver, client.order.item, id=1), driver.package.errors.AuthenticationError)
    assert desk.logins == 2
    assert ask(driver, client) == []
    desk.tokens = {"somebody's"}
    attempt(driver, client.order.item, id=1)
    assert desk.logins == 3


def test_a_question_about_the_token_that_is_refused_for_ever_costs_one_login(driver: Driver, desk: Desk) -> None:
    client = bot(driver, desk)
    ask(driver, client)
    desk.rules["list"] = lambda seen: Said(401)
    before = len(desk.log)
    for _ in range(4):
        assert isinstance(ask(driver, client), driver.package.errors.AuthenticationError)
    assert desk.logins == 2
    # The first is asked again with another token, and no other after that.
    assert [one.path.rpartition("/")[2] for one in desk.log[before:]] == ["list", "accessTokenRequest"] + ["list"] * 4


def test_403_costs_no_token(driver: Driver, desk: Desk) -> None:
    client, errors = bot(driver, desk), driver.package.errors
    for said, kind, again in (
        (Said(403, {"errorText": "no"}), errors.AuthenticationError, "no"),
        (PAGE, errors.Blocked, "later"),
    ):
        desk.rules["placeOCO"] = lambda seen, said=said: said  # type: ignore[misc]
        found = attempt(driver, client.order.place_oco, **PLACE_OCO)
        assert type(found) is kind
        assert found.again == again
    ask(driver, client)
    assert desk.logins == 1


def test_without_credentials_a_refused_token_stays(driver: Driver, desk: Desk) -> None:
    desk.tokens = {"another"}
    client = connect(driver, desk, token="mine")
    for _ in range(2):
        assert isinstance(ask(driver, client), driver.package.errors.AuthenticationError)
    assert len(desk.log) == 2
    desk.tokens = {"mine"}
    assert ask(driver, client) == []


# --- renewal ----------------------------------------------------------------------------------------------------------

RENEWALS: dict[str, tuple[Said, int]] = {
    "refused": (Said(401), 2),
    "too old": (Said(400), 2),
    "refused in words": (Said(body={"errorText": "Session is gone"}), 2),
    "not allowed": (Said(403, {"errorText": "no"}), 2),
    "a page": (PAGE, 1),
    "broken": (Said(500), 1),
    "nothing": (HANG_UP, 1),
    "no token": (Said(body={}), 1),
    "put off": (Said(body={"p-ticket": "t", "p-time": 5}), 1),
}


@pytest.mark.parametrize("case", RENEWALS)
def test_a_renewal_that_is_refused_leads_to_the_credentials(driver: Driver, desk: Desk, case: str) -> None:
    client = bot(driver, desk)
    ask(driver, client)
    said, logins = RENEWALS[case]
    desk.rules["renewAccessToken"] = lambda seen: said
    desk.clock.sleep(4600)
    assert ask(driver, client) == []
    assert ask(driver, client) == []
    assert (desk.logins, len(desk.sent("renewAccessToken"))) == (logins, 1)


def test_where_login_and_renewal_fail_the_old_token_is_used(driver: Driver, desk: Desk) -> None:
    client = bot(driver, desk)
    ask(driver, client)
    desk.rules["renewAccessToken"] = lambda seen: Said(400)
    desk.rules["accessTokenRequest"] = lambda seen: Said(500)
    desk.clock.sleep(4600)
    for _ in range(30):
        assert ask(driver, client) == []
    assert len(desk.sent("accessTokenRequest")) == 2


@pytest.mark.parametrize("status", [401, 403])
def test_a_token_that_could_not_be_renewed_is_used_unless_the_service_refused_it(
    driver: Driver, desk: Desk, status: int
) -> None:
    client = bot(driver, desk)
    ask(driver, client)
    desk.rules["renewAccessToken"] = lambda seen: Said(status, {"errorText": "no"})
    desk.rules["accessTokenRequest"] = lambda seen: Said(500)
    desk.clock.sleep(4600)
    said = attempt(driver, client.order.place_oco, **PLACE_OCO)
    if status == 403:
        assert said.order_id == 1
    else:
        assert isinstance(said, driver.package.errors.NotSent)
        assert desk.sent("placeOCO") == []


def test_a_token_of_a_login_by_hand_is_used_until_it_ends(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk, token="mine")
    driver.do(client.auth.access_token_request(**CREDENTIALS_BY_NAME))
    desk.rules["renewAccessToken"] = lambda seen: Said(400)
    desk.clock.sleep(4600)
    assert ask(driver, client) == []
    desk.clock.sleep(1000)
    said = ask(driver, client)
    assert isinstance(said, driver.package.errors.NotSent)
    assert "pass token= or credentials=" in str(said)


def test_a_used_up_budget_of_renewals_leaves_the_token_in_use(driver: Driver, desk: Desk) -> None:
    client = bot(driver, desk)
    ask(driver, client)
    client._core.session.budgets["renewAccessToken"].take_over([1.0] * 15)
    desk.clock.sleep(4600)
    client._core.session.budgets["renewAccessToken"].take_over([1.0] * 15)
    assert ask(driver, client) == []
    assert desk.sent("renewAccessToken") == []


# --- login ------------------------------------------------------------------------------------------------------------

WRONG = (
    Said(body={"errorText": "Incorrect username or password. Please try again"}),
    Said(401, {"errorText": "wrong password"}),
    Said(400, {"errorText": "Wrong name or password"}),
)
PASSING = (
    PAGE,
    Said(503),
    Said(404),
    Said(body={"errorText": "The service is temporarily unavailable"}),
    Said(body={"errorText": "Your password will expire tomorrow"}),
    Said(body={}),
    Said(body=b"<html>sorry</html>"),
    Said(401),
    Said(500, {"errorText": "wrong password"}),
    HANG_UP,
)


@pytest.mark.parametrize("number", range(len(WRONG)))
def test_only_a_wrong_password_stops_logins_for_a_time(driver: Driver, desk: Desk, number: int) -> None:
    client, errors = bot(driver, desk), driver.package.errors
    desk.rules["accessTokenRequest"] = lambda seen: WRONG[number]
    for _ in range(3):
        said = ask(driver, client)
        assert isinstance(said, errors.AuthenticationError)
        assert said.is_wrong_password
    assert len(desk.sent("accessTokenRequest")) == 1
    del desk.rules["accessTokenRequest"]
    desk.clock.sleep(1799)
    assert isinstance(ask(driver, client), errors.AuthenticationError)
    desk.clock.sleep(2)
    assert ask(driver, client) == []


@pytest.mark.parametrize("number", range(len(PASSING)))
def test_whatever_else_goes_wrong_at_login_may_pass(driver: Driver, desk: Desk, number: int) -> None:
    client, errors = bot(driver, desk), driver.package.errors
    desk.rules["accessTokenRequest"] = lambda seen: PASSING[number]
    said = attempt(driver, client.order.place_oco, **PLACE_OCO)
    assert isinstance(said, errors.NotSent)
    assert (said.operation, said.cl_ord_id is not None) == ("placeOCO", True)
    del desk.rules["accessTokenRequest"]
    assert ask(driver, client) == []


def test_what_was_never_sent_counts_against_no_budget(driver: Driver, transport: Any) -> None:
    refused = driver.package.testing.Failure.REFUSED
    client = driver.client(transport, credentials=CREDENTIALS)
    transport.fail("accessTokenRequest", *[refused] * 20)
    for _ in range(20):
        assert isinstance(ask(driver, client), driver.package.errors.NotSent)
    assert len(ask(driver, client)) == 1
    transport.fail("accessTokenRequest", 500)


def test_what_was_sent_counts_even_if_nothing_came_back(driver: Driver, desk: Desk) -> None:
    client, errors = bot(driver, desk), driver.package.errors
    desk.rules["accessTokenRequest"] = lambda seen: HANG_UP
    said = [ask(driver, client) for _ in range(8)]
    assert [type(one) for one in said] == [errors.NotSent] * 5 + [errors.LockedOut] * 3
    assert len(desk.log) == 5
