"""Requests may contain only described properties, wherever the description states them."""

from __future__ import annotations

from typing import Any

import pytest

from jekyll_openapi.runtime.checks import Check
from jekyll_openapi.runtime.schemas import strict

STRING = {"type": "string"}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def _kind(name: str, inner: Any) -> dict[str, Any]:
    """A member of a choice."""
    return {**_object(kind={"const": name}, o=inner), "required": ["kind"]}


X, Y = _object(x=STRING), _object(y=STRING)
BASE = {"$ref": "#/components/schemas/Base"}
COMPONENTS = {"Base": _object(o={"$ref": "#/components/schemas/X"}, k={}), "X": X}
BOTH = {"o": {"x": "1", "y": "2"}}


@pytest.mark.parametrize(
    ("schema", "value", "unknown"),
    [
        ({"allOf": [_object(o=X), _object(o=Y)]}, BOTH, []),
        ({"allOf": [_object(o=X), _object(o={"required": ["x"]})]}, BOTH, ["o.y"]),
        ({"allOf": [_object(o=_object(p=X)), _object(o=_object(p=Y))]}, {"o": {"p": BOTH["o"]}}, []),
        ({"allOf": [{"items": X}, {"items": Y}]}, [BOTH["o"]], []),
        ({"allOf": [BASE, _object(o=Y)]}, BOTH, []),
        ({"allOf": [BASE, _object(z=STRING)]}, BOTH, ["o.y"]),
        ({"allOf": [BASE, _object(o={"$ref": "#/components/schemas/X"})]}, BOTH, ["o.y"]),
        ({"allOf": [BASE, _object(o={"type": "object", "additionalProperties": True})]}, BOTH, []),
        ({"allOf": [BASE, {"if": _object(k={"const": 1}), "then": _object(o=Y)}]}, {**BOTH, "k": 1}, []),
        ({**X, "required": ["x", "wanted"]}, {"x": "1", "wanted": 2}, []),
        ({**X, "required": ["x", "wanted"]}, {"x": "1", "wanted": 2, "z": 3}, ["z"]),
    ],
)
def test_what_is_known_is_taken_and_nothing_else(schema: Any, value: Any, unknown: list[str]) -> None:
    found = Check(schema, COMPONENTS, strict).problems(value)
    assert {(one.field, one.rule) for one in found} == {(name, "additionalProperties") for name in unknown}


def test_each_member_of_a_choice_knows_its_own() -> None:
    schema = {"oneOf": [_kind("a", X), _kind("b", Y)]}
    assert not Check(schema, {}, strict).problems({"kind": "a", "o": {"x": "1"}})
    assert Check(schema, {}, strict).problems({"kind": "a", "o": {"y": "1"}})
