"""Makes a request out of Python values, and refuses to make one that breaks the spec."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote

from .checks import Check
from .clock import Clock
from .description import JSON_TYPE, Description, Operation, Parameter
from .errors import Problem, RequestInvalid
from .flow import Call
from .lines import one_line
from .lockout import Scope
from .requests import PreparedRequest
from .schemas import strict
from .secrets import Secrets
from .tags import put_tags
from .wire import json_text, plain

SEGMENT = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@%-]+")
HEADERS = {"Accept": JSON_TYPE, "Accept-Encoding": "gzip"}


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
        path: str = "",
        method: str = "",
        body: object = None,
        values: Mapping[str, object] | None = None,
    ) -> Call:
        """The call, `values` in its path and query; RequestInvalid lists everything that is wrong with it."""
        problems: list[Problem] = []
        target = self._target(operation, path, values or {}, problems)
        content = self._body(operation, body, problems)
        made = put_tags(operation, content, self.description, self.clock.now())
        tag = self._tag(content)
        self.secrets.learn(content)
        text = _encode(content, problems)
        if problems:
            raise RequestInvalid(operation=operation.id, cl_ord_id=tag, problems=tuple(problems))
        return Call(
            operation,
            method=(method or operation.method).upper(),
            target=target,
            body=content,
            content=text,
            headers=self._headers(has_body=text is not None),
            tag=tag,
            deadline=deadline,
            made=made,
            scope=self._scope(operation),
        )

    def _scope(self, operation: Operation) -> Scope:
        """Which lock-outs keep the operation back."""
        trade = self.description.facts.trades.get(operation.id)
        return "protecting" if trade and trade.protects else "usual"

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

    def _tag(self, content: Any) -> str | None:
        """The tag that the request carries."""
        tag = content.get(self.description.facts.tag) if isinstance(content, dict) else None
        return one_line(str(tag)) if tag else None

    def _target(self, operation: Operation, path: str, values: Mapping[str, object], problems: list[Problem]) -> str:
        """Path and query, checked; a path that is given has its variables filled."""
        known = {one.name: one for one in operation.parameters if one.place == "query" or not path}
        given = {name: value for name, value in values.items() if value is not None}
        missing = (one for one in known.values() if one.required and one.name not in given)
        problems += (Problem(one.name, "is missing", "required", one.source) for one in missing)
        filled, query = path or operation.path, []
        for name, value in given.items():
            one = known.get(name) or Parameter(name, "query", {}, required=False, exploded=True)
            texts = self._texts(operation, one, value, problems)
            if one.place == "path":
                filled = filled.replace("{" + name + "}", ",".join(texts))
            else:
                key = quote(name, safe="")
                query += [f"{key}={text}" for text in (texts if one.exploded else [",".join(texts)])]
        problems += _path_problems(filled)
        return f"{filled}?{'&'.join(query)}" if query else filled

    def _texts(self, operation: Operation, one: Parameter, value: object, problems: list[Problem]) -> list[str]:
        """The value, or each item of a list, as it stands in an address."""
        try:
            wire = plain(value)
        except ValueError as error:
            problems.append(Problem(one.name, str(error), "type", one.source))
            return []
        found = self._check(f"{operation.id} {one.name}", one.schema, wire) if one.schema else ()
        problems += (Problem(one.name + each.field, each.message, each.rule, one.source) for each in found)
        return [quote(_text(each), safe="") for each in (wire if isinstance(wire, list) else [wire])]

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
