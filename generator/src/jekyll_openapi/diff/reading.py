"""A description from a file, checked as far as the comparison relies on its form.

`SHAPES` says what an object of each kind holds under the keys that are looked at: `schema` one of that kind, `[schema]`
a list and `{schema}` a mapping of them, `text` a string, `texts` one or a list of them. Anything may stand under the
other keys.
"""

import gc
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jekyll_openapi.diff.names import METHODS
from jekyll_openapi.diff.spot import component_of, escaped
from jekyll_openapi.openapi.json import Json, dump_json
from jekyll_openapi.openapi.yaml import YamlError, load

LARGEST = 32 * 1024 * 1024
"""Bytes of a description."""
MOST_PARTS = 3_000_000
"""Parts of a description; aliases make many of few."""

SHAPES: Mapping[str, Mapping[str, str]] = {
    "description": {
        "openapi": "text",
        "info": "anything named",
        "paths": "{path item}",
        "components": "components",
        "servers": "[server]",
        "tags": "[tag]",
        "security": "[{[anything]}]",
        "x-client": "anything named",
    },
    "server": {"url": "text"},
    "tag": {"name": "text"},
    "components": {
        "schemas": "{schema}",
        "responses": "{holder}",
        "requestBodies": "{holder}",
        "parameters": "{parameter}",
        "securitySchemes": "{anything named}",
    },
    "path item": {"parameters": "[parameter]", **dict.fromkeys(METHODS, "operation")},
    "operation": {
        "tags": "[text]",
        "security": "[{[anything]}]",
        "parameters": "[parameter]",
        "requestBody": "holder",
        "responses": "{holder}",
    },
    "parameter": {"name": "text", "in": "text", "schema": "schema"},
    "holder": {"content": "{media}"},
    "media": {"schema": "schema"},
    "schema": {
        "properties": "{schema}",
        **dict.fromkeys(("items", "if", "then"), "schema"),
        "required": "[text]",
        "enum": "[anything]",
        **dict.fromkeys(("allOf", "anyOf", "x-conditions"), "[schema]"),
        "type": "texts",
        **dict.fromkeys(("$ref", "format"), "text"),
    },
    "anything named": {},
}


class SpecError(Exception):
    """The text is no OpenAPI description; says what is wrong and where."""


def read_spec(path: Path) -> Json:
    """The description in a YAML or JSON file; raises SpecError, OSError."""
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise SpecError(f"it has more than {LARGEST} bytes")
    with _no_collection():
        return checked(_load(data))


def parse_spec(text: str) -> Json:
    """The description that a text holds as YAML; raises SpecError."""
    try:
        return checked(load(text))
    except YamlError as problem:
        raise SpecError(f"it is no YAML: {problem}") from problem


def as_read(spec: Json) -> Json:
    """A description that was made, as it is when it is read from its file, where numbers keep no digits."""
    read: Json = json.loads(dump_json(spec))
    return read


def checked(content: Any) -> Json:
    """The content, if it is a description; raises SpecError."""
    if not isinstance(content, dict) or not str(content.get("openapi", "")).startswith("3."):
        raise SpecError("it does not begin with `openapi: 3`")
    if not isinstance(content.get("paths"), dict):
        raise SpecError("it has no `paths`")
    _name_by_text(content)
    _check("description", content, "#")
    _require_references(content)
    return content


@contextmanager
def _no_collection() -> Iterator[None]:
    """Holds off the search for cycles: what is loaded has none, and looking again and again takes a quarter more."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _load(data: bytes) -> Any:
    try:
        text = data.decode("utf-8-sig")
        return json.loads(text) if text.lstrip().startswith("{") else load(text)
    except UnicodeDecodeError as problem:
        raise SpecError(f"it is no UTF-8 text: {problem.reason} at byte {problem.start}") from problem
    except (YamlError, json.JSONDecodeError) as problem:
        raise SpecError(f"it is no YAML or JSON: {problem}") from problem


def _name_by_text(content: Json) -> None:
    """Makes the keys texts that YAML takes for something else, as the 200 of a response; raises SpecError."""
    for part in _mappings(content):
        for key in [key for key in part if not isinstance(key, str)]:
            part[str(key)] = part.pop(key)


def _require_references(content: Json) -> None:
    """Raises SpecError where something is referred to that is not there."""
    components = content.get("components", {})
    for part in _mappings(content):
        target = part.get("$ref")
        kind, name = component_of(part) or ("", "")
        if isinstance(target, str) and name not in components.get(kind, {}):
            raise SpecError(f"it refers to `{target}`, which it does not have")


def _mappings(content: Json) -> Iterator[Json]:
    """Every mapping in the description; raises SpecError where there are too many parts."""
    waiting: list[Any] = [content]
    seen = 0
    while waiting:
        part = waiting.pop()
        seen += 1
        if seen > MOST_PARTS:
            raise SpecError(f"it has more than {MOST_PARTS} parts")
        if isinstance(part, dict):
            yield part
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part


def _check(kind: str, content: Any, pointer: str) -> None:
    if kind == "schema" and isinstance(content, bool):
        return
    if not isinstance(content, dict):
        raise SpecError(f"{pointer} is no {kind}")
    for key, wanted in SHAPES[kind].items():
        if key in content:
            _check_part(wanted, content[key], f"{pointer}/{escaped(key)}")


def _check_part(wanted: str, content: Any, pointer: str) -> None:
    """Whether the part is what the notation of `SHAPES` wants."""
    if wanted[0] == "[":
        if not isinstance(content, list):
            raise SpecError(f"{pointer} is no list")
        for index, one in enumerate(content):
            _check_part(wanted[1:-1], one, f"{pointer}/{index}")
    elif wanted[0] == "{":
        if not isinstance(content, dict):
            raise SpecError(f"{pointer} is no mapping")
        for name, one in content.items():
            _check_part(wanted[1:-1], one, f"{pointer}/{escaped(name)}")
    elif wanted == "texts" and isinstance(content, list):
        _check_part("[text]", content, pointer)
    elif wanted in ("text", "texts"):
        if not isinstance(content, str):
            raise SpecError(f"{pointer} is no text")
    elif wanted != "anything":
        _check(wanted, content, pointer)
