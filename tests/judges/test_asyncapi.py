"""The description of the sockets, judged by AsyncAPI's own parser and by Spectral."""

import json
import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.programs import NODE_MODULES, Programs
from tests.sampling import every

SCRIPT = NODE_MODULES.parent / "asyncapi.mjs"


def found_in(programs: Programs, *documents: Path) -> list[list[dict[str, Any]]]:
    """What parser and linter find in each document; an error has the severity 0."""
    node, _ = programs.npm("spectral")
    assert programs.module("@asyncapi/parser")
    finished = programs.run(node, SCRIPT, *documents, folder=SCRIPT.parent)
    assert finished.stdout, finished.stderr
    found: list[list[dict[str, Any]]] = json.loads(finished.stdout)
    return found


def errors(found: list[dict[str, Any]]) -> list[str]:
    return [f"{one['code']}: {one['message']}" for one in found if one["severity"] == 0]


def to_nothing(document: dict[str, Any]) -> None:
    document["operations"]["beat"]["messages"] = [{"$ref": "#/channels/one/messages/nobody"}]


def unknown_action(document: dict[str, Any]) -> None:
    document["operations"]["beat"]["action"] = "shout"


def unknown_key(document: dict[str, Any]) -> None:
    document["channels"]["one"]["hosts"] = "servers"


FAULTS: tuple[Callable[[dict[str, Any]], None], ...] = (to_nothing, unknown_action, unknown_key)
SMALL = {
    "asyncapi": "3.0.0",
    "info": {"title": "Small", "version": "1"},
    "channels": {"one": {"address": "/", "messages": {"beat": {"payload": {"const": "[]"}}}}},
    "operations": {
        "beat": {
            "action": "send",
            "channel": {"$ref": "#/channels/one"},
            "messages": [{"$ref": "#/channels/one/messages/beat"}],
        }
    },
}


def part(document: dict[str, Any]) -> dict[str, Any]:
    """The description with every sixth operation, or in a deep run the whole: the judges need seconds for each."""
    operations = dict(every(6, list(document["operations"].items())))
    named = set(re.findall(r'"(#/channels/\w+/messages/\w+)"', json.dumps(operations)))
    channels = {
        name: channel
        | {
            "messages": {
                key: one for key, one in channel["messages"].items() if f"#/channels/{name}/messages/{key}" in named
            }
        }
        for name, channel in document["channels"].items()
    }
    kept = {one["$ref"].rpartition("/")[2] for channel in channels.values() for one in channel["messages"].values()}
    messages = {name: one for name, one in document["components"]["messages"].items() if name in kept}
    components = document["components"] | {"messages": messages}
    while unused := [name for name in components["schemas"] if f'/schemas/{name}"' not in json.dumps(components)]:
        kept_schemas = {name: one for name, one in components["schemas"].items() if name not in unused}
        components = components | {"schemas": kept_schemas}
    return document | {"operations": operations, "channels": channels, "components": components}


@pytest.mark.deep
def test_the_judges_find_each_fault_and_nothing_in_the_product_but_what_nobody_knows(
    root: Path, tmp_path: Path, programs: Programs
) -> None:
    product = yaml.load((root / "spec" / "asyncapi.yaml").read_bytes(), yaml.CSafeLoader)
    documents = [tmp_path / "product.json", tmp_path / "small.json"]
    documents[0].write_text(json.dumps(part(product)))
    documents[1].write_text(json.dumps(SMALL))
    for fault in FAULTS:
        document = deepcopy(SMALL)
        fault(document)
        documents.append(tmp_path / f"{fault.__name__}.json")
        documents[-1].write_text(json.dumps(document))
    of_product, of_small, *of_faults = found_in(programs, *documents)
    assert errors(of_product) == []
    assert errors(of_small) == []
    assert [fault.__name__ for fault, found in zip(FAULTS, of_faults, strict=True) if not errors(found)] == []
    # Nobody has stated an address to write to; 3.0.0 is what most tools read.
    assert {one["code"] for one in of_product} == {"asyncapi-latest-version", "asyncapi-info-contact-properties"}
