"""Patterns of a description are tried by the rules of JavaScript, in bounded work; what cannot be tried is told."""

from typing import Any

import pytest

from jekyll_openapi.diff import patterns, shape
from jekyll_openapi.diff.compare import compare
from jekyll_openapi.diff.patterns import fits
from tests.diff.test_corpus import described

LONG = "a" * 60
UNTRIED = r"^((?!b)a*)*$"
"""Takes for ever on `LONG` with a mark behind it."""


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("^a+$", LONG),
        ("^(a+)+$", LONG),
        ("^(a|aa)+$", LONG),
        ("^(?:(?<x>a+)(a?))+$", LONG),
        ("^(?=(a+)+$)a*$", LONG),
        ("^([a-z]+-)*[a-z]+$", "ab-" * 30 + "c"),
        (r"^\p{Lu}\u0041\/\-$", "ÄA/-"),
        (r"^(a)\1$", "aa"),
        ("^.$", "😀"),
        (r"^[\[\]a^]$", "["),
    ],
)
def test_a_pattern_is_tried_on_any_text(pattern: str, text: str) -> None:
    assert fits(pattern, text) is True
    assert fits(pattern, text + "!") is False


@pytest.mark.parametrize(("pattern", "text"), [(r"^\d$", "٣"), ("^a$", "a\n"), (r"^\w$", "é"), (r"^\S$", "\u2028")])
def test_the_rules_are_those_of_javascript(pattern: str, text: str) -> None:
    assert fits(pattern, text) is False


@pytest.mark.parametrize(
    ("pattern", "text"),
    [("(", "("), (r"(?<n>a)\k<m>", "aa"), (UNTRIED, LONG + "!"), (r"^(a*)*\1b", LONG), ("^a", "a\ud800")]
    # In JavaScript these are sets of characters of their own; elsewhere brackets nest, and `--` takes away.
    + [(f"{before}{one}{after}", "a") for one in ("[[(]", "[^]", "[^[]", "[a--]", "[a&&b]")
       for before in ("", "^[b]*") for after in ("", "[a]?")],
)  # fmt: skip
def test_what_cannot_be_tried_is_not_known(pattern: str, text: str) -> None:
    assert fits(pattern, text) is None


def told(old: Any, new: Any, side: str) -> list[tuple[str, str]]:
    """Level and kind of each row for two schemas."""
    pair = {"old": old, "new": new}
    return [(one.level, one.kind) for one in compare(described(pair, side, False), described(pair, side, True))]


SENT, READ = ("breaking", "compatible"), ("compatible", "breaking")
FIRST, SECOND = f"{LONG}!", f"{LONG}?"


@pytest.mark.parametrize("pattern", [UNTRIED, "(", "[[a]"])
@pytest.mark.parametrize("listed", [{"enum": [FIRST, SECOND]}, {"anyOf": [{"const": FIRST}, {"const": SECOND}]}])
def test_a_value_that_cannot_be_tried_counts_as_listed(pattern: str, listed: Any) -> None:
    old, new = {"type": "string", "pattern": pattern, **listed}, {"type": "string", "pattern": pattern, "enum": [FIRST]}
    for side, level, back in (("request", "breaking", "compatible"), ("response", "compatible", "warning")):
        assert told(old, new, side) == [(level, "enum-value-removed")]
        assert told(new, old, side) == [(back, "enum-value-added")]
        assert told(old, dict(reversed(old.items())), side) == []


def test_a_pattern_that_cannot_be_tried_on_listed_values_is_a_change() -> None:
    plain = {"type": "string", "enum": [FIRST]}
    known, other = {**plain, "pattern": UNTRIED}, {**plain, "pattern": UNTRIED + "|("}
    for at, side in enumerate(("request", "response")):
        assert told(plain, known, side) == [(SENT[at], "constraint-added")]
        assert told(known, plain, side) == [(READ[at], "constraint-removed")]
        assert told(known, other, side) == [("breaking", "constraint-changed")]
        # Nobody knows whether the values are among those that the pattern lets through.
        assert told({"type": "string", "pattern": UNTRIED}, plain, side)[0] == ("breaking", "type-changed")


@pytest.mark.parametrize("keyword", ["anyOf", "oneOf"])
def test_a_union_keeps_a_pattern_that_cannot_be_tried(keyword: str) -> None:
    def among(pattern: str) -> Any:
        return {"type": "string", keyword: [{"enum": [FIRST], "pattern": pattern}, {"const": "x"}]}

    for side in ("request", "response"):
        assert told(among(UNTRIED), among("("), side)[0][0] == "breaking"


def test_what_not_bans_under_a_pattern_that_cannot_be_tried_stays_listed() -> None:
    def but(*values: str) -> Any:
        return {"type": "string", "enum": list(values), "not": {"enum": [FIRST], "pattern": UNTRIED}}

    assert told(but(FIRST, SECOND), but(SECOND), "request") == [("breaking", "enum-value-removed")]


def closed(pattern: str, **properties: Any) -> Any:
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": {pattern: {"type": "string"}},
        "additionalProperties": False,
    }


def test_a_property_whose_name_cannot_be_tried_may_have_been_forbidden() -> None:
    text = {"type": "string"}
    for pattern, level in (("(", "breaking"), ("a", "compatible"), ("b", "breaking")):
        assert told(closed(pattern), closed(pattern, a=text), "response")[0] == (level, "property-added")
    tighter = told(closed("("), closed("(", a={"type": "string", "maxLength": 5}), "request")
    assert ("breaking", "limit-tightened") in tighter


def test_what_a_listed_property_had_to_fit_before_counts() -> None:
    old = {"type": "object", "patternProperties": {"^x-": {"type": "integer"}}}
    new = {**old, "properties": {"x-a": {"type": "integer", "minimum": 5}}}
    assert ("breaking", "limit-tightened") in told(old, new, "request")
    assert ("breaking", "limit-loosened") in told(new, old, "response")


@pytest.mark.parametrize("number", [300, 600])
def test_thousands_of_parts_with_patterns_take_no_square_of_tries(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[str] = []
    monkeypatch.setattr(shape, "fits", lambda *given: tries.append("") or patterns.fits(*given))
    monkeypatch.setattr(shape, "MOST_TRIES", 100)
    listed = {"type": "string", "enum": [f"a{one}" for one in range(number)]}
    texts = {"allOf": [listed, *({"pattern": f"^a|{one}"} for one in range(number))]}
    assert told(texts, {"type": "string", "pattern": "^a"}, "request")[0] == ("breaking", "type-changed")
    assert told(texts, {"allOf": texts["allOf"][:-1]}, "response") == [("breaking", "constraint-removed")]
    parts: list[Any] = [{"properties": {f"a{one}": {}}, "patternProperties": {f"^a{one}": {}}} for one in range(number)]
    objects = {"type": "object", "allOf": parts}
    for side in ("request", "response"):
        assert told(objects, {**objects, "maxProperties": 5}, side)[0] == ("breaking", "constraint-changed")
    assert told(objects, dict(reversed(objects.items())), "request") == []
    assert len(tries) < 10 * number
