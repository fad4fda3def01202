"""Actions of an overlay, applied by us and by oas-patch: the same description comes out."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from oas_patch.overlay import apply_overlay as apply_theirs  # type: ignore[import-untyped]

from jekyll_openapi.openapi.yaml import dump
from jekyll_openapi.spec.overlay import apply_overlay, read_overlay

SPEC: dict[str, Any] = {
    "openapi": "3.1.1",
    "info": {"title": "T", "version": "1.0.0"},
    "tags": [{"name": "a"}],
    "paths": {"/a": {"get": {"summary": "A", "tags": ["a"]}, "post": {"summary": "B", "tags": ["a"]}}},
    "components": {"schemas": {"A": {"type": "object", "properties": {"x": {"type": "string"}}, "required": ["x"]}}},
}
ACTIONS: list[dict[str, Any]] = [
    {"target": "$.info", "update": {"title": "U", "x-more": {"a": [1]}}},
    {"target": "$.paths['/a'].get", "update": {"description": "Long.", "summary": "C"}},
    {"target": "$.paths['/a'].*", "update": {"deprecated": True}},
    {"target": "$.paths['/a'].post", "remove": True},
    {"target": "$.components.schemas.A.properties.x", "update": {"type": "integer", "minimum": 3}},
    {"target": "$.components.schemas.A.properties", "update": {"y": {"type": "string"}}},
    {"target": "$.components.schemas.A.required", "remove": True},
    {"target": "$.tags", "update": [{"name": "b"}]},
]


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: str(action["target"]))
def test_an_action_does_the_same(action: dict[str, Any], tmp_path: Path) -> None:
    ours_wants = {"description": "Why."}
    expected = SPEC["components"]["schemas"]["A"]["required"] if action["target"].endswith("required") else {}
    expected = SPEC["tags"] if action["target"] == "$.tags" else expected
    document = {
        "overlay": "1.0.0",
        "info": {"title": "O", "version": "1.0.0"},
        "actions": [action | ours_wants | {"x-expected": expected}],
    }
    file = tmp_path / "overlay.yaml"
    file.write_text(dump(document), encoding="utf-8")
    found: list[Any] = []
    ours = apply_overlay(SPEC, read_overlay(file, "overlay.yaml"), found.append)
    assert found == []
    assert ours["info"].pop("x-corrections")
    theirs = apply_theirs(deepcopy(SPEC), yaml.safe_load(file.read_text(encoding="utf-8")))
    assert ours == theirs
    assert ours != SPEC
