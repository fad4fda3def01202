"""The description as a client uses it: operations to find, schemas to check by, shapes to read by.

A schema is what values are held against, as it was written. Its shape is the same made simple, which decides types.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar, Literal, Self

from .decoding import Load, MisfitError, Reader
from .errors import UnexpectedValue
from .facts import ClientFacts
from .schemas import Schema
from .security import Scheme, read_schemes
from .servers import Server, read_servers

Kind = str
"""What calling an operation can do: `read` nothing, `write` change a record, `auth` open or prolong a session.

Any other word says that it can do worse."""
Place = Literal["path", "query", "header", "cookie"]

HARMLESS: tuple[Kind, ...] = ("read", "auth", "write")
"""The known classes, the one that can do least harm first."""
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
READS = ("get", "head", "options", "trace")
"""Methods that change nothing, where the description says no better."""
JSON_TYPE = "application/json"
FORM_TYPE = "application/x-www-form-urlencoded"
SHAPE = "x-shape"
"""Where the shape stands beside a schema."""
SHAPES = "x-shapes"
"""Where the shapes of components stand beside their schemas."""
STYLES: Mapping[str, str] = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value in the path, the query, a header or a cookie of a request."""

    name: str
    place: Place
    schema: Schema
    required: bool
    exploded: bool
    """A list goes out as `a=1&a=2`, not as `a=1,2`."""
    source: str = ""
    style: str = "form"
    in_json: bool = False
    """The value goes out as JSON text."""
    is_open: bool = False
    """Reserved characters go out as they are."""
    shape: Schema = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Content:
    """What a body holds: its media type and the schema of it."""

    media: str
    schema: Schema
    shape: Schema = field(default_factory=dict)
    encoding: Mapping[str, Any] = field(default_factory=dict)
    """How single properties of a form go out."""

    @property
    def form(self) -> Literal["json", "form", "multipart", "text", "bytes"]:
        """How the body is written and read."""
        return "bytes" if self.is_range and self.shape.get("format") == "binary" else form_of_media(self.media)

    @property
    def is_range(self) -> bool:
        """Whether it is of many media types: `*/*`."""
        return "*" in self.media


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that the service can be asked to do."""

    id: str
    method: str
    path: str
    kind: Kind = ""
    secured: bool = True
    """Whether it asks for credentials."""
    security: tuple[tuple[str, ...], ...] = ()
    """The alternatives, each with the security schemes that it takes; an empty one takes none."""
    parameters: tuple[Parameter, ...] = ()
    content: Content | None = None
    """The body of the request."""
    needs_body: bool = False
    answers: Mapping[str, Content | None] = field(default_factory=dict)
    """What comes back by status (`200`, `2XX`, `default`), successes alone; None where there is no body."""
    server: Server | None = None
    """A server of its own, where it is not one of the description's."""
    source: str = ""
    asks_for: str = ""
    """The list of what is asked for: without items there is nothing to ask. Empty where there is none."""

    @property
    def is_read(self) -> bool:
        """Whether asking twice does no harm."""
        return self.kind == "read"

    @property
    def body(self) -> Schema | None:
        """The schema of the request's body."""
        return self.content.schema if self.content else None

    @property
    def answer(self) -> Schema | None:
        """The schema of the first success; None where the description says nothing about what comes back."""
        found = next((one for one in self.answers.values() if one), None)
        return found.schema if found and found.form == "json" else None

    def answer_of(self, status: int) -> Content | None:
        """What a success of this status holds; None where the description says nothing about it."""
        for key in (str(status), f"{status // 100}XX", "default"):
            if key in self.answers:
                return self.answers[key]
        return next(iter(self.answers.values()), None)


Words = Callable[[str], Mapping[str, str]]


def no_words(operation: str) -> Mapping[str, str]:
    """No other names than the API's own."""
    return {}


@dataclass(frozen=True)
class Description:
    """The whole description."""

    facts_of: ClassVar[type[ClientFacts]] = ClientFacts
    facts: ClientFacts
    servers: Mapping[str, Server]
    """By environment, the first is the default."""
    operations: Mapping[str, Operation]
    schemas: Mapping[str, Schema]
    shapes: Mapping[str, Schema] = field(default_factory=dict)
    schemes: Mapping[str, Scheme] = field(default_factory=dict)
    """The security schemes."""
    version: str = ""
    spec: Mapping[str, Any] = field(default_factory=dict, repr=False)
    load: Load = field(default=str, repr=False)
    """Gives the class of a component."""
    words: Words = field(default=no_words, repr=False)
    """Gives the keywords of an operation's method by the API's names, when somebody has to be told."""
    paths: Mapping[str, tuple[Operation, ...]] = field(init=False, repr=False)
    """Operations by path in lower case, the one that can do most harm first."""

    def __post_init__(self) -> None:
        by_path: dict[str, tuple[Operation, ...]] = {}
        for one in sorted(self.operations.values(), key=_harm, reverse=True):
            by_path[one.path.casefold()] = (*by_path.get(one.path.casefold(), ()), one)
        object.__setattr__(self, "paths", by_path)

    @classmethod
    def of(cls, text: str | bytes, load: Load = str, words: Words = no_words) -> Self:
        """The description that the JSON text of a lowered document gives.

        `load` gives the class of a component, `words` the keywords of a method.
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
            words=words,
        )

    @property
    def docs_url(self) -> str:
        """Where the pages can be opened, as `messages.link` reads it; empty where nobody says it."""
        return self.facts.docs_url or str(self.spec.get("info", {}).get("x-docs-url", ""))

    @cached_property
    def reader(self) -> Reader:
        """Makes Python values of answers."""
        return Reader(self.shapes, self.load)

    def read(self, operation: Operation, status: int, value: Any) -> Any:
        """The Python value of a success; raises UnexpectedValue where it is of another type altogether."""
        content = operation.answer_of(status)
        if content is None or content.form != "json" or isinstance(value, bytes):
            return value
        try:
            return self.reader.of(content.shape)(value)
        except MisfitError as misfit:
            raise UnexpectedValue(operation=operation.id, model=operation.id, name="", problem=str(misfit)) from None

    def find(self, method: str, path: str) -> Operation:
        """The operation behind a path, also for another method or letter case; an unknown one counts as the worst.

        Where the description classes no operations, the method counts, and an unknown one is what its method says.
        """
        method = method.lower()
        known = self.paths.get(path.casefold()) or self._matching(path)
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
        """The operations whose path has variables and fits, the one with fewest variables."""
        found = [pattern for pattern in self.paths if "{" in pattern and _fits(pattern, path)]
        return self.paths[min(found, key=lambda one: one.count("{"))] if found else ()


def is_json(media: str) -> bool:
    """Whether content of the media type is JSON."""
    return form_of_media(media) == "json"


def form_of_media(media: str) -> Literal["json", "form", "multipart", "text", "bytes"]:
    """How content of the media type is written and read; parameters of it do not count."""
    kind = media.partition(";")[0].strip().lower()
    if kind in (JSON_TYPE, "text/json", "*/*", "application/*") or kind.endswith("+json"):
        return "json"
    if kind == FORM_TYPE:
        return "form"
    if kind.startswith("multipart/"):
        return "multipart"
    return "text" if kind.startswith("text/") else "bytes"


def _fits(pattern: str, path: str) -> bool:
    """Whether the path is one of the pattern's."""
    parts = ("[^/]+" if "{" in part else re.escape(part) for part in pattern.split("/"))
    return re.fullmatch("/".join(parts), path.casefold()) is not None


def _kind(data: Mapping[str, Any], method: str, facts: ClientFacts) -> Kind:
    """What the operation can do: as stated, else the worst; by its method where the description classes none."""
    other = facts.unclassed if not facts.plain else "read" if method in READS else "write"
    return str(data.get("x-operation-class", other))


def _harm(operation: Operation) -> int:
    """How much harm calling it can do, compared with others."""
    return HARMLESS.index(operation.kind) if operation.kind in HARMLESS else len(HARMLESS)


def _operation(path: str, item: Mapping[str, Any], method: str, facts: ClientFacts) -> Operation:
    """One operation of the description."""
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
    """The only parameter, where it is a list that has to be given and the answer is one too."""
    answer = next(iter(answers.values()), None)
    if len(parameters) != 1 or answer is None or not parameters[0].required:
        return ""
    both = (parameters[0].shape.get("type"), answer.shape.get("type"))
    return parameters[0].name if both == ("array", "array") else ""


def _counts(data: Mapping[str, Any]) -> bool:
    """Headers that the body and the security schemes decide are no parameters."""
    return data["in"] != "header" or data["name"].lower() not in ("accept", "content-type", "authorization")


def _parameter(data: Mapping[str, Any]) -> Parameter:
    """One parameter of the description."""
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
    """The content that is sent or asked for: JSON first, then forms, then the first; None where there is none."""
    found = [_media(media, one) for media, one in (data.get("content") or {}).items()]
    ranks = {"json": 0, "form": 1, "multipart": 2}
    return min(found, key=lambda one: (ranks.get(one.form, 3), one.is_range), default=None)


def _media(media: str, data: Mapping[str, Any]) -> Content:
    return Content(media, data.get("schema", {}), data.get(SHAPE, {}), data.get("encoding", {}))


def _answers(responses: Mapping[str, Any]) -> Iterator[tuple[str, Content | None]]:
    """The successes by status; the default is one only where no other is stated."""
    stated = {str(key).upper(): one for key, one in responses.items()}
    successes = [key for key in stated if key.startswith("2")] or [key for key in stated if key == "DEFAULT"]
    return ((key.replace("DEFAULT", "default"), _content(stated[key])) for key in sorted(successes))
