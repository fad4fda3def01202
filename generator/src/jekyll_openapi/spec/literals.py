"""Converts literals from pages to JSON values."""

import json
from decimal import Decimal
from typing import Any

from jekyll_openapi.pages.document import ArrayLiteral, JsonText, ObjectLiteral, Opaque, Scalar, Value

SOME_TIME = "2024-01-02T15:04:05Z"
"""Stands for `new Date().toJSON()`, whose value pages do not state."""


class UnknownValueError(Exception):
    """The literal contains an expression whose value no page states."""


def json_value(value: Value, optional_key: str) -> Any:
    """The JSON value of a literal, without commented-out keys; raises UnknownValueError."""
    match value:
        case Scalar():
            return SOME_TIME if value.is_date else value.value
        case ArrayLiteral(items):
            return [json_value(item, optional_key) for item in items]
        case ObjectLiteral(entries):
            shown = (entry for entry in entries if not entry.key.strip().startswith(optional_key))
            return {entry.key: json_value(entry.value, optional_key) for entry in shown}
        case JsonText(inner):
            return json.dumps(json_value(inner, optional_key), default=_plain)
        case Opaque(text):
            raise UnknownValueError(text)


def _plain(number: object) -> float:
    assert isinstance(number, Decimal)
    return float(number)
