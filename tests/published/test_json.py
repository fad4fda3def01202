"""The spec as JSON: read back it is the same, and numbers have the digits that the pages give."""

import json
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from jekyll_openapi.openapi.json import dump_json
from jekyll_openapi.pipeline import Made

scalars = (
    st.none() | st.booleans() | st.integers() | st.text() | st.decimals(allow_nan=False, allow_infinity=False, places=3)
)
contents = st.recursive(scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)


@given(contents)
def test_what_is_written_is_read_back(content: object) -> None:
    assert json.loads(dump_json(content), parse_float=Decimal) == content


def test_the_spec_is_written_whole(made: Made) -> None:
    assert json.loads(dump_json(made.spec), parse_float=Decimal) == made.spec


def test_digits_order_and_letters_stay() -> None:
    text = dump_json({"b": Decimal("4200.250"), "a": ["é", {}, []]})
    assert text == '{\n  "b": 4200.250,\n  "a": [\n    "é",\n    {},\n    []\n  ]\n}\n'


def test_half_a_character_is_an_escape() -> None:
    assert dump_json("\ud83d") == '"\\ud83d"\n'
