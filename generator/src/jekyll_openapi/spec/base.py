"""Reads the base description: the hand-written part of the OpenAPI document, such as servers and security schemes."""

import fnmatch
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jekyll_openapi.api.model import Operation
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.reading import Source, read
from jekyll_openapi.records import dataclass, field

"""A mapping as YAML and JSON have it."""

DEFAULTS = "x-operation-defaults"
CLASSES = "x-operation-classes"
OPEN = "x-open-operations"
SOCKETS = "x-sockets"
SPENT = (DEFAULTS, CLASSES, OPEN, SOCKETS)
"""Keys that control the emission. They do not appear in the emitted description."""

_BARE: Json = {
    "openapi": "3.1.1",
    "info": {"title": "Untitled API", "version": "0.0.0", "description": "Read from documentation pages."},
    "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}},
}
"""The base for projects that have none."""


_WANTED: tuple[tuple[tuple[str, ...], type, str], ...] = (
    ((), dict, "the base description has to be a mapping"),
    (("info",), dict, "the base description wants `info` with `title` and `version`"),
    (("info", "title"), str, "the base description wants a text as the `title` in `info`"),
    (("info", "version"), str, "the base description wants a text as the `version` in `info`; put it into quotes"),
)
_ALLOWED: tuple[tuple[tuple[str, ...], type, str], ...] = (
    *(
        ((key,), dict, f"`{key}` has to be a mapping")
        for key in ("paths", "components", "x-client", DEFAULTS, CLASSES, SOCKETS)
    ),
    *(((key,), list, f"`{key}` has to be a list") for key in ("servers", "tags", "security")),
    (("openapi",), str, "`openapi` has to be a text, as in `openapi: 3.1.1`"),
    ((DEFAULTS, "responses"), dict, f"`responses` in `{DEFAULTS}` has to be a mapping"),
    *(
        (("components", kind), dict, f"`{kind}` in `components` has to be a mapping")
        for kind in ("schemas", "responses", "securitySchemes", "parameters")
    ),
)


@dataclass(frozen=True, slots=True)
class Base:
    """A base description."""

    content: Json = field(default_factory=lambda: _BARE)

    def operation_class(self, operation: Operation) -> str | None:
        """The class whose patterns match the path; None if no class does; empty if the base has no classes at all."""
        classes: Mapping[str, list[str]] = self.content.get(CLASSES, {})
        if not classes:
            return ""
        for name, patterns in classes.items():
            if any(_matches(operation.path, pattern) for pattern in patterns):
                return name
        return None

    def open_evidence(self, path: str) -> str:
        """The text by which the base makes an operation open to callers without a token; empty if it does not."""
        stated: Mapping[str, str] = self.content.get(OPEN, {})
        return next((str(text) for one, text in stated.items() if _matches(path.casefold(), one.casefold())), "")

    @property
    def responses(self) -> Json:
        """The responses that every operation has."""
        found: Json = self.content.get(DEFAULTS, {}).get("responses", {})
        return found

    @property
    def security_scheme(self) -> str:
        """The name of the security scheme for operations that need a token."""
        schemes = self.content.get("components", {}).get("securitySchemes", {})
        return next(iter(schemes), "bearer")


_MARKS = frozenset("*?[")
"""What `fnmatch` takes for more than itself."""


def _matches(path: str, pattern: str) -> bool:
    """Whether each segment of the path matches, where `*` matches any single segment."""
    if _MARKS.isdisjoint(pattern):  # most are paths: nothing to compile
        return path == pattern
    parts, patterns = path.split("/"), pattern.split("/")
    return len(parts) == len(patterns) and all(map(fnmatch.fnmatchcase, parts, patterns))


def read_base(path: Path) -> Base:
    """The base description in a YAML file; raises ReadError and OSError."""
    source = read(path)
    for place, kind, wanted in _WANTED:
        if not isinstance(_at(source.content, place), kind):
            raise source.refusal(place, wanted)
    for place, kind, wanted in _ALLOWED:
        if place[-1] in (_at(source.content, place[:-1]) or {}) and not isinstance(_at(source.content, place), kind):
            raise source.refusal(place, wanted)
    for name, patterns in (source.content.get(CLASSES) or {}).items():
        if not isinstance(patterns, list) or not all(isinstance(one, str) for one in patterns):
            raise source.refusal((CLASSES, name), f"`{CLASSES}` wants a list of patterns of paths for each class")
    _check_sockets(source)
    return Base(source.content)


def _check_sockets(source: Source) -> None:
    """Raises ReadError if the description of sockets does not have the expected form."""
    stated = source.content.get(SOCKETS)
    if stated is None:
        return
    stream = _at(source.content, ("x-client", "stream"))
    if not isinstance(stream, dict) or not isinstance(stream.get("path"), str):
        raise source.refusal((SOCKETS,), f"`{SOCKETS}` wants `stream` in `x-client`, with the `path` of a socket")
    channels = stated.get("channels")
    if not isinstance(channels, dict) or not channels:
        raise source.refusal((SOCKETS,), f"`{SOCKETS}` wants `channels`, a mapping")
    for name, channel in channels.items():
        hosts = channel.get("hosts") if isinstance(channel, dict) else None
        if hosts != "servers" and not isinstance(stream.get(hosts), str):
            wanted = "`hosts` has to be `servers`, or a key of `stream` in `x-client` that holds an address"
            raise source.refusal((SOCKETS, "channels", name), wanted)
        for key in ("requests", "events"):
            if not isinstance(channel.get(key, []), list):
                raise source.refusal((SOCKETS, "channels", name, key), f"`{key}` has to be a list")
    for kind in ("requests", "events", "frames", "entity-events"):
        found = stated.get(kind, {})
        if not isinstance(found, dict) or not all(isinstance(one, dict) for one in found.values()):
            raise source.refusal((SOCKETS, kind), f"`{kind}` has to be a mapping of names to mappings")


def _at(content: Any, place: tuple[str, ...]) -> Any:
    """The value at the place; None if there is none."""
    for key in place:
        content = content.get(key) if isinstance(content, dict) else None
    return content
