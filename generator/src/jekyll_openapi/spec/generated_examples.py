"""Generates example responses from schemas, for mock servers. They are valid and marked as made up.

The same schema always gives the same example. Properties that report a failure are left out, since a response with
all properties set would look like a rejected request.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jekyll_openapi.openapi.json import Json, copied
from jekyll_openapi.openapi.operations import JSON_MEDIA, operations, success
from jekyll_openapi.openapi.references import schema_name
from jekyll_openapi.patterns import regex
from jekyll_openapi.spec.examples import Validators

NAME = "made-up"
_SUMMARY = "Made up from the schema; nobody has seen this answer."
_UNKNOWN = "Made up; no page says what comes back."
_DEEPEST = 6
_FAILURE = regex(r"fail|error|reject|violation|penalt|captcha", re.I)
_POOR = regex(r"cancel|reject|fail|error|inactive|closed|expired|suspend|unknown|invalid|denied", re.I)
_SPLIT = regex(r"(?<=[a-z0-9])(?=[A-Z])|_|-")
_ON = frozenset({"active", "available", "enabled", "ok", "paid", "ready", "success", "successful", "valid", "verified"})
_DONE = frozenset({"accepted", "acknowledged", "applied", "approved", "completed", "confirmed", "created", "found"})
_TIMES = frozenset({"time", "timestamp", "date"})
_FORMATS = {
    "date-time": "2026-01-15T14:30:00Z",
    "date": "2026-01-15",
    "time": "14:30:00Z",
    "email": "name@example.com",
    "uri": "https://example.com/",
    "uuid": "00000000-0000-4000-8000-000000000001",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "hostname": "example.com",
}
_NAMED = {
    **dict.fromkeys(("at", "time", "timestamp"), "date-time"),
    **dict.fromkeys(("date", "day", "on"), "date"),
    **dict.fromkeys(("url", "uri", "href", "link"), "uri"),
    **dict.fromkeys(("email", "mail"), "email"),
    **dict.fromkeys(("host", "hostname", "domain"), "hostname"),
    **{"uuid": "uuid", "guid": "uuid", "ip": "ipv4"},
}
"""Last word of a property name -> the format of its value."""
_SPOKEN = {
    "status": "active",
    "state": "active",
    "currency": "USD",
    "country": "US",
    "language": "en",
    "version": "1.0",
}
_OF_CALL = regex(r"(?:Request|Response|Result)\w*$")
"""Matches the end of schema names that describe a message instead of a thing."""
_USUAL = (
    *_FORMATS.values(),
    "12:30",
    "12:30:00",
    "USD",
    "ES",
    "ESZ6",
    "1.5",
    "+15550100",
    "#336699",
    "#1",
    "A-1",
    "1-1",
)
_MILLISECONDS = 1768487400000
_LEFT_OUT = object()


def add_examples(spec: Json) -> None:
    """Adds a generated example to each success without one, unless its schema rejects it."""
    validators, maker = Validators(spec), Maker(spec)
    for _, _, operation in operations(spec):
        media = operation["responses"].get(success(operation), {}).get("content", {}).get(JSON_MEDIA)
        if not media or "example" in media or "examples" in media or "schema" not in media:
            continue
        value = maker.answer(operation, media["schema"])
        if value is not _LEFT_OUT and not validators.first_problem(media["schema"], value):
            media["examples"] = {NAME: {"summary": _SUMMARY if media["schema"] else _UNKNOWN, "value": value}}
            _ask_alike(operation, value, validators)


def _ask_alike(operation: Json, value: Any, validators: Validators) -> None:
    """Gives required parameters the value in the example response, so that `find?name=` asks for the `name` that is
    returned."""
    for one in operation.get("parameters", ()):
        is_told = "example" in one or "examples" in one or "examples" in one.get("schema", {})
        is_given = isinstance(value, dict) and one.get("name") in value and one.get("required")
        if is_given and not is_told and not validators.first_problem(one.get("schema", {}), value[one["name"]]):
            one["examples"] = {NAME: {"summary": "Made up, as in the answer.", "value": value[one["name"]]}}


def _mapping(holder: object, key: str) -> Json:
    found = holder.get(key) if isinstance(holder, dict) else None
    return found if isinstance(found, dict) else {}


def _list(holder: Json, key: str) -> list[Any]:
    found = holder.get(key)
    return found if isinstance(found, list) else []


class Maker:
    """Generates values for the schemas of one description."""

    def __init__(self, spec: Json) -> None:
        self._schemas: Mapping[str, Json] = spec.get("components", {}).get("schemas", {})
        # Whether the client's facts have their form is said where a client is made.
        failures, penalty, trades = (_mapping(spec.get("x-client"), key) for key in ("failures", "penalty", "trades"))
        named = (failures.get("reason"), failures.get("violations"), *_list(failures, "text"), *penalty.values())
        self._failures = frozenset(one for one in named if isinstance(one, str))
        self._fine = tuple(one for one in _list(failures, "no-failure") if isinstance(one, str))
        self._on = _ON | _DONE | {str(failures.get("flag", "ok"))}
        self._trades: Mapping[str, Json] = {name: one for name, one in trades.items() if isinstance(one, dict)}
        self._ids = 0
        self._answers: dict[str, Json] = {}
        """Schema -> value: the operations that all entities share answer with the same few."""

    def answer(self, operation: Json, schema: Json) -> Any:
        """A response that fits the examples of the operation's parameters; `_LEFT_OUT` if none can be generated."""
        asked_for = repr(schema)
        if asked_for not in self._answers:
            self._ids = 0
            self._answers[asked_for] = {"value": self._value(schema, "", ()) if schema else {}}
        value = copied(self._answers[asked_for])["value"]
        if isinstance(value, dict):
            trade = self._trades.get(operation.get("operationId", ""), {})
            value = dict.fromkeys(trade.get("ids", ()), 1) | value
        entity = value[0] if isinstance(value, list) and value else value
        for one in operation.get("parameters", ()):
            asked = one.get("example", (one.get("schema", {}).get("examples") or [None])[0])
            if asked is not None and isinstance(entity, dict) and one.get("name") in entity:
                entity[one["name"]] = asked
        return value

    def value(self, schema: Any, name: str) -> Any:
        """A value of the schema for a property with the name; None if none can be generated."""
        self._ids = 0
        made = self._value(schema, name, ())
        return None if made is _LEFT_OUT else made

    def _value(self, schema: Any, name: str, inside: tuple[str, ...]) -> Any:
        """A value for a property; `inside` lists the components being generated, to stop at recursive schemas."""
        if not isinstance(schema, dict) or len(inside) > _DEEPEST:
            return _LEFT_OUT
        if component := schema_name(schema):
            known = self._schemas.get(component)
            return _LEFT_OUT if component in inside else self._value(known, name, (*inside, component))
        if examples := schema.get("examples"):
            return examples[0]
        for key in ("default", "const"):
            if key in schema:
                return schema[key]
        if values := schema.get("enum"):
            # Prefer a value that reports no failure.
            fine = (one for one in values if one in self._fine)
            return next(fine, next((one for one in values if not _POOR.search(str(one))), values[0]))
        for key in ("anyOf", "oneOf"):
            made = [self._value(one, name, inside) for one in schema.get(key, ())]
            if fitting := [one for one in made if one is not _LEFT_OUT and one is not None]:
                return fitting[0]
        kinds = schema.get("type", "object" if "properties" in schema else "")
        kind = next((one for one in kinds if one != "null"), "null") if isinstance(kinds, list) else kinds
        wrapped = [one for one in schema.get("allOf", ()) if isinstance(one, dict) and "if" not in one]
        if not kind and wrapped:
            return self._joined([self._value(one, name, inside) for one in wrapped])
        return self._of_kind(kind, schema, name, inside)

    @staticmethod
    def _joined(made: list[Any]) -> Any:
        objects = [one for one in made if isinstance(one, dict)]
        if objects and len(objects) == len(made):
            return {key: value for one in objects for key, value in one.items()}
        return made[0] if made else _LEFT_OUT

    def _of_kind(self, kind: str, schema: Json, name: str, inside: tuple[str, ...]) -> Any:
        match kind:
            case "object":
                return self._object(schema, inside)
            case "array":
                item = self._value(schema.get("items", {}), name.removesuffix("s"), inside)
                return [] if item is _LEFT_OUT else [item] * max(1, min(int(schema.get("minItems", 1)), 10))
            case "string":
                return _text(schema, name, inside[-1] if inside else "")
            case "integer" | "number":
                return self._number(schema, name, kind == "integer")
            case "boolean":
                return _words(name)[-1] in self._on
            case "null":
                return None
            case _:
                return _LEFT_OUT if inside or name else {}

    def _object(self, schema: Json, inside: tuple[str, ...]) -> Any:
        required, made = schema.get("required", ()), {}
        for name, one in schema.get("properties", {}).items():
            is_failure = name in self._failures or bool(_FAILURE.search(name))
            # With a failure text, the response would mean that the request was rejected.
            if name not in required and (is_failure or one.get("deprecated") is True):
                continue
            value = self._value(one, name, inside)
            if value is not _LEFT_OUT:
                made[name] = value
        if not made and isinstance(schema.get("additionalProperties"), dict):
            value = self._value(schema["additionalProperties"], "value", inside)
            return {} if value is _LEFT_OUT else {"key": value}
        return made

    def _number(self, schema: Json, name: str, is_whole: bool) -> int | float:
        words = _words(name)
        if words[-1] in ("id", "ids"):
            self._ids += 1
            value: int | float = self._ids
        elif (words[-1] in _TIMES and schema.get("format") == "int64") or _is_moment(words, schema, is_whole):
            value = _MILLISECONDS
        elif words[-1] == "year":
            value = 2026
        elif is_whole or words[-1] in ("month", "day", "hour", "cid"):
            value = 1
        else:
            value = 4200.25 if {"price", "px"} & set(words) else 0.25 if words[-2:] == ("tick", "size") else 1250.5
        return _within(value, schema, is_whole)


def _is_moment(words: tuple[str, ...], schema: Json, is_whole: bool) -> bool:
    return is_whole and words[-1] == "timestamp" and schema.get("format") != "int32"


def _within(value: int | float, schema: Json, is_whole: bool) -> int | float:
    """The value, moved to the nearest one that limits and step allow."""
    step = schema.get("multipleOf", 1 if is_whole else 0)
    low, high = schema.get("minimum"), schema.get("maximum")
    above, below = schema.get("exclusiveMinimum"), schema.get("exclusiveMaximum")
    margin = step or 0.25
    low = above + margin if above is not None and (low is None or low <= above) else low
    high = below - margin if below is not None and (high is None or high >= below) else high
    if low is not None and value < low:
        value = low
    if high is not None and value > high:
        value = high
    if step and value % step:
        value = (value // step + (1 if high is None or (value // step + 1) * step <= high else 0)) * step
    return int(value) if value == int(value) and (is_whole or isinstance(value, int)) else value


def _text(schema: Json, name: str, component: str) -> Any:
    """A string of the format, or else one that suits the name, such as `Account 1` for the name of an Account.

    `_LEFT_OUT` if none of the usual strings matches the pattern.
    """
    words = _words(name)
    least, most = schema.get("minLength", 0), schema.get("maxLength", 1_000)
    if found := _FORMATS.get(schema.get("format", "")):
        return found
    found = _FORMATS.get(_NAMED.get(words[-1], ""), "")
    if found and least <= len(found) <= most and "pattern" not in schema:
        return found
    owner = "" if _OF_CALL.search(component) else component
    text = f"{owner} 1" if name == "name" and owner else _SPOKEN.get(words[-1]) or " ".join(words) or "text"
    text = text.ljust(min(least, 1_000), "x")[:most]
    return text if "pattern" not in schema else _of_pattern(str(schema["pattern"]), least, most, text)


def _of_pattern(pattern: str, least: int, most: int, *wishes: str) -> Any:
    """A usual string that matches the pattern and the length limits."""
    usual = (one * count for count in range(1, 41) for one in ("1", "A", "a", "A1", "a1", "0"))
    try:
        expression = re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return _LEFT_OUT
    fitting = (one for one in (*wishes, *_USUAL, *usual) if least <= len(one) <= most)
    return next((one for one in fitting if expression.search(one)), _LEFT_OUT)


@lru_cache(maxsize=1024)
def _words(name: str) -> tuple[str, ...]:
    return tuple(one.casefold() for one in _SPLIT.split(name) if one) or ("",)
