"""Descriptions of every shape that the emission can give, made from the API model by hypothesis."""

from decimal import Decimal

from hypothesis import strategies as st

from jekyll_openapi.api.dialect import TRADOVATE
from jekyll_openapi.api.model import (
    Api,
    Array,
    Condition,
    Enumeration,
    Example,
    NamedSchema,
    Object,
    Operation,
    Parameter,
    Primitive,
    Property,
    Provenance,
    Ref,
    Response,
    Schema,
    Tag,
    Test,
)
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.pages.document import ObjectLiteral, Site
from jekyll_openapi.spec.base import Base
from jekyll_openapi.spec.openapi import emit

HERE = Location("page.md", 7)
NAMES = ("Buy", "if", "allOf", "$ref", "x-source", "description")
texts = st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=12)
names = st.sampled_from(NAMES)
limits = st.none() | st.integers(0, 9)
bounds = st.none() | st.integers(0, 9).map(Decimal) | st.just(Decimal("0.5"))
provenances = st.sampled_from((Provenance("stated", HERE), Provenance("inferred", HERE, "a line of evidence")))
evidence = st.lists(st.just(Provenance("inferred", HERE, "a line of evidence")), max_size=1).map(tuple)

scalars: st.SearchStrategy[Schema] = (
    st.builds(
        Primitive,
        st.sampled_from(("string", "number", "integer", "boolean", "object", "any")),
        st.sampled_from(("", "int64", "double", "date-time")),
        bounds,
        bounds,
        limits,
        limits,
    )
    | st.lists(names, min_size=1, unique=True).map(lambda values: Enumeration(tuple(values)))
    | st.just(Ref("Other"))
)
some = st.lists(names, min_size=1, unique=True).map(tuple)
conditions = st.builds(
    Condition,
    st.lists(
        st.builds(Test, names, some) | st.builds(Test, names, is_absent=st.booleans()), min_size=1, max_size=2
    ).map(tuple),
    st.sampled_from(("required", "any", "absent")),
    some,
    texts,
    st.just(Provenance("stated", HERE)),
)


def objects_of(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    """Objects whose properties are such schemas."""
    properties = st.builds(
        Property, names, inner, provenances, st.booleans(), st.booleans(), texts, evidence, st.just(())
    )
    rows = st.lists(properties, unique_by=lambda one: one.name, max_size=4).map(tuple)
    return st.builds(Object, rows, st.lists(conditions, max_size=2).map(tuple))


schemas = st.recursive(scalars, lambda inner: st.builds(Array, inner) | objects_of(inner), max_leaves=6)
named = st.builds(
    NamedSchema,
    st.just("Known"),
    schemas.filter(lambda one: not isinstance(one, Ref)),
    provenances,
    texts,
    texts,
    st.sampled_from(("", "/index/Gone")),
    st.booleans(),
)
operations = st.builds(
    Operation,
    st.just("/order/placeOCO"),
    st.sampled_from(("get", "post")),
    st.just("placeOCO"),
    st.just("Orders"),
    texts,
    texts,
    provenances,
    parameters=st.lists(
        st.builds(Parameter, st.just("ids"), schemas, provenances, st.booleans(), texts, evidence), max_size=1
    ).map(tuple),
    body=st.none() | st.just(Ref("Known")),
    response=st.none() | st.builds(Response, st.none() | schemas, texts, provenances),
    secured=st.booleans(),
    examples=st.just((Example("tryit", ObjectLiteral((), HERE), HERE),)),
    inferred=evidence,
)


def description(operation: Operation, schema: NamedSchema, text: str, base: Base) -> Json:
    """What the emission makes of one operation, one schema, and another that both can refer to."""
    other = NamedSchema("Other", Object(()), Provenance("stated", HERE))
    api = Api((operation,), (schema, other), (Tag("Orders", text, Provenance("stated", HERE)),))
    return emit(api, Site(()), base, TRADOVATE, lambda _: None)
