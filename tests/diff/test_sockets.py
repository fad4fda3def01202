"""Two AsyncAPI documents compared: what the client sends, what it receives, and where that stands."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from jekyll_openapi.cli import main
from jekyll_openapi.diff.sockets import compare_sockets
from jekyll_openapi.openapi.pointers import at


@pytest.fixture(scope="module")
def document(root: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.load((root / "spec" / "asyncapi.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    return content


def inside(document: dict[str, Any], message: str, *keys: str) -> Any:
    found = document["components"]["messages"][message]["payload"]
    for key in keys:
        found = found[key]
    return found


def drop_field(document: dict[str, Any]) -> None:
    del inside(document, "getChartRequest", "properties", "body", "properties")["symbol"]


def require_field(document: dict[str, Any]) -> None:
    inside(document, "getChartRequest", "properties", "body")["required"].append("extra")


def drop_answer(document: dict[str, Any]) -> None:
    del inside(document, "getChartAnswer", "then", "properties", "d", "properties")["realtimeId"]


def add_value(document: dict[str, Any]) -> None:
    inside(document, "shutdownEvent", "properties", "d", "properties", "reasonCode")["enum"].append("Other")


def drop_request(document: dict[str, Any]) -> None:
    for name in ("changeSpeed", "replayChangeSpeed"):
        document["operations"].pop(name, None)


def drop_event(document: dict[str, Any]) -> None:
    for name in [one for one in document["operations"] if one.lower().endswith("onclock")]:
        del document["operations"][name]


def drop_server(document: dict[str, Any]) -> None:
    del document["servers"]["demo"]


def loosen_schema(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["PlaceOCO"]["required"] = ["action"]


@pytest.mark.parametrize(
    ("change", "kind", "level", "operation"),
    [
        (drop_field, "property-removed", "breaking", "md/getChart"),
        (drop_answer, "property-removed", "breaking", "md/getChart"),
        (add_value, "enum-value-added", "warning", "event shutdown"),
        (drop_request, "operation-removed", "breaking", "replay/changeSpeed"),
        (drop_event, "webhook-removed", "breaking", "event clock"),
        (drop_server, "server-removed", "breaking", None),
        (loosen_schema, "property-optional", "compatible", "order/placeOCO"),
    ],
)
def test_a_change_is_told_of_the_message_and_the_place(
    document: dict[str, Any], change: Callable[[Any], None], kind: str, level: str, operation: str | None
) -> None:
    new = deepcopy(document)
    change(new)
    [first, *others] = compare_sockets(document, new)
    assert (first.kind, first.level) == (kind, level)
    assert first.operations == ((operation,) if operation else ())
    assert {one.kind for one in others} <= {kind}
    assert "POST" not in first.message
    # The place is one of the document, not of what it is compared as.
    at(document, first.path)
    assert compare_sockets(document, document) == ()


def test_a_required_field_is_breaking(document: dict[str, Any]) -> None:
    new = deepcopy(document)
    require_field(new)
    assert [one.level for one in compare_sockets(document, new)] == ["breaking"]


SMALL = "asyncapi: 3.0.0\ninfo: {title: t, version: '1'}\n"
OTHER = """\
channels: {one: {address: /ws, messages: {ping: {payload: {type: object, properties: {at: {type: AT}}}}}}}
operations: {onPing: {action: receive, channel: {$ref: '#/channels/one'}}}
"""


def test_a_document_of_somebody_else_is_compared_by_its_messages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, kind in (("old", "string"), ("new", "integer")):
        (tmp_path / f"{name}.yaml").write_text(SMALL + OTHER.replace("AT", kind))
    assert main(["diff", str(tmp_path / "old.yaml"), str(tmp_path / "new.yaml"), "--fail-on", "breaking"]) == 1
    out = capsys.readouterr().out
    assert "event ping" in out
    assert "#/channels/one/messages/ping/payload/properties/at" in out


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("asyncapi: 2.6.0\n", "AsyncAPI 3 is read, not 2.6.0"),
        (SMALL + "operations: {a: {action: send}}\n", "not an AsyncAPI document"),
        (SMALL + "operations: {a: {action: send, channel: {$ref: '#/nowhere'}}}\n", "not an AsyncAPI document"),
        (SMALL + "operations: [1]\n", "not an AsyncAPI document"),
        (SMALL + "operations: {a: {action: send, messages: [5], channel: {$ref: '#/info'}}}\n", "not an AsyncAPI"),
        (
            SMALL + "operations: {a: {action: 1, channel: {$ref: '#'}, messages: [{$ref: '#/x'}]}}\nx: {$ref: '#/x'}\n",
            "itself",
        ),
        ("openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\n", "can only be compared with another one"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    text: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "old.yaml").write_text(text)
    (tmp_path / "new.yaml").write_text(SMALL)
    assert main(["diff", str(tmp_path / "old.yaml"), str(tmp_path / "new.yaml")]) == 2
    assert message in capsys.readouterr().err


PAGE = """\
---
title: Live prices
---
By WebSocket, at `wss://md.service.io/v1/ws`:

## `md/see`
```js
{ "symbol": "A", "depth": 5 }
```
"""


def test_pages_that_say_something_else_of_sockets_differ(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("old", PAGE), ("new", PAGE.replace("depth", "rows"))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "live.md").write_text(text)
    assert main(["diff", str(tmp_path / "old"), str(tmp_path / "new"), "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {(one["operations"][0], one["location"]) for one in rows} == {("md/see", "live.md:8")}
