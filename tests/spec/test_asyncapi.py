"""The sockets in AsyncAPI: one source with the OpenAPI description, and what is stated is what comes out."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from jekyll_openapi.openapi.reading import ReadError
from jekyll_openapi.openapi.references import references
from jekyll_openapi.openapi.yaml import dump
from jekyll_openapi.pipeline import make_spec
from jekyll_openapi.spec.asyncapi import is_emitted
from jekyll_openapi.spec.base import Base, read_base
from jekyll_openapi.spec.socket_messages import filled


def load(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    return content


@pytest.fixture(scope="module")
def document(root: Path) -> dict[str, Any]:
    return load(root / "spec" / "asyncapi.yaml")


@pytest.fixture(scope="module")
def spec(root: Path) -> dict[str, Any]:
    return load(root / "spec" / "openapi.yaml")


def at(document: dict[str, Any], pointer: str) -> Any:
    found: Any = document
    for part in pointer.removeprefix("#/").split("/"):
        found = found[part.replace("~1", "/").replace("~0", "~")]
    return found


def fits(document: dict[str, Any], message: str, payload: object) -> bool:
    schema = {"$ref": f"#/components/messages/{message}/payload", "components": document["components"]}
    return jsonschema.Draft7Validator(schema).is_valid(payload)


def test_schemas_are_those_of_the_openapi_description(document: dict[str, Any], spec: dict[str, Any]) -> None:
    copied = document["components"]["schemas"]
    assert {"Order", "PlaceOCO", "PlaceOcoResult", "PlaceOCOResult"} & set(copied) >= {"Order", "PlaceOCO"}
    assert all(spec["components"]["schemas"][name] == schema for name, schema in copied.items())
    assert "x-sockets" not in spec


def test_each_reference_leads_somewhere(document: dict[str, Any]) -> None:
    for pointer in references(document):
        assert isinstance(at(document, pointer), dict), pointer


def test_each_operation_speaks_in_messages_of_its_own_channel(document: dict[str, Any]) -> None:
    for name, operation in document["operations"].items():
        channel = operation["channel"]["$ref"]
        told = [*operation["messages"], *operation.get("reply", {}).get("messages", ())]
        assert told, name
        assert all(one["$ref"].startswith(f"{channel}/messages/") for one in told), name


def test_every_operation_of_the_api_can_be_sent_but_those_that_open_a_session(
    document: dict[str, Any], spec: dict[str, Any]
) -> None:
    wanted = {
        one["operationId"]: one["x-operation-class"] != "auth"
        for item in spec["paths"].values()
        for one in item.values()
    }
    assert wanted
    for name, is_there in wanted.items():
        assert (name in document["operations"]) is is_there, name
        assert (f"replay{name[:1].upper()}{name[1:]}" in document["operations"]) is is_there, name


def test_every_example_fits_its_payload(document: dict[str, Any]) -> None:
    shown = [
        (name, example["payload"])
        for name, message in document["components"]["messages"].items()
        for example in message.get("examples", ())
    ]
    assert shown
    assert [name for name, payload in shown if not fits(document, name, payload)] == []


def test_servers_have_a_socket_each_and_market_data_and_replay_their_own(document: dict[str, Any]) -> None:
    hosts = {name: (one["protocol"], one["host"], one["pathname"]) for name, one in document["servers"].items()}
    assert hosts == {
        "demo": ("wss", "demo.tradovateapi.com", "/v1"),
        "live": ("wss", "live.tradovateapi.com", "/v1"),
        "marketData": ("wss", "md.tradovateapi.com", "/v1"),
        "replay": ("wss", "replay.tradovateapi.com", "/v1"),
    }
    assert {name: one["address"] for name, one in document["channels"].items()} == dict.fromkeys(
        ("trading", "marketData", "replay"), "/websocket"
    )


FILL = {"entityType": "fill", "eventType": "Created"}


@pytest.mark.parametrize(
    ("message", "payload", "is_fit"),
    [
        ("authorizeRequest", {"endpoint": "authorize", "id": 0, "body": "T"}, True),
        ("authorizeRequest", {"endpoint": "authorize", "id": "0", "body": "T"}, False),
        ("placeOCORequest", {"endpoint": "order/placeOCO", "id": 3, "body": {}}, False),
        ("orderItemRequest", {"endpoint": "order/item", "id": 3, "query": "id=1"}, True),
        ("orderItemRequest", {"endpoint": "order/item", "id": 3}, False),
        ("orderItemAnswer", {"i": 3, "s": 404, "d": "not found"}, True),
        ("orderItemAnswer", {"i": 3, "s": 404, "d": {"id": 1}}, False),
        ("orderItemAnswer", {"i": 3, "s": 200, "d": "not found"}, False),
        ("getChartRequest", {"endpoint": "md/getChart", "id": 1, "body": {"symbol": "X"}}, False),
        ("beatFrame", "[]", True),
        ("beatFrame", [], False),
        ("closeFrame", 'c[3000,"Go away!"]', True),
        ("closeFrame", "h", False),
        ("propsEvent", {"e": "props", "d": {"entityType": "x", "eventType": "Created", "entity": {}}}, True),
        ("propsEvent", {"e": "props", "d": {"entityType": "x", "eventType": "Gone", "entity": {}}}, False),
        ("propsEvent", {"e": "props", "d": {**FILL, "entity": {"id": ""}}}, False),
        ("propsEvent", {"e": "props", "d": {"entityType": "order", "eventType": "Updated", "entity": {"id": 1}}}, True),
        ("clockEvent", {"e": "clock", "d": '{"t":"2020-01-01T00:00:00Z","s":0}'}, True),
        ("clockEvent", {"e": "clock", "d": {"t": "2020-01-01T00:00:00Z", "s": 0}}, False),
    ],
)  # fmt: skip
def test_payloads_tell_right_from_wrong(
    document: dict[str, Any], message: str, payload: object, *, is_fit: bool
) -> None:
    assert fits(document, message, payload) is is_fit


BASE = """\
info: {title: A, version: '1'}
x-client: {stream: {path: /ws}}
x-sockets: {sockets}
"""


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ("[]", "`x-sockets` has to be a mapping"),
        ("{}", "wants `channels`"),
        ("{channels: {one: {hosts: replay}}}", "`hosts` has to be `servers`"),
        ("{channels: {one: {}}}", "`hosts` has to be `servers`"),
        ("{channels: {one: 1}}", "`hosts` has to be `servers`"),
        ("{channels: {one: {hosts: servers, requests: rest}}}", "`requests` has to be a list"),
        (
            "{channels: {one: {hosts: servers}}, events: {props: 1}}",
            "`events` has to be a mapping of names to mappings",
        ),
    ],
)
def test_a_base_that_says_it_otherwise_is_refused_with_its_line(stated: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "base.yaml"
    file.write_text(BASE.replace("{sockets}", stated))
    with pytest.raises(ReadError, match=message):
        read_base(file)


# --- pages alone ---
GUIDE = """\
---
title: Live prices
---
Connect to `wss://md.service.io/v1/ws`, or to `wss://live.service.io/v1/ws`, by WebSocket.

## `md/see`
```js
ws.send(`md/see\\n1\\n\\n${JSON.stringify({ symbol: "A" })}`)
```
### Response
```json
{ "s": 200, "i": 1, "d": { "id": 4 } }
```

## `md/unsee`
```json
{ "symbol": "A" }
```

## What comes
```json
{ "e": "md", "d": { "items": { "-1": 2 } } }
```
"""


def test_without_a_base_pages_alone_make_a_document(tmp_path: Path) -> None:
    (tmp_path / "guide").mkdir()
    (tmp_path / "guide" / "live.md").write_text(GUIDE)
    found = make_spec(tmp_path / "guide", Base()).sockets
    assert {name: one["host"] for name, one in found["servers"].items()} == {
        "md-service-io": "md.service.io",
        "live-service-io": "live.service.io",
    }
    [channel] = found["channels"].values()
    assert (channel["address"], channel["x-source"]) == ("/v1/ws", "live.md:6")
    # What no page states is not claimed: no frames, no token, no answer where none is shown.
    assert list(channel["messages"]) == ["seeRequest", "seeAnswer", "unseeRequest", "mdEvent"]
    assert [name for name, one in found["operations"].items() if "reply" in one] == ["see"]
    assert "securitySchemes" not in found["components"]
    for pointer in references(found):
        assert isinstance(at(found, pointer), dict), pointer
    assert is_emitted(dump(found))
    (tmp_path / "guide" / "live.md").write_text(GUIDE.split("## ")[0])
    assert make_spec(tmp_path / "guide", Base()).sockets == {}


@pytest.mark.parametrize(
    ("page", "base", "both"),
    [
        ({"type": "number"}, {"type": "integer", "format": "int64"}, {"type": "integer", "format": "int64"}),
        ({"type": "string"}, {"type": "integer"}, {"type": "string"}),
        ({"description": "x"}, {"type": "integer"}, {"type": "integer", "description": "x"}),
        ({}, {"type": "integer"}, {"type": "integer"}),
        ({"type": "string"}, {"anyOf": [{"type": "string"}, {"type": "null"}]}, {"type": "string"}),
        (
            {"type": "string", "x-inferred-from": ["a sample"]},
            {"anyOf": [{"type": "string"}, {"type": "null"}], "description": "x"},
            {"anyOf": [{"type": "string"}, {"type": "null"}], "description": "x"},
        ),
        (
            {"type": "array", "items": {"type": "number"}},
            {"type": "array", "items": {"type": "integer"}},
            {"type": "array", "items": {"type": "integer"}},
        ),
    ],
)
def test_what_a_page_shows_and_what_the_base_knows(page: Any, base: Any, both: Any) -> None:
    assert filled(page, base) == both
