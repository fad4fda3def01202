"""The description as the client uses it: operations to find, schemas to check against, shapes to convert with.

A schema is kept as written and validates values. Its shape is the lowered form, which decides the Python types.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, ClassVar, Literal, Self
from urllib.parse import unquote

from .decoding import Load, MisfitError, Reader
from .errors import UnexpectedValue
from .facts import ClientFacts
from .schemas import Schema
from .security import Scheme, read_schemes
from .servers import Server, read_servers

Kind = str
"""What calling an operation can do: `read` changes nothing, `write` changes a record, `auth` opens or prolongs a
session. Any other word counts as more harmful.
"""
Place = Literal["path", "query", "header", "cookie"]

HARMLESS: tuple[Kind, ...] = ("read", "auth", "write")
"""The known classes, least harmful first."""
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
READS = ("get", "head", "options", "trace")
"""Methods that count as reads if the description does not class the operation."""
JSON_TYPE = "application/json"
FORM_TYPE = "application/x-www-form-urlencoded"
SHAPE = "x-shape"
"""Key of the shape beside a schema."""
SHAPES = "x-shapes"
"""Key of the component shapes beside `schemas`."""
STYLES: Mapping[str, str] = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter in the path, query, header or cookie."""

    name: str
    place: Place
    schema: Schema
    required: bool
    exploded: bool
    """A list is written `a=1&a=2`, not `a=1,2`."""
    source: str = ""
    style: str = "form"
    in_json: bool = False
    """The value is written as JSON text."""
    is_open: bool = False
    """Reserved characters are not escaped (`allowReserved`)."""
    shape: Schema = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Content:
    """Media type and schema of a body."""

    media: str
    schema: Schema
    shape: Schema = field(default_factory=dict)
    encoding: Mapping[str, Any] = field(default_factory=dict)
    """How single properties of a form are written."""

    @property
    def form(self) -> Literal["json", "form", "multipart", "text", "bytes"]:
        """How the body is written and read."""
        # Asked so often in a call that `is_range` would be a call too many.
        return "bytes" if "*" in self.media and self.shape.get("format") == "binary" else form_of_media(self.media)

    @property
    def is_range(self) -> bool:
        """Whether the media type is a range such as `*/*`."""
        return "*" in self.media


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation of the description."""

    id: str
    method: str
    path: str
    kind: Kind = ""
    secured: bool = True
    """Whether it needs credentials."""
    security: tuple[tuple[str, ...], ...] = ()
    """Alternative sets of security schemes; an empty set means that no credentials are needed."""
    parameters: tuple[Parameter, ...] = ()
    content: Content | None = None
    """The request body; None if it takes none."""
    needs_body: bool = False
    answers: Mapping[str, Content | None] = field(default_factory=dict)
    """Success bodies by status (`200`, `2XX`, `default`); None for a success without a body."""
    server: Server | None = None
    """The operation's own server, if it does not use the description's."""
    source: str = ""
    asks_for: str = ""
    """Parameter that lists the ids to fetch: if it is empty, so is the answer. Empty if there is none."""

    @property
    def is_read(self) -> bool:
        """Whether repeating it is harmless."""
        return self.kind == "read"

    @property
    def body(self) -> Schema | None:
        """Schema of the request body."""
        return self.content.schema if self.content else None

    @property
    def answer(self) -> Schema | None:
        """Schema of the first success; None if the description states none."""
        found = next((one for one in self.answers.values() if one), None)
        return found.schema if found and found.form == "json" else None

    def answer_of(self, status: int) -> Content | None:
        """Content of a success with this status; None if the description states none."""
        if (exact := str(status)) in self.answers:
            return self.answers[exact]
        for key in (f"{status // 100}XX", "default"):
            if key in self.answers:
                return self.answers[key]
        return next(iter(self.answers.values()), None)


@dataclass(frozen=True, slots=True)
class MethodNames:
    """The names by which Python callers know an operation; empty where they are not known."""

    method: str = ""
    """Group and method: `shelf.find`."""
    keywords: Mapping[str, str] = field(default_factory=dict)
    """Keyword by the API's name."""


Naming = Callable[[str], MethodNames]
"""Gives the Python names of an operation by its id."""


def unnamed(operation: str) -> MethodNames:
    """No names but the API's own."""
    return MethodNames()


@dataclass(frozen=True)
class Description:
    """A whole description, indexed."""

    facts_of: ClassVar[type[ClientFacts]] = ClientFacts
    facts: ClientFacts
    servers: Mapping[str, Server]
    """By environment name; the first is the default."""
    operations: Mapping[str, Operation]
    schemas: Mapping[str, Schema]
    shapes: Mapping[str, Schema] = field(default_factory=dict)
    schemes: Mapping[str, Scheme] = field(default_factory=dict)
    """Security schemes by name."""
    version: str = ""
    spec: Mapping[str, Any] = field(default_factory=dict, repr=False)
    load: Load = field(default=str, repr=False)
    """Imports the class of a component."""
    naming: Naming = field(default=unnamed, repr=False)
    """Gives the Python names that messages use."""
    paths: Mapping[str, tuple[Operation, ...]] = field(init=False, repr=False)
    """Operations by lower-case path, the most harmful first."""

    def __post_init__(self) -> None:
        by_path: dict[str, tuple[Operation, ...]] = {}
        for one in sorted(self.operations.values(), key=_harm, reverse=True):
            by_path[one.path.casefold()] = (*by_path.get(one.path.casefold(), ()), one)
        object.__setattr__(self, "paths", by_path)

    @classmethod
    def of(cls, text: str | bytes, load: Load = str, naming: Naming = unnamed) -> Self:
        """Parse a description from its JSON text.

        Args:
            text: The lowered OpenAPI document.
            load: Imports the class of a component.
            naming: Gives the Python names that messages use.
        """
        spec = json.loads(text)
        facts = cls.facts_of.read(spec["x-client"])
        operations = (
            _operation(path, item, method, facts)
            for path, item in spec.get("paths", {}).items()
            for method in METHODS
            if method in item
        )
        shared = spec.get("components", {})
        return cls(
            facts=facts,
            servers=read_servers(spec.get("servers", ())),
            operations={one.id: one for one in operations},
            schemas=shared.get("schemas", {}),
            shapes=shared.get(SHAPES, {}),
            schemes=read_schemes(shared.get("securitySchemes", {})),
            version=str(spec["info"]["version"]),
            spec=spec,
            load=load,
            naming=naming,
        )

    @property
    def docs_url(self) -> str:
        """URL prefix or template of the pages, see `messages.link`; empty if they are not online."""
        return self.facts.docs_url or str(self.spec.get("info", {}).get("x-docs-url", ""))

    @cached_property
    def reader(self) -> Reader:
        """The converter of answers to Python values."""
        return Reader(self.shapes, self.load)

    def read(self, operation: Operation, status: int, value: Any) -> Any:
        """The Python value of a success; raises UnexpectedValue if its type is wrong altogether."""
        content = operation.answer_of(status)
        if content is None or content.form != "json" or isinstance(value, bytes):
            return value
        try:
            return self.reader.of(content.shape)(value)
        except MisfitError as misfit:
            raise UnexpectedValue(operation=operation.id, model=operation.id, name="", problem=str(misfit)) from None

    def find(self, method: str, path: str) -> Operation:
        """The operation at a path, whatever its letter case; the most harmful if the method is not described.

        An unknown path counts as the most harmful class, or by its method if the description classes no operations.
        """
        method = method.lower()
        known = self.paths.get(path.casefold()) or self._matching(path) or self.paths.get(_spelled(path), ())
        fitting = [one for one in known if one.method == method]
        exact = [one for one in fitting if one.path == path]
        if found := (*exact, *fitting):
            return found[0]
        if known and not self.facts.plain:
            return known[0]
        # Nobody knows what it takes, so that it gets what there is.
        security = (*((name,) for name in self.schemes), ())
        return Operation(f"{method.upper()} {path}", method, path, _kind({}, method, self.facts), security=security)

    def _matching(self, path: str) -> tuple[Operation, ...]:
        """Operations whose path template matches, those with the fewest variables."""
        found = [pattern for pattern in self.paths if "{" in pattern and fits(pattern, path)]
        return self.paths[min(found, key=lambda one: one.count("{"))] if found else ()


def is_json(media: str) -> bool:
    """Whether the media type is JSON."""
    return form_of_media(media) == "json"


@lru_cache(maxsize=256)
def form_of_media(media: str) -> Literal["json", "form", "multipart", "text", "bytes"]:
    """How a media type is written and read; its parameters do not matter."""
    kind = media.partition(";")[0].strip().lower()
    if kind in (JSON_TYPE, "text/json", "*/*", "application/*") or kind.endswith("+json"):
        return "json"
    if kind == FORM_TYPE:
        return "form"
    if kind.startswith("multipart/"):
        return "multipart"
    return "text" if kind.startswith("text/") else "bytes"


def fits(pattern: str, path: str) -> bool:
    """Whether a path matches a template."""
    parts = ("[^/]+" if "{" in part else re.escape(part) for part in pattern.split("/"))
    return re.fullmatch("/".join(parts), path.casefold()) is not None


def _kind(data: Mapping[str, Any], method: str, facts: ClientFacts) -> Kind:
    """The stated class; else the most harmful, or by method if the description classes no operations."""
    other = facts.unclassed if not facts.plain else "read" if method in READS else "write"
    return str(data.get("x-operation-class", other))


def _harm(operation: Operation) -> int:
    """Rank of an operation by harm, for comparing."""
    return HARMLESS.index(operation.kind) if operation.kind in HARMLESS else len(HARMLESS)


def _operation(path: str, item: Mapping[str, Any], method: str, facts: ClientFacts) -> Operation:
    """Parse an operation."""
    data = item[method]
    security = tuple(tuple(one) for one in data.get("security", ()))
    own = data.get("servers") or item.get("servers") or ()
    body = data.get("requestBody", {})
    parameters = tuple(_parameter(one) for one in data.get("parameters", ()) if _counts(one))
    answers, kind = dict(_answers(data["responses"])), _kind(data, method, facts)
    return Operation(
        id=data["operationId"],
        method=method,
        path=path,
        kind=kind,
        secured=() not in security and bool(security),
        security=security,
        parameters=parameters,
        content=_content(body),
        needs_body=bool(body.get("required", False)),
        answers=answers,
        server=next(iter(read_servers(own).values()), None),
        source=data.get("x-source", ""),
        asks_for=_asks_for(parameters, answers) if kind == "read" else "",
    )


def _asks_for(parameters: tuple[Parameter, ...], answers: Mapping[str, Content | None]) -> str:
    """The only parameter, if it is a required list and the answer is a list too; else empty."""
    answer = next(iter(answers.values()), None)
    if len(parameters) != 1 or answer is None or not parameters[0].required:
        return ""
    both = (parameters[0].shape.get("type"), answer.shape.get("type"))
    return parameters[0].name if both == ("array", "array") else ""


def _counts(data: Mapping[str, Any]) -> bool:
    """Whether a parameter counts: `Accept`, `Content-Type` and `Authorization` are set by other parts."""
    return data["in"] != "header" or data["name"].lower() not in ("accept", "content-type", "authorization")


def _parameter(data: Mapping[str, Any]) -> Parameter:
    """Parse a parameter."""
    content = data.get("content", {})
    holder = next(iter(content.values()), data)
    style = data.get("style", STYLES[data["in"]])
    return Parameter(
        name=data["name"],
        place=data["in"],
        schema=holder.get("schema", {}),
        shape=holder.get(SHAPE, {}),
        required=data.get("required", False) or data["in"] == "path",
        exploded=data.get("explode", style == "form"),
        source=data.get("x-source", ""),
        style=style,
        in_json=bool(content),
        is_open=data.get("allowReserved") is True,
    )


def _content(data: Mapping[str, Any]) -> Content | None:
    """The content to use: JSON first, then forms, then the first stated; None if there is none."""
    found = [_media(media, one) for media, one in (data.get("content") or {}).items()]
    ranks = {"json": 0, "form": 1, "multipart": 2}
    return min(found, key=lambda one: (ranks.get(one.form, 3), one.is_range), default=None)


def _media(media: str, data: Mapping[str, Any]) -> Content:
    return Content(media, data.get("schema", {}), data.get(SHAPE, {}), data.get("encoding", {}))


def _answers(responses: Mapping[str, Any]) -> Iterator[tuple[str, Content | None]]:
    """Success contents by status; `default` only if it is the only one stated."""
    stated = {str(key).upper(): one for key, one in responses.items()}
    successes = [key for key in stated if key.startswith("2")] or [key for key in stated if key == "DEFAULT"]
    return ((key.replace("DEFAULT", "default"), _content(stated[key])) for key in sorted(successes))


def _spelled(path: str) -> str:
    """A path as services may read it: unquoted, without its end's slash and what stands behind a semicolon."""
    return unquote(path.partition(";")[0]).rstrip("/").casefold()
