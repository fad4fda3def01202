"""jsonschema-rs, which the client uses, agrees with jsonschema on thousands of valid and invalid bodies."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from jekyll_openapi.runtime.checks import Check, is_date_time
from jekyll_openapi.runtime.json_parser import read_json
from jekyll_openapi.runtime.schemas import Schema, closed, resolve, strict
from jekyll_openapi.runtime.wire import json_text, plain
from tests.client.sample import sample
from tests.client.sample_schemas import ref
from tests.sampling import examples

BODIES = examples(6000)
ODD: list[Any] = [None, True, 0, -1, 1.0, 1.5, 2**31, 2**63, -(2**63) - 1, "", "x" * 100, "Buy", [], {}, [1]]
TIMES = [
    "2026-01-02T03:04:05Z",
    "2026-01-02T03:04:05.123+02:00",
    "2026-01-02t03:04:05z",
    "2026-02-30T00:00:00Z",
    "2016-12-31T23:59:60Z",
    "2026-01-02T24:00:00Z",
    "2026-01-02T03:04:05",
    "2026-01-02 03:04:05Z",
    "0000-01-01T00:00:00Z",
    "0001-01-01T00:00:00Z",
    "2026-01-02T03:04:05+24:00",
    "2026-01-02T03:04:05-00:00",
    "2026-01-02T03:04:05.Z",
    "٢٠٢٦-01-02T03:04:05Z",
    "2026-1-2T03:04:05Z",
    "today",
]
NUMBERS = [0, 1, -1, 1.0, 2.5, 2**31 - 1, 2**31, -(2**31), 2**63 - 1, 2**63, 10**30, 0.1, 1e308, Decimal("0.10")]


def documents() -> Iterator[tuple[str, dict[str, Any]]]:
    """The sample description, and that of the repository."""
    yield "sample", sample()
    made = Path(__file__).parents[2] / "spec" / "openapi.yaml"
    if made.exists():
        yield "openapi.yaml", yaml.load(made.read_bytes(), yaml.CSafeLoader)


def bodies_of(spec: dict[str, Any]) -> list[str]:
    """Names of the request body schemas."""
    contents = (
        item["requestBody"]["content"]
        for paths in spec["paths"].values()
        for item in paths.values()
        if "requestBody" in item
    )
    schemas = (one["application/json"]["schema"] for one in contents if "application/json" in one)
    return sorted({one["$ref"].rpartition("/")[2] for one in schemas})


def value(schema: Schema, components: dict[str, Schema], chance: random.Random) -> Any:
    """A random value that usually fits the schema."""
    target = resolve(schema, components)
    if chance.random() < 0.03:
        return chance.choice(ODD)
    if "enum" in target:
        return (
            chance.choice([*target["enum"], target["enum"][0].lower()])
            if chance.random() < 0.1
            else chance.choice(target["enum"])
        )
    match target.get("type"):
        case "object":
            names = target.get("properties", {})
            kept = {
                name: one
                for name, one in names.items()
                if chance.random() < (0.97 if name in target.get("required", ()) else 0.6)
            }
            extra = {"unknown": 1} if chance.random() < 0.05 else {}
            return {name: value(one, components, chance) for name, one in kept.items()} | extra
        case "array":
            return [value(target.get("items", {}), components, chance) for _ in range(chance.randrange(3))]
        case "integer" | "number":
            return chance.choice(NUMBERS) if chance.random() < 0.2 else chance.randrange(1, 100)
        case "boolean":
            return chance.random() < 0.5
        case "string" if target.get("format") == "date-time":
            return chance.choice(TIMES) if chance.random() < 0.2 else TIMES[0]
        case "string":
            return "é😀x"[: chance.randrange(4)] + "a" * chance.choice([0, 1, 48, 50, 51, 61, 64, 65])
    return chance.choice(ODD)


@pytest.mark.deep
@pytest.mark.parametrize(("name", "spec"), list(documents()), ids=lambda value: value if isinstance(value, str) else "")
def test_the_two_validators_agree_on_every_body(name: str, spec: dict[str, Any]) -> None:
    components, chance = spec["components"]["schemas"], random.Random(7)
    names = bodies_of(spec)
    verdicts = {True: 0, False: 0}
    for schema in names:
        check = Check(ref(schema), components, strict)
        other = jsonschema.Draft202012Validator(check.prepared, format_checker=jsonschema.FormatChecker())
        for _ in range(BODIES // len(names)):
            body = value(ref(schema), components, chance)
            verdict = not check.problems(body)
            assert verdict == other.is_valid(body), body
            verdicts[verdict] += 1
    assert sum(verdicts.values()) > BODIES - len(names)
    assert min(verdicts.values()) > BODIES // 20, verdicts


@pytest.mark.parametrize("text", TIMES)
def test_a_time_is_what_the_strictest_reader_takes(text: str) -> None:
    from rfc3339_validator import validate_rfc3339  # type: ignore[import-untyped]

    assert is_date_time(text) == bool(validate_rfc3339(text.upper()))


def test_formats_of_numbers_count() -> None:
    for form, low, high in (("int32", -(2**31), 2**31 - 1), ("int64", -(2**63), 2**63 - 1)):
        check = Check({"type": "integer", "format": form}, {}, strict)
        assert [bool(check.problems(one)) for one in (low, high, low - 1, high + 1)] == [False, False, True, True]
    check = Check({"type": "integer", "format": "int32", "minimum": 5, "maximum": 2**40}, {}, strict)
    assert [bool(check.problems(one)) for one in (5, 4, 2**31)] == [False, True, True]


def test_what_is_not_known_is_a_difference_both_ways() -> None:
    components = sample()["components"]["schemas"]
    order = {"accountId": 1, "timestamp": TIMES[0], "action": "Buy", "ordStatus": "Filled", "admin": False}
    assert Check(ref("Order"), components, closed).problems(order) == ()
    (problem,) = Check(ref("Order"), components, closed).problems({**order, "new": 1})
    assert (problem.field, problem.rule) == ("new", "additionalProperties")
    (problem,) = Check(ref("Order"), components, strict).problems({**order, "ord_status": 1})
    assert (problem.field, problem.message) == ("ord_status", "is not known (did you mean `ordStatus`?)")


def test_a_property_may_be_called_like_a_keyword() -> None:
    odd: Schema = {
        "type": "object",
        "properties": {"properties": {"type": "integer", "format": "int32"}, "enum": {"type": "string"}},
    }
    check = Check(ref("Odd"), {"Odd": odd}, strict)
    assert check.problems({"properties": 1, "enum": "a"}) == ()
    assert [one.field for one in check.problems({"properties": 2**31, "enum": 5})] == ["properties", "enum"]


# --- numbers on the wire ----------------------------------------------------------------------------------------------


def decimals(count: int) -> Iterator[Decimal]:
    """Decimals of many lengths and sizes, especially ones that floats would change."""
    yield from map(Decimal, ("0", "-0", "0.00", "1.10", "1E+2", "1e-400", "-0E+7", "123456789012345678901234567890.1"))
    chance = random.Random(11)
    for _ in range(count):
        digits = tuple(chance.randrange(10) for _ in range(chance.randrange(1, 40)))
        yield Decimal((chance.randrange(2), digits, chance.randrange(-60, 60)))


def test_a_decimal_reaches_the_wire_with_exactly_its_digits() -> None:
    numbers = list(decimals(10_000))
    read = json.loads(json_text({"prices": numbers}), parse_float=Decimal, parse_int=Decimal)["prices"]
    assert [one.as_tuple() for one in read] == [one.as_tuple() for one in numbers]


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=examples(200), deadline=None)
@given(JSON.filter(lambda value: "\\ud" not in ascii(value)))
def test_what_is_written_reads_back(value: Any) -> None:
    text = json_text(plain(value))
    assert read_json(text.encode()) == json.loads(text, parse_float=Decimal)
    assert json.loads(text) == value
    assert text == json.dumps(value, separators=(",", ":"))
