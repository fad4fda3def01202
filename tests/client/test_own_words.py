"""Every word that the generated code uses itself, as the name of a schema, a property, a parameter and a group."""

from __future__ import annotations

import ast
import importlib
import json
import sys
from itertools import cycle
from pathlib import Path
from typing import Any

import httpx

from jekyll_openapi.client.generate import Options, make_client
from tests.client.zoo import INTEGER, STRING, Json, body, ok, ref
from tests.programs import Checker

GENERATED = Path(__file__).parents[2] / "generated" / "tradovate_client"
FORMS: tuple[Json, ...] = (
    {"type": "string", "format": "date-time"},
    {"type": "number"},
    {"type": "array", "items": STRING},
    {"type": "object", "additionalProperties": INTEGER},
    ref("Choice"),
)


def own_words() -> set[str]:
    """What the modules import and define, and the types and arguments that are in everyone's reach."""
    found = {"self", "cls", "list", "dict", "str", "int", "group", "raw", "async", "!", "raw_order", "order"}
    for path in (*GENERATED.glob("*.py"), *GENERATED.glob("groups/order.py"), *GENERATED.glob("models/place_oco.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                found |= {one.asname or one.name.partition(".")[0] for one in node.names if not one.name[0].islower()}
                found |= {one.name for one in node.names if one.name.islower() and "." not in one.name}
    return found


def description(words: list[str]) -> Json:
    """A description in which each word is the name of all kinds of things."""
    properties = dict(zip(words, cycle(FORMS)))
    parameters = [
        {"name": name, "in": "query", "schema": {"type": "string", "format": "date"} if number % 2 else ref("Choice")}
        for number, name in enumerate(words)
    ]
    schemas: Json = {"Choice": {"type": "string", "enum": words}, "All": {"type": "object", "properties": properties}}
    schemas |= {word: {"type": "object", "properties": {"a": STRING, "of": ref(word)}} for word in words}
    paths: Json = {"/all": {"post": {"parameters": parameters, "requestBody": body(ref("All")), "responses": ok()}}}
    for word in words:
        rows = {"type": "array", "items": ref(word)}
        paths[f"/named/{word}"] = {"get": {"operationId": word, "responses": ok(ref("Choice"))}}
        paths[f"/{word}/x"] = {"post": {"requestBody": body(ref(word)), "responses": ok(rows)}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "x", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def test_no_word_is_in_the_way_of_the_code(tmp_path: Path, mypy: Checker) -> None:
    words = sorted(own_words())
    assert {"field", "builtins", "Final", "RawMethod", "Sequence", "models"} <= {*words}
    made = make_client(description(words), tmp_path / "out", options=Options("words", "Words"))
    assert (made.operations, made.left_out) == (2 * len(words) + 1, ())
    sys.path.insert(0, str(tmp_path / "out"))
    package: Any = importlib.import_module("words")
    sys.path.remove(str(tmp_path / "out"))
    for name in package.models.__all__:
        assert getattr(package.models, name)
    groups = {
        one["group"] for one in json.loads((tmp_path / "out/words/names.json").read_text())["operations"].values()
    }
    assert {"field", "field_", "async_", "raw_"} <= groups
    for name in ("Words", "AsyncWords"):
        client = getattr(package, name)(
            base_url="https://x.example", transport=httpx.MockTransport(lambda _: httpx.Response(204))
        )
        assert len({type(getattr(half, one)) for one in groups for half in (client, client.raw)}) == 2 * len(groups)
    done = mypy("-p", "words", folder=tmp_path / "out")
    assert done.returncode == 0, done.stdout
