"""What is lowered is read by openapi-python-client without a word, and a large description is lowered whole."""

import contextlib
import io
import json
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.openapi.lowering import lower
from jekyll_openapi.openapi.names import name_table
from tests.openapi.simple import faults
from tests.openapi.test_public import COUNTS, read_public

_KINDS: list[Any] = [
    {"type": "string", "enum": ["Buy", "Sell"]},
    {"type": "integer", "format": "int64"},
    {"type": "number", "format": "double"},
    {"type": "string", "format": "date-time"},
    {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "integer"}, "side": {"enum": ["a"]}}}},
    {"type": "object", "properties": {"day": {"type": "integer"}, "deep": {"type": "object", "properties": {"x": {}}}}},
    {"type": "object", "additionalProperties": {"type": "object", "properties": {"y": {"type": "string"}}}},
    {"oneOf": [{"type": "string"}, {"type": "object", "properties": {"z": {"type": "string"}}}]},
]
WORDS = [
    "account",
    "order",
    "position",
    "contract",
    "fill",
    "user",
    "margin",
    "risk",
    "chat",
    "alert",
    "plugin",
    "fee",
    "cash",
]


def large(count: int = 325) -> Any:
    """A description of so many operations, each with its objects written out where they stand."""
    paths: dict[str, Any] = {}
    for number in range(count):
        group, name = WORDS[number % len(WORDS)], f"do{WORDS[(number // len(WORDS)) % len(WORDS)].title()}{number}"
        inside = {f"{WORDS[(number + at) % len(WORDS)]}Id": kind for at, kind in enumerate(_KINDS)}
        body = {"type": "object", "properties": inside, "required": list(inside)[:2]}
        answer = {"type": "object", "properties": {"errorText": {"type": "string"}, **inside}}
        operation = {
            "operationId": name,
            "requestBody": {"content": {"application/json": {"schema": body}}},
            "responses": {"200": {"description": "", "content": {"application/json": {"schema": answer}}}},
        }
        paths[f"/{group}/{name}"] = {"post": operation}
    return {"openapi": "3.0.0", "info": {"title": "Large", "version": "1"}, "paths": paths}


def test_a_large_description_is_lowered_whole() -> None:
    lowered = lower(large())
    assert not lowered.left_out
    assert not lowered.notes
    assert not faults(lowered.document)
    assert len(lowered.document["paths"]) == 325


def test_one_operation_more_changes_no_other_name() -> None:
    before = name_table(lower(large(40)).document, None, "Large").public()
    after = name_table(lower(large(41)).document, None, "Large").public()
    assert before.items() <= after.items()
    assert len(after) > len(before)


@pytest.mark.parametrize("name", [*COUNTS, "large"])
def test_openapi_python_client_has_nothing_to_say(name: str, tmp_path: Path) -> None:
    from openapi_python_client import generate
    from openapi_python_client.config import Config, ConfigFile, MetaType

    document = lower(large(20) if name == "large" else read_public(name)).document
    file = tmp_path / "spec.json"
    file.write_text(json.dumps({**_quiet(document), "servers": []}), "utf-8")
    config = Config.from_sources(ConfigFile(post_hooks=[]), MetaType.NONE, file, "utf-8", False, tmp_path / "out")
    with contextlib.redirect_stdout(io.StringIO()):
        assert [f"{one.header} {one.detail}" for one in generate(config=config)] == []


def _quiet(content: Any) -> Any:
    """Without titles, which it takes for names, and defaults, which it would send."""
    if isinstance(content, list):
        return [_quiet(one) for one in content]
    if not isinstance(content, dict):
        return content
    is_schema = not {"type", "$ref", "anyOf"}.isdisjoint(content)
    return {key: _quiet(one) for key, one in content.items() if not (is_schema and key in ("title", "default"))}
