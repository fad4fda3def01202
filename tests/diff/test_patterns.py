"""Patterns of a description are tried in bounded work."""

import pytest

from jekyll_openapi.diff.patterns import fits

LONG = "a" * 60


@pytest.mark.parametrize(
    "pattern", ["(a+)+$", "^(a*)*$", "(a|a?)+$", "(?:(?P<x>a+)(a?))*$", "x|((a+)+)$", "(?=(a+)+$)", "(a|.)*$"]
)
def test_a_pattern_that_could_take_for_ever_is_not_tried_on_a_long_text(pattern: str) -> None:
    assert not fits(pattern, LONG + "!")
    assert fits(pattern, "aaaa")


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("^a+$", LONG),
        ("^([a-z]+-)*[a-z]+$", "ab-" * 30 + "c"),
        ("^(foo|bar)+$", "foobar" * 9),
        ("^(a{1,3}b)+$", "aab" * 9),
    ],
)
def test_others_are_tried_on_any_text(pattern: str, text: str) -> None:
    assert fits(pattern, text)
    assert not fits(pattern, text + "!")


def test_what_is_no_pattern_fits_nothing() -> None:
    assert not fits("(", "(")
