"""No change is silent: what cannot be read, and what has no effect by the letter, is told where it changes."""

from typing import Any

import pytest

from jekyll_openapi.diff.compare import compare
from jekyll_openapi.diff.reading import checked
from tests.diff.test_corpus import described

Json = dict[str, Any]
TEXT, NUMBER, LIST = {"type": "string"}, {"type": "number"}, {"type": "array"}


def rows(old: Json, new: Json, version: str = "3.1.0", side: str = "request") -> set[tuple[str, str]]:
    """Level and kind of each row for two schemas of components that hold a text `A`."""
    pair = {"old": old, "new": new, "openapi": [version, version], "with": {"A": TEXT}}
    found = compare(checked(described(pair, side, False)), checked(described(pair, side, True)))
    return {(one.level, one.kind) for one in found}


@pytest.mark.parametrize(
    ("version", "schema", "keyword", "before", "after"),
    [
        ("3.1.0", NUMBER, "minimum", "5", "6"),
        ("3.1.0", NUMBER, "minimum", "5", None),
        ("3.1.0", {**NUMBER, "minimum": 1}, "exclusiveMinimum", True, None),
        ("3.1.0", {**NUMBER, "maximum": 1}, "exclusiveMaximum", True, False),
        ("3.0.3", NUMBER, "multipleOf", [2], [4]),
        ("3.1.0", TEXT, "maxLength", "10", "20"),
        ("3.1.0", LIST, "uniqueItems", "true", None),
        ("3.0.3", TEXT, "nullable", "true", None),
        ("3.1.0", TEXT, "readOnly", "true", None),
        ("3.0.3", {}, "x-conditions", [{"then": {"required": ["a"]}}], [{"then": {"required": ["b"]}}]),
        ("3.1.0", {}, "type", "int", "float"),
        ("3.1.0", {}, "type", ["string", "file"], ["string", "stream"]),
    ],
)
@pytest.mark.parametrize("side", ["request", "response"])
def test_what_cannot_be_read_may_break(
    version: str, schema: Json, keyword: str, before: Any, after: Any, side: str
) -> None:
    old = {**schema, keyword: before}
    new = schema if after is None else {**schema, keyword: after}
    for one, other in ((old, new), (new, old)):
        assert rows(one, other, version, side) >= {("breaking", "constraint-changed")}
    wide = [{"type": "object", "required": ["a"], "properties": {"a": one}} for one in (old, new)]
    assert rows(wide[0], wide[1], version, side) >= {("breaking", "constraint-changed")}
    assert rows(old, dict(reversed(old.items())), version, side) == set()


def test_a_type_that_nobody_knows_hides_nothing_beside_it() -> None:
    def of(kind: str) -> Json:
        return {"type": "object", "required": ["a"], "properties": {"a": {"type": "int"}, "b": {"type": kind}}}

    assert rows(of("string"), of("number")) == {("breaking", "type-changed")}


@pytest.mark.parametrize(
    ("version", "schema", "keyword", "before", "after"),
    [
        ("3.1.0", TEXT, "nullable", True, None),
        ("3.0.3", {"$ref": "#/components/schemas/A"}, "nullable", True, None),
        ("3.0.3", {"$ref": "#/components/schemas/A"}, "maxLength", 3, 4),
        ("3.1.0", TEXT, "then", {"maxLength": 3}, {"maxLength": 4}),
        ("3.1.0", LIST, "minContains", 2, 3),
        ("3.1.0", TEXT, "divisibleBy", 2, 3),
    ],
)
def test_what_has_no_effect_by_the_letter_is_told(
    version: str, schema: Json, keyword: str, before: Any, after: Any
) -> None:
    new = schema if after is None else {**schema, keyword: after}
    assert rows({**schema, keyword: before}, new, version) == {("note", "not-judged")}


@pytest.mark.parametrize(
    ("place", "before", "after", "kind"),
    [
        (("paths", "/p", "x-owner"), "a", "b", "annotation-changed"),
        (("paths", "/p", "summary"), "a", "b", "description-changed"),
        (("paths", "/p", "get", "parameters", 0, "collectionFormat"), "csv", "multi", "not-judged"),
        (("paths", "/p", "get", "responses", "200", "headers", "X", "collectionFormat"), "csv", "multi", "not-judged"),
        (("jsonSchemaDialect",), "https://a.example", "https://b.example", "info-changed"),
    ],
)
def test_what_is_said_elsewhere_is_told(place: tuple[Any, ...], before: str, after: str, kind: str) -> None:
    def of(value: str) -> Json:
        answer = {"description": "", "headers": {"X": {"schema": TEXT}}}
        operation = {"parameters": [{"name": "q", "in": "query", "schema": TEXT}], "responses": {"200": answer}}
        whole: Json = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {"/p": {"get": operation}}}
        holder: Any = whole
        for key in place[:-1]:
            holder = holder[key]
        holder[place[-1]] = value
        return checked(whole)

    assert [(one.level, one.kind) for one in compare(of(before), of(after))] == [("note", kind)]


@pytest.mark.parametrize(
    ("version", "old", "new", "message"),
    [
        ("3.1.0", {"minimum": 1}, {"exclusiveMinimum": 0}, "`exclusiveMinimum` is 0, it was `minimum` 1"),
        (
            "3.0.3",
            {"maximum": 1},
            {"maximum": 1, "exclusiveMaximum": True},
            "`exclusiveMaximum` is 1, it was `maximum` 1",
        ),
    ],
)
def test_a_limit_is_named_as_it_was(version: str, old: Json, new: Json, message: str) -> None:
    pair = {"old": NUMBER | old, "new": NUMBER | new, "openapi": [version, version]}
    [row] = compare(described(pair, "request", False), described(pair, "request", True))
    assert row.message == message


def pets(**mapping: str) -> Json:
    members = [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]
    return {"oneOf": members, "discriminator": {"propertyName": "kind", "mapping": mapping}}


def test_a_value_that_no_longer_tells_alternatives_apart_is_one_less() -> None:
    animal = {"type": "object", "required": ["kind"], "properties": {"kind": TEXT}}
    old, new = pets(cat="Cat", dog="Dog", puppy="Dog"), pets(cat="Cat", dog="Dog")
    pair = {"old": old, "new": new, "with": {"Cat": animal, "Dog": animal}}
    for side, level in (("request", "breaking"), ("response", "compatible")):
        [row] = compare(described(pair, side, False), described(pair, side, True))
        assert (row.level, row.kind, row.old) == (level, "enum-value-removed", "puppy")
    other = {**pair, "new": pets(cat="Cat", dog="Dog", pup="Dog")}
    [row] = compare(described(other, "response", False), described(other, "response", True))
    assert (row.level, row.kind) == ("breaking", "discriminator-changed")
