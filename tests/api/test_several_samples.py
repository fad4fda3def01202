"""Several samples of one thing make a type that admits all of them."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from jekyll_openapi.pipeline import Made
from tests.api.small import make, operation
from tests.api.test_shown_bodies import body_of


def fences(*texts: str) -> str:
    return "\n".join(f"```json\n{text}\n```\n" for text in texts)


def answer(folder: Path, *texts: str) -> tuple[Made, Any]:
    page = f"---\ntitle: /box/make\nop: true\n---\n\n## `GET /box/make`\n\n### Response\n\n{fences(*texts)}"
    made = make(folder, page)
    return made, operation(made, "GET /box/make")["responses"]["200"]["content"]["application/json"]


def bare(schema: Any) -> Any:
    """The schema without where it comes from."""
    if isinstance(schema, dict):
        return {key: bare(one) for key, one in schema.items() if not key.startswith("x-") and key != "properties"} | (
            {"properties": {name: bare(one) for name, one in schema["properties"].items()}} if "properties" in schema
            else {}
        )  # fmt: skip
    return [bare(one) for one in schema] if isinstance(schema, list) else schema


TEXT, NULL, WHOLE, REAL = (
    {"type": "string"},
    {"type": "null"},
    {"type": "integer"},
    {"type": "number", "format": "double"},
)


@pytest.mark.parametrize(
    ("samples", "schema"),
    [
        (("1", "2.5"), REAL),
        (("2.5", "1"), REAL),
        (("null", '"a"'), {"anyOf": [TEXT, NULL]}),
        (('"a"', "null"), {"anyOf": [TEXT, NULL]}),
        (("null", "null"), {}),
        (('"2020-01-01T00:00:00Z"', '"soon"'), TEXT),
        (("1", '"a"'), {"anyOf": [WHOLE, TEXT]}),
        (("[]", '["a"]'), {"type": "array", "items": TEXT}),
        (("[1]", '["a", null]'), {"type": "array", "items": {"anyOf": [WHOLE, TEXT, NULL]}}),
        (('[[1, "0.5"]]', "[]"), {"type": "array", "items": {"type": "array", "items": {"anyOf": [WHOLE, TEXT]}}}),
        (("1", "[1]"), {"anyOf": [WHOLE, {"type": "array", "items": WHOLE}]}),
        (('{"a": 1}', '{"a": null, "b": 1}'),
         {"type": "object", "properties": {"a": {"anyOf": [WHOLE, NULL]}, "b": WHOLE}}),
    ],
)  # fmt: skip
def test_a_property_takes_all_that_is_shown(samples: tuple[str, str], schema: Any, tmp_path: Path) -> None:
    made, _ = answer(tmp_path, *(f'{{"x": {one}}}' for one in samples))
    assert bare(made.spec["components"]["schemas"]["MakeResponse"]["properties"]["x"]) == schema


@pytest.mark.parametrize(
    "texts",
    [
        ('{"id": 1, "kind": "a"}', '{"id": 2, "fills": [{"price": "4"}]}'),
        ('[{"id": 1}, {"id": 2, "note": "x"}]',),
        ("[]", '[{"id": 1}, {"id": null}]'),
        ('{"id": 1}', '[{"id": 1.5}, {"id": 3}]'),
        ('{"rows": [[1, "a"], [2.5, null]]}',),
    ],
)
def test_every_example_fits_the_type_and_none_is_lost(texts: tuple[str, ...], tmp_path: Path) -> None:
    made, content = answer(tmp_path, *texts)
    whole = {**content["schema"], "components": made.spec["components"]}
    assert len(content["examples"]) == len(texts)
    for one in content["examples"].values():
        jsonschema.Draft202012Validator(whole).validate(one["value"])
    assert not [one for one in made.findings if one.rule.name == "invalid-example"]


def test_what_one_sample_lacks_may_be_absent(tmp_path: Path) -> None:
    made, _ = answer(tmp_path, '{"id": 1, "kind": "a"}', '{"id": 2}')
    schema = made.spec["components"]["schemas"]["MakeResponse"]
    assert "required" not in schema
    assert schema["properties"]["id"]["x-unknown"] == "required"
    assert "x-unknown" not in schema["properties"]["kind"]


def test_all_bodies_that_are_shown_count(tmp_path: Path) -> None:
    text = "### Request\n\nAt the market:\n\n" + fences('{"size": 3}') + "\nWith a limit:\n\n"
    schema = body_of(tmp_path, text + fences('{"size": 3, "price": 4.5}'))
    assert list(schema["properties"]) == ["size", "price"]


def test_what_is_no_literal_says_nothing_against_the_others(tmp_path: Path) -> None:
    script = "<script>defineTryit({op: 'make', method: 'POST', params: {legs: [{size: 1}, other]}})</script>"
    made = make(tmp_path, f"---\ntitle: /box/make\nop: true\n---\n\n## `/box/make`\n\n{script}\n")
    legs = made.spec["components"]["schemas"]["Make"]["properties"]["legs"]
    assert list(legs["items"]["properties"]) == ["size"]
