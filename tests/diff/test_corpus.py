"""Pairs of descriptions with the verdict that their meaning gives them, thought out before any comparison."""

import copy
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.diff.change import Change
from jekyll_openapi.diff.compare import compare
from jekyll_openapi.diff.reading import checked
from jekyll_openapi.diff.sockets import check_sockets, compare_sockets
from jekyll_openapi.openapi.reading import read
from tests.diff.test_laws import in_full

Json = dict[str, Any]
FOLDER = Path(__file__).with_name("corpus")
SCHEMAS = read(FOLDER / "schemas.yaml").content
DESCRIPTIONS = [
    (file["base"], pair)
    for file in (read(FOLDER / f"{name}.yaml").content for name in ("descriptions", "components", "sent", "fleet"))
    for pair in file["pairs"]
]
SOCKETS = read(FOLDER / "sockets.yaml").content
VERDICTS = {
    "narrower": ("breaking", "compatible"),
    "wider": ("compatible", "breaking"),
    "other": ("breaking", "breaking"),
    "same": ("note", "note"),
}
EMPTY = {"204": {"description": ""}}


def sending(content: Json) -> Json:
    return {"post": {"requestBody": {"required": True, "content": content}, "responses": EMPTY}}


def answering(content: Json) -> Json:
    return {"get": {"responses": {"200": {"description": "", "content": content}}}}


def described(pair: Json, side: str, is_new: bool) -> Json:
    """A description that has the schema on one side only."""
    content = {"application/json": {"schema": pair["new" if is_new else "old"]}}
    own = pair.get("after" if is_new else "before", {})
    return {
        "openapi": pair.get("openapi", ["3.1.0", "3.1.0"])[is_new],
        "info": {"title": "t", "version": "1"},
        "paths": {"/p": sending(content) if side == "request" else answering(content)},
        "components": {"schemas": {**pair.get("with", {}), **own}},
    }


def patched(spec: Json, change: list[Json]) -> Json:
    """The description with the changes, in JSON Patch."""
    done = copy.deepcopy(spec)
    for one in change:
        value = one.get("value")
        if one["op"] in ("move", "copy"):
            holder, key = _find(done, one["from"])
            value = holder.pop(key) if one["op"] == "move" else copy.deepcopy(holder[key])
        holder, key = _find(done, one["path"])
        if one["op"] == "remove":
            del holder[key]
        elif isinstance(holder, list) and one["op"] != "replace":
            holder.insert(len(holder) if key == "-" else int(key), value)
        else:
            assert one["op"] != "replace" or isinstance(holder, list) or key in holder
            holder[key] = value
    return done


def _find(spec: Json, place: str) -> tuple[Any, Any]:
    keys = [part.replace("~1", "/").replace("~0", "~") for part in place.split("/")[1:]]
    holder: Any = spec
    for key in keys[:-1]:
        holder = holder[int(key)] if isinstance(holder, list) else holder[key]
    return holder, int(keys[-1]) if isinstance(holder, list) and keys[-1] != "-" else keys[-1]


def verdict(old: Json, new: Json) -> tuple[str, list[str]]:
    """The worst that the change does to any caller, and what is said."""
    return _worst(compare(checked(old), checked(new)))


def _worst(changes: tuple[Change, ...]) -> tuple[str, list[str]]:
    levels = [change.wire for change in changes]
    worst = next((level for level in ("breaking", "warning", "compatible") if level in levels), "note")
    return worst, [f"{change.wire} {change.side} {change.kind}: {change.message}" for change in changes]


@pytest.mark.parametrize("side", ["request", "response"])
@pytest.mark.parametrize("pair", SCHEMAS, ids=lambda pair: str(pair["name"]))
def test_a_pair_of_schemas(pair: Json, side: str) -> None:
    wanted = VERDICTS[pair["is"]] if isinstance(pair["is"], str) else pair["is"]
    found, said = verdict(described(pair, side, False), described(pair, side, True))
    assert found == wanted[side == "response"], said


BACK = {"narrower": "wider", "wider": "narrower", "same": "same", "other": "other"}
BY_CONVENTION = ("enum-value-added", "property-removed")
"""Kinds that are judged by what callers make of them: milder, and stricter, than by the values."""
JUDGED_BACK = [pair for pair in SCHEMAS if isinstance(pair["is"], str)]


@pytest.mark.parametrize("side", ["request", "response"])
@pytest.mark.parametrize("pair", JUDGED_BACK, ids=lambda pair: str(pair["name"]))
def test_a_pair_of_schemas_on_the_way_back(pair: Json, side: str) -> None:
    found, said = verdict(described(pair, side, True), described(pair, side, False))
    if not any(kind in row for row in said for kind in BY_CONVENTION):
        assert found == VERDICTS[BACK[pair["is"]]][side == "response"], said


@pytest.mark.parametrize(("base", "pair"), DESCRIPTIONS, ids=[str(pair["name"]) for _, pair in DESCRIPTIONS])
def test_a_pair_of_descriptions(base: Json, pair: Json) -> None:
    old = patched(base, pair.get("first", []))
    found, said = verdict(old, patched(old, pair["change"]))
    assert found == pair["is"], said
    if found == "note":
        assert verdict(patched(old, pair["change"]), old)[0] == "note"
    assert compare(old, patched(old, pair["change"])) == in_full(old, patched(old, pair["change"]))


@pytest.mark.parametrize("pair", SOCKETS["pairs"], ids=lambda pair: str(pair["name"]))
def test_a_pair_of_documents_of_sockets(pair: Json) -> None:
    old = patched(SOCKETS["base"], pair.get("first", []))
    found, said = _worst(compare_sockets(check_sockets(old), check_sockets(patched(old, pair["change"]))))
    assert found == pair["is"], said
