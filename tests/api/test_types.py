"""Type cells are read as listed in a file, and showing a type and reading it again gives the same type."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jekyll_openapi.api.dialect import TRADOVATE
from jekyll_openapi.api.formats import UnreadableTypeError
from jekyll_openapi.api.model import Array, Enumeration, Primitive, Ref, Schema
from jekyll_openapi.api.notation import show
from jekyll_openapi.api.types import References, read_type
from jekyll_openapi.pages.document import Link, Span
from tests.api.markup import spans

CASES = [
    line
    for line in (Path(__file__).parent / "types.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
REFERENCES = References(
    lambda link: Ref("Account") if link.target.endswith("account") else None,
    lambda name: Ref("Account") if name.casefold() == "account" else None,
)


def read(cell: tuple[Span, ...]) -> str:
    try:
        return "=> " + show(read_type(cell, TRADOVATE, REFERENCES))
    except UnreadableTypeError as problem:
        return f"! {problem}"


@pytest.mark.parametrize("line", CASES)
def test_cell_is_read_as_listed(line: str) -> None:
    mark = " => " if " => " in line else " ! "
    cell, expected = line.split(mark, 1)
    assert read(spans(cell.strip())) == f"{mark.strip()} {expected.strip()}"


numbers = st.builds(
    Primitive,
    st.just("integer"),
    st.sampled_from(["int32", "int64"]),
    st.none() | st.integers(-1000, -1).map(Decimal),
    st.none() | st.integers(0, 1000).map(Decimal),
)
texts = st.builds(
    Primitive,
    st.just("string"),
    min_length=st.none() | st.integers(0, 9),
    max_length=st.none() | st.integers(9, 8192),
)
plain_types = st.sampled_from(
    [Primitive("boolean"), Primitive("number"), Primitive("number", "double"), Primitive("string", "date-time")]
)
values = st.text("abcXYZ019 _-/.", min_size=1).map(str.strip).filter(bool)
enumerations = st.lists(values, min_size=1, unique=True).map(tuple).map(Enumeration)
scalars = numbers | texts | plain_types | enumerations | st.just(Ref("Account"))
schemas: st.SearchStrategy[Schema] = scalars | st.builds(Array, scalars)


@given(schemas)
def test_what_is_shown_reads_the_same(schema: Schema) -> None:
    assert read_type(spans(show(schema)), TRADOVATE, REFERENCES) == schema


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    assert read(spans(text))[0] in "=!"


def test_a_link_that_leads_nowhere_is_refused() -> None:
    (link,) = spans("[x](/y)")
    assert isinstance(link, Link)
    assert read((link,)) == "! `x` is not a type"
