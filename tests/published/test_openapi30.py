"""OpenAPI 3.0 from 3.1: a list of what becomes what, and the law that nothing is lost on the way."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from openapi_spec_validator import OpenAPIV30SpecValidator

from jekyll_openapi.api.model import NamedSchema, Operation
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.reading import parse
from jekyll_openapi.pipeline import Made
from jekyll_openapi.spec.base import read_base
from jekyll_openapi.spec.openapi30 import KEYWORDS, to_openapi30
from tests.published.descriptions import description, named, operations, texts
from tests.published.kinds import at, objects, parts
from tests.sampling import examples

FIXTURE = (Path(__file__).parent / "openapi30.txt").read_text("utf-8").splitlines()
LINES = [line for line in FIXTURE if line and not line.startswith("#")]
PAIRS = list(zip(LINES[::2], LINES[1::2], strict=True))
BASE = read_base(Path(__file__).parents[2] / "spec" / "base.yaml")
SAME_IN_30 = ("server", "tag", "security scheme", "example")
"""Kinds that both versions know alike."""


def wrapped(schema: object) -> Json:
    """A description with the schema in it."""
    return {"openapi": "3.1.1", "info": {}, "paths": {}, "components": {"schemas": {"One": schema}}}


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_a_schema_becomes_what_the_list_says(before: str, after: str) -> None:
    assert to_openapi30(wrapped(parse(before).content))["components"]["schemas"]["One"] == parse(after).content


def check(spec: Json) -> None:
    """Holds the 3.0 form of a description to everything that is promised of it."""
    unlisted = {
        f"{kind}: {keyword}"
        for kind, content in objects("openapi", spec)
        if kind not in SAME_IN_30
        for keyword in content
        if not keyword.startswith("x-") and keyword not in KEYWORDS[kind]
    }
    assert unlisted == set()
    converted = to_openapi30(spec)
    assert [error.message for error in OpenAPIV30SpecValidator(converted).iter_errors()] == []
    for _, content in objects("openapi", converted):
        assert "$ref" not in content or len(content) == 1
    kept("openapi", spec, converted)


def kept(kind: str, old: Json, new: Json) -> None:
    """Fails where something of the old object is not in the new one."""
    ways = {way: part for part, way in parts(kind, old) if not is_condition(at(old, way))}
    for way, part in ways.items():
        step = (way[0], len([one for one in ways if one[0] == "allOf" and one < way])) if way[0] == "allOf" else way
        kept(part, at(old, way), at(new, step))
    conditions = [one for one in old.get("allOf", []) if kind == "schema" and is_condition(one)]
    assert new.get("x-conditions", []) == conditions
    for condition in conditions:
        for name in wanted(condition["then"]):
            assert name in new["description"]
    for keyword in old.keys() - {way[0] for way in ways} - {"allOf", "openapi"}:
        if keyword == "description":
            assert new[keyword].startswith(old[keyword])
        elif keyword in ("exclusiveMinimum", "exclusiveMaximum") and new.get(keyword) is True:
            assert new[keyword.replace("exclusiveM", "m")] == old[keyword]
        else:
            assert new.get(keyword, new.get(f"x-{keyword}")) == old[keyword]


def wanted(then: Json) -> list[str]:
    """The names that a condition asks for, or asks to leave out."""
    inner = (*then.get("anyOf", ()), *([then["not"]] if "not" in then else ()))
    return [*then.get("required", ()), *(name for one in inner for name in wanted(one))]


def is_condition(content: Any) -> bool:
    return isinstance(content, dict) and "if" in content


def test_the_product_loses_nothing(made: Made) -> None:
    check(made.spec)


def test_the_whole_site_loses_nothing(site_spec: Json) -> None:
    check(site_spec)


@settings(deadline=None, max_examples=examples(150))
@given(operations, named, texts)
def test_no_description_loses_anything(operation: Operation, schema: NamedSchema, text: str) -> None:
    check(description(operation, schema, text, BASE))


def test_the_check_sees_a_loss(made: Made) -> None:
    converted = to_openapi30(made.spec)
    del converted["components"]["schemas"]["PlaceOCO"]["x-conditions"]
    with pytest.raises(AssertionError):
        kept("openapi", made.spec, converted)


def test_a_description_without_paths_is_a_whole_one() -> None:
    spec: Json = {"openapi": "3.1.1", "info": {"title": "None", "version": "1"}, "components": {}}
    assert to_openapi30(spec) == {"openapi": "3.0.3", "info": spec["info"], "components": {}, "paths": {}}


def test_an_extension_among_names_stays_as_it_is() -> None:
    spec: Json = {"openapi": "3.1.1", "paths": {"x-note": {"summary": "no path"}, "/a": {"x-b": 1}}}
    assert to_openapi30(spec)["paths"] == spec["paths"]


def test_the_description_itself_is_not_changed(made: Made) -> None:
    before = deepcopy(made.spec)
    to_openapi30(made.spec)
    assert made.spec == before


@pytest.mark.parametrize(
    ("identifier", "url"),
    [("MIT", "https://spdx.org/licenses/MIT.html"), ("MIT OR Apache-2.0", None), (3, None)],
)
def test_a_licence_is_named_and_shown(identifier: object, url: str | None) -> None:
    spec: Json = {"openapi": "3.1.1", "info": {"title": "A", "version": "1", "license": {"identifier": identifier}}}
    found = to_openapi30(spec)["info"]["license"]
    assert (found["x-identifier"], found.get("url")) == (identifier, url)
