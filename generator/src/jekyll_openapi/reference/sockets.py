"""The WebSocket channels of an AsyncAPI document on the reference page."""

from collections.abc import Iterator, Mapping

from jekyll_openapi.openapi.json import Json, dump_json
from jekyll_openapi.openapi.references import REF
from jekyll_openapi.reference import anchors, markdown, views


def channels(document: Json, paths: Json) -> Iterator[views.Channel]:
    """The channels with their messages. REST operations, which can also be sent over them, are only counted."""
    endpoints = {path.removeprefix("/") for path in paths}
    messages: Mapping[str, Json] = document.get("components", {}).get("messages", {})
    told: set[str] = set()
    for key, channel in document.get("channels", {}).items():
        actions = [one for one in document["operations"].values() if one["channel"][REF] == f"#/channels/{key}"]
        own = [one for one in actions if not _is_rest(one, messages, endpoints)]
        shown: list[views.Message] = []
        for one in own:
            for name in map(_name, one["messages"]):
                if name not in told:
                    told.add(name)
                    shown.append(_message(name, messages[name], one["action"] == "send"))
        servers = document.get("servers", {})
        used = [servers.get(_name(one), {}) for one in channel.get("servers", ())]
        path = channel.get("address", "")
        address = ", ".join(f"wss://{one.get('host', '')}{one.get('pathname', '')}{path}" for one in used)
        yield views.Channel(
            anchors.channel(key), str(channel.get("title", key)), address, tuple(shown), len(actions) - len(own)
        )


def _is_rest(action: Json, messages: Mapping[str, Json], endpoints: set[str]) -> bool:
    """Whether the action sends a REST operation of the description."""
    names = map(_name, action["messages"])
    asked = (messages[name].get("payload", {}).get("properties", {}).get("endpoint", {}).get("const") for name in names)
    return any(one in endpoints for one in asked)


def _message(name: str, content: Json, is_sent: bool) -> views.Message:
    payload = content.get("payload", {})
    example = next((one.get("payload") for one in content.get("examples", ())), None)
    said = str(content.get("description") or content.get("summary") or "")
    return views.Message(
        anchor=anchors.message(name),
        name=str(content.get("name", name)),
        is_sent=is_sent,
        text=markdown.blocks(said),
        payload=dump_json(_without_places(payload)).rstrip(),
        example="" if example is None else dump_json(example).rstrip(),
        source=str(content.get("x-source", "")),
    )


def _without_places(part: object) -> object:
    if isinstance(part, dict):
        return {key: _without_places(one) for key, one in part.items() if not key.startswith("x-")}
    return [_without_places(one) for one in part] if isinstance(part, list) else part


def _name(reference: Json) -> str:
    return str(reference[REF]).rpartition("/")[2]
