"""What two ways lead to is compared once: a description of n diamonds takes no 2**n steps."""

from __future__ import annotations

import pytest

from jekyll_openapi.diff import schemas
from jekyll_openapi.diff.compare import compare
from tests.openapi.test_growth import diamonds


@pytest.mark.parametrize("keyword", ["allOf", "oneOf", "anyOf"])
def test_what_is_below_many_ways_is_compared_once(keyword: str, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    compare_shapes = schemas.compare_shapes
    monkeypatch.setattr(schemas, "compare_shapes", lambda *given: steps.append("") or compare_shapes(*given))
    old, new = ({**diamonds(keyword, 10), "paths": {}} for _ in range(2))
    new["components"]["schemas"]["L0"]["properties"]["p"] = {"type": "string"}
    compare(old, new)
    assert 0 < len(steps) < 1000
