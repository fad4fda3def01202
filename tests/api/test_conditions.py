"""Remarks that say when a property is required, by a list of remarks and what each is read as."""

from pathlib import Path

import pytest

from jekyll_openapi.api.conditions import read_conditions
from jekyll_openapi.api.model import Enumeration, Primitive, Property, Schema, stated
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
SIBLINGS = (
    PRICE,
    _property("orderType", Enumeration(("Limit", "Market", "Stop"))),
    _property("timeInForce", Enumeration(("Day", "GTD"))),
    _property("sideA", Enumeration(("Both", "A"))),
    _property("sideB", Enumeration(("Both", "B"))),
)


def _read(remark: str) -> str:
    found: list[Diagnostic] = []
    conditions = read_conditions(PRICE, spans(remark), SIBLINGS, found.append)
    if found:
        return "! " + found[0].message.split(": ")[1]
    return "=> " + "; ".join(f"{one.when} {' '.join(one.values)}" for one in conditions) if conditions else "-"


@pytest.mark.parametrize("line", CASES)
def test_remark_is_read_as_listed(line: str) -> None:
    remark, expected = (part.strip() for part in line.split("  ", 1))
    assert _read(remark) == expected


def test_a_condition_knows_its_place() -> None:
    (condition,) = read_conditions(PRICE, spans('Some text. Required for `"Limit"`.'), SIBLINGS, lambda _: None)
    assert (condition.provenance.location.line, condition.provenance.location.column) == (1, 12)
    assert condition.text == 'Required for `"Limit"`'
