"""The frames of a socket: text in, messages out.

The server sends `o` (open), `h` (heartbeat), `a[...]` (a JSON array of messages) and `c[code,"reason"]` (closed). A
client sends `[]` (heartbeat) or four fields, each on a line of its own: endpoint, number, query, JSON body.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..json_parser import read_json
from ..wire import json_text

HEARTBEAT = "[]"
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


def read_frame(text: str | bytes) -> Frame:
    """Parse a socket message."""
    data = text.encode() if isinstance(text, str) else text
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
