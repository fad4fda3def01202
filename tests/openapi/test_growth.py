"""What two ways lead to is looked at once: a description of n diamonds takes no 2**n steps."""

from __future__ import annotations

from typing import Any

import pytest

from jekyll_openapi.client.annotations import Annotations
from jekyll_openapi.openapi.lowering import lower
from jekyll_openapi.openapi.lowering.views import Views
from tests.client.zoo import Json, ref


def diamonds(keyword: str, levels: int) -> Json:
    """Schemas that two ways lead to, one above the other."""
    schemas: Json = {"L0": {"type": "object", "properties": {"p": {"type": "integer"}}}}
    for level in range(1, levels + 1):
        for side in "AB":
            own = {"type": "object", "properties": {f"{side}{level}": {"type": "string"}}}
            schemas[f"{side}{level}"] = {keyword: [ref(f"L{level - 1}"), own]}
        schemas[f"L{level}"] = {keyword: [ref(f"A{level}"), ref(f"B{level}")]}
    return {"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "components": {"schemas": schemas}}


def test_what_is_merged_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    members = Views._members

    def counted(self: Views, place: str, schema: Json) -> Any:
        steps.append(place)
        return members(self, place, schema)

    monkeypatch.setattr(Views, "_members", counted)
    lowered = lower(diamonds("allOf", 12)).document  # more are refused: more than fifty references lead into each other
    assert len(lowered["components"]["schemas"]["L12"]["properties"]) == 25
    assert len(steps) < 20_000


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
def test_a_union_of_unions_takes_each_type_once(keyword: str) -> None:
    schemas = lower(diamonds(keyword, 40)).document["components"]["schemas"]
    taken = Annotations(schemas, {name: name for name in schemas}, {}, {}).argument(ref("L40"))
    assert taken.text.count("models.") == 81
