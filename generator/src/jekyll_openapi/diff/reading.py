"""Reads a description from a file, and checks its form as far as the comparison relies on it.

`SHAPES` says what each kind of object contains under the keys in use: `schema` an object of that kind, `[schema]`
a list and `{schema}` a mapping of such objects, `text` a string, `texts` a string or a list of strings. Other keys may
contain anything.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jekyll_openapi.openapi.json import HOLDERS, Json
from jekyll_openapi.openapi.operations import METHODS
from jekyll_openapi.openapi.pointers import at, pointer
from jekyll_openapi.openapi.reading import Source, read
from jekyll_openapi.openapi.references import ANCHORS, REF, referred

_Place = tuple[str | int, ...]
_Way = tuple[Any, ...]
"""A place as the way to what holds it and a key, empty for the whole: one is made for each part and few are told."""
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


_LOWERED = ("security", "securitySchemes", "servers")
OUTLINE = {
    kind: {key: wanted for key, wanted in keys.items() if key not in _LOWERED}
    for kind, keys in SHAPES.items()
    if kind != "schema"
}
"""The same for documents where keys may be left empty, without what the lowering looks at piece by piece."""


class SpecError(Exception):
    """The content is not an OpenAPI description; says what is wrong, and the keys that lead there."""

    def __init__(self, message: str, place: tuple[str | int, ...] = ()) -> None:
        super().__init__(message)
        self.place = place


def read_spec(path: Path, shown: str = "") -> Json:
    """The description in a YAML or JSON file, called `shown` in messages; raises ReadError and OSError."""
    return described(read(path, shown))


def described(source: Source) -> Json:
    """The document's content, checked to be a description; raises ReadError."""
    try:
        return checked(source.content)
    except SpecError as problem:
        raise source.refusal(problem.place, f"not an OpenAPI description: {problem}") from problem


def outlined(source: Source) -> Json:
    """The document's content, with only its outline checked: keys may be empty, and schemas are not looked at.

    Raises ReadError.
    """
    try:
        _check("description", source.content, (), OUTLINE)
    except SpecError as problem:
        raise source.refusal(problem.place, f"not an OpenAPI description: {problem}") from problem
    content: Json = source.content
    return content


def as_read(spec: Json) -> Json:
    """The description as it would be read back from its file, where decimals become floats."""
    # By way of text: in Python's own steps it takes five times as long.
    read: Json = json.loads(json.dumps(spec, default=_number))
    return read


def _number(value: object) -> object:
    """A decimal of a page as a number of JSON."""
    from decimal import Decimal  # pages give them, descriptions do not

    if isinstance(value, Decimal):
        return json.loads(f"{value:f}")
    raise TypeError(f"{value!r} is not a value of a description")


def checked(content: Any) -> Json:
    """The content, checked to be a description; raises SpecError."""
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
"""Keys whose values are data, which contain no references."""
_NAMING = {"properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "components", "variables"}
"""Keys whose values map names chosen by the author."""


_PATTERNS = "patternProperties"
_MOST_PATTERNS = 100
"""Most patterns of one schema: each is tried on each of its properties."""


def _require_references(content: Json) -> None:
    """Raises SpecError if a reference has no target in the document, or a schema more patterns than can be tried."""
    anchors: set[str] = set()
    wanted: list[tuple[str, _Way]] = []
    for part, way in _mappings(content):
        if isinstance(patterns := part.get(_PATTERNS), dict) and len(patterns) > _MOST_PATTERNS:
            raise SpecError(f"one schema has {len(patterns)} `{_PATTERNS}`, more than {_MOST_PATTERNS}", _place(way))
        for key in ANCHORS:
            if key in part:
                anchors.add(str(part[key]))
        if REF in part and (target := referred(part)) is not None:
            wanted.append((target, way))
    found: set[str] = set()
    for target, way in wanted:
        if not target.startswith("#"):
            raise SpecError(f"it refers to `{target}`, outside of this document: bundle both into one", _place(way))
        if target in found:
            continue
        found.add(target)
        if target[1:] not in anchors and not _is_there(content, target):
            raise SpecError(f"it refers to `{target}`, which it does not have", _place(way))


def _is_there(content: Json, target: str) -> bool:
    try:
        return isinstance(at(content, target), dict | bool)
    except (KeyError, ValueError):
        return False


def _mappings(content: Json) -> Iterator[tuple[Json, _Way]]:
    """Every mapping in the description that is not data, with its place."""
    waiting: list[tuple[Any, _Way]] = [(content, ())]
    while waiting:
        part, way = waiting.pop()
        if isinstance(part, dict):
            yield part, way
            is_naming = bool(way) and way[1] in _NAMING
            waiting += [
                (one, (way, key))
                for key, one in part.items()
                if isinstance(one, HOLDERS) and (is_naming or key not in _DATA)
            ]
        elif isinstance(part, list):
            waiting += [(one, (way, index)) for index, one in enumerate(part) if isinstance(one, HOLDERS)]


def _place(way: _Way) -> _Place:
    """The keys that lead there."""
    keys: list[str | int] = []
    while way:
        way, key = way
        keys.append(key)
    return tuple(reversed(keys))


_ORDER = {kind: {key: number for number, key in enumerate(keys)} for kind, keys in SHAPES.items()}


def _check(kind: str, content: Any, way: _Way, shapes: _Shapes = SHAPES) -> None:
    if kind not in shapes or (kind == "schema" and isinstance(content, bool)):
        return
    if not isinstance(content, dict):
        wanted_here = "mapping" if kind == "anything named" else kind
        raise _wrong(way, f"not {'an' if wanted_here[0] in 'aeio' else 'a'} {wanted_here}")
    wanted_there = dict.fromkeys(_expressions(content), "path item") if kind == "callback" else shapes[kind]
    keys = [key for key in content if key in wanted_there]
    if len(keys) > 1 and kind != "callback":
        keys.sort(key=_ORDER[kind].__getitem__)  # of several slips the same one is told, wherever it stands
    for key in keys:
        one, wanted = content[key], wanted_there[key]
        if isinstance(one, str) and wanted in _TEXTS:  # most are; a step less for each is a fifth of the check
            continue
        if one is not None or shapes is not OUTLINE:
            _check_part(wanted, one, (way, key), shapes)


_TEXTS = ("text", "texts")


_EXTENSIBLE = ("paths", "responses")
"""Mappings by name in which extensions stand, too."""


def _expressions(callback: Json) -> list[str]:
    """The keys of a callback that hold a path item."""
    return [key for key in callback if key != REF and not str(key).startswith("x-")]


def _check_part(wanted: str, content: Any, way: _Way, shapes: _Shapes) -> None:
    """Raises SpecError unless the content has the form that the notation of `SHAPES` demands."""
    if wanted[0] == "[":
        if not isinstance(content, list):
            raise _wrong(way, "not a list")
        for index, one in enumerate(content):
            _check_part(wanted[1:-1], one, (way, index), shapes)
    elif wanted[0] == "{":
        if not isinstance(content, dict):
            raise _wrong(way, "not a mapping")
        is_extensible = way[1] in _EXTENSIBLE and _place(way)[0] != "components"
        for name, one in content.items():
            if not (is_extensible and str(name).startswith("x-")) and (one is not None or shapes is not OUTLINE):
                _check_part(wanted[1:-1], one, (way, name), shapes)
    elif wanted == "texts" and isinstance(content, list):
        _check_part("[text]", content, way, shapes)
    elif wanted in _TEXTS:
        if not isinstance(content, str):
            raise _wrong(way, "not a text")
    elif wanted != "anything":
        _check(wanted, content, way, shapes)


def _wrong(way: _Way, what: str) -> SpecError:
    place = _place(way)
    return SpecError(f"{pointer(*map(str, place))} is {what}", place)
