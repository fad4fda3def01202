"""Writes request bodies: JSON, URL-encoded forms, multipart forms, text and bytes."""

from __future__ import annotations

import mimetypes
import uuid
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any

from .description import Content, Parameter, is_json
from .styles import in_query, text_of
from .wire import json_text

Written = tuple[str, bytes]
"""Content type and bytes."""
STYLED = frozenset({"style", "explode", "allowReserved"})
"""Keywords of an `encoding` by which a form property is written like a query parameter (OpenAPI 3.1)."""


class File:
    """Bytes given as a form value: content, file name, media type."""

    def __init__(self, content: bytes, name: str = "file") -> None:
        self.content: bytes = content
        self.name: str = name


def as_file(value: object) -> File | None:
    """The file a caller means by bytes or by a `(name, bytes)` pair; None for any other value."""
    match value:
        case bytes() | bytearray():
            return File(bytes(value))
        case (str() as name, bytes() | bytearray() as content):
            return File(bytes(content), name)
    return None


def write_body(content: Content, value: Any, files: Mapping[str, list[File]]) -> Written:
    """Serialise a body; returns content type and bytes. `files` holds the file parts by property name."""
    if content.form in ("form", "multipart") and not isinstance(value, dict):
        raise ValueError(f"a body of {content.media} must be an object")
    match content.form:
        case "form":
            return content.media, "&".join(_pairs(content, value)).encode()
        case "multipart":
            return _multipart(content, value, files)
        case "text":
            return content.media, text_of(value).encode()
        case "bytes":
            return content.media, value if isinstance(value, bytes) else text_of(value).encode()
    return content.media, json_text(value).encode()


def _pairs(content: Content, value: Mapping[str, Any]) -> Iterator[str]:
    """The `key=value` pairs of a URL-encoded form.

    A stated style decides; otherwise lists repeat the key and objects are JSON.
    """
    for name, one in value.items():
        encoding = content.encoding.get(name, {})
        is_styled = not STYLED.isdisjoint(encoding)
        in_json = not is_styled and (is_json(encoding.get("contentType", "")) or isinstance(one, dict))
        style = encoding.get("style", "form")
        field = Parameter(
            name,
            "query",
            {},
            required=False,
            exploded=encoding.get("explode", style == "form"),
            style=style,
            in_json=in_json,
            is_open=encoding.get("allowReserved") is True,
        )
        yield from in_query(field, one)


def _multipart(content: Content, value: Mapping[str, Any], files: Mapping[str, list[File]]) -> Written:
    """The parts of a multipart form, with a boundary that occurs in none of them."""
    boundary = uuid.uuid4().hex
    made = b""
    for name, one in value.items():
        stated = [each.strip() for each in content.encoding.get(name, {}).get("contentType", "").split(",")]
        if name in files:
            parts = [(each.content, each.name, _kind(stated, each.name)) for each in files[name]]
        elif any(map(is_json, stated)):
            parts = [(json_text(one).encode(), "", next(filter(is_json, stated)))]
        else:
            parts = [_value(each, _kind(stated, "")) for each in (one if isinstance(one, list) else [one])]
        for body, filename, kind in parts:
            made += _part(boundary, name, body, filename, kind)
    media = content.media.partition(";")[0].strip()
    return f"{media}; boundary={boundary}", made + f"--{boundary}--\r\n".encode()


def _value(value: Any, kind: str) -> tuple[bytes, str, str]:
    """A non-file value as a part: content, media type, file name. Objects and nested lists are JSON."""
    if isinstance(value, dict | list):
        return json_text(value).encode(), "", kind or "application/json"
    return text_of(value).encode(), "", kind


def _kind(stated: list[str], filename: str) -> str:
    """Media type of a file part: the stated one that fits the file's name, else the first stated."""
    guessed = (mimetypes.guess_type(filename)[0] or "") if filename else ""
    if any(guessed and fnmatchcase(guessed, one) for one in stated):
        return guessed
    return next((one for one in stated if one and "*" not in one), "application/octet-stream" if filename else "")


def _part(boundary: str, name: str, body: bytes, filename: str, kind: str) -> bytes:
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(name)}"'
    if filename:
        head += f'; filename="{_quoted(filename)}"'
    if kind:
        head += f"\r\nContent-Type: {kind}"
    return f"{head}\r\n\r\n".encode() + body + b"\r\n"


def _quoted(text: str) -> str:
    """The name of a part, escaped the way browsers do it."""
    return text.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
