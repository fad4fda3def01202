"""After any change, a description is lowered to the same as if no other had been lowered before."""

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.openapi.lowering import Lowerings, lower
from jekyll_openapi.openapi.lowering.schemas import Schemas
from jekyll_openapi.openapi.reading import parse
from jekyll_openapi.spec.selection import keep_only
from tests.sampling import examples

ONLY = ("/order/placeOCO", "/order/item", "/order/list", "/account/find", "/auth/me", "/command/deps")
Holder = dict[str, Any] | list[Any]


@pytest.fixture(scope="module")
def spec() -> Any:
    """A few operations of the repository's description, with a choice, a schema in place and a discriminator."""
    whole = parse((Path(__file__).parents[2] / "spec" / "openapi.yaml").read_text("utf-8")).content
    some = copy.deepcopy(keep_only(whole, ONLY))
    schemas = some["components"]["schemas"]
    schemas["Either"] = {
        "oneOf": [{"$ref": "#/components/schemas/Order"}, {"type": "object", "properties": {"in": {"type": "string"}}}]
    }
    schemas["Told"] = {
        "oneOf": [{"$ref": "#/components/schemas/Order"}, {"$ref": "#/components/schemas/Account"}],
        "discriminator": {"propertyName": "id", "mapping": {"a": "Order", "b": "#/components/schemas/Alias"}},
    }
    schemas["Alias"] = {"$ref": "#/components/schemas/Account"}
    inside = "#/paths/~1order~1item/get/responses/200/content/application~1json/schema"
    schemas["Both"] = {
        "allOf": [{"$ref": "#/components/schemas/Either"}, {"type": "object", "properties": {"in": {"enum": ["a"]}}}],
        "properties": {"of": {"$ref": "#/components/schemas/Order/properties/id"}, "to": {"$ref": inside}},
    }
    return json.loads(json.dumps(some))


def holders(content: Any) -> Iterator[Holder]:
    if isinstance(content, dict | list) and content:
        yield content
        for one in content.values() if isinstance(content, dict) else content:
            yield from holders(one)


def change(spec: Any, chance: random.Random) -> None:
    """Changes the description in one place: a value goes, comes, moves or becomes another."""
    found = [*holders(spec["paths"]), *holders(spec["components"])]
    there, other = chance.choice(found), chance.choice(found)
    key: Any = chance.choice(list(there) if isinstance(there, dict) else range(len(there)))
    of_other: Any = chance.choice(list(other) if isinstance(other, dict) else range(len(other)))
    match chance.randrange(5):
        case 0:
            del there[key]
        case 1 if isinstance(there, dict):
            there[f"{key}New"] = copy.deepcopy(there[key])
        case 2:
            there[key] = copy.deepcopy(other[of_other])
        case 3 if isinstance(there, dict):
            values = list(there.items())
            chance.shuffle(values)
            there.clear()
            there.update(values)
        case _:
            texts = [one for one in found if isinstance(one, dict) and isinstance(one.get("type"), str)]
            chance.choice(texts)["type"] = chance.choice(["string", "integer", "object"])


def told(spec: Any, lowerings: Lowerings | None) -> str:
    try:
        found = lower(copy.deepcopy(spec), lowerings)  # what has been lowered must not be modified
    except Exception as error:
        return repr(error)
    return json.dumps(found.document) + repr((found.left_out, found.notes))


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(examples(8)))
def test_after_any_changes_the_same_comes_out_as_anew(spec: Any, seed: int) -> None:
    chance, lowerings = random.Random(seed), Lowerings()
    now = copy.deepcopy(spec)
    told(now, lowerings)
    for _ in range(examples(40)):
        last = copy.deepcopy(now)
        for _ in range(chance.choice((1, 1, 1, 3))):
            change(now, chance)
        said = told(now, lowerings)
        assert said == told(now, None)
        if not said.endswith("((), ())"):  # after a remark all is lowered anew, and there is nothing to compare
            now = last
            told(now, lowerings)


def test_what_leads_to_no_change_is_not_lowered_again(spec: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    single = Schemas._single

    def look(self: Schemas, kind: str, places: Any, view: Any, at: str) -> Any:
        looked.append(at)
        return single(self, kind, places, view, at)

    monkeypatch.setattr(Schemas, "_single", look)
    lowerings = Lowerings()
    lower(spec, lowerings)
    first, looked[:] = len(looked), []
    lower(copy.deepcopy(spec), lowerings)
    assert (first > 50, looked) == (True, [])
    other = copy.deepcopy(spec)
    other["components"]["schemas"]["Account"]["properties"]["name"]["maxLength"] = 7
    lower(other, lowerings)
    assert looked
    assert not any(at.startswith("#/components/schemas/Command/") for at in looked)
