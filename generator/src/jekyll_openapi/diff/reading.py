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
    wanted: list[tuple[str, _Place]] = []
    for part, place in _mappings(content):
        if isinstance(patterns := part.get(_PATTERNS), dict) and len(patterns) > _MOST_PATTERNS:
            raise SpecError(f"one schema has {len(patterns)} `{_PATTERNS}`, more than {_MOST_PATTERNS}", place)
        anchors |= {str(part[key]) for key in ANCHORS if key in part}
        if (target := referred(part)) is not None:
            wanted.append((target, place))
    found: set[str] = set()
    for target, place in wanted:
        if not target.startswith("#"):
            raise SpecError(f"it refers to `{target}`, outside of this document: bundle both into one", place)
        if target in found:
            continue
        found.add(target)
        if target[1:] not in anchors and not _is_there(content, target):
            raise SpecError(f"it refers to `{target}`, which it does not have", place)


def _is_there(content: Json, target: str) -> bool:
    try:
        return isinstance(at(content, target), dict | bool)
    except (KeyError, ValueError):
        return False


def _mappings(content: Json) -> Iterator[tuple[Json, _Place]]:
    """Every mapping in the description that is not data, with its place."""
    waiting: list[tuple[Any, _Place]] = [(content, ())]
    while waiting:
        part, place = waiting.pop()
        if isinstance(part, dict):
            yield part, place
            is_naming = bool(place) and place[-1] in _NAMING
            waiting += [
                (one, (*place, key))
                for key, one in part.items()
                if isinstance(one, HOLDERS) and (is_naming or key not in _DATA)
            ]
        elif isinstance(part, list):
            waiting += [(one, (*place, index)) for index, one in enumerate(part) if isinstance(one, HOLDERS)]


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


_EXTENSIBLE = ("paths", "responses")
"""Mappings by name in which extensions stand, too."""


def _expressions(callback: Json) -> list[str]:
    """The keys of a callback that hold a path item."""
    return [key for key in callback if key != REF and not str(key).startswith("x-")]


def _check_part(wanted: str, content: Any, place: _Place, shapes: _Shapes) -> None:
    """Raises SpecError unless the content has the form that the notation of `SHAPES` demands."""
    if wanted[0] == "[":
        if not isinstance(content, list):
            raise _wrong(place, "not a list")
        for index, one in enumerate(content):
            _check_part(wanted[1:-1], one, (*place, index), shapes)
    elif wanted[0] == "{":
        if not isinstance(content, dict):
            raise _wrong(place, "not a mapping")
        is_extensible = place[-1] in _EXTENSIBLE and place[0] != "components"
        for name, one in content.items():
            if not (is_extensible and str(name).startswith("x-")) and (one is not None or shapes is not OUTLINE):
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
