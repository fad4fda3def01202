"""What the description allows, the lowered one allows: judged by a validator, on values made at random."""

from typing import Any

import jsonschema_rs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jekyll_openapi.openapi.lowering import PLACE, lower
from jekyll_openapi.openapi.operations import operations
from tests.openapi.made import descriptions
from tests.sampling import examples

_NAMES = st.sampled_from(["a", "b", "kind", "x-y", "A"])
VALUES = st.recursive(
    st.sampled_from([None, "x", "y", "", 1, 2, True, 0.5]),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(_NAMES, inner, max_size=3)),
    max_leaves=5,
)
_OBJECT = {"properties", "patternProperties", "additionalProperties"}


def _meant(content: Any) -> Any:
    """Without faults and words of 3.0, and with the types that are meant and not said."""
    if isinstance(content, list):
        return [_meant(one) for one in content]
    if not isinstance(content, dict):
        return content
    kept = {key: _meant(one) for key, one in content.items() if key != "nullable" and one not in ([], "money")}
    if kept.get("required") is True:
        del kept["required"]
    implied = {"type": "object"} if _OBJECT & kept.keys() else {"type": "array"} if "prefixItems" in kept else {}
    return implied | kept


@settings(deadline=None, max_examples=examples(40), suppress_health_check=list(HealthCheck))
@given(descriptions(), st.lists(VALUES, min_size=8, max_size=12))
def test_a_value_that_is_right_is_right_afterwards(description: Any, values: list[Any]) -> None:
    description = _meant(description) | {"openapi": "3.1.0"}
    lowered = lower(description).document
    for _, _, operation in operations(lowered):
        for answer in operation["responses"].values():
            media = answer["content"]["application/json"]
            if PLACE in media:
                try:
                    before = _validator(description, media[PLACE])
                except jsonschema_rs.ValidationError:  # a rule refers to nothing
                    continue
                after = jsonschema_rs.Draft202012Validator({"components": lowered["components"], **media["schema"]})
                assert [one for one in values if before.is_valid(one) and not after.is_valid(one)] == []


def _validator(description: Any, place: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator({**description, "$ref": place.replace("{", "%7B").replace("}", "%7D")})
