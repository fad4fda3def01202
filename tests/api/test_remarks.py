"""Remarks that state limits, defaults, null and formats are read as listed in a file."""

from pathlib import Path

import pytest

from jekyll_openapi.api.dialect import TRADOVATE
from jekyll_openapi.api.model import Property, stated
from jekyll_openapi.api.notation import show
from jekyll_openapi.api.remarks import with_remark
from jekyll_openapi.api.types import read_type
from jekyll_openapi.diagnostics import Diagnostic, Location
from tests.api.markup import spans
from tests.api.test_types import REFERENCES

CASES = [
    line
    for line in (Path(__file__).parent / "remarks.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def read(type_: str, remark: str) -> str:
    found: list[Diagnostic] = []
    schema = read_type(spans(type_), TRADOVATE, REFERENCES)
    one = Property("own", schema, stated(Location("page.md", 1)))
    one = with_remark(one, spans(remark), frozenset({"own", "price", "stopPrice"}), found.append).property
    said = [show(one.schema)]
    said += [f"default {one.default.value!r}"] if one.default else []
    said += ["deprecated"] if one.deprecated else []
    said += [f"only in {one.only_in}"] if one.only_in else []
    said += [f"! {one.rule.name}: {one.message.split(': ')[1]}" for one in found]
    return "; ".join(said)


@pytest.mark.parametrize("line", CASES)
def test_remark_is_read_as_listed(line: str) -> None:
    stated_, expected = line.split(" => ")
    type_, remark = stated_.split(" :: ")
    assert read(type_.strip(), remark.strip()) == expected.strip()


@pytest.mark.parametrize("name", ["disabled", "isHidden", "skipChecks", "no_mail", "mutedAtNight"])
def test_a_word_for_on_and_off_is_no_default_of_what_is_not_done(name: str) -> None:
    found: list[Diagnostic] = []
    one = Property(name, read_type(spans("boolean"), TRADOVATE, REFERENCES), stated(Location("page.md", 1)))
    assert with_remark(one, spans("Off by default."), frozenset(), found.append).property.default is None
    assert [each.rule.name for each in found] == ["unreadable-default"]
    assert with_remark(one, spans("Defaults to no."), frozenset(), found.append).property.default is not None
