"""Clients of random descriptions import, and no call ends in an error of Python itself."""

from __future__ import annotations

import importlib
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from jekyll_openapi.client.errors import ClientError
from jekyll_openapi.client.generate import Options, make_client
from tests.openapi.made import descriptions
from tests.sampling import examples


def arguments(names: Any, known: Any, transport: Any) -> dict[str, Any]:
    """A value for each keyword of a method."""
    body = transport._value(known.content.shape, "", 0) if known.content else None
    shapes = {f"{one.place} {one.name}": one.shape for one in known.parameters}
    given = {said: transport._value(shape, "", 0) for said, shape in shapes.items()}
    given |= {f"body {wire}": one for wire, one in body.items()} if isinstance(body, dict) else {}
    found = {python: given.get(said, body) for said, python in names["arguments"].items()}
    return {name: value for name, value in found.items() if value is not None}


def read_all(value: Any, unexpected: type[Exception]) -> None:
    """Read every property of an answer."""
    for row in value if isinstance(value, list) else [value]:
        assert repr(row)
        for name in getattr(type(row), "_fields", ()):
            try:
                getattr(row, name)
            except unexpected:
                continue


@settings(max_examples=examples(8), deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(descriptions())
def test_a_client_is_made_or_refused_in_words(tmp_path_factory: pytest.TempPathFactory, document: Any) -> None:
    folder = tmp_path_factory.mktemp("made")
    name = f"made_{folder.name}".replace("-", "_")
    try:
        make_client(json.loads(json.dumps(document)), folder / name, options=Options(name, "Made"))
    except ClientError:
        return
    sys.path.insert(0, str(folder / name))
    try:
        use(importlib.import_module(name), folder / name / name)
    finally:
        sys.path.remove(str(folder / name))
        for one in [one for one in sys.modules if one.split(".")[0] == name]:
            del sys.modules[one]
        shutil.rmtree(folder)


def use(package: Any, folder: Path) -> None:
    """Call every operation and read every answer."""
    transport = package.testing.ExampleTransport()
    client = package.Made(base_url="http://127.0.0.1:1", transport=transport)
    for key, names in json.loads((folder / "names.json").read_text())["operations"].items():
        known = transport.description.find(*key.split(" ", 1))
        try:
            found = getattr(getattr(client, names["group"]), names["method"])(**arguments(names, known, transport))
        except package.errors.MadeError:
            continue
        read_all(found, package.errors.UnexpectedValue)
