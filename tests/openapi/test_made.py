"""Laws of the lowering, on descriptions that are made at random."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings

from jekyll_openapi.openapi.lowering import lower
from jekyll_openapi.openapi.names import from_json, name_table, to_json
from jekyll_openapi.openapi.operations import operations
from tests.openapi.made import descriptions
from tests.openapi.simple import faults
from tests.sampling import examples

FEW = settings(deadline=None, max_examples=examples(60), suppress_health_check=list(HealthCheck))


@FEW
@given(descriptions())
def test_what_comes_out_is_simple_and_nothing_is_lost(description: Any) -> None:
    lowered = lower(description)
    assert not faults(lowered.document)
    kept = {f"#/paths/{path.replace('/', '~1')}/{method}" for path, method, _ in operations(lowered.document)}
    left = {one.pointer for one in lowered.left_out}
    assert kept | left == {"#/paths/~1a/get", "#/paths/~1a/post", "#/paths/~1b~1{id}/get"}
    assert not kept & left


@FEW
@given(descriptions())
def test_the_same_description_gives_the_same_names_in_every_order(description: Any) -> None:
    lowered, other = lower(description), lower(_turned(description))
    assert {one.pointer for one in lowered.left_out} == {one.pointer for one in other.left_out}
    table = name_table(lowered.document, None, "Api")
    assert table.public() == name_table(other.document, None, "Api").public()
    assert from_json(json.loads(json.dumps(to_json(table)))) == table


def _turned(content: Any) -> Any:
    """The content with every mapping in the other order."""
    if isinstance(content, dict):
        return {key: _turned(one) for key, one in reversed(content.items())}
    return [_turned(one) for one in content] if isinstance(content, list) else content


@FEW
@given(descriptions())
def test_what_is_released_stays(description: Any) -> None:
    released = name_table(lower(description).document, None, "Api")
    description["paths"]["/a"]["put"] = {"operationId": "new", "responses": {}}
    description["components"]["schemas"]["New"] = {"type": "object", "properties": {"order-id": {}, "order_id": {}}}
    assert released.public().items() <= name_table(lower(description).document, released, "Api").public().items()
