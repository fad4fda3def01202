"""A success needs an id, a refusal says whether to try again, and a ticket goes to the right request."""

from __future__ import annotations

import asyncio
import decimal
import time
from typing import Any

import httpx
import pytest

from tests.client.conftest import Driver
from tests.client.desk import Desk, Said, use
from tests.client.fault_server import answering, serving
from tests.client.losing import CREDENTIALS, LEG, connect, own
from tests.client.sample import PLACE_OCO

IDS = {"orderId": 900, "ocoId": 901}
NONE_OF_AN_ID: tuple[Any, ...] = (None, 0, -1, "", "900", "x", {}, [], [900], True, 1.5, 2**63)
OFF: tuple[Any, ...] = (0, "false", "no", [])
EMPTY_IDS: tuple[Any, ...] = (0, "0", -1, "-1", None, "", False, [], {})


def place(driver: Driver, client: Any, **more: Any) -> Any:
    """What placing a pair gives or raises."""
    try:
        return driver.do(client.order.place_oco(**{**PLACE_OCO, **more}))
    except driver.package.errors.SampleError as error:
        return error


ANSWERS: dict[str, tuple[Any, str]] = {
    "nothing": ({}, "UnreadableOutcome"),
    "words": ({"info": "queued"}, "UnreadableOutcome"),
    "a word": ("queued", "UnreadableOutcome"),
    "a list": ([IDS], "UnreadableOutcome"),
    "half of the ids": ({"orderId": 900}, "UnreadableOutcome"),
    "the other half": ({"ocoId": 901}, "UnreadableOutcome"),
    "one id for both": ({"orderId": 900, "ocoId": 900}, "UnreadableOutcome"),
    **{f"the id {one!r}": ({**IDS, "orderId": one}, "UnreadableOutcome") for one in NONE_OF_AN_ID},
    "success without ids": ({"failureReason": "Success"}, "UnreadableOutcome"),
    "success and a text": ({**IDS, "failureReason": "Success", "failureText": "no"}, "UnreadableOutcome"),
    "success that is off": ({**IDS, "failureReason": "Success", "ok": False}, "UnreadableOutcome"),
    "a penalty and an order": ({"p-ticket": "t", "p-time": 1, "orderId": 900}, "UnreadableOutcome"),
    **{
        f"a penalty and an order id that is {value!r}": (
            {"p-ticket": "t", "p-time": 1, "orderId": value},
            "UnreadableOutcome",
        )
        for value in ("5", 5.5, [5], {"id": 5}, True, 2**70)
    },
    "a penalty and no order": ({"p-ticket": "t", "p-time": 1, "orderId": 0}, "TimePenalty"),
    "a penalty": ({"p-ticket": "t", "p-time": 1}, "TimePenalty"),
    "a penalty without a time": ({"p-ticket": "t"}, "TimePenalty"),
    "ids and a failure": ({**IDS, "failureReason": "NoQuote"}, "Rejected"),
    "ids and a text": ({**IDS, "errorText": "no"}, "Rejected"),
    "ids and violations": ({**IDS, "violations": [{}]}, "Violations"),
    **{f"off in the words {value!r}": ({**IDS, "ok": value}, "UnreadableOutcome") for value in OFF},
    "the tag of another request": ({**IDS, "clOrdId": "somebody's"}, "UnreadableOutcome"),
    "the account of another request": ({**IDS, "accountId": 2}, "UnreadableOutcome"),
    "the account of the request": ({**IDS, "accountId": 1, "clOrdId": None}, ""),
    "on": ({**IDS, "ok": True}, ""),
    "ids": (IDS, ""),
    "success": ({**IDS, "failureReason": "Success"}, ""),
    "nulls": ({**IDS, "failureReason": None, "failureText": None, "violations": None}, ""),
}


@pytest.mark.parametrize("case", ANSWERS)
def test_only_an_answer_with_its_ids_is_a_success(driver: Driver, desk: Desk, case: str) -> None:
    body, kind = ANSWERS[case]
    desk.rules["placeOCO"] = lambda seen: Said(body=body, headers={"X-Trace": "t1", "Set-Cookie": "s=the-cookie"})
    client = connect(driver, desk)
    said = place(driver, client)
    assert len(desk.log) == 1
    if not kind:
        assert said.order_id == 900
        return
    assert type(said) is getattr(driver.package.errors, kind), repr(said)
    assert (said.status, said.headers["x-trace"]) == (200, "t1")
    assert said.body
    assert "the-cookie" not in repr(said.headers)
    assert len(client.in_doubt) == (kind == "UnreadableOutcome" or said.may_be_live)
    named = [one for one in (900, 901) if isinstance(body, dict) and one in body.values() and type(body) is dict]
    assert [*said.order_ids] == named


COMMANDS: tuple[tuple[Any, str], ...] = (
    ({}, "has no commandId"),
    ({"commandId": None}, "has no commandId"),
    ({"commandId": 0}, "has no commandId"),
    ({"orderId": 5}, "has no commandId"),
    ({"commandId": "5"}, "its commandId is no id"),
    ({"commandId": 5.5}, "its commandId is no id"),
    ({"commandId": 5, "p-ticket": "t", "p-time": 1}, "was not handled"),
)


@pytest.mark.parametrize(("body", "said"), COMMANDS, ids=str)
def test_a_cancel_needs_its_command(driver: Driver, desk: Desk, body: Any, said: str) -> None:
    desk.rules["cancelOrder"] = lambda seen: Said(body=body)
    with pytest.raises(driver.package.errors.UnreadableOutcome, match=said):
        driver.do(connect(driver, desk).order.cancel_order(order_id=1, is_automated=True))


@pytest.mark.parametrize(
    ("wait", "seconds"), [(b"1.5", 1.5), (b"1e3", 1000), (b"1" + b"0" * 400, 3600), (b"-0.5", 3600)]
)
def test_a_penalty_is_one_whatever_the_program_set_for_its_own_numbers(
    driver: Driver, wait: bytes, seconds: float
) -> None:
    body = b'{"p-ticket": "t", "p-time": ' + wait + b"}"
    client = driver.client(httpx.MockTransport(lambda request: httpx.Response(200, content=body)))
    with decimal.localcontext(decimal.Context(prec=2, traps=[decimal.FloatOperation])):
        said = place(driver, client)
    assert (type(said), said.wait) == (driver.package.errors.TimePenalty, seconds)


@pytest.mark.parametrize("word", [True, "true", 1, "yes", [1]], ids=str)
def test_a_captcha_is_one_in_whatever_form_it_is_asked_for(driver: Driver, desk: Desk, word: Any) -> None:
    desk.rules["placeOCO"] = lambda seen: Said(body={"p-ticket": "t", "p-time": 1, "p-captcha": word})
    client = connect(driver, desk)
    said = place(driver, client)
    assert (said.captcha, said.again, said.wait) == (True, "no", 3600)
    assert type(place(driver, client)) is driver.package.errors.LockedOut


@pytest.mark.parametrize("word", [False, None, "false", "", 0], ids=str)
def test_no_captcha_is_none_in_whatever_form(driver: Driver, desk: Desk, word: Any) -> None:
    desk.rules["placeOCO"] = lambda seen: Said(body={"p-ticket": "t", "p-time": 1, "p-captcha": word})
    said = place(driver, connect(driver, desk))
    assert (said.captcha, said.again, said.wait) == (False, "later", 1)


def test_a_bracket_that_was_not_sent_needs_no_id(driver: Driver, desk: Desk) -> None:
    given = {**{name: value for name, value in PLACE_OCO.items() if name != "other"}, "bracket1": LEG}
    client = connect(driver, desk)
    desk.rules["placeOSO"] = lambda seen: Said(body={"orderId": 1, "oso1Id": 2})
    assert driver.do(client.order.place_oso(**given)).oso_1_id == 2
    with pytest.raises(driver.package.errors.UnreadableOutcome, match="no oso2Id"):
        driver.do(client.order.place_oso(**given, bracket2=LEG))


AGAIN: dict[str, tuple[Any, str, tuple[int, ...]]] = {
    "a reason of the caller": ({"failureReason": "InvalidPrice"}, "no", ()),
    "a reason that passes": ({"failureReason": "NoQuote"}, "later", ()),
    "a reason that leaves a doubt": ({"failureReason": "RiskCheckTimeout"}, "look first", ()),
    "a reason that nobody knows": ({"failureReason": "Overloaded"}, "look first", ()),
    "a text alone": ({"errorText": "no"}, "look first", ()),
    "only that it is off": ({"ok": False}, "look first", ()),
    "an order in spite of it": ({"failureReason": "InvalidPrice", "orderId": 900}, "look first", (900,)),
    "a second order in spite of it": ({"failureReason": "NoQuote", "ocoId": 901}, "look first", (901,)),
    **{
        f"an order id that is {value!r}": ({"failureReason": "NoQuote", "orderId": value}, "later", ())
        for value in EMPTY_IDS
    },
    **{
        f"an order id that is {value!r}": ({"failureReason": "NoQuote", "orderId": value}, "look first", ())
        for value in ("5", 5.5, [5], {"id": 5}, True, 2**70)
    },
    "violations": ({"violations": [{"description": "no"}]}, "no", ()),
    "violations and an order": ({"violations": [{}], "orderId": 900}, "look first", (900,)),
}


@pytest.mark.parametrize("status", [200, 400])
@pytest.mark.parametrize("case", AGAIN)
def test_a_refusal_says_whether_to_try_again(driver: Driver, desk: Desk, case: str, status: int) -> None:
    body, again, orders = AGAIN[case]
    desk.rules["placeOCO"] = lambda seen: Said(status, body)
    said = place(driver, connect(driver, desk))
    assert isinstance(said, driver.package.errors.Rejected | driver.package.errors.Violations)
    assert (said.again, said.order_ids, said.status) == (again, orders, status)
    assert (said.retryable, said.may_be_live) == (again == "later", again == "look first")


@pytest.mark.parametrize("body", [{"failureReason": "RiskCheckTimeout"}, {"failureReason": "NoQuote", "orderId": 21}])
def test_a_refusal_that_may_have_been_carried_out_is_in_doubt(driver: Driver, desk: Desk, body: Any) -> None:
    client, errors = connect(driver, desk, halt_on_doubt=True), driver.package.errors
    desk.rules["placeOCO"] = lambda seen: Said(body=body)
    error = place(driver, client)
    (doubt,) = client.in_doubt
    assert (doubt.cl_ord_id, doubt.order_ids, doubt.sent_at) == (error.cl_ord_id, error.order_ids, error.sent_at)
    assert isinstance(place(driver, client), errors.HaltedByDoubt)
    client.in_doubt.resolve(error, "not placed")
    del desk.rules["placeOCO"]
    assert place(driver, client).order_id == 1


@pytest.mark.parametrize("again", ["InvalidPrice", "NoQuote"])
def test_a_refusal_that_is_sure_is_not_in_doubt(driver: Driver, desk: Desk, again: str) -> None:
    client = connect(driver, desk)
    desk.rules["placeOCO"] = lambda seen: Said(body={"failureReason": again})
    assert isinstance(place(driver, client), driver.package.errors.Rejected)
    assert len(client.in_doubt) == 0


def test_a_refused_question_leaves_nothing_to_look_for(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    for body, again in (({"errorText": "no"}, "no"), ({"failureReason": "NoQuote"}, "later")):
        desk.rules["item"] = lambda seen, body=body: Said(body=body)  # type: ignore[misc]
        with pytest.raises(driver.package.errors.Rejected) as caught:
            driver.do(client.account.item(id=1))
        assert caught.value.again == again


def test_a_refusal_can_be_looked_into(driver: Driver, desk: Desk) -> None:
    client = connect(driver, desk)
    desk.rules["placeOCO"] = lambda seen: Said(body={"failureReason": "RiskCheckTimeout", "orderId": 21})
    error = place(driver, client)
    assert driver.do(client.order.reconcile(error)).outcome == "unknown"
    desk.take(21, error.cl_ord_id, status="RiskRejected")
    desk.take(22, desk.log[0].body["other"]["clOrdId"], status="RiskRejected")
    desk.orders[22]["action"] = "Sell"
    assert len(client.in_doubt) == 1
    assert driver.do(client.order.reconcile(error)).outcome == "not placed"
    assert len(client.in_doubt) == 0


STATUSES: dict[int, tuple[str, str]] = {
    303: ("", "no"),
    400: ("no", "no"),
    404: ("no", "no"),
    408: ("", "later"),
    409: ("no", "no"),
    425: ("later", "later"),
    460: ("", "no"),
    499: ("", "no"),
    500: ("", "later"),
    502: ("", "later"),
    520: ("", "later"),
}


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_says_whether_to_try_again(driver: Driver, desk: Desk, status: int) -> None:
    trade, read = STATUSES[status]
    client, errors = connect(driver, desk), driver.package.errors
    desk.rules["placeOCO"] = desk.rules["item"] = lambda seen: Said(status, b"", {"X-Trace": "t2"})
    said = place(driver, client)
    assert said.headers["X-Trace"] == "t2"
    assert isinstance(said, errors.ApiError if trade else errors.OutcomeUnknown)
    assert not trade or said.again == trade
    with pytest.raises(errors.ApiError) as caught:
        driver.do(client.account.item(id=1))
    assert (caught.value.again, caught.value.retryable) == (read, read == "later")
    assert isinstance(caught.value, errors.NotFound) == (status == 404)


def test_a_cut_answer_keeps_its_headers(driver: Driver) -> None:
    with serving(answering(200, b'{"orderId": 1}', "X-Trace: t3", length=99)) as server:
        said = place(driver, driver.client(base_url=server.url))
    assert isinstance(said, driver.package.errors.UnreadableOutcome)
    assert (said.headers["x-trace"], said.status, said.body) == ("t3", 200, b'{"orderId": 1}')


UNREADABLE = {
    "cut": b'{"orderId": 900, "failu',
    "twice": b'{"orderId": 900, "orderId": 900}',
    "not UTF-8": b'{"ocoId": 900, "failureText": "\xe9"}',
}


@pytest.mark.parametrize("case", UNREADABLE)
@pytest.mark.parametrize("status", [400, 404, 409, 429])
def test_an_error_that_cannot_be_read_may_name_an_order(driver: Driver, desk: Desk, case: str, status: int) -> None:
    desk.rules["placeOCO"] = lambda seen: Said(status, UNREADABLE[case])
    assert place(driver, connect(driver, desk)).again == "look first"
    desk.rules["placeOCO"] = lambda seen: Said(status, b'{"fail": "", "text')
    assert place(driver, connect(driver, desk)).again == ("later" if status == 429 else "no")


def test_an_error_that_names_an_order_is_looked_into(driver: Driver, desk: Desk) -> None:
    desk.rules["placeOCO"] = lambda seen: Said(409, {"orderId": 900})
    said = place(driver, connect(driver, desk))
    assert (type(said).__name__, said.again, said.order_ids) == ("ApiError", "look first", (900,))


# --- tickets ----------------------------------------------------------------------------------------------------------


def put_off(desk: Desk, name: str, seconds: float = 10) -> None:
    """Put each request off once, each with a ticket of its own."""

    def rule(seen: Any) -> Said | None:
        if "p-ticket" in (seen.body or {}):
            return None
        return Said(body={"p-ticket": f"t{len(desk.log)}", "p-time": seconds, "p-captcha": False})

    desk.rules[name] = rule


def tickets(desk: Desk, name: str) -> list[str | None]:
    """The tickets that went out."""
    return [(one.body or {}).get("p-ticket") for one in desk.sent(name)]


def test_a_ticket_goes_with_the_request_that_drew_it(driver: Driver, desk: Desk) -> None:
    put_off(desk, "placeOCO")
    client, errors = connect(driver, desk), driver.package.errors
    assert isinstance(place(driver, client), errors.TimePenalty)
    assert isinstance(place(driver, client), errors.LockedOut)
    assert isinstance(place(driver, client, order_qty=2), errors.TimePenalty)
    assert isinstance(place(driver, client, other={**LEG, "stopPrice": 1}), errors.TimePenalty)
    desk.clock.sleep(11)
    assert place(driver, client, order_qty=2).order_id == 1
    assert place(driver, client).order_id == 1
    assert tickets(desk, "placeOCO") == [None, None, None, "t2", "t1"]
    bodies = [{name: one for name, one in seen.body.items() if name != "p-ticket"} for seen in desk.sent("placeOCO")]
    assert (bodies[3], bodies[4]) == (bodies[1], bodies[0])
    assert isinstance(place(driver, client), errors.TimePenalty)


def test_a_tag_of_the_caller_belongs_to_the_request(driver: Driver, desk: Desk) -> None:
    put_off(desk, "placeOCO")
    client, errors = connect(driver, desk), driver.package.errors
    place(driver, client, **own())
    desk.clock.sleep(11)
    assert isinstance(place(driver, client, **own(cl_ord_id="another")), errors.TimePenalty)
    assert place(driver, client, **own()).cl_ord_id == "mine"
    assert tickets(desk, "placeOCO") == [None, None, "t1"]


def test_a_question_can_draw_a_ticket_too(driver: Driver, desk: Desk) -> None:
    put_off(desk, "item")
    client, errors = connect(driver, desk), driver.package.errors
    for number in (1, 2):
        with pytest.raises(errors.TimePenalty):
            driver.do(client.account.item(id=number))
    desk.clock.sleep(11)
    desk.rules["item"] = lambda seen: Said(body={"id": 1}) if (seen.body or {}).get("p-ticket") else Said(409)
    assert driver.do(client.account.item(id=2)).id == 1
    assert tickets(desk, "item") == [None, None, "t2"]
    assert desk.log[-1].query == "id=2"


def test_a_ticket_that_did_not_go_out_is_kept(driver: Driver, transport: Any) -> None:
    from tests.client.desk import Time, use

    client, clock = driver.client(transport), Time()
    use(client, clock)
    failure = driver.package.testing.Failure
    transport.fail("accountItem", failure.PENALTY, *[failure.REFUSED] * 3)
    errors = driver.package.errors
    with pytest.raises(errors.TimePenalty):
        driver.do(client.account.item(id=1))
    clock.sleep(16)
    with pytest.raises(errors.NotSent):
        driver.do(client.account.item(id=1))
    driver.do(client.account.item(id=1))
    assert [b"ticket" in one.content for one in transport.requests] == [False, True, True, True, True]


def test_a_login_can_draw_a_ticket_too(driver: Driver, desk: Desk) -> None:
    put_off(desk, "accessTokenRequest")
    client, errors = connect(driver, desk, credentials=CREDENTIALS), driver.package.errors
    with pytest.raises(errors.TimePenalty):
        driver.do(client.account.list())
    with pytest.raises(errors.LockedOut):
        driver.do(client.account.list())
    desk.clock.sleep(11)
    assert driver.do(client.account.list()) == []
    assert tickets(desk, "accessTokenRequest") == [None, "t1"]
    assert "the-password" not in repr(vars(client._core.tickets))


def test_a_call_that_may_wait_waits_for_its_ticket(driver: Driver, desk: Desk) -> None:
    put_off(desk, "placeOCO")
    client = connect(driver, desk)
    assert isinstance(place(driver, client.with_options(max_wait=5)), driver.package.errors.TimePenalty)
    assert place(driver, client.with_options(max_wait=20), order_qty=2).order_id == 1
    assert tickets(desk, "placeOCO") == [None, None, "t2"]


def test_requests_that_ask_for_the_same_keep_their_own_tags(package: Any, desk: Desk) -> None:
    """Whatever is put off while others ask for the same: no two go out under one tag."""
    put_off(desk, "placeOCO")

    async def run() -> list[str]:
        client = use(package.AsyncSample(token="the-token", transport=desk.transport()), desk.clock)
        async with client:
            view = client.with_options(timeout=300, max_wait=200)
            made = await asyncio.gather(*(view.order.place_oco(**PLACE_OCO) for _ in range(3)))
            return [one.cl_ord_id for one in made]

    tags = asyncio.run(run())
    assert len(set(tags)) == 3
    sent = [(seen.body["clOrdId"], seen.body.get("p-ticket")) for seen in desk.sent("placeOCO")]
    drawn = {f"t{number}": tag for number, (tag, _) in enumerate(sent, 1)}
    with_ticket = [(tag, ticket) for tag, ticket in sent if ticket]
    assert sorted(tag for tag, _ in with_ticket) == sorted(tags)
    assert all(drawn[ticket] == tag for tag, ticket in with_ticket if ticket)


def test_a_second_penalty_belongs_to_what_was_sent(driver: Driver, desk: Desk) -> None:
    said = [Said(body={"p-ticket": f"t{number}", "p-time": 10}) for number in (1, 2)]
    desk.rules["placeOCO"] = lambda seen: said.pop(0) if said else None
    client, errors = connect(driver, desk), driver.package.errors
    for _ in range(2):
        assert isinstance(place(driver, client), errors.TimePenalty)
        desk.clock.sleep(11)
    assert place(driver, client).order_id == 1
    bodies = [seen.body for seen in desk.sent("placeOCO")]
    assert [one.get("p-ticket") for one in bodies] == [None, "t1", "t2"]
    assert len({one["clOrdId"] for one in bodies}) == 1


def test_another_call_leaves_alone_the_ticket_of_one_that_waits(
    package: Any, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both ask for the same: with the ticket goes the tag, and two requests would have one."""
    penalties = [Said(body={"p-ticket": "t1", "p-time": 5})]
    desk.rules["placeOCO"] = lambda seen: penalties.pop() if penalties else None
    with package.Sample(token="the-token", transport=desk.transport()) as client:
        waiting = use(client, desk.clock).with_options(timeout=20, max_wait=15)

        def another(seconds: float) -> None:
            desk.clock.sleep(seconds + 1)
            monkeypatch.setattr(time, "sleep", desk.clock.sleep)
            client.order.place_oco(**PLACE_OCO)

        monkeypatch.setattr(time, "sleep", another)
        waiting.order.place_oco(**PLACE_OCO)
    first, second, third = (one.body for one in desk.sent("placeOCO"))
    assert third["clOrdId"] == first["clOrdId"] != second["clOrdId"]
    assert [one.get("p-ticket") for one in (first, second, third)] == [None, None, "t1"]


@pytest.mark.parametrize("status", [401, 403, 429])
def test_the_tag_of_a_refusal_that_names_an_order_stays_used(driver: Driver, desk: Desk, status: int) -> None:
    client, errors = connect(driver, desk), driver.package.errors
    desk.rules["placeOCO"] = lambda seen: Said(status, {"orderId": 900})
    assert place(driver, client, **own()).again == "look first"
    client.in_doubt.resolve("mine", "placed")
    desk.clock.sleep(4000)
    assert isinstance(place(driver, client, **own()), errors.RequestInvalid)
    assert len(desk.sent("placeOCO")) == 1
