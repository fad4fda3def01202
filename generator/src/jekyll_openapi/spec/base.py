"""Reads the base description: the hand-written part of the OpenAPI document, such as servers and security schemes."""

import fnmatch
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jekyll_openapi.api.model import Operation
from jekyll_openapi.nearest import nearest
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.reading import Source, read
from jekyll_openapi.records import dataclass, field

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
        for key in ("components", "x-client", DEFAULTS, CLASSES, OPEN, SOCKETS)
    ),
    *(((key,), list, f"`{key}` has to be a list") for key in ("servers", "security")),
    (("openapi",), str, "`openapi` has to be a text, as in `openapi: 3.1.1`"),
    ((DEFAULTS, "responses"), dict, f"`responses` in `{DEFAULTS}` has to be a mapping"),
    *(
        (("components", kind), dict, f"`{kind}` in `components` has to be a mapping")
        for kind in ("responses", "securitySchemes", "parameters")
    ),
)
_OF_PAGES: tuple[tuple[str, ...], ...] = (("paths",), ("tags",), ("components", "schemas"))
"""What comes from the pages alone."""
_KEYS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    ((), "info", "openapi jsonSchemaDialect servers paths webhooks components security tags externalDocs"),
    (("info",), "title version", "summary description termsOfService contact license"),
    (("info", "contact"), "", "name url email"),
    (("info", "license"), "name", "identifier url"),
    (("servers", "*"), "url", "description name variables"),
    (
        ("components",),
        "",
        "schemas responses parameters examples requestBodies headers securitySchemes links callbacks pathItems",
    ),
    (
        ("components", "securitySchemes", "*"),
        "type",
        "description name in scheme bearerFormat flows openIdConnectUrl deprecated oauth2MetadataUrl",
    ),
)
"""Where people write the most: a place, the keys that it needs, and those that it can have. `*` is each part."""
_SCHEMES = {
    "apiKey": ("name", "in"),
    "http": ("scheme",),
    "oauth2": ("flows",),
    "openIdConnect": ("openIdConnectUrl",),
    "mutualTLS": (),
}
"""Types of security schemes, each with the keys that it needs."""


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
    _check_keys(source)
    _check_sockets(source)
    return Base(source.content)


def _check_keys(source: Source) -> None:
    """Raises ReadError for what would be lost, or published as no description can have it."""
    for lost in _OF_PAGES:
        if _at(source.content, lost):
            told = f"`{lost[-1]}` come from the pages alone; write what they lack into an overlay, see `overlay`"
            raise source.refusal(lost, f"{told} in the configuration")
    for pattern, needed, more in _KEYS:
        for place, part in _parts(source.content, pattern):
            _check_part(source, place, part, needed.split(), more.split())
    for place, scheme in _parts(source.content, ("components", "securitySchemes", "*")):
        kind = scheme.get("type")
        if "$ref" in scheme:
            continue
        if kind not in _SCHEMES:
            raise source.refusal((*place, "type"), f"`type` has to be one of {', '.join(_SCHEMES)}")
        _check_part(source, place, scheme, _SCHEMES[kind], tuple(scheme))


def _check_part(
    source: Source, place: tuple[str | int, ...], part: Any, needed: Sequence[str], more: Sequence[str]
) -> None:
    """Raises ReadError if the part is no mapping, lacks a key, or has one that means nothing there."""
    here = ".".join(map(str, place)) or "the base description"
    if not isinstance(part, dict):
        raise source.refusal(place, f"`{here}` has to be a mapping")
    for key in part:
        if key not in needed and key not in more and key != "$ref" and not str(key).startswith("x-"):
            near = nearest(str(key), (*needed, *more))
            hint = f"did you mean `{near[0]}`?" if near else "additions of your own begin with `x-`"
            raise source.refusal((*place, key), f"there is no key `{key}` here; {hint}")
    if "$ref" not in part and (missing := [key for key in needed if key not in part]):
        raise source.refusal(place, f"`{here}` wants `{missing[0]}`")


def _parts(content: Any, pattern: tuple[str, ...]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """The places that match, each with what stands there."""
    if not pattern:
        yield (), content
        return
    key, rest = pattern[0], pattern[1:]
    if key == "*":
        found: Iterable[tuple[str | int, Any]] = content.items() if isinstance(content, dict) else enumerate(content)
    else:
        found = [(key, content[key])] if isinstance(content, dict) and key in content else []
    for name, one in found:
        yield from (((name, *place), part) for place, part in _parts(one, rest))


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
