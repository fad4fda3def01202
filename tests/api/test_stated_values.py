"""Complete lists of values in remarks become enumerations, incomplete ones do not."""

from decimal import Decimal

import pytest

from jekyll_openapi.api.model import NULL, Array, Enumeration, Primitive, Property, Sample, Schema, Union, stated
from jekyll_openapi.api.stated_values import UnfitValuesError, with_values
from jekyll_openapi.diagnostics import Location
from tests.api.markup import spans

HERE = Location("page.md")
NONE = frozenset[str]()

LISTS = [
    ("The kind. Valid values are `create` (only if new) and `index` (any).", ("create", "index")),
    ("Valid values are: `nanos`, `ms`, `s`, and `d`.", ("nanos", "ms", "s", "d")),
    ("The unit. <br> Valid values are: `b`, `kb`, and `mb`.", ("b", "kb", "mb")),
    ("Valid values are: <br> - `all`: Every one. <br> - `open`: Those that are open.", ("all", "open")),
    (
        "One of `issue`, `incident`, `test_case` or `task`. Default is `issue`.",
        ("issue", "incident", "test_case", "task"),
    ),
    ("Must be one of `a`, `b`.", ("a", "b")),
    ("`buy` or `sell`", ("buy", "sell")),
    ("[*optional*] `buy` or `sell` (default is `buy`)", ("buy", "sell")),
    ("`buy` | `sell`. Defaults to `buy`.", ("buy", "sell")),
    ("The `side` or `kind` of it.", ()),
    ("Either `yes` or `no`.", ("yes", "no")),
    ("Possible values: `a`; `b`; `c`", ("a", "b", "c")),
    ("Possible values: `open`, `in transit`.", ("open", "in transit")),
    ('Allowed values are "red", "dark green" and "blue".', ("red", "dark green", "blue")),
    ("Valid values are `all` or a positive number.", ()),
    ("Valid values include `a` and `b`.", ()),
    ("For example, `a` or `b`.", ()),
    ("Return `all` issues or those that are `open`.", ()),
    ("Valid values are `a`, `b`, or any name.", ()),
    ("Valid values are `only`.", ()),
    ("Used with `a`. Valid for `b`.", ()),
    ("Must be `a` or `b`.", ("a", "b")),
    ("Options: `a`, `b`", ("a", "b")),
    ("Must be `a` or empty.", ()),
    ("Must be `a` or `b` if it is new.", ()),
]


@pytest.mark.parametrize(("remark", "values"), LISTS)
def test_values(remark: str, values: tuple[str, ...]) -> None:
    one = Property("x", Primitive("string"), stated(HERE))
    assert with_values(one, spans(remark), NONE)[0].schema == (Enumeration(values) if values else Primitive("string"))


@pytest.mark.parametrize("schema", [Primitive("integer"), Primitive("string", "date"), Enumeration(("a", "b"))])
def test_other_types_keep_to_what_they_are(schema: Schema) -> None:
    assert with_values(Property("x", schema, stated(HERE)), spans("One of `a` or `b`."), NONE)[0].schema == schema


def test_names_of_other_properties_are_no_values() -> None:
    one = Property("x", Primitive("string"), stated(HERE))
    assert with_values(one, spans("One of `a` or `b`."), frozenset("abx"))[0] == one


@pytest.mark.parametrize("schema", [Enumeration(("a", "c")), Union((Enumeration(("a",)), NULL))])
def test_other_values_than_those_of_the_type_are_a_conflict(schema: Schema) -> None:
    with pytest.raises(UnfitValuesError, match="different values"):
        with_values(Property("x", schema, stated(HERE)), spans("One of `a` or `b`."), NONE)


NUMBERS = [
    ("Allowed values: 1, 2, 3.", (1, 2, 3)),
    ("One of `1`, `2`, `3`.", (1, 2, 3)),
    ("Either 1 or 2.", (1, 2)),
    ("Must be 5, 10 or 15.", (5, 10, 15)),
    ("Can be `0` or `1`", (0, 1)),
    ("The kind. `0` = off, `1` = on.", (0, 1)),
    ("0 - off, 1 - on", (0, 1)),
    ("1: low; 2: high", (1, 2)),
    ("Values: 0.5, 1", (Decimal("0.5"), 1)),
    ("Must be 5 or more.", ()),
    ("Must be 5 or 10 minutes.", ()),
    ("One of 5 accounts.", ()),
    ("Allowed values: 1-50.", ()),
    ("1 - 20", ()),
    ("Either 1 or 2, depending on the way.", ()),
    ("Valid values are 1, 2 and any other prime.", ()),
]


@pytest.mark.parametrize(("remark", "values"), NUMBERS)
def test_numbers(remark: str, values: tuple[int | Decimal, ...]) -> None:
    one = Property("x", Primitive("number"), stated(HERE))
    assert with_values(one, spans(remark), NONE)[0].schema == Primitive("number", values=values)


def test_null_among_the_values_is_no_text() -> None:
    one = Property("x", Primitive("string"), stated(HERE))
    found = with_values(one, spans("One of `a`, `b` or `null`."), NONE)[0].schema
    assert found == Union((Enumeration(("a", "b")), NULL))


@pytest.mark.parametrize(
    "remark",
    [
        "Valid values: open, shut.",
        "Supported: open, shut",
        "Supported modes: open, shut",
        "One of open, ajar or shut.",
        "Either open or shut.",
        "Options: open / shut",
        "open|shut",
    ],
)
def test_values_without_quotes_are_reported(remark: str) -> None:
    with pytest.raises(UnfitValuesError, match="not in quotes"):
        with_values(Property("x", Primitive("string"), stated(HERE)), spans(remark), NONE)


@pytest.mark.parametrize(
    "remark",
    [
        "The orderType is one of `a`, `b`.",
        "The `orderType` can be `a` or `b`.",
        "It must be either `a` or `b`.",
        "Supported: `a`, `b`",
        "Supported order types: `a`, `b`",
        "Supported types are `a` and `b`.",
        "Only `a` and `b` are supported.",
        "The following values are allowed: `a`, `b`.",
        "The side (one of `a`, `b`) of the order.",
        "The side: either `a` or `b`.",
        "The side; one of these: `a`, `b`.",
        "Accepts `a` or `b`.",
        "'a' or 'b'",
    ],
)
def test_each_way_to_say_all_values_is_read(remark: str) -> None:
    one = Property("orderType", Primitive("string"), stated(HERE))
    assert with_values(one, spans(remark), NONE)[0].schema == Enumeration(("a", "b"))


@pytest.mark.parametrize(
    "remark",
    [
        "`a`, `b`",
        "`a` = fast, `b` = slow",
        "`a` - fast; `b` - slow",
        "The side (`a` or `b`).",
        "The side: `a` or `b`.",
        "The side, `a` or `b`.",
        "Supported characters: `a`, `b`",
        "Known values: `a`, `b`",
        "The price is `a` or `b`.",
        "`a` and `b` are supported.",
        'One of "a" or "b", as you like.',
        "['a', 'b']",
    ],
)
def test_what_can_be_all_values_and_does_not_say_so_is_reported(remark: str) -> None:
    with pytest.raises(UnfitValuesError, match="whether it holds all values"):
        with_values(Property("x", Primitive("string"), stated(HERE)), spans(remark), NONE)


@pytest.mark.parametrize(
    "remark",
    [
        "Only used when it is `a` or `b`.",
        "For market orders, must be `a` or `b`.",
        "If the account is open, it is `a` or `b`.",
        "Must not be `a` or `b`.",
        "Depends on `a`, `b`.",
        "Use `a` or `b` instead.",
        "Valid values are `a`, `b`, and others.",
        "The user's 'a' and the others' 'b'.",
        "`a` if it is open, else `b`.",
        "Either `a` or `price` is required.",
        "One of price, stopPrice.",
        "Either market or limit orders.",
        "Valid options are listed below.",
        "Either null or empty.",
    ],
)
def test_what_is_said_of_something_else_is_no_list_of_values(remark: str) -> None:
    one = Property("x", Primitive("string"), stated(HERE))
    assert with_values(one, spans(remark), frozenset({"x", "price", "stopPrice"})) == (one, None)


def test_items_of_a_list_have_the_values() -> None:
    one = Property("x", Array(Primitive("string")), stated(HERE))
    assert with_values(one, spans("One of `a` or `b`."), NONE)[0].schema == Array(Enumeration(("a", "b")))


@pytest.mark.parametrize("default", ["c", Decimal(1)])
def test_a_default_that_is_none_of_them_makes_the_list_incomplete(default: str | Decimal) -> None:
    one = Property("x", Primitive("string"), stated(HERE), default=Sample(default, HERE))
    assert with_values(one, spans("One of `a` or `b`."), NONE)[0].schema == Primitive("string")
