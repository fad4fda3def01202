"""Descriptions with malformed keywords still give a working client."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

import httpx
import jsonschema_rs
import pytest

from jekyll_openapi.client.generate import make_client
from jekyll_openapi.client.malformed_keywords import misformed
from tests.client.zoo import STRING, body, ok

FAULTS: dict[str, list[Any]] = {
    "type": ["money", "file", [], ["string", "string"], 5],
    "required": [True, "a", ["a", "a"], [1]],
    "allOf": [[], {}, [None]],
    "anyOf": [[]],
    "oneOf": [{}],
    "prefixItems": [[]],
    "properties": [[], {"a": None}],
    "items": [[STRING], "x", None],
    "additionalProperties": ["true", []],
    "not": [[]],
    "minLength": ["1", -1, 1.5, True],
    "maxItems": ["9"],
    "minimum": ["1", True],
    "exclusiveMinimum": [True],
    "multipleOf": [0, -1],
    "pattern": [5],
    "format": [["date"]],
    "uniqueItems": ["yes"],
    "enum": ["a", {}],
    "dependentRequired": [{"a": "b"}],
    "description": [["x"]],
}
CASES = [(key, value) for key, values in FAULTS.items() for value in values]


@pytest.mark.parametrize(("key", "value"), CASES)
def test_what_a_validator_refuses_is_found(key: str, value: Any) -> None:
    with pytest.raises(jsonschema_rs.ValidationError):
        jsonschema_rs.Draft202012Validator({key: value})
    assert list(misformed({"type": "string", key: value})) == [key]


def test_what_a_validator_takes_is_left_alone() -> None:
    schema = {
        "type": ["object", "null"],
        "required": [],
        "properties": {"a": True},
        "enum": [],
        "minLength": 1.0,
        "minimum": -1.5,
        "allOf": [False],
        "examples": [None],
    }
    jsonschema_rs.Draft202012Validator(schema)
    assert list(misformed(schema)) == []


def test_a_client_works_all_the_same(tmp_path: Path) -> None:
    inner = {f"p{number}": {key: value} for number, (key, value) in enumerate(CASES)}
    schema = {"type": "object", "required": True, "properties": {**inner, "a": STRING}}
    choice = {
        "oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in ("A", "B")],
        "discriminator": {"propertyName": "kind"},
    }
    member = {"type": "object", "properties": {"kind": {}, "x": STRING}}
    spec = {
        "openapi": "3.1.0",
        "info": {"title": "Faulty", "version": "1"},
        "paths": {
            "/whole": {"post": {"operationId": "makeWhole", "requestBody": body(schema), "responses": ok(schema)}},
            "/one": {"get": {"operationId": "lookUp", "responses": ok(choice)}},
        },
        "components": {"schemas": {"A": member, "B": {**member, "required": ["y"]}}},
    }
    report = make_client(spec, tmp_path / "out")
    assert not report.left_out
    sys.path.insert(0, str(tmp_path / "out"))
    package = importlib.import_module("faulty")
    sys.path.remove(str(tmp_path / "out"))
    answers = [{"a": "x"}, {"kind": ""}, {"kind": ["A"]}, {"kind": "A", "x": "1"}, {"x": "1"}]
    left = [httpx.Response(200, json=one) for one in answers]
    api = package.Faulty(base_url="https://x.example", transport=httpx.MockTransport(lambda _: left.pop(0)))
    assert api.whole.make_whole(a="x").to_dict() == answers[0]
    found = [api.one.look_up() for _ in answers[1:]]
    assert [one.to_dict() for one in found] == answers[1:]
    assert type(found[2]).__name__ == "A"
