"""Docstrings of methods: purpose, arguments, errors, page and an example call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jekyll_openapi.client.call_examples import example_call
from jekyll_openapi.client.model import Argument, Group, Method
from jekyll_openapi.client.schema_texts import near, one_line, stated
from jekyll_openapi.client.writer import Code, docstring
from jekyll_openapi.runtime.messages import link
from jekyll_openapi.runtime.trading.facts import TradingDescription

EXTRA = "    extra: Properties to add to the body that the description lacks, under the API's names, at any depth."
DRY_RUN = "    dry_run: Return the request that would be sent, and send nothing."
INVALID = "    RequestInvalid: An argument breaks the description; nothing was sent."
UNSENT = "    NotSent: Nothing was sent, for want of a connection, a token or time. The same call can be made again."
REJECTED = "    Rejected: The service refused; `reason`, `text` and `advice` say why."
UNKNOWN = "    OutcomeUnknown: It was sent, and no answer says whether it was done. "
NAMED = {"401": "AuthenticationError", "403": "AuthenticationError", "404": "NotFound", "429": "RateLimited"}
GAVE_UP = frozenset({"408", "460", "499"})
"""Statuses below 500 after which a change may have been carried out."""


def method_docstrings(group: Group, description: TradingDescription) -> Mapping[str, Code]:
    """Docstring by method name."""
    return {one.name: _method_docstring(group, one, description) for one in group.methods}


def _method_docstring(group: Group, method: Method, description: TradingDescription) -> Code:
    """The docstring of a method; the same in both clients."""
    parts = [method.summary]
    if method.arguments:
        parts.append("Args:\n" + "\n".join(_arguments(method)))
    if method.result.text == "Any":
        parts.append("Returns:\n    The JSON of the answer; the description does not say what it holds.")
    if raised := list(_raised(method, description)):
        parts.append("Raises:\n" + "\n".join(raised))
    if method.rules:
        parts.append("Rules:\n" + "\n".join(_rules(method)))
    parts.append(_called(method, description))
    return docstring("\n\n".join(parts), 2, example=example_call(group, method, description).text)


def _arguments(method: Method) -> Iterator[str]:
    """A line per argument."""
    for one in method.arguments:
        yield _argument(one, method.operation.source)
    if method.body:
        yield EXTRA
    if method.has_dry_run:
        yield DRY_RUN


def _argument(argument: Argument, page: str) -> str:
    """An argument's description, API name, limits and source."""
    wire = argument.wire if argument.wire != argument.name else ""
    source = near(argument.source, page) if argument.wire else ""
    notes = ["None sends null"] if argument.takes_null else []
    text = stated(argument.shape, wire, source, notes)
    return f"    {argument.name}: {f'not described {text}' if text[:1] in ('', '(') else text}".rstrip()


def _rules(method: Method) -> Iterator[str]:
    """A line per condition between arguments."""
    for text, place in method.rules:
        where = near(place, method.operation.source)
        yield f"    - {one_line(text)}{f' ({where})' if where else ''}"


def _called(method: Method, description: TradingDescription) -> str:
    """The HTTP request of the method, and the page that states it."""
    operation = method.operation
    place = link(operation.source, description.facts.docs_url) or operation.source
    request = f"{operation.method.upper()} {operation.path}"
    return f"Calls `{request}`{f', documented at {place}' if place else ''}."


def _raised(method: Method, description: TradingDescription) -> Iterator[str]:
    """Errors specific to this method; those of every call are listed in `errors`."""
    operation, facts = method.operation, description.facts
    if method.arguments:
        yield INVALID
    is_change = operation.kind not in ("read", "auth")
    if is_change:
        yield UNSENT
    responses: Mapping[str, Any] = description.spec["paths"][operation.path][operation.method].get("responses", {})
    for status, one in sorted(responses.items()):
        if status[:1] == "4" and status not in GAVE_UP:
            locked = status.isdecimal() and int(status) in facts.lock_out.statuses
            kind = "RateLimited" if locked else NAMED.get(status, "ApiError")
            yield f"    {kind}: {status}. {one_line(str(one.get('description') or ''))}".rstrip()
    if operation.kind == "trade" and not facts.plain:
        yield REJECTED
    if is_change:
        yield UNKNOWN + _advice(method, description)


def _advice(method: Method, description: TradingDescription) -> str:
    """What to do about an unknown outcome."""
    reconcile = description.facts.reconcile
    if method.has_dry_run and reconcile:
        return f"Call `api.{reconcile.group}.reconcile(error)` before you send it again."
    return "Read what it would have changed before you send it again."
