"""Lists of values in remarks: complete ones make an enumeration, others do not."""

from decimal import Decimal

import pytest

from jekyll_openapi.api.model import Array, Enumeration, Primitive, Property, Sample, Schema, stated
from jekyll_openapi.api.stated_values import with_values
from jekyll_openapi.diagnostics import Location
from tests.api.markup import spans

HERE = Location("page.md")

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
    ("Either `yes` or `no`.", ("yes", "no")),
    ("Possible values: `a`; `b`; `c`", ("a", "b", "c")),
    ("Possible values: `open`, `in transit`.", ("open", "in transit")),
    ('Allowed values are "red", "dark green" and "blue".', ("red", "dark green", "blue")),
    ('One of "red" or "blue", as you like.', ()),
    ("Valid values are `all` or a positive number.", ()),
    ("Valid values include `a` and `b`.", ()),
    ("For example, `a` or `b`.", ()),
    ("Return `all` issues or those that are `open`.", ()),
    ("Valid values are `a`, `b`, or any name.", ()),
    ("Valid values are `only`.", ()),
    ("Used with `a`. Valid for `b`.", ()),
]


@pytest.mark.parametrize(("remark", "values"), LISTS)
def test_values(remark: str, values: tuple[str, ...]) -> None:
    one = Property("x", Primitive("string"), stated(HERE))
    assert with_values(one, spans(remark)).schema == (Enumeration(values) if values else Primitive("string"))


@pytest.mark.parametrize("schema", [Primitive("integer"), Primitive("string", "date"), Enumeration(("c", "d"))])
def test_other_types_keep_to_what_they_are(schema: Schema) -> None:
    assert with_values(Property("x", schema, stated(HERE)), spans("One of `a` or `b`.")).schema == schema


def test_items_of_a_list_have_the_values() -> None:
    one = Property("x", Array(Primitive("string")), stated(HERE))
    assert with_values(one, spans("One of `a` or `b`.")).schema == Array(Enumeration(("a", "b")))


@pytest.mark.parametrize("default", ["c", Decimal(1)])
def test_a_default_that_is_none_of_them_makes_the_list_incomplete(default: str | Decimal) -> None:
    one = Property("x", Primitive("string"), stated(HERE), default=Sample(default, HERE))
    assert with_values(one, spans("One of `a` or `b`.")).schema == Primitive("string")
