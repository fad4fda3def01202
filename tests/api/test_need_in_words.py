"""Remarks such as "Required." or "(optional)" set whether a property is required."""

import pytest

from jekyll_openapi.api.dialect import TRADOVATE
from jekyll_openapi.api.labels import read_need
from tests.api.markup import spans


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        ("Required. The name.", True),
        ("The name. *Required*", True),
        ("(required) The name", True),
        ("(required, string) The name", True),
        ("[required] The name", True),
        ("The name [required]", True),
        ("The name **(required)**.", True),
        ("**Required.** The name", True),
        ("Required: the name", True),
        ("Required - the name", True),
        ("REQUIRED The name", True),
        ("<em>(required)</em> The name", True),
        ("[*optional*] The name", False),
        ("*Optional* The name", False),
        ("The name (optional)", False),
        ("Not required. The name", False),
        # What is required of something else, or at times, is no need of the row.
        ("The name of a [required] thing", None),
        ("Required if `x` is set", None),
        ("Required: only if `x` is set", None),
        ("Whether it is required", None),
        ("Optional things to send", None),
    ],
)
def test_the_need_in_a_remark(remark: str, expected: bool | None) -> None:
    assert read_need(spans(remark), TRADOVATE) is expected
