"""Makes a request out of Python values, and refuses to make one that breaks the description."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from .bodies import File, as_file, write_body
from .checks import NOT_KNOWN, Check
from .clock import Clock
from .description import JSON_TYPE, Content, Description, Operation, Parameter
from .errors import Problem, RequestInvalid
from .flow import Call
from .lines import one_line
from .lockout import Scope
from .marks import marked
from .requests import PreparedRequest
from .schemas import Schema, strict
from .secrets import Secrets
from .styles import in_header, in_path, in_query
from .wire import plain

SEGMENT = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@%-]*")
JSON = Content(JSON_TYPE, {})


@dataclass(slots=True)
class _Address:
    """Where a request goes, while it is put together."""

    path: str
    query: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    cookies: list[str] = field(default_factory=list)

    @property
    def target(self) -> str:
        """Path and query."""
        return f"{self.path}?{'&'.join(self.query)}" if self.query else self.path


@dataclass(frozen=True, slots=True)
class Preparer:
    """Turns what a caller wants into a call that may be sent."""

    description: Description
    secrets: Secrets
    clock: Clock = field(default_factory=Clock)
    _checks: dict[str, Check] = field(default_factory=dict, init=False)

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
        """The call, `values` in its parameters; RequestInvalid lists everything that is wrong with it.

        A parameter whose name another place has too is called `place:name`. `extra` are the ways to what may stand in
        the body although nobody knows it.
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
            body=content,
            content=text,
            headers=self._headers(operation, media) | address.headers,
            tag=tag,
            deadline=deadline,
            made=made,
            scope=self._scope(operation),
        )

    def _scope(self, operation: Operation) -> Scope:
        """Which lock-outs keep the operation back."""
        return "usual"

    def _tag(self, operation: Operation, content: Any) -> tuple[str | None, tuple[str, ...]]:
        """The tag that the request carries, and the tags in its body that are made here."""
        return None, ()

    def _headers(self, operation: Operation, media: str) -> dict[str, str]:
        """What goes out with every request."""
        agent = f"{self.description.facts.distribution}/{self.description.version}"
        wanted = [one.media for one in operation.answers.values() if one and one.form != "json"]
        accept = ", ".join(dict.fromkeys([JSON_TYPE, *wanted]))
        headers = {"Accept": accept, "Accept-Encoding": "gzip", "User-Agent": agent}
        return headers | ({"Content-Type": media} if media else {})

    def _body(
        self, operation: Operation, body: object, problems: list[Problem], extra: frozenset[str]
    ) -> tuple[Any, dict[str, list[File]]]:
        """The body in the types of JSON, checked, and the bytes that stand in it."""
        content = operation.content
        if content is None and body is None:
            return None, {}
        if content is not None and content.form in ("bytes", "text"):
            return self._whole(operation, content, body, problems), {}
        if not operation.needs_body and (body is None or body == {}) and operation.content is not None:
            return None, {}
        found = len(problems)
        given = body if body is not None else {}
        files = _files(given) if content and content.form == "multipart" else {}
        made = _plain_properties(_without(given, files), problems)
        if content is not None and len(problems) == found:
            found_in = self._check(operation.id, content.schema, made)
            problems += (one for one in found_in if one.rule != NOT_KNOWN or one.field not in extra)
        return made, files

    def _whole(self, operation: Operation, content: Content, body: object, problems: list[Problem]) -> Any:
        """A body that is one text, or bytes."""
        if body is None:
            if operation.needs_body:
                problems.append(Problem("", "is missing", "required", ""))
            return None
        if isinstance(body, bytes | bytearray) and content.form == "bytes":
            return bytes(body)
        if not isinstance(body, str):
            wanted = "text" if content.form == "text" else "bytes"
            problems.append(Problem("", f"is {wanted} for {content.media}, not {type(body).__name__}", "type", ""))
        elif content.form == "text":
            problems += self._check(operation.id, content.schema, body)
        return body

    def _address(
        self, operation: Operation, path: str | None, values: Mapping[str, object], problems: list[Problem]
    ) -> _Address:
        """Where the request goes, checked; a path that is given has its variables filled."""
        address = _Address(operation.path if path is None else path)
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
        problems += _path_problems(address.path)
        if address.cookies:
            address.headers["Cookie"] = "; ".join(address.cookies)
        return address

    def _put(
        self, address: _Address, one: Parameter, value: object, operation: Operation, problems: list[Problem]
    ) -> None:
        """Put the value where the parameter belongs, if it is good."""
        try:
            wire = plain(value)
            found = self._check(f"{operation.id} {one.place} {one.name}", one.schema, wire) if one.schema else ()
            problems += (Problem(_below(one.name, each.field), each.message, each.rule, one.source) for each in found)
            match one.place:
                case "path":
                    text = in_path(one, wire)
                    if not text:
                        problems.append(Problem(one.name, "is empty, and stands in the path", "path", one.source))
                    address.path = address.path.replace("{" + one.name + "}", text)
                case "query":
                    address.query += in_query(one, wire)
                case "header":
                    address.headers[one.name] = in_header(one, wire)
                case "cookie":
                    address.cookies.append(f"{one.name}={in_header(one, wire)}")
        except ValueError as error:
            problems.append(Problem(one.name, str(error), "type", one.source))

    def _check(self, key: str, schema: Schema, value: object) -> tuple[Problem, ...]:
        """What is wrong with the value by the schema, which is made ready once under the key."""
        if key not in self._checks:
            self._checks[key] = Check(schema, self.description.schemas, strict, self.secrets.names)
        try:
            return self._checks[key].problems(value)
        except ValueError as error:
            return (Problem("", f"cannot be checked: {one_line(str(error))}", "type", ""),)


def prepared(call: Call, base_url: str) -> PreparedRequest:
    """The call as it would go out."""
    return PreparedRequest(call.method, base_url + call.target, call.headers, call.content, **marked(call.tag))


def _below(name: str, inner: str) -> str:
    """`filter.name`, `ids[3]`."""
    return f"{name}{inner}" if not inner or inner.startswith("[") else f"{name}.{inner}"


def _path_problems(path: str) -> Iterator[Problem]:
    """What makes a path one that is not sent."""
    segments = path.split("/")
    if segments[0] or len(segments) < 2:
        yield Problem("path", "begins with no slash", "path", "")
    for number, segment in enumerate(segments[1:], 2):
        decoded = unquote(segment)
        is_end = number == len(segments) and not segment
        is_dots = bool(decoded) and set(decoded) <= {"."}
        if not SEGMENT.fullmatch(segment) or is_dots or not decoded.isprintable() or not (segment or is_end):
            yield Problem("path", "has a part that is not a plain name; what varies goes into `params`", "path", "")


def _files(body: object) -> dict[str, list[File]]:
    """The bytes among the properties of a form, by name."""
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
    """The body with empty text where bytes stand, as a check sees it."""
    return {**body, **dict.fromkeys(files, "")} if files and isinstance(body, Mapping) else body


def _plain_properties(body: object, problems: list[Problem]) -> Any:
    """The body in the types of JSON; what JSON cannot say is a problem of its property."""
    if not isinstance(body, Mapping):
        try:
            return plain(body)
        except ValueError as error:
            problems.append(Problem("", str(error), "type", ""))
            return None
    content: dict[str, Any] = {}
    for name, value in body.items():
        try:
            content |= plain({name: value})
        except ValueError as error:
            problems.append(Problem(one_line(str(name)), str(error), "type", ""))
    return content


def _encode(
    content: Content, body: Any, files: Mapping[str, list[File]], problems: list[Problem]
) -> tuple[str, bytes | None]:
    """The content type and the bytes of the body."""
    if body is None or problems:
        return "", None
    try:
        return write_body(content, body, files)
    except ValueError as error:
        problems.append(Problem("", f"cannot be written: {error}", "type", ""))
        return "", None
