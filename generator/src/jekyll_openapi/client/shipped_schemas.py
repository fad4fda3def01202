"""The schemas shipped in the client (JSON Schema 2020-12), against which requests and answers are checked.

The lowered document decides Python types; the original schemas decide validity. The client gets both in one document:
each original schema with its lowered shape beside it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any

from jekyll_openapi.client.malformed_keywords import misformed
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.lowering import PLACE
from jekyll_openapi.openapi.lowering.problems import ImpossibleError
from jekyll_openapi.openapi.lowering.source import Source
from jekyll_openapi.openapi.pointers import Pointer, below, parts
from jekyll_openapi.patterns import regex
from jekyll_openapi.runtime.description import SHAPE, SHAPES
from jekyll_openapi.runtime.schemas import MANY, NAMED, ONE, PREFIX, Schema

_PLAIN = regex(r"[A-Za-z0-9._-]{1,100}")
_OF_DOCUMENTS = ("$id", "$anchor", "$dynamicAnchor", "$schema", "nullable", "example", "xml", "externalDocs")
Note = Callable[[Pointer, str], None]


def shipped(document: Json, lowered: Json, note: Note) -> Json:
    """The lowered document with the original schemas, each with its shape beside it."""
    checks = _Checks(document, note)
    components = lowered.get("components", {})
    shapes = components.get("schemas", {})
    paths = {
        path: {method: _operation(one, checks) for method, one in item.items()}
        for path, item in lowered.get("paths", {}).items()
    }
    for shape in shapes.values():
        checks.keep(str(shape.get(PLACE, "")))
    schemas = checks.complete()
    return {
        **lowered,
        "paths": paths,
        "components": {**components, "schemas": schemas, SHAPES: {key: _unplaced(one) for key, one in shapes.items()}},
    }


def _operation(operation: Json, checks: _Checks) -> Json:
    """The operation with schema and shape for every value."""
    made = _unplaced(operation)
    made["parameters"] = [_holder(one, checks) for one in operation.get("parameters", ())]
    if "requestBody" in operation:
        made["requestBody"] = _body(operation["requestBody"], checks)
    made["responses"] = {status: _body(one, checks) for status, one in operation.get("responses", {}).items()}
    return made


def _body(body: Json, checks: _Checks) -> Json:
    if "content" not in body:
        return body
    return {**body, "content": {media: _holder(one, checks) for media, one in body["content"].items()}}


def _holder(holder: Json, checks: _Checks) -> Json:
    """A parameter or media type with schema and shape."""
    made = _unplaced(holder)
    if "content" in holder:
        return _body(made, checks)
    shape = holder.get("schema", {})
    place = holder.get(PLACE)
    schema = checks.at(place) if place else shape
    return {**made, "schema": schema} | ({SHAPE: shape} if shape else {})


def _unplaced(content: Json) -> Json:
    return {key: one for key, one in content.items() if key != PLACE}


class _Checks:
    """Collects the original schemas into one set of components."""

    def __init__(self, document: Json, note: Note) -> None:
        self._source = Source(document)
        self._note = note
        self._names: dict[Pointer, str] = {}
        self._waiting: list[Pointer] = []

    def at(self, place: Pointer) -> Schema:
        """The schema at a pointer; schemas it refers to become components."""
        return _spelled(self._schema(self._source.node(place), place))

    def keep(self, place: Pointer) -> None:
        """Make the schema at a pointer a component, if there is one: lowering makes up some pointers."""
        with suppress(ImpossibleError):
            if place:
                self._source.node(place)
                self.name(place)

    def name(self, place: Pointer) -> str:
        """Component name for the schema at a pointer."""
        if place not in self._names:
            steps = parts(place)
            is_named = steps[:2] == ("components", "schemas") and len(steps) == 3 and _PLAIN.fullmatch(steps[2])
            # A pointer has characters that names may not have; the digest is the same on every machine.
            digest = hashlib.sha256(place.encode()).hexdigest()[:12]
            self._names[place] = steps[2] if is_named else f"at-{digest}"
            self._waiting.append(place)
        return self._names[place]

    def complete(self) -> dict[str, Schema]:
        """All components requested, and those that they need."""
        made: dict[str, Schema] = {}
        while self._waiting:
            place = self._waiting.pop()
            made[self._names[place]] = self.at(place)
        return {name: made[name] for name in sorted(made)}

    def _schema(self, schema: Any, place: Pointer) -> Any:
        if not isinstance(schema, dict):
            return schema if isinstance(schema, bool) else True
        made = {key: one for key, one in schema.items() if key not in _OF_DOCUMENTS}
        reference = made.pop("$ref", made.pop("$dynamicRef", None))
        if isinstance(reference, str):
            referred = self._reference(reference, place)
            # OpenAPI 3.0 ignores keywords beside a `$ref`.
            if self._source.is_older:
                return _modern(referred, schema)
            made |= referred
        self._decide(made, place)
        self._open(made, place)
        self._descend(made, place)
        self._without_bad_patterns(made, place)
        made = _modern(made, schema) if self._source.is_older else made
        for key in list(misformed(made)):
            self._note(place, f"{key} is {made.pop(key)!r:.60}, which is malformed; it is ignored")
        return made

    def _decide(self, made: Json, place: Pointer) -> None:
        """Let the discriminator select the member of a choice, in case several accept the value."""
        stated, members = made.pop("discriminator", None), made.get("oneOf") or made.get("anyOf")
        if (
            not isinstance(stated, dict)
            or not isinstance(members, list)
            or not isinstance(stated.get("propertyName"), str)
        ):
            return
        name, mapping = stated["propertyName"], stated.get("mapping") or {}
        targets = [one["$ref"] for one in members if isinstance(one, dict) and isinstance(one.get("$ref"), str)]
        values = {target.rpartition("/")[2]: target for target in targets}
        for value, target in mapping.items():
            values[value] = target if "#" in str(target) or "/" in str(target) else values.get(target, target)
        known = {value: target for value, target in values.items() if target in targets}
        if len(targets) < len(members) or not known:
            return
        # With `oneOf`, a value that fits two members would be refused although the discriminator names one of them.
        made["anyOf"] = made.pop("oneOf", members)
        choices = [
            {"if": {"properties": {name: {"const": value}}, "required": [name]}, "then": {"$ref": target}}
            for value, target in known.items()
        ]
        made["allOf"] = [*made.get("allOf", ()), *choices]

    def _open(self, made: Json, place: Pointer) -> None:
        """Close what is described jointly as a whole: to the letter, none of two closed halves allows the other's."""
        members = made.get("allOf")
        if not isinstance(members, list):
            return
        parts = [self._own(one, f"{place}/allOf/{number}") for number, one in enumerate(members)]
        known = [_names(one) for one in (made, *parts)]
        closed = [one.get("additionalProperties") is False for one in (made, *parts)]
        each = list(zip(known, closed, strict=True))
        if not any(is_closed and set().union(*known) - own for own, is_closed in each):
            return
        self._note(place, "objects are closed here that are described jointly; they are closed as a whole")
        made["allOf"] = [
            _without(part, "additionalProperties") if is_closed else one
            for one, part, is_closed in zip(members, parts, closed[1:], strict=True)
        ]
        made.pop("additionalProperties", None)
        made["unevaluatedProperties"] = False

    def _own(self, schema: Any, place: Pointer) -> Json:
        """The schema, or the one that it refers to; empty where there is none."""
        if not isinstance(schema, dict) or not isinstance(schema.get("$ref"), str):
            return schema if isinstance(schema, dict) else {}
        try:
            return self._source.mapping(self._source.target(place, schema["$ref"]))[1]
        except ImpossibleError:
            return {}

    def _descend(self, made: Json, place: Pointer) -> None:
        """Convert the subschemas."""
        for key in (*ONE, "not", "unevaluatedProperties", "contentSchema"):
            if isinstance(made.get(key), dict):
                made[key] = self._schema(made[key], f"{place}/{key}")
        for key in MANY:
            if isinstance(made.get(key), list):
                parts = ((one, f"{place}/{key}/{number}") for number, one in enumerate(made[key]))
                made[key] = [_spelled(self._schema(*part)) for part in parts]
        for key in (*NAMED, "definitions"):
            if isinstance(made.get(key), dict):
                inside = made[key].items()
                made[key] = {name: _spelled(self._schema(one, below(place, key, name))) for name, one in inside}

    def _reference(self, reference: str, place: Pointer) -> Schema:
        try:
            return {"$ref": PREFIX + self.name(self._source.target(place, reference))}
        except ImpossibleError as problem:
            self._note(problem.pointer, problem.reason)
            return {}

    def _without_bad_patterns(self, made: Json, place: Pointer) -> None:
        """Remove patterns that cannot be compiled."""
        for pattern in [made.get("pattern"), *(made.get("patternProperties") or {})]:
            if isinstance(pattern, str) and not _is_usable(pattern):
                self._note(place, f"the pattern {pattern!r:.60} cannot be compiled; it is ignored")
                made.pop("pattern", None)
                made.pop("patternProperties", None)


@cache
def _is_usable(pattern: str) -> bool:
    """Whether Python reads the pattern, and so does the validator, for which many repetitions are too large."""
    import jsonschema_rs

    try:
        re.compile(pattern)
        jsonschema_rs.Draft202012Validator({"pattern": pattern})
    except (re.error, ValueError):
        return False
    return True


def _spelled(schema: Any) -> Schema:
    """A boolean schema as an object."""
    return schema if isinstance(schema, dict) else {"not": {}} if schema is False else {}


def _names(schema: Json) -> frozenset[str]:
    names = schema.get("properties")
    return frozenset(names) if isinstance(names, dict) else frozenset()


def _without(schema: Json, key: str) -> Json:
    return {name: one for name, one in schema.items() if name != key}


def _modern(made: Json, given: Json) -> Json:
    """Convert OpenAPI 3.0 keywords (`nullable`, boolean `exclusiveMinimum`) to JSON Schema 2020-12."""
    for key, limit in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(made.get(key), bool) and made.pop(key) and limit in made:
            made[key] = made.pop(limit)
    if given.get("nullable") is not True:
        return made
    if isinstance(made.get("type"), str):
        made["type"] = [made["type"], "null"]
    if isinstance(made.get("enum"), list) and None not in made["enum"]:
        made["enum"] = [*made["enum"], None]
    choices = {key: made.pop(key) for key in ("$ref", "allOf", "anyOf", "oneOf") if key in made}
    if not choices:
        return made
    return {**made, "anyOf": [choices, {"type": "null"}]}
