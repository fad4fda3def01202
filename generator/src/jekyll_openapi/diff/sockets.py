"""Compares two AsyncAPI documents, in the terms of the comparison of OpenAPI descriptions.

A message that the client sends is compared as an operation with its body and its response, an event as a webhook.
"""

from collections.abc import Container, Iterator
from typing import Any

from jekyll_openapi.diff.change import LEVELS, Change, Level
from jekyll_openapi.diff.reading import SpecError, checked
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.pointers import at, below, pointer
from jekyll_openapi.openapi.references import REF
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace

NO_SOCKETS: Json = {"asyncapi": "3.0.0"}
"""The document of a description that states no sockets."""
_Place = tuple[str, ...]
_Places = dict[_Place, _Place]
"""Where a part of the description stands in the document."""


def is_sockets(content: Any) -> bool:
    """Whether the content claims to be an AsyncAPI document."""
    return isinstance(content, dict) and "asyncapi" in content


def check_sockets(content: Json) -> Json:
    """The document, checked as far as the comparison relies on it; raises SpecError."""
    if not str(content["asyncapi"]).startswith("3."):
        raise SpecError(f"AsyncAPI 3 is read, not {content['asyncapi']}", ("asyncapi",))
    try:
        checked(_described(content)[0])
    except (KeyError, TypeError, AttributeError, ValueError) as problem:
        raise SpecError(f"it is not an AsyncAPI document: {type(problem).__name__} {problem}") from None
    return content


def compare_sockets(old: Json, new: Json, *, without: Container[str] = ()) -> tuple[Change, ...]:
    """Every change from the old AsyncAPI document to the new one, worst first.

    `without` are paths of operations that are compared elsewhere.
    """
    # 20 ms, not for asking what a document is
    from jekyll_openapi.diff.compare import compare_specs
    from jekyll_openapi.diff.cursor import Spec

    (before, was), (after, now) = _described(old, without), _described(new, without)
    # A message has no name in Python: it is called by its endpoint, an event by its name.
    changes = compare_specs(*(Spec.of(one, has_names=False) for one in (before, after)))
    told = (_told(one, {**now, **was} if one.kind.endswith("-removed") else {**was, **now}) for one in changes)
    return tuple(sorted((*_moved(old, new), *told), key=lambda one: LEVELS.index(one.level)))


def with_sockets(changes: tuple[Change, ...], old: tuple[Json, Json], new: tuple[Json, Json]) -> tuple[Change, ...]:
    """The changes between two descriptions, with those between the AsyncAPI documents beside them.

    Operations that a socket takes as well have been compared, with the schemas that they share with messages.
    """
    (before, was), (after, now) = old, new
    if was == now:
        return changes
    found = compare_sockets(was, now, without=before.get("paths", {}) | after.get("paths", {}))
    told = {(one.kind, one.location, one.message) for one in changes}
    more = (one for one in found if (one.kind, one.location, one.message) not in told)
    return tuple(sorted((*changes, *more), key=lambda one: LEVELS.index(one.level)))


def _moved(old: Json, new: Json) -> Iterator[Change]:
    """The channels that stand at another address, each with the messages that go there."""
    before, after = _addresses(old), _addresses(new)
    moved: dict[tuple[str, str, str], list[str]] = {}
    for message in before.keys() & after.keys():
        (was, _), (now, place) = before[message], after[message]
        if _VARIABLE.sub("{}", was) != _VARIABLE.sub("{}", now):
            moved.setdefault((was, now, place), []).append(message)
    for (was, now, place), messages in sorted(moved.items()):
        names = tuple(sorted(messages))
        text = f"the channel stands at `{now}`, it was at `{was}`"
        reason = "who connects to the old address reaches nothing"
        yield Change(
            "channel-moved", *_BREAKING, "both", below(place, "address"), "", names, names, text, reason, was, now
        )


_BREAKING: tuple[Level, Level, Level] = ("breaking", "breaking", "breaking")
_VARIABLE = regex(r"\{[^{}]*\}")


def _addresses(document: Json) -> dict[str, tuple[str, str]]:
    """Message -> address and place of its channel, where one is stated."""
    found: dict[str, tuple[str, str]] = {}
    for action in document.get("operations", {}).values():
        place = action["channel"][REF]
        address = at(document, place).get("address")
        for name, message, _ in _messages(document, action) if isinstance(address, str) else ():
            properties = message.get("payload", {}).get("properties", {})
            key = "endpoint" if action["action"] == "send" else "e"
            end = properties.get(key, {}).get("const") or name
            found[str(end) if key == "endpoint" else f"event {end}"] = address, place
    return found


def _told(change: Change, places: _Places) -> Change:
    """The change in the terms of the document."""
    place = _keys(change.path)
    for size in range(len(place), 0, -1):
        if (known := places.get(place[:size])) is not None:
            place = (*known, *place[size:])
            break
    ends = tuple(map(_plain, change.operations))
    return replace(change, path=pointer(*place), operations=ends, message=_plain(change.message), names=ends)


def _plain(text: str) -> str:
    return text.replace("POST webhook ", "event ").replace("POST /", "")


def _described(document: Json, without: Container[str] = ()) -> tuple[Json, _Places]:
    """The document as an OpenAPI description, and where each of its parts comes from."""
    paths: Json = {}
    webhooks: Json = {}
    places: _Places = {}
    for action in document.get("operations", {}).values():
        for name, message, place in _messages(document, action):
            payload, properties = message.get("payload", {}), message.get("payload", {}).get("properties", {})
            inside: _Place = (*place, "payload")
            media = _media(document, message)
            if action["action"] == "send":
                end = properties.get("endpoint", {}).get("const")
                path = f"/{end or name}"
                if path in without:
                    continue
                body = (properties.get("body"), (*inside, "properties", "body")) if end else (payload, inside)
                found: _Place = ("paths", path, "post")
                parameters = [*properties.get("query", {}).get("x-parameters", []), *_headers(document, message)]
                answers = dict(_answers(document, action, found, places))
                about = {**_source(action), "parameters": parameters, **_body(body[0], media)}
                paths[path] = {"post": {**about, "responses": answers}}
            else:
                event = properties.get("e", {}).get("const")
                body = (properties.get("d"), (*inside, "properties", "d")) if event else (payload, inside)
                found = ("webhooks", str(event or name), "post")
                about = {**_source(action), "parameters": [*_headers(document, message)], **_body(body[0], media)}
                webhooks[found[1]] = {"post": {**about, "responses": {}}}
            places[found] = place
            places[(*found, "requestBody", "content", media, "schema")] = body[1]
    schemas = document.get("components", {}).get("schemas", {})
    servers = [{"url": _url(one)} for one in document.get("servers", {}).values()]
    places |= {("servers", str(index)): ("servers", name) for index, name in enumerate(document.get("servers", {}))}
    made = {"openapi": "3.1.0", "info": document.get("info", {}), "paths": paths, "webhooks": webhooks}
    return {**made, "components": {"schemas": schemas}, **({"servers": servers} if servers else {})}, places


def _messages(document: Json, action: Json) -> Iterator[tuple[str, Json, _Place]]:
    """The messages of an action, with their names and places."""
    stated = action.get("messages")
    if not stated:
        channel = action["channel"][REF]
        stated = [{REF: below(channel, "messages", name)} for name in at(document, below(channel, "messages"))]
    for one in stated:
        seen: list[str] = []
        while REF in one:
            if one[REF] in seen:
                raise ValueError(f"`{one[REF]}` refers to itself")
            seen.append(one[REF])
            one = at(document, one[REF])
        keys = _keys(seen[-1] if seen else "")
        yield keys[-1], one, keys


def _keys(place: str) -> _Place:
    return tuple(key.replace("~1", "/").replace("~0", "~") for key in place.removeprefix("#/").split("/"))


def _answers(document: Json, action: Json, found: _Place, places: _Places) -> Iterator[tuple[str, Json]]:
    """The response of a request: what an answer of status 2xx contains."""
    for _, answer, place in _messages(document, action["reply"]) if action.get("reply") else ():
        payload, inside = answer.get("payload", {}), (*place, "payload")
        granted = payload.get("then", {}).get("properties", {}).get("d")
        if granted is not None:
            payload, inside = granted, (*inside, "then", "properties", "d")
        media = _media(document, answer)
        places[(*found, "responses", "200", "content", media, "schema")] = inside
        yield "200", {"description": "", "content": {media: {"schema": payload}}}


def _media(document: Json, message: Json) -> str:
    return str(message.get("contentType") or document.get("defaultContentType") or "application/json")


def _headers(document: Json, message: Json) -> Iterator[Json]:
    """The headers of a message, which one schema describes, as parameters."""
    schema = message.get("headers", {})
    schema = at(document, schema[REF]) if REF in schema else schema
    for name, one in schema.get("properties", {}).items():
        yield {"name": name, "in": "header", "required": name in schema.get("required", ()), "schema": one}


def _body(schema: Json | None, media: str) -> Json:
    return {} if schema is None else {"requestBody": {"required": True, "content": {media: {"schema": schema}}}}


def _source(action: Json) -> Json:
    return {"x-source": action["x-source"]} if "x-source" in action else {}


def _url(server: Json) -> str:
    return f"{server['protocol']}://{server['host']}{server.get('pathname', '')}"
