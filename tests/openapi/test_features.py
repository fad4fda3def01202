"""One construct at a time, lowered."""

from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.openapi.lowering import lower
from jekyll_openapi.openapi.reading import read
from tests.openapi.show import Shown
from tests.openapi.simple import faults

FEATURES = read(Path(__file__).with_name("features.yaml")).content


def _description(feature: Any) -> Any:
    answer = {"description": "", "content": {"application/json": {"schema": feature["schema"]}}}
    return {
        "openapi": feature.get("version", "3.1.0"),
        "info": {"title": "t", "version": "1"},
        "paths": {"/a": {"get": {"responses": {"200": answer}}}},
        "components": {"schemas": feature.get("schemas", {})},
    }


@pytest.mark.parametrize("feature", FEATURES, ids=lambda one: str(one["name"]))
def test_a_construct_is_made_simple(feature: Any) -> None:
    lowered = lower(_description(feature))
    assert not faults(lowered.document)
    if "left" in feature:
        (left,) = lowered.left_out
        assert left.pointer == "#/paths/~1a/get"
        assert feature["left"] in left.reason
        return
    assert not lowered.left_out
    answer = lowered.document["paths"]["/a"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert Shown(lowered.document).schema(answer) == feature["gives"]
    assert len(lowered.notes) == feature.get("notes", 0), lowered.notes
