"""Collects the messages of the WebSocket API: from pages, from the base description, and from REST operations."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jekyll_openapi.api.model import Api, Shown, SocketEvent, SocketRequest
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.operations import JSON_MEDIA, operations, success
from jekyll_openapi.openapi.references import schema_ref
from jekyll_openapi.records import dataclass, replace
from jekyll_openapi.spec.base import SOCKETS
from jekyll_openapi.spec.literals import UnknownValueError, json_value
from jekyll_openapi.spec.schemas import emit_schema, places

BASE = f"base: {SOCKETS}"
"""The `x-source` of hand-written facts."""
_OPTIONAL_KEY = "//"
_ID: Json = {"type": "integer", "description": "A number that no other request of the connection has"}
_CARRIED = (
    "summary", "description", "deprecated", "x-source", "x-source-data", "x-inferred-from", "x-operation-class",
    "x-unknown",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that can be sent, whatever source describes it."""

    name: str
    endpoint: str
    head: Json
    """Its summary, description and sources."""
    body: Json | None
    answer: Json
    query: tuple[Json, ...] = ()
    examples: tuple[Any, ...] = ()
    """Example bodies."""
    is_operation: bool = False
    """Whether it is an operation of the OpenAPI description."""
    has_answer: bool = True
    """Whether it is known that it is answered."""

    @property
    def messages(self) -> dict[str, Json]:
        """Message name -> message, for the request and its response."""
        return {self.request_name: _request(self)} | ({self.answer_name: _answer(self)} if self.has_answer else {})

    @property
    def request_name(self) -> str:
        return f"{self.name}Request"

    @property
    def answer_name(self) -> str:
        return f"{self.name}Answer"


@dataclass(frozen=True, slots=True)
class Told:
    """An event that can arrive, whatever source describes it."""

    name: str
    head: Json
    data: Json
    examples: tuple[Any, ...] = ()

    @property
    def message_name(self) -> str:
        return f"{self.name}Event"

    @property
    def message(self) -> Json:
        payload: Json = {
            "type": "object",
            "required": ["e", "d"],
            "properties": {"e": {"const": self.name}, "d": self.data},
        }
        shown = [{"payload": {"e": self.name, "d": one}} for one in self.examples]
        return {"name": self.name, **_head(self.head), "payload": payload} | ({"examples": shown} if shown else {})


def _head(head: Json) -> Json:
    """The parts of the head that a message can have."""
    return {key: value for key, value in head.items() if key not in ("x-operation-class", "deprecated")}


def _request(one: Asked) -> Json:
    properties: Json = {"endpoint": {"const": one.endpoint}, "id": dict(_ID)}
    if one.query:
        properties["query"] = {"type": "string", "description": "As in a URL", "x-parameters": list(one.query)}
    if one.body is not None:
        properties["body"] = one.body
    required = ["endpoint", "id", *(["query"] if any(each.get("required") for each in one.query) else [])]
    required += ["body"] if one.body is not None else []
    made: Json = {"name": one.endpoint, **_head(one.head)}
    made["payload"] = {"type": "object", "required": required, "properties": properties}
    made["correlationId"] = {"$ref": "#/components/correlationIds/request"}
    if one.examples:
        made["examples"] = [{"payload": {"endpoint": one.endpoint, "id": 1, "body": body}} for body in one.examples]
    return made


def _answer(one: Asked) -> Json:
    """The response message: data if the status is 2xx, an error text if not."""
    return {
        "name": f"answer to {one.endpoint}",
        **{key: value for key, value in one.head.items() if key == "x-source"},
        "payload": {
            "type": "object",
            "required": ["i", "s"],
            "properties": {
                "i": {"type": "integer", "description": "The id of the request"},
                "s": {"type": "integer", "description": "An HTTP status"},
            },
            "if": {"properties": {"s": {"minimum": 200, "maximum": 299}}},
            "then": {"properties": {"d": one.answer}},
            "else": {"properties": {"d": {"type": "string", "description": "What went wrong"}}},
        },
        "correlationId": {"$ref": "#/components/correlationIds/answer"},
    }


# --- where they come from ---------------------------------------------------------------------------------------------


def asked(api: Api, spec: Json, stated: Json) -> tuple[Asked, ...]:
    """All requests: REST operations first, then requests that only pages and base describe, sorted by endpoint."""
    found = list(_operations(spec))
    taken = {one.name for one in found}
    ends = {one.endpoint.casefold() for one in found}
    written: Mapping[str, Json] = stated.get("requests") or {}
    is_answered = stated.get("is-answered", True)
    pages = {one.endpoint.casefold(): one for one in api.sockets.requests if one.endpoint.casefold() not in ends}
    by_end = {end.casefold(): (end, content or {}) for end, content in written.items()}
    for end in sorted({*pages, *by_end}):
        endpoint, content = by_end.get(end, ("", {}))
        page = pages.get(end)
        endpoint = page.endpoint if page else endpoint
        name = _free(endpoint, taken)
        taken.add(name)
        one = _stated(name, endpoint, page, content)
        found.append(replace(one, has_answer=is_answered or bool(one.answer)))
    return tuple(found)


def _free(endpoint: str, taken: Iterable[str]) -> str:
    """The last part of the endpoint, prefixed by the part before it if that name is taken."""
    *group, last = endpoint.split("/")
    name = last if last not in taken else "".join(group) + last[:1].upper() + last[1:]
    return name if name not in taken else f"{name}OverSocket"


def _stated(name: str, endpoint: str, page: SocketRequest | None, written: Json) -> Asked:
    head: Json = {"summary": endpoint}
    if text := (page.description if page else "") or written.get("text", ""):
        head["description"] = text
    head |= places(page.provenance, page.inferred) if page else {"x-source": BASE}
    body, answer = written.get("body"), written.get("answer") or {}
    if page and page.body:
        body = filled(emit_schema(page.body), body or {})
    if page and page.answer:
        answer = filled(emit_schema(page.answer), answer)
    return Asked(name, endpoint, head, body, answer, examples=_values(page.examples) if page else ())


def filled(page: Json, base: Json) -> Json:
    """The schema that the page shows, completed by the base; where they differ, the page wins."""
    if not _TYPES & page.keys():
        return {**base, **page}
    page = _refined(page, base)
    # Keywords of another type would contradict the type that the page shows.
    if base.get("type", page.get("type")) != page.get("type") and "anyOf" not in base:
        return page
    made = {key: value for key, value in base.items() if key not in ("type", "anyOf", "enum")} | page
    if "enum" in base and page.get("type") == "string" and "enum" not in page:
        made["enum"] = base["enum"]
    if "items" in base and "items" in page:
        made["items"] = filled(page["items"], base["items"])
    if "properties" in base:
        own: Json = page.get("properties", {})
        made["properties"] = {name: filled(one, base["properties"].get(name, {})) for name, one in own.items()}
        others = {name: one for name, one in base["properties"].items() if name not in own}
        made["properties"] |= {name: {**one, "x-source": BASE} for name, one in others.items()}
    if required := dict.fromkeys((*page.get("required", ()), *base.get("required", ()))):
        made["required"] = list(required)
        for name in required:
            # It is required, so whether it is required is no longer unknown.
            made.get("properties", {}).get(name, {}).pop("x-unknown", None)
    return made


_TYPES = frozenset(("type", "anyOf", "enum", "const", "$ref"))


def _refined(page: Json, base: Json) -> Json:
    """What the page shows, with the base's type where that is the same told better."""
    if base.get("type") == "integer" and page.get("type") == "number":
        return {**page, **{key: base[key] for key in ("type", "format") if key in base}}
    if "x-inferred-from" in page and page.get("type") in [one.get("type") for one in base.get("anyOf", ())]:
        # A sample shows one of the types that the value can have.
        return {key: page[key] for key in page if key not in ("type", "x-inferred-from")} | {"anyOf": base["anyOf"]}
    return page


def _operations(spec: Json) -> Iterator[Asked]:
    """The REST operations that can be sent over a socket: all except those that open a session."""
    for path, _, operation in operations(spec):
        # A path parameter has no place in a socket request.
        if operation.get("x-operation-class") == "auth" or "{" in path:
            continue
        media = operation.get("requestBody", {}).get("content", {}).get(JSON_MEDIA, {})
        answers = operation.get("responses", {}).get(success(operation), {}).get("content", {}).get(JSON_MEDIA, {})
        query = tuple(one for one in operation.get("parameters", ()) if one.get("in") == "query")
        examples = tuple(one["value"] for one in media.get("examples", {}).values() if "value" in one)
        head = {key: operation[key] for key in _CARRIED if key in operation}
        yield Asked(
            operation["operationId"], path.strip("/"), head, media.get("schema"), answers.get("schema", {}), query,
            examples, True,
        )  # fmt: skip


def told(api: Api, stated: Json) -> tuple[Told, ...]:
    """The events that pages and base describe, sorted by name."""
    pages = {one.name: one for one in api.sockets.events}
    written: Mapping[str, Json] = stated.get("events") or {}
    return tuple(
        _event(name, pages.get(name), written.get(name) or {}, api, stated) for name in sorted({*pages, *written})
    )


def _event(name: str, page: SocketEvent | None, written: Json, api: Api, stated: Json) -> Told:
    head: Json = {"summary": f"The event {name}"}
    if text := (page.description if page else "") or written.get("text", ""):
        head["description"] = text
    head |= places(page.provenance, page.inferred) if page else {"x-source": BASE}
    known: Json = written.get("data") or {}
    data = filled(emit_schema(page.data), known) if page else known
    if kinds := (stated.get("entity-events") or {}).get(name):
        data = _with_entities(data, kinds, api)
    return Told(name, head, data, _values(page.examples) if page else ())


def _with_entities(data: Json, kinds: Mapping[str, str], api: Api) -> Json:
    """The event data, where an entity that was created has its schema. Other events can hold parts of an entity."""
    kind, entity, event = kinds["kind"], kinds["entity"], kinds["event"]
    known: Json = data.get("properties", {})
    about = ("description", "x-source", "x-unknown")
    told = {key: value for key, value in known.get(entity, {}).items() if key in about}
    properties = {**known, entity: {**told, "type": "object"}}
    chosen = [
        {
            "if": {
                "properties": {
                    kind: {"const": one.name[:1].lower() + one.name[1:]},
                    event: {"const": kinds["new"]},
                },
                "required": [kind, event],
            },
            "then": {"properties": {entity: schema_ref(one.name)}},
        }
        for one in api.schemas
        if one.is_entity
    ]
    return {**data, "properties": properties} | ({"allOf": chosen} if chosen else {})


def _values(shown: tuple[Shown, ...]) -> tuple[Any, ...]:
    """The JSON values of the examples that are complete literals."""
    found = []
    for one in shown:
        try:
            found.append(json_value(one.value, _OPTIONAL_KEY))
        # A sample with placeholders still shows names and types, but is no valid example.
        except UnknownValueError:
            continue
    return tuple(found)


def frames(stated: Json) -> dict[str, tuple[str, Json]]:
    """Frame name -> (sender, message), for everything that is no request, response or event."""
    found: dict[str, tuple[str, Json]] = {}
    for name, one in (stated.get("frames") or {}).items():
        message: Json = {"name": name, "contentType": "text/plain", "summary": one.get("text", name), "x-source": BASE}
        found[f"{name}Frame"] = str(one.get("from", "server")), message | {"payload": one.get("payload", {})}
    return found
