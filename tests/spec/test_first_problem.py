"""What is said of an example that its schema refuses: one thing, the most telling."""

from decimal import Decimal
from typing import Any

import pytest

from jekyll_openapi.spec.examples import Validators

ORDER = {
    "type": "object",
    "required": ["side"],
    "properties": {
        "side": {"enum": ["Buy", "Sell"]},
        "size": {"type": "integer", "maximum": 12},
        "price": {"type": "number", "multipleOf": Decimal("0.01")},
        "when": {"type": "string", "format": "date-time"},
        "legs": {"type": "array", "items": {"$ref": "#/components/schemas/Order"}},
        "extra": {"anyOf": [{"type": "string"}, {"$ref": "#/components/schemas/Order"}]},
    },
    "allOf": [
        {"if": {"properties": {"side": {"const": "Sell"}}, "required": ["side"]}, "then": {"required": ["size"]}}
    ],
}
SPEC = {"components": {"schemas": {"Order": ORDER, "Broken": {"type": 5}}}}
CASES: dict[str, tuple[Any, str]] = {
    "it fits": ({"side": "Buy", "price": 0.07, "size": 12, "when": "2026-01-01T00:00:00Z"}, ""),
    "it is nearest to the whole": ({"legs": [{"side": "no"}], "size": 13}, '"side" is a required property'),
    "it is written first": ({"size": 13, "side": "No"}, "size: 13 is greater than the maximum of 12"),
    "it is written last": ({"side": "No", "size": 13}, 'side: "No" is not one of "Buy" or "Sell"'),
    "a row": ({"side": "Buy", "legs": [{"side": "Buy"}, {"side": 3}]}, 'legs.1.side: 3 is not one of "Buy" or "Sell"'),
    "a rule": ({"side": "Sell"}, '"size" is a required property'),
    "digits": ({"side": "Buy", "price": 0.075}, "price: 0.075 is not a multiple of 0.01"),
    "a format": ({"side": "Buy", "when": "soon"}, 'when: "soon" is not a "date-time"'),
    "the alternative that is nearly right": (
        {"side": "Buy", "extra": {"side": "Buy", "size": 13}},
        "extra.size: 13 is greater than the maximum of 12",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_one_thing_is_said(case: str) -> None:
    value, said = CASES[case]
    assert Validators(SPEC).first_problem({"$ref": "#/components/schemas/Order"}, value) == said


@pytest.mark.parametrize("name", ["Broken", "Nobody"])
def test_what_is_no_schema_refuses_nothing(name: str) -> None:
    assert Validators(SPEC).first_problem({"$ref": f"#/components/schemas/{name}"}, {}) == ""


def test_half_a_surrogate_pair_is_no_crash() -> None:
    schema = {"enum": ["a\ud800", "b"], "description": "\udfff"}
    found = Validators({"components": {"schemas": {"Odd\ud800": schema}}})
    assert found.first_problem({"$ref": "#/components/schemas/Odd\ud800"}, "a\ud800") == ""
    assert found.first_problem(schema, "c\ud800").startswith('"c?" is not one of')


def test_values_that_python_takes_for_equal_are_not_taken_for_the_same() -> None:
    validators = Validators({})
    told = [validators.first_problem({"type": "integer"}, value) for value in (1, True, 1, True)]
    assert told == ["", 'true is not of type "integer"'] * 2
