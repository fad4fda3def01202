"""What a schema states and the comparison cannot read: in a form that is none, or where the version gives it no effect.

A change of the first may break callers, and nobody knows; of the second it is told that it is there.
"""

from collections.abc import Iterator
from typing import Any

from jekyll_openapi.diff.cursor import Cursor, binds
from jekyll_openapi.diff.notes import shown_value
from jekyll_openapi.diff.shape import TYPES, is_number, is_step
from jekyll_openapi.openapi.references import REF

_NUMBERS = frozenset(
    {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minContains", "maxContains"}
    | {f"{end}{what}" for end in ("min", "max") for what in ("Length", "Items", "Properties")}
)
_FLAGS = frozenset({"nullable", "readOnly", "uniqueItems", "writeOnly"})
_KNOWN_TYPES = {*TYPES, "integer"}
_NEEDED = {"then": "if", "else": "if", "minContains": "contains", "maxContains": "contains"}
"""Keyword -> the one that it has no effect without."""


def malformed(cursor: Cursor) -> Iterator[str]:
    """Keyword and value of what the schema states in a form that no version of JSON Schema or OpenAPI has."""
    for key, value in cursor.value.items():
        is_wrong = key in _NUMBERS and not is_number(value) and not _is_flag(key, value, cursor)
        if is_wrong or (key in _FLAGS and not isinstance(value, bool)) or (key == "multipleOf" and not is_step(value)):
            yield f"{key}: {shown_value(value)}"
    yield from (f"type: {name}" for name in unknown_types(cursor.value.get("type", [])))


def _is_flag(key: str, value: Any, cursor: Cursor) -> bool:
    """Whether it is `exclusiveMinimum: true` of OpenAPI 3.0, or says that nothing is excluded."""
    return key.startswith("exclusive") and isinstance(value, bool) and (cursor.spec.is_30 or not value)


def unknown_types(stated: Any) -> list[str]:
    """The types that are none of JSON Schema."""
    return [str(one) for one in ([stated] if isinstance(stated, str) else stated) if one not in _KNOWN_TYPES]


def without_effect(cursor: Cursor) -> frozenset[str]:
    """The keywords of the schema that have no effect where they stand, though tools of others may heed them."""
    value = cursor.value
    if cursor.spec.is_30 and REF in value:
        return frozenset(key for key in value if key != REF and binds(key))
    found = {key for key, needed in _NEEDED.items() if key in value and needed not in value}
    return frozenset(found if cursor.spec.is_30 or "nullable" not in value else {*found, "nullable"})
