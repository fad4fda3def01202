"""What is said to fit its schema at once fits it for the validator too."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator, ReferencingError, ValidationError

from jekyll_openapi.spec.plain_values import fits

TIMES = (
    "2026-01-15T12:30:00Z", "2026-02-28T23:59:59.123Z", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-15",
    "2026-01-15T24:00:00Z", "2026-01-15T12:30:60Z", "\u0662026-01-15T12:30:00Z",
)  # fmt: skip
UUIDS = ("123e4567-e89b-12d3-a456-426614174000", "123e4567e89b12d3a456426614174000", "123e4567-e89b")
texts = st.sampled_from((*TIMES, *UUIDS, "", "a", "ab", "\U0001f600")) | st.text("ab", max_size=3)
numbers = (
    st.integers(-3, 3)
    | st.sampled_from((2**53, 2**53 + 1, 2**70))
    | st.decimals(-2, 2, places=1)
    | st.floats(-2, 2)
    | st.sampled_from((Decimal("1.0"), Decimal("0.30000000000000001")))
)
scalars = st.none() | st.booleans() | numbers | texts
names = st.sampled_from(("a", "b", "$id", "x"))
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(names, inner, max_size=3), max_leaves=6
)
types = st.sampled_from(("string", "integer", "number", "boolean", "null", "array", "object"))
places = st.sampled_from(("#/a", "#/b", "#/a/properties/a", "#/nowhere", "#", "#/c~1d", "#/e%25"))
CONDITIONS = st.fixed_dictionaries(
    {
        "properties": st.dictionaries(
            names,
            st.fixed_dictionaries({}, optional={"const": texts, "enum": st.lists(texts, min_size=1, max_size=2)}),
            max_size=2,
        )
    },
    optional={"required": st.lists(names, max_size=2, unique=True)},
)


def schemas(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Schemas with the keywords that are known, and some others."""
    return st.fixed_dictionaries(
        {},
        optional={
            "$ref": places,
            "type": types | st.lists(types, min_size=1, max_size=2, unique=True),
            "enum": st.lists(scalars, min_size=1, max_size=3),
            "const": values,
            "format": st.sampled_from(("int64", "double", "date-time", "uuid", "date", "money")),
            "required": st.lists(names, max_size=2, unique=True),
            "minLength": st.integers(0, 3),
            "maxLength": st.integers(0, 3),
            "minimum": numbers,
            "maximum": numbers,
            "exclusiveMinimum": numbers,
            "exclusiveMaximum": numbers,
            "allOf": st.lists(inner, min_size=1, max_size=2),
            "anyOf": st.lists(inner, min_size=1, max_size=2),
            "items": inner,
            "if": inner | CONDITIONS,
            "then": inner,
            "else": inner,
            "minItems": st.integers(0, 2),
            "maxItems": st.integers(0, 2),
            "minProperties": st.integers(0, 2),
            "maxProperties": st.integers(0, 2),
            "properties": st.dictionaries(names, inner, max_size=2),
            "additionalProperties": inner,
            "not": inner,
            "$id": st.sampled_from(("urn:a", "b")),
            "pattern": st.just("a"),
            "description": texts,
            "examples": st.lists(scalars, max_size=1),
            "x-source": texts,
        },
    )


schema = st.recursive(st.booleans() | schemas(st.booleans()), schemas, max_leaves=4)


@given(schema, schema, schema, values)
def test_what_fits_at_once_fits(one: Any, other: Any, third: Any, value: Any) -> None:
    document = {"a": one, "b": other, "c/d": third, "e%": third}
    if fits({"$ref": "#/a"}, value, document):
        try:
            validator = Draft202012Validator({**document, "$ref": "#/a"}, validate_formats=True)
        except (ReferencingError, ValidationError):
            return  # no schema, which refuses nothing
        assert validator.is_valid(value)


ORDER = {
    "type": "object",
    "required": ["side"],
    "properties": {
        "side": {"type": "string", "enum": ["Buy", "Sell"], "description": "Which."},
        "size": {"type": "integer", "format": "int32", "minimum": 1, "x-source": "a.md:1"},
        "price": {"type": ["number", "null"], "maximum": Decimal("1.5")},
        "when": {"type": "string", "format": "date-time", "maxLength": 30},
        "legs": {"type": "array", "items": {"$ref": "#/Order"}},
    },
    "allOf": [
        {"if": {"properties": {"side": {"const": "Sell"}}, "required": ["side"]}, "then": {"required": ["price"]}},
        {"if": {"required": ["when"]}, "then": {"properties": {"when": False}}},
    ],
}
DOCUMENT = {"Order": ORDER, "Loop": {"$ref": "#/Loop"}}


@pytest.mark.parametrize(
    "value",
    [
        {"side": "Buy", "size": 1, "price": Decimal("1.5"), "other": [{}]},
        {"side": "Sell", "price": None, "legs": [{"side": "Buy"}, {"side": "Buy", "size": 2, "price": 1.25}]},
    ],
)
def test_plain_values_fit(value: Any) -> None:
    assert fits({"$ref": "#/Order"}, value, DOCUMENT)


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"side": "Bid"},
        {"side": "Buy", "size": 0},
        {"side": "Buy", "size": True},
        {"side": "Buy", "legs": [1]},
        {"side": "Sell"},
        {"side": "Buy", "when": TIMES[0]},
    ],
)
def test_others_do_not(value: Any) -> None:
    assert not fits({"$ref": "#/Order"}, value, DOCUMENT)


def test_a_reference_to_itself_ends() -> None:
    assert not fits({"$ref": "#/Loop"}, 1, DOCUMENT)
