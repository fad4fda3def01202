"""Which documents are compared, and the one line that is said of the others."""

import copy
import itertools
from typing import Any

import pytest

from jekyll_openapi.diff.compare import compare
from jekyll_openapi.diff.reading import SpecError, checked
from tests.pace import within

Json = dict[str, Any]
BASE: Json = {
    "openapi": "3.1.0",
    "info": {"title": "t", "version": "1"},
    "paths": {
        "/a": {
            "get": {
                "responses": {
                    "200": {
                        "description": "",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/P"}}},
                    }
                }
            }
        }
    },
    "components": {"schemas": {"P": {"type": "object", "$defs": {"T": {"$anchor": "t", "type": "string"}}}}},
}
PART = "#/components/schemas/P"
LEADING: dict[str, Json] = {
    "a part of a component": {"$ref": f"{PART}/$defs/T"},
    "an anchor": {"$ref": "#t"},
    "the schema of an answer": {"$ref": "#/paths/~1a/get/responses/200/content/application~1json/schema"},
    "the schema itself": {"$ref": PART},
    "words escaped": {"$ref": "#/components/schemas/P/%24defs/T"},
    "an example that says $ref": {"example": {"$ref": "#/nowhere"}},
    "a property called example": {"type": "object", "properties": {"example": {"$ref": PART}}},
}
REFUSED: dict[str, tuple[Json, str]] = {
    "a component that is not there": ({"$ref": "#/components/schemas/Q"}, "which it does not have"),
    "a part that is not there": ({"$ref": f"{PART}/$defs/U"}, "which it does not have"),
    "an anchor that is not there": ({"$ref": "#u"}, "which it does not have"),
    "below a property called example": ({"properties": {"example": {"$ref": "#u"}}}, "which it does not have"),
    "another file": ({"$ref": "other.yaml#/X"}, "outside of this document: bundle both into one"),
    "values that are no list": ({"enum": "b"}, "enum is not a list"),
    "a mapping that is a list": ({"discriminator": {"mapping": [1]}}, "mapping is not a mapping"),
}


def holding(schema: Json) -> Json:
    spec = copy.deepcopy(BASE)
    spec["components"]["schemas"]["P"]["properties"] = {"x": schema}
    return spec


@pytest.mark.parametrize("name", LEADING)
def test_a_reference_can_lead_anywhere_in_the_document(name: str) -> None:
    spec = checked(holding(LEADING[name]))
    assert compare(spec, copy.deepcopy(spec)) == ()
    assert compare(BASE, spec)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(name: str) -> None:
    schema, message = REFUSED[name]
    with pytest.raises(SpecError, match=message) as raised:
        checked(holding(schema))
    assert raised.value.place[:4] == ("components", "schemas", "P", "properties")


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        ({"openapi": "3.2.0"}, "3.0 and 3.1 are read, not 3.2.0"),
        ({"openapi": "2.0"}, "does not begin"),
        ({"paths": None}, "has no `paths`"),
        ({"webhooks": {"a": 5}}, "is not a path item"),
        ({"servers": [{"url": "u", "variables": [1]}]}, "is not a mapping"),
    ],
)
def test_what_is_refused_as_a_whole(edit: Json, message: str) -> None:
    with pytest.raises(SpecError, match=message):
        checked(BASE | edit)


def test_of_two_slips_the_same_one_is_told_in_whatever_order_they_stand() -> None:
    slips: Json = {"$ref": 1, "enum": "b", "required": [1], "items": 3, "x-own": None, "title": "t"}
    told = set()
    for keys in itertools.permutations(slips):
        with pytest.raises(SpecError) as caught:
            checked(holding({key: slips[key] for key in keys}))
        told.add((str(caught.value), caught.value.place))
    way = ("components", "schemas", "P", "properties", "x", "items")
    assert told == {("#/components/schemas/P/properties/x/items is not a schema", way)}


def test_a_description_of_webhooks_alone_is_one() -> None:
    spec = {key: value for key, value in BASE.items() if key != "paths"}
    spec["webhooks"] = {"late": BASE["paths"]["/a"]}
    assert [change.kind for change in compare(checked(spec), checked({**spec, "webhooks": {}}))] == ["webhook-removed"]


@pytest.mark.parametrize("keyword", ["anyOf", "allOf", "oneOf"])
def test_schemas_that_lead_to_each_other_many_times_take_no_age(keyword: str) -> None:
    def laughing(leaf: Json) -> Json:
        spec = copy.deepcopy(BASE)
        names = [f"S{index}" for index in range(8)]
        for name, after in itertools.pairwise(names):
            target = {"$ref": f"#/components/schemas/{after}"}
            spec["components"]["schemas"][name] = {keyword: [target, {"allOf": [target], "minLength": len(name)}]}
        spec["components"]["schemas"] |= {names[-1]: leaf, "P": {"$ref": "#/components/schemas/S0"}}
        return spec

    assert within(20, lambda: compare(laughing({"type": "string"}), laughing({"type": "string", "maxLength": 3})))
