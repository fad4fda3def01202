"""Serialises parameters by OpenAPI's styles: `form`, `simple`, `deepObject` and the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from .description import Parameter
from .wire import json_text

SEPARATORS = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}
RESERVED = "!$'()*,/:;?@"
"""Characters left unescaped in a query with `allowReserved`; `&`, `+`, `=` and `#` would change its meaning."""


def text_of(value: object) -> str:
    """A scalar as text outside JSON: `true`, `1.50`, a date-time."""
    return value if isinstance(value, str) else "" if value is None else json_text(value)


def escaped(value: object) -> str:
    """A scalar, percent-encoded."""
    return quote(text_of(value), safe="")


def in_path(one: Parameter, value: Any) -> str:
    """Text that replaces the variable in the path."""
    if one.in_json:
        return escaped(json_text(value))
    name = quote(one.name, safe="")
    match one.style:
        case "matrix" if value == "":
            return f";{name}"
        case "label":
            parts = _parts(value, one.exploded, escaped)
            return "." + (".".join(parts) if one.exploded else ",".join(parts))
        case "matrix" if isinstance(value, dict) and one.exploded:
            return "".join(f";{part}" for part in _parts(value, True, escaped))
        case "matrix" if isinstance(value, list) and one.exploded:
            return "".join(f";{name}={escaped(each)}" for each in value)
        case "matrix":
            return f";{name}={','.join(_parts(value, False, escaped))}"
    return ",".join(_parts(value, one.exploded, escaped))


def _opened(value: object) -> str:
    """A scalar, percent-encoded except for reserved characters."""
    return quote(text_of(value), safe=RESERVED)


def in_query(one: Parameter, value: Any) -> list[str]:
    """The `key=value` pairs; none for an empty list or object."""
    name, text = quote(one.name, safe=""), _opened if one.is_open else escaped
    if one.in_json:
        return [f"{name}={text(json_text(value))}"]
    if value in ([], {}):
        return []
    if isinstance(value, dict):
        if one.style == "deepObject":
            return [pair for key, each in value.items() for pair in _deep(f"{name}[{quote(key, safe='')}]", each, text)]
        if one.exploded:
            return _parts(value, True, text)
    elif isinstance(value, list) and one.exploded:
        return [f"{name}={text(each)}" for each in value]
    separator = SEPARATORS.get(one.style, ",")
    return [f"{name}={separator.join(_parts(value, False, text))}"]


def in_header(one: Parameter, value: Any) -> str | None:
    """Value of a header or cookie; None for an empty list or object.

    Raises ValueError for characters that a header cannot carry.
    """
    if value in ([], {}) and not one.in_json:
        return None
    text = json_text(value) if one.in_json else ",".join(_parts(value, one.exploded, text_of))
    if one.place == "cookie":
        text = escaped(json_text(value)) if one.in_json else ",".join(_parts(value, False, escaped))
    if not (text.isascii() and text.isprintable()) or text != text.strip():
        raise ValueError("must be printable ASCII, since it is sent in a header")
    return text


def _parts(value: Any, exploded: bool, text: Callable[[object], str]) -> list[str]:
    """Items of a list, names and values of an object, or the value itself, as text."""
    match value:
        case list():
            return [text(one) for one in value]
        case dict() if exploded:
            return [f"{text(key)}={text(one)}" for key, one in value.items()]
        case dict():
            return [text(part) for pair in value.items() for part in pair]
    return [text(value)]


def _deep(name: str, value: Any, text: Callable[[object], str]) -> list[str]:
    """The `key=value` pairs of a `deepObject`."""
    match value:
        case dict():
            return [pair for key, one in value.items() for pair in _deep(f"{name}[{quote(key, safe='')}]", one, text)]
        case list():
            return [f"{name}={text(one)}" for one in value]
    return [f"{name}={text(value)}"]
