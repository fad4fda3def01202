"""JSON is accepted only if it has a single meaning, and within limits of size."""

from __future__ import annotations

import json
import random
from decimal import Decimal
from typing import Any

import httpx
import pytest

from jekyll_openapi.runtime import json_parser
from jekyll_openapi.runtime.json_parser import read_json
from tests.client.conftest import Driver
from tests.pace import within

UNREADABLE = {
    b'{"orderId": NaN}': "NaN",
    b'{"orderId": -Infinity}': "Infinity",
    b'{"orderId": 1e400}': "too large",
    b'{"orderId": -1.5E+999}': "too large",
    b'{"orderId": ' + b"1" * 400 + b".5}": "too large",
    b'{"orderId": ' + b"1" * 5000 + b"}": "thousands of digits",
    b'{"orderId": 1, "orderId": 2}': "'orderId' twice",
    b'{"orderId":1,"orderId":2}': "'orderId' twice",
    b'{"orderId" :1,"orderId":1}': "'orderId' twice",
    b'{"a":":x","b":1,"b":1,"c":":"}': "'b' twice",
    b'{"orderId": 1, "a": [{"b": {"c": 1, "\\u0063": 2}}]}': "'c' twice",
    b'{"a": "\\ud800"}': "surrogate",
    b'{"a": "\\uDC00\\uD800"}': "surrogate",
    b'{"a": "\\ud800x\\udc00"}': "surrogate",
    b'{"\\\\\\ud83d": 1}': "surrogate",
    b'{"orderId": 1} {}': "not JSON",
    b'{"orderId": 01}': "not JSON",
    b"\xef\xbb\xbf\xef\xbb\xbf{}": "not JSON",
    b'{"orderId': "not JSON, Unterminated string starting at character 1",
    b'{"a": "\xff"}': "UTF-8",
    b"": "empty",
    b"[" * 65 + b"]" * 65: "too deeply",
    b'{"a": ' * 65 + b"1" + b"}" * 65: "too deeply",
    b"[" * 40_000 + b"]" * 40_000: "too deeply",
    b"[" * 200_000: "records",
    b"[" + b"{}," * 100_000 + b"{}]": "records",
    b"[" + b"1," * 2_000_001 + b"1]": "values",
    b"[" + b"0," * 100_000 + b"0]": "rows",
    b"[" + b"null," * 100_000 + b'""]': "rows",
}
READABLE: dict[bytes, Any] = {
    b'{"a": "\\ud83d\\ude00", "b": "\\\\ud800"}': {"a": "😀", "b": "\\ud800"},
    b'{"a": ":x", "b": "\\":", "c": "{[,"}': {"a": ":x", "b": '":', "c": "{[,"},
    b'{"a": 1.5e300, "b": 1e-400, "c": -0.0}': {"a": 1.5e300, "b": 0.0, "c": -0.0},
    b'[{"a": 1}, {"a": 1}]': [{"a": 1}, {"a": 1}],
    b'{"a" : 1,\n "b"\t:\r{"a" : [2]}}': {"a": 1, "b": {"a": [2]}},
    b"[" * 64 + b"]" * 64: json.loads("[" * 64 + "]" * 64),
    b"[" + b"{}," * 99_998 + b"{}]": [{}] * 99_999,
    b"[" + b"0," * 99_999 + b"0]": [0] * 100_000,
    b"null": None,
    b"\xef\xbb\xbf{}": {},
}


def short(value: object) -> str:
    """Test id of a value."""
    return repr(value)[:30]


@pytest.mark.parametrize("body", UNREADABLE, ids=short)
def test_what_has_no_meaning_or_two_is_refused_in_words(body: bytes) -> None:
    def refusal() -> ValueError:
        with pytest.raises(ValueError, match=r".") as caught:
            read_json(body)
        return caught.value

    error = within(2, refusal)
    assert type(error) is ValueError
    assert UNREADABLE[body] in str(error)
    assert error.__cause__ is None


@pytest.mark.parametrize("body", READABLE, ids=short)
def test_what_has_one_meaning_is_read(body: bytes) -> None:
    assert as_floats(read_json(body)) == READABLE[body]


def as_floats(value: Any) -> Any:
    """The value with numbers as `json` reads them."""
    match value:
        case Decimal():
            return float(value)
        case dict():
            return {name: as_floats(one) for name, one in value.items()}
        case list():
            return [as_floats(one) for one in value]
    return value


def spell(value: Any, chance: random.Random) -> str:
    """The value as JSON with random spaces and escapes."""
    space = chance.choice(["", "", "", " ", "\n"])
    match value:
        case dict():
            inside = (f"{space}{spell(k, chance)}{space}:{spell(v, chance)}" for k, v in value.items())
            return "{" + ",".join(inside) + space + "}"
        case list():
            return "[" + ",".join(spell(one, chance) for one in value) + "]"
    return json.dumps(value, ensure_ascii=chance.random() < 0.5)


def some(chance: random.Random, depth: int = 0) -> Any:
    """A random value, with texts that look like JSON."""
    kind = chance.randrange(7 if depth < 4 else 5)
    text = chance.choice(["a", "b", '":', ':"', '" :', "\\", "{", "😀", "", ",", "\\u"])
    match kind:
        case 5:
            return {chance.choice('abc:"\\') + str(at): some(chance, depth + 1) for at in range(chance.randrange(4))}
        case 6:
            return [some(chance, depth + 1) for _ in range(chance.randrange(4))]
    return chance.choice([text, 1, 2.5, None, True])


def test_a_name_that_stands_twice_is_found_however_it_is_written() -> None:
    chance = random.Random(5)
    found = {True: 0, False: 0}
    for _ in range(4000):
        text = spell(some(chance), chance)
        if chance.random() < 0.5:
            text = text.replace("b1", "a0").replace("c2", "a0").replace('\\"1', "a0")
        twice: list[str] = []

        def look(pairs: list[tuple[str, Any]], twice: list[str] = twice) -> dict[str, Any]:
            twice += [name for name in {name for name, _ in pairs} if sum(one == name for one, _ in pairs) > 1]
            return dict(pairs)

        value = json.loads(text, object_pairs_hook=look)
        found[bool(twice)] += 1
        if twice:
            with pytest.raises(ValueError, match="twice"):
                read_json(text.encode())
        else:
            assert read_json(text.encode()) == value, text
    assert min(found.values()) > 20, found


def test_the_limits_are_where_they_are_said_to_be(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    """`LARGEST` bytes are read, one more is not, and no more than that is kept."""
    receiving = __import__("importlib").import_module(f"{driver.package.__name__}.runtime.exchange")
    monkeypatch.setattr(receiving, "LARGEST", 100)
    for size, is_read in ((100, True), (101, False)):
        body = b"[" + b" " * (size - 2) + b"]"
        client = driver.client(httpx.MockTransport(lambda request, body=body: httpx.Response(200, content=body)))
        if is_read:
            assert driver.do(client.account.list()) == []
        else:
            with pytest.raises(driver.package.errors.ResponseUnreadable, match="larger than 100 bytes"):
                driver.do(client.account.list())
    assert json_parser.LARGEST == 32 * 1024 * 1024


@pytest.mark.parametrize("body", list(UNREADABLE)[:12], ids=short)
def test_a_trade_with_such_an_answer_is_an_unknown_outcome(driver: Driver, body: bytes) -> None:
    client = driver.client(httpx.MockTransport(lambda request: httpx.Response(200, content=body)))
    with pytest.raises(driver.package.errors.UnreadableOutcome):
        driver.place(client)
    with pytest.raises(driver.package.errors.ResponseUnreadable) as caught:
        driver.do(client.account.list())
    assert not isinstance(caught.value, driver.package.errors.OutcomeUnknown)


# --- how answers differ from the spec ---------------------------------------------------------------------------------

ROW = {"id": 1, "name": "A", "userId": 2, "active": True, "legalStatus": "IRA", "timestamp": "2026-01-02T03:04:05Z"}


def drift(driver: Driver, rows: list[Any]) -> set[tuple[str, str]]:
    """The differences counted for a list."""
    body = json.dumps(rows).encode()
    client = driver.client(httpx.MockTransport(lambda request: httpx.Response(200, content=body)))
    assert len(driver.do(client.account.list())) == len(rows)
    return {(one.field, one.kind) for one in client.drift.counts}


def test_one_kind_of_difference_hides_no_other(driver: Driver) -> None:
    """Each row has a property that the pages do not know; far behind, one has another, and one has a new value."""
    rows: list[Any] = [{**ROW, "id": number, "new": 1} for number in range(2000)]
    rows[1500] = {**rows[1500], "newer": 1}
    rows[1600] = {**rows[1600], "legalStatus": "Robot"}
    rows[1700] = {name: value for name, value in rows[1700].items() if name != "active"}
    assert drift(driver, rows) == {
        ("[].new", "unknown field"),
        ("[].newer", "unknown field"),
        ("[].legalStatus", "unknown value"),
        ("[].active", "missing"),
    }


def test_the_work_is_bounded_where_every_row_differs(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    checks = __import__("importlib").import_module(f"{driver.package.__name__}.runtime.checks")
    looked: list[Any] = []
    real = checks.part

    def look(value: Any, left: list[int]) -> Any:
        looked.append(value)
        return real(value, left)

    monkeypatch.setattr(checks, "part", look)
    drift(driver, [{f"new{number}": 1} for number in range(5000)])
    tops = [one for one in looked if isinstance(one, dict) and any(name.startswith("new") for name in one)]
    assert len(tops) == checks.CLOSER


def test_a_large_row_is_looked_at_in_part(driver: Driver) -> None:
    large = {**ROW, "limits": [{"deep": "x" * 1_000}] * 300, **{f"new{number}": 1 for number in range(500)}}
    found = within(5, lambda: drift(driver, [large]))
    assert ("[].new0", "unknown field") in found
    assert len(found) <= 1000
