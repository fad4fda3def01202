"""Unexpected answers lose nothing, raise nothing, and are counted."""

from __future__ import annotations

import copy
import dataclasses
import json
import logging
import pickle
from typing import Any

import httpx
import pytest
import yaml

from tests.client.conftest import Driver

ACCOUNT = {"id": 1, "name": "A", "userId": 2, "active": True, "legalStatus": "IRA", "timestamp": "2026-01-02T03:04:05Z"}


def kinds(client: Any) -> dict[tuple[str, str], int]:
    """The counted differences by field and kind."""
    return {(one.field, one.kind): count for one, count in client.drift.counts.items()}


def test_an_odd_row_loses_neither_itself_nor_the_others(driver: Driver, transport: Any) -> None:
    rows: list[Any] = [
        ACCOUNT,
        {**ACCOUNT, "legalStatus": "Robot"},
        {**ACCOUNT, "timestamp": None},
        {**ACCOUNT, "timestamp": "soon"},
        {**ACCOUNT, "userId": "2"},
        {"id": 7, "colour": "red", "tradeDate": None},
        {**ACCOUNT, "tradeDate": 5, "limits": [1, "a", None], "owner": []},
        None,
        5,
        [],
    ]
    transport.answer("accountList", rows)
    client = driver.client(transport)
    found = driver.do(client.account.list())
    assert len(found) == len(rows)
    assert found[1].legal_status == "Robot"
    assert not found[1].legal_status.is_known
    assert (found[2].timestamp, found[2].has("timestamp")) == (None, True)
    for number, name, raw in ((3, "timestamp", "soon"), (4, "user_id", "2")):
        with pytest.raises(driver.package.errors.UnexpectedValue, match=name):
            getattr(found[number], name)
        assert found[number].raw[{"user_id": "userId"}.get(name, name)] == raw
    assert (found[5].id, found[5].additional_properties, found[5].trade_date) == (7, {"colour": "red"}, None)
    assert (found[5].has("trade_date"), found[5].has("tradeDate"), found[5].has("limits")) == (True, True, False)
    assert (found[5].name, found[5].has("name")) == (None, False)
    for name in ("trade_date", "limits", "owner"):
        with pytest.raises(driver.package.errors.UnexpectedValue, match=name):
            getattr(found[6], name)
    assert (found[6].raw["tradeDate"], found[6].raw["limits"], found[6].raw["owner"]) == (5, [1, "a", None], [])
    assert [row.raw for row in found[7:]] == rows[7:]
    for row in found[7:]:
        with pytest.raises(driver.package.errors.UnexpectedValue, match="not an object"):
            _ = row.id
    assert [row.to_dict() for row in found[:7]] == rows[:7]


def test_what_is_always_there_raises_where_it_is_read_and_not(driver: Driver, transport: Any) -> None:
    transport.answer("accountList", [{"name": "A"}, {"id": None}])
    client = driver.client(transport)
    first, second = driver.do(client.account.list())
    assert first.name == "A"
    for row, said in ((first, r"Account\.id is missing in this answer"), (second, r"Account\.id is null")):
        with pytest.raises(driver.package.errors.UnexpectedValue, match=said):
            _ = row.id
    assert ("[].id", "null") in kinds(client)


def test_what_the_spec_does_not_know_is_counted_without_values(
    driver: Driver, transport: Any, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = {**ACCOUNT, "legalStatus": "Robot-secret-value", "userId": None, "colour": "red-secret-value"}
    del odd["name"]
    transport.answer("accountList", [odd, odd, ACCOUNT])
    client = driver.client(transport)
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            driver.do(client.account.list())
    assert kinds(client) == {
        ("[].legalStatus", "unknown value"): 3,
        ("[].userId", "null"): 3,
        ("[].colour", "unknown field"): 3,
        ("[].name", "missing"): 3,
    }
    assert len(caplog.records) == 4
    client.drift.report()
    report = capsys.readouterr().out
    assert "secret-value" not in report + caplog.text
    overlay = yaml.safe_load(report)
    assert overlay["overlay"] == "1.0.0"
    assert len(overlay["actions"]) == 4
    assert all({"target", "description"} < set(action) for action in overlay["actions"])


def test_the_report_is_an_overlay_that_names_the_place_to_correct(driver: Driver, transport: Any) -> None:
    row = {**ACCOUNT, "tradeDate": {"year": None, "era": 1}, "it's new": 1, "legalStatus": "Robot", "owner": None}
    transport.answer("accountList", [{name: value for name, value in row.items() if name != "active"}])
    client = driver.client(transport)
    assert yaml.safe_load(str(client.drift))["actions"] == []
    driver.do(client.account.list())
    actions = {one.pop("target"): one for one in yaml.safe_load(str(client.drift))["actions"]}
    schemas = '$["components"]["schemas"]'
    assert set(actions) == {
        f'{schemas}["Account"]',
        f'{schemas}["Account"]["required"][?@ == "active"]',
        f'{schemas}["LegalStatus"]',
        f'{schemas}["Account"]["properties"]["owner"]',
        f'{schemas}["TradeDate"]',
        f'{schemas}["TradeDate"]["properties"]["year"]',
    }
    assert actions[f'{schemas}["Account"]']["update"] == {"properties": {"it's new": {}}}
    assert actions[f'{schemas}["Account"]["required"][?@ == "active"]']["remove"] is True


def test_strict_reading_raises_instead(driver: Driver, transport: Any) -> None:
    transport.answer("accountList", [{**ACCOUNT, "legalStatus": "Robot"}])
    transport.answer("placeOCO", {"orderId": 1, "ocoId": 2, "new": 2})
    client = driver.client(transport, responses="strict")
    errors = driver.package.errors
    with pytest.raises(errors.ResponseUnreadable) as caught:
        driver.do(client.account.list())
    assert [problem.field for problem in caught.value.problems] == ["[0].legalStatus"]
    assert not isinstance(caught.value, errors.OutcomeUnknown)
    with pytest.raises(errors.OutcomeUnknown) as unknown:
        driver.place(client)
    assert json.loads(unknown.value.body)["orderId"] == 1
    transport.answer("accountList", [ACCOUNT])
    assert len(driver.do(client.account.list())) == 1
    with pytest.raises(ValueError, match="lenient"):
        driver.client(transport, responses="loose")


@pytest.mark.parametrize("value", ["null", "[]", "5", '"text"', "true"])
def test_an_answer_of_another_type_is_unreadable(driver: Driver, transport: Any, value: str) -> None:
    client = driver.client(transport)
    transport.answer("accountItem", json.loads(value))
    with pytest.raises(driver.package.errors.ResponseUnreadable):
        driver.do(client.account.item(id=1))
    transport.answer("placeOCO", json.loads(value))
    with pytest.raises(driver.package.errors.UnreadableOutcome):
        driver.place(client)
    if value != "[]":
        transport.answer("accountList", json.loads(value))
        with pytest.raises(driver.package.errors.ResponseUnreadable):
            driver.do(client.account.list())


def test_many_kinds_of_drift_do_not_fill_the_memory(driver: Driver, transport: Any) -> None:
    transport.answer("accountList", [{**ACCOUNT, **{f"field{number}": 1 for number in range(5000)}}])
    client = driver.client(transport)
    driver.do(client.account.list())
    assert len(client.drift.counts) <= 1000


# --- enumerations -----------------------------------------------------------------------------------------------------


def test_an_unknown_value_is_a_member_that_keeps_it(package: Any) -> None:
    action = package.models.Action
    robot = action("Robot")
    assert isinstance(robot, action)
    assert not robot.is_known
    assert action.BUY.is_known
    assert (robot == "Robot", robot == action("Robot"), robot != action.BUY) == (True, True, True)
    assert hash(robot) == hash("Robot")
    assert {robot: 1}["Robot"] == 1
    assert json.dumps([robot]) == '["Robot"]'
    assert (str(robot), f"{robot}", repr(robot)) == ("Robot", "Robot", "<Action.Robot: 'Robot'>")
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(robot, protocol)) == robot
        assert pickle.loads(pickle.dumps(action.BUY, protocol)) is action.BUY
    assert copy.copy(robot) == copy.deepcopy(robot) == robot
    assert list(action) == [action.BUY, action.SELL]
    assert not action("BUY").is_known
    match robot:
        case "Robot":
            pass
        case _:
            pytest.fail("does not match its value")
    with pytest.raises(ValueError, match="5"):
        action(5)


# --- the transport for tests ------------------------------------------------------------------------------------------


def untagged(value: Any) -> Any:
    """The value without tags, which differ per request."""
    if not isinstance(value, dict):
        return value
    return {name: untagged(one) for name, one in value.items() if name != "clOrdId"}


def test_every_operation_is_answered_by_an_example_that_fits(driver: Driver, transport: Any) -> None:
    client = driver.client(transport, responses="strict")
    for operation in client._core.description.operations.values():
        body = untagged(transport._value(operation.body, "", 0)) if operation.body else None
        params = {one.name: transport._value(one.schema, "", 0) for one in operation.parameters}
        driver.do(client.request(operation.method, operation.path, json=body, params=params))
    assert len(transport.requests) == len(client._core.description.operations)


def test_every_failure_can_be_asked_for(driver: Driver, transport: Any) -> None:
    testing, errors = driver.package.testing, driver.package.errors
    expected = {
        "DNS": errors.NotSent,
        "REFUSED": errors.NotSent,
        "TLS": errors.NotSent,
        "RESET": errors.OutcomeUnknown,
        "TIMEOUT": errors.OutcomeUnknown,
        "CUT": errors.UnreadableOutcome,
        "HTML": errors.UnreadableOutcome,
        "EMPTY": errors.UnreadableOutcome,
        "REJECTED": errors.Rejected,
        "VIOLATIONS": errors.Violations,
        "PENALTY": errors.TimePenalty,
        "CAPTCHA": errors.TimePenalty,
    }
    assert {failure.name for failure in testing.Failure} == set(expected)
    for failure in testing.Failure:
        client = driver.client(transport)
        transport.fail("placeOCO", failure)
        with pytest.raises(expected[failure.name]) as caught:
            driver.place(client)
        assert type(caught.value) is expected[failure.name]
    for use in (transport.sent, transport.example, transport.fail):
        with pytest.raises(ValueError, match="no operation"):
            use("nothing")


def test_a_part_is_an_answer_where_the_description_says_so(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    client = driver.client(httpx.MockTransport(lambda _: httpx.Response(206, json=[])))
    known = client._core.description.operations
    with pytest.raises(driver.package.errors.ResponseUnreadable, match="only a part"):
        driver.do(client.account.list())
    one = known["accountList"]
    monkeypatch.setitem(
        known, "accountList", dataclasses.replace(one, answers={**one.answers, "206": one.answers["200"]})
    )
    assert driver.do(client.account.list()) == []


def test_an_example_is_within_bounds_of_either_kind(package: Any) -> None:
    made = package.testing.ExampleTransport()
    assert made._scalar("integer", {"minimum": 7}) == 7
    assert made._scalar("integer", {"exclusiveMinimum": 7}) == 8
