"""Makes a request out of Python values, and refuses to make one that breaks the spec."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote

from .checks import Check
from .description import JSON_TYPE, Description, Operation, Parameter
from .errors import Problem, RequestInvalid
from .flow import Call
from .lines import one_line
from .requests import PreparedRequest
from .schemas import resolve, strict
from .secrets import Secrets
from .wire import json_text, plain

SEGMENT = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@%-]+")
HEADERS = {"Accept": JSON_TYPE, "Accept-Encoding": "gzip"}


@dataclass(frozen=True, slots=True)
class Preparer:
    """Turns what a caller wants into a call that may be sent."""

    description: Description
    secrets: Secrets
    _checks: dict[str, Check] = field(default_factory=dict, init=False)

    def prepare(
        self,
        operation: Operation,
        deadline: float,
        *,
        path: str = "",
        method: str = "",
        body: object = None,
        query: Mapping[str, object] | None = None,
    ) -> Call:
        """The call; RequestInvalid lists everything that is wrong with it."""
        problems = list(_path_problems(path or operation.path))
        values = self._query(operation, query or {}, problems)
        content = self._body(operation, body, problems)
        tag = self._tag(operation, content)
        self.secrets.learn(content)
        text = _encode(content, problems)
        if problems:
            raise RequestInvalid(operation=operation.id, cl_ord_id=tag, problems=tuple(problems))
        target = (path or operation.path) + ("?" + "&".join(values) if values else "")
        return Call(
            operation,
            method=(method or operation.method).upper(),
            target=target,
            body=content,
            content=text,
            headers=self._headers(has_body=text is not None),
            tag=tag,
            deadline=deadline,
        )

    def _headers(self, has_body: bool) -> dict[str, str]:
        """What goes out with every request."""
        agent = f"{self.description.facts.distribution}/{self.description.version}"
        return HEADERS | {"User-Agent": agent} | ({"Content-Type": JSON_TYPE} if has_body else {})

    def _body(self, operation: Operation, body: object, problems: list[Problem]) -> Any:
        """The body in the types of JSON, checked."""
        if body is None and operation.body is None:
            return None
        found = len(problems)
        content = _plain_properties(body if body is not None else {}, problems)
        if operation.body is not None and len(problems) == found:
            problems += self._check(operation.id, operation.body, content)
        return content

    def _tag(self, operation: Operation, content: Any) -> str | None:
        """The tag of the request, made up where a trade has none."""
        name = self.description.facts.tag
        if not name or not isinstance(content, dict):
            return None
        properties = resolve(operation.body or {}, self.description.schemas).get("properties", {})
        if operation.kind == "trade" and name in properties and name not in content:
            content[name] = uuid.uuid4().hex
        return one_line(str(content[name])) if name in content else None

    def _query(self, operation: Operation, query: Mapping[str, object], problems: list[Problem]) -> list[str]:
        """The parts of the query, checked."""
        known = {one.name: one for one in operation.parameters if one.place == "query"}
        for one in known.values():
            if one.required and query.get(one.name) is None:
                problems.append(Problem(one.name, "is missing", "required", one.source))
        given = [(name, value) for name, value in query.items() if value is not None]
        return [
            part for name, value in given for part in self._pairs(operation, name, value, known.get(name), problems)
        ]

    def _pairs(
        self, operation: Operation, name: str, value: object, known: Parameter | None, problems: list[Problem]
    ) -> list[str]:
        """One parameter as it stands in the query."""
        try:
            wire = plain(value)
        except ValueError as error:
            problems.append(Problem(name, str(error), "type", known.source if known else ""))
            return []
        if known:
            found = self._check(f"{operation.id} {name}", known.schema, wire)
            problems += [Problem(name + one.field, one.message, one.rule, known.source) for one in found]
        texts = [quote(_text(one), safe="") for one in (wire if isinstance(wire, list) else [wire])]
        key = quote(name, safe="")
        return [f"{key}={one}" for one in texts] if known is None or known.exploded else [f"{key}={','.join(texts)}"]

    def _check(self, key: str, schema: dict[str, Any], value: object) -> tuple[Problem, ...]:
        """What is wrong with the value by the schema, which is made ready once under the key."""
        if key not in self._checks:
            self._checks[key] = Check(schema, self.description.schemas, strict)
        try:
            return self._checks[key].problems(value)
        except ValueError as error:
            return (Problem("", f"cannot be checked: {one_line(str(error))}", "type", ""),)


def prepared(call: Call, base_url: str) -> PreparedRequest:
    """The call as it would go out."""
    return PreparedRequest(call.method, base_url + call.target, call.headers, call.content, call.tag)


def _path_problems(path: str) -> Iterator[Problem]:
    """What makes a path one that is not sent."""
    segments = path.split("/")
    if segments[0] or len(segments) < 2:
        yield Problem("path", "begins with no slash", "path", "")
    for segment in segments[1:]:
        decoded = unquote(segment)
        if not SEGMENT.fullmatch(segment) or set(decoded) <= {"."} or not decoded.isprintable():
            yield Problem("path", "has a part that is no plain name; what varies goes into `params`", "path", "")


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


def _encode(content: Any, problems: list[Problem]) -> bytes | None:
    """The bytes of the body."""
    try:
        return None if content is None else json_text(content).encode()
    except ValueError as error:
        problems.append(Problem("", f"cannot be written: {error}", "type", ""))
        return None


def _text(value: object) -> str:
    """A value as it stands in a query."""
    return value if isinstance(value, str) else json_text(value)
