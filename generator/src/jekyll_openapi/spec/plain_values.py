"""Says of most values at once that they fit their schema; the validator decides about all others.

Nearly all examples fit, and nearly all schemas have a few plain keywords. Where these answer for a whole description,
the validator is not even imported, which takes 5 % of a run. `tests/spec/test_plain_values.py` compares both.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.pointers import parts
from jekyll_openapi.openapi.references import REF
from jekyll_openapi.patterns import regex

_DEEPEST = 50
"""References and values within each other that are followed; a schema can refer to itself."""
_TIME = regex(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z", 256)
_UUID = regex(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_OF_NUMBERS = ("int32", "int64", "float", "double")
_TYPES: dict[type, tuple[str, ...]] = {
    str: ("string",), bool: ("boolean",), int: ("integer", "number"), float: ("number",), Decimal: ("number",),
    list: ("array",), dict: ("object",), type(None): ("null",),
}  # fmt: skip
_SAYS_NOTHING = frozenset(("description", "title", "examples", "default", "deprecated", "readOnly", "writeOnly"))


def fits(schema: Any, value: Any, document: Json, depth: int = 0) -> bool:
    """Whether the value certainly fits the schema. False says nothing."""
    if type(schema) is not dict or type(value) not in _TYPES or depth > _DEEPEST:
        return False
    for keyword, given in schema.items():
        if keyword in _SAYS_NOTHING or keyword.startswith("x-"):
            continue
        if keyword == REF:
            is_fitting = _fits_other(given, value, document, depth + 1)
        elif keyword in ("if", "then"):
            is_fitting = _fits_rule(schema, value, document, depth + 1)
        elif keyword in _WITHIN:
            is_fitting = _WITHIN[keyword](given, value, lambda one, part: fits(one, part, document, depth + 1))
        else:
            is_fitting = keyword in _ALONE and _ALONE[keyword](given, value)
        if not is_fitting:
            return False
    return True


def _fits_other(place: Any, value: Any, document: Json, depth: int) -> bool:
    if type(place) is not str or not place.startswith("#/"):
        return False
    found: Any = document
    for part in parts(place):
        # Below an `$id`, a place means another document.
        if type(found) is not dict or part not in found or "$id" in found:
            return False
        found = found[part]
    return fits(found, value, document, depth)


def _fits_rule(schema: Json, value: Any, document: Json, depth: int) -> bool:
    """Whether the value fits `if` and `then`: the condition certainly does not hold, or what it demands does."""
    if "else" in schema or "if" not in schema or "then" not in schema:
        return False
    return _is_refused(schema["if"], value) or fits(schema["then"], value, document, depth)


def _is_refused(schema: Any, value: Any) -> bool:
    """Whether an object certainly does not fit: it lacks a property, or one has another text than all that are
    known."""
    if type(value) is not dict or type(schema) is not dict:
        return False
    required, properties = schema.get("required", []), schema.get("properties", {})
    if type(required) is not list or type(properties) is not dict:
        return False
    return any(type(name) is str and name not in value for name in required) or any(
        type(value.get(name)) is str and type(one) is dict and _is_other(one, value[name])
        for name, one in properties.items()
    )


def _is_other(schema: Json, text: str) -> bool:
    known = [schema["const"]] if "const" in schema else schema.get("enum")
    return type(known) is list and text not in known


def _is_of_type(given: Any, value: Any) -> bool:
    wanted = given if type(given) is list else [given]
    return any(one in wanted for one in _TYPES[type(value)])


def _is_in(given: Any, value: Any) -> bool:
    # The validator takes 1 and 1.0 for the same, and 1 and true for different values, as Python does not.
    is_plain = type(value) in (str, int, bool, type(None))
    return is_plain and type(given) is list and any(type(one) is type(value) and one == value for one in given)


def _is_of_format(given: Any, value: Any) -> bool:
    if type(value) is not str or given in _OF_NUMBERS:
        return type(given) is str
    pattern = {"date-time": _TIME, "uuid": _UUID}.get(given) if type(given) is str else None
    return bool(pattern and pattern.fullmatch(value))


def _limited(measured: Callable[[Any], Any], holds: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    """The check of a limit; `measured` gives None for a value that the limit is not about."""

    def check(given: Any, value: Any) -> bool:
        size = measured(value)
        return size is None or (type(given) in (int, Decimal) and holds(size, given))

    return check


def _length(kind: type[str | list[Any] | dict[str, Any]]) -> Callable[[Any], int | None]:
    return lambda value: len(value) if type(value) is kind else None


def _amount(value: Any) -> Any:
    return value if type(value) in (int, float, Decimal) else None


def _is_exact(size: Any) -> bool:
    """Whether the validator, which rounds, takes it for no other number."""
    return type(size) is int and abs(size) < 2**53


_ALONE: Mapping[str, Callable[[Any, Any], bool]] = {
    "type": _is_of_type,
    "enum": _is_in,
    "const": lambda given, value: _is_in([given], value),
    "format": _is_of_format,
    "required": lambda given, value: (
        type(value) is not dict or (type(given) is list and all(type(one) is str and one in value for one in given))
    ),
    "maxLength": _limited(_length(str), lambda size, limit: size <= limit),
    "minLength": _limited(_length(str), lambda size, limit: size >= limit),
    "maxItems": _limited(_length(list), lambda size, limit: size <= limit),
    "minItems": _limited(_length(list), lambda size, limit: size >= limit),
    "maxProperties": _limited(_length(dict), lambda size, limit: size <= limit),
    "minProperties": _limited(_length(dict), lambda size, limit: size >= limit),
    "maximum": _limited(_amount, lambda size, limit: size <= limit),
    "minimum": _limited(_amount, lambda size, limit: size >= limit),
    "exclusiveMaximum": _limited(_amount, lambda size, limit: _is_exact(size) and size < limit),
    "exclusiveMinimum": _limited(_amount, lambda size, limit: _is_exact(size) and size > limit),
}
"""Keyword -> check of (what is given for it, the value)."""
_WITHIN: Mapping[str, Callable[[Any, Any, Callable[[Any, Any], bool]], bool]] = {
    "allOf": lambda given, value, fit: type(given) is list and all(fit(one, value) for one in given),
    "anyOf": lambda given, value, fit: type(given) is list and any(fit(one, value) for one in given),
    "items": lambda given, value, fit: type(value) is not list or all(fit(given, one) for one in value),
    "properties": lambda given, value, fit: (
        type(value) is not dict
        or (type(given) is dict and all(fit(given[name], one) for name, one in value.items() if name in given))
    ),
}
"""Keywords with schemas: check of (what is given for it, the value, the check of a part by a schema)."""
