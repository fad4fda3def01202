"""A description from a file, checked as far as the comparison relies on its form.

`SHAPES` says what an object of each kind holds under the keys that are looked at: `schema` one of that kind, `[schema]`
a list and `{schema}` a mapping of them, `text` a string, `texts` one or a list of them. Anything may stand under the
other keys.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jekyll_openapi.diff.spot import ANCHORS
from jekyll_openapi.openapi.json import Json, dump_json
from jekyll_openapi.openapi.operations import METHODS
from jekyll_openapi.openapi.pointers import at, pointer
from jekyll_openapi.openapi.reading import Source, read
from jekyll_openapi.openapi.references import REF, referred

_Place = tuple[str | int, ...]
_Shapes = Mapping[str, Mapping[str, str]]

SHAPES: Mapping[str, Mapping[str, str]] = {
    "description": {
        "openapi": "text",
        "info": "anything named",
        "paths": "{path item}",
        "webhooks": "{path item}",
        "components": "components",
        "servers": "[server]",
        "tags": "[tag]",
        "security": "[{[anything]}]",
        "x-client": "anything named",
    },
    "server": {"url": "text", "variables": "{variable}"},
    "variable": {"enum": "[anything]"},
    "tag": {"name": "text"},
    "components": {
        "schemas": "{schema}",
        "responses": "{holder}",
        "requestBodies": "{holder}",
        "parameters": "{parameter}",
        "headers": "{parameter}",
        "callbacks": "{callback}",
        "pathItems": "{path item}",
        "securitySchemes": "{scheme}",
    },
    "scheme": {"flows": "{anything named}"},
    "path item": {"parameters": "[parameter]", "servers": "[server]", **dict.fromkeys(METHODS, "operation")},
    "operation": {
        "tags": "[text]",
        "security": "[{[anything]}]",
        "parameters": "[parameter]",
        "requestBody": "holder",
        "responses": "{holder}",
        "servers": "[server]",
        "callbacks": "{callback}",
    },
    "parameter": {"name": "text", "in": "text", "schema": "schema", "content": "{media}"},
    "callback": {},
    "holder": {"content": "{media}", "headers": "{parameter}", "links": "{anything named}"},
    "media": {"schema": "schema", "encoding": "{encoding}"},
    "encoding": {"contentType": "text", "headers": "{parameter}"},
    "discriminator": {"propertyName": "text", "mapping": "{text}"},
    "schema": {
        **dict.fromkeys(("properties", "patternProperties", "dependentSchemas", "$defs"), "{schema}"),
        **dict.fromkeys(("items", "additionalProperties", "unevaluatedItems", "unevaluatedProperties"), "schema"),
        **dict.fromkeys(("if", "then", "else", "not", "contains", "propertyNames"), "schema"),
        **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems", "x-conditions"), "[schema]"),
        "required": "[text]",
        "discriminator": "discriminator",
        "dependentRequired": "{[text]}",
        "enum": "[anything]",
        "type": "texts",
        **dict.fromkeys((REF, "format", "pattern"), "text"),
    },
    "anything named": {},
}


OUTLINE = {kind: keys for kind, keys in SHAPES.items() if kind != "schema"}
"""What is looked at where a key may be left empty."""


class SpecError(Exception):
    """The content is not an OpenAPI description; says what is wrong, and where by the keys that lead there."""

    def __init__(self, message: str, place: tuple[str | int, ...] = ()) -> None:
        super().__init__(message)
        self.place = place


def read_spec(path: Path, shown: str = "") -> Json:
    """The description in a YAML or JSON file, which messages call `shown`; raises ReadError, OSError."""
    return described(read(path, shown))


def described(source: Source) -> Json:
    """The description that a document is; raises ReadError."""
    try:
        return checked(source.content)
    except SpecError as problem:
        raise source.refusal(problem.place, f"not an OpenAPI description: {problem}") from problem


def outlined(source: Source) -> Json:
    """What a document is that has the outline of a description, with keys that say nothing, whatever its schemas are.

    Raises ReadError.
    """
    try:
        _check("description", source.content, (), OUTLINE)
    except SpecError as problem:
        raise source.refusal(problem.place, f"not an OpenAPI description: {problem}") from problem
    content: Json = source.content
    return content


def as_read(spec: Json) -> Json:
    """A description that was made, as it is when it is read from its file, where numbers keep no digits."""
    read: Json = json.loads(dump_json(spec))
    return read


def checked(content: Any) -> Json:
    """The content, if it is a description; raises SpecError."""
    if not isinstance(content, dict) or not str(content.get("openapi", "")).startswith("3."):
        raise SpecError("it does not begin with `openapi: 3`")
    if not str(content["openapi"]).startswith(("3.0", "3.1")):
        raise SpecError(f"OpenAPI 3.0 and 3.1 are read, not {content['openapi']}", ("openapi",))
    if not isinstance(content.get("paths"), dict) and ("paths" in content or not content.keys() & _INSTEAD):
        raise SpecError("it has no `paths`", ("paths",))
    _check("description", content, ())
    _require_references(content)
    return content


_INSTEAD = {"webhooks", "components"}
_DATA = {"example", "examples", "default", "const", "enum", "value"}
"""Keys below which stands data, in which nothing refers to anything."""
_NAMING = {"properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "components", "variables"}
"""Keys below which stand names that somebody gave."""


def _require_references(content: Json) -> None:
    """Raises SpecError where something is referred to that is not there."""
    anchors: set[str] = set()
    wanted: list[tuple[str, _Place]] = []
    for part, place in _mappings(content):
        anchors |= {str(part[key]) for key in ANCHORS if key in part}
        if (target := referred(part)) is not None:
            wanted.append((target, place))
    for target, place in wanted:
        if not target.startswith("#"):
            raise SpecError(f"it refers to `{target}`, outside of this document: bundle both into one", place)
        if target[1:] not in anchors and not _is_there(content, target):
            raise SpecError(f"it refers to `{target}`, which it does not have", place)


def _is_there(content: Json, target: str) -> bool:
    try:
        return isinstance(at(content, target), dict | bool)
    except (KeyError, ValueError):
        return False


def _mappings(content: Json) -> Iterator[tuple[Json, _Place]]:
    """Every mapping in the description that is not data, and where it stands."""
    waiting: list[tuple[Any, _Place]] = [(content, ())]
    while waiting:
        part, place = waiting.pop()
        if isinstance(part, dict):
            yield part, place
            is_naming = bool(place) and place[-1] in _NAMING
            waiting += [(one, (*place, key)) for key, one in part.items() if is_naming or key not in _DATA]
        elif isinstance(part, list):
            waiting += [(one, (*place, index)) for index, one in enumerate(part)]


def _check(kind: str, content: Any, place: _Place, shapes: _Shapes = SHAPES) -> None:
    if kind not in shapes or (kind == "schema" and isinstance(content, bool)):
        return
    if not isinstance(content, dict):
        wanted_here = "mapping" if kind == "anything named" else kind
        raise _wrong(place, f"not {'an' if wanted_here[0] in 'aeio' else 'a'} {wanted_here}")
    wanted_there = dict.fromkeys(_expressions(content), "path item") if kind == "callback" else shapes[kind]
    for key, wanted in wanted_there.items():
        if key in content and (content[key] is not None or shapes is not OUTLINE):
            _check_part(wanted, content[key], (*place, key), shapes)


def _expressions(callback: Json) -> list[str]:
    """The keys of a callback under which a path item stands."""
    return [key for key in callback if key != REF and not str(key).startswith("x-")]


def _check_part(wanted: str, content: Any, place: _Place, shapes: _Shapes) -> None:
    """Whether the part is what the notation of `SHAPES` wants."""
    if wanted[0] == "[":
        if not isinstance(content, list):
            raise _wrong(place, "not a list")
        for index, one in enumerate(content):
            _check_part(wanted[1:-1], one, (*place, index), shapes)
    elif wanted[0] == "{":
        if not isinstance(content, dict):
            raise _wrong(place, "not a mapping")
        for name, one in content.items():
            if one is not None or shapes is not OUTLINE:
                _check_part(wanted[1:-1], one, (*place, name), shapes)
    elif wanted == "texts" and isinstance(content, list):
        _check_part("[text]", content, place, shapes)
    elif wanted in ("text", "texts"):
        if not isinstance(content, str):
            raise _wrong(place, "not a text")
    elif wanted != "anything":
        _check(wanted, content, place, shapes)


def _wrong(place: _Place, what: str) -> SpecError:
    return SpecError(f"{pointer(*map(str, place))} is {what}", place)
