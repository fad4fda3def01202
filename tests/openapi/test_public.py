"""Descriptions that others wrote, lowered."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.openapi.lowering import lower
from jekyll_openapi.openapi.operations import operations
from jekyll_openapi.openapi.reading import parse
from tests.openapi.simple import faults

SPECS = Path(os.environ.get("JEKYLL_OPENAPI_SITE", "../shared/site")).parent / "specs"
COUNTS = {
    "petstore.yaml": 3,
    "uspto.json": 3,
    "webhook.yaml": 0,
    "tictactoe.json": 3,
    "kucoin-positions.json": 16,
    "adyen-disputes.json": 5,
    "twilio-voice.json": 32,
    "box-2025.json": 37,
}


def read_public(name: str) -> Any:
    """A description, or a skip where it is not there."""
    if not (SPECS / name).is_file():
        pytest.skip(f"{SPECS / name} is not there")
    text = (SPECS / name).read_text("utf-8")
    return json.loads(text) if name.endswith("json") else parse(text).content


@pytest.mark.parametrize(("name", "count"), COUNTS.items())
def test_nothing_is_left_out(name: str, count: int) -> None:
    lowered = lower(read_public(name))
    assert len(list(operations(lowered.document))) == count
    assert not lowered.left_out
    assert not faults(lowered.document)


@pytest.mark.parametrize("name", COUNTS)
def test_lowered_twice_is_lowered_once(name: str) -> None:
    """What is simple already stays as it is, but for the places."""
    once = lower(read_public(name)).document
    twice = lower(json.loads(json.dumps(once))).document
    assert _without_places(twice) == _without_places(once)


def _without_places(content: Any) -> Any:
    if isinstance(content, dict):
        return {key: _without_places(one) for key, one in content.items() if key != "x-at"}
    return [_without_places(one) for one in content] if isinstance(content, list) else content
