"""The frames of a socket: text in, messages out.

The server sends `o` (open), `h` (heartbeat), `a[...]` (a JSON array of messages) and `c[code,"reason"]` (closed). A
client sends `[]` (heartbeat) or four fields, each on a line of its own: endpoint, number, query, JSON body.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..json_parser import read_json
from ..wire import json_text

HEARTBEAT = "[]"
DECODER = json.JSONDecoder()
SPACE = re.compile(r"\s*")
MOST_RECORDS = 500_000
"""Objects and lists that a frame may hold; the first answer of a sync holds everything a user has."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The server accepted the connection."""


@dataclass(frozen=True, slots=True)
class Beat:
    """A heartbeat of the server."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Messages, in order."""

    messages: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Ended:
    """The server closes the connection."""

    code: int
    reason: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Not a valid frame; `why` does not quote it."""

    why: str
    is_batch: bool = False
    """Whether it starts like a batch of messages, so that messages were lost."""


Frame = Opened | Beat | Batch | Ended | Unreadable


def read_frames(text: str | bytes) -> tuple[Frame, ...]:
    """Parse a socket message, in which several frames can follow one another."""
    data = (text.encode() if isinstance(text, str) else text).strip()
    whole = read_frame(data)
    pieces = _apart(data) if isinstance(whole, Unreadable) else ()
    if len(pieces) < 2:
        return (whole,)
    made = map(read_frame, pieces)
    return tuple(Unreadable(one.why, is_batch=True) if isinstance(one, Unreadable) else one for one in made)


def _apart(data: bytes) -> tuple[bytes, ...]:
    """The frames in a message; what begins as none of them is the last one."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return ()
    pieces, start = [], 0
    while start < len(text):
        end = _end(text, start)
        pieces.append(text[start:end].strip().encode())
        start = end
    return tuple(filter(None, pieces))


def _end(text: str, start: int) -> int:
    """Where the frame ends that begins here; at the end of the text if that cannot be told."""
    if text[start] in "oh" or text[start].isspace():
        return start + 1
    content = SPACE.match(text, start + 1)
    if text[start] not in "ac" or content is None:
        return len(text)
    try:
        return DECODER.raw_decode(text, content.end())[1]
    except (ValueError, RecursionError):
        return len(text)


def read_frame(data: bytes) -> Frame:
    """Parse one frame."""
    kind, rest = data[:1], data[1:].strip()
    if kind == b"o" and not rest:
        return Opened()
    if kind == b"h" and not rest:
        return Beat()
    if kind not in (b"a", b"c"):
        return Unreadable("a frame of an unknown kind")
    try:
        content = read_json(rest, MOST_RECORDS)
    except ValueError as error:
        return Unreadable(str(error), kind == b"a")
    if not isinstance(content, list):
        return Unreadable("a frame without a list", kind == b"a")
    if kind == b"c":
        code, reason = (*content, None, None)[:2]
        return Ended(code if isinstance(code, int) else 0, str(reason or ""))
    # What is not an object says nothing that could be used.
    return Batch(tuple(one for one in content if isinstance(one, dict)))


def request_text(endpoint: str, number: int, query: str = "", body: object = None) -> str:
    """A request as text; raises ValueError if a field contains a line break."""
    for name, field in (("endpoint", endpoint), ("query", query)):
        if "\n" in field or "\r" in field:
            raise ValueError(f"the {name} holds a line break")
    content = body if isinstance(body, str) else "" if body is None else json_text(body)
    return f"{endpoint}\n{number}\n{query}\n{content}"
