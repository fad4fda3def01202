"""Remarks that say when a property is required are read as listed in a file."""

from pathlib import Path

import pytest

from jekyll_openapi.api.circumstances import Siblings
from jekyll_openapi.api.conditions import read_conditions
from jekyll_openapi.api.model import Condition, Enumeration, Primitive, Property, Schema, stated
from jekyll_openapi.diagnostics import Diagnostic, Location
from tests.api.markup import spans

CASES = [
    line
    for line in (Path(__file__).parent / "conditions.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _property(name: str, schema: Schema) -> Property:
    return Property(name, schema, stated(Location("page.md", 1)))


PRICE = _property("price", Primitive("number"))
PROPERTIES = (
    PRICE,
    _property("orderType", Enumeration(("Limit", "Market", "Stop"))),
    _property("timeInForce", Enumeration(("Day", "GTD"))),
    _property("sideA", Enumeration(("Both", "A"))),
    _property("sideB", Enumeration(("Both", "B"))),
    _property("stopPrice", Primitive("number")),
    _property("isAutomated", Primitive("boolean")),
    _property("mode", Primitive("string")),
)

SIBLINGS = Siblings.of(PROPERTIES)


def _read(remark: str) -> str:
    found: list[Diagnostic] = []
    conditions = read_conditions(PRICE, spans(remark), SIBLINGS, found.append)
    if found:
        return "! " + found[0].message.split(": ")[1]
    return "=> " + "; ".join(map(_show, conditions)) if conditions else "-"


def _show(one: Condition) -> str:
    """`orderType Limit Stop`, with another effect than that `price` is required in front."""
    tests = " and ".join(
        ("no " if test.is_absent else "") + " ".join(map(str, (test.property, *test.values))) for test in one.tests
    )
    values = "".join(f" {value}" for value in one.values)
    is_usual = one.effect == "required" and one.properties == ("price",)
    return tests if is_usual else f"{one.effect} {','.join(one.properties)}{values} if {tests}"


@pytest.mark.parametrize("line", CASES)
def test_remark_is_read_as_listed(line: str) -> None:
    remark, expected = (part.strip() for part in line.split("  ", 1))
    assert _read(remark) == expected


def test_a_condition_knows_its_place() -> None:
    (condition,) = read_conditions(PRICE, spans('Some text. Required for `"Limit"`.'), SIBLINGS, lambda _: None)
    assert (condition.provenance.location.line, condition.provenance.location.column) == (1, 12)
    assert condition.text == 'Required for `"Limit"`'
