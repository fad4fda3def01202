"""How the body of a request is written: JSON, a form, several parts, text or bytes."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from .description import Content
from .styles import escaped, text_of
from .wire import json_text

Written = tuple[str, bytes]
"""The content type and the bytes."""


class File:
    """Bytes among the values of a form."""

    def __init__(self, content: bytes, name: str = "file") -> None:
        self.content: bytes = content
        self.name: str = name


def as_file(value: object) -> File | None:
    """The file that a caller means with bytes, or with a pair of name and bytes; None for everything else."""
    match value:
        case bytes() | bytearray():
            return File(bytes(value))
        case (str() as name, bytes() | bytearray() as content):
            return File(bytes(content), name)
    return None


def write_body(content: Content, value: Any, files: Mapping[str, list[File]]) -> Written:
    """The body as it goes out; `files` are the bytes that stand in it by the name of their part."""
    if content.form in ("form", "multipart") and not isinstance(value, dict):
        raise ValueError(f"{content.media} is made of an object's properties")
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
    """The pairs of a form; a list repeats its name, an object is JSON, unless the description says otherwise."""
    for name, one in value.items():
        encoding = content.encoding.get(name, {})
        key = escaped(name)
        match one:
            case list() if encoding.get("explode", True):
                yield from (f"{key}={escaped(each if not isinstance(each, dict) else json_text(each))}" for each in one)
            case list():
                yield f"{key}={','.join(map(escaped, one))}"
            case dict() if encoding.get("style") == "deepObject":
                yield from (f"{key}[{escaped(inner)}]={escaped(each)}" for inner, each in one.items())
            case dict():
                yield f"{key}={escaped(json_text(one))}"
            case _:
                yield f"{key}={escaped(one)}"


def _multipart(content: Content, value: Mapping[str, Any], files: Mapping[str, list[File]]) -> Written:
    """The parts, between boundaries that stand in none of them."""
    boundary = uuid.uuid4().hex
    made = b""
    for name, one in value.items():
        stated = content.encoding.get(name, {}).get("contentType", "").partition(",")[0]
        if name in files:
            parts = [(each.content, each.name, stated or "application/octet-stream") for each in files[name]]
        elif isinstance(one, list) and not any(isinstance(each, dict | list) for each in one):
            parts = [(text_of(each).encode(), "", stated) for each in one]
        elif isinstance(one, dict | list):
            parts = [(json_text(one).encode(), "", stated or "application/json")]
        else:
            parts = [(text_of(one).encode(), "", stated)]
        for body, filename, kind in parts:
            made += _part(boundary, name, body, filename, kind)
    media = content.media.partition(";")[0].strip()
    return f"{media}; boundary={boundary}", made + f"--{boundary}--\r\n".encode()


def _part(boundary: str, name: str, body: bytes, filename: str, kind: str) -> bytes:
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(name)}"'
    if filename:
        head += f'; filename="{_quoted(filename)}"'
    if kind:
        head += f"\r\nContent-Type: {kind}"
    return f"{head}\r\n\r\n".encode() + body + b"\r\n"


def _quoted(text: str) -> str:
    """The name of a part, as browsers write it."""
    return text.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
