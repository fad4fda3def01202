r"""Recognizes WebSocket requests, events and responses in code fences.

ws.send(`user/syncrequest\n1\n\n${JSON.stringify({users: [userId]})}`)      a script
executionReport/list                                                         the text itself
4
{ "e": "props", "d": { "entityType": "order" } }                             an event, alone or in an `a` frame
{ "s": 200, "i": 23, "d": { "id": 65543 } }                                  an answer
"""

import re
from collections.abc import Iterator, Mapping

from jekyll_openapi.api.socket_shapes import Shapes
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import (
    ArrayLiteral,
    Assembled,
    Call,
    Fence,
    JsonText,
    ObjectLiteral,
    Opaque,
    Page,
    Scalar,
    Value,
)
from jekyll_openapi.pages.javascript import read_bindings, read_comments, read_fence_calls, read_texts, read_values
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, replace

ENDPOINT = regex(r"[a-z]\w*/[A-Za-z]\w*")
"""Matches `md/subscribeQuote`. Paths of the REST API begin with a slash."""
_HOLE = "\x00"
_FRAME = regex(
    rf"(?P<endpoint>[a-z]\w*/[A-Za-z]\w*|authorize)[ \t]*\n(?P<id>\d+|[^\n]*{_HOLE}\d+{_HOLE})[ \t]*\n"
    r"(?P<query>[^\n]*)(?:\n(?P<body>.*))?",
    re.DOTALL,
)
_ONE_HOLE = regex(rf"{_HOLE}(\d+){_HOLE}")
_ANSWERS = regex(r"^\s*a(?=\[)", re.MULTILINE)
_PLAIN = ("", "text", "txt", "plaintext", "plain", "console", "bash", "sh")
_ASKING = regex(r"request|send|subscribe|^call$", re.IGNORECASE)
_CALL_KEYS = ("endpoint", "url", "op", "operation", "path")
_BODY_KEYS = ("body", "data", "params", "payload")


@dataclass(frozen=True, slots=True)
class Sample:
    """A request in a fence."""

    endpoint: str
    body: Value | None
    location: Location
    shapes: Shapes
    number: str = ""
    """By which its answer is known; empty where it is made up when it is sent."""


@dataclass(frozen=True, slots=True)
class Message:
    """An event or a response in a fence."""

    event: str
    """The event's name; empty for a response."""
    data: Value
    location: Location
    shapes: Shapes
    number: str = ""
    """Of an answer, that of its request."""
    is_granted: bool = True
    """Whether an answer has a status of 2xx, or shows none."""


def bindings_of(page: Page) -> dict[str, Value]:
    """Name -> literal, for the constants in a page's fences."""
    fences = (block for block in page.blocks if isinstance(block, Fence))
    return {one.name: one.value for fence in fences for one in read_bindings(fence)}


def requests_in(fence: Fence, names: Mapping[str, Value]) -> Iterator[Sample]:
    """The requests that a fence sends by a script, or shows as plain text."""
    shapes = Shapes(read_comments(fence))
    if fence.language in _PLAIN and (found := _FRAME.fullmatch(fence.text.strip("\n"))):
        body = _literal(found["body"] or "", fence.location, ())
        yield Sample(found["endpoint"], body, fence.location, shapes, found["id"])
        return
    for text in read_texts(fence):
        if sample := _assembled(text, names, shapes):
            yield sample
    for value in read_values(fence):
        if isinstance(value, ObjectLiteral) and (sample := _called(value, names, shapes)):
            yield sample
    for call in read_fence_calls(fence):
        if sample := _call(call, names, shapes):
            yield sample


def _assembled(text: Assembled, names: Mapping[str, Value], shapes: Shapes) -> Sample | None:
    holes: list[Value] = []
    written = ""
    for part in text.parts:
        if isinstance(part, str):
            written += part.replace(_HOLE, "")
        else:
            written += f"{_HOLE}{len(holes)}{_HOLE}"
            holes.append(part)
    found = _FRAME.fullmatch(written.strip(" "))
    if not found:
        return None
    body = _literal(found["body"] or "", text.location, tuple(_known(one, names) for one in holes))
    number = found["id"] if found["id"].isdigit() else ""
    return Sample(found["endpoint"], body, text.location, shapes, number)


def _called(value: ObjectLiteral, names: Mapping[str, Value], shapes: Shapes) -> Sample | None:
    """A request passed to a function as an object: `{url: 'md/getChart', body: {...}}`."""
    ends = (value.get(key) for key in _CALL_KEYS)
    end = next((one for one in ends if isinstance(one, Scalar) and isinstance(one.value, str)), None)
    if end is None or not ENDPOINT.fullmatch(str(end.value)):
        return None
    body = next((found for key in _BODY_KEYS if (found := value.get(key))), None)
    return Sample(str(end.value), _known(body, names) if body else None, value.location, shapes)


def _call(call: Call, names: Mapping[str, Value], shapes: Shapes) -> Sample | None:
    """A request that a function is told of: `client.request('md/getChart', {...})`."""
    first, *others = call.arguments or (None,)
    if not isinstance(first, Scalar) or not isinstance(first.value, str) or not ENDPOINT.fullmatch(first.value):
        return None
    known = (_known(one, names) for one in others if one)
    body = next((one for one in known if isinstance(one, ObjectLiteral)), None)
    is_asking = bool(_ASKING.search(call.callee)) and not any(isinstance(one, Opaque) for one in others)
    return Sample(first.value, body, call.location, shapes) if body or is_asking else None


def _known(value: Value, names: Mapping[str, Value]) -> Value:
    """The value, with a constant of the page in place of its name."""
    inner = value.value if isinstance(value, JsonText) else value
    if isinstance(inner, Opaque) and inner.text in names:
        inner = names[inner.text]
    return replace(value, value=inner) if isinstance(value, JsonText) else inner


def _literal(text: str, location: Location, holes: tuple[Value, ...]) -> Value | None:
    """The body: the value inserted into the text, or else the JSON text itself."""
    text = text.strip()
    if not text:
        return None
    if (alone := _ONE_HOLE.fullmatch(text)) and int(alone[1]) < len(holes):
        value = holes[int(alone[1])]
        return value.value if isinstance(value, JsonText) else value
    filled = _ONE_HOLE.sub("x", text)
    values = read_values(Fence("json", filled, location))
    return _at(values[0], location) if len(values) == 1 and filled[0] in "[{" else Opaque(filled, location)


def _at(value: Value, location: Location) -> Value:
    """The value located at the text that holds it, since line numbers inside the text are not those of the page."""
    match value:
        case ObjectLiteral(entries):
            moved = (replace(one, value=_at(one.value, location), location=location) for one in entries)
            return ObjectLiteral(tuple(moved), location)
        case ArrayLiteral(items):
            return ArrayLiteral(tuple(_at(one, location) for one in items), location)
        case _:
            return replace(value, location=location)


def messages_in(fence: Fence) -> Iterator[Message]:
    """The events and responses that a fence shows, alone or in `a` frames."""
    shapes = Shapes(read_comments(fence))
    inside = _ANSWERS.sub(" ", fence.text)
    is_frames = inside != fence.text
    if is_frames:
        lines = (line.strip() for line in inside.splitlines() if line.strip())
        first = fence.location
        values = [
            _at(one, first.on_line(first.line + at))
            for at, line in enumerate(lines)
            for one in read_values(Fence("json", line, first))
        ]
    else:
        values = list(read_values(fence))
    for value in values:
        for one in value.items if isinstance(value, ArrayLiteral) else (value,):
            if isinstance(one, ObjectLiteral) and (message := _message(one, shapes)):
                yield message


def literal_of(fence: Fence) -> ObjectLiteral | None:
    """The object of a fence that is a single one, as JSON with comments; None for other fences."""
    text = fence.text.strip()
    values = read_values(fence) if text.startswith(("{", "//", "/*")) and text.endswith(("}", "};")) else ()
    if len(values) != 1 or not isinstance(values[0], ObjectLiteral):
        return None
    return values[0] if values[0].entries else None


def _message(value: ObjectLiteral, shapes: Shapes) -> Message | None:
    event, status, data = value.get("e"), value.get("s"), value.get("d")
    if data is None:
        return None
    if isinstance(event, Scalar) and isinstance(event.value, str) and event.value:
        return Message(event.value, data, value.location, shapes)
    number = value.get("i")
    if not status or not number:
        return None
    known = status.value if isinstance(status, Scalar) else None
    is_granted = not isinstance(known, int) or 200 <= known < 300
    shown = str(number.value) if isinstance(number, Scalar) else ""
    return Message("", data, value.location, shapes, shown, is_granted)
