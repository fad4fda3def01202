"""Finds malformed schema keywords; a validator rejects a whole schema for a single one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from jekyll_openapi.openapi.json import Json

_TYPES = frozenset({"string", "number", "integer", "boolean", "object", "array", "null"})


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _is_count(value: Any) -> bool:
    return _is_number(value) and value >= 0 and value == int(value)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_truth(value: Any) -> bool:
    return isinstance(value, bool)


def _is_schema(value: Any) -> bool:
    return isinstance(value, dict | bool)


def _are_schemas(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_schema, value))


def _are_named_schemas(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_is_schema, value.values()))


def _are_names(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value)) and len(set(value)) == len(value)


def _is_type(value: Any) -> bool:
    return bool(value) and (_are_names(value) if isinstance(value, list) else _is_text(value)) and _known(value)


def _known(value: Any) -> bool:
    return _TYPES.issuperset(value if isinstance(value, list) else [value])


def _are_lists_of_names(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_are_names, value.values()))


_FORMS: tuple[tuple[Callable[[Any], bool], str], ...] = (
    (_is_type, "type"),
    (_are_names, "required"),
    (_are_lists_of_names, "dependentRequired"),
    (_are_schemas, "allOf anyOf oneOf prefixItems"),
    (_are_named_schemas, "properties patternProperties dependentSchemas $defs definitions"),
    (_is_schema, "items additionalProperties unevaluatedItems unevaluatedProperties not if then else contains"),
    (_is_schema, "propertyNames contentSchema"),
    (_is_count, "minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains"),
    (_is_number, "minimum maximum exclusiveMinimum exclusiveMaximum"),
    (lambda value: _is_number(value) and value > 0, "multipleOf"),
    (_is_text, "pattern format contentEncoding contentMediaType title description $comment"),
    (_is_truth, "uniqueItems deprecated readOnly writeOnly"),
    (lambda value: isinstance(value, list), "enum examples"),
    (lambda value: isinstance(value, dict), "$vocabulary"),
)
_FORM: Mapping[str, Callable[[Any], bool]] = {name: form for form, names in _FORMS for name in names.split()}


def misformed(schema: Json) -> Iterator[str]:
    """Keywords whose values do not have the form of JSON Schema 2020-12."""
    return (key for key, value in schema.items() if key in _FORM and not _FORM[key](value))
