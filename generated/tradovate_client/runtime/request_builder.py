"""Builds requests from Python values; raises RequestInvalid for anything the description forbids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import quote, unquote

from .bodies import File, as_file, write_body
from .checks import NOT_KNOWN, Check
from .clock import Clock
from .description import JSON_TYPE, Content, Description, Operation, Parameter
from .effects import Call
from .errors import Problem, RequestInvalid
from .kinds import Anything, Named, Typed, is_one_value, typed
from .lines import one_line
from .lockout import Scope
from .marks import marked
from .requests import PreparedRequest
from .schemas import Schema, strict
from .secrets import Secrets
from .styles import in_header, in_path, in_query
from .wire import key_of, misfit, plain

SEGMENT = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@%-]*")
VARIABLE = re.compile(r"(\{[^{}]*\})")
INSIDE = re.compile(r"[.\[]")
"""Behind it stands a part of a value: `other.price`, `legs[0]`."""
UNTOUCHED = "/?%!$&'()*+,;=:@"
"""Characters that a described path may contain unescaped."""
JSON = Content(JSON_TYPE, {})
NULL = object()
"""Marks a body that is explicitly null, as opposed to absent."""
MISSING = Problem("", "is missing", "required", "")


@dataclass(slots=True)
class _Address:
    """Path, query, headers and cookies of a request under construction."""

    path: str
    query: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    cookies: list[str] = field(default_factory=list)

    @property
    def target(self) -> str:
        """Path and query."""
        return f"{self.path}?{'&'.join(self.query)}" if self.query else self.path


@dataclass(frozen=True, slots=True)
class RequestBuilder:
    """Checks values against an operation and builds the request."""

    description: Description
    secrets: Secrets
    clock: Clock = field(default_factory=Clock)
    _checks: dict[str, Check] = field(default_factory=dict, init=False)
    _nullable: dict[str, frozenset[str] | None] = field(default_factory=dict, init=False)

    def prepare(
        self,
        operation: Operation,
        deadline: float,
        *,
        path: str | None = None,
        method: str = "",
        body: object = None,
        values: Mapping[str, object] | None = None,
        extra: frozenset[str] = frozenset(),
    ) -> Call:
        """Build the request; RequestInvalid lists every problem.

        Args:
            values: Parameters by the API's names, or as `place:name` if two places share a name.
            extra: Paths of body properties that are allowed although the description does not know them.
        """
        problems: list[Problem] = []
        address = self._address(operation, path, values or {}, problems)
        content, files = self._body(operation, body, problems, extra)
        tag, made = self._tag(operation, content)
        self.secrets.learn(content)
        media, text = _encode(operation.content or JSON, content, files, problems)
        if problems:
            raise RequestInvalid(operation=operation.id, **marked(tag), problems=tuple(problems))
        return Call(
            operation,
            method=(method or operation.method).upper(),
            target=address.target,
            body=None if content is NULL else content,
            content=text,
            headers=self._headers(operation, media) | address.headers,
            tag=tag,
            deadline=deadline,
            made=made,
            scope=self._scope(operation),
        )

    def of_keywords(self, operation: Operation, body: object) -> object:
        """The body made of a method's keywords, without those that are `...`, or None where null is not allowed."""
        if operation.content is None:
            return body
        if body is ... or body is None:
            found = typed(operation.content.shape, self.description.shapes)
            return NULL if body is None and found.nullable and _is_given(found, operation.needs_body) else None
        if operation.id not in self._nullable:
            self._nullable[operation.id] = _nullable(operation.content, self.description)
        names = self._nullable[operation.id]
        if names is None or not isinstance(body, dict):
            return body
        kept = {name: one for name, one in body.items() if one is not ... and (one is not None or name in names)}
        return kept if kept or operation.needs_body else None

    def _scope(self, operation: Operation) -> Scope:
        """Which lock-outs apply to the operation."""
        return "usual"

    def _tag(self, operation: Operation, content: Any) -> tuple[str | None, tuple[str, ...]]:
        """Tag of the request, and the tags in its body that the client generated."""
        return None, ()

    def _headers(self, operation: Operation, media: str) -> dict[str, str]:
        """Headers of every request."""
        agent = f"{self.description.facts.distribution}/{self.description.version}"
        wanted = [one.media for one in operation.answers.values() if one and one.form != "json"]
        accept = ", ".join(dict.fromkeys([JSON_TYPE, *wanted]))
        headers = {"Accept": accept, "Accept-Encoding": "gzip", "User-Agent": agent}
        return headers | ({"Content-Type": media} if media else {})

    def _body(
        self, operation: Operation, body: object, problems: list[Problem], extra: frozenset[str]
    ) -> tuple[Any, dict[str, list[File]]]:
        """The checked body as JSON types, and its file parts."""
        content = operation.content
        if body is None and (content is None or not operation.needs_body):
            return None, {}
        if content is not None and content.form in ("bytes", "text"):
            return self._whole(operation, content, body, problems), {}
        found = len(problems)
        given = {} if body is None else None if body is NULL else body
        files = _files(given) if content and content.form == "multipart" else {}
        made = _plain_properties(_without(given, files), problems)
        # A value that JSON cannot express is not in what is checked, so nothing is said of it twice.
        unread = {INSIDE.split(one.field)[0] for one in problems[found:]}
        if content is not None and "" not in unread:
            found_in = self._check(operation.id, content.schema, made)
            if unread:
                found_in = tuple(one for one in found_in if INSIDE.split(one.field)[0] not in {"", *unread})
            if body is None and any(not one.field and one.rule != "required" for one in found_in):
                found_in = (MISSING,)
            problems += (one for one in found_in if one.rule != NOT_KNOWN or one.field not in extra)
        return (NULL if body is NULL else made), files

    def _whole(self, operation: Operation, content: Content, body: object, problems: list[Problem]) -> Any:
        """A body that is one text, or bytes."""
        if body is None or body is NULL:
            problems.append(MISSING)
            return None
        if content.form == "text":
            return self._text(operation, content, body, problems)
        if isinstance(body, bytes | bytearray):
            return bytes(body)
        if not isinstance(body, str):
            problems.append(Problem("", f"must be bytes for {content.media}, got {type(body).__name__}", "type", ""))
        return body

    def _text(self, operation: Operation, content: Content, body: object, problems: list[Problem]) -> Any:
        """A body that is one text. Objects in another notation, such as XML, cannot be checked."""
        made = _plain_properties(body, problems)
        if is_one_value(content.shape, self.description.shapes):
            problems += self._check(operation.id, content.schema, made)
        elif not isinstance(made, str):
            problems.append(Problem("", f"must be text for {content.media}, got {type(body).__name__}", "type", ""))
        return made

    def _address(
        self, operation: Operation, path: str | None, values: Mapping[str, object], problems: list[Problem]
    ) -> _Address:
        """Check the parameters and build the address; `path`, if given, has its variables filled in already."""
        address = _Address(_spelled(operation.path) if path is None else path)
        given = {name: value for name, value in values.items() if value is not None}
        for one in operation.parameters:
            if one.place == "path" and path is not None:
                continue
            key = f"{one.place}:{one.name}" if f"{one.place}:{one.name}" in given else one.name
            if key in given:
                self._put(address, one, given.pop(key), operation, problems)
            elif one.required:
                problems.append(Problem(one.name, "is missing", "required", one.source))
        for name, value in given.items():
            other = Parameter(name, "query", {}, required=False, exploded=True)
            self._put(address, other, value, operation, problems)
        if path is None:
            address.path, _, fixed = address.path.partition("?")
            # A variable that is a parameter of the query has been put there already.
            address.query[:0] = [one for one in fixed.split("&") if one and not VARIABLE.search(one)]
        is_fixed = path is None and "{" not in operation.path
        problems += _fixed_path_problems(address.path) if is_fixed else _path_problems(address.path, path is None)
        if address.cookies:
            address.headers["Cookie"] = "; ".join(address.cookies)
        return address

    def _put(
        self, address: _Address, one: Parameter, value: object, operation: Operation, problems: list[Problem]
    ) -> None:
        """Check a parameter and add it to the address."""
        try:
            wire = plain(value)
            found = self._check(f"{operation.id} {one.place} {one.name}", one.schema, wire) if one.schema else ()
            problems += (Problem(_below(one.name, each.field), each.message, each.rule, one.source) for each in found)
            match one.place:
                case "path":
                    filled = in_path(one, wire)
                    if not filled:
                        problems.append(
                            Problem(one.name, "must not be empty: it is a part of the path", "path", one.source)
                        )
                    address.path = address.path.replace("{" + one.name + "}", filled)
                case "query":
                    address.query += in_query(one, wire)
                case "header":
                    if (text := in_header(one, wire)) is not None:
                        address.headers[one.name] = text
                case "cookie":
                    if (text := in_header(one, wire)) is not None:
                        address.cookies.append(f"{one.name}={text}")
        except ValueError as error:
            problems.append(Problem(one.name, str(error), "type", one.source))

    def _check(self, key: str, schema: Schema, value: object) -> tuple[Problem, ...]:
        """Problems of a value by a schema, whose validator is cached under the key."""
        if key not in self._checks:
            self._checks[key] = Check(schema, self.description.schemas, strict, self.secrets.names)
        try:
            return self._checks[key].problems(value)
        except ValueError as error:
            return (Problem("", f"cannot be checked: {one_line(str(error))}", "type", ""),)


def _nullable(content: Content, description: Description) -> frozenset[str] | None:
    """The properties of a body for which None is sent as null; None if it is no object with properties."""
    found = typed(content.shape, description.shapes)
    properties = found.schema.get("properties") if isinstance(found.kind, Named) else None
    if not properties:
        return None
    wanted = found.schema.get("required", ())
    each = ((name, typed(properties.get(name), description.shapes)) for name in {*properties, *wanted})
    return frozenset(name for name, one in each if one.nullable and _is_given(one, name in wanted))


def _is_given(found: Typed, is_wanted: bool) -> bool:
    """Whether None is sent as null; for untyped properties only if they are required."""
    return is_wanted or not isinstance(found.kind, Anything)


def prepared(call: Call, base_url: str) -> PreparedRequest:
    """The call as the public `PreparedRequest`."""
    return PreparedRequest(call.method, base_url + call.target, call.headers, call.content, **marked(call.tag))


def _below(name: str, inner: str) -> str:
    """Such as `filter.name`, `ids[3]`."""
    return f"{name}{inner}" if not inner or inner.startswith("[") else f"{name}.{inner}"


@cache
def _spelled(path: str) -> str:
    """A described path, percent-encoded except for its variables, without its fragment: a URL's is never sent."""
    path = path.partition("#")[0]
    if SEGMENT.fullmatch(path.replace("/", "")):
        return path
    parts = VARIABLE.split(path)
    return "".join(one if at % 2 else quote(one, safe=UNTOUCHED) for at, one in enumerate(parts))


@cache
def _fixed_path_problems(path: str) -> tuple[Problem, ...]:
    """Problems of a described path without variables, found once. No other path is kept: it can hold a secret."""
    return tuple(_path_problems(path, True))


def _path_problems(path: str, is_stated: bool) -> Iterator[Problem]:
    """Problems of a path, such as `..` or an empty segment; a described path may have the latter."""
    segments = path.split("/")
    if segments[0] or len(segments) < 2:
        yield Problem("path", "must begin with a slash", "path", "")
    for number, segment in enumerate(segments[1:], 2):
        decoded = unquote(segment)
        is_end = number == len(segments) and not segment
        is_dots = bool(decoded) and set(decoded) <= {"."}
        if (
            not SEGMENT.fullmatch(segment)
            or is_dots
            or not decoded.isprintable()
            or not (segment or is_end or is_stated)
        ):
            # The path of a description only has such a part where an argument brought it; its value can be a secret.
            text = "has a part that cannot be sent: an argument in it is `.`, `..` or unprintable"
            if not is_stated:
                text = f"has the part {segment!r}, which cannot be sent; put what varies into `params`"
            yield Problem("path", text, "path", "")


def _files(body: object) -> dict[str, list[File]]:
    """File parts of a form, by property."""
    if not isinstance(body, Mapping):
        return {}
    found: dict[str, list[File]] = {}
    for name, value in body.items():
        one = as_file(value)
        each = [one] if one else [as_file(item) for item in value] if isinstance(value, list | tuple) else []
        if each and all(each):
            found[name] = [file for file in each if file]
    return found


def _without(body: object, files: Mapping[str, list[File]]) -> object:
    """The body with empty texts in place of files, for validation."""
    if not files or not isinstance(body, Mapping):
        return body
    return {**body, **{name: "" if as_file(body[name]) else [""] * len(each) for name, each in files.items()}}


def _plain_properties(body: object, problems: list[Problem]) -> Any:
    """The body as JSON types; reports values that JSON cannot express."""
    if not isinstance(body, Mapping):
        try:
            return plain(body)
        except ValueError as error:
            problems.append(Problem("", str(error), "type", ""))
            return None
    content: dict[str, Any] = {}
    for name, value in body.items():
        try:
            content[key_of(name)] = plain(value, 1)
        except ValueError as error:
            problems.append(Problem(one_line(f"{name}{misfit(value)}"), str(error), "type", ""))
    return content


def _encode(
    content: Content, body: Any, files: Mapping[str, list[File]], problems: list[Problem]
) -> tuple[str, bytes | None]:
    """Content type and bytes of the body."""
    if body is None or problems:
        return "", None
    try:
        return write_body(content, None if body is NULL else body, files)
    except ValueError as error:
        problems.append(Problem("", f"cannot be written: {error}", "type", ""))
        return "", None
