"""Emits the WebSocket API as AsyncAPI 3.0.0, from the client's view: it sends requests and receives events.

A request is a text of four lines; a response or an event is an object in the array of an `a` frame. The payload of a
request is an object that names the four lines, since a JSON Schema cannot describe the parts of a text.
"""

import fnmatch
import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from jekyll_openapi.api.model import Api
from jekyll_openapi.openapi.json import Json, copied
from jekyll_openapi.openapi.operations import JSON_MEDIA
from jekyll_openapi.openapi.references import REF, reached, schema_names
from jekyll_openapi.records import dataclass
from jekyll_openapi.spec.base import SOCKETS, Base
from jekyll_openapi.spec.schemas import source
from jekyll_openapi.spec.socket_messages import BASE, Asked, Told, asked, frames, told

_REST = "rest"
"""Among the requests of a channel, stands for all operations of the OpenAPI description."""
_FIRST = "What goes over the sockets, seen from a client."
_OF_PAGES = f"""\
{_FIRST}

What no page states is not here: how a socket is authorised, what keeps it open, which answers come. A request is an
object that names its endpoint, its id and its body; how they are put into a frame is for the pages to say.
"""
_INTRODUCTION = f"""\
{_FIRST}

A frame from the server is `o`, `h`, `c[code,"reason"]` or `a[...]`, a JSON array of answers and events; each of them is
a message here. A request is one text: endpoint, id, query and body, with a line feed between two of them. Its payload
here is an object that names the four; the body is sent as JSON. The id is a number that no other request of the
connection has, and the answer bears it. Every operation of the OpenAPI description can be asked for over a socket, with
the same schemas and the same failures within status 200.
"""


def emit_asyncapi(api: Api, spec: Json, base: Base) -> Json:
    """The AsyncAPI document; empty if neither the base description nor the pages describe sockets.

    It shares its schemas with `spec`, and what the base states with `base`: who changes one changes all.
    """
    if not (found := _frame(api, spec, base)):
        return {}
    stated, servers, address = found.stated, found.servers, found.address
    sent, received = asked(api, spec, stated), told(api, stated)
    messages: Json = {name: message for name, (_, message) in frames(stated).items()}
    channels: Json = {}
    actions: Json = {}
    for name, channel in stated["channels"].items():
        taken = [one for one in sent if _takes(channel, one, stated, is_first=not channels)]
        heard = [one for one in received if _hears(channel, one, stated, is_first=not channels)]
        own = {label: made for one in taken for label, made in one.messages.items()}
        own |= {one.message_name: one.message for one in heard}
        messages |= own
        actions |= _operations(name, "" if not channels else name, taken, heard, stated)
        channels[name] = {
            "address": address,
            "title": channel.get("title", name),
            "servers": [{REF: f"#/servers/{key}"} for key, (kind, _) in servers.items() if kind == channel["hosts"]],
            "messages": {label: {REF: f"#/components/messages/{label}"} for label in (*frames(stated), *own)},
            "bindings": {"ws": {"bindingVersion": "0.1.0"}},
            "x-source": found.source,
        }
    return (
        _head(spec, found)
        | {"servers": {name: server for name, (_, server) in servers.items()}}
        | {"channels": channels, "operations": actions, "components": _components(spec, found, messages)}
    )


def is_emitted(text: str) -> bool:
    """Whether a file holds output of this module, and not somebody's own document."""
    return text.startswith("asyncapi: ") and _FIRST in text


@dataclass(frozen=True, slots=True)
class _Frame:
    """What holds the messages: channels, servers, and who says so."""

    stated: Json
    """As `x-sockets` has it."""
    servers: dict[str, tuple[str, Json]]
    """Name of each server -> what the channels call its kind, and the server."""
    address: str
    source: str
    is_of_pages: bool = False


def _frame(api: Api, spec: Json, base: Base) -> _Frame | None:
    """As the base has it, else one channel for all that pages state."""
    stated: Json | None = base.content.get(SOCKETS)
    stream = spec.get("x-client", {}).get("stream")
    if stated and stream:
        return _Frame(stated, _servers(spec, stream, stated), str(stream["path"]), BASE)
    told = [
        *(one.provenance for one in api.sockets.requests),
        *(one.provenance for one in api.sockets.events),
    ]
    if stated or not told:
        return None
    urls = [urlsplit(one.url) for one in api.sockets.addresses]
    paths = {one.path for one in urls}
    shared = paths.pop() if len(paths) == 1 else ""
    servers: dict[str, tuple[str, Json]] = {}
    for one, url in zip(api.sockets.addresses, urls, strict=True):
        label = re.sub(r"[^a-z0-9]+", "-", url.netloc.lower())
        name = label if label not in servers else f"{label}{len(servers) + 1}"
        servers[name] = "pages", _server(one.url, shared, {}, []) | source(one.provenance.location)
    channel = {"title": "Socket", "hosts": "pages"}
    content = {"channels": {"socket": channel}, "is-answered": False}
    return _Frame(content, servers, shared or "/", str(told[0].location), is_of_pages=True)


def _head(spec: Json, found: _Frame) -> Json:
    info = spec["info"]
    told = _OF_PAGES if found.is_of_pages else _INTRODUCTION
    about: Json = {"title": f"{info['title']}: sockets", "version": info["version"], "description": told}
    if license_ := {key: value for key, value in info.get("license", {}).items() if key in ("name", "url")}:
        about["license"] = license_
    about |= {key: info[key] for key in ("contact", "termsOfService") if key in info}
    if tags := [{key: one[key] for key in ("name", "description") if key in one} for one in spec.get("tags", ())]:
        about["tags"] = tags
    return {"asyncapi": "3.0.0", "info": about, "defaultContentType": JSON_MEDIA}


def _components(spec: Json, found: _Frame, messages: Json) -> Json:
    """The messages, and the schemas of the OpenAPI description that they refer to."""
    schemas: Json = spec["components"].get("schemas", {})
    names = reached(
        (name for name in schema_names(messages) if name in schemas),
        lambda name: [one for one in schema_names(schemas[name]) if one in schemas],
    )
    security = {} if found.is_of_pages else copied(spec["components"].get("securitySchemes", {}))
    for scheme in security.values():
        scheme["description"] = f"{scheme.get('description', '')} {found.stated.get('token', '')}".strip()
    correlations = {
        "request": {"description": "The id of the request", "location": "$message.payload#/id"},
        "answer": {"description": "The id of the request that it answers", "location": "$message.payload#/i"},
    }
    return {
        "messages": messages,
        "schemas": {name: schemas[name] for name in sorted(names)},
        **({"securitySchemes": security} if security else {}),
        # The id is the only link between a request and its response.
        "correlationIds": correlations,
    }


# --- servers ----------------------------------------------------------------------------------------------------------


def _servers(spec: Json, stream: Json, stated: Json) -> dict[str, tuple[str, Json]]:
    """Server name -> (the kind that channels refer to, the server object)."""
    found: dict[str, tuple[str, Json]] = {}
    path = str(stream["path"])
    security = [{REF: f"#/components/securitySchemes/{name}"} for name in spec["components"].get("securitySchemes", {})]
    for index, server in enumerate(spec.get("servers", ())):
        name = str(server.get("x-environment", f"server{index + 1}"))
        found[name] = "servers", _server(f"{server['url'].rstrip('/')}{path}", path, server, security)
    for kind in dict.fromkeys(one["hosts"] for one in stated["channels"].values()):
        if kind != "servers":
            found[_camel(kind)] = kind, _server(str(stream[kind]), path, {}, security)
    return found


def _server(url: str, path: str, stated: Mapping[str, Any], security: list[Json]) -> Json:
    address = urlsplit(url)
    made: Json = {"host": address.netloc, "protocol": "ws" if address.scheme in ("http", "ws") else "wss"}
    if pathname := address.path.removesuffix(path):
        made["pathname"] = pathname
    made |= {key: stated[key] for key in ("description", "x-environment") if key in stated}
    return made | ({"security": security} if security else {})


def _camel(name: str) -> str:
    first, *others = name.split("-")
    return first + "".join(one.capitalize() for one in others)


# --- operations -------------------------------------------------------------------------------------------------------


def _takes(channel: Json, one: Asked, stated: Json, *, is_first: bool) -> bool:
    """Whether the request is sent over this channel. Requests that no channel lists go over the first."""
    if one.is_operation:
        return _REST in channel.get("requests", ())
    patterns = channel.get("requests", ())
    if _fits(one.endpoint, patterns):
        return True
    everywhere = [each for other in stated["channels"].values() for each in other.get("requests", ())]
    return is_first and not _fits(one.endpoint, everywhere)


def _fits(endpoint: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatchcase(endpoint.casefold(), each.casefold()) for each in patterns)


def _hears(channel: Json, one: Told, stated: Json, *, is_first: bool) -> bool:
    """Whether the event arrives over this channel. Events that no channel lists arrive over the first."""
    everywhere = {each for other in stated["channels"].values() for each in other.get("events", ())}
    return one.name in channel.get("events", ()) or (is_first and one.name not in everywhere)


def _operations(channel: str, prefix: str, taken: list[Asked], heard: list[Told], stated: Json) -> Json:
    where = {REF: f"#/channels/{channel}"}
    found: Json = {}
    for name, (sender, message) in frames(stated).items():
        verb = "send" if sender == "client" else "receive"
        label = _named(prefix, f"{verb}{name[:1].upper()}{name[1:]}")
        about = {"description": message["summary"], "x-source": BASE}
        found[label] = {"action": verb, "channel": where, **about, "messages": [_message(channel, name)]}
    for one in taken:
        reply = {"channel": where, "messages": [_message(channel, one.answer_name)]}
        found[_named(prefix, one.name)] = {
            "action": "send", "channel": where, **_about(one.head),
            "messages": [_message(channel, one.request_name)], **({"reply": reply} if one.has_answer else {}),
        }  # fmt: skip
    for event in heard:
        label = _named(prefix, f"on{event.name[:1].upper()}{event.name[1:]}")
        messages = [_message(channel, event.message_name)]
        found[label] = {"action": "receive", "channel": where, **_about(event.head), "messages": messages}
    return found


def _about(head: Json) -> Json:
    """The parts of the head that an operation can have, with a description in any case, since linters want one."""
    kept = {key: value for key, value in head.items() if key not in ("description", "deprecated", "x-unknown")}
    return {"description": head.get("description") or f"{head.get('summary', '')}.", **kept}


def _named(prefix: str, name: str) -> str:
    return f"{prefix}{name[:1].upper()}{name[1:]}" if prefix else name


def _message(channel: str, name: str) -> Json:
    return {REF: f"#/channels/{channel}/messages/{name}"}
