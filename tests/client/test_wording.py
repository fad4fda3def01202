"""Messages about mistakes show the value, suggest a correction, and report nothing else."""

from __future__ import annotations

import importlib
import json
import numbers
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest

from jekyll_openapi.runtime.checks import Check
from jekyll_openapi.runtime.schemas import Schema, strict
from jekyll_openapi.runtime.wire import json_text, plain
from tests.client.conftest import Driver

LEG: Schema = {
    "type": "object",
    "required": ["action"],
    "properties": {
        "action": {"enum": ["Buy", "Sell"]},
        "timeInForce": {"type": "string"},
        "qty": {"type": "integer", "exclusiveMinimum": 0},
    },
}
ORDER: Schema = {
    "type": "object",
    "properties": {
        "action": {"enum": ["Buy", "Sell"]},
        "orderQty": {"type": "integer", "exclusiveMinimum": 0},
        "symbol": {"type": "string", "minLength": 1, "maxLength": 8},
        "price": {"type": "number", "minimum": 0.25, "multipleOf": 0.25},
        "isAutomated": {"type": "boolean"},
        "expireTime": {"type": "string", "format": "date-time"},
        "password": {"type": "string", "maxLength": 4},
        "leg": {"$ref": "#/components/schemas/Leg"},
        "legs": {"type": "array", "items": {"$ref": "#/components/schemas/Leg"}, "maxItems": 2},
        "notes": {"type": "object", "additionalProperties": {"type": "string"}},
        "anything": {"type": "object"},
    },
    "allOf": [
        {"if": {"properties": {"action": {"const": "Buy"}}, "required": ["action"]}, "then": {"required": ["price"]}}
    ],
}
CHECK = Check(ORDER, {"Leg": LEG}, strict, frozenset({"password"}))

SLIPS: list[tuple[dict[str, Any], str]] = [
    ({"action": "buy"}, "action must be 'Buy' or 'Sell', got 'buy' (did you mean 'Buy'?)"),
    ({"action": "Hold"}, "action must be 'Buy' or 'Sell', got 'Hold'"),
    ({"action": 5}, "action must be 'Buy' or 'Sell', got 5"),
    ({"orderQty": "1"}, "orderQty must be an integer, got '1'"),
    ({"orderQty": 1.5}, "orderQty must be an integer, got 1.5"),
    ({"orderQty": True}, "orderQty must be an integer, got True"),
    ({"orderQty": None}, "orderQty must be an integer, got None"),
    ({"orderQty": [1]}, "orderQty must be an integer, got a list of 1"),
    ({"orderQty": {}}, "orderQty must be an integer, got a mapping of 0"),
    ({"orderQty": 0}, "orderQty must be greater than 0, got 0"),
    ({"orderQty": -3}, "orderQty must be greater than 0, got -3"),
    ({"symbol": ""}, "symbol must not be empty, got ''"),
    ({"symbol": "ABCDEFGHI"}, "symbol must be at most 8 characters long, got 'ABCDEFGHI'"),
    ({"price": 0}, "price must be at least 0.25, got 0"),
    ({"price": 1.1}, "price must be a multiple of 0.25, got 1.1"),
    ({"isAutomated": "yes"}, "isAutomated must be True or False, got 'yes'"),
    (
        {"expireTime": "2026-01-01"},
        "expireTime must be a date and time with a zone, as in 2026-01-31T15:30:00Z, got '2026-01-01'",
    ),
    ({"password": "a long one"}, "password must be at most 4 characters long"),
    ({"password": 12345}, "password must be a string"),
    ({"order_qty": 1}, "order_qty is not known (did you mean `orderQty`?)"),
    ({"oderQty": 1}, "oderQty is not known (did you mean `orderQty`?)"),
    ({"zzz": 1}, "zzz is not known"),
    (
        {"leg": {"action": "Buy", "time_in_force": "GTC"}},
        "leg.time_in_force is not known (did you mean `timeInForce`?)",
    ),
    ({"leg": {"action": "Buy", "TIMEINFORCE": "GTC"}}, "leg.TIMEINFORCE is not known (did you mean `timeInForce`?)"),
    ({"legs": [{"action": "Buy"}, {"action": "Buy", "qyt": 1}]}, "legs[1].qyt is not known (did you mean `qty`?)"),
    ({"leg": {"action": "sell"}}, "leg.action must be 'Buy' or 'Sell', got 'sell' (did you mean 'Sell'?)"),
    ({"leg": {"action": "Buy", "qty": 0}}, "leg.qty must be greater than 0, got 0"),
    ({"leg": {}}, "leg.action is missing"),
    ({"action": "Buy"}, "price is missing"),
    ({"notes": {"a": 1}}, "notes.a must be a string, got 1"),
    ({"legs": [{"action": "Buy"}] * 3}, "legs must have at most 2 items, got a list of 3"),
]


@pytest.mark.parametrize(("body", "said"), SLIPS, ids=lambda value: str(value)[:40])
def test_a_slip_is_told_with_the_value_and_what_was_meant(body: dict[str, Any], said: str) -> None:
    assert [str(one) for one in CHECK.problems(body)] == [said]


def test_one_slip_makes_nothing_else_unknown() -> None:
    """Where a part of an object is wrong, the validator takes the rest of it for unknown; a caller reads none of it."""
    body = {"action": "buy", "orderQty": "1", "symbol": "A", "leg": {"action": "x", "qty": 1, "odd": 1}, "odd": 2}
    assert {one.field for one in CHECK.problems(body)} == {"action", "orderQty", "leg.action", "leg.odd", "odd"}


@pytest.mark.parametrize("body", [{"notes": {"free": "x"}}, {"anything": {"goes": [1]}}, {"leg": {"action": "Buy"}}])
def test_what_may_hold_anything_still_does(body: dict[str, Any]) -> None:
    assert CHECK.problems(body) == ()


TREE: Schema = {"type": "object", "properties": {"down": {"$ref": "#/components/schemas/Tree"}}}
A_LEG: Schema = {"$ref": "#/components/schemas/Leg"}
KIND: Schema = {
    "properties": {"kind": {}},
    "if": {"properties": {"kind": {"const": "x"}}},
    "then": {"properties": {"x": {}}},
}
TOGETHER: dict[str, tuple[Schema, Any, Any]] = {
    "all of": (
        {"allOf": [A_LEG, {"properties": {"more": {}}}]},
        {"action": "Buy", "more": 1},
        {"action": "Buy", "less": 1},
    ),
    "one of": ({"oneOf": [A_LEG, {"type": "null"}]}, {"action": "Buy"}, {"action": "Buy", "x": 1}),
    "any of": (
        {"anyOf": [{"properties": {"a": {}}, "required": ["a"]}, {"properties": {"b": {}}}]},
        {"a": 1, "b": 2},
        {"a": 1, "c": 2},
    ),
    "then": (KIND, {"kind": "x", "x": 1}, {"kind": "x", "y": 1}),
    "items": ({"items": {"properties": {"a": {"properties": {"b": {}}}}}}, [{"a": {"b": 1}}], [{"a": {"c": 1}}]),
    "others": ({"additionalProperties": {"properties": {"a": {}}}}, {"any": {"a": 1}}, {"any": {"b": 1}}),
    "itself": ({"$ref": "#/components/schemas/Tree"}, {"down": {"down": {}}}, {"down": {"down": {"up": 1}}}),
}


@pytest.mark.parametrize("case", TOGETHER)
def test_what_schemas_say_together_counts_together(case: str) -> None:
    schema, good, bad = TOGETHER[case]
    check = Check(schema, {"Leg": LEG, "Tree": TREE}, strict)
    assert check.problems(good) == ()
    assert any("not known" in one.message or "kinds" in one.message for one in check.problems(bad))


def test_long_names_are_not_compared() -> None:
    (problem,) = CHECK.problems({"a" * 100_000: 1})
    assert problem.message == "is not known"


def test_many_values_are_not_all_listed() -> None:
    check = Check({"enum": [f"value{number}" for number in range(200)]}, {}, strict)
    (problem,) = check.problems("valu7")
    assert "and 188 others, got 'valu7' (did you mean 'value7'?)" in problem.message


# --- numbers of numpy -------------------------------------------------------------------------------------------------


class Int64:
    """An integer as numpy has them: registered as one, and no `int`."""

    def __init__(self, value: int) -> None:
        self.value = value

    def __int__(self) -> int:
        return self.value

    def __index__(self) -> int:
        return self.value


class Float32:
    """A number of 32 bits, which shows fewer digits than it has as a float."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __float__(self) -> float:
        return 71.37000274658203

    def __str__(self) -> str:
        return self.text


class Bool:
    """A truth value as numpy has them: no number, no `bool`, but one item."""

    shape = ()

    def item(self) -> bool:
        return True


class Array:
    """Several values."""

    shape = (2,)

    def item(self) -> object:
        raise ValueError("can only convert an array of size 1")


numbers.Integral.register(Int64)
numbers.Real.register(Float32)


def test_numbers_of_numpy_are_numbers() -> None:
    assert json_text(plain({"a": Int64(3), "b": Float32("71.37"), "c": Bool(), "d": [Int64(-1)]})) == (
        '{"a":3,"b":71.37,"c":true,"d":[-1]}'
    )
    assert isinstance(plain(Int64(3)), int)


@pytest.mark.parametrize("value", [Array(), Float32("nan"), Float32("inf"), Float32("1/3"), object(), 1j, {1, 2}, b"x"])
def test_what_is_no_value_of_json_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"type|finite|Decimal"):
        plain(value)


def test_real_numpy_if_it_is_there() -> None:
    np = pytest.importorskip("numpy")
    given = {"a": np.int64(3), "b": np.float32(71.37), "c": np.float64(71.37), "d": np.bool_(True), "e": np.str_("x")}
    assert json.loads(json_text(plain(given)), parse_float=Decimal) == {
        "a": 3,
        "b": Decimal("71.37"),
        "c": Decimal("71.37"),
        "d": True,
        "e": "x",
    }


class Text(str):
    """A text of somebody's own, which prints in another way."""

    __slots__ = ()

    def __str__(self) -> str:
        return "another"


class Number(int):
    """A number of somebody's own."""


class Double(float):
    """A float of somebody's own, as numpy's is."""


class Side(Enum):
    """Members that hold what a wire does not know."""

    TEXT = Text("Sell")
    TIME = datetime(2027, 1, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "wire"),
    [
        (Text("Sell"), "Sell"),
        (Number(3), 3),
        (Double(71.37), 71.37),
        (Side.TEXT, "Sell"),
        (Side.TIME, "2027-01-04T00:00:00Z"),
        ([Text("a"), {"b": Number(1)}], ["a", {"b": 1}]),
    ],
)
def test_what_is_a_kind_of_a_json_type_goes_out_as_that(given: object, wire: object) -> None:
    made = plain(given)
    assert made == wire
    assert repr(made) == repr(wire)


@pytest.mark.parametrize("hours", [12, -12])
def test_a_time_that_utc_has_not_is_refused(hours: int) -> None:
    end = datetime.max if hours < 0 else datetime.min
    with pytest.raises(ValueError, match="UTC"):
        plain(end.replace(tzinfo=timezone(timedelta(hours=hours))))


def test_a_text_of_a_kind_of_text_is_checked(driver: Driver, transport: Any) -> None:
    client = driver.client(transport)
    driver.place(client, symbol=Text("CLF7"), order_qty=Number(2), price=Double(71.37), action=Text("Sell"))
    (sent,) = transport.requests
    assert json.loads(sent.content)["symbol"] == "CLF7"
    with pytest.raises(driver.package.errors.RequestInvalid, match="action"):
        driver.place(client, action=Text("sell"))


# --- what a person reads who is woken up by it ------------------------------------------------------------------------

SENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
LOOK = "It may have been done. Call `reconcile` with this error before you send it again"


def _told(package: Any, kind: str, **facts: Any) -> str:
    requests = importlib.import_module(f"{package.__name__}.runtime.requests")
    request = requests.PreparedRequest("POST", "https://demo.sample.example/v1/order/placeOCO", {}, b"{}")
    given = {"operation": "placeOCO", "cl_ord_id": "mine", "sent_at": SENT, "request": request, **facts}
    return str(getattr(package.errors, kind)(**given))


def test_an_unknown_outcome_says_when_why_what_is_named_and_what_to_do(package: Any) -> None:
    assert _told(package, "OutcomeUnknown", reason="the service answered 502.") == (
        f"placeOCO [mine]: sent at 2026-01-02T03:04:05Z, outcome unknown: the service answered 502. {LOOK}"
    )
    assert _told(package, "UnreadableOutcome", reason="it has no ocoId", status=200, order_ids=(7,)) == (
        "placeOCO [mine]: sent at 2026-01-02T03:04:05Z, outcome unknown: the answer cannot be read (status 200): "
        f"it has no ocoId. The answer names order 7. {LOOK}"
    )
    assert _told(package, "OutcomeUnknown", reason="reset", cl_ord_id=None).endswith(
        "reset. It may have been done. Read what it would have changed before you send it again"
    )


def test_a_refusal_says_what_to_do_only_where_something_may_be_live(package: Any) -> None:
    facts = {"status": 200, "reason": "Odd", "advice": "Look at it."}
    assert _told(package, "Rejected", **facts, again="no") == "placeOCO [mine]: rejected, Odd. Look at it."
    assert _told(package, "Rejected", **facts, again="look first", order_ids=(7, 8)) == (
        f"placeOCO [mine]: rejected, Odd. Look at it. The answer names order 7, 8. {LOOK}"
    )
    assert _told(package, "ApiError", status=409, body=b"busy", again="look first") == (
        f"placeOCO [mine]: refused with status 409: busy. {LOOK}"
    )


# --- numbers that are not what they say -------------------------------------------------------------------------------


class _Odd:
    """Words of its own for what a number is."""

    def __str__(self) -> str:
        return "1"

    __repr__ = __str__

    def __float__(self) -> float:
        return 1.0


class _OddFloat(_Odd, float):
    """A float in other words."""


class _OddDecimal(_Odd, Decimal):
    """A decimal in other words."""


@pytest.mark.parametrize("value", [_OddFloat(72.5), _OddDecimal("72.5")], ids=["float", "Decimal"])
def test_a_number_goes_out_as_the_number_that_it_is(driver: Driver, transport: Any, value: Any) -> None:
    client = driver.client(transport)
    driver.place(client, price=value)
    assert type(plain(value)) in (float, Decimal)
    assert json.loads(transport.requests[-1].content)["price"] == 72.5


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Decimal("sNaN"), "must be a finite number"),
        (Decimal("-Infinity"), "must be a finite number"),
        (10**5000, "is too large a number"),
        (-(10**400), "is too large a number"),
        ({"deep": [1, float("nan")]}, ".deep[1] must be a finite number"),
    ],
    ids=["sNaN", "Infinity", "5000 digits", "400 digits", "inside"],
)
def test_what_is_no_number_is_said_where_it_stands(driver: Driver, transport: Any, value: Any, said: str) -> None:
    client = driver.client(transport)
    leg = {"action": "Sell", "orderType": "Stop", "stopPrice": value}
    with pytest.raises(driver.package.errors.RequestInvalid) as caught:
        driver.place(client, other=leg)
    assert f"other.stopPrice{'' if said.startswith('.') else ' '}{said}" in str(caught.value)
    assert not transport.requests


@pytest.mark.parametrize("given", [{"price": float("nan")}, {"other": {"price": Decimal("Infinity")}}])
def test_a_value_that_is_none_of_json_hides_no_other_problem(driver: Driver, transport: Any, given: Any) -> None:
    with pytest.raises(driver.package.errors.RequestInvalid) as caught:
        driver.place(driver.client(transport), order_qty=0, action="buy", order_type="Limit", **given)
    (name,) = given
    said = [one.field.partition(".")[0] for one in caught.value.problems]
    assert said.count(name) == 1
    assert {"orderQty", "action"} < set(said)
    assert not transport.requests
